"""Which act a cue carries: by the frame that is filled, and by a performative noun in its complement."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT
from astana_study.coding.arabic.arguments import Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, end_before, finish_draft, open_complement
from astana_study.coding.arabic.frames import NO_FRAMES, Frames
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.phrases import QUOTE_MARKS, Phrase
from astana_study.coding.arabic.words import ADJ, ADV, COMP, DEM, PREP, PUNCT, Reading, Word
from astana_study.coding.draft import Draft, Holder, unplace

CONTAINING: Final = {"تضمن", "شمل", "اشتمل", "احتوى"}
"""Verbs of a text that contains something: what it contains is what it states, whatever noun begins it."""
CHAINED: Final = {"تأكيد", "تشديد", "أكد", "شدد"}
PRINCIPLES: Final = (
    "سياد", "وحد", "استقلال", "سلام", "قرار", "ميثاق", "مباد", "اتفاق", "نظام", "مخرجات", "مسار", "صيغه",
    "عمليه",
)  # fmt: skip
"""How the nouns begin to which a commitment is one of principle, not of action."""


SELF: Final = {"نفسه", "نفسها"}
"""Words that show that somebody holds it of himself."""
KEEPING: Final = {"حفاظ", "محافظه", "احترام", "صون"}
"""Words before the principle that is kept."""


def is_phrase(words: list[Word], phrase: tuple[str, ...]) -> bool:
    """Whether the words are those of an idiom, the last with a pronoun behind it or without."""
    return len(words) == len(phrase) and all(
        word.rest == part or place == len(phrase) - 1 and word.rest.startswith(part) and len(word.rest) <= len(part) + 2
        for place, (word, part) in enumerate(zip(words, phrase, strict=True))
    )


def find_idiom(walk: Walk, frames: Frames, arguments: Arguments) -> tuple[int, int, str] | None:
    """Return the word behind the words of an idiom, how many they are, and its act."""
    for i in (*(phrase.i for phrase in arguments.phrases[:2]), arguments.at):
        for parts, act in frames.phrases:
            if i >= 0 and is_phrase(walk.words[i : i + len(parts)], parts):
                return i + len(parts), len(parts), act
    return None


def act_of(
    walk: Walk, frames: Frames, arguments: Arguments, phrases: list[Phrase], reading: Reading
) -> tuple[str, str]:
    """Return ``(act, what opens the content)`` for the frame that is filled; empty where none is."""
    opener = arguments.opener
    if frames.lemma == "ادعى" and opener == "" and reading.kind == IMPERFECT and phrases and (
        walk.sentence.surfaces[phrases[0].i - 1].endswith("ى")
    ):  # fmt: skip
        return "", ""  # "whose name is"
    if frames.phrases:
        idiom = find_idiom(walk, frames, arguments)
        if idiom is not None or frames.idiom:
            return (idiom[2], "phrase") if idiom else ("", "")
    if opener == "that":
        return (frames.that, "that") if frames.that else ("", "")
    if opener == "colon" and frames.object and not frames.quote and phrases and not phrases[0].head_entity:
        return frames.object, "object"  # "proposed the idea of four zones: in X, in Y"
    if opener in ("quote", "colon"):
        act = frames.quote or frames.that
        return (act, opener) if act else ("", "")
    if opener and frames.object and phrases and _governs_it(walk, phrases[-1], arguments):
        return frames.object, "object"  # "stressed the resolve of X to"
    if opener:
        told = walk.words[arguments.at].cls & COMP and arguments.phrases  # "described X as being"
        if (phrases or reading.owner or told) and frames.object_preps:
            for prep, act in frames.object_preps:
                if prep == opener:
                    return act, "object prep"
        if opener == "في" and frames.object and phrases and not reading.owner:
            return frames.object, "object"  # discussed X in Y
        for prep, act in frames.preps:
            if prep == opener:
                return act, "prep"
        if opener in frames.light:
            return "light", "prep"
    if frames.object and phrases and (frames.that or not reading.owner):
        return frames.object, "object"
    if "np" in frames.light and phrases:
        return "light", "object"
    if frames.object_preps and phrases:
        for prep, act in frames.object_preps:
            if prep.startswith("مسوول"):
                for k in range(phrases[0].i, min(arguments.stop + 4, walk.sentence.last)):
                    if walk.words[k].fold.removeprefix("ال").startswith("مسوولي"):
                        return act, "object"
    if reading.owner and frames.object:
        return frames.object, "owner"
    return "", ""


def _governs_it(walk: Walk, phrase: Phrase, arguments: Arguments) -> bool:
    """Tell whether the preposition behind a phrase is that of the noun with which it begins."""
    word = walk.words[phrase.i]
    if not word.performs or word.article or phrase.j != arguments.at or phrase.i in walk.sentence.inside:
        return False
    noun = choose_noun(walk.grammar, word)
    if noun is None or noun.definite or phrase.j < phrase.i + 2:
        return False
    frames = walk.grammar.verbs.get(noun.lemma)
    return arguments.opener == "علي" or frames is not None and any(p == arguments.opener for p, _ in frames.preps)


def choose_noun(grammar: Grammar, word: Word) -> Reading | None:
    """The reading as a noun with an entry of its own comes before one as a verb's noun."""
    found = [r for r in word.nouns if r.lemma in grammar.noun_act and not r.conj]
    if len(found) > 1 and word.owned:
        found.sort(key=lambda r: not r.owner)  # مطالبها: with its owner
    return next((r for r in found if r.lemma in grammar.nouns), found[0] if found else None)


