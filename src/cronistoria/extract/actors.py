"""Finds the words that name or describe a party: names, seats, peoples, offices, unnamed people.

Sentences come in, `PartyMention`s go out in text order, each with what its words say and no more: who "the minister"
was is the composer's question. A name beside an office carries that office ("Jen Psaki, portavoce della Casa
Bianca"), and the office carries the name; both then stand for the person. An organisation that no table knows has
the concept "organisation". Linear in the text.

Keys of offices and concepts are those of the language's actors table (`cronistoria.languages.actors`).
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract.gazetteer import Gazetteer
from cronistoria.extract.party_nouns import PartyNoun, countries_holding, find_party_nouns
from cronistoria.extract.party_pairs import pair_people
from cronistoria.extract.party_people import PeopleFinder, is_of_vessel
from cronistoria.extract.party_readings import reading_of
from cronistoria.extract.party_view import Hit, Person, View, view_of
from cronistoria.languages.actors import INSTITUTIONS
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.document import Document
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Entity, Sentence
from cronistoria.reference.bodies import load_bodies
from cronistoria.reference.places import load_places

TITLED = ("office", "concept")
WHOSE = INSTITUTIONS | {"rebels", "separatists", "militias", "opposition", "armed_opposition", "protesters"}
COUNTED = frozenset({"side", "countries", "member"})
SHORTEST_NAME = 3
ADDRESS_MARKS = "@#/_"


def find_actor_mentions(
    document: Document, sentences: tuple[Sentence, ...], *, language: str, gazetteer: Gazetteer
) -> tuple[PartyMention, ...]:
    """All party mentions in text order; linear in the text."""
    finder = PeopleFinder(document, sentences, gazetteer)
    return tuple(m for s in sentences for m in _in_sentence(document, s, gazetteer, finder))


def _in_sentence(
    document: Document, sentence: Sentence, gazetteer: Gazetteer, finder: PeopleFinder
) -> list[PartyMention]:
    people = finder.people(sentence)
    taken = frozenset(i for person in people for i in range(person.first, person.last + 1))
    view = view_of(document, sentence, gazetteer.words, finder.matches[sentence.index], people)
    nouns = find_party_nouns(view)
    pairs = pair_people(view, people, nouns)
    titles = {id(pair.noun) for pair in pairs if pair.noun and pair.is_title}
    found = [_person_mention(view, pair.person, pair.noun, is_title=pair.is_title) for pair in pairs]
    peoples = {p.person.first: hit for p in pairs if p.noun is None and (hit := _people_before(view, p.person))}
    found = [_of_people(view, m, peoples[m.first]) if m.first in peoples else m for m in found]
    names = {id(pair.noun): pair.person for pair in pairs if pair.noun and not pair.is_title}
    rest = [noun for noun in nouns if id(noun) not in titles and _counts(view, noun, names.get(id(noun)), nouns)]
    found += [_noun_mention(view, noun, names.get(id(noun))) for noun in rest]
    absorbed = {hit.head for hit in peoples.values()}
    absorbed |= {i for noun in (*rest, *(p.noun for p in pairs if p.noun)) for i in range(noun.first, noun.last + 1)}
    found += [m for hit in view.hits if (m := _hit_mention(view, hit, absorbed)) is not None]
    found += _unknown_bodies(view, taken)
    return sorted(found, key=lambda m: (m.span.start, -m.span.end, m.head))


def _person_mention(view: View, person: Person, noun: PartyNoun | None, *, is_title: bool) -> PartyMention:
    """A person's name; a title right before it is part of the mention."""
    first = min(noun.first, person.first) if noun and is_title else person.first
    head = noun.head if noun and is_title and not noun.plural else person.head
    if noun and noun.plural:
        first = person.first
    return PartyMention(
        sentence=view.sentence.index, head=head, first=first, last=person.last,
        span=view.span(first, person.last), role="name", codes=_side(view, noun, person) if noun else (),
        name=person.words,
        office=noun.office if noun else None, concept=_concept(noun) if noun else None,
        former=noun.former if noun else False,
    )  # fmt: skip


