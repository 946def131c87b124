"""Those whom only a pronoun means before they are named: "When they spoke on Monday, Roe told Doe …".

The verb of a clause comes in with its subjects; the two whom the main clause names go out.
"""

from collections.abc import Sequence

from cronistoria.extract import tree
from cronistoria.extract.contact_scene import NAMED, Scene, is_person
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token


def of_main_clause(scene: Scene, verb: Token, holders: Sequence[Phrase]) -> tuple[list[Phrase], list[Phrase]] | None:
    """Who does something to whom in the main clause, for "they", "we" or "the two" in one that tells when."""
    main = scene.sentence.parent(verb) if verb.relation == "advcl" else None
    if main is None or main.upos != "VERB" or not tree.is_finite(scene.sentence, verb) or len(holders) != 1:
        return None
    subject = scene.sentence.tokens[holders[0].head]
    several = subject.upos == "PRON" and subject.feats.get("Number") == "Plur"
    pair = (subject, *scene.sentence.children(subject))
    if not (several or any(t.keys & scene.grammar.pair_words for t in pair)) or subject.upos == "PROPN":
        return None
    doers = tree.subjects(scene.sentence, main)
    given = tree.objects(scene.sentence, main) + tree.children_by(scene.sentence, main, "iobj")
    given += tree.obliques(scene.sentence, main, *scene.words.addressees)
    others = [t for t in given if t.entity in NAMED or is_person(scene, t)]
    others = [t for t in others if t not in doers and t.upos in ("NOUN", "PROPN")]
    return (scene.phrases(doers), scene.phrases(others)) if len(doers) == 1 and others else None
