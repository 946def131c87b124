"""Who is called to a contact by somebody who need not take part: "Berlin called on Oslo to enter talks with Lima".

A noun with the parties that its verb gives it comes in; the verb that calls and those called go out, or ``None``.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_plans import Standing
from cronistoria.extract.contact_scene import Parties, Scene, invites
from cronistoria.languages.positions import PositionVerb, position_verbs
from cronistoria.model.sentence import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def as_called(scene: Scene, noun: Token, parties: Parties, standing: Standing) -> Standing:
    """The standing of a contact that others are called to, who become its parties in place of the one who calls."""
    verb = scene.sentence.parent(tree.first_conjunct(scene.sentence, noun))
    called = _called(scene, noun, verb) if verb is not None else []
    if verb is None or not called:
        return standing
    others = scene.doers(verb)
    parties.holders = [p for p in scene.phrases(called) if p not in parties.partners]
    parties.partners = [p for p in parties.partners if p not in others]
    denied = reality.polarity(scene.sentence, verb, scene.grammar)
    return Standing("requested", denied, "planned", verb)


def _called(scene: Scene, noun: Token, verb: Token) -> list[Token]:
    """Those whom a verb of demanding calls to what stands under its adposition of contents."""
    head = tree.first_conjunct(scene.sentence, noun)
    if head.relation != "obl" or verb.upos != "VERB" or tree.is_passive(scene.sentence, verb) or invites(scene, verb):
        return []
    cases = set(tree.roles(scene.sentence, head))
    for entry in position_verbs(scene.document.language).get(verb.lemma.lower(), ()):
        if entry.type in ("demand", "request") and cases & entry.content and (found := _asked(scene, verb, entry)):
            return [t for t in found if t not in tree.conjuncts(scene.sentence, head)]
    return []


def _asked(scene: Scene, verb: Token, entry: PositionVerb) -> list[Token]:
    found = tree.objects(scene.sentence, verb) if entry.object_is_to else []
    found = found or tree.obliques(scene.sentence, verb, *sorted(entry.to))
    return [t for t in found if t.upos in NOMINAL and not scene.is_time(t)]
