"""How long a contact was, told in a sentence of its own: "They met in Bern. It lasted two hours."

Sentences come in, mentions without parties go out, which the composer gives to the contact told just before.
"""

from collections.abc import Iterator

from cronistoria.extract import tree
from cronistoria.extract.contact_details import duration_span, requester
from cronistoria.extract.contact_scene import Scene
from cronistoria.model.mention import ContactMention
from cronistoria.model.sentence import Token

CONFIDENCE = 0.75


def find_lengths(scene: Scene) -> Iterator[ContactMention]:
    """The lengths that a sentence gives to a contact it does not name: by a pronoun or without a subject."""
    for word in scene.sentence.tokens:
        if not word.keys & scene.words.duration_verbs or not _is_about_before(scene, word):
            continue
        duration = duration_span(scene, word)
        if duration is None:
            continue
        together = tree.conjuncts(scene.sentence, tree.first_conjunct(scene.sentence, word))
        yield ContactMention(
            sentence=scene.sentence.index,
            head=word.index,
            trigger=tree.token_span(scene.document, word),
            evidence=(tree.clause_span(scene.document, scene.sentence, word),),
            polarity="affirmed",
            modality="asserted",
            rule=f"contact.length.{word.lemma.lower()}",
            confidence=CONFIDENCE,
            channel="talks",
            status="held",
            participants=(),
            requested_by=next((r for w in together if (r := requester(scene, w, None))), None),
            duration=duration,
            anaphoric=True,
        )


def _is_about_before(scene: Scene, word: Token) -> bool:
    """Whether a word is the predicate of a main clause, past, whose subject is a pronoun or left out."""
    if (
        word.relation not in ("root", "conj", "ccomp", "parataxis")
        or tree.finite_form(scene.sentence, word).feats.get("Tense") == "Fut"
    ):
        return False
    subjects = tree.subjects(scene.sentence, word)
    if not subjects:
        return scene.grammar.drops_subjects and word.relation == "root"
    return all(s.upos == "PRON" and s.feats.get("Person") not in ("1", "2") for s in subjects)
