"""What is told of a claim once its spans stand: where its content truly ends, distance, targets, topics."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from astana_study.coding.arabic.arguments import COMMAS
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.mentions import is_mention
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.relatives import HOLDING
from astana_study.coding.arabic.sentence import MARKS_OF_QUOTES, Sentence
from astana_study.coding.arabic.words import COMP, CONTRAST, PREP, PUNCT
from astana_study.coding.distance import Marker
from astana_study.coding.draft import Draft
from astana_study.coding.entities import resolve_actor
from astana_study.coding.topics import Context, choose_topics
from astana_study.coding.trie import climb

TARGETED: Final = {"call", "condemn", "reject", "accuse", "warn", "welcome", "concern", "deny"}
CIRCUMSTANCES: Final = {
    *("وذلك", "وسط", "وهو", "وهي", "وهم", "علما"),
    *(("في", "اشاره"), ("في", "حين"), ("في", "وقت"), ("في", "الوقت"), ("قبل", "ان"), ("الامر", "الذي"), ("فيما", "من")),
    *(("في", "موقف"), ("في", "خطوه"), ("في", "محاوله")),
    *((coming, this) for coming in ("ياتي", "وياتي", "جاء", "وجاء") for this in ("ذلك", "هذا")),
    *((coming, "هذه") for coming in ("تاتي", "وتاتي", "جاءت", "وجاءت")),
    *(("ما", "يعني"), ("مما", "يعني"), ("ما", "يشير"), ("مما", "يشير"), ("ما", "يدل"), ("مما", "يدل")),
}
"""Words, or pairs of words, that begin a clause of the outlet's own behind a comma."""
TURNS: Final = {
    *("لكن", "لكنه", "لكنها", "لكنهم", "اذ", "ولم"),
    *(("الا", "ان"), ("الا", "انه"), ("الا", "انها"), ("الا", "انهم"), ("غير", "ان"), ("غير", "انه"), ("غير", "انها")),
    *(("بيد", "ان"), ("دون", "ان"), ("من", "دون")),
}
"""Words with which the outlet goes on behind what was demanded, discussed, condemned, though no new cue follows."""
DATED: Final = {"متاخر", "سابق", "لاحق", "واحد", "مبكر"}
"""Words behind "at a time" that only date."""
RESULTS: Final = {
    (what, did)
    for what in ("ما", "مما")
    for did in ("اسفر", "ادي", "تسبب", "اودي", "اوقع", "خلف", "دفع", "جعل", "استدعي", "اثار", "زاد", "فاقم")
}
"""Words that tell what came of a thing: no part of what it was called."""
NAMED: Final = ("ar.noun.owner", "ar.noun.agent", "ar.noun.nation", "ar.dummy")
"""Rules whose content is a noun's complement, no clause."""
APPOSED: Final = {"وهو", "وهي", "وهم"}
RESUMING: Final = {"انها", "انه", "بانها", "بانه"}
"""Words before what something is held to be; it is said of what was spoken of before."""
OWN: Final = ("call", "commit")
"""Acts whose content is what the holder wants, in the words in which it is wanted."""
SAYING: Final = {"قال", "قالت", "يقول", "تقول"}
SAID_OF_IT: Final = {"انه", "انها", "انهم", "انهما"}
PRONOUNS: Final = ("ه", "ها", "هم", "هما")
OWNED: Final = (("هما", "d"), ("هم", "p"), ("ها", "f"))
"""Pronouns at the end of "as they claim", and what they ask of the speaker."""
SAID: Final = {"قال", "ذكر", "أفاد", "أعلن", "صرح", "نقل", "أورد", "أكد", "أوضح", "نشر"}
"""Verbs with which "according to what" tells whose words they are."""
INVITED: Final = {"المدعو", "المدعوه"}
"""Words for "so-called" that before "to" are "invited"."""
GLOSS: Final = " في إشارة "
"""Words with which the outlet says what somebody meant, with a comma before them or without."""


