"""The annotated corpora: MEANTIME (English), KRAUTS (German), TimeBank (Spanish, as XTN gives it).

Tokens are put together to plain text the way a newspaper would print them; every system reads the same text. Creation
times are gold where they stand in the text. Of MEANTIME the layer within documents counts, and the headline and the
five sentences that it was made for.
"""

import html
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.timex.answers import Text, Timex

LAST_SENTENCE = 5
_CLOSING = re.compile(r"[.,;:!?)\]%»]|'s|n't|''|'\w{1,2}")
_OPENING = frozenset("([«¿¡") | {"``", "$", "£"}
_TAG = re.compile(r"<TIMEX3\b([^>]*?)(?:/>|>(.*?)</TIMEX3>)", re.DOTALL)


def load_corpora(root: Path) -> dict[str, list[Text]]:
    """All corpora below a folder by name."""
    return {
        "MEANTIME": [_read_cat(path) for path in sorted((root / "en-meantime/intra-doc_annotation").rglob("*.xml"))],
        "KRAUTS Dolomiten": [_read_timeml(path, "de") for path in sorted((root / "de-krauts").glob("dolo*/*.tml"))],
        "KRAUTS Die Zeit": [_read_timeml(path, "de") for path in sorted((root / "de-krauts").glob("die*/*.tml"))],
        "TimeBank": list(_read_bio(root / "es-xtn-timebank/train.tsv", "es")),
    }


def join_tokens(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as running text, and the offsets of each."""
    text, spans, glue = "", [], True
    for token in tokens:
        if text and not glue and not _CLOSING.fullmatch(token):
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        glue = token in _OPENING or token.endswith("\n")
    return text, spans


def _read_cat(path: Path) -> Text:
    root = ElementTree.parse(path).getroot()
    forms, numbers, sentence = [], {}, "0"
    for token in root.iter("token"):
        if int(token.attrib["sentence"]) > LAST_SENTENCE:
            break
        if token.attrib["sentence"] != sentence:
            forms.append("\n")
            sentence = token.attrib["sentence"]
        numbers[token.attrib["t_id"]] = len(forms)
        forms.append(token.text or "")
    text, spans = join_tokens(forms)
    gold, date = [], ""
    for timex in root.iter("TIMEX3"):
        anchors = [anchor.attrib["t_id"] for anchor in timex.iter("token_anchor")]
        places = [spans[numbers[anchor]] for anchor in anchors if anchor in numbers]
        if timex.attrib["functionInDocument"] == "CREATION_TIME":
            date = timex.attrib["value"]
        if places:
            gold.append(Timex(places[0][0], places[-1][1], timex.attrib["type"], timex.attrib["value"]))
    return Text(path.stem, "en", date[:10], text, tuple(sorted(gold)))


def _read_timeml(path: Path, language: str) -> Text:
    raw = path.read_text(encoding="utf-8")
    head, body = raw.split("<TEXT>", 1)
    date = re.search(r'value="([^"]+)"', head)
    text, gold, last = "", [], 0
    body = body.split("</TEXT>")[0]
    for tag in _TAG.finditer(body):
        text += _plain(body[last : tag.start()])
        said, attributes = _plain(tag[2] or ""), dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
        if said:
            gold.append(Timex(len(text), len(text) + len(said), attributes["type"], attributes.get("value")))
        text, last = text + said, tag.end()
    return Text(path.stem, language, date[1][:10] if date else "", text + _plain(body[last:]), tuple(gold))


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def _read_bio(path: Path, language: str) -> Iterator[Text]:
    documents = path.read_text(encoding="utf-8").split('*!-DCTVALUE="')[1:]
    for number, document in enumerate(documents):
        date, _, body = document.partition('"')
        rows = [line.split("\t") for line in body.splitlines()[1:]]
        text, spans = join_tokens(row[0] if len(row) > 2 else "\n" for row in rows)
        gold: list[Timex] = []
        for row, (start, end) in zip(rows, spans, strict=True):
            label = row[1] if len(row) > 2 else "O"
            if label.startswith("B-"):
                gold.append(Timex(start, end, label[2:], row[2]))
            elif label.startswith("I-") and gold:
                gold[-1] = gold[-1]._replace(end=end)
        if text.strip():
            yield Text(f"{path.stem}-{number}", language, date[:10], text, tuple(gold))
