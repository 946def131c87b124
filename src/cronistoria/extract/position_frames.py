"""Where the parties and the content of a position stand around its word: subject, object, oblique, clause, genitive.

One sentence's tree and the entry of a word come in; phrases and spans go out. Shared by the words of positions
(``positions.py``) and the positions without a word of their own (``speech_acts.py``).
"""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.positions import PositionWords
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

CLAUSE_RELATIONS = ("ccomp", "xcomp")
PARTY_TAGS = ("PRON", "PROPN", "NOUN")


class Stage(msgspec.Struct, frozen=True):
    """A sentence with the words of its language."""

    document: Document
    sentence: Sentence
    words: PositionWords
    grammar: Grammar
    language: str

    def phrases(self, tokens: Iterable[Token]) -> tuple[Phrase, ...]:
        """The phrases of head words; a relative pronoun gives its antecedent."""
        heads = [tree.antecedent(self.sentence, t) or t for t in tokens]
        return tuple(dict.fromkeys(tree.phrase(self.document, self.sentence, t) for t in heads))


class Content(msgspec.Struct, frozen=True):
    """What a position is about: the head of its words and the words."""

    head: Token
    span: Span


def keys_of(token: Token) -> set[str]:
    """The lemma and the form of a word."""
    return {token.lemma.lower(), token.lower}


def things(stage: Stage, verb: Token) -> list[Token]:
    """Objects and passive subjects, or the noun that a participle hangs on; relatives give their antecedents."""
    sentence = stage.sentence
    found = [tree.antecedent(sentence, o) or o for o in tree.objects(sentence, verb)]
    above = sentence.parent(verb)
    participle = verb.relation == "acl" and verb.deprel != "acl:relcl" and verb.feats.get("VerbForm") == "Part"
    if not found and above is not None and participle and verb.feats.get("Tense") == "Past":
        found = tree.conjuncts(sentence, above)
    return found


def cues_beside(stage: Stage, head: Token) -> set[str]:
    """Lemmas and forms of the particles, adverbs, pronouns and adpositions that hang on a word or on its complements."""
    sentence = stage.sentence
    found: set[str] = set()
    for child in sentence.children(head):
        found |= keys_of(child) if child.relation not in ("nsubj", "punct") else set()
        if child.relation in ("obl", "nmod", "iobj", "advcl", "xcomp", "ccomp", "obj"):
            found |= set(tree.case_lemmas(sentence, child)) | set(tree.mark_lemmas(sentence, child))
    return found


def agents(stage: Stage, verb: Token) -> tuple[Phrase, ...]:
    """Who does what a verb says; the agent of a passive also where the parser gave it another name."""
    sentence = stage.sentence
    found = tree.doers(stage.document, sentence, verb)
    past = verb.feats.get("VerbForm") == "Part" and verb.relation == "acl" and verb.feats.get("Tense") == "Past"
    if tree.is_passive(sentence, verb) or past:
        named = [a for a in tree.obliques(sentence, verb, *sorted(stage.words.agent)) if a.upos in PARTY_TAGS]
        plain = () if past and not tree.is_passive(sentence, verb) else found
        return plain or stage.phrases([*tree.passive_agents(sentence, verb), *named])
    return found


def clauses(sentence: Sentence, head: Token) -> list[Token]:
    """The content clauses of a word, coordinated ones one by one."""
    found = tree.children_by(sentence, head, *CLAUSE_RELATIONS)
    if not found:
        found = [c for c in tree.children_by(sentence, head, "acl", "csubj") if c.deprel != "acl:relcl"]
    if not found:
        found = [c for c in tree.children_by(sentence, head, "advcl") if _is_infinitive(sentence, c)]
    kept = [c for c in found if not _is_speech_beside(sentence, c)]
    return [t for c in kept[:1] for t in (c, *_own_clauses(sentence, c))]


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    return not tree.is_finite(sentence, token) and token.feats.get("VerbForm") == "Inf"


def _is_speech_beside(sentence: Sentence, token: Token) -> bool:
    return token.upos in ("PUNCT", "SYM") or token.deprel == "ccomp:speech"


def _own_clauses(sentence: Sentence, clause: Token) -> list[Token]:
    """Coordinated clauses that say something of their own: with a subordinator or a subject of theirs."""
    return [
        c
        for c in tree.children_by(sentence, clause, "conj")
        if c.upos in ("VERB", "AUX", "ADJ", "NOUN") and tree.children_by(sentence, c, "mark", "nsubj", "csubj")
    ]


def contents(stage: Stage, head: Token, adpositions: Collection[str], parties: Sequence[Token]) -> list[Content]:
    """What stands beside a word as its content; several where clauses are coordinated below it, [] if nothing does."""
    sentence = stage.sentence
    own = clauses(sentence, head)
    if own:
        return [_content(stage, c, several=len(own) > 1) for c in own]
    objects = [o for o in tree.objects(sentence, head) if o not in parties and o.upos not in ("PRON", "DET")]
    nominal = objects or tree.obliques(sentence, head, *sorted(adpositions))
    nominal = [n for n in nominal if n not in parties] or nominal
    for noun in nominal[:1]:
        below = _clauses_below(sentence, noun)
        if len(below) > 1:
            return [_content(stage, c, several=True) for c in below]
        return [_content(stage, noun, several=False)]
    return []


def _clauses_below(sentence: Sentence, noun: Token) -> list[Token]:
    """Coordinated clauses under a noun or the nouns in it: "a pledge that … and that …"."""
    waiting, seen = [noun], 0
    while waiting and seen < 12:
        current = waiting.pop(0)
        seen += 1
        found = [c for c in tree.children_by(sentence, current, "acl", "ccomp") if c.deprel != "acl:relcl"]
        if found:
            return [found[0], *_own_clauses(sentence, found[0])]
        waiting += tree.children_by(sentence, current, "nmod", "obl")
    return []


def _content(stage: Stage, head: Token, *, several: bool) -> Content:
    sentence = stage.sentence
    outside = {c.index for c in tree.children_by(sentence, head, "mark", "case", "cc")}
    if several:
        outside |= {c.index for c in _own_clauses(sentence, head)}
    return Content(head, tree.clause_span(stage.document, sentence, head, without=frozenset(outside)))


def possessors(stage: Stage, noun: Token) -> tuple[Phrase, ...]:
    """Whose a noun is: possessive, genitive of a name, demonym beside it, "from/da parte di"."""
    sentence, words = stage.sentence, stage.words
    found = tree.children_by(sentence, noun, "nmod:poss", "det:poss")
    found += [a for a in tree.obliques(sentence, noun, *sorted(words.agent)) if a.upos in PARTY_TAGS]
    genitives = [g for g in tree.obliques(sentence, noun, *sorted(words.genitive)) if g.upos in ("PROPN", "NOUN")]
    found += [g for g in genitives if g.upos == "PROPN" or g.entity != "O"] or genitives[:1]
    found += [a for a in tree.children_by(sentence, noun, "amod") if a.upos in ("ADJ", "PROPN")]
    return stage.phrases(dict.fromkeys(found))


def addressees(stage: Stage, head: Token, adpositions: Collection[str], *, object_too: bool) -> list[Token]:
    """Those a position is addressed to or directed at."""
    sentence = stage.sentence
    found = things(stage, head) if object_too else []
    found += tree.children_by(sentence, head, "iobj")
    found += tree.obliques(sentence, head, *sorted(adpositions)) if adpositions else []
    return [t for t in dict.fromkeys(t.index for t in found) for t in [sentence.tokens[t]] if t.upos != "VERB"]
