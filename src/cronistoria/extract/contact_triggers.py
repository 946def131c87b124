"""Which verbs and nouns of a sentence tell of a contact, and which only look like it.

A word of a scene comes in; its entries in the table go out, or whether one fits: its form, its object, its parties.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_details import (
    duration_span,
    has_means,
)
from cronistoria.extract.contact_parties import verb_parties
from cronistoria.extract.contact_scene import (
    Parties,
    Scene,
    by_cases,
    gives_a_name,
    is_indefinite,
    is_person,
    is_reflexive,
    quotes_a_name,
)
from cronistoria.languages.contacts import ContactNoun, ContactVerb, contact_nouns, contact_verbs
from cronistoria.languages.events import load_event_words
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.positions import load_position_words
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token

PARTICIPLES = {"ADJ": "Part"}
MAIN = frozenset({"root", "parataxis", "appos"})
APART = frozenset({"acl", "amod", "advcl"})


def noun_entry(scene: Scene, token: Token, nouns: dict[str, ContactNoun]) -> ContactNoun | None:
    """The entry of a noun, or of the noun that a pronoun with parties of its own repeats ("those with the rebels")."""
    if token.upos in ("NOUN", "PROPN"):
        entry = nouns.get(token.lemma.lower()) or nouns.get(token.lower) or _entry_of_head(scene, token, nouns)
        return None if _begins_a_body(scene, token) else entry
    above = scene.sentence.parent(token)
    if token.upos not in ("PRON", "DET") or token.relation != "conj" or above is None:
        return None
    entry = nouns.get(above.lemma.lower())
    return entry if entry is not None and _own_parties(scene, token, entry) else None


def _entry_of_head(scene: Scene, token: Token, nouns: dict[str, ContactNoun]) -> ContactNoun | None:
    """The entry of the last part of a compound written as one word ("Vierertreffen")."""
    lemma = token.lemma.lower()
    head = next((h for h in sorted(scene.words.heads, key=len, reverse=True) if lemma.endswith(h)), None)
    first = lemma.removesuffix(head).rstrip("-") if head is not None else ""
    particles = scene.grammar.forms.particles if scene.grammar.forms is not None else frozenset()
    other = first in particles or any(first.startswith(word) for word in scene.words.excluded)
    return nouns[head] if head is not None and first and not other else None


def _begins_a_body(scene: Scene, token: Token) -> bool:
    """Whether a word with a capital is the first of a body's name ("Encuentro Compartido")."""
    following = scene.sentence.tokens[token.index + 1 : token.index + 2]
    return token.entity == "B-ORG" and token.form[0].isupper() and any(t.entity == "I-ORG" for t in following)


def is_predicate(token: Token) -> bool:
    """Whether a word is a verb, also one that a parser calls an auxiliary and that helps no other."""
    return token.upos == "VERB" or (token.upos == "AUX" and token.relation not in ("aux", "cop"))


def is_asked(scene: Scene, verb: Token) -> bool:
    """Whether somebody asks or leaves open if it is so ("Has he met her?", "Is it true that he has?", "did not say
    whether he had")."""
    above = scene.sentence.parent(verb)
    said_of = verb.relation in ("ccomp", "csubj") and above is not None and above.upos in ("ADJ", "NOUN", "ADV")
    asked = said_of and above is not None and (above.relation in MAIN or tree.children_by(scene.sentence, above, "cop"))
    if verb.relation in MAIN or asked:
        return any(t.form == "?" for t in scene.sentence.tokens[-2:])
    marks = set(tree.mark_lemmas(scene.sentence, verb)) & load_event_words(scene.document.language).hypothetical
    return verb.relation == "ccomp" and bool(marks) and tree.is_finite(scene.sentence, verb)


def entries(scene: Scene, token: Token, verbs: dict[str, tuple[ContactVerb, ...]]) -> tuple[ContactVerb, ...]:
    """The entries of a verb with its particle, or of an adjective that says what a verb would ("is due")."""
    apart = (p.lemma.lower() for p in tree.children_by(scene.sentence, token, "advmod", "compound"))
    joined = next((found for particle in apart if (found := verbs.get(particle + token.lemma.lower()))), None)
    entries = joined or verbs.get(token.lemma.lower(), ())
    if token.upos != "ADJ":
        return entries
    placed = token.relation == "amod" and bool(tree.children_by(scene.sentence, token, "obl"))
    several = token.feats.get("Number") == "Plur" or token.feats.get("VerbForm") == "Part"
    gathered = (placed or token.relation in ("advcl", "acl")) and several
    return tuple(e for e in entries if e.status is not None or (gathered and e.reflexive and e.alone))


