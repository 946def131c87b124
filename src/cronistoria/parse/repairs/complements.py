"""What is asked of whom, and what somebody is ready for: infinitives and those who are to do what they say.

Parsers hang the one asked on the infinitive behind him ("pidió a las partes | dejar las armas"), what is asked on the
one asked ("exige de Lima | qu'elle parte"), and an infinitive on the verb above the state or the infinitive that it
belongs to ("si è detta pronta | a mediare"); they take "at least" before a number for an adposition, and a gerund for
an adverbial. Sentences come in, sentences with the same words go out.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import PositionVerb, position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
LEAST = 4
GIVEN = frozenset({"obl", "iobj", "obj"})
HELD = frozenset({"ccomp", "xcomp", "nsubj:pass", "aux:pass"})

Asking = dict[str, tuple[PositionVerb, ...]]


def with_complements(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each infinitive below its state, each one asked below the verb of asking."""
    gerunds, asking = load_grammar(language).gerund_complements, position_verbs(language)
    openings = load_grammar(language).relatives & load_quote_words(language).complementisers
    return tuple(_repaired(sentence, asking, openings, gerunds=gerunds) for sentence in sentences)


def _repaired(sentence: Sentence, asking: Asking, openings: frozenset[str], *, gerunds: bool) -> Sentence:
    changed = {
        t.index: t
        for t in (
            *_states(sentence),
            *_of_states(sentence),
            *_of_nouns(sentence),
            *_told_to(sentence, asking),
            *_misread_subjects(sentence, openings),
            *_demanded(sentence, asking),
            *_charged(sentence, asking),
            *_given(sentence, asking),
            *_asked(sentence),
            *_counted(sentence),
            *_topic(sentence),
            *_measured(sentence),
            *(_gerunds(sentence) if gerunds else ()),
        )
    }
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _states(sentence: Sentence) -> Iterator[Token]:
    """Adjectives that a parser took for objects ("se mostró | dispuesto a negociar")."""
    for state in sentence.tokens:
        bare = not any(c.relation in ("det", "case", "amod") for c in sentence.children(state))
        if state.upos == "ADJ" and state.deprel == "obj" and bare:
            yield msgspec.structs.replace(state, deprel="xcomp")


def _of_states(sentence: Sentence) -> Iterator[Token]:
    """Infinitives whose mark stands right behind an adjective or an infinitive below the same verb."""
    for clause in sentence.tokens:
        verb = sentence.parent(clause)
        if not _is_infinitive(clause) or verb is None or verb.upos != "VERB":
            continue
        mark = next((c for c in sentence.children(clause) if c.relation == "mark"), None)
        state = sentence.tokens[mark.index - 1] if mark is not None and mark.index > 0 else None
        fits = state is not None and (state.upos == "ADJ" or _is_infinitive(state))
        said = fits and state is not None and state.relation == "xcomp" and state.head == verb.index
        if said and state is not None and state.index < clause.index:
            yield msgspec.structs.replace(clause, head=state.index, deprel="xcomp")


def _told_to(sentence: Sentence, asking: Asking) -> Iterator[Token]:
    """Clauses that were hung on the name they are told to, or on the one asked ("avisó a Roe | que", "exige de X |").

    Below the one asked, a relative clause would have no subject of its own beside the word that opens it.
    """
    for clause in sentence.tokens:
        name = sentence.parent(clause) if clause.relation == "acl" else None
        verb = sentence.parent(name) if name is not None and name.relation in GIVEN else None
        below = sentence.children(clause)
        opening = next((c for c in below if c.relation == "mark" and c.upos == "SCONJ"), None)
        if name is None or verb is None or verb.upos != "VERB":
            continue
        opening = opening or _misread_opening(name, below) or _unparted(sentence, verb, name, below)
        finite = any(t.feats.get("VerbForm") == "Fin" for t in (clause, *below))
        if opening is None or not finite or not verb.index < name.index < clause.index:
            continue
        named = name.entity == "B-PER" and clause.deprel == "acl"
        own = opening.index == name.index + 1 and any(c.relation == "nsubj" for c in below)
        named = named or opening.upos == "PRON"
        if named or (own and _is_asked(sentence, verb, name, asking)):
            yield msgspec.structs.replace(clause, head=verb.index, deprel="ccomp")
            yield msgspec.structs.replace(opening, deprel="mark", upos="SCONJ", feats={})


