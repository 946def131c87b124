"""Who "the blogger" is, once "the blogger Ada Roe" was told of: persons by the nouns that stood beside their names.

Names come in as they are read; a definite noun of people that no table of offices knows gives the person back.
"""

from cronistoria.compose.discourse import Discourse
from cronistoria.compose.syntax import children
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence, Token

BESIDE = ("appos", "flat", "compound")
TOLD_APART = ("appos", "flat", "nmod", "compound", "nummod")
Ids = tuple[str, ...]


class Callings:
    """The nouns of people beside the names of a report's persons, filled sentence by sentence."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._persons = load_quote_words(discourse.document.language).persons
        self._called: dict[str, list[str]] = {}

    def learn(self, mention: PartyMention, ids: Ids) -> None:
        """Keeps what a person is called beside the name: before it, in apposition, or in "Roe is a lawyer"."""
        if not mention.name or len(ids) != 1 or self._discourse.roster.kind_of(ids[0]) != "person":
            return
        sentence = self._discourse.sentences[mention.sentence]
        for noun in self._beside(sentence, mention):
            if noun.upos == "NOUN" and noun.feats.get("Number") != "Plur" and noun.keys & self._persons:
                known = self._called.setdefault(noun.lemma.lower(), [])
                if ids[0] not in known:
                    known.append(ids[0])

    def of(self, sentence: Sentence, noun: Token) -> Ids:
        """The person called so before, the one told of last; () where somebody new or of somebody is meant."""
        known = self._called.get(noun.lemma.lower()) if noun.upos == "NOUN" else None
        if not known or noun.feats.get("Number") == "Plur" or not self._discourse.is_known(sentence, noun):
            return ()
        if children(sentence, noun, *TOLD_APART) or self._is_of_a_body(sentence, noun):
            return ()
        if len(known) == 1:
            return (known[0],)
        recent = self._discourse.recent_ids(sentence.index, noun.index)
        return next(((i,) for i in recent if i in known), ())

    def _beside(self, sentence: Sentence, mention: PartyMention) -> list[Token]:
        words = sentence.tokens[mention.first : mention.last + 1]
        name = next((w for w in words if w.entity != "O"), sentence.tokens[mention.head])
        near = [*words, *children(sentence, name, *BESIDE)]
        for word in words:
            above = sentence.parent(word)
            if above is not None and above not in words and self._is_of(sentence, word, above):
                near += [above, *children(sentence, above, "conj")]
        return near

    def _is_of(self, sentence: Sentence, name: Token, noun: Token) -> bool:
        """Whether a noun above a name tells what its bearer is."""
        if children(sentence, name, "case"):
            return False
        titled = name.relation in BESIDE or (name.relation == "nmod" and name.index > noun.index)
        return titled or (name.relation == "nsubj" and bool(children(sentence, noun, "cop")))

    def _is_of_a_body(self, sentence: Sentence, noun: Token) -> bool:
        """Whether an adjective says whose the person is ("the Turkish journalist")."""
        words = children(sentence, noun, "amod")
        return any(
            self._discourse.mentions[n].codes for w in words for n in self._discourse.headed(sentence.index, w.index)
        )
