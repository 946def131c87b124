"""Where: the place that a trigger word's clause names.

Sentences and the actors of the report come in; asked for a trigger word, the index gives the nearest place below it or
below the verb that carries it. A name that stands for its government there is no place.
"""

from collections.abc import Iterator

from cronistoria.compose.naming import ActorIndex
from cronistoria.compose.place_names import PlaceHit, find_place_hits
from cronistoria.compose.syntax import children
from cronistoria.languages.actors import ActorWords, load_actors
from cronistoria.languages.contacts import contact_nouns
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document
from cronistoria.model.record import Place
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

AFTER_DATELINE = frozenset({"-", "–", "—", "―", "(", "/"})
CONTENT = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp"})
CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis", "csubj"})
NOMINALS = ("obl", "nmod", "advmod", "iobj", "appos", "flat", "compound", "dep", "amod")
ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "xcomp", "nmod", "conj"})
DEPTH = 4
NEAR = 4


class PlaceIndex:
    """The places of one report, asked for by trigger word; by itself, none."""

    def place_of(self, sentence: int, head: int) -> Place | None:
        """Where the happening of a trigger word is said to be; ``None`` if the text does not say."""
        return None

    def place_in(self, sentence: int, words: Span) -> Place | None:
        """The first place named in words that tell where something is or goes ("to Peru"), also if it is a state."""
        return None


