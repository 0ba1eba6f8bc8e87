"""Where a content begins and ends, and how a finished draft is put down."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.lists import PLACES, TEXTS
from astana_study.coding.arabic.marks import FUSED
from astana_study.coding.arabic.phrases import QUOTE_MARKS
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import ADJ, ADV, COMP, CONJ, DEM, LINK, NEG, PREP, PUNCT, REL, TIME, Reading, Word
from astana_study.coding.draft import Draft, Holder
from astana_study.coding.entities import Quote

STATUS: Final = {"explicit subject": "explicit", "pronoun": "pronoun", "coordinated subject": "pro-drop",
           "participle": "pro-drop", "pro-drop": "pro-drop", "chapeau": "chapeau", "none": "none"}  # fmt: skip


BROKEN: Final = {"وعود", "مخاوف", "هواجس", "شكوك", "مطالب", "مزاعم"}
"""Plurals of things without a plural's ending."""
DENYING: Final = {"لم", "لن", "لا", "ليس", "ليست"}
"""Particles before a verb that is denied."""
GOING_ON: Final = {"من", "الي", "علي", "عن", "ضد", "بين"}
"""Prepositions with which a clause goes on behind a quotation."""
ASIDE: Final = {"هامش", "جهته", "جهتها", "جانبه", "جانبها", "جهه", "جانب", "خلفيه", "سوال", "اثر"}
"""Words behind a preposition that tell of the speaking."""
GOVERNING: Final = {"علي", "الي", "عن"}
"""Prepositions of the verb that can stand inside the marks."""


def cue_start(walk: Walk, i: int, reading: Reading) -> int:
    """Return the offset of a cue, its proclitics left out."""
    sentence = walk.sentence
    return sentence.offset(i, reading.start)


def find_limit(walk: Walk) -> int:
    """Return the word at which the clause must end: the end of the quotation it stands in, or of the sentence."""
    for level in reversed(walk.levels):
        if level.quote_end >= 0:
            return min(level.quote_end, walk.sentence.last)
    return walk.sentence.last


def set_content(walk: Walk, draft: Draft, i: int, start: int = -1) -> None:
    """Let the content run from word `i` to wherever the clause ends."""
    sentence, words = walk.sentence, walk.words
    while i < sentence.last and words[i].fold in COMMAS:
        i += 1
    if i >= sentence.last:
        return
    draft.content_start = start if start >= 0 else sentence.starts[i]
    draft.content_end = sentence.ends[i]
    draft.opened = True


def end_at_predicate(walk: Walk, draft: Draft, i: int) -> None:
    """End the content of a noun of act that is the subject of its clause before the verb: "his pledges to … failed"."""
    sentence, words = walk.sentence, walk.words
    led = i == sentence.first or words[i - 1].cls & (COMP | LINK) > 0 or i < sentence.first + 4 and not any(
        words[k].verbs and not words[k].cls & PREP or words[k].cls & PUNCT for k in range(sentence.first, i)
    )  # fmt: skip
    if not draft.opened or not led or draft.mode == "indirect":
        return
    start = next((k for k in range(i + 1, sentence.last) if sentence.starts[k] >= draft.content_start), sentence.last)
    for k in range(start + 1, sentence.last):
        word = words[k]
        if word.cls & (COMP | PUNCT) or word.conj and word.verbs:
            return
        acts = word.verbs and not (word.nouns or word.names or word.cls or word.article or k in sentence.inside)
        last = words[k - 1]
        if (acts or word.cls & NEG and word.fold in DENYING) and not (
            last.cls & (REL | PREP) or last.nominal and not last.article and k - 1 not in sentence.inside
        ):  # fmt: skip
            draft.content_end, draft.opened = sentence.ends[k - 1], False
            return


def mark_after(walk: Walk, draft: Draft, at: int) -> None:
    """Stretch a content up to word `at`."""
    draft.content_end = max(draft.content_end, walk.sentence.ends[at])


def open_content(walk: Walk, draft: Draft, at: int, opener: str) -> None:
    """Begin the content behind a preposition, glued on or not."""
    sentence, words = walk.sentence, walk.words
    word = words[at]
    if opener in ("ب", "ل") and word.fold != opener:
        skipped = 0 if word.fold.startswith("لل") else 1
        set_content(walk, draft, at, start=sentence.offset(at, skipped))
        if word.rest.startswith(("بان", "لان")) and word.cls & COMP:
            draft.that_at = at
            set_content(walk, draft, at + 1)
        return
    following = at + (word.rest not in FUSED)
    if following < sentence.last and words[following].cls & COMP:
        draft.that_at = following
        following += 1
        draft.mode = "indirect"
    set_content(walk, draft, following)


