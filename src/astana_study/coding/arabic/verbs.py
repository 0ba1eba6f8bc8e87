"""Claims whose cue is a finite verb."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.acts import (
    CONTAINING,
    act_of,
    apply_noun,
    find_idiom,
    is_held,
    is_nominative,
    share_content,
)
from astana_study.coding.arabic.arguments import Arguments, read_arguments
from astana_study.coding.arabic.attributions import note_said
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import (
    cue_start,
    find_limit,
    finish_draft,
    mark_after,
    open_clause,
    open_complement,
    open_content,
    open_quote,
    set_content,
    tell_direct,
)
from astana_study.coding.arabic.deeming import SEEING, claim_deemed
from astana_study.coding.arabic.frames import NO_FRAMES, Frames
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.levels import agrees, is_described, is_relative, is_subjunctive, reading_gender
from astana_study.coding.arabic.marks import keeps_silent
from astana_study.coding.arabic.nominals import read_dummy
from astana_study.coding.arabic.phrases import Phrase, name_actors
from astana_study.coding.arabic.relatives import claim_in_relative, end_dummy
from astana_study.coding.arabic.resumed import claim_about_named, claim_about_pronoun, claim_taken
from astana_study.coding.arabic.retold import claim_inside, claim_relay, claim_unopened, goes_on_speaking
from astana_study.coding.arabic.rising import told_by_purpose
from astana_study.coding.arabic.senses import means_another
from astana_study.coding.arabic.words import ADV, BACKGROUND, DEM, LINK, PREP, PUNCT, TITLE, Reading, Word
from astana_study.coding.draft import Draft, Holder

CLAIMING: Final = {"مزاعم", "ادعاء", "ادعاءات", "زعم", "ادعى"}
"""Nouns of claiming: who repeats "the claim that" claims."""
ACCUSING: Final = {"اتهام", "اتهامات", *CLAIMING}
"""Nouns of accusation: who rejects one denies."""
DOCUMENTARY: Final = {"تضمن", "نص", "شمل", "اشتمل", "احتوى"}
"""Verbs of which only a text can be the subject."""
PARTS: Final = {"محاور", "فقرات", "بنودا", "نقاطا", "عناصر"}
"""Parts of a text, which say nothing as such."""
COMPRISING: Final = {"شمل", "اشتمل", "احتوى"}
"""Those of them that state something only once the text is out."""
CENTRED: Final = {"تركز", "تمحور", "دار", "انصب"}
"""Verbs that discuss only where talks are their subject."""
TALK: Final = {"الحديث", "البحث", "الاهتمام", "الحوار"}
"""What turns on something where nobody is named: the talk, the search."""
DUMMY: Final = {"تم", "جرى", "حصل"}
"""Verbs that only carry the verbal noun behind them."""


SILENT: Final = {"رفض", "طلب", "فضل", "اشترط", "آثر"}
"""Verbs with which somebody asks not to be named."""


def read_verb(grammar: Grammar, walk: Walk, i: int, word: Word) -> None:
    """Read a finite verb: choose among its readings, settle its clause and subject, make the claim."""
    sentence = walk.sentence
    best: tuple[int, Reading, Frames, Arguments] | None = None
    limit = find_limit(walk)
    known: dict[str, Arguments] = {}
    for reading in word.verbs:
        frames = grammar.verbs.get(reading.lemma, NO_FRAMES)
        arguments = known.get(frames.lemma)
        if arguments is None:
            arguments = known[frames.lemma] = read_arguments(sentence, i, frames, limit)
        score = rank_reading(walk, i, word, reading, frames, arguments) if len(word.verbs) > 1 else 0
        if best is None or score > best[0]:
            best = (score, reading, frames, arguments)
    if best is None:
        return
    _, reading, frames, arguments = best
    walk.consumed.update(range(*arguments.aside))
    if reading.prep and (frames.that or frames.quote):
        reading = told_by_purpose(walk, i, reading, arguments)
    said = note_said(walk, i, reading, frames, arguments)
    if said is not None:
        walk.set_subject(said, "", len(walk.levels) - 1)
        walk.taken = max(walk.taken, arguments.phrases[0].j)
        return
    silent = reading.lemma in SILENT and i + 1 < sentence.last and keeps_silent(walk.words, i + 1)
    if is_relative(walk.words, walk.sentence.first, i):
        if silent:
            return  # "who refused to give his name"
        if reading.lemma in DUMMY:
            if not reading.future and read_dummy(grammar, walk, i, word, len(walk.levels)):
                end_dummy(walk, walk.drafts[-1], i)
            return
        claim_in_relative(grammar, walk, i, reading, frames, arguments)
        return
    if is_subjunctive(walk.words, sentence.first, i, reading):
        walk.levels[-1].tense = walk.levels[-1].tense or IMPERFECT
        return
    walk.settle_depth(i, reading, arguments, frames)
    depth = len(walk.levels) - 1
    if reading.lemma in DUMMY and read_dummy(grammar, walk, i, word, depth):
        walk.set_subject(None, reading.kind, depth)
        return
    background = word.cls & BACKGROUND and (i <= sentence.first + 1 or i < sentence.first + 5 and all(
        walk.words[k].cls & (PUNCT | PREP | DEM | LINK | ADV) for k in range(sentence.first, i)
    )) or (
        i > sentence.first and walk.words[i - 1].cls & BACKGROUND  # الجدير ذكره
    )
    if frames is not NO_FRAMES and not background and not walk.is_negated(i) and not reading.future:
        named = claim_about_named(grammar, walk, i, reading, frames, arguments)
        if named is not None:
            walk.set_subject(named, reading.kind, depth, spoke=True)
            return
    holder, phrases, how = walk.choose_subject(i, reading, frames, arguments)
    told = arguments.opener in ("that", "quote", "colon") and how == "explicit subject" and reading.person == 3
    negated = walk.is_negated(i, told=told) or reading.future or walk.is_attribution(i)
    draft = None
    if frames is not NO_FRAMES and not negated and not background and not silent:
        draft = claim_verb(grammar, walk, i, word, reading, frames, arguments, holder, phrases, how, depth)
    if draft is not None and reading.conj and i > sentence.first and walk.words[i - 1].verbs:
        share_content(grammar, walk, i, reading, draft)
    if draft is not None and goes_on_speaking(walk, draft):
        holder = draft.holder  # whose words they are, not who relays them
    explicit = holder if how == "explicit subject" else None
    if draft is None and reading.owner and not reading.conj and i > sentence.first and (
        is_described(walk.words[i - 1])
    ):  # fmt: skip
        explicit = None  # whoever leads the delegations that are told of is not the next to speak
    elif explicit is None and arguments.phrases and frames is NO_FRAMES and reading.person == 3:
        first = arguments.phrases[0]
        head = walk.words[first.i]
        article = not first.known and (head.article or head.cls & TITLE > 0)
        if (first.known or article) and (first.head_entity or reading.lemma != "كان") and (
            agrees(first.gender, reading_gender(reading), verb_first=True)
        ):  # fmt: skip
            explicit = walk.holder_of(first)
    spoke = draft is not None and (frames.that or frames.quote or how == "explicit subject")
    walk.set_subject(explicit if draft is None else (holder or explicit), reading.kind, depth, spoke=bool(spoke))
    if draft is not None and depth == 0 and how != "explicit subject" and holder is not None:
        walk.levels[0].subject = holder
    if explicit is not None and explicit.end > 0 and arguments.phrases and how == "explicit subject" and (
        reading.lemma != "زال"  # "is still": what it is follows
    ):  # fmt: skip
        walk.taken = max(walk.taken, min(arguments.phrases[0].j, arguments.stop))
    if draft is not None and draft.opened and draft.that_at >= 0:
        walk.taken = max(walk.taken, draft.that_at)
        walk.open(draft, Arguments(opener="that", at=draft.that_at), holder)
        return
    if draft is not None:
        open_clause(walk, draft, arguments, holder)


def reach_noun(grammar: Grammar, walk: Walk, draft: Draft, i: int, at: int) -> None:
    """Take "agreement" into the cue in "reached agreement on": its complement is what was agreed."""
    noun = next((r for r in walk.words[at + 1].nouns if r.lemma in grammar.nouns and not r.owner), None)
    if noun is None or grammar.noun_act[noun.lemma] != "agree" or at + 2 >= walk.sentence.last:
        return
    start, end, opened = draft.content_start, draft.content_end, draft.opened
    open_complement(walk, draft, at + 1, noun)
    walk.consumed.add(at + 1)
    if draft.content_start < 0 or not walk.words[at + 2].cls & PREP:
        draft.content_start, draft.content_end, draft.opened = start, end, opened
    elif at == i + 1:
        draft.cue_end = walk.sentence.ends[at + 1]


def opens_object(walk: Walk, arguments: Arguments, phrases: list[Phrase]) -> bool:
    """Tell whether a phrase stands between a verb's subject and its preposition: its object."""
    return bool(phrases) and not phrases[-1].known and walk.words[phrases[-1].i].owned and bool(arguments.opener)