def _misread_subjects(sentence: Sentence, openings: frozenset[str]) -> Iterator[Token]:
    """What opens a clause of content, taken for its relative subject ("fa sapere all'Iran | che non negozierà")."""
    for clause in sentence.tokens:
        below = sentence.children(clause) if clause.deprel == "ccomp" else ()
        opening = below[0] if below and below[0].index < clause.index else None
        if opening is not None and opening.relation == "nsubj" and opening.upos == "PRON" and opening.lower in openings:
            yield msgspec.structs.replace(opening, deprel="mark", upos="SCONJ", feats={})


def _unparted(sentence: Sentence, verb: Token, name: Token, below: Sequence[Token]) -> Token | None:
    """What opens a clause right behind a name, without a comma: no relative clause ("fa sapere a Oslo | che agirà")."""
    opening = below[0] if below and below[0].index < len(sentence.tokens) else None
    if opening is None or opening.upos != "PRON" or opening.relation != "nsubj" or not name.entity.startswith("B-"):
        return None
    last = max((c.index for c in sentence.children(name) if c.relation == "flat"), default=name.index)
    held = any(c.relation in ("ccomp", "obj", "nsubj:pass") for c in sentence.children(verb))
    given = name.relation in ("obl", "iobj") and name.upos == "PROPN" and "Case" not in name.feats
    told = any(c.feats.get("VerbForm") == "Inf" and c.relation == "xcomp" for c in sentence.children(verb))
    return opening if given and told and not held and opening.index == last + 1 else None


def _misread_opening(name: Token, below: Sequence[Token]) -> Token | None:
    """What was taken for a relative pronoun before a pronoun that means the noun itself ("warned Oslo | that it …")."""
    opening, subject = (*below[:2], None, None)[:2]
    if opening is None or subject is None or opening.feats.get("PronType") != "Rel" or opening.relation != "obj":
        return None
    same = subject.relation == "nsubj" and subject.upos == "PRON" and opening.index == name.index + 1
    agrees = all(subject.feats.get(k) == name.feats.get(k) is not None for k in ("Gender", "Number"))
    return opening if same and agrees else None


def _demanded(sentence: Sentence, asking: Asking) -> Iterator[Token]:
    """What is asked for, right behind the one asked, whose noun it was given to ("pide a Lima | tanques")."""
    for thing in sentence.tokens:
        asked = sentence.parent(thing) if thing.relation in ("amod", "nmod") and thing.upos == "NOUN" else None
        verb = sentence.parent(asked) if asked is not None and asked.relation in GIVEN else None
        if asked is None or verb is None or not verb.index < asked.index < thing.index:
            continue
        held = [c for c in sentence.children(verb) if c.deprel in HELD or (c.relation == "obj" and c is not asked)]
        cases = [c for c in sentence.children(thing) if c.relation == "case"]
        bare = thing.relation == "amod" and not cases and thing.index == asked.index + 1
        several = len(cases) == 1 and cases[0].index == asked.index + 1 and _is_partitive(sentence, cases[0], thing)
        if held or not (bare or several) or not _is_asked(sentence, verb, asked, asking, marked=True):
            continue
        yield msgspec.structs.replace(thing, head=verb.index, deprel="obj")
        yield from (msgspec.structs.replace(c, deprel="det", upos="DET") for c in cases)
        if asked.relation == "obj":
            yield msgspec.structs.replace(asked, deprel="iobj")


