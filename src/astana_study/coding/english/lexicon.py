"""What a single English word can be, found out once for each spelling and then remembered."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.inflection import BASE, ING, PART, PAST, THIRD, inflect
from astana_study.codebook.loading import Codebook
from astana_study.codebook.patterns import expand_pattern
from astana_study.coding.english.frames import Frames, compile_frames
from astana_study.coding.english.lists import LABELS, LISTS
from astana_study.coding.english.names import compile_names, split_words
from astana_study.coding.english.spelling import PREFIXES, fold_english, is_foreign_enough, skeleton
from astana_study.coding.entities import Entry, Spelling
from astana_study.coding.lists import compile_lists
from astana_study.coding.topics import compile_terms, split_nodes
from astana_study.coding.trie import Node, plant

LARGEST_LEXICON: Final = 200_000
"""Spellings remembered before the memory is emptied."""

ATTRIBUTING: Final = {"according", "per"}
"""Words before a source."""
# Classes of words, as bits: a word is asked for its classes many times a sentence.
PREP: Final = 1 << 0
COMP: Final = 1 << 1
REL: Final = 1 << 2
NEG: Final = 1 << 3
AUX: Final = 1 << 4
MODAL: Final = 1 << 5
SUB: Final = 1 << 6
CONTRAST: Final = 1 << 7
CONJ: Final = 1 << 8
ADV: Final = 1 << 9
DET: Final = 1 << 10
PRON: Final = 1 << 11
POSS: Final = 1 << 12
PUNCT: Final = 1 << 13
TIME: Final = 1 << 14
COMMA: Final = 1 << 15
QUOTE: Final = 1 << 16
STOP: Final = 1 << 17
DASH: Final = 1 << 18
GENITIVE: Final = 1 << 19
NUMBER: Final = 1 << 20
TO: Final = 1 << 21
NOUN: Final = 1 << 22
_CLASS: Final = {
    "prep": PREP,
    "comp": COMP,
    "rel": REL,
    "neg": NEG,
    "aux": AUX,
    "future": MODAL,
    "sub": SUB,
    "contrast": CONTRAST,
    "conj": CONJ,
    "adv": ADV,
    "dem": DET,
    "pron": PRON,
    "other": POSS,
}
_MARKS: Final = {
    ",": COMMA,
    ".": STOP,
    "!": STOP,
    "?": STOP,
    ";": STOP,
    "…": STOP,
    ":": STOP,
    "-": DASH,
    "–": DASH,
    "—": DASH,
    **dict.fromkeys('"“”«»„‟', QUOTE),
    "''": QUOTE,
    "..": STOP,
    "...": STOP,
    "‘": QUOTE,
    "’": QUOTE,
}
_GLUED_BEFORE: Final = ("to", "of", "in", "on", "by", "for", "with", "from", "that", "and")
_GLUED_BEHIND: Final = ("that", "the", "of", "to", "for", "by", "with")
PREFIXED: Final = tuple(prefix + "-" for prefix in PREFIXES)
"""How a name with the Arabic article in small letters begins: "al-Bayoush"."""
_MONTHS: Final = {"mar", "sat", "sun", "wed", "march", "may", "mon"}


class Word(Spelling):
    """The analysis of one spelling."""

    __slots__ = (
        "adj_frame",
        "adjective",
        "cap",
        "divides",
        "frames",
        "hot",
        "kinds",
        "lemma",
        "lists",
        "mark",
        "markers",
        "names",
        "noun",
        "nounish",
        "person",
        "phrasal",
        "starts_name",
        "tells",
        "verbal",
    )

    kinds: int
    """Kinds of verb form this can be; 0 where it is no verb."""
    lemma: str
    lists: int
    """The word lists in which it stands, as bits of `lists`."""
    frames: Frames | None
    nounish: bool
    phrasal: Node | None
    noun: Frames | None
    adj_frame: Frames | None
    names: Node | None
    person: Entry | None
    adjective: str
    markers: Node | None
    cap: bool
    mark: bool
    """Whether it is a quotation mark."""
    divides: bool
    """Whether it is a colon or a dash."""
    hot: bool
    """Whether a claim can hang on it."""
    verbal: bool
    """Whether a verb group can begin with it."""
    starts_name: bool
    """Whether a name can begin with it."""
    tells: bool
    """Whether it is anything of what is looked for word by word: hot, verbal, a name, a mark, a marker."""


class Lexicon(dict[str, Word]):
    """Analyses by spelling: ``lexicon[surface]`` is a `Word`, made on first use.

    Examples
    --------
    >>> from astana_study.codebook.loading import load_codebook
    >>> word = Lexicon(load_codebook())["stressing"]
    >>> word.lemma, word.kinds == ING
    ('stress', True)
    """

    def __init__(self, codebook: Codebook):
        super().__init__()
        self.frames, self.nouns, self.adjective_frames = compile_frames(codebook)
        self.verbs: dict[str, tuple[str, int]] = {}
        self.phrasal: Node = {}
        self.nounish: set[str] = set()
        for row in codebook.select("verbs", "en"):
            self._add_verb(row)
        self.particles: dict[str, int] = {}
        for row in codebook.select("particles", "en"):
            form = fold_english(row["form"])
            self.particles[form] = self.particles.get(form, 0) | _CLASS[row["class"]]
            if row["note"] == "time":
                self.particles[form] |= TIME
        self.lists = compile_lists(codebook, "en", LISTS, fold_english)
        self.names, self.surnames, self.adjectives = compile_names(codebook)
        self.markers: Node = {}
        for row in codebook.select("distancing", "en"):
            for words in expand_pattern(row["marker"]):
                plant(self.markers, split_words(words), (row["scope"], row["marker"]))
        self.topic_words, self.topic_stems = compile_terms(codebook, "en", _fold_term)

    def _add_verb(self, row: dict[str, str]) -> None:
        lemma = row["lemma"]
        for form, kinds in inflect(lemma, row["passive"]):
            if " " in form:
                plant(self.phrasal, form.split(), (lemma, kinds))
                continue
            known = self.verbs.get(form)
            if known is None or known[0] not in self.frames and lemma in self.frames:
                self.verbs[form] = (lemma, kinds)
        self.nounish.update(filter(None, row["verbal_nouns"].split("|")))

    def __missing__(self, surface: str) -> Word:
        if len(self) >= LARGEST_LEXICON:
            self.clear()
        word = self[surface] = self._analyse(surface)
        word.tells = (
            word.hot or word.divides or word.verbal or word.starts_name or word.mark or word.markers is not None
        )
        return word

    def _analyse(self, surface: str) -> Word:
        fold = fold_english(surface)
        if "-" in fold and surface[0].isupper():
            label, _, rest = surface.partition("-")
            if rest and self.lists.get(label.lower(), 0) & LABELS:
                return self._analyse(rest)  # "Updated-Al-Jaafari: …"
        word = _make_blank(fold)
        first = surface[0]
        word.cap = first.isupper() or surface[2:3] == "-" and surface[3:4].isupper() and fold.startswith(PREFIXED)
        if fold == "'s" and len(surface) == 2:
            word.cls = GENITIVE
            return word
        if not (first.isalnum() or first == "_"):
            word.cls = PUNCT | _MARKS.get(fold, _MARKS.get(surface, 0))
            if fold == "'":
                word.cls |= GENITIVE
            word.mark = bool(word.cls & QUOTE) or fold == "'"
            word.bare = ()  # a topic term may go on over it
            word.divides = fold == ":" or bool(word.cls & DASH)
            return word
        word.cls = self.particles.get(fold, 0)
        word.lists = self.lists.get(fold, 0)
        if fold == "to":
            word.cls |= TO
        if first.isdigit():
            word.cls |= NUMBER
        if word.cls & (POSS | DET):
            word.cls &= ~REL if fold != "whose" else -1
        if surface == "WHO":
            word.cls = 0
        if word.cap and fold == "may" or surface == "US":
            word.cls &= TIME | ADV
        self._read_verb(word, fold)
        if fold in _MONTHS and not word.cap:
            word.cls &= ~(TIME | ADV)
        if not word.cls and fold.endswith("ly") and len(fold) > 5 and fold not in self.nouns and fold not in self.names:
            word.cls |= ADV
        word.noun = self.nouns.get(fold)
        word.adj_frame = self.adjective_frames.get(fold)
        word.names = self.names.get(fold)
        if word.cap or "-" in fold:
            word.adjective = self.adjectives.get(fold, "")
            if word.names is None and is_foreign_enough(fold):
                word.person = self.surnames.get(skeleton(fold))
        word.starts_name = word.names is not None or word.cap
        word.verbal = bool(word.kinds or word.phrasal or word.cls & (AUX | MODAL | TO))
        word.markers = self.markers.get(fold)
        word.bare = word_forms(fold)
        word.topics, word.topics_open = split_nodes(self._read_topics(fold))
        if not (word.cls or word.kinds or word.noun or word.names or word.topics or first.isupper()) and len(fold) > 6:
            part = self._unglue(fold)
            if part:
                return self._analyse(part)
        word.hot = bool(
            word.frames
            or word.phrasal
            or word.adj_frame
            or fold in ATTRIBUTING
            or word.noun is not None
            and word.noun.owned
        )
        return word

    def _unglue(self, fold: str) -> str:
        """The word that matters of two that lost their blank: "importanceof", "saidthat", "totheillegal"."""
        for lead in _GLUED_BEFORE:
            if fold.startswith(lead + "the"):
                return lead
        for tail in _GLUED_BEHIND:
            head = fold.removesuffix(tail)
            if head != fold and head in (self.verbs if tail in ("that", "the") else self.nouns):
                return head
        return ""

    def _read_verb(self, word: Word, fold: str) -> None:
        word.phrasal = self.phrasal.get(fold)
        known = self.verbs.get(fold)
        if known is not None:
            word.lemma, word.kinds = known
            word.frames = self.frames.get(word.lemma)
            word.nounish = fold in self.nounish
        elif word.cap:
            pass  # "Ahmed", "Manning": a name, where the codebook does not know it for a verb
        elif fold.endswith("ed") and len(fold) > 4 and "-" not in fold and not word.cls and not fold.endswith("eed"):
            word.lemma, word.kinds = fold, PAST | PART
        elif fold.endswith("ing") and len(fold) > 5 and "-" not in fold and not word.cls:
            word.lemma, word.kinds = fold, ING
        if word.cls & (AUX | MODAL) and fold not in ("did", "do", "does"):
            word.frames = None

    def _read_topics(self, fold: str) -> tuple[Node, ...]:
        found = []
        for form in word_forms(fold):
            if form in self.topic_words:
                found.append(self.topic_words[form])
            for length in range(2, min(len(form), 14) + 1):
                if form[:length] in self.topic_stems:
                    found.append(self.topic_stems[form[:length]])
        return tuple(found)


def word_forms(fold: str) -> tuple[str, ...]:
    """Return the forms in which a word may stand in a topic term: itself, and its parts round a hyphen.

    Examples
    --------
    >>> word_forms("north-east")
    ('north-east', 'northeast')
    """
    return (fold, fold.replace("-", "")) if "-" in fold else (fold,)


def _make_blank(fold: str) -> Word:
    """Return a word of which nothing is known but its spelling."""
    word = Word()
    word.fold = fold
    word.bare = (fold,)
    word.lemma = word.adjective = ""
    word.cls = word.kinds = word.lists = 0
    word.frames = word.phrasal = word.noun = word.adj_frame = word.names = word.person = word.markers = None
    word.topics = word.topics_open = ()
    word.cap = word.nounish = word.hot = word.mark = word.verbal = word.starts_name = word.divides = False
    return word


def _fold_term(term: str) -> list[str]:
    return [fold_english(part) for part in term.replace("'s", " 's").split()]


__all__ = ["BASE", "ING", "PART", "PAST", "THIRD", "Lexicon", "Word", "word_forms"]