def find_markers(sentence: Sentence, drafts: Sequence[Draft]) -> list[Marker]:
    """Return the distance markers of a sentence: the codebook's, and scare quotes."""
    markers: list[Marker] = []
    words, folded = sentence.words, sentence.folded
    position = sentence.first
    for place in sentence.marked:
        if place < position:
            continue
        position = place
        word = words[position]
        if word.markers:
            hit: tuple[int, int, tuple[str, str]] | None = None
            for skipped, node in word.markers:
                found = climb(node, folded, position + 1, sentence.last)
                if found and (hit is None or found[0] > hit[0]):
                    hit = (found[0], skipped, found[1])
                elif not found and position + 2 < sentence.last and folded[position + 1] in SAYING:
                    hit = _find_said(sentence, position, skipped) or hit
            if hit is not None and not (word.fold in INVITED and hit[0] < sentence.last and (
                folded[hit[0]] == "الي" or words[hit[0]].glue == "ل"
            )):  # fmt: skip
                end, skipped, (scope, _) = hit
                start = sentence.offset(position, skipped)
                named = sentence.entity_at.get(end) if scope == "clause" else None
                if named is not None and not folded[end - 1].endswith(PRONOUNS):
                    end = named.j  # "in the words of X"
                own = scope == "term" and (
                    any(q.kind == "speech" and q.i <= position and end < q.j for q in sentence.quotes)
                    or any(draft.rule == "ar.verb.colon" and draft.content_start <= start < draft.content_end
                           and sentence.text[draft.content_start] in MARKS_OF_QUOTES for draft in drafts)
                )  # fmt: skip
                if not own:  # a "so-called" inside a quotation is the speaker's
                    among = _agreeing(sentence, end - 1, drafts) if scope == "clause" and named is None else ()
                    markers.append(Marker(scope, start, sentence.ends[end - 1], among))
                position = end
    for quote in sentence.quotes:
        if quote.kind == "label":
            marks = (sentence.starts[quote.i - 1], sentence.ends[quote.j])
            if any(draft.act in OWN and 0 <= quote.start - draft.content_start < 2
                   or draft.cue_end < quote.start and quote.end < draft.content_start for draft in drafts):  # fmt: skip
                continue  # "called for «a truce»", "voiced «hope» that": the holder's own words
            if (folded[quote.i - 2] == "ب" or words[quote.i].prep == "ب") and any(
                draft.content_start <= marks[0] <= draft.content_end
                for draft in drafts if draft.lemma in HOLDING or draft.act == "accuse"
            ):  # fmt: skip
                continue  # "described it as “successful”": the holder's own word
            if not any(marker.end <= marks[0] and marks[0] - marker.end < 14 and marker.scope == "term"
                       for marker in markers):  # fmt: skip
                markers.append(Marker("term", *marks))
    return sorted(markers, key=lambda marker: marker.start)


def _find_said(sentence: Sentence, position: int, skipped: int) -> tuple[int, int, tuple[str, str]] | None:
    """Return the marker in "what Moscow said was": its end, the letters before it, its scope."""
    phrase = read_phrase(sentence, position + 2, sentence.last)
    if phrase is None or phrase.j >= sentence.last or sentence.folded[phrase.j] not in SAID_OF_IT:
        return None
    return phrase.j + 1, skipped, ("term", "")


