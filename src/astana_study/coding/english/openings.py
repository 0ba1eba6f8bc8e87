"""Where a clause or a phrase behind a verb opens, and what is passed over on the way to it."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, INFINITIVE, Group
from astana_study.coding.english.coordination import TIMELY
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    GENITIVE,
    NUMBER,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    SUB,
    TIME,
)
from astana_study.coding.english.regions import PERSONAL
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.subjects import Subjects
from astana_study.coding.english.verbhood import PERIODS
from astana_study.coding.entities import Quote

CLAUSAL: Final = {"how", "why", "what", "if", "whether", "where", "who", "when"}
CONDITIONS: Final = {"because", "although", "though", "unless", "since", "once"}
ASKED: Final = {"how", "why", "whether", "which"}
"""What opens an object that is a question: "discussed how to end it"."""
CONCEDING: Final = {"despite", "unlike", "like", "given", "without", "whatever"}
"""Words with which what is said may open before its clause: "says despite all this, he …"."""
TELLING: Final = {"tell", "inform", "assure", "brief", "warn", "remind"}
SAYING: Final = {"say", "think", "believe", "argue", "claim"}
"""Verbs behind which nothing but a clause can stand."""
LONGEST_SETTING: Final = 18
LONG: Final = {"days", "weeks", "months", "years", "decades"}


def skip_time(sentence: Sentence, j: int) -> int:
    """Pass over adverbs and times to the right."""
    words, last, inside = sentence.words, sentence.last, sentence.inside
    begun = j
    while j < last and j not in inside:
        word = words[j]
        if (
            word.cls & TIME
            or word.cls & NUMBER
            and j > begun
            and words[j - 1].cls & TIME
            or word.cls & ADV
            and word.fold != "there"
            and not word.cls & (PREP | SUB | CONJ | CONTRAST | DET | PRON)
        ):
            j += 1
        elif word.fold in PERIODS and j > begun and words[j - 1].cls & TIME:
            j += 1  # "Monday evening"
        elif word.fold == "for" and j + 1 < last and words[j + 1].fold in LONG:
            j += 2
        elif word.fold == "once" and j + 1 < last and words[j + 1].fold == "again":
            j += 2
        elif (
            word.fold in ("on", "last", "this", "late", "early", "earlier", "the")
            and j + 1 < last
            and (
                words[j + 1].cls & TIME
                or words[j + 1].fold in PERIODS
                or j + 2 < last
                and words[j + 1].fold in ("the", "late", "early", "on", "in")
                and words[j + 2].cls & TIME
            )
        ):
            j += 2
            while j < last and (words[j].cls & TIME or words[j].fold in TIMELY - {"on", "in", "at"}):
                j += 1
        else:
            break
    return begun if begun < j < last and words[j].cls & GENITIVE else j  # "said Monday's raid was a breach"


def skip_phrase(sentence: Sentence, subjects: Subjects, j: int, limit: int) -> int:
    """Skip a noun phrase: an addressee, or what a preposition governs."""
    words, inside, covered = sentence.words, sentence.inside, subjects.clauses.covered
    begun = j
    while j < limit:
        entity = inside.get(j)
        if entity is not None:
            j = max(entity.j, j + 1)
            if entity.entry.use == "holder" and j < limit and j not in inside and not (words[j].cls or words[j].kinds):
                break  # "reviewed during the meeting various issues"
            continue
        word = words[j]
        cls = word.cls
        if word.fold == "that" and j == begun:
            j += 1
            continue
        if (
            cls & (PUNCT & ~GENITIVE)
            and word.fold not in ("(", ")", "/", "'s", "'", "&")
            or cls & (COMP | REL | SUB | CONTRAST | TIME)
            and (not cls & (DET | PREP) or word.fold == "that")
        ):
            break
        if cls & PRON and j > begun and word.fold in PERSONAL or word.fold == "there" and j + 1 in covered:
            break
        if cls & CONJ and j in covered or j in covered and covered[j].kind != "participle":
            break
        if cls & DET and j > begun and not words[j - 1].cls & (PREP | CONJ) and word.fold != "that":
            break
        if (
            cls & PREP
            and j > begun
            and word.fold not in ("of", "for", "in", "with", "from", "at", "to", "on", "between", "after")
        ):
            break
        j += 1
    return max(j, begun + 1)


def begins_phrase(sentence: Sentence, j: int, limit: int) -> bool:
    """Whether a noun phrase with something behind it begins at word `j`: all that "said" can take is a clause."""
    word = sentence.words[j]
    if j + 2 >= limit or word.fold in ("so", "this", "it") and sentence.words[j + 1].cls & PUNCT:
        return False
    if word.cls & TIME and sentence.words[j + 1].cls & GENITIVE:
        return True  # "said Monday's order “signals an attack”"
    return j in sentence.inside or not word.cls or bool(word.cls & (DET | PRON | POSS)) or word.fold == "there"


def clause_at(sentence: Sentence, subjects: Subjects, j: int, limit: int) -> bool:
    """Whether a clause without "that" begins at word `j`: its verb's subject begins there."""
    if (
        (
            sentence.folded[j] in ("he", "she", "they", "we", "there")
            or sentence.folded[j] == "it"
            and j + 1 in subjects.clauses.covered
        )
        and (j + 1 < limit)
        and not sentence.words[j + 1].cls & PUNCT
    ):
        return True
    for group in subjects.clauses.groups:
        if group.i <= j:
            continue
        if group.i >= limit:
            return False
        if group.kind == FINITE:
            words = sentence.words
            for k in range(j, group.i):
                if (
                    words[k].cls & (COMP | SUB | STOP | QUOTE)
                    and k not in sentence.inside
                    and k > j
                    and not words[k].cls & (DET | PREP)
                ):
                    return False
            subjects.find(group)
            begin = subjects.begin.get(group.m, -1)
            if any(k in subjects.clauses.at and subjects.clauses.at[k].kind == FINITE for k in range(begin, j)):
                return False  # "which rejects the map, has left": another verb's subject
            if begin > j and words[begin - 1].cls & (DET | PREP) and not words[begin - 1].cls & CONJ:
                begin = j
            return begin <= j or begin == j + 1 and bool(words[j].cls & DET)
        if group.kind == INFINITIVE:
            return False
    return False


