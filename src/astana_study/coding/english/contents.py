"""Where contents end: at a co-ordinated verb, a participle, a trailing attribution, the end of a quotation."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.circumstances import (
    cut_meanwhile,
    cut_partner,
    cut_remark,
    cut_setting,
    cut_talks,
    end_consequence,
    end_opening,
    trim_content,
)
from astana_study.coding.english.clauses import FINITE, GERUND, Group
from astana_study.coding.english.complements import end_noun, end_relative
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import (
    ADV,
    BASE,
    COMMA,
    CONJ,
    CONTRAST,
    DASH,
    PAST,
    PREP,
    PUNCT,
    QUOTE,
    STOP,
)

CUTTING: Final = {"while", "whereas", "but", "meanwhile", "though", "although"}

Cut = tuple[int, Group | None, Finding | None, str]
"""Where a content may end: the word, the verb that begins there, its claim, the kind of end."""


def end_contents(reading: Reading) -> None:
    """Give every open content of a sentence its end."""
    sentence = reading.sentence
    cuts = _find_cuts(reading) if any(draft.opened for draft in reading.drafts) else []
    for draft in reading.drafts:
        if draft.opened:
            _end(reading, draft, cuts)
        if draft.content_start >= 0:
            trim_content(sentence, draft)


def _find_cuts(reading: Reading) -> list[Cut]:
    """Return the places at which a content may end, left to right."""
    sentence, words = reading.sentence, reading.words
    claimed = {draft.extra["group"].m: draft for draft in reading.drafts if draft.extra.get("group") is not None}
    cuts: list[Cut] = []
    earliest = min(
        draft.extra.get("nominal", draft.extra.get("resumes", draft.extra.get("at", sentence.first)))
        for draft in reading.drafts
        if draft.opened
    )
    for group in reading.clauses.groups:
        if group.m < earliest:
            continue  # no content can end there
        draft = claimed.get(group.m)
        if group.kind == FINITE:
            if group.m not in reading.subjects.begin:
                reading.subjects.find(group)
            begin = reading.subjects.begin.get(group.m, group.i)
            k = begin
            while (
                k > sentence.first
                and words[k - 1].cls & (COMMA | CONJ | CONTRAST | STOP)
                or k > sentence.first
                and (words[k - 1].fold in CUTTING or words[k - 1].fold in ("also", "then"))
            ):
                k -= 1
            if k < begin:
                cuts.append((k, group, draft, "verb"))
        elif group.kind == GERUND and draft is None:
            k = group.i
            if words[k - 1].fold in ("after", "before", "without") and words[max(k - 2, sentence.first)].cls & COMMA:
                k -= 1  # ", after hosting them for years"
            if (
                k > sentence.first
                and words[k - 1].cls & COMMA
                and k - 1 not in sentence.inside
                and (words[k].fold not in ("including", "concerning", "regarding", "following", "according"))
            ):
                cuts.append((k - 1, group, None, "aside"))
        elif group.kind == GERUND and draft is not None:
            k = group.i
            while k > sentence.first + 1 and words[k - 1].cls & ADV and words[k - 2].cls & (COMMA | ADV):
                k -= 1  # ", repeatedly insisting"
            if sentence.folded[k - 3 : k] == ["as", "well", "as"]:
                k -= 3
            while (
                k > sentence.first
                and (words[k - 1].cls & (COMMA | CONJ | DASH) or words[k - 1].fold == "while")
                and k - 1 not in sentence.inside
            ):
                k -= 1
            if k == group.i and draft.holder is not None and draft.status == "explicit":
                s, _ = reading.subjects.region(group.i - 1)
                if words[s].fold == "with":
                    k = s
            spoken = draft.direct or draft.mode == "indirect" or reading.headline
            if k < group.i or draft.status == "pro-drop" and spoken:
                cuts.append((k, group, draft, "participle"))
    for said in reading.drafts:
        trailing = said.extra.get("trailing")
        if trailing is not None and trailing > sentence.first:
            k = trailing
            while k > sentence.first and (words[k - 1].cls & (COMMA | QUOTE | DASH) or words[k - 1].fold == ":"):
                k -= 1
            if k < trailing:
                cuts.append((k, said.extra.get("group"), said, "trailing"))
    cuts.sort(key=lambda cut: cut[0])
    return cuts


def _end(reading: Reading, draft: Finding, cuts: list[Cut]) -> None:
    sentence, words = reading.sentence, reading.words
    group = draft.extra.get("group")
    start = draft.extra.get("resumes", draft.extra.get("at", sentence.first))
    limit = sentence.last
    if draft.quote is not None:
        after = draft.extra["after"]
        # a quotation as predicate may go on unquoted; as a whole utterance it ends with its mark
        follows = after
        draft.opened = False
        for k, verb, other, _ in cuts:
            if other is not None and verb is not None and start < k < after and group is not None:
                if reading.subjects.parent.get(verb.m) is group:
                    draft.content_end = sentence.ends[k - 1]  # “all attempts to divide it, and expressed …”
                    draft.mode, draft.direct = "reported", False
                    return
        if follows < limit and words[follows].cls & (CONJ | COMMA) and follows + 1 < limit:
            resumed = sentence.quote_at.get(follows + 1)
            if resumed is not None and resumed.kind == "speech" and words[follows].cls & CONJ:
                draft.content_end = resumed.end
        return
    quoted = sentence.quoted.get(group.m if group is not None else draft.extra.get("nominal", -1))
    if quoted is not None and start >= quoted.j:
        quoted = None  # "“expressed their concern” over the raids"
    if quoted is not None and group is not None and quoted.j == group.j:
        quoted = None  # they “condemned” the raids
    if quoted is not None:
        limit = quoted.j
    limit = end_consequence(reading, start, end_relative(reading, group, end_noun(reading, draft, limit)))
    if (
        group is not None
        and group.kind == FINITE
        and draft.mode in ("reported", "indirect")
        and draft.rule != "en.verb.as"
    ):
        limit = min(limit, end_opening(reading, group, limit))
    for k, verb, other, kind in cuts:
        if k <= start or k >= limit or other is draft or verb is not None and verb is group:
            continue
        quote = sentence.quoted.get(k)
        if (
            quote is not None
            and quote is not quoted
            and quote.i - 1 < k < quote.j
            and not all(words[p].cls & PUNCT for p in range(k, quote.j))
        ):
            continue
        if kind == "trailing":
            source = other is not None and other.rule == "en.according"
            if draft.extra.get("trailing") is not None and "resumes" in draft.extra and not source:
                continue
            limit = k
            break
        if kind == "participle":
            if draft.rule == "en.according" and other is not None:
                continue
            limit = k
            break
        if kind == "aside":
            if _goes_on_with_list(reading, start, k):
                continue
            if (
                draft.mode == "reported"
                and draft.rule not in ("en.according",)
                and group is not None
                and group.kind == FINITE
            ):
                limit = k
                break
            continue
        if verb is not None and _ends_here(reading, draft, group, k, verb, other) and not (
            draft.mode == "indirect" and other is None and _lacks_verb(reading, start, k, verb)
        ):  # fmt: skip
            limit = k
            break
    if reading.headline and group is not None:
        for k in range(start + 2, limit - 2):
            if words[k].fold == "as" and k not in sentence.inside and k not in sentence.quoted:
                if any(words[p].kinds and not words[p].cls for p in range(k + 2, limit)):
                    limit = k  # "Rebels accuse government of breaches as talks end"
                    break
    if draft.rule not in ("en.according",) and draft.mode != "direct":
        for k in range(start + 1, limit):
            if words[k].fold == ";" and k not in sentence.quoted and "(" not in sentence.folded[max(start, k - 6) : k]:
                limit = k
                break
    if draft.mode == "reported" and group is not None and group.kind == GERUND:
        for k in range(start + 2, limit):
            if words[k].fold in ("while", "whereas") and words[k - 1].cls & COMMA and k not in sentence.quoted:
                limit = k - 1  # "with each side blaming the other, while fighting has gone on"
                break
    if draft.mode == "reported":
        for k in range(start + 1, limit - 2):
            if words[k].cls & (CONJ | CONTRAST) and words[k + 1].fold == "that" and k not in sentence.quoted:
                if any(verb.kind == FINITE and k < verb.i < k + 6 for verb in reading.clauses.groups):
                    limit = k  # "said they had discussed it and that he would return"
                    break
    if quoted is not None:
        for k in range(start + 1, limit - 1):
            if words[k].fold in (".", "!", "?") and words[k + 1 + (words[k + 1].fold in ("[", "("))].cap:
                limit = k  # a sentence of the same quotation
                break
    if group is not None and reading.clauses.is_relative(group):
        before = reading.subjects.skip_left(group.i - 1) - 1
        if before > sentence.first and words[before].cls & DASH:
            limit = next((k for k in range(start, limit) if words[k].cls & DASH and k not in sentence.inside), limit)
    for quote in sentence.quotes:
        after = quote.j + quote.closed
        if (
            quote.kind == "label"
            and start <= quote.i
            and after + 1 < limit
            and words[after].fold == ","
            and (words[after + 1].fold in ("a", "an"))
        ):
            limit = after  # what the outlet says of the words that it quotes
        if quote.kind == "speech" and start < quote.i and after < limit and words[quote.j - 1].fold == ",":
            if words[after].fold == "which" and not any(other.i > quote.j for other in sentence.quotes):
                limit = after  # "… “finish its work,” which is to draft a law": the outlet's words
    end = limit
    while end > start and words[end - 1].cls & PUNCT and words[end - 1].cls & (COMMA | STOP | DASH):
        end -= 1
    while end - 1 > start and (words[end - 1].cls & (CONJ | CONTRAST) or words[end - 1].fold in CUTTING):
        end -= 1
    if draft.mode == "reported" and group is not None and group.kind == FINITE and quoted is None:
        end = cut_setting(reading, start, cut_meanwhile(reading, start, end))
        end = cut_remark(reading, start, end)
        if draft.act == "discuss":
            end = cut_partner(reading, start, end)
    elif draft.mode == "indirect" and quoted is None:
        end = cut_talks(reading, start, end)
    if end > start:
        draft.content_end = max(draft.content_start, sentence.ends[end - 1])
    draft.opened = False
    if any(
        sentence.starts[q.i] >= draft.content_start - 1 and q.i < end and q.kind == "speech" for q in sentence.quotes
    ) and (
        draft.mode in ("indirect", "reported")
        and not any(
            d is not draft
            and d.content_start >= draft.content_start
            and d.content_end <= draft.content_end
            and d.direct
            for d in reading.drafts
        )
    ):
        draft.mode, draft.direct = "direct", True


def _lacks_verb(reading: Reading, start: int, k: int, verb: Group) -> bool:
    """Tell whether a verb behind a comma is that of the subject before an aside: "that talks, aimed at …, could"."""
    if reading.words[k].cls & COMMA == 0 or verb.i != k + 1:
        return False
    return not any(
        group.kind == FINITE and start <= group.m < k and not reading.clauses.is_relative(group)
        for group in reading.clauses.groups
    )


def _goes_on_with_list(reading: Reading, start: int, k: int) -> bool:
    """Whether a gerund is one of a list behind a preposition: "of upholding it, preventing fights, and addressing"."""
    words = reading.words
    gerunds = [g for g in reading.clauses.groups if g.kind == GERUND and g.i > start]
    return any(g.i < k and words[g.i - 1].cls & PREP for g in gerunds) and any(
        g.i > k and words[g.i - 1].cls & CONJ for g in gerunds
    )


def _ends_here(
    reading: Reading, draft: Finding, group: Group | None, k: int, verb: Group, other: Finding | None
) -> bool:
    words, subjects = reading.words, reading.subjects
    if draft.rule == "en.according":
        return False
    parent = subjects.parent.get(verb.m)
    if other is None and parent is not None and parent.tense == "past" and verb.i == verb.m:
        if words[verb.m].kinds & BASE and not words[verb.m].kinds & PAST and not reading.headline:
            return False  # "condemned the raids, saying they break the law, threaten the truce"
    seen = 0
    while parent is not None and seen < 6:
        if group is not None and parent.m <= group.m:
            return True
        if group is None:
            return draft.content_start > reading.sentence.starts[parent.m]
        if draft.extra.get("at", 0) <= parent.m:
            return False
        parent = subjects.parent.get(parent.m)
        seen += 1
    if seen:
        return False
    if verb.m in subjects.parent:
        return group is not None and draft.extra.get("at", 0) > verb.m
    mark = words[k]
    joint = [words[p] for p in range(k, min(k + 3, verb.i))]
    contrasted = mark.cls & COMMA or draft.mode != "indirect"  # "will not sign while they remain": one clause
    if (
        contrasted
        and any(word.fold in ("while", "whereas") for word in joint[:2])
        or any(word.cls & CONTRAST for word in joint[:2])
    ):
        return True
    if reading.headline and mark.cls & COMMA and verb.kind == FINITE and not reading.clauses.is_relative(verb):
        # "Damascus slams the zone, Ankara hits back"; not "says rebels, Ankara want the talks to fail"
        if other is None and reading.subjects.begin.get(verb.m, verb.i) == verb.i:
            return False  # "Jaafari: The raid is an aggression, gives a right to respond"
        return draft.mode != "indirect" or _has_verb(reading, draft.extra.get("at", k), k)
    if other is None:
        if group is None or draft.mode != "reported" or not mark.cls & COMMA or k + 2 >= verb.i:
            return False
        if not joint[1].cls & CONJ:
            return False
        # "the three that requested a round, and work is under way": a clause with a subject of its own
        return verb.kind == FINITE and verb.i > k + 2 and reading.clauses.is_relative(group)
    if any(word.fold in ("though", "although") for word in joint[:2]):
        return True
    if draft.mode == "reported" and mark.cls & (COMMA | CONJ | STOP):
        return True
    return bool(mark.cls & COMMA and any(word.cls & CONJ for word in joint[:2]))


def _has_verb(reading: Reading, start: int, end: int) -> bool:
    return any(group.kind == FINITE and start <= group.i < end for group in reading.clauses.groups)


__all__ = ["end_contents"]
