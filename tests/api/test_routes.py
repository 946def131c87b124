"""What the interface answers."""

from typing import Any

import msgspec
import pytest

from cronistoria.model.report import Report
from tests.desk.made import NOW, REPORTS
from tests.server.made import BEARER, TOKEN, made_client

FIRST = REPORTS[0].document.id
TEXT = "Elba calls on Fara."


def got(path: str, **options: Any) -> Any:
    answer = made_client(**options).get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("entries", 3),
        ("entries?kind=contact&type=call", 3),
        ("entries?kind=event", 0),
        ("entries?actor=alba", 2),
        ("entries?actor=ALBA&actor=CERVA", 3),
        ("entries?actor=ALBA&with=borea", 2),
        ("entries?actor=ALBA&with=CERVA", 0),
        ("entries?actor=ALBA&with=ALBA&with=CERVA", 2),
        ("entries?from=2031-05-04&to=2031-05", 2),
        ("entries?from=2031-05-05&to=2031-05-05", 1),
        ("entries?outlet=post", 1),
        ("entries?language=de", 1),
        ("entries?place=ZZZ", 1),
        ("entries?certainty=0.9", 0),
        ("entries?status=open", 0),
        ("records", 3),
        ("records?from=2031-05-03&to=2031-05-03", 1),
        ("records?actor=ALBA&language=de", 1),
        ("reports", 3),
        ("reports?outlet=Post", 1),
        ("ledger", 0),
        ("agenda", 0),
        ("sides", 0),
        ("actors", 4),
        ("actors?name=cerva", 1),
        ("actors?name=nobody", 0),
        ("problems", 3),
        ("judgements", 0),
        ("search?q=alba", 4),
        ("search?q=alba&kind=contact", 2),
        ("search?q=ruft", 2),
        ("search?q=nothing", 0),
    ],
)
def test_lists(path: str, found: int) -> None:
    answer = got(path)
    assert (len(answer["items"]), answer["next"]) == (found, None)


