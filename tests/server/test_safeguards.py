"""Each safeguard, with what it stops and what it lets pass."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from cronistoria.server.safeguards.bodies import BoundedBodies
from cronistoria.server.safeguards.headers import SAFE_HEADERS
from cronistoria.server.safeguards.hosts import KnownHosts
from cronistoria.server.safeguards.rates import Rates
from tests.server.made import made_client

TOTALS = "/api/v1/totals"


async def greet(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads the whole body, then answers 200."""
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def asked(app: object, parts: list[Message] | None = None, **scope: object) -> dict[str, object]:
    """The status and headers of an answer; when there are no more parts of a body, none comes."""
    answers: list[Message] = []
    left = iter(parts if parts is not None else [{"type": "http.request", "body": b""}])

    async def receive() -> Message:
        for part in left:
            return part
        await asyncio.sleep(60)
        raise AssertionError

    async def send(message: Message) -> None:
        answers.append(message)

    given = {"type": "http", "method": "POST", "path": "/", "headers": [], "client": ("10.0.0.1", 1), **scope}
    asyncio.run(app(given, receive, send))  # type: ignore[operator]
    headers = {name.decode(): value.decode() for name, value in answers[0]["headers"]}
    return {"status": answers[0]["status"], **headers}


@pytest.mark.parametrize("path", [TOTALS, "/healthz", "/metrics", "/nowhere"])
def test_every_answer_has_the_safe_headers(path: str) -> None:
    answer = made_client().get(path)
    assert {name: answer.headers.get(name) for name in SAFE_HEADERS} == SAFE_HEADERS


def test_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = SAFE_HEADERS["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy


@pytest.mark.parametrize(
    ("host", "listens", "names", "known"),
    [
        ("127.0.0.1:8000", "127.0.0.1", (), True),
        ("localhost", "127.0.0.1", (), True),
        ("[::1]:8000", "127.0.0.1", (), True),
        ("LOCALHOST.:80", "127.0.0.1", (), True),
        ("evil.example", "127.0.0.1", (), False),
        ("127.0.0.1.evil.example", "127.0.0.1", (), False),
        ("192.168.1.7", "127.0.0.1", (), False),
        ("", "127.0.0.1", (), False),
        ("crisis.example.org", "127.0.0.1", ("crisis.example.org",), True),
        ("192.168.1.7:80", "0.0.0.0", (), True),
        ("[fe80::1]", "::", (), True),
        ("evil.example", "0.0.0.0", (), False),
        ("10.1.2.3", "10.1.2.3", (), True),
    ],
)
def test_only_known_names_are_answered(host: str, listens: str, names: tuple[str, ...], known: bool) -> None:
    app = KnownHosts(greet, listens, names)
    assert asked(app, headers=[(b"host", host.encode())])["status"] == (200 if known else 421)


def test_a_rebound_name_gets_problem_details() -> None:
    answer = made_client().get(TOTALS, headers={"host": "evil.example"})
    assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")


def _parts(*sizes: int) -> list[Message]:
    return [
        {"type": "http.request", "body": b"x" * size, "more_body": number < len(sizes) - 1}
        for number, size in enumerate(sizes)
    ]


@pytest.mark.parametrize(
    ("sizes", "announced", "status"),
    [
        ((10,), b"10", 200),
        ((5, 5), None, 200),
        ((11,), None, 413),
        ((5, 5, 1), None, 413),
        ((1,), b"11", 413),
        ((1,), b"99999999999999999999999", 413),
        ((1,), b"-5", 200),
    ],
)
def test_bodies_are_bounded(sizes: tuple[int, ...], announced: bytes | None, status: int) -> None:
    headers = [(b"content-length", announced)] if announced else []
    assert asked(BoundedBodies(greet, 10, 5), _parts(*sizes), headers=headers)["status"] == status


def test_a_body_that_never_ends_is_not_waited_for() -> None:
    endless: list[Message] = [{"type": "http.request", "body": b"x", "more_body": True}]
    assert asked(BoundedBodies(greet, 10, 0.05), endless)["status"] == 408


def test_a_long_body_is_refused_by_the_server() -> None:
    answer = made_client(body_limit=100).post("/api/v1/read", content=b"x" * 101)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")


@pytest.fixture
def times() -> list[float]:
    return [0.0]


@pytest.fixture
def rates(times: list[float]) -> Iterator[Rates]:
    yield Rates(greet, {"/read": 3, "/login": 1}, lambda: times[0])


def test_a_minute_allows_so_many_and_then_one_by_one(rates: Rates, times: list[float]) -> None:
    assert [asked(rates, path="/read")["status"] for _ in range(4)] == [200, 200, 200, 429]
    assert asked(rates, path="/read")["retry-after"] == "20"
    times[0] = 20.5
    assert [asked(rates, path="/read/more")["status"] for _ in range(2)] == [200, 429]


def test_paths_addresses_and_methods_are_counted_apart(rates: Rates) -> None:
    assert asked(rates, path="/login")["status"] == 200
    assert asked(rates, path="/login")["status"] == 429
    assert asked(rates, path="/read")["status"] == 200
    assert asked(rates, path="/login", client=("10.0.0.2", 1))["status"] == 200
    assert asked(rates, path="/login", method="GET")["status"] == 200
    assert asked(rates, path="/reading")["status"] == 200
    assert asked(rates, path="/login", client=None)["status"] == 200


def test_many_addresses_do_not_fill_the_memory(times: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cronistoria.server.safeguards.rates._MOST_ADDRESSES", 5)
    rates = Rates(greet, {"/read": 60}, lambda: times[0])
    for number in range(20):
        times[0] = number * 2.0
        asked(rates, path="/read", client=(f"10.0.0.{number}", 1))
    assert len(rates._free_at) <= 5
