"""Outlets are told by their address; an alignment never stands without its source."""

import re

import pytest

from astana_study.codebook.reading import CodebookError
from astana_study.corpus import outlets


@pytest.mark.parametrize("address, name", [
    ("https://sana.sy/?p=1", "SANA"), ("http://www.sana.sy./x", "SANA"), ("https://ns2.sana.sy:8080/", "SANA"),
    ("https://ar.mehrnews.com/amp/1", "Mehr News"), ("https://notsana.sy/", None), ("https://[::1/", None), ("", None),
])
def test_outlets_are_told_by_address(address, name):
    found = outlets.find_outlet(address)
    assert (found and found.name_en) == name


def test_the_outlets_of_the_codebook_are_well_formed():
    for outlet in outlets.load_outlets():
        assert re.fullmatch(r"[a-z0-9-]+", outlet.outlet_id) and outlet.name_en and outlet.name_ar
        assert re.fullmatch(r"[A-Z]{3}|", outlet.country)
        assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", domain) for domain in outlet.domains)


def test_faulty_outlets_are_all_told(monkeypatch):
    row = {"outlet_id": "a", "name_en": "A", "name_ar": "أ", "country": "SYR", "domains": "a.sy", "alignment": "",
           "alignment_source": ""}
    rows = [row | {"_line": "2"}, row | {"_line": "3", "alignment": "government"}]
    monkeypatch.setattr(outlets, "read_rows", lambda name: rows)
    with pytest.raises(CodebookError, match=r"(?s)'a' stands in line 2 too.*'a\.sy'.*alignment without a source"):
        outlets.load_outlets.__wrapped__()