def fits_verb(scene: Scene, verb: Token, entry: ContactVerb) -> bool:
    """Whether the dependents are those of the entry."""
    sentence, parties = scene.sentence, verb_parties(scene, verb, entry)
    reflexive = is_reflexive(scene, verb) or _is_bare_participle(sentence, verb, entry)
    objects = tree.objects(sentence, verb)
    misread = [c for c in sentence.children(verb) if c.deprel == "obl:arg"]
    if entry.object == "partner" and any(_is_no_party(scene, o) for o in objects):
        return False
    meant = [tree.antecedent(sentence, o) or o for o in (*objects, *misread)]
    if (entry.reflexive and not reflexive) or any(o.keys & entry.not_objects for o in meant):
        return False
    subjects = tree.subjects(sentence, verb) if entry.not_subjects else []
    if entry.subjects and not any(s.keys & entry.subjects for s in _meant(sentence, verb)):
        return False
    if (entry.active and tree.is_passive(sentence, verb)) or any(s.keys & entry.not_subjects for s in subjects):
        return False
    particles = tree.children_by(sentence, verb, "compound")
    beside = [o for o in tree.children_by(sentence, verb, "obl") if not scene.is_time(o)]
    cases = {c for o in beside for c in tree.roles(sentence, o)}
    if entry.not_cases & (cases | {p.lemma.lower() for p in particles}):
        return False
    if entry.alone and any(o.keys & scene.words.excluded for o in tree.children_by(sentence, verb, "obl")):
        return False
    if entry.alone and any(not tree.mark_lemmas(sentence, c) for c in tree.children_by(sentence, verb, "xcomp")):
        return False
    others = [sentence.tokens[p.head] for p in (*parties.partners, *parties.recipients)]
    people = [*(sentence.tokens[p.head] for p in parties.holders), *objects] if entry.object == "envoy" else others
    unspoken = entry.object == "envoy" and others and any(p.dropped for p in parties.holders)
    if entry.persons_only and not unspoken and not any(is_person(scene, o) for o in people):
        return False
    if entry.persons_only and _is_appeal(sentence, verb, entry):
        return False
    if entry.needs_means and not has_means(scene, verb):
        return False
    if entry.at and not any(t.keys & entry.at for t in tree.children_by(sentence, verb, "obl", "compound", "advmod")):
        return False
    if _is_no_journey(scene, verb, entry):
        return False
    if entry.object == "document":
        return any(_is_document(scene, o) for o in objects)
    plural = len(parties.holders) > 1 or tree.finite_form(sentence, verb).feats.get("Number") == "Plur"
    plural = plural or (verb.feats.get("VerbForm") == "Inf" and _are_several(sentence, parties))
    if gives_a_name(sentence, verb) or (entry.channel == "call" and quotes_a_name(sentence, verb)):
        return False
    if entry.channel == "call" and is_reflexive(scene, verb) and not (plural or parties.partners):
        return False
    if entry.needs_partner:
        several = len(parties.holders) > 1 or any(_is_pair(scene, p) or _is_of_two(scene, p) for p in parties.holders)
        tries = [c for c in tree.children_by(sentence, verb, "xcomp", "ccomp") if c.feats.get("VerbForm") == "Inf"]
        acting = not tries and not tree.is_passive(sentence, verb)
        together = acting and several and (entry.together or has_means(scene, verb))
        together = together or (acting and several and _is_silence(scene, verb))
        lasting = duration_span(scene, verb) is not None or (has_means(scene, verb) and _are_they(scene, parties))
        return bool(others) or together or (plural and (reflexive or lasting))
    if entry.alone:
        return entry.reflexive or not objects
    if entry.object == "partner" and not parties.holders and all(o.upos == "PRON" for o in others) and others:
        return False
    if entry.object == "partner":
        return bool(others) or reflexive or (not scene.words.reflexives and plural)
    return bool(others)


def _is_no_party(scene: Scene, token: Token) -> bool:
    """Whether a noun is of a contact, a document or a unit of forces: somebody has it or takes it in."""
    lemma, language = token.lemma.lower(), scene.document.language
    units = load_force_words(language).forces - load_quote_words(language).persons
    paper = lemma in contact_nouns(language) or lemma in scene.words.documents
    return token.upos == "NOUN" and (paper or (bool(token.keys & units) and not is_person(scene, token)))


def _is_silence(scene: Scene, verb: Token) -> bool:
    """Whether people are told not to have been in touch for a time ("Roe and Doe have not spoken since June")."""
    denied = reality.polarity(scene.sentence, verb, scene.grammar) == "negated"
    return denied and any(scene.is_time(t) for t in tree.children_by(scene.sentence, verb, "obl"))


