"""From verbs to claims: which verb groups of a sentence carry a claim, and what it says.

The id of the rule that fired stands in every claim and is described, with an example that is run as a test, in
``codebook/rules.csv``. Contents are given their end by `contents` when all claims of a sentence are known.
"""

from __future__ import annotations

from astana_study.coding.draft import Holder
from astana_study.coding.english.arguments import Arguments, read_arguments, skip_time
from astana_study.coding.english.clauses import FINITE, GERUND, INFINITIVE, PARTICIPLE, Clauses, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    GENITIVE,
    MODAL,
    NEG,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    SUB,
    TIME,
    TO,
)  # fmt: skip
from astana_study.coding.english.phrases import Phrases
from astana_study.coding.english.recall import Recall
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.subjects import Subjects

PARTICIPANTS = Holder(("PARTICIPANTS",), "p", "collective")
PRINCIPLES = ("sovereign", "unity", "independence", "territorial", "integrity", "charter", "principle", "resolution",
              "international law", "agreement", "memorandum", "political", "ceasefire", "norms")  # fmt: skip
STATUS = {"explicit subject": "explicit", "pronoun": "pronoun", "coordinated subject": "pro-drop", "pro-drop": "pro-drop",
          "participle": "pro-drop", "chapeau": "chapeau", "none": "none"}  # fmt: skip
NOUN_PREPS = {"of", "for", "to", "at", "about", "over", "on", "with", "against", "in", "regarding", "towards", "toward",
              "concerning", "by", "from", "as"}  # fmt: skip
LIGHTENED = {"affirm", "reaffirm", "reiterate", "renew", "stress", "confirm", "emphasize", "emphasise", "underline", "repeat",
             "announce", "declare", "underscore", "highlight", "note"}  # fmt: skip
UNREPORTED = {"ask", "tell", "consider", "expect", "think", "believe", "say", "report", "know", "describe", "call", "inform",
              "note", "show", "make", "give", "offer", "raise", "pay", "share", "continue", "concern", "write", "read",
              "hold", "press", "launch", "level", "extend", "issue", "invite", "order", "charge", "argue", "estimate"}  # fmt: skip
IMPERSONAL = {"agree", "decide", "note", "stress", "emphasize", "emphasise", "underline", "announce", "reaffirm", "confirm",
              "recall", "affirm", "propose", "recommend", "suggest", "claim", "allege", "report", "reiterate", "resolve",
              "conclude", "highlight", "point out"}  # fmt: skip
SPEECH = {"say", "add", "write", "recall", "explain", "ask", "reply", "remark", "joke"}
STATES = {"commit", "concern", "oppose", "determine", "worry"}


