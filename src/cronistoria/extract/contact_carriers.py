"""The verbs that carry a contact noun and who is named at them: "held talks with", "in a call he assured his guest".

A noun with its own parties comes in; those of the verb that it depends on, or of its relative clause, are added.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_scene import (
    NAMED,
    Parties,
    Scene,
    invites,
    is_definite,
    is_indefinite,
    is_person,
    is_reflexive_pronoun,
    is_unit,
    means_of,
    measure_of,
)
from cronistoria.languages.contacts import ContactNoun, contact_nouns, contact_verbs, planned_words
from cronistoria.languages.positions import load_position_words, position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase
from cronistoria.model.record import ContactStatus
from cronistoria.model.sentence import Sentence, Token

PERSONAL, OF_PERSONS = ("Masc", "Fem"), ("Sing Masc", "Sing Fem")
CALLS, DIRECTED = frozenset({"call", "video_call"}), frozenset({"visit", "letter", "handover", "message"})
CARRIERS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "xcomp", "acl:relcl", "acl", "iobj", "nmod"})


def carrier_of(sentence: Sentence, noun: Token) -> Token | None:
    """The verb of a noun's relative clause or else the one that it depends on."""
    return next(iter(carriers_of(sentence, noun)), None)


def carriers_of(sentence: Sentence, noun: Token) -> list[Token]:
    """The verbs of a noun's relative clauses with those that complete them, then the one that it depends on.

    "The visit that he was to | make to Oslo".
    """
    told = [c for c in tree.children_by(sentence, noun, "acl") if c.deprel == "acl:relcl" and c.upos == "VERB"]
    clauses = [v for c in told for v in (c, *tree.children_by(sentence, c, "xcomp")) if v.upos == "VERB"]
    governor = _governor(sentence, noun)
    return [*clauses, governor] if governor is not None else clauses


