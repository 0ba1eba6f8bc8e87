"""Who acts in a clause: the state of the walk, and the resolution of subjects and pronouns.

The order in which a subject is looked for: a noun phrase before the verb or behind it; the noun phrase that opens the
sentence; the subject of the clause (co-ordinated verbs, participles); the opening sentence of a statement; whoever
was last heard.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.company import (
    COMMON,
    find_author,
    find_beside,
    find_company,
    find_group,
    find_issuer,
    find_own,
    find_pair,
    find_preceded,
)
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.levels import Level, agrees, open_aside, reading_gender
from astana_study.coding.arabic.lists import JOINT, OFTEN
from astana_study.coding.arabic.phrases import QUOTE_MARKS, Phrase, name_actors, read_phrase
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.subjects import CLAUSAL, may_be_subject
from astana_study.coding.arabic.words import (
    ADV,
    AUX,
    COMP,
    CONJ,
    CONTRAST,
    DEM,
    LINK,
    NEG,
    PREP,
    PUNCT,
    REL,
    TIME,
    TITLE,
    WHEN,
    Reading,
    Word,
)  # fmt: skip
from astana_study.coding.draft import Draft, Holder, unplace
from astana_study.coding.memory import Memory

if TYPE_CHECKING:
    from astana_study.coding.arabic.clauses import Walk


PRONOUNS: Final = ("نه", "نها", "نهم", "نهما")
"""How "that" ends with the subject of its verb fused to it."""


class Scope:
    """What is known while a sentence is read: its clauses, who acts in them, who was last heard."""

    def __init__(self, sentence: Sentence, memory: Memory, grammar: Grammar,
                 read_word: Callable[[Grammar, Walk, int, Word], None], published: str,
                 chapeau: Holder | None):  # fmt: skip
        self.sentence = sentence
        self.words = sentence.words
        self.memory = memory
        self.grammar = grammar
        self.read_word = read_word
        self.published = published
        self.chapeau = chapeau
        self.drafts: list[Draft] = []
        self.levels: list[Level] = [Level()]
        self.begun = sentence.first
        """The first word of the sentence, or the first behind two dots."""
        self.taken = sentence.first
        """Words before this one are arguments of a verb already read."""
        self.consumed: set[int] = set()
        self.indefinite_text = -1
        """Word of an indefinite "a statement": the subject of the imperfect verbs that describe it."""
        self.attributions: list[tuple[int, int, int, int, Holder | None, str, str]] = []
        self.quote_until = -1
        """The word at which the innermost quotation that is a clause ends."""
        self.topic: Holder | None = None
        """The noun phrase that opens the sentence, until a verb has taken it."""

    def _inside_quote(self) -> bool:
        return any(level.quote_end >= 0 for level in self.levels[1:])

    def _names_speaker(self, reading: Reading, arguments: Arguments) -> bool:
        for phrase in arguments.phrases[:1]:
            if phrase.known and agrees(phrase.gender, reading_gender(reading), verb_first=True):
                holder = self.holder_of(phrase)
                return holder is not None and holder.kind in ("person", "role", "mention", "source", "holder", "agency")
        return False

    def holder_of(self, phrase: Phrase) -> Holder | None:
        """Return the holder that a phrase names; an unknown one is OTHER."""
        opener = self.levels[-1].opened_by
        last = opener.holder.actors if opener is not None and opener.holder is not None else self.memory.last_actors()
        actors = name_actors(phrase, self.published, last)
        if not actors or actors == ("STATEMENT",):
            issuer = find_issuer(self, phrase)
            if issuer:
                return Holder(issuer, phrase.gender, "mention", phrase.start, phrase.end)
        if not actors:
            group = find_group(self, phrase) or find_own(self, phrase)
            if group:
                return Holder(group, phrase.gender, "anaphor", phrase.start, phrase.end)
            return Holder(("OTHER",), phrase.gender, "unknown", phrase.start, phrase.end)
        if actors == ("PARTICIPANTS",) and phrase.parts[0][0].entry.use in ("collective", "anaphor"):
            actors = find_pair(self, phrase) or actors
        if self.memory.issuer and actors == ("STATEMENT",) and phrase.j == phrase.i + 1:
            actors = self.memory.issuer  # "the statement", after a side has spoken in one
        if self.words[phrase.i].text and len(actors) == 1 and actors[0] not in COMMON and phrase.j > phrase.i + 1:
            self.memory.issuer = actors  # "the statement of X": what "the statement" says next is X's
        if actors == ("STATEMENT",) and phrase.j > phrase.i + 1 and self.indefinite_text < 0:
            self.memory.issuer = ()  # the communiqué by its full name
        use = next((entity.entry.use for part in phrase.parts for entity in part if entity.entry.use == "person"), "")
        use = use or phrase.parts[0][0].entry.use
        if use == "agency" and not phrase.head_entity and self.words[phrase.i].cls & TITLE:
            use = "unknown"  # "the head of the agency" is none
        return Holder(actors, phrase.gender, use, phrase.start, phrase.end)

    def find_before(self, i: int, reading: Reading) -> Holder | None:
        """Return the subject that stands before the verb, if one does."""
        if reading.conj:
            return None
        sentence, words, inside = self.sentence, self.words, self.sentence.inside
        if i > sentence.first and words[i - 1].rest == "من":
            return Holder(("OTHER",), "c", "unknown")  # there are those who say
        k = i - 1
        if reading.kind == PERFECT and k > sentence.first and words[k].cls & COMP and words[k].rest == "ان":
            preceded = find_preceded(self, k)
            if preceded is not None:
                return preceded
        floor = max(sentence.first, self.taken)
        if k > sentence.first and words[k].fold == "قد" and inside.get(k - 1) and self.taken == k:
            floor = inside[k - 1].i  # "X had proposed": what was the auxiliary's subject is the verb's
        crossed_comma = False
        while k >= floor:
            word = words[k]
            if inside.get(k) is not None:
                break
            if word.fold in COMMAS or word.fold in ("-", "–", "—"):
                opening = open_aside(sentence, floor, k)
                if opening is None or crossed_comma:
                    return None
                crossed_comma = True
                k = opening - 1
                continue
            if word.fold in QUOTE_MARKS or word.fold == ")":
                beside = find_beside(self, k)
                if beside >= 0:
                    k = beside
                    break
                k -= 1
                continue
            if word.cls & (ADV | AUX | TIME) or word.rest in ("هو", "هي"):
                k -= 1
                continue
            if not (word.cls & REL and k > sentence.first and words[k - 1].lists & OFTEN):
                break
            k -= 2
        if k < floor:
            return None
        begin = self._phrase_begin(k, floor)
        if begin is None:
            return None
        phrase = read_phrase(sentence, begin, i)
        if phrase is None or phrase.j < k + 1 and not (phrase.known and phrase.j >= k - 3):
            return None
        if not agrees(phrase.gender, reading_gender(reading)):
            return None
        if not phrase.known:
            before = words[begin - 1] if begin > sentence.first else None
            opens = before is None or before.cls & (PUNCT | COMP | LINK | CONTRAST)
            if not opens or not words[phrase.i].article and phrase.j - phrase.i < 2:
                return None
        return self.holder_of(phrase)

    def _phrase_begin(self, k: int, floor: int = -1) -> int | None:
        """Return the first word of the noun phrase that ends at word `k`, or None where a preposition governs it."""
        words, inside = self.words, self.sentence.inside
        if floor < 0:
            floor = max(self.sentence.first, self.taken)
        begin = None
        while k >= floor:
            word = words[k]
            entity = inside.get(k)
            if entity is not None:
                if entity.i < floor:
                    return None
                begin = entity.i
                k = entity.i - 1
                if entity.proclitic in ("ب", "ك", "ل", "لل"):
                    if k < floor or not (words[k].nominal or inside.get(k)) or words[k].verbs and not words[k].nouns:
                        return None
                if entity.proclitic == "و" and not (k >= floor and (inside.get(k) or words[k].fold in QUOTE_MARKS)):
                    return begin
                continue
            if word.cls & PUNCT:
                if word.fold == "/" and k > floor and words[k - 1].fold == "/":
                    break  # "Tehran / agency //": where the report comes from
                if word.fold in QUOTE_MARKS or word.fold in "()/" or word.fold == "-":
                    k -= 1
                    continue
                following = inside.get(k + 1)
                if word.fold in COMMAS and following and following.entry.use == "person" and inside.get(k - 1):
                    k -= 1
                    continue
                break
            if word.cls & PREP and not word.cls & DEM:
                # A modifier of the head ("envoy to Syria") belongs to the phrase; anything else governs it.
                if word.fold in ("الي", "لدي", "باسم", "في", "من") and k - 1 >= floor and not word.conj and (
                    inside.get(k - 1) and inside[k - 1].entry.use in ("role", "mention", "source", "anaphor", "person")
                    and (word.fold not in ("في", "من") or inside[k - 1].entry.use == "source"
                         or word.fold == "في" and words[k + 1].place and not self._inside_quote())
                ):  # fmt: skip
                    k -= 1
                    continue
                return None
            if word.fold == "و" and k - 1 >= floor and begin is not None and (
                inside.get(k - 1) or words[k - 1].fold in QUOTE_MARKS and inside.get(k - 2)
            ):  # fmt: skip
                k -= 1
                continue
            if word.cls & REL:
                return None  # what stands behind a relative pronoun is no subject of the main clause
            if word.cls & (COMP | LINK | CONTRAST | CONJ | NEG | AUX | WHEN) or word.verbs and not word.nouns:
                break
            if not word.nominal:
                break
            begin = k
            if word.conj:
                break
            k -= 1
        return begin

    def choose_subject(
        self, i: int, reading: Reading, frames: Frames, arguments: Arguments
    ) -> tuple[Holder | None, list[Phrase], str]:
        """Return ``(holder, phrases left, how)``: the subject, and the phrases that are not it."""
        phrases = list(arguments.phrases)
        if frames.object_preps and not (frames.object or frames.that) and arguments.opener and len(phrases) == 2:
            second = self.words[phrases[1].i]
            fused = phrases[1].i == phrases[0].j and phrases[1].j == phrases[1].i + 1 and not phrases[0].known
            if fused and second.article and second.gender == "f" == phrases[0].gender and not phrases[1].known:
                del phrases[1]  # "tasked the joint group with": an adjective of the group
        gender = reading_gender(reading)
        if reading.person == 1:
            holder = self.resolve(gender, first_person=True)
            if holder is not None and holder.actors == ("OUTLET_SOURCE",) and reading.number == "p" and (
                frames.object == "agree" or any(act == "agree" for _, act in frames.preps)
            ):  # fmt: skip
                holder = PARTICIPANTS  # "we agreed on", says a source: those who met
            return holder, phrases, "pronoun"
        place = i - 1 - (self.words[i - 1].lists & JOINT > 0)
        of_text = place >= self.sentence.first and place == self.indefinite_text  # "with a joint statement that held"
        before = self.find_before(i, reading) if not of_text else None
        if before is not None and before.kind != "unknown":
            return before, phrases, "explicit subject"
        topic, self.topic = self.topic, None
        if topic is not None and not reading.conj and len(self.levels) == 1 and agrees(topic.gender, gender):
            return topic, phrases, "explicit subject"
        named = i > self.sentence.first and self.words[i - 1].cls & COMP and self.words[i - 1].rest.endswith(PRONOUNS)
        behind = phrases and not named and (not frames.idiom or phrases[0].head_entity)
        if behind and (not reading.owner or phrases[0].known):
            first = phrases[0]
            things = gender == "f" and not first.known and not frames.object_preps and arguments.opener in CLAUSAL
            fits = reading.number in ("s", "d") and (
                agrees(first.gender, gender, verb_first=True)
                or things and not (frames.object and self.words[first.i].article)  # "reports said that"
            )
            if fits and may_be_subject(self, first, phrases, frames, arguments, before, reading):
                holder = self.holder_of(first)
                told = holder is not None and holder.kind == "holder" and self.words[i + 1].fold in ("فيه", "فيها")
                if holder is not None and not told:  # "issued a statement in which it held the communiqué to be"
                    return holder, phrases[1:], "explicit subject"
        if before is not None:
            return before, phrases, "explicit subject"
        inside_it = i + 1 < self.sentence.last and self.words[i + 1].fold in ("فيه", "فيها", "خلاله")
        describes = of_text or reading.kind == IMPERFECT and i > self.indefinite_text
        if gender == "m" and self.indefinite_text >= 0 and describes and not inside_it and len(self.levels) == 1:
            return Holder(("STATEMENT",), "m", "holder"), phrases, "coordinated subject"
        holder = find_author(self, i) if inside_it and not reading.conj else None
        if gender == "p" and reading.conj and holder is None:
            holder = find_company(self, i)
        speaker = self.memory.speaker
        if holder is None and frames.more and len(self.levels) == 1 and self.levels[0].subject is None and (
            speaker is not None and self.chapeau is None and agrees(speaker.gender, gender)
        ):  # fmt: skip
            holder = unplace(speaker)  # "and added": whoever spoke, not who has arrived since
        holder = holder or self.resolve(gender)
        return holder, phrases, "pro-drop" if holder is None or holder.kind != "chapeau" else "chapeau"

    def resolve(self, gender: str, *, first_person: bool = False) -> Holder | None:
        """Resolve a verb or pronoun without a name: the clause's own subject, then who was last heard."""
        if first_person and self.chapeau is not None and not self._inside_quote():
            return self.chapeau
        for level in reversed(self.levels) if first_person else ():
            if level.opened_by is not None and level.opened_by.holder is not None:
                if level.opened_by.holder.actors == ("STATEMENT",):
                    return Holder(("GUARANTORS",), "p", "holder")  # "we", in the joint statement
                return unplace(level.opened_by.holder)
        for level in reversed(self.levels):
            if level.subject is not None and (first_person or agrees(level.subject.gender, gender)):
                if first_person and level.subject.actors == ("STATEMENT",):
                    return Holder(("GUARANTORS",), "p", "holder")  # "we", in the joint statement
                return unplace(level.subject)
        if self.chapeau is not None:
            return self.chapeau
        wanted = {"m": "mc", "f": "fpc", "p": "pdfc", "d": "dpc"}.get(gender, "mfpdc")
        found = self.memory.find(wanted)
        if found is None and gender in ("p", "d"):
            groups = {
                e.entry.actor_id for e in self.sentence.entities
                if e.entry.gender == "p" or e.entry.actor_id == "PARTICIPANTS"
            }  # fmt: skip
            if len(groups) == 1:
                return Holder((groups.pop(),), "p", "mention")  # after a meeting with the sides, "that they agreed"
        found = found or self.memory.find("mfpdc")
        return unplace(found) if found is not None else None

    def set_subject(self, holder: Holder | None, tense: str, depth: int, *, spoke: bool = True) -> None:
        """Note the subject of the clause just read."""
        level = self.levels[depth]
        if holder is not None and (depth == 0 or holder.kind != "unknown"):
            level.subject = holder  # who is in no list acts in his own clause only, when it is nested
        if tense:
            level.tense = tense
        if depth == 0 and holder is not None and holder.kind != "chapeau" and holder.start >= 0 and (
            spoke or holder.kind != "unknown"
        ):  # fmt: skip
            self.memory.remember(holder)
            if spoke:
                self.memory.speaker = holder

    def _is_coordinate(self, reading: Reading, arguments: Arguments, cue: bool) -> bool:
        """Tell whether a verb with "and" goes on with the main clause, not with a clause that describes a noun."""
        if reading.kind == PERFECT or not any(draft.opened for draft in self.drafts):
            return True
        if self._names_speaker(reading, arguments):
            return True
        return cue and (self.levels[0].tense in (IMPERFECT, "") or arguments.opener == "that")
