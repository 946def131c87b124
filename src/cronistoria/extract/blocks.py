"""Paragraphs that somebody says without marks: the line above ends in a reporting word's colon ("Roe wrote:").

Statements, posts and translated blogs set words off so. The lines of a report with their cues come in, the stretches
go out; who says them is found as for words in marks. Points of a list are no such paragraphs.
"""

import re
from collections.abc import Iterator, Sequence

from cronistoria.extract.reporting import UNSAID, Stage

_LEADS = re.compile(r":[^\S\n]*(?:\[[^\]\n]{1,20}\][^\S\n]*)?\n\s*(?=[^\W\d_]|@)")
_TAGS = re.compile(r"(?:\s*#\w+)+$")
_APART = re.compile(r"\n|[.!?…]\s")
LONGEST = 1500
LEAST = 20


def find_blocks(text: str, start: int, stages: Sequence[Stage]) -> Iterator[tuple[int, int]]:
    """The stretches, in text order."""
    leads = [lead for lead in _LEADS.finditer(text, start) if text[lead.end()].isupper()]
    colons = {colon for stage in stages for colon in _colons(stage)} if leads else set[int]()
    for lead in leads:
        stop = _stop(text, lead.end())
        if lead.start() in colons and stop - lead.end() >= LEAST:
            yield lead.end(), stop


def _colons(stage: Stage) -> Iterator[int]:
    """Offsets of the colons behind a reporting word in the same line and sentence."""
    said = [c for c in stage.cues if "says" in c.kinds and c.modality not in UNSAID]
    for token in stage.sentence.tokens if said else ():
        if token.form == ":":
            before = [stage.text_between(c.span.end, token.start) for c in said if c.span.end <= token.start]
            if any(not _APART.search(words) for words in before):
                yield token.start


def _stop(text: str, start: int) -> int:
    """Where the paragraph ends: with its line, or with the last of the lines that go on in small letters."""
    at = start
    while at - start < LONGEST:
        end = text.find("\n", at)
        if end < 0 or not text[end + 1 : end + 2].islower():
            return at + len(_TAGS.sub("", text[at : end if end >= 0 else len(text)].rstrip()))
        at = end + 1
    return at - 1