def rank_reading(walk: Walk, i: int, word: Word, reading: Reading, frames: Frames, arguments: Arguments) -> int:
    """Rank the readings of an ambiguous verb: one whose frame is filled comes first."""
    score = 0
    if frames is not NO_FRAMES:
        score += 2 if act_of(walk, frames, arguments, arguments.phrases, reading)[0] else -1
        if arguments.phrases and not agrees(arguments.phrases[0].gender, reading_gender(reading), verb_first=True):
            score -= 1
    if len(word.verbs) > 1 and walk.find_before(i, reading) is not None:
        score += 2
    if reading.lemma == "عادى" and reading.kind == PERFECT:
        score -= 4  # عادت: "returned"
    if reading.lemma == "راجع" and word.fold == "تراجع":
        score -= 4  # "fell"
    if reading.lemma == "تقرر" or reading.lemma == "ادعى" and arguments.opener == "that":
        score += 2
    if reading.passive:
        score += 1 if word.damma or not arguments.phrases else -1
    elif word.damma:
        score -= 1
    return score


def claim_verb(
    grammar: Grammar, walk: Walk, i: int, word: Word, reading: Reading, frames: Frames, arguments: Arguments,
    holder: Holder | None, phrases: list[Phrase], how: str, depth: int
) -> Draft | None:  # fmt: skip
    """Make the claim of a finite verb, where its frame is filled."""
    if frames.inside and arguments.opener == "" and not frames.object:
        return claim_inside(grammar, walk, i, reading, frames, depth)
    if frames.relay:
        relayed = claim_relay(walk, i, reading, frames, depth)
        if relayed or frames.relayed == "عن" and any(word.rest == "عن" for word in walk.words[i + 1 : i + 14]):
            return relayed
    if frames.lemma in DOCUMENTARY and (
        holder is None or holder.kind != "holder" or holder.actors == ("PARTICIPANTS",)
        or frames.lemma in COMPRISING and reading.kind == IMPERFECT
    ):  # fmt: skip
        return None  # an initiative or a draft that "contains" something says nothing
    if frames.lemma in DOCUMENTARY and phrases and walk.words[phrases[0].i].rest in PARTS:
        return None  # "contains paragraphs": what they say is not told
    if frames.lemma == "تصدى" and walk.levels[1:] and (
        how != "explicit subject" or holder is not None and holder.kind == "unknown"
    ):  # fmt: skip
        return None  # "that air defences fought off targets": no act of speech
    if means_another(walk, i, frames, reading, named=how == "explicit subject" or not phrases):
        return None
    if frames.lemma == "علق" and opens_object(walk, arguments, phrases):
        return None  # "suspended its part in the talks"
    if frames.lemma in CENTRED and (holder is None or holder.kind not in ("holder", "collective")):
        if walk.words[i + 1].rest not in TALK:
            return None  # fighting turns on towns
        holder, how = PARTICIPANTS, "none"
    if frames.lemma in SEEING:
        deemed = claim_deemed(walk, i, reading, frames, arguments, holder, how, depth)
        if deemed is not None:
            return deemed
    act, opens = act_of(walk, frames, arguments, phrases, reading)
    if opens == "object" and reading.kind == IMPERFECT and (
        reading.lemma == "ذكر" or reading.lemma == "اعتبر" and is_held(walk, i, reading, holder, how)
    ):  # fmt: skip
        return None  # "worth mentioning", "is held to be"
    if not act and frames.lemma == "اتخذ" and not phrases:
        return claim_taken(walk, i, reading, depth)
    if not act or opens == "owner":
        return claim_about_pronoun(walk, i, reading, frames, arguments, holder, how, depth) or (
            claim_unopened(walk, i, reading, frames, arguments, holder, how, depth) if not act else None
        )
    if opens == "colon" and not reading.conj and arguments.at == i + 1 and i == walk.sentence.first and (
        arguments.at + 1 not in walk.sentence.quote_at
    ):  # fmt: skip
        return None  # a byline
    if act == "reject" and opens == "object" and any(r.lemma in ACCUSING for r in walk.words[phrases[0].i].nouns):
        act = "deny"
    if act in ("reject", "call") and opens == "object" and keeps_silent(walk.words, phrases[-1].i):
        return None  # "refused to answer"
    passive = reading.passive and how != "explicit subject" or word.damma and how != "explicit subject"
    sentence = walk.sentence
    draft = Draft(cue_start(walk, i, reading), sentence.ends[i], reading.lemma, act, "reported",
                  f"ar.verb.{opens.replace(' ', '-')}", holder, depth=depth)  # fmt: skip
    draft.holder_how = how
    draft.addressee = ()
    at = arguments.at
    if opens == "phrase":
        idiom = find_idiom(walk, frames, arguments)
        if idiom is not None and idiom[0] - idiom[1] == i + 1:
            draft.cue_end = sentence.ends[idiom[0] - 1]
        draft.rule = "ar.verb.idiom"
        if at < 0 and idiom is not None and idiom[0] < sentence.last and walk.words[idiom[0]].cls & PREP:
            at = idiom[0]
        if at >= 0:
            open_content(walk, draft, at, arguments.opener or walk.words[at].fold)
        draft.holder, draft.holder_how = (holder, how)
        return finish_draft(walk, draft, holder, how)
    if opens == "that":
        draft.mode = "indirect"
        set_content(walk, draft, at + 1)
        tell_direct(walk, draft, at + 1)
        if act == "affirm" and any(r.definite and r.lemma in CLAIMING for r in walk.words[at - 1].nouns):
            act = draft.act = "claim"
        if act == "call" and phrases and phrases[0].known and frames.object_preps:
            draft.addressee = name_actors(phrases[0], walk.published, walk.memory.last_actors())
            draft.content_start = phrases[0].start
    elif opens in ("quote", "colon"):
        open_quote(walk, draft, arguments)
    elif opens in ("prep", "object prep"):
        objects = phrases if opens == "object prep" else []
        while len(objects) > 1 and objects[-2].j == objects[-1].i and (
            not objects[-1].known or walk.words[objects[-1].i].article and not objects[-1].head_entity
        ):  # fmt: skip
            objects = objects[:-1]  # "the delegation, supported by": an adjective with its article
        if objects and (opens == "object prep"):
            draft.addressee = name_actors(objects[-1], walk.published, walk.memory.last_actors())
            draft.content_start = objects[-1].start
            draft.content_end = objects[-1].end
            draft.opened = True
            mark_after(walk, draft, at)
        else:
            open_content(walk, draft, at, arguments.opener)
    elif opens == "object":
        target = arguments.phrases[0] if reading.lemma == "تقرر" else phrases[0]
        marked = target.i - 1 in sentence.quote_at and target.i > i + 1  # its opening mark belongs to it
        set_content(walk, draft, target.i, start=sentence.starts[target.i - 1] if marked else target.start)
        if reading.owner and walk.words[target.i].participles:
            walk.consumed.add(target.i)  # "considers it directed against"
    if act == "light" and opens == "object" and how != "explicit subject" and not passive and reading.person == 3:
        passive = is_nominative(walk, phrases[0], i)  # اتخذ قرار: the noun is the subject
    if opens == "prep" and reading.lemma in CONTAINING:
        walk.consumed.add(at + 1)
    if opens == "object" and (
        act == "claim" or reading.lemma in CONTAINING or act == "deny" and walk.words[phrases[0].i].owned
    ):  # fmt: skip
        walk.consumed.add(phrases[0].i)  # "alleged its keenness": still an allegation
    if reading.lemma == "توصل" and opens == "prep":
        reach_noun(grammar, walk, draft, i, at)
    if act == "light" or act in ("affirm", "state") and opens in ("prep", "object", "that"):
        if not apply_noun(grammar, walk, draft, i, arguments, opens, phrases, light=act == "light"):
            return None
    if passive and how != "explicit subject":
        draft.rule = "ar.verb.passive"
        holder, how = (walk.chapeau, "chapeau") if walk.chapeau else (PARTICIPANTS, "none")
        draft.holder, draft.holder_how = holder, how
    if reading.lemma == "تقرر":
        draft.holder, draft.holder_how = PARTICIPANTS, "none"
    return finish_draft(walk, draft, draft.holder, draft.holder_how)
