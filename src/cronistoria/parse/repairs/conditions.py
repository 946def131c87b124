"""Conditions that a parser hung beside the clause they belong to: "'If you go, we will stay', he said".

Sentences come in, the same words go out. Of two clauses below one verb of saying, the first of which opens with a
subordinator of conditions, the first is the condition of the second. A clause behind a subordinator of several words
("on condition that") hangs on the verb before it, not on the noun among them.
"""

from functools import cache

import msgspec

from cronistoria.languages.conditions import condition_markers, load_condition_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import position_verbs
from cronistoria.model.sentence import ROOT, Sentence, Token, make_sentence

LEAST_WORDS = 3
_OTHERS = frozenset({"VERB", "NOUN", "PROPN", "X"})
_SAID = frozenset({"ccomp", "parataxis", "advcl"})
COMMITTING = frozenset({"threat", "promise", "offer", "refusal"})
_LATER = frozenset({"ccomp", "parataxis", "conj", "obj", "xcomp"})
_NOMINAL = frozenset({"DET", "PROPN", "NOUN", "PRON"})


def with_conditions_attached(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with if-clauses below what is said under their condition."""
    grammar, phrases = load_grammar(language), _phrases(language)
    markers, forms = grammar.conditional_markers, grammar.forms
    verbs = forms.conditional if forms is not None and forms.verb_first else frozenset[str]()
    opened = map(_with_conjunctions, sentences)
    committing = _committing(language)
    marked = (_with_phrases(_below_main(_marked(sentence, markers), markers), phrases) for sentence in opened)
    words = load_condition_words(language)
    attached = (_opened(_attached(sentence, markers, committing), words.inverted) for sentence in marked)
    joined = (_joined_only(sentence, words.only, markers) for sentence in attached)
    otherwise = frozenset(words.otherwise)
    return tuple(_parted(_inverted(sentence, verbs), otherwise) for sentence in joined)


def _with_conjunctions(sentence: Sentence) -> Sentence:
    """Adverbs that make a conjunction with the word fixed to them mark their clause ("tant que")."""
    found = {t.index for t in sentence.tokens if t.deprel == "advmod" and t.feats.get("ExtPos") == "SCONJ"}
    if not found:
        return sentence
    tokens = (msgspec.structs.replace(t, deprel="mark") if t.index in found else t for t in sentence.tokens)
    return make_sentence(sentence.index, tuple(tokens))


@cache
def _phrases(language: str) -> tuple[tuple[str, ...], ...]:
    """The subordinators of three words or more, the longest first."""
    markers = (marker for found in condition_markers(language).values() for marker in found)
    return tuple(m.words for m in markers if m.clausal and len(m.words) >= LEAST_WORDS)


@cache
def _committing(language: str) -> frozenset[str]:
    """The verbs of what somebody will do, below which "if" opens no question."""
    entries = position_verbs(language).items()
    return frozenset(lemma for lemma, found in entries if any(e.type in COMMITTING for e in found))


def _with_phrases(sentence: Sentence, phrases: tuple[tuple[str, ...], ...]) -> Sentence:
    for words in phrases:
        if not sentence.words.issuperset(words):
            continue
        for first in range(len(sentence.tokens) - len(words)):
            marks = sentence.tokens[first : first + len(words)]
            if all(word in t.keys for word, t in zip(words, marks, strict=True)):
                sentence = _joined(sentence, marks)
    return sentence


def _joined(sentence: Sentence, marks: tuple[Token, ...]) -> Sentence:
    """The words of a subordinator as marks of their clause, which hangs on the verb before them."""
    inside = {t.index for t in marks}
    clause = sentence.parent(marks[-1])
    top = next((t for t in marks if t.head not in inside), None)
    verb = _last_verb(sentence, top.head, marks[0].index) if top is not None else None
    if clause is None or verb is None or clause.index in inside or clause.head not in inside:
        return sentence
    others = [t for t in sentence.tokens if t.head in inside and t.index not in inside and t is not clause]
    beside = [t for t in others if t.relation in ("cc", "advmod", "punct") and t.index < marks[0].index]
    links = [t for t in others if t not in beside]
    if any(t.relation not in ("case", "mark") or t.index != marks[0].index - 1 for t in links):
        return sentence
    changed = {t.index: msgspec.structs.replace(t, head=clause.index, deprel="mark") for t in (*links, *marks)}
    changed |= {t.index: msgspec.structs.replace(t, head=clause.index) for t in beside}
    changed[clause.index] = msgspec.structs.replace(clause, head=verb.index, deprel="advcl")
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _last_verb(sentence: Sentence, index: int, end: int) -> Token | None:
    """The predicate of a word, or the last one before ``end`` that is coordinated with it."""
    current: Token | None = sentence.tokens[index] if index >= 0 else None
    while current is not None and not _is_predicate(sentence, current):
        current = sentence.parent(current)
    later = [c for c in sentence.children(current) if c.relation == "conj" and c.upos == "VERB"] if current else []
    return next((c for c in reversed(later) if c.index < end), current)


def _is_predicate(sentence: Sentence, word: Token) -> bool:
    """Whether a word is a verb, or an adjective with a subject ("мир | возможен")."""
    told = word.upos == "ADJ" and any(c.relation == "nsubj" for c in sentence.children(word))
    return told or word.upos in ("VERB", "AUX")


def _marked(sentence: Sentence, markers: frozenset[str]) -> Sentence:
    """A subordinator at the head of its clause that was taken for a noun or a verb marks the clause."""
    if sentence.words.isdisjoint(markers):
        return sentence
    for token in sentence.tokens:
        clause = sentence.parent(token)
        opens = token.index == 0 or sentence.tokens[token.index - 1].form == ","
        if token.lower in markers and opens and (opened := _opened_clause(sentence, token)) is not None:
            tokens = list(sentence.tokens)
            tokens[token.index] = msgspec.structs.replace(token, upos="SCONJ", deprel="mark", head=opened.index)
            return make_sentence(sentence.index, tuple(tokens))
        if token.lower not in markers or token.upos not in _OTHERS or not opens or clause is None:
            continue
        if clause.index > token.index and not sentence.children(token) and clause.upos in ("VERB", "AUX", "ADJ"):
            tokens = list(sentence.tokens)
            tokens[token.index] = msgspec.structs.replace(token, upos="SCONJ", deprel="mark")
            if clause.relation in _SAID | {"conj"} and 0 <= clause.head < token.index:
                tokens[clause.index] = msgspec.structs.replace(clause, deprel="advcl")
            return make_sentence(sentence.index, tuple(tokens))
    return sentence


def _opened_clause(sentence: Sentence, token: Token) -> Token | None:
    """The finite clause that an adposition or adverb opens, on itself or on its subject ("bis | die Banden gehen")."""
    above = sentence.parent(token)
    hung = {"ADP": "case", "ADV": "advmod"}.get(token.upos)
    if above is None or token.relation != hung:
        return None
    clause = sentence.parent(above) if above.relation == "nsubj" else above
    if clause is None or clause.upos != "VERB" or clause.index < token.index or clause.relation not in _SAID:
        return None
    below = sentence.children(clause)
    finite = clause.feats.get("VerbForm") == "Fin" or any(c.relation in ("aux", "cop") for c in below)
    first = min(t.index for t in (*below, *sentence.children(above)) if t.upos != "PUNCT")
    marked = any(c.relation == "mark" for c in below)
    return clause if finite and not marked and first == token.index else None


def _below_main(sentence: Sentence, markers: frozenset[str]) -> Sentence:
    """A clause that a subordinator opens below one coordinated with it: "until they go, | there will be no talks"."""
    if sentence.words.isdisjoint(markers):
        return sentence
    said = [t for t in sentence.tokens if t.relation in _SAID and t.head > t.index]
    for clause in (sentence.root, *said):
        below = [c for c in sentence.children(clause) if c.relation != "punct"]
        if not below or below[0].relation != "mark" or not below[0].keys & markers:
            continue
        joined = next((c for c in below if c.relation == "conj" and c.index > clause.index), None)
        if joined is None or not _is_main(sentence, joined) or 0 <= clause.head < joined.index:
            continue
        moved = {c.index: msgspec.structs.replace(c, head=joined.index) for c in below if c.index > joined.index}
        relation = "root" if clause.head == ROOT else "ccomp"
        moved[joined.index] = msgspec.structs.replace(joined, head=clause.head, deprel=relation)
        moved[clause.index] = msgspec.structs.replace(clause, head=joined.index, deprel="advcl")
        return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))
    return sentence


def _is_main(sentence: Sentence, clause: Token) -> bool:
    """Whether a finite clause stands behind a comma, without a conjunction."""
    opening = next((c for c in sentence.children(clause) if c.relation != "punct"), clause)
    first = min(opening.index, clause.index)
    bare = not any(c.relation in ("cc", "mark") for c in sentence.children(clause))
    finite = clause.feats.get("VerbForm") == "Fin" or any(
        c.relation in ("aux", "cop") for c in sentence.children(clause)
    )
    return bare and finite and first > 0 and sentence.tokens[first - 1].form == ","


def _attached(sentence: Sentence, markers: frozenset[str], committing: frozenset[str]) -> Sentence:
    if sentence.words.isdisjoint(markers):
        return sentence
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        main = _main(sentence, clause, markers) or _said_before(sentence, clause, markers)
        main = main or _before_insertion(sentence, clause, markers) or _committed(sentence, clause, markers, committing)
        if main is not None:
            changed[clause.index] = msgspec.structs.replace(clause, head=main.index, deprel="advcl")
            if main.relation in ("advcl", "parataxis") and clause.head == main.head > main.index:
                changed[main.index] = msgspec.structs.replace(main, deprel="ccomp")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _inverted(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    """A clause that its verb opens is the condition of the next below one verb: "Sollte er gehen, werde man …"."""
    first = sentence.tokens[0]
    clause = sentence.parent(first) if first.lower in verbs else None
    if clause is None or clause.relation not in ("ccomp", "advcl") or clause.upos != "VERB":
        return sentence
    tokens = list(sentence.tokens)
    if first.upos not in ("VERB", "AUX") or first.relation == "mark":
        tokens[0] = msgspec.structs.replace(first, upos="AUX", deprel="aux", feats={"VerbForm": "Fin"})
    said = sentence.parent(clause)
    main = _said_next(sentence, clause, said) if said is not None and said.index > clause.index else None
    if main is not None and said is not None:
        tokens[main.index] = msgspec.structs.replace(main, head=said.index, deprel="ccomp")
        tokens[clause.index] = msgspec.structs.replace(clause, head=main.index, deprel="advcl")
    elif clause.relation == "ccomp":
        return sentence
    return make_sentence(sentence.index, tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def _said_next(sentence: Sentence, clause: Token, said: Token) -> Token | None:
    """The clause behind another below one verb of saying, or joined to it without a conjunction."""
    beside = (c for c in sentence.children(said) if c.relation == "ccomp" and clause.index < c.index < said.index)
    joined = (c for c in sentence.children(clause) if c.relation == "conj" and c.upos == "VERB")
    bare = (c for c in joined if not any(b.relation == "cc" for b in sentence.children(c)))
    return next(beside, None) or next(bare, None)


def _parted(sentence: Sentence, otherwise: frozenset[str]) -> Sentence:
    """A clause that tells what follows otherwise hangs on no condition: "they must go, | otherwise we will act"."""
    changed: dict[int, Token] = {}
    for word in sentence.tokens if not sentence.words.isdisjoint(otherwise) else ():
        clause = sentence.parent(word)
        if word.lower not in otherwise or clause is None or clause.relation != "advcl" or clause.head > word.index:
            continue
        first = min(t.index for t in _below(sentence, clause) if t.upos not in ("PUNCT", "CCONJ"))
        if first == word.index:
            changed[clause.index] = msgspec.structs.replace(clause, deprel="conj")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _opened(sentence: Sentence, openers: frozenset[str]) -> Sentence:
    """A clause behind another that its auxiliary opens is the condition of that: "it will act | should they go"."""
    changed: dict[int, Token] = {}
    for auxiliary in sentence.tokens[:-2] if openers and sentence.tokens[-1].form != "?" else ():
        clause, subject = sentence.parent(auxiliary), sentence.tokens[auxiliary.index + 1]
        if auxiliary.lower not in openers or auxiliary.relation != "aux" or clause is None or clause.upos != "VERB":
            continue
        first = min(t.index for t in _below(sentence, clause) if t.upos != "PUNCT")
        if first != auxiliary.index or subject.upos not in _NOMINAL or clause.index < subject.index:
            continue
        if clause.relation in _LATER and 0 <= clause.head < auxiliary.index:
            changed[clause.index] = msgspec.structs.replace(clause, deprel="advcl")
        bare = [c for c in sentence.children(clause) if c.deprel == "compound" and c.index == auxiliary.index + 1]
        changed |= {c.index: msgspec.structs.replace(c, deprel="nsubj") for c in bare}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _joined_only(sentence: Sentence, only: frozenset[str], markers: frozenset[str]) -> Sentence:
    """A clause behind "only" and a subordinator tells of what was said last: "ready to talk, | but only if …"."""
    if sentence.words.isdisjoint(only):
        return sentence
    for clause in sentence.tokens:
        above, adverb = sentence.parent(clause), _only_before(sentence, clause, only)
        if above is None or adverb is None or above.index > adverb.index or _is_content(sentence, clause, markers):
            continue
        main = _last_said(sentence, above, clause)
        changed = {clause.index: msgspec.structs.replace(clause, head=main.index, deprel="advcl")}
        for small in sentence.tokens[max(adverb.index - 1, 0) : adverb.index + 1]:
            if small.relation in ("cc", "advmod"):
                changed[small.index] = msgspec.structs.replace(small, head=clause.index)
        return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))
    return sentence


def _is_content(sentence: Sentence, clause: Token, markers: frozenset[str]) -> bool:
    """Whether a clause that no "if" opens is what a verb right before its "only" says ("we want | only that …")."""
    marks = [c for c in sentence.children(clause) if c.relation == "mark"]
    behind = bool(marks) and clause.head == marks[0].index - 2
    return clause.relation == "ccomp" and behind and not any(m.keys & markers for m in marks)


def _only_before(sentence: Sentence, clause: Token, only: frozenset[str]) -> Token | None:
    """The "only" right before a clause's subordinator, a comma aside, or the first word of several."""
    marks = [c for c in sentence.children(clause) if c.relation == "mark" and c.index < clause.index]
    if not marks:
        return None
    before = [t for t in sentence.tokens[max(marks[0].index - 2, 0) : marks[0].index] if t.form != ","]
    found = marks[:1] if len(marks) > 1 and marks[0].keys & only else before[-1:]
    return found[0] if found and found[0].keys & only else None


def _last_said(sentence: Sentence, verb: Token, clause: Token) -> Token:
    """The clause below a verb that stands last before another one; the verb itself if it tells what would be done."""
    between = [c for c in sentence.children(verb) if verb.index < c.index < clause.index]
    below = [c for c in between if c.relation in ("ccomp", "xcomp")]
    if not below or (below[-1].relation == "xcomp" and _would_be(sentence, verb)):
        return verb
    return _last_said(sentence, below[-1], clause)


def _would_be(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in the future or conditional, or below an auxiliary without a tense."""
    helpers = [c for c in sentence.children(verb) if c.relation == "aux"]
    moods = {t.feats.get("Mood") for t in (verb, *helpers)} | {t.feats.get("Tense") for t in (verb, *helpers)}
    return bool(moods & {"Cnd", "Fut"}) or any("Tense" not in c.feats for c in helpers)


def _below(sentence: Sentence, head: Token) -> list[Token]:
    found = [head]
    for token in found:
        found.extend(sentence.children(token))
    return found


def _before_insertion(sentence: Sentence, clause: Token, markers: frozenset[str]) -> Token | None:
    """The clause that an inserted verb of saying parts from its if-clause: "it would go, they say, only if asked"."""
    above = sentence.parent(clause)
    if above is None or above.relation != "parataxis" or not above.head < above.index < clause.index:
        return None
    opening = next((c for c in sentence.children(clause) if c.relation not in ("punct", "advmod")), None)
    if clause.relation != "advcl" or opening is None or opening.relation != "mark" or not opening.keys & markers:
        return None
    closed = sentence.tokens[above.index + 1].form == ","
    return sentence.parent(above) if closed else None


def _said_before(sentence: Sentence, clause: Token, markers: frozenset[str]) -> Token | None:
    """The clause that a verb says, where an if-clause behind it was taken for a second one: "said it would, if …"."""
    above = sentence.parent(clause)
    if above is None or clause.relation != "ccomp" or above.index > clause.index:
        return None
    opening = next((c for c in sentence.children(clause) if c.upos != "PUNCT"), None)
    if opening is None or opening.relation != "mark" or not opening.keys & markers:
        return None
    before = [c for c in sentence.children(above) if c.relation == "ccomp" and above.index < c.index < clause.index]
    return before[-1] if before else None


def _committed(sentence: Sentence, clause: Token, markers: frozenset[str], committing: frozenset[str]) -> Token | None:
    """What somebody threatens or promises to do, where an if-clause was taken for it: "threatens sanctions | if …"."""
    above = sentence.parent(clause)
    if above is None or clause.relation != "ccomp" or above.index > clause.index or not above.keys & committing:
        return None
    opening = next((c for c in sentence.children(clause) if c.upos != "PUNCT"), None)
    if opening is None or opening.relation != "mark" or not opening.keys & markers:
        return None
    before = [c for c in sentence.children(above) if above.index < c.index < clause.index]
    deed = next((c for c in before if c.relation == "xcomp"), None)
    return deed or (above if any(c.relation == "obj" for c in before) else None)


def _main(sentence: Sentence, clause: Token, markers: frozenset[str]) -> Token | None:
    """The clause that follows an if-clause below the same verb, which stands behind both, or that is put into it.

    Of two clauses behind the verb, the if-clause belongs to the first ("promises that they stay until …"), but right
    behind a colon to the second ("warned: if they stay, …").
    """
    above = sentence.parent(clause)
    opening = sentence.children(clause)[:1]
    if above is None or not any(mark.relation == "mark" and mark.keys & markers for mark in opening):
        return None
    if above.index < clause.index:
        return _beside(sentence, clause, above, opening[0]) if clause.relation == "ccomp" else None
    if clause.relation not in _SAID:
        return None
    told = sentence.parent(above) if above.relation == "parataxis" else None
    if told is not None and clause.index < told.index < above.index:
        return told
    later = [c for c in sentence.children(above) if clause.index < c.index]
    between = (c for c in later if c.index < above.index and (c.relation == "ccomp" or _is_bare(sentence, c)))
    behind = (c for c in later if c.relation == "ccomp" == clause.relation)
    return next(between, None) or next(behind, None)


def _beside(sentence: Sentence, clause: Token, above: Token, mark: Token) -> Token | None:
    """What a verb says before its if-clause; behind it only where that stands right behind a colon."""
    said = [c for c in sentence.children(above) if c.index > above.index and c.relation in ("ccomp", "parataxis")]
    first = next((c for c in said if c.index < clause.index and c.relation == "ccomp"), None)
    opened = mark.index > 0 and sentence.tokens[mark.index - 1].form == ":"
    return first or (next((c for c in said if c.index > clause.index), None) if opened else None)


def _is_bare(sentence: Sentence, clause: Token) -> bool:
    """Whether a finite clause that a parser took for an adverbial one opens with no subordinator."""
    finite = clause.relation in ("advcl", "parataxis") and clause.feats.get("VerbForm") == "Fin"
    return finite and not any(c.relation == "mark" for c in sentence.children(clause))
