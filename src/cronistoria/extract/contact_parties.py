"""Who is in touch: the parties of a contact verb or noun, read from its dependents and from the verb that carries it.

A trigger comes in, phrases go out; who they stand for is the composer's question.
"""

import msgspec

from cronistoria.extract import neighbours, tree
from cronistoria.languages.actors import load_actors
from cronistoria.languages.contacts import ContactNoun, ContactVerb, ContactWords, contact_nouns, planned_words
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.timex import TimexMention

CALLS, DIRECTED = frozenset({"call", "video_call"}), frozenset({"visit", "letter", "handover", "message"})
CARRIERS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "xcomp", "acl:relcl", "acl", "iobj", "nmod"})


class Scene(msgspec.Struct, frozen=True):
    """Where the questions are asked: a sentence with its time expressions and the words of its language."""

    document: Document
    sentence: Sentence
    words: ContactWords
    grammar: Grammar
    times: tuple[TimexMention, ...] = ()

    def phrases(self, tokens: list[Token]) -> list[Phrase]:
        """The phrases of head words; a relative pronoun gives its antecedent."""
        heads = [tree.antecedent(self.sentence, t) or t for t in tokens]
        return [tree.phrase(self.document, self.sentence, t) for t in heads]

    def doers(self, verb: Token) -> list[Phrase]:
        """Who does what a verb says, a controller of an infinitive included.

        A relative pronoun stands for all who are joined before it, unless its verb is in the singular.
        """
        found = list(tree.doers(self.document, self.sentence, verb))
        if verb.deprel != "acl:relcl" or len(found) != 1 or found[0].dropped:
            return found
        one = self.sentence.tokens[found[0].head]
        joined = tree.conjuncts(self.sentence, tree.first_conjunct(self.sentence, one))
        form = tree.finite_form(self.sentence, verb).feats
        tells = form.get("Tense") != "Past" or self.grammar.past_shows_number
        single = form.get("Number") == "Sing" and tells
        return found if single or len(joined) < 2 else self.phrases(joined)


class Parties(msgspec.Struct):
    """The parties of one trigger; ``recipients`` are those visited or addressed; ``sides`` counts how it is told.

    ``holder``: somebody has or holds the contact; ``partner``: somebody is at the other end.
    """

    holders: list[Phrase] = []
    partners: list[Phrase] = []
    recipients: list[Phrase] = []

    @property
    def all(self) -> tuple[Phrase, ...]:
        """Every phrase once, in the order of holders, partners and recipients."""
        return tuple(dict.fromkeys([*self.holders, *self.partners, *self.recipients]))


def verb_parties(scene: Scene, verb: Token, entry: ContactVerb) -> Parties:
    """The parties of a contact verb: its subject, its object in the role of the entry, its obliques by adposition.

    A role that the tree leaves empty is filled from the neighbours of the verb.
    """
    sentence = scene.sentence
    found = Parties(holders=_holders(scene, verb, entry))
    objects = scene.phrases(_objects(scene, verb, entry))
    if entry.object == "partner":
        found.partners += objects
    elif entry.object == "envoy":
        found.holders, found.recipients = _sent(scene, verb, entry)
    elif entry.object in ("host", "recipient"):
        found.recipients += objects
    if entry.object in ("recipient", "partner"):
        found.partners += clitics(scene, verb)
    found.partners += scene.phrases(_by_cases(scene, verb, entry.partners))
    others = _by_cases(scene, verb, entry.hosts | entry.recipients)
    found.recipients += scene.phrases([] if any(t.keys & scene.words.no_hosts for t in others) else others)
    if entry.object == "document" and not found.recipients:
        documents = tree.objects(sentence, verb)
        given = [t for t in tree.children_by(sentence, verb, "iobj") if not is_reflexive_pronoun(scene, t)]
        given += [o for o in documents[:1] if len(documents) > 1 and o.lemma.lower() not in scene.words.documents]
        given += [t for d in documents for t in tree.obliques(sentence, d, *entry.recipients)]
        found.recipients += scene.phrases(given)
    found.holders = [p for p in found.holders if p not in found.partners and p not in found.recipients]
    return found


