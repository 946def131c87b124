"""Where the parties and the content of a position stand around its word: subject, object, oblique, clause, genitive.

One sentence's tree and the entry of a word come in; phrases and spans go out. Shared by the words of positions
(``positions.py``) and the positions without a word of their own (``speech_acts.py``).
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

import msgspec

from cronistoria.extract import tree
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.positions import PositionWords, position_verbs
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.record import PositionType
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

AGAINST: frozenset[PositionType] = frozenset({"refusal", "denial", "condemnation", "objection", "accusation"})
CLAUSE_RELATIONS = ("ccomp", "xcomp")
SMALL = frozenset({"PRON", "ADV", "PART"})
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


def by_depth(sentence: Sentence) -> list[Token]:
    """All words from the root downwards, those of one depth in text order."""
    found = [sentence.root]
    for token in found:
        found.extend(sentence.children(token))
    return found


def things(stage: Stage, verb: Token) -> list[Token]:
    """Objects and passive subjects, or the noun that a participle hangs on; relatives give their antecedents."""
    sentence = stage.sentence
    objects = tree.objects(sentence, verb) or _told_to(sentence, verb)
    found = [tree.antecedent(sentence, o) or o for o in [*objects, *_late_subjects(sentence, verb)]]
    above = sentence.parent(verb)
    participle = verb.relation == "acl" and verb.deprel != "acl:relcl" and verb.feats.get("VerbForm") == "Part"
    if not found and above is not None and participle and verb.feats.get("Tense") == "Past":
        found = tree.conjuncts(sentence, above)
    return found


def _told_to(sentence: Sentence, verb: Token) -> list[Token]:
    """Indirect objects beside an infinitive: those who are told to do it."""
    infinitives = (c for c in tree.children_by(sentence, verb, "xcomp") if c.feats.get("VerbForm") == "Inf")
    return tree.children_by(sentence, verb, "iobj") if any(infinitives) else []


def _late_subjects(sentence: Sentence, verb: Token) -> list[Token]:
    """Subjects behind a verb that has one before it: objects to which a parser gave the wrong name."""
    own = [c for c in sentence.children(verb) if c.deprel == "nsubj" and c.upos in PARTY_TAGS]
    late = [c for c in own if c.index > verb.index]
    above = sentence.parent(verb)
    shared = verb.relation == "conj" and above is not None and bool(tree.subjects(sentence, above))
    return late if (len(late) < len(own) or shared) and not tree.objects(sentence, verb) else []


def cues_beside(stage: Stage, head: Token) -> set[str]:
    """Lemmas and forms of the particles, adverbs, pronouns, adpositions that hang on a word or on its complements.

    A particle that is a part of the word's lemma is none of them.
    """
    sentence = stage.sentence
    found: set[str] = set()
    for child in sentence.children(head):
        own = child.deprel == "compound:prt" and head.lemma.lower().startswith(child.lower)
        found |= child.keys if child.relation not in ("nsubj", "punct") and not own else set()
        if child.relation in ("obl", "nmod", "iobj", "advcl", "xcomp", "ccomp", "obj"):
            found |= set(tree.roles(sentence, child)) | set(tree.mark_lemmas(sentence, child))
    return found


def agents(stage: Stage, verb: Token) -> tuple[Phrase, ...]:
    """Who does what a verb says; the agent of a passive also where the parser gave it another name.

    An infinitive has its governor's subject ("decided to reject").
    """
    sentence = stage.sentence
    if _is_said_in_a_house(stage, verb):
        return (tree.dropped_subject(stage.document, sentence, verb),)
    if _is_alleged(stage, verb):
        return ()
    late = {t.index for t in _late_subjects(sentence, verb)}
    found = tuple(p for p in tree.doers(stage.document, sentence, verb) if p.head not in late)
    if (teller := _inserted_subject(stage, verb)) is not None:
        return stage.phrases([teller])
    above = sentence.parent(verb)
    governed = verb.relation in ("xcomp", "ccomp", "advcl") and not tree.is_finite(sentence, verb)
    if not found and governed and above is not None and above.upos in ("VERB", "AUX", "ADJ"):
        found = agents(stage, above)
    if (giver := giver_of(stage, verb)) is not None:
        return agents(stage, giver)
    reduced = verb.deprel == "acl" and not tree.is_finite(sentence, verb)
    past = reduced and verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") == "Past"
    if tree.is_passive(sentence, verb) or past:
        named = [a for a in tree.obliques(sentence, verb, *sorted(stage.words.agent)) if a.upos in PARTY_TAGS]
        misread = tree.children_by(sentence, verb, "obj") if tree.is_passive(sentence, verb) else []
        named += [o for o in misread if stage.words.agent & set(tree.case_lemmas(sentence, o))]
        plain = () if past and not tree.is_passive(sentence, verb) else found
        return plain or stage.phrases([*tree.passive_agents(sentence, verb), *named])
    return found


def _is_alleged(stage: Stage, verb: Token) -> bool:
    """Whether a verb only tells what the object of the verb above it is accused of ("accused Oslo of backing them")."""
    above = stage.sentence.parent(verb)
    if above is None or verb.relation not in ("advcl", "xcomp", "ccomp") or tree.is_finite(stage.sentence, verb):
        return False
    entries = position_verbs(stage.language).get(above.lemma.lower(), ())
    accuses = any(e.type == "accusation" and e.object_is_to for e in entries)
    return accuses and bool(tree.objects(stage.sentence, above)) and not tree.children_by(stage.sentence, verb, "nsubj")


def _is_said_in_a_house(stage: Stage, verb: Token) -> bool:
    """Whether a plural verb without a subject has a house of power instead: "Рим так считает, в Осло это отрицают"."""
    sentence, houses = stage.sentence, stage.grammar.impersonal_sources
    several = verb.upos == "VERB" and verb.feats.get("Number") == "Plur" and verb.feats.get("VerbForm") == "Fin"
    if not houses or not several or tree.children_by(sentence, verb, "nsubj"):
        return False
    shared = tree.subjects(sentence, verb)
    if len(shared) != 1 or shared[0].feats.get("Number") != "Sing":
        return False
    places = (t for t in tree.children_by(sentence, verb, "obl") if t.entity.endswith(("-LOC", "-ORG")))
    return any(set(tree.case_lemmas(sentence, t)) & houses and t.index < verb.index for t in places)


def giver_of(stage: Stage, verb: Token) -> Token | None:
    """The verb by which a text goes out that says what a participle says ("handed over a note demanding that …")."""
    sentence = stage.sentence
    text = sentence.parent(verb) if verb.deprel == "acl" and not tree.is_finite(sentence, verb) else None
    if text is None or text.upos != "NOUN" or text.relation != "obj" or text.entity != "O":
        return None
    above, during = sentence.parent(text), verb.feats.get("Tense") != "Past"
    if above is not None and any(
        e.type in AGAINST for e in position_verbs(stage.language).get(above.lemma.lower(), ())
    ):
        return None
    known = text.keys & (stage.grammar.mouthpieces | load_contact_words(stage.language).documents)
    return above if known and during and above is not None and above.upos == "VERB" else None


def _inserted_subject(stage: Stage, verb: Token) -> Token | None:
    """Who says what stands around an inserted verb, which a parser took for its object ("…, said the premier, …")."""
    sentence = stage.sentence
    if verb.lemma.lower() not in stage.words.speech.saying or tree.subjects(sentence, verb):
        return None
    behind = next((o for o in tree.children_by(sentence, verb, "obj") if o.index > verb.index), None)
    if behind is None or behind.upos not in ("NOUN", "PROPN"):
        return None
    inside = [verb, *tree.children_by(sentence, verb, "aux"), *tree.phrase_tokens(sentence, behind)]
    first, last = min(t.index for t in inside), max(t.index for t in inside)
    edges = [
        t.upos == "PUNCT" for t in (*sentence.tokens[max(first - 1, 0) : first], *sentence.tokens[last + 1 : last + 2])
    ]
    return behind if len(edges) == 2 and all(edges) else None


def clauses(stage: Stage, head: Token, adpositions: Collection[str] = ()) -> list[Token]:
    """The content clauses of a word, coordinated ones one by one; ``adpositions`` may open an infinitive."""
    sentence = stage.sentence
    found = tree.children_by(sentence, head, *CLAUSE_RELATIONS)
    if not found:
        found = [c for c in tree.children_by(sentence, head, "acl", "csubj") if not is_relative(sentence, c)]
    if not found:
        opening = stage.words.infinitive | set(adpositions)
        advcl = [
            c for c in tree.children_by(sentence, head, "advcl", "obl") if c.relation == "advcl" or c.upos == "VERB"
        ]
        told = [c for c in advcl if _is_infinitive(sentence, c) and not tree.children_by(sentence, c, "det")]
        found = [c for c in told if set(tree.mark_lemmas(sentence, c)) <= opening]
        found = found or [c for c in advcl if _opens_under(stage, c, adpositions)]
    kept = [c for c in found if not (_is_speech_beside(sentence, c) or _is_bare_state(stage, head, c))]
    return [t for c in kept[:1] for t in (c, *own_clauses(sentence, c))]


def is_relative(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause is a relative one or a participle, also where the tree does not say so."""
    marks = tree.children_by(sentence, clause, "mark")
    if any(c.feats.get("PronType") == "Rel" for c in sentence.children(clause)):
        return True
    if clause.deprel == "acl:relcl":
        return not any(m.upos == "SCONJ" for m in marks)
    return clause.feats.get("VerbForm") == "Part" and not marks and not tree.is_finite(sentence, clause)


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    forms = [token, *tree.children_by(sentence, token, "aux")]
    return not tree.is_finite(sentence, token) and any(t.feats.get("VerbForm") == "Inf" for t in forms)


