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
    return _beside(page, stage, mention) or _citing(stage, mention)


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
