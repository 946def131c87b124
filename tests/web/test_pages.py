"""All pages of a small crisis: what they show, in both languages, with filters, and what they refuse."""

import html
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient

from cronistoria.desk.desk import Desk
from cronistoria.languages.labels import page_languages
from cronistoria.server.app import make_app
from cronistoria.server.settings import ServerSettings
from tests.web.made import HOSTILE, LIMA, OSLO, TOKEN, desk_of_contacts, made_desk

CALL, THREAT = "contact:b4379b1ab633a42c", "position:fd69adba0943010f"
PATHS = ("/", "/ledger", "/agenda", "/actors", "/actors/NOR", "/actors/Q1", "/network", "/network?by=persons", "/map",
         "/reports", "/search", "/search?q=fleet", "/read", "/coverage", "/problems", "/decisions", "/login",
         f"/entries/{CALL}", f"/entries/{CALL}/sides", f"/entries/{THREAT}")  # fmt: skip


def client(token: str | None = TOKEN, desk: Desk | None = None) -> TestClient:
    app = make_app(desk or made_desk(), ServerSettings(crisis="Test", token=token))
    return TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False)


@pytest.fixture(scope="module")
def reader() -> Iterator[TestClient]:
    with client() as made:
        yield made


@pytest.fixture
def writer() -> Iterator[TestClient]:
    """A client that has shown the token."""
    with client() as made:
        assert made.post("/login", data={"token": TOKEN}).status_code == 303
        yield made


def text(page: str) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", "", page).split())


