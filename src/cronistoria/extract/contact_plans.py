"""How a contact stands, and what makes it a plan, a rumour or a threat: a duty, somebody's agenda.

A scene and a word come in, a standing goes out, or ``None`` where nothing of the kind is said.
"""

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_scene import Scene, invites, is_definite, is_reflexive_pronoun
from cronistoria.languages.contacts import StatusCue, planned_words
from cronistoria.languages.dates import load_date_words
from cronistoria.languages.positions import load_position_words, position_verbs
from cronistoria.model.record import ContactStatus, Modality, Polarity
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span
from cronistoria.model.timex import Point

ANSWERS = frozenset({"ADV", "INTJ", "PART"})


class Standing(msgspec.Struct, frozen=True):
    """How a contact stands; ``asker`` is the word that asks for it."""

    status: ContactStatus
    polarity: Polarity
    modality: Modality
    asker: Token | None = None


def duty_of(scene: Scene, verb: Token) -> Standing | None:
    """What somebody is to do: arranged where the word says so too ("doit rencontrer"), else only an idea ("must")."""
    necessity = scene.grammar.necessity - scene.grammar.future_auxiliaries - scene.grammar.hearsay_auxiliaries
    helpers = tree.children_by(scene.sentence, verb, "aux")
    duty = next((h for h in helpers if h.keys & necessity and h.feats.get("Tense") in (None, "Pres")), None)
    if duty is None:
        return None
    arranged = any(cue.status == "scheduled" and duty.keys & cue.lemmas for cue in scene.words.cues)
    return Standing("scheduled", "affirmed", "planned") if arranged else Standing("proposed", "affirmed", "possible")


def on_agenda(scene: Scene, noun: Token, verb: Token) -> Standing | None:
    """What somebody has planned: "have a meeting on their agenda", "tienen prevista una reunión"."""
    sentence, words = scene.sentence, scene.words
    places = tree.children_by(sentence, verb, "obl")
    states = [c for c in tree.children_by(sentence, verb, "obj", "xcomp", "amod") if c.upos in ("ADJ", "VERB")]
    planned = any(c.status == "scheduled" and s.keys & c.lemmas for s in states for c in words.modifiers)
    if not planned and not any(p.keys & words.agendas and tree.children_by(sentence, p, "case") for p in places):
        return None
    return Standing("scheduled", reality.polarity(sentence, verb, scene.grammar), "planned")


def only_spoken_of(scene: Scene, noun: Token) -> Standing | None:
    """What others speak of doing is no contact yet: "they discussed the resumption of talks between Oslo and Lima"."""
    begun = scene.sentence.parent(noun) if noun.relation == "nmod" else None
    if begun is None or not begun.keys & scene.words.beginnings:
        return None
    begun = tree.first_conjunct(scene.sentence, begun)
    verb = scene.sentence.parent(begun) if begun.relation in ("obj", "obl") else None
    spoken = verb is not None and bool(verb.keys & scene.words.topic_verbs)
    return Standing("proposed", "affirmed", "planned") if spoken else None


def put_off_to(scene: Scene, noun: Token) -> Standing | None:
    """A contact that is given a new time is still to come ("the meeting was moved to Thursday")."""
    verb = _postponed_by(scene, noun)
    if verb is None or new_time(scene, noun) is None:
        return None
    if reality.polarity(scene.sentence, verb, scene.grammar) == "negated":
        return None
    return Standing("scheduled", "affirmed", "planned")


def new_time(scene: Scene, noun: Token) -> Span | None:
    """The time that a contact is put off to, not the one it was first set for."""
    verb, tokens = _postponed_by(scene, noun), scene.sentence.tokens
    times = (t for t in scene.times if verb is not None and t.governor == verb.index and isinstance(t.reading, Point))
    to = scene.words.postponed_to
    return next((t.span for t in times if to & set(tree.roles(scene.sentence, tokens[t.head]))), None)


def _postponed_by(scene: Scene, noun: Token) -> Token | None:
    """The verb that gives a contact a new time."""
    above = scene.sentence.parent(tree.first_conjunct(scene.sentence, noun))
    moved = above is not None and noun.relation in ("nsubj", "obj") and above.upos == "VERB"
    return above if moved and above is not None and above.keys & scene.words.postponing else None


