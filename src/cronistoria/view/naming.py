"""Names of parties inside sentences: with their article, merged with the preposition before it."""

import re
from collections.abc import Sequence
from functools import cached_property

from cronistoria.export.phrases import Speaker
from cronistoria.languages.chronicle import ChronicleLabels
from cronistoria.model.actor import Actor

_MOST_NAMED = 4
_DESCRIBED = frozenset(("group", "office"))


class Naming:
    """Says who, in one language; ``actors`` by id."""

    def __init__(self, speaker: Speaker, labels: ChronicleLabels) -> None:
        self.speaker, self.labels = speaker, labels
        self._named: dict[str, tuple[str, str]] = {}

    @cached_property
    def _rules(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(pattern), article) for pattern, article in self.labels.article_rules.items())

    def named(self, actor_id: str) -> tuple[str, str]:
        """The article, empty for none, and the name of a party; persons take no article."""
        if actor_id not in self._named:
            self._named[actor_id] = self._name(actor_id)
        return self._named[actor_id]

    def _name(self, actor_id: str) -> tuple[str, str]:
        parties = self.labels.parties
        if actor_id in parties:
            return parties[actor_id]
        if territory := self.speaker.territory(actor_id):
            return self._article(actor_id, territory), territory
        described = parties.get(actor_id.rpartition("/")[2].rpartition(":")[2])
        actor = self.speaker.actors.get(actor_id)
        if described is None or (actor and actor.kind not in _DESCRIBED):
            return "", self.speaker.actor(actor_id)
        article, name = described
        owner = self._owner(actor.country) if actor and actor.country else None
        return article, self.labels.of_country.format(name=name, country=owner) if owner else name

    def _owner(self, country: str) -> str | None:
        """The state or body that somebody belongs to; ``None`` for a code that nobody is known by."""
        named = self.named(country)[1]
        return self.speaker.body(country) if named == country else named

    def _article(self, code: str, name: str) -> str:
        if code in self.labels.articles:
            return self.labels.articles[code]
        return next((article for pattern, article in self._rules if pattern.search(name)), "")

    def noun(self, actor_id: str, preposition: str | None = None) -> str:
        """A name with its article and, if asked for, a preposition."""
        article, name = self.named(actor_id)
        if preposition is not None:
            return self.labels.prepositions[preposition].get(article, "") + name
        return name if not article else f"{article}{name}" if article.endswith("'") else f"{article} {name}"

    def row(self, actor_ids: Sequence[str], preposition: str | None = None) -> str:
        """Names in a row, "A, B and C"; of many the first ones and how many more."""
        shown = actor_ids if len(actor_ids) == _MOST_NAMED + 1 else actor_ids[:_MOST_NAMED]
        names = [self.noun(actor, preposition) for actor in shown]
        if left := len(actor_ids) - len(names):
            names.append(self.labels.more.format(count=left))
        if len(names) < 2:
            return "".join(names)
        return self.labels.and_.format(first=", ".join(names[:-1]), last=names[-1])

    def is_plural(self, actor_ids: Sequence[str]) -> bool:
        """Whether a verb after these names stands in the plural."""
        if len(actor_ids) != 1:
            return len(actor_ids) > 1
        return self.named(actor_ids[0])[0] in self.labels.sentences["plural_articles"]

    def main(self, actor_ids: Sequence[str]) -> tuple[str, ...]:
        """Without the states, offices and bodies of people who are named themselves."""
        actors = [self.speaker.actors.get(actor) for actor in actor_ids]
        spoken_for = {actor.country for actor in actors if actor and actor.kind == "person"}
        return tuple(
            actor_id
            for actor_id, actor in zip(actor_ids, actors, strict=True)
            if actor is None or actor.kind == "person" or _side(actor) not in spoken_for
        )


def _side(actor: Actor) -> str | None:
    return actor.country if actor.kind in ("office", "group") else actor.id
