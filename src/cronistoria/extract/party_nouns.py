"""Offices and descriptions in a sentence, and whose they are: "the Iranian foreign minister", "sources in Kyiv".

A view comes in, nouns with their codes go out; the owners are read from adjectives, possessors and compounds below the
noun, and from its neighbours where the tree is silent.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.gazetteer import Meaning
from cronistoria.extract.party_readings import reading_of
from cronistoria.extract.party_view import Hit, Person, View
from cronistoria.model.sentence import Token
from cronistoria.reference.world import load_world

DEPTH = 3
MODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "nmod:unmarked", "flat", "obl", "appos", "nmod:npmod")
PREMODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nmod:unmarked", "flat", "det", "nmod:npmod", "obl:npmod"})
NEIGHBOURS = frozenset({"amod", "nmod", "flat", "compound", "dep", "conj", "appos"})
LEADING = frozenset({"president", "prime_minister", "monarch", "supreme_leader", "leader"})
PRENOMINAL = frozenset({"nmod:poss", "compound"})
PARTING = frozenset(",;:()–—")
SEATED = frozenset(
    {"government", "regime", "authorities", "parliament", "leadership", "presidency", "ministry", "administration",
     "spokesperson", "sources", "officials"}
)  # fmt: skip
SIDES = "parties"
UNDER_ARMS = frozenset({"army", "armed_forces", "forces", "troops", "soldiers", "navy", "air_force", "security_forces"})
GOVERNING = frozenset({"government", "regime", "authorities", "leadership", "parliament", "ministry", "police"})
ONE_COUNTRY, SEVERAL_COUNTRIES = "country", "countries"
SAME_OFFICE = ("head", "government", "congress")


class PartyNoun(msgspec.Struct, frozen=True):
    """An office or a description with the stretch of words that tells whose it is, ``first`` to ``last``, both
    inside."""

    hit: Hit
    meaning: Meaning
    first: int
    last: int
    codes: tuple[str, ...]
    office: str | None
    plural: bool
    count: int | None
    former: bool

    @property
    def head(self) -> int:
        """The token that the rest hangs on."""
        return self.hit.head


class Owners(msgspec.Struct):
    """What is found below a noun, inside this module only: codes by how near they are, the branch, and their tokens."""

    adjectives: list[str] = []
    possessors: list[str] = []
    branch: str | None = None
    tokens: list[int] = []

    @property
    def codes(self) -> tuple[str, ...]:
        """Possessors count before adjectives."""
        return tuple(dict.fromkeys(self.possessors or self.adjectives))


def find_party_nouns(view: View) -> list[PartyNoun]:
    """The offices and descriptions of a sentence in text order."""
    nouns = [(hit, hit.meaning("office", "concept")) for hit in view.hits]
    named = ((hit, meaning) for hit, meaning in nouns if meaning and not hit.meaning("state", "body", "seat"))
    told = [_noun(view, hit, meaning) for hit, meaning in named]
    found = [noun for noun in told if noun.codes or not _is_from_abroad(view, noun)]
    return [*found, *_of_same_office(view, {noun.head: noun for noun in found})]


def _is_from_abroad(view: View, noun: PartyNoun) -> bool:
    """Whether an adjective tells of forces that are not those of the country at hand ("foreign troops")."""
    if noun.meaning.key not in UNDER_ARMS:
        return False
    beside = tree.children_by(view.sentence, view.token(noun.hit.head), "amod")
    return any(t.keys & view.words.from_abroad for t in beside)


def _of_same_office(view: View, nouns: dict[int, PartyNoun]) -> Iterator[PartyNoun]:
    """The pronouns that stand for an office told of just before: "the Greek premier and the Turkish one"."""
    for token in view.sentence.tokens:
        first = nouns.get(token.head) if token.relation == "conj" and token.upos == "PRON" else None
        if first is not None and first.office and not first.plural and token.feats.get("PronType") in ("Dem", "Art"):
            hit = Hit(token.index, token.index, token.index, first.hit.meanings, first.hit.text)
            other = _noun(view, hit, first.meaning)
            if other.codes:
                yield msgspec.structs.replace(other, office=first.office)


def _noun(view: View, hit: Hit, meaning: Meaning) -> PartyNoun:
    owners = _owners(view, view.token(hit.head), DEPTH)
    for index in range(hit.first, hit.last + 1):
        if index != hit.head and not owners.codes:
            _add_inner(view, hit, view.token(index), owners)
    if not owners.codes:
        _add_neighbours(view, hit, owners)
    if not owners.codes and meaning.key in SEATED:
        _add_seat(view, hit, owners, home=meaning.key in GOVERNING)
    if meaning.key in UNDER_ARMS and owners.adjectives:
        owners.possessors.clear()
    _add_coordinated(view, owners)
    _add_listed(view, hit, owners)
    if meaning.home and not owners.codes:
        owners.possessors.append(meaning.home)
    span = [hit.first, hit.last, *owners.tokens]
    plural, count = _is_plural(view, hit), _count(view, hit)
    if meaning.key == ONE_COUNTRY and plural:
        meaning = msgspec.structs.replace(meaning, key=SEVERAL_COUNTRIES)
    return PartyNoun(
        hit=hit, meaning=meaning, first=min(span), last=max(span), codes=owners.codes,
        office=_office(meaning, owners.branch, view), plural=plural, count=count, former=_is_former(view, hit),
    )  # fmt: skip


def _owners(view: View, noun: Token, depth: int) -> Owners:
    """Whose a noun is: bodies below it, and below a noun of a party that it belongs to."""
    found = Owners()
    owned = any(c.deprel == "det:poss" or c.feats.get("Poss") == "Yes" for c in view.sentence.children(noun))
    for child in tree.children_by(view.sentence, noun, *MODIFIERS):
        if owned and child.relation == "nmod" and child.index > noun.index:
            continue
        if not _is_owner(view, noun, child) or _is_bearer(view, noun, child) or _is_parted(view, noun, child):
            continue
        for token in tree.conjuncts(view.sentence, child):
            _add_owner(view, noun, token, found, depth)
    return found


def _add_inner(view: View, hit: Hit, token: Token, owners: Owners) -> None:
    """Owners that hang on another word of an office of several words."""
    inner = _owners(view, token, DEPTH)
    if inner.codes and all(i > hit.last or i < hit.first for i in inner.tokens):
        owners.possessors += inner.possessors
        owners.adjectives += inner.adjectives
        owners.tokens += inner.tokens


def _is_owner(view: View, noun: Token, child: Token) -> bool:
    """Modifiers before the noun, and what follows it under a possessive adposition or none."""
    cases = set(tree.case_lemmas(view.sentence, child)[:1] or _word_before(view, child))
    if not cases:
        behind = child.index > noun.index and child.deprel in PRENOMINAL
        return not behind and (child.deprel in PREMODIFIERS or child.relation in ("nmod", "amod", "flat", "compound"))
    return bool(cases & (view.words.owners | view.words.reading.genitive)) or _branch(view, child) is not None


def _word_before(view: View, child: Token) -> tuple[str, ...]:
    """The adposition right before a name, wherever the tree hangs it."""
    named = view.named(child.index, "state", "body", "seat")
    index = (named.first if named else child.index) - 1
    if index >= 0 and view.token(index).upos == "DET":
        index -= 1
    return (view.token(index).lemma.lower(),) if index >= 0 and view.token(index).upos == "ADP" else ()


def _is_parted(view: View, noun: Token, child: Token) -> bool:
    """Whether a comma, a dash or the like stands between two words."""
    first, last = sorted((noun.index, child.index))
    between = view.sentence.tokens[first + 1 : last]
    caseless = child.index < noun.index and not tree.case_lemmas(view.sentence, child)
    return any(t.form in PARTING or (caseless and t.upos == "DET") for t in between)


def _is_bearer(view: View, noun: Token, child: Token) -> bool:
    """Whether a person beside an office holds it ("President Obama") and is not its owner ("Clinton's aide")."""
    if child.index not in view.people or tree.case_lemmas(view.sentence, child) or child.deprel == "nmod:poss":
        return False
    if tree.owns(view.sentence, child, noun):
        return False
    return view.named(noun.index, "office", "concept") is not None and not (
        child.relation == "compound" and child.index < noun.index
    )


def _add_owner(view: View, noun: Token, token: Token, found: Owners, depth: int) -> None:
    demonyms = view.codes_of(token.index, "demonym")
    named = view.named(token.index, "state", "body", "seat")
    branch = _branch(view, token)
    if named and named.head == token.index and (meaning := named.meaning("state", "body", "seat")):
        if reading_of(view, named) == "actor":
            target = found.adjectives if token.relation in ("amod", "compound") else found.possessors
            target += view.bodies_of(named)
            found.tokens += [named.first, named.last]
            found.branch = found.branch or meaning.branch
    elif demonyms:
        found.adjectives += demonyms
        found.tokens.append(token.index)
    elif branch:
        found.branch = found.branch or branch
        found.tokens.append(token.index)
        _add_nested(view, token, found, depth)
    elif token.index in view.people and not _is_bearer(view, noun, token):
        found.possessors += _countries_of(view, view.people[token.index])
        found.tokens += [view.people[token.index].first, view.people[token.index].last]
    elif (other := view.named(token.index, "office", "concept")) and not _are_sides(other):
        _add_nested(view, token, found, depth)


def _are_sides(hit: Hit) -> bool:
    """Whether a word means the two sides of something, which its owner is not ("the parties of Oslo's war")."""
    meaning = hit.meaning("office", "concept")
    return meaning is not None and meaning.key == SIDES


def _add_nested(view: View, token: Token, found: Owners, depth: int) -> None:
    """The owners of the party that owns: "a source of the Russian ministry"."""
    nested = _owners(view, token, depth - 1) if depth > 1 else Owners()
    if nested.codes or nested.branch:
        owns = _is_possessor(view, token)
        found.possessors += nested.codes if owns else nested.possessors
        found.adjectives += () if owns else nested.adjectives
        found.branch = found.branch or nested.branch
        found.tokens += [token.index, *nested.tokens]


def _is_possessor(view: View, token: Token) -> bool:
    """Whether a noun, or the first that it is joined to, owns another by an adposition or its case."""
    first = tree.first_conjunct(view.sentence, token)
    return first.relation == "nmod" and bool(set(tree.roles(view.sentence, first)) - {"case=nom"})


def _countries_of(view: View, person: Person) -> tuple[str, ...]:
    """The body that a person of the reference data leads at the report's date, if it is one alone."""
    countries = countries_holding(view, person, *LEADING)
    return countries if len(countries) == 1 else ()


