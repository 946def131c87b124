"""Whom the words of a position name: those whom it is about, those for whom it will have consequences.

A position mention and the context of its report come in, ids go out in the order of the text.
"""

from cronistoria.compose.bystanders import CONCERNED, is_concerned
from cronistoria.compose.context import Context
from cronistoria.languages.positions import load_position_words
from cronistoria.model.mention import PositionMention
from cronistoria.model.record import PositionType

NO_PARTY = frozenset({"outlet"})
DEMANDS: frozenset[PositionType] = frozenset({"demand", "request"})


def parties_at(mention: PositionMention, context: Context, token: int) -> tuple[str, ...]:
    """The parties that a word of a position's content names, but for whoever takes it and those it is only about."""
    if context.actors.is_place(mention.sentence, token):
        return ()
    found = [context.actors.actor(a) for a in context.actors.ids_at(mention.sentence, token)]
    barred = NO_PARTY | ({"person"} if mention.type in DEMANDS else set())
    by = {a for p in mention.by for a in context.actors.resolve(p)}
    unasked = CONCERNED | {a.id for a in found if is_concerned(a.id)}
    return tuple(a.id for a in found if a.kind not in barred and a.id not in by | unasked)


def struck_by(mention: PositionMention, context: Context) -> tuple[str, ...]:
    """For whom something will have consequences, as the content says ("any attack will have consequences for Oslo")."""
    sentence = context.sentences[mention.sentence]
    cases = load_position_words(context.language).speech.holders
    inside = [t for t in sentence.tokens if mention.content.start <= t.start and t.end <= mention.content.end]
    under = (t for t in inside if any(c.relation == "case" and c.keys & cases for c in sentence.children(t)))
    return next((found for t in under if (found := parties_at(mention, context, t.index))), ())