def has_more(sentence: Sentence, j: int, limit: int) -> bool:
    """Whether a preposition governs anything behind it, unlike in "what they had hoped for."."""
    ends = STOP | COMMA | TIME | CONJ | SUB
    return j < limit and (sentence.folded[j] in CLAUSAL or not sentence.words[j].cls & ends)


def goes_beyond(sentence: Sentence, subjects: Subjects, quote: Quote, limit: int) -> bool:
    """Whether a quotation is the subject of what is said: "said “the raid”, the second in May, was a breach"."""
    groups = subjects.clauses.groups
    behind = next((g for g in groups if g.kind == FINITE and g.m > quote.j), None)
    if behind is None or behind.i >= limit or any(g.kind == FINITE and quote.i <= g.m < quote.j for g in groups):
        return False
    if behind.i == quote.j + 1:
        return True
    opens = quote.j + 1 < limit and sentence.words[quote.j + 1].fold == ","
    return opens and sentence.words[behind.i - 1].fold == "," and behind.frames is None


def is_date(sentence: Sentence, j: int, limit: int) -> bool:
    """Whether a day stands at `j`: "on Monday", "on 29 December"."""
    words = sentence.words
    return j < limit and bool(
        words[j].cls & TIME or words[j].cls & NUMBER and j + 1 < limit and words[j + 1].cls & TIME
    )


def opens_condition(sentence: Sentence, subjects: Subjects, group: Group, j: int, limit: int) -> bool:
    """Whether what is said opens with a clause of its own: "said because they left, it was over", "said, if …, he"."""
    words = sentence.words
    k = j + bool(words[j].cls & COMMA)
    begin = subjects.begin.get(group.m, group.i) - 1
    if k >= limit or begin > sentence.first and words[begin].cls & (COMMA | QUOTE):
        return False
    if k == j and words[k].fold not in CONDITIONS or k > j and words[k].fold not in CLAUSAL | CONDITIONS:
        return False
    comma = next((c for c in range(k + 1, limit) if words[c].cls & COMMA and c not in sentence.inside), limit)
    return comma + 1 < limit and clause_at(sentence, subjects, comma + 1, limit)


def has_gap(sentence: Sentence, before: int) -> bool:
    """Whether a relative stands before a speaker: "a step that **Damascus said** would split the country"."""
    if before < sentence.first:
        return False
    word = sentence.words[before]
    return bool(word.cls & REL) or word.fold in ("that", "what") and before not in sentence.inside