def _opens_under(stage: Stage, clause: Token, adpositions: Collection[str]) -> bool:
    """Whether a clause opens with an adposition of contents ("accused them of firing").

    A finite one opens with a subordinator behind that ("amenaza con que …"), or wishes ("preme perché …").
    """
    sentence, grammar = stage.sentence, stage.grammar
    marks = tree.mark_lemmas(sentence, clause)
    during = clause.feats.get("VerbForm") == "Ger" or clause.feats.get("Tense") == "Pres"
    if during and not tree.is_finite(sentence, clause):
        return bool(marks) and set(marks) <= set(adpositions)
    form = tree.finite_form(sentence, clause).feats
    wished = form.get("Mood") == "Sub" or (grammar.past_subjunctive and form.get("Tense") == "Past")
    return bool(marks) and (len(marks) > 1 or wished) and marks[0] in adpositions and tree.is_finite(sentence, clause)


def _is_bare_state(stage: Stage, head: Token, clause: Token) -> bool:
    """Whether an adjective alone says what the object of a verb is ("wies die Vorwürfe als haltlos zurück")."""
    alone = clause.upos == "ADJ" and clause.relation == "xcomp"
    return (
        alone
        and not tree.children_by(stage.sentence, clause, "cop", "aux", "mark", "nsubj")
        and bool(things(stage, head))
    )