def goes_on_behind(sentence: Sentence, quote: Quote) -> bool:
    """Tell whether the clause that a quotation begins goes on behind its mark: said “it is a shield” against X."""
    j = quote.j + 1
    if j + 1 >= sentence.last or quote.j - quote.i < 4 or sentence.words[quote.j].cls & PUNCT == 0 or (
        sentence.words[quote.j - 1].cls & PUNCT
    ):  # fmt: skip
        return False
    word, following = sentence.words[j], sentence.words[j + 1]
    if word.cls & REL and not word.conj:
        return word.rest not in ("ما", "مما")
    if word.conj or word.cls & (ADV | TIME | COMP) and word.fold not in GOING_ON:
        return False
    entity = sentence.inside.get(j if word.cls & PREP == 0 else j + 1)
    if entity is not None and entity.entry.use in ("agency", "source") or following.cls & PUNCT:
        return False
    if word.fold == "في":
        return entity is not None or following.lists & PLACES > 0
    if word.fold in GOING_ON:
        return following.fold not in ASIDE
    return word.glue != "" and not (word.cls or word.lists & TEXTS)


def open_quote(walk: Walk, draft: Draft, arguments: Arguments) -> None:
    """Let the content be a quotation, or what stands behind a colon."""
    sentence = walk.sentence
    draft.mode = "direct"
    draft.direct = True
    if arguments.quote is not None:
        draft.quote = (arguments.quote.start, arguments.quote.end)
        draft.content_start, draft.content_end = draft.quote
        first = arguments.quote.i
        frames = walk.grammar.verbs.get(draft.lemma)
        if frames is not None and sentence.words[first].glue == "ب" and "ب" in frames.openers:
            draft.content_start = sentence.offset(first, 1)
        while first + 1 < arguments.quote.j and (
            sentence.words[first].cls & COMP or sentence.words[first].fold in GOVERNING
        ):  # fmt: skip
            first += 1  # "stressed “on the need”", "pointed “to that”"
            draft.content_start = sentence.starts[first]
        draft.rule = "ar.verb.quote"
        draft.opened = goes_on_behind(sentence, arguments.quote)
        if draft.opened and first == arguments.quote.i:
            draft.content_start = sentence.starts[first - 1]  # its marks are not the outer ones
        return
    i = arguments.at + 1
    draft.rule = "ar.verb.colon"
    if i < sentence.last:
        quote = sentence.quote_at.get(i)
        if quote is not None:
            draft.content_start, draft.content_end = quote.start, quote.end
            draft.quote = (quote.start, quote.end)
            draft.opened = False
        else:
            set_content(walk, draft, i)


def tell_direct(walk: Walk, draft: Draft, i: int) -> None:
    """إن with the whole clause in quotation marks, or with part of it."""
    sentence = walk.sentence
    if i < sentence.last and sentence.words[i].fold == ":":
        i += 1
    quote = sentence.quote_at.get(i)
    if quote is not None and (quote.kind == "speech" or quote.j - quote.i > 4 or quote.j >= sentence.last - 2):
        draft.content_start, draft.direct = quote.start, True
        draft.mode = "direct"
        draft.quote = (quote.start, quote.end)
        draft.content_end = quote.end


def finish_draft(walk: Walk, draft: Draft, holder: Holder | None, how: str) -> Draft:
    """Put a draft down: its holder, and how the holder was found."""
    draft.holder = holder
    draft.status = STATUS.get(how, "pro-drop") if holder is not None or how == "none" else "none"
    walk.drafts.append(draft)
    if holder is not None and holder.kind == "unknown" and draft.depth == 0:
        walk.memory.remember(holder)
    return draft


def open_clause(walk: Walk, draft: Draft, arguments: Arguments, holder: Holder | None) -> None:
    """Open the clause in which the words of a claim stand: behind "that", in quotation marks, behind a colon."""
    quote = walk.sentence.quote_at.get(arguments.at + 1) if arguments.opener == "colon" else arguments.quote
    if draft.opened and arguments.opener in ("that", "quote", "colon") or quote is not None and draft.quote is not None:
        walk.taken = max(walk.taken, arguments.at)
        walk.open(draft, arguments if quote is None else Arguments("quote", arguments.at, quote), holder)