def _agreeing(sentence: Sentence, k: int, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Return the claims whose speakers can be meant by the pronoun of "as he claims", which word `k` ends."""
    own = [draft for draft in drafts if not _is_circumstance(sentence, draft)] or drafts
    ending = sentence.surfaces[k][-1:] == "ه"
    fold = sentence.folded[k]
    whose = next((gender for pronoun, gender in OWNED if fold.endswith(pronoun)), "m" if ending else "")
    if not whose:
        return own
    fitting = [draft for draft in own if _speaks_as(sentence, draft, whose)]
    return fitting or own


def find_before_cue(sentence: Sentence, draft: Draft, markers: list[Marker], drafts: Sequence[Draft]) -> Marker | None:
    """Return the "so-called" in a subject that stands before its verb: "the head of the so-called council said"."""
    if draft.act == "claim" or not markers or markers[0].start > draft.cue_start:
        return None
    words, first, starts = sentence.words, sentence.first, sentence.starts
    cue = bisect_left(starts, draft.cue_start, first, sentence.last)
    for marker in markers:
        if marker.scope != "term" or marker.end > draft.cue_start or sentence.text[marker.start] in MARKS_OF_QUOTES:
            continue
        begin = bisect_left(starts, marker.start, first, sentence.last)
        behind = bisect_left(starts, marker.end, begin, sentence.last)
        if any(
            words[k].verbs and not words[k].nouns and k not in sentence.inside or words[k].fold in (":", ".", "؛")
            for k in range(behind, cue)
        ) or any(
            other.cue_start < draft.cue_start and marker.start < max(other.cue_end, other.content_end)
            for other in drafts
        ):  # fmt: skip
            continue
        k = begin - 1
        while k >= first and words[k].nominal and not words[k].cls & (PREP | PUNCT):
            k -= 1
        if k < first or words[k].rest == "عن":
            return marker
    return None


def _speaks_as(sentence: Sentence, draft: Draft, whose: str) -> bool:
    plural = sentence.text.startswith(("وا", "ون"), draft.cue_end - 2)
    if plural or draft.holder is None:
        return not plural or whose in "pd"
    return draft.holder.gender in ("c", whose) or whose in "pd" and draft.holder.gender in ("p", "d")


def _is_circumstance(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether a verb gives a reason or a time: "because he supports", "after they had called"."""
    k = bisect_left(sentence.starts, draft.cue_start, sentence.first, sentence.last)
    return k > sentence.first and (sentence.folded[k - 1].startswith("لان") or sentence.words[k - 1].fold == "بعدما"
                                   or k - 2 >= sentence.first and sentence.folded[k - 2] in ("بعد", "قبل")
                                   and sentence.words[k - 1].cls & COMP > 0)  # fmt: skip


def trim_content(sentence: Sentence, draft: Draft, markers: list[Marker]) -> None:
    """Take off what ends a content without belonging to it: stops, "in their words", "according to"."""
    if draft.content_start < 0:
        return
    text = sentence.text
    end = cut_circumstance(sentence, draft)
    changed = True
    while changed:
        changed = False
        if text[end - 1] in '"”»“' and sum(text.count(mark, draft.content_start, end) for mark in '"”»“«') % 2:
            end -= 1  # the closing mark of a quotation that opened before the content
            changed = True
        while end > draft.content_start and text[end - 1] in " \t\u00a0.،,؛;:!؟?…-–":
            end -= 1
            changed = True
        for marker in markers:
            if marker.scope == "clause" and marker.end == end and marker.start > draft.content_start:
                end = marker.start
                changed = True
        cut = trailing_attribution(sentence, draft.content_start, end, draft.cue_start)
        if cut < end:
            end, changed = cut, True
    inner = text[draft.content_start : end]
    if len(inner) > 2 and inner[0] in '"“«”' and inner[-1] in '"”»“':
        quote = next((q for q in sentence.quotes if q.start == draft.content_start + 1 and q.end == end - 1), None)
        if quote is not None:
            draft.content_start += 1
            end -= 1
    while draft.content_start < end and text[draft.content_start] in " :":
        draft.content_start += 1
    draft.content_end = end


def cut_circumstance(sentence: Sentence, draft: Draft) -> int:
    """End a content before a clause that tells of the circumstances: ", amid …", ", which is …"."""
    words = sentence.words
    start, stop = draft.content_start + 1, draft.content_end - 1
    if draft.direct or sentence.quotes and any(
        q.kind == "speech" and q.start <= start and stop <= q.end for q in sentence.quotes
    ):  # fmt: skip
        return draft.content_end
    gloss = sentence.text.find(GLOSS, draft.content_start, draft.content_end)
    if gloss > 0 and (draft.quote is None or gloss > draft.quote[1]):
        return len(sentence.text[:gloss].rstrip())
    begin, end = sentence.content_words(draft)
    told = draft.mode == "reported" or draft.rule in NAMED
    for k in sentence.commas:
        if begin < k < end and k + 1 < sentence.last:
            following, second = words[k + 1].fold, words[k + 2].fold if k + 2 < sentence.last else ""
            surface = sentence.surfaces[k + 1]
            adverbial = following[0] == "م" and following[-1] == "ا" and "\u064b" in surface and len(following) > 4
            if words[k].fold == "؛" and words[k + 1].cls & CONTRAST or following == "حيث" and draft.mode == "reported":
                return sentence.ends[k - 1]
            pair = (following, second)
            if second == "وقت" and k + 3 < sentence.last and words[k + 3].fold in DATED:
                continue  # "at a late time"
            if told and (following in TURNS or pair in TURNS):
                return sentence.ends[k - 1]
            if following in CIRCUMSTANCES or pair in CIRCUMSTANCES or adverbial or pair in RESULTS:
                if pair in RESULTS and not told or following in APPOSED and (
                    k + 2 in sentence.inside or draft.mode == "indirect" and second not in ("ما", "الامر", "امر")
                ):  # fmt: skip
                    continue  # "namely Russia, Türkiye and Iran"
                return sentence.ends[k - 1]
    return draft.content_end


def trailing_attribution(sentence: Sentence, start: int, end: int, cue: int = -1) -> int:
    """Return where an attribution at the end of a content begins; its end where there is none."""
    words = sentence.words
    for k in reversed(sentence.attributes):
        if sentence.starts[k] >= end or k == sentence.first or sentence.starts[k] <= cue < sentence.ends[k]:
            continue
        if sentence.starts[k] <= start:
            break
        following = words[k + 1 : min(k + 3, sentence.last)]
        said = len(following) == 2 and any(verb.lemma in SAID for verb in following[1].verbs)
        if words[k].rest == "حسبما" and following and any(verb.lemma in SAID for verb in following[0].verbs):
            return sentence.starts[k]
        if following and following[0].rest == "ما" and (said or words[k - 1].fold in ("،", ",")):
            return sentence.starts[k]
        if sentence.ends[k] >= end - 70:
            behind = [words[j] for j in range(k + 1, sentence.last) if sentence.starts[j] < end]
            known = any(sentence.inside.get(j) for j in range(k + 1, sentence.last) if sentence.starts[j] < end)
            if any(behind[j - 1].fold in COMMAS and not sentence.inside.get(k + 1 + j) for j in range(2, len(behind))):
                continue  # put into the clause, which goes on behind it
            if behind and len(behind) <= 8 and known and "قرار" not in behind[0].fold:
                if words[k].conj == "" and sentence.entity_at.get(k + 1) is None and not known:
                    continue
                holder = next((sentence.inside[j] for j in range(k + 1, sentence.last) if sentence.inside.get(j)), None)
                if holder is not None and holder.entry.use in ("holder", "source", "agency", "person", "role"):
                    return sentence.starts[k]
    return end


def find_targets(walk: Walk, draft: Draft) -> tuple[str, ...]:
    """Return whom a claim is about or addressed to."""
    if draft.act not in TARGETED or draft.content_start < 0:
        return draft.addressee if draft.act in TARGETED else ()
    sentence = walk.sentence
    if draft.addressee:
        return tuple(actor for actor in draft.addressee if actor != "=")
    found: list[str] = []
    holders = set(draft.holder.actors) if draft.holder else set()
    words = sentence.words
    for k in range(*sentence.content_words(draft)):
        if words[k].verbs and not words[k].nouns and found:
            break
        entity = sentence.inside.get(k)
        if entity is not None and entity.i == k:
            if entity.entry.use in ("holder", "source", "agency", "anaphor"):
                continue
            if not is_mention(sentence, entity):
                continue
            actor = resolve_actor(entity, walk.published)
            if actor not in holders and actor not in found:
                found.append(actor)
        elif entity is None and words[k].adjective and not found:
            if words[k].adjective not in holders:
                found.append(words[k].adjective)
        if found and k + 1 < sentence.last and not sentence.inside.get(k + 1):
            break
    return tuple(found)


def tell_topics(sentence: Sentence, draft: Draft, context: Context, paragraph: int) -> tuple[str, ...]:
    """Return the topics of a claim's content; where it has no term, those of what was said before."""
    if draft.content_start < 0:
        return choose_topics(context.recall(paragraph))
    first, last = sentence.content_words(draft)
    resumes = draft.lemma in HOLDING and first > sentence.first and sentence.folded[first - 1] in RESUMING
    return context.tell(sentence.words, first, last, paragraph, sentence.first, resumes)
