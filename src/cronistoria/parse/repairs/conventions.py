"""Trees brought to the conventions that extractors read, where the treebanks of a language have others.

Sentences come in, sentences go out, with the same words. What differs is named in the grammar table: a verb whose
particle stands apart ("kündigte … an") gets the lemma of both, a noun the case that its determiner shows, a passive its
agent, a verb form its features where a treebank leaves them out or a parser cannot tell them from context: the moods
of reported speech (``Qot``) and of the unreal (``Cnd``). A language without these words keeps its trees as they are.
"""

from collections.abc import Iterable, Iterator

import msgspec

from cronistoria.languages.grammar import VerbForms, load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.bundle import shipped_words
from cronistoria.parse.repairs.verb_lemmas import LEAST_STEM, base_of, with_known_lemma
from cronistoria.parse.word_list import WordList

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON")
PASSIVE = ("aux:pass", "nsubj:pass")
SHOWN = {"Acc": "obj", "Dat": "iobj"}
OPENERS = ("PRON", "DET", "PROPN", "NOUN")
LOOSE = ("advmod", "xcomp", "obl")
DATIVES = ("obj", "obl")


def with_conventions(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report in the conventions of the extractors."""
    forms = load_grammar(language).forms
    if forms is None:
        return sentences
    words = shipped_words(language)
    return tuple(_conventional(sentence, forms, words) for sentence in sentences)


def _conventional(sentence: Sentence, forms: VerbForms, words: WordList) -> Sentence:
    sentence = _rebuilt(sentence, _with_perfects(sentence, forms, words))
    sentence = _rebuilt(sentence, _with_features(sentence, forms))
    sentence = _rebuilt(sentence, _with_own_particles(sentence, forms))
    sentence = _rebuilt(sentence, _with_late_particles(sentence, forms, words))
    sentence = _rebuilt(sentence, _with_named_subjects(sentence, forms))
    sentence = _rebuilt(sentence, _with_lemmas(sentence, forms, words))
    sentence = _rebuilt(sentence, _with_conditions(sentence, forms))
    sentence = _rebuilt(sentence, _with_late_conditions(sentence, forms))
    return _rebuilt(sentence, _with_relations(sentence, forms))


def _rebuilt(sentence: Sentence, changed: Iterable[Token]) -> Sentence:
    """The sentence with some of its words changed; the sentence itself if that leaves no tree."""
    by_index = {token.index: token for token in changed}
    if not by_index:
        return sentence
    return make_sentence(sentence.index, tuple(by_index.get(t.index, t) for t in sentence.tokens))


def _with_perfects(sentence: Sentence, forms: VerbForms, words: WordList) -> Iterator[Token]:
    """Participles of verbs without a passive that were taken for adjectives: "die Soldaten sind eingetroffen"."""
    for token in sentence.tokens:
        copulas = [c for c in sentence.children(token) if c.relation == "cop"] if token.upos == "ADJ" else []
        base = base_of(token, forms, words) if copulas else None
        if base is not None and base.endswith(forms.active):
            feats = {"VerbForm": "Part", "Tense": "Past"}
            yield msgspec.structs.replace(token, upos="VERB", lemma=base, feats=feats)
            yield from (msgspec.structs.replace(c, deprel="aux") for c in copulas)


def _with_features(sentence: Sentence, forms: VerbForms) -> Iterator[Token]:
    for token in sentence.tokens:
        feats = _verb_features(sentence, token, forms) if token.upos in VERBAL else token.feats
        if token.upos == "NOUN" and _is_shown_plural(sentence, token):
            feats = feats | {"Number": "Plur"}
        case = _shown_case(sentence, token, forms) if token.upos in NOMINAL else None
        if case is not None:
            feats = feats | {"Case": case}
        deprel = "aux" if _is_no_copula(sentence, token, forms) else token.deprel
        if feats is not token.feats or deprel != token.deprel:
            yield msgspec.structs.replace(token, feats=feats, deprel=deprel)


def _verb_features(sentence: Sentence, token: Token, forms: VerbForms) -> dict[str, str]:
    feats = token.feats
    if "VerbForm" not in feats:
        feats = feats | _form_of(sentence, token, forms)
    if feats["VerbForm"] == "Part" and "Tense" not in feats and _is_perfect(sentence, token, forms):
        feats = feats | {"Tense": "Past"}
    mood = _mood_of(sentence, token, forms) if feats["VerbForm"] == "Fin" else None
    if mood is not None:
        return feats | {"Mood": mood, "Tense": "Pres"}
    if forms.present_endings and feats["VerbForm"] == "Fin" and token.lower == token.lemma.lower():
        return feats | {"Number": "Plur", "Tense": "Pres"} if feats.get("Person") == "3" else feats
    return feats | {"Tense": "Past"} if token.upos == "VERB" and _is_no_present(token, forms) else feats


def _is_no_present(token: Token, forms: VerbForms) -> bool:
    """Whether a form that was read as a present of the third person has neither its ending nor an irregular one.

    Some pasts end like presents ("trat").
    """
    if token.feats.get("Tense") != "Pres" or token.feats.get("Mood") != "Ind" or not forms.present_endings:
        return False
    single = token.feats.get("Number") == "Sing" and token.feats.get("Person") == "3"
    if token.lower in forms.pasts:
        return single
    return single and token.lower not in forms.presents and not token.lower.endswith(forms.present_endings)


def _form_of(sentence: Sentence, token: Token, forms: VerbForms) -> dict[str, str]:
    """Infinitive or participle: what looks like an infinitive is none beside the auxiliary of a perfect."""
    if "Person" in token.feats or "Mood" in token.feats:
        return {"VerbForm": "Fin"}
    perfect = _is_perfect(sentence, token, forms)
    is_infinitive = token.lower == token.lemma.lower() and token.lower.endswith(forms.infinitive_endings)
    if token.feats.get("Tense") != "Past" and is_infinitive and not perfect:
        return {"VerbForm": "Inf"}
    return {"VerbForm": "Part", "Tense": "Past"}


def _is_perfect(sentence: Sentence, verb: Token, forms: VerbForms) -> bool:
    helpers = (c for c in sentence.children(verb) if c.relation in ("aux", "cop"))
    return any(c.lemma.lower() in forms.perfect for c in helpers)


def _is_no_copula(sentence: Sentence, token: Token, forms: VerbForms) -> bool:
    """Whether what was read as a copula is the auxiliary of a participle."""
    above = sentence.parent(token)
    if token.deprel != "cop" or above is None or token.lemma.lower() not in forms.perfect:
        return False
    return above.upos == "VERB" and above.feats.get("VerbForm") == "Part"


def _mood_of(sentence: Sentence, token: Token, forms: VerbForms) -> str | None:
    """The mood that a form shows by itself, unless the subject is the first person, whose indicative it shares."""
    if token.lower in forms.unreal:
        return "Cnd"
    stems = ((token.lower.removesuffix(e), bases) for e, bases in forms.quotative_endings.items())
    shows = any(stem != token.lower and token.lemma.lower() in {stem + b for b in bases} for stem, bases in stems)
    return "Qot" if (shows or token.lower in forms.quotative) and not _has_first_person(sentence, token) else None


def _has_first_person(sentence: Sentence, verb: Token) -> bool:
    head = sentence.parent(verb) if verb.upos == "AUX" else verb
    subjects = [c for c in sentence.children(head or verb) if c.relation == "nsubj"]
    near = [*subjects, *sentence.tokens[max(verb.index - 1, 0) : verb.index + 2]]
    return any(t.feats.get("Person") == "1" and t.upos == "PRON" and t.feats.get("Case") == "Nom" for t in near)


def _is_shown_plural(sentence: Sentence, noun: Token) -> bool:
    """Whether the article of a noun of one form tells that several are meant ("die | Minister").

    What a parser takes for the feminine article of a noun that is none is that of several.
    """
    if noun.feats.get("Number") != "Sing" or noun.lower != noun.lemma.lower():
        return False
    articles = [c.feats for c in sentence.children(noun) if c.relation == "det" and c.feats.get("PronType") == "Art"]
    other = noun.feats.get("Gender") in ("Masc", "Neut")
    return any(f.get("Number") == "Plur" or (other and f.get("Gender") == "Fem") for f in articles)


def _shown_case(sentence: Sentence, noun: Token, forms: VerbForms) -> str | None:
    """The case of a noun where its determiner has the form of only one."""
    number = noun.feats.get("Number", "Sing")
    for child in sentence.children(noun):
        if child.relation == "det":
            return next(
                (case for case, words in forms.determiners.get(number, {}).items() if child.lower in words), None
            )
    return None


def _with_own_particles(sentence: Sentence, forms: VerbForms) -> Iterator[Token]:
    """A particle before its verb belongs to the verb before it, with all that stands between the two."""
    for particle in sentence.tokens:
        wrong = sentence.parent(particle)
        if particle.deprel != "compound:prt" or wrong is None or wrong.index < particle.index:
            continue
        before = sentence.tokens[: particle.index]
        own = next((t for t in reversed(before) if t.upos == "VERB" and t.feats.get("VerbForm") == "Fin"), None)
        if own is None or wrong not in _below(sentence, own):
            continue
        for child in sentence.children(wrong):
            if own.index < child.index <= particle.index:
                yield msgspec.structs.replace(child, head=own.index)


def _with_late_particles(sentence: Sentence, forms: VerbForms, words: WordList) -> Iterator[Token]:
    """A particle at the end of its clause that was hung on the noun before it, as its adposition or adverb."""
    for particle in sentence.tokens:
        if particle.lower not in forms.particles or not _is_late(sentence, particle):
            continue
        before = sentence.tokens[: particle.index]
        own = next((t for t in reversed(before) if t.upos == "VERB" and t.feats.get("VerbForm") == "Fin"), None)
        complete = own is not None and any(c.deprel == "compound:prt" for c in sentence.children(own))
        if own is not None and not complete and words.knows(particle.lower + own.lemma.lower()):
            yield msgspec.structs.replace(particle, head=own.index, deprel="compound:prt")


def _is_late(sentence: Sentence, particle: Token) -> bool:
    """Whether a word at the end of its clause hangs on a word before it that is no verb, or behind the next comma."""
    above = sentence.parent(particle)
    if above is None or not _ends_clause(sentence, particle):
        return False
    if above.index > particle.index:
        return sentence.tokens[particle.index + 1].form == "," and particle.relation in ("mark", "case")
    return particle.deprel == "case" or (particle.deprel == "advmod" and above.upos in ("NOUN", "PROPN"))


def _with_named_subjects(sentence: Sentence, forms: VerbForms) -> Iterator[Token]:
    """Of two objects of a verb without a subject, a name right behind the finite verb is the subject."""
    for verb in sentence.tokens:
        below = sentence.children(verb) if verb.upos == "VERB" and forms.particles else ()
        objects = [c for c in below if c.deprel == "obj"]
        if len(objects) < 2 or any(c.relation == "nsubj" for c in below):
            continue
        finite = {t.index for t in (verb, *below) if t.feats.get("VerbForm") == "Fin"}
        named = (o for o in objects if o.upos == "PROPN" and o.index - 1 in finite and o is not objects[0])
        yield from (msgspec.structs.replace(o, deprel="nsubj") for o in named)


def _below(sentence: Sentence, token: Token) -> list[Token]:
    found = [token]
    for current in found:
        found.extend(sentence.children(current))
    return found


def _with_lemmas(sentence: Sentence, forms: VerbForms, words: WordList) -> Iterator[Token]:
    """Verbs with the lemma that their particles make with them, or without the mark of the infinitive inside it."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not forms.particles:
            continue
        token = with_known_lemma(token, forms, words)
        apart = _particles(sentence, token, forms, words)
        if apart and not token.lemma.lower().startswith(apart[0]):
            yield msgspec.structs.replace(token, lemma="".join(apart) + token.lemma.lower())
        elif (stem := _without_inner_mark(token.lower, forms)) is not None:
            yield msgspec.structs.replace(token, lemma=stem, feats=token.feats | {"VerbForm": "Inf"})
        elif token is not sentence.tokens[token.index]:
            yield token
        elif token.feats.get("VerbForm") == "Part" and (base := base_of(token, forms, words)) is not None:
            yield msgspec.structs.replace(token, lemma=base)


def _particles(sentence: Sentence, verb: Token, forms: VerbForms, words: WordList) -> list[str]:
    """The particles of a verb: those that the tree calls so, else the word at the end of its clause that makes one."""
    children = [c for c in sentence.children(verb) if c.lower in forms.particles]
    apart = [c.lower for c in children if c.deprel == "compound:prt"]
    if apart or verb.feats.get("VerbForm") != "Fin":
        return apart
    loose = (c for c in children if c.relation in LOOSE and c.lower not in forms.adverbs)
    last = [c for c in loose if c.index > verb.index and _ends_clause(sentence, c)]
    return [c.lower for c in last if words.knows(c.lower + verb.lemma.lower())]


def _ends_clause(sentence: Sentence, word: Token) -> bool:
    following = sentence.tokens[word.index + 1 : word.index + 2]
    return not following or following[0].upos in ("PUNCT", "CCONJ")


def _without_inner_mark(form: str, forms: VerbForms) -> str | None:
    """The infinitive of "abzuziehen": "abziehen"; ``None`` for other forms."""
    for particle in sorted(forms.particles, key=lambda p: (-len(p), p)):
        rest = form.removeprefix(particle + forms.inner_mark)
        if rest != form and len(rest) >= LEAST_STEM and rest.endswith(forms.infinitive_endings):
            return particle + rest
    return None


def _with_conditions(sentence: Sentence, forms: VerbForms) -> Iterator[Token]:
    """A clause that opens with its verb and is followed by another verb is the condition of that one."""
    first = next((t for t in sentence.tokens if t.upos != "PUNCT"), None)
    comma = next((t.index for t in sentence.tokens if t.form == ","), len(sentence.tokens))
    if not forms.verb_first or first is None or comma + 1 >= len(sentence.tokens):
        return
    second = sentence.tokens[comma + 1]
    if first.index >= comma or not all(t.feats.get("VerbForm") == "Fin" for t in (first, second)):
        return
    condition, main = _predicate(sentence, first), _predicate(sentence, second)
    if main.head == condition.index and condition.index < comma < main.index:
        yield msgspec.structs.replace(main, head=condition.head, deprel=condition.deprel)
        yield msgspec.structs.replace(condition, head=main.index, deprel="advcl")


def _with_late_conditions(sentence: Sentence, forms: VerbForms) -> Iterator[Token]:
    """A clause behind a comma that opens with a verb of condition and its subject ("sollte es dazu kommen")."""
    for comma in sentence.tokens[1:-2]:
        opening, following = sentence.tokens[comma.index + 1], sentence.tokens[comma.index + 2]
        if comma.form != "," or opening.lower not in forms.conditional or following.upos not in OPENERS:
            continue
        condition = _predicate(sentence, opening)
        if condition.relation in ("conj", "parataxis", "ccomp", "dep") and condition.head < comma.index:
            yield msgspec.structs.replace(condition, deprel="advcl")


def _predicate(sentence: Sentence, carrier: Token) -> Token:
    above = sentence.parent(carrier)
    return above if above is not None and carrier.relation in ("aux", "cop") else carrier


def _with_relations(sentence: Sentence, forms: VerbForms) -> Iterator[Token]:
    """Passives with what makes them one, and bare datives as indirect objects."""
    relations: dict[int, str] = {}
    for verb in sentence.tokens:
        helpers = [c for c in sentence.children(verb) if c.relation == "aux" and c.lemma.lower() in forms.passive]
        passive = verb.feats.get("VerbForm") == "Part" and bool(helpers)
        relations |= {h.index: "aux:pass" for h in helpers if passive}
        marked = any(c.deprel == "aux:pass" for c in sentence.children(verb))
        perfect = not marked and any(c.lemma.lower() in forms.active_perfect for c in sentence.children(verb))
        future = verb.feats.get("VerbForm") == "Inf" and _is_no_participle(verb, forms) and bool(helpers)
        if not passive and (perfect or future or verb.lemma.lower().endswith(forms.active)):
            relations |= {c.index: c.relation for c in sentence.children(verb) if c.deprel in PASSIVE}
        relations |= _arguments(sentence, verb, forms)
        for child in sentence.children(verb):
            cases = {c.lemma.lower() for c in sentence.children(child) if c.relation == "case"}
            if passive and child.deprel == "nsubj":
                relations[child.index] = "nsubj:pass"
            elif passive and child.relation == "obl" and child.upos in NOMINAL and cases & forms.agents:
                relations[child.index] = "obl:agent"
            elif child.relation in DATIVES and not cases and child.feats.get("Case") == "Dat":
                relations[child.index] = "iobj"
            elif child.relation == "nmod" and _is_name_beside(sentence, verb, child):
                relations[child.index] = "appos"
    return (msgspec.structs.replace(sentence.tokens[i], deprel=deprel) for i, deprel in relations.items())


def _is_no_participle(verb: Token, forms: VerbForms) -> bool:
    """Whether an infinitive has another form than the participle of its verb."""
    return not verb.lower.startswith(forms.inseparable) or verb.lower.endswith(forms.infinitive_endings[1:])


def _arguments(sentence: Sentence, verb: Token, forms: VerbForms) -> dict[int, str]:
    """Subjects whose determiner shows another case, and one of two around the finite verb: they are objects.

    Of two, the one behind it is the object, unless it has a name and the other is a mere thing.
    """
    own = [c for c in sentence.children(verb) if c.deprel == "nsubj" and c.upos in NOMINAL]
    shown = {c.index: _shown_case(sentence, c, forms) for c in own}
    found = {i: SHOWN[case] for i, case in shown.items() if case in SHOWN}
    left = [c for c in own if c.index not in found]
    if len(left) == 2 and _is_between(sentence, left[0], verb, left[1]) and _is_apart(sentence, *left):
        inverted = left[0].upos == "NOUN" and not _is_named(sentence, left[0]) and left[1].entity != "O"
        found[left[0 if inverted else 1].index] = "obj"
    return found


def _is_named(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is or stands with a name ("Präsident Bush")."""
    inside = (noun, *(c for c in sentence.children(noun) if c.relation in ("appos", "flat")))
    return any(token.entity != "O" for token in inside)


def _is_between(sentence: Sentence, first: Token, verb: Token, second: Token) -> bool:
    """Whether a verb or its auxiliary stands between two words ("Bern hat den Zug geschickt")."""
    forms = (verb, *(c for c in sentence.children(verb) if c.deprel == "aux"))
    return any(first.index < form.index < second.index for form in forms)


def _is_apart(sentence: Sentence, first: Token, second: Token) -> bool:
    """Whether two words can be subject and object: the first is no label of who speaks ("Keller: …")."""
    return sentence.tokens[first.index + 1].form != ":" and second.upos != "PRON"


def _is_name_beside(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Whether a bare name stands right behind a noun that says what it names ("die Stadt Bern")."""
    bare = not any(c.relation in ("case", "det") for c in sentence.children(name))
    return (
        bare
        and noun.upos == "NOUN"
        and name.upos == "PROPN"
        and name.index == noun.index + 1
        and (name.feats.get("Case") != "Gen")
    )
