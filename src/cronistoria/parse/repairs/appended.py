"""Who says so, behind what is said: "Troops entered Rome, a witness and an official said", "…, said two witnesses".

Parsers give the one who says so to the verb before, or take him for an object. Sentences come in, sentences with the
same words go out, where a verb of saying that ends its sentence behind a comma, with nothing of its own to say, has the
nominal beside it as its subject and hangs as ``parataxis`` on what is said.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import QuoteWords, load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

CUTS = frozenset({",", "–", "—", "-"})
STOPS = frozenset({".", "!", "?", ";", ":"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
INSIDE = NOMINAL | {"DET", "ADJ", "ADP", "NUM", "CCONJ", "PART"}
LINKS = frozenset({"ADP", "CCONJ", "PART"})
OBLIQUE = frozenset({"Gen", "Dat", "Ins", "Loc"})
BESIDE = frozenset({"AUX", "ADV", "PART"})
FINITE_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
JOINED = frozenset({"conj", "advcl", "acl", "appos", "ccomp", "dep"})
HELD = frozenset({"flat", "compound", "nmod", "amod", "appos", "conj"})


def with_appended(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with who says so where it is appended to them."""
    words, alike = load_quote_words(language), not load_grammar(language).past_shows_number
    return tuple(_with_teller(sentence, words, alike=alike) for sentence in sentences)


def _with_teller(sentence: Sentence, words: QuoteWords, *, alike: bool) -> Sentence:
    """``alike``: past forms and participles look alike, so that a parser may take one for the other."""
    for read, last in _tellers(sentence, words):
        said = _as_finite(sentence, read) if alike else read
        opening = _opening(sentence, said) if _is_last(sentence, said, last) else None
        told = _told(sentence, opening, said) if opening is not None else None
        if opening is None or told is None:
            continue
        tells = bool(said.keys & words.audience_objects)
        before = [] if _has_object(sentence, said) and not tells else _before(sentence, opening, said)
        heads = before or _behind(sentence, opening, last, words)
        moved = _moved(sentence, said, told, heads) if heads else {}
        if moved and last is not read and last.upos in ("VERB", "ADJ"):
            moved[last.index] = msgspec.structs.replace(last, head=said.index, deprel="xcomp")
        if moved:
            return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))
    return sentence


def _as_finite(sentence: Sentence, said: Token) -> Token:
    """A past participle without an auxiliary, taken for the past form that it looks like."""
    helped = any(c.relation == "aux" for c in sentence.children(said))
    bare = said.feats.get("VerbForm") == "Part" and said.feats.get("Tense") == "Past" and not helped
    if not bare:
        return said
    active = {name: value for name, value in said.feats.items() if name != "Voice"}
    return msgspec.structs.replace(said, feats=active | FINITE_PAST)


def _tellers(sentence: Sentence, words: QuoteWords) -> Iterator[tuple[Token, Token]]:
    """The verbs of saying, each with the last word of its expression: "let know" has two."""
    for said in sentence.tokens:
        if said.upos != "VERB":
            continue
        behind = sentence.tokens[said.index + 1 : said.index + 2]
        pair = next((t for t in behind if _make_one(said, t, words)), None)
        if pair is not None or said.keys & (words.says | words.tells):
            yield said, pair or said


def _make_one(first: Token, second: Token, words: QuoteWords) -> bool:
    """Whether two words make one expression of saying, in whichever order the table has them."""
    both = ((c.lemmas, c.companions) for c in words.compounds)
    return any((first.keys & a and second.keys & b) or (first.keys & b and second.keys & a) for a, b in both)


def _is_last(sentence: Sentence, said: Token, last: Token) -> bool:
    """Whether no other verb, clause or thing told stands between a finite verb and the end of its sentence."""
    carried = takewhile(lambda token: token.upos in BESIDE, reversed(sentence.tokens[: said.index]))
    finite = any(t.feats.get("VerbForm") == "Fin" for t in (said, *carried))
    for token in sentence.tokens[last.index + 1 :]:
        if token.form in STOPS:
            break
        if token.upos in VERBAL or token.upos == "SCONJ" or token.form in CUTS:
            return False
    return finite


def _has_object(sentence: Sentence, said: Token) -> bool:
    """Whether a verb has a thing as its object, no name of whom it is told to."""
    objects = (c for c in sentence.children(said) if c.relation == "obj" and c.index > said.index)
    return any(c.upos == "NOUN" and c.entity == "O" for c in objects)


def _opening(sentence: Sentence, said: Token) -> int | None:
    """The comma or dash before a verb and the nominal or auxiliaries right before it."""
    for token in reversed(sentence.tokens[: said.index]):
        if token.form in CUTS:
            return token.index if token.index > 1 else None
        if token.upos not in INSIDE and token.upos not in BESIDE:
            return None
    return None


