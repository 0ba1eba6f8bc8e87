"""Two states of a figure, compared: first what is drawn, then how, and pixels where they can be equal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

_ASPECTS = (("name", "name"), ("language", "language"), ("caption", "caption"), ("columns", "columns of the data"))


def compare_descriptions(published: bytes, recomputed: bytes, *, places: bool = True) -> list[str]:
    """Return in words where two descriptions of a figure differ; an empty list where they say the same.

    Parameters
    ----------
    published, recomputed : bytes
        Of two files that `describing.render_description` wrote.
    places : bool
        Whether sizes and places count, which another version of the drawing library may move.

    Examples
    --------
    >>> from astana_study.verify.describing import render_description
    >>> one, two = ({"caption": caption, "rows": [], "axes": []} for caption in ("a", "b"))
    >>> compare_descriptions(render_description(one), render_description(two))
    ['the caption: "a" → "b"']
    """
    try:
        before, after = json.loads(published), json.loads(recomputed)
    except ValueError:
        return ["the published description cannot be read"]
    told = [f"the {words}: {_show(before.get(key))} → {_show(after.get(key))}" for key, words in _ASPECTS
            if before.get(key) != after.get(key)]
    told += _compare_data(before.get("rows", []), after.get("rows", []), after.get("columns", []))
    before_axes, after_axes = before.get("axes", []), after.get("axes", [])
    if len(before_axes) != len(after_axes):
        told.append(f"the number of axes: {len(before_axes)} → {len(after_axes)}")
    for old, new in zip(before_axes, after_axes, strict=False):
        told += _compare_labels(old.get("labels", []), new.get("labels", []), places=places)
        told += _compare_marks(old.get("marks", []), new.get("marks", []), places=places)
        if places and any(old.get(limit) != new.get(limit) for limit in ("xlim", "ylim")):
            told.append("the limits of the axes")
    if places and before.get("size") != after.get("size"):
        told.append(f"the size: {_show(before.get('size'))} → {_show(after.get('size'))} inches")
    return told


def _compare_data(before: list, after: list, columns: list) -> list[str]:
    if before == after:
        return []
    if len(before) != len(after):
        return [f"the data drawn: {len(before)} → {len(after)} rows"]
    changed = [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    first = changed[0]
    cells = ", ".join(f"{column} {_show(old, 60)} → {_show(new, 60)}" for column, old, new
                      in zip(columns, before[first], after[first], strict=False) if old != new)
    return [f"the data drawn: {len(changed)} of {len(after)} rows; row {first}: {cells}"]


def _compare_labels(before: list, after: list, *, places: bool) -> list[str]:
    old, new = ([" ".join(text[0].split()) for group in groups for text in group["texts"]]
                for groups in (before, after))
    if sorted(old) != sorted(new):
        gone = [text for text in dict.fromkeys(old) if old.count(text) > new.count(text)]
        come = [text for text in dict.fromkeys(new) if new.count(text) > old.count(text)]
        return [f"the labels: {_list(gone)} → {_list(come)}"]
    if places and before != after:
        return ["the look or place of labels"]
    return []


def _compare_marks(before: list, after: list, *, places: bool) -> list[str]:
    old, new = ({_key(group): len(group["at"]) for group in groups} for groups in (before, after))
    if old != new:
        return [f"the marks: {sum(old.values())} → {sum(new.values())} in number, or their shapes and colours"]
    if places and before != after:
        return ["the places of marks"]
    return []


def _key(group: Mapping[str, Any]) -> str:
    return json.dumps({name: value for name, value in group.items() if name != "at"}, sort_keys=True)


def _show(value: Any, most: int = 160) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else f"{text[:most]}…"


def _list(texts: list[str], most: int = 3) -> str:
    shown = ", ".join(f"“{text}”" for text in texts[:most]) or "none"
    return f"{shown} … ({len(texts)})" if len(texts) > most else shown


def compare_pixels(published: bytes, recomputed: bytes) -> tuple[int, bytes]:
    """Return in how many pixels two PNGs differ, and a picture that marks them; −1 where one cannot be read.

    Where one picture is larger, what the other lacks counts as different.
    """
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        old, new = (np.asarray(Image.open(BytesIO(data)).convert("RGB"), dtype=np.int16)
                    for data in (published, recomputed))
    except (UnidentifiedImageError, OSError, SyntaxError):
        return -1, b""
    height, width = (max(sizes) for sizes in zip(old.shape[:2], new.shape[:2], strict=True))
    sheets = []
    for pixels in (old, new):
        sheet = np.full((height, width, 3), -1, dtype=np.int16)
        sheet[: pixels.shape[0], : pixels.shape[1]] = pixels
        sheets.append(sheet)
    differs = (sheets[0] != sheets[1]).any(axis=2)
    faded = (255 - (255 - np.clip(sheets[1], 0, 255).mean(axis=2)) * 0.25).astype(np.uint8)
    marked = np.stack([faded] * 3, axis=2)
    marked[differs] = (213, 0, 0)
    buffer = BytesIO()
    Image.fromarray(marked).save(buffer, format="PNG")
    return int(differs.sum()), buffer.getvalue()