def _governor(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that a noun depends on, through nouns of time ("at the end of the call")."""
    head = tree.first_conjunct(sentence, noun)
    above = sentence.parent(head)
    for _ in range(3):
        if above is None or (head.deprel not in CARRIERS and head.relation != "obl"):
            return None
        if above.upos == "VERB" or (above.upos == "AUX" and above.relation not in ("aux", "cop")):
            return above
        said_of = tree.children_by(sentence, above, "cop") or tree.children_by(sentence, above, "nsubj")
        if head.relation == "obl" and said_of:
            return above
        head, above = above, sentence.parent(above)
    return None


def add_carrier(scene: Scene, noun: Token, carrier: Token, entry: ContactNoun, found: Parties) -> None:
    """Parties named at the verb: those of a light verb, who joins, or the subject that a one-sided setting needs."""
    sentence, lemma = scene.sentence, carrier.lemma.lower()
    head = tree.first_conjunct(sentence, measure_of(scene, noun) or noun)
    direct = sentence.parent(head) is carrier
    setting = _setting_head(sentence, head)
    is_argument = (direct and _is_argument(sentence, head)) or head.deprel == "nsubj:pass"
    is_relative = noun in tree.ancestors(sentence, carrier)
    oblique = setting is not None and sentence.parent(setting) is carrier
    if oblique and noun.relation == "nmod" and not is_argument and _does_another(scene, head, carrier):
        return
    if oblique and not is_argument and carries_another(scene, noun, carrier):
        found.holders += doers_of(scene, carrier) if found.all else []
        return
    if lemma in load_position_words(scene.document.language).receiving and is_argument:
        _add_received(scene, (noun, carrier), entry, found)
        return
    if lemma in scene.words.light_verbs and (is_argument or is_relative or oblique):
        found.holders += [p for p in doers_of(scene, carrier) if p.head != noun.index]
        found.partners += scene.phrases(tree.obliques(sentence, carrier, *entry.partners, *entry.between))
        found.recipients += scene.phrases(_not(noun, tree.obliques(sentence, carrier, *entry.hosts, *entry.recipients)))
    elif entry.channel == "visit" and _is_own(scene, noun, carrier):
        found.holders += doers_of(scene, carrier)
    elif entry.hosts and not found.recipients and head.relation == "nsubj":
        near = tree.obliques(sentence, carrier, *entry.hosts)
        found.recipients += scene.phrases([t for t in near if t.entity == "B-LOC"])
    elif not found.holders and oblique and (sent := _sent(scene, carrier)):
        found.holders += scene.phrases(sent)
    elif lemma in scene.words.joining and not head.relation.startswith("nsubj"):
        doers = doers_of(scene, carrier)
        late = [o for o in tree.objects(sentence, carrier) if o is not noun] if oblique else []
        found.holders += scene.phrases(late) if late and all(p.dropped for p in doers) else doers
    elif _is_subject(scene, head, carrier) and lemma in scene.words.happening | planned_words(scene.document.language):
        found.partners += scene.phrases(tree.obliques(sentence, carrier, *entry.partners, *entry.between))
    elif oblique and not found.recipients and _is_ahead_of_owner(scene, noun, carrier, found):
        found.holders += doers_of(scene, carrier)
    elif not found.holders and not _between(sentence, noun, entry):
        doers = [p for p in doers_of(scene, carrier) if p.head != noun.index]
        several = len(doers) > 1 or _are_people_of_body(scene, doers)
        two = len(doers) > 1 or bool(found.partners)
        called_off = two and head.relation == "obj" and _is_called_off(scene, carrier)
        together = oblique and several and entry.channel not in DIRECTED
        told = oblique and not found.partners and entry.channel not in DIRECTED
        spoken_to = scene.phrases(_not(noun, _addressees(scene, carrier))) if told else []
        in_call = bool(spoken_to) and _is_call(scene, noun, entry)
        beside = scene.phrases(_done_with(scene, carrier, entry)) if told else []
        if not (found.all or together or in_call or called_off or beside or _is_new(scene, noun, entry)):
            return
        spoken_to = beside or spoken_to
        found.holders += doers
        if not together:
            found.partners += spoken_to


def _sent(scene: Scene, carrier: Token) -> list[Token]:
    """Who is sent or expected somewhere for a contact ("is expected in Oslo for talks with Roe")."""
    entries = contact_verbs(scene.document.language).get(carrier.lemma.lower(), ())
    passive = tree.is_passive(scene.sentence, carrier)
    envoys = any(entry.object == "envoy" and (entry.status is not None or passive) for entry in entries)
    return tree.children_by(scene.sentence, carrier, "nsubj:pass") if envoys and passive else []


def _add_received(scene: Scene, told: tuple[Token, Token], entry: ContactNoun, found: Parties) -> None:
    """Who receives a call or a letter is at its other end, and its sender stands under the adposition of doers."""
    noun, carrier = told
    agents = [t for h in (carrier, noun) for t in tree.obliques(scene.sentence, h, *scene.words.agent_cases)]
    found.holders += scene.phrases([t for t in agents if not scene.is_time(t)])
    receivers = scene.doers(carrier)
    if entry.recipients or entry.channel == "visit":
        found.recipients += receivers
    else:
        found.partners += receivers
    found.holders = [p for p in found.holders if p not in receivers]


def _is_subject(scene: Scene, head: Token, carrier: Token) -> bool:
    """Whether a noun is the subject of its verb, or what there is by it ("es gibt keine Kontakte")."""
    there_is = head.relation == "obj" and carrier.lemma.lower() in scene.grammar.impersonals
    return head.relation.startswith("nsubj") or there_is


def as_it_came(scene: Scene, noun: Token, status: ContactStatus | None) -> ContactStatus | None:
    """The status of a contact that was to be, called off where its verb says that it does not happen."""
    verb = scene.sentence.parent(noun) if status == "scheduled" and noun.relation == "nsubj" else None
    happens = verb is not None and bool(verb.keys & scene.words.happening)
    if verb is None or not happens or reality.polarity(scene.sentence, verb, scene.grammar) == "affirmed":
        return status
    return "cancelled"


def carries_another(scene: Scene, noun: Token, carrier: Token) -> bool:
    """Whether a light verb tells of another contact than its setting: "before the meeting Roe had a call with Doe"."""
    known = contact_nouns(scene.document.language)
    others = (o for o in tree.objects(scene.sentence, carrier) if o is not noun)
    return carrier.lemma.lower() in scene.words.light_verbs and any(o.lemma.lower() in known for o in others)


def _does_another(scene: Scene, head: Token, carrier: Token) -> bool:
    """Whether a light verb carries out something else, of which a contact is but the occasion, told by another noun.

    "Began manoeuvres | in response to the visit".
    """
    above = scene.sentence.parent(head)
    apart = above is not None and not above.keys & (scene.words.settings | scene.words.rounds)
    light = carrier.lemma.lower() in scene.words.light_verbs and not is_unit(scene, above or head)
    return apart and light and bool(tree.objects(scene.sentence, carrier))


def _is_called_off(scene: Scene, verb: Token) -> bool:
    """Whether a verb says that a contact is not to be, or not to go on ("both sides suspended the talks")."""
    return any(verb.keys & cue.lemmas for cue in scene.words.cues if cue.status == "cancelled")


def _are_people_of_body(scene: Scene, doers: list[Phrase]) -> bool:
    """Whether those who do something are several people of one owner: "leaders of the bloc, at a summit in Oslo, …"."""
    heads = [scene.sentence.tokens[p.head] for p in doers if not p.dropped]
    return (
        len(heads) == 1
        and heads[0].feats.get("Number") == "Plur"
        and heads[0].upos == "NOUN"
        and (
            is_person(scene, heads[0]) and bool(tree.children_by(scene.sentence, heads[0], "nmod", "compound", "amod"))
        )
    )


def _is_own(scene: Scene, noun: Token, carrier: Token) -> bool:
    """Whether somebody calls off, ends or plans a visit of their own: "postponed her trip"."""
    own = [c for c in scene.sentence.children(noun) if scene.is_possessive(c) and c.upos != "PROPN"]
    lemma = carrier.lemma.lower()
    acts = lemma in planned_words(scene.document.language) | scene.words.happening
    return bool(own) and acts and noun.relation == "obj"


def _is_ahead_of_owner(scene: Scene, noun: Token, carrier: Token, found: Parties) -> bool:
    """Whether whose a contact is stands only behind it: "at its meeting on Monday, the council …"."""
    words = [scene.sentence.tokens[p.head] for p in found.holders if not p.dropped]
    subjects = tree.children_by(scene.sentence, carrier, "nsubj")
    if any(_is_of_person(scene, w) for w in words):
        subjects = [s for s in subjects if is_person(scene, s)]
    spoken = bool(subjects) and all(noun.index < s.index and s.upos != "PRON" for s in subjects)
    return spoken and bool(words) and all(w.upos in ("PRON", "DET") and w.index < noun.index for w in words)


def _is_of_person(scene: Scene, possessive: Token) -> bool:
    """Whether a possessive tells that its owner is a person, by the owner's gender ("her")."""
    shown = possessive.feats.get("Gender") if possessive.deprel == "nmod:poss" else None
    return shown in PERSONAL or scene.grammar.third_possessives.get(possessive.lower, "") in OF_PERSONS


def _is_argument(sentence: Sentence, head: Token) -> bool:
    """Whether a noun is the object of its verb, also one that a parser took for a second subject behind the verb."""
    if head.relation in ("obj", "xcomp"):
        return True
    verb = sentence.parent(head)
    others = tree.children_by(sentence, verb, "nsubj") if verb is not None else []
    return head.relation == "nsubj" and verb is not None and others[0].index < verb.index < head.index


def _setting_head(sentence: Sentence, noun: Token) -> Token | None:
    """The oblique that a noun is, or is inside of: "during the call", "in the course of the call"."""
    current: Token | None = noun
    for _ in range(3):
        if current is None or current.relation == "obl":
            return current
        current = sentence.parent(current) if current.relation == "nmod" else None
    return None


def _addressees(scene: Scene, carrier: Token) -> list[Token]:
    """Who is spoken to in a contact ("in a call he assured his counterpart"): indirect objects and persons."""
    given = tree.children_by(scene.sentence, carrier, "iobj") or tree.obliques(
        scene.sentence, carrier, *scene.words.addressees
    )
    objects = tree.objects(scene.sentence, carrier)
    given = given or [t for o in objects for t in tree.obliques(scene.sentence, o, *scene.words.addressees)] or objects
    told = load_quote_words(scene.document.language).anaphors if carrier.keys & _saying(scene) else frozenset()
    given = [t for t in given if not (t.upos == "PRON" and t.relation == "obj" and t.keys & told)]
    return [t for t in given if is_person(scene, t) or (t.upos == "PROPN" and t.entity.startswith("B-"))]


def _done_with(scene: Scene, carrier: Token, entry: ContactNoun) -> list[Token]:
    """With whom something is done at a contact, where nothing is done to others ("agreed with Roe at a meeting")."""
    objects = [o for o in tree.objects(scene.sentence, carrier) if o.upos != "PRON"]
    if any(is_person(scene, o) or o.entity.startswith("B-") for o in objects):
        return []
    near = tree.obliques(scene.sentence, carrier, *entry.partners)
    return [t for t in near if is_person(scene, t) or t.entity.startswith("B-")]


def _saying(scene: Scene) -> frozenset[str]:
    return load_quote_words(scene.document.language).says


def _is_new(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a contact is brought up that has no parties of its own; without articles, only a call is."""
    if scene.grammar.articles:
        return is_indefinite(scene.sentence, noun) or reality.is_none(scene.sentence, noun, scene.grammar)
    return noun.relation == "obl" and _is_call(scene, noun, entry)


def _is_call(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a noun is a call, by itself or by the words for its channel."""
    near = tree.children_by(scene.sentence, noun, "amod", "nmod", "obl", "compound")
    means = means_of(scene.words)
    return entry.channel in CALLS or any(t.keys & means for t in near)


def _not(token: Token, tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t is not token]


def _between(sentence: Sentence, noun: Token, entry: ContactNoun) -> bool:
    return bool(tree.obliques(sentence, noun, *entry.between))


def add_governor(scene: Scene, token: Token, parties: Parties) -> None:
    """Who asks for a contact and who is asked are its parties, where no others are named."""
    carrier = carrier_of(scene.sentence, token) if token.upos != "VERB" else scene.sentence.parent(token)
    if carrier is not None and token.relation == "acl" and carrier.relation == "obj":
        carrier = scene.sentence.parent(carrier)
    if carrier is not None and carrier.upos == "ADJ":
        carrier = _bearer(scene, carrier, parties)
    if carrier is None or carrier.upos != "VERB":
        return
    if moved := moved_to(scene, carrier):
        parties.holders += moved
        return
    parties.holders += [p for p in scene.doers(carrier) if scene.grammar.drops_subjects or not p.dropped]
    others = [o for o in tree.objects(scene.sentence, carrier) if o.index not in (token.index, token.head)]
    given = tree.children_by(scene.sentence, carrier, "iobj") or tree.obliques(scene.sentence, carrier, "case=dat")
    others += [t for t in given if t not in others]
    parties.partners += scene.phrases(others)


def moved_to(scene: Scene, verb: Token) -> list[Phrase]:
    """Who is to do what an infinitive says, because somebody moves them to: "urged them to meet"."""
    above = scene.sentence.parent(verb)
    if above is None or verb.feats.get("VerbForm") != "Inf" or verb.relation not in ("xcomp", "ccomp", "advcl"):
        return []
    if not above.keys & scene.words.moving or tree.is_passive(scene.sentence, above):
        return []
    given = tree.children_by(scene.sentence, above, "iobj")
    people = tree.objects(scene.sentence, above) or given
    people = people or tree.obliques(scene.sentence, above, *scene.words.addressees, *_asking_cases(scene, above))
    return scene.phrases([t for t in people if not is_reflexive_pronoun(scene, t)])


def _asking_cases(scene: Scene, verb: Token) -> frozenset[str]:
    """The adpositions of those whom a verb of demanding asks ("called | on | them to meet")."""
    entries = position_verbs(scene.document.language).get(verb.lemma.lower(), ())
    return frozenset().union(*(e.to for e in entries if e.type in ("demand", "request")))


def doers_of(scene: Scene, verb: Token) -> list[Phrase]:
    """Who does what a verb says, or who is moved to do it."""
    return moved_to(scene, verb) or scene.doers(verb)


def refused_to(scene: Scene, noun: Token) -> list[Phrase]:
    """To whom a contact is denied ("refused her a meeting with Roe", "was refused one"), or who says that none is."""
    verb = scene.sentence.parent(noun)
    said_of = verb is not None and (verb.upos == "ADJ" or tree.is_passive(scene.sentence, verb))
    if verb is not None and said_of and noun.relation == "nsubj":
        return scene.phrases(_tellers(scene, verb)) or scene.phrases(_given(scene, verb, noun))
    return scene.phrases(_given(scene, verb, noun)) if verb is not None else []


def denied_by(scene: Scene, noun: Token) -> list[Phrase]:
    """Who says that there is no contact with somebody ("no talks with Roe were held, said Doe")."""
    verb = scene.sentence.parent(tree.first_conjunct(scene.sentence, noun))
    return scene.phrases(_tellers(scene, verb)) if verb is not None and noun.relation == "nsubj" else []


def _given(scene: Scene, verb: Token, noun: Token) -> list[Token]:
    given = tree.children_by(scene.sentence, verb, "iobj", "obl:arg")
    given += [o for o in tree.objects(scene.sentence, verb) if o is not noun and o.upos in ("PROPN", "NOUN", "PRON")]
    given = [t for t in given if not tree.case_lemmas(scene.sentence, t)]
    return given or tree.obliques(scene.sentence, verb, *scene.words.addressees)


def _tellers(scene: Scene, predicate: Token) -> list[Token]:
    """Who says what a predicate tells, in front of it or put behind ("talks with Roe are impossible, said Doe")."""
    saying = load_position_words(scene.document.language).speech.saying
    above = scene.sentence.parent(predicate)
    verbs = tree.children_by(scene.sentence, predicate, "parataxis")
    verbs += [above] if above is not None and predicate.relation == "ccomp" else []
    said = next((v for v in verbs if v.lemma.lower() in saying), None)
    if said is None or (subjects := tree.subjects(scene.sentence, said)):
        return subjects if said is not None else []
    houses = tree.obliques(scene.sentence, said, *sorted(scene.grammar.impersonal_sources))
    return [t for t in houses if t.entity != "O"]


def asked_of(scene: Scene, noun: Token) -> list[Phrase]:
    """To whom somebody proposes a new contact, of whom one asks it, or who is invited ("proposed a meeting to Roe")."""
    sentence, verb = scene.sentence, scene.sentence.parent(noun)
    asks = (cue for cue in scene.words.cues if cue.asks)
    if verb is not None and noun.relation == "obl" and invites(scene, verb):
        return scene.phrases([o for o in tree.objects(sentence, verb) if is_person(scene, o) or o.entity in NAMED])
    if verb is None or noun.relation != "obj" or not any(verb.lemma.lower() in cue.lemmas for cue in asks):
        return []
    if is_definite(sentence, noun):
        return []
    cases = scene.words.addressees
    given = tree.children_by(sentence, verb, "iobj") or tree.obliques(sentence, verb, *cases)
    given = given or tree.obliques(sentence, noun, *cases)
    return scene.phrases([t for t in given if is_person(scene, t)])


def _bearer(scene: Scene, state: Token, parties: Parties) -> Token | None:
    """The verb that says who is in a state ("si è detto pronto"); without one, who is so joins the parties."""
    above = scene.sentence.parent(state)
    if above is not None and above.upos == "VERB" and state.relation in ("xcomp", "obj", "ccomp", "advcl"):
        return above
    parties.holders += scene.phrases(tree.subjects(scene.sentence, state))
    return None


def askers_of(scene: Scene, noun: Token, parties: Parties) -> list[Phrase]:
    """Whose a request or an offer of a contact is, who joins its parties with whoever answers it.

    "Doe's offer of talks"; "Roe ignored the request for talks made by Doe".
    """
    sentence, above = scene.sentence, scene.sentence.parent(noun)
    cues = frozenset().union(*(cue.lemmas for cue in scene.words.cues))
    if above is None or above.upos != "NOUN" or noun.relation not in ("nmod", "obl") or above.lemma.lower() not in cues:
        return []
    agents = [t for c in tree.children_by(sentence, above, "acl", "amod") for t in tree.passive_agents(sentence, c)]
    owners = [c for c in tree.children_by(sentence, above, "nmod", "amod") if c is not noun and c.entity != "O"]
    parties.holders += scene.phrases(agents or owners[:1])
    verb = sentence.parent(above)
    if agents and verb is not None and verb.upos == "VERB" and above.relation in ("obj", "obl"):
        parties.partners += scene.doers(verb)
    return parties.holders[:1]