def csrf(page: str) -> str:
    found = re.search(r'name="csrf" value="(\w+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("language", page_languages())
@pytest.mark.parametrize("path", PATHS)
def test_every_page_opens_in_every_language(reader: TestClient, path: str, language: str) -> None:
    reader.cookies.clear()
    answer = reader.get(path, headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-language"] == language
    assert "style=" not in answer.text and "onclick" not in answer.text
    assert re.search(r"<script(?! type=\"module\" src=)", answer.text) is None
    assert answer.text.count("<h1") == 1


def test_a_language_once_chosen_stays(reader: TestClient) -> None:
    reader.cookies.clear()
    assert '<html lang="it">' in reader.get("/?lang=it").text
    assert '<html lang="it">' in reader.get("/ledger", headers={"accept-language": "en"}).text
    reader.cookies.clear()
    assert '<html lang="en">' in reader.get("/?lang=xx", headers={"accept-language": "de"}).text


FILTERS: tuple[tuple[str, list[str], list[str]], ...] = (
    ("/?kind=contact", ["Ada Berg and Luis Rojas held a phone call"], ["threat"]),
    ("/?from=2024-03-02&to=2024-03", ["massed"], ["held a phone call"]),
    ("/?actor=Berg&kind=contact", ["1 entry of"], ["Peru gave"]),
    ("/?actor=PER&with=Berg", ["phone call"], ["attack"]),
    ("/?actor=nobody-at-all", ["Nobody in this chronicle is called “nobody-at-all”."], ["phone call"]),
    ("/?from=32-13", ["“32-13” is no date"], ["phone call"]),
    ("/?place=PER", ["Callao"], ["phone call"]),
    ("/?outlet=Voce%20di%20Lima&language=it", ["phone call"], ["Bodø"]),
    ("/?status=open&page=99", ["Page"], []),
    ("/ledger?status=open", ["in caso di invasione", "nuove sanzioni"], ["Nothing fits"]),
    ("/agenda?status=upcoming", ["due to hold a meeting", "Quito"], ["Nothing fits"]),
    ("/map?kind=event", ["Callao"], ["Bodø"]),
    ("/network?from=2025", ["No contacts fit"], []),
    ("/actors?q=berg", ["Ada Berg"], ["Luis Rojas"]),
    ("/search?q=ceasefire", ["frank about the ceasefire"], ["Nothing found"]),
    ("/search?q=%22%22", ["No word to search for"], []),
    ("/reports?language=it", ["Voce di Lima"], ["Oslo Courier"]),
)  # fmt: skip


@pytest.mark.parametrize(("path", "there", "absent"), FILTERS, ids=[path for path, _, _ in FILTERS])
def test_filters(reader: TestClient, path: str, there: list[str], absent: list[str]) -> None:
    page = reader.get(path, headers={"accept-language": "en"}).text
    said = text(re.sub(r'(?s)<details class="filters".*?</details>', "", page[page.index("<main") :]))
    assert [words for words in there if words not in said and words != "Page"] == []
    assert [words for words in absent if words in said] == []


def test_an_entry_shows_the_words_of_each_source(reader: TestClient) -> None:
    page = reader.get(f"/entries/{CALL}").text
    said = text(page)
    assert "2 sources" in said and "50 minutes" in said and "60 minutes" in said
    assert '<mark class="duration channel evidence">50 minutes</mark>' in page
    assert '<mark class="duration channel evidence">un&#39;ora</mark>' in page
    assert "the participants +0.45" in said
    assert "Sign in to confirm" in said


def test_the_sides_stand_next_to_each_other(reader: TestClient) -> None:
    page = reader.get(f"/entries/{CALL}/sides").text
    assert 'class="contradicted"' in page and "Only Peru" in text(page)
    assert '<q lang="it" dir="auto">il ritiro della flotta</q>' in page


def test_a_report_shows_its_records_where_they_rest(reader: TestClient) -> None:
    document = re.search(r"/reports/(\w{64})[^>]*>[^<]*</a></th><td><bdi>Voce", reader.get("/reports").text)
    assert document
    page = reader.get(f"/reports/{document[1]}").text
    marked = "".join(re.findall(r'(?s)<div class="marked".*?</div>', page))
    assert html.unescape(text(re.sub(r"<sup.*?</sup>", "", marked))) == " ".join(LIMA.split())
    assert marked.count("<mark") == page.count('<li id="told-') == 4


@pytest.mark.parametrize("path", ["/entries/contact:00000000", "/actors/nobody", "/reports/0", "/no/such/page"])
def test_what_is_not_there(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    assert "text/html" in answer.headers["content-type"]


def test_programs_get_no_page(reader: TestClient) -> None:
    assert "json" in reader.get("/api/nothing").headers["content-type"]


def test_assets_are_kept_for_good_by_their_version(reader: TestClient) -> None:
    href = re.search(r'href="(/assets/style.css\?\w+)"', reader.get("/").text)
    assert href
    assert "immutable" in reader.get(href[1]).headers["cache-control"]
    assert reader.get("/assets/style.css").headers["cache-control"] == "no-cache"
    assert reader.get("/assets/..%2fpages.py").status_code == 404


def test_nobody_writes_without_the_token(reader: TestClient) -> None:
    reader.cookies.clear()
    form = {"act": "reject", "csrf": "0" * 64}
    assert reader.post(f"/entries/{CALL}/judge", data=form).status_code == 403
    assert reader.post("/decisions/undo", data={"decision": "x"}).status_code == 403
    assert reader.post("/read/add", data={"text": OSLO}).status_code == 403
    assert reader.post("/login", data={"token": "guess"}).status_code == 403


def test_a_server_without_a_token_says_so() -> None:
    with client(None) as reader:
        assert "read-only" in text(reader.get("/login").text)
        assert "read-only here" in text(reader.get(f"/entries/{CALL}").text)


def test_a_form_of_another_site_is_refused(writer: TestClient) -> None:
    assert writer.post(f"/entries/{CALL}/judge", data={"act": "reject", "csrf": "0" * 64}).status_code == 403


def test_a_status_is_set_and_undone(writer: TestClient) -> None:
    page = writer.get(f"/entries/{THREAT}").text
    form = {"act": "status", "other": "fulfilled", "by": "Rossi", "why": "read it", "csrf": csrf(page)}
    answer = writer.post(f"/entries/{THREAT}/judge", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/entries/{THREAT}")
    page = writer.get(f"/entries/{THREAT}").text
    assert "fulfilled (decided by Rossi)" in text(page) and "read it" in text(page)
    assert "read it" in text(writer.get("/decisions").text)
    decision = re.search(r'name="decision" value="([^"]+)"', page)
    assert decision
    assert writer.post("/decisions/undo", data={"decision": decision[1], "csrf": csrf(page)}).status_code == 303
    assert "undone" in text(writer.get(f"/entries/{THREAT}").text)
    assert "decided by Rossi)" not in text(writer.get("/ledger").text)


def test_two_tellings_are_parted(writer: TestClient) -> None:
    page = writer.get(f"/entries/{CALL}").text
    other = re.findall(r'name="other" value="(record:\w+)"', page)[-1]
    writer.post(f"/entries/{CALL}/judge", data={"act": "different", "other": other, "csrf": csrf(page)})
    assert text(writer.get("/?kind=contact").text).count("held a phone call") >= 2


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"act": "explode"}, "That could not be done"),
        ({"act": "status", "other": "held"}, "expected open, fulfilled"),
        ({"act": "same", "other": "contact:ffffffff"}, "there is no such entry"),
    ],
)
def test_what_cannot_be_decided(writer: TestClient, form: dict[str, str], words: str) -> None:
    token = csrf(writer.get(f"/entries/{THREAT}").text)
    answer = writer.post(f"/entries/{THREAT}/judge", data={**form, "csrf": token})
    assert answer.status_code == 400 and words in text(answer.text)


