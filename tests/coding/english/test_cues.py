"""The acts that the vocabulary of English news carries, and words that are none of them, in sentences of our own."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article


def list_acts(text):
    """Return the acts of the claims of a text."""
    return [claim.act for claim in code_records(make_article(text, "specimen", language="en")).claims]


ACTS = """
accuse | Damascus accused the White Helmets of preparing an alleged gas attack.
accuse | Damascus accuses Ankara of breaking the truce
accuse | Jaafari accused Ankara of supporting what he called terrorists.
accuse | The rebels laid blame on Iran for the breach.
accuse | The rebels lay the blame for the breach on Iran.
affirm | Ankara is adamant that the militia must leave.
affirm | Lavrov is convinced that the round was a success.
affirm | Lavrov made it clear that Moscow would stay.
affirm | Lavrov voiced confidence that the round would succeed.
affirm | Moscow attaches great importance to the return of refugees.
affirm | Tehran laid emphasis on the unity of Syria.
affirm | Tehran remains committed to the unity of Syria.
agree | An agreement was reached on the exchange of prisoners.
agree | Guarantors agree on list of detainees
agree | It was decided to hold the next round in Sochi.
agree | Moscow gave the green light to the operation.
agree | The guarantors have finalised the map of the zones.
agree | The guarantors reached a deal on four zones.
agree | The guarantors signed a memorandum on four zones.
agree | The parties came to an agreement on the exchange of prisoners.
agree | The rebels agreed a list of prisoners with Damascus.
agree | The three states approved the map of the zones.
agree | Turkey and Russia struck a deal on Idlib.
call | A call by the Red Cross for access was ignored.
call | Ankara pressed for a halt to the raids.
call | Jaafari's demand for a withdrawal was ignored.
call | Lavrov called upon the rebels to join the talks.
call | The delegation set a condition that the raids stop.
call | The ministry's calls for restraint went unheard.
call | The rebels are calling for the release of detainees.
call | The rebels demand that Iran leave Syria.
call | UN urges restraint in Idlib
claim | According to claims by Damascus, the rebels used gas.
claim | Damascus alleges that the rebels had used gas.
claim | Damascus claimed that the rebels had used gas.
claim | Moscow purports to be neutral.
commit | Ankara is determined to clear the border of the militia.
commit | Ankara pledged to pull out its troops.
commit | Moscow intends to send observers.
commit | Moscow promised help to the refugees.
commit | Moscow stands ready to send observers.
commit | Tehran is ready to host the next round.
commit | The guarantors undertook to monitor the truce.
concern | Ankara is alarmed by the shelling of Idlib.
concern | Guterres was dismayed at the shelling.
concern | Pedersen is deeply worried about the shelling.
concern | Pedersen voiced frustration with the slow pace.
concern | The envoy bemoaned the slow pace.
concern | The ministry is saddened by the loss of life.
concern | Turkey's concerns about the militia were noted in Sochi.
condemn | Damascus condemned the purported strike.
condemn | Damascus hit out at the Turkish raids.
condemn | Damascus slams Turkish raids
condemn | Tehran was critical of the raids.
condemn | The guarantors expressed condemnation of the attacks.
condemn | The guarantors strongly condemned the attacks.
condemn | The ministry denounced the raids as an aggression.
deny | Ankara denies shelling villages
deny | Ankara refuted the reports of an offensive.
deny | Moscow dismissed the accusations of bombing hospitals.
deny | The ministry denied that jets had bombed hospitals.
discuss | Lavrov, Cavusoglu discuss Idlib
discuss | The delegations held bilateral talks on the release of detainees.
discuss | The delegations held intensive consultations on the release of detainees.
discuss | The meeting tackled the release of detainees.
discuss | The parties took up the issue of detainees.
discuss | The release of detainees was discussed by the guarantors.
discuss | The talks dealt with the release of detainees.
discuss | The two sides had discussions on the release of detainees.
reject | Damascus is opposed to any partition of the country.
reject | Damascus remains opposed to any partition of the country.
reject | Damascus said no to the zone.
reject | Damascus' rejection of the zone was no surprise.
reject | Iran's rejection of the map surprised the envoys.
reject | Rebels reject Iran as guarantor
reject | The rebels are against any role for Iran.
reject | The rebels declined to sign the text.
reject | The rebels oppose any role for Iran.
reject | The rebels rejected the supposed ceasefire.
reject | The rebels ruled out talks with Iran.
reject | The rebels turned down the offer.
state | A source told TASS that the round was over.
state | According to a draft seen by Reuters, the zones shall last six months.
state | Ankara said the so-called "SDF" had broken the truce.
state | As Lavrov put it, the format has no alternative.
state | As per the Turkish delegation, the zone will be extended.
state | Asked about Idlib, Toma replied that the truce was dead.
state | Damascus said the self-proclaimed administration would be late.
state | Damascus said the self-styled army would be late.
state | Damascus said the so-called opposition would be late.
state | In remarks carried by SANA, Jaafari said the truce was dead.
state | In the words of Lavrov, the format has no alternative.
state | Jaafari called the rebels' demands a farce.
state | Jaafari said what he termed terrorist groups had broken the truce.
state | Jaafari spoke of what he described as Turkish aggression.
state | Jaafari's comments that the zone is illegal angered Ankara.
state | Lavrov called the talks "useful".
state | Lavrov expressed hope that the round would succeed.
state | Lavrov said "the truce is holding".
state | Lavrov said the truce was "holding well".
state | Lavrov was hopeful that the round would succeed.
state | Lavrov was optimistic about the round.
state | Moscow is of the opinion that the round was a success.
state | Moscow is of the view that the round was a success.
state | Per the Russian ministry, the truce is holding.
state | Quoting a source, Interfax reported that the round was over.
state | Russia said the area had been cleared of what it says are terrorists.
state | Speaking to reporters, Toma said the truce was dead.
state | Tehran said the "safe zone" was a trap.
state | Tehran takes the view that the round was a success.
state | The army entered the town under the pretext of fighting terrorism, Damascus said.
state | The envoy spoke of what he called a step forward.
state | The ministry described the raids as an aggression.
state | The rebels allegedly used gas, Damascus said.
state | The text reads: "The zones shall last six months."
state | The truce is holding, per Moscow.
state | The zone, Damascus said, is a den of terrorists, as it put it.
state | Toma posted that the truce was dead.
warn | Jaafari threatened to bomb the airport in Tel Aviv.
warn | Tehran cautioned Israel against further raids.
warn | The envoy sounded the alarm over the shelling of Idlib.
warn | The ministry issued a warning against any new offensive.
warn | UN warns of disaster in Idlib
welcome | Lavrov expressed gratitude to Kazakhstan for hosting the talks.
welcome | Moscow hailed the deal as a breakthrough.
welcome | Moscow voiced support for the new committee.
welcome | Pedersen praised the host for its efforts.
welcome | Tehran thanked Kazakhstan for hosting the talks.
welcome | The guarantors paid tribute to the host.
"""
NONE = """
Russian jets attacked the town on Monday.
The rebels attacked a checkpoint.
The army blasted a tunnel near the border.
The government contested the town for years.
Hundreds of families returned to the towns.
The minister arrived in Astana for talks on Syria.
The second round ended without a statement.
The two delegations met behind closed doors.
The rebels seized the side road.
Tanks are concentrated on the border.
The committee holds its meetings in Geneva.
The forces took aim at the hill.
The offensive raised dust over the plain.
The militia pressed the town from the north.
A centre on the border deals with aid.
The army commands the heights above Idlib.
Fighters embraced their relatives at the gate.
The tank savaged the gate.
The regime directed fire at the hospital.
The talks are expected to open on Monday.
Guards snapped at the crowd.
Moscow reached the border by night.
The campaign against the group went on.
The border posts that were closed last year are open.
The army has deliberate attacks on its record.
Direct talks on aid are due in May.
Snap elections that year were quiet.
New rules that bind the army are due.
The table on the left was empty.
The flags that flew there were torn.
Aid was sent to the camps in the north.
"""


@pytest.mark.parametrize("line", ACTS.strip().splitlines())
def test_act(line):
    act, text = line.split(" | ")
    assert list_acts(text) == [act]


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_no_act(text):
    assert not list_acts(text)