def _is_speech_beside(sentence: Sentence, token: Token) -> bool:
    return token.upos in ("PUNCT", "SYM") or token.deprel == "ccomp:speech"


def own_clauses(sentence: Sentence, clause: Token) -> list[Token]:
    """Coordinated clauses that say something of their own: with a subordinator or a subject of theirs."""
    return [
        c
        for c in tree.children_by(sentence, clause, "conj")
        if tree.is_finite(sentence, c) and tree.children_by(sentence, c, "mark", "nsubj", "csubj")
    ]


def contents(stage: Stage, head: Token, adpositions: Collection[str], parties: Sequence[Token]) -> list[Content]:
    """What stands beside a word as its content; several where clauses are coordinated below it, [] if nothing does."""
    sentence = stage.sentence
    own = clauses(stage, head, adpositions)
    if own and _is_quoted_behind(sentence, head, own[0]) and things(stage, head):
        own = []
    if own:
        return [_content(stage, c, head, several=len(own) > 1) for c in own]
    objects = [o for o in things(stage, head) if o not in parties and o.upos not in ("PRON", "DET")]
    carrier = head if tree.is_finite(sentence, head) else None
    carrier = tree.finite_form(sentence, head) if carrier is not None and head.upos == "VERB" else carrier
    nominal = objects or [n for n in under(stage, head, adpositions) if carrier is None or n.index > carrier.index]
    nominal = nominal or under_parties(stage, parties, adpositions)
    nominal = [n for n in nominal if n not in parties] or nominal
    for noun in nominal[:1]:
        below = clauses_below(sentence, noun) or _clauses_beside(sentence, head, noun)
        if len(below) > 1 or (below and noun.upos in ("PRON", "DET")):
            return [_content(stage, c, head, several=True) for c in below]
        return [_content(stage, noun, head, several=False)]
    return []


