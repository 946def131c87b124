"""Subjects and objects that forms rule out: "приветствовали готовность", "отказал Франции", "через час МИД заявил".

Where a language inflects, a singular noun is no subject of a plural verb, a form that is no accusative but may be a
dative tells to whom, and a name right before a verb that agrees with it is its subject, not the owner of the time
before it. Sentences come in, the same words go out; a language without a dictionary keeps its trees.
"""

import msgspec

from cronistoria.languages.contacts import contact_verbs
from cronistoria.languages.dictionary import Dictionary, load_dictionary
from cronistoria.languages.events import event_verbs
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

DATIVE = "case=dat"
NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod"})


def with_fitting_cases(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with the relations that the forms of their words allow."""
    dictionary = load_dictionary(language)
    if dictionary is None:
        return sentences
    return tuple(_fitted(sentence, dictionary, language) for sentence in sentences)


def _fitted(sentence: Sentence, dictionary: Dictionary, language: str) -> Sentence:
    sentence = _with_adverbs(_with_nouns(sentence, dictionary), dictionary)
    sentence, changed = _with_datives(sentence, dictionary), dict[int, Token]()
    for verb in sentence.tokens:
        if verb.upos != "VERB" or verb.feats.get("VerbForm") != "Fin":
            continue
        below = sentence.children(verb)
        subjects = [c for c in below if c.relation == "nsubj"]
        said = len(subjects) == 1 and _is_said_in_a_house(sentence, verb, subjects[0], language)
        asked = len(subjects) == 1 and _is_asked(sentence, verb, subjects[0], dictionary, language)
        if said or asked or (len(subjects) == 1 and _is_object(sentence, verb, subjects[0], dictionary)):
            changed[subjects[0].index] = _replaced(subjects[0], "obj", Case="Acc")
        elif len(subjects) == 1 and (first := _doer_before(sentence, verb, subjects[0], dictionary)) is not None:
            changed[first.index] = _replaced(first, "nsubj", Case="Nom")
            changed[subjects[0].index] = _replaced(subjects[0], "obj", Case="Acc")
        elif len(subjects) == 2 and _is_whose(verb, subjects[0], subjects[1]):
            owner = _replaced(subjects[1], "nmod", Case="Gen")
            changed[owner.index] = msgspec.structs.replace(owner, head=subjects[0].index)
        elif len(subjects) == 2 and _is_told(verb, subjects[0], subjects[1], language):
            changed[subjects[0].index] = _replaced(subjects[0], "iobj", Case="Dat")
        elif (dead := _counted_dead(sentence, verb, language)) is not None:
            changed[dead.index] = _replaced(dead, "nsubj")
        elif not subjects and (counted := _counted_before(sentence, below, verb)) is not None:
            changed[counted.index] = _replaced(counted, "nsubj")
        elif not subjects and (listed := _behind_source(sentence, verb)):
            changed[listed[0].index] = msgspec.structs.replace(_replaced(listed[0], "nsubj"), head=verb.index)
            changed |= {t.index: msgspec.structs.replace(t, head=listed[0].index) for t in listed[1:]}
        elif not subjects and (name := _subject_astray(sentence, verb, dictionary)) is not None:
            changed[name.index] = msgspec.structs.replace(_replaced(name, "nsubj", Case="Nom"), head=verb.index)
        for thing in (c for c in below if c.deprel == "iobj" and _is_done_to(below, c, dictionary)):
            changed.setdefault(thing.index, _replaced(thing, "obj", Case="Acc"))
        for told in (c for c in below if c.deprel == "obj" and _is_addressee(verb, c, dictionary, language)):
            changed[told.index] = _replaced(told, "iobj", Case="Dat")
        for thing in (c for c in below if _is_bare_nominative(sentence, verb, c) and subjects):
            changed.setdefault(thing.index, _replaced(thing, "obj", Case="Acc"))
    return _rebuilt(sentence, changed)


def _with_nouns(sentence: Sentence, dictionary: Dictionary) -> Sentence:
    """Nouns as such that were taken for verbs: by their form, or with an adjective ("временного | поверенного")."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if _is_participle_of_office(token, dictionary):
            moved |= _as_office(sentence, token, dictionary)
            continue
        if token.upos != "VERB" or token.relation not in NOMINAL or not dictionary.knows(token.form):
            continue
        before = _adjective_before(sentence, token)
        forms = dictionary.analyses(token.form)
        if all(a.case and "NOUN" in a.upos and (before or "VERB" not in a.upos) for a in forms):
            moved[token.index] = _as_noun(token, dictionary)
            if before is not None:
                moved[before.index] = msgspec.structs.replace(before, head=token.index, deprel="amod")
            own = (c for c in sentence.children(token) if c.relation in ("obj", "obl"))
            moved |= {c.index: msgspec.structs.replace(c, deprel="nmod") for c in own}
    return _rebuilt(sentence, moved)


def _is_participle_of_office(token: Token, dictionary: Dictionary) -> bool:
    """Whether a participle is first of all a noun ("командующий")."""
    part = token.upos == "VERB" and token.feats.get("VerbForm") == "Part" and dictionary.knows(token.form)
    first = next(iter(dictionary.analyses(token.form)), None) if part else None
    return first is not None and "NOUN" in first.upos and "VERB" not in first.upos


def _as_office(sentence: Sentence, token: Token, dictionary: Dictionary) -> dict[int, Token]:
    """A participle as the noun of its place: an argument, the title before a name, who does what the verb says."""
    noun, above = _as_noun(token, dictionary), sentence.parent(token)
    own = [c for c in sentence.children(token) if c.relation in ("obj", "obl", "iobj")]
    moved = {c.index: msgspec.structs.replace(c, deprel="nmod") for c in own}
    behind = [c for c in sentence.children(above) if c.relation == "nsubj"] if above is not None else []
    if token.relation in NOMINAL:
        return moved | {token.index: noun}
    if above is not None and token.relation == "acl" and above.entity == "B-PER" and above.index > token.index:
        titled = msgspec.structs.replace(noun, head=above.head, deprel=above.deprel)
        return moved | {
            token.index: titled,
            above.index: msgspec.structs.replace(above, head=token.index, deprel="appos"),
        }
    if token.relation != "xcomp" or (behind and behind[0].index != token.index + 1):
        return {}
    owned = {c.index: _replaced(c, "nmod", Case="Gen") for c in behind[:1]}
    owned = {index: msgspec.structs.replace(c, head=token.index) for index, c in owned.items()}
    return moved | owned | {token.index: _replaced(noun, "nsubj", Case="Nom")}


def _with_adverbs(sentence: Sentence, dictionary: Dictionary) -> Sentence:
    """An adverb with a capital that was taken for the first word of the name behind it ("Накануне | Лавров принял")."""
    first, verb = sentence.tokens[0], sentence.parent(sentence.tokens[0])
    names = [c for c in sentence.children(first) if c.relation == "flat" and c.index == 1]
    if first.upos != "PROPN" or first.entity != "O" or verb is None or not names or not dictionary.knows(first.form):
        return sentence
    if any(a.case is not None for a in dictionary.analyses(first.form)):
        return sentence
    spoken = any(c.relation == "nsubj" and c is not first for c in sentence.children(verb))
    changed = {0: msgspec.structs.replace(first, upos="ADV", lemma=first.lower, deprel="advmod", feats={})}
    changed[1] = msgspec.structs.replace(names[0], head=verb.index, deprel="obl" if spoken else "nsubj")
    return _rebuilt(sentence, changed)


def _with_datives(sentence: Sentence, dictionary: Dictionary) -> Sentence:
    """A locative without an adposition is none: a form that may be one is a dative ("подзвонив колезі")."""
    changed: dict[int, Token] = {}
    for token in sentence.tokens:
        bare = token.relation in ("obl", "obj", "iobj") and token.feats.get("Case") == "Loc"
        if bare and "Dat" in _cases(token, dictionary) and not _has_adposition(sentence, token):
            feats = {key: value for key, value in token.feats.items() if key != "Animacy"} | {"Case": "Dat"}
            changed[token.index] = msgspec.structs.replace(token, deprel="iobj", feats=feats)
            beside = (c for c in sentence.children(token) if c.relation in ("amod", "det"))
            changed |= {c.index: _replaced(c, c.deprel, Case="Dat") for c in beside if c.feats.get("Case") == "Loc"}
    return _rebuilt(sentence, changed)


def _has_adposition(sentence: Sentence, token: Token) -> bool:
    before = sentence.tokens[token.index - 1 : token.index] if token.index else ()
    return any(t.upos == "ADP" for t in (*sentence.children(token), *before))


def _adjective_before(sentence: Sentence, token: Token) -> Token | None:
    """The adjective right before a word that hangs on it, or on the same word as the same."""
    before = sentence.tokens[token.index - 1] if token.index else None
    if before is None or before.upos != "ADJ":
        return None
    own = before.head == token.index and before.relation == "amod"
    return before if own or (before.head, before.deprel) == (token.head, token.deprel) else None


def _rebuilt(sentence: Sentence, changed: dict[int, Token]) -> Sentence:
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _as_noun(token: Token, dictionary: Dictionary) -> Token:
    form = dictionary.analyses(token.form)[0]
    told = {"Case": form.case, "Gender": form.gender, "Number": form.number}
    lemma = next(iter(dictionary.nominatives(token.form, form.case, form.gender)), token.lemma).lower()
    feats = {key: value for key, value in told.items() if value}
    return msgspec.structs.replace(token, lemma=lemma, upos="NOUN", feats=feats)


def _replaced(token: Token, relation: str, **feats: str) -> Token:
    return msgspec.structs.replace(token, deprel=relation, feats=token.feats | feats)


def _is_object(sentence: Sentence, verb: Token, token: Token, dictionary: Dictionary) -> bool:
    """Whether a singular, alone beside a plural verb, is what is done to it; before it, if it is no nominative."""
    if verb.feats.get("Number") != "Plur" or verb.feats.get("Voice") == "Pass":
        return False
    if token.index < verb.index and (token.feats.get("Number") != "Sing" or "Nom" in _cases(token, dictionary)):
        return False
    place = token.entity == "B-LOC" and not token.form.isupper()
    if not (place or (token.upos == "NOUN" and token.entity == "O")) or token.feats.get("Number") != "Sing":
        return False
    several = any(c.relation in ("conj", "nummod", "case") for c in sentence.children(token))
    return not several and "Acc" in _cases(token, dictionary)


def _is_whose(verb: Token, first: Token, second: Token) -> bool:
    """Whether of two before a verb the second is a name without cases that the first belongs to."""
    ahead = first.index + 1 == second.index < verb.index and first.upos == "NOUN" and second.entity == "B-PER"
    gender = verb.feats.get("Gender")
    return ahead and gender is not None and gender == first.feats.get("Gender") != second.feats.get("Gender")


def _is_told(verb: Token, first: Token, second: Token, language: str) -> bool:
    """Whether of two behind a verb of saying the first is the paper that is told ("сообщил | ТАСС | дипломат")."""
    says = load_quote_words(language).says
    return verb.index < first.index < second.index and first.entity == "B-ORG" and bool(verb.keys & says)


def _doer_before(sentence: Sentence, verb: Token, subject: Token, dictionary: Dictionary) -> Token | None:
    """Of two bare names around a verb whose forms are nominative and accusative alike the first is its subject."""
    first = next((c for c in sentence.children(verb) if c.deprel == "obj" and c.index < verb.index), None)
    if first is None or subject.index < verb.index or not subject.entity.endswith("LOC"):
        return None
    if any(not _is_bare_place(sentence, t) or t.feats.get("Number") == "Plur" for t in (first, subject)):
        return None
    nominative, accusative = _cases(first, dictionary), _cases(subject, dictionary)
    return first if {"Nom"} <= (nominative or {"Nom"}) and {"Acc"} <= (accusative or {"Acc"}) else None


def _is_bare_place(sentence: Sentence, token: Token) -> bool:
    below = any(c.relation in ("case", "amod", "det", "conj", "nummod", "nmod") for c in sentence.children(token))
    return token.upos in ("NOUN", "PROPN") and token.form[0].isupper() and not below and token.entity[-3:] != "PER"


def _is_asked(sentence: Sentence, verb: Token, token: Token, dictionary: Dictionary, language: str) -> bool:
    """Whether a name between a later verb and an infinitive is asked to do that ("сказал и призвал ЕС прийти")."""
    if verb.relation != "conj" or token.index != verb.index + 1 or token.entity == "O":
        return False
    asks = any(e.object_is_to for e in position_verbs(language).get(verb.lemma.lower(), ()))
    below, cases = sentence.children(verb), _cases(token, dictionary)
    free = not any(c.relation in ("obj", "iobj") for c in below) and (not cases or "Acc" in cases)
    return asks and free and any(c.relation == "xcomp" and c.index > token.index for c in below)


def _is_said_in_a_house(sentence: Sentence, verb: Token, thing: Token, language: str) -> bool:
    """Whether a thing beside a plural verb is what is judged or answered in a seat of power ("В Риме его назвали")."""
    if thing.upos != "NOUN" or thing.entity != "O" or thing.feats.get("Animacy") != "Inan":
        return False
    answered = thing.index < verb.index and verb.lemma.lower() in position_verbs(language)
    taken = answered or verb.keys & load_quote_words(language).judges
    if verb.feats.get("Number") != "Plur" or not taken:
        return False
    houses = load_grammar(language).impersonal_sources
    below = sentence.children(verb)
    near = [
        c for c in below if c.relation == "obl" and c.index < verb.index and not any(o.deprel == "obj" for o in below)
    ]
    places = (c for c in near if any(t.entity.endswith(("LOC", "ORG")) for t in _owners(sentence, c)))
    return any(c.lemma.lower() in houses for p in places for c in sentence.children(p) if c.relation == "case")


def _owners(sentence: Sentence, noun: Token) -> list[Token]:
    """A noun and the genitives behind it: "министерстве | дел | Ирана"."""
    found = [noun]
    for token in found:
        found += [c for c in sentence.children(token) if c.relation == "nmod"]
    return found


def _is_bare_nominative(sentence: Sentence, verb: Token, token: Token) -> bool:
    """Whether a thing behind an active verb, in a nominative without an adposition, is its only object."""
    bare = token.deprel == "obl" and token.upos == "NOUN" and token.index > verb.index
    thing = bare and token.feats.get("Case") == "Nom" and token.feats.get("Animacy") == "Inan"
    below = sentence.children(verb)
    held = any(c.deprel in ("obj", "ccomp", "xcomp", "cop", "aux:pass") for c in below)
    return thing and not held and not any(c.relation == "case" for c in sentence.children(token))


def _is_done_to(below: tuple[Token, ...], token: Token, dictionary: Dictionary) -> bool:
    """Whether a form that is an accusative and no dative is the only object of its verb."""
    cases = _cases(token, dictionary) or {token.feats.get("Case")}
    return "Acc" in cases and "Dat" not in cases and not any(c.deprel in ("obj", "ccomp") for c in below)


def _is_addressee(verb: Token, token: Token, dictionary: Dictionary, language: str) -> bool:
    """Whether a name in no accusative stands beside a verb that is said to somebody in the dative.

    A verb that nothing but this can follow ("зателефонував Нетаньягу") has no object, whatever the form.
    """
    lemma, behind = verb.lemma.lower(), token.index == verb.index + 1
    if any(DATIVE in e.recipients and e.object == "none" for e in contact_verbs(language).get(lemma, ())):
        return behind and (token.entity.endswith("PER") or token.upos == "PRON")
    if token.upos != "PROPN" or token.feats.get("Case") == "Dat" or token.index < verb.index:
        return False
    cases = _cases(token, dictionary)
    told = any(DATIVE in entry.to for entry in position_verbs(language).get(lemma, ()))
    return told and "Dat" in cases and "Acc" not in cases


def _cases(token: Token, dictionary: Dictionary) -> frozenset[str]:
    """The cases that a form may have; none where the dictionary does not know it."""
    if not dictionary.knows(token.form):
        return frozenset()
    return frozenset(a.case for a in dictionary.analyses(token.form) if a.case and token.upos in a.upos)


def _counted_dead(sentence: Sentence, verb: Token, language: str) -> Token | None:
    """Those counted who die, taken for an object: "загинули | 30 осіб"; a subject behind them is another's.

    So are those of whom a neuter tells: "прибыло | 30 солдат".
    """
    below, neuter = sentence.children(verb), verb.feats.get("Gender") == "Neut" and verb.relation != "conj"
    dies = any(entry.victim_is_subject for entry in event_verbs(language).get(verb.lemma.lower(), ()))
    if not dies and (not neuter or any(c.relation in ("nsubj", "csubj", "xcomp") for c in below)):
        return None
    counted = next((c for c in below if c.deprel == "obj" and c.upos == "NOUN" and _is_counted(sentence, c)), None)
    if counted is None or any(c.relation == "nsubj" and c.index < counted.index for c in below):
        return None
    return counted


def _behind_source(sentence: Sentence, verb: Token) -> list[Token]:
    """Names in the nominative taken for more of the source before the comma ("по словам Пескова, | Путин и Си …")."""
    for first in sentence.tokens[1 : verb.index]:
        source = sentence.parent(first) if first.relation == "conj" and first.feats.get("Case") == "Nom" else None
        if source is None or source.relation != "nmod" or source.feats.get("Case") in ("Nom", None):
            continue
        words = sentence.tokens[source.index + 1 : first.index]
        above = sentence.parent(source)
        if not words or words[-1].form != "," or above is None or above.head != verb.index:
            continue
        later = [c for c in sentence.children(source) if c.relation == "conj" and first.index < c.index < verb.index]
        return [first, *later]
    return []


def _counted_before(sentence: Sentence, below: tuple[Token, ...], verb: Token) -> Token | None:
    """Those counted before a verb that has another object behind it are its subject ("1500 солдатів | залишили").

    So are several who are named behind a verb in the plural ("осуждение выразили | Париж и Берлин").
    """
    objects = [c for c in below if c.deprel == "obj"]
    if len(objects) != 2 or not objects[0].index < verb.index < objects[1].index:
        return None
    if _is_counted(sentence, objects[0]):
        return objects[0]
    several = verb.feats.get("Number") == "Plur" and objects[1].entity != "O" and objects[0].entity == "O"
    return objects[1] if several and any(c.relation == "conj" for c in sentence.children(objects[1])) else None


def _subject_astray(sentence: Sentence, verb: Token, dictionary: Dictionary) -> Token | None:
    """The subject of a verb that a parser hung on a noun beside it."""
    found = (
        _name_before(sentence, verb) or _teller_behind(sentence, verb, dictionary) or _nominative_before(sentence, verb)
    )
    if found is not None:
        return found
    for noun in (c for c in sentence.children(verb) if c.relation == "obl" and c.index > verb.index):
        behind = (c for c in sentence.children(noun) if c.deprel == "nmod" and c.feats.get("Number") == "Plur")
        for own in behind if verb.feats.get("Number") == "Plur" else ():
            if _cases(own, dictionary) == {"Nom"} and not any(c.relation == "case" for c in sentence.children(own)):
                return own
    return None


def _nominative_before(sentence: Sentence, verb: Token) -> Token | None:
    """The only name before a verb, in the nominative, taken for one whom it is done to ("Хартум закроет границу").

    So is one that is written as its base form, which a parser took for an accusative ("Баку требует").
    """
    names = [c for c in sentence.children(verb) if c.index < verb.index and c.relation in ("obj", "iobj")]
    if len(names) != 1 or names[0].feats.get("Number") != verb.feats.get("Number"):
        return None
    named = names[0].entity != "O" or names[0].upos == "PROPN"
    base = names[0].lower == names[0].lemma.lower() and verb.feats.get("Person") in (None, "3")
    return names[0] if named and (names[0].feats.get("Case") == "Nom" or base) else None


def _teller_behind(sentence: Sentence, verb: Token, dictionary: Dictionary) -> Token | None:
    """The person right behind a verb before those who are told, taken for one ("заявила | Санду журналістам")."""
    told = [c for c in sentence.children(verb) if c.relation in ("obj", "iobj") and c.index > verb.index]
    if len(told) != 2 or told[0].index != verb.index + 1 or not told[0].entity.endswith("PER"):
        return None
    cases = _cases(told[0], dictionary)
    return told[0] if (not cases or "Nom" in cases) and told[1].feats.get("Case") == "Dat" else None


def _is_counted(sentence: Sentence, noun: Token) -> bool:
    return any(c.relation == "nummod" for c in sentence.children(noun))


def _name_before(sentence: Sentence, verb: Token) -> Token | None:
    """The name whose words end right before a verb, hung on the noun before it: a time, or the like."""
    top = sentence.tokens[verb.index - 1] if verb.index else None
    while top is not None and top.head >= 0 and sentence.tokens[top.head].entity.endswith("ORG"):
        top = sentence.tokens[top.head]
    above = sentence.parent(top) if top is not None else None
    while above is not None and above.relation == "nmod" and above.entity == "O":
        above = sentence.parent(above)
    if top is None or above is None or top.deprel != "nmod" or not top.entity.startswith("B-ORG"):
        return None
    if above.head != verb.index or above.relation != "obl" or above.entity != "O" or above.index > top.index:
        return None
    if verb.feats.get("Number") != "Sing" or any(c.relation == "case" for c in sentence.children(top)):
        return None
    return top if top.form.isupper() or (_is_counted(sentence, above) and _agrees(verb, top)) else None


def _agrees(verb: Token, name: Token) -> bool:
    return verb.feats.get("Gender") in (None, name.feats.get("Gender")) or verb.feats.get("Gender") == "Neut"
