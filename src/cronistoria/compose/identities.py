"""Whom a mention stands for that says so by itself: names, seats, peoples, offices and institutions of somebody.

Mentions come in, ids go out, and whoever they name is on the roster. What needs the story told so far ("the president",
"both sides") is asked of `cronistoria.compose.recollection`.
"""

import msgspec

from cronistoria.compose.descriptions import COUNTERPARTS, FIGHTERS, LOOSER, NAMED_BESIDE, ONE_PERSON, PERSONS, SIDES
from cronistoria.compose.discourse import Discourse
from cronistoria.compose.identification import Hint, person_of_tenure
from cronistoria.compose.offices import LEADERS, SHARED, holders_in_office, office_of
from cronistoria.compose.persons import Person
from cronistoria.compose.syntax import children, first_conjunct
from cronistoria.languages.actors import INSTITUTIONS
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence, Token
from cronistoria.reference.world import World

UNKNOWN_BODY = "organisation"
OF_OUTLETS = frozenset({"media", "state_media", "journalists"})
ONE_OUTLET = frozenset({"media", "state_media"})
BESIDE = ("appos", "flat", "nmod", "compound")
Ids = tuple[str, ...]


class Identities:
    """Asks the reference data, the report's persons and the roster."""

    def __init__(self, discourse: Discourse, world: World) -> None:
        self._discourse, self._world = discourse, world

    def of(self, mention: PartyMention) -> Ids:
        """The ids of a mention; () if it does not say by itself who is meant."""
        if mention.reading != "actor":
            return ()
        if mention.name:
            return self._person(mention)
        if mention.concept == UNKNOWN_BODY:
            return self._unknown_body(mention)
        if mention.role == "demonym":
            return self._people(mention)
        if mention.office:
            return self._named_beside(mention) or self.holders(mention)
        if mention.concept in NAMED_BESIDE and (named := self._named_beside(mention)):
            return named
        if mention.concept in ONE_OUTLET and not mention.plural and (told := self._outlet_told(mention)):
            return told
        if mention.concept and not self.is_one_person(mention):
            return self.described(mention)
        if mention.concept:
            return ()
        return self.bodies(mention)

    def _outlet_told(self, mention: PartyMention) -> Ids:
        """The outlet told of last, for a single one that the words describe without a name ("the Lebanese daily")."""
        roster, discourse = self._discourse.roster, self._discourse
        if not discourse.is_definite(mention) or any(roster.kind_of(code) == "outlet" for code in mention.codes):
            return ()
        for actor_id in discourse.recent_ids(mention.sentence, mention.head):
            actor = roster.actor(actor_id)
            if actor.kind == "outlet" and (not mention.codes or actor.country in (None, *mention.codes)):
                return (actor_id,)
        return ()

    def bodies(self, mention: PartyMention) -> Ids:
        """The bodies of a mention's codes, whatever its words are."""
        return tuple(self._discourse.roster.body(code) for code in mention.codes)

    def holders(self, mention: PartyMention) -> Ids:
        """Who holds an office of the bodies that the words name; several of one body are a group."""
        if mention.plural and mention.office and (len(mention.codes) == 1 or mention.office in SHARED):
            return tuple(self._discourse.roster.group(mention.office, code) for code in mention.codes)
        return tuple(dict.fromkeys(self._holder(mention, code) for code in mention.codes))

    def described(self, mention: PartyMention) -> Ids:
        """Institutions and unnamed people of the bodies that the words name."""
        concept, roster = LOOSER.get(mention.concept or "", mention.concept or ""), self._discourse.roster
        if concept in COUNTERPARTS:
            return ()
        if concept in INSTITUTIONS or concept in SIDES:
            return self.bodies(mention)
        if concept in OF_OUTLETS and any(roster.kind_of(code) == "outlet" for code in mention.codes):
            return tuple(code for code in self.bodies(mention) if roster.kind_of(code) == "outlet")
        looser = PERSONS.get(concept)
        if looser:
            return self.holders(msgspec.structs.replace(mention, office=looser))
        return tuple(self._unnamed(concept, code) for code in mention.codes)

    def _unnamed(self, concept: str, code: str) -> str:
        """Unnamed people of a body; the fighters of an armed group are the group."""
        roster = self._discourse.roster
        return code if concept in FIGHTERS and roster.kind_of(code) == "armed_group" else roster.group(concept, code)

    def is_one_person(self, mention: PartyMention) -> bool:
        """Whether a description is of one person who is known already."""
        single = mention.concept in ONE_PERSON and not mention.plural
        return single and self._discourse.is_definite(mention) and not self._is_told_apart(mention)

    def _is_told_apart(self, mention: PartyMention) -> bool:
        """Whether an adjective tells of somebody new, where a language has no articles ("высокопоставленный дипломат").

        One with a demonstrative is known all the same.
        """
        tree = self._discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        shown = any(c.feats.get("PronType") == "Dem" for c in children(tree, head, "det"))
        return not (self._discourse.grammar.articles or shown) and bool(children(tree, head, "amod"))

    def note_hints(self) -> None:
        """Tells the persons of the report which offices and peoples stand beside their names."""
        for mention in self._discourse.mentions:
            if mention.plural or mention.name:
                continue
            titled = mention.office or mention.concept in COUNTERPARTS
            name = self._name_beside(mention) if titled else self._named_before(mention)
            if name is not None:
                self._discourse.persons.hint(name, Hint(mention.office, mention.codes, mention.former))
            elif mention.office and (name := self._served_as(mention)) is not None:
                self._discourse.persons.hint(name, Hint(mention.office, mention.codes, True))

    def _named_before(self, mention: PartyMention) -> PartyMention | None:
        """The person whom a people or unnamed people of somebody describe: "Ada Keller, an Austrian"."""
        tree = self._discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        above = tree.parent(head)
        if above is None or head.relation != "appos" or not mention.codes:
            return None
        return self._name_at(mention.sentence, above)

    def _served_as(self, mention: PartyMention) -> PartyMention | None:
        """The person who once had an office: "Ada Keller, who served as ambassador"."""
        discourse = self._discourse
        tree = discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        served = any(c.keys & discourse.grammar.as_words for c in children(tree, head, "case", "mark"))
        clause = tree.parent(head) if served else head
        if clause is None or clause.relation != "acl" or not (served or children(tree, head, "cop")):
            return None
        above = tree.parent(clause)
        return self._name_at(mention.sentence, above) if above is not None else None

    def _name_at(self, sentence: int, token: Token) -> PartyMention | None:
        """The name that hangs on a word."""
        found = (self._discourse.mentions[n] for n in self._discourse.headed(sentence, token.index))
        return next((mention for mention in found if mention.name), None)

    def _person(self, mention: PartyMention) -> Ids:
        discourse = self._discourse
        if len(mention.codes) == 1 and discourse.roster.is_extra(mention.codes[0]):
            return (discourse.roster.body(mention.codes[0]),)
        person = discourse.persons.of(mention, discourse.recent_ids(mention.sentence, mention.head))
        return (discourse.roster.enter(person.actor),) if person else self.bodies(mention)

    def _unknown_body(self, mention: PartyMention) -> Ids:
        """An organisation that no table knows; a person of the report if the words are a name of one."""
        discourse = self._discourse
        words = tuple(mention.span.text.split())
        if len(words) == 1 and words[0].isupper() and (named := self._named_in_full(mention, words[0])):
            return named
        bearer = discourse.persons.of(msgspec.structs.replace(mention, name=words), ())
        if bearer is not None:
            return (discourse.roster.enter(bearer.actor),)
        return (discourse.roster.unknown_body(" ".join(words), mention.codes),)

    def _named_in_full(self, mention: PartyMention, short: str) -> Ids:
        """The body whose name stands right before its short form in brackets, where that comes first: "… (СБР)"."""
        for other in self._discourse.mentions:
            tokens = self._discourse.sentences[other.sentence].tokens[other.last + 1 : other.last + 4]
            if other.codes and [t.form for t in tokens] == ["(", short, ")"] and other.sentence <= mention.sentence:
                return self.bodies(other)
        return ()

    def _people(self, mention: PartyMention) -> Ids:
        """A people is its state; an adjective coordinated with an owner of unnamed people tells of more of these."""
        tree = self._discourse.sentences[mention.sentence]
        word = tree.tokens[mention.head]
        above = first_conjunct(tree, word, "conj", "amod")
        if word.relation == "conj" and word.upos == "ADJ":
            for number in self._discourse.headed(mention.sentence, above.index):
                other = self._discourse.mentions[number]
                if other.concept and other.concept != UNKNOWN_BODY and not other.name:
                    return self.described(msgspec.structs.replace(other, codes=mention.codes))
        return self.bodies(mention)

    def _named_beside(self, mention: PartyMention) -> Ids:
        name = self._name_beside(mention) if not mention.plural else None
        return self._person(name) if name is not None else ()

    def _name_beside(self, mention: PartyMention) -> PartyMention | None:
        """The person's name that stands beside an office: "the spokeswoman Ada Keller", "Ada Keller, minister"."""
        discourse = self._discourse
        tree = discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        relations = (*BESIDE, "nsubj") if children(tree, head, "cop") else BESIDE
        near: list[Token] = [c for c in children(tree, head, *relations) if not _is_owner(tree, head, c)]
        above = tree.parent(head)
        if above is not None and head.relation in ("appos", "flat", "compound"):
            near.append(above)
        near += [c for word in near for c in children(tree, word, "flat", "appos")]
        behind = (n for n in discourse.beginning(mention.sentence, mention.last + 1) if n.name)
        near += [t for t in (tree.tokens[n.head] for n in behind) if not _is_owner(tree, head, t)]
        numbers = (n for word in near for n in discourse.headed(mention.sentence, word.index))
        return next((m for n in numbers if (m := discourse.mentions[n]).name and m is not mention), None)

    def _holder(self, mention: PartyMention, code: str) -> str:
        """The person of the report with the office, the one told of last; else the holder by the reference data."""
        discourse, office = self._discourse, mention.office or ""
        if discourse.roster.kind_of(code) == "group":
            return code
        if mention.former and not discourse.is_indefinite(mention):
            retired = [p for p in discourse.persons.all if p.has_held(office, (code,))]
            if retired:
                return discourse.roster.enter(self._latest(retired, mention).actor)
        if not mention.former and not discourse.is_indefinite(mention):
            known = [p for p in discourse.persons.holding(office, (code,)).values() if _is_meant(p, office)]
            if known and (office not in SHARED or discourse.is_definite(mention)):
                return discourse.roster.enter(self._latest(known, mention).actor)
            for key in _keys(office):
                holders = self._world.holders(key, code, discourse.at) if discourse.at else ()
                for holder in holders_in_office(holders, key):
                    return discourse.roster.enter(person_of_tenure(holder))
        return discourse.roster.office(office, code, former=mention.former)

    def _latest(self, persons: list[Person], mention: PartyMention) -> Person:
        if len(persons) == 1:
            return persons[0]
        by_id = {p.actor.id: p for p in persons}
        recent = self._discourse.recent_ids(mention.sentence, mention.head)
        return next((by_id[i] for i in recent if i in by_id), persons[0])


def _is_owner(tree: Sentence, title: Token, name: Token) -> bool:
    """Whether a name is that of whom a title belongs to: under an adposition, or a genitive behind another case."""
    if children(tree, name, "case"):
        return True
    cases = title.feats.get("Case"), name.feats.get("Case")
    owned = name.relation == "nmod" and name.head == title.index == name.index - 1 and name.entity != "O"
    return owned and cases[1] == "Gen" and cases[0] not in (None, "Gen")


def _is_meant(person: Person, office: str) -> bool:
    """Whether a person of the report may be meant by an office: only who leads is a leader."""
    return office != "leader" or office_of(person.actor.role) in LEADERS


def _keys(office: str) -> tuple[str, ...]:
    """The offices to look for; who leads a state beside others is not guessed."""
    return ("leader", "supreme_leader", "secretary_general") if office == "leader" else (office,)
