"""Pages, feeds and archives made by hand, with all that stands around a report."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping

LEAD = (
    "Il ministro degli Esteri del Nordland, Aldo Berti, ha incontrato mercoledì a Vienna la collega Ilse Kern per "
    "parlare del confine chiuso da tre settimane."
)
THREAT = (
    "«Se i soldati non si ritirano entro venerdì, chiuderemo le ambasciate», ha detto Berti ai giornalisti al termine "
    "del colloquio, durato quasi due ore."
)
ANSWER = (
    "La ministra Kern ha risposto che il suo governo non accetterà ultimatum, ma ha annunciato un nuovo incontro per "
    "il 14 marzo nella stessa città."
)
TITLE = "Vienna, colloquio sul confine"
ADDRESS = "https://gazzetta.example/esteri/colloquio.html"
_META = f"""<link rel="canonical" href="{ADDRESS}"><meta property="og:site_name" content="La Gazzetta del Nord">
<meta property="og:title" content="{TITLE}"><meta name="author" content="Anna Rossi">"""
DATED = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"datePublished":"2031-03-12T23:40:00+01:00","dateModified":"2031-03-14T08:00:00+01:00"}</script>"""


def page(*more: str, head: str = DATED, body: Iterable[str] = (LEAD, THREAT, ANSWER)) -> str:
    """A page with menus, notices, links, and ``more`` paragraphs at the end of its report."""
    links = "".join(f'<li><a href="/{n}">Articolo numero {n} su un altro tema di oggi</a></li>' for n in range(9))
    paragraphs = "".join(f"<p>{line}</p>" for line in (*body, *more))
    return f"""<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><title>{TITLE} - La Gazzetta del Nord</title>
{_META}{head}<style>p{{color:red}}</style></head><body><div class="cookie"><p>Noi utilizziamo i cookie.</p></div>
<nav><ul>{links}</ul></nav><article><h1>{TITLE}</h1>{paragraphs}<p>(segue)</p></article>
<aside><h3>Correlati</h3><ul>{links}</ul></aside><footer>© 2031 La Gazzetta</footer></body></html>"""


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members: Mapping[str, str], mode: str = "w:gz") -> bytes:
    """A tar archive."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return packed.getvalue()


def response(body: bytes, number: int = 0, *, status: str = "200 OK", media: str = "text/html; charset=utf-8") -> bytes:
    """A record of a web archive that holds what a server answered."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazzetta.example/{number}\r\n"
        f"WARC-Date: 2031-03-13T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def responses(count: int) -> Iterator[bytes]:
    """Records whose pages differ."""
    return (response(page(f"Paragrafo numero {number} del giorno.").encode(), number) for number in range(count))


def compressed(records: Iterable[bytes]) -> list[bytes]:
    """Each record in a gzip of its own, as archives of the web have them."""
    return [gzip.compress(record, mtime=0) for record in records]


def printed(pages: Iterable[Iterable[str]]) -> bytes:
    """A PDF file of pages of lines."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = b" ".join(b"(" + line.encode("cp1252") + b") Tj T*" for line in lines)
        stream = b"BT /F1 11 Tf 50 780 Td 14 TL " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        objects.append(page + b"/Contents %d 0 R >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    data, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, held in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, held)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n" % (len(objects) + 1) + table + end