def _told(sentence: Sentence, opening: int, said: Token) -> Token | None:
    """The predicate of what stands before: its verb, or a noun or adjective with a copula."""
    for token in sentence.tokens[:opening]:
        above = sentence.parent(token)
        top = above is None or not above.index < opening
        finite = any(t.feats.get("VerbForm") == "Fin" for t in (token, *sentence.children(token)) if t.index < opening)
        if top and finite and token is not said:
            return token
    return None


def _before(sentence: Sentence, opening: int, said: Token) -> list[Token]:
    """The heads of a nominal that fills the place between comma and verb; none if something else stands there."""
    last = said.index
    while last - 1 > opening and sentence.tokens[last - 1].upos in BESIDE:
        last -= 1
    between = sentence.tokens[opening + 1 : last]
    if not between or between[0].upos in LINKS or between[-1].upos in LINKS or between[0].feats.get("Case") in OBLIQUE:
        return []
    return _heads(sentence, between) if all(t.upos in INSIDE for t in between) else []


def _behind(sentence: Sentence, opening: int, last: Token, words: QuoteWords) -> list[Token]:
    """The heads of a nominal of people right behind a verb that nothing but its auxiliaries precedes."""
    between = sentence.tokens[opening + 1 : last.index]
    if any(t.upos not in VERBAL and t.upos not in BESIDE for t in between):
        return []
    rest = list(takewhile(lambda token: token.upos in INSIDE, sentence.tokens[last.index + 1 :]))
    if not rest or rest[0].upos in LINKS:
        return []
    people = words.persons | words.outlets | words.spokespeople
    heads = _heads(sentence, rest)
    able = [h for h in heads if h.keys & people or h.upos == "PROPN" or h.entity != "O"]
    return heads if able[:1] == heads[:1] else []


def _heads(sentence: Sentence, words: Sequence[Token]) -> list[Token]:
    """The heads of a nominal and of those coordinated with it, by its words: none stands under an adposition."""
    found: list[Token] = []
    first, last = words[0].index, words[-1].index
    for token in words:
        inside = first <= token.head <= last and token.relation in HELD
        marked = any(c.relation == "case" and first <= c.index for c in sentence.children(token))
        if token.upos in NOMINAL and not inside and not marked:
            found.append(token)
    joined = {t.index for t in words if t.upos == "CCONJ"}
    return [t for n, t in enumerate(found) if n == 0 or any(found[n - 1].index < i < t.index for i in joined)]


def _moved(sentence: Sentence, said: Token, told: Token, heads: list[Token]) -> dict[int, Token]:
    """The words that hang elsewhere once a verb of saying has its subject; none if all hang so already."""
    moved = {
        t.index: msgspec.structs.replace(t, head=said.index)
        for t in takewhile(lambda token: token.upos == "AUX", reversed(sentence.tokens[: said.index]))
        if t.relation == "aux"
    }
    taken = [c for c in sentence.children(said) if c.relation == "nsubj" and c not in heads]
    if any(c.index < said.index for c in taken) or (taken and heads[0].index > said.index):
        return {}
    moved |= {c.index: msgspec.structs.replace(c, deprel="obj") for c in taken}
    moved[heads[0].index] = msgspec.structs.replace(heads[0], head=said.index, deprel="nsubj")
    for other in heads[1:]:
        moved[other.index] = msgspec.structs.replace(other, head=heads[0].index, deprel="conj")
    moved[said.index] = said
    if said.relation in JOINED and _is_above(sentence, told, said):
        moved[said.index] = msgspec.structs.replace(said, head=told.index, deprel="parataxis")
        moved |= _with_what_is_told(sentence, said, told, heads[0])
    return {i: t for i, t in moved.items() if t != sentence.tokens[i]}


def _with_what_is_told(sentence: Sentence, said: Token, told: Token, speaker: Token) -> dict[int, Token]:
    """What stands between the predicate and who says so, given to the predicate with the conjunction before it: "is
    ready, | but only after talks, Roe said"."""
    opening = next((t.index for t in reversed(sentence.tokens[: speaker.index]) if t.form in CUTS), 0)
    own = [c for c in sentence.children(said) if told.index < c.index < opening]
    words = [c for c in own if c.relation in ("obl", "advcl")]
    moved = {c.index: msgspec.structs.replace(c, head=told.index) for c in words}
    links = (c for c in own if c.relation == "cc" and words)
    return moved | {c.index: msgspec.structs.replace(c, head=words[0].index) for c in links}


def _is_above(sentence: Sentence, above: Token, token: Token) -> bool:
    """Whether a word is above another in the tree."""
    parent = sentence.parent(token)
    while parent is not None and parent is not above:
        parent = sentence.parent(parent)
    return parent is above
