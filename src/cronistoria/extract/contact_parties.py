"""Who is in touch: the parties of a contact verb or noun, read from its dependents and from the verb that carries it.

A trigger comes in, phrases go out; who they stand for is the composer's question.
"""

from cronistoria.extract import neighbours, tree
from cronistoria.extract.contact_carriers import add_carrier, carrier_of, carriers_of, moved_to
from cronistoria.extract.contact_details import initiators
from cronistoria.extract.contact_envoys import sent_and_hosts
from cronistoria.extract.contact_foretold import of_main_clause
from cronistoria.extract.contact_scene import (
    NAMED,
    PERSON,
    Parties,
    Scene,
    by_cases,
    is_definite,
    is_person,
    is_reflexive,
    is_reflexive_pronoun,
    means_of,
    measure_of,
)
from cronistoria.languages.contacts import ContactNoun, ContactVerb, contact_nouns
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase
from cronistoria.model.record import Channel
from cronistoria.model.sentence import Sentence, Token

RELAYED: frozenset[Channel] = frozenset({"talks", "letter", "message", "handover"})


def verb_parties(scene: Scene, verb: Token, entry: ContactVerb) -> Parties:
    """The parties of a contact verb: its subject, its object in the role of the entry, its obliques by adposition.

    A role that the tree leaves empty is filled from the neighbours of the verb.
    """
    sentence = scene.sentence
    found = Parties(holders=_holders(scene, verb, entry))
    objects = scene.phrases(_objects(scene, verb, entry)) or _unspoken(scene, verb, entry)
    if entry.object in ("partner", "host") and not objects and (met := _undergoing(scene, verb)):
        agents = tree.passive_agents(sentence, verb) or tree.obliques(sentence, verb, *scene.words.agent_cases)
        found.holders, objects = scene.phrases(agents or _seats(scene, verb, entry)) or _meeting(scene, verb), met
    if entry.object == "partner":
        found.partners += objects
    elif entry.object == "envoy":
        found.holders, found.recipients = sent_and_hosts(scene, verb, entry, _objects(scene, verb, entry))
    elif entry.object in ("host", "recipient"):
        found.recipients += objects
    if entry.object in ("recipient", "partner"):
        found.partners += clitics(scene, verb)
    elif entry.object == "none" and entry.needs_partner:
        found.partners += clitics(scene, verb, "iobj", "obj")
    found.partners += scene.phrases(by_cases(scene, verb, entry.partners))
    means = means_of(scene.words)
    others = [t for t in by_cases(scene, verb, entry.hosts | entry.recipients) if not t.keys & means]
    if entry.hosts and entry.object == "none":
        others = _places_of_purpose(scene, verb, entry.hosts) or others
    found.recipients += scene.phrases([] if any(t.keys & scene.words.no_hosts for t in others) else others)
    if entry.object == "document" and not found.recipients:
        documents = tree.objects(sentence, verb)
        above = sentence.parent(verb) if verb.relation == "xcomp" else None
        near = [t for v in (verb, above) if v is not None for t in tree.children_by(sentence, v, "iobj")]
        given = [t for t in near if not is_reflexive_pronoun(scene, t)]
        given += [o for o in documents[:1] if len(documents) > 1 and o.lemma.lower() not in scene.words.documents]
        given += [t for d in documents for t in tree.obliques(sentence, d, *entry.recipients)]
        found.recipients += scene.phrases(given) or found.holders[1:]
    if entry.object == "document":
        found.holders += _senders(scene, verb)
    if not (found.partners or found.recipients):
        found.partners += _proposed_to(scene, verb)
    if not (found.partners or found.recipients) and (both := of_main_clause(scene, verb, found.holders)) is not None:
        found.holders, found.partners = both
    found.go_betweens = _go_betweens(scene, verb, entry.channel)
    found.recipients = list(dict.fromkeys(found.recipients))
    found.holders = [p for p in found.holders if p not in found.partners and p not in found.recipients]
    return found


def _senders(scene: Scene, verb: Token) -> list[Phrase]:
    """Whose letter it is that somebody hands over: "the envoy handed her a letter from the premier"."""
    known = contact_nouns(scene.document.language)
    things = tree.objects(scene.sentence, verb) or tree.children_by(scene.sentence, verb, "nsubj")
    letters = [(t, known[t.lemma.lower()]) for t in things if t.lemma.lower() in known]
    return scene.phrases([o for t, entry in letters for o in _owners(scene, t, entry)])