def _holders(scene: Scene, verb: Token, entry: ContactVerb) -> list[Phrase]:
    """Doers by the tree; a nominal before the verb where it sees none or only a dropped subject."""
    doers = scene.doers(verb)
    spoken = [p for p in doers if not p.dropped]
    if spoken:
        heads = [scene.sentence.tokens[p.head] for p in spoken]
        extra = [t for t in neighbours.with_neighbours(scene.sentence, heads) if t not in heads]
        return [*spoken, *scene.phrases(extra)]
    if tree.is_passive(scene.sentence, verb):
        gathered = tree.children_by(scene.sentence, verb, "nsubj:pass") if is_reflexive(scene, verb) else []
        heads = [t for g in gathered for t in tree.conjuncts(scene.sentence, g)]
        heads = heads or _by_cases(scene, verb, scene.words.agent_cases)
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
    if found or is_reflexive(scene, verb) or tree.is_passive(sentence, verb):
        return found
    own = tree.children_by(sentence, verb, "nsubj")
    behind = [s for s in own if s.index > verb.index]
    if behind and len(behind) < len(own):
        return behind[:1]
    beside = [n for n in _names_at_means(scene, verb) if entry.object == "partner"]
    if beside:
        return beside
    after = neighbours.nominal_after(sentence, verb)
    return [after] if after is not None and after not in own and not is_reflexive_pronoun(scene, after) else []


def _sent(scene: Scene, verb: Token, entry: ContactVerb) -> tuple[list[Phrase], list[Phrase]]:
    """Who is sent, and where to: an oblique of the one who is sent, or a place that the parser took for an object."""
    objects = _objects(scene, verb, entry) if verb.upos == "VERB" else tree.subjects(scene.sentence, verb)
    objects += [o for o in tree.obliques(scene.sentence, verb, *entry.persons) if o.entity != "B-LOC"]
    places = [o for o in objects if o.entity == "B-LOC" and set(tree.roles(scene.sentence, o)) & entry.hosts]
    sent = [o for o in objects if o not in places]
    places += [t for o in sent for t in tree.obliques(scene.sentence, o, *entry.hosts) if t.entity == "B-LOC"]
    if not sent and verb.relation == "acl" and (above := scene.sentence.parent(verb)) is not None:
        sent = tree.conjuncts(scene.sentence, above)
    return scene.phrases(sent), scene.phrases(places)


def _names_at_means(scene: Scene, verb: Token) -> list[Token]:
    """Bare names of persons that the parser hung on the words for the channel ("ha sentito al telefono Rossi")."""
    sentence, means = scene.sentence, frozenset().union(*scene.words.means.values())
    words = [o for o in tree.children_by(sentence, verb, "obl") if o.keys & means]
    names = (n for o in words for n in tree.children_by(sentence, o, "nmod", "flat", "appos", "compound"))
    return [n for n in names if n.entity == "B-PER" and not tree.case_lemmas(sentence, n)]


def _by_cases(scene: Scene, head: Token, cases: frozenset[str]) -> list[Token]:
    """Nominals under one of the adpositions, by the tree or else by word order."""
    sentence = scene.sentence
    found = [t for t in tree.obliques(sentence, head, *cases) if t.upos in neighbours.NOMINALS] if cases else []
    found = [t for t in found if not _is_source(scene, t)]
    if found:
        return neighbours.with_neighbours(sentence, found)
    near = neighbours.nominals_after(sentence, head, cases) if cases else []
    return [t for t in near if not _is_of_another(scene, head, t)]


def _is_source(scene: Scene, party: Token) -> bool:
    """Whether a nominal under several adpositions is who says so ("according to X")."""
    cases = tree.children_by(scene.sentence, party, "case")
    words = [t for case in cases for t in (case, *tree.children_by(scene.sentence, case, "fixed"))]
    phrase = " ".join(word.lower for word in words)
    return len(words) > 1 and phrase in load_quote_words(scene.document.language).according


def _is_of_another(scene: Scene, head: Token, party: Token) -> bool:
    """Whether the tree gives a party to another contact or to a place ("called X after the talks with Y")."""
    owner, language = scene.sentence.parent(party), scene.document.language
    others = contact_nouns(language).keys() | load_actors(language).placing.parts
    return owner is not None and owner is not head and owner.upos == "NOUN" and owner.lemma.lower() in others


