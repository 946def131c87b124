"""Who is sent somewhere, awaited there or due there, and where that is.

A verb of sending or awaiting comes in, those who travel and their hosts go out as phrases.
"""

from cronistoria.extract import tree
from cronistoria.extract.contact_scene import Scene
from cronistoria.languages.contacts import ContactVerb
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token


def sent_and_hosts(
    scene: Scene, verb: Token, entry: ContactVerb, objects: list[Token]
) -> tuple[list[Phrase], list[Phrase]]:
    """Who is sent, and where to: an oblique of the one who is sent, or a place that the parser took for an object.

    ``objects``: the objects of the verb; of an adjective ("is due in Oslo") its subject counts.
    """
    objects = objects if verb.upos == "VERB" else tree.subjects(scene.sentence, verb)
    objects += [o for o in tree.obliques(scene.sentence, verb, *entry.persons) if o.entity != "B-LOC"]
    places = [o for o in objects if o.entity == "B-LOC" and set(tree.roles(scene.sentence, o)) & entry.hosts]
    sent = [o for o in objects if o not in places]
    places += [t for o in sent for t in tree.obliques(scene.sentence, o, *entry.hosts) if t.entity == "B-LOC"]
    if not sent and verb.relation == "acl" and (above := scene.sentence.parent(verb)) is not None:
        sent = tree.conjuncts(scene.sentence, above)
    if not sent and (unspoken := _awaited(scene, verb)) is not None:
        return [unspoken], scene.phrases(places)
    if sent and all(_is_bare_delegation(scene, o, places) for o in sent) and (senders := scene.doers(verb)):
        return senders, scene.phrases(places)
    return scene.phrases(sent), scene.phrases(places)


def _awaited(scene: Scene, verb: Token) -> Phrase | None:
    """Whom a passive tells to be sent or awaited without naming them ("dopo è atteso a Riad")."""
    passive = tree.is_passive(scene.sentence, verb) and tree.is_finite(scene.sentence, verb)
    if not passive or not scene.grammar.drops_subjects or tree.subjects(scene.sentence, verb):
        return None
    return tree.dropped_subject(scene.document, scene.sentence, verb)


def _is_bare_delegation(scene: Scene, token: Token, places: list[Token]) -> bool:
    """Whether people are sent of whom nothing tells whose they are but who sends them."""
    beside = tree.children_by(scene.sentence, token, "nmod", "amod", "compound", "appos", "flat")
    named = [c for c in beside if c.entity != "O" and c not in places]
    return token.lemma.lower() in scene.words.delegations and not named
