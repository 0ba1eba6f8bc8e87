"""How far two codings of the same texts agree: a coder against a hand coding, or two people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from astana_study.agreement.alpha import count_coincidences, find_alpha
from astana_study.agreement.differing import COLUMNS, list_differences
from astana_study.agreement.gold import CodedArticle, GoldError, coding_from_records
from astana_study.agreement.measuring import (
    ALPHAS,
    MEASURES,
    WHOLE,
    Counts,
    count_pairing,
    draw_weights,
    find_interval,
    list_pairs,
    share,
)
from astana_study.agreement.pairing import GUARANTORS, Pairing, overlap, pair_claims, unify_holders
from astana_study.codebook.vocabulary import list_values

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["GUARANTORS", "Agreement", "compare_codings", "measure", "overlap", "pair_claims", "unify_holders"]



@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Agreement:
    """How far two sets of codings agree, in three tidy tables.

    Attributes
    ----------
    measures : DataFrame
        One row per ``level`` (all, language, part, text), ``group`` and ``measure``: ``value``, the 95 % interval
        ``low`` to ``high`` from resampling whole texts, ``units`` that the value rests on, and ``texts``. No value
        where nothing could agree; no interval for a single text.
    acts : DataFrame
        The confusion of acts on matched claims, with ``(none)`` for claims that one side alone has: ``language``,
        ``reference``, ``other``, ``claims``.
    differences : DataFrame
        One row a difference: where, what the reference has, what the other has, by which rule, and the words round it.
    """

    measures: pd.DataFrame
    acts: pd.DataFrame
    differences: pd.DataFrame

    def __repr__(self) -> str:
        texts = int((self.measures["level"] == "text").sum() / max(len(MEASURES) + len(ALPHAS), 1))
        found = f"claims F1 {self.get('claims_f1'):.2f}, {len(self.differences)} differences"
        return f"<Agreement over {texts} texts: {found}>"

    def _repr_html_(self) -> str:
        return self.measures[self.measures["level"] == "all"].round(3)._repr_html_()

    def get(self, measure: str, level: str = "all", group: str = "all") -> float:
        """Return one value; not a number where there is none.

        Examples
        --------
        >>> text = CodedArticle("a", "me", "Nothing was said.", 20, "", (), ())
        >>> compare_codings(text, text).get("round")
        1.0
        """
        table = self.measures
        found = table[(table["measure"] == measure) & (table["level"] == level) & (table["group"] == group)]["value"]
        return float(found.iloc[0]) if len(found) else float("nan")


def compare_codings(reference, other) -> Agreement:
    """Compare two codings of the same texts.

    Claims are matched by their cues, one to one, the greatest overlap first; act, mode, holders, content, targets and
    topics are compared on matched claims. The three guarantors named one by one and the guarantors as a body are the
    same holder.

    Parameters
    ----------
    reference, other : one coding, or several
        Hand codings (`CodedArticle`, or a text of `load_gold`) or codings of the coder (as `code_article` gives them).
        Texts are matched by ``article_id``; those that only the reference has are left aside, so that a second coder
        who coded a third can be compared with one who coded all.

    Returns
    -------
    Agreement
        ``.measures``, ``.acts`` and ``.differences``.

    Raises
    ------
    GoldError
        When a text of `other` is not among the reference's, stands there twice, or has other words.

    Examples
    --------
    >>> from astana_study.agreement.checking import parse_coding
    >>> claim = {"cue": "said", "act": "state", "mode": "indirect", "holder_status": "explicit", "holders": ["RUS"]}
    >>> one = parse_coding({"article_id": "a", "claims": [claim]}, "Moscow said no.")
    >>> two = parse_coding({"article_id": "a", "claims": [claim | {"act": "claim"}]}, "Moscow said no.")
    >>> agreement = compare_codings(one, two)
    >>> agreement.get("claims_f1"), agreement.get("act")
    (1.0, 0.0)
    >>> agreement.differences[["kind", "words", "reference", "other"]].values.tolist()
    [['act', 'said', 'state', 'claim']]
    """
    pairings = _match(_list_codings(reference), _list_codings(other))
    return Agreement(_measure_all(pairings), _confuse_acts(pairings), _frame_differences(pairings))


def measure(pairings: Sequence[Pairing]) -> dict[str, float]:
    """Return the measures over some pairings, without intervals, by name."""
    return {name: value for name, value, *_ in _measure([count_pairing(pairing) for pairing in pairings], MEASURES)}


def _list_codings(given) -> list[CodedArticle]:
    if isinstance(given, CodedArticle) or hasattr(given, "records") or hasattr(given, "coding"):
        given = [given]
    found = []
    for item in given:
        if hasattr(item, "records"):
            item = coding_from_records(item.records, item.article.text)
        found.append(getattr(item, "coding", item))
        if not isinstance(found[-1], CodedArticle):
            raise GoldError(f"a coding was expected (as load_gold or code_article gives it), not {type(item).__name__}")
    return found


def _match(reference: list[CodedArticle], other: list[CodedArticle]) -> list[Pairing]:
    faults = []
    for side in (reference, other):
        names = [coding.article_id for coding in side]
        twice = sorted({name for name in names if names.count(name) > 1})
        faults += [f"{name} stands more than once on one side" for name in twice]
    known = {coding.article_id: coding for coding in reference}
    faults += [f"{c.article_id} is not among the texts of the reference" for c in other if c.article_id not in known]
    if faults:
        raise GoldError("these codings cannot be compared:", tuple(faults))
    return [pair_claims(known[coding.article_id], coding) for coding in other]


def _measure_all(pairings: list[Pairing]) -> pd.DataFrame:
    import pandas as pd

    counts = [count_pairing(pairing) for pairing in pairings]
    units = [list_pairs(pairing) for pairing in pairings]
    rows = []

    def add(level: str, group: str, chosen: Sequence[int], names: Iterable[str], of: Sequence[Counts]) -> None:
        resample = level != "text"
        rows.extend((level, group, *row) for row in _measure([of[i] for i in chosen], names, resample=resample))

    def add_alphas(level: str, group: str, chosen: Sequence[int]) -> None:
        rows.extend((level, group, *row) for row in _find_alphas([units[i] for i in chosen], resample=level != "text"))

    everything = range(len(pairings))
    add("all", "all", everything, MEASURES, counts)
    add_alphas("all", "all", everything)
    for language in sorted({pairing.reference.language for pairing in pairings} - {""}):
        chosen = [i for i in everything if pairings[i].reference.language == language]
        add("language", language, chosen, MEASURES, counts)
        add_alphas("language", language, chosen)
    for part in list_values("part"):
        inside = [count_pairing(pairing, part) for pairing in pairings]
        chosen = [i for i in everything if inside[i]["claims_f1"][1]]
        if chosen:
            add("part", part, chosen, [name for name in MEASURES if name not in WHOLE], inside)
    for i in everything:
        add("text", pairings[i].reference.article_id, [i], MEASURES, counts)
        add_alphas("text", pairings[i].reference.article_id, [i])
    columns = ["level", "group", "measure", "value", "low", "high", "units", "texts"]
    types = dict(zip(columns, ["str"] * 3 + ["float"] * 3 + ["int64"] * 2, strict=True))
    return pd.DataFrame(rows, columns=columns).astype(types)


def _measure(counts: Sequence[Counts], names: Iterable[str], *, resample: bool = False) -> Iterable[tuple]:
    """Yield measure, value, low, high, units and texts."""
    weights = draw_weights(len(counts)) if resample and len(counts) > 1 else None
    for name in names:
        table = np.array([count[name] for count in counts], dtype=float).reshape(-1, 2)
        agreed, possible = table.sum(axis=0)
        low = high = float("nan")
        if weights is not None:
            low, high = find_interval(share(weights @ table[:, 0], weights @ table[:, 1]))
        # an F1 rests on what the reference has, as recall does; its denominator is the sum of both sides
        units = sum(count[name.replace("_f1", "_recall")][1] for count in counts)
        yield name, float(share(agreed, possible)), low, high, int(units), len(counts)


def _find_alphas(units: Sequence[dict], *, resample: bool) -> Iterable[tuple]:
    weights = draw_weights(len(units)) if resample and len(units) > 1 else None
    for name in ALPHAS:
        values = sorted({value for unit in units for pair in unit[name] for value in pair})
        tables = np.array([count_coincidences(unit[name], values) for unit in units])
        tables = tables.reshape(len(units), len(values), len(values))
        low = high = float("nan")
        if weights is not None:
            drawn = (weights @ tables.reshape(len(units), -1)).reshape(-1, len(values), len(values))
            low, high = find_interval(find_alpha(drawn))
        yield name, float(find_alpha(tables.sum(axis=0))), low, high, sum(len(unit[name]) for unit in units), len(units)


def _confuse_acts(pairings: list[Pairing]) -> pd.DataFrame:
    import pandas as pd

    none = "(none)"
    cells: dict[tuple[str, str, str], int] = {}
    for pairing in pairings:
        pairs = [(a.act, b.act) for a, b in pairing.pairs]
        pairs += [(claim.act, none) for claim in pairing.missed] + [(none, claim.act) for claim in pairing.invented]
        for pair in pairs:
            key = (pairing.reference.language, *pair)
            cells[key] = cells.get(key, 0) + 1
    order = {act: n for n, act in enumerate((*list_values("act"), none))}
    rows = [(*key, cells[key]) for key in sorted(cells, key=lambda key: (key[0], order[key[1]], order[key[2]]))]
    columns = ["language", "reference", "other", "claims"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[:3], "str") | {"claims": "int64"})


def _frame_differences(pairings: list[Pairing]) -> pd.DataFrame:
    import pandas as pd

    table = pd.DataFrame([row for pairing in pairings for row in list_differences(pairing)], columns=list(COLUMNS))
    return table.astype({name: "int64" if name in ("start", "end") else "str" for name in COLUMNS})
