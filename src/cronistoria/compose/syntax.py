"""The few questions that naming asks of a tree: what hangs on a word, what it hangs on, is a subject spoken.

(`cronistoria.extract.tree` asks many more; the stages do not import one another.)
"""

from collections.abc import Iterator

from cronistoria.model.sentence import Sentence, Token

SUBJECTS = frozenset({"nsubj", "csubj"})
CLAUSES = frozenset({"ccomp", "advcl", "xcomp", "conj", "acl", "parataxis"})
MOST_LEVELS = 8


def children(sentence: Sentence, token: Token, *relations: str) -> list[Token]:
    """Dependents with one of the relations, subtypes included, in text order."""
    return [c for c in sentence.children(token) if c.relation in relations or c.deprel in relations]


def ancestors(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The governors, nearest first, a few levels up."""
    current = sentence.parent(token)
    for _ in range(MOST_LEVELS):
        if current is None:
            return
        yield current
        current = sentence.parent(current)


def tokens_below(sentence: Sentence, token: Token) -> Iterator[Token]:
    """All words below a word."""
    waiting = [*sentence.children(token)]
    while waiting:
        yield (current := waiting.pop())
        waiting += sentence.children(current)


def conjuncts(sentence: Sentence, token: Token) -> list[Token]:
    """The token and what is coordinated with it."""
    return [token, *children(sentence, token, "conj")]


def predicate_of(sentence: Sentence, carrier: Token) -> Token:
    """The predicate of a finite form: the word that an auxiliary or a copula belongs to, otherwise itself."""
    above = sentence.parent(carrier)
    return above if above is not None and carrier.relation in ("aux", "cop") else carrier


def carrier_of(sentence: Sentence, verb: Token) -> Token:
    """The word that carries person and number: the first finite auxiliary or copula, otherwise the verb."""
    carriers = children(sentence, verb, "aux", "cop")
    return next((c for c in carriers if c.feats.get("VerbForm") == "Fin"), verb)


def drops_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether a finite predicate has a subject that is not spoken: no subject, no impersonal word, no order."""
    carrier = carrier_of(sentence, verb)
    if carrier.feats.get("VerbForm") != "Fin" or carrier.feats.get("Mood") == "Imp":
        return False
    if verb.upos not in ("VERB", "ADJ", "NOUN", "AUX") or verb.deprel in ("aux", "cop", "acl:relcl", "fixed", "flat"):
        return False
    if verb.upos == "NOUN" and not children(sentence, verb, "cop"):
        return False
    below = list(sentence.children(verb))
    return not is_said_of_nobody(carrier, below) and not any(_bars_subject(child) for child in below)


def is_said_of_nobody(carrier: Token, below: list[Token]) -> bool:
    """Whether a present tense with a reflexive may be impersonal: "si dice", not "si dice pronto", "si recherà"."""
    reflexive = any(
        c.relation == "expl" and c.feats.get("Clitic") == "Yes" and c.feats.get("Person") == "3" for c in below
    )
    simple = carrier.feats.get("Tense") == "Pres" and carrier.feats.get("Number") == "Sing"
    return reflexive and simple and not any(c.relation in ("aux", "xcomp") for c in below)


def _bars_subject(child: Token) -> bool:
    """Whether a dependent shows that no subject is left out: it is one, or the verb is impersonal or existential."""
    existential = child.deprel == "expl" and child.feats.get("Person") != "3"
    return child.relation in SUBJECTS or child.deprel in ("expl:impers", "expl:pass") or existential


def governing_verb(sentence: Sentence, token: Token) -> int:
    """The index of the word that a phrase is an argument of; -1 at the root."""
    return first_conjunct(sentence, token, "conj").head


def first_conjunct(sentence: Sentence, token: Token, *relations: str) -> Token:
    """The word that a word of a coordination (or of a name, an apposition) hangs on in the end."""
    for _ in range(MOST_LEVELS):
        above = sentence.parent(token)
        if token.relation not in relations or above is None:
            break
        token = above
    return token


def clause_verbs(sentence: Sentence, token: Token) -> set[int]:
    """Indices of the verbs whose other arguments act on a phrase: its own and those above it up to a main clause."""
    found: set[int] = set()
    for above in ancestors(sentence, token):
        found.add(above.index)
        if above.relation in ("root", "conj", "parataxis"):
            break
    return found


def possessives(sentence: Sentence, head: Token) -> list[Token]:
    """The possessive words of a noun."""
    return [
        c
        for c in sentence.children(head)
        if c.deprel == "det:poss" or (c.feats.get("Poss") == "Yes" and c.upos != "NOUN")
    ]


def antecedent(sentence: Sentence, relative: Token) -> Token | None:
    """The noun that the clause of a relative pronoun hangs on."""
    for above in ancestors(sentence, relative):
        if above.deprel in ("acl:relcl", "acl", "advcl:relcl"):
            return sentence.parent(above)
    return None


def _is_inserted(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands between commas with its auxiliaries and nothing else."""
    first = verb.index
    while first and sentence.tokens[first - 1].upos == "AUX":
        first -= 1
    around = sentence.tokens[first - 1 : first] + sentence.tokens[verb.index + 1 : verb.index + 2]
    return [token.form for token in around] == [",", ","]


def controller(sentence: Sentence, verb: Token) -> Token | None:
    """The verb whose subject a clause without its own most likely shares: the one it hangs on.

    A clause inserted before its verb shares nothing: "the truce, he warned, will not hold".
    """
    if verb.relation not in CLAUSES or verb.deprel == "acl:relcl":
        return None
    above = sentence.parent(verb)
    if above is not None and above.upos == "ADV" and above.relation == "advmod":  # "después | de hablar"
        above = sentence.parent(above)
    if (
        above is not None
        and verb.relation == "parataxis"
        and (verb.index < above.index or _is_inserted(sentence, verb))
    ):
        return None
    return above if above is not None and (above.upos in ("VERB", "ADJ", "AUX") or verb.relation == "conj") else None


def told_before(sentence: Sentence, word: Token) -> int:
    """The verb behind whose words its subject stands ("…, the diplomat said"): who says so tells of others; else 0."""
    verb = sentence.parent(word) if word.relation == "nsubj" else None
    if verb is None:
        return 0
    before = any(c.index < verb.index for c in children(sentence, verb, "ccomp", "parataxis"))
    return verb.index if before or verb.relation == "parataxis" else 0
