"""Claims whose cue is no verb: dummy verbs with their nouns, verbal nouns, attribution phrases."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import PERFECT
from astana_study.coding.arabic.acts import act_of, noun_act, read_coordinated_nouns
from astana_study.coding.arabic.allegations import ABOUT, claim_allegation, find_alleger
from astana_study.coding.arabic.arguments import COMMAS, Arguments, read_arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.company import CARRIED, find_owner
from astana_study.coding.arabic.content import (
    cue_start,
    end_at_predicate,
    end_before,
    find_limit,
    finish_draft,
    may_describe,
    open_complement,
    open_content,
    set_content,
    tell_direct,
)
from astana_study.coding.arabic.frames import NO_FRAMES
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.lists import LACKING, SURNAMES
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.words import (
    ADJ,
    ADV,
    BACKGROUND,
    COMP,
    PREP,
    PUNCT,
    RELAY,
    SAYING,
    TIME,
    Reading,
    Word,
)  # fmt: skip
from astana_study.coding.draft import Draft, Holder
from astana_study.coding.entities import Entity

ISSUED: Final = {"إعلان": "عن", "توقيع": "علي"}
"""Nouns that can name a text or its making, and the preposition that shows an act."""
CALLING: Final = ("person", "role", "capital")
"""Uses of names for those who call rather than are called upon."""
INVITED: Final = {"حضور", "مشاركه", "اجتماع", "مؤتمر", "موتمر", "حوار", "جوله", "لقاء", "زياره", "قمه", "جلسه"}
"""What one is invited to."""
OBJECTED: Final = ("reject", "deny", "condemn")
"""Acts of nouns behind whose owner their object can stand bare."""
PROMISES: Final = {"وعود", "تعهدات"}
"""Nouns that with an owner alone name things."""
OWNERS: Final = {"ه": "m", "ها": "f", "هم": "p", "هما": "d", "نا": "1", "ي": "1", "هن": "p"}
"""What an owner's pronoun asks of the holder it stands for."""


def read_dummy(grammar: Grammar, walk: Walk, i: int, word: Word, depth: int) -> bool:
    """تم الاتفاق على …, جرى بحث …: a dummy verb with its verbal noun; nobody is named."""
    words, sentence = walk.words, walk.sentence
    place = i + 1
    while place < sentence.last and words[place].cls & (ADV | TIME | PREP) and place < i + 5:
        if words[place].cls & PREP:
            phrase = read_phrase(sentence, place + 1, sentence.last)
            place = phrase.j if phrase else place + 1
        else:
            place += 1
    if place >= sentence.last or walk.is_negated(i) or place in sentence.inside:
        return False
    noun = next((r for r in words[place].nouns if r.lemma in grammar.verbs and not r.conj), None)
    if noun is None:
        return read_talk(walk, i, word, place, depth)
    frames = grammar.verbs[noun.lemma]
    arguments = read_arguments(sentence, place, frames, find_limit(walk))
    act, opens = act_of(walk, frames, arguments, arguments.phrases, noun)
    if not act or act == "light":
        act = grammar.noun_act.get(noun.lemma, "")
        if not act:
            return False
    reading = word.verbs[0]
    adjacent = place == i + 1
    draft = Draft(cue_start(walk, i, reading), sentence.ends[place if adjacent else i], noun.lemma, act,
                  "nominal", "ar.dummy", PARTICIPANTS, depth=depth)  # fmt: skip
    if opens == "that":
        set_content(walk, draft, arguments.at + 1)
    elif opens in ("prep", "object prep"):
        open_content(walk, draft, arguments.at, arguments.opener)
    else:
        open_complement(walk, draft, place, noun)
    holder, how = (walk.chapeau, "chapeau") if walk.chapeau else (PARTICIPANTS, "none")
    if not frames.object and adjacent:
        phrase = read_phrase(sentence, place + 1, arguments.at if arguments.at >= 0 else sentence.last)
        owner = walk.holder_of(phrase) if phrase is not None and phrase.known else None
        if owner is not None and owner.kind != "holder":
            holder, how = owner, "explicit subject"  # تمت موافقة روسيا على
    draft.holder_how = how
    finish_draft(walk, draft, holder, how)
    draft.opened = draft.content_start >= 0
    walk.consumed.add(place)
    read_coordinated_nouns(grammar, walk, draft, place, owner=False)
    return True


