"""The claim of a verb whose arguments are known."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder, unplace
from astana_study.coding.english.arguments import Arguments
from astana_study.coding.english.clauses import FINITE, PARTICIPLE, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import ADV, DET, GENITIVE, MODAL, POSS, PREP, PUNCT, QUOTE, TO
from astana_study.coding.english.lists import ARMED, AUDIENCE, EVENTS, SIDES, STRUCK
from astana_study.coding.english.nouns import PRINCIPLES
from astana_study.coding.english.passives import DATES
from astana_study.coding.english.regions import LISTED
from astana_study.coding.english.speakers import Speakers

LIGHTENED: Final = {
    "affirm",
    "reaffirm",
    "reiterate",
    "renew",
    "stress",
    "confirm",
    "emphasize",
    "emphasise",
    "underline",
    "repeat",
    "restate",
    "announce",
    "declare",
    "underscore",
    "highlight",
    "note",
}
VIOLENT: Final = {"attack", "blast", "assail", "bash", "hit back", "hit out", "take aim", "tear into"}
HANDLING: Final = {"deal with", "tackle", "take up"}
"""Verbs that tell what talks were about."""
SILENCE: Final = {"comment", "elaborate", "say", "name", "disclose", "answer", "specify", "give", "be", "confirm"}
EVINCING: Final = {
    "show", "reflect", "outline", "signal", "indicate", "reveal", "suggest", "imply", "underline", "underscore",
    "highlight", "confirm", "mean", "demonstrate", "recall", "threaten", "point to",
}  # fmt: skip
"""Verbs whose subject may be an event, which says nothing."""
MERITS: Final = {"effort", "efforts", "contribution", "contributions"}
"""Whoever acknowledges them gives praise."""
SELECTIVE: Final = {"plan", "seek", "set", "tie", "link", "be that", "remain that"}
"""Verbs that mostly say nothing."""
INTENDING: Final = {"intend", "plan"}
RESULTING: Final = {"culminate in", "end with", "conclude with", "close with"}
"""Verbs with which talks come to an agreement."""
HELP: Final = {"refuge", "asylum", "shelter", "help", "revenge", "treatment", "cover", "work", "advice", "safety"}
"""What people seek without asking anybody's consent."""
POSITIONS: Final = {
    "statement", "position", "message", "view", "stance", "opinion", "conclusion", "belief", "demand", "condition",
    "answer", "argument", "assessment", "reply", "response",
}  # fmt: skip
"""Nouns that are what somebody says: "Moscow's position is that …"."""
CENTRED: Final = {"focus", "centre", "center"}
LAWFUL: Final = {"law", "rules", "constitution", "odds"}
PACTS: Final = {"deal", "agreement", "truce", "ceasefire", "pact", "accord", "memorandum", "understanding"}
NAMED: Final = {"explicit subject", "pronoun"}
"""How a subject is found that stands at its verb."""
OFFERS: Final = PACTS | {
    "proposal", "proposals", "offer", "offers", "invitation", "plan", "terms", "condition", "conditions", "demand",
    "demands", "recommendation", "recommendations", "initiative", "principle", "idea", "resolution", "formula",
    "solution", "settlement", "mediation", "decision", "result", "results", "request", "responsibility",
}  # fmt: skip
"""What is accepted by agreeing to it."""
ADMITTANCE: Final = {"permission", "access", "entry", "visa", "visas", "requests", "request", "passage"}
"""Whoever denies it refuses it."""
FOCUS: Final = {"only", "even", "all", "both", "just", "still", "now", "neither", "first"}