def _people_before(view: View, person: Person) -> Hit | None:
    """The word for the one people that a name is of, between its article and the name: "the American Roe"."""
    hit = view.named(person.first - 1, "demonym") if person.first > 1 else None
    if hit is None or view.token(hit.first - 1).upos != "DET" or view.token(hit.head).feats.get("Number") == "Plur":
        return None
    return hit if len(view.codes_of(hit.head, "demonym")) == 1 else None


def _of_people(view: View, mention: PartyMention, people: Hit) -> PartyMention:
    """The mention of a name with the word for its people inside."""
    return msgspec.structs.replace(
        mention, first=people.first, span=view.span(people.first, mention.last), head=people.head,
        codes=view.codes_of(people.head, "demonym"),
    )  # fmt: skip


def _noun_mention(view: View, noun: PartyNoun, person: Person | None) -> PartyMention:
    return PartyMention(
        sentence=view.sentence.index, head=noun.head, first=noun.first, last=noun.last,
        span=view.span(noun.first, noun.last), role="office" if noun.office else "description",
        codes=_side(view, noun, person) if person else noun.codes,
        name=person.words if person else (), office=noun.office, concept=_concept(noun), plural=noun.plural,
        count=noun.count, former=noun.former, usual=None if person or noun.codes else noun.meaning.usual,
    )  # fmt: skip


def _side(view: View, noun: PartyNoun, person: Person) -> tuple[str, ...]:
    """Whose somebody is: the state of a party, a movement or an outlet before the body itself.

    A title that by itself is of one state is of another that the bearer of the name has it in ("Defence Secretary").
    """
    if noun.meaning.home and noun.codes == (noun.meaning.home,) and noun.office:
        holding = countries_holding(view, person, noun.office)
        if len(holding) == 1 and noun.meaning.home not in holding:
            return holding
    bodies = [load_bodies().get(code) for code in noun.codes]
    states = [body.country for body in bodies if body is not None and body.country]
    return tuple(dict.fromkeys((*states, *noun.codes)))


def _concept(noun: PartyNoun) -> str | None:
    return noun.meaning.key if noun.meaning.kind == "concept" else None


def _counts(view: View, noun: PartyNoun, person: Person | None, nouns: list[PartyNoun]) -> bool:
    """Whether a noun is a party of its own: not a part of another one, and somebody in particular."""
    if person:
        return True
    counted = noun.count and noun.meaning.key in COUNTED
    if noun.meaning.key in view.words.needs_owner and not noun.codes and not counted:
        known = (bool(noun.count) or _is_bare_subject(view, noun)) if noun.plural else _is_definite(view, noun)
        return noun.meaning.kind == "office" and known
    if noun.meaning.key == "country" and not noun.codes and not _is_definite(view, noun):
        return False
    above = view.sentence.parent(view.token(noun.head))
    relation = view.token(noun.head).relation
    if above is None or relation not in ("compound", "amod", "flat"):
        return True
    whose = noun.meaning.key in WHOSE and not noun.codes and view.named(above.index, "office") is not None
    return whose or view.named(above.index, *TITLED) is None  # type: ignore[arg-type]


def _is_bare_subject(view: View, noun: PartyNoun) -> bool:
    """Whether several are told of by one word that is a subject, where a language has no articles ("Лидеры …")."""
    token, articles = view.token(noun.head), load_grammar(view.document.language).articles
    alone = noun.first == noun.last and not any(True for _ in view.sentence.children(token))
    return not articles and alone and token.relation == "nsubj"


def _is_definite(view: View, noun: PartyNoun) -> bool:
    """Whether a noun means one that is known: "the country", "this country"."""
    determiners = [c for c in view.sentence.children(view.token(noun.head)) if c.relation == "det"]
    if not load_grammar(view.document.language).articles and not noun.plural:
        return not any(d.feats.get("PronType") == "Ind" for d in determiners)
    owned = any(c.deprel in ("nmod:poss", "det:poss") for c in view.sentence.children(view.token(noun.head)))
    return owned or any(d.feats.get("Definite") == "Def" or d.feats.get("PronType") == "Dem" for d in determiners)


