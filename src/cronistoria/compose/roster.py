"""The roll of a report's actors, called while its mentions are read one by one.

Codes, persons, offices and groups come in and are entered once each; actors with their mentions go out, in order of
first mention. Who is only known (the country of a person, the state of a place) is on the roll without a mention.
"""

from collections.abc import Iterable
from typing import get_args

import msgspec

from cronistoria.compose.offices import role_of
from cronistoria.compose.persons import extra_actor
from cronistoria.compose.spelling import slug
from cronistoria.model.actor import Actor, ActorKind, ActorMention
from cronistoria.model.span import Span
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.world import World

STATE_CODE_LENGTH, PEOPLE = 3, "group:"


class Roster:
    """Actors by id; grows inside `cronistoria.compose.naming` only."""

    def __init__(self, world: World, extra: Iterable[ExtraActor]) -> None:
        self._world = world
        self._extra = {e.id: e for e in extra}
        self._actors: dict[str, Actor] = {}
        self._owners: dict[str, str] = {}
        self._mentions: dict[str, dict[tuple[int, int], ActorMention]] = {}

    def enter(self, actor: Actor) -> str:
        """Puts an actor on the roll, once, with the body that it belongs to; its id.

        The country of a person is that of the body, where the body has one.
        """
        if actor.id in self._actors:
            return actor.id
        self._actors[actor.id] = actor
        if actor.country and actor.country != actor.id:
            body = self._actors[self.body(actor.country)]
            if body.kind != "state" and body.country and actor.kind == "person":
                self._actors[actor.id] = msgspec.structs.replace(actor, country=body.country)
                self._owners[actor.id] = body.id
        return actor.id

    def body(self, code: str) -> str:
        """The state, organisation, armed group, bloc or outlet of a code, or a user's actor; its id."""
        if code in self._actors:
            return code
        if code.startswith(PEOPLE):
            return self.group(code.removeprefix(PEOPLE), None)
        if code in self._extra:
            return self.enter(extra_actor(self._extra[code]))
        body = self._world.body(code)
        if body is None:
            state = looks_like_state(code)
            return self.enter(Actor(id=code, kind=_kind_of(code, state), name=code, country=code if state else None))
        country = body.country or (code if body.kind == "state" else None)
        return self.enter(Actor(id=code, kind=body.kind, name=body.name, country=country, wikidata=body.wikidata))

    def office(self, office: str, code: str, *, former: bool = False) -> str:
        """An office without a known holder; its id."""
        key = f"former_{office}" if former else office
        name = f"{role_of(key)}, {self.name(code)}"
        actor_id = f"office:{code}/{key.replace('_', '-')}"
        return self.enter(Actor(id=actor_id, kind="office", name=name, country=code, role=role_of(key)))

    def unknown_body(self, name: str, codes: tuple[str, ...]) -> str:
        """An organisation that only the text knows; its id."""
        country = self.country_of(codes[0]) if len(codes) == 1 else None
        return self.enter(Actor(id=f"organisation:{slug(name)}", kind="organisation", name=name, country=country))

    def is_state(self, code: str) -> bool:
        """Whether a code is of a state; nobody is entered."""
        body = self._world.body(code)
        return body.kind == "state" if body else code not in self._extra and looks_like_state(code)

    def kind_of(self, code: str) -> ActorKind:
        """The kind of a body."""
        return self._actors[self.body(code)].kind

    def group(self, concept: str, code: str | None) -> str:
        """Unnamed people: those of a body, or of nobody known; their id."""
        words = role_of(concept)
        inside = f"{code}/" if code else ""
        name = f"{self.name(code)} {words}" if code else words
        actor_id = f"group:{inside}{concept.replace('_', '-')}"
        if code:
            self._owners[actor_id] = code
        return self.enter(Actor(id=actor_id, kind="group", name=name, country=self.country_of(code), role=None))

    def settle(self, actor_id: str, code: str) -> None:
        """Makes an actor one of a body."""
        actor, body = self._actors[actor_id], self.body(code)
        country = self._actors[body].country or body
        self._actors[actor_id] = msgspec.structs.replace(actor, country=country)
        if country != body:
            self._owners[actor_id] = body

    def mention(self, actor_id: str, span: Span, *, metonym: bool) -> None:
        """Notes words that stand for an actor."""
        spans = self._mentions.setdefault(actor_id, {})
        spans.setdefault((span.start, span.end), ActorMention(span.start, span.end, span.text, metonym=metonym))

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id, as entered; `KeyError` if there is none."""
        return self._actors[actor_id]

    def name(self, code: str) -> str:
        """The name of a body."""
        return self._actors[self.body(code)].name

    def country_of(self, code: str | None) -> str | None:
        """The country of a body, or the body itself where it has none."""
        if code is None:
            return None
        return self._actors[self.body(code)].country or code

    def is_extra(self, code: str) -> bool:
        """Whether a code is of a user's actor."""
        return code in self._extra

    def code_of(self, actor_id: str) -> str | None:
        """The body that somebody belongs to; a body's own id."""
        actor = self._actors[actor_id]
        if actor_id in self._owners:
            return self._owners[actor_id]
        return actor.country if actor.kind in ("person", "office", "group") else actor_id

    def side_of(self, actor_id: str) -> str:
        """The body that speaks through an actor: that of an official or of people, otherwise the actor."""
        if actor_id in self._owners:
            return self._owners[actor_id]
        actor = self._actors[actor_id]
        official = actor.kind == "office" or (actor.kind == "person" and actor.role)
        return actor.country if official and actor.country else actor_id

    def finished(self) -> tuple[Actor, ...]:
        """All actors with their mentions: the mentioned in order of first mention, then the others by id."""
        done = [
            msgspec.structs.replace(actor, mentions=tuple(sorted(self._mentions.get(actor_id, {}).values())))
            for actor_id, actor in self._actors.items()
        ]
        return tuple(sorted(done, key=_place))


def _place(actor: Actor) -> tuple[bool, int, int, str]:
    """The mentioned before the others, by first mention, then by id."""
    first = actor.mentions[0] if actor.mentions else Span(0, 0, "")
    return not actor.mentions, first.start, first.end, actor.id


def looks_like_state(code: str) -> bool:
    """Whether a code is written like those of states."""
    return len(code) == STATE_CODE_LENGTH and code.isalpha() and code.isupper()


def _kind_of(code: str, state: bool) -> ActorKind:
    """The kind of a body that the reference tables do not hold, by its code."""
    if state:
        return "state"
    prefix = code.partition(":")[0]
    return next((kind for kind in get_args(ActorKind) if kind == prefix), "organisation")
