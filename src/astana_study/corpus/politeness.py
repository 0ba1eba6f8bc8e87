"""Manners towards a host: what its robots.txt allows, and how long to wait between two visits."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from astana_study.corpus.addresses import get_host
from astana_study.corpus.visiting import VisitError, Visitor

LARGEST_ROBOTS = 500_000
NAME = "astana_study"


class Manners:
    """Keeps, for each host, its rules and when it may be visited next."""

    def __init__(self, visitor: Visitor, *, sleep: Callable[[float], None] = time.sleep):
        self._visitor = visitor
        self._sleep = sleep
        self._rules: dict[str, object] = {}
        self._next: dict[str, float] = {}

    def get_ready_time(self, host: str) -> float:
        """Return the moment from which a host may be visited again."""
        return self._next.get(host, 0.0)

    def postpone(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)

    def ask(self, address: str) -> None:
        """Wait until an address may be visited.

        Raises
        ------
        VisitError
            When the host's robots.txt does not allow it, or cannot be read for now.
        """
        host = get_host(address)
        root = f"{urlsplit(address).scheme}://{host}"
        if root not in self._rules:
            self._rules[root] = self._read_rules(f"{root}/robots.txt")
        rules = self._rules[root]
        if isinstance(rules, VisitError):
            if rules.again:
                del self._rules[root]
            raise rules
        if rules is not None and not rules.can_fetch(address, NAME):
            raise VisitError("robots", "robots.txt of the host does not allow it")
        self._take_turn(host)
        limits = self._visitor.limits
        asked = (rules.crawl_delay(NAME) or 0) if rules is not None else 0
        self.postpone(host, min(max(limits.pause, float(asked)), limits.longest_pause))

    def _take_turn(self, host: str) -> None:
        wait = self._next.get(host, 0.0) - time.monotonic()
        if wait > 0:
            self._sleep(wait)

    def _read_rules(self, address: str):
        """Return a host's rules; None where it has none; an error where they cannot be had: nothing is allowed then."""
        from protego import Protego

        def take_turn(step: str) -> None:
            self._take_turn(get_host(step))
            self.postpone(get_host(step), self._visitor.limits.pause)

        try:
            answer = self._visitor.follow(address, take_turn)
        except VisitError as error:
            if error.kind in ("redirects", "too_large", "broken"):
                return None
            return error
        if answer.status == 429 or answer.status >= 500:
            return VisitError("server", f"robots.txt could not be read (status {answer.status})", again=True)
        if answer.status != 200:
            return None
        return Protego.parse(answer.body[:LARGEST_ROBOTS].decode("utf-8", "replace"))
