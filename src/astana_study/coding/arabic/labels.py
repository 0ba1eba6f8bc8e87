"""Scare quotes: what stands in marks as a label held at arm's length, rather than as words that are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astana_study.coding.arabic.lists import BODIES, CLASSIFIERS, FRIENDLY, LED, MAKING, REASONS
from astana_study.coding.arabic.words import ADJ, ADV, AUX, COMP, CONJ, NEG, PREP, PUNCT, REL, TIME
from astana_study.coding.trie import LEAF

if TYPE_CHECKING:
    from astana_study.coding.arabic.sentence import Sentence

QUOTE_MARKS: Final = frozenset("\"“”«»„‟″'")
LONGEST: Final = 3
"""The most words of a label."""
TRAILING: Final = {"،", ",", ".", "؛"}
"""Marks of the sentence that may stand inside of a closing mark."""
SPOKEN: Final = 4
"""The fewest words of a quotation that is not closed."""
COMMAS: Final = ("،", ",")
SPEAKING: Final = {"قال", "أضاف", "تابع", "أردف"}
"""Verbs whose object is always what is said."""
COPULAS: Final = {"هو", "هي", "هم"}
BEING: Final = {"كان", "بات", "أصبح", "ظل"}
PEOPLE: Final = ("ين", "ون")
"""Endings of an indefinite plural of people."""
STOPPING: Final = PREP | COMP | REL | CONJ | AUX | NEG | ADV | TIME


def tell_kind(sentence: Sentence, i: int, j: int) -> str:
    """Tell what stands in marks: speech, a predicate, a label held at arm's length, or a name."""
    words = sentence.words
    before = words[i - 2] if i - 2 >= sentence.first else None
    if any(begin <= i and j <= end for begin, end in sentence.plain):
        return "name"
    if j - i > 1 and words[j - 1].fold in TRAILING and before is not None and before.fold != ":":
        j -= 1  # “…,” and “….”: the mark of the sentence stands inside
    if all(words[k].cls & TIME or words[k].fold.isdigit() for k in range(i, j)):
        return "name"  # on «Tuesday»
    if j - i > 2 and all(len(words[k].fold) < 4 and not words[k].cls & NEG for k in range(i, j)):
        return "name"  # «سي.بي.إس»
    entity = sentence.inside.get(i)
    if entity and entity.entry.naming == "delegitimising" and entity.j >= j and (
        before is None or before.rest not in COPULAS
    ):  # fmt: skip
        return "label"  # whose word that is stands in marks
    if entity and entity.i < i and entity.j == j + 1:
        # The “guarantor” states; but not the results of “Astana”.
        return "label" if entity.entry.use == "mention" and words[i].cls & ADJ else "name"
    if entity and j - i <= 8 and all(k in sentence.inside or words[k].cls & PUNCT for k in range(i, j)):
        doubted = words[i].lists & FRIENDLY or not words[i].article and j - i == 2 and words[i + 1].adjective
        return "label" if doubted or j - i == 1 and is_common(sentence, i) else "name"
    if j - i > 6 or any(words[k].verbal and not words[k].nouns and not words[k].article for k in range(i, j)):
        return "speech"
    if any(words[k].cls & PUNCT for k in range(i, j)) and j - i > 3:
        return "speech"
    head = words[i]
    if head.fold == "غير" and j - i == 2 and words[i + 1].article:
        return "label"
    if head.cls & (NEG | COMP | AUX | REL) or before is not None and before.cls & COMP and (
        any(not words[k].article and k not in sentence.inside for k in range(i + 1, j))
    ):  # fmt: skip
        return "speech"  # that «the side is determined»
    if before is not None and before.fold.startswith(("بانه", "بانها", "انه", "انها", "بانهم")):
        return "speech"
    if before is not None and before.fold == "ل" and (j - i < 3 or not head.article) and not is_label(sentence, i, j):
        return "name"  # "told «the paper» that"
    if is_named(sentence, i) or before is not None and before.verbs and is_who_speaks(sentence, i, j):
        return "name"  # قناة “العربية”; said “the network”, that
    if is_said(sentence, i, j):
        return "speech"
    if j - i == 2 and words[i + 1].fold.isdigit():
        return "name"  # the «resolution 2254»
    if j - i > 3 and (words[i + 1].cls & PREP or head.performs and words[i + 1].glue):
        return "speech"  # «the return to the process of peace»
    if is_manner(sentence, i, j):
        return "predicate"  # “in detail”, “the keeping of the calm”
    if head.article and not head.place:
        if head.conj or j - i > LONGEST and not all(
                word.article and not word.conj or word.fold == "غير" for word in words[i + 1 : j]
            ):  # fmt: skip
            return "speech" if j - i > LONGEST and before is not None and before.fold == ":" else "predicate"
        if before is not None and (
            before.rest in COPULAS or any(reading.lemma == "كان" for reading in before.verbs)
        ):  # fmt: skip
            return "predicate"  # it will be «the last stage»
        return "label"
    if j - i == 2 and not (head.conj or head.prep or head.performs) and i - 2 not in sentence.inside and (
        words[i + 1].article or ends_name(sentence, i + 1, j)
    ):  # fmt: skip
        if is_predicate(sentence, i):
            return "predicate"
        return "name" if words[i + 1].place or head.lists & CLASSIFIERS else "label"  # سيادة سوريا, مكافحة الإرهاب
    if j - i == 2 and before is not None and before.cls & PREP and words[i + 1].adjective and not head.cls:
        return "label"  # against «Iranian forces»
    led = before is not None and (before.lists & LED or any(LEAF in node for _, node in before.markers))
    if led and j - i <= 4 or is_label(sentence, i, j):
        return "label"
    return "predicate" if j - i <= 2 else "speech"


