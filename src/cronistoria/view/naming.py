"""Names of parties inside sentences: with their article, merged with the preposition before it."""

import re
from collections.abc import Sequence
from functools import cached_property

from cronistoria.export.phrases import Speaker
from cronistoria.languages.chronicle import ChronicleLabels
from cronistoria.model.actor import Actor

_MOST_NAMED = 4


class Naming:
    """Says who, in one language; ``actors`` by id."""

    def __init__(self, speaker: Speaker, labels: ChronicleLabels) -> None:
        self.speaker, self.labels = speaker, labels

    @cached_property
    def _rules(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(pattern), article) for pattern, article in self.labels.article_rules.items())

    def article(self, actor_id: str) -> str:
        """The article before a name, empty for none; names of persons and groups take none."""
        if actor_id in self.labels.articles:
            return self.labels.articles[actor_id]
        name = self.speaker.territory(actor_id)
        if name is None:
            return ""
        return next((article for pattern, article in self._rules if pattern.search(name)), "")

    def noun(self, actor_id: str, preposition: str | None = None) -> str:
        """A name with its article and, if asked for, a preposition."""
        article, name = self.article(actor_id), self.speaker.territory(actor_id) or self.speaker.actor(actor_id)
        if preposition is not None:
            return self.labels.prepositions[preposition].get(article, "") + name
        return name if not article else f"{article}{name}" if article.endswith("'") else f"{article} {name}"

    def row(self, actor_ids: Sequence[str], preposition: str | None = None) -> str:
        """Names in a row, "A, B and C"; of many the first ones and how many more."""
        names = [self.noun(actor, preposition) for actor in actor_ids[:_MOST_NAMED]]
        if left := len(actor_ids) - len(names):
            names.append(self.labels.more.format(count=left))
        if len(names) < 2:
            return "".join(names)
        return self.labels.and_.format(first=", ".join(names[:-1]), last=names[-1])

    def is_plural(self, actor_ids: Sequence[str]) -> bool:
        """Whether a verb after these names stands in the plural."""
        if len(actor_ids) != 1:
            return len(actor_ids) > 1
        return self.article(actor_ids[0]) in self.labels.sentences["plural_articles"]

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