def read_talk(walk: Walk, i: int, word: Word, place: int, depth: int) -> bool:
    """جرى الحديث عن …: there was talk of something; "the talk is of" says what something is."""
    words, sentence = walk.words, walk.sentence
    reading = word.verbs[0]
    if words[place].rest != "الحديث" or reading.kind != PERFECT or place + 2 >= sentence.last:
        return False
    at = place + 1 + (words[place + 1].cls & ADV > 0)
    if words[at].fold not in ABOUT:
        return False
    end = sentence.ends[place if place == i + 1 else i]
    draft = Draft(cue_start(walk, i, reading), end, "حديث", "discuss", "nominal", "ar.dummy", PARTICIPANTS, depth=depth)
    open_content(walk, draft, at, words[at].fold)
    draft.holder_how = "none"
    finish_draft(walk, draft, PARTICIPANTS, "none")
    return True


def _rides_on_cue(walk: Walk, i: int) -> bool:
    """تابع بقوله, مردفا قوله إن: the word before it is the cue already."""
    return any(walk.sentence.starts[i] > draft.cue_end > walk.sentence.starts[i] - 60 and draft.content_start >= 0
               and draft.content_start > walk.sentence.ends[i] for draft in walk.drafts)  # fmt: skip


def read_noun(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """رفضها, إدانة موسكو, قوله إن: a verbal noun with an owner and what it governs. Tells whether it had an owner."""
    sentence, words = walk.sentence, walk.words
    for noun in word.nouns:
        frames = grammar.nouns.get(noun.lemma)
        saying = noun.lemma in ("قول", "قال") and (noun.owner or says(walk, i))
        if frames is not None and frames.noun == "claim" and not noun.owner:
            held = find_alleger(walk, i, noun)
            if held is not None:
                return claim_allegation(walk, i, noun, *held)
        if not saying and (frames is None or not frames.owned) or noun.definite:
            continue
        if word.lists & SURNAMES and noun.owner == "ي" and i > sentence.first and not (
            words[i - 1].verbs or words[i - 1].cls & PREP
        ):  # fmt: skip
            return True  # a surname
        if i > sentence.first and (words[i - 1].cls & BACKGROUND or words[i - 1].lists & LACKING):
            return True  # "it is expected that X will affirm", "the lack of its commitment to"
        if saying and ((word.cls & SAYING or noun.owner) and _rides_on_cue(walk, i) or i > sentence.first and (
            words[i - 1].rest == "حد"
        )):  # fmt: skip
            return True
        holder = None
        how = "pronoun"
        place = i
        if saying and not noun.owner:
            phrase = read_phrase(sentence, i + 1, find_limit(walk))
            holder, how = walk.holder_of(phrase) if phrase is not None else None, "explicit subject"
        elif noun.owner:
            gender = OWNERS.get(noun.owner, "m")
            holder = find_teller(grammar, walk, i)
            how = "explicit subject" if holder else "pronoun"
            if saying or holder is not None:
                walk.set_subject(holder, "", 0)
            holder = holder or find_owner(walk, i, gender) or walk.resolve(gender, first_person=gender == "1")
            if noun.lemma in ISSUED and not is_own_complement(grammar, walk, noun, i + 1):
                return True  # "will be signed": the pronoun is the object
            if noun.lemma in PROMISES and (
                noun.prep or not CARRIED.isdisjoint(words[i - 1].bare) or not promises(walk, i + 1)
            ):  # fmt: skip
                return True  # promises as things: "its domestic promises after"
        else:
            quote = sentence.quote_at.get(i + 1)
            entity = sentence.entity_at.get(i + 1 if quote is None else quote.i)
            if quote is not None and (entity is None or entity.j != quote.j):
                continue
            if frames is None or frames.by_pronoun and not calls_for(walk, entity):
                continue
            if entity is None or entity.proclitic or entity.entry.use in ("source", "agency"):
                continue
            else:
                phrase = read_phrase(sentence, i + 1, find_limit(walk))
                holder = walk.holder_of(phrase) if phrase else None
                if holder is None or phrase is None:
                    continue
                how = "explicit subject"
                beside = sentence.quote_at.get(phrase.j)
                place = beside.j if beside is not None and beside.kind == "name" else phrase.j - 1
                if not is_own_complement(grammar, walk, noun, place + 1) or (
                    noun.lemma in PROMISES and not promises(walk, place + 1)
                ):  # fmt: skip
                    continue
        act = "state" if saying else noun_act(grammar, walk, noun, place)
        light = next((r for r in words[i - 1].nouns if grammar.verbs.get(r.lemma, NO_FRAMES).light), None) if (
            i > sentence.first and noun.owner
        ) else None  # fmt: skip
        begin = cue_start(walk, i - 1, light) if light else cue_start(walk, i, noun)
        draft = Draft(begin, sentence.ends[i], noun.lemma, act, "nominal",
                      "ar.noun.saying" if saying else "ar.noun.owner", holder, depth=len(walk.levels))  # fmt: skip
        open_complement(walk, draft, place, noun)
        if draft.content_start < 0 or saying and not words[i + 1].cls & COMP or (
            is_plain_object(walk, place, how)
        ):  # fmt: skip
            if saying:
                finish_saying(walk, draft, i, holder, how)
            return True
        if saying and words[i + 1].cls & COMP:
            draft.depth = len(walk.levels) - 1
            draft.opened = True
            tell_direct(walk, draft, i + 2)
            draft.mode = "nominal"
        if noun.conj and how == "explicit subject" and words[i - 1].cls & PUNCT and walk.levels[-1].opened_by:
            walk._close_siblings(i)  # ", and the resolve of the states to"
        elif noun.conj == "و" and noun.owner and words[i - 1].fold in COMMAS and walk.drafts and not saying:
            last = walk.drafts[-1]
            if last.opened and last.mode == "reported" and last.act in ("affirm", "state", "discuss"):
                end_before(walk, last, i)  # ", and its rejection of"
                holder = draft.holder = last.holder
        if not saying:
            end_at_predicate(walk, draft, i)
        draft.holder_how = how
        finish_draft(walk, draft, holder, how)
        if saying and i + 1 < sentence.last and words[i + 1].cls & COMP:
            walk.open(draft, Arguments(opener="that", at=i + 1), holder)
        return True
    return False


def calls_for(walk: Walk, entity: Entity | None) -> bool:
    """Tell whether "the call of X to" is X's, for what is called for; else X is invited: to take part, to the talks."""
    if entity is None or entity.j + 2 >= walk.sentence.last or entity.entry.use not in CALLING and (
        entity.entry.actor_id not in ("UN", "UNSC", "EU")
    ):  # fmt: skip
        return False
    prep, aim = walk.words[entity.j], walk.words[entity.j + 1]
    return prep.fold == "الي" and aim.nominal and not (
        aim.article or aim.names or aim.place or aim.fold in INVITED or aim.fold.endswith("ات")
    )  # fmt: skip


def says(walk: Walk, i: int) -> bool:
    """Tell whether "saying" has somebody behind it and then "that": بعد قول مسؤولين إن."""
    phrase = read_phrase(walk.sentence, i + 1, walk.sentence.last) if i + 1 < walk.sentence.last else None
    if phrase is None or walk.words[i].rest.endswith("ا"):
        return False
    behind = walk.words[phrase.j : min(phrase.j + 4, walk.sentence.last)]
    return any(word.cls & COMP and word.rest.startswith("ان") for word in behind)


def is_own_complement(grammar: Grammar, walk: Walk, noun: Reading, j: int) -> bool:
    """Whether what follows "the call of X" is what a call governs; else X may be its object ("inviting X")."""
    if noun.lemma in ISSUED and j < walk.sentence.last:
        following = walk.words[j]
        told = following.fold == ISSUED[noun.lemma] or following.cls & COMP > 0
        return told or not noun.owner and following.nominal and not following.cls & PREP
    if noun.lemma not in grammar.noun_preps or j >= walk.sentence.last:
        return True
    word = walk.words[j]
    preps = grammar.noun_preps[noun.lemma]
    return word.fold in preps or bool(word.cls & COMP) or word.fold[:1] in preps and not word.cls & ~ADJ


def promises(walk: Walk, j: int) -> bool:
    """Tell whether what is promised follows, an adjective or two between: "its repeated promises of"."""
    words, last = walk.words, walk.sentence.last
    while j < last - 1 and words[j].article and words[j].nominal and not words[j].prep:
        j += 1
    return j < last and (words[j].glue == "ب" and words[j].rest != "بموجب" or words[j].cls & COMP > 0)


def _that_behind(words: list[Word], j: int, last: int) -> bool:
    return j < last and bool(words[j].cls & COMP) and not words[j].conj


def finish_saying(walk: Walk, draft: Draft, i: int, holder: Holder | None, how: str) -> None:
    """Finish قوله: «…» and قوله للصحفيين إن …: the words stand behind a colon, a mark or an aside."""
    sentence, words = walk.sentence, walk.words
    j = i + 1
    while j < min(i + 8, sentence.last) and not words[j].cls & COMP:
        aside = sentence.quote_at.get(j)
        if aside is not None and not (aside.kind == "name" or _that_behind(words, aside.j + 1, sentence.last)):
            break
        j = j + 1 if aside is None else aside.j + 1
    if j < sentence.last and words[j].cls & COMP:
        set_content(walk, draft, j + 1)
        tell_direct(walk, draft, j + 1)
        draft.mode = "nominal"
        draft.depth = len(walk.levels) - 1
        draft.holder_how = how
        finish_draft(walk, draft, holder, how)
        walk.open(draft, Arguments(opener="that", at=j), holder)
        return
    quote = sentence.quote_at.get(j)
    if quote is None:
        return
    draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
    draft.opened = False
    draft.holder_how = how
    finish_draft(walk, draft, holder, how)
    walk.open(draft, Arguments("quote", j, quote), holder)


def _relays(grammar: Grammar, word: Word) -> bool:
    return word.cls & RELAY > 0 or any(grammar.verbs.get(verb.lemma, NO_FRAMES).relay for verb in word.verbs)


ASCRIBING: Final = {"نسب", "نسبت", "تنسب", "ينسب", "نسبوا"}
"""Forms of "ascribed to"."""


def find_teller(grammar: Grammar, walk: Walk, i: int) -> Holder | None:
    """نقلت الوكالة عن X قوله, نسبت إلى X قوله: the phrase behind the preposition."""
    words, sentence = walk.words, walk.sentence
    for k in range(i - 1, max(sentence.first, i - 22) - 1, -1):
        ascribed = words[k].rest == "الي" and any(
            word.fold.removeprefix("و") in ASCRIBING for word in words[max(sentence.first, k - 10) : k]
        )
        if words[k].rest == "عن" or ascribed:
            if not ascribed and not any(_relays(grammar, word) for word in words[max(sentence.first, k - 10) : k]):
                return None  # "to defend X", not "from X"
            phrase = read_phrase(sentence, k + 1, i, greedy=True)
            return walk.holder_of(phrase) if phrase else None
        if words[k].cls & COMP:
            return None
    return None


def is_plain_object(walk: Walk, place: int, how: str) -> bool:
    """A noun without the preposition or object it governs only names a thing."""
    following = walk.words[place + 1] if place + 1 < walk.sentence.last else None
    if following is None:
        return True
    entity = walk.sentence.inside.get(place + 1)
    if following.cls & PREP and following.fold in ("في", "خلال", "بعد", "قبل", "مع", "بين", "عبر", "لدي", "حتي"):
        return True
    own = following.nominal and len(following.rest) > 4 and following.rest.endswith(("ها", "هم"))
    governed = own or following.cls & (PREP | COMP) or following.prep or entity or following.fold[:1] in "بل"
    return how == "explicit subject" and not governed and not _is_object(walk, place, following)


def _is_object(walk: Walk, place: int, following: Word) -> bool:
    """Tell whether a definite noun behind the owner is what is rejected or denied: "the refusal by X to take part"."""
    words = walk.words
    k = place
    while k > walk.sentence.first and k in walk.sentence.inside:
        k -= 1
    noun = words[k]
    if not any(walk.grammar.verbs.get(reading.lemma, NO_FRAMES).object in OBJECTED for reading in noun.nouns):
        return False
    return following.article and following.nominal and not (following.cls or following.conj or following.names) and (
        not may_describe(following, noun.fold.endswith(("ه", "ات")))
    )  # fmt: skip
