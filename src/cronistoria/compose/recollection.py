"""Whom a mention stands for that needs the story told so far: "the president", "the regime", "both sides".

Mentions come in once everything before them is read; ids go out, () where nothing told before fits.
"""

from collections.abc import Callable

import msgspec

from cronistoria.compose.descriptions import (
    ALLIANCE,
    COUNTERPARTS,
    FORCES,
    HEADS,
    LOOSER,
    MOVEMENT,
    NOBODY_ALONE,
    OF_THE_COUNTRY,
    OF_THE_STATE_IN_FOCUS,
    ONE_PERSON,
    PERSONS,
    RANKS,
    SIDES,
    TASKS,
    TORN,
)
from cronistoria.compose.discourse import Discourse
from cronistoria.compose.home import Home
from cronistoria.compose.identities import Identities
from cronistoria.compose.offices import LEADERS, office_fits, office_of, peer_of
from cronistoria.compose.persons import Person
from cronistoria.compose.pronouns import owning_kinds
from cronistoria.compose.referents import Referent, Wanted
from cronistoria.compose.syntax import children, told_before
from cronistoria.compose.told_before import STANDING_OUT, TOGETHER_BACK, ToldBefore
from cronistoria.languages.actors import INSTITUTIONS
from cronistoria.model.actor import Actor
from cronistoria.model.party import PartyMention

SOON, MUCH, UNKNOWN, ANY_FORCES = 4, 1.0, "organisation:", "forces, whatever they are called"
OFFICIALS, MINISTER, INTERLOCUTOR = ("person", "office"), "minister", "interlocutor"
Ids = tuple[str, ...]


