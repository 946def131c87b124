"""Words inside a noun phrase that a parser hung outside its noun: "Oslo's army chief", "las dos Coreas".

Sentences come in, sentences with the same words go out, where a noun right before another, among the words that are
the other's, is the first part of a compound, a number that hangs on an article counts the noun of the article, and a
number or an article behind an adposition is of the adposition's noun ("ministers of both states"). An owner belongs to
what stands right behind its mark ("Oslo's Roe and | Rome's | Doe"). A participle between an article and a name is a
noun ("l'inviato Roe"), and a name behind one that describes a noun is the noun's.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

ARGUMENTS = frozenset({"obj", "obl", "nsubj", "iobj", "nmod", "conj", "appos"})


def with_inner_words(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, with the words inside noun phrases on their nouns."""
    return tuple(map(_mended, sentences))


def _mended(sentence: Sentence) -> Sentence:
    found = (*_parts_of_compounds(sentence), *_numbers(sentence), *_owners(sentence), *_possessors(sentence))
    found = (*found, *_origins(sentence), *_roles(sentence), *_behind_participles(sentence), *_plurals(sentence))
    moved = {token.index: token for token in found}
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))


def _roles(sentence: Sentence) -> Iterator[Token]:
    """Participles that tell somebody's role, and the name behind each."""
    for token, name in zip(sentence.tokens[:-1], sentence.tokens[1:], strict=True):
        participle = token.upos == "VERB" and token.feats.get("VerbForm", "Part") == "Part"
        before = sentence.tokens[token.index - 1] if token.index else name
        article = before.relation == "det" and before.head == token.index
        if (
            participle
            and article
            and token.relation in ARGUMENTS
            and name.entity == "B-PER"
            and name.head == token.index
        ):
            yield msgspec.structs.replace(token, upos="NOUN", lemma=token.lower)
            yield msgspec.structs.replace(name, deprel="nmod")


def _origins(sentence: Sentence) -> Iterator[Token]:
    """Adjectives between a noun and a name that were taken for a second noun ("l'opposant | tunisien | Roe")."""
    for noun, token in zip(sentence.tokens[:-1], sentence.tokens[1:], strict=True):
        twins = noun.upos == token.upos == "NOUN" and noun.head == token.head and noun.deprel == token.deprel
        below = sentence.children(token)
        named = bool(below) and all(c.entity == "B-PER" and c.index == token.index + 1 for c in below)
        if twins and named and token.form.islower() and any(c.relation == "det" for c in sentence.children(noun)):
            yield msgspec.structs.replace(token, upos="ADJ", head=noun.index, deprel="amod")
            yield from (msgspec.structs.replace(c, head=noun.index) for c in below)


def _plurals(sentence: Sentence) -> Iterator[Token]:
    """What was taken for an infinitive with an ending behind it is a noun ("un cycle | de pourparlers")."""
    for token in sentence.tokens:
        taken = token.upos == "VERB" and token.feats.get("VerbForm") == "Inf" and token.relation in ARGUMENTS
        if taken and token.lower != token.lemma.lower() and token.lower.startswith(token.lemma.lower()):
            yield msgspec.structs.replace(token, upos="NOUN", feats={"Number": "Plur"})


def _behind_participles(sentence: Sentence) -> Iterator[Token]:
    """Names right behind a past participle of a noun, which has no object ("le président renversé | Roe")."""
    for name in sentence.tokens:
        participle = sentence.parent(name) if name.relation == "obj" and name.entity == "B-PER" else None
        noun = sentence.parent(participle) if participle is not None and participle.deprel == "acl" else None
        if participle is None or noun is None or participle.feats.get("VerbForm") != "Part":
            continue
        past = participle.feats.get("Tense") == "Past" and not any(
            c.relation in ("aux", "nsubj") for c in sentence.children(participle)
        )
        if past and noun.index < participle.index == name.index - 1:
            yield msgspec.structs.replace(name, head=noun.index, deprel="appos")


def _owners(sentence: Sentence) -> Iterator[Token]:
    """Names before what they own ("Oslos Kanzler"), or right behind it ("Bitte Oslos"), whatever they were called."""
    for token in sentence.tokens:
        owned = sentence.parent(token)
        genitive = token.upos == "PROPN" and token.feats.get("Case") == "Gen"
        if owned is not None and owned.upos == "NOUN" and genitive and token.relation in ("det", "amod"):
            yield msgspec.structs.replace(token, deprel="nmod")


def _parts_of_compounds(sentence: Sentence) -> Iterator[Token]:
    for token in sentence.tokens[:-1]:
        noun = sentence.tokens[token.index + 1]
        twins = token.upos == noun.upos == "NOUN" and token.head == noun.head and token.deprel == noun.deprel
        if not twins or token.relation not in ARGUMENTS or any(True for _ in sentence.children(token)):
            continue
        if any(c.index < token.index and c.relation in ("nmod", "det", "amod") for c in sentence.children(noun)):
            yield msgspec.structs.replace(token, head=noun.index, deprel="compound")


def _noun_of_adposition(sentence: Sentence, token: Token) -> Token | None:
    """The noun whose adposition a word stands behind that hangs on a noun before both ("ministers of both states")."""
    case = sentence.tokens[token.index - 1] if 0 <= token.head < token.index - 1 else None
    noun = sentence.parent(case) if case is not None and case.relation == "case" else None
    return noun if noun is not None and noun.index > token.index and noun.upos in ("NOUN", "PROPN") else None


def _numbers(sentence: Sentence) -> Iterator[Token]:
    for token in sentence.tokens:
        if token.relation in ("det", "nummod") and (noun := _noun_of_adposition(sentence, token)) is not None:
            yield msgspec.structs.replace(token, head=noun.index)
        article = sentence.parent(token) if token.relation == "nummod" else None
        noun = sentence.parent(article) if article is not None and article.upos == "DET" else None
        if noun is not None and token.index < noun.index:
            yield msgspec.structs.replace(token, head=noun.index)


def _possessors(sentence: Sentence) -> Iterator[Token]:
    for mark in sentence.tokens[1:-1]:
        owner, owned = sentence.parent(mark), sentence.tokens[mark.index + 1]
        if mark.upos != "PART" or mark.relation != "case" or owner is None or owner.index != mark.index - 1:
            continue
        if owned.upos == "PROPN" and owned.relation == owner.relation == "conj" and owned.head == owner.head:
            yield msgspec.structs.replace(owner, head=owned.index, deprel="nmod:poss")
            yield from (
                msgspec.structs.replace(c, head=owned.index) for c in sentence.children(owner) if c.relation == "cc"
            )
