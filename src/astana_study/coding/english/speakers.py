"""Contents that stand before their speaker: trailing, inverted, and those with `as`."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.addressees import PARTICIPANTS
from astana_study.coding.english.clauses import FINITE, INFINITIVE, PARTICIPLE, Group
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.inversion import DISCOURSE, Inversion
from astana_study.coding.english.lexicon import (
    COMMA,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    NUMBER,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    SUB,
    TIME,
)
from astana_study.coding.english.openings import skip_phrase, skip_time
from astana_study.coding.english.recall import fits
from astana_study.coding.english.verbhood import MEETING

SUBORDINATING: Final = {"while", "although", "though", "if", "because", "unless"}
"""What opens a clause that is said together with the quotation behind it."""


class Speakers(Inversion):
    """Contents that stand before their speaker: trailing, inverted, and those with `as`. Part of `grammar.Reading`."""

    def _quote_before(self, mark: int) -> bool:
        """Whether a quotation ends at the mark before a trailing speaker."""
        sentence = self.sentence
        return any(q.j in (mark, mark - 1) and q.i - 1 < mark and q.kind == "speech" for q in sentence.quotes)

    def _quotes_late(self, mark: int) -> bool:
        """Whether the quotation that ends at the mark began only after other words of its sentence."""
        return any(q.j in (mark, mark - 1) and q.i - 1 > self.sentence.first for q in self.sentence.quotes)

    def _ends_clause(self, stop: int, j: int) -> bool:
        """Whether nothing stands behind a trailing verb that could be its object."""
        if stop in self.clauses.covered:
            if self.clauses.covered[stop].kind == INFINITIVE:
                return False  # "parties continue to gain support"
            behind = j < self.sentence.last and self.words[j].cls & (PREP | TIME)
            citing = self.clauses.covered[stop].lemma in ("cite", "quote")  # "Interfax reported citing …"
            return bool(behind) or citing or self.clauses.covered[stop].kind == PARTICIPLE
        if stop < 0 or stop >= self.sentence.last or stop in self.sentence.inside:
            return stop < 0 or stop >= self.sentence.last
        cls = self.words[stop].cls
        return bool(cls & (COMMA | STOP | QUOTE | DASH | PREP | SUB | TIME | REL) or cls & PUNCT) and not cls & (
            DET | POSS
        )

    def _claim_backward(self, group: Group, frames: Frames, holder: Holder | None, how: str, begin: int, stop: int,
                        rule: str) -> None:  # fmt: skip
        """A claim whose content ends before `begin`; `stop` is the word at which reading behind the verb stopped."""
        sentence, words = self.sentence, self.words
        act = frames.quote or frames.that or frames.told
        draft = self.begin(group, frames, act, rule, holder)
        draft.mode, draft.extra["trailing"] = "indirect", begin
        if how == "pronoun" and holder is not None and holder.actors == ("PARTICIPANTS",):
            heard = (h for h in reversed(self.memory.holders) if h.actors != holder.actors)
            spoken = (h for h in heard if fits(words[begin].fold, h))
            holder = draft.holder = holder.standing_for(next(spoken, holder).actors)  # a meeting adds nothing
        before = begin - 1
        end = before
        while end > sentence.first and words[end - 1].cls & (COMMA | QUOTE | DASH) and end - 1 not in sentence.inside:
            end -= 1
        if (
            end < before
            and words[end].cls & QUOTE
            and not any(q.j == end and q.kind == "speech" for q in sentence.quotes)
        ):
            end += 1  # the closing mark of a label belongs to the content
        start = self._skip_dateline(sentence.first, end)
        if words[start].fold in DISCOURSE and words[start + 1].cls & COMMA:
            start += 2
        quote = next(
            (
                q
                for q in sentence.quotes
                if q.kind == "speech" and q.j in (end, end - 1, before, before - 1) and q.i < begin
            ),
            None,
        )
        told = group.lemma == "report" and how == "explicit subject"
        if quote is not None and told and any(d.quote == (quote.start, quote.end) for d in self.drafts):
            quote = None  # "Toma said, “…,” the agency reports": what he said is reported
        if quote is not None:
            draft.mode, draft.direct = "direct", True
            if how == "pronoun" and holder is not None and quote.i <= sentence.first + 1:
                holder = draft.holder = self._recall_outside(holder)
            if (
                quote.i - 1 <= sentence.first
                or words[quote.i - 2].cls & (STOP | COMMA)
                and words[sentence.first].fold not in SUBORDINATING
                or words[quote.i - 2].cls & CONTRAST
            ):
                start = quote.i
        if quote is None and words[start].cls & PREP and not any(
            g.kind == FINITE and start <= g.m < end for g in self.clauses.groups
        ):
            goes_on = stop + 1 < sentence.last and bool(words[stop].cls & COMMA)
            if not goes_on or not any(g.kind == FINITE and g.i > stop for g in self.clauses.groups):
                return  # "For his part, …": nothing is said there
            draft.opened = True  # "In the end, he said, the truce will hold"
            draft.extra["resumes"] = stop + 1
        quoted = quote is not None and start == quote.i
        while (
            not quoted
            and start < end
            and (words[start].cls & (CONTRAST | CONJ) or words[start].cls & PUNCT and words[start].fold != "[")
            and words[start].fold not in SUBORDINATING
            and start not in (sentence.inside)
        ):
            start += 1
        if start < end:
            draft.content_start = sentence.starts[start]
            draft.content_end = sentence.ends[end - 1]
            draft.extra["at"] = start
        stop = skip_time(sentence, stop)
        dangling = words[end - 1] if end > start else None
        if (
            dangling is not None
            and not quoted
            and dangling.cls & (SUB | CONJ | CONTRAST)
            and (dangling.fold != "yet" or words[end - 2].cls & PUNCT)
            and end - 1 not in sentence.inside
            and stop + 1 < sentence.last
            and words[stop].cls & COMMA
        ):
            self.open_content(draft, end - 1)  # "… – if, she adds, there is anything left"
            draft.extra["resumes"] = stop + 1
            self.finish(draft, holder, how)
            return
        follows = stop
        while follows < sentence.last and words[follows].cls & (COMMA | STOP) and words[follows].fold in (",", ":"):
            follows += 1
        if follows > stop or follows < sentence.last and words[follows].cls & QUOTE:
            resumed = sentence.quote_at.get(follows)
            if resumed is not None and resumed.kind == "speech":
                draft.content_end = resumed.end
                draft.extra["after"] = resumed.j + 1
                draft.mode, draft.direct = "direct", True
            elif (
                follows < sentence.last
                and quote is None
                and (
                    words[follows].cls & (CONJ | CONTRAST)
                    and not words[follows].cls & REL
                    or self._is_cut(start, end, follows)
                )
            ):
                draft.opened = True
                draft.extra["resumes"] = follows
        self.finish(draft, holder, how)

    def _recall_outside(self, holder: Holder) -> Holder:
        """Whom "he" behind a quotation stands for: nobody of whom only the quotation speaks."""
        kept = list(self.memory.holders)
        self.memory.holders[:] = self.heard
        named = self.memory.resolve(self.sentence.text[holder.start : holder.end].lower())
        self.memory.holders[:] = kept
        return holder if named is None else holder.standing_for(named.actors)

    def _is_cut(self, start: int, end: int, follows: int) -> bool:
        """Whether a speaker stands between a subject and its verb: "The deal, Toma argued, is a cover"."""
        verb = self.clauses.covered.get(follows)
        if verb is None or verb.kind != FINITE or verb.i != follows:
            return False
        return not any(group.kind == FINITE and start <= group.m < end for group in self.clauses.groups)

    def _skip_dateline(self, start: int, end: int) -> int:
        """Pass over "GENOA (Sputnik, 5 October)" or "GENOA, Italy –" at the head of a sentence."""
        sentence, words = self.sentence, self.words
        if len(sentence.surfaces[start]) < 4 or not words[start].cap:
            return start
        capitals = sentence.surfaces[start].isupper()
        if capitals and start + 2 < end and "(" in sentence.folded[start : start + 3]:
            for k in range(start + 2, min(end - 2, start + 18)):
                if words[k].fold == ")":
                    return k + 2 if words[k + 1].cls & DASH else k + 1
        for k in range(start + 1, min(end - 2, start + 9)):
            if words[k].cls & DASH and (sentence.starts[k] > sentence.ends[k - 1] or k - 1 in sentence.inside):
                return k + 1 if capitals or "," in sentence.folded[start:k] else start
            if not (words[k].cap or words[k].cls & (NUMBER | PUNCT | TIME)) or words[k].fold == "'s":
                break
        return start

    def _claim_as(self, group: Group, frames: Frames, holder: Holder | None, how: str, begin: int) -> None:
        """ "As the minister noted, …"."""
        sentence, words = self.sentence, self.words
        if frames.lemma == "put it" and how == "pronoun" or frames.lemma == "add":
            return  # "as it put it": a distance marker
        draft = self.begin(group, frames, frames.that or frames.quote or frames.object, "en.verb.as", holder)
        draft.mode, draft.extra["trailing"] = "indirect", begin - 1
        if begin - 1 <= sentence.first + 1:
            comma = next((k for k in range(group.j, min(sentence.last, group.j + 20)) if words[k].cls & COMMA), None)
            if comma is None:
                return
            self.open_content(draft, comma + 1)
        else:
            draft.content_start = sentence.starts[sentence.first]
            draft.content_end = sentence.ends[begin - 2]
        if holder is not None:
            self.finish(draft, holder, how)

    def _find_text(self, j: int) -> tuple[Holder, str] | None:
        """Return the statement that begins at word `j`: "as stated in the communiqué"."""
        end = skip_phrase(self.sentence, self.subjects, j, self.sentence.last)
        holder = self.phrases.read(j, end)
        return (holder, "explicit subject") if holder is not None and holder.actors == ("STATEMENT",) else None

    def _read_as_by(self, group: Group, frames: Frames) -> bool:
        """Read ", as stated by the ministry", "as agreed at the summit". False where a participle is none of these."""
        words, first = self.words, self.sentence.first
        agreed = "agree" in (frames.that, frames.object)
        if not (frames.quote or agreed) or group.i == first or group.j >= self.sentence.last:
            return False
        begin = group.i - (group.i - 1 > first and words[group.i - 1].fold == "first")
        behind = words[group.j].fold
        if words[begin - 1].fold != "as" or behind != "by" and behind not in MEETING:
            return False
        source = self._find_agent(group, frames) if behind == "by" else self._find_text(group.j + 1)
        if source is None and agreed and behind != "by":
            source = (PARTICIPANTS, "none")
        if source is not None and (agreed or begin - 2 < first or words[begin - 2].cls & (COMMA | DASH)):
            self._claim_as(group, frames, *source, begin)
        return True