def _hit_mention(view: View, hit: Hit, absorbed: set[int]) -> PartyMention | None:
    """The mention of a name, or of an adjective that is no part of another mention."""
    meaning = hit.meaning("state", "body", "seat")
    if meaning:
        if meaning.kind == "state" and not hit.meaning("seat") and _is_city(hit, meaning.key):
            return None
        if meaning.kind == "state" and _is_task_of_other(view, hit):
            return None
        return PartyMention(
            sentence=view.sentence.index, head=hit.head, first=hit.first, last=hit.last,
            span=view.span(hit.first, hit.last), role="metonym" if meaning.kind == "seat" else "name",
            codes=view.bodies_of(hit), reading=reading_of(view, hit),
        )  # fmt: skip
    if hit.meaning("demonym") and hit.head not in absorbed and view.at[hit.head][0] is hit:
        return _demonym_mention(view, hit)
    return None


def _is_task_of_other(view: View, hit: Hit) -> bool:
    """Whether a name tells what another party's office is for ("Oslo's Lima Affairs Office")."""
    token = view.token(hit.head)
    above = view.sentence.parent(token) if token.relation == "compound" else None
    owners = [c for c in view.sentence.children(above) if c.deprel == "nmod:poss"] if above is not None else []
    return any(o.index < hit.first and view.named(o.index, "state", "seat", "body") is not None for o in owners)


def _is_city(hit: Hit, code: str) -> bool:
    """Whether a state and a city of another country share the name, so that the city is meant ("Monaco")."""
    places = [load_places().get(m.key) for m in hit.meanings if m.kind == "place"]
    return any(place is not None and place.country not in (None, code) for place in places)


def _demonym_mention(view: View, hit: Hit) -> PartyMention | None:
    token = view.token(hit.head)
    cases = {c.lemma.lower() for c in view.sentence.children(token) if c.relation == "case"}
    determined = any(c.relation == "det" for c in view.sentence.children(token))
    if token.upos in ("NOUN", "PROPN") and cases & view.words.languages and not determined:
        return None
    return PartyMention(
        sentence=view.sentence.index, head=hit.head, first=hit.first, last=hit.last,
        span=view.span(hit.first, hit.last), role="demonym", codes=view.codes_of(hit.head, "demonym"),
        plural=token.feats.get("Number") == "Plur",
    )  # fmt: skip


def _unknown_bodies(view: View, taken: frozenset[int]) -> Iterator[PartyMention]:
    """Organisations that the model marks and no table knows."""
    forces = load_force_words(view.document.language)
    for entity in view.sentence.entities():
        service = view.token(entity.first).lower in forces.services
        if service or is_of_vessel(view.sentence, entity.first, forces):
            continue
        own = _own_part(view, entity, taken) if entity.type == "ORG" else None
        if own and _is_name(view, own):
            yield _body_mention(view, own)


def _own_part(view: View, entity: Entity, taken: frozenset[int]) -> Entity | None:
    """A name without the known body at its end that it is part of ("the Permanent Council | of the OSCE")."""
    known = [i for i in range(entity.first, entity.last + 1) if i in taken or i in view.at]
    if not known:
        return entity
    inside = [view.token(i) for i in range(entity.first, known[0])]
    while inside and inside[-1].relation in ("case", "det"):
        inside.pop()
    if not inside or inside[0].upos != "PROPN" or known[-1] != entity.last:
        return None
    return Entity(entity.first, inside[-1].index, entity.type)


def _is_name(view: View, entity: Entity) -> bool:
    """Whether an entity is a name and no common noun ("the Agency") or stray letter."""
    tokens = view.sentence.tokens[entity.first : entity.last + 1]
    letters = sum(len(t.form) for t in tokens)
    if any(mark in t.form for t in tokens for mark in ADDRESS_MARKS):
        return False
    if any(t.form in view.words.not_names for t in tokens) and len(tokens) == 1:
        return False
    return letters >= SHORTEST_NAME and (len(tokens) > 1 or tokens[0].upos != "NOUN")


def _body_mention(view: View, entity: Entity) -> PartyMention:
    outside = [i for i in range(entity.first, entity.last + 1) if not entity.first <= view.token(i).head <= entity.last]
    head = outside[0] if outside else entity.first
    near = [t.index for t in view.sentence.children(view.token(head)) if t.relation in ("amod", "compound")]
    codes = tuple(dict.fromkeys(code for i in near for code in view.codes_of(i, "demonym")))
    return PartyMention(
        sentence=view.sentence.index, head=head, first=entity.first, last=entity.last,
        span=view.span(entity.first, entity.last), role="name", codes=codes, concept="organisation",
    )  # fmt: skip
