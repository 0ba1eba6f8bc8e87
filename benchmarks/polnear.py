"""The English coder on PolNeAR, a corpus of attributions in political news that it was not trained on.

Runs the coder over the train and dev texts of a copy that the user supplies (the corpus has no licence and is not part
of this project) and scores what it found against the annotation: cues by token and by overlap, sources by token. The
test part is never read. Rows:

- ``strict``: what this project counts as a claim (the guidelines, the published tables). PolNeAR also annotates
  thoughts, wishes, intentions, questions and what documents show, so that much of it is out of reach by definition.
- ``wide``: the same coder with ``load_codebook(scope="wide")``, which counts those as well.
- ``strict verbs``, ``wide verbs``: every form of a verb of the list outside of quotations, without any grammar.
- ``list + parse``: the wide list over the dependency parse of spaCy's small English model, where that is installed.

"As coded" is the score of the cues as this project has them, without their edges being moved to where the corpus has
them (``polnear_conventions.py``).

How the wide scope was made, so that "not trained" can be judged. The words were written down by class from general
knowledge of English: verbs of saying, judging, knowing, wanting, feeling and causing a feeling, with their nouns and
adjectives, as in the grammar of Quirk et al. and the verb classes of Levin. Then errors on the train part were read.
By the precision they had there, constructions of ``coding/english/wide.py`` were chosen, words whose first sense is
another were taken out, and classes of verbs lost the frames in which they mostly were no attribution; the class of
causing a feeling was put in whole because some of its verbs were missed; the rules for the edges were found in the same
way. No weight was fitted, and no word was put in that does not belong to one of the classes. The dev part was run for
the figures only, except that the words most often missed in both parts had been listed once before any of this was
written.

Usage: python benchmarks/polnear.py PATH [--part dev] [--scope wide] [--errors N]
"""

from __future__ import annotations

import argparse
import glob
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from polnear_baselines import load_model, make_list_finder, make_parse_finder
from polnear_conventions import Span, find_speaker, keep_outermost, widen_cue

from astana_study.codebook.loading import SCOPES, Codebook, load_codebook
from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

PARTS = ("train", "dev")
_TOKEN = re.compile(r"\w+|[^\w\s]")
Attribution = tuple[list[Span], list[Span], list[Span]]
"""Spans of cue, source and content."""


def read_annotation(path: Path) -> tuple[list[Attribution], list[Span]]:
    """Return the attributions of one file and the spans that its annotators discarded."""
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


def read_part(folder: Path) -> Iterator[tuple[str, list[Attribution], list[Span]]]:
    """Yield each annotated text of a part with its attributions and what was discarded."""
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{glob.escape(path.stem)}_*.ann"))
        if annotations:
            yield path.read_text(encoding="utf-8"), *read_annotation(annotations[0])


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


def overlaps(a: list[Span], b: list[Span]) -> bool:
    """Whether any span of one list shares a letter with any of the other."""
    return any(min(x[1], y[1]) > max(x[0], y[0]) for x in a for y in b)


class Tally(Counter):
    """Counts of tokens and spans, and the scores that follow from them."""

    def add_tokens(self, name: str, left: set[int], right: set[int]) -> None:
        """Count what reference (left) and finding (right) share."""
        self[name] += len(left & right)
        self[f"{name} left"] += len(left)
        self[f"{name} right"] += len(right)

    def add_cues(self, tokens, cues: list[list[Span]], coded: list[Span], moved: list[Span], discarded) -> None:
        """Count the cues of one text: by token, as coded and with moved edges, and by overlap."""
        every = [span for cue in cues for span in cue]
        left = mark_tokens(tokens, every, discarded)
        self.add_tokens("as coded", left, mark_tokens(tokens, coded, discarded))
        self.add_tokens("cues", left, mark_tokens(tokens, moved, discarded))
        self["overlap left"] += len(cues)
        self["overlap right"] += len(coded)
        self["recalled"] += sum(overlaps(coded, cue) for cue in cues)
        self["precise"] += sum(overlaps([span], every) for span in coded)

    def score(self, name: str) -> str:
        """Return precision, recall and F1 by token as text."""
        return _format(self[name] / max(1, self[f"{name} right"]), self[name] / max(1, self[f"{name} left"]))

    def score_overlap(self) -> str:
        """Return the same for whole cues, one that shares a letter being right."""
        return _format(self["precise"] / max(1, self["overlap right"]), self["recalled"] / max(1, self["overlap left"]))


