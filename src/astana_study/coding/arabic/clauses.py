"""The walk through a sentence, from predicate to predicate.

Clauses first, claims second: every verb moves the walk, whether it is a cue or not, so that the subject of a clause
is known before anybody asks for it. A clause opened by أن/إن, a quotation or a relative pronoun is nested; its
subject is never the next speaker of the main clause. What ends a clause ends the content that runs in it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.company import note_issuer
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.labels import find_closing
from astana_study.coding.arabic.levels import (
    NO_ENTITY,
    Level,
    agrees,
    concedes,
    is_compared,
    is_joined,
    joins_list,
    opens_time,
    reading_gender,
)  # fmt: skip
from astana_study.coding.arabic.openings import read_opening
from astana_study.coding.arabic.phrases import QUOTE_MARKS, read_phrase
from astana_study.coding.arabic.scope import Scope
from astana_study.coding.arabic.words import (
    ADV,
    ATTR,
    AUX,
    COMP,
    CONJ,
    CONTRAST,
    FUTURE,
    LINK,
    NEG,
    PREP,
    PUNCT,
    REL,
    TIME,
    WHEN,
    Reading,
)  # fmt: skip
from astana_study.coding.draft import Draft, Holder, unplace

SKIPPED: Final = ADV | AUX | TIME
LINKING: Final = SKIPPED | LINK | CONTRAST | CONJ
SUBORDINATE: Final = {"حيث", "اذ"}
"""Links that go on with what is being said, unless a cue follows."""
RETURNING: Final = {"فيما", "بينما", "كما", "لكن", "اما"}
"""Links behind which the main clause goes on, whatever was nested."""
ADVERSATIVE: Final = {"الا", "غير", "بيد"}  # "but", with "that" behind it
SPOKEN: Final = {"لكن", "كما", "فيما", "بينما"}
"""Those of them behind which a verb that is no cue still belongs to what is said."""
LATE: Final = {"اذ", "بعدما", "فيما", "بينما"}
"""Links behind which the main clause comes second."""
UNREAL: Final = {"اذا", "لو", "كي", "لكي", "لعل", "ليت"}


class Walk(Scope):
    """Walks one sentence; `drafts` collects the claims."""

    def run(self) -> list[Draft]:
        """Read the whole sentence."""
        sentence, words, inside = self.sentence, self.words, self.sentence.inside
        grammar, read_word = self.grammar, self.read_word
        last = sentence.last
        read_opening(self)
        for i in sentence.active:
            word = words[i]
            if 0 <= self.quote_until <= i:
                self._leave_quote(i)
            cls = word.cls
            if cls & PUNCT:
                if word.fold == ".." and i + 1 < last:
                    if (words[i + 1].cls & CONTRAST or words[i + 1].conj and words[i + 1].article) and self._runs_on():
                        continue  # "he said: they play.. but they must": the words go on
                    self.begun = i + 1
                if word.fold == ".." or word.fold == "." and self.quote_until >= 0:
                    # A full stop inside a quotation, or two dots for one: what runs on in that sentence ends.
                    self.close(i, max(d if level.quote_end >= 0 else 0 for d, level in enumerate(self.levels)))
                continue
            if cls & ATTR and word.conj and i - 1 >= sentence.first and words[i - 1].fold in COMMAS and not (
                words[i - 2].cls & COMP
            ):  # fmt: skip
                self.close(i, 0)  # ", and according to"
            if i not in self.consumed:
                if cls & COMP and not self._is_opener(i):
                    self._note_complementizer(i)
                elif word.verbs or word.participles or word.nouns or cls & ATTR:
                    entity = inside.get(i)
                    if entity is None or (entity.entry.use == "weak" and entity.i == i and word.verbs):
                        read_word(grammar, self, i, word)
            if word.text and (i not in inside or inside[i].i == i):
                if i + 1 < last and (words[i + 1].prep or not words[i + 1].article):
                    self.indefinite_text = i
                    note_issuer(self, i)
        self.close(last, 0)
        return self.drafts

    def _runs_on(self) -> bool:
        """Tell whether somebody's own words run on behind two dots: they stand behind a colon or in marks."""
        opener = self.levels[-1].opened_by
        return opener is not None and opener.direct

    def _is_opener(self, i: int) -> bool:
        return self.levels[-1].at == i

    def _note_complementizer(self, i: int) -> None:
        """Another "and that": the content of the cue goes on, what was nested in its first part ends."""
        depth = 0 if concedes(self.sentence, i) else len(self.levels) - 1
        if depth and i > self.sentence.first and self.words[i - 1].rest == "كما":
            self._close_siblings(i - 1)
        if depth and self.words[i].conj and self.levels[-1].quote_end < 0:
            self.close(i, depth)
            level = self.levels[-1]
            level.subject, level.gender, level.tense = None, "", ""
            holder = level.opened_by.holder if level.opened_by else None
            self._find_nested_subject(level, i, holder)

    def _leave_quote(self, i: int) -> None:
        while any(0 <= level.quote_end <= i for level in self.levels):
            self.levels.pop()
        self.quote_until = min((level.quote_end for level in self.levels if level.quote_end >= 0), default=-1)

    def close(self, boundary: int, depth: int) -> None:
        """End every content that runs on at this depth or deeper, at word `boundary`."""
        sentence, words = self.sentence, self.words
        end = boundary
        while end > sentence.first and (
            words[end - 1].fold in COMMAS
            or words[end - 1].fold in (".", "؛", ";", "-", "–", "—", "!", "؟", "?", "…", ":", "..")
            or (words[end - 1].cls & (LINK | CONTRAST | CONJ) and not words[end - 1].cls & (PREP | REL))
            or words[end - 1].conj
            and words[end - 1].cls & ADV
        ):
            end -= 1
        for draft in self.drafts:
            if draft.opened and draft.depth >= depth:
                draft.opened = False
                if self._is_set_off(draft):
                    continue  # the quotation was all of it
                if draft.content_start >= 0 and end > sentence.first:
                    if (closing := find_closing(sentence, draft.content_start, boundary)) >= 0:
                        draft.content_end = max(draft.content_end, sentence.ends[closing])
                        continue
                    stop = end
                    if words[stop - 1].fold in QUOTE_MARKS and draft.quote is None:
                        inside = bisect_left(sentence.starts, draft.content_start, sentence.first, stop)
                        stop -= sum(words[k].fold in QUOTE_MARKS for k in range(inside, stop)) % 2
                    draft.content_end = max(draft.content_end, sentence.ends[stop - 1])
        while len(self.levels) > depth + 1:
            self.levels.pop()

    def _is_set_off(self, draft: Draft) -> bool:
        """Tell whether a mark follows the quotation that a content is, so that nothing more belongs to it."""
        if draft.quote is None:
            return False
        text, end = self.sentence.text, draft.quote[1]
        return draft.content_end == end and text[end + 1 : end + 2] in ("،", ",", ".", "؛", ";", "", "\n")

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
            quote = self.sentence.quote_at.get(arguments.at + 1) if draft.quote is not None else None
            if quote is not None and self._is_set_off(draft):
                level.quote_end = quote.j
        if level.quote_end >= 0:
            self.quote_until = level.quote_end
        self.levels.append(level)

    def _find_nested_subject(self, level: Level, at: int, subject: Holder | None) -> None:
        rest = self.words[at].rest
        pronoun = next((p for p in ("هما", "هم", "ها", "نا", "ه", "ي") if rest.endswith("ن" + p)), "")
        if pronoun:
            gender = {"ه": "m", "ها": "f", "هم": "p", "هما": "d", "نا": "1", "ي": "1"}[pronoun]
            level.gender = gender
            if subject is not None and (gender == "1" or agrees(subject.gender, gender)):
                level.subject = unplace(subject)
            return
        last = self.sentence.last
        if at + 1 >= last or (phrase := read_phrase(self.sentence, at + 1, last)) is None:
            return
        level.gender = phrase.gender
        holder = self.holder_of(phrase)
        if holder is not None and phrase.known and not self.sentence.entity_at.get(phrase.i, NO_ENTITY).proclitic:
            level.subject = holder

    def is_negated(self, i: int, *, told: bool = False) -> bool:
        """Tell whether a verb is negated, future, wished for or conditional: no report of an act, unless it is told."""
        words = self.words
        k = i - 1
        while k >= self.sentence.first and words[k].cls & (ADV | TIME) and not words[k].cls & NEG:
            k -= 1
        if k < self.sentence.first:
            return False
        word = words[k]
        hoped = word.rest in ("كان", "كانت") and k > self.sentence.first and words[k - 1].rest == "كما"
        may = word.rest == "قد" and all(reading.kind == IMPERFECT for reading in words[i].verbs)  # "may announce"
        if hoped or may or word.cls & (NEG | FUTURE) and word.fold != "غير":
            return True
        if word.rest == "ما" and k - 1 >= self.sentence.first and words[k - 1].fold in ("،", ","):
            return False
        if word.cls & WHEN:  # "when they agree": not yet
            if word.fold in ("اذا", "لو"):
                return True
            meanwhile = word.fold == "حين" and k > self.sentence.first and words[k - 1].fold in ("في", "وفي", "ففي")
            return not (meanwhile or told) and all(reading.kind == IMPERFECT for reading in words[i].verbs)
        return word.rest in UNREAL

    def is_attribution(self, i: int) -> bool:
        """حسبما ذكرت, وفق ما أفاد, "على ما قال": the verb only attributes the clause it hangs on."""
        words, first = self.words, self.sentence.first
        if i <= first:
            return False
        before = words[i - 1]
        return (
            bool(before.cls & ATTR) or before.rest in ("ما", "لما") and i - 2 >= first and bool(words[i - 2].cls & ATTR)
            or before.fold == "ما" and i - 3 >= first and words[i - 2].fold == "علي" and words[i - 3].fold in COMMAS
        )

    def settle_depth(self, i: int, reading: Reading, arguments: Arguments, frames: Frames) -> None:
        """Decide in which clause a verb stands, and close what it ends."""
        sentence, words = self.sentence, self.words
        if is_joined(words, sentence.first, i, reading):
            return
        cue = frames.lemma != ""
        start = i
        link = False
        links = []
        k = i - 1
        while (
            k >= sentence.first
            and words[k].cls & (SKIPPED | NEG)
            and not words[k].cls & (COMP | LINK | CONTRAST | CONJ)
        ):
            if words[k].conj:
                link = True
                start = k
            k -= 1
        if k >= sentence.first and words[k].cls & REL and opens_time(words, sentence.first, k):
            link, start, k = True, k - 2, k - 3
            links.append("فيما")  # "at the time that": the main clause goes on
        entity = sentence.inside.get(k)
        if entity is not None and not reading.conj and not link and k >= self.taken:
            begin = self._phrase_begin(k)
            if begin is not None and not joins_list(sentence, begin, reading):
                first = sentence.entity_at.get(begin)
                link = link or first is not None and first.proclitic == "و"
                start, k = begin, begin - 1
        while k >= sentence.first and words[k].cls & LINKING and not (
            words[k].cls & COMP or is_compared(words, k, cue=cue)
        ):  # fmt: skip
            if words[k].cls & (LINK | CONTRAST | CONJ) or words[k].conj:
                link = True
                start = k
                links.append(words[k].rest)
            k -= 1
        if k >= sentence.first and words[k].fold == "في" and start == k + 1 and words[start].fold == "حين":
            link, start, k = True, k, k - 1
            links.append("فيما")
        if cue:
            if reading.kind == PERFECT and k > sentence.first and words[k].cls & COMP and (
                words[k - 1].rest in ADVERSATIVE
            ):  # fmt: skip
                link, start, k = True, k - 1, k - 2  # "except that he insisted"
                links.append("لكن")
            if frames.more and reading.conj and arguments.opener in ("that", "quote", "colon"):
                links.append("كما")  # "and added that"
        comma = k >= sentence.first and words[k].fold in ("،", ",", "؛", ";", "-", "–", "..")
        conj = reading.conj or (words[start].conj if start < i else "")
        if reading.lemma in ("ليس", "زال"):
            return
        goes_on = bool(links) and not cue and SUBORDINATE.issuperset(links)
        if len(self.levels) == 1:
            if goes_on:
                return
            fronted = comma and self.words[self.begun].cls & (PREP | ADV) and reading.kind == PERFECT and self.drafts
            describing = conj and reading.kind == IMPERFECT and self.levels[0].tense == PERFECT and not arguments.opener
            if link or conj and self._is_coordinate(reading, arguments, cue) or comma and cue and not describing or (
                fronted and self.drafts[-1].mode == "nominal"  # "amid calls for X, the round began"
            ):  # fmt: skip
                self.close(start, 0)
            return
        if self._inside_quote():
            if conj or link:
                self._close_siblings(start)
            return
        if goes_on:
            return
        nested, main = self.levels[-1], self.levels[0]
        if reading.lemma == "كان" and comma and conj and any(word.fold == "قد" for word in words[i + 2 : i + 8]):
            return self.close(i, 0)  # ", and X had": the outlet looks back
        if not cue:
            links = [link for link in links if link not in SPOKEN]
        same = nested.subject and main.subject and nested.subject.actors == main.subject.actors
        speaks = cue and conj and same and reading.kind == (main.tense or PERFECT)  # he said that he, and he voiced
        if speaks or self._returns_to_main(reading, arguments, nested, main, conj, links, comma, cue):
            self.close(start, 0)
        elif conj or link:
            self._close_siblings(start)

    def _close_siblings(self, boundary: int) -> None:
        depth = len(self.levels) - 1
        if any(draft.opened and draft.depth == depth for draft in self.drafts):
            self.close(boundary, depth)

    def _returns_to_main(self, reading: Reading, arguments: Arguments, nested: Level, main: Level, conj: str,
                         links: list[str], comma: bool, cue: bool) -> bool:  # fmt: skip
        if RETURNING.intersection(links):
            # "as it will also meet": what was said to come goes on.
            return not (reading.future and links == ["كما"] and nested.tense == IMPERFECT)
        if not conj and not links:
            back = self._names_speaker(reading, arguments) and nested.tense != PERFECT
            late = self.words[self.begun].rest in LATE and (
                arguments.opener in ("that", "quote", "colon") or cue and bool(arguments.phrases)
            )
            return comma and reading.kind == PERFECT and (back or late)  # "while he affirmed that …, he said that"
        tense = main.tense or PERFECT
        if reading.kind != tense:
            return False
        if self._names_speaker(reading, arguments):
            return True
        relates = main.subject is not None and main.subject.kind in ("source", "agency")
        if not cue and (relates or not comma and not links):
            return False  # what is done behind their words is told, too
        fits_main = main.subject is None or agrees(main.subject.gender, reading_gender(reading))
        if fits_main and conj == "و" and arguments.opener == "quote":
            return True  # "and said “…”"
        fits_nested = bool(
            (nested.subject and agrees(nested.subject.gender, reading_gender(reading)))
            or (nested.gender and agrees(nested.gender, reading_gender(reading)))
        )
        if fits_main and not fits_nested:
            return True
        if fits_nested and not fits_main:
            return False
        return fits_main and nested.tense != tense or fits_main and reading.kind == PERFECT and nested.tense != PERFECT
