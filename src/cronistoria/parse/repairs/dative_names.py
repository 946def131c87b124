"""Names in a dative behind those whose a thing is: to whom it goes ("Письмо Эрдогана | Путину").

Parsers take the second name for the surname of the first, or for an adjective. Sentences come in, the same words go
out: the second hangs on the thing where their endings differ, if both are names of known persons or a title opens it. A
language without a dictionary keeps its trees.
"""

import msgspec

from cronistoria.languages.dictionary import Dictionary, load_dictionary, plain_letters
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.reference.latin import latin_name
from cronistoria.reference.world import load_world

HUNG = frozenset({"flat", "amod", "orphan", "appos", "nmod"})
PERSON = "B-PER"


def with_dative_names(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with those to whom something goes apart from whose it is."""
    dictionary = load_dictionary(language)
    if dictionary is None:
        return sentences
    return tuple(_mended(sentence, dictionary, language) for sentence in sentences)


def _mended(sentence: Sentence, dictionary: Dictionary, language: str) -> Sentence:
    changed: dict[int, Token] = {}
    for name in sentence.tokens[2:]:
        giver = sentence.tokens[name.index - 1]
        thing = _thing(sentence, giver)
        if thing is None or name.relation not in HUNG or name.head not in (giver.index, thing.index):
            continue
        below = sentence.children(name)
        apart = name.feats.get("Case") == "Dat" and giver.feats.get("Case") == "Gen"
        if not apart or any(c.relation == "case" for c in below):
            continue
        if name.upos == "NOUN" and any(c.relation in ("appos", "flat") and c.entity == PERSON for c in below):
            changed[name.index] = msgspec.structs.replace(name, head=thing.index, deprel="nmod")
        elif name.form[0].isupper() and all(_is_known(token, dictionary, language) for token in (giver, name)):
            own = msgspec.structs.replace(name, head=thing.index, deprel="nmod", upos="PROPN", entity=PERSON)
            changed[name.index] = own
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _thing(sentence: Sentence, giver: Token) -> Token | None:
    """What a person in the genitive owns, also behind a title ("письмо | президента Макрона")."""
    above = sentence.parent(giver) if giver.upos == "PROPN" and giver.entity.endswith("-PER") else None
    if above is not None and giver.relation in ("appos", "flat"):
        above = sentence.parent(above)
    return above if above is not None and above.upos == "NOUN" and above.index < giver.index else None


def _is_known(name: Token, dictionary: Dictionary, language: str) -> bool:
    """Whether a form is that of the surname of somebody known."""
    word = plain_letters(name.form)
    forms = dictionary.nominatives(word, name.feats.get("Case"), name.feats.get("Gender"))
    return any(load_world().people(latin_name((form,), language)) for form in forms)