def _charged(sentence: Sentence, asking: Asking) -> Iterator[Token]:
    """What a name is charged or threatened with, which no name owns ("acusa a Lima | de injerencia")."""
    for thing in sentence.tokens:
        name = sentence.parent(thing) if thing.deprel == "nmod" and thing.upos == "NOUN" else None
        verb = sentence.parent(name) if name is not None and name.relation in GIVEN else None
        if name is None or verb is None or name.upos != "PROPN" or not verb.index < name.index < thing.index:
            continue
        below = [c for c in sentence.children(thing) if c.index < thing.index]
        cases = {c.lemma.lower() for c in below if c.relation == "case"}
        entries = (e for e in asking.get(verb.lemma.lower(), ()) if e.object_is_to and not e.objects)
        if not any(c.relation == "det" for c in below) and any(cases & e.content for e in entries):
            yield msgspec.structs.replace(thing, head=verb.index, deprel="obl:arg")


def _given(sentence: Sentence, asking: Asking) -> Iterator[Token]:
    """What somebody goes on to offer or ask, behind a pronoun ("riceverà Roe e gli | proporrà | un patto")."""
    for verb in sentence.tokens:
        first = sentence.parent(verb) if verb.relation == "conj" and verb.lemma.lower() in asking else None
        if first is None or not any(c.relation == "nsubj" and c.index < first.index for c in sentence.children(first)):
            continue
        below = sentence.children(verb)
        pronoun = next(
            (c for c in below if c.upos == "PRON" and c.deprel in ("obj", "iobj") and c.index < verb.index), None
        )
        thing = next((c for c in below if c.deprel == "nsubj" and c.index > verb.index), None)
        if pronoun is None or thing is None or thing.upos != "NOUN" or "Case" in thing.feats or thing.entity != "O":
            continue
        if not any(c.relation in ("obj", "nsubj") and c.upos in ("NOUN", "PROPN") and c is not thing for c in below):
            yield msgspec.structs.replace(thing, deprel="obj")
            yield msgspec.structs.replace(pronoun, deprel="iobj")


def _is_partitive(sentence: Sentence, case: Token, noun: Token) -> bool:
    """Whether an adposition stands in one word with the article of a plural ("des")."""
    article = sentence.tokens[case.index + 1]
    joined = article.start < case.end and article.relation == "det" and article.head == noun.index
    return joined and noun.feats.get("Number") == "Plur"


def _is_asked(sentence: Sentence, verb: Token, name: Token, asking: Asking, *, marked: bool = False) -> bool:
    """Whether a nominal stands where a verb of the tables has the one that it asks, with or without an adposition."""
    cases = {c.lemma.lower() for c in sentence.children(name) if c.relation == "case"}
    entries = asking.get(verb.lemma.lower(), ())
    return any((cases & e.to) if cases else (e.object_is_to and not marked) for e in entries)


def _of_nouns(sentence: Sentence) -> Iterator[Token]:
    """A noun with an infinitive right behind a verb without an object is one, no adverb ("підтвердив | намір")."""
    for noun in sentence.tokens:
        verb = sentence.parent(noun) if noun.relation == "advmod" and noun.upos == "NOUN" else None
        if verb is None or verb.upos != "VERB" or noun.index != verb.index + 1:
            continue
        held = any(c.relation == "obj" for c in sentence.children(verb))
        below = sentence.children(noun)
        opened = any(c.relation == "case" for c in below)
        if not held and not opened and any(c.relation == "acl" and c.feats.get("VerbForm") == "Inf" for c in below):
            yield msgspec.structs.replace(noun, deprel="obj")


def _measured(sentence: Sentence) -> Iterator[Token]:
    """What follows on an adjective of a noun is a part of its phrase ("an error such | as to break relations")."""
    for clause in sentence.tokens:
        degree = sentence.parent(clause)
        infinitive = clause.relation == "advcl" and clause.feats.get("VerbForm") == "Inf"
        if infinitive and degree is not None and degree.relation == "amod" and degree.index < clause.index:
            yield msgspec.structs.replace(clause, deprel="acl")


