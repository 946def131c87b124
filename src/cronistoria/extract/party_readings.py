"""Place or actor: what a name of a seat, a state or a body means where it stands.

"Moscow demands" is the government, "arrived in Moscow" the place, "handed over to Moscow" the government again; the
dateline is nobody. Asks the syntax around the name, with the words of the `Reading` table.
"""

from cronistoria.extract import tree
from cronistoria.extract.party_view import Hit, View
from cronistoria.languages.contacts import contact_nouns, load_contact_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.party import Reading
from cronistoria.model.sentence import Token

AFTER_DATELINE = frozenset(",(-–—/")
RELAYED = frozenset({"talks", "letter", "message"})
LABELLED = frozenset({"appos", "flat", "nmod", "compound", "nmod:unmarked"})


def reading_of(view: View, hit: Hit) -> Reading:
    """How a name is meant."""
    span = view.span(hit.first, hit.last)
    if view.document.dateline is not None and view.document.dateline.overlaps(span):
        return "dateline"
    if _opens_report(view, hit):
        return "dateline"
    token = tree.first_conjunct(view.sentence, (_name_before(view, hit) or view.token(hit.head)))
    if hit.meaning("seat", "place") and _is_beside_city(view, token):
        return "place"
    return "place" if _is_place(view, hit, token) else "actor"


def _is_source(view: View, token: Token, governor: Token | None, cases: set[str]) -> bool:
    """Whether a name stands where a plural verb of saying has no subject: "В Кремле заявили"."""
    if (
        governor is None
        or token.relation != "obl"
        or not cases & load_grammar(view.document.language).impersonal_sources
    ):
        return False
    quotes, keys = load_quote_words(view.document.language), {governor.lemma.lower(), governor.lower}
    carrier = tree.finite_form(view.sentence, governor)
    positions = position_verbs(view.document.language)
    said = bool(keys & (quotes.says | quotes.acts | quotes.facts)) or governor.lemma.lower() in positions
    return said and carrier.feats.get("Number") == "Plur" and not tree.children_by(view.sentence, governor, "nsubj")


def _name_before(view: View, hit: Hit) -> Token | None:
    """The name that this one is joined to by a conjunction, wherever the tree hangs the second of the two."""
    index = hit.first - 1
    while index >= 0 and view.token(index).upos in ("ADP", "DET"):
        index -= 1
    if index < 1 or view.token(index).upos != "CCONJ":
        return None
    before = view.named(index - 1, "state", "body", "seat", "place")
    return view.token(before.head) if before else None


def _is_beside_city(view: View, token: Token) -> bool:
    """Whether a name is coordinated with one that can only be a place ("between Aleppo and Damascus")."""
    others = [view.named(t.index, "place") for t in tree.conjuncts(view.sentence, token)]
    return any(hit is not None and not hit.meaning("seat", "state", "body") for hit in others)


def _opens_report(view: View, hit: Hit) -> bool:
    """Whether a place opens a line without a verb, followed by a date, an agency or a dash."""
    tokens = view.sentence.tokens
    if hit.first > 0 or not hit.meaning("seat", "place") or hit.last + 1 >= len(tokens):
        return False
    return tokens[hit.last + 1].form in AFTER_DATELINE and not any(t.feats.get("VerbForm") == "Fin" for t in tokens)


def _follows_party(view: View, hit: Hit) -> bool:
    """Whether the words right before a possessor are a party ("representatives of Damascus")."""
    index = hit.first - 1
    while index >= 0 and view.token(index).upos in ("ADP", "DET"):
        index -= 1
    return index >= 0 and view.named(index, "office", "concept") is not None


def _is_place(view: View, hit: Hit, token: Token) -> bool:
    if hit.meaning("body") and not hit.meaning("state", "seat", "place"):
        return _is_region(view, token, hit)
    cases = set(tree.roles(view.sentence, token))
    governor = view.sentence.parent(token)
    words = view.words.reading
    if governor is not None and cases & load_contact_words(view.document.language).through and _relays(view, governor):
        return False
    if cases & words.inside:
        return not _is_source(view, token, governor, cases)
    is_seat = hit.meaning("seat", "place") is not None and not hit.meaning("state")
    if token.relation == "nsubj" or token.deprel == "obl:agent":
        return is_seat and token.deprel == "nsubj:pass" and _lemma(governor) in words.place_verbs
    if governor is None:
        return False
    if cases & words.genitive or token.deprel == "nmod:poss":
        return is_seat and _lemma(governor) in words.place_nouns and not _follows_party(view, hit)
    if cases & words.agent and governor.upos == "VERB" and _lemma(governor) not in words.motion:
        return False
    if cases & words.near and _says_nobody(view, governor):
        return False
    if cases & words.near:
        return _is_reached(view, token, governor, is_seat, cases)
    if cases & words.about:
        return _lemma(governor) in words.motion
    if cases:
        return False
    if token.relation == "obj":
        return is_seat and _lemma(governor) in words.place_verbs
    labels = words.place_labels if token.relation != "compound" else words.place_nouns
    return is_seat and token.deprel in LABELLED and _lemma(governor) in labels


def _relays(view: View, governor: Token) -> bool:
    """Whether what goes through somebody are talks or a message ("talks through Oman")."""
    nouns = contact_nouns(view.document.language)
    near = (governor, *tree.children_by(view.sentence, governor, "obj", "nsubj", "obl"))
    return any(t.lemma.lower() in nouns and nouns[t.lemma.lower()].channel in RELAYED for t in near)


def _says_nobody(view: View, governor: Token) -> bool:
    """Whether nobody in particular does what a verb says, so that the place beside it does ("dit-on à Paris")."""
    nobody = load_grammar(view.document.language).nobody
    return any(s.lemma.lower() in nobody for s in tree.subjects(view.sentence, governor))


def _is_region(view: View, token: Token, hit: Hit) -> bool:
    """A bloc in which something happens."""
    cases = set(tree.roles(view.sentence, token))
    return any(m.key.startswith("bloc:") for m in hit.meanings) and bool(cases & view.words.reading.inside)


def _is_reached(view: View, token: Token, governor: Token, is_seat: bool, cases: set[str]) -> bool:
    """Under "to" or "from": a place unless somebody is addressed there or something comes from somebody."""
    words = view.words.reading
    if _is_addressed(view, governor):
        return False
    if not is_seat:
        at = cases <= words.state_at and governor.upos != "ADJ"
        near = at or bool(cases & words.state_near)
        return near or (_lemma(governor) in words.motion and governor.upos == "VERB")
    return True


def _is_addressed(view: View, governor: Token | None) -> bool:
    """Whether the governing word, or what a verb moves, is something said or given."""
    words = view.words.reading
    if governor is None:
        return False
    if governor.upos != "VERB":
        return _lemma(governor) in words.addressing_nouns
    moved = tree.children_by(view.sentence, governor, "obj", "nsubj")
    if any(_lemma(t) in words.addressing_nouns for t in moved):
        return True
    return _lemma(governor) in words.addressing_verbs and _lemma(governor) not in words.motion


def _lemma(token: Token | None) -> str:
    return token.lemma.lower() if token else ""
