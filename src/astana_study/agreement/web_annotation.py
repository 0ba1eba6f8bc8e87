"""W3C Web Annotation: one JSON-LD page a coding, which annotation tools and libraries can read.

A claim is an annotation of its cue; holder, content and distance marker are bodies of it with a target in the text of
their own, acts and ids are tags such as ``act:condemn``. Every target has both selectors of the recommendation:
the position, which counts code points, and the quotation with what stands round it. Where the text has moved, the
quotation finds the span again.
"""

from __future__ import annotations

import json

from astana_study.agreement.checking import parse_coding
from astana_study.agreement.formats import load_json
from astana_study.agreement.gold import CodedArticle, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TERMS = {"role": "urn:astana-study:role"}
_AROUND = 32
_PARTS = ("holder", "content", "distance")
_LISTED = ("holders", "targets", "topics")
_HEADS = ("coder", "round", "round_basis", "published", "published_basis", "language", "kind")


def render(coding: CodedArticle) -> str:
    """Return a coding as an annotation page.

    Examples
    --------
    >>> from astana_study.agreement.checking import parse_coding
    >>> page = json.loads(render(parse_coding({"article_id": "a"}, "Moscow agreed.")))
    >>> page["type"], page["items"]
    ('AnnotationPage', [])
    """
    source = f"urn:astana-study:article:{coding.article_id}"
    items = []
    for number, mention in enumerate(coding.mentions, start=1):
        items.append(_annotate(coding, source, f"mention:{number}", (mention.start, mention.end), "identifying",
                               [f"actor:{mention.actor_id}", f"naming:{mention.naming}"]))  # fmt: skip
    for number, claim in enumerate(coding.claims, start=1):
        tags = [f"act:{claim.act}", f"mode:{claim.mode}", f"holder_status:{claim.holder_status}"]
        tags += [f"{name}:{value}" for name in _LISTED for value in sorted(getattr(claim, name))]
        tags += ["direct_quote:true"] * claim.direct_quote
        tags += [f"distance_scope:{claim.distance_scope}"] * bool(claim.distance_scope)
        tags += [f"rule:{claim.rule}"] * bool(claim.rule)
        item = _annotate(coding, source, f"claim:{number}", claim.cue, "classifying", tags)
        item["body"] += [{"role": part, **_target(coding.text, source, getattr(claim, part))}
                         for part in _PARTS if getattr(claim, part)]  # fmt: skip
        items.append(item)
    heads = {name: getattr(coding, name) for name in _HEADS}
    page = {"@context": [CONTEXT, _TERMS], "id": f"urn:astana-study:coding:{coding.article_id}:{coding.coder}",
            "type": "AnnotationPage", "source": source,
            "label": "; ".join(f"{name}={'' if value is None else value}" for name, value in heads.items()),
            "items": items}  # fmt: skip
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotate(coding: CodedArticle, source: str, name: str, span: Span, motive: str, tags: list[str]) -> dict:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    return {"id": f"{source}:{coding.coder}:{name}", "type": "Annotation", "motivation": motive, "body": bodies,
            "target": _target(coding.text, source, span)}  # fmt: skip


def _target(text: str, source: str, span: Span) -> dict:
    start, end = span
    return {"type": "SpecificResource", "source": source, "selector": [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(start - _AROUND, 0) : start],
         "suffix": text[end : end + _AROUND]},
    ]}  # fmt: skip


def parse(content: str, text: str, name: str):
    """Read an annotation page; see `astana_study.agreement.formats.read_coding`."""
    page = load_json(content, name)
    faults: list[str] = []
    items = page.get("items") if isinstance(page, dict) else None
    if not isinstance(items, list):
        faults.append("expected an AnnotationPage with items")
    heads = _read_heads(page if isinstance(page, dict) else {}, faults)
    rows: dict[str, list[dict]] = {"mentions": [], "claims": []}
    for item in items if isinstance(items, list) else ():
        at = f"line {item.get('_line', '?')}" if isinstance(item, dict) else "an item"
        try:
            row = _read_item(item, text, at, faults)
        except (KeyError, TypeError, AttributeError, ValueError):
            faults.append(f"{at}: an annotation with body and target was expected, each target with a selector")
            continue
        rows["claims" if "act" in row else "mentions"].append(row)
    return parse_coding(heads | rows, text, name, faults)


def _read_heads(page: dict, faults: list[str]) -> dict:
    found: dict[str, object] = {"article_id": str(page.get("source", "")).rpartition(":")[2]}
    for pair in filter(None, str(page.get("label", "")).split("; ")):
        name, _, value = pair.partition("=")
        if name not in _HEADS:
            faults.append(f"label: {name!r} is none of {', '.join(_HEADS)}")
            continue
        found[name] = int(value) if name == "round" and value.isdecimal() else value
    return found


def _read_item(item: dict, text: str, at: str, faults: list[str]) -> dict:
    row: dict[str, object] = {"_at": at}
    marker = scope = None
    bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
    for body in bodies:
        if "selector" in body:
            span = _find(body, text, at, faults)
            if body.get("role") == "distance":
                marker = span
            else:
                row[str(body.get("role", "?"))] = span
            continue
        name, _, value = body["value"].partition(":")
        if name in _LISTED:
            row.setdefault(name, []).append(value)  # type: ignore[union-attr]
        elif name == "distance_scope":
            scope = value
        else:
            row[name] = value == "true" if name == "direct_quote" else value
    span = _find(item["target"], text, at, faults)
    if "act" not in row:
        return row | {"span": span}
    return row | {"cue": span, "distance": {"scope": scope, "marker": marker} if scope or marker else None}


def _find(target: dict, text: str, at: str, faults: list[str]) -> list[int] | None:
    """Return the span of a target: where its position and its quotation agree, or else where the quotation stands."""
    selectors = target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
    position = next((s for s in selectors if s["type"] == "TextPositionSelector"), None)
    quote = next((s for s in selectors if s["type"] == "TextQuoteSelector"), None)
    if quote is None:
        return [position["start"], position["end"]]
    exact, prefix, suffix = quote["exact"], quote.get("prefix", ""), quote.get("suffix", "")
    if position and text[position["start"] : position["end"]] == exact:
        return [position["start"], position["end"]]
    whole = prefix + exact + suffix
    if not exact or text.count(whole) != 1 or text.find(whole, text.find(whole) + 1) >= 0:
        faults.append(f"{at}: {exact!r} stands neither at its position nor, with what is round it, once in the text; "
                      "the text is another one than that which was annotated")
        return None
    start = text.index(whole) + len(prefix)
    return [start, start + len(exact)]
