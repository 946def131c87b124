"""Quotations -> statements: speaker, audience and relay named.

What somebody says is a record of its own; what it commits to is a position that shares its words.
"""

from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.model.identity import stable_id
from cronistoria.model.mention import Phrase, QuoteMention
from cronistoria.model.record import Statement


def compose_statements(mentions: Sequence[QuoteMention], context: Context) -> list[Statement]:
    """One statement for each quotation, in text order."""
    speakers: list[str | None] = []
    statements: list[Statement] = []
    for mention in mentions:
        outer = speakers[mention.parent] if mention.parent is not None and mention.parent < len(speakers) else None
        statement = _statement(mention, context, outer)
        speakers.append(statement.speaker)
        statements.append(statement)
    return statements


def _statement(mention: QuoteMention, context: Context, outer: str | None) -> Statement:
    """``outer``: the speaker of the words that this quotation stands in, who is its "I" and "we"."""
    speaker = _first(mention.speaker, context, outer)
    audience = tuple(dict.fromkeys(a for p in mention.audience for a in context.actors.resolve(p, outer)))
    audience = tuple(a for a in audience if a != speaker)
    actors = (speaker,) if speaker else ()
    common = context.common(mention, "statement", actors=actors, recipients=audience, plover=None)
    via = _first(mention.relay, context, None)
    common["id"] = stable_id(
        "statement", context.document.id, mention.content.start, mention.content.end, speaker, audience, via
    )
    return Statement(
        **common,
        speaker=speaker,
        speaker_label=_label(mention.speaker, speaker, context),
        on_behalf_of=_principal(mention, speaker, context),
        form=mention.form,
        cue=mention.cue,
        cue_span=mention.cue_span,
        content=mention.content,
        audience=audience,
        via=via if via != speaker else None,
    )


def _first(phrase: Phrase | None, context: Context, outer: str | None) -> str | None:
    found = context.actors.resolve(phrase, outer) if phrase is not None else ()
    return found[0] if found else None


def _label(phrase: Phrase | None, speaker: str | None, context: Context) -> str | None:
    """The words that name the speaker; the name of the known one where the subject is not spoken."""
    if phrase is None:
        return None
    if phrase.dropped:
        return context.actors.actor(speaker).name if speaker else None
    return phrase.span.text


def _principal(mention: QuoteMention, speaker: str | None, context: Context) -> str | None:
    principal = _first(mention.on_behalf_of, context, None)
    return principal if principal != speaker else None