def _places_of_purpose(scene: Scene, verb: Token, cases: frozenset[str]) -> list[Token]:
    """Where somebody goes, hung on what they go for: "arrived for talks | in Oslo"."""
    known = contact_nouns(scene.document.language)
    aims = (
        c for c in tree.children_by(scene.sentence, verb, "obl") if c.lemma.lower() in known and c.index > verb.index
    )
    near = (t for aim in aims for t in tree.children_by(scene.sentence, aim, "nmod"))
    return [t for t in near if t.entity == "B-LOC" and set(tree.case_lemmas(scene.sentence, t)) & cases]


def _go_betweens(scene: Scene, head: Token, channel: Channel) -> list[Phrase]:
    """Who mediates or takes part besides: "met through the mediation of Oman", "talks through Oman"."""
    words, sentence = scene.words, scene.sentence
    beside = [c for c in tree.children_by(sentence, head, "obl", "nmod") if c.keys & words.mediations]
    beside = [c for c in beside if set(tree.roles(sentence, c)) & words.mediation_cases]
    owners = [o for c in beside for o in sentence.children(c) if o.relation in ("nmod", "amod", "compound")]
    owners += [c for c in _channels(scene, head) if channel in RELAYED]
    return scene.phrases([t for o in owners if not scene.is_time(o) for t in tree.conjuncts(sentence, o)])


def _channels(scene: Scene, head: Token) -> list[Token]:
    """Those named through whom something goes."""
    means = means_of(scene.words)
    near = tree.children_by(scene.sentence, head, "obl", "nmod")
    through = (c for c in near if set(tree.roles(scene.sentence, c)) & scene.words.through)
    return [c for c in through if c.entity.startswith("B-") and not c.keys & means]


def _proposed_to(scene: Scene, verb: Token) -> list[Phrase]:
    """To whom somebody proposes to do what an infinitive says: "предложил Путину встретиться"."""
    above = scene.sentence.parent(verb)
    if above is None or verb.feats.get("VerbForm") != "Inf" or verb.relation not in ("xcomp", "ccomp", "csubj"):
        return []
    if not any(cue.asks and above.lemma.lower() in cue.lemmas for cue in scene.words.cues):
        return []
    given = tree.children_by(scene.sentence, above, "iobj")
    given = given or tree.obliques(scene.sentence, above, *scene.words.addressees)
    return scene.phrases([t for t in given if is_person(scene, t) or t.entity in NAMED])


def _undergoing(scene: Scene, verb: Token) -> list[Phrase]:
    """Who is met or visited by a participle beside the name ("Ada Keller, received in Bern")."""
    sentence, above = scene.sentence, scene.sentence.parent(verb)
    past = verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") == "Past"
    if above is None or not past or is_reflexive(scene, verb) or verb.deprel == "acl:relcl":
        return []
    if tree.children_by(sentence, verb, "aux", "obj", "nsubj"):
        return []
    if verb.relation == "acl":
        party = is_person(scene, above) or above.entity in NAMED
        is_contact = above.lemma.lower() in contact_nouns(scene.document.language)
        return scene.phrases([above]) if party and not is_contact else []
    ahead = verb.relation == "advcl" and verb.index < above.index
    agents = tree.passive_agents(sentence, verb) or tree.obliques(sentence, verb, *scene.words.agent_cases)
    return scene.phrases(tree.subjects(sentence, above)) if ahead and any(is_person(scene, a) for a in agents) else []


def _meeting(scene: Scene, verb: Token) -> list[Phrase]:
    """Who tells something to somebody "met in Bern": the subject of the verb that the person met depends on."""
    met = scene.sentence.parent(verb) if verb.relation == "acl" else None
    above = scene.sentence.parent(met) if met is not None and not met.relation.startswith("nsubj") else None
    return scene.doers(above) if above is not None and above.upos == "VERB" else []


