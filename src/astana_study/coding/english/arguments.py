"""What follows an English verb: where its content opens, and through which frame."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, GERUND, INFINITIVE, PARTICIPLE, Group
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    GENITIVE,
    MODAL,
    NEG,
    NUMBER,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    SUB,
    TO,
)
from astana_study.coding.english.openings import (
    ASKED,
    CLAUSAL,
    SAYING,
    TELLING,
    begins_phrase,
    calls,
    clause_at,
    cross_aside,
    cross_comma,
    find_clause,
    goes_beyond,
    goes_on,
    has_gap,
    has_more,
    is_date,
    opens_condition,
    skip_phrase,
    skip_time,
    takes_noun,
)
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.subjects import Subjects
from astana_study.coding.entities import Quote

FARTHEST: Final = 40
SETTING: Final = {
    "in", "at", "during", "on", "after", "before", "through", "via", "to", "with", "from", "following", "of", "by",
    "without", "ahead", "over", "throughout", "since", "under",
}  # fmt: skip


class Arguments:
    """What opens the content: ``that quote colon to ing prep object object-prep``, or nothing."""

    __slots__ = ("act", "at", "opens", "quote", "stop")

    def __init__(
        self, opens: str = "", act: str = "", at: int = -1, quote: Quote | None = None, stop: int = -1
    ) -> None:  # fmt: skip
        self.opens = opens
        self.act = act
        self.at = at
        """First word of the content."""
        self.quote = quote
        self.stop = stop
        """Word at which reading stopped."""


def read_arguments(sentence: Sentence, subjects: Subjects, group: Group, frames: Frames) -> Arguments:
    """Read on from a verb until its content opens or the clause ends."""
    found = _read(sentence, subjects, group, frames)
    if found.opens or not (frames.that or frames.told) or frames.lemma == "ask":
        return found
    limit = min(sentence.last, group.j + FARTHEST)
    quoted = sentence.quoted.get(group.m)
    limit = limit if quoted is None else min(limit, quoted.j)
    at = find_clause(sentence, subjects, group, frames, limit)
    return found if at < 0 else Arguments("that", frames.that or frames.told, at, None, at)


def _read(sentence: Sentence, subjects: Subjects, group: Group, frames: Frames) -> Arguments:
    words, inside, last = sentence.words, sentence.inside, sentence.last
    j = group.j
    limit = min(last, j + FARTHEST)
    quoted = sentence.quoted.get(group.m)
    if j < last and words[j].cls & QUOTE and group.i > sentence.first:
        marked = any(q.j == j and q.i <= group.m and q.closed for q in sentence.quotes)
        if marked and not words[group.i - 2].cls & (MODAL | TO):
            j, quoted = j + 1, None  # they “condemned” the raids; not "would “urge” them"
    if quoted is not None:
        limit = min(limit, quoted.j)
    preps = dict(frames.preps)
    clausal = bool(frames.that or frames.quote or frames.told)
    told = clausal and (frames.lemma in TELLING or bool(frames.told))
    about = False
    talking = frames.lemma in ("speak", "talk") or any(act == "discuss" for act in preps.values())
    if frames.lemma in ("be that", "remain that"):
        return Arguments("that", frames.that, j, None, j)
    while j < limit:
        j = skip_time(sentence, j)
        if j >= limit:
            break
        word = words[j]
        cls = word.cls
        free = j not in inside
        if cls & QUOTE and free:
            quote = sentence.quote_at.get(j)
            if quote is not None and clausal and goes_beyond(sentence, subjects, quote, limit):
                return Arguments("that", frames.that or frames.quote or frames.told, j, None, j)
            if quote is not None and frames.object and quote.j <= quote.i + 3 and quote.closed and quote.j + 1 < limit:
                if words[quote.i].cls & PREP and words[quote.j + 1].cls & TO:
                    j = quote.j + 1  # agreed “in principle” to allow aid
                    continue
                if words[quote.j + 1].cls & PREP and words[quote.j - 1].cls == 0:
                    return Arguments("object", frames.object, j, None, j)  # reject “any decision” from the talks
            if quote is not None and quote.kind == "speech" and clausal:
                return Arguments("quote", frames.quote or frames.that or frames.told, quote.i, quote, j)
            if quote is not None and clausal and quote.closed and quote.j + 1 < limit:
                if not words[quote.j + 1].cls & (PUNCT & ~GENITIVE) or quote.j + 1 in subjects.clauses.covered:
                    return Arguments("that", frames.that or frames.quote or frames.told, j, None, j)
            if quote is not None and (frames.object or frames.light):
                return Arguments("object", frames.object or "light", j, quote, j)
            found = _read_object(sentence, subjects, j, limit, frames, told) if quote and frames.object_preps else None
            if found is not None:
                return found  # "urged “moderate groups” to come"
            break
        if word.fold in ("…", "...") and free and j > group.j - 1 and j + 1 < limit and quoted is not None:
            j += 1
            continue
        if word.fold == ":" and free or word.fold == ";" and free and j + 1 < limit and words[j + 1].cls & QUOTE:
            if clausal:
                return Arguments(
                    "colon", frames.quote or frames.that or frames.told, j + 1, sentence.quote_at.get(j + 1), j
                )
            break
        if cls & COMMA and free and j == group.j and (frames.to or frames.object):
            step = cross_aside(sentence, subjects, frames, j, limit)
            if step > 0:
                j = step
                continue
        if cls & COMMA and free and j == group.j and frames.quote and goes_on(sentence, subjects, group, j + 1, limit):
            return Arguments("that", frames.quote, j + 1, None, j)
        if frames.lemma in SAYING and free and j == group.j and opens_condition(sentence, subjects, group, j, limit):
            return Arguments("that", frames.that, j + bool(cls & COMMA), None, j)
        if cls & COMMA and free:
            if frames.lemma in SAYING and j > group.j and clause_at(sentence, subjects, j + 1, limit):
                return Arguments("that", frames.that, j + 1, None, j)  # "said in a statement, the truce holds"
            crossed = cross_comma(sentence, j, limit, clausal)
            if crossed is None:
                break
            j = crossed
            continue
        if word.fold == "that" and free and (frames.object or frames.that or frames.told):
            ends = j + 1 >= limit or words[j + 1].cls & STOP
            if frames.quote and quoted is None and j + 1 + (j + 1 < last and words[j + 1].cls & COMMA != 0) >= last:
                break  # "The envoy said that,": the next paragraph is what he said
            if ends or words[j + 1].cls & COMMA and (j + 2 >= limit or words[j + 2].cls & QUOTE and j + 2 >= limit - 1):
                return Arguments("object", frames.object or frames.that, j, None, j)  # "“We expect that,” he added"
            if _is_object(sentence, subjects, j, frames) or not (frames.that or frames.told):
                return Arguments("object", frames.object, j, None, j)
            if frames.that or frames.told:
                return Arguments("that", frames.that or frames.told, j + 1, None, j)
        if (
            word.fold in CLAUSAL
            and free
            and (frames.that or frames.told)
            and not (word.fold == "what" and frames.object or frames.lemma == "ask")
        ):
            return Arguments("that", frames.that or frames.told, j, None, j)
        asked = word.fold in ASKED
        if asked and free and frames.object and not clausal and j == skip_time(sentence, group.j):
            return Arguments("object", frames.object, j, None, j)  # "are discussing which officials will come"
        if cls & TO and free and frames.to and j not in subjects.clauses.covered and takes_noun(frames):
            named = frames.lemma == "refer" and j + 2 < limit and words[j + 1].fold == "as"
            return Arguments("prep", frames.to, j + 1 + named, None, j)  # "whom Damascus refers to as terrorists"
        if cls & TO and free:
            infinitive = subjects.clauses.covered.get(j)
            if infinitive is not None and infinitive.kind == INFINITIVE and infinitive.i == j:
                if frames.to:
                    return Arguments("to", frames.to, j, None, j)
                if not clausal or told:
                    break
                break
        if cls & NEG and free and frames.to and j + 1 < limit and words[j + 1].cls & TO:
            return Arguments("to", frames.to, j, None, j)  # "decided not to send anybody"
        if cls & CONJ and free and frames.object and j == group.j:
            shared = subjects.clauses.covered.get(j + 1)
            if shared is not None and shared.i == j + 1 and shared.frames is not None and shared.frames.object:
                if shared.kind == group.kind:
                    j = shared.j  # "welcome and appreciate the invitation"
                    continue
        dated = clausal and word.fold == "on" and is_date(sentence, j + 1, limit)
        if free and word.fold in preps and not dated and has_more(sentence, j + 1, limit):
            return Arguments("prep", preps[word.fold], j + 1, None, j)
        if cls & PREP and free and clausal and frames.that and j + 2 < limit:
            following = words[j + 1]
            if (
                word.fold == "at"
                and following.fold in ("least", "most")
                or following.cls & NUMBER
                and word.fold in ("about", "around", "over", "between", "under")
                or word.fold == "about"
                and following.fold == "half"
            ):
                return Arguments("that", frames.that, j, None, j)  # "say at least 12 civilians were killed"
        if word.fold == "as" and free and frames.object and j + 1 < limit and words[j + 1].cls & QUOTE:
            label = sentence.quote_at.get(j + 1)
            if label is not None and label.closed and label.j + 1 < limit:
                j = label.j + 1  # "rejected as “baseless” the accusations"
                continue
        if free and j == group.j and word.fold in dict(frames.object_preps):
            relative = words[subjects.begin.get(group.m, group.i) - 1]
            if relative.cls & REL and not relative.cls & POSS and has_more(sentence, j + 1, limit):
                # "which it classifies as", "whom it accuses of"
                return Arguments("prep", dict(frames.object_preps)[word.fold], j + 1, None, j)
        if word.fold == "without" and free and j + 1 in subjects.clauses.covered:
            break  # "he said without naming countries"
        if cls & PREP and free and not cls & DET:
            if clausal and word.fold in SETTING or word.fold in ("with", "in", "at", "during") or talking:
                if j + 3 < limit and words[j + 2].fold in preps and not words[j + 1].cls:
                    j += 2  # "took note with satisfaction of"
                    continue
                about = about or word.fold in ("of", "about")  # "said of the meeting": what is said stands elsewhere
                j = skip_phrase(sentence, subjects, j + 1, limit)
                continue
            break
        verb = subjects.clauses.covered.get(j)
        if verb is not None:
            if (
                verb.kind == GERUND
                and frames.object
                and not frames.ing
                and not clausal
                and verb.i == j
                and (j == group.j or sentence.folded[j - 1] in ("regard", "connection", "context", "respect"))
            ):
                return Arguments("object", frames.object, j, None, j)
            near = j == group.j or sentence.folded[j - 1] == "regard"
            if verb.kind == GERUND and frames.object and clausal and verb.i == j and near and (
                verb.frames is None and frames.lemma not in SAYING or frames.object in ("condemn", "welcome")
            ):
                return Arguments("object", frames.object, j, None, j)  # "stressed building trust"
            governing = frames.light or frames.object and frames.lemma not in SAYING
            if verb.kind == PARTICIPLE and governing and verb.i == j == group.j:
                if j + 1 >= limit or words[j + 1].cls or words[j + 1].cap:
                    break
                return Arguments("object", frames.object or "light", j, None, j)  # "underscored continued cooperation"
            if verb.kind == GERUND and frames.light and verb.i == j and word.noun is not None:
                return Arguments("object", "light", j, None, j)  # "Issues Warning Regarding Outcomes"
            if verb.kind == GERUND and frames.ing and verb.i == j:
                return Arguments("ing", frames.ing, j, None, j)
            if (
                frames.lemma in SAYING
                and verb.i == j
                and verb.number > group.number
                and (
                    verb.kind == GERUND
                    and any(g.kind == FINITE and g.i > j for g in subjects.clauses.groups)
                    or verb.kind in (FINITE, PARTICIPLE)
                    and (
                        has_gap(sentence, subjects.begin.get(group.m, group.i) - 1)
                        or frames.lemma == "say" and cls & MODAL and subjects.begin.get(group.m, j) == sentence.first
                    )
                )
            ):
                return Arguments("that", frames.that, j, None, j)
            break
        if (
            free
            and cls & (CONJ | CONTRAST | STOP | REL | SUB | DASH | COMP)
            and not cls & (DET | PRON)
            and not (word.fold == "what" and frames.object)
        ):
            break
        if cls & PUNCT and free and word.fold not in ("[", "(", "/"):
            break
        if word.fold == "ahead" and free and clausal and j + 2 < limit and words[j + 1].fold == "of":
            j = skip_phrase(sentence, subjects, j + 2, limit)  # "said ahead of the meeting that"
            continue
        found = None if about else _read_object(sentence, subjects, j, limit, frames, told)
        if found is not None:
            return found
        if told:
            j = skip_phrase(sentence, subjects, j, limit)
            continue
        break
    return Arguments(stop=j)


def _is_object(sentence: Sentence, subjects: Subjects, j: int, frames: Frames) -> bool:
    """ "that" as a demonstrative object ("rejected that proposal")."""
    words, last = sentence.words, sentence.last
    if (
        not frames.object
        or j + 1 >= last
        or words[j + 1].cls & (DET | PRON | POSS)
        or j + 1 in sentence.inside
        or any(g.kind == FINITE or g.kind == GERUND for g in subjects.clauses.groups if g.i > j)
    ):
        return False
    k = j + 1
    while k < last and not words[k].cls:
        k += 1
    return k <= j + 3 and not words[k - 1].fold.endswith("s")  # not "stressed that members of the group …"


def _read_object(
    sentence: Sentence, subjects: Subjects, j: int, limit: int, frames: Frames, told: bool
) -> Arguments | None:
    words, covered = sentence.words, subjects.clauses.covered
    if frames.lemma in SAYING and begins_phrase(sentence, j, limit):
        return Arguments("that", frames.that, j, None, j)
    if frames.that and not told or told and frames.told or told:
        clause = clause_at(sentence, subjects, j, limit)
        if clause:
            return Arguments("that", frames.that or frames.told, j, None, j)
    if frames.object_preps:
        for k in range(j, min(limit, j + 24)):
            group = covered.get(k)
            if group is not None and group.kind == INFINITIVE and group.i == k and k > j:
                act = dict(frames.object_preps).get("to")
                if act and (frames.lemma != "call" or calls(sentence, j, k)):
                    return Arguments("object-prep", act, j, None, k)
                if words[k - 1].noun is not None or not words[k - 1].cls:
                    continue  # "described the decision to let them in as a mistake"
                break
            if group is not None and group.kind == FINITE and not words[group.i - 1].cls & REL:
                break
            if words[k].cls & STOP and k not in sentence.inside or told and words[k].fold == "that":
                break
            if k == j or k in sentence.inside and sentence.inside[k].i < k:
                continue
            if words[k].cls & COMMA and words[k].fold == "," and "to" in dict(frames.object_preps):
                break  # "invites questions, the ambassador to Russia said"
            act = dict(frames.object_preps).get(words[k].fold)
            if act and frames.lemma != "call":
                return Arguments("object-prep", act, j, None, k)
    if frames.object or frames.light:
        return Arguments("object", frames.object or "light", j, None, j)
    return None
