"""Makes the pictures in ``docs/images`` from the bundled example crisis: ``python -m docs.screenshots``.

Reads the crisis (a minute or two), serves it, and photographs its pages in Chromium. ``--crisis FILE`` takes one that
was read before.
"""

import argparse
import shutil
import socket
import threading
from base64 import b64decode, b64encode
from contextlib import closing
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

IMAGES = Path(__file__).parent / "images"
_TO_WEBP = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.82).split(",")[1];
}"""
_DESK, _PHONE = {"width": 1180, "height": 860}, {"width": 390, "height": 760}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crisis", help="a chronicle that was built before")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        photograph(given.crisis or build_example(Path(folder) / "example.db"))


def build_example(store: Path) -> str:
    """The example crisis, read."""
    from click.testing import CliRunner

    from cronistoria.cli.main import main as cronistoria

    reports = resources.files("cronistoria.examples") / "crisis"
    done = CliRunner().invoke(cronistoria, ["build", str(store), str(reports)])
    if done.exit_code:
        raise SystemExit(done.output)
    return str(store)


def photograph(crisis: str) -> None:
    """All pictures of a chronicle."""
    import uvicorn
    from playwright.sync_api import sync_playwright

    from cronistoria.desk.desk import Desk
    from cronistoria.server.app import make_app
    from cronistoria.server.settings import ServerSettings
    from cronistoria.store.opening import open_store

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with closing(open_store(crisis)) as store:
        desk = Desk(store)
        app = make_app(desk, ServerSettings(crisis="Example crisis", port=port))
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.05)
        with sync_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            _take(browser, f"http://127.0.0.1:{port}", desk)
            browser.close()
        server.should_exit = True
        thread.join(5)


def _take(browser: Any, site: str, desk: Any) -> None:
    book = desk.book("en")
    contacts = [entry for entry in book.entries if entry.kind == "contact"]
    told = max(contacts, key=lambda e: (len(e.disagreements), len(e.sources), e.id))
    sided = max(contacts, key=lambda e: (len(e.sides), sum(map(len, e.sides.values())), e.id))
    report = max(book.tellings.values(), key=lambda t: (t.source.language == "en", t.source.document)).source.document
    _picture(browser, f"{site}/", "chronicle")
    _picture(browser, f"{site}/entries/{told.id}", "entry", language="it")
    _picture(browser, f"{site}/entries/{sided.id}/sides", "sides")
    _picture(browser, f"{site}/ledger", "ledger", size=_PHONE, scheme="dark")
    _picture(browser, f"{site}/map", "map", scheme="dark")
    _picture(browser, f"{site}/reports/{report}", "report")


def _picture(
    browser: Any, address: str, name: str, *, language: str = "en", size: dict[str, int] = _DESK, scheme: str = "light"
) -> None:
    context = browser.new_context(viewport=size, locale=language, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    IMAGES.mkdir(exist_ok=True)
    taken = b64encode(page.screenshot()).decode()
    context.close()
    studio = browser.new_page()
    packed = studio.evaluate(_TO_WEBP, taken)
    (IMAGES / f"{name}.webp").write_bytes(b64decode(packed))
    studio.close()


if __name__ == "__main__":
    main()
