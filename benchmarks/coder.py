"""The coder on one core, in one sitting with what it can be held against; ratios count, the rest is the machine's.

The texts are the articles of the study and of the hand codings, each in its language, coded again and again. Held
against them, over the same text: one pass of a bare Aho-Corasick automaton with as many terms as the codebook writes
out (the limit of anything that looks for words), the extraction of the same articles from HTML pages by trafilatura
(what comes before the coder), and, where they are installed, spaCy's blank tokenizer and textacy's quotations.
Processor time, not wall time, and the best of several rounds: other work on the machine disturbs little.

The coder is measured as it is imported: as Python or, with what `make compiled` writes in PYTHONPATH, compiled.

Usage: python benchmarks/coder.py [--rounds N] [--megabytes N]
"""

from __future__ import annotations

import argparse
import html
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import ahocorasick
import trafilatura

from astana_study.codebook.loading import load_codebook
from astana_study.coding import coder
from astana_study.coding.coder import append_records
from astana_study.coding.records import Records
from astana_study.tables.files import find_root
from astana_study.tables.frames import frame_records
from astana_study.text.folding import fold_word
from astana_study.text.reading import Article, make_article

LANGUAGES = {"ar": "Arabic", "en": "English"}


def read_texts(root: Path, language: str) -> list[Article]:
    """Return the articles of the study and of the hand codings that are in one language."""
    paths = [*sorted(root.glob("data/raw/articles/*.txt")), *sorted(root.glob("data/gold/*/*.txt"))]
    articles = [make_article(path.read_text(encoding="utf-8"), f"a{number}") for number, path in enumerate(paths)]
    return [article for article in articles if article.language == language]


def list_terms(language: str) -> list[str]:
    """Return the terms that the codebook writes out for one language, folded."""
    codebook = load_codebook()
    words = [name.words for name in codebook.names(language)]
    for name, columns in (("cues", ("lemma",)), ("verbs", ("lemma", "imperfect", "verbal_nouns", "participle")),
                          ("topic_terms", ("term",)), ("particles", ("form",)), ("distancing", ("marker",))):
        words += [part for row in codebook.select(name, language) for column in columns
                  for part in row[column].split("|")]
    return sorted({fold_word(word) for word in words if word.strip()})


def make_page(article: Article) -> str:
    """Put an article into the page of a newspaper: navigation, side column, remarks, footer."""
    rows = "".join(f"<p>{html.escape(line)}</p>\n" for line in article.text.split("\n") if line.strip())
    links = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(40))
    return (f"<!DOCTYPE html><html lang='{article.language}'><head><title>{html.escape(article.title)}</title>"
            f"<meta property='og:title' content='{html.escape(article.title, quote=True)}'></head><body>"
            f"<header><nav><ul>{links}</ul></nav></header><main><article><h1>{html.escape(article.title)}</h1>\n{rows}"
            f"</article></main><aside><ul>{links}</ul></aside><footer><p>All rights reserved</p></footer></html>")


def measure(work: Callable[[], object], rounds: int) -> float:
    """Return the processor seconds of the best round."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def compare(language: str, megabytes: float, rounds: int) -> list[tuple[str, float, float, int]]:
    """Return name, seconds, megabytes and articles of each measure in one language."""
    articles = read_texts(find_root(), language)
    size = sum(len(article.text.encode("utf-8")) for article in articles)
    articles *= max(1, round(megabytes * 1e6 / size))
    texts = [article.text for article in articles]
    total = sum(len(text.encode("utf-8")) for text in texts) / 1e6
    codebook = load_codebook()

    def code() -> Records:
        records = Records()
        for article in articles:
            append_records(records, article, codebook)
        return records

    def tabulate() -> None:
        frame_records(code())

    terms = list_terms(language)
    automaton = ahocorasick.Automaton()
    for term in terms:
        automaton.add_word(term, term)
    automaton.make_automaton()
    folded = [fold_word(text) for text in texts]

    def look_for_words() -> int:
        return sum(1 for text in folded for _ in automaton.iter_long(text))

    pages = [make_page(article) for article in articles[: max(20, len(articles) // 10)]]
    share = sum(len(text.encode("utf-8")) for text in texts[: len(pages)]) / 1e6

    def extract() -> None:
        for page in pages:
            trafilatura.bare_extraction(page, include_comments=False)

    code()
    kind = "as Python" if Path(coder.__file__).suffix == ".py" else "compiled"
    rows = [
        (f"coder ({kind}), to records", measure(code, rounds), total, len(articles)),
        (f"coder ({kind}), to finished tables", measure(tabulate, rounds), total, len(articles)),
        (f"bare Aho-Corasick pass, {len(terms):,} terms", measure(look_for_words, rounds), total, len(articles)),
        ("trafilatura, the same articles as HTML", measure(extract, rounds), share, len(pages)),
    ]
    return rows + compare_others(language, texts, total, rounds)


def compare_others(language: str, texts: list[str], total: float, rounds: int) -> list[tuple[str, float, float, int]]:
    """Measure spaCy and textacy, where they are installed; they are no part of the study."""
    try:
        import spacy
    except ImportError:
        return []
    blank = spacy.blank(language)
    rows = [("spaCy blank tokenizer", measure(lambda: [blank(text) for text in texts], rounds), total, len(texts))]
    if language == "en":
        try:
            from textacy.extract import direct_quotations
        except ImportError:
            return rows
        blank.add_pipe("sentencizer")

        def quote() -> None:
            for text in texts:
                try:
                    list(direct_quotations(blank(text)))
                except ValueError:  # an odd number of quotation marks
                    continue

        rows.append(("textacy quotations, blank pipeline", measure(quote, rounds), total, len(texts)))
    return rows


def main() -> None:
    """Measure both languages and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    parser.add_argument("--megabytes", type=float, default=1.0, help="text for each language")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    print("| measure, one core | language | MB/s | articles/s | against the coder to tables |")
    print("| --- | --- | ---: | ---: | ---: |")
    for language, label in LANGUAGES.items():
        rows = compare(language, options.megabytes, options.rounds)
        ours = rows[1][2] / rows[1][1]
        for name, seconds, megabytes, count in rows:
            speed = megabytes / seconds
            print(f"| {name} | {label} | {speed:.2f} | {count / seconds:,.0f} | {speed / ours:.2f} |", flush=True)


if __name__ == "__main__":
    main()
