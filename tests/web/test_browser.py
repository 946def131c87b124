"""The pages in a real browser: opened in both languages and widths, used, attacked, and checked for accessibility.

Skipped where there is no Chromium; the analysis is a stand-in.
"""

import re
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from cronistoria.export.html import to_html
from cronistoria.export.style import Style
from cronistoria.server.app import make_app
from cronistoria.server.settings import ServerSettings
from tests.web.made import HOSTILE, TOKEN, made_desk, made_reports
from tests.web.test_pages import CALL, PATHS, THREAT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
ONE_OF_EACH = tuple(
    path for path in PATHS if path not in ("/actors/Q1", "/network?by=persons", "/search", f"/entries/{THREAT}")
)
VIEWS = (
    ("it", WIDE, "light", ONE_OF_EACH),
    ("en", NARROW, "dark", (PATHS[0], "/map", "/read", f"/entries/{CALL}/sides")),
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], "resultTypes": ["violations"]}
GRAVE = ("serious", "critical")
EXPECTED = ("status of 403", "status of 404", "status of 413", "status of 422")


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A server over the small crisis."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = make_app(made_desk(), ServerSettings(crisis="Test", token=TOKEN, port=port))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Window:
    """A page that remembers what its console said."""

    def __init__(self, browser: Any, language: str = "en", size: dict[str, int] = WIDE, scheme: str = "light") -> None:
        self.context = browser.new_context(viewport=size, locale=language, color_scheme=scheme)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()
        assert [fault for fault in self.faults if not any(status in fault for status in EXPECTED)] == []

    def log_in(self, site: str) -> None:
        self.page.goto(f"{site}/login")
        self.page.fill("#token", TOKEN)
        self.page.click("main button")
        self.page.wait_for_selector("text=Sign out")