class FoundPlaces(PlaceIndex):
    """The places of a report that has been read."""

    def __init__(
        self, document: Document, sentences: tuple[Sentence, ...], actors: ActorIndex, words: ActorWords
    ) -> None:
        self._document, self._sentences, self._actors, self._words = document, sentences, actors, words
        self._says = load_quote_words(document.language).says
        arms = load_force_words(document.language).forces
        hits = (find_place_hits(document, sentence) for sentence in sentences)
        self._hits = [
            {h.head: h for h in found if not sentence.tokens[h.head].keys & arms}
            for sentence, found in zip(sentences, hits, strict=True)
        ]

    def place_of(self, sentence: int, head: int) -> Place | None:
        """See `PlaceIndex.place_of`."""
        if not self._hits[sentence]:
            return None
        tree = self._sentences[sentence]
        found = [p for word in _carriers(tree, tree.tokens[head]) for p in self._below(tree, word)]
        near = (place for place, is_owner in found if not is_owner)
        return next(near, found[0][0] if found else None)

    def place_in(self, sentence: int, words: Span) -> Place | None:
        """See `PlaceIndex.place_in`."""
        tree = self._sentences[sentence]
        for head, hit in sorted(self._hits[sentence].items()):
            start, end = self._bounds(tree, tree.tokens[head], hit)
            if words.start <= start and end <= words.end:
                return self._made(hit, start, end)
        return None

    def _below(self, sentence: Sentence, word: Token) -> Iterator[tuple[Place, bool]]:
        """The places that hang on a word, the ones right below it first, and whether each is only where another is of.

        "talks between the government and the rebels of the north".
        """
        says = word.upos == "VERB" and word.lemma.lower() in self._says
        closed = CLAUSES | CONTENT if says else CLAUSES
        waiting = [(c, 1) for c in sentence.children(word) if c.deprel not in closed and not _is_other_deed(word, c)]
        for child, depth in waiting:
            place = self._place(sentence, child, word)
            if place:
                yield place, depth > 1 and self._is_owner(sentence, child)
            if depth < DEPTH and child.deprel not in CLAUSES:
                below = sentence.children(child)
                below = tuple(c for c in below if self._is_behind(sentence, c, child)) if _is_party(child) else below
                waiting += [(c, depth + 1) for c in below]

    def _is_owner(self, sentence: Sentence, token: Token) -> bool:
        """Whether a place stands in the genitive of somebody who is of it."""
        above = sentence.parent(token)
        cases = {c.lemma.lower() for c in children(sentence, token, "case")}
        owned = bool(cases & self._words.reading.genitive) and token.relation == "nmod"
        return owned and above is not None and above.lemma.lower() in load_quote_words(self._document.language).persons

    def _is_behind(self, sentence: Sentence, place: Token, name: Token) -> bool:
        """Whether a place hangs on a person's name before it who was there ("talks of Roe and Doe | in Oslo")."""
        cases = {c.lemma.lower() for c in children(sentence, place, "case")}
        there = bool(cases & self._words.placing.at) and place.entity.endswith("LOC")
        return place.index > name.index and (there or place.relation == "conj")

    def _place(self, sentence: Sentence, token: Token, governor: Token) -> Place | None:
        """The place that a dependent names: by itself, or through a noun such as "border"."""
        hit = self._hits[sentence.index].get(token.index)
        if hit is not None and self._is_meant(sentence, token, hit):
            start, end = self._bounds(sentence, token, hit)
        elif hit is None and (hit := self._named_before(sentence, token)) is not None:
            start, end = token.start, token.end
        else:
            return None
        return self._made(hit, start, end)

    def _made(self, hit: PlaceHit, start: int, end: int) -> Place:
        known = hit.place
        return Place(
            name=known.name, country=known.country, latitude=known.latitude, longitude=known.longitude,
            span=self._document.span(start, end),
        )  # fmt: skip

    def _named_before(self, sentence: Sentence, token: Token) -> PlaceHit | None:
        """The place that a relative pronoun below a noun such as "border" stands for: "at whose borders"."""
        if token.lemma.lower() not in self._words.placing.parts:
            return None
        pronouns = [c.index for c in sentence.children(token) if c.feats.get("PronType") == "Rel"]
        before = [h for h in self._hits[sentence.index].values() if pronouns and 0 < pronouns[0] - h.last <= NEAR]
        return max(before, key=lambda hit: hit.last, default=None)

    def _is_meant(self, sentence: Sentence, token: Token, hit: PlaceHit) -> bool:
        """Whether a name says where something happens: read as a place, or nobody's, under a fitting adposition."""
        words = self._words.placing
        if self._opens_report(sentence, token, hit) or self._is_vessel(sentence, token):
            return False
        cases = {c.lemma.lower() for c in children(sentence, token, "case")}
        above = sentence.parent(token)
        leads = above is not None and above.lemma.lower() in words.parts and not self._is_between(above, cases)
        if leads and (cases & (words.links | words.at) or not cases):
            return True
        named = self._actors.ids_at(sentence.index, token.index)
        if len(named) > 1 or (named and not self._actors.is_place(sentence.index, token.index)):
            return False
        if cases & words.at:
            return True
        if self._actors.is_place(sentence.index, token.index):
            return True
        labelled = token.relation in ("nmod", "appos", "flat", "compound", "obj") and hit.is_city
        return labelled and (not cases or bool(cases & self._words.reading.genitive))

    def _is_vessel(self, sentence: Sentence, token: Token) -> bool:
        """Whether a name is that of the ship told of right before it."""
        before = sentence.tokens[token.index - 1] if token.index else None
        return before is not None and bool(before.keys & load_force_words(self._document.language).vessels)

    def _is_between(self, noun: Token, cases: set[str]) -> bool:
        """Whether a name is of one of those who met, not where they did ("a summit between Oslo and Lima")."""
        entry = contact_nouns(self._document.language).get(noun.lemma.lower())
        return entry is not None and bool(cases & (entry.between | entry.partners) - self._words.reading.genitive)

    def _opens_report(self, sentence: Sentence, token: Token, hit: PlaceHit) -> bool:
        """Whether a name is that of a dateline."""
        dateline = self._document.dateline
        if dateline is not None and dateline.start <= token.start < dateline.end:
            return True
        following = sentence.tokens[hit.last + 1].form if hit.last + 1 < len(sentence.tokens) else ""
        return hit.first == 0 and following in AFTER_DATELINE

    def _bounds(self, sentence: Sentence, token: Token, hit: PlaceHit) -> tuple[int, int]:
        """The name, with the noun that leads on to it."""
        tokens = sentence.tokens
        start, end = tokens[hit.first].start, max(t.end for t in tokens[hit.first : hit.last + 1])
        above = sentence.parent(token)
        cases = {c.lemma.lower() for c in children(sentence, token, "case")}
        leads = above is not None and above.lemma.lower() in self._words.placing.parts and above.start < start
        if above is not None and leads and (not cases or cases & self._words.placing.links):
            return above.start, end
        return start, end


def find_places(document: Document, sentences: tuple[Sentence, ...], actors: ActorIndex) -> PlaceIndex:
    """The place index of a report."""
    return FoundPlaces(document, sentences, actors, load_actors(document.language))


def _carriers(sentence: Sentence, trigger: Token) -> Iterator[Token]:
    """The trigger and, for a noun or a coordinated or infinite verb, the words that carry it, nearest first."""
    yield trigger
    word = trigger
    for _ in range(DEPTH):
        above = sentence.parent(word)
        if above is None or word.deprel not in ARGUMENTS or (word.upos == "VERB" and word.deprel in ("nsubj", "obj")):
            return
        yield above
        if above.upos == "VERB" and above.deprel not in ("xcomp", "conj"):
            return
        word = above


def _is_other_deed(word: Token, child: Token) -> bool:
    """Whether a verb only follows on another ("held talks, then flew to Oslo")."""
    return word.upos == child.upos == "VERB" and child.deprel == "conj"


def _is_party(token: Token) -> bool:
    """Whether what is below a word is about a person, not about the happening."""
    return token.entity.endswith("PER")
