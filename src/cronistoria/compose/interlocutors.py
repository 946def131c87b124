"""To whom something is said in a contact: the other side, where the words themselves address nobody.

The contacts of a report come in; asked for a sentence that tells of one and for who speaks there, the others go out.
"""

from bisect import bisect_right
from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.compose.syntax import children
from cronistoria.languages.contacts import contact_nouns
from cronistoria.languages.dates import load_date_words
from cronistoria.model.record import Contact
from cronistoria.model.sentence import Sentence

TOOK_PLACE = frozenset({"held", "ongoing"})


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

    def facing(self, sentence: int, by: Sequence[str]) -> tuple[str, ...]:
        """Those on the other side of the one two-sided contact that a sentence tells of; () if there is none."""
        own = {self._power(actor) for actor in by}
        found = [c for c in self._told.get(sentence, ()) if self._is_between_two(c, own)]
        if len(found) != 1:
            return ()
        return tuple(p for p in found[0].participants if self._power(p) not in own)

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
