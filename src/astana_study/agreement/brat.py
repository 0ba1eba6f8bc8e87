"""brat standoff: one ``.ann`` file beside the text.

Spans are entities (``Mention``, ``Cue``, ``Holder``, ``Content``, ``Distance``, and ``Article`` over the first letters,
which carries what is known of the whole). Relations lead from a cue to its ``Holder``, ``Content`` and ``Distance``;
closed lists are attributes; actors and topics, of which there can be several, stand in the annotator's notes
(``holders=RUS TUR; targets=; topics=idlib``), and a mention's actor is a reference (``actors:RUS``).
"""

from __future__ import annotations

import re

from astana_study.agreement.checking import parse_coding
from astana_study.agreement.gold import CodedArticle, Span
from astana_study.codebook.vocabulary import list_values

_PARTS = ("Holder", "Content", "Distance")
_LISTS = {"Act": "act", "Mode": "mode", "HolderStatus": "holder_status", "DistanceScope": "distance_scope",
          "Naming": "naming"}  # fmt: skip
_NOTED = ("round", "round_basis", "published", "published_basis", "coder", "language", "kind")


def render(coding: CodedArticle) -> str:
    """Return a coding as the lines of an ``.ann`` file.

    Examples
    --------
    >>> from astana_study.agreement.checking import parse_coding
    >>> raw = {"article_id": "a", "coder": "me", "mentions": [{"span": "Moscow", "actor": "RUS"}]}
    >>> print(render(parse_coding(raw, "Moscow agreed.")).replace("\\t", " "), end="")
    T1 Article 0 1 M
    #1 AnnotatorNotes T1 article_id=a; round=; round_basis=; published=; published_basis=; coder=me; language=; kind=
    T2 Mention 0 6 Moscow
    N1 Reference T2 actors:RUS RUS
    A1 Naming T2 neutral
    """
    writer = _Writer(coding.text)
    if coding.text:
        start = next((i for i, letter in enumerate(coding.text) if not letter.isspace()), 0)
        whole = writer.add_span("Article", (start, start + 1))
        writer.add_note(whole, {"article_id": coding.article_id} | {
            name: "" if getattr(coding, name) is None else getattr(coding, name) for name in _NOTED})  # fmt: skip
    for mention in coding.mentions:
        entity = writer.add_span("Mention", (mention.start, mention.end))
        writer.add("N", f"Reference {entity} actors:{mention.actor_id}\t{mention.actor_id}")
        writer.add("A", f"Naming {entity} {mention.naming}")
    for claim in coding.claims:
        cue = writer.add_span("Cue", claim.cue)
        writer.add("A", f"Act {cue} {claim.act}")
        writer.add("A", f"Mode {cue} {claim.mode}")
        writer.add("A", f"HolderStatus {cue} {claim.holder_status}")
        if claim.direct_quote:
            writer.add("A", f"DirectQuote {cue}")
        if claim.distance_scope:
            writer.add("A", f"DistanceScope {cue} {claim.distance_scope}")
        for part, span in zip(_PARTS, (claim.holder, claim.content, claim.distance), strict=True):
            if span:
                writer.add("R", f"{part} Arg1:{cue} Arg2:{writer.add_span(part, span)}")
        noted = {name: " ".join(sorted(getattr(claim, name))) for name in ("holders", "targets", "topics")}
        writer.add_note(cue, noted | ({"rule": claim.rule} if claim.rule else {}))
    return "".join(f"{line}\n" for line in writer.lines)


class _Writer:
    def __init__(self, text: str):
        self.text = text
        self.lines: list[str] = []
        self.counts: dict[str, int] = {}

    def add(self, kind: str, rest: str) -> str:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        name = f"{kind}{self.counts[kind]}"
        self.lines.append(f"{name}\t{rest}")
        return name

    def add_span(self, kind: str, span: Span) -> str:
        # brat shows no span that runs over a line end: it is written in pieces, and read back as one
        pieces = [(span[0] + found.start(), span[0] + found.end())
                  for found in re.finditer(r"[^\n]+", self.text[slice(*span)])] or [span]  # fmt: skip
        pieces[0], pieces[-1] = (span[0], pieces[0][1]), (pieces[-1][0], span[1])
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(self.text[start:end] for start, end in pieces).replace("\n", " ")
        return self.add("T", f"{kind} {offsets}\t{words}")

    def add_note(self, target: str, values: dict) -> None:
        self.add("#", f"AnnotatorNotes {target}\t" + "; ".join(f"{name}={value}" for name, value in values.items()))


def parse(content: str, text: str, name: str):
    """Read an ``.ann`` file; see `astana_study.agreement.formats.read_coding`."""
    reader = _Reader(text)
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            reader.read(line.rstrip("\r"), f"line {number}")
    return parse_coding(reader.assemble(), text, name, reader.faults)


