"""Attribution phrases: "according to X", "as X said". A claim where the clause they hang on has no cue of its own."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT
from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, finish_draft
from astana_study.coding.arabic.extents import may_be_name
from astana_study.coding.arabic.frames import NO_FRAMES, Frames
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.lists import INFORMANTS, UNSPEAKING
from astana_study.coding.arabic.phrases import QUOTE_MARKS, Phrase, read_phrase
from astana_study.coding.arabic.words import COMP, LINK, PREP, PUNCT, REL, TITLE, Reading, Word
from astana_study.coding.draft import Draft, Holder

THEN: Final = {"فقد", "فان", "فانه", "فانها", "فانهم", "فلن", "فلا"}
"""Words with which the clause begins behind an attribution."""
CLAUSAL: Final = {"حسبما", "وفقما"}
"""Words of attribution behind which a verb follows."""
RELAYING: Final = {"نقل", "أورد", "نشر", "تداول"}
"""Verbs of who only passes words on."""
WORDED: Final = {"قول", "تعبير", "وصف", "راي"}
"""Nouns of "in the words of"."""
SPEAKING: Final = ("person", "role", "mention", "capital", "country", "source", "agency")
"""Kinds of those who can be put into a clause without commas: the plan, according to X, is."""
FARTHEST: Final = 14
"""Words that can describe a source."""
WHILE: Final = {"فيما", "بينما"}
"""Words that set a clause against the one before it."""


def is_informant(walk: Walk, i: int) -> bool:
    """Tell whether a noun names somebody or something that informs, though no actor: لتقديرات, شهود."""
    return walk.words[i].lists & INFORMANTS > 0


def note_said(walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments) -> Holder | None:
    """كما قال X, حسبما أفاد X, "…، يضيف X، …": a verb that only says whose the clause beside it is.

    Kept for later like an attribution phrase; returns who is named, None where the verb does something else.
    """
    sentence, words = walk.sentence, walk.words
    if i == sentence.first or not arguments.phrases or reading.passive:
        return None
    phrase, before = arguments.phrases[0], words[i - 1]
    attributed = walk.is_attribution(i)
    if not frames.that and not (attributed and reading.lemma in RELAYING):
        return None
    if not agrees(phrase.gender, reading_gender(reading), verb_first=True) or not attributed and (
        arguments.opener or reading.owner
    ):  # fmt: skip
        return None
    behind = words[phrase.j].fold if phrase.j < sentence.last else "."
    if not attributed and before.rest == "كما":
        named = phrase.head_entity or words[phrase.i].cls & TITLE or phrase.j == phrase.i + 2 and (
            may_be_name(words[phrase.i], True) and may_be_name(words[phrase.i + 1], False)
        )  # fmt: skip
        if frames.object and behind not in THEN and (len(arguments.phrases) > 1 or not named):
            return None
        if frames.relay and not (named or phrase.known or is_informant(walk, phrase.i)):
            return None  # "as tanks were moved"
    elif not attributed and (
        reading.conj or frames.object or {before.fold, behind}.difference(COMMAS)
        or not i + 1 == phrase.i >= phrase.j - 4
        or reading.kind != IMPERFECT and not frames.more or i - sentence.first < 5
    ):  # fmt: skip
        return None
    begin = i - 1 if before.rest != "ما" else i - 2
    end = phrase.j if behind in COMMAS else max(arguments.stop, phrase.j)
    head = all(words[k].cls & (PUNCT | LINK) for k in range(sentence.first, begin))
    holder = walk.holder_of(phrase)
    if head and end >= sentence.last - 1 and before.rest == "كما" and not arguments.opener:
        return holder  # "as X announced", and no more
    if head and (end >= sentence.last or words[end].fold not in COMMAS and words[end].fold not in THEN):
        return None
    walk.attributions.append((begin, end, cue_start(walk, i, reading), sentence.ends[i], holder, "explicit subject",
                              reading.lemma))  # fmt: skip
    return holder


def read_attribution(walk: Walk, i: int, word: Word) -> None:
    """وفق X, بحسب X: kept for later, since it is a claim only where no cue is (`finish_attribution`)."""
    sentence, words = walk.sentence, walk.words
    j = i + 1
    holder = None
    how = "explicit subject"
    end = j
    if word.rest in ("وفقا", "تبعا", "طبقا", "استنادا") and j < sentence.last and words[j].fold in (
        "له", "لها", "لهم", "لهما"
    ):  # fmt: skip
        holder = walk.resolve({"له": "m", "لها": "f", "لهم": "p", "لهما": "d"}[words[j].fold])
        how, end = "pronoun", j + 1
    elif j < sentence.last and (words[j].cls & REL or words[j].fold == "لما"):
        told = _find_unlisted_teller(walk, j + 1)
        if told is None:
            return  # وفق ما …: the verb tells
        holder, end = told
    elif j < sentence.last and word.rest in CLAUSAL and words[j].verbs and j not in walk.consumed and j >= walk.taken:
        return  # حسبما أفاد: the verb tells
    else:
        clausal = word.rest in CLAUSAL and j + 1 < sentence.last and bool(words[j].verbs)  # the verb is passed over
        phrase = read_phrase(sentence, j + clausal, sentence.last)
        if phrase is None:
            return
        begins = any(words[k].fold in THEN for k in range(phrase.j, min(phrase.j + 7, sentence.last)))
        speaks = phrase.known and (phrase.head_entity or not words[phrase.i].lists & UNSPEAKING)
        if not (speaks or is_informant(walk, phrase.i) or _is_somebody(walk, phrase) or begins and word.conj):
            return  # "according to the rules"; not "and according to the text, it was"
        holder = walk.holder_of(phrase)
        end = phrase.j
        quote = sentence.quote_at.get(end)
        if quote is not None and quote.kind == "name" and quote.j - quote.i < 5:
            end = quote.j + 1  # the site «…»
            holder = holder and holder.place(holder.start, sentence.ends[quote.j])
        if holder is not None:
            start = holder.start
            if words[phrase.i].fold[:1] == "ل" and sentence.inside.get(phrase.i) and (
                sentence.inside[phrase.i].proclitic == "ل"
            ):  # fmt: skip
                start = sentence.inside[phrase.i].start
            elif words[phrase.i].fold.startswith("ل") and not words[phrase.i].fold.startswith("لل") and not (
                sentence.inside.get(phrase.i)
            ):  # fmt: skip
                start += 1
            holder = holder.place(start, holder.end)
    if holder is None:
        return
    skip = 1 if word.conj else 0
    cue_start = sentence.offset(i, skip)
    if holder.kind == "holder" and how == "explicit subject":
        walk.memory.remember(holder)  # a text that is quoted is a subject to come back to
    walk.attributions.append((i, end, cue_start, sentence.ends[i], holder, how, word.rest))


def _find_unlisted_teller(walk: Walk, j: int) -> tuple[Holder, int] | None:
    """Return who does something behind "according to what" with a verb in no list, and the word behind: has set, X."""
    sentence, words = walk.sentence, walk.words
    if j + 1 >= sentence.last:
        return None
    telling = any(walk.grammar.verbs.get(reading.lemma, NO_FRAMES).that for reading in words[j].verbs)
    if telling or not (words[j].verbs or _looks_verbal(words[j])):
        return None
    phrase = read_phrase(sentence, j + 1, sentence.last)
    if phrase is None or not (phrase.known or is_informant(walk, phrase.i) or _is_somebody(walk, phrase)):
        return None
    holder = walk.holder_of(phrase)
    return (holder, phrase.j) if holder is not None else None


def _looks_verbal(word: Word) -> bool:
    """Tell whether a word in no list of verbs can be one behind "what"."""
    return not (word.cls or word.article or word.names or word.prep or word.verbs) and word.fold[0] not in "بل"


def _is_somebody(walk: Walk, phrase: Phrase) -> bool:
    """Tell whether a phrase that names no actor names a person: by a title or by a given name."""
    words = walk.words
    head = words[phrase.i]
    bare = head.fold.removeprefix("لل").removeprefix("ل")
    named = bare in walk.sentence.given or head.fold in walk.sentence.given
    return bool(head.cls & TITLE) or named and phrase.j > phrase.i + 1


def note_worded(walk: Walk) -> None:
    """على حد قول X: in a sentence without a cue it tells whose the words are."""
    sentence, words = walk.sentence, walk.words
    for k in sentence.marked:
        if words[k].fold != "علي" or k + 3 >= sentence.last or words[k + 1].fold != "حد":
            continue
        phrase = read_phrase(sentence, k + 3, sentence.last) if words[k + 2].fold in WORDED else None
        if phrase is not None and (phrase.known or is_informant(walk, phrase.i) or _is_somebody(walk, phrase)):
            walk.attributions.append((k, phrase.j, sentence.starts[k], sentence.ends[k + 2], walk.holder_of(phrase),
                                      "explicit subject", "على حد"))  # fmt: skip


def finish_attributions(walk: Walk) -> None:
    """Make a claim of each attribution phrase whose clause has no cue of its own, or one of somebody else's."""
    sentence, words = walk.sentence, walk.words
    if not walk.drafts and sentence.marked:
        note_worded(walk)
    claims = list(walk.drafts)
    for i, end, start, cue_end, holder, how, lemma in walk.attributions:
        draft = Draft(start, cue_end, lemma, "state", "nominal", "ar.attribution", holder)
        at_head = words[i].conj or all(words[k].cls & (PUNCT | LINK) for k in range(sentence.first, i))
        if not (_open_behind if at_head else _open_before)(walk, draft, claims, i, end):
            continue
        finish_draft(walk, draft, holder, how)
        if holder is not None and walk.levels[0].subject is None and how == "explicit subject":
            walk.memory.remember(holder)


