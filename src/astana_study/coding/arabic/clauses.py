"""The walk through a sentence, from predicate to predicate.

Clauses first, claims second: every verb moves the walk, whether it is a cue or not, so that the subject of a clause
is known before anybody asks for it. A clause opened by أن/إن, a quotation or a relative pronoun is nested; its
subject is never the next speaker of the main clause. What ends a clause ends the content that runs in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from astana_study.coding.arabic.arguments import COMMAS, Arguments, read_arguments
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.lexicon import (
    ADJ, ADV, ATTR, AUX, COMP, CONJ, CONTRAST, DEM, FUTURE, IMPERFECT, LINK, NEG, OTHER, PERFECT, PREP, PUNCT, REL,
    TIME, WHEN, Reading,
)  # fmt: skip
from astana_study.coding.arabic.phrases import QUOTE_MARKS, Phrase, name_actors, read_phrase
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.draft import Draft, Holder
from astana_study.coding.memory import Memory

SKIPPED = ADV | AUX | TIME
SUBORDINATE = {"حيث", "اذ"}
"""Links that go on with what is being said, unless a cue follows."""
RETURNING = {"فيما", "بينما", "كما", "لكن", "اما"}
"""Links behind which the main clause goes on, whatever was nested."""
UNREAL = {"اذا", "لو", "كي", "لكي", "لعل", "ليت"}


@dataclass(slots=True)
class Level:
    """One clause on the stack."""

    subject: Holder | None = None
    tense: str = ""
    opened_by: Draft | None = None
    quote_end: int = -1
    """For a quotation: the word at which it ends."""
    at: int = -1
    gender: str = ""
    """What agreement is known of a subject that names no actor."""


class Walk:
    """Walks one sentence; `drafts` collects the claims."""

    def __init__(
        self, sentence: Sentence, memory: Memory, grammar, read_word, published: str, chapeau: Holder | None
    ):
        self.sentence = sentence
        self.words = sentence.words
        self.memory = memory
        self.grammar = grammar
        self.read_word = read_word
        self.published = published
        self.chapeau = chapeau
        self.drafts: list[Draft] = []
        self.levels: list[Level] = [Level()]
        self.taken = sentence.first
        """Words before this one are arguments of a verb already read."""
        self.consumed: set[int] = set()
        self.indefinite_text = -1
        """Word of an indefinite "a statement": the subject of the imperfect verbs that describe it."""
        self.attributions: list[tuple] = []
        self.topic: Holder | None = None
        """The noun phrase that opens the sentence, until a verb has taken it."""

    # -- the walk --------------------------------------------------------------------------------------------------

    def run(self) -> list[Draft]:
        """Read the whole sentence."""
        sentence, words, inside = self.sentence, self.words, self.sentence.inside
        grammar, read_word = self.grammar, self.read_word
        last = sentence.last
        self._read_opening()
        for i in sentence.active:
            word = words[i]
            level = self.levels[-1]
            if level.quote_end >= 0 and i >= level.quote_end:
                self._leave_quote()
            cls = word.cls
            if cls & PUNCT:
                continue
            if i not in self.consumed:
                if cls & COMP and not self._is_opener(i):
                    self._note_complementizer(i)
                elif word.verbs or word.participles or word.nouns or cls & ATTR:
                    entity = inside.get(i)
                    if entity is None or (entity.entry.use == "weak" and entity.i == i and word.verbs):
                        read_word(grammar, self, i, word)
            if word.text and (i not in inside or inside[i].j == i + 1):
                if i + 1 < last and not words[i + 1].article:
                    self.indefinite_text = i
        self.close(last, 0)
        return self.drafts

    def _read_opening(self) -> None:
        """Note whom a sentence begins with: its first name, or the subject of a first verb nobody knows."""
        sentence, words = self.sentence, self.words
        i = sentence.first
        while i < sentence.last and (
            words[i].cls & (LINK | CONTRAST | ADV | DEM | PUNCT) and i not in sentence.entity_at and words[i].fold != ":"
        ):
            i += 1
        if i >= sentence.last:
            return
        entity = sentence.entity_at.get(i)
        word = words[i]
        if entity is None:
            if word.verbs or word.cls or word.article or word.nouns or word.participles or i + 1 >= sentence.last:
                return
            following = sentence.entity_at.get(i + 1)
            if following is None or following.proclitic or following.entry.use in ("holder",):
                return
            phrase = read_phrase(sentence, i + 1, sentence.last)
            holder = self.holder_of(phrase) if phrase else None
            if holder is not None and (holder.gender == "f") == word.fold.endswith("ت"):
                self.set_subject(holder, PERFECT, 0)
                self.taken = max(self.taken, phrase.j)
            return
        if entity.proclitic in ("ب", "ك", "ل", "لل"):
            return
        phrase = read_phrase(sentence, i, sentence.last)
        if phrase is None or phrase.j >= sentence.last or words[phrase.j].fold == ":":
            return
        self.topic = self.holder_of(phrase)
        if self.topic is not None:
            self.levels[0].subject = self.topic
            if not words[phrase.j].verbs:
                self.memory.remember(self.topic)

    def _is_opener(self, i: int) -> bool:
        return self.levels[-1].at == i

    def _note_complementizer(self, i: int) -> None:
        """Another "and that": the content of the cue goes on, what was nested in its first part ends."""
        depth = len(self.levels) - 1
        if depth and self.words[i].conj and self.levels[-1].quote_end < 0:
            self.close(i, depth)
            level = self.levels[-1]
            level.subject, level.gender, level.tense = None, "", ""
            holder = level.opened_by.holder if level.opened_by else None
            self._find_nested_subject(level, i, holder)

    def _leave_quote(self) -> None:
        while len(self.levels) > 1:
            level = self.levels.pop()
            if level.quote_end >= 0:
                break

    # -- closing and opening ---------------------------------------------------------------------------------------

    def close(self, boundary: int, depth: int) -> None:
        """End every content that runs on at this depth or deeper, at word `boundary`."""
        sentence, words = self.sentence, self.words
        end = boundary
        while end > sentence.first and (
            words[end - 1].fold in COMMAS
            or words[end - 1].fold in (".", "؛", ";", "-", "–", "—", "!", "؟", "?", "…", ":", "..")
            or (words[end - 1].cls & (LINK | CONTRAST | CONJ) and not words[end - 1].cls & (PREP | REL))
            or words[end - 1].conj and words[end - 1].cls & ADV
        ):
            end -= 1
        for draft in self.drafts:
            if draft.opened and draft.depth >= depth:
                draft.opened = False
                if draft.content_start >= 0 and end > sentence.first:
                    stop = end
                    if words[stop - 1].fold in QUOTE_MARKS and draft.quote is None:
                        opening = sum(
                            1 for k in range(sentence.first, stop)
                            if sentence.starts[k] >= draft.content_start and words[k].fold in QUOTE_MARKS
                        )  # fmt: skip
                        if opening % 2:
                            stop -= 1
                    draft.content_end = max(draft.content_end, sentence.ends[stop - 1])
        while len(self.levels) > depth + 1:
            self.levels.pop()

    def open(self, draft: Draft, arguments: Arguments, subject: Holder | None) -> None:
        """Open the nested clause behind "that", a colon or a quotation mark."""
        level = Level(opened_by=draft, at=arguments.at)
        if arguments.quote is not None:
            level.quote_end = arguments.quote.j
            level.subject = subject
        elif arguments.opener == "colon":
            level.subject = subject
        else:
            self._find_nested_subject(level, arguments.at, subject)
        self.levels.append(level)

    def _find_nested_subject(self, level: Level, at: int, subject: Holder | None) -> None:
        word = self.words[at]
        pronoun = next((p for p in ("هما", "هم", "ها", "نا", "ه", "ي") if word.rest.endswith("ن" + p)), "")
        if pronoun:
            gender = {"ه": "m", "ها": "f", "هم": "p", "هما": "d", "نا": "1", "ي": "1"}[pronoun]
            level.gender = gender
            if subject is not None and (gender == "1" or agrees(subject.gender, gender)):
                level.subject = subject._replace(start=-1, end=-1)
            return
        phrase = read_phrase(self.sentence, at + 1, self.sentence.last) if at + 1 < self.sentence.last else None
        if phrase is None:
            return
        level.gender = phrase.gender
        holder = self.holder_of(phrase)
        if holder is not None and phrase.known and not self.sentence.entity_at.get(phrase.i, _NONE).proclitic:
            level.subject = holder

    # -- predicates ------------------------------------------------------------------------------------------------

    def is_negated(self, i: int) -> bool:
        """Tell whether a verb is negated, future, wished for or conditional: no report of an act."""
        words = self.words
        k = i - 1
        while k >= self.sentence.first and words[k].cls & (ADV | TIME) and not words[k].cls & NEG:
            k -= 1
        if k < self.sentence.first:
            return False
        word = words[k]
        if word.cls & (NEG | FUTURE) and word.fold not in ("غير",) and word.cls & NEG | word.cls & FUTURE:
            return True
        if word.rest == "ما" and k - 1 >= self.sentence.first and words[k - 1].fold in ("،", ","):
            return False
        return word.rest in UNREAL or word.cls & WHEN and word.fold in ("اذا", "لو")

    def is_subjunctive(self, i: int, reading: Reading) -> bool:
        """أن directly before an imperfect: what is wanted, not what is reported."""
        if reading.kind != IMPERFECT or i == self.sentence.first:
            return False
        before = self.words[i - 1]
        if i - 2 >= self.sentence.first and self.words[i - 2].rest in ("قبل", "بعد", "منذ", "الي"):
            return False  # "before adding that": it was added
        return bool(before.cls & COMP and before.rest in ("ان", "بان", "الا"))

    def is_relative(self, i: int) -> bool:
        """Tell whether a relative pronoun governs the verb."""
        k = i - 1
        words = self.words
        while k >= self.sentence.first and words[k].cls & (ADV | AUX | NEG):
            k -= 1
        return k >= self.sentence.first and bool(words[k].cls & REL) and not words[k].cls & COMP

    def settle_depth(self, i: int, reading: Reading, arguments: Arguments, cue: bool) -> int:
        """Decide in which clause a verb stands, and close what it ends. Returns the first word of its clause."""
        sentence, words = self.sentence, self.words
        start = i
        link = False
        links = []
        k = i - 1
        while k >= sentence.first and words[k].cls & SKIPPED and not words[k].cls & (COMP | LINK | CONTRAST | CONJ):
            if words[k].conj:
                link = True
                start = k
            k -= 1
        entity = sentence.inside.get(k)
        if entity is not None and not reading.conj and k >= self.taken:
            begin = self._phrase_begin(k)
            if begin is not None:
                first = sentence.entity_at.get(begin)
                link = link or first is not None and first.proclitic == "و"
                start, k = begin, begin - 1
        while k >= sentence.first and (words[k].cls & (SKIPPED | LINK | CONTRAST | CONJ) and not words[k].cls & COMP):
            if words[k].cls & (LINK | CONTRAST | CONJ) or words[k].conj:
                link = True
                start = k
                links.append(words[k].rest)
            k -= 1
        if k >= sentence.first and words[k].fold == "في" and start == k + 1 and words[start].fold == "حين":
            link, start, k = True, k, k - 1
            links.append("فيما")
        comma = k >= sentence.first and words[k].fold in ("،", ",", "؛", ";", "-", "–", "..")
        conj = reading.conj or (words[start].conj if start < i else "")
        if len(self.levels) == 1:
            if links and not cue and SUBORDINATE.issuperset(links) or reading.lemma == "ليس":
                return start
            if link or conj and self._is_coordinate(reading, arguments, cue) or comma and cue:
                self.close(start, 0)
            return start
        if self._inside_quote():
            if conj or link:
                self._close_siblings(start)
            return start
        nested, main = self.levels[-1], self.levels[0]
        if self._returns_to_main(reading, arguments, nested, main, conj, links, comma):
            self.close(start, 0)
        elif conj or link:
            self._close_siblings(start)
        return start

    def _is_coordinate(self, reading: Reading, arguments: Arguments, cue: bool) -> bool:
        """Tell whether a verb with "and" goes on with the main clause, not with a clause that describes a noun."""
        if reading.kind == PERFECT or not any(draft.opened for draft in self.drafts):
            return True
        if self._names_speaker(reading, arguments):
            return True
        return cue and self.levels[0].tense in (IMPERFECT, "")

    def _inside_quote(self) -> bool:
        return any(level.quote_end >= 0 for level in self.levels[1:])

    def _close_siblings(self, boundary: int) -> None:
        depth = len(self.levels) - 1
        if any(draft.opened and draft.depth == depth for draft in self.drafts):
            self.close(boundary, depth)

    def _returns_to_main(self, reading, arguments, nested, main, conj, links, comma) -> bool:
        if RETURNING.intersection(links):
            return True
        if not conj and not links:
            return comma and bool(reading.kind == PERFECT and self._names_speaker(reading, arguments)
                                  and nested.tense != PERFECT)  # fmt: skip
        tense = main.tense or PERFECT
        if reading.kind != tense:
            return False
        if self._names_speaker(reading, arguments):
            return True
        fits_main = main.subject is None or agrees(main.subject.gender, reading_gender(reading))
        fits_nested = bool(
            (nested.subject and agrees(nested.subject.gender, reading_gender(reading)))
            or (nested.gender and agrees(nested.gender, reading_gender(reading)))
        )
        if fits_main and not fits_nested:
            return True
        if fits_nested and not fits_main:
            return False
        return fits_main and nested.tense != tense or fits_main and reading.kind == PERFECT and nested.tense != PERFECT

    def _names_speaker(self, reading: Reading, arguments: Arguments) -> bool:
        for phrase in arguments.phrases[:1]:
            if phrase.known and agrees(phrase.gender, reading_gender(reading), verb_first=True):
                holder = self.holder_of(phrase)
                return holder is not None and holder.kind in ("person", "role", "mention", "source", "holder", "agency")
        return False

    # -- subjects --------------------------------------------------------------------------------------------------

    def holder_of(self, phrase: Phrase) -> Holder | None:
        """Return the holder that a phrase names; an unknown one is OTHER."""
        opener = self.levels[-1].opened_by
        last = opener.holder.actors if opener is not None and opener.holder is not None else self.memory.last_actors()
        actors = name_actors(phrase, self.published, last)
        if not actors:
            if phrase.known and any(e.entry.use != "anaphor" for part in phrase.parts for e in part):
                return None
            return Holder(("OTHER",), phrase.gender, "unknown", phrase.start, phrase.end)
        use = next((entity.entry.use for part in phrase.parts for entity in part if entity.entry.use == "person"), "")
        return Holder(actors, phrase.gender, use or phrase.parts[0][0].entry.use, phrase.start, phrase.end)

    def find_before(self, i: int, reading: Reading) -> Holder | None:
        """Return the subject that stands before the verb, if one does."""
        if reading.conj:
            return None
        sentence, words, inside = self.sentence, self.words, self.sentence.inside
        k = i - 1
        crossed_comma = False
        while k >= max(sentence.first, self.taken):
            word = words[k]
            if inside.get(k) is not None:
                break
            if word.fold in COMMAS or word.fold in ("-", "–", "—"):
                opening = self._open_aside(k)
                if opening is None or crossed_comma:
                    return None
                crossed_comma = True
                k = opening - 1
                continue
            if word.cls & (ADV | AUX | TIME) or word.fold in QUOTE_MARKS or word.fold == ")" or word.rest in ("هو", "هي"):  # noqa: E501
                k -= 1
                continue
            break
        if k < max(sentence.first, self.taken):
            return None
        begin = self._phrase_begin(k)
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

    def _open_aside(self, comma: int) -> int | None:
        """Return the comma that opens the aside closed by this one."""
        sentence, words = self.sentence, self.words
        for k in range(comma - 1, max(sentence.first, self.taken, comma - 30), -1):
            if words[k].fold in COMMAS or words[k].fold in ("-", "–", "—"):
                inner = words[k + 1]
                if inner.cls & (REL | PREP | TIME | ADV) or sentence.inside.get(k + 1) or inner.fold.startswith("و"):
                    return k
                return k if inner.nominal and not inner.participles else None
        return None

    def _phrase_begin(self, k: int) -> int | None:
        """Return the first word of the noun phrase that ends at word `k`, or None where a preposition governs it."""
        sentence, words, inside = self.sentence, self.words, self.sentence.inside
        floor = max(sentence.first, self.taken)
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
                    if k < floor or not (words[k].nominal or inside.get(k)):
                        return None
                if entity.proclitic == "و" and not (k >= floor and (inside.get(k) or words[k].fold in QUOTE_MARKS)):
                    return begin
                continue
            if word.cls & PUNCT:
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
                    and (word.fold not in ("في", "من") or inside[k - 1].entry.use == "source")
                ):  # fmt: skip
                    k -= 1
                    continue
                return None
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

    def choose_subject(self, i: int, reading: Reading, frames: Frames, arguments: Arguments, floor: int):
        """Return ``(holder, phrases left, how)``: the subject, and the phrases that are not it."""
        phrases = list(arguments.phrases)
        gender = reading_gender(reading)
        if reading.person == 1:
            return self.resolve(gender, first_person=True), phrases, "pronoun"
        before = self.find_before(i, reading)
        if before is not None and before.kind != "unknown":
            return before, phrases, "explicit subject"
        topic, self.topic = self.topic, None
        if topic is not None and not reading.conj and len(self.levels) == 1 and agrees(topic.gender, gender):
            return topic, phrases, "explicit subject"
        if phrases and not frames.phrase and (not reading.owner or frames.that):
            first = phrases[0]
            fits = agrees(first.gender, gender, verb_first=True) and reading.number in ("s", "d")
            if fits and self._may_be_subject(first, phrases, frames, arguments, before, reading):
                holder = self.holder_of(first)
                if holder is not None:
                    return holder, phrases[1:], "explicit subject"
        if before is not None and (frames.that or frames.quote):
            return before, phrases, "explicit subject"
        if gender == "m" and self.indefinite_text >= 0 and len(self.levels) == 1 and (
            i == self.indefinite_text + 1 or reading.kind == IMPERFECT and i > self.indefinite_text
        ):  # fmt: skip
            return Holder(("STATEMENT",), "m", "holder"), phrases, "coordinated subject"
        holder = self.resolve(gender)
        return holder, phrases, "pro-drop" if holder is None or holder.kind != "chapeau" else "chapeau"

    def _may_be_subject(self, first: Phrase, phrases, frames: Frames, arguments: Arguments, before, reading) -> bool:
        if frames.object_preps and len(phrases) == 1 and first.known and first.parts[0][0].entry.use == "addressee":
            return False
        if not first.known:
            if before is not None:
                return False
            if frames.object or "np" in frames.light:
                return len(phrases) > 1 and arguments.opener in ("", "that") or bool(
                    arguments.opener in ("that", "quote", "colon") and frames.that
                )
            return True
        if frames.object and not arguments.opener and len(phrases) == 1:
            # One phrase behind a transitive verb: subject only if nothing else could be, and an object is missing.
            entity = first.parts[0][0]
            return first.head_entity and entity.entry.use not in ("weak",) and self._has_object_behind(arguments)
        if frames.object_preps and len(phrases) == 1 and arguments.opener:
            own = self.levels[-1].subject
            if not frames.preps and not frames.that:
                return bool(reading.owner) or own is None and self.memory.last() is None
            return first.head_entity or first.known
        return True

    def _has_object_behind(self, arguments: Arguments) -> bool:
        j = arguments.stop
        if j >= self.sentence.last:
            return False
        word = self.words[j]
        return bool(word.nominal and not word.cls & PUNCT and not word.verbs or word.cls & (COMP))

    def resolve(self, gender: str, *, first_person: bool = False) -> Holder | None:
        """Resolve a verb or pronoun without a name: the clause's own subject, then who was last heard."""
        if first_person and self.chapeau is not None and not self._inside_quote():
            return self.chapeau
        for level in reversed(self.levels):
            if level.subject is not None and (first_person or agrees(level.subject.gender, gender)):
                return level.subject._replace(start=-1, end=-1)
        if self.chapeau is not None:
            return self.chapeau
        wanted = {"m": "m", "f": "fp", "p": "pdf", "d": "dp", "1": "mfpd"}.get(gender, "mfpd")
        for letters in (wanted, "mfpd"):
            found = self.memory.find(letters)
            if found is not None:
                return found._replace(start=-1, end=-1)
        return None

    def set_subject(self, holder: Holder | None, tense: str, depth: int, *, spoke: bool = True) -> None:
        """Note the subject of the clause just read."""
        level = self.levels[depth]
        if holder is not None:
            level.subject = holder
        if tense:
            level.tense = tense
        if depth == 0 and holder is not None and holder.kind != "chapeau" and holder.start >= 0 and (
            spoke or holder.kind != "unknown"
        ):  # fmt: skip
            self.memory.remember(holder)


class _NoEntity:
    proclitic = ""


_NONE = _NoEntity()


def reading_gender(reading: Reading) -> str:
    """Return what a verb form asks of its subject: ``m``, ``f``, ``p``, ``d`` or ``1``."""
    if reading.person == 1:
        return "1"
    if reading.number == "d":
        return "d"
    if reading.number == "p":
        return "p"
    return reading.gender


def agrees(holder: str, verb: str, *, verb_first: bool = False) -> bool:
    """Tell whether a subject and a verb (or pronoun) agree.

    A verb before its subject is singular whatever comes; plurals of things are feminine singular.

    Examples
    --------
    >>> agrees("f", "m"), agrees("p", "m", verb_first=True), agrees("p", "f")
    (False, True, True)
    """
    if verb == "1" or holder == "c":
        return True
    if verb == "m":
        return holder == "m" or verb_first and holder in ("p", "d")
    if verb == "f":
        return holder in ("f", "p") or verb_first and holder in ("d",)
    if verb == "p":
        return holder in ("p", "d", "f")
    return holder in ("d", "p", "f")


__all__ = ["ADJ", "Level", "Walk", "agrees", "read_arguments", "reading_gender"]
