"""`astana-study fetch`: the pages of the record's sources into a corpus, one visit at a time.

Each outcome is written to ``fetch.jsonl`` as soon as it is known, so that an interrupted run goes on where it was. A
page that came, or that will never come (not found, not allowed), is not asked for again; a server that was busy is.
The pages themselves are kept in ``pages/``, as evidence, and so that their text can be taken out anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from astana_study.corpus.addresses import RefusedError, get_host, prepare_address
from astana_study.corpus.exporting import write_spreadsheet
from astana_study.corpus.intake import read_piece
from astana_study.corpus.locking import hold
from astana_study.corpus.pieces import Piece, UnfitError
from astana_study.corpus.politeness import Manners
from astana_study.corpus.shelf import Shelf
from astana_study.corpus.visiting import Answer, Limits, VisitError, Visitor, judge_status
from astana_study.tables.files import write_file

LOG, REPORT, PAGES = "fetch.jsonl", "fetch-report.csv", "pages"


class Fetched(NamedTuple):
    """What became of one address."""

    address: str
    outcome: str
    """``came``, ``failed`` (for good) or ``later`` (worth another try)."""
    kind: str
    reason: str
    status: int | None
    final: str
    article_id: str
    size: int
    sha256: str
    retrieved: str


def fetch_pages(
    sources: Iterable[Mapping[str, Any]], folder: str | Path, *, limits: Limits | None = None, contact: str = "",
    again: bool = False, allow_loopback: bool = False, report: Callable[[Fetched], None] = lambda _: None,
    today: str = "",
) -> list[Fetched]:
    """Fetch pages into a corpus, politely: one at a time, as robots.txt allows, with pauses and few tries.

    Parameters
    ----------
    sources : iterable of mappings
        Rows with ``source_url`` and, where known, ``outlet``, ``language``, ``round`` and ``date``, as in the table
        ``sources``.
    folder : str or Path
        The corpus; made where it is missing.
    limits : Limits, optional
    contact : str
        A mail address or a page, told to the servers.
    again : bool
        Ask again for what failed for good.
    allow_loopback : bool
        For tests only: 127.0.0.1 may be visited.
    report : callable
        Told each outcome of this run as it comes.
    today : str
        Day of retrieval that is noted; by default the present day in UTC.

    Returns
    -------
    list of Fetched
        One for each address, in order; also written to ``fetch-report.csv`` of the corpus.

    Raises
    ------
    CorpusError
        When the folder holds something else than a corpus, or another run fetches into it.
    """
    rows = _join_rows(sources)
    shelf = Shelf(folder)
    with hold(shelf.folder), Visitor(limits, contact=contact, allow_loopback=allow_loopback) as visitor:
        known = _read_log(shelf.folder / LOG)
        done = {address: known[address] for address in rows if address in known
                and known[address].outcome != "later" and not (again and known[address].outcome == "failed")}
        run = _Run(shelf, visitor, today or dt.datetime.now(dt.UTC).date().isoformat(), rows, report)
        try:
            run.go([address for address in rows if address not in done])
        finally:
            done |= run.done
            ordered = [done[address] for address in rows if address in done]
            write_spreadsheet(shelf.folder / REPORT, Fetched._fields, ordered)
    return ordered


class _Run:
    """One run: the queue of each host, and what became of each address."""

    def __init__(self, shelf: Shelf, visitor: Visitor, today: str, rows: Mapping[str, Mapping], report: Callable):
        self.shelf, self.visitor, self.today, self.rows, self.report = shelf, visitor, today, rows, report
        self.manners = Manners(visitor)
        self.done: dict[str, Fetched] = {}

    def go(self, addresses: list[str]) -> None:
        queues: dict[str, deque[tuple[str, int]]] = {}
        for address in addresses:
            try:
                queues.setdefault(get_host(prepare_address(address)), deque()).append((address, 1))
            except RefusedError as error:
                self._note(address, VisitError("address", str(error)))
        while queues:
            # whichever host may be visited first: nobody is pressed while others wait their turn
            host = min(queues, key=self.manners.get_ready_time)
            address, attempt = queues[host].popleft()
            try:
                answer = self.visitor.follow(address, self.manners.ask)
                judge_status(answer, time.time())
                self._keep(address, answer)
            except VisitError as error:
                if not self._retry(queues[host], host, address, attempt, error):
                    self._note(address, error)
            if not queues[host]:
                del queues[host]

    def _retry(self, queue: deque, host: str, address: str, attempt: int, error: VisitError) -> bool:
        limits = self.visitor.limits
        wait = error.wait if error.wait is not None else limits.backoff * 2 ** (attempt - 1)
        if error.again and wait > limits.patience:
            # the host asks to be left alone: that holds for all its pages
            error.reason += f"; asks to wait {wait:g} seconds"
            while queue:
                self._note(queue.popleft()[0], error)
            return False
        if not error.again or attempt >= limits.tries:
            return False
        self.manners.postpone(host, wait)
        queue.appendleft((address, attempt + 1))
        return True

    def _keep(self, address: str, answer: Answer) -> None:
        sha256 = hashlib.sha256(answer.body).hexdigest()
        is_page = answer.media_type in ("text/html", "application/xhtml+xml")
        path = self.shelf.folder / PAGES / sha256[:2] / f"{sha256[:16]}{'.html' if is_page else '.bin'}"
        write_file(path, answer.body)
        try:
            piece = self._make_piece(address, answer, "page.html" if is_page else Path(answer.address).name)
            article_id, _ = self.shelf.put(piece, origin=f"{PAGES}/{sha256[:2]}/{path.name}", sha256=sha256,
                                           retrieved=self.today)
        except UnfitError as error:
            self._note(address, VisitError(error.kind, error.reason), answer, sha256)
        else:
            self._write(Fetched(address, "came", "", "", answer.status, answer.address, article_id, len(answer.body),
                                sha256, self.today))

    def _make_piece(self, address: str, answer: Answer, name: str) -> Piece:
        row = self.rows[address]
        piece = read_piece(answer.body, name, address=address, charset=answer.charset)
        number = row.get("round")
        notes = [piece.note, f"redirected to {answer.address}" if answer.address != prepare_address(address) else ""]
        return replace(
            piece, published=piece.published or str(row.get("date") or ""),
            outlet=str(row.get("outlet") or "") or piece.outlet, language=str(row.get("language") or ""),
            round=int(number) if isinstance(number, int) and number > 0 else None, note="; ".join(filter(None, notes)))

    def _note(self, address: str, error: VisitError, answer: Answer | None = None, sha256: str = "") -> None:
        self._write(Fetched(address, "later" if error.again else "failed", error.kind, " ".join(error.reason.split()),
                            answer.status if answer else None, answer.address if answer else "", "",
                            len(answer.body) if answer else 0, sha256, self.today))

    def _write(self, fetched: Fetched) -> None:
        self.done[fetched.address] = fetched
        with (self.shelf.folder / LOG).open("ab") as file:
            file.write(json.dumps(fetched._asdict(), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self.report(fetched)


def _join_rows(sources: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return one row for each address; a page about two rounds is given none, so that its text decides."""
    rows: dict[str, dict[str, Any]] = {}
    for source in sources:
        address = str(source["source_url"])
        row = {"outlet": source.get("outlet"), "language": source.get("language"), "date": source.get("date"),
               "round": _read_number(source.get("round"))}
        if address in rows and rows[address]["round"] != row["round"]:
            rows[address]["round"] = None
        rows.setdefault(address, row)
    return rows


def _read_number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def _read_log(path: Path) -> dict[str, Fetched]:
    """Return the last outcome of each address; a last line that was cut off is as if it had not been."""
    known: dict[str, Fetched] = {}
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return known
    for line in lines:
        try:
            fetched = Fetched(**json.loads(line))
        except (ValueError, TypeError):
            continue
        known[fetched.address] = fetched
    return known
