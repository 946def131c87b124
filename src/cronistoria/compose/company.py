"""Whose a person is whom no table knows, by the company that the name keeps: "the ministry's spokesman Ada Keller".

Names come in once their sentence is read; a body goes to the roster where words beside the name tell of one, by what
they belong to or, for offices that only states have, by the state that the report is about there.
"""

from cronistoria.compose.discourse import Discourse
from cronistoria.compose.recollection import CLEAR_LEAD, Recollection
from cronistoria.compose.syntax import children
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence

BELOW = ("nmod", "compound", "amod", "obl", "flat")
DOMESTIC = frozenset(
    {"minister", "deputy_minister", "deputy_foreign_minister", "deputy_defence_minister", "foreign_minister",
     "defence_minister", "interior_minister", "finance_minister", "justice_minister", "prime_minister", "governor",
     "deputy_prime_minister", "chief_of_defence", "general", "lawmaker", "mayor", "foreign_spokesperson",
     "defence_spokesperson", "opposition_leader", "party_leader", "national_security_adviser"}
)  # fmt: skip


class Company:
    """Asks who stands beside a name in the sentence that is read."""

    def __init__(self, discourse: Discourse, recollection: Recollection) -> None:
        self._discourse, self._recollection = discourse, recollection

    def settle(self, sentence: Sentence) -> None:
        """Gives persons of a sentence that belong to nobody yet the body of the titles beside their names."""
        numbers = [n for token in sentence.tokens for n in self._discourse.headed(sentence.index, token.index)]
        for number in dict.fromkeys(numbers):
            title, ids = self._discourse.mentions[number], self._discourse.ids[number]
            if not title.name or not title.office or title.codes or title.former or not self._is_free(ids):
                continue
            code = self._body_of(sentence, title)
            if code is not None:
                self._discourse.roster.settle(ids[0], code)

    def _is_free(self, ids: tuple[str, ...]) -> bool:
        """Whether one person is meant of whom no country is known."""
        actors = [self._discourse.roster.actor(i) for i in ids]
        return len(actors) == 1 and actors[0].kind == "person" and actors[0].country is None

    def _body_of(self, sentence: Sentence, title: PartyMention) -> str | None:
        """The one body that owns a title, or the state that has it where the report is about one."""
        roster = self._discourse.roster
        owners = [*self._below(sentence, title), *self._recollection.owners(title)]
        codes = {code for i in owners if (code := roster.code_of(i)) and roster.actor(i).kind != "outlet"}
        if len(codes) == 1:
            return codes.pop()
        if owners or title.office not in DOMESTIC or self._discourse.is_indefinite(title):
            return None
        return self._discourse.state_in_focus(sentence.index, lead=CLEAR_LEAD)

    def _below(self, sentence: Sentence, title: PartyMention) -> list[str]:
        """Whom the words below a title stand for, the title and the name aside."""
        words = sentence.tokens[title.first : title.last + 1]
        near = [child for word in words for child in children(sentence, word, *BELOW)]
        numbers = [n for child in near for n in self._discourse.headed(sentence.index, child.index)]
        others = [n for n in numbers if not self._discourse.mentions[n].name]
        return [i for n in dict.fromkeys(others) for i in self._discourse.ids[n]]
