"""A small corpus, with one of everything that can be wrong with a file."""

import pytest

ARABIC = "قال المندوب الروسي إن الجولة انتهت. وأدانت طهران الهجمات الإسرائيلية على دمشق.\n"
ENGLISH = "Talks end in Astana\n\nMoscow said that the sides agreed to meet again. Damascus condemned the attacks.\n"


@pytest.fixture
def texts(tmp_path):
    """Twelve texts that can be coded, in three folders."""
    folder = tmp_path / "texts here"
    for number in range(12):
        path = folder / f"outlet {number % 3}" / f"{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((ARABIC, ENGLISH)[number % 2] + f"\n{number}\n", encoding="utf-8")
        if number % 3 == 0:
            path.with_suffix(".toml").write_text(f'outlet = "Paper {number}"\nround = {number + 1}\n', encoding="utf-8")
    return folder


@pytest.fixture
def small_parts(monkeypatch):
    """Parts of at most four texts, so that a few texts are a corpus."""
    monkeypatch.setattr("astana_study.corpus.walking.MOST_IN_PART", 4)