def _format(precision: float, recall: float) -> str:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def measure_coder(folder: Path, codebook: Codebook, errors: int) -> None:
    """Code the texts of one part with a codebook and print the scores."""
    tally, missed, invented = Tally(), Counter(), Counter()
    seconds, size = 0.0, 0
    for text, attributions, discarded in read_part(folder):
        start = time.perf_counter()
        claims = code_records(make_article(text, "polnear", language="en"), codebook).claims
        seconds += time.perf_counter() - start
        size += len(text.encode())
        claims = keep_outermost(text, claims)
        tokens, cues = list_tokens(text), [cue for cue, _, _ in attributions]
        coded = [(claim.cue_start, claim.cue_end) for claim in claims]
        tally.add_cues(tokens, cues, coded, [widen_cue(text, claim) for claim in claims], discarded)
        sources = [span for _, source, _ in attributions for span in source]
        speakers = [span for claim in claims for span in find_speaker(text, claim)]
        tally.add_tokens("sources", mark_tokens(tokens, sources, discarded), mark_tokens(tokens, speakers, discarded))
        for attribution in attributions:
            if not _compare(tally, text, attribution, claims):
                missed[" ".join(text[a:b] for a, b in attribution[0]).lower()] += 1
        every = [span for cue in cues for span in cue]
        for claim, span in zip(claims, coded, strict=True):
            if not overlaps([span], every) and not any(a <= claim.cue_start < b for a, b in discarded):
                invented[f"{claim.cue.lower()} ({claim.rule})"] += 1
    print(f"  {codebook.scope:13s} cue tokens {tally.score('cues')}   ({size / 1e6 / max(seconds, 1e-9):.2f} MB/s)")
    print(f"  {'':13s} as coded   {tally.score('as coded')}")
    print(f"  {'':13s} cues       {tally.score_overlap()}  (that overlap)")
    print(f"  {'':13s} sources    {tally.score('sources')}  (tokens)")
    print(
        f"  {'':13s} of the cues found: source overlaps {tally['source overlaps'] / max(1, tally['with source']):.3f}, "
        f"exact {tally['source exact'] / max(1, tally['with source']):.3f}, "
        f"content overlap {tally['content overlap'] / max(1, tally['with content']):.3f}"
    )
    if errors:
        print("  missed:  ", "; ".join(f"{cue} {n}" for cue, n in missed.most_common(errors)))
        print("  invented:", "; ".join(f"{cue} {n}" for cue, n in invented.most_common(errors)))


def _compare(tally: Tally, text: str, attribution: Attribution, claims: list) -> bool:
    """Compare one attribution with the claim whose cue it shares; whether there is one."""
    cue, source, content = attribution
    match = next((claim for claim in claims if overlaps([(claim.cue_start, claim.cue_end)], cue)), None)
    if match is None:
        return False
    if source:
        speaker = find_speaker(text, match)
        tally["with source"] += 1
        tally["source overlaps"] += overlaps(speaker, source)
        tally["source exact"] += bool(speaker) and speaker[0] in source
    if match.content_start is not None and content:
        tally["with content"] += 1
        start, end = min(a for a, _ in content), max(b for _, b in content)
        shared = min(end, match.content_end) - max(start, match.content_start)
        union = max(end, match.content_end) - min(start, match.content_start)
        tally["content overlap"] += max(0, shared) / union
    return True


def measure_finder(folder: Path, name: str, find) -> None:
    """Print the scores of anything that finds cues in a text."""
    tally = Tally()
    for text, attributions, discarded in read_part(folder):
        coded, moved = find(text)
        tally.add_cues(list_tokens(text), [cue for cue, _, _ in attributions], coded, moved, discarded)
    print(f"  {name:13s} cue tokens {tally.score('cues')}")
    print(f"  {'':13s} as coded   {tally.score('as coded')}")
    print(f"  {'':13s} cues       {tally.score_overlap()}  (that overlap)")


def main() -> None:
    """Measure the train and dev parts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path, help="a copy of the corpus: the folder that holds `data`")
    parser.add_argument("--part", choices=PARTS, help="one part only")
    parser.add_argument("--scope", choices=SCOPES, help="the coder with one scope only, and no baselines")
    parser.add_argument("--errors", type=int, default=0, help="how many of the most frequent errors to list")
    options = parser.parse_args()
    root = options.path / "data" if (options.path / "data").is_dir() else options.path
    wide = load_codebook(scope="wide")
    model = None if options.scope else load_model()
    for part in (options.part,) if options.part else PARTS:
        folder = root / part
        if not (folder / "text").is_dir():
            parser.error(f"no folder {part}/text in {root}: give the folder that holds the corpus's `data`")
        print(f"{part}: {sum(len(attributions) for _, attributions, _ in read_part(folder))} attributions")
        for scope in (options.scope,) if options.scope else SCOPES:
            measure_coder(folder, load_codebook(scope=scope), options.errors)
        if options.scope:
            continue
        for scope in SCOPES:
            measure_finder(folder, f"{scope} verbs", make_list_finder(load_codebook(scope=scope), list_tokens))
        if model is None:
            print("  list + parse  not measured: spaCy and its small English model are not installed")
        else:
            measure_finder(folder, "list + parse", make_parse_finder(wide, model))


if __name__ == "__main__":
    main()
