"""Who was told of before a description that may mean them: persons, bodies and sides, the last first.

A discourse is asked; ids come out in the order of the text, () where those told of are fewer than wanted.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from cronistoria.compose.descriptions import COMMANDS, RANKS, REBELS
from cronistoria.compose.discourse import Discourse
from cronistoria.compose.offices import LEADERS, PRESIDING, office_fits, office_of
from cronistoria.compose.referents import Referent
from cronistoria.compose.syntax import ancestors, children, clause_verbs, first_conjunct, told_before
from cronistoria.languages.positions import position_verbs
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence, Token

FAR_BACK, SIDES_BACK, SHORTLY_BACK, TOGETHER_BACK = 30, 8, 4, 2
# the first sentences of a report, which say what it is about
LEAD, CROWD = 2, 9
OFTEN, MAIN_LEAD = 2, 1.3
LEADING_RANK, STANDING_OUT, CLEAR_LEAD = 1.6, 2.4, 2.0
OF_OTHERS = frozenset({"demand", "request", "accusation", "condemnation", "warning"})
MOUTH = "spokesperson"
OFFICIALS = ("person", "office")
PARTIES, WARRING = ("state", "organisation", "armed_group"), ("state", "armed_group")
Ids = tuple[str, ...]


class ToldBefore:
    """Asks the discourse for those told of."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def same_people(self, mention: PartyMention) -> Ids:
        """The unnamed holders of an office of whom the sentences before tell ("the G7 leaders … The leaders …")."""
        wanted, before = (mention.office or "").replace("_", "-"), self._discourse.referents.before
        for referent in before(mention.sentence, mention.head, back=SHORTLY_BACK) if not mention.count else ():
            actor = self._discourse.roster.actor(referent.ids[0])
            if actor.kind == "group" and actor.id.rpartition("/")[2] == wanted:
                return referent.ids
        return ()

    def last_people(self, mention: PartyMention, wanted: int, members: Callable[[Referent], Iterable[str]]) -> Ids:
        """The last who act or are acted on, before those of whom only their words tell."""
        acting = self.last(mention, wanted, lambda r: () if self._is_aside(r) else members(r), back=SIDES_BACK)
        return acting or self.last(mention, wanted, members)

    def is_passed_over(self, mention: PartyMention, referent: Referent, fits: Callable[[Referent], bool]) -> bool:
        """Whether only somebody's words tell of a person, and the sentences before of another who fits as well."""
        if not self._is_aside(referent):
            return False
        others = self._discourse.referents.before(mention.sentence, mention.head, back=SIDES_BACK)
        return any(fits(other) for other in others if not self._is_aside(other))

    def _is_aside(self, referent: Referent) -> bool:
        """Whether one told of is no subject and stands below what somebody says, asks or wants."""
        tree = self._discourse.sentences[referent.sentence]
        above = ancestors(tree, tree.tokens[referent.token])
        return referent.rank < STANDING_OUT and any(a.relation in ("ccomp", "xcomp") for a in above)

    def last(
        self, mention: PartyMention, wanted: int, members: Callable[[Referent], Iterable[str]], *, back: int = FAR_BACK
    ) -> Ids:
        """The last ``wanted`` different actors before a mention, in the order of the text; () if they are fewer."""
        found: list[str] = []
        tree = self._discourse.sentences[mention.sentence]
        others = clause_verbs(tree, tree.tokens[mention.head])
        tellers = self._tellers(tree, tree.tokens[mention.head])
        told = told_before(tree, tree.tokens[mention.head])
        for referent in self._discourse.referents.before(mention.sentence, mention.head, back=back):
            if referent.sentence == mention.sentence and (referent.verb in others or referent.token < told):
                continue
            found += [i for i in reversed(tuple(members(referent))) if i not in found and i not in tellers]
            if len(found) >= wanted:
                return tuple(reversed(found[:wanted]))
        return ()

    def _tellers(self, tree: Sentence, word: Token) -> set[str]:
        """Who says the words that a word stands in, and so tells of others."""
        verb: Token | None = word
        found: set[str] = set()
        while verb is not None:
            above = tree.parent(verb) if verb.relation == "ccomp" or _is_spelled_out(tree, verb) else None
            for telling in (*children(tree, verb, "parataxis"), *((above,) if above is not None else ())):
                for subject in children(tree, telling, "nsubj"):
                    found.update(self._discourse.ids_of_head(tree.index, subject.index))
            verb = tree.parent(verb)
        return found

    def coordinated(self, mention: PartyMention, wanted: int, back: int = SIDES_BACK) -> Ids:
        """The sides that were told of last in one breath ("Vienna and Bern")."""
        for referent in self._discourse.referents.before(mention.sentence, mention.head, back=back):
            sides = tuple(dict.fromkeys(self.sides(referent)))
            if len(sides) == wanted and referent.rank >= 1 and not self._are_spoken_to(referent):
                return sides
        return ()

    def met(self, mention: PartyMention) -> Ids:
        """The two sides of whom the sentence before tells by people of theirs ("Roe received Doe. The sides …").

        Both must be people in office, the first of them as its subject.
        """
        discourse = self._discourse
        told = [r for r in discourse.referents.before(mention.sentence, mention.head, back=1) if not r.quoted]
        there = [r for r in told if r.sentence == mention.sentence - 1]
        people = [r for r in there if all(discourse.roster.actor(i).kind in OFFICIALS for i in r.ids)]
        sides = tuple(dict.fromkeys(side for r in reversed(people) for side in self.sides(r)))
        leads = any(r.rank >= STANDING_OUT for r in people)
        return sides if len(sides) == 2 and leads and len(there) < CROWD else ()

    def protagonists(self, mention: PartyMention, wanted: int) -> Ids:
        """The countries that are meant by their number: told of in one breath just before, or most, or last."""
        for referent in self._discourse.referents.before(mention.sentence, mention.head, back=1):
            if len(referent.ids) == wanted == len(self.states(referent)):
                return referent.ids
        leading = self._discourse.leading_states(wanted)
        return leading or self.last(mention, wanted, self.states)

    def first_sides(self, mention: PartyMention, wanted: int) -> Ids:
        """The sides that the report began with, told of in one breath."""
        before = self._discourse.referents.before(mention.sentence, mention.head, back=FAR_BACK)
        for referent in reversed(tuple(before)):
            sides = tuple(dict.fromkeys(self.sides(referent)))
            if referent.sentence > LEAD:
                return ()
            if len(sides) == wanted and referent.rank >= 1:
                return sides
        return ()

    def main_sides(self, mention: PartyMention, wanted: int) -> Ids:
        """The states and armed groups that a report names clearly most, once all of them were told of."""
        roster = self._discourse.roster
        codes = (code for m in self._discourse.mentions for code in m.codes)
        named = Counter(code for code in codes if roster.kind_of(code) in WARRING)
        most = named.most_common(wanted + 1)
        clear = len(most) == wanted or (len(most) > wanted and most[wanted - 1][1] >= MAIN_LEAD * most[wanted][1])
        recent = self._discourse.recent_ids(mention.sentence, mention.head)
        sides = tuple(code for code, _ in most[:wanted])
        told = all(any(side in (i, roster.actor(i).country) for i in recent) for side in sides)
        return sides if clear and told and mention.count in (None, wanted) else ()

    def differs(self, mention: PartyMention, referent: Referent) -> bool:
        """Whether an article tells of a woman, and the one told of was told of as a man ("la presidente")."""
        tree = self._discourse.sentences[mention.sentence]
        articles = {a.feats.get("Gender") for a in children(tree, tree.tokens[mention.head], "det")}
        presides = office_of(self._discourse.roster.actor(referent.ids[0]).role) in PRESIDING
        return (referent.gender == "Masc" and "Fem" in articles and not presides) or (presides and "Masc" in articles)

    def not_joined(self, mention: PartyMention) -> Iterable[str]:
        """Those told of before, the last first, but for who is joined to a mention ("met Roe and his counterpart")."""
        tree = self._discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        first = first_conjunct(tree, head, "conj")
        joined = self._discourse.ids_of_head(mention.sentence, first.index) if first is not head else ()
        recent = self._discourse.recent_ids(mention.sentence, mention.head)
        return [i for i in recent if i not in joined]

    def last_sides(self, mention: PartyMention, wanted: int) -> Ids:
        """The sides told of last, those first that stand out in their clauses."""
        leading = self.last(mention, wanted, lambda r: self.sides(r) if r.rank >= LEADING_RANK else ())
        return leading or self.last(mention, wanted, self.sides)

    def without_own(self, mention: PartyMention, wanted: int, found: Ids) -> Ids:
        """The sides, or the last ones without that of a third party who addresses them ("Oslo urged both sides")."""
        own = self._addressing(mention)
        if own.isdisjoint(found):
            return found
        return self.last(mention, wanted, lambda r: (side for side in self.sides(r) if side not in own))

    def _addressing(self, mention: PartyMention) -> set[str]:
        """The side of whoever does to a mention what its verb says."""
        tree = self._discourse.sentences[mention.sentence]
        head = tree.tokens[mention.head]
        verb = tree.parent(head) if head.relation in ("obj", "obl", "iobj") else None
        if verb is None or verb.upos != "VERB":
            return set()
        subjects = children(tree, verb, "nsubj")
        above = tree.parent(verb) if verb.relation == "conj" and not subjects else None
        subjects = children(tree, above, "nsubj") if above is not None else subjects
        noun = tree.parent(verb) if verb.deprel == "acl:relcl" else None
        subjects = [noun if noun is not None and s.upos == "PRON" else s for s in subjects]
        ids = (i for s in subjects for i in self._discourse.ids_of_head(mention.sentence, s.index))
        return {self._discourse.roster.side_of(i) for i in ids}

    def _are_spoken_to(self, referent: Referent) -> bool:
        """Whether several people are told of only as those with whom somebody speaks ("spoke with Roe and Doe")."""
        return referent.rank < LEADING_RANK and all(
            self._discourse.roster.actor(i).kind == "person" for i in referent.ids
        )

    def together(self, sentence: int, token: int) -> Ids:
        """Those of two sides or more who were told of last in one breath, in this sentence or the two before."""
        for referent in self._discourse.referents.before(sentence, token, back=TOGETHER_BACK):
            if len(set(self.sides(referent))) > 1 and referent.rank >= 1:
                return referent.ids
        return ()

    def other_person(self, mention: PartyMention, owners: Ids) -> Ids:
        """The last person told of but for whose something is: "her interlocutor" is whom she spoke with."""
        actors = map(self._discourse.roster.actor, self.not_joined(mention))
        return next(((a.id,) for a in actors if a.kind in OFFICIALS and a.id not in owners), ())

    def only_fighters(self, mention: PartyMention) -> Ids:
        """The one armed group of a country, once told of, for its fighters by another word ("the insurgents")."""
        discourse = self._discourse
        tree = discourse.sentences[mention.sentence]
        described = children(tree, tree.tokens[mention.head], "nmod", "amod", "acl")
        if mention.concept not in REBELS or described or not (mention.plural and discourse.is_definite(mention)):
            return ()
        codes = {code for m in discourse.mentions for code in m.codes}
        groups = (discourse.roster.actor(discourse.roster.body(c)) for c in codes if self._is_armed(c))
        armed = [group.id for group in groups if group.country is not None]
        recent = discourse.recent_ids(mention.sentence, mention.head)
        told = [code for code in armed if code in recent]
        clear = len(told) == 1 and (len(armed) == 1 or recent.count(told[0]) >= OFTEN)
        return tuple(told) if clear else ()

    def _is_armed(self, code: str) -> bool:
        return self._discourse.roster.kind_of(code) == "armed_group"

    def state_told_of(self, mention: PartyMention) -> str | None:
        """The state whose deeds an institution tells ("Oslo agrees, the ministry said")."""
        tree = self._discourse.sentences[mention.sentence]
        word = tree.tokens[mention.head]
        verb = tree.parent(word) if word.relation == "nsubj" else None
        if verb is None or self._asks_others(verb):
            return None
        above = tree.parent(verb) if verb.relation == "parataxis" else None
        told = [*children(tree, verb, "ccomp"), *((above,) if above is not None else ())]
        doing = (s for clause in told for s in children(tree, clause, "nsubj"))
        found = (i for s in doing for i in self._discourse.ids_of_head(tree.index, s.index))
        return next((i for i in found if self._discourse.roster.actor(i).kind == "state"), None)

    def _asks_others(self, verb: Token) -> bool:
        """Whether a verb tells what others are to do or have done, not the deeds of one's own state."""
        entries = position_verbs(self._discourse.document.language).get(verb.lemma.lower(), ())
        return any(entry.type in OF_OTHERS for entry in entries)

    def country_at(self, mention: PartyMention) -> str | None:
        """The state in focus, or the last one named as a place where nobody but those who speak for states was told of.

        "The minister of Oslo condemned the coup in Lima. The rebels …" are of Lima.
        """
        discourse, here = self._discourse, (mention.sentence, mention.head)
        told = zip(discourse.mentions, discourse.ids, strict=True)
        near = [(m, ids) for m, ids in told if 0 <= mention.sentence - m.sentence <= SHORTLY_BACK]
        before = [(m, ids) for m, ids in near if (m.sentence, m.head) < here]
        acting = [i for m, ids in before if m.reading != "place" and not self._is_owner(m) for i in ids]
        if not any(discourse.roster.actor(i).kind == "state" for i in acting):
            places = (code for m, _ in reversed(before) if m.reading == "place" for code in m.codes)
            scene = next((code for code in places if discourse.roster.kind_of(code) == "state"), None)
            if scene is not None:
                return scene
        return discourse.state_in_focus(mention.sentence, lead=CLEAR_LEAD)

    def _is_owner(self, mention: PartyMention) -> bool:
        """Whether a name only says whose somebody is ("the minister | of Oslo")."""
        return self._discourse.sentences[mention.sentence].tokens[mention.head].relation in ("nmod", "amod")

    def people(self, referent: Referent) -> list[str]:
        """The persons and offices of those told of by a word."""
        return [i for i in referent.ids if self._discourse.roster.actor(i).kind in OFFICIALS]

    def ranked(self, referent: Referent, rank: str) -> list[str]:
        """The people whom the report gives a rank."""
        holding = self._discourse.persons.holding(rank)
        return [i for i in self.people(referent) if i in holding]

    def leading(self, referent: Referent) -> list[str]:
        """The people who command or lead: those who only speak for others have a rank as well."""
        mouths = self._discourse.persons.holding(MOUTH)
        roles = {i: office_of(self._discourse.roster.actor(i).role) for i in self.people(referent) if i not in mouths}
        ranked = {i for rank in RANKS for i in self._discourse.persons.holding(rank)}
        return [i for i, role in roles.items() if role in LEADERS | RANKS | COMMANDS or (i in ranked and not role)]

    def bodies(self, referent: Referent) -> list[str]:
        """The states, organisations and armed groups that do or undergo something."""
        return [i for i in referent.ids if self._discourse.roster.actor(i).kind in PARTIES and referent.rank >= 1]

    def states(self, referent: Referent) -> list[str]:
        """The states among the bodies."""
        return [i for i in self.bodies(referent) if self._discourse.roster.actor(i).kind == "state"]

    def sides(self, referent: Referent) -> list[str]:
        """The sides that those told of by a word belong to; a person of nobody known is of none."""
        roster = self._discourse.roster
        found = [roster.side_of(i) for i in referent.ids if roster.actor(i).kind != "outlet"]
        return [side for side in found if roster.actor(side).kind != "person"]

    def holding(self, ids: Iterable[str], office: str | None, *, unknown: bool = False) -> list[str]:
        """Those of the actors who hold an office; with ``unknown`` also those of whom no office is known."""
        if office is None:
            return list(ids)
        people, roster = self._discourse.persons.holding(office), self._discourse.roster
        roles = ((i, office_of(roster.actor(i).role)) for i in ids)
        return [i for i, role in roles if i in people or office_fits(office, role) or (unknown and not role)]


def _is_spelled_out(tree: Sentence, verb: Token) -> bool:
    """Whether a clause is what a colon before it announces ("Roe said: the two …"), and so has its teller above."""
    between = tree.tokens[verb.head + 1 : verb.index] if verb.relation == "parataxis" and verb.head >= 0 else ()
    return any(t.form == ":" for t in between)
