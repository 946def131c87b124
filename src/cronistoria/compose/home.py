"""Whose an office is that nothing beside it and nobody told of before makes known: "the President received Roe".

A report speaks from a home: the state of its dateline, else of the body in a heading ("Statement by the Kremlin"), else
the one that most is told of. Some titles by themselves are of one state wherever a report tells of it at all.
"""

from collections import Counter
from collections.abc import Callable
from functools import cached_property

import msgspec

from cronistoria.compose.discourse import Discourse
from cronistoria.compose.identities import Identities
from cronistoria.compose.offices import DOMESTIC
from cronistoria.compose.place_names import country_written
from cronistoria.compose.syntax import children, clause_verbs, governing_verb
from cronistoria.compose.told_before import CLEAR_LEAD
from cronistoria.model.party import PartyMention

AT_HOME = (DOMESTIC | {"president", "vice_president", "minister", "monarch"}) - {"governor", "mayor", "general"}
OWNING = ("nmod", "amod", "compound", "appos", "flat")
LEAST_TOLD = 2
# a state has a monarch only if the tables know one
MONARCH, UNNAMED = "monarch", "office:"
Ids = tuple[str, ...]


class Home:
    """Asks what a report tells of states, and whoever holds their offices."""

    def __init__(self, discourse: Discourse, identities: Identities) -> None:
        self._discourse, self._identities = discourse, identities
        self._told = Counter(code for m in discourse.mentions for code in m.codes if discourse.roster.is_state(code))
        if (written := self._of_dateline()) is not None:
            self._told[written] += 1

    def usual(self, mention: PartyMention) -> Ids:
        """The holder of an office that is of one state where it is told of, unless the title was another's before."""
        if mention.usual is None or mention.usual not in self._told or mention.former:
            return ()
        words = mention.span.text.lower()
        before = (m for m in self._discourse.mentions if m.span.start < mention.span.start and m.office)
        others = (m for m in before if m.codes and m.span.text.lower().startswith(words))
        return () if any(mention.usual not in m.codes for m in others) else self._holder(mention, mention.usual)

    def of(self, mention: PartyMention) -> Ids:
        """The holder of an office in the home of the report; () if it has none, or the words tell of another office."""
        known = self._discourse.is_definite(mention) or mention.first == 0
        if mention.office not in AT_HOME or mention.plural or mention.former or not known or self._is_owned(mention):
            return ()
        ids = self._holder(mention, self._state) if self._state else ()
        unknown = any(i.startswith(UNNAMED) for i in ids)
        return () if unknown and mention.office == MONARCH else ids

    def of_each(self, mention: PartyMention, pair: Callable[[PartyMention], Ids]) -> Ids:
        """The holders of an office in as many states as are counted, if these were told of: "the two ministers"."""
        if mention.office not in AT_HOME or mention.former or not mention.count:
            return ()
        sides = pair(msgspec.structs.replace(mention, concept="sides", office=None))
        if len(sides) != mention.count or not all(self._discourse.roster.is_state(side) for side in sides):
            return ()
        return self._identities.holders(msgspec.structs.replace(mention, codes=sides, plural=False, count=None))

    def is_met(self, mention: PartyMention, person_id: str) -> bool:
        """Whether a person is told of in what the holder of an office does, and so is another ("met Roe")."""
        discourse = self._discourse
        tree = discourse.sentences[mention.sentence]
        verb = governing_verb(tree, tree.tokens[mention.head])
        names = (m for m in discourse.mentions if m.name and m.sentence == mention.sentence)
        named = (m for m in names if (p := discourse.persons.of(m)) is not None and p.actor.id == person_id)
        return any(verb in clause_verbs(tree, tree.tokens[m.head]) for m in named)

    def _holder(self, mention: PartyMention, code: str) -> Ids:
        return self._identities.holders(msgspec.structs.replace(mention, codes=(code,)))

    def _is_owned(self, mention: PartyMention) -> bool:
        """Whether words beside a title tell whose it is, or that it is a particular one ("the regional president")."""
        tree = self._discourse.sentences[mention.sentence]
        own = tree.tokens[mention.first : mention.last + 1]
        near = (child for word in own for child in children(tree, word, *OWNING))
        return any(not mention.first <= child.index <= mention.last for child in near)

    @cached_property
    def _state(self) -> str | None:
        return self._of_dateline() or self._of_heading() or self._most_told()

    def _of_dateline(self) -> str | None:
        document = self._discourse.document
        return country_written(document.dateline.text, document.language) if document.dateline else None

    def _of_heading(self) -> str | None:
        """The state of the first body, office or seat that an opening line without a verb names."""
        sentences = self._discourse.sentences
        if not sentences or any(t.feats.get("VerbForm") == "Fin" for t in sentences[0].tokens):
            return None
        heading = (m for m in self._discourse.mentions if m.sentence == sentences[0].index and m.reading == "actor")
        spoken = (m for m in heading if (m.office or m.concept or m.role == "metonym") and len(m.codes) == 1)
        return next((m.codes[0] for m in spoken if self._discourse.roster.is_state(m.codes[0])), None)

    def _most_told(self) -> str | None:
        (first, most), (_, next_most) = (*self._told.most_common(2), (None, 0), (None, 0))[:2]
        return first if most >= LEAST_TOLD and most >= CLEAR_LEAD * next_most else None
