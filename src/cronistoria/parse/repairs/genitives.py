"""Names in a genitive that only their ending shows: "die Einladung | Mileis", "ein Treffen | Bidens mit Xi".

Where a language writes the ending on the name, parsers take the name behind a noun for the same as that, or for a
noun. Sentences come in, the same words go out. A name with the ending right behind the noun for a thing is whose it is,
one behind the noun for a person is not; so is a word with a capital that ends as the name of a known person does.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.reference.world import load_world

PERSON, PLACE = "B-PER", "B-LOC"
BESIDE = ("appos", "flat", "dep", "nmod")
SHORTEST = 4


def with_genitive_names(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with names in the genitive as owners."""
    ending = load_grammar(language).name_genitive
    if not ending:
        return sentences
    persons, asking = load_quote_words(language).persons, load_contact_words(language).request_nouns
    return tuple(_mended(sentence, ending, persons, asking) for sentence in sentences)


def _mended(sentence: Sentence, ending: str, persons: frozenset[str], asking: frozenset[str]) -> Sentence:
    changed = {t.index: t for t in _owners(sentence, ending, persons, asking)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _owners(sentence: Sentence, ending: str, persons: frozenset[str], asking: frozenset[str]) -> Iterator[Token]:
    for name in sentence.tokens[1:]:
        thing = sentence.tokens[name.index - 1]
        behind = name.head == thing.index and name.relation in BESIDE and name.form.endswith(ending)
        if not behind or thing.upos != "NOUN" or thing.keys & persons or len(name.form) < SHORTEST:
            continue
        if any(c.relation in ("det", "case", "amod") for c in sentence.children(name)):
            continue
        if name.entity == PLACE and name.relation == "appos" and name.lemma == name.form and thing.keys & asking:
            yield msgspec.structs.replace(name, deprel="nmod", feats=name.feats | {"Case": "Gen"})
        elif name.entity == PERSON or _is_person(name, ending):
            feats = name.feats | {"Case": "Gen"}
            bare = name.form.removesuffix(ending)
            lemma = bare if name.lemma == name.form and load_world().people((bare,)) else name.lemma
            yield msgspec.structs.replace(name, upos="PROPN", lemma=lemma, deprel="nmod", feats=feats, entity=PERSON)


def _is_person(name: Token, ending: str) -> bool:
    """Whether a word that is taken for a noun of its own form is the name of a known person and the ending."""
    odd = name.upos in ("NOUN", "PROPN") and name.entity == "O" and name.lemma == name.form and name.form[0].isupper()
    return odd and bool(load_world().people((name.form.removesuffix(ending),)))
