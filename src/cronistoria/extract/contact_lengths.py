"""How long or when a contact was, told in a sentence of its own: "They met in Bern. It lasted two hours."

Sentences come in, mentions without parties go out, which the composer gives to the contact told just before.
"""

from collections.abc import Iterator

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_details import duration_span, requester
from cronistoria.extract.contact_scene import Scene
from cronistoria.model.mention import ContactMention
from cronistoria.model.record import ContactStatus
from cronistoria.model.sentence import Token

CONFIDENCE = 0.75
LENGTH, HAPPENING = "contact.length.", "contact.happening."


def find_lengths(scene: Scene) -> Iterator[ContactMention]:
    """The lengths that a sentence gives to a contact it does not name: by a pronoun or without a subject."""
    for word in scene.sentence.tokens:
        if word.upos != "VERB" or not word.keys & _idle(scene) or not _is_about_before(scene, word):
            continue
        duration = duration_span(scene, word) if word.keys & scene.words.duration_verbs else None
        status = _status(scene, word) if duration is None else "held"
        if status is None:
            continue
        together = tree.conjuncts(scene.sentence, tree.first_conjunct(scene.sentence, word))
        yield ContactMention(
            sentence=scene.sentence.index,
            head=word.index,
            trigger=tree.token_span(scene.document, word),
            evidence=(tree.clause_span(scene.document, scene.sentence, word),),
            polarity="affirmed",
            modality="asserted" if status == "held" else "planned",
            rule=f"{LENGTH if duration is not None else HAPPENING}{word.lemma.lower()}",
            confidence=CONFIDENCE,
            channel="talks",
            status=status,
            participants=(),
            requested_by=next((r for w in together if (r := requester(scene, w, None))), None),
            duration=duration,
            anaphoric=True,
        )


def _idle(scene: Scene) -> frozenset[str]:
    """Verbs that say nothing but that a contact was, and how long."""
    return scene.words.duration_verbs | scene.words.happening


def _status(scene: Scene, word: Token) -> ContactStatus | None:
    """Whether it is to happen at a time that is told ("It will take place in Bern on Monday").

    What has happened may be anything: "They spoke about the war. It began on Sunday".
    """
    sentence = scene.sentence
    if word.relation != "root" or reality.polarity(sentence, word, scene.grammar) == "negated":
        return None
    beside = tree.children_by(sentence, word, "obl", "advmod", "nmod", "obj")
    if not any(scene.is_time(t) for t in beside) or any(_is_thing(scene, o) for o in tree.objects(sentence, word)):
        return None
    planned = reality.modality(sentence, word, scene.grammar) == "planned"
    return "scheduled" if planned or reality.tense(sentence, word, scene.grammar) in ("future", "present") else None


def _is_thing(scene: Scene, token: Token) -> bool:
    """Whether an object is more than a part of its verb ("take | place", "avere | luogo") or a time."""
    bare = token.upos == "PRON" or (token.entity == "O" and not any(True for _ in scene.sentence.children(token)))
    return not (bare or scene.is_time(token))


def _is_about_before(scene: Scene, word: Token) -> bool:
    """Whether a word is the predicate of a main clause whose subject is a pronoun or left out."""
    if word.relation not in ("root", "conj", "ccomp", "parataxis"):
        return False
    future = tree.finite_form(scene.sentence, word).feats.get("Tense") == "Fut"
    if word.keys & scene.words.duration_verbs and future:
        return False
    subjects = tree.subjects(scene.sentence, word)
    if not subjects:
        return scene.grammar.drops_subjects and word.relation == "root"
    return all(s.upos == "PRON" and s.feats.get("Person") not in ("1", "2") for s in subjects)
