"""What somebody says, on the verb that says it: "denied that they had left and accused them", "said in a note that".

Parsers now and then hang the second verb on the clause of the first, and the clause on the noun before it. Sentences
come in, the same words go out: a verb of telling without a subject or subordinator of its own, in the form of the verb
above the clause and not in that of the clause (or behind a comma that closes it), is coordinated with the verb above.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import load_position_words, position_verbs
from cronistoria.model.sentence import Sentence, Token, make_sentence

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl"})
_OWN = frozenset({"nsubj", "csubj", "mark", "expl"})
_SHOWN = ("Mood", "Tense", "Number", "Gender", "Person")
_HELPERS = frozenset({"aux", "cop"})
_Form = tuple[frozenset[str], tuple[str | None, ...]]


def with_further_telling(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with verbs of telling beside those that tell before them."""
    saying, markers = load_position_words(language).speech.saying, load_grammar(language).conditional_markers
    tellers = saying | position_verbs(language).keys()
    return tuple(_repaired(_with_clauses(sentence, saying, markers), tellers) for sentence in sentences)


def _with_clauses(sentence: Sentence, saying: frozenset[str], conditional: frozenset[str]) -> Sentence:
    """A clause behind an adverbial of a verb of saying is what is said ("said in a note that they had left").

    One that opens like a condition is its condition ("will answer with force if they attack").
    """
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        noun = sentence.parent(clause) if clause.relation == "acl" else None
        verb = sentence.parent(noun) if noun is not None and noun.relation == "obl" else None
        if verb is not None and verb.lemma.lower() in saying and _is_told(sentence, clause, verb):
            opening = next(c for c in sentence.children(clause) if c.relation == "mark")
            relation = "advcl" if opening.keys & conditional else "ccomp"
            moved[clause.index] = msgspec.structs.replace(clause, head=verb.index, deprel=relation)
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _is_told(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """Whether a clause opens with a subordinator and the verb has no clause or object of its own."""
    opening = [c for c in sentence.children(clause) if c.relation == "mark" and c.upos == "SCONJ"]
    taken = any(c.relation in ("ccomp", "obj", "xcomp") for c in sentence.children(verb))
    return bool(opening) and verb.index < clause.index and not taken


def _repaired(sentence: Sentence, tellers: frozenset[str]) -> Sentence:
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        above = _teller_above(sentence, token, tellers) if token.relation == "conj" else None
        if above is not None:
            moved[token.index] = msgspec.structs.replace(token, head=above.index)
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _teller_above(sentence: Sentence, token: Token, tellers: frozenset[str]) -> Token | None:
    """The verb of telling above the clause that a verb of telling was coordinated with, if it belongs there."""
    clause = sentence.parent(token)
    above = sentence.parent(clause) if clause is not None and clause.relation in _CLAUSES else None
    if clause is None or above is None or not clause.index < token.index or not above.index < clause.index:
        return None
    if not all(word.upos == "VERB" and word.lemma.lower() in tellers for word in (token, above)):
        return None
    if any(child.relation in _OWN for child in sentence.children(token)):
        return None
    form = _form(sentence, token) or _past_form(sentence, token, above)
    if form is None or form != _form(sentence, above):
        return None
    return above if form != _form(sentence, clause) or _follows_comma(sentence, token) else None


def _past_form(sentence: Sentence, verb: Token, above: Token) -> _Form | None:
    """The form of the verb above, where a past written like a participle may have it ("denied … and accused")."""
    form = _form(sentence, above)
    bare = not any(child.relation in _HELPERS for child in sentence.children(verb))
    past = verb.feats.get("Tense") == "Past" == above.feats.get("Tense")
    return form if bare and past and form is not None and not form[0] else None


def _form(sentence: Sentence, verb: Token) -> _Form | None:
    """The helpers of a verb and what its finite word shows; ``None`` if it has none."""
    helpers = [child for child in sentence.children(verb) if child.relation in _HELPERS]
    finite = next((word for word in (*helpers, verb) if word.feats.get("VerbForm") == "Fin"), None)
    if finite is None:
        return None
    return frozenset(h.lemma.lower() for h in helpers), tuple(finite.feats.get(name) for name in _SHOWN)


def _follows_comma(sentence: Sentence, verb: Token) -> bool:
    """Whether a comma stands before the conjunction of a verb."""
    conjunction = next((child for child in sentence.children(verb) if child.relation == "cc"), None)
    before = sentence.tokens[conjunction.index - 1] if conjunction is not None and conjunction.index else None
    return before is not None and before.form == ","
