"""Names beside their titles in a coordination: "President Roe and Chancellor Doe" are two people.

Parsers now and then hang the second title on the first name, or the second name on the first title; a title may be a
pronoun that stands for the first ("il premier greco Roe e quello turco Doe") or a people ("l'americano Doe"). Sentences
come in, sentences with the same words go out, where each title is coordinated with the title and each name stands by
its own.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

PERSON = "B-PER"
NOMINAL = frozenset({"NOUN", "PROPN"})
MISREAD = frozenset({"nmod", "appos", "flat"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "conj"})
BESIDE = frozenset({"appos", "flat", "nmod"})


def with_coordinated_titles(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each coordinated title on a title, each name behind a title on that title."""
    words = load_quote_words(language)
    people, led = words.persons | words.spokespeople, load_grammar(language).led_bodies
    own = (_with_names_of_titles(_with_peoples(_with_pronouns(_with_holders(s, people, led)))) for s in sentences)
    own = (_with_names_of_phrases(s, people) for s in own)
    repaired = (_with_titles(_with_conjuncts(s)) for s in own)
    return tuple(_moved(s, _openings(s)) for s in repaired)


def _with_holders(sentence: Sentence, people: frozenset[str], led: frozenset[str]) -> Sentence:
    """Names behind what a title is of are names of the title: "the ministers of health | Jo Roe and Al Doe"."""
    changed: dict[int, Token] = {}
    for name in sentence.tokens:
        body = sentence.parent(name)
        free = body is not None and name.entity == PERSON and name.relation in MISREAD and not body.keys & led
        title = _title_above(sentence, name, people) if free else None
        if title is None:
            continue
        changed[name.index] = msgspec.structs.replace(name, head=title.index, deprel="appos")
    return _changed(sentence, changed)


def _title_above(sentence: Sentence, name: Token, people: frozenset[str]) -> Token | None:
    """The noun of people above the noun without people that a bare name hangs on."""
    owner = sentence.parent(name)
    if owner is None or owner.index > name.index or _is_marked(sentence, name):
        return None
    alone = not any(c.relation == "conj" for c in sentence.children(name))
    while owner is not None and not (owner.keys & people and not (alone and owner.feats.get("Number") == "Plur")):
        if owner.relation not in MISREAD | {"amod"} or owner.entity == PERSON or owner.upos == "VERB":
            return None
        above = sentence.parent(owner)
        if above is not None and above.keys & people:
            return above if above.upos == "NOUN" and above.index < owner.index else None
        owner = above
    return None


def _with_pronouns(sentence: Sentence) -> Sentence:
    """A pronoun with an adjective and a name behind it is coordinated with the title that it stands for.

    One with a genitive gets the name behind the comma ("el presidente de Perú, Roe, y el de Chile, Doe").
    """
    changed = _with_late_names(sentence)
    for pronoun in sentence.tokens[2:-2]:
        if pronoun.feats.get("PronType") != "Dem" or pronoun.upos not in ("PRON", "DET"):
            continue
        people, name = sentence.tokens[pronoun.index + 1 : pronoun.index + 3]
        title = _title_before(sentence, pronoun)
        if title is None or people.upos != "ADJ" or name.entity != PERSON:
            continue
        changed[pronoun.index] = msgspec.structs.replace(pronoun, head=title.index, deprel="conj", upos="PRON")
        changed[people.index] = msgspec.structs.replace(people, head=pronoun.index, deprel="amod")
        changed[name.index] = msgspec.structs.replace(name, head=pronoun.index, deprel="nmod")
        joining = sentence.tokens[pronoun.index - 1]
        if joining.upos == "CCONJ":
            changed[joining.index] = msgspec.structs.replace(joining, head=pronoun.index, deprel="cc")
    return _changed(sentence, changed)


def _with_late_names(sentence: Sentence) -> dict[int, Token]:
    changed: dict[int, Token] = {}
    for joining, pronoun in pairwise(sentence.tokens):
        title = sentence.parent(pronoun) if pronoun.relation in ("conj", "det") and joining.upos == "CCONJ" else None
        if title is None or pronoun.upos not in ("PRON", "DET") or title.upos != "NOUN":
            continue
        owned = any(c.relation == "nmod" for c in sentence.children(pronoun))
        names = [c for c in sentence.children(title) if c.entity == PERSON and c.relation in BESIDE]
        if owned and len(names) > 1 and names[0].index < pronoun.index < names[-1].index:
            changed[pronoun.index] = msgspec.structs.replace(pronoun, upos="PRON", deprel="conj")
            changed[names[-1].index] = msgspec.structs.replace(names[-1], head=pronoun.index)
            changed[joining.index] = msgspec.structs.replace(joining, head=pronoun.index)
    return changed