def is_reflexive(scene: Scene, verb: Token) -> bool:
    """Whether a verb has a reflexive or reciprocal pronoun."""
    return any(is_reflexive_pronoun(scene, c) for c in tree.children_by(scene.sentence, verb, "expl", "obj", "iobj"))


def is_reflexive_pronoun(scene: Scene, token: Token) -> bool:
    """Whether a word is one of the reflexive pronouns."""
    return token.upos == "PRON" and bool(token.keys & scene.words.reflexives)


def clitics(scene: Scene, verb: Token) -> list[Phrase]:
    """Pronouns at the verb that are neither subject nor reflexive."""
    pronouns = tree.children_by(scene.sentence, verb, "iobj")
    others = scene.words.reflexives | scene.grammar.place_pronouns
    return scene.phrases([p for p in pronouns if p.lemma.lower() not in others])


def noun_parties(scene: Scene, noun: Token, entry: ContactNoun) -> Parties:
    """The parties of a contact noun: its own dependents, those of its participles, and those of its carrying verb."""
    sentence = scene.sentence
    found = Parties()
    for head in (noun, *_participles(sentence, noun)):
        found.partners += scene.phrases(_by_cases(scene, head, entry.partners | entry.between))
        found.recipients += scene.phrases(_by_cases(scene, head, entry.hosts | entry.recipients))
        if head is noun:
            found.holders += scene.phrases(_owners(sentence, noun, entry))
        else:
            found.holders += scene.phrases(tree.passive_agents(sentence, head))
    taken = {*found.partners, *found.recipients}
    found.holders = [p for p in found.holders if p not in taken]
    for carrier in carriers_of(sentence, noun):
        _add_carrier(scene, noun, carrier, entry, found)
    found.holders += [p for p in scene.phrases(_modifiers(sentence, noun)) if p not in taken]
    return found


def carrier_of(sentence: Sentence, noun: Token) -> Token | None:
    """The verb of a noun's relative clause or else the one that it depends on."""
    return next(iter(carriers_of(sentence, noun)), None)


def carriers_of(sentence: Sentence, noun: Token) -> list[Token]:
    """The verbs of a noun's relative clauses, then the one that it depends on."""
    clauses = [c for c in tree.children_by(sentence, noun, "acl") if c.deprel == "acl:relcl" and c.upos == "VERB"]
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
        if head.relation == "obl" and tree.children_by(sentence, above, "cop"):
            return above
        head, above = above, sentence.parent(above)
    return None


def _add_carrier(scene: Scene, noun: Token, carrier: Token, entry: ContactNoun, found: Parties) -> None:
    """Parties named at the verb: those of a light verb, who joins, or the subject that a one-sided setting needs."""
    sentence, lemma = scene.sentence, carrier.lemma.lower()
    head = tree.first_conjunct(sentence, measure_of(scene, noun) or noun)
    direct = sentence.parent(head) is carrier
    setting = _setting_head(sentence, head)
    is_argument = (direct and _is_argument(sentence, head)) or head.deprel == "nsubj:pass"
    is_relative = noun in tree.ancestors(sentence, carrier)
    oblique = setting is not None and sentence.parent(setting) is carrier
    if lemma in scene.words.light_verbs and (is_argument or is_relative or oblique):
        found.holders += [p for p in scene.doers(carrier) if p.head != noun.index]
        found.partners += scene.phrases(tree.obliques(sentence, carrier, *entry.partners, *entry.between))
        found.recipients += scene.phrases(_not(noun, tree.obliques(sentence, carrier, *entry.hosts, *entry.recipients)))
    elif entry.channel == "visit" and _is_own(scene, noun, carrier):
        found.holders += scene.doers(carrier)
    elif entry.hosts and not found.recipients and head.relation == "nsubj":
        near = tree.obliques(sentence, carrier, *entry.hosts)
        found.recipients += scene.phrases([t for t in near if t.entity == "B-LOC"])
    elif lemma in scene.words.joining and not head.relation.startswith("nsubj"):
        found.holders += scene.doers(carrier)
    elif head.relation.startswith("nsubj") and lemma in scene.words.happening | planned_words(scene.document.language):
        found.partners += scene.phrases(tree.obliques(sentence, carrier, *entry.partners, *entry.between))
    elif not found.holders and not _between(sentence, noun, entry):
        doers = [p for p in scene.doers(carrier) if p.head != noun.index]
        together = oblique and len(doers) > 1 and entry.channel not in DIRECTED
        spoken_to = scene.phrases(_addressees(scene, carrier)) if oblique and not found.partners else []
        in_call = bool(spoken_to) and _is_call(scene, noun, entry)
        if not (found.all or together or in_call or _is_new(scene, noun, entry)):
            return
        found.holders += doers
        if not together:
            found.partners += spoken_to


