"""One word in one place below a verb: "el ministro | Roe | lo propuso", "selon | le ministre, une frappe a tué".

Parsers now and then give a verb two subjects, or none where it stands behind it ("aceptará | Maduro | el plan").
Sentences come in, the same words go out, where a name right behind its title stands by that, the parts of a name stand
together, and a second subject behind an adposition is none. A pronoun before its verb that was taken for an article is
a pronoun.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PERSON = ("B-PER", "I-PER")


def with_single_places(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with one word for each who is named below a verb."""
    marked = bool(load_grammar(language).personal_objects)
    return tuple(_mended(sentence, marked=marked) for sentence in sentences)


def _mended(sentence: Sentence, *, marked: bool) -> Sentence:
    """``marked``: persons who are objects stand behind an adposition."""
    found = (*_pronouns(sentence), *_names(sentence), *_marked(sentence), *(_bare(sentence) if marked else ()))
    moved = {token.index: token for token in found}
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))


def _pronouns(sentence: Sentence) -> Iterator[Token]:
    """Articles right before the verb that they are an object of ("il | l' | accuse")."""
    for token in sentence.tokens[:-1]:
        follows = sentence.tokens[token.index + 1]
        article = token.upos == "DET" and token.feats.get("PronType") == "Art"
        if article and token.relation in ("obj", "iobj") and follows.upos in ("VERB", "AUX", "PRON"):
            yield msgspec.structs.replace(token, upos="PRON", feats=token.feats | {"Person": "3", "PronType": "Prs"})


def _names(sentence: Sentence) -> Iterator[Token]:
    """Names below the same word as the title right before them, and parts of a name as its first part."""
    for name in sentence.tokens[1:]:
        above, before = sentence.parent(name), _before(sentence, name)
        if above is None or before is None or name.entity not in PERSON or name.upos != "PROPN":
            continue
        if before.head != above.index or name.relation not in ARGUMENTS or before.relation not in ARGUMENTS:
            continue
        if name.entity == "I-PER" and before.entity in PERSON:
            yield msgspec.structs.replace(name, head=before.index, deprel="flat")
        elif _is_title(sentence, before, above) and not _case(sentence, name):
            yield msgspec.structs.replace(name, head=before.index, deprel="appos")


def _is_title(sentence: Sentence, title: Token, above: Token) -> bool:
    """Whether a noun may be the title of the name behind it: with an article or a capital, no adverbial of time."""
    known = title.form[0].isupper() or any(c.relation == "det" for c in sentence.children(title))
    if title.entity != "O" or not known:
        return False
    spoken = any(c.relation == "nsubj" and c.index < above.index for c in sentence.children(above))
    return title.relation != "obl" or (spoken and title.index > above.index)


def _before(sentence: Sentence, name: Token) -> Token | None:
    """The word before a name and its articles."""
    opening = min((c.index for c in sentence.children(name) if c.relation == "det"), default=name.index)
    before = sentence.tokens[opening - 1] if opening else None
    inside = before is not None and before.upos in NOMINAL
    return before if inside else None


def _bare(sentence: Sentence) -> Iterator[Token]:
    """Bare names of persons behind a verb without a subject, which they cannot be an object of."""
    for name in sentence.tokens:
        verb = sentence.parent(name) if name.relation == "obj" and name.entity == "B-PER" else None
        if verb is None or verb.index > name.index or name.upos != "PROPN" or _case(sentence, name):
            continue
        carriers = [verb, *(c for c in sentence.children(verb) if c.relation == "aux")]
        finite = any(t.feats.get("VerbForm") == "Fin" and t.feats.get("Person") == "3" for t in carriers)
        if finite and not any(c.relation in ("nsubj", "csubj") for c in sentence.children(verb)):
            yield msgspec.structs.replace(name, deprel="nsubj")


def _marked(sentence: Sentence) -> Iterator[Token]:
    """Subjects behind an adposition beside one without, but for what that counts ("combien de soldats")."""
    for verb in sentence.tokens:
        subjects = [c for c in sentence.children(verb) if c.relation == "nsubj"]
        if len(subjects) < 2:
            continue
        bare = [s for s in subjects if not _case(sentence, s)]
        for marked in subjects if bare else ():
            case = _case(sentence, marked)
            counted = case and any(s.index == case[0].index - 1 for s in bare)
            if case and not counted:
                yield msgspec.structs.replace(marked, deprel="obl")


def _case(sentence: Sentence, token: Token) -> list[Token]:
    """The adpositions before a nominal or before the title of a name."""
    titles = [c for c in sentence.children(token) if c.deprel == "nmod:desc" and c.index < token.index]
    below = (c for above in (token, *titles) for c in sentence.children(above) if c.index < above.index)
    return [c for c in below if c.relation == "case"]
