"""What the terms of the codebook say a content is about."""

import pytest

import astana_study as study


def tell(text, cue):
    """The topics of the claim with this cue."""
    records = study.code_article(study.make_article(text, "a")).records
    claim = next(claim for claim in records.claims if claim.cue == cue)
    return {row.topic_id for row in records.claim_topics if row.claim_id == claim.claim_id}


@pytest.mark.parametrize(("text", "cue", "topics"), [
    ("Lavrov said the situation in the town was returning to calm.", "said", {"deescalation"}),
    ("Lavrov called for the normalisation of the situation in Idlib.", "called", {"deescalation", "idlib"}),
    ("Lavrov called for the normalisation of relations between Ankara and Damascus.", "called",
     {"turkiye_syria_normalisation"}),
    ("The envoy said humanitarian convoys would cross again.", "said", {"humanitarian_aid"}),
    ("The envoy said sanctions violated international humanitarian law.", "said", {"sanctions"}),
    ("شدد الوزير على ضرورة تطبيع الأوضاع في إدلب.", "شدد", {"deescalation", "idlib"}),
    ("شدد الوزير على ضرورة تطبيع العلاقات بين أنقرة ودمشق.", "شدد", {"turkiye_syria_normalisation"}),
    ("قال الوزير إن العقوبات تخالف القانون الدولي الإنساني.", "قال", {"sanctions"}),
    ("رحب الوزير بتطهير القرى من الألغام.", "رحب", {"humanitarian_aid"}),
])  # fmt: skip
def test_a_term_outranks_the_shorter_ones_within_it(text, cue, topics):
    assert tell(text, cue) == topics


@pytest.mark.parametrize(("text", "cue", "topics"), [
    ("رحب الوزير بنتائج مباحثات \"أستانا\" وبوقف إطلاق النار.", "رحب", {"deescalation", "process_admin"}),
    ("The minister welcomed the “Astana” meeting and the truce.", "welcomed", {"deescalation", "process_admin"}),
])  # fmt: skip
def test_the_process_called_by_its_name_is_a_topic_beside_others(text, cue, topics):
    assert tell(text, cue) == topics


def test_a_short_content_without_a_term_goes_on_with_what_was_spoken_of():
    before = "Lavrov welcomed the truce in Idlib. "
    assert tell(before + "Fidan warned that it would be hard to keep.", "warned") == {"deescalation", "idlib"}
    longer = "Fidan warned that whoever wins the vote next year must deal with prices, jobs and the harvest first."
    assert tell(before + longer, "warned") == {"other"}
    assert tell(before + "Fidan noted that Damascus was back in the Arab League.", "noted") == {"other"}


def test_the_proposal_that_is_spoken_of_again_keeps_its_topic():
    text = "Lavrov proposed a ceasefire. Fidan said the plan would undermine the sovereignty of the country."
    assert tell(text, "said") == {"deescalation", "sovereignty"}