def noun_act(grammar: Grammar, walk: Walk, noun: Reading, place: int) -> str:
    """Return the act of a noun; a commitment to a principle affirms, a commitment to do something commits."""
    act = grammar.noun_act[noun.lemma]
    if noun.lemma in ("التزام", "التزامات", "التزم"):
        for k in range(place + 1, min(place + 6, walk.sentence.last)):
            rest = walk.words[k].fold
            for prefix in ("بال", "ب", "ال"):
                rest = rest.removeprefix(prefix)
            if any(rest.startswith(stem) for stem in PRINCIPLES):
                return "affirm"
            if not walk.words[k].cls & (ADJ | ADV | PUNCT | PREP) and rest not in KEEPING:
                break
    return act


def is_bare(walk: Walk, place: int, frames: Frames) -> bool:
    """ "Stressed rejection of sanctions": a performative noun with its object, no other actor being its owner."""
    entity = walk.sentence.entity_at.get(place + 1)
    return frames.owned and frames.noun not in ("state", "call", "claim") and (
        entity is None or entity.entry.actor_id in ("PARTICIPANTS", "GUARANTORS")
    )  # fmt: skip


def owned_by_holder(walk: Walk, draft: Draft, place: int) -> int:
    """The support *of his country*: how many words the owner has that names the holder; 0 where none does."""
    entity = walk.sentence.entity_at.get(place + 1)
    if entity is None or entity.proclitic:
        return 0
    own = draft.holder is not None and (
        draft.holder.actors == (entity.entry.actor_id,)
        or draft.holder.actors == ("UN_ENVOY",) and entity.entry.actor_id == "UN"
    )
    following = walk.words[entity.j] if entity.j < walk.sentence.last else None
    body = entity.entry.actor_id in ("PARTICIPANTS", "GUARANTORS") and following is not None and not (
        following.cls & PUNCT or following.conj
    )  # fmt: skip
    return entity.j - entity.i if own or body or entity.entry.use == "anaphor" else 0


def act_names_thing(walk: Walk, grammar: Grammar, noun: Reading, place: int) -> bool:
    """Tell whether a noun of agreement with its article names a text: "spoke of the Russian-Turkish agreement"."""
    if not noun.definite or grammar.noun_act.get(noun.lemma) != "agree" or place + 1 >= walk.sentence.last:
        return False
    following = walk.words[place + 1]
    return not (following.cls & (PREP | COMP) or following.glue or following.prep)


