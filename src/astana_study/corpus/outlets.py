"""Which outlet a page is of: told by its address, from ``codebook/outlets.csv``.

A row has the country an outlet publishes from and, where the literature codes one, its alignment with the source.
Both stay empty where they are not known; nothing is guessed from a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from astana_study.codebook.reading import CodebookError, read_rows


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet; what is not known is empty."""

    outlet_id: str
    name_en: str
    name_ar: str
    country: str
    domains: tuple[str, ...]
    alignment: str
    alignment_source: str


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Load the outlets of the codebook.

    Raises
    ------
    CodebookError
        When an id or a domain is given twice, or an alignment has no source.

    Examples
    --------
    >>> load_outlets()[0].outlet_id
    'sana'
    """
    outlets, faults, seen = [], [], {}
    for row in read_rows("outlets"):
        outlet = Outlet(row["outlet_id"], row["name_en"], row["name_ar"], row["country"],
                        tuple(row["domains"].split("|")), row["alignment"], row["alignment_source"])  # fmt: skip
        at = f"outlets.csv:{row['_line']}"
        for name in (outlet.outlet_id, *outlet.domains):
            if name in seen:
                faults.append(f"{at}: {name!r} stands in line {seen[name]} too; an outlet has one row")
            seen[name] = row["_line"]
        if outlet.alignment and not outlet.alignment_source:
            faults.append(f"{at}: an alignment without a source; name the publication that codes it, or leave it empty")
        outlets.append(outlet)
    if faults:
        raise CodebookError(faults)
    return tuple(outlets)


@cache
def _map_domains() -> dict[str, Outlet]:
    return {domain: outlet for outlet in load_outlets() for domain in outlet.domains}


def find_outlet(address: str) -> Outlet | None:
    """Return the outlet of an address, or None where the codebook has none.

    Examples
    --------
    >>> find_outlet("https://www.sana.sy/?p=1").name_en, find_outlet("https://example.org/")
    ('SANA', None)
    """
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return None
    steps = host.split(".")
    wider = (".".join(steps[start:]) for start in range(len(steps)))
    return next((outlet for domain in wider if (outlet := _map_domains().get(domain))), None)