def behind_colon(stage: Stage, verb: Token, noun: Token) -> list[Content]:
    """The clause that a colon parts from the noun that it spells out ("set an ultimatum: | the troops must leave")."""
    beside = tree.children_by(stage.sentence, verb, "ccomp", "parataxis")
    later = (c for c in beside if any(t.form == ":" for t in stage.sentence.tokens[noun.index : c.index]))
    return [_content(stage, clause, noun, several=False) for clause in islice(later, 1)]


def opens_colon(sentence: Sentence, verb: Token) -> bool:
    """Whether a colon stands behind a verb and the small words that go with it ("weigert sich: …")."""
    behind = (t for t in sentence.tokens[verb.index + 1 :] if t.upos not in SMALL and t.deprel != "compound:prt")
    return any(t.form == ":" for t in islice(behind, 1))


def infinitives_behind(stage: Stage, verb: Token, noun: Token) -> list[Content]:
    """Infinitives behind the object of a verb that the tree hangs on the verb ("bekräftigte die Absicht, zu gehen")."""
    beside = tree.children_by(stage.sentence, verb, "xcomp") if noun.relation == "obj" else []
    found = [c for c in beside if _is_infinitive(stage.sentence, c) and c.index > noun.index > verb.index]
    return [_content(stage, c, verb, several=False) for c in found[:1]]


def wishes_behind(stage: Stage, verb: Token, noun: Token, adpositions: Collection[str]) -> list[Content]:
    """A clause that tells what a noun before it asks for, hung on their verb ("rivolse un appello perché tacciano")."""
    beside = tree.children_by(stage.sentence, verb, "advcl")
    found = [c for c in beside if c.index > noun.index and _opens_under(stage, c, adpositions)]
    return [_content(stage, c, verb, several=False) for c in found[:1]]


def _is_quoted_behind(sentence: Sentence, head: Token, clause: Token) -> bool:
    """Whether a clause opens behind a colon and a quotation mark ("condemned the raid: «It is …»")."""
    between = sentence.tokens[head.index + 1 : clause.index]
    colons = (t for t in between if t.form == ":")
    return any(set(sentence.tokens[t.index + 1].form) <= set(tree.QUOTATION_MARKS) for t in colons)


def under_parties(stage: Stage, parties: Sequence[Token], adpositions: Collection[str]) -> list[Token]:
    """Content that the tree hangs on the one addressed ("called the parties to restraint"), never a genitive."""
    cases = [a for a in adpositions if a not in stage.words.genitive]
    return [t for party in parties for t in (under(stage, party, cases) if cases else [])]


def under(stage: Stage, head: Token, adpositions: Collection[str]) -> list[Token]:
    """Prepositional dependents whose adposition begins with one of those ("in", not the "di" of "in caso di")."""
    found = [t for t in tree.obliques(stage.sentence, head, *sorted(adpositions)) if t.deprel != "obl:agent"]
    first = [tree.first_conjunct(stage.sentence, t) for t in found]
    return [t for t, f in zip(found, first, strict=True) if tree.roles(stage.sentence, f)[0] in adpositions]


