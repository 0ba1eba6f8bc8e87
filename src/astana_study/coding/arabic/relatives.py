"""Cues in relative clauses: the antecedent is the subject, or the content."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.acts import CONTAINING, act_of, apply_noun
from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import (
    cue_start,
    end_before,
    finish_draft,
    mark_after,
    open_clause,
    open_content,
    open_quote,
    set_content,
    tell_direct,
)
from astana_study.coding.arabic.deeming import DEEMING, WITHIN, is_deemed
from astana_study.coding.arabic.frames import NO_FRAMES, Frames
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.lists import VENUED
from astana_study.coding.arabic.marks import keeps_silent
from astana_study.coding.arabic.phrases import QUOTE_MARKS, name_actors, read_phrase
from astana_study.coding.arabic.resumed import TAKEN_UP, claim_about_antecedent
from astana_study.coding.arabic.retold import claim_inside
from astana_study.coding.arabic.words import ADJ, ADV, COMP, NEG, PREP, PUNCT, REL, TIME, Reading, Word
from astana_study.coding.draft import Draft, Holder, unplace

RELATIVE: Final = {"الذي": "m", "التي": "f", "الذين": "p"}
"""What a relative pronoun asks of a verb whose subject it is."""
HOLDING: Final = {"اعتبر", "عد", "وصف", "رأى", "صنف"}
"""Verbs of holding something to be so: what it is held to be is no act."""
IN_WHICH: Final = {"فيه", "فيها", "خلاله", "خلالها", "عقبه", "عقبها", "اثره", "اثرها"}
"""Words by which a relative clause takes up the occasion that it tells of."""
RESUMED: Final = {"الذي": "ه", "التي": "ها"}
"""Pronouns by which it does."""
WHATEVER: Final = ("ما", "مما", "ممن")
"""Relative pronouns that stand for nobody in particular."""
RESUMING: Final = {"هو", "هي", "هذا", "ذلك"}
"""Words before "what" that take up the sentence before it: "which X denied"."""
EXCHANGED: Final = {"تبادل", "تقاسم", "تداول"}
"""What people exchange is mostly prisoners, and rumours."""
REACHED: Final = {"توصل", "أبرم", "وقع"}
"""What is done with an agreement: one that was reached is only named."""
MODAL: Final = {"يجب", "ينبغي", "يمكن"}
"""Verbs that go with the "that" behind them."""
SPEAKING: Final = {"country", "capital", "mention", "person", "role"}
"""Uses of names that act themselves, whatever noun stands before them: "between Washington, which accuses X"."""
OPPOSING: Final = {"accuse", "reject", "condemn", "warn", "deny", "claim", "call"}
"""Acts that only somebody does, whatever noun stands before his name."""
CONTINUING: Final = {"بما", "اضافه", "فضلا", "علاوه", "ولا"}
"""Words behind a comma that only add to what stands before it."""


def claim_in_relative(
    grammar: Grammar, walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments
) -> None:
    """A cue in a relative clause: the antecedent is its subject."""
    if frames is NO_FRAMES or walk.is_negated(i) or reading.future:
        return
    sentence, words = walk.sentence, walk.words
    k = i - 1
    while k >= sentence.first and not words[k].cls & REL:
        k -= 1
    rel = words[k]
    if rel.rest in WHATEVER and words[max(k - 1, 0)].rest not in RESUMING:
        if rel.rest == "مما" and k <= sentence.first + 1 and claim_among(walk, i, reading, frames, arguments):
            return
        if frames.inside and rel.rest == "مما" and k == i - 1:
            claim_inside(grammar, walk, i, reading, frames, len(walk.levels) - 1)
        return
    pronoun = i + 1 < sentence.last and words[i + 1].fold in TAKEN_UP
    if frames.lemma in HOLDING and claim_held(walk, i, k, reading, frames):
        return
    if reading.owner or pronoun:
        claim_about_antecedent(walk, i, reading, frames, arguments, pronoun)
        return
    act, opens = act_of(walk, frames, arguments, arguments.phrases, reading)
    if not act or act == "light" or opens in ("owner",) or arguments.phrases and frames.lemma == "اعتبر" and (
        reading.kind == IMPERFECT and reading.number == "s" and reading.person == 3 and not is_deemed(walk, arguments)
    ):  # fmt: skip
        return  # "which is held to be"
    if opens in ("object", "that") and arguments.phrases and keeps_silent(words, arguments.phrases[0].i):
        return
    wished = arguments.at + 1 < sentence.last and is_wished(words[arguments.at], words[arguments.at + 1])
    spoken = opens in ("quote", "colon") or act == "accuse" or opens == "that" and not wished
    acts = act in OPPOSING or frames.that != "" and act != "discuss"
    holder = find_antecedent(walk, k, reading, spoken=spoken, acts=acts and not words[k].conj)
    phrases = arguments.phrases
    own = holder is not None and holder.kind != "unknown" and agrees(holder.gender, reading_gender(reading))
    behind = not own and opens in ("prep", "object prep") and len(phrases) > (opens == "object prep") and (
        phrases[0].known and phrases[0].i == i + 1 and arguments.at > phrases[0].i
    )  # "which X called for", "which X accuses Y of"
    owned = not own and opens == "object" and phrases[0].known and resumes_in_object(walk, k, phrases[0].j)
    named = phrases[0] if phrases and (opens == "that" or behind or owned or resumes(walk, i, k)) else None
    if named is not None and agrees(named.gender, reading_gender(reading), verb_first=True):
        holder = walk.holder_of(named) or holder  # "the outcome that X expects to be", "in which X called for"
        phrases = phrases[1:]
        if owned and not phrases:
            object_ = read_phrase(sentence, named.j, sentence.last)
            phrases = [object_] if object_ is not None else []
        if opens == "object" and not phrases:
            return
    else:
        named = None
    if reading.person == 1:
        holder = walk.resolve("1", first_person=True)
    elif reading.passive and opens == "that":
        holder = PARTICIPANTS  # "which was said to be"
    elif named is None and reading.person == 3 and frames.quote and not (
        holder is not None and agrees(holder.gender, reading_gender(reading))
    ):  # fmt: skip
        if i + 1 < sentence.last and words[i + 1].fold in IN_WHICH:
            holder = find_named(walk, k, reading) or walk.resolve(reading_gender(reading))  # "remarks in which he"
        elif opens == "that" and (
            holder is not None or words[arguments.at].rest.endswith(RESUMED.get(rel.rest, "-"))
            or rel.rest in RELATIVE and RELATIVE[rel.rest] != reading_gender(reading)
        ):  # fmt: skip
            holder = walk.levels[-1].subject  # "an agreement with X, which she said was"
    elif words[k].conj and (holder is None or not agrees(holder.gender, reading_gender(reading))):
        # ", and who condemned": it goes back to the subject, or to who was named last
        holder = walk.levels[-1].subject or find_named(walk, k, reading)
    if holder is None or not (
        reading.passive or reading.person == 1 or agrees(holder.gender, reading_gender(reading))
    ) or frames.lemma in CONTAINING and holder.kind != "holder":  # fmt: skip
        return
    depth = len(walk.levels)
    draft = Draft(cue_start(walk, i, reading), sentence.ends[i], reading.lemma, act,
                  "indirect" if opens == "that" else "reported", "ar.verb.relative",
                  unplace(holder), depth=depth)  # fmt: skip
    if opens == "that":
        set_content(walk, draft, arguments.at + 1)
        tell_direct(walk, draft, arguments.at + 1)
    elif opens in ("quote", "colon"):
        open_quote(walk, draft, arguments)
        draft.rule = "ar.verb.relative"
    elif opens == "object prep" and phrases:
        draft.addressee = name_actors(phrases[-1], walk.published, walk.memory.last_actors())
        draft.content_start, draft.content_end, draft.opened = phrases[-1].start, phrases[-1].end, True
        mark_after(walk, draft, arguments.at)
    elif opens in ("prep", "object prep"):
        open_content(walk, draft, arguments.at, arguments.opener)
    elif opens == "object":
        set_content(walk, draft, phrases[0].i, start=phrases[0].start)
    else:
        return
    if act in ("affirm", "state") and opens in ("prep", "object") and reading.lemma not in HOLDING:
        apply_noun(grammar, walk, draft, i, arguments, opens, phrases, light=False)
        draft.rule = "ar.verb.relative"
    end_relative(walk, draft, i, arguments.at)
    if words[k].conj:  # ", and which said": what the main clause said ends here
        for running in walk.drafts:
            end_before(walk, running, k)
    told = named is not None and named.known
    how = "explicit subject" if told else "none" if reading.passive else "coordinated subject"
    finish_draft(walk, draft, holder if told else draft.holder, how)


def end_relative(walk: Walk, draft: Draft, i: int, at: int) -> None:
    """End the content of a relative clause at its comma, at another "that", or where the main clause goes on."""
    sentence, words = walk.sentence, walk.words
    outer = min((d.content_start for d in walk.drafts if d.content_start > draft.content_start), default=-1)
    first = sentence.content_words(draft)[0] if draft.opened else sentence.last
    k = next((k for k in range(i - 1, max(sentence.first, i - 5), -1) if words[k].cls & REL), i)
    if first + 1 < sentence.last and not words[at].cls & COMP and resumes_in_object(walk, k, first) and (
        words[first + 1].cls & NEG or words[first + 1].verbs and not (words[first + 1].nouns or words[first + 1].conj)
    ):  # fmt: skip
        draft.content_end, draft.opened = sentence.ends[first], False  # "the forming of which": all of it
    for j in range(i, sentence.last) if draft.opened else ():
        if outer >= 0 and j + 1 < sentence.last and sentence.ends[j + 1] >= outer - 1 and words[j + 1].cls & PREP:
            draft.content_end, draft.opened = sentence.ends[j], False  # what the main clause governs begins
            break
        if words[j].fold in COMMAS and j + 1 < sentence.last and words[j + 1].rest in CONTINUING:
            continue
        modal = words[j - 1].rest in MODAL and j - 2 > at
        if modal and words[at].cls & COMP:
            continue
        if words[j].fold in COMMAS or words[j].cls & COMP and j > at:
            draft.content_end = sentence.ends[j - 1 - modal]
            draft.opened = False
            break


def claim_held(walk: Walk, i: int, k: int, reading: Reading, frames: Frames) -> bool:
    """التي تعتبرها أنقرة إرهابية, وهو ما رأت فيه دمشق خرقا: what it is held to be is the content."""
    sentence, words = walk.sentence, walk.words
    within = i + 1 < sentence.last and words[i + 1].fold in WITHIN and frames.lemma == "رأى"
    if reading.lemma == "عد" and reading.person == 1 and reading.number == "s":
        return False  # "which X has prepared"
    j = i + 1 + within
    if not (within or reading.owner and frames.lemma in DEEMING) or j >= sentence.last:
        return False
    holder, how = walk.resolve("1", first_person=True) if reading.person == 1 else None, "pronoun"
    named = read_phrase(sentence, j, sentence.last) if reading.person == 3 else None
    if named is not None and named.known and j in sentence.inside and (
        agrees(named.gender, reading_gender(reading), verb_first=True)
    ):  # fmt: skip
        holder, how, j = walk.holder_of(named), "explicit subject", named.j
    elif named is not None and not within:
        own = not reading.owner.startswith(RESUMED.get(words[k].rest, "-"))  # "Turkey, which holds him to be"
        holder = find_antecedent(walk, k, reading, spoken=False, acts=True) if own else walk.levels[-1].subject
        how = "coordinated subject" if own else "pro-drop"
    while j < sentence.last and words[j].cls & (ADV | TIME):
        j += 1
    if holder is None or j >= sentence.last or words[j].article or not (words[j].nominal or j in sentence.quote_at) or (
        not agrees(holder.gender, reading_gender(reading), verb_first=how == "explicit subject")
        or words[j].cls & PUNCT and j not in sentence.quote_at or words[j].cls & PREP
    ):  # fmt: skip
        return False
    draft = Draft(cue_start(walk, i, reading), sentence.ends[i], reading.lemma, frames.object or frames.that,
                  "reported", "ar.verb.relative", holder, depth=len(walk.levels))  # fmt: skip
    set_content(walk, draft, j)
    walk.consumed.add(j)
    end_relative(walk, draft, i, j)
    finish_draft(walk, draft, holder, how)
    return True


def resumes_in_object(walk: Walk, k: int, j: int) -> bool:
    """Tell whether the object is a noun with a pronoun for the antecedent: "the forming of which X proposed"."""
    ending = RESUMED.get(walk.words[k].rest, "-")
    return j < walk.sentence.last and walk.words[j].nominal and walk.sentence.surfaces[j].endswith(ending) and (
        len(walk.words[j].rest) > 4 and not walk.words[j].article and j not in walk.sentence.inside
    )  # fmt: skip


def resumes(walk: Walk, i: int, k: int) -> bool:
    """Tell whether a relative clause takes up its antecedent by a pronoun: "in which X called for"."""
    endings = RESUMED.get(walk.words[k].rest, ())
    return any(
        word.rest in IN_WHICH or k < i and word.owned and word.rest.endswith(endings) and before.cls & PREP
        for before, word in pairwise(walk.words[i : min(i + 6, walk.sentence.last)])
    ) if endings else False  # fmt: skip


def end_dummy(walk: Walk, draft: Draft, i: int) -> None:
    """End what was done in a relative clause: "which was discussed", "the forming of which was agreed on"."""
    sentence, words = walk.sentence, walk.words
    rel = next((k for k in range(i - 1, sentence.first, -1) if words[k].cls & REL), i)
    named = words[rel - 1 - (words[rel - 1].fold in COMMAS)]
    if draft.lemma in EXCHANGED or draft.act == "state" or walk.words[i].fold[:1] in "يت" and draft.act == "agree" or (
        words[rel].rest in ("ما", "مما") and named.rest not in RESUMING or draft.lemma in REACHED and any(
            word.lists & VENUED for word in words[max(sentence.first, rel - 5) : rel]
        )
    ):  # fmt: skip
        walk.drafts.remove(draft)
        return
    begin = sentence.content_words(draft)[0] if draft.content_start >= 0 else i + 1
    for k in range(i + 1, min(max(begin, i + 2) + 1, sentence.last)):
        if words[k].fold in TAKEN_UP or words[k].owned and words[k].rest.endswith(("ه", "ها", "هم")):
            if k < begin:
                draft.content_start = draft.content_end = -1
            else:
                draft.content_end = sentence.ends[k]
            draft.opened = False
            return
    end_relative(walk, draft, i, i)


def is_wished(that: Word, word: Word) -> bool:
    """Tell whether "that" opens what is only expected or wanted: أن before an imperfect."""
    return that.rest == "ان" and bool(word.verbs) and word.verbs[0].kind == IMPERFECT


def find_named(walk: Walk, k: int, reading: Reading) -> Holder | None:
    """Return the person named shortly before word `k`."""
    for j in range(k - 1, max(walk.sentence.first, k - 6), -1):
        entity = walk.sentence.inside.get(j)
        if entity is not None and entity.entry.use in ("person", "role"):
            phrase = read_phrase(walk.sentence, entity.i, k)
            holder = walk.holder_of(phrase) if phrase is not None else None
            return holder if holder is not None and agrees(holder.gender, reading_gender(reading)) else None
    return None


def find_antecedent(walk: Walk, k: int, reading: Reading, *, spoken: bool, acts: bool) -> Holder | None:
    """Return whom a relative pronoun stands for; one whom nobody knows only where words of that one follow."""
    sentence, words = walk.sentence, walk.words
    last = k - 1 if words[k - 1].fold in COMMAS else k
    if words[last - 1].fold == ")":
        last = next((j for j in range(last - 2, max(sentence.first, last - 8), -1) if words[j].fold == "("), last)
    last -= words[last - 1].fold in QUOTE_MARKS and last - 1 > sentence.first
    begin = walk._phrase_begin(last - 1) if last > sentence.first else None
    phrase = read_phrase(sentence, begin, last) if begin is not None else None
    near = sentence.inside.get(last - 1)
    if phrase is not None and near is not None and near.i >= phrase.j and not near.proclitic:
        phrase = read_phrase(sentence, near.i, last)  # "chaired the session so-and-so, who"
    gender = reading_gender(reading)
    apart = near is not None and near.j == last and not agrees(phrase.gender if phrase is not None else "", gender)
    if phrase is not None and phrase.known and not apart:
        holder = walk.holder_of(phrase)
        return holder if spoken or holder is None or holder.kind != "unknown" else None
    if last == sentence.first or RELATIVE.get(words[k].rest, gender) != gender:
        return None  # "which it is thought": the subject is another
    beside = sentence.inside.get(last - 1)
    if beside is not None:
        acting = acts and beside.entry.use in SPEAKING
        governed = read_phrase(sentence, beside.i, last) if spoken or acting or reading.kind == PERFECT else None
        return walk.holder_of(governed) if governed is not None else None
    for j in range(last - 1, max(sentence.first, last - 6) - 1, -1):
        word = words[j]
        if not spoken or not word.nominal or j in sentence.inside:
            return None
        people = words[k].rest == "الذين"
        noun = word.article and not word.cls & ADJ and (people or agrees(word.gender, gender))
        if word.rest == "الامر":
            return None  # "a thing that shows"
        if noun or j == last - 1 and not word.article:
            return Holder(("OTHER",), "c", "unknown", sentence.starts[j], sentence.ends[last - 1])
    return None


def claim_among(walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments) -> bool:
    """Read ومما قاله X أن …: among what somebody said is what follows."""
    phrases = arguments.phrases
    if arguments.opener not in ("that", "quote", "colon") or not (frames.that and phrases and phrases[0].known):
        return False
    holder = walk.holder_of(phrases[0])
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, frames.that, "indirect",
                  "ar.verb.relative", holder, depth=len(walk.levels) - 1)  # fmt: skip
    if arguments.opener == "that":
        set_content(walk, draft, arguments.at + 1)
        tell_direct(walk, draft, arguments.at + 1)
    else:
        open_quote(walk, draft, arguments)
        draft.rule = "ar.verb.relative"
    finish_draft(walk, draft, holder, "explicit subject")
    open_clause(walk, draft, arguments, holder)
    return True
