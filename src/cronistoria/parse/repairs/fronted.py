"""What is told before the verb of saying: "Ein Treffen sei nicht geplant, | teilte der Kreml mit".

Parsers hang the subject of what is told, or its verb as an auxiliary, on the verb of saying. Sentences come in, the
same words go out: a finite auxiliary that a comma parts from a finite verb is a verb of its own, told by that one with
the words around it; what stands before the comma hangs on a told clause that has no subject, a nominal as that.
"""

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
_TOLD = frozenset({"ccomp", "parataxis"})
_MOVED = frozenset({"nsubj", "obj", "obl", "advmod", "iobj"})


def with_fronted_clauses(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, with the words of what is told below its own predicate."""
    return tuple(_with_subject(_with_verb(_with_told(sentence))) for sentence in sentences)


def _with_told(sentence: Sentence) -> Sentence:
    """A finite clause without a subordinator before the comma before a verb of saying is what that says."""
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        said = sentence.parent(clause) if clause.relation == "advcl" and clause.upos == "VERB" else None
        if said is None or clause.feats.get("VerbForm") != "Fin" or not _is_told_before(sentence, clause, said):
            continue
        below = [c.relation for c in (*sentence.children(said), *sentence.children(clause))]
        if "mark" not in below and "ccomp" not in below:
            moved[clause.index] = msgspec.structs.replace(clause, deprel="ccomp")
    return _rebuilt(sentence, moved) if moved else sentence


def _with_verb(sentence: Sentence) -> Sentence:
    for said in sentence.tokens:
        helper = _parted_helper(sentence, said) if said.feats.get("VerbForm") == "Fin" else None
        if helper is None:
            continue
        comma = _comma_before(sentence, said)
        before = [c for c in sentence.children(said) if c.index < comma and c is not helper]
        moved = {c.index: msgspec.structs.replace(c, head=helper.index) for c in before}
        moved[helper.index] = msgspec.structs.replace(helper, upos="VERB", deprel="ccomp")
        return _rebuilt(sentence, moved)
    return sentence


def _parted_helper(sentence: Sentence, said: Token) -> Token | None:
    """A finite auxiliary before the comma before a verb whose subject stands behind it."""
    below = sentence.children(said)
    if not any(c.relation == "nsubj" and c.index > said.index for c in below):
        return None
    comma = _comma_before(sentence, said)
    parted = (c for c in below if c.relation == "aux" and c.index < comma and c.feats.get("VerbForm") == "Fin")
    return next(parted, None)


def _with_subject(sentence: Sentence) -> Sentence:
    for told in sentence.tokens:
        said = sentence.parent(told) if told.relation in _TOLD else None
        if said is None or said.upos != "VERB" or not _is_told_before(sentence, told, said):
            continue
        below, end = sentence.children(told), _end_of_told(sentence, said)
        if any(c.relation in ("nsubj", "csubj", "expl", "mark") for c in below):
            continue
        before = [c for c in sentence.children(said) if c.index < end and c is not told and c.relation in _MOVED]
        noun = next((c for c in before if c.relation in ("obj", "nsubj") and c.upos in _NOMINALS), None)
        if noun is not None and noun.index < told.index:
            passive = any(c.deprel == "aux:pass" for c in below)
            moved = {c.index: msgspec.structs.replace(c, head=told.index) for c in before}
            moved[noun.index] = msgspec.structs.replace(
                noun, head=told.index, deprel="nsubj:pass" if passive else "nsubj"
            )
            return _rebuilt(sentence, moved)
    return sentence


def _is_told_before(sentence: Sentence, told: Token, said: Token) -> bool:
    """Whether a clause ends at the comma before a verb of saying whose subject stands behind it."""
    behind = any(c.relation == "nsubj" and c.index > said.index for c in sentence.children(said))
    return behind and told.index < _end_of_told(sentence, said)


def _end_of_told(sentence: Sentence, said: Token) -> int:
    """The index of the comma before a verb and its auxiliary, -1 if there is none."""
    helper = sentence.tokens[said.index - 1] if said.index else None
    helped = helper is not None and helper.relation == "aux" and helper.head == said.index
    return _comma_before(sentence, helper if helped and helper is not None else said)


def _comma_before(sentence: Sentence, token: Token) -> int:
    """The index of the comma right before a verb, -1 if there is none."""
    return token.index - 1 if token.index and sentence.tokens[token.index - 1].form == "," else -1


def _rebuilt(sentence: Sentence, moved: dict[int, Token]) -> Sentence:
    return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))
