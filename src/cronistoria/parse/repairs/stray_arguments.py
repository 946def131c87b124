"""Arguments of verbs that parsers hang elsewhere: a bare name in front, a thing behind a place.

Sentences come in, the same words go out. A bare place that opens a clause of a language without cases is the subject of
its active verb ("London, for its part, will send a ship"), and a thing behind the verb that was taken for the subject
is the object; so is a single person behind a verb in the plural, and several behind one in the singular ("ha esortato
| gli alleati a …"). A counted thing behind a place is no other name of the
place, but the object of a verb that has none ("has moved to Lima, on the coast, | some twenty tanks"). An object behind
a verb does not belong to an infinitive in its subject. A pronoun that a participle beside "have" agrees with is its
object ("le ha definite"); so is a name behind an adposition and a bare noun right behind a verb without one ("a mis en
garde | Lima").
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

PLACE = "B-LOC"
ADJUNCTS = frozenset({"obl", "nmod", "dislocated", "vocative"})
OBJECTS = frozenset({"obj", "ccomp", "xcomp", "nsubj:pass", "aux:pass"})
COUNTING = frozenset({"nummod", "det"})


def with_stray_arguments(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, subjects and objects on their verbs."""
    return tuple(map(_mended, sentences))


def _mended(sentence: Sentence) -> Sentence:
    active = [t for t in sentence.tokens if t.upos == "VERB" and _is_active(sentence, t)]
    found = (t for verb in active for steps in STEPS for t in steps(sentence, verb))
    changed = {token.index: token for token in found}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_active(sentence: Sentence, verb: Token) -> bool:
    below = sentence.children(verb)
    finite = verb.feats.get("VerbForm") == "Fin" or any(c.relation == "aux" for c in below)
    return finite and not any(c.deprel in ("aux:pass", "nsubj:pass") for c in below)


def _subject(sentence: Sentence, verb: Token) -> Iterator[Token]:
    below = sentence.children(verb)
    front = next((c for c in below if c.upos not in ("PUNCT", "CCONJ")), verb)
    subjects = [c for c in below if c.relation in ("nsubj", "csubj", "expl")]
    bare = front.entity == PLACE and front.relation in ADJUNCTS and not _has_case(sentence, front)
    if not bare or front.index > verb.index or "Case" in front.feats or any(s.index < verb.index for s in subjects):
        return
    things = [s for s in subjects if s.upos == "NOUN"]
    if len(things) == len(subjects) < 2 and not (things and any(c.relation == "obj" for c in below)):
        yield msgspec.structs.replace(front, deprel="nsubj")
        yield from (msgspec.structs.replace(thing, deprel="obj") for thing in things)


def _object(sentence: Sentence, verb: Token) -> Iterator[Token]:
    below = sentence.children(verb)
    if any(c.relation in OBJECTS for c in below) or not any(c.relation == "nsubj" for c in below):
        return
    places = (c for c in below if c.relation == "obl" and c.entity == PLACE and c.index > verb.index)
    for place in places:
        things = [c for c in sentence.children(place) if c.relation == "appos" and _is_counted(sentence, c)]
        yield from (msgspec.structs.replace(thing, head=verb.index, deprel="obj", upos="NOUN") for thing in things)