def end_before(walk: Walk, draft: Draft, k: int) -> None:
    """End a content that is still in the making before word `k`."""
    words, sentence = walk.words, walk.sentence
    while k > sentence.first and (words[k - 1].fold in COMMAS or words[k - 1].conj and words[k - 1].cls & ADV):
        k -= 1
    if draft.opened and draft.content_start >= 0 and sentence.ends[k - 1] > draft.content_start:
        draft.content_end = sentence.ends[k - 1]
        draft.opened = False


def may_describe(word: Word, feminine: bool) -> bool:
    """Tell by its shape and gender whether a definite word can be an adjective of the noun before it."""
    stem = word.fold[2:].removesuffix("ه")
    shaped = stem[0] == "م" and len(stem) > 3 or len(stem) == 4 and (stem[1] == "ا" or stem[2] == "ي") or (
        stem[-1] == "ي" and len(stem) > 2
    )
    return shaped and feminine == word.fold.endswith("ه")


def _is_described(sentence: Sentence, noun: Reading, j: int) -> bool:
    """Tell whether word `j` describes an owned noun of act, what it governs behind it: "its repeated calls for"."""
    word = sentence.words[j]
    if not (noun.owner and word.article and (word.nominal or word.names)) or word.prep or word.conj or (
        word.nouns or j in sentence.inside or j + 1 >= sentence.last
    ):  # fmt: skip
        return False
    if not may_describe(word, noun.gender == "f" or noun.lemma.endswith("ات") or noun.lemma in BROKEN):
        return False  # "its refusal to appear": what is refused
    following = sentence.words[j + 1]
    if following.cls & COMP:
        return not following.conj
    return following.fold in ("علي", "الي", "من") or following.glue != "" or following.prep == "ل"


def open_complement(walk: Walk, draft: Draft, place: int, noun: Reading) -> None:
    """Let the content be what the noun governs."""
    words, sentence = walk.words, walk.sentence
    j = place + 1
    while j < sentence.last:
        word = words[j]
        qualifies = (
            word.cls & ADJ and word.article and (noun.owner or noun.definite) and not word.prep and not word.names
        )
        if not (qualifies or word.cls & (ADV | TIME) or j == place + 1 and _is_described(sentence, noun, j)):
            break
        j += 1
    draft.content_start = draft.content_end = -1
    draft.opened = False
    if j == place + 1 and noun.owner and j < sentence.last and words[j].conj == "و" and words[j].owned and any(
        second.owner and walk.grammar.noun_act.get(second.lemma, "") == draft.act for second in words[j].nouns
    ):  # fmt: skip
        walk.consumed.add(j)
        j += 1  # "voiced his thanks and his gratitude to": both have one complement
    if j + 1 < sentence.last and words[j].fold == ":" and noun.lemma in ("قول", "قال"):
        quote = sentence.quote_at.get(j + 1)
        set_content(walk, draft, j + 1)
        if quote is not None:
            draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
            draft.opened = False
        return
    if j < sentence.last and words[j].fold in COMMAS:
        # An aside ("as they claim", "together with …") between the noun and its complement.
        for k in range(j + 1, min(j + 14, sentence.last)):
            if words[k].fold in COMMAS:
                if k + 1 < sentence.last and (words[k + 1].fold in GOVERNING or words[k + 1].prep or words[k + 1].glue):
                    j = k + 1
                break
    if j + 1 < sentence.last and words[j].fold in QUOTE_MARKS:
        j += 1  # the preposition stands inside the quotation
    if j >= sentence.last or words[j].cls & PUNCT and words[j].fold not in QUOTE_MARKS:
        return
    word = words[j]
    if word.cls & REL and word.rest == "ما":
        set_content(walk, draft, j)
        return
    if word.cls & (LINK | CONJ) or word.conj and word.cls & ~PREP:
        return
    if word.cls & PREP and not word.conj:
        open_content(walk, draft, j, word.fold)
        return
    if word.cls & COMP:
        set_content(walk, draft, j + 1)
        draft.mode = "indirect"
        return
    entity = sentence.inside.get(j)
    glued = entity.proclitic if entity and entity.i == j else word.prep
    if not glued and not entity and word.fold[:1] in "بل" and len(word.fold) > 3 and not word.cls:
        lexical = any(r.start == 0 and not r.prep for r in word.nouns) and not any(r.prep for r in word.nouns)
        glued = "" if lexical else word.fold[0]
    if glued in ("ب", "ل"):
        open_content(walk, draft, j, glued)
    elif glued == "لل":
        set_content(walk, draft, j)
    elif (word.nominal or word.cls & DEM) and not (word.conj and not entity):
        set_content(walk, draft, j, start=entity.start if entity and entity.i == j else -1)