def clauses_below(sentence: Sentence, noun: Token) -> list[Token]:
    """Coordinated clauses under a noun or the nouns in it: "a pledge that … and that …"."""
    waiting, seen = [noun], 0
    while waiting and seen < 12:
        current = waiting.pop(0)
        seen += 1
        found = [c for c in tree.children_by(sentence, current, "acl", "ccomp") if not is_relative(sentence, c)]
        if found:
            return [found[0], *own_clauses(sentence, found[0])]
        waiting += tree.children_by(sentence, current, "nmod", "obl")
        waiting += [c for c in tree.children_by(sentence, current, "acl") if c.feats.get("VerbForm") == "Part"]
    return []


def _clauses_beside(sentence: Sentence, head: Token, noun: Token) -> list[Token]:
    """The clauses under a phrase behind a noun that a parser hung on the verb ("a pledge | on the fact that …")."""
    behind = [c for c in tree.children_by(sentence, head, "obl") if c.index > noun.index]
    return next((found for c in behind if len(found := clauses_below(sentence, c)) > 1), [])


def _content(stage: Stage, head: Token, below: Token, *, several: bool) -> Content:
    """``below``: the word whose content it is; a noun that it hangs on gives its own words only."""
    sentence = stage.sentence
    if any(a.index == head.index for a in tree.ancestors(sentence, below)):
        return Content(head, tree.phrase(stage.document, sentence, head).span)
    outside = {c.index for c in tree.children_by(sentence, head, "mark", "case", "cc")}
    if several:
        outside |= {c.index for c in own_clauses(sentence, head)}
    whole = tree.clause_span(stage.document, sentence, head, without=frozenset(outside))
    return Content(head, to_break(stage, head, whole))


def to_break(stage: Stage, head: Token, span: Span) -> Span:
    """The words before a semicolon, or before a colon that leads to somebody's words."""
    inside = [t for t in stage.sentence.tokens if head.index < t.index and t.end <= span.end]
    for token in inside:
        following = stage.sentence.tokens[token.index + 1 : token.index + 2]
        quoted = bool(following) and set(following[0].form) <= set(tree.QUOTATION_MARKS)
        if token.form == ";" or (token.form == ":" and quoted):
            return stage.document.span(span.start, stage.sentence.tokens[token.index - 1].end)
    return span


def possessors(stage: Stage, noun: Token, others: Collection[str]) -> tuple[Phrase, ...]:
    """Whose a noun is: possessive, genitive of a name, demonym beside it, "from/da parte di".

    ``others``: adpositions of the noun's content, where a genitive among them is the holder only if it is a name.
    """
    sentence, words = stage.sentence, stage.words
    found = tree.children_by(sentence, noun, "nmod:poss", "det:poss")
    if tree.children_by(sentence, noun, "det"):
        found += [a for a in tree.obliques(sentence, noun, *sorted(words.agent)) if a.upos in PARTY_TAGS]
    genitives = [g for g in tree.obliques(sentence, noun, *sorted(words.genitive)) if g.upos in ("PROPN", "NOUN")]
    named = [g for g in genitives if g.upos == "PROPN" or g.entity != "O"]
    found += named or (genitives[:1] if not words.genitive & set(others) else [])
    found += [a for a in tree.children_by(sentence, noun, "amod") if a.upos in ("ADJ", "PROPN")]
    return stage.phrases(found)


def addressees(stage: Stage, head: Token, adpositions: Collection[str], *, object_too: bool) -> list[Token]:
    """Those a position is addressed to or directed at."""
    sentence = stage.sentence
    found = things(stage, head) if object_too else []
    found += tree.children_by(sentence, head, "iobj")
    found += tree.obliques(sentence, head, *sorted(adpositions)) if adpositions else []
    once = (sentence.tokens[index] for index in dict.fromkeys(t.index for t in found))
    return [t for t in once if t.upos != "VERB" and not t.keys & stage.words.goals]


def goals(stage: Stage, heads: Iterable[Token], adpositions: Collection[str]) -> list[Content]:
    """What those addressed are called to, under the adposition of whom it is addressed to ("appello alla calma")."""
    found = [t for head in heads for t in tree.obliques(stage.sentence, head, *sorted(adpositions))]
    spans = ((t, tree.phrase(stage.document, stage.sentence, t).span) for t in found if t.keys & stage.words.goals)
    return [Content(token, span) for token, span in spans][:1]