def _open_behind(walk: Walk, draft: Draft, claims: list[Draft], i: int, end: int) -> bool:
    """Let what follows an attribution at the head of its sentence be its content."""
    sentence, words, holder = walk.sentence, walk.words, draft.holder
    commas = [k for k in range(end, min(end + 25, sentence.last - 1)) if words[k].fold in COMMAS]
    j = next((k for k in commas if words[k + 1].fold in THEN), end)
    if j == end and holder is not None and holder.kind == "agency" and commas[:1] < [end + 4]:
        j = commas[0] if commas else end
    while j < sentence.last and (words[j].fold in COMMAS or words[j].fold in THEN or words[j].cls & COMP):
        j += 1
    begins = 0
    if i > sentence.first and words[i].conj:  # "…, and according to X …": what stands before is another's
        if words[min(j, sentence.last - 1)].cls & PREP:
            return False
        begins = sentence.starts[i]
    if any(claim.depth == 0 and claim.cue_start >= begins for claim in claims) or j >= sentence.last:
        return False
    draft.content_start, draft.content_end = sentence.starts[j], _end_of(walk, j)
    return True


def _open_before(walk: Walk, draft: Draft, claims: list[Draft], i: int, end: int) -> bool:
    """Let what an attribution trails be its content; where it is put into its clause, the whole clause."""
    sentence, words = walk.sentence, walk.words
    behind = sum(claim.cue_start > draft.cue_start for claim in claims)
    end = _end_aside(walk, i, end)
    inserted = end < sentence.last - 2 and words[end].fold not in COMMAS
    start = sentence.first
    if behind < len(claims):
        start = _find_contrasted(walk, claims, i)
        other = start < 0 and words[i - 1].fold in COMMAS and _is_other(walk, draft, claims)
        if start < 0 and not other or behind and not other or inserted and not other:
            return False
        if other and _share_content(draft, claims):
            return True
        start = max(start, sentence.first)
    elif inserted and words[i - 1].fold not in COMMAS and (draft.holder is None or draft.holder.kind not in SPEAKING):
        return False
    stop = i
    while stop > start and words[stop - 1].fold in COMMAS:
        stop -= 1
    if stop <= start:
        return False
    draft.content_start = sentence.offset(start, len(words[start].conj))
    draft.content_end = sentence.ends[stop - 1]
    for claim in claims:
        if start > sentence.first and claim.content_start < sentence.starts[start - 1] < claim.content_end:
            claim.content_end = sentence.starts[start - 1] - 1  # what "while" begins is another's
        elif claim.content_start < draft.content_end < claim.content_end and not claim.direct and not inserted:
            claim.content_end = draft.content_end
    if end < sentence.last - 2 and behind == len(claims) == 0:
        draft.content_end = _end_of(walk, end)
    return True


