"""Who said what: words in quotation marks and indirect speech, each with its speaker, cue and audience.

Sentences come in, mentions go out in text order; a statement inside another knows its parent and who relays it.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract.indirect import find_indirect
from cronistoria.extract.marked import find_marked_quotes
from cronistoria.extract.pages import Page
from cronistoria.extract.relays import relay_of
from cronistoria.extract.reported import find_reported
from cronistoria.extract.speakers import spoken_with
from cronistoria.extract.told import find_told
from cronistoria.model.document import Document
from cronistoria.model.mention import QuoteMention
from cronistoria.model.sentence import Sentence
from cronistoria.model.span import Span


def find_quotes(
    document: Document, sentences: tuple[Sentence, ...], *, language: str, page: Page | None = None
) -> Iterator[QuoteMention]:
    """The statements of a report in text order; ``page`` is the report if it is laid out already.

    "Il ministro ha detto che l'accordo è vicino." yields one, indirect: cue "dire", content "l'accordo è vicino".
    """
    page = page or Page(document, sentences, language=language)
    marked = list(find_marked_quotes(page))
    used = frozenset(m.cue_span.start for m in marked if m.cue_span is not None)
    found = sorted(
        [*marked, *find_indirect(page, used), *find_told(page), *find_reported(page)],
        key=lambda m: (m.content.start, -m.content.end),
    )
    found = _with_cues_inside([_voiced(mention, found) for mention in _unique(found)])
    told: list[QuoteMention] = []
    for mention, parent in zip(found, _parents(found), strict=True):
        relay = relay_of(page, mention, told[parent] if parent is not None else None)
        together = spoken_with(page.stages[mention.speaker.sentence], mention.speaker) if mention.speaker else ()
        told.append(msgspec.structs.replace(mention, parent=parent, relay=relay, together=together))
    yield from told


def _voiced(mention: QuoteMention, found: Sequence[QuoteMention]) -> QuoteMention:
    """Words in marks that nobody is seen to say, inside indirect speech, are that speaker's."""
    if mention.speaker is not None or mention.form == "direct":
        return mention
    around = (m for m in found if m.form == "indirect" and m.content.contains(mention.content) and m.speaker)
    outer = next(around, None)
    return mention if outer is None else msgspec.structs.replace(mention, speaker=outer.speaker, rule=outer.rule)


def _with_cues_inside(found: list[QuoteMention]) -> list[QuoteMention]:
    """Marks that open with the reporting verb ('She "stressed that …"') hold what its subject says, told once."""
    cued: dict[int, QuoteMention] = {}
    for at, mention in enumerate(found):
        if mention.form == "partial" and mention.speaker is None:
            said = next((m for m in found if _opens_inside(m, mention.content)), None)
            cued |= {at: said} if said is not None else {}
    taken = [id(said) for said in cued.values()]
    voiced = (
        msgspec.structs.replace(
            m, speaker=cued[at].speaker, cue=cued[at].cue, cue_span=cued[at].cue_span, audience=cued[at].audience
        )
        if at in cued
        else m
        for at, m in enumerate(found)
    )
    return [m for m in voiced if id(m) not in taken]


def _opens_inside(said: QuoteMention, marked: Span) -> bool:
    """Whether the cue and the content of an indirect statement stand inside marks and its speaker before them."""
    if said.form != "indirect" or said.speaker is None or said.cue_span is None:
        return False
    inside = marked.contains(said.cue_span) and marked.contains(said.content)
    return inside and said.speaker.span.end <= marked.start


def _unique(found: Sequence[QuoteMention]) -> list[QuoteMention]:
    """One mention for the same words: the surest; words in marks win over the same words read as indirect speech."""
    kept: list[QuoteMention] = []
    for mention in found:
        same = next((i for i in range(len(kept) - 1, max(len(kept) - 6, -1), -1) if _same(kept[i], mention)), None)
        if same is None:
            kept.append(mention)
        elif _rank(mention) > _rank(kept[same]):
            kept[same] = mention
    return kept


def _same(first: QuoteMention, second: QuoteMention) -> bool:
    if first.content == second.content:
        return True
    if first.form != second.form or first.form != "indirect":
        return False
    shared = min(first.content.end, second.content.end) - max(first.content.start, second.content.start)
    return shared > 0.8 * max(len(first.content.text), len(second.content.text))


def _rank(mention: QuoteMention) -> tuple[bool, float]:
    return mention.form != "indirect", mention.confidence


def _parents(found: Sequence[QuoteMention]) -> list[int | None]:
    """For each mention the index of the smallest one around it whose cue is another."""
    parents: list[int | None] = []
    stack: list[int] = []
    for index, mention in enumerate(found):
        while stack and found[stack[-1]].content.end <= mention.content.start:
            stack.pop()
        around = [i for i in stack if found[i].content.contains(mention.content) and _is_told_inside(found[i], mention)]
        parents.append(around[-1] if around else None)
        stack.append(index)
    return parents


def _is_told_inside(outer: QuoteMention, inner: QuoteMention) -> bool:
    """Whether the inner statement's cue stands inside the outer one's words."""
    return inner.cue_span is not None and outer.content.contains(inner.cue_span) and outer.cue_span != inner.cue_span
