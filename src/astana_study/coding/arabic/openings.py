"""How a sentence opens: whom it begins with, before any verb that is known."""

from __future__ import annotations

from astana_study.codebook.conjugation import PERFECT
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.scope import Scope
from astana_study.coding.arabic.words import ADV, AUX, CONTRAST, DEM, LINK, PUNCT, TITLE, Word


def _looks_feminine(word: Word) -> bool:
    """Tell whether a word in no list has the ending of a feminine verb, and no noun's."""
    return len(word.fold) > 4 and word.fold.endswith("ت") and not word.fold.endswith("ات")


def read_opening(walk: Scope) -> None:
    """Note whom a sentence begins with: its first name, or the subject of a first verb nobody knows."""
    sentence, words = walk.sentence, walk.words
    i = sentence.first
    while i < sentence.last and (
        words[i].cls & (LINK | CONTRAST | ADV | DEM | PUNCT | AUX)
        and i not in sentence.entity_at
        and words[i].fold != ":"
    ):
        i += 1
    if i >= sentence.last:
        return
    if i > sentence.first and words[i - 1].cls & AUX and words[i].cls & TITLE and i not in sentence.inside:
        phrase = read_phrase(sentence, i, sentence.last)
        walk.topic = walk.holder_of(phrase) if phrase is not None else None  # "the head of X had …"
        return
    entity = sentence.entity_at.get(i)
    word = words[i]
    if entity is None:
        if word.verbs or word.cls or word.article or word.nouns or word.participles or i + 1 >= sentence.last:
            return
        following = sentence.entity_at.get(i + 1)
        if following is None and words[i + 1].article and words[i + 1].gender == "f" and _looks_feminine(word):
            phrase = read_phrase(sentence, i + 1, sentence.last)
            if phrase is not None:
                walk.set_subject(walk.holder_of(phrase), PERFECT, 0, spoke=False)
            return
        if following is None or following.proclitic or following.entry.use in ("holder",):
            return
        phrase = read_phrase(sentence, i + 1, sentence.last)
        holder = walk.holder_of(phrase) if phrase else None
        nominal = (
            word.fold.endswith(("و", "ي", "ه", "ء"))
            or phrase
            and phrase.j < sentence.last
            and (words[phrase.j].verbs and not words[phrase.j].nouns)
        )
        if phrase is None or holder is None or nominal:
            return
        if (holder.gender == "f") == word.fold.endswith("ت"):
            walk.set_subject(holder, PERFECT, 0)
            walk.taken = max(walk.taken, phrase.j)
        return
    if entity.proclitic in ("ب", "ك", "ل", "لل"):
        return
    phrase = read_phrase(sentence, i, sentence.last)
    if phrase is None or phrase.j >= sentence.last or words[phrase.j].fold in (":", "/"):
        return
    walk.topic = walk.holder_of(phrase)
    if walk.topic is not None:
        walk.levels[0].subject = walk.topic
        if not words[phrase.j].verbs:
            walk.memory.remember(walk.topic)