class _Reader:
    def __init__(self, text: str):
        self.text = text
        self.faults: list[str] = []
        self.spans: dict[str, tuple[str, list[int], str]] = {}
        self.values: dict[str, dict[str, object]] = {}
        self.parts: dict[str, dict[str, str]] = {}
        self.article: dict[str, object] = {}

    def read(self, line: str, at: str) -> None:
        cells = line.split("\t", 2)
        kind = cells[0][:1]
        try:
            if kind == "T":
                self._read_span(cells, at)
            elif kind in "AM":
                label, target, *value = cells[1].split(" ")
                if label == "DirectQuote":
                    self._keep(target, direct_quote=True)
                elif label in _LISTS and value:
                    self._keep(target, **{_LISTS[label]: value[0]})
                else:
                    allowed = (f"{key} ({', '.join(list_values(of))})" for key, of in _LISTS.items())
                    self.faults.append(f"{at}: unknown attribute {cells[1]!r}; use DirectQuote, {', '.join(allowed)}")
            elif kind == "R":
                label, first, second = cells[1].split(" ")[:3]
                if label not in _PARTS:
                    self.faults.append(f"{at}: unknown relation {label!r}; use {', '.join(_PARTS)}")
                parts = self.parts.setdefault(first.removeprefix("Arg1:"), {})
                if label in parts:
                    self.faults.append(f"{at}: a second {label} of {first.removeprefix('Arg1:')}; a claim has one")
                parts[label] = second.removeprefix("Arg2:")
            elif kind == "N":
                _, target, reference = cells[1].split(" ", 2)
                self._keep(target, actor=reference.partition(":")[2])
            elif kind == "#":
                self._read_note(cells, at)
            else:
                self.faults.append(f"{at}: unknown line {line[:40]!r}; brat's lines begin with T, A, R, N or #")
        except (ValueError, IndexError):
            self.faults.append(f"{at}: {line[:60]!r} is not a line of brat; its cells are parted by a tab")

    def _keep(self, target: str, **values: object) -> None:
        self.values.setdefault(target, {}).update(values)

    def _read_span(self, cells: list[str], at: str) -> None:
        label, _, offsets = cells[1].partition(" ")
        if label not in ("Article", "Mention", "Cue", *_PARTS):
            self.faults.append(f"{at}: unknown entity {label!r}; use Mention, Cue, {', '.join(_PARTS)} or Article")
        pieces = [[int(number) for number in piece.split()] for piece in offsets.split(";")]
        span = [pieces[0][0], pieces[-1][1]]
        stands = " ".join(self.text[start:end] for start, end in pieces).replace("\n", " ")
        if stands != cells[2]:
            self.faults.append(f"{at}: {cells[2]!r} should stand at {span[0]}, but there stands {stands!r}; "
                               "the text is another one than that which was annotated")
        self.spans[cells[0]] = (label, span, at)

    def _read_note(self, cells: list[str], at: str) -> None:
        target = cells[1].split(" ")[1]
        for pair in filter(None, (pair.strip() for pair in cells[2].split(";"))):
            name, equals, value = pair.partition("=")
            if not equals:
                self.faults.append(f"{at}: {pair!r} is not of the form name=value, parted by ';'")
            elif self.spans.get(target, ("",))[0] == "Article":
                self.article[name] = int(value) if name == "round" and value.isdecimal() else value
            else:
                self._keep(target, **{name: value.split() if name in ("holders", "targets", "topics") else value})

    def assemble(self) -> dict:
        mentions, claims = [], []
        for target in (*self.values, *self.parts):
            if target not in self.spans:
                self.faults.append(f"{target} is named, but has no line of its own; add it or take the name away")
        for name, (label, span, at) in self.spans.items():
            values = dict(self.values.get(name, ()))
            at = f"{at} ({name})"
            if label == "Mention":
                mentions.append(values | {"span": span, "_at": at})
            elif label == "Cue":
                claims.append(self._assemble_claim(values, name, span, at))
        return {"article_id": "", **self.article, "mentions": mentions, "claims": claims}

    def _assemble_claim(self, values: dict, name: str, span: list[int], at: str) -> dict:
        parts = {part: self.spans.get(target, ("", None, ""))[1] for part, target in self.parts.get(name, {}).items()}
        scope = values.pop("distance_scope", "")
        far = {"scope": scope, "marker": parts.get("Distance")} if scope or parts.get("Distance") else None
        return values | {"cue": span, "holder": parts.get("Holder"), "content": parts.get("Content"),
                         "distance": far, "_at": at}  # fmt: skip


def render_configuration() -> str:
    """Return the ``annotation.conf`` with which brat opens these files.

    Examples
    --------
    >>> render_configuration().splitlines()[0]
    '[entities]'
    """
    lines = ["[entities]", "Article", "Mention", "Cue", *_PARTS, "", "[relations]"]
    lines += [f"{part}\tArg1:Cue, Arg2:{part}" for part in _PARTS]
    lines += ["", "[events]", "", "[attributes]", "DirectQuote\tArg:Cue"]
    for label, vocabulary in _LISTS.items():
        lines.append(f"{label}\tArg:{'Mention' if label == 'Naming' else 'Cue'}, "
                     f"Value:{'|'.join(list_values(vocabulary))}")  # fmt: skip
    return "\n".join(lines) + "\n"
