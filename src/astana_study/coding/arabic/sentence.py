"""A sentence laid out for the grammar: its words with offsets, the names in it, its quotations."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from astana_study.codebook.loading import SAME
from astana_study.coding.arabic.extents import Found, extend_body, extend_person, may_be_name
from astana_study.coding.arabic.labels import tell_kind
from astana_study.coding.arabic.lexicon import Lexicon
from astana_study.coding.arabic.lists import CLASSIFIERS
from astana_study.coding.arabic.spelling import skeleton
from astana_study.coding.arabic.words import ADJ, ATTR, COMP, PUNCT, TITLE, Word
from astana_study.coding.draft import Draft
from astana_study.coding.entities import Entity, Entry, Layout, Quote, resolve_actor
from astana_study.coding.trie import Node, climb
from astana_study.text.folding import skip_letters
from astana_study.text.segments import find_quotations

if TYPE_CHECKING:
    from astana_study.coding.arabic.phrases import Phrase

MARKS_OF_QUOTES: Final = frozenset(('"', "“", "”", "«", "»", "„", "‟", "″", "''"))
SIDES: Final = ("country", "capital", "mention", "person", "role", "anaphor")
"""Uses of names that can stand for one of two sides."""


def _begin(entity: Entity) -> int:
    return entity.i


OWN: Final = {"السوريه", "الشرعيه", "المركزيه", "الحاليه", "الوطنيه", "الرسميه", "الحقيقيه", "المعترف", "الجديده"}
"""Adjectives that do not say of which country a government is."""


def _names_another(word: Word) -> bool:
    """Tell whether an adjective in no list says of which country a government is."""
    return word.article and word.fold.endswith("يه") and word.fold not in OWN


def _goes_on_behind(word: Word, folded: list[str], i: int, end: int, last: int) -> bool:
    """Tell whether a name that begins with a word before `i` ends behind word `end`."""
    for _, proclitic, node in word.names:
        found = climb(node, folded, i, last)
        if found and found[0] > end and not proclitic:
            return True
    return False


class Sentence(Layout):
    """The words ``[first, last)`` of an article that make up one sentence, with what is known of them."""

    __slots__ = ("active", "attributes", "commas", "given", "marked", "named", "phrases", "plain", "quoted", "words")

    def __init__(self, text: str, surfaces: list[str], words: list[Word], folded: list[str], starts: list[int],
                 ends: list[int], first: int, last: int, flagged: list[int]):  # fmt: skip
        super().__init__(text, surfaces, folded, starts, ends, first, last)
        self.words = words
        self.phrases: dict[tuple[int, int, bool, frozenset[str]], Phrase | None] = {}
        # One pass for all that is looked for word by word later on.
        self.active: list[int] = []
        self.named: list[int] = []
        self.marked: list[int] = []
        self.commas: list[int] = []
        self.attributes: list[int] = []
        self.quoted = False
        self.plain: set[tuple[int, int]] = set()
        """Terms ``[i, j)`` that name no actor and stand in quotation marks as names do."""
        for k in flagged:
            word = words[k]
            if word.active:
                self.active.append(k)
                if word.cls & ATTR:
                    self.attributes.append(k)
                elif word.fold in MARKS_OF_QUOTES:
                    self.quoted = True
                elif word.cls & PUNCT and word.fold in "،,؛":
                    self.commas.append(k)
            elif word.text:
                self.active.append(k)
            if word.names or word.person is not None:
                self.named.append(k)
            if word.markers:
                self.marked.append(k)

    def find_names(self, lexicon: Lexicon, introduced: dict[str, Entry]) -> None:
        """Find the names, longest first from the left; adjectives that share a head count on their own."""
        self.given = lexicon.given
        words, folded, last = self.words, self.folded, self.last
        position = self.first
        for place in self.named:
            if place < position:
                continue
            position = place
            word = words[position]
            best = None
            if word.names:
                for skipped, proclitic, node in word.names:
                    found = climb(node, folded, position + 1, last)
                    if self.quoted and position + 2 < last and folded[position + 2] in node and (
                        folded[position + 1] in MARKS_OF_QUOTES
                    ):  # fmt: skip
                        found = self._climb_over_marks(node, position + 1) or found
                    if found and (best is None or found[0] > best[0]):
                        best = (found[0], skipped, proclitic, found[1])
            if word.person is not None and (best is None or best[0] == position + 1 and best[3].use == "weak"):
                skipped, proclitic, entry = word.person
                best = (position + 1, skipped, proclitic, entry)
            if best is None:
                continue
            end, skipped, proclitic, entry = best
            if entry.use == "country" and word.damma:
                continue  # مُصِرّ
            if word.lists & CLASSIFIERS and position + 1 < end < last and (
                _goes_on_behind(words[position + 1], folded, position + 2, end, last)
            ):  # fmt: skip
                continue  # "the organisation Islamic State": a classifier stands outside of the longer name
            if entry.use == "country" and word.adjective and word.article and position > self.first and (
                words[position - 1].article and not words[position - 1].cls & ~ADJ and end == position + 1
            ):  # fmt: skip
                continue  # الجهود السعودية: an adjective
            if entry.use == "weak" and end < last and word.fold.endswith("الحكومه") and _names_another(words[end]):
                continue  # the Danish government
            if entry.use == "ignored":
                self.plain.add((position, end))
                position = end
                continue
            if entry.use == "holder" and end < last and folded[end] == "علي" and word.verbs and not word.article:
                continue  # نص البيان على: the statement provides, not its wording
            if entry.given and end == position + 1 and not skipped and position > self.first and (
                words[position - 1].fold in self.given and skeleton(words[position - 1].fold) != entry.given
            ):  # fmt: skip
                continue  # another person of the same surname
            name = Found(position, end, skipped, proclitic, entry)
            if entry.use == "person":
                extend_person(self, lexicon, name)
            else:
                extend_body(self, lexicon, name)
            self._add(name.i, name.j, name.skipped, name.proclitic, name.entry)
            end, entry = name.j, name.entry
            position = end
            if entry.use in ("mention", "role") and words[end - 1].adjective == entry.actor_id:
                position = self._add_shared_adjectives(end, entry)
        listed = len(self.entities)
        for entity in self.entities[:listed]:
            if entity.entry.use in ("role", "mention", "anaphor") and (
                entity.entry.actor_id not in (SAME, "PARTICIPANTS")
            ):  # fmt: skip
                self._add_unlisted_person(entity, introduced)
        if introduced and not introduced.keys().isdisjoint(folded[self.first : last]):
            for k in range(self.first, last):
                if folded[k] in introduced and k not in self.inside:
                    self._add(k, k + 1, 0, "", introduced[folded[k]])
        if len(self.entities) > listed:
            self.entities.sort(key=_begin)

    def _climb_over_marks(self, node: Node, position: int) -> tuple[int, Entry] | None:
        """Go on with a name behind an opening mark: party of the "workers" of X."""
        closing = next((k for k in range(position + 2, min(position + 5, self.last))
                        if self.folded[k] in MARKS_OF_QUOTES), -1)  # fmt: skip
        if closing < 0:
            return None
        inner = self.folded[position + 1 : closing]
        rest = [*inner, *self.folded[closing + 1 : min(closing + 5, self.last)]]
        found = climb(node, rest, 0, len(rest))
        if not found or found[0] < len(inner):
            return None
        return position + 2 + found[0], found[1]

    def _add(self, i: int, j: int, skipped: int, proclitic: str, entry: Entry) -> Entity:
        start = self.offset(i, skipped)
        entity = Entity(i, j, start, self.ends[j - 1], proclitic, entry)
        self.entities.append(entity)
        self.entity_at[i] = entity
        for place in range(i, j):
            self.inside[place] = entity
        return entity

    def _add_shared_adjectives(self, position: int, entry: Entry) -> int:
        """ "The Turkish and Russian delegations": the second adjective names its actor alone."""
        words = self.words
        while position < self.last:
            word = words[position]
            if word.fold in ("،", ",") and position + 1 < self.last and words[position + 1].conj == "":
                following = words[position + 1]
                if not (following.adjective and following.article):
                    break
                position += 1
                word = following
            elif not (word.fold[:1] == "و" and word.adjective and word.fold[1:3] == "ال"):
                break
            if not word.adjective:
                break
            skipped = 1 if word.fold[0] == "و" else 0
            self._add(position, position + 1, skipped, "و" if skipped else "",
                      Entry(word.adjective, "mention", entry.gender, "neutral"))  # fmt: skip
            position += 1
        return position

    def _add_unlisted_person(self, title: Entity, introduced: dict[str, Entry]) -> None:
        """A title with a name that is in no list: the person speaks for the body in the title, by surname, too."""
        words, i = self.words, title.j
        led = title.entry.use in ("role", "anaphor") or title.i > self.first and words[title.i - 1].cls & TITLE
        mark = words[i].fold if i < self.last else ""
        if mark.startswith("بصف"):
            return  # "the delegate of X as an observer"
        if not led and mark not in ("،", ",", "في", "لدي"):
            return
        if mark in ("في", "لدي") and i + 1 in self.inside:
            i = self.inside[i + 1].j
        apart = i + 3 < self.last and words[i].fold in ("،", ",")
        if apart and (words[i + 3].fold in ("،", ",") or words[i + 3].cls & COMP):
            i += 1  # "the ambassador of X in Y, so-and-so,"
            led = led or any(words[k].cls & TITLE for k in range(max(self.first, title.i - 6), title.i))
        if not led:
            return
        if i < self.last and words[i].cls & ADJ and words[i].article and i not in self.inside:
            i += 1
        j = i
        while j < min(i + 3, self.last) and j not in self.inside and (
            may_be_name(words[j], j == i) or words[j].fold in self.given and not words[j].cls
        ):  # fmt: skip
            j += 1
        if j - i == 2 or j - i == 3:
            entry = Entry(title.entry.actor_id, "person", "c", "neutral")
            self._add(i, j, 0, "", entry)
            if len(words[j - 1].fold) > 3:
                introduced[words[j - 1].fold] = entry

    def list_actors(self, limit: int, published: str) -> tuple[str, ...]:
        """Return the first two actors that are named before word `limit`."""
        found: list[str] = []
        for entity in self.entities:
            if entity.i >= limit or len(found) == 2:
                break
            if entity.entry.use in SIDES and entity.entry.actor_id not in ("PARTICIPANTS", "UNSC", SAME):
                actor = resolve_actor(entity, published)
                if actor not in found:
                    found.append(actor)
        return tuple(found)

    def offset(self, i: int, letters: int) -> int:
        """Return the offset in the text behind the first letters of word `i`."""
        if not letters:
            return self.starts[i]
        if self.words[i].plain:
            return self.starts[i] + letters
        return self.starts[i] + skip_letters(self.surfaces[i], letters)

    def content_words(self, draft: Draft) -> tuple[int, int]:
        """Return the words ``[first, last)`` of a draft's content."""
        first = bisect_left(self.ends, draft.content_start + 1, self.first, self.last)
        return first, bisect_left(self.starts, draft.content_end, first, self.last)

    def find_quotes(self) -> None:
        """Find the quotations and tell speech from labels and names."""
        if not self.quoted:
            return
        first, last = self.first, self.last
        for start, end in find_quotations(self.text, self.starts[first], self.ends[last - 1]):
            i = bisect_left(self.starts, start + 1, first, last)
            j = bisect_left(self.starts, end - 1, first, last)
            if j <= i:
                continue
            quote = Quote(i, j, self.starts[i], self.ends[j - 1], tell_kind(self, i, j))
            self.quotes.append(quote)
            self.quote_at[i - 1] = quote

    def surface(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.text[start:end]
