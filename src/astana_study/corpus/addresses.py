"""Which addresses may be visited: pages of the public net, nothing on this machine or behind its router."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import quote, urlsplit, urlunsplit

LOOPBACK = "127.0.0.1"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class RefusedError(ValueError):
    """An address that is not visited."""


def prepare_address(address: str) -> str:
    """Return an address as it goes over the wire: ASCII, without fragment; what is no page's address is refused.

    Raises
    ------
    RefusedError
        When it is not http or https, has no host, or carries a name and a password.

    Examples
    --------
    >>> prepare_address("https://www.example.org./خبر 1?a=b#top")
    'https://www.example.org/%D8%AE%D8%A8%D8%B1%201?a=b'
    """
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusedError(f"{address!r} is no address: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise RefusedError(f"only http and https are visited, not {parts.scheme or 'no scheme'!r}")
    if not host or parts.username is not None:
        raise RefusedError("no host in the address" if not host else "an address with a name and a password")
    if ":" in host:
        host = f"[{host}]"
    else:
        try:
            host = host.rstrip(".").encode("idna").decode("ascii")
        except UnicodeError:
            raise RefusedError(f"{host!r} is no name of a host") from None
    place = f"{host}:{port}" if port and port != {"http": 80, "https": 443}[parts.scheme] else host
    path = quote(parts.path or "/", safe="/%:=&?~+!$,;'@()*-._")
    return urlunsplit((parts.scheme, place, path, quote(parts.query, safe="/%:=&?~+!$,;'@()*-._[]"), ""))


def get_host(address: str) -> str:
    """Return host and port of a prepared address: whom to be polite to."""
    return urlsplit(address).netloc


def resolve_host(host: str, port: int, *, allow_loopback: bool = False) -> list[str]:
    """Return the numbers of a host. They are looked up once and then connected to, so that they cannot change between.

    Raises
    ------
    RefusedError
        When any of them is not public: a name that stands for a private number too is no honest name.
    OSError
        When the host is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for number in numbers:
        if not (is_public(number) or (allow_loopback and number == LOOPBACK)):
            raise RefusedError(f"{host} is {number}, which is not on the public net")
    return numbers


def is_public(number: str) -> bool:
    """Tell whether an internet number is one of the public net.

    Examples
    --------
    >>> [is_public(number) for number in ("93.184.216.34", "10.0.0.1", "127.0.0.1", "169.254.169.254")]
    [True, False, False, False]
    >>> [is_public(number) for number in ("::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2606:4700::1111")]
    [False, False, False, True]
    """
    try:
        ip = ipaddress.ip_address(re.sub("%.*", "", number))
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast
