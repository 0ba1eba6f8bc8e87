"""Pages are fetched politely and with bounds, from a server of this test that does everything a server should not."""

import csv
import gzip
import itertools
import json
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from astana_study.cli import app
from astana_study.corpus.addresses import RefusedError, is_public, prepare_address, resolve_host
from astana_study.corpus.exporting import neutralise_cell
from astana_study.corpus.fetching import fetch_pages
from astana_study.corpus.visiting import Limits, VisitError, Visitor
from astana_study.terminal import OK, USAGE
from astana_study.text.reading import read_article

LIMITS = Limits(connect=5, read=5, whole=20, largest=3_000_000, pause=0.01, longest_pause=0.05, tries=2, backoff=0.01,
                patience=2)  # fmt: skip
TEXT = "قال المندوب الروسي إن الجولة انتهت بنجاح وإن الأطراف اتفقت على عقد جولة جديدة في الشهر القادم في أستانا."
PAGE = f"<html><head><title>أستانا</title></head><body><article><h1>أستانا</h1><p>{TEXT}</p></article></body></html>"
BOMB = gzip.compress(b"\0" * 40_000_000)


class Misbehaving(BaseHTTPRequestHandler):
    """Answers each path in its own bad way, and writes down who asked for what, and when."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        server.visits.append((time.monotonic(), self.path, self.headers["User-Agent"]))
        count = sum(path == self.path for _, path, _ in server.visits)
        name = self.path.split("?")[0].strip("/").replace("/", "_").replace(".", "_") or "page"
        getattr(self, f"say_{name}", self.say_page)(count)

    def log_message(self, *_):
        pass

    def send(self, body, status=200, **headers):
        body = body.encode("utf-8") if isinstance(body, str) else body
        self.send_response(status)
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for key, value in (told | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def say_robots_txt(self, count):
        self.send("User-agent: *\nDisallow: /private\n\nUser-agent: other\nDisallow: /\n", Content_Type="text/plain")

    def say_page(self, count):
        self.send(PAGE.replace("القادم", f"القادم {self.path[-6:].strip('/')}"))

    def say_gone(self, count):
        self.send("no", 404)

    def say_busy(self, count):
        if count == 1:
            self.send("wait", 429, Retry_After="1")
        else:
            self.send(PAGE)

    def say_never(self, count):
        self.send("wait", 503, Retry_After="3600")

    def say_failing(self, count):
        self.send("oops", 500)

    def say_loop(self, count):
        self.send("", 302, Location="/loop2")

    def say_loop2(self, count):
        self.send("", 302, Location="/loop")

    def say_endless(self, count):
        self.send("", 302, Location=f"/endless?{count}")

    def say_moved(self, count):
        self.send("", 301, Location="/page?moved")

    def say_to_file(self, count):
        self.send("", 302, Location="file:///etc/passwd")

    def say_to_private(self, count):
        self.send("", 302, Location="http://10.0.0.1/secret")

    def say_to_metadata(self, count):
        self.send("", 302, Location="http://169.254.169.254/latest/")

    def say_soft(self, count):
        self.send("<html><head><title>404 - Page not found</title></head><body><p>Sorry, the page you are looking for "
                  "has moved. Try our search instead, or go home.</p></body></html>")

    def say_bomb(self, count):
        self.send(BOMB, Content_Encoding="gzip")

    def say_packed(self, count):
        self.send(gzip.compress(PAGE.replace("القادم", "المقبل").encode()), Content_Encoding="gzip")

    def say_cut(self, count):
        self.send(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def say_unknown(self, count):
        self.send(b"abc", Content_Encoding="zstd")

    def say_wrong(self, count):
        self.send(PAGE.replace("القادم", "التالي").encode("cp1256"), Content_Type="text/html; charset=utf-8")

    def say_latin(self, count):
        self.send(PAGE.replace("القادم", "الآتي"), Content_Type="text/html; charset=iso-8859-1")

    def say_large(self, count):
        self.send(b"x" * 4_000_000)

    def say_slow(self, count):
        time.sleep(0.8)

    def say_drip(self, count):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(12):
            self.wfile.write(b"x")
            time.sleep(0.2)

    def say_heads(self, count):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(12):
            self.wfile.write(b"x")
            time.sleep(0.2)

    def say_short(self, count):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"<html>")
        self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A visitor that leaves early is what is tested here."""


@pytest.fixture
def server():
    with Server(("127.0.0.1", 0), Misbehaving) as running:
        running.visits = []
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def fetch(server, paths, folder, **options):
    base = f"http://127.0.0.1:{server.server_port}"
    rows = [row if isinstance(row, dict) else {"source_url": f"{base}/{row}"} for row in paths]
    given = {"limits": LIMITS, "allow_loopback": True, "today": "2024-11-12"} | options
    return {one.address.removeprefix(base): one for one in fetch_pages(rows, folder, **given)}


OUTCOMES = {
    "page": ("came", ""), "busy": ("came", ""), "moved": ("came", ""), "packed": ("came", ""), "wrong": ("came", ""),
    "latin": ("came", ""), "gone": ("failed", "not_found"), "failing": ("later", "server"),
    "loop": ("failed", "redirects"), "endless": ("failed", "redirects"), "to/file": ("failed", "address"),
    "to/private": ("failed", "address"), "to/metadata": ("failed", "address"), "soft": ("failed", "no_article"),
    "bomb": ("failed", "too_large"), "large": ("failed", "too_large"), "cut": ("later", "connection"),
    "unknown": ("failed", "broken"), "short": ("later", "connection"), "private/a": ("failed", "robots"),
}


def test_each_way_to_misbehave_is_met(server, tmp_path):
    told = fetch(server, OUTCOMES, tmp_path / "corpus")
    assert {path: (one.outcome, one.kind) for path, one in told.items()} == {
        f"/{path}": expected for path, expected in OUTCOMES.items()}
    assert all(one.reason for one in told.values() if one.outcome != "came")
    texts = {read_article(path).source_url.rsplit("/")[-1]: read_article(path)
             for path in (tmp_path / "corpus" / "texts").rglob("*.txt")}
    assert set(texts) == {"page", "busy", "moved", "packed", "wrong", "latin"}
    assert all("قال المندوب الروسي" in article.text and article.language == "ar" for article in texts.values())
    visited = [path for _, path, _ in server.visits]
    assert "/private/a" not in visited and visited[0] == "/robots.txt" and visited.count("/robots.txt") == 1
    assert all("astana_study/" in agent for _, _, agent in server.visits)
    with (tmp_path / "corpus" / "fetch-report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["outcome"] for row in csv.DictReader(file)] == [outcome for outcome, _ in OUTCOMES.values()]


def test_a_server_that_keeps_one_waiting_is_left(server, tmp_path):
    limits = replace(LIMITS, read=0.5, whole=1, tries=1)
    told = fetch(server, ["slow", "drip", "heads"], tmp_path / "corpus", limits=limits)
    assert {one.kind for one in told.values()} == {"timeout"} and {one.outcome for one in told.values()} == {"later"}


def test_nothing_on_this_machine_is_visited_without_the_switch(server, tmp_path):
    told = fetch(server, ["page"], tmp_path / "corpus", allow_loopback=False)
    assert told["/page"].kind == "address" and "127.0.0.1, which is not on the public net" in told["/page"].reason
    assert server.visits == []


def test_a_server_that_asks_for_time_gets_it(server, tmp_path):
    told = fetch(server, ["busy", "never", "page?2"], tmp_path / "corpus")
    moments = [moment for moment, path, _ in server.visits if path == "/busy"]
    assert len(moments) == 2 and moments[1] - moments[0] >= 1
    assert told["/never"].outcome == "later" and "asks to wait 3600 seconds" in told["/never"].reason
    # the host asked to be left alone: so it is
    assert told["/page?2"].outcome == "later" and "/page?2" not in [path for _, path, _ in server.visits]


def test_visits_are_apart(server, tmp_path):
    limits = Limits(pause=0.15, connect=1, read=1)
    fetch(server, [f"page?{number}" for number in range(4)], tmp_path / "corpus", limits=limits)
    moments = [moment for moment, _, _ in server.visits]
    assert len(moments) == 5
    # the server notes when it gets to a request, which on a busy machine is late; all pauses together are no shorter
    assert moments[-1] - moments[0] >= 4 * 0.14
    assert min(later - earlier for earlier, later in itertools.pairwise(moments)) >= 0.07


def test_an_interrupted_run_goes_on_where_it_was(server, tmp_path):
    paths = ["page?1", "gone", "failing", "page?2"]
    seen = []

    def interrupt(fetched):
        seen.append(fetched)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(server, paths, tmp_path / "corpus", report=interrupt)
    assert (tmp_path / "corpus" / "fetch-report.csv").exists()
    with (tmp_path / "corpus" / "fetch.jsonl").open("ab") as file:
        file.write(b'{"address": "cut o')
    server.visits.clear()
    told = fetch(server, paths, tmp_path / "corpus")
    assert [told[f"/{path}"].outcome for path in paths] == ["came", "failed", "later", "came"]
    # what came or will never come is not asked for again; what failed for a time is
    assert {path for _, path, _ in server.visits} == {"/robots.txt", "/failing", "/page?2"}
    server.visits.clear()
    fetch(server, paths, tmp_path / "corpus", again=True)
    assert {path for _, path, _ in server.visits} == {"/robots.txt", "/failing", "/gone"}


def test_what_the_record_says_of_a_page_comes_along(server, tmp_path):
    address = f"http://127.0.0.1:{server.server_port}/moved"
    row = {"source_url": address, "outlet": "A paper", "language": "ar", "round": 3, "date": "2017-02-16"}
    told = fetch(server, [row, row | {"round": 3}], tmp_path / "corpus")
    (path,) = (tmp_path / "corpus" / "texts").rglob("*.txt")
    article = read_article(path)
    assert (article.outlet, article.round, article.published) == ("A paper", 3, "2017-02-16")
    assert article.source_url == address
    sidecar = path.with_suffix(".toml").read_text(encoding="utf-8")
    assert "redirected to" in sidecar and 'retrieved = "2024-11-12"' in sidecar and 'origin = "pages/' in sidecar
    assert len(told) == 1 and len(list((tmp_path / "corpus" / "pages").rglob("*.html"))) == 1
    fetch(server, [row, row | {"round": 4}], tmp_path / "other")
    (path,) = (tmp_path / "other" / "texts").rglob("*.txt")
    assert "round = " not in path.with_suffix(".toml").read_text(encoding="utf-8")


def test_without_rules_all_is_allowed_and_with_broken_ones_nothing(server, tmp_path, monkeypatch):
    monkeypatch.setattr(Misbehaving, "say_robots_txt", lambda self, count: self.send("no", 404))
    assert fetch(server, ["private/a"], tmp_path / "a")["/private/a"].outcome == "came"
    monkeypatch.setattr(Misbehaving, "say_robots_txt", lambda self, count: self.send("no", 500))
    told = fetch(server, ["page"], tmp_path / "b")
    assert told["/page"].outcome == "later" and "robots.txt could not be read" in told["/page"].reason
    assert "/page" not in [path for _, path, _ in server.visits]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http:///x",
                                     "x", "http://user:secret@example.org/", "http://[::1/", "http://example.org:99999/"])
def test_what_is_no_page_is_refused(address, tmp_path):
    with pytest.raises(RefusedError):
        prepare_address(address)
    (told,) = fetch_pages([{"source_url": address}], tmp_path / "corpus", limits=LIMITS)
    assert (told.outcome, told.kind) == ("failed", "address")


@pytest.mark.parametrize("number", ["127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
                                    "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1",
                                    "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "nonsense"])
def test_numbers_that_are_not_public(number):
    assert not is_public(number)


@pytest.mark.parametrize("host", ["127.0.0.2", "2130706433", "0x7f.1", "::1"])
def test_other_spellings_of_this_machine_are_refused(host):
    with pytest.raises((RefusedError, OSError)):
        for number in resolve_host(host, 80):
            assert is_public(number)


def test_a_name_that_turns_out_private_is_refused(monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("93.184.216.34", 80)),
                                                                (2, 1, 6, "", ("192.168.0.9", 80))])
    with Visitor(LIMITS) as visitor, pytest.raises(VisitError, match=r"evil\.example is 192\.168\.0\.9") as failure:
        visitor.follow("http://evil.example/")
    assert failure.value.kind == "address" and not failure.value.again


def test_a_contact_that_would_break_the_header_is_refused():
    with pytest.raises(ValueError, match="in ASCII"):
        Visitor(contact="a\r\nX: y")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\u200f=1"])
def test_formulas_become_text_in_exports(cell):
    assert neutralise_cell(cell) == f"'{cell}"


def test_the_log_is_lines_of_json(server, tmp_path):
    fetch(server, ["page"], tmp_path / "corpus")
    (line,) = (tmp_path / "corpus" / "fetch.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["outcome"] == "came"


def test_an_address_can_be_added(server, tmp_path, monkeypatch):
    monkeypatch.setattr("astana_study.corpus.visiting.Limits", lambda: LIMITS)
    base = f"http://127.0.0.1:{server.server_port}"
    arguments = ["add", f"{base}/page", f"{base}/gone", "--to", str(tmp_path / "corpus"), "--contact", "me@example.org"]
    refused = CliRunner().invoke(app, arguments)
    assert refused.exit_code == USAGE and "not on the public net" in refused.output and server.visits == []
    added = CliRunner().invoke(app, [*arguments, "--allow-loopback"])
    assert added.exit_code == USAGE and "1 added" in added.output and "gone: status 404 (not_found)" in added.output
    assert all("me@example.org" in agent for _, _, agent in server.visits)
    again = CliRunner().invoke(app, [*arguments[:2], "--to", str(tmp_path / "corpus"), "--allow-loopback"])
    assert again.exit_code == OK and "0 added, 1 there already" in again.output