def apply_noun(grammar: Grammar, walk: Walk, draft: Draft, i: int, arguments: Arguments, opens: str,
               phrases: list[Phrase], *, light: bool) -> bool:  # fmt: skip
    """Let a performative noun in the complement decide the act; False where a light verb has none."""
    words, sentence = walk.words, walk.sentence
    if opens == "object":
        owned = (p.i for p in phrases if words[p.i].performs and any(r.owner for r in words[p.i].nouns))
        place = next(owned, phrases[0].i)
        walk.consumed.update(phrase.i for phrase in phrases if phrase.i < place)
    else:
        place = arguments.at
        if words[place].cls & PREP or words[place].fold in ("علي", "عن", "الي"):
            place += 1
    if opens == "that" or place >= sentence.last:
        return not light
    while place < sentence.last and (
        words[place].cls & (DEM | ADV) and not words[place].nouns or words[place].fold in QUOTE_MARKS
    ):
        place += 1
    noun = None
    if place < sentence.last and (place not in sentence.inside or sentence.inside[place].entry.use == "weak"):
        noun = choose_noun(grammar, words[place])
    if noun is None and place + 1 < sentence.last and not words[place].cls & PUNCT:
        # "their sincere thanks": an adjective before the noun
        noun = choose_noun(grammar, words[place + 1])
        if noun is not None and noun.owner:
            place += 1
        else:
            noun = None
    if noun is None:
        if light and draft.lemma in ("أعرب", "عبر") and draft.content_start >= 0:
            draft.act = "state"
            return True
        return not light
    frames = grammar.nouns.get(noun.lemma)
    if not light:
        strong = (
            frames is not None
            and (
                noun.owner
                or noun.definite
                or frames.stays
                or owned_by_holder(walk, draft, place)
                or is_bare(walk, place, frames)
            )
            or ((noun.owner or owned_by_holder(walk, draft, place)) and noun.lemma in grammar.noun_act)
        )
        if not strong or frames is not None and frames.noun == "state" and draft.act == "affirm":
            return True
        if draft.lemma in CONTAINING or act_names_thing(walk, grammar, noun, place):
            return True
    if noun.lemma in CHAINED and place + 1 < sentence.last and words[place + 1].owned:
        second = choose_noun(grammar, words[place + 1])  # "repeated their affirmation of their resolve to"
        if second is not None and second.owner and second.lemma in grammar.nouns:
            walk.consumed.add(place)
            noun, place = second, place + 1
    elif noun.lemma in CHAINED and place + 2 < sentence.last and words[place + 1].cls & PREP:
        # "renewed the affirmation of its commitment": the second noun decides
        second = choose_noun(grammar, words[place + 2])
        if second is not None and second.owner and second.lemma in grammar.nouns:
            noun, place = second, place + 2
    act = noun_act(grammar, walk, noun, place + owned_by_holder(walk, draft, place))
    draft.act = act
    draft.rule = "ar.verb.noun"
    if noun.lemma == "خيبة" and place + 2 < sentence.last:
        place += 1  # خيبة أمله
    if frames is not None and frames.stays:
        return True
    adjacent = place == i + 1 or (place == i + 2 and (words[i + 1].cls & PREP or words[i + 1].performs))
    if adjacent:
        draft.cue_end = sentence.ends[place]
    walk.consumed.add(place)
    open_complement(walk, draft, place + owned_by_holder(walk, draft, place), noun)
    read_coordinated_nouns(grammar, walk, draft, place, owner=True)
    return True


def _differs(first: Draft, word: Word) -> bool:
    """Whether a word, were it a verb, would not agree with who acts."""
    return first.holder is not None and not any(agrees(first.holder.gender, reading_gender(v)) for v in word.verbs)


def _follows_comma(walk: Walk, k: int) -> bool:
    """Whether a bare noun behind a comma has its object: "…, and rejection of what it called"."""
    words = walk.words
    if words[k - 1].fold not in ("،", ",") or k + 1 >= walk.sentence.last or not words[k].performs:
        return False
    return words[k + 1].rest == "ما" or bool(words[k + 1].article and not words[k + 1].cls and not words[k].article)