def ends_name(sentence: Sentence, i: int, j: int) -> bool:
    """Tell whether the words from `i` to `j` are one name."""
    entity = sentence.entity_at.get(i)
    return entity is not None and entity.j == j and not entity.proclitic


def is_predicate(sentence: Sentence, i: int) -> bool:
    """Tell whether a quotation says something of a subject: "that the charges “turn facts round”"."""
    words = sentence.words
    k = i - 2
    if k >= sentence.first and (words[k].rest in COPULAS or any(verb.lemma in BEING for verb in words[k].verbs)):
        return True
    for place in range(k, max(sentence.first, k - 6) - 1, -1):
        word = words[place]
        if word.cls & COMP:
            return place < k
        if word.cls & (PUNCT | STOPPING & ~ADV) or word.verbs and not word.nouns and not word.article:
            return False
        if not (word.article or word.adjective or place in sentence.inside or words[place - 1].cls & COMP):
            return False  # a verb that is in no list, with its object
    return False


def is_who_speaks(sentence: Sentence, i: int, j: int) -> bool:
    """Tell whether words in marks behind a verb are who speaks: "that" follows them."""
    words, last = sentence.words, sentence.last
    j += words[j].fold in QUOTE_MARKS
    j += j < last and words[j].fold in TRAILING
    return j < last and words[j].cls & COMP > 0 and not words[j].conj and (
        words[i].article and not any(words[k].verbal for k in range(i, j))
    )  # fmt: skip


def is_said(sentence: Sentence, i: int, j: int) -> bool:
    """Tell whether words in marks are all that somebody said: "and X said “the invitation is welcome”."""
    words, last = sentence.words, sentence.last
    j += words[j].fold in TRAILING
    behind = words[j + 1] if j + 1 < last else None
    if j - i < 2 or behind is not None and behind.fold not in TRAILING:
        return False
    if behind is not None and behind.fold in COMMAS and j + 2 < last and not (
        words[j + 2].participles and not words[j + 2].article or words[j + 2].conj and words[j + 2].verbs
    ):  # fmt: skip
        return False  # "said the leader of “the front”, so-and-so, that"
    for k in range(i - 2, max(sentence.first - 1, i - 12), -1):
        word = words[k]
        if word.verbs and not word.nouns and not word.article:
            return i - 2 > k and any(verb.lemma in SPEAKING for verb in word.verbs)
        if word.cls & (PUNCT | STOPPING) or not word.nominal and k not in sentence.inside:
            return False
    return False


def is_common(sentence: Sentence, i: int) -> bool:
    """Tell whether a name of one word is a common noun, put in marks only to doubt it: “the opposition”."""
    word = sentence.words[i]
    if not (word.article and (word.participles or word.nouns)) or word.adjective:
        return False
    return not is_named(sentence, i)


def is_named(sentence: Sentence, i: int) -> bool:
    """Tell whether the noun before the marks says what bears the name in them: the newspaper «…»."""
    words = sentence.words
    body = words[i].lists & BODIES > 0 and words[i + 1].article
    before = words[i - 2] if i - 2 >= sentence.first else None
    return body or before is not None and (before.lists & CLASSIFIERS > 0 or before.rest == "باسم")


