"""Objects before the verb whose subject stands behind it: "Удар нанесли войска", "Разговор инициировала сторона".

Where nominative and accusative look alike, parsers take what comes first for the subject. Sentences come in, the same
words go out: a thing before a verb of another number or gender, and a nominal behind it that agrees, change places. So
is a second subject behind an infinitive mended, which is the infinitive's object, and a second object behind the verb
of a pronoun, which is its subject.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

_NOMINALS = frozenset({"NOUN", "PROPN"})


def with_inverted_objects(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, objects and subjects told apart by what their verb agrees with."""
    return tuple(map(_repaired, sentences))


def _repaired(sentence: Sentence) -> Sentence:
    verbs = [token for token in sentence.tokens if token.upos == "VERB"]
    changed = {token.index: token for verb in verbs for token in _mended(sentence, verb)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _mended(sentence: Sentence, verb: Token) -> Iterator[Token]:
    yield from _late(sentence, verb)
    yield from _pair(sentence, verb)
    yield from _told_of(sentence, verb)
    yield from _of_clause(sentence, verb)
    yield from _names(sentence, verb)
    yield from _nominative(sentence, verb)


def _of_clause(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A second argument right before a bare clause without a subject is its subject ("said | Roe could meet Doe")."""
    below = sentence.children(verb)
    clause = next((c for c in below if c.relation == "ccomp" and c.index > verb.index), None)
    late = next((c for c in below if c.relation in ("nsubj", "obj") and c.index > verb.index), None)
    if clause is None or late is None or late.upos not in _NOMINALS or not _has_early_subject(below, verb):
        return
    own = sentence.children(clause)
    if any(c.relation in ("nsubj", "csubj", "expl", "mark") for c in own) or not late.index < clause.index:
        return
    finite = next((c for c in (*own, clause) if c.feats.get("VerbForm") == "Fin"), None)
    last = max(indices(sentence, late))
    first = min(indices(sentence, clause))
    if finite is not None and first == last + 1:
        passive = any(c.deprel == "aux:pass" for c in own)
        yield msgspec.structs.replace(late, head=clause.index, deprel="nsubj:pass" if passive else "nsubj")


def _has_early_subject(below: tuple[Token, ...], verb: Token) -> bool:
    return any(c.relation == "nsubj" and c.index < verb.index for c in below)


def _told_of(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A second object behind a verb whose object is the pronoun before it is the subject ("lo dice | il ministro")."""
    below = sentence.children(verb)
    objects = [c for c in below if c.relation == "obj"]
    if len(objects) != 2 or any(c.relation in ("nsubj", "csubj") for c in below):
        return
    pronoun, late = objects
    behind = late.upos in _NOMINALS and pronoun.index < verb.index < late.index
    if pronoun.upos == "PRON" and behind and not any(c.relation == "case" for c in sentence.children(late)):
        yield msgspec.structs.replace(late, deprel="nsubj")


def _late(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A second subject behind the infinitive of a verb is the infinitive's object ("must meet today | the envoy")."""
    subjects = [c for c in sentence.children(verb) if c.relation == "nsubj" or c.deprel == "expl:subj"]
    infinitive = next((c for c in sentence.children(verb) if c.relation == "xcomp" and c.upos == "VERB"), None)
    if infinitive is None or len(subjects) != 2 or not subjects[0].index < verb.index < infinitive.index:
        return
    late, held = subjects[1], any(c.relation == "obj" for c in sentence.children(infinitive))
    if late.index > infinitive.index and late.upos in _NOMINALS and not held:
        yield msgspec.structs.replace(late, head=infinitive.index, deprel="obj")


def _pair(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The object and the subject of a verb that a parser mistook for each other."""
    if verb.feats.get("VerbForm") != "Fin" or verb.feats.get("Voice") == "Pass":
        return
    below = sentence.children(verb)
    first = next((c for c in below if c.relation == "nsubj" and c.index < verb.index), None)
    last = next((c for c in below if c.relation in ("nsubj", "obj") and c.index > verb.index), None)
    if first is None or last is None or any(c.deprel in ("obj", "xcomp") and c is not last for c in below):
        return
    if not may_be_object(first) or agrees(sentence, verb, first):
        return
    if _may_be_subject(sentence, last) and agrees(sentence, verb, last):
        yield msgspec.structs.replace(first, deprel="obj", feats=first.feats | {"Case": "Acc"})
        yield msgspec.structs.replace(last, deprel="nsubj", feats=last.feats | {"Case": "Nom"})


def _names(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A name before a verb and one behind it, both bare and of no shown case, are its subject and its object."""
    below = [c for c in sentence.children(verb) if c.relation in ("nsubj", "obj", "iobj")]
    if len(below) != 2 or verb.feats.get("VerbForm") != "Fin":
        return
    first, last = below
    mistaken = first.relation in ("obj", "nsubj") and last.relation == "nsubj" and "Animacy" not in last.feats
    mistaken = mistaken or (first.relation == last.relation == "obj" and verb.feats.get("Voice") != "Pass")
    if not mistaken or not first.index < verb.index < last.index:
        return
    agrees = all(t.feats.get("Number") in (None, verb.feats.get("Number")) for t in below)
    if agrees and all(_is_bare_name(sentence, t) for t in below):
        yield msgspec.structs.replace(first, deprel="nsubj", feats=first.feats | {"Case": "Nom"})
        yield msgspec.structs.replace(last, deprel="obj", feats=last.feats | {"Case": "Acc"})


def _is_bare_name(sentence: Sentence, token: Token) -> bool:
    """Whether a person or a place is named without a word that shows a case; names themselves hardly show any."""
    inside = sentence.children(token)
    named = token.entity != "O" or any(c.relation in ("appos", "flat") and c.entity == "B-PER" for c in inside)
    return named and not any(c.relation in ("det", "amod", "case", "conj") for c in inside)


def _nominative(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A nominative beside an active verb without a subject is that ("jeder Funke kann zu einem Krieg führen")."""
    below = sentence.children(verb)
    if any(c.relation in ("nsubj", "csubj", "expl", "cop") or c.deprel == "aux:pass" for c in below):
        return
    finite = next((t for t in (verb, *below) if t.relation in (verb.relation, "aux") and _is_finite(t)), None)
    nominatives = [c for c in below if c.deprel == "obj" and c.upos == "NOUN" and c.feats.get("Case") == "Nom"]
    if finite is None or len(nominatives) != 1 or nominatives[0].index > finite.index:
        return
    subject = nominatives[0]
    if subject.feats.get("Number") == finite.feats.get("Number") and finite.feats.get("Person") in (None, "3"):
        yield msgspec.structs.replace(subject, deprel="nsubj")


def _is_finite(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Fin"


def may_be_object(token: Token) -> bool:
    """Whether a form that was taken for a nominative is as well an accusative: a thing, and no feminine singular."""
    singular = token.feats.get("Number") == "Sing"
    same = not (singular and token.feats.get("Gender") == "Fem") or token.feats.get("Case") == "Acc"
    return token.upos in _NOMINALS and token.feats.get("Animacy") == "Inan" and same


def _may_be_subject(sentence: Sentence, token: Token) -> bool:
    """Whether a form may be a nominative."""
    if token.upos not in _NOMINALS or any(c.relation == "case" for c in sentence.children(token)):
        return False
    case = token.feats.get("Case")
    return (
        case == "Nom"
        or _is_counted(sentence, token)
        or (case == "Acc" and may_be_object(token) and token.feats.get("Gender") != "Fem")
    )


def _is_counted(sentence: Sentence, token: Token) -> bool:
    """Whether a number stands with a noun, whose form then tells neither case nor number ("обе стороны")."""
    return any(c.relation == "nummod" for c in sentence.children(token))


def agrees(sentence: Sentence, verb: Token, token: Token) -> bool:
    """Whether a nominal has the number of a verb, and the gender where the verb shows one."""
    several = token.feats.get("Number") == "Plur" or any(c.relation == "conj" for c in sentence.children(token))
    several = several or _is_counted(sentence, token)
    if verb.feats.get("Number") == "Plur":
        return several or token.form.isupper()
    gender = verb.feats.get("Gender")
    return token.feats.get("Number") == "Sing" and gender in (None, token.feats.get("Gender"))


def indices(sentence: Sentence, head: Token) -> list[int]:
    """The indices of a word and of all below it."""
    found = [head]
    for token in found:
        found.extend(sentence.children(token))
    return [token.index for token in found]
