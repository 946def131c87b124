"""Asks a tree what every extractor wants to know: who does it, to whom, how far it reaches.

Sentences come in, tokens, phrases and clause facts go out. Only Universal Dependencies' relations and features are
read here; words come from the grammar table of the language. Every function copes with badly parsed trees.
"""

from collections.abc import Iterator

from cronistoria.extract.marks import with_closing_mark
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

SUBJECTS = frozenset({"nsubj", "csubj"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"})
OUTSIDE_PHRASE = frozenset({"punct", "cc", "appos", "parataxis", "acl:relcl", "advcl", "discourse", "vocative"})
QUOTATION_MARKS = "\"'«»“”„‟‘’‹›"
PERFECT = frozenset({"aux", "aux:tense"})
PRONOMINAL = frozenset({"expl:pv", "expl:comp"})
BARE_CASES = frozenset({"Gen", "Dat", "Ins"})
BARE_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
JOINED = frozenset({"NOUN", "PROPN", "PRON"})
EDGE_MARKS = frozenset(",;:.!?…-–—()[]" + QUOTATION_MARKS)


def subtree(sentence: Sentence, token: Token) -> list[Token]:
    """The token and all below it, in text order."""
    found: list[Token] = []
    waiting = [token]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(sentence.children(current))
    return sorted(found, key=lambda t: t.index)


def children_by(sentence: Sentence, token: Token, *relations: str) -> list[Token]:
    """Dependents with one of the relations, subtypes included (``obl`` takes ``obl:agent``), in text order."""
    below = sentence.children(token)
    return [c for c in below if c.relation in relations or c.deprel in relations] if below else []


def conjuncts(sentence: Sentence, token: Token) -> list[Token]:
    """The token and what is coordinated with it: [Biden, Putin] of "Biden and Putin".

    Of nominals also what hangs on the last of them, as parsers have it now and then.
    """
    joined = children_by(sentence, token, "conj")
    further = [t for c in joined[-1:] if c.upos in JOINED for t in children_by(sentence, c, "conj")]
    return [token, *joined, *further]


def own_conjuncts(sentence: Sentence, verb: Token) -> list[Token]:
    """The finite clauses coordinated with a verb behind it, which tell something of their own."""
    joined = children_by(sentence, verb, "conj") if verb.upos in ("VERB", "AUX") else []
    return [c for c in joined if c.index > verb.index and is_finite(sentence, c)]


def first_conjunct(sentence: Sentence, token: Token) -> Token:
    """The head of the coordination that the token stands in, itself if none."""
    while token.relation == "conj" and (above := sentence.parent(token)):
        token = above
    return token


def ancestors(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The governors, nearest first."""
    above = sentence.parent(token)
    while above:
        yield above
        above = sentence.parent(above)


def case_lemmas(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Lemmas of the adpositions on a nominal, with the words fixed to them: ("a", "causa", "di")."""
    found: list[str] = []
    for case in children_by(sentence, token, "case"):
        found += [case.lemma.lower(), *(fixed.lemma.lower() for fixed in children_by(sentence, case, "fixed"))]
    return tuple(found)


def roles(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The adpositions on a nominal, or the case that stands for one, as tables write it: ("case=gen",).

    An indirect object without an adposition is in the dative, a bare attribute mostly in the genitive.
    """
    adpositions = case_lemmas(sentence, token)
    case = _case_of_indeclinable(sentence, token) or token.feats.get("Case")
    if adpositions or case not in BARE_CASES | {"Acc", "Loc"} or token.upos not in BARE_NOMINALS:
        return adpositions
    if token.relation == "iobj":
        return ("case=ins" if case == "Ins" else "case=dat",)
    if token.relation == "nmod" and token.deprel != "nmod:poss":
        return (f"case={case.lower()}" if case in BARE_CASES else "case=gen",)
    return (f"case={case.lower()}",) if token.relation == "obl" and case in BARE_CASES else ()


def _case_of_indeclinable(sentence: Sentence, token: Token) -> str | None:
    """The genitive of a name without cases, or in capitals, right behind a noun that has one ("саммит ЭКОВАС")."""
    bare = token.upos == "PROPN" and (token.form.isupper() or "Case" not in token.feats)
    noun = sentence.parent(token) if bare and token.relation == "nmod" else None
    return "Gen" if noun is not None and "Case" in noun.feats and noun.index == token.index - 1 else None


def owns(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Whether a name is whose a noun is, by its case alone: a bare genitive beside a noun that is in none."""
    if token.feats.get("Case") != "Gen" or case_lemmas(sentence, token):
        return False
    return token.deprel == "nmod" or noun.feats.get("Case") in ("Nom", "Dat", "Ins", "Loc")


def mark_lemmas(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Lemmas of the subordinators on a clause, with the words fixed to them: ("in", "caso")."""
    found: list[str] = []
    for mark in children_by(sentence, token, "mark"):
        found += [mark.lemma.lower(), *(fixed.lemma.lower() for fixed in children_by(sentence, mark, "fixed"))]
    return tuple(found)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is in the passive, by its subject, auxiliary or feature; a pronominal one is not ("s'est vu")."""
    if any(child.deprel in PRONOMINAL for child in sentence.children(verb)):
        return False
    return (
        verb.feats.get("Voice") == "Pass"
        or any(child.deprel in ("nsubj:pass", "aux:pass", "csubj:pass") for child in sentence.children(verb))
        or _shares_passive(sentence, verb)
    )


def _shares_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle has the passive auxiliary of the one it is coordinated with ("was hit and | damaged")."""
    if verb.relation != "conj" or verb.feats.get("VerbForm") != "Part" or verb.feats.get("Voice") == "Act":
        return False
    above = sentence.parent(verb)
    below = sentence.children(verb)
    if (
        above is None
        or above.feats.get("VerbForm") != "Part"
        or any(c.relation in ("aux", "obj", "cop") for c in below)
    ):
        return False
    return any(child.deprel == "aux:pass" for child in sentence.children(above))


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a predicate has a finite form, its own, an auxiliary's or a copula's; a short participle is one."""
    return (
        verb.feats.get("VerbForm") == "Fin"
        or verb.feats.get("Variant") == "Short"
        or any(child.feats.get("VerbForm") == "Fin" for child in children_by(sentence, verb, "aux", "cop"))
    )


def finite_form(sentence: Sentence, verb: Token) -> Token:
    """The word that carries tense and mood: the first finite auxiliary or copula, else the verb itself."""
    carriers = children_by(sentence, verb, "aux", "cop")
    return next((c for c in carriers if c.feats.get("VerbForm") == "Fin"), verb)


def clause_of(sentence: Sentence, token: Token) -> Token:
    """The predicate of the clause that a token stands in: the nearest verb above, itself if a verb, or the root."""
    current = token
    while not (current.upos == "VERB" or is_finite(sentence, current)):
        above = sentence.parent(current)
        if above is None:
            return current
        current = above
    return current


def passive_agents(sentence: Sentence, verb: Token) -> list[Token]:
    """Those by whom a passive verb's deed is done ("by Moscow", "da Mosca")."""
    return [c for c in sentence.children(verb) if c.deprel == "obl:agent"]


def subjects(sentence: Sentence, verb: Token) -> list[Token]:
    """Grammatical subjects of a verb, its own or the one it shares through conjunction, control or a relative clause.

    "Biden rang Putin and asked him to wait": "asked" has Biden; so has "a chiederlo" in "è stato Biden a chiederlo".
    Empty if the subject is not spoken.
    """
    own = [c for c in sentence.children(verb) if c.relation in SUBJECTS and not _is_no_subject(sentence, verb, c)]
    if own:
        return [t for subject in own for t in conjuncts(sentence, subject)]
    above = sentence.parent(verb)
    if above is None:
        return []
    if verb.relation in ("conj", "xcomp") and above.upos in ("VERB", "AUX", "ADJ"):
        shared = subjects(sentence, above)
        if verb.relation == "conj" and _is_of_another_person(sentence, verb, shared):
            return []
        apart = verb.relation == "conj" and not _agrees(sentence, verb, shared)
        outer = _outer_clause(sentence, above) if apart else None
        return subjects(sentence, outer) if outer is not None else shared
    if (verb.relation == "advcl" and not is_finite(sentence, verb)) or _is_done_before(sentence, verb):
        behind = sentence.parent(above) if above.upos == "ADV" else None  # "después | de hablar"
        return subjects(sentence, behind or above)
    if verb.deprel == "acl:relcl":
        return []
    if verb.relation == "acl" and verb.feats.get("VerbForm") == "Inf" and children_by(sentence, above, "cop"):
        return conjuncts(sentence, above)
    if verb.relation == "acl" and not is_finite(sentence, verb) and verb.feats.get("VerbForm") == "Part":
        return conjuncts(sentence, above)
    return []


def _is_of_another_person(sentence: Sentence, verb: Token, heads: list[Token]) -> bool:
    """Whether "I" or "we" do something, beside a clause about somebody else ("Oslo asked us and | we refused")."""
    own = finite_form(sentence, verb).feats.get("Person") in ("1", "2")
    return own and bool(heads) and all(h.upos in ("NOUN", "PROPN") for h in heads)


def _is_done_before(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive of the past tells what a subject says of itself ("afirma haber ganado").

    Of one that a preposition opens ("dice di aver vinto") not what is said of an object ("lo accusa di aver mentito").
    """
    above, below = sentence.parent(verb), sentence.children(verb) if verb.relation == "ccomp" else ()
    helpers = [c.feats.get("VerbForm") for c in below if c.relation == "aux"]
    marks = [c for c in below if c.relation == "mark"]
    if set(helpers) != {"Inf"} or above is None or any(m.upos not in ("ADP", "PART") for m in marks):
        return False
    return not marks or not children_by(sentence, above, "obj", "iobj")


def _agrees(sentence: Sentence, verb: Token, heads: list[Token]) -> bool:
    """Whether a verb may share a subject, by number and, where the verb shows it, by gender."""
    form, head = finite_form(sentence, verb).feats, heads[0].feats if len(heads) == 1 else {}
    if heads and len(heads) > 1:
        return form.get("Number") != "Sing"
    number = form.get("Number") in (None, head.get("Number")) or head.get("Number") is None
    past = form.get("VerbForm") == "Fin" and form.get("Gender") is not None and heads and heads[0].upos == "NOUN"
    return number and (not past or head.get("Gender") in (None, form["Gender"]))


def _outer_clause(sentence: Sentence, verb: Token) -> Token | None:
    """The verb that a clause is the content of."""
    above = sentence.parent(first_conjunct(sentence, verb))
    return above if above is not None and verb.relation == "ccomp" and above.upos == "VERB" else None


def _is_no_subject(sentence: Sentence, verb: Token, word: Token) -> bool:
    """Whether a word is called a subject and is none.

    It is the label of who speaks ("Keller: …"), or a relative pronoun though the verb says "I" or "we".
    """
    if (
        word.index + 1 < len(sentence.tokens)
        and sentence.tokens[word.index + 1].form == ":"
        and word.index < verb.index
    ):
        return True
    relative = word.upos == "PRON" and verb.deprel == "acl:relcl" and word.feats.get("Person") is None
    return relative and finite_form(sentence, verb).feats.get("Person") in ("1", "2")


def doers(document: Document, sentence: Sentence, verb: Token) -> tuple[Phrase, ...]:
    """Who does what a verb says: subject, agent of a passive, antecedent of a relative, or a dropped subject."""
    if is_passive(sentence, verb):
        agents = (t for agent in passive_agents(sentence, verb) for t in conjuncts(sentence, agent))
        return tuple(phrase(document, sentence, agent) for agent in agents)
    found = subjects(sentence, verb)
    if found:
        return tuple(phrase(document, sentence, antecedent(sentence, t) or t) for t in found)
    above = sentence.parent(verb)
    if verb.deprel == "acl:relcl" and above is not None and above.upos == "PRON" and above.index == verb.index - 1:
        return (phrase(document, sentence, above),)
    if verb.upos in ("VERB", "AUX") and is_finite(sentence, verb):
        return (dropped_subject(document, sentence, verb),)
    return ()


def antecedent(sentence: Sentence, relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for; ``None`` if the word is no relative pronoun."""
    if relative.feats.get("PronType") != "Rel":
        return None
    for above in ancestors(sentence, relative):
        if above.deprel == "acl:relcl":
            return sentence.parent(above)
    return None


def objects(sentence: Sentence, verb: Token) -> list[Token]:
    """Direct objects of a verb with their conjuncts; the subject of a passive, also that of a verb above it."""
    relations = ("nsubj:pass",) if is_passive(sentence, verb) else ("obj",)
    found = [
        c
        for c in sentence.children(verb)
        if c.deprel in relations or (c.deprel == "nsubj" and _is_no_subject(sentence, verb, c))
    ]
    above = sentence.parent(verb)
    if not found and verb.relation in ("xcomp", "conj") and above is not None and is_passive(sentence, verb):
        return objects(sentence, above) or subjects(sentence, above)
    return [t for o in found for t in conjuncts(sentence, o)]


def obliques(sentence: Sentence, token: Token, *cases: str) -> list[Token]:
    """Dependents (obl, iobj, nmod) whose adposition or bare case is one of the cases, with their conjuncts."""
    found = []
    for child in children_by(sentence, token, "obl", "iobj", "nmod"):
        if any(case in cases for case in roles(sentence, child)):
            found += conjuncts(sentence, child)
    return found


def phrase_tokens(sentence: Sentence, head: Token) -> list[Token]:
    """The contiguous words of a nominal phrase around its head, in text order.

    Without its adposition, apposition, relative and adverbial clauses, and without its conjuncts, which are phrases of
    their own.
    """
    kept: list[Token] = []
    waiting = [head]
    while waiting:
        current = waiting.pop()
        kept.append(current)
        for child in sentence.children(current):
            skip = child.deprel in OUTSIDE_PHRASE or child.relation in OUTSIDE_PHRASE
            if current is head and child.relation in ("case", "mark", "cop", "conj", "nsubj", "aux", "csubj"):
                skip = True
            if not skip:
                waiting.append(child)
    return _around(sorted(kept, key=lambda t: t.index), head)


def phrase(document: Document, sentence: Sentence, head: Token) -> Phrase:
    """The nominal phrase of a head word."""
    tokens = phrase_tokens(sentence, head)
    while tokens[0] is not head and tokens[0].upos in ("ADP", "PUNCT", "CCONJ"):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].upos == "DET" and _shares_characters(sentence, tokens[0]):
        tokens = tokens[1:]
    return Phrase(sentence.index, head.index, _cover(document, tokens))


def dropped_subject(document: Document, sentence: Sentence, verb: Token) -> Phrase:
    """A subject that is not spoken; its person and number are in the features of the verb or its auxiliary."""
    carrier = finite_form(sentence, verb)
    return Phrase(sentence.index, carrier.index, document.span(carrier.start, carrier.end), dropped=True)


def clause_span(document: Document, sentence: Sentence, head: Token, *, without: frozenset[int] = frozenset()) -> Span:
    """All words below a head as one span, punctuation and quotation marks at its edges left out.

    ``without``: indices of dependents whose subtrees stay outside (a reporting clause, a source).
    """
    kept = []
    waiting = [head]
    while waiting:
        current = waiting.pop()
        kept.append(current)
        waiting.extend(c for c in sentence.children(current) if c.index not in without)
    tokens = _around(sorted(kept, key=lambda t: t.index), head)
    return with_closing_mark(document, _cover(document, _trim(tokens, head)))


def sentence_span(document: Document, sentence: Sentence) -> Span:
    """The whole sentence."""
    return document.span(sentence.start, sentence.end)


def token_span(document: Document, token: Token) -> Span:
    """The characters of one word."""
    return document.span(token.start, token.end)


def _around(tokens: list[Token], head: Token) -> list[Token]:
    """The run of neighbours around the head; gaps of punctuation and adpositions alone do not break it."""
    position = next(i for i, t in enumerate(tokens) if t is head)
    first = last = position
    while first > 0 and tokens[first].index - tokens[first - 1].index <= 2:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].index - tokens[last].index <= 2:
        last += 1
    return tokens[first : last + 1]


def _trim(tokens: list[Token], head: Token) -> list[Token]:
    while len(tokens) > 1 and tokens[0] is not head and set(tokens[0].form) <= EDGE_MARKS:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] is not head and set(tokens[-1].form) <= EDGE_MARKS:
        tokens = tokens[:-1]
    return tokens


def _cover(document: Document, tokens: list[Token]) -> Span:
    return document.span(min(t.start for t in tokens), max(t.end for t in tokens))


def _shares_characters(sentence: Sentence, token: Token) -> bool:
    """Whether the word is part of a contraction with the word before it ("della")."""
    return token.index > 0 and sentence.tokens[token.index - 1].end > token.start