def test_a_report_is_read_and_added(writer: TestClient) -> None:
    form = {
        "text": "Peace is near.\r\nThe rest.",
        "outlet": "A <b>pasted</b> outlet",
        "published": "2024-03-05",
        "language": "en",
    }
    page = writer.post("/read", data=form).text
    assert "Peace is near." in text(page) and "1 record" in text(page)
    assert "&lt;b&gt;pasted" in page and "<b>pasted" not in page
    answer = writer.post("/read/add", data={**form, "csrf": csrf(page)})
    assert answer.status_code == 303
    assert "Ada Berg made a statement" in text(writer.get(answer.headers["location"]).text)
    assert "Ada Berg made a statement" in text(writer.get("/?actor=Berg&kind=statement").text)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"text": "  "}, "There is no text"),
        ({"text": "no report"}, "holds no report"),
        ({"text": "y" * 100_001}, "too long"),
        ({"text": "A text.", "published": "soon"}, "soon"),
    ],
)
def test_what_cannot_be_read(reader: TestClient, form: dict[str, str], words: str) -> None:
    answer = reader.post("/read", data=form)
    assert answer.status_code == 422 and words in text(answer.text)


def test_a_line_of_five_million_letters_is_refused(reader: TestClient) -> None:
    assert reader.post("/read", data={"text": "a" * 5_000_000}).status_code == 413


def test_a_report_that_means_harm_is_only_shown(reader: TestClient) -> None:
    pages = [
        reader.get(path).text for path in ("/", "/reports", "/search?q=script", "/actors/NOR", "/map", "/problems")
    ]
    document = re.search(r"/reports/(\w{64})\"[^>]*>&lt;/title", pages[1])
    assert document
    pages.append(reader.get(f"/reports/{document[1]}").text)
    pages.append(reader.post("/read", data={"text": HOSTILE[:2_000]}).text)
    for page in pages:
        assert not re.search(r"<script(?! type=\"module\" src=\"/assets/)|<img|<b onm|javascript:", page)
        assert "\0" not in re.sub(r"(?s)<textarea.*?</textarea>|<input[^>]*>", "", page)
        assert not re.search(
            "[\u202a-\u202e\u2066-\u2069]", re.sub(r"(?s)<textarea.*?</textarea>|<input[^>]*>", "", page)
        )
    assert "⟦U+202E⟧" in pages[-2] and "{{ 7 * 7 }}" in pages[-2]


def test_all_contacts_stand_on_the_line_of_a_partner_however_many() -> None:
    days = [date(2024, 1, 1) + timedelta(n) for n in range(300)]
    with client(desk=desk_of_contacts(days)) as made:
        page = made.get("/actors/NOR", headers={"accept-language": "en"}).text
    (row,) = re.findall(r'<tr><th scope="row"><a href="/actors/PER".*?</tr>', page, re.DOTALL)
    titles = re.findall(r"<title>(.*?)</title>", row)
    assert len(titles) <= 100
    assert titles[0].startswith("January 1, 2024 – ") and f"October {days[-1].day}, 2024" in titles[-1]
    counts = [re.search(r": (\d+) contacts$", title) for title in titles]
    assert sum(int(count[1]) if count else 1 for count in counts) == 300