def _end_aside(walk: Walk, i: int, end: int) -> int:
    """Return where an attribution behind a comma ends, with what describes the source: the next comma, or the end."""
    words, last = walk.words, walk.sentence.last
    if words[i - 1].fold not in COMMAS or end >= last or words[end].fold in COMMAS:
        return end
    stop = next((k for k in range(end, last) if words[k].fold in COMMAS or words[k].fold == "؛"), last)
    return stop if stop < end + FARTHEST else end


def _find_contrasted(walk: Walk, claims: list[Draft], i: int) -> int:
    """Return where the clause begins that "while" sets against the ones before it, if no cue is in it; else -1."""
    sentence, words = walk.sentence, walk.words
    for k in range(i - 2, sentence.first, -1):
        if any(draft.cue_start >= sentence.starts[k] and draft.cue_start < sentence.starts[i] for draft in claims):
            return -1
        if words[k].rest in WHILE and words[k - 1].fold in COMMAS:
            return k + 1
        if words[k].rest == "حين" and words[k - 1].rest == "في":
            return k + 1
    return -1


def _is_other(walk: Walk, draft: Draft, claims: list[Draft]) -> bool:
    """Tell whether a source is named that is not the speaker of the clause: "the ministry announced, X reported"."""
    holder = draft.holder
    if holder is None or holder.start < 0 or holder.kind not in ("agency", "source") or draft.lemma in RELAYING:
        return False
    spoken = [claim.holder for claim in claims if claim.cue_start < draft.cue_start and claim.depth == 0]
    speaker = spoken[-1] if spoken else None
    return speaker is not None and (speaker.actors != holder.actors or speaker.kind != holder.kind)


def _share_content(draft: Draft, claims: list[Draft]) -> bool:
    """Take over the content of the claim into which an attribution is put: "X said, Y reports, that"."""
    for claim in claims:
        if claim.cue_end < draft.cue_start and claim.content_start > draft.cue_end and claim.depth == 0:
            draft.content_start, draft.content_end = claim.content_start, claim.content_end
            return True
    return False


def _end_of(walk: Walk, first: int) -> int:
    """Return the offset at which a sentence ends, its marks left out."""
    words, stop = walk.words, walk.sentence.last
    while stop > first and words[stop - 1].cls & PUNCT and words[stop - 1].fold not in QUOTE_MARKS:
        stop -= 1
    return walk.sentence.ends[stop - 1]
