"""One visit to one page: bounded in time, size and redirects, to the public net only, and never more than asked for."""

from __future__ import annotations

import re
import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

import httpcore

from astana_study.corpus.addresses import RefusedError, prepare_address, resolve_host

REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much and how often; seconds and bytes."""

    connect: float = 20
    read: float = 30
    whole: float = 120
    largest: int = 20_000_000
    redirects: int = 5
    pause: float = 2
    """Between two visits to one host, unless its robots.txt asks for more."""
    longest_pause: float = 60
    tries: int = 3
    backoff: float = 5
    """Before the second try; twice that before the third."""
    patience: float = 120
    """The longest wait that a server's Retry-After is granted; beyond it the host is left for another day."""


class VisitError(Exception):
    """A visit that brought no page: what kind of failure it was, and whether it may go better another time."""

    def __init__(self, kind: str, reason: str, *, again: bool = False, wait: float | None = None):
        self.kind, self.reason, self.again, self.wait = kind, reason, again, wait
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The kind of content, as the server says; empty where it does not."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding, as the server says."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return str(message.get_content_charset() or "")


class _PublicNet(httpcore.NetworkBackend):
    """Connects to the number that was looked up and judged, so that no second look-up can lead elsewhere."""

    def __init__(self, allow_loopback: bool):
        self._inner = httpcore.SyncBackend()
        self._allow_loopback = allow_loopback
        self.deadline = float("inf")

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        name = host.decode("ascii") if isinstance(host, bytes) else host
        numbers = resolve_host(name.strip("[]"), port, allow_loopback=self._allow_loopback)
        for number in numbers:
            try:
                stream = self._inner.connect_tcp(number, port, timeout, local_address, socket_options)
                return _TimedStream(stream, self)
            except httpcore.ConnectError:
                if number == numbers[-1]:
                    raise
        raise OSError(f"{name} has no address")


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends with the time of the visit, however often a server sends one more byte in time."""

    def __init__(self, inner: httpcore.NetworkStream, net: _PublicNet):
        self._inner, self._net = inner, net

    def read(self, max_bytes, timeout=None):
        if time.monotonic() > self._net.deadline:
            raise httpcore.ReadTimeout("the visit took too long")
        return self._inner.read(max_bytes, timeout)

    def write(self, buffer, timeout=None):
        self._inner.write(buffer, timeout)

    def close(self):
        self._inner.close()

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, timeout), self._net)

    def get_extra_info(self, info):
        return self._inner.get_extra_info(info)


class Visitor:
    """Makes visits. Use it as a context; it keeps connections between visits.

    Parameters
    ----------
    limits : Limits
    contact : str
        A mail address or a page, told to the servers beside the project's name.
    allow_loopback : bool
        For tests against a server on 127.0.0.1 only.
    """

    def __init__(self, limits: Limits | None = None, *, contact: str = "", allow_loopback: bool = False):
        self.limits = limits or Limits()
        about = f"; {contact}" if contact else ""
        self.agent = f"astana_study/{version('astana-study')} (research on coverage of the Astana process{about})"
        if not re.fullmatch(r"[\x20-\x7e]*", self.agent):
            raise ValueError(f"contact: expected a mail address or a page in ASCII, got {contact!r}")
        self._net = _PublicNet(allow_loopback)
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(), network_backend=self._net, max_connections=4, keepalive_expiry=10)

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()

    def follow(self, address: str, before: object = None) -> Answer:
        """Return the answer at the end of all redirects.

        Parameters
        ----------
        address : str
            The page.
        before : callable, optional
            Called with each address before it is visited; may raise to prevent the visit.

        Raises
        ------
        VisitError
            When there is no page: refused, not found, too slow, too large, redirected in a loop, …
        """
        seen: list[str] = []
        while True:
            try:
                address = prepare_address(address)
            except RefusedError as error:
                raise VisitError("address", str(error)) from None
            if address in seen or len(seen) > self.limits.redirects:
                what = "in a loop" if address in seen else f"more than {self.limits.redirects} times"
                raise VisitError("redirects", f"redirected {what}, last to {address}")
            seen.append(address)
            if before is not None:
                before(address)
            answer = self._visit(address)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            address = urljoin(address, answer.headers["location"])

    def _visit(self, address: str) -> Answer:
        limits = self.limits
        headers = {"Host": urlsplit(address).netloc, "User-Agent": self.agent, "Accept-Encoding": "gzip, deflate",
                   "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"}
        self._net.deadline = time.monotonic() + limits.whole
        timeout = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.connect}
        try:
            with self._pool.stream("GET", address, headers=headers, extensions={"timeout": timeout}) as response:
                told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                body = b"" if response.status in REDIRECTS else self._read(response, told)
                return Answer(address, response.status, told, body)
        except RefusedError as error:
            raise VisitError("address", str(error)) from None
        except httpcore.TimeoutException as error:
            late = time.monotonic() > self._net.deadline
            what = f"not done after {limits.whole:g} seconds" if late else f"no answer in time ({type(error).__name__})"
            raise VisitError("timeout", what, again=True) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise VisitError("connection", f"{error or type(error).__name__}", again=True) from None

    def _read(self, response: httpcore.Response, told: dict[str, str]) -> bytes:
        chunks, size = [], 0
        for chunk in _unpack(response.iter_stream(), told.get("content-encoding", ""), self.limits.largest):
            chunks.append(chunk)
            size += len(chunk)
            if size > self.limits.largest:
                raise VisitError("too_large", f"more than {self.limits.largest:,} bytes")
        return b"".join(chunks)


def _unpack(stream: Iterator[bytes], encoding: str, largest: int) -> Iterator[bytes]:
    """Unpack piece by piece, so that what unpacks to gigabytes is met at its first megabytes."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from stream
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise VisitError("broken", f"packed as {encoding!r}, which was not asked for")
    unpacker = None
    try:
        for chunk in stream:
            if unpacker is None:
                # deflate comes with or without its frame
                framed = encoding != "deflate" or chunk[:1] == b"\x78"
                unpacker = zlib.decompressobj(47 if framed else -15)
            while chunk:
                yield unpacker.decompress(chunk, min(largest, 1_000_000))
                chunk = unpacker.unconsumed_tail
    except zlib.error as error:
        raise VisitError("broken", f"cannot be unpacked: {error}") from None
    if unpacker is None or not unpacker.eof:
        raise VisitError("connection", "the answer was cut off", again=True)


def judge_status(answer: Answer, now: float) -> None:
    """Raise what an answer's status means, unless it is a page.

    Raises
    ------
    VisitError
        With the wait that the server asks for, where it does.
    """
    status = answer.status
    if status in (429, 503):
        raise VisitError("busy", f"status {status}: too many visits, or out of service", again=True,
                         wait=read_retry_after(answer.headers.get("retry-after", ""), now))
    if status >= 500 or status in (408, 425):
        raise VisitError("server", f"status {status}", again=True)
    if status != 200:
        raise VisitError("not_found", f"status {status}")


def read_retry_after(value: str, now: float) -> float | None:
    """Return the seconds that a Retry-After header asks to wait: a number, or a day and time.

    Examples
    --------
    >>> read_retry_after("7", 0), read_retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 0), read_retry_after("soon", 0)
    (7.0, 60.0, None)
    """
    if re.fullmatch("[0-9]{1,9}", value.strip()):
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


