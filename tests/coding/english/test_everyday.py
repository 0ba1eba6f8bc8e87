"""Everyday constructions round a verb of saying: who is seen to say it, what stands before it, what is broken."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The third round saw the armed groups refuse to sit with the delegation of Damascus.",
            ("refuse", ["SYR_OPP"], "to sit with the delegation of Damascus"),
        ),
        (
            "The meeting saw Russia, Iran and Turkey condemn the raids.",
            ("condemn", ["IRN", "RUS", "TUR"], "the raids"),
        ),
        (
            "Friday saw the rebels accusing Iran of breaking the truce.",
            ("accusing", ["SYR_OPP"], "Iran of breaking the truce"),
        ),
        (
            "“[It was] agreed to meet again in May,” the text read.",
            ("agreed", ["PARTICIPANTS"], "to meet again in May"),
        ),
        (
            "Ankara and Tehran have each accused the other of delays.",
            ("accused", ["IRN", "TUR"], "the other of delays"),
        ),
        (
            "The envoy was clearly told Damascus would not accept a foreign role.",
            ("told", ["PARTICIPANTS"], "Damascus would not accept a foreign role"),
        ),
        ("Astana chose to host another round.", ("chose", ["KAZ"], "to host another round")),
        ("The rebels opted not to attend.", ("opted", ["SYR_OPP"], "not to attend")),
        ("Khaji elaborated on his visit to Damascus.", ("elaborated", ["IRN"], "his visit to Damascus")),
        (
            "Lavrov proposed a pause and tied the idea to the weather in the north.",
            ("tied", ["RUS"], "the idea to the weather in the north"),
        ),
        (
            "Envoys of Iran and Russia have sat for talks in Sochi on the camps.",
            ("sat for talks", ["IRN", "RUS"], "the camps"),
        ),
        (
            "The committee will meet in May, as agreed in Sochi.",
            ("agreed", ["PARTICIPANTS"], "The committee will meet in May"),
        ),
        ("Pedersen had high praise for the new list.", ("had high praise", ["UN_ENVOY"], "the new list")),
        ("It was learnt from the Kazakh ministry that the round was off.", ("learnt", ["KAZ"], "the round was off")),
        ("The charges, which Tehran has denied but which went round, were read.", ("denied", ["IRN"], "The charges")),
        (
            "The vote, which the opposition denounced as rigged, was held in May.",
            ("denounced", ["SYR_OPP"], "The vote"),
        ),
        ("The list, which Moscow described as useful, was dropped.", ("described", ["RUS"], "useful")),
        ("The man, whom Damascus accuses of plotting, left.", ("accuses", ["SYR_GOV"], "plotting")),
        ("A text agreed on by the guarantors was read out.", ("agreed", ["GUARANTORS"], "A text")),
        (
            "Moscow will attend, but demands the withdrawal of the troops.",
            ("demands", ["RUS"], "the withdrawal of the troops"),
        ),
        ("Pedersen asked that the lists be exchanged.", ("asked", ["UN_ENVOY"], "the lists be exchanged")),
        ("Damascus accepted the invitation of Moscow.", ("accepted", ["SYR_GOV"], "the invitation of Moscow")),
        ("Moscow expressed interest in further rounds.", ("expressed interest", ["RUS"], "further rounds")),
        ("Updated-Al-Jaafari: Ankara wants to spoil the talks", (":", ["SYR_GOV"], "Ankara wants to spoil the talks")),
        ("Breaking – Lavrov: no date has been set", (":", ["RUS"], "no date has been set")),
        (
            "Talks end\n\nLavrov met the press.\n\nHe said that,\n\n“the lists will be exchanged.”",
            ("said", ["RUS"], "the lists will be exchanged"),
        ),
        (
            "Talks end\n\nToma met the press.\n\n“The lists are ready,”\n\nhe told reporters.",
            ("told", ["SYR_OPP"], "The lists are ready"),
        ),
        (
            "Damascus says that the rebels hold the road, and objects to their list.",
            ("objects", ["SYR_GOV"], "their list"),
        ),
        (
            "Agreement has been reached with regard to the camps.",
            ("Agreement has been reached", ["PARTICIPANTS"], "the camps"),
        ),
        ("Damascus agreed, with the help of Kazakhstan, to meet again.", ("agreed", ["SYR_GOV"], "to meet again")),
        ("It was agreed, during the session, to meet again.", ("agreed", ["PARTICIPANTS"], "to meet again")),
        ("Pedersen stressed, once again, the role of women.", ("stressed", ["UN_ENVOY"], "the role of women")),
        ("Jaafari defined the raid as a crime.", ("defined", ["SYR_GOV"], "the raid as a crime")),
        (
            'Talks end\n\n"We met the council.\n\nIts members welcomed the text." Nebenzia said.',
            ("said", ["RUS"], "Its members welcomed the text"),
        ),
        ("Tehran responded by accusing Ankara of delays.", ("accusing", ["IRN"], "Ankara of delays")),
        ("The delegations exchanged accusations of delay.", ("exchanged accusations", ["PARTICIPANTS"], "delay")),
        ("The truce, agreed by Moscow and Ankara, has held.", ("agreed", ["RUS", "TUR"], "The truce")),
        ("Lavrov and his Turkish counterpart discussed the list.", ("discussed", ["RUS", "TUR"], "the list")),
        ("Moscow was quick to condemn the raid.", ("condemn", ["RUS"], "the raid")),
        ("Toma hastened to add that the list was open.", ("add", ["SYR_OPP"], "the list was open")),
        ("Erdogan took to Twitter to say that the truce was dead.", ("say", ["TUR"], "the truce was dead")),
        ("Khaji used his speech to call for an end to the raids.", ("call", ["IRN"], "an end to the raids")),
        ("Moscow warns Ankara about a new operation.", ("warns", ["RUS"], "Ankara about a new operation")),
        (
            "The text confirmed the agreement of the parties to hold a round in May.",
            ("confirmed the agreement", ["STATEMENT"], "to hold a round in May"),
        ),
        ("Moscow called the parties to respect the truce.", ("called", ["RUS"], "the parties to respect the truce")),
        ("The rebels spoke out in favor of a new list.", ("spoke out in favor", ["SYR_OPP"], "a new list")),
        (
            "The guarantors promised to respect the ban decided by the United Nations in May.",
            ("promised", ["GUARANTORS"], "to respect the ban decided by the United Nations in May"),
        ),
        (
            "Pedersen said the body agreed on in Sochi would meet and thanked the host.",
            ("thanked", ["UN_ENVOY"], "the host"),
        ),
    ],
)
def test_everyday_constructions(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Toma said the date specified for the meeting had passed.", "specified"),
        ("The force, also referred to as the monitors, will come.", "referred"),
        ("Khaji said that they are not “making a decision” on Syria, but putting forward views.", "making a decision"),
        ("Khaji said that they are not “making a decision” on Syria, but putting forward views.", "putting forward"),
        ("Toma asked whether the lists had been exchanged.", "asked"),
        ("The rebels accepted an award in Geneva.", "accepted"),
        ("Not all rebels agreed to the truce.", "agreed"),
        ("Groups linked to Ankara left the town.", "linked"),
        ("“We never claimed that the truce would hold,” Toma said.", "claimed"),
        ("Lavrov told the press that a statement was adopted.", "adopted"),
        ("The Kazakh minister announced a joint statement from the guarantors.", "announced"),
        ("It takes two sides to agree to a truce.", "agree"),
        ("The list will follow, according to resolution 2254 of the Security Council.", "according to"),
    ],
)
def test_what_only_looks_like_a_claim(tell, text, cue):
    assert cue not in [claim[0] for claim in tell(text)]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Syria's main opposition group said that it would stay away.", "SYR_OPP"),
        ("In Sochi, Bashar al-Jaafari, Syria's envoy to the UN and head of its team, said all was well.", "SYR_GOV"),
        ("The truce holds, according to a final statement obtained by Reuters.", "STATEMENT"),
        ("The truce will hold, said a statement read by Kazakh Foreign Minister Kairat Abdrakhmanov.", "STATEMENT"),
        ("“Aid must go in,” read a statement from the office of Special Envoy Staffan de Mistura.", "UN_ENVOY"),
        ("Pedersen came. “Aid must go in,” read the statement from his office.", "UN_ENVOY"),
        ("Russia, Iran and Turkey’s joint statement rejects the plan.", "STATEMENT"),
        ("The delegation's head, Mohammed Alloush of the Army of Islam, said that all was well.", "SYR_OPP"),
        ("Lavrov was there. In Astana, the Azerbaijani president said that all was well.", "OTHER"),
        ("Lavrov met Cavusoglu in Moscow. The latter said that all was well.", "TUR"),
        ("Members of the opposition left the room over a text which they said was a trick.", "SYR_OPP"),
        ("[Representatives of the guarantor states of Syria ceasefire] reaffirm the plan.", "GUARANTORS"),
        (
            "Pedersen's spokeswoman left. The rebels said they would come. “We want aid,” spokesman Nabil Taha said.",
            "SYR_OPP",
        ),
    ],
)
def test_whose_words_they_are(tell, text, holder):
    assert tell(text)[-1][1] == [holder]


def test_he_is_the_one_whose_office_was_named(tell):
    text = "Pedersen was glad. The UN human rights chief told reporters he hopes for peace."
    assert ("hopes", ["UN"], "peace") in tell(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Iranian envoy Khaji met with his Russian counterpart Lavrentiev. The two sides discussed the truce.",
            ("discussed", ["IRN", "RUS"], "the truce"),
        ),
        (
            "The rebels and the government met on Monday. Both sides rejected the list.",
            ("rejected", ["SYR_GOV", "SYR_OPP"], "the list"),
        ),
        (
            "Iran's Zarif, Russia's Lavrov and Turkey's Cavusoglu stressed the need for calm.",
            ("stressed", ["IRN", "RUS", "TUR"], "the need for calm"),
        ),
        (
            "Putin, Erdogan and Rouhani met. The three condemned the raids.",
            ("condemned", ["IRN", "RUS", "TUR"], "the raids"),
        ),
        (
            "Russia and Iran, which back the government, and Turkey, which backs the rebels, agreed to meet again.",
            ("agreed", ["IRN", "RUS", "TUR"], "to meet again"),
        ),
        (
            'The text said the leaders at the meeting had "reviewed the list" and stressed the need for calm.',
            ("stressed", ["PARTICIPANTS"], "the need for calm"),
        ),
        (
            "Moscow reaffirmed its determination to interact with all.",
            ("reaffirmed its determination", ["RUS"], "to interact with all"),
        ),
    ],
)
def test_several_speak_together(tell, text, expected):
    assert expected in tell(text)