def is_manner(sentence: Sentence, i: int, j: int) -> bool:
    """Tell whether an adverb or a verbal noun stands in marks: how or what is done, in the speaker's words."""
    words = sentence.words
    head, before = words[i], words[i - 2] if i - 2 >= sentence.first else None
    if j - i == 1:
        called_off = before is not None and before.fold == "ب" and head.rest[:1] == "ا" and not head.article
        return head.cls & ADV > 0 or head.fold.startswith("بال") and i not in sentence.inside or (
            called_off and head.rest[-2:-1] == "ا"
        )  # fmt: skip
    return j - i == 3 and head.article and words[i + 1].cls & PREP > 0 and i not in sentence.inside


def is_label(sentence: Sentence, i: int, j: int) -> bool:
    """Tell whether an indefinite noun phrase in marks is a label, by what stands before the marks and behind them."""
    words = sentence.words
    if j - i > LONGEST or i - 2 < sentence.first or is_predicate(sentence, i):
        return False
    if any(not words[k].nominal or words[k].cls & (STOPPING | PUNCT) or words[k].fold.isdigit() for k in range(i, j)):
        return False
    before, head = words[i - 2], words[i]
    if is_named(sentence, i) or i - 2 in sentence.inside:
        return False
    if j - i > 1 and head.fold[0] == "ل" and (head.prep == "ل" or head.glue == "ل"):
        # "repelled “at hostile targets”": the preposition of the verb or noun before stands inside
        return not head.lists & REASONS and not before.cls and not before.article and i - 2 not in sentence.inside
    if before.fold.isdigit():
        return True
    if j - i == 1 and len(head.fold) > 5 and head.fold.endswith(PEOPLE) and not head.verbs:
        return before.fold != ":" and not before.fold.endswith(PEOPLE)  # that “separatists” had attacked
    if before.lists & MAKING:
        return j - i <= 2
    listed = before.fold == "ذلك" and i - 4 >= sentence.first and words[i - 3].fold == "في"
    construct = not (before.cls or before.article or before.owned or before.verbs and not before.nouns) and (
        before.nominal and before.rest[-2:] not in ("ها", "هم") and sentence.surfaces[i - 2][-1:] not in "هًا"
    )  # fmt: skip
    return (listed or construct or before.cls & PREP > 0) and goes_on(sentence, j)


def goes_on(sentence: Sentence, j: int) -> bool:
    """Tell whether the noun phrase goes on behind the closing mark at word `j`: its owner, its adjective."""
    if j + 1 >= sentence.last:
        return False
    entity = sentence.entity_at.get(j + 1)
    if entity is not None:
        return not entity.proclitic
    word = sentence.words[j + 1]
    if word.fold == "غير" or word.fold.isdigit():
        return True
    nominal = word.nominal and not word.cls & ~ADJ and not word.verbs and not word.conj and not word.prep
    if not nominal or word.article or word.place:
        return nominal
    if word.rest[-1:] == sentence.words[j - 1].rest[-1:] == "ه" and sentence.surfaces[j + 1][-1:] == "ة":
        return True  # “…” with a feminine adjective behind it
    return j + 2 < sentence.last and (sentence.words[j + 2].article or sentence.words[j + 2].place
                                      or j + 2 in sentence.inside)  # fmt: skip


def stays_open(sentence: Sentence, j: int) -> bool:
    """Tell whether a mark opens a quotation that the sentence does not close: it goes on in the next one."""
    last = sentence.last
    if j + SPOKEN >= last or sentence.starts[j + 1] > sentence.ends[j] or sentence.starts[j] == sentence.ends[j - 1]:
        return False
    return not any(sentence.words[k].fold in QUOTE_MARKS for k in range(j + 1, last))


def find_closing(sentence: Sentence, start: int, boundary: int) -> int:
    """Return the closing mark of the quotation inside a content in which a boundary falls; -1 where there is none.

    "that it was “useful, and they agreed on”": what is quoted was said in one breath.
    """
    for quote in sentence.quotes:
        if sentence.starts[quote.i - 1] > start and quote.i < boundary <= quote.j and (
            not sentence.words[quote.i].cls & PUNCT
        ):  # fmt: skip
            return min(quote.j, sentence.last - 1)
    return -1
