"""Verbal nouns that are added to a clause: ", with rejection of …", "and the demand to …", "among them praise of …"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.acts import read_coordinated_nouns
from astana_study.coding.arabic.arguments import COMMAS
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, end_before, finish_draft, open_complement
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.lists import BRINGING
from astana_study.coding.arabic.words import ADJ, COMP, LISTING, PREP, PUNCT, REL, Reading, Word
from astana_study.coding.draft import Draft, Holder, unplace

CLOSED: Final = {"condemn", "reject", "deny", "concern", "accuse", "welcome"}
"""Acts whose content cannot take in what is demanded or stressed: "and the demand to" is then an act of its own."""


ADDING: Final = {"اضافه", "بالاضافه", "فضلا", "علاوه"}
"""Words before a preposition with which something is added: besides."""
OPENING: Final = {"condemn", "reject", "deny", "concern", "accuse", "call", "affirm", "agree", "warn", "commit"}
"""Acts that the noun of a line without a verb can do."""
THERE: Final = {"هناك", "هنالك", "ثمه"}
"""Words behind which what there is stands: "there is agreement on", "there are those who say"."""
EXISTING: Final = {"تأكيد", "أكد", "تشديد", "شدد", "اتفاق", "اتفق", "توافق", "إجماع", "أجمع", "إصرار"}
"""Nouns of what there is among those who met."""
PRAISING: Final = {"رحب", "أشاد", "ترحيب", "إشادة"}
"""Nouns of praise that the noun of a line without a verb can be."""
EXCEPTING: Final = {"سوي", "الا", *THERE}
"""Words behind which an indefinite noun of act stands: "nothing but rejection of"."""
LISTED: Final = ("reported", "nominal")
"""Modes of a content that is a list of nouns."""
DEMANDING: Final = {"call", "reject", "condemn"}
"""Acts that are claims of their own in a list that a text affirms: ", and the call for"."""
REFUSING: Final = {"reject", "condemn"}
"""Acts that no plain content can take in: ", and rejection of" is one of its own."""


def read_added_noun(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Read a verbal noun without an owner that is added to a clause; whoever acts there acts here too."""
    words, sentence = walk.words, walk.sentence
    led = sentence.first < i < sentence.first + 9 and words[i - 1].cls & PUNCT and not walk.drafts and (
        words[i - 1].fold in ("..", ":", "…") or _is_listed(walk, i)
    )  # fmt: skip
    if (i == sentence.first or led) and i + 2 < sentence.last:
        return read_opening_noun(grammar, walk, i, word)
    if i + 1 >= sentence.last or i == sentence.first:
        return False
    if words[i - 1].rest in THERE:
        return read_brought_noun(grammar, walk, i, word)
    if i - 2 < sentence.first:
        return False
    if word.fold[0] == "ك" or words[i - 1].lists & BRINGING or words[i - 2].rest in ADDING:
        return read_brought_noun(grammar, walk, i, word)
    if word.fold[0] != "و" and words[i - 1].fold != "مع" and not words[i - 1].cls & LISTING:
        return False
    noun = next((r for r in word.nouns if r.lemma in grammar.verbs and not r.owner and not r.prep), None)
    if noun is None or not _governs(grammar, walk, noun, i):
        return False
    before, start = words[i - 1], i - 1
    running = next((d for d in reversed(walk.drafts) if d.opened or d.content_end > sentence.starts[start - 1]), None)
    if before.cls & LISTING and not noun.conj:
        holder, depth = _find_holder(walk, running), len(walk.levels) - 1
    elif running is None or running.holder is None:
        return False
    elif before.fold == "مع" and (words[i - 2].fold in COMMAS or noun.definite) and not noun.conj:
        holder, depth = running.holder, running.depth
    elif noun.conj == "و" and (
        noun.definite and running.act in CLOSED and not before.cls & ~ADJ
        or noun.definite and before.fold in COMMAS and running.opened and running.mode in LISTED and (
            grammar.noun_act[noun.lemma] in DEMANDING
        )
        or not noun.definite and before.fold in COMMAS and running.opened and grammar.noun_act[noun.lemma] in REFUSING
    ):  # fmt: skip
        holder, depth, start = running.holder, running.depth, i if noun.definite else i - 1
    else:
        return False
    if holder is None:
        return False
    if start == i or before.fold == "مع" or before.fold in COMMAS:
        for draft in walk.drafts:
            if draft.depth >= depth and draft.rule != "ar.verb.in-text":
                end_before(walk, draft, start)
    draft = Draft(cue_start(walk, i, noun), sentence.ends[i], noun.lemma, grammar.noun_act[noun.lemma], "nominal",
                  "ar.noun.added", holder, depth=depth)  # fmt: skip
    open_complement(walk, draft, i, noun)
    if draft.content_start < 0:
        return False
    draft.holder_how = "coordinated subject"
    finish_draft(walk, draft, unplace(holder), "coordinated subject")
    read_coordinated_nouns(grammar, walk, draft, i, owner=False)
    return True


