"""Finite verbs whose holder or content stands in an unusual place: relayed, inside a text, or before the verb."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import PERFECT
from astana_study.coding.arabic.acts import noun_act
from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import (
    cue_start,
    finish_draft,
    open_complement,
    open_quote,
    set_content,
    tell_direct,
)
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.lists import SPEECH, TEXTS
from astana_study.coding.arabic.phrases import QUOTE_MARKS, read_phrase
from astana_study.coding.arabic.words import ADV, COMP, NEG, PREP, REL, SAYING, TIME, WE, Reading, Word
from astana_study.coding.draft import Draft, Holder


def claim_quote_before(
    walk: Walk, i: int, reading: Reading, frames: Frames, holder: Holder | None, how: str, depth: int
) -> Draft | None:
    """«…», said X: the words stand before the verb."""
    if not (frames.quote or frames.that) or depth:
        return None
    sentence, words = walk.sentence, walk.words
    k = i - 1
    while k >= sentence.first and (words[k].fold in COMMAS or words[k].fold in QUOTE_MARKS):
        k -= 1
    quote = next((q for q in sentence.quotes if q.j == k + 1 and q.kind == "speech"), None)
    if quote is None or k == i - 1:
        return None
    draft = Draft(cue_start(walk, i, reading), sentence.ends[i], reading.lemma, frames.quote or frames.that,
                  "direct", "ar.verb.quote-before", holder, depth=depth)  # fmt: skip
    draft.holder_how = how
    draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
    for later in sentence.quotes:
        if later.i > i and later.kind == "speech":
            draft.content_end = later.end
            break
    return finish_draft(walk, draft, holder, how)


BARE: Final = {"قال", "أضاف"}
"""Verbs of saying behind which words stand without any sign: "and added the cost was"."""
DENYING: Final = {"لا", "لن", "لم", "ليس", "ليست", "نحن", "انا", "علينا"}
SPEAKING: Final = {*BARE, "تابع", "أردف", "ختم", "زاد", "أكد", "أوضح", "صرح"}
"""The same with those behind which they do only where they begin in the first person, or with a denial."""


def claim_unopened(
    walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments, holder: Holder | None, how: str,
    depth: int
) -> Draft | None:  # fmt: skip
    """«…», said X; or: and X said we will not …: words that nothing opens."""
    draft = claim_quote_before(walk, i, reading, frames, holder, how, depth)
    j, words = arguments.stop, walk.words
    bare = reading.lemma in BARE
    if draft is None and reading.lemma == "قال" and not depth and _speaks_somehow(walk, j):
        draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, frames.quote, "direct",
                      "ar.verb.colon", holder, depth=depth)  # fmt: skip
        draft.holder_how = how
        quote = walk.sentence.quote_at.get(j + 1)
        opened = Arguments(opener="quote" if quote else "colon", at=j + 1, quote=quote)
        open_quote(walk, draft, opened)
        finish_draft(walk, draft, holder, how)
        walk.open(draft, opened, holder)
        return draft
    if draft is not None or reading.passive or reading.lemma not in (BARE if reading.person == 1 else SPEAKING) or (
        depth and reading.person != 1
    ):  # fmt: skip
        return draft
    behind = max([i + 1, *(phrase.j + 1 for phrase in arguments.phrases)])
    name = arguments.phrases[0].j if arguments.phrases else i
    if bare and how == "explicit subject" and i < name < j and words[name].lists & SPEECH and (
        words[name - 1].article or name - 1 in walk.sentence.inside
    ):  # fmt: skip
        j = name
    if not i < j < walk.sentence.last - 2:
        return None
    j += words[j].fold in COMMAS and (frames.more or j + 1 < walk.sentence.last and words[j + 1].rest == "لقد")
    firm = begins_speech(words[j])
    if not (firm or bare and _goes_on(words, i, j, frames, how)) or j > behind and not firm or reading.owner or (
        j in walk.sentence.inside
        or not (bare or how == "explicit subject" or words[j - 1].cls & SAYING or words[j - 1].fold in COMMAS)
    ):  # fmt: skip
        return None
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, frames.quote, "indirect",
                  "ar.verb.bare", holder, depth=depth)  # fmt: skip
    draft.holder_how = how
    set_content(walk, draft, j)
    finish_draft(walk, draft, holder, how)
    walk.open(draft, Arguments(opener="colon", at=j - 1), holder)
    walk.levels[-1].tense = PERFECT
    return draft


def _speaks_somehow(walk: Walk, j: int) -> bool:
    """Tell whether a participle that takes no words itself stands before what is said: "said, threatening: …"."""
    words, last = walk.words, walk.sentence.last
    if j + 2 >= last or not words[j].participles or not words[j].rest.endswith("ا"):
        return False
    quote = walk.sentence.quote_at.get(j + 1)
    opens = words[j + 1].fold == ":" or quote is not None and quote.kind == "speech"
    framed = [walk.grammar.verbs.get(reading.lemma) for reading in words[j].participles]
    return opens and not any(frames is not None and (frames.quote or frames.that) for frames in framed)


def begins_speech(word: Word) -> bool:
    """Tell whether a word begins somebody's own words: a verb in the first person, we, a denial."""
    first = any(reading.person == 1 for reading in word.verbs) and not word.nouns
    denies = word.cls & (NEG | WE) > 0 and word.rest in DENYING
    return not word.conj and (first or denies) or word.rest == "لقد"