def _named(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A single name behind a verb in the plural is no subject of it ("they took power and hold | Roe captive")."""
    below = sentence.children(verb)
    subjects = [c for c in below if c.relation in ("nsubj", "csubj")]
    forms = (verb, *(c for c in below if c.relation == "aux"))
    plural = any(t.feats.get("Number") == "Plur" and t.feats.get("VerbForm") == "Fin" for t in forms)
    behind = [s for s in subjects if s.index > verb.index]
    if not plural or len(behind) != 1:
        return
    name = behind[0]
    single = name.upos == "PROPN" and name.entity.endswith("-PER") and name.feats.get("Number") != "Plur"
    if single and "Case" not in name.feats and not any(c.relation == "conj" for c in sentence.children(name)):
        yield msgspec.structs.replace(name, deprel="obj")
        state = next((c for c in below if c.deprel == "obj" and c.upos in ("NOUN", "ADJ")), None)
        if state is not None and not sentence.children(state):
            yield msgspec.structs.replace(state, deprel="xcomp")


def _several(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A plural with its article behind a verb in the singular, or a noun behind that of "I" or "we", is its object."""
    below = sentence.children(verb)
    subjects = [c for c in below if c.relation in ("nsubj", "csubj", "expl")]
    forms = [t for t in (*(c for c in below if c.relation == "aux"), verb) if t.feats.get("VerbForm") == "Fin"]
    person = forms[0].feats.get("Person") if forms else None
    if len(subjects) != 1 or subjects[0].index < verb.index or "Case" in subjects[0].feats or person is None:
        return
    noun, held = subjects[0], [c for c in below if c.relation in OBJECTS - {"ccomp", "xcomp"}]
    if person in ("1", "2") and noun.upos in ("NOUN", "PROPN"):
        yield msgspec.structs.replace(noun, deprel="obj")
        yield from (msgspec.structs.replace(c, deprel="obl") for c in held if c.index > noun.index)
    several = noun.upos == "NOUN" and noun.feats.get("Number") == "Plur" and forms[0].feats.get("Number") == "Sing"
    if several and person == "3" and not held and any(c.relation == "det" for c in sentence.children(noun)):
        yield msgspec.structs.replace(noun, deprel="obj")


def _parted(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A first subject before a semicolon, behind which another follows, is of no verb ("no comment; but Roe said")."""
    subjects = [c for c in sentence.children(verb) if c.relation == "nsubj" and c.index < verb.index]
    if len(subjects) > 1 and any(t.form == ";" for t in sentence.tokens[subjects[0].index : subjects[1].index]):
        yield msgspec.structs.replace(subjects[0], deprel="dislocated")


def _is_counted(sentence: Sentence, token: Token) -> bool:
    """Whether a common noun, or a number that stands for one, is counted or indefinite."""
    inside = [c for c in sentence.children(token) if c.relation in COUNTING]
    counted = any(c.relation == "nummod" or c.feats.get("Definite") == "Ind" for c in inside)
    return token.entity == "O" and token.upos in ("NOUN", "NUM") and counted and not _has_case(sentence, token)


def _has_case(sentence: Sentence, token: Token) -> bool:
    return any(c.relation == "case" for c in sentence.children(token))


def _clitic(sentence: Sentence, verb: Token) -> Iterator[Token]:
    if verb.feats.get("VerbForm") != "Part" or verb.feats.get("Gender") != "Fem":
        return
    helped = [c.index for c in sentence.children(verb) if c.relation == "aux"]
    for pronoun in sentence.children(verb) if helped else ():
        marked = pronoun.upos == "PRON" and pronoun.relation == "iobj" and pronoun.feats.get("Gender") == "Fem"
        if marked and pronoun.index == helped[0] - 1:
            yield msgspec.structs.replace(pronoun, deprel="obj")


def _to_us(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A pronoun of "I" or "we" beside a verb of somebody else is no reflexive one ("non ci ha parlato")."""
    below = sentence.children(verb)
    forms = [t for t in (*(c for c in below if c.relation == "aux"), verb) if t.feats.get("VerbForm") == "Fin"]
    if forms and forms[0].feats.get("Person") == "3":
        ours = (c for c in below if c.relation == "expl" and c.feats.get("Person") in ("1", "2"))
        yield from (msgspec.structs.replace(c, deprel="iobj") for c in ours if c.upos == "PRON")


def _across(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """An object behind a verb, hung on an infinitive in its subject ("the refusal to sign angered | Oslo")."""
    below = sentence.children(verb)
    subject = next((c for c in below if c.relation == "nsubj" and c.index < verb.index), None)
    if subject is None or any(c.relation in OBJECTS for c in below):
        return
    for clause in sentence.children(subject):
        if clause.relation == "acl" and subject.index < clause.index < verb.index:
            late = (c for c in sentence.children(clause) if c.relation == "obj" and c.index > verb.index)
            yield from (msgspec.structs.replace(c, head=verb.index) for c in late)


def _of_phrase(sentence: Sentence, verb: Token) -> Iterator[Token]:
    below = sentence.children(verb)
    noun = next((c for c in below if c.relation == "obl" and c.index == verb.index + 2), None)
    if noun is None or noun.upos != "NOUN" or "Case" in noun.feats or any(c.relation in OBJECTS for c in below):
        return
    inside = sentence.children(noun)
    name = next((c for c in inside if c.deprel == "nmod" and c.upos == "PROPN" and c.index == noun.index + 1), None)
    if name is not None and not _has_case(sentence, name) and not any(c.relation == "det" for c in inside):
        yield msgspec.structs.replace(name, head=verb.index, deprel="obj")


def _behind_place(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A person's name that was taken for a part of the place before it is the subject ("a Oslo | Rossi ha detto")."""
    below = sentence.children(verb)
    if any(c.relation in ("nsubj", "csubj", "expl") or c.deprel == "aux:pass" for c in below):
        return
    places = [c for c in below if c.relation == "obl" and c.entity == PLACE and c.index < verb.index]
    for place in places if len(places) == 1 and _has_case(sentence, places[0]) else ():
        names = [c for c in sentence.children(place) if c.relation == "flat" and c.entity == "B-PER"]
        if len(names) == 1 and place.index < names[0].index < verb.index:
            yield msgspec.structs.replace(names[0], head=verb.index, deprel="nsubj")


STEPS = (_subject, _object, _named, _several, _parted, _clitic, _to_us, _across, _of_phrase, _behind_place)
