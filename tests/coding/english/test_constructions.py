"""Constructions of real coverage, each in one sentence of our own: who is the holder, and how far the content goes."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels appear to rule out a role for Iran", ("rule out", ["SYR_OPP"], "a role for Iran")),
        (
            "The opposition delegation left. Lavrentyev sat by. It stated it will not sign while Iran remains.",
            ("stated", ["SYR_OPP"], "it will not sign while Iran remains"),
        ),
        ("A report suggests rebels are unhappy at the text.", ("unhappy", ["SYR_OPP"], "the text")),
        (
            "Jaafari: The raid is an aggression, gives a right to respond",
            (":", ["SYR_GOV"], "The raid is an aggression, gives a right to respond"),
        ),
        (
            "Toma said they had discussed the list and that he would return.",
            ("discussed", ["SYR_OPP"], "the list"),
        ),
        (
            "“All will come,” Lavrentyev told reporters. “It goes on as Pedersen said,” he concluded.",
            ("concluded", ["RUS"], "It goes on as Pedersen said"),
        ),
        ("The truce is holding, per Moscow.", ("per", ["RUS"], "The truce is holding")),
        ("In the words of Lavrov, the format has no rival.", ("In the words of", ["RUS"], "the format has no rival")),
        ("As Lavrov put it, the format has no rival.", ("put it", ["RUS"], "the format has no rival")),
        ("Tehran remains committed to the unity of Syria.", ("committed", ["IRN"], "the unity of Syria")),
        ("Moscow stands ready to send observers.", ("stands ready", ["RUS"], "to send observers")),
        ("Moscow attaches great importance to the camps.", ("attaches great importance", ["RUS"], "the camps")),
        ("The rebels are against any role for Iran.", ("are against", ["SYR_OPP"], "any role for Iran")),
        (
            "The talks dealt with the release of detainees.",
            ("dealt with", ["PARTICIPANTS"], "the release of detainees"),
        ),
        (
            "The delegations held bilateral talks on the release of detainees.",
            ("held bilateral talks", ["PARTICIPANTS"], "the release of detainees"),
        ),
        (
            "The guarantors of the process (Moscow, Tehran and Ankara) condemn the raids.",
            ("condemn", ["GUARANTORS"], "the raids"),
        ),
        ("“(They) condemned the raids,” the text said.", ("condemned", [], "the raids")),
        (
            "Russia and Iran, the sponsors of talks between the rebels and Damascus, agreed to meet again.",
            ("agreed", ["IRN", "RUS"], "to meet again"),
        ),
        ("Rebels appear to have rejected the plan.", ("rejected", ["SYR_OPP"], "the plan")),
        ("Moscow offers to send observers to Idlib.", ("offers", ["RUS"], "to send observers to Idlib")),
        (
            "“We shall stay there,” Interfax reported envoy Alexander Lavrentyev as saying.",
            ("saying", ["RUS"], "We shall stay there"),
        ),
        (
            "No text was issued because of Turkish opposition to the draft.",
            ("opposition", ["TUR"], "the draft"),
        ),
        ("Truce violated in Idlib — statement", ("—", ["STATEMENT"], "Truce violated in Idlib")),
        (
            "Ahmad Toma, who led the rebels, claimed the envoy had left.",
            ("claimed", ["SYR_OPP"], "the envoy had left"),
        ),
        ("The envoy Lavrentyev told reporters he would stay.", ("told", ["RUS"], "he would stay")),
        ("Toma told journalists the rebels had left the hall.", ("told", ["SYR_OPP"], "the rebels had left the hall")),
        ("Ankara objected once again to the militia's role.", ("objected", ["TUR"], "the militia's role")),
        (
            "MINSK, Belarus — The truce is holding in the south, Lavrentyev said on Monday.",
            ("said", ["RUS"], "The truce is holding in the south"),
        ),
        (
            "They agreed to “draw up a list of names,” according to a closing statement read by the Kazakh minister.",
            ("according to", ["STATEMENT"], "They agreed to “draw up a list of names"),
        ),
        (
            "Tehran voiced its support for the truce in a statement on Friday.",
            ("voiced its support", ["IRN"], "the truce"),
        ),
        ("Moscow opposes the plan, repeatedly insisting that it is void.", ("opposes", ["RUS"], "the plan")),
        (
            "Referring to the camps, Lavrentyev continued, both sides are responsible for the aid.",
            ("continued", ["RUS"], "both sides are responsible for the aid"),
        ),
        (
            "While the talks drag on, “nobody asks those who live there”, Toma added.",
            ("added", ["SYR_OPP"], "While the talks drag on, “nobody asks those who live there"),
        ),
        (
            "Pedersen is setting up an inquiry, his spokesman confirmed.",
            ("confirmed", ["UN_ENVOY"], "Pedersen is setting up an inquiry"),
        ),
        (
            "Toma said the regime was playing for time by refusing to release anyone.",
            ("refusing", ["SYR_GOV"], "to release anyone"),
        ),
        (
            "The deputy foreign ministers of Russia, Iran, Syria and Turkey discussed the road map.",
            ("discussed", ["IRN", "RUS", "SYR_GOV", "TUR"], "the road map"),
        ),
        (
            "The three countries, in their statement, “rejected every attempt to redraw the map”.",
            ("rejected", ["GUARANTORS"], "every attempt to redraw the map"),
        ),
        (
            "The plan, Toma argued, is a cover for more raids.",
            ("argued", ["SYR_OPP"], "The plan, Toma argued, is a cover for more raids"),
        ),
        (
            "The guarantors, it said, had agreed to set up a working group.",
            ("agreed", ["GUARANTORS"], "to set up a working group"),
        ),
        ("The plan was welcomed by Moscow but rejected by the rebels.", ("rejected", ["SYR_OPP"], "The plan")),
        (
            "Moscow is accused by the opposition of bombing clinics.",
            ("accused", ["SYR_OPP"], "Moscow is accused by the opposition of bombing clinics"),
        ),
        (
            "Ankara's demand that the militia be excluded was rejected by Washington.",
            ("rejected", ["USA"], "Ankara's demand that the militia be excluded"),
        ),
        (
            "Tehran rejected as “baseless” the accusations against its advisers.",
            ("rejected", ["IRN"], "the accusations against its advisers"),
        ),
        (
            "The statement, read out by the Kazakh minister, calls for a halt to the raids.",
            ("calls", ["STATEMENT"], "a halt to the raids"),
        ),
        (
            "Pedersen appealed to all sides to exercise restraint.",
            ("appealed", ["UN_ENVOY"], "all sides to exercise restraint"),
        ),
        ("Ankara condemned the raids as they met for talks.", ("condemned", ["TUR"], "the raids")),
        (
            "According to reports the ministers will meet again.",
            ("According to", ["OUTLET_SOURCE"], "the ministers will meet again"),
        ),
        ("In Lavrentyev's words, the list is nearly complete.", ("words", ["RUS"], "the list is nearly complete")),
        (
            "Delegations of the Damascus government and the rebels refused to talk face to face.",
            ("refused", ["SYR_GOV", "SYR_OPP"], "to talk face to face"),
        ),
        ("We are concerned about the camps, Lavrentyev said.", ("said", ["RUS"], "We are concerned about the camps")),
        (
            "Two sources close to the talks said the draft was ready.",
            ("said", ["OUTLET_SOURCE"], "the draft was ready"),
        ),
        (
            "The ministry decided not to send anybody to Sochi; Ankara decided not to stay away.",
            ("decided", ["TUR"], "not to stay away"),
        ),
        ("Moscow welcomed and praised the new venue.", ("welcomed", ["RUS"], "the new venue")),
        (
            "Lavrentyev hailed the truce as useful in comments carried by several agencies.",
            ("hailed", ["RUS"], "the truce as useful"),
        ),
        (
            "Erdogan met Putin on Monday. The two presidents agreed to meet again.",
            ("agreed", ["RUS", "TUR"], "to meet again"),
        ),
        (
            "The representatives of Iran, Russia and Turkey held a meeting. They condemned the raids.",
            ("condemned", ["GUARANTORS"], "the raids"),
        ),
        (
            "Ankara announced in a statement on the round held last August that it would not return.",
            ("announced", ["TUR"], "it would not return"),
        ),
        (
            "The opposition said the rebels are not leaving but have walked out of one session.",
            ("said", ["SYR_OPP"], "the rebels are not leaving but have walked out of one session"),
        ),
        (
            "A closing statement by the guarantors, Russia and Iran, condemned the raids.",
            ("condemned", ["STATEMENT"], "the raids"),
        ),
        (
            "As the guarantors discussed a new zone, the rebels left the hall.",
            ("discussed", ["GUARANTORS"], "a new zone"),
        ),
        ("Toma, however, said Moscow had kept its word.", ("said", ["SYR_OPP"], "Moscow had kept its word")),
        ("Iran Calls for End to Raids on Southern Towns", ("Calls", ["IRN"], "End to Raids on Southern Towns")),
        (
            "The list is almost complete, according to what the Russian envoy reported.",
            ("according to", ["RUS"], "The list is almost complete"),
        ),
        (
            "The minister said Russia, Turkey and Iran had agreed on a list.",
            ("agreed", ["IRN", "RUS", "TUR"], "a list"),
        ),
        (
            "Kazakhstan's Foreign Ministry reports Moscow has signed the list.",
            ("reports", ["KAZ"], "Moscow has signed the list"),
        ),
        (
            "The opposition delegation said in a statement that it was ready. The list is long, the statement added.",
            ("added", ["SYR_OPP"], "The list is long"),
        ),
        (
            "Toma said the truce was holding, as talks kicked off in Sochi.",
            ("said", ["SYR_OPP"], "the truce was holding"),
        ),
        (
            "The guarantors agreed to meet in July, as well as agreed to name a venue.",
            ("agreed", ["GUARANTORS"], "to name a venue"),
        ),
        (
            "Khaji and Pedersen held talks. Both diplomats welcomed the truce.",
            ("welcomed", ["IRN", "UN_ENVOY"], "the truce"),
        ),
        ("Khaji discussed the camps during a phone call with Toma.", ("discussed", ["IRN"], "the camps")),
        (
            "Pedersen stressed building trust between the sides.",
            ("stressed", ["UN_ENVOY"], "building trust between the sides"),
        ),
        (
            "While Ankara said it was ready, Toma, a member of one body and an adviser of another, ridiculed the plan.",
            ("ridiculed", ["SYR_OPP"], "the plan"),
        ),
        ("Russia: truce is holding — Russian envoy for Syria", (":", ["RUS"], "truce is holding")),
        (
            "Zarif and Lavrov reviewed during the meeting various matters.",
            ("reviewed", ["IRN", "RUS"], "various matters"),
        ),
        (
            "Zarif and Mekdad conferred on trade. The two officials stressed their unity.",
            ("stressed", ["IRN", "SYR_GOV"], "their unity"),
        ),
        ("Ankara rejects conference calling it “a farce”", ("calling", ["TUR"], "it “a farce”")),
        (
            "Moscow's proposal to hold a “Congress of Neighbours” was announced on Tuesday.",
            ("proposal", ["RUS"], "to hold a “Congress of Neighbours”"),
        ),
        (
            "Groups representing Syria's herdsmen said the pastures were mined.",
            ("said", ["OTHER"], "the pastures were mined"),
        ),
        (
            "The truce holds, Toma told reporters, but it is fragile, according to Reuters.",
            ("told", ["SYR_OPP"], "The truce holds, Toma told reporters, but it is fragile"),
        ),
        (
            "President Hassan Rouhani, Turkish President Erdogan and Russian President Putin met. They praised it.",
            ("praised", ["IRN", "RUS", "TUR"], "it"),
        ),
        ("The move was welcomed by the United Nations but met with doubt.", ("welcomed", ["UN"], "The move")),
        (
            "Iran, Russia and Turkey as guarantors of the format:\n\nCondemned the raids on the south;",
            ("Condemned", ["GUARANTORS"], "the raids on the south"),
        ),
        ("Iran stresses usefulness of talks", ("stresses", ["IRN"], "usefulness of talks")),
        (
            "Pedersen is very grateful to Kazakhstan for the venue.",
            ("grateful", ["UN_ENVOY"], "Kazakhstan for the venue"),
        ),
    ],
)
def test_claim(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Its role invites many questions, the ambassador to Russia said.", ["said"]),
        ("Toma said that little has been agreed.", ["said"]),
        ("Toma, in an interview, commented on the next round.", []),
        ("They are to discuss the truce, consider a list and draw a map.", []),
        ("The rebels attacked a checkpoint.", []),
        ("The ministry declined to comment.", []),
        ("The delegations held talks in Sochi.", []),
        ("The raid cost ten dollars per head.", []),
        ("The arrival of a smaller delegation signalled that they were not serious.", []),
        ("Russia and Iran have adopted a joint statement on Syria at the meeting.", []),
        ("Kazakhstan: Rebels, government to meet in May", []),
        ("The people want to achieve their demands for change.", []),
        ("The camp is breaking the truce agreed on 29 December.", []),
        ("Toma said his team would leave unless the regime agreed to a full truce.", ["said"]),
        ("A shell hit the market as the talks concluded in Sochi.", []),
        ("Addressing the participants, the Kazakh minister smiled.", []),
        ("The U.N.-backed talks start on Monday.", []),
        ("Pedersen is going to brief the council.", []),
        ("Yesterday, the parties to the “northern track” concluded their round.", []),
        ("Having fought for years, Moscow had hoped to leave Sochi early.", []),
        ("Her nominee, not expected to win, left Sochi.", []),
    ],
)
def test_no_claim_more(tell, text, cues):
    assert [claim[0] for claim in tell(text)] == cues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between the Syrian and Iranian sides went on.", ["Syrian SYR_GOV", "Iranian sides IRN"]),
        ("Lavrentyev arrived in Almaty, Kazakhstan, on Monday.", ["Lavrentyev RUS"]),
        ("They respect the sovereignty of Syria and Turkey.", []),
        ("A truce was urged by Syria, Iran and Russia.", ["Syria SYR_GOV", "Iran IRN", "Russia RUS"]),
        ("Trump and Macron spoke about Idlib.", ["Trump USA", "Macron FRA"]),
        ("ASTANA/WASHINGTON: Delegates arrived from the city on Sunday.", ["Delegates PARTICIPANTS"]),
        ("They met delegates in Sochi.", []),
        ("His visit to Iraq was short.", []),
        ("The rebels left Damascus on Sunday.", ["rebels SYR_OPP"]),
        ("Iranian Deputy Foreign Minister for Arab and African Affairs Jaberi Ansari spoke.", ["Jaberi Ansari IRN"]),
        ("The delegates to the meeting in Sochi discussed aid.", ["delegates PARTICIPANTS"]),
        ("Iran spoke as a guarantor state of the truce.", ["Iran IRN"]),
        ("UN spokesman Farhan Haq spoke.", ["Farhan Haq UN"]),
        ("After talks with the UN envoy for Syria, Khaji left.", ["UN envoy for Syria UN_ENVOY", "Khaji IRN"]),
        ("Rezan Shawish, a member of the Syrian Workers' Party, spoke.", []),
    ],
)
def test_mentions(name, text, expected):
    assert name(text) == expected


def test_a_word_given_to_something_is_the_speakers_own(code):
    claims = code(
        "Calling the plan a “mistake” that costs lives, Toma left the hall; he called the zone a “trap”."
    ).claims
    assert claims and not any(claim.distanced for claim in claims)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        (
            "Sources close to the so-called 'River Front', the largest militia there, said the truce was over.",
            "so-called",
        ),
        ("The president said that the group wants to establish a 'bandit-land' on the border.", "'bandit-land'"),
        (
            'The ministry called for an end to the Turkish "incursion," adding that the army will respond.',
            '"incursion,"',
        ),
        ("Syria accused Ankara of backing “terrorist groups.”", "“terrorist groups.”"),
        ("Erdogan said they had “cleansed” 300 “outlaws” in the valley.", "“outlaws”"),
        ("Russia said the “moderate opposition” was attacking the town.", "“moderate opposition”"),
        ("Reports purport that the Turkish state forms factions there.", "purport"),
        ("Syrian rebels reject the trio's 'Safe Zone' deal", "'Safe Zone'"),
        ("‘Guarantor States’ Reach Understanding on Idlib", "‘Guarantor States’"),
        ("The trio rejected attempts to create “new realities on the ground in the north”.",
         "“new realities on the ground in the north”"),
        ("Asked about the “moderate” rebels, Jaafari said that they had lied.", "“moderate”"),
        ("Toma attacked those whom Damascus refers to as “bandits”.", "“bandits”"),
        ("He said the war would go on, and that “terrorists” had fled as “cowards flee”.", "“terrorists”"),
        ("Lavrov said the so called safe belt was a trap.", "so called"),
        ("Iran rejects talks with rebels whom it sees as “terrorists”.", "“terrorists”"),
    ],
)
def test_distance_of_the_outlet(code, text, marker):
    assert marker in [claim.distance_surface for claim in code(text).claims]


def test_doubt_that_a_speaker_reports_is_not_the_outlets(code):
    claims = code("Jaafari said that Ankara, which claims to keep the peace, had broken it.").claims
    assert [claim.distance_scope for claim in claims if claim.act == "claim"] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian government said the move was an act of “open hostility”.",
        "Syria said that the strike was a clear case of “state terrorism” and that it would respond.",
        "Lavrov said the talks were “useful” and “open”.",
        "Lavrov said the new committee would start “very soon”.",
        "Lavrov said Russia would take “all necessary measures” to protect its forces.",
        "The ministers reaffirmed their “strong commitment” to the sovereignty of Syria.",
        "Kazakhstan said it would host the “Astana-20” meeting.",
        "Lavrov stressed that the “White Helmets” and “so-called charities abroad” had been caught.",
        "Russia said the guarantors' meeting and the rebels' plan were useful.",
        "Mogherini said Damascus bears “primary responsibility” for it.",
        "The UN called for “comprehensive monitoring” of the truce.",
        "Tehran warned of an “unprecedented” flood of people.",
        "The rebels backing the “Sochi track” called for a truce.",
        "Jaafari said the order “signals a full attack” on Idlib.",
        "Toma said dozens of people, “hundreds” of them children, had fled.",
    ],
)
def test_predicates_and_names_in_marks_keep_no_distance(code, text):
    claims = code(text).claims
    assert claims and not any(claim.distanced for claim in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They praised the readiness of the rebels to come.", ("readiness", ["SYR_OPP"], "to come")),
        ("A deal between Moscow and Ankara on Idlib was close.", ("deal", ["RUS", "TUR"], "Idlib")),
        ("The rebels rued a US decision over the Golan.", ("decision", ["USA"], "the Golan")),
        ("Its failure was due to Turkish promises to stay.", ("promises", ["TUR"], "to stay")),
        ("Lavrov's statement last year that Iran must leave was forgotten.",
         ("statement", ["RUS"], "Iran must leave")),
        ("It was a blow to Tehran's hopes for a deal.", ("hopes", ["IRN"], "a deal")),
        ("Moscow failed to live up to its agreement to pull out.", ("agreement", ["RUS"], "to pull out")),
        ("They agreed on Monday “in principle” to allow aid.", ("agreed", [], "to allow aid")),
        ("Pedersen urged the guarantors to renew their commitment to a truce.",
         ("commitment", ["GUARANTORS"], "a truce")),
        ("The move was denounced as a “stab in the very back” by Iran.", ("denounced", ["IRN"], "The move")),
        ("Amid Turkish warnings of more raids, the rebels left.", ("warnings", ["TUR"], "more raids")),
        ("Despite Russian assurances that it would hold, it broke.", ("assurances", ["RUS"], "it would hold")),
        ("Moscow's remark that the talks were useful drew laughter.", ("remark", ["RUS"], "the talks were useful")),
        ("The Kremlin's denial that it hit wards was met with doubt.", ("denial", ["RUS"], "it hit wards")),
        ("Lavrov's statement that rebels who fight must go was noted.",
         ("statement", ["RUS"], "rebels who fight must go")),
        ("There was agreement on the need for a truce.", ("agreement", ["PARTICIPANTS"], "the need for a truce")),
        ("The rebels withheld their consent to the map.", ("withheld their consent", ["SYR_OPP"], "the map")),
    ],
)
def test_nouns_with_their_owner(tell, text, expected):
    assert expected in tell(text)


def test_adherence_to_a_principle_is_affirmed_by_a_noun_as_well(code):
    claims = code("Tehran's commitment to the unity of Syria is in the text.").claims
    assert [claim.act for claim in claims] == ["affirm"]


@pytest.mark.parametrize(
    "text",
    [
        "The row outlasted the criticism of Turkey for the raids.",
        "Support of Moscow for decades kept him in power.",
        "The governor and the deal with lawmakers were in the news.",
        "They pinned their hopes on a new envoy.",
        "The firm and its statement on the oil price were in the news.",
        "The criticism of Ankara that would leave a mark was harsh.",
    ],
)
def test_nouns_that_own_nothing(tell, text):
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid drew sharp criticism from Moscow.", ("drew sharp criticism", ["RUS"], "The raid")),
        ("The plan was met with praise from Iran.", ("met with praise", ["IRN"], "The plan")),
        ("Agreement in Sochi on New Zone in Idlib", ("Agreement", ["PARTICIPANTS"], "New Zone in Idlib")),
        ("Agreement reached on a longer truce", ("Agreement", ["PARTICIPANTS"], "a longer truce")),
        ("The talks closed on Friday with a decision to meet again.",
         ("decision", ["PARTICIPANTS"], "to meet again")),
        ("The rebels left as the text was being signed.", ("signed", ["PARTICIPANTS"], "the text")),
        ("The issue of the prisoners was raised.", ("raised", ["PARTICIPANTS"], "The issue of the prisoners")),
        ("It was revealed that aid would come.", ("revealed", [], "aid would come")),
        ("Hope was voiced that aid would come.", ("Hope was voiced", ["PARTICIPANTS"], "aid would come")),
        ("Concern was expressed over Idlib by the Russian side.", ("Concern was expressed", ["RUS"], "Idlib")),
        ("Satisfaction was expressed by Iran with the text.", ("Satisfaction was expressed", ["IRN"],
         "the text")),
        ("Iran threw its support behind the plan.", ("threw its support", ["IRN"], "the plan")),
    ],
)
def test_reactions_headings_and_passives_with_a_noun(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The raid drew crowds from Homs.",
        "Turkey drew support from Moscow.",
        "No agreement on the map",
        "Agreement on Idlib will be signed on Monday",
        "The border has been quiet since the text was signed.",
        "The call is being paid for by a rich man.",
    ],
)
def test_what_is_no_reaction_and_no_pact(tell, text):
    assert tell(text) == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Lavrov on Idlib: 'We will not wait'", (":", ["RUS"], "We will not wait")),
        ("Pedersen to Security Council: Syrians need a truce", (":", ["UN_ENVOY"], "Syrians need a truce")),
        ("Toma after round: Nothing has changed", (":", ["SYR_OPP"], "Nothing has changed")),
        ("‘No rival to Astana’: Lavrov", (":", ["RUS"], "No rival to Astana")),
        ("Rebels refuse to attend: report", ("refuse", ["SYR_OPP"], "to attend")),
        ("Report: Turkey to pull out", (":", ["OUTLET_SOURCE"], "Turkey to pull out")),
        ("Updated-Jaafari: Ankara wants to wreck the talks", (":", ["SYR_GOV"], "Ankara wants to wreck the talks")),
    ],
)
def test_headlines_with_a_topic_behind_the_speaker(tell, headline, expected):
    assert expected in tell(headline + "\n\nThe round was long and cold.\n\nIt went on for days.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce is over. We say so. — Ahmad Toma (@toma) May 3, 2018", ("—", ["SYR_OPP"],
         "The truce is over. We say so")),
        ("No deal yet pic.twitter.com/abc — Jane Doe (@jane) May 3, 2018", ("—", ["OTHER"], "No deal yet")),
        ("The talks are dead.\n\n— Ahmad Toma (@toma) May 3", ("—", ["SYR_OPP"], "The talks are dead")),
        ("In the view of Damascus, the zone is a trap.", ("In the view of", ["SYR_GOV"], "the zone is a trap")),
        ("From Ankara's perspective, the zone is safe.", ("perspective", ["TUR"], "the zone is safe")),
    ],
)
def test_signed_messages_and_views(tell, text, expected):
    assert expected in tell("A headline about nothing\n\n" + text + "\n\nIt was cold.")