def _goes_on(words: list[Word], i: int, j: int, frames: Frames, how: str) -> bool:
    """Tell whether words of somebody's begin right behind his name: "and X said the talks must", "and added it was"."""
    word = words[j]
    acts = bool(word.verbs) and not (word.conj or word.nouns)
    if frames.more and (j == i + 1 or words[j - 1].fold in COMMAS) and acts:
        return True
    if how != "explicit subject" or j == i + 1:
        return False
    return word.lists & SPEECH > 0 and not word.conj


IN_IT: Final = {"فيه", "فيها"}
OWNING: Final = {"mention", "role", "person", "country", "capital", "collective"}
"""Kinds of holders who can issue a text of their own."""


def claim_relay(walk: Walk, i: int, reading: Reading, frames: Frames, depth: int) -> Draft | None:
    """نقلت الوكالة عن X أن …: who stands behind عن is the holder, the relay is not."""
    sentence, words = walk.sentence, walk.words
    source = next((k for k in range(i + 1, min(i + 14, sentence.last)) if words[k].rest == frames.relayed), -1)
    if source < 0:
        return None
    saying = next((k for k in range(source + 2, min(source + 14, sentence.last)) if words[k].fold == "القول"), -1)
    phrase = read_phrase(sentence, source + 1, saying if saying > 0 else sentence.last, greedy=True)
    holder = walk.holder_of(phrase) if phrase else None
    if phrase is None or holder is None:
        return None
    cue = saying if saying > 0 else i  # "X quoted Y as saying": the noun is the cue
    for k in range(phrase.j, min(phrase.j + 14, sentence.last)):
        quote = sentence.quote_at.get(k)
        if words[k].owned and words[k].nouns and (words[k].nouns[0].owner or words[k].nouns[0].lemma in ("قول", "قال")):
            return None  # قوله, ترجيحه is the cue
        if quote is not None and quote.j - quote.i <= 3 and quote.j + 1 < sentence.last and (
            words[quote.j + 1].fold in COMMAS
        ):  # fmt: skip
            continue  # a source that it "did not name"
        if words[k].cls & COMP or quote is not None and quote.kind == "speech":
            start = cue_start(walk, i, reading) if cue == i else sentence.starts[cue]
            draft = Draft(start, sentence.ends[cue], reading.lemma, frames.relay, "indirect", "ar.verb.relay", holder,
                          depth=depth)  # fmt: skip
            arguments = Arguments(opener="quote" if quote else "that", at=k, quote=quote)
            if quote:
                open_quote(walk, draft, arguments)
                draft.rule = "ar.verb.relay"
            else:
                set_content(walk, draft, k + 1)
                tell_direct(walk, draft, k + 1)
            draft = finish_draft(walk, draft, holder, "explicit subject")
            walk.taken = max(walk.taken, k)
            walk.open(draft, arguments, holder)
            return draft
    return None


def goes_on_speaking(walk: Walk, draft: Draft) -> bool:
    """Tell whether the holder of a claim that is retold speaks on, though no subject: not a statement of nobody's."""
    if draft.rule == "ar.verb.in-text" and draft.holder is not None and draft.holder.actors == ("STATEMENT",):
        named = walk.sentence.surface(draft.holder.start, draft.holder.end)
        return named.startswith("ال") or " " in named
    return draft.rule in ("ar.verb.relay", "ar.verb.in-text")


def _read_text(walk: Walk, j: int) -> tuple[Holder, int, str] | None:
    """Return the text in which it says something, the word behind it, and how it is named: في البيان, فيه."""
    words, sentence = walk.words, walk.sentence
    if j + 1 >= sentence.last:
        return None
    if words[j].fold in IN_IT:
        gender = "m" if words[j].fold == "فيه" else "f"
        return Holder(walk.memory.issuer or ("STATEMENT",), gender, "holder"), j + 1, "pronoun"
    phrase = read_phrase(sentence, j + 1, sentence.last) if words[j].fold == "في" else None
    holder = walk.holder_of(phrase) if phrase is not None else None
    if phrase is None or holder is None:
        return None
    text = words[phrase.i].text or words[phrase.i].lists & TEXTS > 0
    if holder.kind == "unknown" and text:
        holder = Holder(("STATEMENT",), holder.gender, "holder", holder.start, holder.end)
    k = phrase.j + (phrase.j < sentence.last and words[phrase.j].fold in COMMAS)
    quote = sentence.quote_at.get(k)
    told = k < sentence.last and (words[k].cls & COMP or words[k].fold == ":") or quote is not None and (
        quote.kind == "speech"
    )  # fmt: skip
    owned = text and holder.kind in OWNING  # one side's own statement: its words are that side's
    return (holder, phrase.j, "explicit subject") if told or owned or holder.kind == "holder" else None


