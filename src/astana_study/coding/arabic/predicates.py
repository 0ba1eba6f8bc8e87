"""Which kind of predicate a word is here, if any."""

from __future__ import annotations

from astana_study.coding.arabic.added import read_added_noun
from astana_study.coding.arabic.attributions import read_attribution
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.nominals import read_noun
from astana_study.coding.arabic.participles import is_participle_here, read_participle
from astana_study.coding.arabic.verbs import is_verb_here, read_verb
from astana_study.coding.arabic.words import ATTR, Word


def read_word(grammar: Grammar, walk: Walk, i: int, word: Word) -> None:
    """Read one word as a predicate, if it is one here."""
    if word.cls & ATTR and all(reading.number == "d" for reading in word.verbs):
        read_attribution(walk, i, word)
        return
    if word.verbs and is_verb_here(grammar, walk, i, word):
        read_verb(grammar, walk, i, word)
        return
    if word.participles and is_participle_here(grammar, walk, i, word):
        read_participle(grammar, walk, i, word)
        return
    if word.nouns and not read_noun(grammar, walk, i, word):
        read_added_noun(grammar, walk, i, word)