class Recollection:
    """Remembers who was described by which words; asks the discourse for the rest."""

    def __init__(self, discourse: Discourse, identities: Identities) -> None:
        self._discourse, self._identities = discourse, identities
        self._told, self._home = ToldBefore(discourse), Home(discourse, identities)
        self._memory: dict[str, Ids] = {}
        self._codes: dict[str, set[str]] = {}
        self._institutions: dict[str, int] = {}
        self._named: dict[str, int] = {}
        self._torn: set[str] = set()
        for mention in discourse.mentions:
            if mention.concept and mention.codes and mention.reading == "actor":
                self._codes.setdefault(self._key(mention), set()).update(mention.codes)
                if mention.concept in TORN:
                    self._torn.update(code for code in mention.codes if discourse.roster.is_state(code))
                if mention.concept in OF_THE_STATE_IN_FOCUS:
                    for code in mention.codes:
                        self._institutions[code] = self._institutions.get(code, 0) + 1

    def of(self, mention: PartyMention) -> Ids:
        """The ids of a mention that refers back."""
        if mention.reading != "actor" or mention.name or not (mention.office or mention.concept):
            return ()
        if mention.concept in COUNTERPARTS:
            return self._counterparts(mention)
        if self._identities.is_one_person(mention):
            return self._one_person(mention) or self._of_people(mention)
        if mention.codes or self._is_own(mention):
            return ()
        owned = self._of_owners(mention)
        if owned:
            return owned
        if mention.office and mention.plural:
            return self._told.same_people(mention) or self.pair(mention) or self._home.of_each(mention, self.pair)
        if mention.office:
            return self._home.usual(mention) or self._officer(mention) or self._home.of(mention)
        return self._recalled(mention)

    def _of_people(self, mention: PartyMention) -> Ids:
        """Unnamed people as a group, of their owner if it is named."""
        if mention.codes:
            return self._identities.described(mention)
        return self._of_owners(mention) or self._people_of_nobody(mention)

    def _one_person(self, mention: PartyMention) -> Ids:
        """The person who stands out in the last sentences, of the bodies that the words name if they do."""
        tree = self._discourse.sentences[mention.sentence]
        told = told_before(tree, tree.tokens[mention.head])
        for referent in self._discourse.referents.before(mention.sentence, mention.head, back=2):
            if referent.sentence == mention.sentence and referent.token < told:
                continue
            actor = self._discourse.roster.actor(referent.ids[0])
            fits = not mention.codes or actor.country in mention.codes
            if actor.kind in OFFICIALS and len(referent.ids) == 1 and referent.rank >= STANDING_OUT and fits:
                return referent.ids
        return ()

    def remember(self, mention: PartyMention, ids: Ids) -> None:
        """Keeps whom a description stood for, for the next of its kind without an owner."""
        if mention.concept and ids and not mention.name:
            self._memory[self._key(mention)] = ids
            if mention.concept in FORCES:
                self._memory[ANY_FORCES] = ids

    def pair(self, mention: PartyMention) -> Ids:
        """The two, or as many as are counted, told of last that fit; () if there are fewer, or new ones are meant."""
        known = self._discourse.is_definite(mention) or self._is_bare_subject(mention)
        if not (mention.count or mention.concept in SIDES or known):
            return ()
        if not mention.count and mention.concept not in SIDES and self._is_described(mention):
            return ()
        wanted = mention.count or 2
        looser = mention.office or PERSONS.get(mention.concept or "")
        if mention.concept in SIDES and not mention.count and (met := self._told.met(mention)):
            return self._told.without_own(mention, wanted, met)
        if mention.concept == "countries" and (states := self._told.protagonists(mention, wanted)):
            return states
        if mention.concept in SIDES:
            named = self._told.coordinated(mention, wanted, TOGETHER_BACK) or self._torn_apart(mention, wanted)
            named = named or self._told.coordinated(mention, wanted) or self._told.first_sides(mention, wanted)
            named = named or self._told.main_sides(mention, wanted)
            named = named or self._told.last(mention, wanted, self._told.bodies)
            named = named or self._told.last_sides(mention, wanted)
            return self._told.without_own(mention, wanted, named)
        if looser is None:
            return self._told.last_people(mention, wanted, self._told.people)
        if looser in RANKS:
            ranked = self._told.last(mention, wanted, lambda r: self._told.ranked(r, looser))
            return ranked or self._told.last(mention, wanted, self._told.leading) if self._are_known(mention) else ()
        found = self._told.last_people(mention, wanted, lambda r: self._told.holding(self._told.people(r), looser))
        if found or not mention.count:
            return found
        if mention.office in TASKS:
            return self._told.last(mention, wanted, self._told.people)
        return self._told.last(
            mention, wanted, lambda r: self._told.holding(self._told.people(r), looser, unknown=True)
        )

    def _torn_apart(self, mention: PartyMention, wanted: int) -> Ids:
        """The states and armed groups of which a report tells most, as the sides of what divides them."""
        return () if mention.count not in (None, 2) else self._discourse.leading_sides(wanted)

    def _is_bare_subject(self, mention: PartyMention) -> bool:
        """Whether one word of several opens a clause, without articles ("Лидеры …"), or owns its subject."""
        tree = self._discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        alone = mention.first == mention.last and not any(True for _ in tree.children(head))
        above = tree.parent(head) if mention.office and head.relation == "nmod" else head
        return not self._discourse.grammar.articles and alone and above is not None and above.relation == "nsubj"

    def _is_described(self, mention: PartyMention) -> bool:
        """Whether an adjective or an owner that is no party tells the words apart from those told of before."""
        tree = self._discourse.sentences[mention.sentence]
        near = children(tree, tree.tokens[mention.head], "amod", "nmod")
        return any(c.upos == "ADJ" or (c.relation == "nmod" and children(tree, c, "case")) for c in near)

    def _are_known(self, mention: PartyMention) -> bool:
        """Whether a number means those told of before: "both generals", "the two generals"."""
        tree = self._discourse.sentences[mention.sentence]
        numbers = children(tree, tree.tokens[mention.head], "det", "nummod")
        return self._discourse.is_definite(mention) or any(n.feats.get("PronType") == "Tot" for n in numbers)

    def _of_owners(self, mention: PartyMention) -> Ids:
        """The institution, office or people of the owner that a genitive or a possessive names ("his envoy")."""
        owners = self.owners(mention)
        if not owners:
            return ()
        roster = self._discourse.roster
        if not (codes := tuple(dict.fromkeys(code for i in owners if (code := roster.code_of(i))))):
            return owners if mention.office and (mention.plural or self._are_groups(owners)) else ()
        owned = msgspec.structs.replace(mention, codes=codes)
        single = mention.concept == INTERLOCUTOR and not mention.plural
        if single and (other := self._told.other_person(mention, owners)):
            return other
        return self._identities.holders(owned) if mention.office else self._identities.described(owned)

    def _are_groups(self, ids: Ids) -> bool:
        """Whether all are unnamed people: who leads them or speaks for them is told of as one of them."""
        return all(self._discourse.roster.actor(i).kind == "group" for i in ids)

    def _is_own(self, mention: PartyMention) -> bool:
        """Whether a possessive of the first person stands with the words: whose they are depends on who speaks."""
        tree, own = self._discourse.sentences[mention.sentence], self._discourse.grammar.own_possessives
        return any(p.keys & own for p in self._discourse.possessives(tree, tree.tokens[mention.head]))

    def owners(self, mention: PartyMention) -> Ids:
        """Who owns what a description names: by names beside it, else by its possessive."""
        discourse = self._discourse
        tree = discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        words = [head, *(t for t in tree.tokens[mention.first : mention.last + 1] if t is not head)]
        others = discourse.possessives(tree, head)
        beside = ("amod", "compound") if others else ("nmod", "amod", "compound")
        near = [c.index for word in words for c in children(tree, word, *beside)]
        near += [mention.first - 1] if mention.first and tree.tokens[mention.first].upos != "DET" else []
        named = [i for index in near for i in self._of_owner(mention.sentence, index)]
        if named or not others:
            return tuple(named)
        if others[0].lemma.lower() in discourse.grammar.reflexive_possessives:
            nearest = next(discourse.referents.before(mention.sentence, mention.head, back=0), None)
            return nearest.ids if nearest is not None else ()
        number, _, gender = discourse.grammar.third_possessives.get(others[0].lower, "").partition(" ")
        kinds, number = owning_kinds(number, gender), number or others[0].feats.get("Number[psor]", "")
        wanted = Wanted(number=number or None, gender=gender or None, kinds=kinds)
        return discourse.referents.find(wanted, mention.sentence, mention.head)

    def _of_owner(self, sentence: int, index: int) -> Ids:
        """Whom a word beside a description names, if its people or its state can be the owner."""
        numbers = self._discourse.headed(sentence, index)
        parties = [n for n in numbers if self._discourse.mentions[n].role in ("demonym", "name", "metonym")]
        named = next((self._discourse.ids[n] for n in parties if self._discourse.ids[n]), ())
        return named or self._of_both(sentence, index) or self._of_described(sentence, index)

    def _of_described(self, sentence: int, index: int) -> Ids:
        """The institution or unnamed people beside an office ("a spokesman for the Sudanese army", "of the rebels")."""
        mentions = (self._discourse.mentions[n] for n in self._discourse.headed(sentence, index))
        described = (m for m in mentions if m.concept and m.role == "description" and m.concept not in SIDES)
        return next(filter(None, (self._identities.of(m) or self._recalled(m) for m in described)), ())

    def _of_both(self, sentence: int, index: int) -> Ids:
        """The sides that own together what a description names ("the foreign ministers of the two countries")."""
        mentions = (self._discourse.mentions[n] for n in self._discourse.headed(sentence, index))
        sides = (m for m in mentions if m.concept in SIDES and m.plural and not (m.codes and self._are_others(m)))
        return next(map(self.pair, sides), ())

    def _are_others(self, mention: PartyMention) -> bool:
        """Whether the sides that an owner is named for are none of the one country: "the parties of the conflict"."""
        states = [code for code in mention.codes if self._discourse.roster.is_state(code)]
        return len(states) != 1 or mention.concept != "parties"

    def _officer(self, mention: PartyMention) -> Ids:
        """The holder of an office without an owner: told of before, or the only one named soon after."""
        discourse, office = self._discourse, mention.office or ""
        if mention.former or not (discourse.is_definite(mention) or mention.first == 0):
            return ()
        people = discourse.persons.holding(office)
        quoted = discourse.is_quoted(mention.sentence, mention.head)
        last: Referent | None = None
        for referent in discourse.referents.before(mention.sentence, mention.head, back=50):
            if last is not None and referent.sentence != last.sentence:
                break
            passed = self._told.is_passed_over(mention, referent, lambda r: bool(self._fitting(r, office)))
            if passed or (referent.quoted and not quoted) or self._told.differs(mention, referent):
                continue
            standing_out = last is None or (_has_weight(office) and referent.rank >= last.rank + MUCH)
            if standing_out and self._fitting(referent, office):
                last = referent
        if last is not None:
            return self._fitting(last, office)
        said = [p for p in people.values() if any(h.office and office_fits(office, h.office) for h in p.hints)]
        soon = len(said) == 1 and self._first_named(said[0]) - mention.sentence <= SOON
        soon = soon and not self._home.is_met(mention, said[0].actor.id)
        return (discourse.roster.enter(said[0].actor),) if soon else ()

    def _fitting(self, referent: Referent, office: str) -> Ids:
        """The last of those told of by a word who holds an office."""
        people = self._discourse.persons.holding(office)
        actors = [self._discourse.roster.actor(i) for i in referent.ids]
        ranked = {a.id for a in actors if a.kind in OFFICIALS and office_fits(office, office_of(a.role))}
        return tuple(a.id for a in actors if a.id in people or a.id in ranked)[:1]

    def _first_named(self, person: Person) -> int:
        """The sentence that first names a person."""
        if not self._named:
            for mention in reversed([m for m in self._discourse.mentions if m.name]):
                bearer = self._discourse.persons.of(mention)
                if bearer is not None:
                    self._named[bearer.actor.id] = mention.sentence
        return self._named.get(person.actor.id, 0)

    def _recalled(self, mention: PartyMention) -> Ids:
        """A description without an owner: as before, a pair, the state in focus, or a group of nobody."""
        concept = mention.concept or ""
        if concept == HEADS and mention.plural and not mention.count:
            body = self._told_body(mention, _is_alliance)
            return (self._discourse.roster.group(concept, body[0]),) if body else ()
        if concept in SIDES or (mention.plural and concept in PERSONS):
            return self.pair(mention) if mention.count or concept != "countries" else ()
        if concept in ONE_PERSON and mention.count and self._discourse.is_definite(mention):
            return self.pair(mention) or self._people_of_nobody(mention)
        if concept in PERSONS:
            return self._told.last(mention, 1, lambda r: self._told.holding(self._told.people(r), PERSONS[concept]))
        if concept in INSTITUTIONS and mention.count:
            return self.pair(msgspec.structs.replace(mention, concept="countries"))
        if concept in INSTITUTIONS:
            return self._institution(mention)
        if concept in NOBODY_ALONE:
            return ()
        if concept == MOVEMENT:
            party = msgspec.structs.replace(mention, concept=LOOSER[MOVEMENT])
            return self._told_body(mention, lambda a: a.kind == "armed_group") or self._people_of_nobody(party)
        if concept == ALLIANCE:
            return self._told_body(mention, _is_alliance)
        fighters = () if self._key(mention) in self._memory else self._told.only_fighters(mention)
        return fighters or self._people_of_nobody(mention)

    def _told_body(self, mention: PartyMention, is_meant: Callable[[Actor], bool]) -> Ids:
        """The body told of last that fits, for one that words describe without a name ("the movement said")."""
        discourse = self._discourse
        tree = discourse.sentences[mention.sentence]
        described = children(tree, tree.tokens[mention.head], "nmod", "amod", "acl")
        several = mention.plural and mention.concept != HEADS
        if several or described or not discourse.is_definite(mention):
            return ()
        recent = (discourse.roster.actor(i) for i in discourse.recent_ids(mention.sentence, mention.head))
        return next(((actor.id,) for actor in recent if is_meant(actor)), ())

    def _people_of_nobody(self, mention: PartyMention) -> Ids:
        """Unnamed people without an owner: those told of by the same word, else a group of nobody known."""
        roster, key = self._discourse.roster, self._key(mention)
        torn = self._torn_country() if mention.concept in OF_THE_COUNTRY else None
        if not self._discourse.is_definite(mention):
            return (roster.group(mention.concept or "", None if self._is_counted(mention) else torn),)
        code = self._only_code(key) or torn
        if code is None and mention.concept in OF_THE_COUNTRY:
            code = self._told.country_at(mention)
        return self._memory.get(key) or (roster.group(mention.concept or "", code),)

    def _is_counted(self, mention: PartyMention) -> bool:
        """Whether a number says how many: some among others, who may have come from anywhere."""
        tree = self._discourse.sentences[mention.sentence]
        return mention.count is not None or bool(children(tree, tree.tokens[mention.head], "nummod"))

    def _torn_country(self) -> str | None:
        """The one state whose rebels, opposition or protesters the report names."""
        return next(iter(self._torn)) if len(self._torn) == 1 else None

    def _key(self, mention: PartyMention) -> str:
        """What a description is remembered by: an institution by what it is, people by their word."""
        concept = mention.concept or ""
        return concept if concept in INSTITUTIONS else f"{concept} {self._discourse.lemma(mention)}"

    def _only_code(self, key: str) -> str | None:
        """The one body whose people or institution is told of anywhere in the report."""
        codes = self._codes.get(key, set())
        return next(iter(codes)) if len(codes) == 1 else None

    def _institution(self, mention: PartyMention) -> Ids:
        """The institution told of before by the same words, or that of the state in focus."""
        discourse, concept = self._discourse, mention.concept or ""
        if discourse.is_indefinite(mention) or (mention.plural and not discourse.is_definite(mention)):
            return ()
        if self._begins_name(mention) or self._is_of_another(mention):
            return ()
        known = self._memory.get(concept) or (self._memory.get(ANY_FORCES) if concept in FORCES else None)
        if known or concept not in OF_THE_STATE_IN_FOCUS:
            return known or ()
        if (own := self._told.state_told_of(mention)) is not None:
            return (own,)
        focus = discourse.state_in_focus(mention.sentence) or self._only_code(concept) or self._usual_owner()
        return (discourse.roster.body(focus),) if focus else ()

    def _is_of_another(self, mention: PartyMention) -> bool:
        """Whether a possessor of whom nobody knows who it is stands before the words ("the island's ministry")."""
        tree = self._discourse.sentences[mention.sentence]
        owners = children(tree, tree.tokens[mention.head], "nmod")
        return any(o.deprel == "nmod:poss" and o.upos in ("NOUN", "PROPN") for o in owners)

    def _begins_name(self, mention: PartyMention) -> bool:
        """Whether the words are only the first of a body's name ("the Army of …")."""
        tokens = self._discourse.sentences[mention.sentence].tokens
        behind = tokens[mention.last + 1 : mention.last + 2]
        return tokens[mention.head].entity == "B-ORG" and any(t.entity == "I-ORG" for t in behind)

    def _usual_owner(self) -> str | None:
        """The state of most of the institutions that the report names with their owners, if one has most."""
        if not self._institutions:
            return None
        code, times = max(self._institutions.items(), key=lambda pair: (pair[1], pair[0]))
        return code if times > 1 and times * 3 >= sum(self._institutions.values()) * 2 else None

    def _counterparts(self, mention: PartyMention) -> Ids:
        """The holder of the same office elsewhere: that of the last person with one."""
        discourse = self._discourse
        for actor_id in self._told.not_joined(mention):
            actor = discourse.roster.actor(actor_id)
            if actor.kind in OFFICIALS and actor.role:
                codes = tuple(code for code in mention.codes if code != actor.country)
                there = {"office": peer_of(actor.role, codes), "codes": codes, "concept": None}
                return self._identities.holders(msgspec.structs.replace(mention, **there))
        return ()

    def told_together(self, sentence: int, token: int) -> Ids:
        """Those of two sides or more who were told of last in one breath."""
        return self._told.together(sentence, token)


def _has_weight(office: str) -> bool:
    """Whether who has an office is more likely the one who acts than the one who is acted on."""
    return office in LEADERS or office.endswith(MINISTER)


def _is_alliance(actor: Actor) -> bool:
    """Whether a body may have states for members: one of no country that the tables know."""
    return actor.kind in ("organisation", "bloc") and actor.country is None and not actor.id.startswith(UNKNOWN)
