"""To whom something is said in a contact: the other side, where the words themselves address nobody.

And which positions say no more than who is addressed, or than what contacts tell.

The contacts of a report come in; asked for a sentence that tells of one and for who speaks there, the others go out.
"""

from bisect import bisect_right
from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.compose.syntax import ancestors, children
from cronistoria.languages.contacts import contact_nouns
from cronistoria.languages.dates import load_date_words
from cronistoria.model.mention import PositionMention
from cronistoria.model.record import Contact
from cronistoria.model.sentence import Sentence, Token

TOOK_PLACE = frozenset({"held", "ongoing"})
ASKED = frozenset({"demand", "request"})
BARE = 2


def is_told(mention: PositionMention, by: Sequence[str], contacts: Sequence[Contact]) -> bool:
    """Whether a position is no more than what contacts tell: who asked for one, what was spoken of, that they will be.

    "The call had been asked for by Oslo"; "both raised the border"; "Oslo promised to meet Lima".
    """
    if mention.type == "promise" and any(c.trigger == mention.trigger for c in contacts):
        return True
    met = (c for c in contacts if c.status == "held" and set(c.participants) == set(by))
    if len(by) > 1 and any(topic.overlaps(mention.content) for c in met for topic in c.topics):
        return True
    held = [c for c in contacts if c.status == "held" and c.requested_by in by]
    words = mention.content.text.split()
    bare = mention.type in ASKED and (len(words) <= BARE or mention.content.contains(mention.trigger))
    return bare and any(span.contains(mention.content) for c in held for span in c.evidence[1:])


def is_office_of(actor_id: str, own: frozenset[str], context: Context) -> bool:
    """Whether somebody only holds an office of a side: of whom it tells what it will do ("recall its ambassador")."""
    return context.actors.actor(actor_id).kind == "office" and context.actors.body_of(actor_id) in own


def is_only_named(mention: PositionMention, to: tuple[str, ...], context: Context) -> bool:
    """Whether nothing but who is addressed stands where something should be demanded ("will sue | Oslo")."""
    content, tokens = mention.content, context.sentences[mention.sentence].tokens
    inside = (t for t in tokens if content.start <= t.start and t.end <= content.end)
    named = [context.actors.ids_at(mention.sentence, t.index) for t in inside if t.upos not in ("DET", "ADP")]
    return bool(named) and all(ids == to for ids in named)


class Interlocutors:
    """The contacts that took place, by the sentences that tell of them; who only travels may speak to anybody."""

    def __init__(self, contacts: Sequence[Contact], context: Context) -> None:
        self._context = context
        self._told: dict[int, list[Contact]] = {}
        starts = [sentence.start for sentence in context.sentences]
        for contact in contacts:
            if contact.status in TOOK_PLACE and contact.polarity == "affirmed":
                for place in dict.fromkeys(bisect_right(starts, span.start) - 1 for span in contact.evidence):
                    if not self._is_over(context.sentences[place]):
                        self._told.setdefault(place, []).append(contact)

    def facing(self, sentence: int, word: int, by: Sequence[str]) -> tuple[str, ...]:
        """Those on the other side of the one two-sided contact that a sentence tells of; () if there is none.

        A contact in a relative clause counts only for what is said in that clause.
        """
        own = {self._power(actor) for actor in by}
        if sentence not in self._told:
            return ()
        tree = self._context.sentences[sentence]
        here = _aside(tree, tree.tokens[word])
        found = [c for c in self._told.get(sentence, ()) if self._is_between_two(c, own)]
        found = [c for c in found if self._clause(c, tree) in (None, here)]
        if len(found) != 1:
            return ()
        return tuple(p for p in found[0].participants if self._power(p) not in own)

    def _clause(self, contact: Contact, tree: Sentence) -> int | None:
        """The relative clause of a sentence that a contact is told in."""
        token = next((t for t in tree.tokens if t.start == contact.trigger.start), None)
        return _aside(tree, token) if token is not None else None

    def _is_over(self, sentence: Sentence) -> bool:
        """Whether a sentence tells only what came after the contact ("said Doe after the meeting")."""
        language = self._context.language
        after = {words for words, relation in load_date_words(language).relations.items() if relation == "after"}
        nouns = [t for t in sentence.tokens if t.lemma.lower() in contact_nouns(language)]
        over = (any(c.lemma.lower() in after for c in children(sentence, noun, "case")) for noun in nouns)
        return bool(nouns) and all(over)

    def _is_between_two(self, contact: Contact, own: set[str]) -> bool:
        if contact.channel == "visit":
            return False
        sides = {self._power(p) for p in contact.participants}
        return len(sides) == 2 and len(own & sides) == 1

    def _power(self, actor_id: str) -> str:
        return self._context.actors.actor(actor_id).country or actor_id


def _aside(tree: Sentence, token: Token) -> int | None:
    """The predicate of the relative clause that a word stands in."""
    words = (token, *ancestors(tree, token))
    return next((word.index for word in words if word.deprel == "acl:relcl"), None)
