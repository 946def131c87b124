"""Answers from memory: the same bytes, made once, for nobody who has a session, and forgotten when too many."""

import asyncio

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from cronistoria.desk.desk import Desk
from cronistoria.server import remembered
from cronistoria.server.remembered import Remembered
from cronistoria.web.visit import SESSION_COOKIE
from tests.desk.made import made_desk
from tests.server.made import made_client
from tests.store.made import made_report


class Counted:
    """Answers with how often it was asked, and how long a body is wanted."""

    def __init__(self, status: int = 200, size: int = 10, headers: tuple[tuple[bytes, bytes], ...] = ()) -> None:
        self.asked, self._status, self._size, self._headers = 0, status, size, headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        headers = [(b"etag", b'"mark"'), *self._headers]
        await send({"type": "http.response.start", "status": self._status, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * self._size})


def ask(app: Remembered, path: str = "/", method: str = "GET", **headers: str) -> int:
    """The status of an answer."""
    answers: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        answers.append(message)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": named}
    asyncio.run(app(scope, receive, send))
    return int(answers[0]["status"])


@pytest.mark.parametrize(
    ("path", "method", "headers", "app", "times"),
    [
        ("/", "GET", {}, Counted(), 1),
        ("/", "POST", {}, Counted(), 2),
        ("/", "GET", {"cookie": f"{SESSION_COOKIE}=1"}, Counted(), 2),
        ("/healthz", "GET", {}, Counted(), 2),
        ("/", "GET", {}, Counted(status=404), 2),
        ("/", "GET", {}, Counted(size=600_000), 2),
        ("/", "GET", {}, Counted(headers=((b"set-cookie", b"a=b"),)), 2),
    ],
)
def test_what_is_made_once(path: str, method: str, headers: dict[str, str], app: Counted, times: int) -> None:
    kept = Remembered(app, made_desk())
    assert ask(kept, path, method, **headers) == ask(kept, path, method, **headers)
    assert app.asked == times


def test_what_an_answer_hangs_on() -> None:
    app = Counted()
    kept = Remembered(app, made_desk())
    for headers in ({"accept_language": "it"}, {"accept_language": "en"}, {"accept_encoding": "gzip"}, {}):
        ask(kept, **headers)
    assert app.asked == 4
    assert ask(kept, if_none_match='"mark"') == 304
    assert app.asked == 4


def test_the_least_asked_for_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 25)
    app = Counted()
    kept = Remembered(app, made_desk())
    for path in ("/a", "/b", "/a", "/c", "/a", "/b"):
        ask(kept, path)
    assert app.asked == 4


def test_a_changed_chronicle_is_told_anew() -> None:
    desk = made_desk()
    client = made_client(desk)
    first = client.get("/")
    assert client.get("/").text == first.text
    desk.add(made_report("Elba calls on Fara.", called="03"))
    assert client.get("/").text != first.text


def test_a_chronicle_that_cannot_be_asked_is_not_remembered() -> None:
    class Broken(Desk):
        @property
        def mark(self) -> str:
            raise ZeroDivisionError

    app = Counted()
    kept = Remembered(app, Broken(made_desk()._store))
    assert (ask(kept), ask(kept), app.asked) == (200, 200, 2)


HTML = {"accept": "text/html,*/*", "accept-language": "it"}


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "kind"),
    [
        ("POST", "/read", HTML, 413, "text/html; charset=utf-8"),
        ("POST", "/read", {}, 413, "application/problem+json"),
        ("POST", "/api/v1/read", HTML, 413, "application/problem+json"),
        ("DELETE", "/", HTML, 405, "text/html; charset=utf-8"),
    ],
)
def test_people_are_told_in_a_page(method: str, path: str, headers: dict[str, str], status: int, kind: str) -> None:
    client: TestClient = made_client(body_limit=1000)
    body = b"x" * 2000 if method == "POST" else None
    answer = client.request(method, path, headers=headers, content=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, kind)
    assert ("Non è stato possibile" in answer.text) == ("html" in kind)


def test_people_are_told_when_to_try_again() -> None:
    client = made_client(logins_per_minute=1)
    answers = [client.post("/login", headers=HTML, data={"token": "x"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [403, 429]
    assert f"Riprova fra {answers[1].headers['retry-after']} secondi" in answers[1].text
