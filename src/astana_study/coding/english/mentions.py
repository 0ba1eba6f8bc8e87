"""Which names count as mentions: not territory, titles, venues, documents and agencies."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, Clauses
from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    BASE,
    COMMA,
    CONJ,
    DASH,
    DET,
    GENITIVE,
    ING,
    MODAL,
    PART,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    TO,
    Word,
)
from astana_study.coding.english.lists import (
    ACTING,
    ALLIED,
    BEFALLING,
    BODIES,
    GROUPED,
    PRESS,
    RANKS,
    ROLES,
    SENT,
    TALKS,
    UNNAMED_ROLES,
)
from astana_study.coding.english.places import find_list_head, is_place
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.titles import titles_a_person
from astana_study.coding.entities import Entity

DATELINE: Final = {",", "-", "–", "—", "(", ":", "/"}
RIVALS: Final = {"SYR_OPP", "HNC", "SNC"}
TERROR: Final = {"ISIS", "NUSRA", "HTS", "AL_QAEDA"}
SIDES: Final = {"opposition", "regime"}
RULINGS: Final = {"resolution", "resolutions", "charter"}
SILENT: Final = {"holder", "source", "agency", "anaphor", "collective"}


def is_mention(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """Whether a name counts as a mention here: not as territory, title, venue, document or agency."""
    entry = entity.entry
    use = entry.use
    if use == "person":
        return sentence.text[entity.start - 1 : entity.start] != "."  # "R.J.Hassoun": who wrote the page
    if use == "collective":
        verb = clauses.covered.get(entity.j) if clauses is not None else None
        return verb is not None and verb.kind == FINITE  # "the two sides discussed it"
    if use in SILENT or entry.actor_id in ("=", "OTHER", "OUTLET_SOURCE"):
        return False
    words = sentence.words
    first, last = sentence.first, sentence.last
    before = words[entity.i - 1] if entity.i > first else None
    if before is not None and before.fold in ("a", "an", "one", "some") and entity.i - 1 not in sentence.inside:
        end = entity.j if entity.j < last and words[entity.j].lists & UNNAMED_ROLES else entity.j - 1
        of_body = end > entity.i and words[end - 1].lists & BODIES != 0
        if words[end].lists & UNNAMED_ROLES and not of_body and not _is_named(sentence, end + 1):
            return False  # "a UN aide": an unnamed source
    if entity.i <= first + 2 and entity.j < last and entity.end - entity.start > 3:
        named = sentence.text[entity.start : entity.end]
        if named.isupper() and "." not in named:
            after = words[entity.j]
            if after.fold in DATELINE or use == "capital" and after.cap and not after.fold.isupper():
                return False  # a dateline, a newspaper
    if use == "capital" and entity.i <= first + 1 and entity.j + 1 < last and words[entity.j].fold == "(":
        agency = sentence.inside.get(entity.j + 1)
        if agency is not None and agency.entry.use == "agency":
            return False  # "Moscow (AP) — …"
    if entity.j < last and words[entity.j].lists & PRESS and not words[entity.j].kinds & 2:
        return False  # "Syrian state news agency"
    if entry.actor_id == "GUARANTORS" and before is not None:
        if before.cls & POSS or "a" in sentence.folded[max(first, entity.i - 2) : entity.i]:
            return False  # "as a guarantor state": what somebody is; "their three countries"
    if words[entity.i].fold == "regime" and entity.j == entity.i + 1 and before is not None:
        if before.fold in ("this", "that", "whose", "its", "their"):
            return False  # spoken of before
    if use == "capital" or entry.actor_id == "UN" and sentence.folded[entity.j - 1] in ("un", "u.n.", "nations"):
        talks = sentence.inside.get(entity.j)
        if talks is not None and talks.entry.actor_id in ("PARTICIPANTS", "STATEMENT") and talks.entry.use == "holder":
            return False  # "the UN talks", "a UN statement"
        if entity.j < last and talks is None:
            following = words[entity.j]
            if following.fold == "(" and entity.j + 3 < last and words[entity.j + 2].fold == ")":
                if not words[entity.j + 3].cls:
                    return False  # "the Ankara (truce) agreement"
            if not (following.cls or following.kinds or following.cap or following.adj_frame or following.noun):
                return False  # "UN auspices", "a Beirut institute": an adjective
    if entry.actor_id == "CONST_COMMITTEE" and _is_indefinite(sentence, entity):
        return False  # "forming a constitutional committee": there is none yet
    if entity.j == entity.i + 1 and words[entity.i].fold in SIDES and _is_adjunct(sentence, entity, clauses):
        return False  # "opposition areas", "a regime attack"
    if sentence.peopled and titles_a_person(sentence, entity) or _in_document_title(sentence, entity, clauses):
        return False
    if words[entity.i].adjective and entity.j == entity.i + 1 and use == "country" and entity.j < last:
        following = words[entity.j]
        if not following.cls and not following.kinds & 14 and not following.cap and entity.j not in sentence.inside:
            return False  # "US dictates": an adjective
    if (
        entity.j + 1 < last
        and words[entity.j].fold == "'s"
        and any(
            k in sentence.inside and sentence.inside[k].entry.use == "agency"
            for k in range(entity.j + 1, min(last, entity.j + 4))
        )
    ):
        return False  # "Turkey's state-run Anadolu Agency"
    if entity.j < last and _describes(sentence, entity):
        return False
    if words[entity.j - 1].fold == "occupation" and _is_deed(sentence, entity, clauses):
        return False
    if entity.j + 1 < last and words[entity.j].fold == ")" and sentence.starts[entity.j + 1] == sentence.ends[entity.j]:
        if words[entity.j + 1].cls & DASH:
            return False  # "the (PKK)-affiliated party"
    if entity.j < last and words[entity.j].fold == "-" and sentence.starts[entity.j] == entity.end:
        return False  # "U.N.-supervised"
    if entry.actor_id in ("UN", "UNSC", "UNGA") and entity.j < last:
        k = entity.j + (not words[entity.j].cls & GENITIVE and not words[entity.j].verbal)
        if words[entity.j].fold in RULINGS or k < last and words[k].fold in RULINGS:
            return False  # "UN Security Council resolution 2254"
    if entry.actor_id == "SYR_OPP" and before is not None and before.fold == "other" and entity.i - 3 >= first:
        known = sentence.inside.get(entity.i - 3)
        if known is not None and known.entry.actor_id in TERROR:
            return False  # "Islamic State and other armed groups"
    if use in ("country", "capital", "weak") and is_place(sentence, entity):
        return False
    if use == "weak":
        return _weak_counts(sentence, entity, clauses)
    return not (
        use == "country"
        and before is not None
        and before.fold in ("on", "for", "from", "about")
        and (before.fold != "from" or not words[entity.i - 2].lists & SENT)
        and entry.actor_id in ("LBN", "IRQ", "JOR")
    )


def _describes(sentence: Sentence, entity: Entity) -> bool:
    """Whether a name only describes another: "regime ally Russia", "an envoy "to the UN"."""
    words, j = sentence.words, entity.j
    k = j
    if words[k].cls & GENITIVE and k + 1 < sentence.last:
        owned = sentence.inside.get(k + 1)
        if words[k + 1].fold in ("astana", "nur-sultan") or any(
            word.lists & PRESS for word in words[k + 2 : min(sentence.last, k + 4)]
        ):
            return True  # "Kazakhstan's Astana", "Turkey's Hurriyet daily"
        if owned is not None and owned.entry.use == "mention" and owned.entry.actor_id not in (
            entity.entry.actor_id, "UN"
        ):  # fmt: skip
            return True  # "Lebanon's Hezbollah", but "its UN admission"
        k += 1 + (words[k + 1].lists & RANKS != 0)
    if words[k].fold == "member" and words[entity.i - 1].fold in ("a", "an"):
        return True  # "Turkey, a NATO member,"
    if k + 1 < sentence.last and (words[k].lists & ALLIED or words[k].fold == "member"):
        if k + 1 in sentence.inside or words[k + 1].cap:
            return True  # "regime ally Russia", "NATO member Turkey"
    if (
        words[j].lists & GROUPED
        and entity.entry.actor_id in RIVALS
        and words[entity.i - 1].fold in ("main", "largest", "backed")
    ):
        return True
    if entity.entry.actor_id in ("UN", "UNSC") and entity.i - 2 >= sentence.first:
        k = entity.i - 1 - (words[entity.i - 1].fold == "the")
        return k > sentence.first and words[k].fold in ("to", "at") and words[k - 1].lists & ROLES > 0
    return False


