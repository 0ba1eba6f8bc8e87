"""Verb groups, forms, spelling: the ground that the English grammar stands on."""

from itertools import accumulate

import pytest

from astana_study.codebook.inflection import BASE, ING, PART, PAST, THIRD, inflect
from astana_study.codebook.loading import load_codebook
from astana_study.coding.english.clauses import Clauses
from astana_study.coding.english.lexicon import Lexicon
from astana_study.coding.english.names import WORD
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.spelling import fold_english, skeleton, write_variants

LEXICON = Lexicon(load_codebook())


def lay_out(text):
    pieces = WORD.split(text)
    offsets = list(accumulate(map(len, pieces), initial=0))
    words = [LEXICON[surface] for surface in pieces[1::2]]
    sentence = Sentence(
        text, pieces[1::2], words, [word.fold for word in words], offsets[1:-1:2], offsets[2::2], 0, len(words)
    )
    sentence.find_names({}, [place for place, word in enumerate(words) if word.starts_name])
    sentence.find_quotes([place for place, word in enumerate(words) if word.mark])
    return sentence


def list_groups(text, chapeau=False):
    sentence = lay_out(text)
    clauses = Clauses(
        sentence, LEXICON.frames, chapeau, [place for place, word in enumerate(sentence.words) if word.verbal]
    )
    return [(sentence.surfaces[group.m], group.kind) for group in clauses.groups]


@pytest.mark.parametrize(
    ("lemma", "irregular", "form", "kinds"),
    [
        ("stress", "", "stresses", THIRD),
        ("deny", "", "denied", PAST | PART),
        ("agree", "", "agreeing", ING),
        ("commit", "", "committed", PAST | PART),
        ("say", "said", "said", PAST | PART),
        ("give", "gave/given", "given", PART),
        ("point out", "", "pointing out", ING),
        ("put", "put", "put", BASE | PAST | PART),
        ("signal", "", "signalled", PAST | PART),
        ("signal", "", "signaled", PAST | PART),
        ("go on", "went/gone", "went on", PAST),
    ],
)
def test_verb_forms_follow_the_spelling_rules(lemma, irregular, form, kinds):
    assert dict(inflect(lemma, irregular))[form] == kinds


def test_names_are_found_in_spellings_that_nobody_listed():
    for spelling in (
        "Lavrentyev",
        "Lavrentiev",
        "Lavrentev",
        "al-Jaafari",
        "Ja’afari",
        "Al Jaafari",
        "Çavuşoğlu",
        "Cavusoglu",
    ):
        assert lay_out(f"Then {spelling} spoke.").entities, spelling
    assert skeleton("bogdanov") == skeleton("bogdanow".replace("w", "v"))
    assert "jaafari" in write_variants("al-jaafari")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The US and Türkiye met.", ["USA", "TUR"]),
        ("They told us that.", []),
        ("Turkiye and Turkey", ["TUR", "TUR"]),
        ("the U.S. and the UN", ["USA", "UN"]),
        ("YPG/PKK", ["YPG", "PKK"]),
        ("the three countries", ["GUARANTORS"]),
    ],
)
def test_abbreviations_and_lists(text, actors):
    assert [entity.entry.actor_id for entity in lay_out(text).entities] == actors


def test_a_numeral_stands_outside_of_the_name():
    sentence = lay_out("The three countries agreed.")
    assert sentence.text[sentence.entities[0].start : sentence.entities[0].end] == "countries"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A declaration issued in Sochi said that.", [("issued", "participle"), ("said", "finite")]),
        ("Moscow said Ankara rejected it.", [("said", "finite"), ("rejected", "finite")]),
        ("They rejected schemes hatched there.", [("rejected", "finite"), ("hatched", "participle")]),
        ("The regime, led by Sousan, claimed it.", [("led", "participle"), ("claimed", "finite")]),
        ("Israeli attacks on Syria were condemned.", [("condemned", "finite")]),
        ("It refused to stop.", [("refused", "finite"), ("stop", "infinitive")]),
        ("The alleged attack", []),
    ],
)
def test_finite_verbs_are_told_from_participles_and_nouns(text, expected):
    assert list_groups(text) == expected


def test_paragraphs_under_a_chapeau_open_with_a_finite_verb():
    assert list_groups("3. Reaffirm their support", chapeau=True)[0] == ("Reaffirm", "finite")
    assert list_groups("3. Reaffirm their support") != [("Reaffirm", "finite")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('the "safe zone" there', "label"),
        ('it said "we will stay"', "speech"),
        ('said "Hayat Tahrir al-Sham"', "name"),
        ('must be "preserved"', "speech"),
        ("he ‘freed’ it", "label"),
    ],
)
def test_quotations_are_speech_labels_or_names(text, kind):
    assert [quote.kind for quote in lay_out(text).quotes] == [kind]


def test_folding_keeps_what_matters():
    assert fold_english("İbrahim Kalın") == "ibrahim kalin"
    assert fold_english("Mr.") == "mr"
    assert fold_english("U.S.") == "u.s."