def find_clause(sentence: Sentence, subjects: Subjects, group: Group, frames: Frames, limit: int) -> int:
    """Return the first word of a clause that stands farther behind a verb, or -1.

    Behind whom it is told, where and when: "told a hearing in Geneva on Monday **that** …". Behind a verb that takes
    nothing else also without "that": "says despite all this, he will come", "says 500 Syrians living there returned".
    """
    words, inside, covered = sentence.words, sentence.inside, subjects.clauses.covered
    begun = skip_time(sentence, group.j)
    told = frames.lemma in TELLING or bool(frames.told) or begun < limit and bool(words[begun].cls & PREP)
    for j in range(begun, min(limit - 2, begun + LONGEST_SETTING) if told else begun):
        verb, word = covered.get(j), words[j]
        if j in inside:
            continue
        if word.fold == "that" and j > begun and j - 1 not in covered and j + 1 not in covered:
            return j + 1
        marks = COMMA | STOP | QUOTE | REL | COMP | SUB | CONTRAST | PUNCT & ~GENITIVE
        if verb is not None and verb.kind in (FINITE, INFINITIVE) or word.cls & marks and not word.cls & (DET | PREP):
            break
    if frames.lemma not in SAYING or group.kind != FINITE:
        return -1
    before = subjects.begin.get(group.m, group.i) - 1
    if before >= sentence.first and words[before].cls & (COMMA | QUOTE) and before not in inside:
        return -1  # what is said stands before
    j = begun
    if j + 3 >= limit or j in covered:
        return -1
    if words[j].cls & COMMA or words[j].fold in CONCEDING and j not in inside:
        j += bool(words[j].cls & COMMA)
        comma = next((k for k in range(j + 1, limit) if words[k].cls & COMMA and k not in inside), limit)
        return j if comma + 1 < limit and clause_at(sentence, subjects, comma + 1, limit) else -1
    counted = words[j].cls & NUMBER or words[j].fold == "no"
    return j if counted and any(g.kind == FINITE and j < g.i < limit for g in subjects.clauses.groups) else -1


def goes_on(sentence: Sentence, subjects: Subjects, group: Group, j: int, limit: int) -> bool:
    """Whether what is said follows the comma: "Referring to the border, the envoy continued, both sides …"."""
    if group.kind != FINITE or sentence.words[j].cls & QUOTE:
        return False
    before = subjects.begin.get(group.m, group.i) - 1
    if before >= sentence.first and not sentence.words[before].cls & COMMA:
        return False
    if any(g.kind == FINITE and g.m < group.m for g in subjects.clauses.groups):
        return False
    return clause_at(sentence, subjects, j, limit)


def cross_comma(sentence: Sentence, j: int, limit: int, clausal: bool) -> int | None:
    """Return where what is said goes on behind an aside between commas ("said, in Sochi, that"), or None."""
    words = sentence.words
    if j + 1 >= limit or not clausal:
        return None
    following = words[j + 1]
    if following.cls & QUOTE or following.fold == "that" and j + 2 < limit:
        return j + 1
    for k in range(j + 2, min(limit, j + 16)):
        if words[k].cls & COMMA and k + 1 < limit:
            return k + 1 if words[k + 1].fold == "that" or words[k + 1].cls & QUOTE else None
        if words[k].cls & STOP:
            break
    return None


def cross_aside(sentence: Sentence, subjects: Subjects, frames: Frames, j: int, limit: int) -> int:
    """Return where a verb's infinitive or object goes on behind an aside: "agreed, in Sochi, to meet"; -1 elsewhere."""
    words, covered = sentence.words, subjects.clauses.covered
    for k in range(j + 1, min(limit - 1, j + 16)):
        if words[k].cls & COMMA and k not in sentence.inside:
            verb = covered.get(k + 1)
            if frames.to and verb is not None and verb.kind == INFINITIVE and verb.i == k + 1:
                return k + 1
            adverbs = all(words[p].cls & (ADV | TIME) or words[p].fold == "once" for p in range(j + 1, k))
            opens = words[k + 1].cls & (DET | POSS) or k + 1 in sentence.inside
            return k + 1 if frames.object and adverbs and k > j + 1 and opens else -1
        if words[k].cls & (STOP | QUOTE) or k in covered and covered[k].kind == FINITE:
            break
    return -1


NOMINAL_TO: Final = {
    "agree", "appeal", "commit", "draw attention", "hint", "object", "pay tribute", "point out", "refer", "sign up",
}  # fmt: skip
"""Verbs whose "to" can govern a noun as well."""


def takes_noun(frames: Frames) -> bool:
    """Whether "to" can govern a noun: "agreed to a truce", "gave its consent to the map"."""
    return frames.lemma in NOMINAL_TO or " " in frames.lemma


def calls(sentence: Sentence, j: int, k: int) -> bool:
    """Whether an object is called to do something, not called something: "called the sides to stop"."""
    words, known = sentence.words, sentence.inside.get(k - 1)
    if k > j + 6 or words[j].fold in ("a", "an", "him", "her", "us", "me", "them"):
        return False
    if any(words[p].cls & (PRON | QUOTE | DASH) or p > j and words[p].cls & DET for p in range(j, k)):
        return False
    return known.entry.use != "holder" if known is not None else words[k - 1].fold.endswith("s")
