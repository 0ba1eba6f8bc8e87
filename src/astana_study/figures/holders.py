"""Who holds a claim, for figures: the three guarantors named one by one are the guarantors."""

from __future__ import annotations

import pandas as pd

from astana_study.figures.inputs import check_columns, make_frame
from astana_study.figures.labels import get_text, label_actor

GUARANTORS = frozenset({"RUS", "TUR", "IRN"})
NOBODY = ""


def list_holders(claims: pd.DataFrame, claim_actors: pd.DataFrame) -> pd.DataFrame:
    """List the holders of each claim.

    Russia, Türkiye and Iran named together are one holder, ``GUARANTORS``, as the coding guidelines have it; a claim
    without a holder gets an empty one.

    Parameters
    ----------
    claims, claim_actors : DataFrame
        The tables of these names.

    Returns
    -------
    DataFrame
        ``article_id, claim_id, holder``, one row per claim and holder.

    Examples
    --------
    >>> claims = pd.DataFrame({"article_id": ["a", "a"], "claim_id": [1, 2]})
    >>> actors = pd.DataFrame({"article_id": ["a"] * 3, "claim_id": [1] * 3, "role": ["holder"] * 3,
    ...                        "actor_id": ["RUS", "TUR", "IRN"]})
    >>> list_holders(claims, actors).values.tolist()
    [['a', 1, 'GUARANTORS'], ['a', 2, '']]
    """
    check_columns(claims, "claims", ["article_id", "claim_id"])
    check_columns(claim_actors, "claim_actors", ["article_id", "claim_id", "role", "actor_id"])
    held = claim_actors[claim_actors["role"] == "holder"]
    found = {key: sorted(set(actors)) for key, actors in held.groupby(["article_id", "claim_id"])["actor_id"]}
    rows = []
    for article, claim in claims[["article_id", "claim_id"]].itertuples(index=False):
        holders = found.get((article, claim), [NOBODY])
        rows += [(article, claim, holder) for holder in (["GUARANTORS"] if set(holders) == GUARANTORS else holders)]
    return make_frame(rows, ["article_id", "claim_id", "holder"], whole=["claim_id"])


def label_holder(holder: str, language: str) -> str:
    """Return the name of a holder, or words for none."""
    return label_actor(holder, language) if holder else get_text("word.no_holder", language)