def _title_before(sentence: Sentence, pronoun: Token) -> Token | None:
    """The noun of one person whose name stands between it and what is joined to it."""
    names = [t for t in sentence.tokens[: pronoun.index - 1] if t.entity == PERSON]
    title = sentence.parent(names[-1]) if names and sentence.tokens[pronoun.index - 1].upos == "CCONJ" else None
    if title is None or title.upos != "NOUN" or names[-1].relation not in BESIDE or title.index > names[-1].index:
        return None
    return None if any(t.upos in ("VERB", "AUX") for t in sentence.tokens[title.index : pronoun.index]) else title


def _with_peoples(sentence: Sentence) -> Sentence:
    """A name right behind the word for its people is no second object or subject ("met the American | Roe")."""
    changed: dict[int, Token] = {}
    for people, name in pairwise(sentence.tokens):
        same = (people.head, people.relation) == (name.head, name.relation) and people.relation in ("obj", "nsubj")
        article = sentence.tokens[people.index - 1]
        determined = article.relation == "det" and article.head in (people.index, name.index)
        if same and determined and name.entity == PERSON and people.upos in ("ADJ", "NOUN"):
            changed[name.index] = msgspec.structs.replace(name, head=people.index, deprel="nmod")
            changed[article.index] = msgspec.structs.replace(article, head=people.index)
    return _changed(sentence, changed)


def _changed(sentence: Sentence, changed: dict[int, Token]) -> Sentence:
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _with_names_of_titles(sentence: Sentence) -> Sentence:
    """A title before a name that shares its place in the tree says what the name is ("met | President | Jo Doe")."""
    changed: dict[int, Token] = {}
    for name in sentence.tokens[1:]:
        title = sentence.tokens[name.index - 1]
        if not _share_place(sentence, title, name):
            continue
        changed[name.index] = msgspec.structs.replace(name, head=title.head, deprel=title.deprel)
        changed[title.index] = msgspec.structs.replace(title, head=name.index, deprel="nmod:desc")
        for child in sentence.children(title):
            if child.relation in ("case", "cc", "conj", "acl", "appos"):
                changed[child.index] = msgspec.structs.replace(child, head=name.index)
    return _changed(sentence, changed)


def _with_names_of_phrases(sentence: Sentence, people: frozenset[str]) -> Sentence:
    """A second subject or object right behind a phrase of a title is its name ("the envoy to Oslo | Jo Doe")."""
    changed: dict[int, Token] = {}
    for name in sentence.tokens[2:]:
        if name.entity != PERSON or name.relation not in ARGUMENTS or _is_marked(sentence, name):
            continue
        for title in sentence.tokens[: name.index - 1]:
            beside = title.head == name.head and title.relation == name.relation and title.upos == "NOUN"
            if not beside or title.entity != "O" or not title.keys & people:
                continue
            if _last_below(sentence, title) == name.index - 1:
                changed[name.index] = msgspec.structs.replace(name, head=title.index, deprel="appos")
    return _changed(sentence, changed)


def _last_below(sentence: Sentence, top: Token) -> int:
    """The index of the last word of a phrase."""
    last, waiting = top.index, [top]
    while waiting:
        current = waiting.pop()
        last = max(last, current.index)
        waiting += sentence.children(current)
    return last


def _share_place(sentence: Sentence, title: Token, name: Token) -> bool:
    """Whether a person's name has the place of the noun right before it, or is a further name of what that is with."""
    if name.entity != PERSON or name.upos != "PROPN" or title.upos not in NOMINAL or title.entity != "O":
        return False
    same = title.head == name.head and title.relation in ARGUMENTS and title.head != -1
    return same and name.relation in (title.relation, "flat") and not _is_marked(sentence, name)


def _is_marked(sentence: Sentence, token: Token) -> bool:
    return any(child.relation in ("case", "det", "cc") for child in sentence.children(token))