def countries_holding(view: View, person: Person, *offices: str) -> tuple[str, ...]:
    """The bodies in which persons of the reference data of this name hold one of the offices at the report's date."""
    at = view.document.published
    known = load_world().people(person.words)
    current = [t for t in known if at is None or at.start is None or at.end is None or t.holds(at.start, at.end)]
    return tuple(dict.fromkeys(t.country for t in current if t.office in offices))


def _branch(view: View, token: Token) -> str | None:
    hit = view.named(token.index, "branch")
    meaning = hit.meaning("branch") if hit else None
    return meaning.key if meaning else None


def _add_neighbours(view: View, hit: Hit, owners: Owners) -> None:
    """Adjectives and names right beside a noun that the tree hangs elsewhere."""
    for index in (hit.first - 1, hit.last + 1):
        if not 0 <= index < len(view.sentence.tokens):
            continue
        joined = view.token(hit.head).head == index or view.token(index).head == hit.head
        if not joined and view.token(index).relation not in NEIGHBOURS:
            continue
        demonyms = view.codes_of(index, "demonym") if joined or view.token(index).upos == "ADJ" else ()
        named = view.named(index, "state", "body", "seat")
        meaning = named.meaning("state", "body", "seat") if named else None
        if named and meaning and not tree.case_lemmas(view.sentence, view.token(named.head)):
            owners.possessors.append(meaning.key)
            owners.tokens += [named.first, named.last]
        elif demonyms:
            owners.adjectives += demonyms
            owners.tokens.append(index)


