"""Where forces are and where they go: the places and directions that hang on a posture or on the forces themselves."""

from cronistoria.extract import tree
from cronistoria.languages.forces import ForceWords
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span


def has_place(sentence: Sentence, verb: Token, forces: ForceWords) -> bool:
    """Whether a verb has a place: an oblique with a place's adposition, or a named or bordering place as its object."""
    for child in tree.children_by(sentence, verb, "obl", "nmod", "advmod"):
        if set(tree.case_lemmas(sentence, child)) & forces.places and _is_place(sentence, child, forces):
            return True
    return any(_is_place(sentence, o, forces) for o in tree.objects(sentence, verb))


def _is_place(sentence: Sentence, token: Token, forces: ForceWords) -> bool:
    below = (token, *tree.children_by(sentence, token, "nmod", "appos", "flat", "compound", "amod"))
    return any(t.entity.endswith("-LOC") or {t.lemma.lower(), t.lower} & forces.quarters for t in below)


def stands_in_named_place(sentence: Sentence, force: Token, forces: ForceWords) -> bool:
    """Whether a noun of forces has a named place as its own dependent ("troops in Korea")."""
    return any(
        (child.entity.endswith("-LOC") or {child.lemma.lower(), child.lower} & forces.quarters)
        and set(tree.case_lemmas(sentence, child)) & (forces.places - forces.owners)
        for child in tree.children_by(sentence, force, "nmod")
    )


def direction_span(document: Document, sentence: Sentence, trigger: Token, forces: ForceWords) -> Span | None:
    """The words that say where to or on which side: an oblique with a direction or a quarter of the compass."""
    for child in tree.children_by(sentence, trigger, "obl", "nmod", "advmod"):
        cases = set(tree.case_lemmas(sentence, child))
        quarter = any({t.lemma.lower(), t.lower} & forces.quarters for t in tree.subtree(sentence, child))
        if quarter or (cases & forces.directions and child.entity.endswith("-LOC")):
            return tree.phrase(document, sentence, child).span
    return None
