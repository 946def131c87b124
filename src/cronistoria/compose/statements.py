"""Quotations -> statements: speaker, audience and relay named.

What somebody says is a record of its own; what it commits to is a position that shares its words. A speaker who is not
spoken ("ha aggiunto") is whoever spoke last, unless somebody else has been told of since.
"""

import re
from collections.abc import Sequence

import msgspec

from cronistoria.compose.context import Context
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.identity import stable_id
from cronistoria.model.mention import Phrase, PositionMention, QuoteMention
from cronistoria.model.record import Statement
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

FURTHEST = 600
ACCORDING = ".according"
TOLD = "statement.indirect.told"
SOURCES = frozenset({"outlet", "group"})
LABEL = re.compile(r"[^,;:(\[\n]+")
MARKS = re.compile(r"[\"«»“”„‟]")


def compose_statements(mentions: Sequence[QuoteMention], context: Context) -> list[Statement]:
    """One statement for each quotation, in text order; none for indirect speech of nobody."""
    speakers = _speakers(mentions, context)
    outers = [speakers[m.parent] if m.parent is not None else None for m in mentions]
    made = [_statement(m, context, o, s) for m, o, s in zip(mentions, outers, speakers, strict=True)]
    pairs = zip(made, mentions, strict=True)
    return [s for s, m in pairs if s.form != "indirect" or _is_somebodys(s, m, context)]


def with_tellers(mentions: Sequence[QuoteMention], context: Context) -> Context:
    """The context that knows who says what stands under a verb without a subject, as the statements say it."""
    speakers = _speakers(mentions, context)
    phrases = ((m.speaker, speaker) for m, speaker in zip(mentions, speakers, strict=True))
    tellers = {phrase: speaker for phrase, speaker in phrases if phrase and phrase.dropped and speaker}
    return msgspec.structs.replace(context, tellers=tellers)


def _is_somebodys(statement: Statement, mention: QuoteMention, context: Context) -> bool:
    """Whether indirect speech has a speaker; what is only told "according to" a source is a party's if one is known."""
    if statement.rule != TOLD:
        return statement.speaker is not None or _names_people(mention, context)
    return statement.speaker is not None and context.actors.actor(statement.speaker).kind not in SOURCES


def _names_people(mention: QuoteMention, context: Context) -> bool:
    """Whether an unknown speaker has a name, or is called by a noun of people who speak."""
    if mention.speaker is None or mention.speaker.dropped:
        return False
    head, words = _head(mention.speaker, context), load_quote_words(context.language)
    spoken = words.persons | words.outlets | words.papers
    return head.upos == "PROPN" or bool({head.lower, head.lemma.lower()} & spoken)


def _speakers(mentions: Sequence[QuoteMention], context: Context) -> list[str | None]:
    """Who makes each statement: read in the order of the cues, the words around before those inside them."""
    speakers: list[str | None] = [None] * len(mentions)
    depths: list[int] = []
    for mention in mentions:
        depths.append(depths[mention.parent] + 1 if mention.parent is not None else 0)
    last: dict[int | None, tuple[QuoteMention, str]] = {}
    contents = [mention.content for mention in mentions if mention.form == "direct"]
    for index in sorted(range(len(mentions)), key=lambda i: (depths[i], mentions[i].trigger.start, i)):
        mention = mentions[index]
        outer = speakers[mention.parent] if mention.parent is not None else None
        speaker = speakers[index] = _speaker(mention, context, outer, last.get(mention.parent), contents)
        if speaker is not None:
            last[mention.parent] = (mention, speaker)
    return speakers


def _statement(mention: QuoteMention, context: Context, outer: str | None, speaker: str | None) -> Statement:
    """``outer``: the speaker of the words that this quotation stands in, who is its "I" and "we"."""
    audience = tuple(dict.fromkeys(a for p in mention.audience for a in context.actors.resolve(p, outer)))
    audience = tuple(a for a in audience if a != speaker)
    actors = _speakers_together(mention, context, outer, speaker)
    common = context.common(mention, "statement", actors=actors, recipients=audience, plover=None)
    via = _first(mention.relay, context, None)
    common["id"] = stable_id(
        "statement", context.document.id, mention.content.start, mention.content.end, speaker, audience, via
    )
    common["evidence"] = tuple(dict.fromkeys((*common["evidence"], *context.repeated_by(mention.content, speaker))))
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