def _add_seat(view: View, hit: Hit, owners: Owners, *, home: bool) -> None:
    """The seat of government right behind an institution, wherever the tree hangs it ("das Ministerium in Moskau").

    ``home``: who governs does so in the country named ("the junta in Niger", "the authorities in Khartoum").
    """
    index, tokens = hit.last + 1, view.sentence.tokens
    adpositions = view.words.seating | (view.words.reading.inside if home else frozenset())
    if index >= len(tokens) or view.token(index).lemma.lower() not in adpositions:
        return
    index += 2 if index + 1 < len(tokens) and view.token(index + 1).upos == "DET" else 1
    named = view.named(index, "seat", "state") if home else view.named(index, "seat")
    meaning = named.meaning("seat", "state") if named else None
    if named is not None and meaning is not None and (meaning.kind == "state" or meaning.branch == "government"):
        owners.possessors.append(meaning.key)


def _add_coordinated(view: View, owners: Owners) -> None:
    """The second of two owners, wherever the tree hangs it: "US and Russian officials"."""
    for index in (*owners.tokens,):
        for step in (-1, 1):
            if 0 <= index + 2 * step < len(view.sentence.tokens) and view.token(index + step).upos == "CCONJ":
                _add_other(view, owners, view.token(index + 2 * step), is_before=step < 0)


