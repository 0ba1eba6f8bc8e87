"""The English coder on PolNeAR, a corpus of attributions in political news that it was never trained on.

Runs the coder over the train and dev texts of a copy that the user supplies (the corpus has no licence and is not part
of this project) and scores what it found against the annotation: cues by token, sources by token and by overlap.
PolNeAR also annotates thoughts, intentions and wishes, and its cues take in auxiliaries and prepositions; the coder
knows neither, so its figures are a lower bound. The test part is never read.

Usage: python benchmarks/polnear.py PATH [--part dev] [--errors N]
"""

from __future__ import annotations

import argparse
import glob
import re
import time
from collections import Counter
from pathlib import Path

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

PARTS = ("train", "dev")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_BEFORE = re.compile(
    r"(?<!\w)((?:(?:has|have|had|is|are|was|were|be|been|being|did|does|do|also|then|later|once|again|not|never|\w{3,}ly|"
    r"\w+n['’]t|to)\s+)+)$"
)
_BEHIND = re.compile(r"(\s+(?:to|for|on|upon|of|against|about|with|at|as|over|out)(?=\s))")
Span = tuple[int, int]


def read_annotation(path: Path) -> tuple[list[tuple[list[Span], list[Span], list[Span]]], list[Span]]:
    """Return the attributions of one file, each as spans of cue, source and content, and the discarded spans."""
    spans: dict[str, tuple[str, list[Span]]] = {}
    attributions = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) >= 2:
            kind, _, offsets = fields[1].partition(" ")
            spans[fields[0]] = kind, [(int(a), int(b)) for a, b in (pair.split() for pair in offsets.split(";"))]
        elif line.startswith("E") and len(fields) >= 2:
            roles: dict[str, list[Span]] = {"Cue": [], "Source": [], "Content": []}
            for part in fields[1].split():
                role, _, key = part.partition(":")
                role = role.rstrip("0123456789")
                if role in roles and key in spans:
                    roles[role] += spans[key][1]
            attributions.append((roles["Cue"], roles["Source"], roles["Content"]))
    discarded = [span for kind, found in spans.values() if kind == "Discard" for span in found]
    return attributions, discarded


def list_tokens(text: str) -> list[Span]:
    """Return the tokens of a text as offsets."""
    return [match.span() for match in _TOKEN.finditer(text)]


def mark_tokens(tokens: list[Span], spans: list[Span], discarded: list[Span]) -> set[int]:
    """Return the numbers of the tokens that lie inside any of the spans and outside of what is discarded."""
    found = set()
    for number, (start, end) in enumerate(tokens):
        if any(a <= start and end <= b for a, b in spans) and not any(a <= start < b for a, b in discarded):
            found.add(number)
    return found