def is_rumoured(scene: Scene, noun: Token) -> bool:
    """Whether there are only reports of a contact that is new ("rumours of a meeting between …")."""
    above = scene.sentence.parent(noun) if noun.relation == "nmod" else None
    return above is not None and bool(above.keys & scene.words.rumours) and not is_definite(scene.sentence, noun)


def is_threatened(scene: Scene, word: Token) -> bool:
    """Whether somebody only threatens to do what a word tells ("threatened to break off")."""
    above = scene.sentence.parent(word)
    entries = position_verbs(scene.document.language).get(above.lemma.lower(), ()) if above is not None else ()
    governed = word.relation in ("xcomp", "obl", "obj", "advcl")
    return governed and any(entry.type == "threat" and not entry.objects for entry in entries)


def may_happen(scene: Scene, noun: Token, verb: Token) -> bool:
    """Whether a verb says that a contact can take place, where that is no auxiliary ("переговоры могут пройти")."""
    able = verb.upos == "VERB" and noun.relation == "nsubj" and bool(verb.keys & scene.grammar.possibility)
    deeds = tree.children_by(scene.sentence, verb, "xcomp") if able else []
    known = scene.words.happening | scene.words.light_verbs | planned_words(scene.document.language)
    return any(deed.keys & known for deed in deeds)


def has_time(scene: Scene, verb: Token) -> bool:
    """Whether a time under an adposition or of its own says when somebody meets ("trifft sich am Nachmittag")."""
    relations = load_date_words(scene.document.language).relations
    since = {words for words, relation in relations.items() if relation == "since"}
    beside = [t for t in tree.children_by(scene.sentence, verb, "obl") if scene.is_time(t)]
    return any(not (t.keys & scene.words.ongoing or since & set(tree.roles(scene.sentence, t))) for t in beside)


def is_to_be_done(scene: Scene, noun: Token, carrier: Token) -> bool:
    """Whether a contact hangs on the infinitive of a verb that carries it ("offered to mediate in talks")."""
    infinitive = carrier.feats.get("VerbForm") == "Inf" and noun.head == carrier.index
    carries = carrier.lemma.lower() in scene.words.light_verbs | scene.words.joining
    before = noun.relation == "obl" and set(tree.roles(scene.sentence, noun)) & scene.words.ahead
    return infinitive and carries and not before


def is_only_judged(scene: Scene, noun: Token, parties: int) -> bool:
    """Whether a present says what contacts with somebody are as such ("talks with them are poison")."""
    verdict = scene.sentence.parent(noun) if noun.relation == "nsubj" else None
    if verdict is None or verdict.upos != "NOUN" or parties > 1 or noun.feats.get("Number") != "Plur":
        return False
    if tree.case_lemmas(scene.sentence, verdict):
        return False
    copulas = tree.children_by(scene.sentence, verdict, "cop")
    return all(c.feats.get("Tense") == "Pres" for c in copulas) and not tree.children_by(scene.sentence, verdict, "aux")


def readiness_of(scene: Scene, above: Token) -> tuple[StatusCue, Token] | None:
    """A state that is for what hangs on it or on its verb: "pronto al dialogo", "si è detto pronto al dialogo".

    So is a no that is said to it.
    """
    states = [above, *tree.children_by(scene.sentence, above, "xcomp", "obj", "advmod", "discourse")]
    for state in states:
        for cue in scene.words.cues:
            if not state.keys & cue.lemmas:
                continue
            if cue.status == "refused" and state.upos in ANSWERS:
                return cue, state
            copulas = load_position_words(scene.document.language).copulas
            described = state.upos == "ADJ" or (state.upos == "ADV" and bool(above.keys & copulas))
            if cue.status == "proposed" and (described or state.upos == "VERB"):
                others = [o for o in tree.objects(scene.sentence, state) if not is_reflexive_pronoun(scene, o)]
                offers = described or (state is above and (not others or invites(scene, above)))
                return (cue, state) if offers else None
    return None
