"""What somebody says, on the verb that says it: "denied that they had left and accused them", "said in a note that".

Parsers now and then hang the second verb on the clause of the first, and the clause on the noun before it. Sentences
come in, the same words go out: a verb of telling without a subject or subordinator of its own, in the form of the verb
above the clause and not in that of the clause (or behind a comma that closes it), is coordinated with the verb above.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import load_position_words, position_verbs
from cronistoria.languages.quotes import QuoteWords, load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl"})
_OWN = frozenset({"nsubj", "csubj", "mark", "expl"})
_SHOWN = ("Mood", "Tense", "Number", "Gender", "Person")
_ASKED = frozenset({"obl", "iobj", "obj"})
_BEFORE = frozenset({"amod", "compound", "acl"})
_BIDS = frozenset({"demand", "request"})
_HELPERS = frozenset({"aux", "cop"})
_Form = tuple[frozenset[str], tuple[str | None, ...]]


def with_further_telling(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with verbs of telling beside those that tell before them."""
    saying, markers = load_position_words(language).speech.saying, load_grammar(language).conditional_markers
    tellers = saying | position_verbs(language).keys()
    gerunds = (_with_gerunds(_with_late_cue(s, tellers), language) for s in sentences)
    words = load_quote_words(language)
    heard = (_with_listeners(s, saying, words) for s in gerunds)
    told = (_with_bidding(_with_clauses(s, saying, words.audience_objects, markers), language) for s in heard)
    return tuple(_repaired(sentence, tellers) for sentence in told)


def _with_late_cue(sentence: Sentence, tellers: frozenset[str]) -> Sentence:
    """A verb of telling right behind a comma and before its subject tells what stands before it."""
    for token in sentence.tokens[2:]:
        above = sentence.parent(token)
        if token.relation != "conj" or token.lemma.lower() not in tellers or above is None or above.upos != "VERB":
            continue
        below = sentence.children(token)
        own = [c.index for c in below if c.relation == "nsubj"]
        joined = any(c.relation in ("cc", "mark", "obj", "ccomp") for c in below)
        if sentence.tokens[token.index - 1].form == "," and own and min(own) > token.index and not joined:
            tokens = list(sentence.tokens)
            tokens[token.index] = msgspec.structs.replace(token, deprel="parataxis")
            return make_sentence(sentence.index, tuple(tokens))
    return sentence


def _with_listeners(sentence: Sentence, saying: frozenset[str], words: QuoteWords) -> Sentence:
    """A clause with a subject of its own behind whom something is told is what is told: "told reporters that Roe …"."""
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        listener = sentence.parent(clause) if clause.deprel == "acl:relcl" else None
        verb = sentence.parent(listener) if listener is not None and listener.relation in _ASKED else None
        if listener is None or verb is None or verb.lemma.lower() not in saying or not verb.index < listener.index:
            continue
        opening = next((c for c in sentence.children(clause) if c.index > listener.index), None)
        heard = listener.keys & (words.persons | words.outlets)
        if opening is None or not heard or not _opens_told(sentence, clause, opening, words):
            continue
        if not any(c.relation in ("ccomp", "xcomp") for c in sentence.children(verb)):
            moved[clause.index] = msgspec.structs.replace(clause, head=verb.index, deprel="ccomp")
            moved[opening.index] = msgspec.structs.replace(opening, upos="SCONJ", deprel="mark", feats={})
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _opens_told(sentence: Sentence, clause: Token, opening: Token, words: QuoteWords) -> bool:
    """Whether a word that opens a clause may be no pronoun: the clause has a subject before its verb without it."""
    own = any(
        c.relation == "nsubj" and opening.index < c.index < clause.index and c.upos in ("NOUN", "PROPN")
        for c in sentence.children(clause)
    )
    return own and opening.relation == "obj" and bool(opening.keys & words.complementisers)