def _is_own(scene: Scene, noun: Token, carrier: Token) -> bool:
    """Whether somebody calls off, ends or plans a visit of their own: "postponed her trip"."""
    own = [c for c in scene.sentence.children(noun) if c.deprel in ("nmod:poss", "det:poss") and c.upos != "PROPN"]
    lemma = carrier.lemma.lower()
    acts = lemma in planned_words(scene.document.language) | scene.words.happening
    return bool(own) and acts and noun.relation == "obj"


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
    given = given or tree.objects(scene.sentence, carrier)
    return [t for t in given if is_person(scene, t)]


def is_person(scene: Scene, token: Token) -> bool:
    """Whether a word names or describes a person."""
    titles = load_quote_words(scene.document.language).persons
    named = tree.children_by(scene.sentence, token, "flat", "appos", "nmod")
    known = token.lemma.lower() in titles or token.upos == "PRON"
    return known or any(t.entity == "B-PER" for t in (token, *named))


def measure_of(scene: Scene, noun: Token) -> Token | None:
    """The unit of time that a noun hangs on ("four hours of talks", not "the day after the talks")."""
    above = scene.sentence.parent(noun)
    is_measure = above is not None and noun.relation == "nmod" and is_unit(scene, above)
    apart = set(tree.case_lemmas(scene.sentence, noun)) & scene.words.settings
    return above if is_measure and not apart else None


def is_unit(scene: Scene, token: Token) -> bool:
    """Whether a word is a unit of time in which contacts are measured."""
    return token.lemma.lower() in scene.words.duration_units or token.lower in scene.words.duration_units


def is_indefinite(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun brings up something new ("after an emergency meeting")."""
    articles = tree.children_by(sentence, noun, "det")
    return noun.feats.get("Number") == "Sing" and any(a.feats.get("Definite") == "Ind" for a in articles)


def _is_new(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a contact is brought up that has no parties of its own; without articles, only a call is."""
    if scene.grammar.articles:
        return is_indefinite(scene.sentence, noun)
    return noun.relation == "obl" and _is_call(scene, noun, entry)


def _is_call(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a noun is a call, by itself or by the words for its channel."""
    near = tree.children_by(scene.sentence, noun, "amod", "nmod", "obl", "compound")
    means = frozenset().union(*scene.words.means.values())
    return entry.channel in CALLS or any(t.keys & means for t in near)


def _not(token: Token, tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t is not token]


def _between(sentence: Sentence, noun: Token, entry: ContactNoun) -> bool:
    return bool(tree.obliques(sentence, noun, *entry.between))


def _participles(sentence: Sentence, noun: Token) -> list[Token]:
    """Participles and adjectives that hang on a noun ("held between ...")."""
    below = tree.children_by(sentence, noun, "acl", "amod")
    return [c for c in below if c.upos == "VERB" or any(True for _ in sentence.children(c))]


def _owners(sentence: Sentence, noun: Token, entry: ContactNoun) -> list[Token]:
    """Genitives and possessors; a bare place name after an adposition is where it was, not whose."""
    found = []
    for owner in tree.obliques(sentence, noun, *entry.owners):
        articles = tree.children_by(sentence, owner, "det")
        if owner.relation == "nmod" and not (owner.entity == "B-LOC" and not articles):
            found.append(owner)
    for child in sentence.children(noun):
        if child.deprel in ("nmod:poss", "det:poss") and child not in found:
            found += tree.conjuncts(sentence, child)
    return found


def _modifiers(sentence: Sentence, noun: Token) -> list[Token]:
    """Adjectives and compounds that may name a side ("the Russian-American talks")."""
    relations = ("amod", "compound", "nmod:unmarked")
    named = [
        c for c in sentence.children(noun) if c.deprel in relations or (c.relation == "flat" and c.upos == "PROPN")
    ]
    return [t for c in named for t in tree.conjuncts(sentence, c) if t.upos in ("ADJ", "PROPN")]
