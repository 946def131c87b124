"""Calls told by their means alone: "assured his counterpart by phone that …", "выразил коллеге по телефону".

A verb that is no contact verb comes in, the parties of a call go out if it has words for a call and says who is spoken
to. The composer drops those to whom nobody's contact is, as the press.
"""

from collections.abc import Mapping

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_plans import Standing
from cronistoria.extract.contact_scene import NAMED, Parties, Scene, is_person
from cronistoria.languages.contacts import ContactNoun, contact_nouns
from cronistoria.model.record import Channel
from cronistoria.model.sentence import Token

CHANNELS: tuple[Channel, ...] = ("call", "video_call")


def find_phoned(scene: Scene, verb: Token) -> tuple[Channel, Parties, Standing] | None:
    """The call in which somebody does to somebody else what a verb says, and how it stands."""
    channel = _channel(scene, verb) if verb.upos == "VERB" else None
    spoken_to = _spoken_to(scene, verb) if channel else []
    if channel is None or not spoken_to:
        return None
    certain = reality.modality(scene.sentence, verb, scene.grammar)
    if certain not in ("asserted", "hearsay") or reality.tense(scene.sentence, verb, scene.grammar) == "future":
        return None
    denied = reality.polarity(scene.sentence, verb, scene.grammar)
    parties = Parties(holders=scene.doers(verb), partners=scene.phrases(spoken_to))
    above = scene.sentence.parent(verb) if verb.relation == "xcomp" else None
    asks = (c for c in scene.words.cues if c.status == "requested" and above is not None and above.keys & c.lemmas)
    if above is not None and any(asks):
        return channel, parties, Standing("requested", denied, "planned", asker=above)
    return channel, parties, Standing("held", denied, certain)


def _channel(scene: Scene, verb: Token) -> Channel | None:
    """The means of a call that hang on the verb itself, in a case or under an adposition ("– VIDEO" is a label)."""
    nouns = contact_nouns(scene.document.language)
    beside = [t for t in tree.children_by(scene.sentence, verb, "obl", "advmod") if not _is_contact(t, nouns)]
    beside = [t for t in beside if t.upos != "NOUN" or tree.roles(scene.sentence, t)]
    return next((c for c in CHANNELS if any(t.keys & scene.words.means[c] for t in beside)), None)


def _is_contact(token: Token, nouns: Mapping[str, ContactNoun]) -> bool:
    """Whether a word for a call is that call ("in a call"), and no means of one ("by phone")."""
    known = [nouns[key] for key in token.keys if key in nouns]
    return bool(known) and not all(entry.needs_partner for entry in known)


def _spoken_to(scene: Scene, verb: Token) -> list[Token]:
    """Indirect objects and persons in the direct one."""
    given = tree.children_by(scene.sentence, verb, "iobj") or tree.obliques(
        scene.sentence, verb, *scene.words.addressees
    )
    given = [
        t for t in given or tree.objects(scene.sentence, verb) if t.upos != "PRON" or t.feats.get("Reflex") is None
    ]
    return [t for t in given if is_person(scene, t) or t.entity in NAMED]