def widen_cue(text: str, start: int, end: int) -> Span:
    """Turn a cue of this project into one of the corpus: with auxiliaries, adverbs and the preposition it governs."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    behind = _BEHIND.match(text, end)
    return (before.start(1) if before else start), (behind.end(1) if behind else end)


def keep_outermost(claims: list) -> list:
    """Drop claims inside the content of another: the corpus gives every token one role, so it has no nesting."""
    return [
        claim
        for claim in claims
        if not any(
            other is not claim
            and other.content_start is not None
            and other.content_start <= claim.cue_start < other.content_end
            for other in claims
        )
    ]


def score(both: int, reference: int, other: int) -> str:
    """Return precision, recall and F1 as text."""
    precision = both / other if other else 0.0
    recall = both / reference if reference else 0.0
    f1 = 2 * both / (reference + other) if reference + other else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def overlaps(a: list[Span], b: list[Span]) -> bool:
    """Whether any span of one list shares a letter with any of the other."""
    return any(min(x[1], y[1]) > max(x[0], y[0]) for x in a for y in b)


def measure_part(folder: Path, errors: int) -> None:
    """Code the texts of one part and print the scores."""
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    invented: Counter[str] = Counter()
    seconds = 0.0
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{glob.escape(path.stem)}_*.ann"))
        if not annotations:
            continue
        text = path.read_text(encoding="utf-8")
        attributions, discarded = read_annotation(annotations[0])
        start = time.perf_counter()
        claims = code_records(make_article(text, "polnear", language="en")).claims
        seconds += time.perf_counter() - start
        claims = keep_outermost(claims)
        counts["bytes"] += len(text.encode())
        tokens = list_tokens(text)
        cues = [span for cue, _, _ in attributions for span in cue]
        found = [widen_cue(text, claim.cue_start, claim.cue_end) for claim in claims]
        left, right = mark_tokens(tokens, cues, discarded), mark_tokens(tokens, found, discarded)
        counts["cue both"] += len(left & right)
        counts["cue left"] += len(left)
        counts["cue right"] += len(right)
        sources = [span for _, source, _ in attributions for span in source]
        speakers = [(claim.holder_start, claim.holder_end) for claim in claims if claim.holder_start is not None]
        left, right = mark_tokens(tokens, sources, discarded), mark_tokens(tokens, speakers, discarded)
        counts["source both"] += len(left & right)
        counts["source left"] += len(left)
        counts["source right"] += len(right)
        for cue, source, content in attributions:
            counts["attributions"] += 1
            match = next((c for c in claims if overlaps([(c.cue_start, c.cue_end)], cue)), None)
            if match is None:
                missed[" ".join(text[a:b] for a, b in cue).lower()] += 1
                continue
            counts["matched"] += 1
            holder = [(match.holder_start, match.holder_end)] if match.holder_start is not None else []
            if source:
                counts["with source"] += 1
                counts["source overlaps"] += overlaps(holder, source)
                counts["source exact"] += bool(holder) and holder[0] in source
            if match.content_start is not None and content:
                counts["with content"] += 1
                whole = (min(a for a, _ in content), max(b for _, b in content))
                shared = min(whole[1], match.content_end) - max(whole[0], match.content_start)
                union = max(whole[1], match.content_end) - min(whole[0], match.content_start)
                counts["content overlap"] += max(0, shared) / union
        for claim in claims:
            counts["claims"] += 1
            if overlaps([(claim.cue_start, claim.cue_end)], cues):
                counts["claims matched"] += 1
            elif not any(a <= claim.cue_start < b for a, b in discarded):
                invented[f"{claim.cue.lower()} ({claim.rule})"] += 1
    print(
        f"{folder.name}: {counts['attributions']} attributions, {counts['bytes'] / 1e6 / max(seconds, 1e-9):.2f} MB/s"
    )
    print(f"  cue tokens     {score(counts['cue both'], counts['cue left'], counts['cue right'])}")
    print(
        f"  cues that overlap: P {counts['claims matched'] / max(1, counts['claims']):.3f}"
        f"  R {counts['matched'] / max(1, counts['attributions']):.3f}"
    )
    print(f"  source tokens  {score(counts['source both'], counts['source left'], counts['source right'])}")
    print(
        f"  of the matched: source overlaps {counts['source overlaps'] / max(1, counts['with source']):.3f}, "
        f"exact {counts['source exact'] / max(1, counts['with source']):.3f}, "
        f"content overlap {counts['content overlap'] / max(1, counts['with content']):.3f}"
    )
    if errors:
        print("  missed:  ", "; ".join(f"{cue} {n}" for cue, n in missed.most_common(errors)))
        print("  invented:", "; ".join(f"{cue} {n}" for cue, n in invented.most_common(errors)))


def main() -> None:
    """Measure the train and dev parts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path, help="a copy of the corpus: the folder that holds `data`")
    parser.add_argument("--part", choices=PARTS, help="one part only")
    parser.add_argument("--errors", type=int, default=0, help="how many of the most frequent errors to list")
    options = parser.parse_args()
    root = options.path / "data" if (options.path / "data").is_dir() else options.path
    for part in (options.part,) if options.part else PARTS:
        if not (root / part / "text").is_dir():
            parser.error(f"no folder {part}/text in {root}: give the folder that holds the corpus's `data`")
        measure_part(root / part, options.errors)


if __name__ == "__main__":
    main()
