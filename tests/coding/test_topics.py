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


@pytest.mark.parametrize(("before", "text", "cue", "topics"), [
    ("Lavrov condemned the Israeli attacks on the airport. ", "He said such acts violated Syria's sovereignty.", "said",
     {"israel_attacks", "sovereignty"}),
    ("Lavrov condemned the Israeli attacks on the airport. ", "He called for the ceasing of these strikes.", "called",
     {"israel_attacks"}),
    ("Lavrov welcomed the truce in Idlib. ", "He said terrorists were hiding in that region.", "said",
     {"counterterrorism", "idlib"}),
    ("Lavrov welcomed the truce. ", "He said terrorists were hiding in that region.", "said", {"counterterrorism"}),
    ("أدان الوزير الهجمات الإسرائيلية على المطار. ", "واعتبر أنها تنتهك سيادة سوريا.", "اعتبر",
     {"israel_attacks", "sovereignty"}),
    ("رحب الوزير بوقف إطلاق النار في إدلب. ", "وقال إن الإرهابيين يختبئون في تلك المنطقة.", "قال",
     {"counterterrorism", "idlib"}),
])  # fmt: skip
def test_words_that_stand_for_what_was_spoken_of_before_carry_its_topics_on(before, text, cue, topics):
    assert tell(before + text, cue) == topics


def test_what_was_spoken_of_twice_running_is_what_a_short_content_goes_on_with():
    before = "Lavrov welcomed the truce. Fidan said a truce would protect the sovereignty of the country. "
    assert tell(before + "Assad warned that it would be hard to keep.", "warned") == {"deescalation"}


@pytest.mark.parametrize(("text", "cue", "topics"), [
    ("Lavrov condemned the Israeli raids, which violate the sovereignty of Syria.", "condemned", {"israel_attacks"}),
    ("Lavrov welcomed a ceasefire in which terrorists have no part.", "welcomed", {"counterterrorism", "deescalation"}),
    ("Lavrov proposed a plan which would keep the truce.", "proposed", {"deescalation"}),
])  # fmt: skip
def test_what_is_named_in_an_aside_is_not_what_a_content_is_about(text, cue, topics):
    assert tell(text, cue) == topics


@pytest.mark.parametrize(("before", "text", "cue", "topics"), [
    ("Lavrov welcomed the truce. ", "On the detainees, he said there was no news.", "said", {"detainees"}),
    ("Lavrov welcomed the truce. ", "Fidan praised the truce in Idlib and said it would hold.", "said",
     {"deescalation", "idlib"}),
    ("Lavrov welcomed the truce. ", "Fidan said the talks with the Russian side would turn on this issue.", "said",
     {"deescalation"}),
    ("رحب الوزير بالهدنة. ", "وحول ملف المعتقلين، قال إن الأمر ليس سهلا.", "قال", {"detainees"}),
])  # fmt: skip
def test_a_content_that_names_nothing_has_what_its_sentence_began_with(before, text, cue, topics):
    assert tell(before + text, cue) == topics


@pytest.mark.parametrize(("text", "cue", "topics"), [
    ("Lavrov said the breach of the Astana understandings helped terrorists.", "said", {"counterterrorism"}),
    ("Lavrov said a fresh round of talks in Geneva would deal with the constitution.", "said",
     {"constitutional_committee", "political_process"}),
    ("أعرب الوزير عن رفضه للإدارة الذاتية في ختام مباحثات أستانا.", "أعرب", {"northeast"}),
])  # fmt: skip
def test_the_process_as_a_mere_setting_is_no_topic(text, cue, topics):
    assert tell(text, cue) == topics


@pytest.mark.parametrize(("text", "cue", "topics"), [
    ("Lavrov said the Astana process had brought calm to Idlib.", "said", {"deescalation", "idlib", "process_admin"}),
    ("Lavrov said calm in Idlib was what Astana was about.", "said", {"deescalation", "idlib"}),
])  # fmt: skip
def test_the_process_is_a_topic_where_a_content_begins_with_it(text, cue, topics):
    assert tell(text, cue) == topics


@pytest.mark.parametrize(("text", "cue", "topics"), [
    ("Lavrov called for a ceasefire in Gaza.", "called", {"gaza_lebanon"}),
    ("Lavrov said the escalation of Israeli strikes on Syria must end.", "said", {"israel_attacks"}),
    ("دعا الوزير إلى وقف فوري لإطلاق النار في غزة.", "دعا", {"gaza_lebanon"}),
    ("أكد الوزير أهمية اتفاق أضنة.", "أكد", {"northeast"}),
    ("رفض الوزير مبادرات الحكم الذاتي غير المشروعة.", "رفض", {"separatism"}),
    ("The minister rejected illegitimate self-rule initiatives.", "rejected", {"separatism"}),
    ("The envoy said the rebel delegation had been insolent at the talks.", "said", {"other"}),
    ("The minister stressed the need to carry out all arrangements related to the north of Syria.", "stressed",
     {"deescalation"}),
    ("The envoy said further talks in Geneva were needed.", "said", {"political_process"}),
    ("The envoy welcomed the role of Moscow in a settlement.", "welcomed", {"political_process"}),
    ("The envoy said the Astana talks would focus on the truce.", "said", {"deescalation"}),
    ("The minister said ties should be restored between the government and the Turkish occupation.", "said",
     {"turkiye_syria_normalisation"}),
    ("The envoy regretted the no-show of the rebels.", "regretted", {"process_admin"}),
    ("The ministers discussed the latest developments in the talks and the ceasefire.", "discussed",
     {"deescalation", "process_admin"}),
    ("Lavrov said the sides had shown their hostility to the talks.", "said", {"process_admin"}),
    ("The envoy said Kazakhstan was a platform on which they might find a solution.", "said", {"process_admin"}),
    ("The envoy said a solution could only come through negotiations.", "said", {"political_process"}),
    ("The rebels said they would take part in the Geneva talks.", "said", {"political_process"}),
    ("The rebels said they would take part in the coming talks.", "said", {"process_admin"}),
    ("The envoy warned against interference in the work of the committee.", "warned", {"constitutional_committee"}),
])  # fmt: skip
def test_the_bounds_of_the_topics(text, cue, topics):
    assert tell(text, cue) == topics


def test_a_paper_is_not_a_town():
    assert tell("رفض الوفد الورقة الروسية. وقال الوزير إن ورقة أخرى قيد النقاش حول الهدنة.", "قال") == {"deescalation"}