def _is_listed(walk: Walk, i: int) -> bool:
    """Tell whether nothing but a number or a bullet stands before word `i`."""
    return all(
        walk.words[k].fold.isdigit() or walk.words[k].cls & PUNCT and walk.words[k].fold not in ('"', "“", "«")
        for k in range(walk.sentence.first, i)
    )  # fmt: skip


def read_opening_noun(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Read the noun of act that a line without a verb is about: "Condemnation of the shelling", "Agreement on"."""
    words, sentence = walk.words, walk.sentence
    noun = next((r for r in word.nouns if r.lemma in grammar.noun_act and not (r.owner or r.prep)), None)
    act = grammar.noun_act[noun.lemma] if noun is not None else ""
    place = i
    while place + 2 < sentence.last and words[place + 1].nominal and not words[place + 1].glue and (
        words[place + 1].cls & ADJ or words[place + 1].fold[-1:] == "ي" or words[place + 1].fold[-2:] == "يه"
    ) and words[place + 1].article == word.article:  # fmt: skip
        place += 1  # "popular rejection of"
    following = words[place + 1]
    of = act in CLOSED and (following.glue == "ل" or following.prep == "ل") and noun is not None
    if noun is None or act not in OPENING and noun.lemma not in PRAISING or not (
        of and noun.lemma in grammar.nouns or _governs(grammar, walk, noun, place)
    ) or any(_acts(walk, k) for k in range(sentence.first, sentence.last)):  # fmt: skip
        return False
    holder = None if word.fold.endswith("ات") or place > i else PARTICIPANTS
    draft = Draft(cue_start(walk, i, noun), sentence.ends[i], noun.lemma, act, "nominal", "ar.noun.added", holder)
    open_complement(walk, draft, place, noun)
    draft.holder_how = "none"
    if draft.content_start >= 0:
        finish_draft(walk, draft, holder, "none")
        read_coordinated_nouns(grammar, walk, draft, place, owner=False)
    return draft.content_start >= 0


def _acts(walk: Walk, k: int) -> bool:
    """Tell whether a word is a verb of the main clause, not one of a relative clause."""
    word = walk.words[k]
    return bool(word.verbs and not (word.nouns or word.names or word.cls)) and k not in walk.sentence.inside and not (
        k > walk.sentence.first and walk.words[k - 1].cls & (REL | COMP)
    )  # fmt: skip


def read_brought_noun(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Read a noun of act behind a preposition: nothing but condemnation of, after the demand for, such as the call."""
    before = walk.words[i - 1]
    like = word.fold[0] == "ك"
    there = before.rest in THERE
    noun = next((r for r in word.nouns if (r.lemma in grammar.verbs or there and r.lemma in EXISTING)
                 and not r.owner and (r.prep == "ك") == like), None)  # fmt: skip
    act = grammar.noun_act.get(noun.lemma, "") if noun is not None else ""
    done = noun is not None and noun.lemma in EXISTING if there else act in CLOSED or act in ("call", "affirm")
    if noun is None or not done or not _governs(grammar, walk, noun, i):
        return False
    if not noun.definite and before.rest not in EXCEPTING:
        return False
    running = next((d for d in reversed(walk.drafts) if d.content_end > walk.sentence.starts[i - 1]), None)
    holder = _find_holder(walk, running) or PARTICIPANTS
    draft = Draft(cue_start(walk, i, noun), walk.sentence.ends[i], noun.lemma, act, "nominal", "ar.noun.added", holder,
                  depth=len(walk.levels))  # fmt: skip
    open_complement(walk, draft, i, noun)
    if draft.content_start < 0:
        return False
    draft.holder_how = "coordinated subject"
    finish_draft(walk, draft, unplace(holder), "coordinated subject")
    return True


def _find_holder(walk: Walk, running: Draft | None) -> Holder | None:
    return running.holder if running is not None and running.holder else walk.levels[-1].subject


def _governs(grammar: Grammar, walk: Walk, noun: Reading, i: int) -> bool:
    """Tell whether the noun has what its verb governs: its preposition, or an object in the genitive."""
    frames, following = grammar.verbs.get(noun.lemma), walk.words[i + 1]
    if frames is None:
        return following.cls & PREP > 0 and following.fold in ("الي", "علي", "من") or following.glue in ("ب", "ل")
    if frames.light or noun.lemma not in grammar.noun_act:
        return False
    if following.cls & PREP and following.fold in frames.openers or following.glue in frames.openers and following.glue:
        return True
    return bool(frames.object in CLOSED - {"welcome"} and not noun.definite and not following.cls & (PREP | COMP))
