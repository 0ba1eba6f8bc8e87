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
    open_content,
    open_quote,
    set_content,
    tell_direct,
)
from astana_study.coding.arabic.frames import NO_FRAMES, Frames
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.marks import keeps_silent
from astana_study.coding.arabic.phrases import name_actors, read_phrase
from astana_study.coding.arabic.retold import claim_inside
from astana_study.coding.arabic.words import ADJ, ADV, COMP, PREP, PUNCT, REL, TIME, TITLE, Reading, Word
from astana_study.coding.draft import Draft, Holder, unplace

RELATIVE: Final = {"الذي": "m", "التي": "f", "الذين": "p"}
"""What a relative pronoun asks of a verb whose subject it is."""
HOLDING: Final = {"اعتبر", "عد", "وصف", "رأى"}
"""Verbs of holding something to be so: what it is held to be is no act."""
IN_WHICH: Final = {"فيه", "فيها", "خلاله", "خلالها", "عقبه", "عقبها", "اثره", "اثرها"}
"""Words by which a relative clause takes up the occasion that it tells of."""
RESUMED: Final = {"الذي": "ه", "التي": "ها"}
"""Pronouns by which it does."""
TAKEN_UP: Final = {
    prep + pronoun: preposition
    for prep, preposition in (("علي", "علي"), ("ب", "ب"), ("عن", "عن"), ("الي", "الي"), ("من", "من"))
    for pronoun in ("ه", "ها", "هم")
}
"""Prepositions with a pronoun that stands for what was named before the verb."""
RESUMING: Final = {"هو", "هي", "هذا", "ذلك"}
"""Words before "what" that take up the sentence before it: "which X denied"."""
SIDING: Final = {"دعم", "ساند", "أيد", "سبق", "تبع", "مثل", "قدر", "خاطب", "هاجم", "استهدف"}
"""Verbs whose object, where it is a pronoun, mostly is a side: "factions, which Ankara supports"."""
MODAL: Final = {"يجب", "ينبغي", "يمكن"}
"""Verbs that go with the "that" behind them."""
DEEMING: Final = {"اعتبر", "عد"}
"""Those of them with two objects."""
WITHIN: Final = {"فيه", "فيها", "فيهم", "فيهما"}
"""Words behind "see": what is seen in something is what it is held to be."""
SPEAKING: Final = {"country", "capital", "mention", "person", "role"}
"""Uses of names that act themselves, whatever noun stands before them: "between Washington, which accuses X"."""
OPPOSING: Final = {"accuse", "reject", "condemn", "warn", "deny", "claim", "call"}
"""Acts that only somebody does, whatever noun stands before his name."""
UNTOLD: Final = {"", "light", "state", "discuss"}
"""Acts that nothing is told of where only a pronoun stands for what they are about."""
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
    if rel.rest in ("ما", "مما") and words[max(k - 1, 0)].rest not in RESUMING:
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
    if not act or act == "light" or opens in ("owner",) or opens == "object" and frames.lemma == "اعتبر" and (
        reading.kind == IMPERFECT and reading.number == "s" and reading.person == 3 and not _is_deemed(walk, arguments)
    ):  # fmt: skip
        return  # "which is held to be"
    if opens == "object" and keeps_silent(words, arguments.phrases[0].i):
        return
    wished = arguments.at + 1 < sentence.last and is_wished(words[arguments.at], words[arguments.at + 1])
    spoken = opens in ("quote", "colon") or act == "accuse" or opens == "that" and not wished
    acts = act in OPPOSING or frames.that != "" and act != "discuss"
    holder = find_antecedent(walk, k, reading, spoken=spoken, acts=acts and not words[k].conj)
    phrases = arguments.phrases
    named = phrases[0] if phrases and (opens == "that" or resumes(walk, i, k)) else None
    if named is not None and agrees(named.gender, reading_gender(reading), verb_first=True):
        holder = walk.holder_of(named) or holder  # "the outcome that X expects to be", "in which X called for"
        phrases = phrases[1:]
        if opens == "object" and not phrases:
            return
    else:
        named = None
    if reading.person == 1:
        holder = walk.resolve("1", first_person=True)
    elif reading.passive and opens == "that":
        holder = PARTICIPANTS  # "which was said to be"
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


def _is_deemed(walk: Walk, arguments: Arguments) -> bool:
    """Tell whether something is held to be something: behind the definite object stands an indefinite accusative."""
    words, first = walk.words, arguments.phrases[0]
    return (first.known or words[first.i].article) and any(
        word.rest.endswith("ا") and word.nominal and not word.article
        for word in words[first.i + 1 : min(first.j + 4, walk.sentence.last)]
    )


