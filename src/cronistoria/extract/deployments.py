"""Forces and where they are: "sono ammassati più di 100mila soldati russi", "U.S. troops in South Korea".

Sentences come in, deployment mentions go out in text order. A force is a noun of the forces table; what it does is told
by a verb or noun of posture, by somebody having it somewhere, or by a named place that it is said to be in.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.conditions import condition_of
from cronistoria.extract.force_nouns import (
    continues_earlier,
    count_of,
    is_counted,
    is_elided,
    is_force,
    is_part,
    may_be_counted,
)
from cronistoria.extract.force_owners import force_phrase, is_of_asked, owner_beside, owner_in_clause
from cronistoria.extract.force_places import direction_span
from cronistoria.extract.force_roles import PLACE_CONFIDENCE, Ground, Role, is_owned, role_of
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.events import load_event_words
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.names import adjectives_of_peoples
from cronistoria.languages.positions import load_position_words, position_nouns, position_verbs
from cronistoria.languages.quantities import load_quantity_words
from cronistoria.model.document import Document
from cronistoria.model.mention import DeploymentMention, Phrase, QuantityMention
from cronistoria.model.record import Modality, Polarity, PositionType
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

REACH = 2
WANTED: frozenset[PositionType] = frozenset({"demand", "request", "precondition"})
ASKED: frozenset[PositionType] = frozenset({"demand", "request"})
UNDERTAKEN: frozenset[PositionType] = frozenset({"acceptance", "promise", "offer"})


class Earlier(msgspec.Struct, frozen=True):
    """The owner of forces told of before, and whether those were counted."""

    owner: Phrase
    counted: bool


def find_deployments(
    document: Document, sentences: Sequence[Sentence], *, language: str
) -> Iterator[DeploymentMention]:
    """The deployments that a report tells of, in text order, one for each force.

    "Al confine sono ammassati ventimila soldati russi." yields one mention: massed, 20,000, owner "russi".
    """
    forces, numbers, grammar = load_force_words(language), load_quantity_words(language), load_grammar(language)
    last: Earlier | None = None
    for sentence in sentences:
        ground = Ground(document, sentence, forces, numbers, grammar, language)
        for token in sentence.tokens:
            mention = _read(ground, token, last)
            if mention is not None:
                yield mention
                yield from _of_others(ground, mention)
            last = _owned(ground, token, mention) or last


def _of_others(ground: Ground, mention: DeploymentMention) -> Iterator[DeploymentMention]:
    """The same of each further party that does so with forces of its own: "Oslo and Rome withdrew their troops"."""
    owner = mention.owner
    if owner is None or owner.dropped or owner.sentence != ground.sentence.index or mention.quantity is not None:
        return
    head = ground.sentence.tokens[owner.head]
    if head.deprel != "nsubj" or head.head != mention.head or head.entity == "O":
        return
    for other in tree.conjuncts(ground.sentence, head)[1:]:
        if other.entity.endswith(("-LOC", "-ORG")):
            yield msgspec.structs.replace(mention, owner=tree.phrase(ground.document, ground.sentence, other))


def _owned(ground: Ground, token: Token, mention: DeploymentMention | None) -> Earlier | None:
    """Words that name the owner of the forces of a word, to be asked where the next forces name none."""
    if mention is not None and mention.owner is not None:
        return Earlier(mention.owner, mention.quantity is not None)
    named = token.upos in ("NOUN", "PROPN", "ADJ") and is_force(ground.sentence, token, ground.forces)
    if not named or not is_owned(ground, token) or _is_relative(ground, token) or token.deprel == "obl:agent":
        return None
    counted = count_of(ground.document, ground.sentence, token, ground.numbers) is not None
    return Earlier(tree.phrase(ground.document, ground.sentence, token), counted)


def _is_relative(ground: Ground, force: Token) -> bool:
    """Whether it depends on who tells it whose forces they are ("government troops")."""
    return any(c.keys & ground.forces.relative for c in ground.sentence.children(force))


def _read(ground: Ground, token: Token, last: Earlier | None) -> DeploymentMention | None:
    """The deployment of a word, if it names forces and the text says what they do."""
    sentence, forces = ground.sentence, ground.forces
    named = token.upos in ("NOUN", "PROPN", "ADJ") and is_force(sentence, token, forces)
    if not named and token.upos not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    elided = not named and (is_elided(sentence, token, forces) or is_part(sentence, token, forces))
    if not named and not elided and not may_be_counted(token, forces):
        return None
    number = count_of(ground.document, sentence, token, ground.numbers)
    counted = not named and (elided or is_counted(token, number))
    if not named and not counted:
        return None
    role = role_of(ground, token, number, counted=counted)
    if role is None or _is_only_wanted(ground, role) or _is_asked_for(ground, role) or _is_called_off(ground, role):
        return None
    mention = _mention(ground, token, _as_demanded(ground, role), number)
    if mention.owner is None and mention.placer is None and (announced := _announced(ground, token)) is not None:
        return msgspec.structs.replace(mention, owner=announced)
    if mention.owner is not None or last is None or is_owned(ground, token):
        return mention
    return msgspec.structs.replace(mention, owner=last.owner) if _are_same(ground, token, number, last) else mention


def _announced(ground: Ground, force: Token) -> Phrase | None:
    """Who did what a colon spells out: "Oslo reinforced the border: two battalions were sent"."""
    sentence = ground.sentence
    colon = next((t.index for t in reversed(sentence.tokens[: force.index]) if t.form == ":"), None)
    before = sentence.tokens[:colon] if colon is not None else ()
    named = [t for t in before if t.deprel == "nsubj" and t.entity.endswith(("-LOC", "-ORG"))]
    return tree.phrase(ground.document, sentence, named[0]) if named else None


def _are_same(ground: Ground, token: Token, number: QuantityMention | None, last: Earlier) -> bool:
    """Whether ownerless forces are of those told of before: a counted part, more or all, or in the same sentence."""
    far = ground.sentence.index - last.owner.sentence
    peoples = adjectives_of_peoples(ground.language)
    tellers = (t for t in ground.sentence.tokens[: token.index] if t.deprel == "nsubj" and t.upos == "NOUN")
    if far and any(c.lower in peoples for t in tellers for c in ground.sentence.children(t)):
        return False
    part = number is not None and not last.counted
    total = any(t.keys & ground.forces.totals for t in ground.sentence.tokens[: token.index])
    more = part or total or continues_earlier(ground.sentence, token, ground.forces)
    return far == 0 or (far <= REACH and more)


def _is_only_wanted(ground: Ground, role: Role) -> bool:
    """Whether forces only ought to do it: a modal of duty, or a condition, tells no posture."""
    if role.confidence == PLACE_CONFIDENCE:
        return False
    sentence, predicate = ground.sentence, role.predicate
    above = sentence.parent(predicate)
    chain = [*sentence.children(predicate), *([above] if above is not None and predicate.relation == "xcomp" else [])]
    if any(t.lemma.lower() in ground.grammar.necessity and t.upos in ("AUX", "VERB") for t in chain):
        return True
    if role.trigger.upos != "VERB" and _is_term(ground, role):
        return True
    hypothetical = load_event_words(ground.language).hypothetical
    if reality.is_asked(sentence, predicate, load_position_words(ground.language).questions - hypothetical):
        return True
    return reality.is_conditional_clause(sentence, predicate, ground.grammar) or _is_open_question(ground, predicate)


def _is_term(ground: Ground, role: Role) -> bool:
    """Whether a noun for what forces do names a condition ("but only after the withdrawal of the troops")."""
    clause = tree.clause_of(ground.sentence, role.trigger)
    found = condition_of(ground.document, ground.sentence, clause, language=ground.language)
    return found is not None and found.mention.span.contains(tree.token_span(ground.document, role.trigger))


def _is_open_question(ground: Ground, predicate: Token) -> bool:
    """Whether somebody only asks or leaves open if forces do it ("did not say whether they would leave")."""
    head = tree.first_conjunct(ground.sentence, predicate)
    marks = set(tree.mark_lemmas(ground.sentence, head))
    return head.relation in ("ccomp", "csubj", "acl") and bool(marks & load_event_words(ground.language).hypothetical)


def _is_asked_for(ground: Ground, role: Role) -> bool:
    """Whether a withdrawal is only what somebody demands or makes a condition ("the demand to withdraw")."""
    if role.posture != "withdrawn" or tree.is_finite(ground.sentence, role.predicate):
        return False
    above = tree.ancestors(ground.sentence, role.trigger)
    near = [t for t in above if t.upos in ("NOUN", "VERB")][:1]
    if role.trigger.upos == "VERB" and any(t.upos == "VERB" for t in near):
        return False
    nouns, verbs = position_nouns(ground.language), position_verbs(ground.language)
    types = {entry.type for t in near for entry in nouns.get(t.lemma.lower(), ())}
    types |= {entry.type for t in near for entry in verbs.get(t.lemma.lower(), ())}
    return bool(types & WANTED)


def _as_demanded(ground: Ground, role: Role) -> Role:
    """Who demands that forces withdraw says that they are there."""
    if role.posture == "withdrawn" and _is_wish(ground, role):
        return msgspec.structs.replace(role, posture="deployed", confidence=PLACE_CONFIDENCE)
    return role


def _is_wish(ground: Ground, role: Role) -> bool:
    carrier = tree.finite_form(ground.sentence, role.predicate)
    head = tree.first_conjunct(ground.sentence, role.predicate)
    return carrier.feats.get("Mood") == "Sub" and head.relation in ("ccomp", "csubj", "advcl", "xcomp")


def _mention(ground: Ground, force: Token, role: Role, number: QuantityMention | None) -> DeploymentMention:
    sentence, document = ground.sentence, ground.document
    clause = tree.clause_of(sentence, role.trigger)
    beside, placer = owner_beside(ground, force, role), owner_in_clause(ground, force, role)
    counted = number if number and (number.min is not None or number.max is not None) else None
    return DeploymentMention(
        sentence=sentence.index,
        head=role.trigger.index,
        trigger=tree.token_span(document, role.trigger),
        evidence=(tree.clause_span(document, sentence, clause),),
        polarity=_polarity(ground, force, role),
        modality=_modality(ground, role),
        rule=f"deployment.{role.posture}.{role.trigger.lemma.lower()}",
        confidence=role.confidence,
        owner=placer if is_of_asked(ground, force, role) else beside or placer,
        placer=placer if beside else None,
        force=force_phrase(ground, force, role),
        quantity=counted,
        posture=role.posture,
        direction=_direction(ground, force, role),
    )


def _polarity(ground: Ground, force: Token, role: Role) -> Polarity:
    """Whether forces are said to do it; what is told below a denial or a refusal is not done."""
    if role.trigger is force:
        return "affirmed"
    if role.trigger.upos != "VERB" and _is_denied_by(ground, role.predicate):
        return "negated"
    above = ground.sentence.parent(tree.first_conjunct(ground.sentence, role.predicate))
    told = role.predicate.relation in ("ccomp", "xcomp", "conj") and above is not None
    if told and above is not None and _is_denied_by(ground, above):
        return "negated"
    if role.predicate.relation == "acl" and above is not None and above.upos == "NOUN" and _is_rumour(ground, above):
        return "negated"
    return reality.polarity(ground.sentence, role.predicate, ground.grammar)


def _is_called_off(ground: Ground, role: Role) -> bool:
    """Whether a verb calls off what a noun says forces are to do ("suspended the deployment of 900 soldiers")."""
    cues = (cue.lemmas for cue in load_contact_words(ground.language).cues if cue.status == "cancelled")
    off = role.trigger.upos != "VERB" and bool(role.predicate.keys & frozenset().union(*cues))
    return off and role.posture != "withdrawn"


def _is_rumour(ground: Ground, noun: Token) -> bool:
    """Whether a noun for what is told of is what somebody denies ("denied reports that …")."""
    verb = ground.sentence.parent(noun)
    return verb is not None and verb.upos == "VERB" and noun.relation == "obj" and _is_denied_by(ground, verb)


def _is_denied_by(ground: Ground, verb: Token) -> bool:
    """Whether a verb denies or refuses what stands below it."""
    return bool(_stances(ground, verb) & {"denial", "refusal"})


def _stances(ground: Ground, verb: Token) -> set[PositionType]:
    """What a verb may say of what stands below it, with the words beside it that it needs ("ruled | out")."""
    beside = frozenset().union(*(c.keys for c in ground.sentence.children(verb)))
    entries = position_verbs(ground.language).get(verb.lemma.lower(), ())
    return {e.type for e in entries if not (e.objects or e.denied) and (not e.beside or e.beside & beside)}


def _direction(ground: Ground, force: Token, role: Role) -> Span | None:
    """Where to or on which side, said with the posture or with the forces themselves."""
    found = (
        direction_span(ground.document, ground.sentence, word, ground.forces, without=force.index)
        for word in (role.trigger, force)
    )
    return next((span for span in found if span is not None), None)


def _modality(ground: Ground, role: Role) -> Modality:
    """A wish or a demand (subjunctive below a verb) is only possible; a plan stays a plan; a place is a fact."""
    if role.posture == "deployed" and role.confidence == PLACE_CONFIDENCE:
        return "asserted"
    if _is_wish(ground, role):
        return "possible"
    found = reality.modality(ground.sentence, role.predicate, ground.grammar)
    above = ground.sentence.parent(role.predicate) if role.predicate.relation == "xcomp" else None
    stances = _stances(ground, above) if found == "asserted" and above is not None else set[PositionType]()
    found = "planned" if stances & UNDERTAKEN else "conditional" if stances & ASKED else found
    stands = role.trigger.upos != "VERB" and role.posture in ("massed", "deployed", "attacking")
    return "asserted" if stands and found == "planned" else found
