"""Who relays a statement: the speaker around it, a source beside it, or whoever cites it.

A mention with its page comes in, the relaying phrase goes out.
"""

from cronistoria.extract import tree
from cronistoria.extract.pages import Page
from cronistoria.extract.reporting import Stage
from cronistoria.model.mention import Phrase, QuoteMention


def relay_of(page: Page, mention: QuoteMention, parent: QuoteMention | None) -> Phrase | None:
    """Who tells that it was said; ``None`` if the report itself does. ``parent``, with its relay: the words around."""
    if parent is not None and parent.speaker is not None:
        return parent.speaker if parent.speaker != mention.speaker else parent.relay
    stage = page.stages[mention.sentence]
    return _beside(page, stage, mention) or _citing(stage, mention) or mouth_of(stage, mention)


def _beside(page: Page, stage: Stage, mention: QuoteMention) -> Phrase | None:
    """ "According to X, Y said that …": X."""
    if mention.cue_span is None or mention.speaker is None:
        return None
    for vouching in page.vouchings_in(stage):
        apart = vouching.who != mention.speaker and not vouching.span.overlaps(mention.cue_span)
        inside = mention.content.contains(vouching.span)
        if vouching.kind == "according" and apart and not inside and vouching.scope.contains(mention.cue_span):
            return vouching.who
    return None


def _citing(stage: Stage, mention: QuoteMention) -> Phrase | None:
    """ "Y, cited by X" and "X, which cited Y": X."""
    speaker = mention.speaker
    if speaker is None or speaker.dropped or speaker.sentence != stage.sentence.index:
        return None
    head = stage.sentence.tokens[speaker.head]
    above = stage.sentence.parent(head)
    if above is not None and head.relation == "obj" and above.keys & stage.words.cites:
        subjects = tree.subjects(stage.sentence, above)
        return stage.phrase(subjects[0]) if subjects else None
    for part in tree.children_by(stage.sentence, head, "acl"):
        if part.keys & stage.words.cites and part.deprel != "acl:relcl":
            agents = tree.obliques(stage.sentence, part, *sorted(stage.words.agent_cases))
            if agents:
                return stage.phrase(agents[0])
    return None


def mouth_of(stage: Stage, mention: QuoteMention) -> Phrase | None:
    """ "Y let it be known through X", "Y said by the mouth of X": X, a person or who speaks for others."""
    cue, words, sentence = mention.cue_span, stage.words, stage.sentence
    verb = next((t for t in sentence.tokens if cue is not None and t.start == cue.start), None)
    above = sentence.parent(verb) if verb is not None and verb.relation == "xcomp" else None
    below = tree.children_by(sentence, verb, "xcomp") if verb is not None else []
    for head in (t for t in (verb, above, *below) if t is not None):
        for oblique in tree.children_by(sentence, head, "obl"):
            owners = tree.obliques(sentence, oblique, *sorted(words.genitive)) if oblique.keys & words.mouths else []
            named = owners or ([oblique] if set(tree.roles(sentence, oblique)) & words.channels else [])
            if named and (named[0].entity.endswith("PER") or named[0].keys & (words.persons | words.spokespeople)):
                return stage.phrase(named[0])
    return None