def _add_listed(view: View, hit: Hit, owners: Owners) -> None:
    """The first of two owners that a headline parts by a comma: "Oslo, Lima leaders meet"."""
    first = min(owners.tokens, default=hit.first)
    if first < 2 or first >= hit.first or view.token(first - 1).form != "," or not _is_plural(view, hit):
        return
    other = view.named(first - 2, "state", "seat")
    if other is not None and other.first == 0 and (meaning := other.meaning("state", "seat")):
        owners.possessors[:0] = [meaning.key, *(() if owners.possessors else owners.adjectives)]
        owners.tokens.append(other.first)


def _add_other(view: View, owners: Owners, other: Token, *, is_before: bool) -> None:
    named = view.named(other.index, "state", "body", "seat")
    meaning = named.meaning("state", "body", "seat") if named else None
    target = owners.possessors or owners.adjectives
    codes = (meaning.key,) if meaning and owners.possessors else view.codes_of(other.index, "demonym")
    if not codes or view.named(other.index, "office", "concept") or set(codes) <= set(target):
        return
    if any(c.relation in ("det", "case") for c in view.sentence.children(other)):
        return
    target[:] = [*codes, *target] if is_before else [*target, *codes]
    owners.tokens += [named.first, named.last] if named and meaning else [other.index]


def _office(meaning: Meaning, branch: str | None, view: View) -> str | None:
    """The key of an office with its branch put in."""
    if meaning.kind != "office":
        return None
    if meaning.key not in view.words.branched or branch is None or branch in SAME_OFFICE:
        return meaning.key
    rank, _, base = meaning.key.rpartition("_")
    return f"{rank}_{branch}_{base}" if rank == "deputy" else f"{branch}_{meaning.key}"


def _is_plural(view: View, hit: Hit) -> bool:
    """Whether several are meant; a noun that has one form for both numbers is asked by its determiner ("i leader")."""
    head = view.token(hit.head)
    number = head.feats.get("Number")
    if number is None:
        shown = [c.feats.get("Number") for c in tree.children_by(view.sentence, head, "det", "amod")]
        number = next((n for n in shown if n), None)
    return number == "Plur"


def _count(view: View, hit: Hit) -> int | None:
    for child in tree.children_by(view.sentence, view.token(hit.head), "nummod", "det"):
        if child.lower in view.words.counts:
            return view.words.counts[child.lower]
        if child.form.isdecimal() and child.form.isascii() and len(child.form) < 3:
            return int(child.form)
    return None


def _is_former(view: View, hit: Hit) -> bool:
    """Whether a word beside the noun says that it is no longer so."""
    before = [view.token(hit.first - 1)] if hit.first else []
    words = {t.lower for t in (*before, view.token(hit.first))}
    words |= {
        t.lemma.lower() for t in tree.children_by(view.sentence, view.token(hit.head), "amod", "advmod", "compound")
    }
    first = view.token(hit.first).lower.partition("-")[0]
    return bool((words | {first}) & view.words.former)