def _speakers_together(
    mention: QuoteMention, context: Context, outer: str | None, speaker: str | None
) -> tuple[str, ...]:
    """The speaker and whoever says it too: named beside, or meant by the same plural word ("both presidents")."""
    if speaker is None:
        return ()
    named = context.actors.resolve(mention.speaker, outer) if mention.speaker else ()
    others = [actor for phrase in mention.together for actor in context.actors.resolve(phrase, outer)]
    return tuple(dict.fromkeys((speaker, *(named if speaker in named else ()), *others)))


def _speaker(
    mention: QuoteMention,
    context: Context,
    outer: str | None,
    last: tuple[QuoteMention, str] | None,
    contents: Sequence[Span],
) -> str | None:
    """Who says it; ``last``: the statement before it among those in the same words, and who made it; ``contents``: all
    that is said in the report in somebody's own words.
    """
    phrase = mention.speaker
    found = _first(phrase, context, outer)
    if phrase is None or last is None or not phrase.dropped or found == last[1]:
        return found
    carrier = _head(phrase, context)
    person = context.actors.actor(last[1]).kind in ("person", "office")
    plural = carrier.feats.get("Number") == "Plur"
    if carrier.feats.get("Person", "3") != "3" or (plural and person):
        return found
    near = mention.content.start - last[0].content.end <= FURTHEST
    return last[1] if near and not (found and _is_told_between(found, last[0], mention, context, contents)) else found


def _is_told_between(
    actor: str, earlier: QuoteMention, later: QuoteMention, context: Context, contents: Sequence[Span]
) -> bool:
    """Whether an actor is named between two cues, outside of what is said in anybody's own words.

    All that stands between "according to him" and words in marks is his ("according to Roe, Oslo «breaks the deal»").
    """
    start = earlier.cue_span.end if earlier.cue_span else earlier.content.end
    if earlier.rule.endswith(ACCORDING):
        start = max(start, earlier.content.end)
    stop = later.trigger.start
    between = [m for m in context.actors.actor(actor).mentions if start <= m.start < stop]
    said = (earlier.content, later.content, *(c for c in contents if c.start < stop and c.end > start and between))
    return any(not any(content.contains(m) for content in said) for m in between)


def _first(phrase: Phrase | None, context: Context, outer: str | None) -> str | None:
    found = context.actors.resolve(phrase, outer) if phrase is not None else ()
    return found[0] if found else None


def _head(phrase: Phrase, context: Context) -> Token:
    return context.sentences[phrase.sentence].tokens[phrase.head]


def _label(phrase: Phrase | None, speaker: str | None, context: Context) -> str | None:
    """The words that name the speaker, without insertions; a known one's name where a pronoun or nothing does."""
    if phrase is None:
        return None
    if phrase.dropped or _head(phrase, context).upos == "PRON":
        return context.actors.actor(speaker).name if speaker else None
    words = LABEL.match(phrase.span.text)
    return MARKS.sub("", words.group() if words else phrase.span.text).strip() or None


def _principal(mention: QuoteMention, speaker: str | None, context: Context) -> str | None:
    principal = _first(mention.on_behalf_of, context, None)
    return principal if principal != speaker else None


def without_label(mention: PositionMention, around: Sequence[Statement], context: Context) -> PositionMention:
    """Without the label before somebody's words and the reporter's behind: "R. We will leave", "'No', he said"."""
    said = around[0].content if around and around[0].form == "direct" else None
    own = mention.content
    if said is None or not own.overlaps(said) or (said.start <= own.start and own.end <= said.end):
        return mention
    content = context.document.span(max(said.start, own.start), min(said.end, own.end))
    return msgspec.structs.replace(mention, content=content)