def _with_bidding(sentence: Sentence, language: str) -> Sentence:
    """An infinitive behind whom a verb asks is what is asked ("asked the parties to stop")."""
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        asked = sentence.parent(clause) if clause.relation == "acl" else None
        verb = sentence.parent(asked) if asked is not None and asked.relation in _ASKED else None
        if asked is not None and verb is not None and _is_bidding(sentence, clause, asked, verb, language):
            moved[clause.index] = msgspec.structs.replace(clause, head=verb.index, deprel="xcomp")
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _is_bidding(sentence: Sentence, clause: Token, asked: Token, verb: Token, language: str) -> bool:
    """Whether a marked infinitive hangs on the addressee of a verb of asking that has no clause of its own."""
    marked = any(c.relation == "mark" and c.upos in ("ADP", "PART") for c in sentence.children(clause))
    taken = any(c.relation in ("ccomp", "xcomp") for c in sentence.children(verb))
    if clause.feats.get("VerbForm") != "Inf" or not marked or taken or not verb.index < asked.index < clause.index:
        return False
    cases = {key for c in sentence.children(asked) if c.relation == "case" for key in c.keys}
    entries = [e for e in position_verbs(language).get(verb.lemma.lower(), ()) if e.type in _BIDS]
    addressed = any(cases & (e.to - e.content) for e in entries) and asked.relation != "obj"
    return addressed or (asked.relation == "obj" and any(e.object_is_to for e in entries))


def _with_gerunds(sentence: Sentence, language: str) -> Sentence:
    """A verb between the adposition of a content and its object is the content ("accused Oslo of | massing troops")."""
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        thing = sentence.parent(clause) if clause.upos == "VERB" and clause.relation in _BEFORE else None
        case = sentence.tokens[clause.index - 1] if clause.index else None
        verb = sentence.parent(thing) if thing is not None else None
        if (
            thing is None
            or case is None
            or verb is None
            or not _is_told_of(sentence, clause, thing, case, verb, language)
        ):
            continue
        moved[clause.index] = msgspec.structs.replace(clause, head=verb.index, deprel="advcl")
        moved[thing.index] = msgspec.structs.replace(thing, head=clause.index, deprel="obj")
        moved[case.index] = msgspec.structs.replace(case, head=clause.index, deprel="mark")
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _is_told_of(sentence: Sentence, clause: Token, thing: Token, case: Token, verb: Token, language: str) -> bool:
    """Whether a verb before a noun stands right behind an adposition of what a position verb with an object tells."""
    opens = case.relation == "case" and case.head == thing.index and clause.index < thing.index
    if not opens or verb.index > case.index or verb.upos != "VERB" or thing.relation not in ("obj", "obl"):
        return False
    entries = (e for e in position_verbs(language).get(verb.lemma.lower(), ()) if e.object_is_to)
    told_of = any(case.keys & e.content for e in entries)
    return told_of and any(c.deprel == "obj" and c.index < case.index for c in sentence.children(verb))


def _with_clauses(
    sentence: Sentence, saying: frozenset[str], heard: frozenset[str], conditional: frozenset[str]
) -> Sentence:
    """A clause behind an adverbial of a verb of saying is what is said ("said in a note that they had left").

    ``heard``: verbs whose object is who is told so.

    One that opens like a condition is its condition ("will answer with force if they attack").
    """
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        noun = sentence.parent(clause) if clause.relation == "acl" else None
        verb = sentence.parent(noun) if noun is not None and noun.relation == "obl" else None
        if verb is not None and verb.lemma.lower() in saying and _is_told(sentence, clause, verb, heard):
            opening = next(c for c in sentence.children(clause) if c.relation == "mark")
            relation = "advcl" if opening.keys & conditional else "ccomp"
            moved[clause.index] = msgspec.structs.replace(clause, head=verb.index, deprel=relation)
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _is_told(sentence: Sentence, clause: Token, verb: Token, heard: frozenset[str]) -> bool:
    """Whether a clause opens with a subordinator and the verb has no clause or object of its own."""
    opening = [c for c in sentence.children(clause) if c.relation == "mark" and c.upos == "SCONJ"]
    taking = ("ccomp", "xcomp") if verb.lemma.lower() in heard else ("ccomp", "obj", "xcomp")
    taken = any(c.relation in taking for c in sentence.children(verb))
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