def _holders(scene: Scene, verb: Token, entry: ContactVerb) -> list[Phrase]:
    """Doers by the tree; a nominal before the verb where it sees none or only a dropped subject."""
    gathered = _gathered(scene, verb) if entry.reflexive and entry.alone else []
    if gathered:
        return scene.phrases(gathered)
    doers = moved_to(scene, verb) or scene.doers(verb)
    spoken = [p for p in doers if not p.dropped]
    if spoken:
        heads = [scene.sentence.tokens[p.head] for p in spoken]
        extra = [t for t in neighbours.with_neighbours(scene.sentence, heads) if t not in heads]
        return [*spoken, *scene.phrases(extra)]
    if tree.is_passive(scene.sentence, verb):
        gathered = tree.children_by(scene.sentence, verb, "nsubj:pass") if is_reflexive(scene, verb) else []
        heads = [t for g in gathered for t in tree.conjuncts(scene.sentence, g)]
        heads = heads or by_cases(scene, verb, scene.words.agent_cases)
        return scene.phrases(heads or _seats(scene, verb, entry))
    if (
        entry.seats
        and tree.finite_form(scene.sentence, verb).feats.get("Number") == "Plur"
        and scene.grammar.impersonal_sources
    ):
        seats = _seats(scene, verb, entry)
        if seats:
            return scene.phrases(seats)
    before = neighbours.nominal_before(scene.sentence, verb)
    if before is None or verb.relation in ("acl", "xcomp"):
        return doers
    return scene.phrases(neighbours.with_neighbours(scene.sentence, [before]))


def _gathered(scene: Scene, verb: Token) -> list[Token]:
    """Whom a participle tells to have met ("the council, | convened | on Monday", "riuniti a Oslo, i …")."""
    sentence, above = scene.sentence, scene.sentence.parent(verb)
    if above is None or verb.feats.get("VerbForm") != "Part" or verb.deprel == "acl:relcl":
        return []
    if tree.children_by(sentence, verb, "aux", "cop", "obj", "nsubj") or tree.passive_agents(sentence, verb):
        return []
    if verb.relation in ("acl", "amod") and above.upos in ("NOUN", "PROPN"):
        return [above]
    return tree.subjects(sentence, above) if verb.relation == "advcl" and verb.index < above.index else []


def _seats(scene: Scene, verb: Token, entry: ContactVerb) -> list[Token]:
    """The seat of power where somebody is received or summoned, which stands for who does so; a city is none."""
    places = tree.obliques(scene.sentence, verb, *entry.seats)
    if not scene.grammar.articles:
        return places
    return [p for p in places if p.upos == "NOUN" or p.entity != "B-LOC" or tree.children_by(scene.sentence, p, "det")]


def _objects(scene: Scene, verb: Token, entry: ContactVerb) -> list[Token]:
    """Objects by the tree, a subject behind the verb beside one before it, or the nominal that follows at once."""
    if entry.object == "none":
        return []
    sentence = scene.sentence
    found = [o for o in tree.objects(sentence, verb) if not is_reflexive_pronoun(scene, o)]
    if not found and any(c.deprel == "aux:pass" for c in sentence.children(verb)):
        return [t for s in sentence.children(verb) if s.deprel == "nsubj" for t in tree.conjuncts(sentence, s)]
    if found or is_reflexive(scene, verb) or tree.is_passive(sentence, verb):
        return found
    own = tree.children_by(sentence, verb, "nsubj")
    behind = [s for s in own if s.index > verb.index]
    if behind and len(behind) < len(own):
        return behind[:1]
    beside = [n for n in _names_at_means(scene, verb) if entry.object in ("partner", "recipient")]
    if beside:
        return beside
    after = neighbours.nominal_after(sentence, verb)
    if after is not None and scene.is_time(after):
        return []
    return [after] if after is not None and after not in own and not is_reflexive_pronoun(scene, after) else []


def _unspoken(scene: Scene, verb: Token, entry: ContactVerb) -> list[Phrase]:
    """Who is met, where the subject of a passive is not spoken ("arrivò a Riad, dove | fu ricevuto dal re")."""
    met = entry.object == "partner" and tree.is_passive(scene.sentence, verb)
    agents = tree.passive_agents(scene.sentence, verb) or by_cases(scene, verb, scene.words.agent_cases)
    if (
        not met
        or not any(is_person(scene, a) or a.entity in NAMED for a in agents)
        or not tree.is_finite(scene.sentence, verb)
    ):
        return []
    if spoken := tree.subjects(scene.sentence, verb):
        return scene.phrases(spoken)
    drops = scene.grammar.drops_subjects
    return [tree.dropped_subject(scene.document, scene.sentence, verb)] if drops else []


