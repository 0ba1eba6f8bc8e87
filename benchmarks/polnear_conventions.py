"""What PolNeAR calls a cue and a source, made from a claim of this project by rules that hold for any text.

A cue of the corpus takes in auxiliaries, negation and adverbs, verbs such as "continued to", the day and the medium
behind it ("said Monday in a statement"), the preposition that it governs and a colon; a source takes in its apposition
or relative clause, and pronouns. Nothing nests in it: what is said inside a quotation or inside the content of another
attribution has no cue of its own. Before the comparison the edges of a claim are moved accordingly, nothing else.
"""

from __future__ import annotations

import re

Span = tuple[int, int]
_QUOTED = re.compile(
    r"“[^“”\"]*(?:\n\s*“[^“”\"]*)*[”\"]|(?<![^\s(\[—–-])\"(?=\S)[^\"“”\n]+[\"”\n]"
    r"|(?<![^\s(\[—–-])''(?=\S)(?:(?!'').)+''"
)
"""A quotation; one that each paragraph opens anew is one."""
_SUBORDINATE = re.compile(r"\b(?:who|which|as|when|after|because|although|though|where|while|before|since)\b")
_HELPING = (
    "has|have|had|having|is|are|am|was|were|be|been|being|did|does|do|will|would|can|could|may|might|must|should|shall|"
    "also|then|later|once|again|not|never|even|now|still|just|first|often|already|soon|ever|always|long|only|both|all|so|far|"
    "further|cannot|twice|since"
)
_LEADING = (
    r"(?:went|goes|going|gone|go) on|continu\w+|beg[aiu]n\w*|start\w*|tr(?:y|ied|ies|ying)|(?:seek|sought|attempt|fail|"
    r"need|want|use|struggl|declin|refus|threaten|appear|seem)\w*|able|unable|likely|there"
)
_BEFORE = re.compile(
    rf"((?:(?<![\w'’])(?:{_HELPING}|\w{{3,}}ly|\w+n['’]t|(?:{_LEADING}) to|to)\s+|['’](?:s|re|ve|d|ll|m)\s+)+)\Z"
)
_DAY = re.compile(
    r"\s+(?:(?:on\s+)?(?:(?:late|early|last|this)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|(?:earlier\s+)?(?:this|last)\s+(?:week|month|year|night)"
    r"|recently|repeatedly|earlier|\w{3,}ly(?=\s+(?:of|about|for|against|with|that)\b))\b"
)
_MEDIUM = re.compile(
    r"\s+(?:(?:in|on|at|during|via|through)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:statement|interview|tweet|e-?mail|letter|speech|post|report|memo|release|video|conference|rally|message|call|ad|"
    r"event|appearance)|on\s+(?:Twitter|Facebook))\b"
)
_LINKED = re.compile(r"\s+(?:of|about|for|against|with)\b")
_LINKED_PASSIVE = re.compile(r"\s+(?:of|about|for|against|with|as)\b")
_BEHIND = re.compile(
    r"\s+(?:to|for|on|upon|of|against|about|with|at|as|over|out|from|in|by|into|toward|towards|up|down|off|back)\b"
)
_COLON = re.compile(r"\s*:")
_PRONOUN = re.compile(r"\b(?:he|she|they|it|we|I|you|who|his|her|their|its|our|my)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<![\w.])((?:[Tt]he\s+)?(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|[A-Z][a-z]+\s+[A-Z])\.\s+)*)\Z")
_APPOSED = re.compile(r"['’]s\b|\s*(?:[,(]|(?:who|which|whose|of|in|at|from|for|on|with)\b)")
_STOP = re.compile(r"[.!?;]\s+[A-Z]|[\n\"“”]")
_APPOSITION = re.compile(
    r",\s+(?:an?|the|who|whose|which|[a-z]+(?:\s+[a-z]+)*\s+(?:of|for|at|to|in))\b[^.\"“”\n;]*(?<!,)"
)


def widen_cue(text: str, claim) -> Span:
    """Turn a cue of this project into one of the corpus.

    Before it: auxiliaries, adverbs and verbs such as "continued to"; behind it: the day, the medium ("in a statement"),
    the preposition it governs (the content stands behind it) and a colon.
    """
    start, end = claim.cue_start, claim.cue_end
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before:
        start = before.start(1)
    for pattern in (_DAY, _MEDIUM, _DAY):
        behind = pattern.match(text, end)
        end = behind.end() if behind else end
    behind = (_LINKED_PASSIVE if claim.rule.endswith("passive") else _LINKED).match(text, end)
    end = behind.end() if behind else end
    behind = _BEHIND.match(text, end)
    if behind and claim.content_start is not None and not text[behind.end() : claim.content_start].strip(" \"“‘'"):
        end = behind.end() if behind.end() <= claim.content_start else end
    colon = _COLON.match(text, end)
    return start, colon.end() if colon else end


def find_speaker(text: str, claim) -> list[Span]:
    """Return the source as the corpus has it: with its apposition or relative clause, and pronouns.

    The tables resolve a pronoun and drop its place: here the nearest one is taken.
    """
    if claim.holder_start is not None:
        start, end = claim.holder_start, claim.holder_end
        named = _NAMED.search(text, max(0, start - 60), start)
        start = named.start(1) if named else start
        cue, _ = widen_cue(text, claim)
        if end <= cue:
            between = text[end:cue].rstrip()
            apposed = _APPOSED.match(between) and not _STOP.search(between)
            return [(start, end + len(between) if apposed else end)]
        behind = _APPOSITION.match(text, end)
        return [(start, behind.end() if behind else end)]
    if claim.holder_status != "pronoun":
        return []
    before = list(_PRONOUN.finditer(text, max(0, claim.cue_start - 60), claim.cue_start))
    behind = _PRONOUN.match(text, claim.cue_end + 1)
    found = behind if claim.rule.endswith("inverted") else before[-1] if before else behind
    return [found.span()] if found else []


def find_quotations(text: str) -> list[Span]:
    """Return what stands in double quotation marks, a quotation that each paragraph opens anew as one."""
    return [match.span() for match in _QUOTED.finditer(text)]


def keep_outermost(text: str, claims: list) -> list:
    """Drop claims inside a quotation or the content of another: the corpus gives every token one role."""
    quoted = find_quotations(text)
    return [
        claim
        for claim in claims
        if not any(a < claim.cue_start < b for a, b in quoted) and not any(nests(text, claim, o) for o in claims)
    ]


def nests(text: str, claim, other) -> bool:
    """Whether a claim is part of what another reports, and not of a clause that only hangs on it."""
    start = other.content_start
    if other is claim or start is None or not start <= claim.cue_start < other.content_end:
        return False
    if other.rule == "en.according":
        return True
    if claim.rule.endswith(("trailing", "inverted")):
        return False
    between = text[start : claim.cue_start]
    if claim.rule == "en.participle" and between.rstrip().endswith(",") and other.mode != "indirect":
        return False
    return other.mode not in ("reported", "nominal") or not _SUBORDINATE.search(between)