def _claim_listed(walk: Walk, draft: Draft, k: int, how: str) -> Draft | None:
    """ومما جاء في البيان، …: what it says besides stands behind the mark, with or without "that"."""
    words, last = walk.words, walk.sentence.last
    while k < last and words[k].cls & (ADV | TIME):
        k += 1
    while k < last and (words[k].fold in COMMAS or words[k].fold == ":"):
        k += 1
    if k >= last:
        return None
    set_content(walk, draft, k + 1 if words[k].cls & COMP else k)
    return finish_draft(walk, draft, draft.holder, how)


def _find_act_behind(walk: Walk, k: int) -> int:
    """Return the noun of act behind what tells of a text: "in the statement, which X published, affirmation of"."""
    words = walk.words
    for j in range(k + 1, min(k + 40, walk.sentence.last - 1)):
        if words[j].cls & COMP or words[j].fold in (":", ".", "؛"):
            return -1
        if words[j - 1].fold in COMMAS and words[j].performs and not words[j].conj and not words[j].verbs:
            return j
    return -1


def _cross_occasion(walk: Walk, k: int) -> int:
    """Return the "that" or the quotation behind a second comma: "in the statement, at the end of the round, “…”"."""
    words, sentence = walk.words, walk.sentence
    if k + 1 >= sentence.last or not words[k + 1].cls & (PREP | TIME):
        return -1
    for j in range(k + 2, min(k + 16, sentence.last - 1)):
        if words[j].cls & COMP or words[j].fold in (":", ".", "؛"):
            return -1
        if words[j].fold in COMMAS:
            quote = sentence.quote_at.get(j + 1)
            told = words[j + 1].cls & COMP and not words[j + 1].conj or quote is not None and quote.kind == "speech"
            return j + 1 if told else -1
    return -1


def claim_inside(grammar: Grammar, walk: Walk, i: int, reading: Reading, frames: Frames, depth: int) -> Draft | None:
    """جاء في البيان أن …, ورد في نص الوثيقة …: the text is the holder."""
    sentence, words = walk.sentence, walk.words
    j = i + 1
    while j < sentence.last and words[j].cls & (ADV | TIME) and words[j].fold not in IN_IT:
        j += 1
    source = _read_text(walk, j)
    if source is None:
        return None
    holder, behind, how = source
    draft = Draft(cue_start(walk, i, reading), sentence.ends[i], reading.lemma, frames.inside, "reported",
                  "ar.verb.in-text", holder, depth=depth)  # fmt: skip
    draft.holder_how = how
    if i > sentence.first and words[i - 1].rest == "مما":
        return _claim_listed(walk, draft, behind, how)
    k = behind
    relative = k < sentence.last and bool(words[k].cls & REL)
    while k < sentence.last and not words[k].cls & COMP and words[k].fold != ":" and words[k].fold not in QUOTE_MARKS:
        noun = next((r for r in words[k].nouns if r.lemma in grammar.noun_act and not r.conj), None)
        entity = sentence.entity_at.get(k + 1)
        if noun and k - behind < 6 and entity is not None and not entity.proclitic:
            draft.content_start, draft.opened = cue_start(walk, k, noun), True  # "the affirmation by the states of"
            draft.content_end = entity.end
            return finish_draft(walk, draft, holder, how)
        after = relative and words[k - 1].fold in COMMAS and words[k].performs
        if noun and (after or (noun.owner or noun.definite or k - behind < 2) and k - behind < 6):
            draft.act = noun_act(grammar, walk, noun, k)
            open_complement(walk, draft, k, noun)
            walk.consumed.add(k)
            return finish_draft(walk, draft, holder, how)
        if relative and words[k].fold in COMMAS:
            act = _find_act_behind(walk, k)
            if act > k:
                k = act
                continue
        aside = _cross_occasion(walk, k) if words[k].fold in COMMAS and not relative else -1
        if aside > k:
            k = aside
            continue
        if words[k].fold in COMMAS and k - behind > 3 and not (k + 1 < sentence.last and words[k + 1].cls & COMP):
            return None
        if k - behind > 24 or words[k].verbs and k - behind > 5 and not relative:
            return None
        k += 1
    if k >= sentence.last:
        return None
    draft.mode = "indirect" if words[k].cls & COMP else "direct"
    if words[k].fold in QUOTE_MARKS:
        quote = sentence.quote_at.get(k)
        if quote is None:
            return None
        draft.direct = True
        draft.content_start, draft.content_end = quote.start, quote.end
        return finish_draft(walk, draft, holder, how)
    set_content(walk, draft, k + 1)
    finished = finish_draft(walk, draft, holder, how)
    arguments = Arguments(opener="that", at=k)
    walk.open(draft, arguments, holder)
    return finished
