"""A sentence laid out for the grammar: its words with offsets, the names in it, its quotations."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from astana_study.coding.english.introductions import Introductions
from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    BASE,
    COMMA,
    CONJ,
    DET,
    ING,
    MODAL,
    NEG,
    NUMBER,
    PART,
    PAST,
    POSS,
    PREP,
    PRON,
    PUNCT,
    TO,
    Word,
)
from astana_study.coding.english.lists import BODIES_OF, CONTESTED, OWN
from astana_study.coding.entities import Entry, Quote
from astana_study.coding.trie import climb
from astana_study.text.segments import find_quotations

CALM: Final = {"no-fly", "ceasefire", "cease-fire", "truce", "hostilities", "sanctions", "visa"}
OPINIONS: Final = ("able", "ible", "ive", "ful")
LONGEST_LABEL: Final = 5
LONGEST_CONTESTED: Final = 12
QUANTIFIERS: Final = {"all", "any", "every", "no", "more", "many", "several"}
RULING: Final = {"government", "regime"}
SHORT: Final = 4
"""Names of fewer letters count only with a capital: US, UN, AP."""
CAPS_ONLY: Final = {"is", "us", "it", "ap", "aa", "rt", "un", "eu", "sana", "tass", "mit"}
"""Names that are also words: they count in capitals only."""


class Sentence(Introductions):
    """The words ``[first, last)`` of an article that make up one sentence, with what is known of them."""

    __slots__ = ("quoted",)

    def __init__(
        self,
        text: str,
        surfaces: list[str],
        words: list[Word],
        folded: list[str],
        starts: list[int],
        ends: list[int],
        first: int,
        last: int,
    ):
        super().__init__(text, surfaces, folded, starts, ends, first, last)
        self.words = words
        self.peopled = False
        self.quoted: dict[int, Quote] = {}
        """By word: the speech quotation that it stands in."""

    def find_names(self, introduced: dict[str, Entry], places: list[int]) -> None:
        """Find the names that begin at these words, longest first; `introduced` are people the article introduced."""
        words, folded, last = self.words, self.folded, self.last
        reached = self.first
        for position in places:
            if position < reached:
                continue
            word = words[position]
            node = word.names
            best = None
            if node is not None:
                best = climb(node, folded, position + 1, last)
                if best is not None and not self._is_name(position, best):
                    best = None
            if best is None and word.cap:
                if introduced and word.fold in introduced and not word.cls:
                    best = (position + 1, introduced[word.fold])
                elif word.person is not None:
                    best = (position + 1, word.person)
            if best is None:
                continue
            self.add(position, *best)
            reached = best[0]
            heads = word.adjective or word.fold in RULING
            if heads and best[1].use in ("mention", "role") and reached > position + 1:
                self._share_head(position)

    def _share_head(self, position: int) -> None:
        """Find the adjectives before "and" that share a head: "the Syrian and Iranian sides" are two names."""
        words = self.words
        while True:
            joint = position - 1 - bool(words[position - 1].cls & DET)  # "the Syrian and the Iranian sides"
            if joint <= self.first or not words[joint].cls & (CONJ | COMMA):
                break
            joint -= words[joint].cls & CONJ > 0 and words[joint - 1].cls & COMMA > 0  # "Russian, and Iranian sides"
            shared = "SYR_OPP" if words[joint - 1].fold == "rebel" else words[joint - 1].adjective
            if not shared or joint - 1 in self.inside:
                break
            position = joint - 1
            self.add(position, position + 1, Entry(shared, "mention", "", "neutral"))
            self.entities.sort(key=attrgetter("i"))

    def _is_name(self, position: int, best: tuple[int, Entry]) -> bool:
        end, entry = best
        if end == position + 1:
            surface = self.surfaces[position]
            if len(surface) < SHORT and not surface[0].isupper():
                return False
            if self.folded[position] in CAPS_ONLY and not surface.isupper():
                return False
            if (
                entry.use in ("country", "capital", "person", "agency")
                and not surface[0].isupper()
                and "-" not in surface
            ):
                return False
            following = self.words[end] if end < self.last else None
            if entry.use == "person" and following is not None and following.cap and following.person is None:
                if following.fold.isalpha() and not (
                    following.cls or following.kinds or following.names or following.adjective
                ):
                    return False  # "Farhan Haq": the given name of somebody else
            if self.folded[position] == "regime" and position > self.first and self.folded[position - 1] in CALM:
                return False
            if self.folded[position] == "tripartite" and not (
                following is None or following.kinds and not following.nounish or following.cls & (AUX | PUNCT)
            ):
                return False  # "a tripartite mechanism"
            if entry.use == "anaphor" and surface[0].isupper() and position > self.first:
                before = self.words[position - 1]
                if before.cap and not before.cls and not before.adjective and position - 1 > self.first:
                    return False  # "the Gulf Cooperation Council"
            if self.folded[position] in ("astana", "nur-sultan") and not (
                following is not None and (following.kinds or following.cls & AUX)
            ):
                return False  # the venue, the process: not the government
            if (
                entry.use == "source"
                and self.folded[position] == "reports"
                and (
                    following is None
                    or following.cls & PUNCT
                    or position > self.first
                    and (self.words[position - 1].cap or following.cap and self.words[position - 1].cls & COMMA)
                )
            ):
                return False
            if (
                entry.use == "mention"
                and self.words[position].noun is not None
                and following is not None
                and following.fold in ("to", "from", "against")
                and not (position > self.first and self.folded[position - 1] == "the")
            ):
                return False  # "their opposition to": the noun, not the body
        elif (
            self.folded[end - 1] == "military"
            and end < self.last
            and not self.words[end].cls
            and not self.words[end].kinds & 12
        ):
            return False  # "Israel's military attacks"
        elif entry.use == "role" and self.folded[end - 1] == "opposition" and end < self.last and self.words[end].cap:
            return False  # "a member of the opposition High Negotiations Committee"
        elif self.folded[position] == "syrian" and self.folded[end - 1] == "sides":
            return position > self.first and self.words[position - 1].cls & (CONJ | COMMA) != 0  # else both of them
        elif entry.use == "person" and not self.surfaces[end - 1][0].isupper() and "-" not in self.surfaces[end - 1]:
            return False
        return True

    def find_quotes(self, marks: list[int], double: Word | None = None) -> None:
        """Find the quotations and tell speech from labels and names; single marks that quote become `double` ones."""
        first, last = self.first, self.last
        used: set[int] = set()
        spans = find_quotations(self.text, self.starts[first], self.ends[last - 1])
        for start, end in spans:
            i = bisect_left(self.starts, start + 1, first, last)
            j = bisect_left(self.starts, end - (2 if self.text[end - 2 : end] == "''" else 1), first, last)
            used.update((i - 1, j))
            if (
                self.text[start] == '"'
                and start > self.starts[first]
                and not self.text[start - 1].isspace()
                and (self.text[start + 1].isspace() and i - 1 > first)
            ):
                # a closing mark whose opening stands in an earlier sentence; its partner opens another quotation
                self._add_quote(Quote(first, i - 1, self.starts[first], self.ends[i - 2], "speech"))
                if j + 1 < last:
                    self._add_unclosed(j)
                continue
            if j > i:
                self._add_quote(Quote(i, j, self.starts[i], self.ends[j - 1], self._tell_kind(i, j)))
        for k in marks:
            if k in used or k + 1 >= last or any(quote.i <= k < quote.j for quote in self.quotes):
                continue
            surface = self.surfaces[k]
            opens = self.starts[k + 1] == self.ends[k] and (k == first or self.starts[k] > self.ends[k - 1])
            if surface in "‘’'":
                closing = self._close_single(k, marks, used)
                if surface == "'" and (
                    closing is None or closing - k > LONGEST_LABEL + 2 and not self.words[closing - 1].cls & PUNCT
                ):
                    continue  # an apostrophe
                if opens and closing is not None:
                    used.update((k, closing))
                    if double is not None:
                        self.words[k] = self.words[closing] = double
                    i, j = k + 1, closing
                    self._add_quote(Quote(i, j, self.starts[i], self.ends[j - 1], self._tell_kind(i, j)))
            elif opens:
                self._add_unclosed(k)
        self.quotes.sort(key=attrgetter("i"))

    def _close_single(self, k: int, marks: list[int], used: set[int]) -> int | None:
        """Return the mark that closes the single one at `k`: no apostrophe of a plural before a later one."""
        words, surfaces = self.words, self.surfaces
        found = None
        for c in marks:
            if c <= k or c in used or self.starts[c] > self.ends[c - 1]:
                if c > k and found is not None and surfaces[c] in "‘'":
                    break  # another one opens
                continue
            if surfaces[c] not in "’'":
                continue
            if words[c - 1].cls & PUNCT or c + 1 >= self.last or words[c + 1].cls & PUNCT:
                return c
            found = found or c
            if not self.folded[c - 1].endswith("s"):
                break
        return found

    def _add_unclosed(self, k: int) -> None:
        words, last = self.words, self.last
        i, j = k + 1, last
        comma = next((c for c in range(i, min(last, i + 7)) if words[c].fold == ","), None)
        kind = "speech"
        if comma is not None and self._tell_kind(i, comma) == "label":
            j, kind = comma, "label"
        while j > i and words[j - 1].cls & PUNCT and kind == "speech":
            j -= 1
        if j > i:
            self._add_quote(Quote(i, j, self.starts[i], self.ends[j - 1], kind, closed=False))

    def _add_quote(self, quote: Quote) -> None:
        self.quotes.append(quote)
        self.quote_at[quote.i - 1] = quote
        if quote.kind == "speech":
            for k in range(quote.i - 1, quote.j + quote.closed):
                self.quoted[k] = quote

    def is_contested(self, i: int, j: int) -> bool:
        """Whether a quotation is a noun phrase of a contested kind: “safe zone”, not “Free Syrian Army”."""
        words = self.words
        if j - i > LONGEST_CONTESTED or words[i].cls & (PREP | AUX | MODAL | TO | NEG | PRON | CONJ):
            return False
        told = next((k for k in range(i, j) if words[k].lists & CONTESTED), -1)
        if told < 0 or words[i].fold in QUANTIFIERS or i == self.first + 1 and words[j - 1].cls & PUNCT:
            return False  # “Elections matter,” he said
        headed = False
        for k in range(i, j):
            word = words[k]
            if word.cls & (AUX | MODAL | TO | PRON) or k > i and word.cls & DET and not words[k - 1].cls & PREP:
                return False  # “signals an attack”
            if word.cls & PREP and not headed and not words[k - 1].lists & CONTESTED:
                return False  # “erosion of democratic autonomy”
            headed = headed or bool(word.cls & PREP)
            if word.kinds == ING and told < k < j - 1:
                continue  # “transitional governing body”
            plain = word.kinds and not word.nounish and not word.lists & CONTESTED and not word.adjective
            if plain and not (word.kinds & PART and k < told):
                return False  # “backs terrorists”
        if all(words[k].cap or words[k].cls for k in range(i, j)):
            return j - i <= 2 and not words[j - 1].lists & (BODIES_OF | OWN)  # “Safe Zone”
        return True

    def _tell_kind(self, i: int, j: int) -> str:
        words = self.words
        before = words[i - 2] if i - 2 >= self.first and i - 2 not in self.inside else None
        if i + 1 < j <= i + LONGEST_LABEL and words[j - 1].fold in (",", ".") and before is not None:
            if not before.cls & PUNCT and (before.frames is None or not before.frames.quote):
                j -= 1  # “…,”: the mark of the sentence stands inside
        if self.is_contested(i, j):
            return "label"
        entity = self.inside.get(i) or self.inside.get(i + 1)
        if entity and entity.j >= j - 1 and j - i <= 8:
            common = i < j <= i + 3 and not any(words[k].cap or words[k].adjective or words[k].cls for k in range(i, j))
            return "label" if common and entity.i >= i else "name"
        if before is not None and (before.lemma == "be" or before.cls & (AUX | NEG)) or words[i].cls & NEG:
            return "speech"  # a predicate in the holder's own words
        if i + 1 < j and words[i].cls & PRON and words[i + 1].cls & (MODAL | AUX):
            return "speech"  # ‘We will not wait’
        if words[i].kinds & BASE and before is not None and before.cls & (MODAL | TO) and not words[i].noun:
            return "name" if j - i == 1 else "speech"  # would “urge” the sides
        if j - i == 1 and words[i].kinds & PAST and j + 1 < self.last and words[j + 1].cls & (DET | NUMBER | POSS):
            return "name"  # the army “neutralized” ten men
        if words[i].kinds == ING and before is not None and before.cls & PREP and i + 1 < j and not words[i + 1].cls:
            return "speech"  # accused it of “supporting terrorism”
        if j - i > 1 and all(words[k].cap or words[k].cls for k in range(i, j)) and words[i].cap:
            if any(words[k].cap and not words[k].cls for k in range(i, j)):
                return "name"  # "Astana Process"; not "Is that all?"
        if words[i].kinds & PART and i + 1 < j:
            if words[i + 1].cls & (DET | POSS) or words[i + 1].fold.endswith("selves"):
                return "speech"  # "pushed themselves into a trap"
        if j - i <= 2 and words[j - 1].cls & ADV or words[i].noun is not None and 1 < j - i <= LONGEST_LABEL + 2:
            return "name"  # "unfortunately": a word of the speaker's, no label
        if words[i].fold in QUANTIFIERS:
            return "speech"  # "all necessary measures"
        if j - i == 1 and words[i].fold.endswith(OPINIONS) and not words[i].cap:
            if j + 1 < self.last and not words[j + 1].cls:
                return "name"  # “acceptable” results: an opinion, no label
        if j - i == 2 and before is not None and before.cls & POSS and words[i + 1].noun is not None:
            return "name"  # its "strong commitment": the speaker's words
        if j - i == 1 and words[i].cap and not words[i].fold.isalpha():
            return "name"  # "Astana-20"
        if j - i == 1:
            return "name" if words[i].cap and words[i].names is not None else "label"
        if words[i].kinds & PART and i + 1 < j and words[i + 1].cls & PREP:
            return "speech"
        if j - i > LONGEST_LABEL + 2 or words[j - 1].fold in (".", "!", "?", ","):
            return "speech"
        for k in range(i, j):
            word = words[k]
            if word.kinds == ING and k == i and i + 1 < j <= i + 3 and not words[k + 1].cls:
                continue  # "occupying state"
            if word.kinds and not word.nounish and not (word.kinds & PART and k + 1 < j and k != i):
                if k > i and words[k - 1].cls & DET or word.kinds == PART:
                    continue
                if word.kinds & PART and k + 1 == j and k > i and not words[i].cls & ~(DET | POSS):
                    return "speech"
                if word.kinds & PART and k == i and k + 1 < j:
                    continue
                return "speech"
            if word.cls & TO:
                return "speech"
        return "speech" if j - i > LONGEST_LABEL or words[i].cls & PREP else "label"
