"""Whom any phrase of a report stands for: what its head names, else what its modifiers say of whose it is.

Phrases come in from all composers, ids go out in the order of the text.
"""

from collections.abc import Iterable

import msgspec

from cronistoria.compose.descriptions import COUNTERPARTS
from cronistoria.compose.discourse import Discourse
from cronistoria.compose.identities import Identities
from cronistoria.compose.pronouns import OBJECTS, Pronouns
from cronistoria.compose.recollection import Recollection
from cronistoria.compose.syntax import children, first_conjunct, tokens_below
from cronistoria.languages.forces import ForceWords, load_force_words
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence, Token

Ids = tuple[str, ...]
PERSON = "B-PER"
BRACKETED = 2


class Phrases:
    """Answers for one report, once its mentions are read."""

    def __init__(
        self, discourse: Discourse, identities: Identities, recollection: Recollection, pronouns: Pronouns
    ) -> None:
        self._discourse, self._pronouns = discourse, pronouns
        self._identities, self._recollection = identities, recollection
        self._forces: ForceWords = load_force_words(discourse.document.language)
        self._publishing = load_quote_words(discourse.document.language).outlets

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> Ids:
        """The ids of a phrase; () if nobody known is meant."""
        sentence = self._discourse.sentences[phrase.sentence]
        head = sentence.tokens[phrase.head]
        if phrase.dropped:
            return _once(self._pronouns.unspoken(sentence, head, speaker))
        return _once([*self._of_head(sentence, head, speaker), *self._coordinated(sentence, phrase, speaker)])

    def _coordinated(self, sentence: Sentence, phrase: Phrase, speaker: str | None) -> list[str]:
        """What is coordinated with the head inside the phrase."""
        head = sentence.tokens[phrase.head]
        words = [c for word in (head, *children(sentence, head, "amod")) for c in children(sentence, word, "conj")]
        inside = [c for c in words if phrase.span.start <= c.start and c.end <= phrase.span.end]
        return [i for conjunct in inside for i in self._of_head(sentence, conjunct, speaker)]

    def _of_head(self, sentence: Sentence, head: Token, speaker: str | None) -> Ids:
        if self._is_own(sentence, head) and speaker is not None:
            own = self._own(sentence, head, speaker)
            if own:
                return own
        if called := self._outlet(sentence, head) or self._in_brackets(sentence, head):
            return called
        headed = self._discourse.headed(sentence.index, head.index)
        known = self._discourse.ids_of_head(sentence.index, head.index)
        if known:
            return self._in_person(sentence, head, known) or known
        if headed and all(self._discourse.mentions[n].reading == "place" for n in headed):
            return self._identities.bodies(self._discourse.mentions[headed[-1]])
        if self._is_pair(sentence, head):
            return self._pair(sentence, head)
        if {head.lower, head.lemma.lower()} & self._discourse.grammar.latter_words:
            return self._pronouns.latter(sentence, head)
        if head.lower in self._discourse.grammar.third_possessives and not _is_object(head):
            return self._pronouns.owner(sentence, head, speaker)
        if (all_of := self._each_of(sentence, head)) or head.upos == "PRON":
            return all_of or self._repeated(sentence, head) or self._pronouns.stands_for(sentence, head, speaker)
        return self._around(sentence, head) or self._owners(sentence, head)

    def _repeated(self, sentence: Sentence, head: Token) -> Ids:
        """Who is another of what was just told of: "the Norwegian delegation met | that of Peru"."""
        if head.feats.get("PronType") != "Dem":
            return ()
        owners = children(sentence, head, "amod", "nmod")
        below = [n for owner in owners for n in self._discourse.headed(sentence.index, owner.index)]
        codes = tuple(dict.fromkeys(code for n in below for code in self._discourse.mentions[n].codes))
        first = first_conjunct(sentence, head, "conj")
        told = [
            m for m in self._discourse.mentions
            if m.sentence == sentence.index and m.head < head.index and (m.office or m.concept) and m.codes
        ]  # fmt: skip
        joined = [m for m in told if m.head == first.index]
        alike = [m for m in told if _agree(sentence.tokens[m.head], head)]
        found = next(iter(joined or reversed(alike)), None)
        if found is None or not codes or set(codes) & set(found.codes):
            return ()
        other = msgspec.structs.replace(found, codes=codes, head=head.index, first=head.index, last=head.index, name=())
        if other.concept in COUNTERPARTS:
            return self._recollection.of(other)
        return self._identities.holders(other) if other.office else self._identities.described(other)

    def _outlet(self, sentence: Sentence, head: Token) -> Ids:
        """The outlet named behind a word for one ("the Lebanese newspaper As-Safir")."""
        if not head.keys & self._publishing:
            return ()
        beside = (c for c in children(sentence, head, "appos", "flat", "nmod", "compound") if not _case(sentence, c))
        found = (self._discourse.ids_of_head(sentence.index, c.index) for c in beside)
        kinds = ("outlet", "organisation")
        return next((ids for ids in found if ids and self._discourse.roster.actor(ids[0]).kind in kinds), ())

    def _in_brackets(self, sentence: Sentence, head: Token) -> Ids:
        """The body whose abbreviation stands in brackets behind its name ("the Agency for Refugees (UNRWA)")."""
        if not head.entity.endswith("ORG"):
            return ()
        last = max((t.index for t in tokens_below(sentence, head)), default=head.index)
        behind = (t for t in sentence.tokens[last : last + 2] if t.form == ")" and t.index >= BRACKETED)
        bracket = next(behind, None)
        if bracket is None or sentence.tokens[bracket.index - 2].form != "(" or bracket.index - 1 == head.index:
            return ()
        ids = self._discourse.ids_of_head(sentence.index, bracket.index - 1)
        return ids if ids and self._discourse.roster.actor(ids[0]).kind == "organisation" else ()

    def _in_person(self, sentence: Sentence, head: Token, sides: Ids) -> Ids:
        """Who is named right behind a side that is short for somebody of it ("and the Russian, Roe")."""
        roster = self._discourse.roster
        named = [
            i for c in children(sentence, head, "appos") for i in self._discourse.ids_of_head(sentence.index, c.index)
        ]
        return _once(i for i in named if roster.actor(i).kind == "person" and roster.country_of(i) in sides)

    def _around(self, sentence: Sentence, head: Token) -> Ids:
        """A mention around the head whose own head lies below it, or beside it in a name."""
        for number in self._discourse.covering(sentence.index, head.index):
            if self._discourse.ids[number]:
                return self._discourse.ids[number]
        beside = children(sentence, head, "flat", "appos", "compound")
        titled = [c for c in children(sentence, head, "nmod") if c.entity == PERSON and not _case(sentence, c)]
        beside = [*beside, *(c for c in titled if head.feats.get("Number") != "Plur")]
        return next((found for c in beside if (found := self._discourse.ids_of_head(sentence.index, c.index))), ())

    def _owners(self, sentence: Sentence, head: Token) -> Ids:
        """Whose a thing or an unnamed party is: by adjectives, and by genitives of what acts for its owner."""
        found: list[str] = []
        for child in sentence.children(head):
            bare = child.relation in ("nmod", "compound") and not _case(sentence, child)
            genitive = child.relation == "nmod" and self._acts_for_owner(head) and self._is_genitive(sentence, child)
            owned = head.feats.get("Number") == "Plur" or self._acts_for_owner(head)
            if genitive or (owned and (child.relation in ("amod", "det") or bare)):
                found += self._bodies([child, *children(sentence, child, "conj")], sentence)
        return _once(found)

    def _bodies(self, words: Iterable[Token], sentence: Sentence) -> list[str]:
        return [i for word in words for i in self._discourse.ids_of_head(sentence.index, word.index)]

    def _acts_for_owner(self, head: Token) -> bool:
        words = {head.lemma.lower(), head.lower}
        return bool(words & (self._discourse.grammar.mouthpieces | self._forces.forces | self._forces.bodies))

    def _is_genitive(self, sentence: Sentence, child: Token) -> bool:
        bare = child.deprel == "nmod" and child.feats.get("Case") == "Gen" and not _case(sentence, child)
        return bare or child.deprel == "nmod:poss" or bool(_case(sentence, child) & self._forces.owners)

    def _is_own(self, sentence: Sentence, head: Token) -> bool:
        """Whether a possessive of the first person stands with a noun."""
        own = self._discourse.grammar.own_possessives
        return any(c.keys & own for c in self._discourse.possessives(sentence, head))

    def _own(self, sentence: Sentence, head: Token, speaker: str) -> Ids:
        """Forces and institutions that a speaker calls own: those of the speaker's side."""
        headed = self._discourse.headed(sentence.index, head.index)
        mentions = [self._discourse.mentions[n] for n in headed]
        if any(m.codes or m.name for m in mentions) or not self._acts_for_owner(head):
            return ()
        return self._pronouns.own("Plur", speaker)

    def _each_of(self, sentence: Sentence, head: Token) -> Ids:
        """Those of whom each one is told of ("with each of the two leaders")."""
        each = self._discourse.grammar.each_words
        if head.upos not in ("PRON", "NUM") or not any(t.keys & each for t in (head, *children(sentence, head, "det"))):
            return ()
        owners = children(sentence, head, "nmod", "obl")
        return next((ids for o in owners if (ids := self._discourse.ids_of_head(sentence.index, o.index))), ())

    def _is_pair(self, sentence: Sentence, head: Token) -> bool:
        """Whether a word means two told of before; a number alone counts others ("two were wounded", not "ambos")."""
        grammar = self._discourse.grammar
        if head.upos == "NOUN" and head.keys & grammar.pair_people:
            return any(c.keys & grammar.pair_words for c in children(sentence, head, "det", "nummod", "amod"))
        number = head.upos == "NUM" and head.feats.get("Number") != "Plur"
        known = not grammar.articles or not number or children(sentence, head, "det", "nmod", "amod")
        return head.upos in ("PRON", "NUM", "NOUN", "DET") and bool(known and head.keys & grammar.pair_words)

    def _pair(self, sentence: Sentence, head: Token) -> Ids:
        """ "The two": persons if two were told of, else sides."""
        words = PartyMention(
            sentence=sentence.index, head=head.index, first=head.index, last=head.index,
            span=self._discourse.document.span(head.start, head.end), role="description", plural=True, count=2,
        )  # fmt: skip
        pairs = (msgspec.structs.replace(words, concept=concept) for concept in ("two", "sides"))
        return next((found for pair in pairs if (found := self._recollection.pair(pair))), ())


def _case(sentence: Sentence, token: Token) -> set[str]:
    return {c.lemma.lower() for c in children(sentence, token, "case")}


def _once(ids: Iterable[str]) -> Ids:
    return tuple(dict.fromkeys(ids))


def _is_object(pronoun: Token) -> bool:
    """Whether a word that looks like a possessive is a pronoun of its own ("gave it to her")."""
    return pronoun.relation in OBJECTS or pronoun.deprel == "obl:arg"


def _agree(noun: Token, pronoun: Token) -> bool:
    """Whether a pronoun has the gender and the number of a noun, as far as both show them."""
    pairs = [(noun.feats.get(name), pronoun.feats.get(name)) for name in ("Gender", "Number")]
    return all(a == b for a, b in pairs if a and b)
