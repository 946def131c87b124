"""What naming knows of a report while it reads it: trees, mentions and whom they stand for, who was told of last.

One `Discourse` is made for a report and filled sentence by sentence; the modules beside this one ask it and add to it.
"""

from bisect import bisect_right
from collections.abc import Sequence

from cronistoria.compose.persons import Persons
from cronistoria.compose.referents import Referent, Referents, number_of, rank_of
from cronistoria.compose.roster import Roster
from cronistoria.compose.syntax import children, conjuncts, governing_verb, possessives
from cronistoria.languages.grammar import Grammar
from cronistoria.model.dates import Date
from cronistoria.model.document import Document
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence, Token

OPENING = "«“„"
CLOSING = "»”"
STRAIGHT = '"'
FADING = 0.85
SIDES = frozenset({"state", "armed_group"})
LEAD, LEAST_LEADING = 1.3, 1.0
BARE, BARE_RANK = frozenset({"nmod", "obl", "dep", "parataxis"}), 2.3


class Discourse:
    """The state of naming: ``ids`` of each mention once known, by the mention's number; ``called``: persons at nouns
    that are no mentions."""

    def __init__(
        self, document: Document, sentences: tuple[Sentence, ...], mentions: tuple[PartyMention, ...], grammar: Grammar
    ) -> None:
        self.document, self.sentences, self.mentions, self.grammar = document, sentences, mentions, grammar
        self.at: Date | None = document.published
        self.referents = Referents(turns_of(sentences))
        self.ids: list[tuple[str, ...]] = [() for _ in mentions]
        self.called: dict[tuple[int, int], tuple[str, ...]] = {}
        self.genders: dict[str, str] = {}
        self.roster: Roster
        self.persons: Persons
        self._quotations = quotations(document.text)
        self._heads: dict[tuple[int, int], list[int]] = {}
        self._covering: dict[tuple[int, int], list[int]] = {}
        self._states: dict[str, tuple[float, int]] = {}
        self._totals: dict[str, float] = {}
        self._sides: dict[str, float] = {}
        for number in sorted(range(len(mentions)), key=lambda n: mentions[n].last - mentions[n].first):
            mention = mentions[number]
            for head in {mention.head, self._top(mention)}:
                self._heads.setdefault((mention.sentence, head), []).append(number)
            for token in range(mention.first, mention.last + 1):
                self._covering.setdefault((mention.sentence, token), []).append(number)

    def _top(self, mention: PartyMention) -> int:
        """The word of a mention that hangs on a word outside: a name's, where the mention's head is a title."""
        words = self.sentences[mention.sentence].tokens[mention.first : mention.last + 1]
        outer = [word.index for word in words if not mention.first <= word.head <= mention.last]
        return outer[0] if outer and mention.head not in outer else mention.head

    def token(self, sentence: int, index: int) -> Token:
        """A word."""
        return self.sentences[sentence].tokens[index]

    def headed(self, sentence: int, token: int) -> Sequence[int]:
        """Numbers of the mentions that this word heads, the shortest first."""
        return self._heads.get((sentence, token), ())

    def covering(self, sentence: int, token: int) -> Sequence[int]:
        """Numbers of the mentions around a word, the shortest first."""
        return self._covering.get((sentence, token), ())

    def beginning(self, sentence: int, token: int) -> list[PartyMention]:
        """The mentions that begin with a word."""
        around = (self.mentions[number] for number in self.covering(sentence, token))
        return [mention for mention in around if mention.first == token]

    def ids_of_head(self, sentence: int, token: int) -> tuple[str, ...]:
        """Whom the longest known mention with this head stands for, or the noun itself."""
        headed = reversed(self.headed(sentence, token))
        return next((self.ids[n] for n in headed if self.ids[n]), self.called.get((sentence, token), ()))

    def is_definite(self, mention: PartyMention) -> bool:
        """Whether the words tell of somebody known ("the rebels", "those sources")."""
        sentence = self.sentences[mention.sentence]
        return self.is_known(sentence, sentence.tokens[mention.head])

    def is_known(self, sentence: Sentence, head: Token) -> bool:
        """Whether a noun tells of somebody known, by its article or, where a language has none, by having none."""
        determiners = [d.feats for d in children(sentence, head, "det")]
        if not self.grammar.articles and not _is_new(sentence, head) and head.feats.get("Number") == "Sing":
            return True
        return any(feats.get("Definite") == "Def" or feats.get("PronType") == "Dem" for feats in determiners)

    def possessives(self, sentence: Sentence, head: Token) -> list[Token]:
        """The possessive words of a noun, those without a feature that says so included."""
        own = possessives(sentence, head)
        known = {c.index for c in own}
        listed = (c for c in sentence.children(head) if c.lower in self.grammar.third_possessives)
        return [*own, *(c for c in listed if c.index not in known)]

    def lemma(self, mention: PartyMention) -> str:
        """The lemma of a mention's head, in lower case."""
        return self.token(mention.sentence, mention.head).lemma.lower()

    def is_indefinite(self, mention: PartyMention) -> bool:
        """Whether the words tell of somebody new ("a minister")."""
        sentence = self.sentences[mention.sentence]
        return _is_new(sentence, sentence.tokens[mention.head])

    def is_quoted(self, sentence: int, token: int) -> bool:
        """Whether a word stands between quotation marks."""
        start = self.token(sentence, token).start
        place = bisect_right(self._quotations, (start, 2**62)) - 1
        return place >= 0 and start < self._quotations[place][1]

    def note(self, sentence: int, token: int, ids: tuple[str, ...], *, rank: float | None = None) -> None:
        """Adds a party to those told of, and what it is coordinated with once more as one."""
        tree, word = self.sentences[sentence], self.token(sentence, token)
        actor = self.roster.actor(ids[0])
        gender = self.genders.get(ids[0]) if actor.kind == "person" else word.feats.get("Gender")
        rank = self._rank(tree, word, ids) if rank is None else rank
        self.referents.add(
            Referent(
                sentence=sentence, token=token, ids=ids, kind=actor.kind,
                rank=rank, number=number_of(tree, word), gender=gender,
                verb=governing_verb(tree, word), quoted=self.is_quoted(sentence, token),
            )
        )  # fmt: skip
        for actor_id in ids:
            self._weigh(actor_id, sentence)

    def _rank(self, tree: Sentence, word: Token, ids: tuple[str, ...]) -> float:
        """The rank of a party; a person's bare name is as good as a subject, whatever the tree makes of it."""
        rank = rank_of(tree, word)
        bare = word.relation in BARE and word.upos == "PROPN" and not children(tree, word, "case")
        bare = bare and word.feats.get("Case") in (None, "Nom")
        return max(rank, BARE_RANK) if bare and self.roster.actor(ids[0]).kind == "person" else rank

    def note_coordination(self, sentence: int, token: int) -> None:
        """Adds the parties of a coordination as one, at its last word."""
        tree = self.sentences[sentence]
        words = conjuncts(tree, self.token(sentence, token))
        ids = tuple(dict.fromkeys(i for word in words for i in self.ids_of_head(sentence, word.index)))
        if len(words) > 1 and len(ids) > 1:
            self.note(sentence, words[-1].index, ids, rank=rank_of(tree, words[0]) + 0.1)

    def learn_gender(self, ids: tuple[str, ...], gender: str | None) -> None:
        """Keeps the gender that words show of one person; a masculine title may be a woman's."""
        if gender and len(ids) == 1 and self.roster.actor(ids[0]).kind == "person":
            self.genders[ids[0]] = "Fem" if self.genders.get(ids[0]) == "Fem" else gender

    def state_in_focus(self, sentence: int, lead: float = LEAD) -> str | None:
        """The state told of most, the last sentences counting most; none if another is told of as much."""
        weights = sorted((w * FADING ** (sentence - last), code) for code, (w, last) in self._states.items())
        if not weights or (len(weights) > 1 and weights[-1][0] < lead * weights[-2][0]):
            return None
        return weights[-1][1]

    def leading_states(self, number: int) -> tuple[str, ...]:
        """The states told of clearly more than all others, as many as wanted, in the order of the text; else ()."""
        return self._leading(self._totals, number)

    def leading_sides(self, number: int) -> tuple[str, ...]:
        """The states and armed groups told of clearly more than all others, in the order of the text; else ()."""
        return self._leading(self._sides, number)

    def _leading(self, totals: dict[str, float], number: int) -> tuple[str, ...]:
        weights = sorted(((weight, code) for code, weight in totals.items()), reverse=True)
        least = weights[number - 1][0] if len(weights) >= number else 0.0
        other = weights[number][0] if len(weights) > number else 0.0
        leading = {code for _, code in weights[:number]}
        clear = least >= LEAST_LEADING and least >= LEAD * other
        return tuple(code for code in totals if code in leading) if clear else ()

    def recent_ids(self, sentence: int, token: int) -> list[str]:
        """Actors told of before a word, the last first."""
        return [i for referent in self.referents.before(sentence, token, back=50) for i in referent.ids]

    def _weigh(self, actor_id: str, sentence: int) -> None:
        actor = self.roster.actor(actor_id)
        side = self.roster.code_of(actor_id)
        if side is not None and self.roster.kind_of(side) in SIDES:
            self._sides[side] = self._sides.get(side, 0.0) + (1.0 if side == actor_id else 0.6)
        code = actor.id if actor.kind == "state" else actor.country
        if actor.kind == "outlet" or code is None or self.roster.actor(code).kind != "state":
            return
        weight, last = self._states.get(code, (0.0, sentence))
        gain = 1.0 if actor.kind == "state" else 0.6
        self._totals[code] = self._totals.get(code, 0.0) + gain
        self._states[code] = (weight * FADING ** (sentence - last) + gain, sentence)


def _is_new(sentence: Sentence, head: Token) -> bool:
    determiners = children(sentence, head, "det")
    return any("Ind" in (d.feats.get("Definite"), d.feats.get("PronType")) for d in determiners)


def turns_of(sentences: Sequence[Sentence]) -> list[int]:
    """For each sentence, how many before it hold words: marks that stand alone are no step away."""
    turns, count = [], 0
    for sentence in sentences:
        turns.append(count)
        count += any(token.form[:1].isalnum() for token in sentence.tokens)
    return turns


def quotations(text: str) -> list[tuple[int, int]]:
    """Stretches between quotation marks, in text order; a line's end shuts all.

    A straight mark opens where a word follows and none precedes.

    >>> quotations('He said "no" twice.')
    [(8, 11)]
    """
    found: list[tuple[int, int]] = []
    start: int | None = None
    for position, letter in enumerate(text):
        if letter == "\n":
            start = None
        elif letter in OPENING or (letter == STRAIGHT and _opens(text, position)):
            start = position
        elif start is not None and (letter in CLOSING or letter == STRAIGHT):
            found.append((start, position))
            start = None
    return found


def _opens(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return not before.isalnum() and before not in ".,;:!?)…" and not after.isspace() if before else True