class Claims(Speakers):
    """The claim of a verb whose arguments are known. Part of `grammar.Reading`."""

    def _claim(
        self, group: Group, frames: Frames, holder: Holder | None, how: str, arguments: Arguments
    ) -> Finding | None:
        sentence = self.sentence
        opens = arguments.opens
        ahead = self.sentence.folded[arguments.at : arguments.at + 5]
        if frames.lemma in HANDLING and (holder is None or holder.kind not in ("holder", "collective", "weak")):
            return None  # "Ankara deals with the militia"
        meeting = holder is not None and holder.kind in ("holder", "collective")
        if group.passive and frames.lemma in CENTRED and not meeting:
            return None  # "the army is focused on the valley"; a round is
        if frames.lemma in VIOLENT and self._is_fighting(group, arguments.at):
            return None  # "the rebels attacked a checkpoint"
        if frames.lemma in ("support", "back") and self.is_side(arguments.at):
            return None  # "Ankara backs the rebels": what it does, not what it says
        if frames.lemma == "be against" and not LAWFUL.isdisjoint(ahead[:3]):
            return None  # "it is against the law"
        if frames.lemma in ("call", "style") and ahead[:1] and ahead[0].endswith(("self", "selves")):
            return None  # "the militia that calls itself an army"
        if frames.lemma == "clinch" and PACTS.isdisjoint(ahead):
            return None  # "clinched the cup"
        if frames.lemma == "accept" and opens == "object" and OFFERS.isdisjoint(sentence.folded[arguments.at :][:9]):
            return None  # "accepted an award"
        if frames.lemma == "claim" and "lives" in ahead and self.words[arguments.at - 1].fold != "that":
            return None  # "claimed the lives of thirty people"
        if frames.lemma in INTENDING and group.tense != "present":
            return None  # "his negotiators intended to reject it": what was thought, not said
        if frames.lemma in SELECTIVE and not self._may_claim(group, frames.lemma, holder, ahead):
            return None
        if frames.lemma in ("decline", "refuse") and not SILENCE.isdisjoint(ahead[:3]):
            return None  # "declined to comment"
        if frames.lemma in EVINCING and how == "explicit subject" and self._is_event(group):
            return None  # "the outcomes of the talks outlined a way ahead"
        if (frames.lemma in ("show", "reflect") or frames.lemma == "remind" and opens == "object-prep") and (
            holder is None or holder.kind in ("holder", "unknown", "collective")
        ):
            return None  # "recent developments showed the importance of …"
        if frames.lemma in ("adopt", "issue", "announce") and opens == "object" and self._is_document(arguments.at):
            self.note_statement(group, holder if how == "explicit subject" else None)
            return None  # "have adopted a joint statement": of which nothing is told
        if (
            frames.lemma in ("cite", "quote")
            and opens == "object"
            and any(
                self.words[k].fold == "as" and self.words[k + 1].fold in ("saying", "having")
                for k in range(arguments.at, min(arguments.at + 10, sentence.last - 1))
            )
        ):
            return None  # "cited a draft as saying": the draft says it
        if frames.lemma == "cite" and arguments.at in sentence.inside:
            if sentence.inside[arguments.at].entry.use == "agency":
                return None  # "reports citing TASS"
        if frames.lemma in ("ask", "speak") and ("named" in ahead or "identified" in ahead or "anonymity" in ahead):
            return None
        if (
            frames.lemma in ("say", "tell", "add")
            and ahead[:1]
            and ahead[0] in ("little", "nothing", "much", "so", "enough")
            and not self._has_verb_next(arguments.at)
            and ahead[1:2] != ["of"]
        ):
            return None
        if frames.lemma == "address" and opens == "object" and self._is_audience(arguments.at):
            return None
        if frames.lemma == "refer" and self.words[arguments.at - 1].fold == "as" and how not in NAMED:
            return None  # "these forces, also referred to as monitors"
        if opens == "object" and self.words[arguments.at].fold == "no":
            return None  # "adopted no statement"
        draft = self.begin(group, frames, arguments.act, f"en.verb.{opens}", holder)
        if opens == "that":
            while arguments.at - 1 >= group.j and self.words[arguments.at - 1].fold in FOCUS:
                arguments.at -= 1  # "said only Damascus …"
        draft.extra["at"] = arguments.at
        if opens in ("that", "ing"):
            draft.mode = "indirect"
        if opens == "colon" or opens == "quote":
            self._open_quote(draft, arguments)
        else:
            self.open_content(draft, arguments.at)
        noun_frames = opens == "object" and (frames.light or frames.lemma in LIGHTENED)
        if noun_frames and not self._apply_noun(draft, group, arguments.at, light=frames.light and not frames.object):
            return None
        if frames.lemma in RESULTING and not (meeting or draft.act == "agree" and self._is_known(holder)):
            return None  # "the raids led to calls for a truce"
        if frames.lemma == "suggest" and opens == "that" and self._is_proposal(arguments.at):
            draft.act = "call"
        if opens == "prep" and draft.act == "state" or frames.lemma == "address" and opens == "object":
            if self._names_need(arguments.at, sentence.last):
                draft.act = "affirm"  # "spoke about the importance of", "addressed the need for"
        if frames.lemma in ("acknowledge", "recognise", "recognize") and opens == "object":
            if not MERITS.isdisjoint(ahead[:3]):
                draft.act = "welcome"  # "acknowledged the efforts of the host"
        if frames.lemma == "commit" and opens == "prep":
            head = " ".join(sentence.folded[arguments.at : arguments.at + 7])
            if any(principle in head for principle in PRINCIPLES):
                draft.act = "affirm"
        if frames.lemma == "deny" and opens == "object" and not ADMITTANCE.isdisjoint(ahead[:3]):
            draft.act = "reject"  # "denied permission for the operation"
        if opens == "object" and frames.object == "reject" and self._names_accusation(arguments.at):
            draft.act = "deny"
        self.finish(draft, holder, how)
        if draft.rule == "en.verb.noun" and "second" in draft.extra:
            self._add_second(draft, draft.extra["second"], holder)
        return draft

    def _add_second(self, first: Finding, k: int, holder: Holder | None) -> None:
        """Add the claim of a second noun that is another act: "expressed condemnation and concern at"."""
        noun = self.words[k].noun
        if noun is None or not first.opened:
            return
        cue = self.sentence.starts[k], self.sentence.ends[k]
        draft = Finding(*cue, noun.lemma, noun.noun, "reported", "en.verb.noun", holder)
        draft.extra["nominal"] = k
        self.open_content(draft, first.extra["at"])
        self.consumed.add(k)
        self.finish_aside(draft, None if holder is None else unplace(holder), "coordinated subject")

    @staticmethod
    def _is_known(holder: Holder | None) -> bool:
        return holder is not None and holder.kind != "unknown"

    def _may_claim(self, group: Group, lemma: str, holder: Holder | None, ahead: list[str]) -> bool:
        """Whether a verb that mostly says nothing does: "sought their exclusion", "the view is that"."""
        if holder is None or holder.kind == "unknown":
            return False
        if lemma in ("plan", "tie", "link"):
            return lemma == "plan" or group.kind == FINITE  # "ties the decision to the outcome"
        if lemma == "set":
            at = group.j
            return not DATES.isdisjoint(self.sentence.folded[at : at + 9])
        if lemma == "seek":
            at = group.j
            owned = at in self.sentence.inside or bool(self.words[at].cls & (DET | POSS))
            return group.kind == FINITE and owned and HELP.isdisjoint(ahead[:4])
        begin = self.subjects.begin.get(group.m, group.i)
        return any(word in POSITIONS for word in self.sentence.folded[begin : group.i])

    def _is_fighting(self, group: Group, at: int) -> bool:
        """Whether an attack is one with weapons, by who attacks or by what is struck."""
        words, begin = self.words, self.subjects.begin.get(group.m, group.i)
        if any(words[k].lists & ARMED for k in range(begin, group.i)):
            return True
        return any(words[k].lists & STRUCK for k in range(at, min(at + 6, self.sentence.last)))

    def is_side(self, at: int) -> bool:
        """Whether the words from `at` name a side of the war or a country, and nothing that is theirs."""
        sentence, words = self.sentence, self.words
        k = at
        while k < min(at + 6, sentence.last):
            entity = sentence.inside.get(k)
            if entity is not None and entity.entry.use in LISTED and entity.entry.actor_id != "PARTICIPANTS":
                k = entity.j
                if k < sentence.last and (k in sentence.inside or words[k].cls & GENITIVE):
                    return False
                if k >= sentence.last or words[k].cls or words[k].lists & (ARMED | SIDES) or k in self.clauses.covered:
                    return True
                return entity.entry.use in ("mention", "person") and not words[k].noun
            if words[k].lists & (ARMED | SIDES) or words[k].fold.startswith("terrorist"):
                return k + 1 >= sentence.last or not words[k + 1].cls & GENITIVE
            if words[k].cls & ~(DET | POSS | ADV | QUOTE | PUNCT) or words[k].noun is not None:
                return False
            if k in self.clauses.covered and self.clauses.covered[k].kind != PARTICIPLE:
                return False
            k += 1
        return False

    def _is_event(self, group: Group) -> bool:
        """Whether the head of a subject is something that happened: "the arrival of a smaller delegation"."""
        begin = self.subjects.begin.get(group.m, group.i)
        head = next((k for k in range(begin, group.i) if self.words[k].cls & PREP), group.i)
        return any(self.words[k].lists & EVENTS for k in range(max(begin, head - 2), head))

    def _has_verb_next(self, at: int) -> bool:
        """ "Said much remained to be done": the word is a subject."""
        verb = self.clauses.covered.get(at + 1)
        return verb is not None and verb.kind == FINITE

    def _is_audience(self, at: int) -> bool:
        """Whether those are addressed, not a matter: "addressing the participants"."""
        for k in range(at, min(at + 4, self.sentence.last)):
            entity = self.sentence.inside.get(k)
            if entity is not None:
                return entity.entry.actor_id in ("PARTICIPANTS", "UNSC", "UNGA")
            if self.words[k].lists & AUDIENCE:
                return True
        return False

    def _is_proposal(self, at: int) -> bool:
        """ "Suggested that it be the last": the subjunctive proposes."""
        words = self.words
        return any(
            words[k].fold == "should" or words[k].fold in ("be", "become") and not words[k - 1].cls & (TO | MODAL | ADV)
            for k in range(at + 1, min(at + 12, self.sentence.last))
        )

    def _open_quote(self, draft: Finding, arguments: Arguments) -> None:
        quote = arguments.quote
        if quote is None and arguments.at < self.sentence.last:
            quote = self.sentence.quote_at.get(arguments.at)
        if quote is not None and quote.kind != "label":
            draft.mode, draft.direct = "direct", True
            draft.content_start, draft.content_end = quote.start, quote.end
            draft.quote = (quote.start, quote.end)
            draft.extra["at"] = quote.i
            draft.extra["after"] = quote.j + 1
            draft.opened = True
        else:
            draft.mode = "indirect"
            self.open_content(draft, arguments.at)
