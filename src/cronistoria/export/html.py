"""A report as one page in one file: its text, its records beside the words they rest on, its dates and actors.

No script, nothing that is loaded, a policy that forbids both; everything that the report says is escaped. Hovering
over a record, or going to it with the keyboard, draws an arrow to its words where the browser can place one, and lights
them up everywhere.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from cronistoria.export.items import Teller, make_teller
from cronistoria.export.marked import MarkedReport, mark_report
from cronistoria.export.rendering import make_environment, report_style
from cronistoria.export.sections import head_of
from cronistoria.export.style import Style
from cronistoria.model.dates import TimeExpression
from cronistoria.model.report import Report

if TYPE_CHECKING:
    from jinja2 import Template

_MOST_ARROWS = 400
_MOST_WORDS = 5
_POINTS = ("DATE", "TIME")
_WITH_ROLE = ("person", "office", "group")
_WEB = ("http://", "https://")
_LIT = """
.report:has(.t{n}:is(:hover, :focus-within, :target)) .w{n},
.report:has(.w{n}:hover) .t{n} {{ background: var(--mark); }}
@supports (anchor-name: --a) {{
.a{n} {{ anchor-name: --a{n}; }} .t{n} {{ anchor-name: --t{n}; }}
.t{n}::before {{ top: anchor(--a{n} center); bottom: calc(anchor(--t{n} top) - 1.1em); }}
.t{n}::after {{ top: calc(anchor(--t{n} top) + 1.1em); bottom: anchor(--a{n} center); }}
.t{n}::before, .t{n}::after {{ left: anchor(--a{n} right); right: anchor(--t{n} left); }}
}}"""


class DateRow(msgspec.Struct, frozen=True):
    """A time expression: its words, what they mean, how that is known."""

    words: str
    meant: str
    basis: str


class ActorRow(msgspec.Struct, frozen=True):
    """An actor: its name, what it is, the words that stand for it."""

    name: str
    role: str
    words: str


def to_html(report: Report, style: Style) -> str:
    """The page; ends with a newline."""
    from markupsafe import Markup

    teller = make_teller(report, style.labels, style.explanations)
    labels, marked = teller.say.labels, mark_report(report, teller)
    css = _css() + _arrows(marked)
    page = _template().render(
        language=style.labels,
        policy=_policy(css),
        style=Markup(css),
        title=report.document.title or labels.phrases.no_title,
        facts=[fact for fact in head_of(teller, report) if fact.label != labels.facts.url],
        url=_web_address(report.document.url),
        report=marked,
        words=labels.report,
        problems_heading=labels.headings.problems,
        dates=tuple(_dates(teller, report)),
        actors=tuple(_actors(teller, report)),
        version=report.produced_by.version,
    )
    return page.rstrip() + "\n"


@cache
def _template() -> "Template":
    return make_environment().get_template("reportpage.html")


@cache
def _css() -> str:
    return report_style().read_text(encoding="utf-8")


def _arrows(marked: MarkedReport) -> str:
    """What ties each record to its words; nothing beyond a number that a browser can follow with ease."""
    return "" if len(marked.ids) > _MOST_ARROWS else "".join(_LIT.format(n=number) for number in marked.ids)


def _policy(css: str) -> str:
    """Only this style, and nothing from anywhere."""
    digest = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _web_address(url: str | None) -> str | None:
    return url if url and url.lower().startswith(_WEB) else None


def _dates(teller: Teller, report: Report) -> Iterator[DateRow]:
    """Each expression and reading once, in text order; lengths of time, which are no dates, are left out."""
    rows = (_date_row(teller, value) for value in report.dates if value.text and value.timex in _POINTS)
    return iter(dict.fromkeys(rows))


def _date_row(teller: Teller, value: TimeExpression) -> DateRow:
    say, placed = teller.say, value.start or value.end
    words = " ".join(value.text.text.split()) if value.text else ""
    return DateRow(
        words,
        say.date(value) if placed else say.labels.report.unresolved,
        say.labels.basis[value.basis] if placed else "",
    )


def _actors(teller: Teller, report: Report) -> Iterator[ActorRow]:
    for actor in report.actors:
        words = tuple(dict.fromkeys(" ".join(mention.text.split()) for mention in actor.mentions))
        shown = ", ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
        role = teller.say.role(actor) if actor.kind in _WITH_ROLE else ""
        yield ActorRow(teller.say.actor(actor.id), role or teller.say.labels.actor_kind[actor.kind], shown)
