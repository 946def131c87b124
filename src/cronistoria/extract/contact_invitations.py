"""Who is invited to a contact, and by whom: "Oslo invited Roe to talks", "Roe was invited for a visit to Lima".

A noun of contact comes in; those who invite and those who are invited go out, from the verb that it hangs on.
"""

from cronistoria.extract import tree
from cronistoria.extract.contact_plans import Standing
from cronistoria.extract.contact_scene import Parties, Scene
from cronistoria.languages.contacts import contact_nouns, contact_verbs
from cronistoria.model.record import Channel
from cronistoria.model.sentence import Token

HUNG = ("obl", "obj", "xcomp", "nmod")


def inviting_verb(scene: Scene, noun: Token) -> Token | None:
    """The verb that invites people to what a noun names."""
    verb = scene.sentence.parent(noun)
    if verb is None or verb.upos != "VERB" or noun.relation not in HUNG:
        return None
    entries = contact_verbs(scene.document.language).get(verb.lemma.lower(), ())
    invites = any(e.channel == "message" and e.object == "recipient" for e in entries)
    return verb if invites else None


def invited_parties(scene: Scene, noun: Token, channel: Channel, known: Parties) -> tuple[Parties, Standing] | None:
    """The parties of what somebody is invited to, and how it stands; on a visit only the guests travel."""
    verb = inviting_verb(scene, noun)
    if verb is None:
        return None
    passive = tree.is_passive(scene.sentence, verb)
    given = tree.subjects(scene.sentence, verb) if passive else tree.objects(scene.sentence, verb)
    given = given or tree.children_by(scene.sentence, verb, "iobj")
    others = contact_nouns(scene.document.language)
    guests = scene.parties([t for t in given if t is not noun and t.lemma.lower() not in others])
    if not guests:
        return None
    hosts = scene.doers(verb)
    parties = Parties(holders=hosts, partners=[*guests, *known.partners], go_betweens=known.go_betweens)
    if channel == "visit":
        parties = Parties(holders=guests, recipients=known.recipients or hosts)
    return parties, Standing("proposed", "affirmed", "planned", asker=verb)