def end_relative(walk: Walk, draft: Draft, i: int, at: int) -> None:
    """End the content of a relative clause at its comma, at another "that", or where the main clause goes on."""
    sentence, words = walk.sentence, walk.words
    outer = min((d.content_start for d in walk.drafts if d.content_start > draft.content_start), default=-1)
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
    if holder is None or j >= sentence.last or words[j].article or not words[j].nominal or (
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


def resumes(walk: Walk, i: int, k: int) -> bool:
    """Tell whether a relative clause takes up its antecedent by a pronoun: "in which X called for"."""
    endings = RESUMED.get(walk.words[k].rest, ())
    return any(
        word.rest in IN_WHICH or k < i and word.owned and word.rest.endswith(endings) and before.cls & PREP
        for before, word in pairwise(walk.words[i : min(i + 6, walk.sentence.last)])
    ) if endings else False  # fmt: skip


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
        noun = word.article and not word.cls & ADJ and agrees(word.gender, gender)
        if word.rest == "الامر":
            return None  # "a thing that shows"
        if noun or j == last - 1 and not word.article:
            return Holder(("OTHER",), "c", "unknown", sentence.starts[j], sentence.ends[last - 1])
    return None


def claim_about_antecedent(
    walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments, pronoun: bool
) -> None:
    """الأمر الذي نفته مصادر, المقترح الذي تحفظت عليه المعارضة: the content is the antecedent, the subject follows."""
    taken = TAKEN_UP[walk.words[i + 1].fold] if pronoun else ""
    act = next((act for prep, act in frames.preps if prep == taken), "") if pronoun else frames.object
    phrases = arguments.phrases
    told = next((act for prep, act in frames.object_preps if prep == arguments.opener), "") if not pronoun else ""
    if told:
        named = phrases[0] if phrases and agrees(phrases[0].gender, reading_gender(reading), verb_first=True) else None
        if named is None and told == "state":
            return  # "which he described as": a name held at a distance
        holder = walk.holder_of(named) if named is not None else walk.resolve(reading_gender(reading))
        draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, told, "reported",
                      "ar.verb.relative", holder, depth=len(walk.levels))  # fmt: skip
        open_content(walk, draft, arguments.at, arguments.opener)
        finish_draft(walk, draft, holder, "explicit subject" if named is not None else "pro-drop")
        return
    if pronoun:
        phrase = read_phrase(walk.sentence, i + 2, walk.sentence.last) if i + 2 < walk.sentence.last else None
        phrases = [phrase] if phrase else []
    if not act or act == "light" or frames.lemma in CONTAINING or frames.lemma == "رد":
        return
    if reading.person == 1 and act not in ("state", "discuss") and frames.lemma not in SIDING:
        speaker, how = walk.resolve("1", first_person=True), "pronoun"  # "which we call for"
    elif phrases and (phrases[0].known or walk.words[phrases[0].i].cls & TITLE):
        speaker, how = walk.holder_of(phrases[0]), "explicit subject"
    else:
        return
    if speaker is None or not agrees(speaker.gender, reading_gender(reading), verb_first=True):
        return
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, act, "reported",
                  "ar.verb.relative", speaker, depth=len(walk.levels))  # fmt: skip
    finish_draft(walk, draft, speaker, how)


def claim_about_pronoun(walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments,
                        holder: Holder | None, how: str, depth: int) -> Draft | None:  # fmt: skip
    """Read "(which) Ankara rejects, calls for it": the subject stands before the verb, a pronoun is the object."""
    taken = TAKEN_UP.get(walk.words[i + 1].fold, "") if i + 1 < walk.sentence.last else ""
    act = frames.object if reading.owner else next((act for prep, act in frames.preps if prep == taken), "")
    if act in UNTOLD or frames.lemma in SIDING or frames.lemma in CONTAINING or holder is None or (
        how != "explicit subject" or holder.kind == "unknown" or reading.passive
        or not 0 <= holder.start < walk.sentence.starts[i]
        or arguments.phrases and arguments.phrases[0].i == i + 1  # "whose fate the Syrians settle"
    ):  # fmt: skip
        return None
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, act, "reported",
                  "ar.verb.object" if reading.owner else "ar.verb.prep", holder, depth=depth)  # fmt: skip
    return finish_draft(walk, draft, holder, how)


def claim_about_named(grammar: Grammar, walk: Walk, i: int, reading: Reading, frames: Frames,
                      arguments: Arguments) -> Holder | None:  # fmt: skip
    """Read رفضته المعارضة, رحبت به أنقرة, نفى ذلك الجيش: what it is about is a pronoun. Returns who speaks."""
    words, sentence = walk.words, walk.sentence
    if arguments.opener in ("that", "quote", "colon") or frames.lemma in SIDING or i + 2 >= sentence.last:
        return None
    if reading.person != 3 or reading.passive:
        return None
    pronoun = words[i + 1].fold in TAKEN_UP and not reading.owner
    pointed = words[i + 1].fold == "ذلك" or words[i + 1].fold in ("هذا", "هذه") and not words[i + 2].article
    if not pronoun and (not frames.object or len(arguments.phrases) != 1 or not (reading.owner or pointed)):
        return None
    place = i + 1 + (pronoun or pointed)
    entity, named = sentence.inside.get(place), read_phrase(sentence, place, sentence.last)
    if named is None or not named.known or not named.head_entity or entity is None or entity.entry.use == "weak":
        return None
    if not agrees(named.gender, reading_gender(reading), verb_first=True):
        return None
    if pointed:
        arguments.phrases[0] = named
    claims = len(walk.drafts)
    claim_about_antecedent(walk, i, reading, frames, arguments, pronoun)
    if len(walk.drafts) == claims:
        return None
    walk.drafts[-1].rule = "ar.verb.prep" if pronoun else "ar.verb.object"
    return walk.drafts[-1].holder