class Reading:
    """One sentence being read: its clauses, subjects and the claims found so far."""

    def __init__(self, sentence: Sentence, nouns: dict[str, Frames], clauses: Clauses, memory: Recall, published: str,
                 chapeau: Holder | None):  # fmt: skip
        self.sentence = sentence
        self.words = sentence.words
        self.nouns = nouns
        self.memory = memory
        self.chapeau = chapeau
        self.clauses = clauses
        self.phrases = Phrases(sentence, memory, published)
        self.subjects = Subjects(sentence, clauses, self.phrases, chapeau, memory)
        self.drafts: list[Finding] = []
        self.consumed: set[int] = set()
        self.bare: tuple[Group, Holder, str] | None = None
        """A verb of saying with a speaker and nothing said: it may stand behind a quotation of its own sentence."""

    # -- verbs -------------------------------------------------------------------------------------------------------

    def read_verb(self, group: Group) -> None:
        """Read a verb group that has frames."""
        frames = group.frames
        if frames is None or group.negated or group.modal:
            return
        if group.kind == INFINITIVE:
            head = self._head_of_infinitive(group)
            if head is None:
                return
            self._read_finite(group, frames, *self.subjects.find(head), self.subjects.begin.get(head.m, head.i))
        elif group.kind == GERUND:
            self._read_participle(group, frames)
        elif group.kind == PARTICIPLE:
            return
        elif group.passive and group.lemma not in STATES:
            self._read_passive(group, frames)
        else:
            holder, how = self.subjects.find(group)
            begin = self.subjects.begin.get(group.m, group.i)
            if frames.lemma in ("support", "back", "oppose") and self.clauses._is_relative(group):
                return  # "Turkey, which backs the rebels": background
            if self._is_denied(begin, group.i) or begin > self.sentence.first and self.words[begin - 1].fold == "what":
                return
            self._read_finite(group, frames, holder, how, begin)

    def _is_denied(self, begin: int, end: int) -> bool:
        return any(
            self.words[k].cls & NEG and self.words[k].fold in ("nobody", "none", "neither") or self.words[k].fold == "no"
            for k in range(begin, min(begin + 2, end))
        )

    def _head_of_infinitive(self, group: Group) -> Group | None:
        """ "Went on to say": the infinitive is what is reported."""
        if group.number == 0:
            return None
        head = self.clauses.groups[group.number - 1]
        if head.j == group.i and head.kind == FINITE and not (head.negated or head.modal) and head.lemma in (
            "go on", "proceed", "go",
        ) and group.lemma not in ("go on", "continue"):  # fmt: skip
            return head
        return None

    def _read_finite(self, group: Group, frames: Frames, holder: Holder | None, how: str, begin: int) -> None:
        arguments = read_arguments(self.sentence, self.subjects, group, frames)
        before = begin - 1
        words = self.words
        mark = words[before] if before >= self.sentence.first and before not in self.sentence.inside else None
        if group.kind == FINITE and (frames.that or frames.quote) and (
            how not in ("explicit subject", "pronoun") or self._may_invert(group, frames)
        ):  # fmt: skip
            inverted = self._read_inversion(group)
            if inverted is not None:
                holder, end, begin = inverted
                self._claim_backward(group, frames, holder, "explicit subject", group.i, end, "en.verb.inverted")
                return
            mark = None
        if mark is not None and mark.fold == "as" and not arguments.opens and (frames.that or frames.quote):
            self._claim_as(group, frames, holder, how, begin)
            return
        trailing = mark is not None and mark.cls & (COMMA | QUOTE | DASH) and how in ("explicit subject", "pronoun") and (
            frames.that or frames.quote
        )  # fmt: skip
        if trailing and (not arguments.opens or mark.cls & QUOTE or arguments.opens in ("quote", "colon") and self._quote_before(before)):
            if not arguments.opens and not self._ends_clause(arguments.stop) and not self._quote_before(before):
                return
            if not arguments.opens or self._quote_before(before):
                stop = arguments.stop if not arguments.opens else arguments.at - 1
                self._claim_backward(group, frames, holder, how, begin, max(stop, group.j), "en.verb.trailing")
                return
        if not arguments.opens:
            if holder is not None and frames.quote and how in ("explicit subject", "pronoun") and begin <= self.sentence.first + 1:
                self.bare = (group, holder, how)
            return
        self._claim(group, frames, holder, how, arguments)

    def _ends_clause(self, stop: int) -> bool:
        """Whether nothing stands behind a trailing verb that could be its object."""
        if stop in self.clauses.covered:
            return self.clauses.covered[stop].kind == PARTICIPLE
        if stop < 0 or stop >= self.sentence.last or stop in self.sentence.inside:
            return stop < 0 or stop >= self.sentence.last
        cls = self.words[stop].cls
        return bool(cls & (COMMA | STOP | QUOTE | DASH | PREP | SUB | TIME | REL) or cls & PUNCT) and not cls & (DET | POSS)

    def _may_invert(self, group: Group, frames: Frames) -> bool:
        """Whether a comma or quotation stands before the verb and nothing but a speaker behind it."""
        sentence, words = self.sentence, self.words
        before = group.i - 1
        if group.lemma == "tell" or group.i != group.m or before < sentence.first or not words[before].cls & (COMMA | QUOTE) or before in sentence.inside:
            return False
        if group.j >= sentence.last:
            return False
        entity = next((sentence.inside[k] for k in range(group.j, min(group.j + 4, sentence.last)) if k in sentence.inside), None)
        if entity is None or entity.entry.use not in ("person", "role", "agency", "source", "mention"):
            return False
        if any(words[k].cls & (COMP | QUOTE | TO | PUNCT) for k in range(group.j, entity.i)):
            return False
        if entity.entry.use == "mention" and frames.object:
            return False
        after = entity.j
        while after < sentence.last and after in sentence.inside:
            after += 1
        return after >= sentence.last or bool(words[after].cls & (COMMA | STOP | PREP | QUOTE | TIME | REL))

    def _quote_before(self, mark: int) -> bool:
        """Whether a quotation ends at the mark before a trailing speaker."""
        sentence = self.sentence
        return any(q.j in (mark, mark - 1) and q.i - 1 < mark and q.kind == "speech" for q in sentence.quotes)

    def _claim(self, group: Group, frames: Frames, holder: Holder | None, how: str, arguments: Arguments) -> Finding | None:
        sentence = self.sentence
        opens = arguments.opens
        if opens == "object" and self.words[arguments.at].fold == "no":
            return None  # "adopted no statement"
        draft = Finding(sentence.starts[group.m], sentence.ends[group.j - 1], frames.lemma, arguments.act, "reported",
                      f"en.verb.{opens}", holder)  # fmt: skip
        draft.extra = {"group": group, "at": arguments.at}
        if opens in ("that", "ing"):
            draft.mode = "indirect"
        if opens == "colon" or opens == "quote":
            self._open_quote(draft, arguments)
        else:
            self.open_content(draft, arguments.at)
        noun_frames = opens == "object" and (frames.light or frames.lemma in LIGHTENED)
        if noun_frames and not self._apply_noun(draft, group, arguments.at, light=frames.light and not frames.object):
            return None
        if frames.lemma == "suggest" and opens == "that" and self._is_proposal(arguments.at):
            draft.act = "call"
        if opens == "object" and frames.object == "reject" and self._names_accusation(arguments.at):
            draft.act = "deny"
        return self.finish(draft, holder, how)

    def _is_proposal(self, at: int) -> bool:
        """ "Suggested that it be the last": the subjunctive proposes."""
        words = self.words
        return any(
            words[k].fold == "should" or words[k].fold == "be" and not words[k - 1].cls & (TO | MODAL | ADV)
            for k in range(at + 1, min(at + 12, self.sentence.last))
        )

    def open_content(self, draft: Finding, at: int) -> None:
        """Let the content run from word `at` to wherever the clause ends."""
        words = self.words
        while at < self.sentence.last and words[at].fold == ",":
            at += 1
        if at >= self.sentence.last:
            return
        draft.content_start = self.sentence.starts[at]
        draft.content_end = self.sentence.ends[at]
        draft.extra["at"] = at
        draft.opened = True

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

    def finish(self, draft: Finding, holder: Holder | None, how: str) -> Finding:
        """Give a claim its holder and remember who spoke."""
        draft.holder, draft.holder_how = holder, how
        draft.status = STATUS.get(how, "none")
        self.drafts.append(draft)
        if holder is not None and how in ("explicit subject", "pronoun") and holder.actors and holder.kind != "agency":
            kept = holder
            if how == "pronoun":
                kept = next((h for h in reversed(self.memory.holders) if h.actors == holder.actors), holder)
            self.memory.remember(kept)
            if how == "explicit subject" or len(holder.actors) == 1:
                self.memory.pair = ()
        return draft

    # -- backward: the content stands before its speaker ---------------------------------------------------------------

    def _read_inversion(self, group: Group) -> tuple[Holder, int, int] | None:
        """Read "…, said the envoy": the speaker behind the verb. Returns ``(holder, end, begin)``."""
        sentence, words = self.sentence, self.words
        before = group.i - 1
        if before < sentence.first or not words[before].cls & (COMMA | QUOTE | DASH) or before in sentence.inside:
            return None
        j = group.j
        s = j
        while j < sentence.last and j < s + 16:
            entity = sentence.inside.get(j)
            if entity is not None:
                j = entity.j
                continue
            cls = words[j].cls
            if cls & (COMMA | STOP | QUOTE | REL | COMP | TIME) and not cls & DET or j in self.clauses.covered and j > s:
                break
            if words[j].fold in ("in", "on", "at", "during", "after") and j > s:
                break
            j += 1
        if j == s or words[s].cls & (COMP | TO) or words[s].fold == "that":
            return None
        quoted = words[before].cls & QUOTE or before > sentence.first and words[before - 1].cls & QUOTE
        if not quoted and (group.frames.object or group.lemma not in SPEECH):
            known = any(k in sentence.inside and sentence.inside[k].entry.use in ("person", "role", "agency", "mention") for k in range(s, j))
            if not known or j < sentence.last and not words[j].cls & (COMMA | STOP | REL | TIME | PREP):
                return None
        if j < sentence.last and j in self.clauses.covered and not words[j].cls & REL:
            return None
        holder = self.phrases.read(s, j)
        if holder is None or holder.kind == "unknown" and not quoted and not words[s].cls & (DET | POSS) and not any(
            words[k].cap for k in range(s, j)
        ):  # fmt: skip
            return None
        return holder, j, group.i

    def _claim_backward(self, group, frames: Frames, holder, how: str, begin: int, stop: int, rule: str) -> None:
        """A claim whose content ends before `begin`; `stop` is the word at which reading behind the verb stopped."""
        sentence, words = self.sentence, self.words
        act = frames.quote or frames.that or frames.told
        draft = Finding(sentence.starts[group.m], sentence.ends[group.j - 1], frames.lemma, act, "indirect", rule, holder)
        draft.extra = {"group": group, "trailing": begin}
        before = begin - 1
        end = before
        while end > sentence.first and words[end - 1].cls & (COMMA | QUOTE | DASH) and end - 1 not in sentence.inside:
            end -= 1
        if end < before and words[end].cls & QUOTE and not any(q.j == end and q.kind == "speech" for q in sentence.quotes):
            end += 1  # the closing mark of a label belongs to the content
        start = sentence.first
        quote = next((q for q in sentence.quotes if q.kind == "speech" and q.j in (end, end - 1, before, before - 1) and q.i < begin), None)
        if quote is not None:
            draft.mode, draft.direct = "direct", True
            if quote.i - 1 <= sentence.first or words[quote.i - 2].cls & (STOP | COMMA) or words[quote.i - 2].cls & CONTRAST:
                start = quote.i
        quoted = quote is not None and start == quote.i
        while not quoted and start < end and (words[start].cls & (CONTRAST | CONJ) or words[start].cls & PUNCT and words[start].fold != "[") and start not in (
            sentence.inside
        ):  # fmt: skip
            start += 1
        if start < end:
            draft.content_start = sentence.starts[start]
            draft.content_end = sentence.ends[end - 1]
            draft.extra["at"] = start
        stop = skip_time(sentence, stop)
        follows = stop
        while follows < sentence.last and words[follows].cls & (COMMA | STOP) and words[follows].fold in (",", ":"):
            follows += 1
        if follows > stop or follows < sentence.last and words[follows].cls & QUOTE:
            resumed = sentence.quote_at.get(follows)
            if resumed is not None and resumed.kind == "speech":
                draft.content_end = resumed.end
                draft.extra["after"] = resumed.j + 1
                draft.mode, draft.direct = "direct", True
            elif follows < sentence.last and words[follows].cls & (CONJ | CONTRAST) and not words[follows].cls & REL and quote is None:
                draft.opened = True
                draft.extra["resumes"] = follows
        self.finish(draft, holder, how)

    def _claim_as(self, group: Group, frames: Frames, holder, how: str, begin: int) -> None:
        """ "As the minister noted, …"."""
        sentence, words = self.sentence, self.words
        draft = Finding(sentence.starts[group.m], sentence.ends[group.j - 1], frames.lemma, frames.that or frames.quote, "indirect",
                      "en.verb.as", holder)  # fmt: skip
        draft.extra = {"group": group, "trailing": begin - 1}
        if begin - 1 <= sentence.first + 1:
            comma = next((k for k in range(group.j, min(sentence.last, group.j + 20)) if words[k].cls & COMMA), None)
            if comma is None:
                return
            self.open_content(draft, comma + 1)
        else:
            draft.content_start = sentence.starts[sentence.first]
            draft.content_end = sentence.ends[begin - 2]
        if holder is not None:
            self.finish(draft, holder, how)

    # -- nouns decide --------------------------------------------------------------------------------------------------

    def _names_accusation(self, at: int) -> bool:
        return any(self.words[k].fold in ("accusation", "accusations", "allegation", "allegations", "claims", "claim", "charges", "reports")
                   for k in range(at, min(self.sentence.last, at + 4)))  # fmt: skip

    def _apply_noun(self, draft: Finding, group: Group, at: int, *, light: bool) -> bool:
        """Let the noun behind a light verb decide the act. False where a light verb has none."""
        sentence, words = self.sentence, self.words
        k = at
        clean = True
        while k < sentence.last and k < at + 12:
            word = words[k]
            entity = sentence.inside.get(k)
            if entity is not None:
                clean = False
                k = entity.j
                continue
            if word.noun is not None:
                following = words[k + 1] if k + 1 < sentence.last else None
                if following is None or following.cls & (PREP | TO | COMP | PUNCT | CONJ | TIME | SUB) or following.fold == "that":
                    break
            if word.cls & QUOTE and k == at or word.cls & QUOTE and k == at + 1 and words[at].cls & POSS:
                k += 1
                continue
            if word.cls & (PREP | COMP | COMMA | STOP | REL | TO | QUOTE) and not word.cls & DET or (
                k in self.clauses.covered and self.clauses.covered[k] is not group and self.clauses.covered[k].kind != PARTICIPLE
            ):  # fmt: skip
                return not light
            if word.cls & GENITIVE:
                clean = False
            k += 1
        else:
            return not light
        if k >= sentence.last:
            return not light
        noun = words[k].noun
        follows = k + 1
        while follows < sentence.last and words[follows].cls & CONJ and follows + 1 < sentence.last and (
            words[follows + 1].noun is not None or words[follows + 1].cls & POSS
        ):  # fmt: skip
            step = follows + 1
            while step < sentence.last and words[step].cls & (POSS | ADV):
                step += 1
            if step >= sentence.last or words[step].noun is None:
                break
            follows = step + 1
        if noun.stays:
            if light or draft.act == "affirm":
                draft.act = noun.noun if noun.noun != "affirm" else "affirm"
            return True
        if not light and draft.lemma in ("note", "highlight", "stress", "emphasize", "emphasise", "underline", "underscore") and (
            noun.noun in ("affirm", "state", "call", "agree", "claim") or not (k > at and words[at].cls & POSS)
        ):  # fmt: skip
            self.consumed.add(k)
            return True
        following = words[follows] if follows < sentence.last else None
        if following is None or not (following.cls & (PREP | TO | COMP) or following.fold == "that"):
            if light:
                return False
            if not light:
                return True
        draft.act = noun.noun
        draft.rule = "en.verb.noun"
        self.consumed.add(k)
        start = follows
        infinitive = following.cls & TO and follows in self.clauses.covered
        if not infinitive and (following.fold in NOUN_PREPS or following.fold == "that"):
            start = follows + 1
            if following.fold == "that":
                draft.mode = "indirect"
        if start >= sentence.last:
            return False
        if draft.act == "commit" and not infinitive and following.fold in ("to", "for"):
            head = " ".join(sentence.folded[start : start + 7])
            if any(principle in head for principle in PRINCIPLES):
                draft.act = "affirm"
        if clean:
            draft.cue_end = sentence.ends[k]
        self.open_content(draft, start)
        return True

    # -- passives ------------------------------------------------------------------------------------------------------

    def _read_passive(self, group: Group, frames: Frames) -> None:
        sentence, words = self.sentence, self.words
        subject, how = self.subjects.find(group)
        begin = self.subjects.begin.get(group.m, group.i)
        agent = self._find_agent(group)
        dummy = begin < group.i and words[begin].fold == "it" and begin not in sentence.inside
        act = frames.object or next((a for _, a in frames.object_preps), "") or frames.to or frames.that or next(
            (a for _, a in frames.preps), ""
        )  # fmt: skip
        if dummy:
            if frames.lemma not in IMPERSONAL:
                return
            arguments = read_arguments(sentence, self.subjects, group, frames)
            if arguments.opens not in ("that", "to", "prep"):
                return
            holder, how = agent or ((self.chapeau, "chapeau") if self.chapeau else (PARTICIPANTS, "none"))
            draft = Finding(sentence.starts[group.m], sentence.ends[group.j - 1], frames.lemma, arguments.act, "reported",
                          "en.verb.impersonal", holder)  # fmt: skip
            draft.extra = {"group": group, "at": arguments.at}
            self.open_content(draft, arguments.at)
            self.finish(draft, holder, how)
            return
        if agent is None:
            if frames.lemma in UNREPORTED or act in ("state", "claim", "concern", "commit", "accuse", "warn", "deny") or (
                not frames.object
            ):  # fmt: skip
                return
            if subject is not None and subject.kind in ("person", "role", "pronoun") and act in ("call", "welcome"):
                return
        elif frames.lemma in UNREPORTED and frames.lemma not in ("ask", "invite", "call"):
            return
        if how not in ("explicit subject", "pronoun", "coordinated subject", "none") or not act:
            return
        holder, status = agent or ((self.chapeau, "chapeau") if self.chapeau else (PARTICIPANTS, "none"))
        draft = Finding(sentence.starts[group.m], sentence.ends[group.j - 1], frames.lemma, act, "reported", "en.verb.passive", holder)
        draft.extra = {"group": group, "at": begin}
        start = begin
        if how in ("coordinated subject", "none"):
            return
        if agent is None and begin > sentence.first and words[begin - 1].fold in ("as", "after", "when", "before", "while", "once", "until"):
            return
        draft.content_start = sentence.starts[start]
        end = group.i
        while end > start + 1 and words[end - 1].cls & (COMMA | ADV | PUNCT):
            end -= 1
        draft.content_end = sentence.ends[end - 1]
        behind = self.clauses.groups[group.number + 1] if group.number + 1 < len(self.clauses.groups) else None
        if behind is not None and behind.kind == INFINITIVE and act == "call":
            draft.opened = True
        if holder is not None:
            kept = list(self.memory.holders)
            self.finish(draft, holder, status)
            if subject is not None and how == "explicit subject":
                self.memory.holders[:] = kept
                self.memory.remember(subject)

    def _find_agent(self, group: Group) -> tuple[Holder, str] | None:
        sentence, words = self.sentence, self.words
        for k in range(group.j, min(sentence.last, group.j + 8)):
            if words[k].fold == "by" and k not in sentence.inside:
                e = k + 1
                while e < sentence.last and e < k + 14:
                    entity = sentence.inside.get(e)
                    if entity is not None:
                        e = entity.j
                        continue
                    cls = words[e].cls
                    if cls & (PUNCT & ~GENITIVE) and words[e].fold not in (",", "/") or cls & (COMP | REL | SUB | TIME | TO) and not (
                        cls & DET
                    ) or e in self.clauses.covered:  # fmt: skip
                        break
                    if words[e].cls & COMMA and not (sentence.inside.get(e - 1) and sentence.inside.get(e + 1)):
                        break
                    e += 1
                if e == k + 1:
                    return None
                holder = self.phrases.read(k + 1, e)
                return (holder, "explicit subject") if holder is not None else None
            if words[k].cls & (COMMA | STOP | CONJ) or k in self.clauses.covered and self.clauses.covered[k] is not group:
                return None
        return None

    # -- participles ---------------------------------------------------------------------------------------------------

    def _read_participle(self, group: Group, frames: Frames) -> None:
        sentence, words = self.sentence, self.words
        p = self.subjects.skip_left(group.i - 1)
        before = words[p] if p >= sentence.first else None
        inside = before is not None and p in sentence.inside
        holder, how, rule = None, "none", "en.participle"
        reduced = False
        if before is None or not inside and before.cls & (COMMA | DASH | QUOTE):
            holder, how = self._main_subject(group)
        elif not inside and before.fold == "as":
            quoting = next((g for g in reversed(self.clauses.groups) if g.m < p and g.m >= p - 12 and g.lemma in ("quote", "cite")), None)
            if quoting is None:
                return
            holder, how = self._quoted_speaker(quoting, p)
            rule = "en.quoted-as"
        elif not inside and before.fold in ("by", "while", "when", "before", "after"):
            holder, how = self._main_subject(group)
        elif not inside and before.cls & (CONJ | CONTRAST):
            earlier = next((g for g in reversed(self.clauses.groups[: group.number]) if g.kind == GERUND), None)
            if earlier is not None and not any(d.extra.get("group") is earlier for d in self.drafts):
                return
            if not any(d.rule in ("en.participle",) for d in self.drafts) and not (p > sentence.first and words[p - 1].cls & COMMA):
                return
            holder, how = self._main_subject(group)
        elif not inside and before.fold in ("worth", "noteworthy"):
            return
        elif not inside and before.cls & (PREP | DET | POSS | GENITIVE | NEG | TO) or not inside and before.adjective:
            return
        else:
            s, e = self.subjects.region(p)
            if s < e and words[s].fold == "with" and s not in sentence.inside:
                holder = self.phrases.read(s + 1, e)
                how = "explicit subject"
                if holder is not None and holder.kind == "pronoun":
                    how = "pronoun"
            else:
                main = self._main_subject(group)
                if main[0] is not None and (frames.lemma == "say" or not inside) and not self._has_document(s, e):
                    holder, how = main
                else:
                    holder, how = self._reduced_head(group, s, e)
                if holder is None or frames.lemma in ("support", "back", "oppose", "head"):
                    return
                reduced = not inside and not self._has_document(s, e)
        if holder is None:
            if how != "none" or not self.drafts:
                holder, how = self.subjects._subjectless()
            if holder is None:
                return
        arguments = read_arguments(sentence, self.subjects, group, frames)
        if not arguments.opens:
            mark = p
            if rule == "en.quoted-as":
                begin = next((self.subjects.begin.get(g.m, g.i) for g in reversed(self.clauses.groups) if g.m < p), p)
                self._claim_backward(group, frames, holder, how, begin, arguments.stop, rule)
            del mark
            return
        if reduced and arguments.opens not in ("that", "quote", "colon"):
            return  # "countries supporting them": said of the countries
        draft = self._claim(group, frames, holder, how, arguments)
        if draft is not None:
            draft.rule = rule

    def _has_document(self, s: int, e: int) -> bool:
        return any(k in self.sentence.inside and self.sentence.inside[k].entry.use == "holder" for k in range(s, e))

    def _quoted_speaker(self, quoting: Group, p: int) -> tuple[Holder | None, str]:
        if not quoting.passive:
            self.subjects.find(quoting)
        if quoting.passive:
            return self.subjects.find(quoting)
        holder = self.phrases.read(quoting.j, p)
        return holder, "explicit subject" if holder else "none"

    def _main_subject(self, group: Group) -> tuple[Holder | None, str]:
        """The subject of the clause that a participle belongs to."""
        earlier = [d for d in self.drafts if d.extra.get("group") is not None and d.cue_start < self.sentence.starts[group.m]]
        for draft in reversed(earlier):
            head = draft.extra["group"]
            if head.kind == FINITE and not self.subjects._is_nested(head) and draft.holder is not None:
                return draft.holder._replace(start=-1, end=-1), "participle"
        finite = [g for g in self.clauses.groups if g.kind == FINITE and g.m < group.m]
        for head in reversed(finite):
            if not self.subjects._is_nested(head):
                holder, _ = self.subjects.find(head)
                if holder is not None:
                    return holder._replace(start=-1, end=-1), "participle"
        if not finite:
            for head in self.clauses.groups:
                if head.kind == FINITE and head.m > group.m:
                    holder, _ = self.subjects.find(head)
                    if holder is not None:
                        return holder._replace(start=-1, end=-1), "participle"
                    break
        return None, "none"

    def _reduced_head(self, group: Group, s: int, e: int) -> tuple[Holder | None, str]:
        """ "A statement condemning …": the one who issued it; "officials saying …": they."""
        holder = self.phrases.read(s, e)
        if holder is None:
            return None, "none"
        if holder.actors == ("STATEMENT",):
            main, how = self._main_subject(group)
            if main is not None:
                return main, how
        if holder.kind == "unknown":
            return None, "none"
        return holder, "explicit subject"


__all__ = ["Reading"]
