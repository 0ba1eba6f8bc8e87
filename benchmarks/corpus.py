"""A corpus from files to Parquet: one worker and two, and ten times as many articles each time at the same memory.

The articles are those of the study and of the hand codings, each with a line that makes it another. Times are of whole
runs in processes of their own: reading, dating, telling the language, coding, writing. "Seconds of processor" adds up
all processes and is little disturbed by other work; the speed-up of two workers is by the clock and wants a quiet
machine. Peak memory is that of the largest process.

Usage: python benchmarks/corpus.py [--sizes 1000,10000,100000] [--pair 2000]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from astana_study.tables.files import find_root


def make_corpus(folder: Path, count: int) -> float:
    """Write so many articles, in folders of a thousand; return their megabytes."""
    root = find_root()
    paths = [*sorted(root.glob("data/raw/articles/*.txt")), *sorted(root.glob("data/gold/*/*.txt"))]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    size = 0
    for number in range(count):
        content = f"{texts[number % len(texts)]}\n\nNo. {number}\n".encode()
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        size += len(content)
    return size / 1e6


def run_once(folder: str, out: str, workers: int) -> None:
    """Code a corpus in this process, and print what it took."""
    from astana_study.corpus.running import code_corpus

    start = time.perf_counter()
    run = code_corpus(folder, out, workers=workers)
    seconds = time.perf_counter() - start
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({
        "articles": run.coded, "claims": run.rows["claims"], "seconds": seconds,
        "processor": sum(one.ru_utime + one.ru_stime for one in usage),
        "megabytes": max(one.ru_maxrss for one in usage) / 1024,
    }))  # fmt: skip


def run_apart(folder: Path, workers: int) -> dict:
    """Code a corpus in a process of its own."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, __file__, "once", str(folder), out, str(workers)]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Measure and print two tables."""
    if sys.argv[1:2] == ["once"]:
        return run_once(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,10000", help="numbers of articles")
    parser.add_argument("--pair", type=int, default=4000, help="articles for one worker against two; 0 leaves it out")
    parser.add_argument("--rounds", type=int, default=3, help="of the comparison of workers; the best of each counts")
    options = parser.parse_args()
    print("| articles, one worker | MB | processor ms/article | MB/s | claims | peak MB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            size = make_corpus(Path(folder), count)
            told = run_apart(Path(folder), 1)
        each = told["processor"] / count * 1000
        print(f"| {count:,} | {size:.1f} | {each:.2f} | {size / told['processor']:.2f} | {told['claims']:,} "
              f"| {told['megabytes']:.0f} |", flush=True)
    if options.pair:
        with tempfile.TemporaryDirectory() as folder:
            make_corpus(Path(folder), options.pair)
            rounds = [(run_apart(Path(folder), 1), run_apart(Path(folder), 2)) for _ in range(options.rounds)]
        clock = [min(pair[side]["seconds"] for pair in rounds) for side in (0, 1)]
        work = [min(pair[side]["processor"] for pair in rounds) for side in (0, 1)]
        print(f"\n{options.pair:,} articles, best of {options.rounds}, one worker against two: {clock[0]:.1f} s and "
              f"{clock[1]:.1f} s by the clock, {clock[0] / clock[1]:.2f} times as fast; {work[0]:.1f} s and "
              f"{work[1]:.1f} s of processor, so {2 * work[0] / work[1]:.2f} times at most")


if __name__ == "__main__":
    main()