@pytest.mark.parametrize(("language", "size", "scheme", "examined"), VIEWS, ids=["it-wide-light", "en-narrow-dark"])
def test_every_page_is_sound_and_accessible(
    site: str, browser: Any, language: str, size: dict[str, int], scheme: str, examined: tuple[str, ...]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), {}
    with Window(browser, language, size, scheme) as window:
        for path in PATHS:
            window.page.goto(site + path)
            assert window.page.evaluate("document.documentElement.lang") == language
            assert window.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            violations = axe.run(window.page, options=RULES).response["violations"] if path in examined else []
            found[path] = [(v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in GRAVE]
    assert {path: grave for path, grave in found.items() if grave} == {}


def test_filters_apply_as_they_change_and_stand_in_the_address(site: str, browser: Any) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(site)
        page.click("summary")
        page.check("input[value=contact]")
        page.wait_for_selector(".chips >> text=Contacts")
        assert "kind=contact" in page.url
        assert " of " in page.text_content("[data-swap=count]")
        page.fill("#f-actor", "Nobody")
        page.press("#f-actor", "Enter")
        page.wait_for_selector("[role=alert]")
        page.click(".chips a:has-text('Nobody')")
        page.wait_for_selector("article.line")
        assert "Nobody" not in page.url
        assert page.locator("article.line").count() == 2


def test_the_timeline_is_zoomed_and_keys_go_through_the_list(site: str, browser: Any) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(site)
        page.focus("[data-timeline]")
        page.keyboard.press("+")
        page.wait_for_selector(".chips")
        assert "from=2024" in page.url
        page.goto(site)
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "quick"
        page.keyboard.press("Tab")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("j")
        page.keyboard.press("ArrowDown")
        second = page.locator("[data-item]").nth(1).text_content()
        assert page.evaluate("document.activeElement.textContent") == second
        page.keyboard.press("Enter")
        page.wait_for_selector("h1")
        assert page.locator("h1").text_content() == second


def test_the_map_comes_nearer(site: str, browser: Any) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(f"{site}/map")
        before = page.get_attribute("svg.land", "viewBox")
        page.click("figcaption button >> nth=0")
        assert page.get_attribute("svg.land", "viewBox") != before


def test_all_is_there_without_scripts(site: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(site)
    page.click("[data-zoom=in]")
    assert "from=" in page.url
    page.goto(f"{site}/?kind=contact")
    page.click("article.line h4 a >> nth=0")
    assert "Ada Berg" in page.text_content("h1")
    context.close()


def test_a_report_is_pasted_read_and_added(site: str, browser: Any) -> None:
    with Window(browser) as window:
        window.log_in(site)
        page = window.page
        page.goto(f"{site}/read")
        page.fill("#text", "The fleet sails home.\nAll is well.")
        page.click("button:text-is('Read')")
        page.wait_for_selector("mark:has-text('The fleet sails home.')")
        page.hover("[data-record]")
        assert page.locator("mark.lit").count() == 1
        page.click("text=Add to the chronicle")
        page.wait_for_url("**/reports/*")
        page.click("[data-record] a[href^='/entries/']")
        assert "Ada Berg made a statement" in page.text_content("h1")


def test_a_judgement_is_made_and_undone(site: str, browser: Any) -> None:
    with Window(browser) as window:
        window.log_in(site)
        page = window.page
        page.goto(f"{site}/entries/{THREAT}")
        page.fill("#by", "Rossi")
        page.fill("#why", "seen")
        page.click("button[value=confirm]")
        page.wait_for_selector(".status.confirmed")
        assert "Rossi" in page.text_content(".decided")
        page.click("[data-undo]")
        page.wait_for_selector(".decided .undone")
        assert page.locator(".status.confirmed").count() == 0
        assert page.input_value("#by") == "Rossi"
        page.goto(f"{site}/entries/{CALL}")
        page.click("article.told form button >> nth=0")
        page.wait_for_selector(".decided")
        page.click("[data-undo]")
        page.wait_for_selector(".decided .undone")


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide-light", "narrow-dark"])
def test_a_report_in_one_file_is_sound_and_accessible(
    browser: Any, tmp_path: Path, size: dict[str, int], scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for number, report in enumerate(made_reports()):
        file = tmp_path / f"{number}.html"
        file.write_text(to_html(report, Style(labels="it")), encoding="utf-8")
        loaded: list[str] = []
        with Window(browser, "it", size, scheme) as window:
            window.page.on("request", lambda request, loaded=loaded: loaded.append(request.url))
            window.page.goto(file.as_uri())
            assert loaded == [file.as_uri()]
            assert window.page.evaluate("window.harmed") is None
            assert window.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            window.page.locator(".number").first.focus()
            colours = "['.t1', '.w1', '.w2'].map(n => getComputedStyle(document.querySelector(n)).backgroundColor)"
            focused, words, others = window.page.evaluate(colours)
            assert words != others and focused != words
        with Window(browser, "it", size, scheme) as window:  # axe is a script, which the page's policy forbids
            window.page.set_content(re.sub(r"<meta http-equiv[^>]*>", "", file.read_text(encoding="utf-8")))
            violations = Axe().run(window.page, options=RULES).response["violations"]
            assert [violation["id"] for violation in violations if violation["impact"] in GRAVE] == []


def test_reports_that_mean_harm_do_none(site: str, browser: Any) -> None:
    with Window(browser) as window:
        page = window.page
        for path in ("/", "/reports", "/search?q=script", "/actors/NOR", "/map", "/ledger", "/problems"):
            page.goto(site + path)
            assert page.evaluate("window.harmed") is None
        page.goto(f"{site}/reports")
        page.click("a:has-text('</title>')")
        assert page.evaluate("window.harmed") is None
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert "⟦U+202E⟧" in page.text_content(".marked")
        page.goto(f"{site}/read")
        page.fill("#text", HOSTILE[:2_000].replace("\0", ""))
        page.click("button:text-is('Read')")
        page.wait_for_selector(".result")
        assert page.evaluate("window.harmed") is None
        page.goto(f"{site}/read")
        with page.expect_navigation() as moved:
            page.evaluate("const t = document.querySelector('#text');"
                          "t.hidden = true; t.value = 'x'.repeat(5_000_000); t.form.submit()")  # fmt: skip
        assert moved.value.status == 413
        assert page.title() and page.evaluate("document.body.innerText.length < 2_000")