def _names_at_means(scene: Scene, verb: Token) -> list[Token]:
    """Bare names of persons that the parser hung on the words for the channel or on a place before them.

    "Ha sentito al telefono Rossi", "ha riunito a Oslo Rossi e Bianchi".
    """
    sentence, means = scene.sentence, means_of(scene.words)
    words = [o for o in tree.children_by(sentence, verb, "obl") if o.keys & means or o.entity in NAMED]
    names = [n for o in words for n in tree.children_by(sentence, o, "nmod", "flat", "appos", "compound", "conj")]
    found = [n for n in names if n.entity == PERSON and not tree.case_lemmas(sentence, n)]
    return found if any(n.relation != "conj" for n in found) else []


def clitics(scene: Scene, verb: Token, *relations: str) -> list[Phrase]:
    """Pronouns at the verb that are neither subject nor reflexive; ``relations``: all that they may have."""
    given = tree.children_by(scene.sentence, verb, *(relations or ("iobj",)))
    pronouns = [p for p in given if p.upos == "PRON" and p.feats.get("PronType") != "Rel"] if relations else given
    places = scene.grammar.place_pronouns
    others = [p for p in pronouns if p.lemma.lower() not in places or p.feats.get("Person") == "1"]
    return scene.phrases([p for p in others if not is_reflexive_pronoun(scene, p)])


def noun_parties(scene: Scene, noun: Token, entry: ContactNoun) -> Parties:
    """The parties of a contact noun: its own dependents, those of its participles, and those of its carrying verb."""
    sentence = scene.sentence
    found = Parties()
    measure = measure_of(scene, noun)
    measured = _participles(sentence, measure) if measure is not None else []
    beside = [p for p in _participles(sentence, noun) if not _only_starts(scene, noun, p)]
    for head in (noun, *beside, *measured):
        found.partners += scene.parties(
            _with_second(scene, noun, by_cases(scene, head, entry.partners | entry.between), entry)
        )
        found.recipients += scene.phrases(by_cases(scene, head, entry.hosts | entry.recipients))
        if head is noun:
            found.holders += scene.phrases(_owners(scene, noun, entry))
        else:
            agents = tree.passive_agents(sentence, head)
            by = [t for t in tree.obliques(sentence, head, *scene.words.agent_cases) if t.entity in NAMED]
            found.holders += scene.phrases(agents or by)
    taken = {*found.partners, *found.recipients}
    found.holders = [p for p in found.holders if p not in taken]
    setting = bool(set(tree.roles(sentence, noun)) & scene.words.settings)
    above = sentence.parent(noun) if noun.relation == "nmod" and setting else None
    if above is not None and not found.holders and is_person(scene, above) and above.upos != "PRON":
        found.holders += scene.phrases([above])
    if tree.children_by(sentence, noun, "cop") and tree.case_lemmas(sentence, noun):
        found.holders += scene.phrases(tree.subjects(sentence, noun))
    started = bool(initiators(scene, noun))
    carriers = [c for c in carriers_of(sentence, noun) if not _only_vouches(scene, c)]
    for carrier in [] if started else [c for c in carriers if not _only_starts(scene, noun, c)]:
        add_carrier(scene, noun, carrier, entry, found)
    found.holders += [p for p in scene.phrases(_modifiers(sentence, noun)) if p not in taken]
    if not found.holders and not found.recipients:
        found.holders += _owners_of_partner(scene, found.partners)
    found.go_betweens = _go_betweens(scene, noun, entry.channel)
    if (above := carrier_of(sentence, noun)) is not None:
        found.go_betweens += _go_betweens(scene, above, entry.channel)
    return found


def _only_vouches(scene: Scene, carrier: Token) -> bool:
    """Whether a relative clause only tells who says so, or how long it was ("a call that Oslo says lasted an hour")."""
    idle = load_quote_words(scene.document.language).says | scene.words.duration_verbs
    return carrier.deprel == "acl:relcl" and bool(carrier.keys & idle)


