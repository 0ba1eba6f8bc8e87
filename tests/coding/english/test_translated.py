"""Constructions of translated news and of quotations in single marks, in sentences of our own."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lavrov emphasised that members of the militia finance the smugglers.",
            ("emphasised", ["RUS"], "members of the militia finance the smugglers"),
        ),
        ("The rebels rejected that offer.", ("rejected", ["SYR_OPP"], "that offer")),
        (
            "Lavrov described the choice to let the convoy through as a mistake.",
            ("described", ["RUS"], "the choice to let the convoy through as a mistake"),
        ),
        (
            "The Turkish side said in a statement on Sunday, the convoy had arrived.",
            ("said", ["TUR"], "the convoy had arrived"),
        ),
        ("The raid was planned in Sochi, charges which Tehran denied.", ("denied", ["IRN"], "charges")),
        ("The raid was planned in Sochi, an accusation Iran denies.", ("denies", ["IRN"], "an accusation")),
        ("The raid failed, Omar Sayf, the project’s head, explains.", ("explains", ["OTHER"], "The raid failed")),
        ("The Iranian envoy said his country supports the talks.", ("supports", ["IRN"], "the talks")),
        ("The truce is dead, diplomatic sources report.", ("report", ["OUTLET_SOURCE"], "The truce is dead")),
        ("“All is well,” Lavrov said as he left Sochi.", ("said", ["RUS"], "All is well")),
        (
            "The memorandum stipulates the withdrawal of heavy weapons.",
            ("stipulates", ["STATEMENT"], "the withdrawal of heavy weapons"),
        ),
        (
            "A debate took place between the Russian and the Iranian delegations on the map.",
            ("debate took place", ["IRN", "RUS"], "the map"),
        ),
        (
            "They debated the map until the guarantors agreed on a text.",
            ("agreed", ["GUARANTORS"], "a text"),
        ),
        ("Pedersen put the onus on Damascus to move.", ("put the onus", ["UN_ENVOY"], "Damascus to move")),
        ("Washington expressed “concern” over the map.", ("expressed “concern", ["USA"], "the map")),
        ("Moscow continues to reject the map.", ("reject", ["RUS"], "the map")),
        ("The ‘guarantors’ reach understanding on the map", ("reach understanding", ["GUARANTORS"], "the map")),
        ("Militia Issues Warning Regarding Outcome of Round", ("Issues Warning", ["OTHER"], "Outcome of Round")),
        ("Lavrov urged “moderate groups” to come to Sochi.", ("urged", ["RUS"], "“moderate groups” to come to Sochi")),
        (
            "Lavrov accused the rebels of foiling the round by refusing to sign.",
            ("refusing", ["SYR_OPP"], "to sign"),
        ),
        (
            "Sources told the Reuters news agency there had been no progress.",
            ("told", ["OUTLET_SOURCE"], "there had been no progress"),
        ),
        (
            "'We reject the map and Moscow's allies will not sign,' Lavrov said.",
            ("said", ["RUS"], "We reject the map and Moscow's allies will not sign"),
        ),
        ("“We came late,” Ahmed said.", ("said", ["OTHER"], "We came late")),
        ("“We came late,” Sterling continued.", ("continued", ["OTHER"], "We came late")),
        ("The map, said Perry and others, is fake.", ("said", ["OTHER"], "The map, said Perry and others, is fake")),
        ("Riding home, they said, can be a risk.", ("said", [], "Riding home, they said, can be a risk")),
        ("Some argue that the truce is dead.", ("argue", ["OTHER"], "the truce is dead")),
        ("Lavrov went so far as to say the truce was dead.", ("say", ["RUS"], "the truce was dead")),
        ("The round ended early, as stated by the Russian side.", ("stated", ["RUS"], "The round ended early")),
        ("The trio underscored continued effort there.", ("underscored", ["GUARANTORS"], "continued effort there")),
        (
            "Lavrov said “the raid on the valley”, the second in May, was a breach.",
            ("said", ["RUS"], "“the raid on the valley”, the second in May, was a breach"),
        ),
        ("Damascus condemns what was signed and considers it void.", ("considers", ["SYR_GOV"], "it void")),
        ("The list was reviewed by Iranian and Syrian diplomats.", ("reviewed", ["IRN", "SYR_GOV"], "The list")),
        ("Moscow has since said the truce holds.", ("said", ["RUS"], "the truce holds")),
        ("Lavrov came late. He’s said the truce holds.", ("said", ["RUS"], "the truce holds")),
        ("Jaafari has said for months that Ankara must leave.", ("said", ["SYR_GOV"], "Ankara must leave")),
        ("Many rejected the map.", ("rejected", ["OTHER"], "the map")),
        ("The round ended, as first reported by TASS.", ("reported", ["OTHER"], "The round ended")),
        ("The militia, which rejects the map, has left the round.", ("rejects", ["OTHER"], "the map")),
        ("The round was focused on the detainees.", ("focused", ["PARTICIPANTS"], "the detainees")),
        ("Lavrov said; “The truce holds.”", ("said", ["RUS"], "The truce holds")),
        ("The rebels accepted to meet in Sochi.", ("accepted", ["SYR_OPP"], "to meet in Sochi")),
        ("Moscow confirmed on Friday signing a deal.", ("confirmed", ["RUS"], "signing a deal")),
        ("Sources inside the talks said the truce was over.", ("said", ["OUTLET_SOURCE"], "the truce was over")),
        ("Lavrov saidthat the truce holds.", ("saidthat", ["RUS"], "the truce holds")),
        ("Moscow reaffirmed the importanceof the map.", ("reaffirmed", ["RUS"], "the importanceof the map")),
        ("The communique included a condemnation of the raids.", ("condemnation", ["STATEMENT"], "the raids")),
        ("‘We reject the rebels’ map,’ said Lavrov.", ("said", ["RUS"], "We reject the rebels’ map")),
    ],
)
def test_constructions_of_translated_news(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The raid came as the Russian offensive continues.",
        "Despite the truce, parties continue to gain ground.",
        "People recount their lives as others recount theirs.",
        "Their call on Monday was long.",
        "The talks were held on Friday in Sochi.",
        "The fighting claimed the lives of thirty people.",
        "Turkey has backed fighters in the valley.",
        "He was backed by Russia.",
        "Turkey supports the rebels.",
        "Moscow gave more than its support for the regime.",
        "The zone was guaranteed by Iran and Russia.",
        "It was not what the guarantors had hoped for.",
        "The raids breach the resolutions of the Council, which reject the occupation.",
        "The round went on amid disputes surrounding the map.",
        "Modi addressed the nation.",
        "Moscow prepared to host the round.",
        "Syria peace talks: a round without end",
        "The raid goes as suggested by the map.",
        "It is against the law to stay.",
        "The team clinched the cup.",
        "All signs point to a long war.",
        "The army is focused on the valley.",
    ],
)
def test_what_events_and_weapons_do_is_not_said(tell, text):
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Damascus rejected what the ministry called interference.", "what the ministry called"),
        ("Iran praised what was described as a victory.", "what was described as"),
        ("The militia, which calls itself the Free Men, rejected the map.", "which calls itself"),
        ("The raid, as Damascus calls it, was condemned by Iran.", "as Damascus calls it"),
        ("As Lavrov put it, the format has no rival.", "As Lavrov put it"),
    ],
)
def test_a_name_left_to_somebody_keeps_distance(code, text, marker):
    records = code(text)
    assert marker in [claim.distance_surface for claim in records.claims]