@pytest.mark.parametrize(
    "path", ["entries", "records", "reports", "actors", "problems", "search?q=alba", "entries?actor=Alba"]
)
def test_a_list_page_by_page_is_the_whole_list(path: str) -> None:
    client, mark = made_client(), "&" if "?" in path else "?"
    whole = client.get(f"/api/v1/{path}").json()["items"]
    found, cursor = [], ""
    while True:
        page = client.get(f"/api/v1/{path}{mark}limit=1{cursor}").json()
        found += page["items"]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert found == whole and len(whole) > 1


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("entries?limit=0", 422, "query.limit"),
        ("entries?limit=201", 422, "query.limit"),
        ("entries?limit=many", 422, "query.limit"),
        ("entries?colour=red", 422, "query.colour"),
        ("entries?kind=quarrel", 422, "query.kind"),
        ("entries?certainty=2", 422, "query.certainty"),
        ("entries?certainty=nan", 422, "query.certainty"),
        ("entries?from=2031-02-30", 422, "date '2031-02-30'"),
        ("entries?actor=Nobody", 422, "nobody in this chronicle"),
        ("entries?labels=tlh", 422, "labels 'tlh'"),
        ("entries?cursor=xx", 422, "cursor"),
        ("records?cursor=WzFd", 422, "cursor"),
        ("records?outlet=%00", 422, "query.outlet"),
        ("search", 422, "query.q"),
        ("search?q=...", 422, "holds no word"),
        ("entries/contact:0000000000000000", 404, "there is none"),
        ("entries/%20", 422, "path.entry"),
        ("sides/contact:0000000000000000", 404, "there is none"),
        ("actors/NOBODY", 404, "there is none"),
        ("records/contact:0", 404, "there is none"),
        (f"reports/{'0' * 64}", 404, "there is none"),
        ("reports/short", 422, "path.document"),
        ("exports/nothing", 404, "there is none"),
    ],
)
def test_what_cannot_be_answered_is_told(path: str, status: int, reason: str) -> None:
    answer = made_client().get(f"/api/v1/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert reason in answer.json()["detail"]


def test_one_of_each() -> None:
    report = got(f"reports/{FIRST}")
    assert msgspec.convert(report, Report) == REPORTS[0]
    (entry, *_) = got("entries?labels=it")["items"]
    detail = got(f"entries/{entry['id']}?labels=it")
    assert detail["entry"] == entry and "telefonata" in entry["title"]
    assert detail["tellings"][0]["source"]["document"] == FIRST
    assert got(f"entries/{entry['id'].partition(':')[2][:8]}")["entry"]["id"] == entry["id"]
    record = detail["tellings"][0]["record"]["id"]
    assert got(f"records/{record}") == detail["tellings"][0]
    assert got(f"sides/{entry['id']}")["entry"]["id"] == entry["id"]
    portrait = got("actors/ALBA")
    assert portrait["entries"] == {"contact": 2} and portrait["partners"] == [{"actor": "BOREA", "contacts": 2}]
    hit = got("search?q=%C3%B6rebro&kind=contact")["items"][0]
    assert (hit["entry"], hit["source"]["outlet"], hit["hit"]["snippet"]["marks"]) == (entry["id"], "Post", [[14, 20]])


def test_a_report_is_read_and_nothing_kept() -> None:
    client = made_client()
    answer = client.post("/api/v1/read", json={"text": TEXT, "publisher": "Echo"})
    assert answer.status_code == 200 and answer.json()["document"]["publisher"] == "Echo"
    assert client.get("/api/v1/totals").json()["reports"] == 3


def test_a_report_is_added_once() -> None:
    client = made_client(token=TOKEN)
    answers = [client.post("/api/v1/reports", json={"text": TEXT}, headers=BEARER) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert client.get(answers[0].headers["location"]).json() == answers[0].json()
    assert len(client.get("/api/v1/entries").json()["items"]) == 4


def test_a_decision_is_made_and_undone() -> None:
    client = made_client(token=TOKEN)
    (entry, *others) = client.get("/api/v1/entries").json()["items"]
    asked = {"act": "reject", "names": [entry["id"]], "by": "Rossi", "why": "a rumour"}
    made = client.post("/api/v1/judgements", json=asked, headers=BEARER)
    assert (made.status_code, made.json()["at"]) == (201, NOW)
    assert client.get("/api/v1/entries").json()["items"] == others
    undone = client.post(f"/api/v1/judgements/{made.json()['id']}/undo", json={}, headers=BEARER)
    assert undone.status_code == 200
    assert client.get("/api/v1/judgements").json()["items"][0]["undone_at"] == NOW
    assert len(client.get("/api/v1/entries").json()["items"]) == 3
    again = client.post(f"/api/v1/judgements/{made.json()['id']}/undo", json={}, headers=BEARER)
    assert again.status_code == 422


WRITING: tuple[tuple[str, dict[str, Any]], ...] = (
    ("reports", {"text": TEXT}),
    ("judgements", {"act": "confirm", "names": ["contact:0000"]}),
    ("judgements/decision:0000/undo", {}),
)


@pytest.mark.parametrize(("path", "body"), WRITING)
@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        (None, BEARER, 403),
        (TOKEN, {}, 401),
        (TOKEN, {"authorization": "Bearer wrong"}, 401),
        (TOKEN, {"authorization": f"Basic {TOKEN}"}, 401),
        (TOKEN, {"authorization": f"Bearer {TOKEN}x"}, 401),
        (TOKEN, {"cookie": f"token={TOKEN}"}, 401),
    ],
)
def test_without_the_token_nothing_changes(
    path: str, body: dict[str, Any], token: str | None, headers: dict[str, str], status: int
) -> None:
    client = made_client(token=token)
    answer = client.post(f"/api/v1/{path}", json=body, headers=headers)
    assert answer.status_code == status
    assert "--token" in answer.json()["detail"] or answer.headers["www-authenticate"] == "Bearer"
    assert client.get("/api/v1/totals").json()["reports"] == 3


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[]", "application/json", 422),
        (b"{}", "application/json", 422),
        (b'{"text": ""}', "application/json", 422),
        (b'{"text": 1}', "application/json", 422),
        (b'{"text": "No."}', "application/json", 422),
        (b'{"text": "Alba calls Borea.", "colour": 1}', "application/json", 422),
        (b'{"text": "Alba calls Borea.", "published": "yesterday"}', "application/json", 422),
        (b'{"text": "' + b"x" * 100_001 + b'"}', "application/json", 422),
        (b'{"text": "\\ud800 calls on Borea."}', "application/json", 400),
        (b"text=Alba", "application/x-www-form-urlencoded", 415),
        (b'{"text": "Alba calls on Borea."}', "text/plain", 415),
        (b'{"text": "Alba calls on Borea."}', "application/json; charset=utf-8", 200),
    ],
)
def test_bodies(body: bytes, kind: str, status: int) -> None:
    answer = made_client().post("/api/v1/read", content=body, headers={"content-type": kind})
    assert answer.status_code == status, answer.text


def test_too_many_readings_are_put_off() -> None:
    client = made_client(reads_per_minute=1)
    answers = [client.post("/api/v1/read", json={"text": TEXT}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert int(answers[1].headers["retry-after"]) > 0


def test_every_format_comes_as_a_file() -> None:
    client = made_client(crisis="Überfall \"'")
    formats = client.get("/api/v1/exports").json()["items"]
    assert len(formats) > 10
    for found in formats:
        answer = client.get(f"/api/v1/exports/{found['name']}?kind=contact")
        assert (answer.status_code, answer.headers["content-type"]) == (200, found["media_type"])
        name = f"%C3%9Cberfall%20%22%27{found['suffix']}"
        assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"
        assert answer.content


def test_an_export_holds_what_the_filters_leave() -> None:
    client = made_client()
    lines = client.get("/api/v1/exports/jsonl?actor=cerva&table=entries").text.splitlines()
    assert len(lines) == 1 and "CERVA" in lines[0]
    assert client.get("/api/v1/exports/csv?table=nothing").status_code == 422
