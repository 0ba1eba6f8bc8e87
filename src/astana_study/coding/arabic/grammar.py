"""From predicates to claims: which words of a sentence carry a claim, and what it says.

Each ``_read_…`` method is one family of rules; the id of the rule that fired stands in every claim and is
described, with an example that is run as a test, in ``codebook/rules.csv``.
"""

from __future__ import annotations

from astana_study.codebook.loading import Codebook
from astana_study.coding.arabic.arguments import COMMAS, Arguments, read_arguments
from astana_study.coding.arabic.clauses import Walk, agrees, reading_gender
from astana_study.coding.arabic.frames import Frames, compile_frames
from astana_study.coding.arabic.lexicon import (
    ADJ, ADV, ATTR, AUX, BACKGROUND, COMP, CONJ, CONTRAST, DEM, IMPERFECT, LINK, PERFECT, PREP, PUNCT, REL, SILENCE, TIME, WHEN,
    Reading, Word,
)  # fmt: skip
from astana_study.coding.arabic.phrases import QUOTE_MARKS, name_actors, read_phrase
from astana_study.coding.draft import Draft, Holder

DUMMY = {"تم", "جرى"}
PRINCIPLES = ("سياد", "وحد", "استقلال", "سلام", "قرار", "ميثاق", "مباد", "اتفاق", "نظام وقف", "مخرجات", "مسار", "صيغه",
              "العمليه")  # fmt: skip
PARTICIPANTS = Holder(("PARTICIPANTS",), "p", "collective")