def read_coordinated_nouns(grammar: Grammar, walk: Walk, first: Draft, place: int, *, owner: bool) -> None:
    """أعرب عن رفضه … وإدانته …: each further noun under the same verb is a claim of its own."""
    words, sentence = walk.words, walk.sentence
    for k in range(place + 1, min(place + 30, sentence.last)):
        word = words[k]
        if not word.flagged:
            continue
        if (
            word.fold in (".", "؛")
            or (
                word.conj
                and word.verbs
                and not (first.rule == "ar.noun.added" and word.nouns)
                and not (owner and _follows_comma(walk, k) and _differs(first, word))
                and (not word.nouns or governs_next(grammar, walk, k, word) and not word.nouns[0].owner)
            )
            or word.cls & COMP
        ):
            return
        if k in walk.consumed or sentence.inside.get(k):
            continue
        step = 0
        if word.fold in ("وعن", "وعلي"):
            step = 1
        noun_word = words[k + step] if k + step < sentence.last else word
        led = step or words[k - 1].cls & ADV and words[k - 1].conj
        noun = next((r for r in noun_word.nouns if r.lemma in grammar.noun_act and (r.conj == "و" or led)), None)
        if noun is not None and noun.prep == "ل" and not owner:
            continue  # "condemnation of the shelling and of the support for"
        if noun is None or (owner and not noun.owner and not _follows_comma(walk, k)) or (not owner and noun.owner):
            continue
        frames = grammar.nouns.get(noun.lemma)
        if owner and (frames is None or frames.stays) and noun.lemma not in grammar.verbs:
            continue
        if noun.lemma in grammar.verbs and grammar.verbs[noun.lemma].relay:
            continue  # "and its transport"
        if not owner and noun.lemma not in grammar.verbs and not (frames and frames.owned):
            continue
        walk.close(k, first.depth)
        end_before(walk, first, k)
        draft = Draft(cue_start(walk, k + step, noun), sentence.ends[k + step], noun.lemma,
                      noun_act(grammar, walk, noun, k + step), "nominal", "ar.noun.coordinated", first.holder,
                      depth=first.depth)  # fmt: skip
        open_complement(walk, draft, k + step, noun)
        walk.consumed.add(k + step)
        how = "pronoun" if owner else first.holder_how if first.status == "none" else "coordinated subject"
        finish_draft(walk, draft, first.holder and unplace(first.holder), how)


def is_held(walk: Walk, i: int, reading: Reading, holder: Holder | None, how: str) -> bool:
    """Tell whether "holds to be" is "is held to be": nobody is named who could hold it."""
    if reading.owner or reading.number != "s" or reading.person == 1 or walk.words[i + 1].rest in SELF:
        return False
    return how != "explicit subject" or holder is not None and holder.kind == "unknown"


def is_nominative(walk: Walk, phrase: Phrase, i: int) -> bool:
    """Tell whether the indefinite noun right behind a verb is its subject: its accusative would end in alef."""
    word = walk.words[phrase.i]
    bare = phrase.i == i + 1 and not (word.article or word.owned or walk.sentence.entity_at.get(phrase.i + 1))
    return bare and bool(word.nouns) and not word.rest.endswith(("ا", "ه", "ات", "اء"))


def governs_next(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Whether what follows is what the verb governs, rather than the genitive of a noun."""
    following = walk.words[i + 1] if i + 1 < walk.sentence.last else None
    if following is None:
        return False
    if word.nouns and any(reading.owner for reading in word.nouns):
        framed = [grammar.verbs[r.lemma] for r in word.verbs if r.owner and r.lemma in grammar.verbs]
        if following.cls & COMP:
            return any(frames.that for frames in framed)
        # "and described it as": the pronoun is the object, the preposition follows
        return any(prep in (following.glue, following.fold) for f in framed for prep, _ in f.object_preps)
    if following.nouns and not (following.article or following.cls) and not any(
        grammar.verbs.get(reading.lemma, NO_FRAMES).object for reading in word.verbs
    ):  # fmt: skip
        return False  # "and a halt to the firing"
    return not following.cls & PUNCT or following.fold in QUOTE_MARKS


def share_content(grammar: Grammar, walk: Walk, i: int, reading: Reading, draft: Draft) -> None:
    """يندد ويدين: a verb right before another, with nothing of its own, governs what the second one governs."""
    end = walk.sentence.ends[i - 1]
    for twin in walk.words[i - 1].verbs:
        frames = grammar.verbs.get(twin.lemma, NO_FRAMES)
        act = frames.object or (frames.preps and frames.preps[0][1]) or frames.that
        same = (twin.kind, twin.gender, twin.number) == (reading.kind, reading.gender, reading.number)
        if not act or act == draft.act == "state" or not same or any(d.cue_end == end for d in walk.drafts):
            continue
        first = Draft(cue_start(walk, i - 1, twin), end, twin.lemma, act, draft.mode, draft.rule, draft.holder,
                      draft.status, draft.holder_how, draft.content_start, draft.content_end, draft.direct,
                      draft.depth, draft.opened)  # fmt: skip
        walk.drafts.append(first)
