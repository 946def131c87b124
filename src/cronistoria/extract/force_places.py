"""Where forces are and where they go: the places and directions that hang on a posture or on the forces themselves."""

from cronistoria.extract import tree
from cronistoria.languages.forces import ForceWords
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

SPREAD = ("nmod", "appos", "flat", "compound", "amod")


def has_place(sentence: Sentence, verb: Token, forces: ForceWords) -> bool:
    """Whether a verb has a place: an oblique with a place's adposition, or a named place or a site as its object.

    A place that hangs on the object or subject counts too ("ammassa truppe presso Lachin").
    """
    for child in tree.children_by(sentence, verb, "obl", "nmod", "advmod"):
        beside = child.relation == "advmod" and bool(child.keys & (forces.places - forces.owners | forces.there))
        if beside or (set(tree.roles(sentence, child)) & forces.places and is_place(sentence, child, forces)):
            return True
    if any({a.lemma.lower(), a.lower} & forces.sites for a in tree.children_by(sentence, verb, "advmod")):
        return True
    arguments = tree.children_by(sentence, verb, "obj", "nsubj")
    if any(stands_in_place(sentence, t, forces) for a in arguments for t in tree.conjuncts(sentence, a)):
        return True
    return any(is_place(sentence, o, forces) for o in tree.objects(sentence, verb))


def is_place(sentence: Sentence, token: Token, forces: ForceWords) -> bool:
    """Whether a word, or a name beside it, is a place: named, a side, or a kind of place."""
    below = (token, *tree.children_by(sentence, token, *SPREAD))
    wanted = forces.quarters | forces.sites
    return any(t.entity.endswith("-LOC") or t.keys & wanted for t in below)


def stands_in_named_place(sentence: Sentence, force: Token, forces: ForceWords) -> bool:
    """Whether a noun of forces has a named place as its own dependent ("troops in Korea", "at a base in Korea")."""
    return any(
        (child.entity.endswith("-LOC") or child.keys & forces.quarters or _is_site_in_place(sentence, child, forces))
        and set(tree.roles(sentence, child)) & (forces.places - forces.owners)
        for child in tree.children_by(sentence, force, "nmod")
    )


def _is_site_in_place(sentence: Sentence, site: Token, forces: ForceWords) -> bool:
    """Whether a noun of places is one in a named place."""
    if set(tree.roles(sentence, site)) & forces.directions:
        return False
    named = (c for c in tree.children_by(sentence, site, "nmod", "compound", "appos") if c.entity.endswith("-LOC"))
    return bool(site.keys & forces.sites) and any(named)


def stands_in_place(sentence: Sentence, force: Token, forces: ForceWords) -> bool:
    """Whether a noun of forces has a named place or a kind of place as its own dependent ("troops in the city")."""
    return any(
        is_place(sentence, child, forces) and set(tree.roles(sentence, child)) & (forces.places - forces.owners)
        for child in tree.children_by(sentence, force, "nmod", "obl")
    )


def direction_span(
    document: Document, sentence: Sentence, trigger: Token, forces: ForceWords, *, without: int
) -> Span | None:
    """The words that say where to or on which side: an oblique with a direction or a quarter of the compass.

    They open with their adposition ("al confine"); of a relative clause ("at whose borders (south and east)") only the
    quarters are words that stand for themselves. ``without``: index of the force, whose words are no direction.
    """
    for child in tree.children_by(sentence, trigger, "obl", "nmod", "advmod"):
        if any(t.index == without for t in tree.subtree(sentence, child)):
            continue
        cases = set(tree.roles(sentence, child))
        quarter = any(t.keys & forces.quarters and t.upos != "DET" for t in tree.subtree(sentence, child))
        if quarter or (cases & forces.directions and child.entity.endswith("-LOC")):
            return _words(document, sentence, child, forces)
    return None


def _words(document: Document, sentence: Sentence, head: Token, forces: ForceWords) -> Span | None:
    if any(t.feats.get("PronType") == "Rel" for t in tree.subtree(sentence, head)):
        side = next((c for c in sentence.children(head) if c.keys & forces.quarters), None)
        return (
            None
            if side is None
            else _with_case(
                document, sentence, side, max(t.end for t in tree.subtree(sentence, side) if t.upos != "PUNCT")
            )
        )
    return _with_case(document, sentence, head, tree.phrase(document, sentence, head).span.end)


def _with_case(document: Document, sentence: Sentence, head: Token, end: int) -> Span:
    starts = [c.start for c in tree.children_by(sentence, head, "case") if c.index < head.index]
    return document.span(min([*starts, tree.phrase(document, sentence, head).span.start]), end)