def _is_deed(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """Whether an occupation is what somebody does, not who does it: "the Turkish occupation of the north"."""
    words, j = sentence.words, entity.j
    if j < sentence.last and words[j].cls & GENITIVE:
        return False
    verb = clauses.covered.get(j) if clauses is not None and j < sentence.last else None
    if verb is not None and verb.kind == FINITE:
        return verb.m == j and verb.lemma == "be"  # "is an aggression", but "is looting the oil"
    before = entity.i - 1 - (sentence.folded[entity.i - 1] == "the")
    return before < sentence.first or words[before].fold not in ("and", "by", "with", "between", ",")


def _is_indefinite(sentence: Sentence, entity: Entity) -> bool:
    """Whether a noun phrase begins with "a": "a credible and inclusive constitutional committee"."""
    words, k = sentence.words, entity.i - 1
    while k > max(sentence.first, entity.i - 8) and (not words[k].cls or words[k].cls & (CONJ | COMMA | ADV)):
        if words[k].kinds and not words[k].kinds & PART and not words[k].nounish:
            return False
        k -= 1
    return words[k].fold in ("a", "an")


def _is_adjunct(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """Whether a side only tells whose something is, as an adjective would: "opposition areas"."""
    j = entity.j
    if j >= sentence.last or entity.i == sentence.first or j in sentence.inside:
        return False
    word = sentence.words[j]
    if word.cls or word.cap or word.adj_frame is not None or not word.fold.isalpha():
        return False
    if not word.kinds:  # "opposition areas", but "the opposition remains": not every verb is known
        return clauses is not None and not (word.fold.endswith("s") and sentence.words[entity.i - 1].cls & DET)
    group = clauses.covered.get(j) if clauses is not None else None
    return word.nounish and clauses is not None and group is None


def _calls(word: Word) -> bool:
    """Whether with a word somebody is asked to do something."""
    frames = word.frames
    return frames is not None and any(act == "call" for _, act in (*frames.object_preps, *frames.preps))


def _is_named(sentence: Sentence, k: int) -> bool:
    """Whether a person's name follows, perhaps behind a comma."""
    return any(place in sentence.inside and sentence.inside[place].entry.use == "person" for place in range(k, k + 2))


def _in_document_title(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """Whether a name stands in a document's title: "Joint Statement by Iran, Russia and Türkiye on …"."""
    words = sentence.words
    if clauses is not None and any(group.kind == FINITE for group in clauses.groups):
        return False
    for k in range(sentence.first, min(entity.i, sentence.first + 8)):
        if (
            words[k].fold in ("statement", "communique", "declaration")
            and words[k].cap
            and words[k + 1].fold in ("by", "of")
        ):
            return True
    return False


def _weak_counts(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """The country's name counts where the government is meant: it acts, or stands beside another actor."""
    words, first, last = sentence.words, sentence.first, sentence.last
    if any(word.cls & POSS for word in words[max(first, entity.i - 2) : entity.i]):
        return False  # "its allied factions"
    if find_list_head(sentence, entity) < entity.i:
        return True
    if sentence.folded[entity.i] == "government":
        if any(x.entry.actor_id in RIVALS for x in sentence.entities):
            return True  # beside "the opposition" it is a name
        if entity.i - 2 >= first and words[entity.i - 1].fold == "and" and words[entity.i - 2].fold == "people":
            return True  # "the Syrian people and government"
        other = sentence.inside.get(entity.j + 1) if entity.j < last and words[entity.j].fold == "and" else None
        return other is not None and words[other.j - 1].fold in ("delegations", "sides", "forces")
    if entity.j < last:
        following = words[entity.j]
        if following.fold in ("from", "of") and sentence.folded[entity.i] == "delegates":
            side = sentence.inside.get(entity.j + 1) or sentence.inside.get(entity.j + 2)
            if following.fold == "from" or side is not None and side.entry.use != "holder":
                return False  # "delegates from the opposition": of one side, not all
        j = entity.j
        passed = ADV | QUOTE if entity.entry.gender == "p" else ADV
        while j < last and words[j].cls & passed:
            j += 1
        group = clauses.covered.get(j) if clauses is not None else None
        before = words[entity.i - 1] if entity.i > first else None
        if (
            before is not None
            and before.cls & PREP
            and before.fold not in ("between",)
            and entity.i - 1 not in sentence.inside
        ):
            neighbour = None
        else:
            neighbour = group
        if neighbour is not None and neighbour.kind == FINITE and neighbour.i == j:
            return not words[neighbour.m].lists & BEFALLING  # "Syria has been ravaged by war": the land
        if clauses is None and before is not None and not before.cls & PREP:
            if words[j].cls & (AUX | MODAL) or words[j].kinds & 6:
                return not words[j].lists & BEFALLING
        if following.fold == "of" and entity.entry.actor_id == "GUARANTORS":
            return any(words[k].lists & TALKS for k in range(j, min(last, j + 6)))  # "the sponsors of the talks"
        if entity.entry.actor_id == "PARTICIPANTS" and words[entity.i].fold in ("parties", "sides", "participants"):
            if following.kinds & ING and any(words[k].lists & TALKS for k in range(j + 1, min(last, j + 6))):
                return True  # "the parties participating in the talks"
            if following.cls & TO and j + 1 < last and words[j + 1].kinds & BASE:
                if any(_calls(words[k]) for k in range(max(first, entity.i - 5), entity.i)):
                    return True  # "called on all parties to show restraint"
            if following.fold in ("of", "in", "to") and any(
                words[k].lists & TALKS or words[k].fold == "astana" for k in range(j + 1, min(last, j + 6))
            ):
                return True  # "the parties of the Astana talks"
        free = before is None or not before.cls & PREP
        if following.cls & COMMA and entity.entry.actor_id == "SYR_GOV" and clauses is not None and free:
            aside = next((k for k in range(j + 2, min(last, j + 10)) if words[k].cls & COMMA), last)
            group = clauses.covered.get(aside + 1) if words[j + 1].kinds & PART else None
            if group is not None and group.kind == FINITE and group.i == aside + 1:
                return True  # "Syria, backed by Russia, launched it"
        if following.cls & GENITIVE and any(words[k].noun is not None for k in range(j + 1, min(last, j + 3))):
            return True  # "Syria's position on the withdrawal"
        if entity.entry.actor_id == "SYR_GOV" and entity.i <= first + 3 and following.adj_frame is not None:
            return True
        if clauses is not None and (before is None or not before.cls & PREP or before.fold == "that"):
            k = j
            while k < last and (words[k].cls & (CONJ | COMMA) or k in sentence.inside):
                k = sentence.inside[k].j if k in sentence.inside else k + 1
            listed = clauses.covered.get(k) if k > j else None
            if listed is not None and listed.kind == FINITE and listed.i == k:
                return True  # "that Syria and Jordan had confirmed"
        if (
            following.fold in ("and", ",")
            and sentence.inside.get(entity.j + 1) is not None
            and before is not None
            and (before.fold in ("between", "and", "with", "by", "(") or find_list_head(sentence, entity) < entity.i)
        ):
            return True
    before = words[entity.i - 1] if entity.i > first else None
    owner = entity.i - 2 - (before is not None and before.fold == "the")
    if owner >= first and words[owner + 1].cls & TO and words[owner].fold.startswith("belong"):
        return True  # "oil revenues that belong to the Syrian Arab Republic"
    if before is not None and before.fold == "and" and entity.i >= first + 2:
        other = sentence.inside.get(entity.i - 2)
        if other is not None and other.entry.use in ("country", "capital", "mention"):
            return True
    if entity.entry.actor_id in ("GUARANTORS", "PARTICIPANTS") and clauses is not None:
        j = entity.j
        while j < last and (words[j].cls & ADV or words[j].fold in ("]", ")")):
            j += 1
        if j < last and words[j].cls & PREP and entity.entry.gender == "p" and words[entity.i].lists & ACTING:
            while j < min(last, entity.j + 8) and j not in clauses.covered and not words[j].cls & PUNCT:
                j += 1  # "participants in the talks reviewed"
        group = clauses.covered.get(j)
        return group is not None and group.kind == FINITE
    return False
