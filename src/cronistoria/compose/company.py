"""Whose a person is whom no table knows, by the company that the name keeps: "the ministry's spokesman Ada Keller".

Names come in once their sentence is read; a body goes to the roster where words beside the name tell of one, by what
they belong to or, for offices that only states have and people at home, by the state that the report is about there,
or as a whole.
"""

from cronistoria.compose.descriptions import OF_THE_COUNTRY
from cronistoria.compose.discourse import Discourse
from cronistoria.compose.offices import DOMESTIC
from cronistoria.compose.recollection import Recollection
from cronistoria.compose.syntax import children
from cronistoria.compose.told_before import CLEAR_LEAD
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence

BELOW = ("nmod", "compound", "amod", "obl", "flat")
DEEPEST = 3


class Company:
    """Asks who stands beside a name in the sentence that is read."""

    def __init__(self, discourse: Discourse, recollection: Recollection) -> None:
        self._discourse, self._recollection = discourse, recollection
        self._left: set[str] = set()

    def settle(self, sentence: Sentence) -> None:
        """Gives persons of a sentence that belong to nobody yet the body of the titles beside their names."""
        numbers = [n for token in sentence.tokens for n in self._discourse.headed(sentence.index, token.index)]
        for number in dict.fromkeys(numbers):
            title, ids = self._discourse.mentions[number], self._discourse.ids[number]
            said = title.office or title.concept in OF_THE_COUNTRY
            if not title.name or not said or title.codes or not self._is_free(ids):
                continue
            code = self._body_of(sentence, title, ids)
            if code is not None:
                self._discourse.roster.settle(ids[0], code)

    def finish(self) -> None:
        """Once all is read, those at home who still belong to nobody are of the state that is told of most."""
        leading = self._discourse.leading_states(1)
        for actor_id in sorted(self._left) if leading else ():
            if self._is_free((actor_id,)):
                self._discourse.roster.settle(actor_id, leading[0])

    def _is_free(self, ids: tuple[str, ...]) -> bool:
        """Whether one person is meant of whom no country is known."""
        actors = [self._discourse.roster.actor(i) for i in ids]
        return len(actors) == 1 and actors[0].kind == "person" and actors[0].country is None

    def _body_of(self, sentence: Sentence, title: PartyMention, ids: tuple[str, ...]) -> str | None:
        """The one body that owns a title, or the state that has it where the report is about one."""
        roster = self._discourse.roster
        owners = [*self._below(sentence, title), *self._recollection.owners(title)]
        codes = {code for i in owners if (code := roster.code_of(i)) and roster.actor(i).kind != "outlet"}
        if len(codes) == 1:
            return codes.pop()
        at_home = title.concept in OF_THE_COUNTRY if title.office is None else title.office in DOMESTIC
        if owners or not at_home or title.former or (title.office and self._discourse.is_indefinite(title)):
            return None
        focus = self._discourse.state_in_focus(sentence.index, lead=CLEAR_LEAD)
        if focus is None:
            self._left |= set(ids)
        return focus

    def _below(self, sentence: Sentence, title: PartyMention) -> list[str]:
        """Whom the words below a title stand for, the title and the name aside; below bodies that nobody knows too."""
        own = range(title.first, title.last + 1)
        waiting = [(child, 1) for i in own for child in children(sentence, sentence.tokens[i], *BELOW)]
        found: list[str] = []
        for word, depth in waiting:
            numbers = self._discourse.headed(sentence.index, word.index)
            others = [n for n in numbers if not self._discourse.mentions[n].name]
            found += [i for n in others for i in self._discourse.ids[n]]
            if not numbers and depth < DEEPEST and word.upos == "NOUN" and word.index not in own:
                waiting += [(child, depth + 1) for child in children(sentence, word, *BELOW)]
        return list(dict.fromkeys(found))