def _gerunds(sentence: Sentence) -> Iterator[Token]:
    """Gerunds right behind a finite verb without an object are what it is about ("has ruled out | sending troops")."""
    for clause in sentence.tokens[1:]:
        verb, before = sentence.parent(clause), sentence.tokens[clause.index - 1]
        if clause.relation != "advcl" or clause.feats.get("VerbForm") not in ("Ger", "Part") or verb is None:
            continue
        near = before is verb or (before.deprel == "compound:prt" and before.head == verb.index)
        own = any(c.relation in ("mark", "nsubj", "case") for c in sentence.children(clause))
        held = any(c.relation in ("obj", "xcomp", "ccomp", "cop") for c in sentence.children(verb))
        if near and not own and not held and verb.upos == "VERB" and clause.feats.get("Tense") != "Past":
            yield msgspec.structs.replace(clause, deprel="xcomp")


def _asked(sentence: Sentence) -> Iterator[Token]:
    """A nominal under an adposition between a verb and an infinitive without a mark, which fills the gap between."""
    for clause in sentence.tokens:
        verb = sentence.parent(clause)
        if not _is_infinitive(clause) or verb is None or verb.upos != "VERB" or verb.index > clause.index:
            continue
        before = [c for c in sentence.children(clause) if c.index < clause.index and c.relation != "punct"]
        if len(before) == 1 and before[0].relation in GIVEN and _fills(sentence, verb, before[0]):
            relation = "iobj" if before[0].relation == "obj" else before[0].deprel
            yield msgspec.structs.replace(before[0], head=verb.index, deprel=relation)


def _counted(sentence: Sentence) -> Iterator[Token]:
    """Subjects whose number opens with words that a parser took for an adposition ("al menos 11 personas murieron")."""
    for nominal in sentence.tokens:
        verb, case = sentence.parent(nominal), next(iter(sentence.children(nominal)), None)
        if nominal.relation != "obl" or verb is None or case is None or case.relation != "case":
            continue
        fixed = [c for c in sentence.children(case) if c.relation == "fixed"]
        behind = next(iter(sentence.tokens[fixed[-1].index + 1 :]), None) if fixed else None
        own = any(c.relation in ("nsubj", "csubj") for c in sentence.children(verb))
        several = nominal.feats.get("Number") == "Plur" and nominal.index < verb.index and not own
        if several and fixed and fixed[-1].upos == "ADV" and behind is not None and behind.upos == "NUM":
            yield msgspec.structs.replace(nominal, deprel="nsubj")
            yield msgspec.structs.replace(case, head=behind.index, deprel="advmod")


def _topic(sentence: Sentence) -> Iterator[Token]:
    """A name before the first comma is what a headline is about, if its verb has another subject ("Perù, X parla")."""
    first = sentence.tokens[0]
    verb = sentence.parent(first) if first.relation == "nsubj" and first.entity != "O" else None
    if verb is None or len(sentence.tokens) < LEAST or sentence.tokens[1].form != ",":
        return
    others = [c for c in sentence.children(verb) if c.relation == "nsubj" and first.index < c.index < verb.index]
    if others and not any(c.relation in ("conj", "appos", "acl") for c in sentence.children(first)):
        yield msgspec.structs.replace(first, deprel="dislocated")


def _is_infinitive(clause: Token) -> bool:
    return clause.relation in COMPLEMENTS and clause.feats.get("VerbForm") == "Inf"


def _fills(sentence: Sentence, verb: Token, nominal: Token) -> bool:
    """Whether a nominal begins with its adposition right behind a verb."""
    cases = [c for c in sentence.children(nominal) if c.relation == "case"]
    return bool(cases) and cases[0].index == verb.index + 1
