"""Visits told as stays: somebody of office "will be in Riyadh on Tuesday", "is in Tehran for talks".

A word comes in, the parties of a visit go out if it says where a person is; the composer asks whether that is abroad.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_plans import Standing
from cronistoria.extract.contact_scene import Parties, Scene, is_person
from cronistoria.model.record import ContactStatus
from cronistoria.model.sentence import Token

STATUS: dict[reality.Tense, ContactStatus] = {"future": "scheduled", "present": "ongoing", "past": "held"}


def find_stay(scene: Scene, token: Token) -> tuple[Parties, Standing] | None:
    """Who is where, and whether it is so, at a place that is said of somebody or at a verb of being."""
    sentence = scene.sentence
    places = _places(scene, token)
    if not places:
        return None
    people = [t for t in tree.subjects(sentence, token) if t.relation == "nsubj" or t.relation == "conj"]
    people = [tree.antecedent(sentence, t) or t for t in people]
    if not people or not all(is_person(scene, t) and t.upos != "PRON" for t in people):
        return None
    certain = reality.modality(sentence, token, scene.grammar)
    if certain in ("conditional", "possible"):
        return None
    denied = reality.polarity(sentence, token, scene.grammar)
    tense = reality.tense(sentence, token, scene.grammar)
    parties = Parties(holders=scene.phrases(people), recipients=scene.phrases(places))
    return parties, Standing(STATUS[tense], denied, "planned" if tense == "future" else certain)


def _places(scene: Scene, token: Token) -> list[Token]:
    """The places where somebody is by the word."""
    sentence, words = scene.sentence, scene.words
    if token.upos == "VERB" or (token.upos == "AUX" and token.relation not in ("aux", "cop")):
        is_stay = token.lemma.lower() in words.stays
        near = tree.children_by(sentence, token, "obl") if is_stay else []
        found = [t for head in (token, *near) for t in tree.obliques(sentence, head, *words.stay_cases) if is_stay]
    elif token.entity == "B-LOC" and any(
        c.lemma.lower() in words.stays for c in tree.children_by(sentence, token, "cop")
    ):
        found = tree.conjuncts(sentence, token) if set(tree.roles(sentence, token)) & words.stay_cases else []
    else:
        found = []
    return [t for t in found if t.entity == "B-LOC"]
