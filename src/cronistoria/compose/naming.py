"""Who: every party of a report resolved once, and asked for by phrase. (Stub: signatures fixed, work in progress.)"""

from cronistoria.model.actor import Actor
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.world import World


class ActorIndex:
    """The actors of one report, in order of first mention, and who any phrase stands for."""

    actors: tuple[Actor, ...] = ()

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> tuple[str, ...]:
        """Actor ids that a phrase stands for, in text order; () if nobody known.

        Names, offices, demonyms inside ("le autorità siriane"), coordination ("Biden e Putin"), plural descriptions
        ("i due presidenti"), pronouns, relative pronouns and dropped subjects; ``speaker`` is who says "we" or "I".
        """
        return ()

    def ids_at(self, sentence: int, token: int) -> tuple[str, ...]:
        """Actor ids whose mention covers a word."""
        return ()

    def is_place(self, sentence: int, token: int) -> bool:
        """Whether a word names a place here, not its government."""
        return False

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id; `KeyError` if there is none."""
        raise KeyError(actor_id)


def name_actors(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[PartyMention, ...],
    *,
    reference: World,
    extra: tuple[ExtraActor, ...] = (),
) -> ActorIndex:
    """Resolves all mentions of a report; roles and countries are those at the report's date."""
    return ActorIndex()
