"""How far names reach, and which of them are no mentions, each in one sentence of our own."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks were joined by the head of the opposition delegation.", ["head of the opposition delegation SYR_OPP"]),
        ("Putin's special envoy left the hall early.", ["Putin's special envoy RUS"]),
        ("On Monday, Geri Pedersen left the hall.", ["Geri Pedersen UN_ENVOY"]),
        ("Yesterday, Russian President Vladimir Putin's envoy left.", ["Russian President Vladimir Putin's envoy RUS"]),
        ("The two sides discussed the truce.", ["sides PARTICIPANTS"]),
        ("The opposition's delegation left the hall.", ["opposition's delegation SYR_OPP"]),
        ("The regime figures left the hall.", ["regime figures SYR_GOV"]),
        ("The talks' sponsors met on Monday.", ["talks' sponsors GUARANTORS"]),
        ("They met delegations from the guarantor states.", ["delegations from the guarantor states GUARANTORS"]),
        ("A delegation from the United Nations took part.", ["delegation from the United Nations UN"]),
        ("An opposition delegation spokesman left the hall.", ["opposition delegation spokesman SYR_OPP"]),
        ("The Syrian government's lead negotiator left.", ["Syrian government's lead negotiator SYR_GOV"]),
        ("Head of the Press Service of Kazakhstan's Foreign Ministry Anuar Zhainakov left.", ["Anuar Zhainakov KAZ"]),
        ("He met the Russian and Iranian friends.", ["Russian RUS", "Iranian friends IRN"]),
        ("The Turkish occupation is looting the oil.", ["Turkish occupation TUR"]),
        ("Delegations from Jordan and Iraq left.", ["Delegations from Jordan JOR", "Iraq IRQ"]),
        ("A delegation from Damascus left the hall.", ["delegation from Damascus SYR_GOV"]),
        ("After raids in northern Syria, Russia and Iran have met.", ["Russia RUS", "Iran IRN"]),
        ("The oil should belong to the Syrian Arab Republic.", ["Syrian Arab Republic SYR_GOV"]),
        ("He called on all parties to show restraint.", ["parties PARTICIPANTS"]),
        ("The guarantor states met. The parties left.", ["guarantor states GUARANTORS", "parties GUARANTORS"]),
        ("Minister for African Affairs Hossein Jaberi-Ansari left.", ["Hossein Jaberi-Ansari IRN"]),
        ("Turkiye's head of delegation left early.", ["Turkiye's head of delegation TUR"]),
        ("The Iranian foreign minister's senior assistant left.", ["Iranian foreign minister's senior assistant IRN"]),
        ("The U.N. Security Council adopted resolution 2254.", ["U.N. Security Council UNSC"]),
        ("Government and opposition delegations left.", ["Government SYR_GOV", "opposition delegations SYR_OPP"]),
        ("The parties participating in the talks have left.", ["parties PARTICIPANTS"]),
        ("The envoy of Russia and head of its delegation, Alexander Lavrentyev, left.", ["Alexander Lavrentyev RUS"]),
        ("The guarantors met. Reiterating it, the sides left.", ["guarantors GUARANTORS", "sides GUARANTORS"]),
        ("Militias such as Lebanon's Hezbollah left.", ["Hezbollah HEZBOLLAH"]),
        ("Moscow's key ally Iran agreed.", ["Iran IRN"]),
        ("The truce leaves out Islamic State and other armed groups.", ["Islamic State ISIS"]),
        ("A member of the opposition HNC left.", ["opposition HNC HNC"]),
        ("Both sides left the hall.", ["sides PARTICIPANTS"]),
        ("The guarantor states met. He said the sides left.", ["guarantor states GUARANTORS", "sides PARTICIPANTS"]),
        ("The parties to the talks left early.", ["parties PARTICIPANTS"]),
        ("The press secretary of the Kazakh MFA left.", ["press secretary of the Kazakh MFA KAZ"]),
        ("On Monday the rebel commander Fares al-Bayoush left the hall.", ["Fares al-Bayoush SYR_OPP"]),
        ("He told us that Syria and Jordan had agreed.", ["Syria SYR_GOV", "Jordan JOR"]),
        ("Our Turkish colleagues left the hall.", ["Turkish colleagues TUR"]),
        ("The government and Russian delegations left.", ["government SYR_GOV", "Russian delegations RUS"]),
        ("Alexander Lavrentyev, Russia's presidential envoy for Syria, left.", ["Alexander Lavrentyev RUS"]),
    ],
)
def test_names_reach_over_heads_offices_and_given_names(name, text, expected):
    assert name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Smugglers cross the borders with Iraq and Jordan at night.",
        "Oil was transferred to Iraq at night.",
        "The road to Kazakhstan's capital was closed.",
        "It is a right under the UN Charter.",
        "Shells fell in the Damascus suburbs.",
        "The clashes did not spread to Syria or Lebanon.",
        "They refused to move the talks to Muscat or Abu Dhabi.",
        "They lack commitment to the Ankara (truce) agreement.",
        "The talks went on under United Nations supervision.",
        "The text turned a blind eye to the Turkish occupation of the north.",
        "At a session of the Volga Dialogue, two delegates from the south left.",
        "Moscow (AP) — The truce was broken again.",
        "The ministry of Foreign Affairs was closed.",
        "Syria has been ravaged by war.",
        "They failed to form a constitutional committee.",
        "The group hides in both Iraq and Syria.",
        "The road runs through a province bordering Turkey.",
        "Trucks with aid to Lebanon were stopped.",
        "They steal statues and transfer them to Turkey.",
        "It is a chance to unite all parties to address it.",
        "He told us that control over opposition areas had grown.",
        "They failed to form a credible and inclusive constitutional committee.",
        "The road from Damascus to Homs was closed.",
    ],
)
def test_neighbours_regions_and_charters_are_no_mentions(name, text):
    assert not name(text)