def _openings(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Adpositions before a title that were hung on the name behind it, with the title ("from | Ms Doe")."""
    for case in sentence.tokens:
        name = sentence.parent(case) if case.relation == "case" else None
        title = sentence.parent(name) if name is not None and name.relation in ("appos", "flat") else None
        if title is not None and name is not None and case.index < title.index < name.index:
            yield case, title


def _with_titles(sentence: Sentence) -> Sentence:
    return _moved(_moved(sentence, _conjuncts(sentence)), _names(sentence))


def _with_conjuncts(sentence: Sentence) -> Sentence:
    """What opens with a coordinator and was read as part of the nominal before it is coordinated with that."""
    found = {t.index: msgspec.structs.replace(t, deprel="conj") for t in _opened_by_coordinators(sentence)}
    if not found:
        return sentence
    return make_sentence(sentence.index, tuple(found.get(token.index, token) for token in sentence.tokens))


def _opened_by_coordinators(sentence: Sentence) -> Iterator[Token]:
    for coordinator in sentence.tokens:
        top = sentence.parent(coordinator) if coordinator.relation == "cc" else None
        while top is not None and top.index > coordinator.index and top.relation != "conj":
            above = sentence.parent(top)
            if above is None or above.index < coordinator.index:
                break
            top = above
        above = sentence.parent(top) if top is not None else None
        if top is None or above is None or top.relation not in MISREAD or top.index < coordinator.index:
            continue
        if top.upos in NOMINAL and above.upos in NOMINAL and above.index < coordinator.index:
            yield top


def _moved(sentence: Sentence, heads: Iterator[tuple[Token, Token]]) -> Sentence:
    moved = {token.index: msgspec.structs.replace(token, head=head.index) for token, head in heads}
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _conjuncts(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Nouns coordinated with a name that stands by a title, with the title."""
    for token in sentence.tokens:
        name = sentence.parent(token) if token.relation == "conj" and token.upos in NOMINAL else None
        title = _title_of(sentence, name) if name is not None else None
        if title is not None and name is not None and _may_be_title(sentence, token, name, title):
            yield token, _first(sentence, title)


def _title_of(sentence: Sentence, name: Token) -> Token | None:
    """The noun of one person that a name without an adposition stands behind."""
    title = sentence.parent(name)
    if title is None or name.relation not in BESIDE or name.upos != "PROPN" or title.upos not in NOMINAL:
        return None
    if any(child.relation == "case" for child in sentence.children(name)) or title.index > name.index:
        return None
    parted = any(t.upos == "PUNCT" for t in sentence.tokens[title.index : name.index])
    return title if not parted or title.feats.get("Number") == "Sing" else None


def _may_be_title(sentence: Sentence, token: Token, name: Token, title: Token) -> bool:
    """Whether a noun behind a name goes with the title: it has the same adposition or none, and is no bare genitive."""
    own, common = ({c.lemma.lower() for c in sentence.children(t) if c.relation == "case"} for t in (token, title))
    genitive = name.relation == "nmod" and token.upos == "PROPN"
    return name.index < token.index and not genitive and (not own or own == common)


def _first(sentence: Sentence, token: Token) -> Token:
    """The noun on which all that is coordinated with it hangs."""
    above = sentence.parent(token) if token.relation == "conj" else None
    return _first(sentence, above) if above is not None and above.upos in NOMINAL else token


def _names(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Names in apposition to a title whose own name stands before them, with the coordinated noun they are behind."""
    for name in sentence.tokens:
        first = sentence.parent(name) if name.relation == "appos" and name.upos == "PROPN" else None
        if first is None or first.index > name.index:
            continue
        nearer = [c for c in _coordinated(sentence, first) if first.index < c.index < name.index]
        if nearer and not any(c.relation in BESIDE and c.upos == "PROPN" for c in sentence.children(nearer[-1])):
            yield name, nearer[-1]


def _coordinated(sentence: Sentence, first: Token) -> list[Token]:
    """The nouns coordinated with a noun, or with its name."""
    names = [c for c in sentence.children(first) if c.relation in BESIDE and c.upos == "PROPN"]
    names = [n for n in names if not _is_marked(sentence, n) and n.feats.get("Case") != "Gen"]
    found = [c for head in (first, *names) for c in sentence.children(head) if c.relation == "conj"]
    return sorted((c for c in found if c.upos in NOMINAL), key=lambda c: c.index)