def _meant(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects of a verb, nouns for relative pronouns."""
    return [tree.antecedent(sentence, s) or s for s in tree.subjects(sentence, verb)]


def _are_several(sentence: Sentence, parties: Parties) -> bool:
    """Whether the one phrase for those who do it is in the plural ("the two leaders agreed to meet again")."""
    heads = [sentence.tokens[p.head] for p in parties.holders]
    return len(heads) == 1 and heads[0].feats.get("Number") == "Plur"


def _are_they(scene: Scene, parties: Parties) -> bool:
    """Whether only a plural pronoun, or an unspoken subject, says who does it."""
    heads = [scene.sentence.tokens[p.head] for p in parties.holders]
    return len(heads) == 1 and (parties.holders[0].dropped or heads[0].upos == "PRON")


def _is_of_two(scene: Scene, phrase: Phrase) -> bool:
    """Whether several are told of as those of two owners ("envoys of the government and of the rebels")."""
    head = scene.sentence.tokens[phrase.head]
    owners = tree.children_by(scene.sentence, head, "nmod", "amod") if head.feats.get("Number") == "Plur" else []
    return any(tree.children_by(scene.sentence, owner, "conj") for owner in owners)


def _is_pair(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is of two ("the two negotiators")."""
    head = scene.sentence.tokens[phrase.head]
    counted = () if phrase.dropped else tree.children_by(scene.sentence, head, "nummod", "det")
    return any(word.keys & scene.grammar.pair_words for word in counted)


def _is_no_journey(scene: Scene, verb: Token, entry: ContactVerb) -> bool:
    """Whether somebody is asked to a deed ("invitó a Gil a ceder"), to a goal or a contact that its noun tells ("a la
    calma"), or a thing is made to come ("hizo llegar")."""
    above = scene.sentence.parent(verb)
    if entry.object == "recipient" and not entry.partners:
        goals = load_position_words(scene.document.language).goals | contact_nouns(scene.document.language).keys()
        if any(t.keys & goals for t in by_cases(scene, verb, entry.hosts)):
            return True
        deeds = [c for c in tree.children_by(scene.sentence, verb, "xcomp", "ccomp") if c.upos == "VERB"]
        known = contact_verbs(scene.document.language)
        return bool(deeds) and not any(d.lemma.lower() in known for d in deeds)
    made = above is not None and above.lemma.lower() in scene.grammar.light_verbs and verb.relation == "xcomp"
    planned = above is not None and any(
        c.upos == "ADJ" for c in tree.children_by(scene.sentence, above, "obj", "xcomp")
    )
    return entry.channel == "visit" and made and not planned and verb.feats.get("VerbForm") == "Inf"


def _is_bare_participle(sentence: Sentence, verb: Token, entry: ContactVerb) -> bool:
    """Whether a participle stands for a reflexive verb ("riuniti ad Abuja, i ministri", "the council, met in …")."""
    alone = "Part" in (verb.feats.get("VerbForm"), PARTICIPLES.get(verb.upos))
    alone = alone and not tree.children_by(sentence, verb, "aux", "obj")
    if tree.passive_agents(sentence, verb):
        return False
    several = verb.feats.get("Number") == "Plur"
    return alone and (several or (entry.alone and verb.relation in APART and verb.deprel != "acl:relcl"))


def _is_appeal(sentence: Sentence, verb: Token, entry: ContactVerb) -> bool:
    """Whether somebody is called to something: "llamó a los vecinos a la calma"."""
    called = tree.children_by(sentence, verb, "obj", "obl", "iobj")
    return sum(bool(set(tree.roles(sentence, c)) & entry.recipients) for c in called) > 1


def _is_document(scene: Scene, token: Token) -> bool:
    """A document, a number of them ("a series of papers"), or a relative pronoun that stands for one."""
    head = tree.antecedent(scene.sentence, token) or token
    near = (head, *tree.children_by(scene.sentence, head, "nmod"))
    return any(t.lemma.lower() in scene.words.documents for t in near)


def is_letter(scene: Scene, token: Token, nouns: dict[str, ContactNoun]) -> bool:
    """Whether what is sent or handed over is a letter by its name; other documents are handed over."""
    entry = nouns.get((tree.antecedent(scene.sentence, token) or token).lemma.lower())
    return entry is not None and entry.channel == "letter"


def fits_noun(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a noun is a contact at all: number, modifiers, adpositions, and no part of a name of another thing."""
    sentence = scene.sentence
    single = noun.feats.get("Number") != "Plur" and not noun.lower.endswith(noun.lemma.lower() + "s")
    if entry.plural_only and single and not _own_parties(scene, noun, entry):
        return False
    if entry.needs_partner and not (_own_parties(scene, noun, entry) or _is_had_with(scene, noun, entry)):
        return False
    if entry.singular_only and noun.feats.get("Number") == "Plur":
        return False
    modifiers = tree.children_by(sentence, noun, "amod", "compound", "nmod", "flat")
    modifiers = [m for m in modifiers if not set(tree.roles(sentence, m)) & (entry.partners | entry.between)]
    above = sentence.parent(noun) if noun.relation == "nmod" else None
    if (above is not None and above.keys & scene.words.excluded) or _is_called_for(scene, noun):
        return False
    if _is_untimely(scene, noun, entry):
        return False
    if any(m.keys & (scene.words.excluded | entry.not_modifiers) for m in modifiers) or noun.relation == "compound":
        return False
    beside = [m for m in tree.children_by(sentence, noun, "nmod", "obl") if not _is_time(scene, m)]
    return not {c for m in beside for c in tree.roles(sentence, m)} & entry.not_cases


def _is_untimely(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether it is only said to be, or not to be, the time for a contact ("the wrong time for talks")."""
    above, cases = scene.sentence.parent(noun), tree.roles(scene.sentence, noun)
    apart = above is not None and bool(above.keys & scene.words.untimely) and noun.relation in ("nmod", "obl")
    return apart and bool(cases) and not set(cases) & (entry.owners | scene.words.settings)


def _is_time(scene: Scene, token: Token) -> bool:
    return any(time.first <= token.index <= time.last for time in scene.times)


def noun_of_verb(scene: Scene, verb: Token, nouns: dict[str, ContactNoun]) -> Token | None:
    """A contact noun that tells the same as its verb ("they spoke in a call", "phoned him: a talk of an hour"): oblique
    or added, without parties of its own."""
    inside = tree.children_by(scene.sentence, verb, "obl", "obj")
    for child in (*inside, *_settings_of_object(scene, verb), *_added(scene, verb)):
        entry = nouns.get(child.lemma.lower())
        indefinite = {"Ind"} & {d.feats.get("Definite", "") for d in tree.children_by(scene.sentence, child, "det")}
        case = tree.roles(scene.sentence, child)
        if (
            entry
            and not (entry.singular_only and child.feats.get("Number") == "Plur")
            and entry.channel not in ("visit", "letter")
            and len(case) <= 1
            and not (child.relation == "nmod" and set(case) & entry.owners)
            and (indefinite or not case or len(case[0]) <= 2)
        ):
            return None if _own_parties(scene, child, entry) else child
    return None


def _added(scene: Scene, verb: Token) -> list[Token]:
    """Indefinite noun phrases without a verb that are added to a clause."""
    nouns = (c for c in tree.children_by(scene.sentence, verb, "parataxis") if c.upos == "NOUN")
    return [
        noun
        for noun in nouns
        if any(c.feats.get("Definite") == "Ind" for c in tree.children_by(scene.sentence, noun, "det"))
        and not tree.children_by(scene.sentence, noun, "nsubj", "cop")
    ]


def _settings_of_object(scene: Scene, verb: Token) -> list[Token]:
    """What a parser hung on the object of a verb and is where the verb is done ("discuss the crisis at a meeting")."""
    below = (n for o in tree.objects(scene.sentence, verb) for n in tree.children_by(scene.sentence, o, "nmod"))
    outside = scene.words.topic_cases
    return [
        n for n in below if (cases := set(tree.roles(scene.sentence, n))) & scene.words.settings and not cases & outside
    ]


def _own_parties(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    return bool(tree.obliques(scene.sentence, noun, *entry.partners, *entry.between))


def _is_called_for(scene: Scene, noun: Token) -> bool:
    """Whether a noun is only what others are called to: "ha fatto appello al dialogo", "invita le parti al dialogo".

    The object of the verb is then the appeal, or those whom it is made to.
    """
    first = tree.first_conjunct(scene.sentence, noun)
    above = scene.sentence.parent(first)
    verb = scene.sentence.parent(above) if above is not None and above.relation == "obj" else above
    objects = tree.children_by(scene.sentence, verb, "obj") if verb is not None else []
    if not objects or not (first.relation == "obl" or above in objects):
        return False
    goal = noun.keys & load_position_words(scene.document.language).goals and verb is not None and verb.upos == "VERB"
    called = goal and not is_indefinite(scene.sentence, noun) and noun not in objects
    return bool(called) or (first.relation == "obl" and any(o.keys & scene.words.excluded for o in objects))


def _is_had_with(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a verb that leaves the meaning to its object names the other party ("had breakfast with Roe")."""
    verb = scene.sentence.parent(noun) if noun.relation == "obj" else None
    light = verb is not None and verb.lemma.lower() in scene.words.light_verbs
    return light and verb is not None and bool(tree.obliques(scene.sentence, verb, *entry.partners))