def _owners_of_partner(scene: Scene, partners: list[Phrase]) -> list[Phrase]:
    """Whose counterpart the one is with whom a contact of nobody else is ("a call with her colleague")."""
    heads = [scene.sentence.tokens[p.head] for p in partners if not p.dropped]
    if not heads or heads[0].upos == "PRON" or any(h.upos != "PROPN" for h in heads[1:]):
        return []
    owners = [c for c in scene.sentence.children(heads[0]) if scene.is_possessive(c) and c.upos in ("PRON", "DET")]
    return scene.phrases(owners)


def _only_starts(scene: Scene, noun: Token, verb: Token) -> bool:
    """Whether a passive tells no more than who asked for a contact that is known: "the call was initiated by Roe"."""
    asked = bool(verb.keys & scene.words.request_participles) and tree.is_passive(scene.sentence, verb)
    return asked and is_definite(scene.sentence, noun)


def _with_second(scene: Scene, noun: Token, parties: list[Token], entry: ContactNoun) -> list[Token]:
    """The parties between whom a contact is; the second, where a parser hung it on the noun or on the first's owner."""
    if len(parties) != 1 or not set(tree.roles(scene.sentence, parties[0])) & entry.between:
        return parties
    for word in (noun, *tree.children_by(scene.sentence, parties[0], "nmod")):
        second = [c for c in tree.children_by(scene.sentence, word, "conj") if c.index > parties[0].index]
        if second and not _are_owners(scene.sentence, parties[0], word, second[0]):
            return [*parties, *second]
    return parties


def _are_owners(sentence: Sentence, several: Token, owner: Token, second: Token) -> bool:
    """Whether several of two owners, or two who are named, are the parties ("the envoys of Oslo and Lima")."""
    if several.feats.get("Number") != "Plur" or owner.relation != "nmod" or owner.entity != second.entity:
        return False
    alike = [bool(tree.children_by(sentence, t, "det")) for t in (owner, second)]
    return second.upos == "PROPN" and alike[0] == alike[1] and owner.entity in NAMED


def _participles(sentence: Sentence, noun: Token) -> list[Token]:
    """Participles and adjectives that hang on a noun ("held between ...")."""
    below = tree.children_by(sentence, noun, "acl", "amod")
    return [c for c in below if c.upos == "VERB" or any(True for _ in sentence.children(c))]


def _owners(scene: Scene, noun: Token, entry: ContactNoun) -> list[Token]:
    """Genitives and possessors; a bare place name after an adposition is where it was, not whose."""
    sentence, found = scene.sentence, []
    for owner in tree.obliques(sentence, noun, *entry.owners):
        bare = owner.entity == "B-LOC" and not tree.children_by(sentence, owner, "det")
        placed = bare and bool(tree.case_lemmas(sentence, tree.first_conjunct(sentence, owner)))
        matter = scene.grammar.articles and owner.feats.get("Number") == "Sing" and _is_matter(sentence, owner)
        matter = matter or _names(sentence, noun, owner)
        if owner.relation in ("nmod", "conj") and not scene.is_time(owner) and not placed and not matter:
            found.append(owner)
    for child in sentence.children(noun):
        if scene.is_possessive(child) and child not in found:
            found += tree.conjuncts(sentence, child)
    return found


def _is_matter(sentence: Sentence, owner: Token) -> bool:
    """Whether a bare noun says what a contact is about, not whose it is ("diálogos de | paz")."""
    return owner.upos == "NOUN" and owner.entity == "O" and not any(sentence.children(owner)[1:])


def _modifiers(sentence: Sentence, noun: Token) -> list[Token]:
    """Adjectives and compounds that may name a side ("the Russian-American talks")."""
    relations = ("amod", "compound", "nmod:unmarked")
    named = [
        c for c in sentence.children(noun) if c.deprel in relations or (c.relation == "flat" and c.upos == "PROPN")
    ]
    found = [t for c in named for t in tree.conjuncts(sentence, c) if t.upos in ("ADJ", "PROPN")]
    return [t for t in found if not _names(sentence, noun, t)]


def _names(sentence: Sentence, noun: Token, word: Token) -> bool:
    """Whether a word is part of what a contact is called ("the Global | Peace | Summit")."""
    first, last = sorted((noun.index, word.index))
    inside = [t.entity for t in sentence.tokens[first : last + 1]]
    return noun.entity != "O" and word.entity != "O" and all(e == f"I-{noun.entity[2:]}" for e in inside[1:])