class Grammar:
    """The rules, compiled from one codebook."""

    def __init__(self, codebook: Codebook):
        self.verbs, self.nouns = compile_frames(codebook)
        # A verbal noun of a cue verb that has no entry of its own carries the verb's first act.
        self.noun_act: dict[str, str] = {}
        for lemma, frames in self.verbs.items():
            act = frames.object or (frames.preps and frames.preps[0][1]) or frames.that
            if act and not frames.light:
                self.noun_act[lemma] = act
        self.noun_preps: dict[str, set[str]] = {}
        for lemma, frames in self.nouns.items():
            self.noun_act[lemma] = frames.noun
        for row in codebook.select("verbs", "ar"):
            for noun in row["verbal_nouns"].split("|"):
                frames = self.verbs.get(row["lemma"])
                if noun in self.nouns and frames and not frames.object:
                    self.noun_preps[noun] = {prep for prep, _ in (*frames.preps, *frames.object_preps)}

    # -- dispatch --------------------------------------------------------------------------------------------------

    def read_word(self, walk: Walk, i: int, word: Word) -> None:
        """Read one word as a predicate, if it is one here."""
        if word.cls & ATTR and not word.verbs:
            self._read_attribution(walk, i, word)
            return
        if word.verbs and self._is_verb_here(walk, i, word):
            self._read_verb(walk, i, word)
            return
        if word.participles and self._is_participle_here(walk, i, word):
            self._read_participle(walk, i, word)
            return
        if word.nouns:
            self._read_noun(walk, i, word)

    def _is_verb_here(self, walk: Walk, i: int, word: Word) -> bool:
        sentence, words = walk.sentence, walk.words
        if word.cls & (PREP | COMP | ATTR):
            # A preposition that is spelt like a verb is the verb where the verb's own preposition or "that" follows.
            following = words[i + 1] if i + 1 < sentence.last else None
            if following is None or not any(
                following.cls & COMP and frames.that or following.fold in frames.light
                for frames in (self.verbs.get(reading.lemma, _NO_FRAMES) for reading in word.verbs)
            ):  # fmt: skip
                return False
        before = words[i - 1] if i > sentence.first else None
        if before is not None and not word.verbs[0].conj:
            if before.cls & PREP and before.fold not in ("بعد ان",) and not before.cls & (DEM | REL | COMP):
                return False
        if i < walk.taken and not all(reading.kind == IMPERFECT for reading in word.verbs):
            # Inside the arguments of an earlier verb a perfect that could be a noun is a noun.
            if word.nouns or word.article or not (before is not None and before.cls & (REL | COMP | AUX)):
                return bool(before is not None and before.cls & (REL | AUX))
        if word.nouns and before is not None and not word.verbs[0].conj:
            # رفض is "rejected" or "rejection": a noun phrase that is complete goes before a verb only.
            if before.article or before.cls & (PUNCT | ADV | AUX | COMP | REL | LINK | CONTRAST | CONJ | WHEN) or walk.sentence.inside.get(i - 1):
                return self._governs(walk, i, word)
            return bool(before.verbs and not before.nouns and before.verbs[0].lemma in ("كان",))
        if word.nouns and all(reading.kind == PERFECT for reading in word.verbs):
            if before is not None and all(r.conj for r in word.verbs) and not before.cls & PUNCT and any(
                draft.opened for draft in walk.drafts
            ):  # fmt: skip
                # "and rejection of" or "and he rejected": a verb here has its subject or "that" right behind it.
                following = words[i + 1] if i + 1 < sentence.last else None
                entity = sentence.entity_at.get(i + 1)
                if following is None or not (following.cls & COMP or entity is not None and not entity.proclitic):
                    return False
            return self._governs(walk, i, word)
        return True

    def _governs(self, walk: Walk, i: int, word: Word) -> bool:
        """Whether what follows is what the verb governs, rather than the genitive of a noun."""
        following = walk.words[i + 1] if i + 1 < walk.sentence.last else None
        if following is None:
            return False
        if word.nouns and any(reading.owner for reading in word.nouns):
            return any(reading.owner for reading in word.verbs) and any(
                self.verbs.get(r.lemma) and self.verbs[r.lemma].that for r in word.verbs
            ) and bool(following.cls & COMP)  # fmt: skip
        return not following.cls & PUNCT or following.fold in QUOTE_MARKS

    def _is_participle_here(self, walk: Walk, i: int, word: Word) -> bool:
        sentence, words = walk.sentence, walk.words
        reading = word.participles[0]
        if reading.lemma not in self.verbs:
            return False
        if walk.sentence.inside.get(i) or i < walk.taken and not reading.conj:
            return False
        before = words[i - 1] if i > sentence.first else None
        if word.nouns and reading.conj and before is not None and not before.cls & PUNCT:
            return False  # "and opposition to": a noun of the list before it
        accusative = word.rest.endswith("ا") or reading.gender == "f" or reading.number != "s"
        if not accusative:
            return bool(before is not None and before.rest in ("هو", "هي", "هم"))
        if word.rest.endswith("ه") and before is not None and before.nominal and before.gender == "f" and not (
            before.cls & (PUNCT | ADV)
        ) and not sentence.inside.get(i - 1):  # fmt: skip
            return False  # an adjective: "a statement affirming"
        return (
            before is None
            or before.cls & (PUNCT | ADV | TIME)
            or bool(reading.conj)
            or word.rest.endswith("ا")
            or bool(sentence.inside.get(i - 1))
        ) and not (before is not None and before.cls & PREP)

    # -- verbs -----------------------------------------------------------------------------------------------------

    def _read_verb(self, walk: Walk, i: int, word: Word) -> None:
        sentence = walk.sentence
        best: tuple | None = None
        limit = self._limit(walk)
        known: dict[str, Arguments] = {}
        for reading in word.verbs:
            frames = self.verbs.get(reading.lemma, _NO_FRAMES)
            arguments = known.get(frames.lemma)
            if arguments is None:
                arguments = known[frames.lemma] = read_arguments(sentence, i, frames, limit)
            score = self._score(walk, i, word, reading, frames, arguments) if len(word.verbs) > 1 else 0
            if best is None or score > best[0]:
                best = (score, reading, frames, arguments)
        _, reading, frames, arguments = best
        relative = walk.is_relative(i)
        if relative:
            depth = len(walk.levels) - 1
            self._claim_in_relative(walk, i, word, reading, frames, arguments)
            return
        if walk.is_subjunctive(i, reading):
            walk.levels[-1].tense = walk.levels[-1].tense or IMPERFECT
            return
        start = walk.settle_depth(i, reading, arguments, frames is not _NO_FRAMES)
        depth = len(walk.levels) - 1
        if reading.lemma in DUMMY and self._read_dummy(walk, i, word, depth):
            walk.set_subject(None, reading.kind, depth)
            return
        background = any(
            walk.words[k].cls & BACKGROUND and (k == i or walk.words[k].rest in ("من",)) for k in (i,)
        ) and i <= sentence.first + 1
        holder, phrases, how = walk.choose_subject(i, reading, frames, arguments, start)
        negated = walk.is_negated(i) or reading.future
        draft = None
        if frames is not _NO_FRAMES and not negated and not background:
            draft = self._claim(walk, i, word, reading, frames, arguments, holder, phrases, how, depth)
        explicit = holder if how == "explicit subject" else None
        if explicit is None and arguments.phrases and frames is _NO_FRAMES:
            first = arguments.phrases[0]
            if agrees(first.gender, reading_gender(reading), verb_first=True) and first.known:
                explicit = walk.holder_of(first)
        spoke = draft is not None and (frames.that or frames.quote) != ""
        walk.set_subject(explicit if draft is None else (holder or explicit), reading.kind, depth, spoke=bool(spoke))
        if draft is not None and depth == 0 and how != "explicit subject" and holder is not None:
            walk.levels[0].subject = holder
        if explicit is not None and explicit.end > 0 and arguments.phrases and how == "explicit subject":
            walk.taken = max(walk.taken, min(arguments.phrases[0].j, arguments.stop))
        if draft is not None and draft.opened and arguments.opener in ("that", "quote", "colon"):
            walk.taken = max(walk.taken, arguments.at)
            walk.open(draft, arguments, holder)

    def _limit(self, walk: Walk) -> int:
        for level in reversed(walk.levels):
            if level.quote_end >= 0:
                return min(level.quote_end, walk.sentence.last)
        return walk.sentence.last

    def _score(self, walk: Walk, i: int, word: Word, reading: Reading, frames: Frames, arguments: Arguments) -> int:
        """Rank the readings of an ambiguous verb: one whose frame is filled comes first."""
        score = 0
        if frames is not _NO_FRAMES:
            score += 2 if self._act_of(walk, frames, arguments, arguments.phrases, reading)[0] else -1
        if len(word.verbs) > 1 and walk.find_before(i, reading) is not None:
            score += 2
        if reading.lemma == "تقرر":
            score += 2
        if reading.passive:
            score += 1 if word.damma or not arguments.phrases else -1
        elif word.damma:
            score -= 1
        return score

    def _act_of(self, walk: Walk, frames: Frames, arguments: Arguments, phrases, reading: Reading) -> tuple[str, str]:
        """Return ``(act, what opens the content)`` for the frame that is filled; empty where none is."""
        opener = arguments.opener
        if frames.phrase:
            words = walk.words
            start = arguments.phrases[0].i if arguments.phrases else -1
            if start >= 0 and _is_phrase(words[start : start + len(frames.phrase)], frames.phrase):
                return frames.phrase_act, "phrase"
            return "", ""
        if opener == "that":
            return (frames.that, "that") if frames.that else ("", "")
        if opener in ("quote", "colon"):
            act = frames.quote or frames.that
            return (act, opener) if act else ("", "")
        if opener:
            if len(phrases) > 0 and frames.object_preps:
                for prep, act in frames.object_preps:
                    if prep == opener:
                        return act, "object prep"
            for prep, act in frames.preps:
                if prep == opener:
                    return act, "prep"
            if opener in frames.light:
                return "light", "prep"
        if reading.owner and frames.object_preps and not opener:
            pass
        if frames.object and phrases:
            return frames.object, "object"
        if "np" in frames.light and phrases:
            return "light", "object"
        if frames.object_preps and phrases:
            for prep, act in frames.object_preps:
                if prep.startswith("مسوول"):
                    for k in range(phrases[0].i, min(arguments.stop + 4, walk.sentence.last)):
                        if walk.words[k].fold.removeprefix("ال").startswith("مسوولي"):
                            return act, "object"
        if reading.owner and frames.object:
            return frames.object, "owner"
        return "", ""

    def _claim(self, walk, i, word, reading, frames, arguments, holder, phrases, how, depth) -> Draft | None:
        if frames.inside and arguments.opener == "" and not frames.object:
            return self._claim_inside(walk, i, word, reading, frames, depth)
        act, opens = self._act_of(walk, frames, arguments, phrases, reading)
        if not act:
            return self._claim_quote_before(walk, i, reading, frames, holder, how, depth)
        if opens == "colon" and not reading.conj and arguments.at == i + 1 and i == walk.sentence.first:
            return None  # a byline
        if act == "reject" and opens == "object" and walk.words[phrases[-1].i].cls & SILENCE:
            return None  # "refused to answer"
        passive = reading.passive and how != "explicit subject" or word.damma and how != "explicit subject"
        sentence = walk.sentence
        draft = Draft(self._cue_start(walk, i, reading), sentence.ends[i], reading.lemma, act, "reported",
                      f"ar.verb.{opens.replace(' ', '-')}", holder, depth=depth)  # fmt: skip
        draft.holder_how = how
        draft.addressee = ()
        at = arguments.at
        if opens == "phrase":
            first = phrases[0] if phrases else arguments.phrases[0]
            draft.cue_end = sentence.ends[first.i + len(frames.phrase) - 1]
            draft.rule = "ar.verb.idiom"
            if at >= 0:
                self._open_content(walk, draft, at, arguments.opener)
            draft.holder, draft.holder_how = (holder, how)
            return self._finish(walk, draft, holder, how)
        if opens == "that":
            draft.mode = "indirect"
            self._set_content(walk, draft, at + 1)
            self._tell_direct(walk, draft, at + 1)
        elif opens in ("quote", "colon"):
            self._open_quote(walk, draft, arguments)
        elif opens in ("prep", "object prep"):
            objects = phrases if opens == "object prep" else ()
            if objects and (opens == "object prep"):
                draft.addressee = name_actors(objects[-1], walk.published, walk.memory.last_actors())
                draft.content_start = objects[-1].start
                draft.content_end = objects[-1].end
                draft.opened = True
                self._mark_after(walk, draft, at)
            else:
                self._open_content(walk, draft, at, arguments.opener)
        elif opens == "object":
            target = phrases[-1] if len(phrases) == 1 else phrases[0]
            self._set_content(walk, draft, target.i, start=target.start)
        elif opens == "owner":
            return None
        if act == "claim" and opens == "object":
            walk.consumed.add(phrases[0].i)  # "alleged its keenness": still an allegation
        if act == "light" or act in ("affirm", "state", "agree") and opens in ("prep", "object", "that"):
            if not self._apply_noun(walk, draft, i, arguments, opens, phrases, light=act == "light"):
                return None
        if passive and how != "explicit subject":
            draft.rule = "ar.verb.passive"
            holder, how = (walk.chapeau, "chapeau") if walk.chapeau else (PARTICIPANTS, "none")
            draft.holder, draft.holder_how = holder, how
        if reading.lemma == "تقرر":
            draft.holder, draft.holder_how = PARTICIPANTS, "none"
        return self._finish(walk, draft, draft.holder, draft.holder_how)

    def _finish(self, walk: Walk, draft: Draft, holder: Holder | None, how: str) -> Draft:
        draft.holder = holder
        draft.status = _STATUS.get(how, "pro-drop") if holder is not None or how == "none" else "none"
        walk.drafts.append(draft)
        return draft

    def _cue_start(self, walk: Walk, i: int, reading: Reading) -> int:
        sentence = walk.sentence
        return sentence.offset(i, reading.start)

    def _set_content(self, walk: Walk, draft: Draft, i: int, start: int = -1) -> None:
        """Let the content run from word `i` to wherever the clause ends."""
        sentence, words = walk.sentence, walk.words
        while i < sentence.last and words[i].fold in COMMAS:
            i += 1
        if i >= sentence.last:
            return
        draft.content_start = start if start >= 0 else sentence.starts[i]
        draft.content_end = sentence.ends[i]
        draft.opened = True

    def _mark_after(self, walk: Walk, draft: Draft, at: int) -> None:
        draft.content_end = max(draft.content_end, walk.sentence.ends[at])

    def _open_content(self, walk: Walk, draft: Draft, at: int, opener: str) -> None:
        """Begin the content behind a preposition, glued on or not."""
        sentence, words = walk.sentence, walk.words
        word = words[at]
        if opener in ("ب", "ل") and word.fold != opener:
            skipped = 0 if word.fold.startswith("لل") else 1
            self._set_content(walk, draft, at, start=sentence.offset(at, skipped))
            if word.rest.startswith(("بان", "لان")) and word.cls & COMP:
                self._set_content(walk, draft, at + 1)
            return
        following = at + 1
        if following < sentence.last and words[following].cls & COMP:
            following += 1
            draft.mode = "indirect"
        self._set_content(walk, draft, following)

    def _open_quote(self, walk: Walk, draft: Draft, arguments: Arguments) -> None:
        sentence = walk.sentence
        draft.mode = "direct"
        draft.direct = True
        if arguments.quote is not None:
            draft.quote = (arguments.quote.start, arguments.quote.end)
            draft.content_start, draft.content_end = draft.quote
            draft.opened = True
            draft.rule = "ar.verb.quote"
            behind = self._resumed(walk, arguments.quote.j + 1)
            if not behind:
                draft.opened = False
            return
        i = arguments.at + 1
        draft.rule = "ar.verb.colon"
        if i < sentence.last:
            quote = sentence.quote_at.get(i)
            if quote is not None:
                draft.content_start, draft.content_end = quote.start, quote.end
                draft.quote = (quote.start, quote.end)
                draft.opened = False
            else:
                self._set_content(walk, draft, i)

    def _resumed(self, walk: Walk, i: int) -> bool:
        return False

    def _tell_direct(self, walk: Walk, draft: Draft, i: int) -> None:
        """إن with the whole clause in quotation marks, or with part of it."""
        sentence = walk.sentence
        quote = sentence.quote_at.get(i)
        if quote is not None and quote.kind == "speech":
            draft.content_start, draft.direct = quote.start, True
            draft.mode = "direct"
            draft.quote = (quote.start, quote.end)
            draft.content_end = quote.end
            return
        word = sentence.words[i - 1] if i > sentence.first else None
        del word

    def _claim_quote_before(self, walk, i, reading, frames, holder, how, depth) -> Draft | None:
        """«…», said X: the words stand before the verb."""
        if not (frames.quote or frames.that) or depth:
            return None
        sentence, words = walk.sentence, walk.words
        k = i - 1
        while k >= sentence.first and (words[k].fold in COMMAS or words[k].fold in QUOTE_MARKS):
            k -= 1
        quote = next((q for q in sentence.quotes if q.j == k + 1 and q.kind == "speech"), None)
        if quote is None or k == i - 1:
            return None
        draft = Draft(self._cue_start(walk, i, reading), sentence.ends[i], reading.lemma, frames.quote or frames.that,
                      "direct", "ar.verb.quote-before", holder, depth=depth)  # fmt: skip
        draft.holder_how = how
        draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
        for later in sentence.quotes:
            if later.i > i and later.kind == "speech":
                draft.content_end = later.end
                break
        return self._finish(walk, draft, holder, how)

    def _claim_inside(self, walk, i, word, reading, frames, depth) -> Draft | None:
        """جاء في البيان أن …, ورد في نص الوثيقة …: the text is the holder."""
        sentence, words = walk.sentence, walk.words
        j = i + 1
        while j < sentence.last and words[j].cls & (ADV | TIME):
            j += 1
        if j + 1 >= sentence.last or words[j].fold != "في":
            return None
        phrase = read_phrase(sentence, j + 1, sentence.last)
        if phrase is None:
            return None
        holder = walk.holder_of(phrase)
        if holder is None or holder.kind not in ("holder", "unknown", "mention", "role", "person"):
            return None
        if holder.kind == "unknown":
            if words[phrase.i].rest not in ("المذكره", "الوثيقه", "الرساله", "النص", "الكلمه", "كلمه", "بيان", "مذكره"):
                return None
            holder = holder._replace(actors=("STATEMENT",), kind="holder")
        elif holder.kind != "holder":
            return None
        draft = Draft(self._cue_start(walk, i, reading), sentence.ends[i], reading.lemma, frames.inside, "reported",
                      "ar.verb.in-text", holder, depth=depth)  # fmt: skip
        draft.holder_how = "explicit subject"
        k = phrase.j
        while k < sentence.last and not words[k].cls & COMP and words[k].fold != ":" and words[k].fold not in QUOTE_MARKS:
            noun = next((r for r in words[k].nouns if r.lemma in self.noun_act and not r.conj), None)
            if noun and (noun.owner or noun.definite) and k - phrase.j < 6:
                draft.act = self._noun_act(walk, noun, k)
                self._complement(walk, draft, k, noun)
                walk.consumed.add(k)
                return self._finish(walk, draft, holder, "explicit subject")
            if words[k].fold in COMMAS and k - phrase.j > 3 or words[k].verbs and k - phrase.j > 5:
                return None
            k += 1
        if k >= sentence.last:
            return None
        draft.mode = "indirect" if words[k].cls & COMP else "direct"
        if words[k].fold in QUOTE_MARKS:
            quote = sentence.quote_at.get(k)
            if quote is None:
                return None
            draft.direct = True
            draft.content_start, draft.content_end = quote.start, quote.end
            return self._finish(walk, draft, holder, "explicit subject")
        self._set_content(walk, draft, k + 1)
        finished = self._finish(walk, draft, holder, "explicit subject")
        arguments = Arguments(opener="that", at=k)
        walk.open(draft, arguments, holder)
        return finished

    def _claim_in_relative(self, walk, i, word, reading, frames, arguments) -> None:
        """A cue in a relative clause: the antecedent is its subject."""
        if frames is _NO_FRAMES or walk.is_negated(i) or reading.future:
            return
        sentence, words = walk.sentence, walk.words
        k = i - 1
        while k >= sentence.first and not words[k].cls & REL:
            k -= 1
        rel = words[k]
        if rel.rest in ("ما", "مما"):
            return
        pronoun = i + 1 < sentence.last and words[i + 1].fold in ("عليه", "عليها", "به", "بها", "عنه", "عنها", "اليه", "اليها")
        if reading.owner or pronoun:
            self._claim_about_antecedent(walk, i, reading, frames, arguments, pronoun)
            return
        act, opens = self._act_of(walk, frames, arguments, arguments.phrases, reading)
        if not act or act == "light" or opens in ("owner",):
            return
        begin = walk._phrase_begin(k - 1) if k > sentence.first else None
        if begin is None and k > sentence.first and words[k - 1].fold in COMMAS:
            begin = walk._phrase_begin(k - 2)
        phrase = read_phrase(sentence, begin, k) if begin is not None else None
        holder = walk.holder_of(phrase) if phrase is not None and phrase.known else None
        if holder is None or holder.kind == "unknown" or not agrees(holder.gender, reading_gender(reading)):
            return
        depth = len(walk.levels)
        draft = Draft(self._cue_start(walk, i, reading), sentence.ends[i], reading.lemma, act,
                      "indirect" if opens == "that" else "reported", "ar.verb.relative",
                      holder._replace(start=-1, end=-1), depth=depth)  # fmt: skip
        if opens == "that":
            self._set_content(walk, draft, arguments.at + 1)
        elif opens in ("prep", "object prep"):
            self._open_content(walk, draft, arguments.at, arguments.opener)
        elif opens == "object":
            self._set_content(walk, draft, arguments.phrases[0].i, start=arguments.phrases[0].start)
        else:
            return
        if act in ("affirm", "state") and opens in ("prep", "object"):
            self._apply_noun(walk, draft, i, arguments, opens, arguments.phrases, light=False)
            draft.rule = "ar.verb.relative"
        for j in range(i, sentence.last):
            if words[j].fold in COMMAS or words[j].cls & COMP and j > arguments.at:
                draft.content_end = sentence.ends[j - 1]
                draft.opened = False
                break
        self._finish(walk, draft, draft.holder, "coordinated subject")

    def _claim_about_antecedent(self, walk, i, reading, frames, arguments, pronoun) -> None:
        """الأمر الذي نفته مصادر, المقترح الذي تحفظت عليه المعارضة: the content is the antecedent, the subject follows."""
        act = frames.object if not pronoun else frames.preps and frames.preps[0][1]
        phrases = arguments.phrases
        if pronoun:
            phrase = read_phrase(walk.sentence, i + 2, walk.sentence.last) if i + 2 < walk.sentence.last else None
            phrases = [phrase] if phrase else []
        if not act or act == "light" or not phrases or not phrases[0].known:
            return
        holder = walk.holder_of(phrases[0])
        if holder is None or not agrees(holder.gender, reading_gender(reading), verb_first=True):
            return
        draft = Draft(self._cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, act, "reported",
                      "ar.verb.relative", holder, depth=len(walk.levels))  # fmt: skip
        self._finish(walk, draft, holder, "explicit subject")

    # -- nouns that decide the act -----------------------------------------------------------------------------------

    def _apply_noun(self, walk, draft, i, arguments, opens, phrases, *, light: bool) -> bool:
        """Let a performative noun in the complement decide the act; False where a light verb has none."""
        words, sentence = walk.words, walk.sentence
        if opens == "object":
            owned = (p.i for p in phrases if words[p.i].performs and any(r.owner for r in words[p.i].nouns))
            place = next(owned, phrases[0].i)
        else:
            place = arguments.at
            if words[place].cls & PREP or words[place].fold in ("علي", "عن", "الي"):
                place += 1
        if opens == "that" or place >= sentence.last:
            return not light
        while place < sentence.last and words[place].cls & (DEM | ADV) and not words[place].nouns:
            place += 1
        noun = None
        if place < sentence.last:
            noun = self._choose_noun(words[place])
        if noun is None and place + 1 < sentence.last and not words[place].cls & PUNCT:
            # "their sincere thanks": an adjective before the noun
            noun = self._choose_noun(words[place + 1])
            if noun is not None and noun.owner:
                place += 1
            else:
                noun = None
        if noun is None:
            if light and draft.lemma in ("أعرب", "عبر") and draft.content_start >= 0:
                draft.act = "state"
                return True
            return not light
        frames = self.nouns.get(noun.lemma)
        if not light:
            strong = frames is not None and (
                noun.owner or noun.definite or frames.stays or self._owned_by_anaphor(walk, place)
            ) or (
                (noun.owner or self._owned_by_anaphor(walk, place)) and noun.lemma in self.noun_act
            )
            if not strong or frames is not None and frames.noun == "state" and draft.act == "affirm":
                return True
            if draft.lemma in ("تضمن",):
                return True
        act = self._noun_act(walk, noun, place)
        draft.act = act
        draft.rule = "ar.verb.noun"
        if frames is not None and frames.stays:
            return True
        adjacent = place == i + 1 or (place == i + 2 and words[i + 1].cls & PREP)
        if adjacent:
            draft.cue_end = sentence.ends[place]
        walk.consumed.add(place)
        self._complement(walk, draft, place + (1 if self._owned_by_anaphor(walk, place) else 0), noun)
        self._read_coordinated_nouns(walk, draft, place, owner=True)
        return True

    def _owned_by_anaphor(self, walk: Walk, place: int) -> bool:
        """The support *of his country*: the owner is a word that stands for the holder."""
        entity = walk.sentence.entity_at.get(place + 1)
        return entity is not None and entity.entry.use == "anaphor" 

    def _choose_noun(self, word: Word) -> Reading | None:
        """The reading as a noun with an entry of its own comes before one as a verb's noun."""
        found = [r for r in word.nouns if r.lemma in self.noun_act and not r.conj]
        return next((r for r in found if r.lemma in self.nouns), found[0] if found else None)

    def _noun_act(self, walk: Walk, noun: Reading, place: int) -> str:
        act = self.noun_act[noun.lemma]
        if noun.lemma in ("التزام", "التزم"):
            for k in range(place + 1, min(place + 4, walk.sentence.last)):
                rest = walk.words[k].fold
                for prefix in ("بال", "ب", "ال"):
                    rest = rest.removeprefix(prefix)
                if any(rest.startswith(stem) for stem in PRINCIPLES):
                    return "affirm"
        return act

    def _complement(self, walk: Walk, draft: Draft, place: int, noun: Reading) -> None:
        """Let the content be what the noun governs."""
        words, sentence = walk.words, walk.sentence
        j = place + 1
        while j < sentence.last and (words[j].cls & ADJ and not words[j].names and words[j].article and noun.owner
                                     or words[j].cls & (ADV | TIME)
                                     or words[j].fold.startswith("كالعاد")):  # fmt: skip
            j += 1
        draft.content_start = draft.content_end = -1
        draft.opened = False
        if j < sentence.last and words[j].fold in COMMAS:
            # An aside ("as they claim") between the noun and its complement.
            for k in range(j + 1, min(j + 8, sentence.last)):
                if words[k].fold in COMMAS:
                    if k + 1 < sentence.last and (words[k + 1].cls & PREP or words[k + 1].prep):
                        j = k + 1
                    break
        if j >= sentence.last or words[j].cls & PUNCT and words[j].fold not in QUOTE_MARKS:
            return
        word = words[j]
        if word.cls & REL and word.rest == "ما":
            self._set_content(walk, draft, j)
            return
        if word.cls & (LINK | CONJ) or word.conj and word.cls & ~PREP:
            return
        if word.cls & PREP and not word.conj:
            self._open_content(walk, draft, j, word.fold)
            return
        if word.cls & COMP:
            self._set_content(walk, draft, j + 1)
            draft.mode = "indirect"
            return
        entity = sentence.inside.get(j)
        glued = entity.proclitic if entity and entity.i == j else word.prep
        if not glued and not entity and word.fold[:1] in "بل" and len(word.fold) > 3 and not word.cls:
            lexical = any(r.start == 0 and not r.prep for r in word.nouns) and not any(r.prep for r in word.nouns)
            glued = "" if lexical else word.fold[0]
        if glued in ("ب", "ل"):
            self._open_content(walk, draft, j, glued)
        elif glued == "لل":
            self._set_content(walk, draft, j)
        elif word.nominal and not (word.conj and not entity):
            self._set_content(walk, draft, j, start=entity.start if entity and entity.i == j else -1)

    def _read_coordinated_nouns(self, walk: Walk, first: Draft, place: int, *, owner: bool) -> None:
        """أعرب عن رفضه … وإدانته …: each further noun under the same verb is a claim of its own."""
        words, sentence = walk.words, walk.sentence
        for k in range(place + 1, min(place + 30, sentence.last)):
            word = words[k]
            if word.fold in (".", "؛") or (word.conj and word.verbs and (not word.nouns or self._governs(walk, k, word)
                                           and not word.nouns[0].owner)) or word.cls & COMP:
                return
            if k in walk.consumed or sentence.inside.get(k):
                continue
            step = 0
            if word.fold in ("وعن", "وعلي"):
                step = 1
            noun_word = words[k + step] if k + step < sentence.last else word
            led = step or words[k - 1].cls & ADV and words[k - 1].conj
            noun = next((r for r in noun_word.nouns if r.lemma in self.noun_act and (r.conj == "و" or led)), None)
            if noun is None or (owner and not noun.owner) or (not owner and noun.owner):
                continue
            frames = self.nouns.get(noun.lemma)
            if owner and (frames is None or frames.stays) and noun.lemma not in self.verbs:
                continue
            if not owner and noun.lemma not in self.verbs and not (frames and frames.owned):
                continue
            walk.close(k, first.depth)
            self._end_before(walk, first, k)
            draft = Draft(self._cue_start(walk, k + step, noun), sentence.ends[k + step], noun.lemma,
                          self._noun_act(walk, noun, k + step), "nominal", "ar.noun.coordinated", first.holder,
                          depth=first.depth)  # fmt: skip
            self._complement(walk, draft, k + step, noun)
            walk.consumed.add(k + step)
            how = "pronoun" if owner else first.holder_how if first.status == "none" else "coordinated subject"
            self._finish(walk, draft, first.holder and first.holder._replace(start=-1, end=-1), how)

    def _end_before(self, walk: Walk, draft: Draft, k: int) -> None:
        """End a content that is still in the making before word `k`."""
        words, sentence = walk.words, walk.sentence
        while k > sentence.first and (words[k - 1].fold in COMMAS or words[k - 1].conj and words[k - 1].cls & ADV):
            k -= 1
        if draft.opened and draft.content_start >= 0 and sentence.ends[k - 1] > draft.content_start:
            draft.content_end = sentence.ends[k - 1]
            draft.opened = False

    # -- dummy verbs -------------------------------------------------------------------------------------------------

    def _read_dummy(self, walk: Walk, i: int, word: Word, depth: int) -> bool:
        """تم الاتفاق على …, جرى بحث …: a dummy verb with its verbal noun; nobody is named."""
        words, sentence = walk.words, walk.sentence
        place = i + 1
        while place < sentence.last and words[place].cls & (ADV | TIME | PREP) and place < i + 5:
            if words[place].cls & PREP:
                phrase = read_phrase(sentence, place + 1, sentence.last)
                place = phrase.j if phrase else place + 1
            else:
                place += 1
        if place >= sentence.last or walk.is_negated(i):
            return False
        noun = next((r for r in words[place].nouns if r.lemma in self.verbs and not r.conj), None)
        if noun is None:
            return False
        frames = self.verbs[noun.lemma]
        arguments = read_arguments(sentence, place, frames, self._limit(walk))
        act, opens = self._act_of(walk, frames, arguments, arguments.phrases, noun)
        if not act or act == "light":
            act = self.noun_act.get(noun.lemma, "")
            if not act:
                return False
        reading = word.verbs[0]
        adjacent = place == i + 1
        draft = Draft(self._cue_start(walk, i, reading), sentence.ends[place if adjacent else i], noun.lemma, act,
                      "nominal", "ar.dummy", PARTICIPANTS, depth=depth)  # fmt: skip
        if opens == "that":
            self._set_content(walk, draft, arguments.at + 1)
        elif opens in ("prep", "object prep"):
            self._open_content(walk, draft, arguments.at, arguments.opener)
        else:
            self._complement(walk, draft, place, noun)
        holder, how = (walk.chapeau, "chapeau") if walk.chapeau else (PARTICIPANTS, "none")
        draft.holder_how = how
        self._finish(walk, draft, holder, how)
        draft.opened = draft.content_start >= 0
        walk.consumed.add(place)
        self._read_coordinated_nouns(walk, draft, place, owner=False)
        return True

    # -- participles -------------------------------------------------------------------------------------------------

    def _read_participle(self, walk: Walk, i: int, word: Word) -> None:
        sentence, words = walk.sentence, walk.words
        reading = word.participles[0]
        frames = self.verbs[reading.lemma]
        arguments = read_arguments(sentence, i, frames, self._limit(walk))
        act, opens = self._act_of(walk, frames, arguments, arguments.phrases, reading)
        if not act or opens == "owner":
            return
        if act == "reject" and opens == "object" and words[arguments.phrases[-1].i].cls & SILENCE:
            return
        gender = reading_gender(reading)
        start = i
        k = i - 1
        while k >= sentence.first and (words[k].cls & (LINK | CONJ | ADV)):
            start = k
            k -= 1
        if not walk._inside_quote():
            main = walk.levels[0]
            nested = walk.levels[-1]
            fits_nested = nested is not main and nested.subject is not None and agrees(nested.subject.gender, gender)
            fits_main = main.subject is None or agrees(main.subject.gender, gender) or main.subject.kind == "person"
            if not (fits_nested and not fits_main):
                walk.close(start, 0)
        depth = len(walk.levels) - 1
        holder = walk.resolve(gender)
        draft = Draft(self._cue_start(walk, i, reading), sentence.ends[i], reading.lemma, act, "reported",
                      "ar.participle", holder, depth=depth)  # fmt: skip
        draft.holder_how = "participle"
        phrases = arguments.phrases
        if opens == "that":
            draft.mode = "indirect"
            self._set_content(walk, draft, arguments.at + 1)
            self._tell_direct(walk, draft, arguments.at + 1)
        elif opens in ("quote", "colon"):
            self._open_quote(walk, draft, arguments)
            draft.rule = "ar.participle"
        elif opens == "object prep":
            draft.addressee = name_actors(phrases[-1], walk.published, walk.memory.last_actors())
            draft.content_start, draft.content_end, draft.opened = phrases[-1].start, phrases[-1].end, True
        elif opens == "prep":
            self._open_content(walk, draft, arguments.at, arguments.opener)
        elif opens == "object":
            self._set_content(walk, draft, phrases[0].i, start=phrases[0].start)
        if act == "light" or act in ("affirm", "state") and opens in ("prep", "object"):
            if not self._apply_noun(walk, draft, i, arguments, opens, phrases, light=act == "light"):
                return
            draft.rule = "ar.participle"
        self._finish(walk, draft, holder, "participle")
        if draft.opened and opens in ("that", "quote", "colon"):
            walk.taken = max(walk.taken, arguments.at)
            walk.open(draft, arguments, holder)

    # -- nouns of their own ------------------------------------------------------------------------------------------

    def _read_noun(self, walk: Walk, i: int, word: Word) -> None:
        """رفضها, إدانة موسكو, قوله إن: a verbal noun with an owner and what it governs."""
        sentence, words = walk.sentence, walk.words
        for noun in word.nouns:
            frames = self.nouns.get(noun.lemma)
            saying = noun.lemma in ("قول", "قال") and noun.owner
            if not saying and (frames is None or not frames.owned) or noun.definite:
                continue
            holder = None
            how = "pronoun"
            place = i
            if noun.owner:
                gender = {"ه": "m", "ها": "f", "هم": "p", "هما": "d", "نا": "1", "ي": "1", "هن": "p"}.get(noun.owner, "m")
                if saying:
                    holder = self._teller(walk, i)
                    how = "explicit subject" if holder else "pronoun"
                holder = holder or walk.resolve(gender, first_person=gender == "1")
            else:
                entity = sentence.entity_at.get(i + 1)
                if entity is None or entity.proclitic or entity.entry.use in ("source", "agency"):
                    continue
                phrase = read_phrase(sentence, i + 1, self._limit(walk))
                holder = walk.holder_of(phrase) if phrase else None
                if holder is None or phrase is None:
                    continue
                how = "explicit subject"
                place = phrase.j - 1
                if not self._is_own_complement(walk, noun, phrase.j):
                    continue
            act = "state" if saying else self._noun_act(walk, noun, place)
            light = next((r for r in words[i - 1].nouns if self.verbs.get(r.lemma, _NO_FRAMES).light), None) if (
                i > sentence.first and noun.owner
            ) else None  # fmt: skip
            begin = self._cue_start(walk, i - 1, light) if light else self._cue_start(walk, i, noun)
            draft = Draft(begin, sentence.ends[i], noun.lemma, act, "nominal",
                          "ar.noun.saying" if saying else "ar.noun.owner", holder, depth=len(walk.levels))  # fmt: skip
            self._complement(walk, draft, place, noun)
            if draft.content_start < 0 or saying and not words[i + 1].cls & COMP or (
                self._is_plain_object(walk, draft, place, noun, how)
            ):  # fmt: skip
                if saying:
                    self._saying(walk, draft, i, holder, how)
                return
            if saying and words[i + 1].cls & COMP:
                draft.depth = len(walk.levels) - 1
                draft.opened = True
                self._tell_direct(walk, draft, i + 2)
                draft.mode = "nominal"
            draft.holder_how = how
            self._finish(walk, draft, holder, how)
            if saying and i + 1 < sentence.last and words[i + 1].cls & COMP:
                walk.open(draft, Arguments(opener="that", at=i + 1), holder)
            return

    def _is_own_complement(self, walk: Walk, noun: Reading, j: int) -> bool:
        """Whether what follows "the call of X" is what a call governs; else X may be its object ("inviting X")."""
        if noun.lemma not in self.noun_preps or j >= walk.sentence.last:
            return True
        word = walk.words[j]
        preps = self.noun_preps[noun.lemma]
        return word.fold in preps or word.cls & COMP or word.fold[:1] in preps and not word.cls & ~ADJ

    def _saying(self, walk: Walk, draft: Draft, i: int, holder: Holder | None, how: str) -> None:
        """قوله: «…»."""
        sentence, words = walk.sentence, walk.words
        j = i + 1
        while j < min(i + 5, sentence.last) and j not in sentence.quote_at and not words[j].cls & COMP:
            j += 1
        if j < sentence.last and words[j].cls & COMP:
            self._set_content(walk, draft, j + 1)
            draft.depth = len(walk.levels) - 1
            draft.holder_how = how
            self._finish(walk, draft, holder, how)
            walk.open(draft, Arguments(opener="that", at=j), holder)
            return
        quote = sentence.quote_at.get(j)
        if quote is None:
            return
        draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
        draft.opened = False
        draft.holder_how = how
        self._finish(walk, draft, holder, how)

    def _teller(self, walk: Walk, i: int) -> Holder | None:
        """نقلت الوكالة عن X قوله: the phrase behind عن."""
        words, sentence = walk.words, walk.sentence
        for k in range(i - 1, max(sentence.first, i - 22) - 1, -1):
            if words[k].fold == "عن" or words[k].fold == "وعن":
                phrase = read_phrase(sentence, k + 1, i, greedy=True)
                return walk.holder_of(phrase) if phrase else None
            if words[k].cls & COMP:
                return None
        return None

    def _is_plain_object(self, walk: Walk, draft: Draft, place: int, noun: Reading, how: str) -> bool:
        """A noun without the preposition or object it governs only names a thing."""
        following = walk.words[place + 1] if place + 1 < walk.sentence.last else None
        if following is None:
            return True
        entity = walk.sentence.inside.get(place + 1)
        if following.cls & PREP and following.fold in ("في", "خلال", "بعد", "قبل", "مع", "بين", "عبر", "لدي", "حتي"):
            return True
        if how == "explicit subject" and not (following.cls & (PREP | COMP) or following.prep or entity
                                              or following.fold[:1] in "بل"):  # fmt: skip
            return True
        return False

    # -- attribution phrases -----------------------------------------------------------------------------------------

    def _read_attribution(self, walk: Walk, i: int, word: Word) -> None:
        """وفق X, بحسب X: kept for later, since it is a claim only where no cue is (`finish_attribution`)."""
        sentence, words = walk.sentence, walk.words
        j = i + 1
        holder = None
        how = "explicit subject"
        end = j
        if word.rest in ("وفقا", "تبعا", "طبقا", "استنادا") and j < sentence.last and words[j].fold in (
            "له", "لها", "لهم", "لهما"
        ):  # fmt: skip
            holder = walk.resolve({"له": "m", "لها": "f", "لهم": "p", "لهما": "d"}[words[j].fold])
            how, end = "pronoun", j + 1
        elif j < sentence.last and words[j].cls & REL:
            return  # وفق ما …
        else:
            phrase = read_phrase(sentence, j, sentence.last)
            if phrase is None or not phrase.known:
                return
            holder = walk.holder_of(phrase)
            end = phrase.j
            if holder is not None:
                start = holder.start
                if words[phrase.i].fold[:1] == "ل" and sentence.inside.get(phrase.i) and (
                    sentence.inside[phrase.i].proclitic == "ل"
                ):  # fmt: skip
                    start = sentence.inside[phrase.i].start
                elif words[phrase.i].fold.startswith("ل") and not words[phrase.i].fold.startswith("لل") and not (
                    sentence.inside.get(phrase.i)
                ):  # fmt: skip
                    start += 1
                holder = holder._replace(start=start)
        if holder is None:
            return
        skip = 1 if word.conj else 0
        cue_start = sentence.offset(i, skip)
        walk.attributions.append((i, end, cue_start, sentence.ends[i], holder, how, len(walk.levels) - 1))


def _is_phrase(words: list[Word], phrase: tuple[str, ...]) -> bool:
    """Whether the words are those of an idiom, the last with a pronoun behind it or without."""
    return len(words) == len(phrase) and all(
        word.rest == part or place == len(phrase) - 1 and word.rest.startswith(part) and len(word.rest) <= len(part) + 2
        for place, (word, part) in enumerate(zip(words, phrase, strict=True))
    )


_NO_FRAMES = Frames("")
_STATUS = {"explicit subject": "explicit", "pronoun": "pronoun", "coordinated subject": "pro-drop",
           "participle": "pro-drop", "pro-drop": "pro-drop", "chapeau": "chapeau", "none": "none"}  # fmt: skip
