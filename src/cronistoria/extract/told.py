"""What is told according to a party, without its words in marks ("Secondo Teheran la questione non è interna").

A page comes in, indirect statements go out; outlets and unnamed people are sources, no speakers, and stay attributions.
"""

from collections.abc import Iterator

from cronistoria.extract import tree
from cronistoria.extract.inserted import has_verb
from cronistoria.extract.pages import Page
from cronistoria.extract.reporting import Stage, principal_of
from cronistoria.extract.vouching import Vouching, segment
from cronistoria.model.mention import Phrase, QuoteMention
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

LEAST_CONTENT = 2
RULE, CONFIDENCE = "statement.indirect.told", 0.6


def find_told(page: Page) -> Iterator[QuoteMention]:
    """The indirect statements that have a source and no verb of saying."""
    for stage in page.stages:
        for vouching in page.vouchings_in(stage):
            content = _told(page, stage, vouching) if vouching.kind == "according" else None
            if content is None or vouching.who is None or not _is_party(stage, vouching.who):
                continue
            if vouching.cue in stage.words.sourced:
                continue
            yield QuoteMention(
                sentence=stage.sentence.index,
                head=vouching.head,
                trigger=content,
                evidence=(tree.sentence_span(stage.document, stage.sentence),),
                rule=RULE,
                confidence=CONFIDENCE,
                content=content,
                form="indirect",
                speaker=vouching.who,
                cue=vouching.cue,
                cue_span=tree.token_span(stage.document, stage.sentence.tokens[vouching.head]),
                on_behalf_of=principal_of(stage, vouching.who),
            )


def _is_party(stage: Stage, who: Phrase) -> bool:
    """Whether a source has a name or an office, and is no outlet."""
    head = stage.sentence.tokens[who.head]
    if who.sentence != stage.sentence.index or head.keys & (stage.words.outlets | stage.words.papers):
        return False
    if head.lower in stage.grammar.third_possessives:
        return True
    plural = head.feats.get("Number") == "Plur" and head.entity == "O"
    return not plural and (head.entity[2:] in ("PER", "LOC", "ORG") or bool(head.keys & stage.words.persons))


def _told(page: Page, stage: Stage, vouching: Vouching) -> Span | None:
    """The clause that a source vouches for, without the source where that stands at an end."""
    first, last = segment(stage, vouching.head)
    colon = next((t.index for t in stage.sentence.tokens[first : vouching.head] if t.form == ":"), first - 1)
    tokens = list(stage.sentence.tokens[colon + 1 : last + 1])
    if page.has_marks(tokens[0].start, tokens[-1].end):
        return None
    tokens = _behind_relative(stage, _without_source(tokens, vouching), vouching)
    if tokens and tokens[0].upos == "PRON" and tokens[0].lemma.lower() in stage.grammar.relatives:
        return None
    while tokens and (set(tokens[0].form) <= tree.EDGE_MARKS or _is_linking(stage, tokens[0])):
        tokens = tokens[1:]
    while tokens and set(tokens[-1].form) <= tree.EDGE_MARKS:
        tokens = tokens[:-1]
    if len(tokens) < LEAST_CONTENT or not has_verb(stage, tokens[0].index, tokens[-1].index):
        return None
    return stage.document.span(tokens[0].start, max(t.end for t in tokens))


def _behind_relative(stage: Stage, tokens: list[Token], vouching: Vouching) -> list[Token]:
    """The words behind a relative clause that tells more of the source ("according to X, who cites Y, …")."""
    if vouching.who is None or vouching.who.sentence != stage.sentence.index:
        return tokens
    head = stage.sentence.tokens[vouching.who.head]
    told = [t.index for clause in tree.children_by(stage.sentence, head, "acl") if clause.deprel == "acl:relcl"
            for t in tree.subtree(stage.sentence, clause)]  # fmt: skip
    last = max(told, default=-1)
    inside = told and tokens and head.index < tokens[0].index <= last
    return [t for t in tokens if t.index > last] if inside else tokens


def _is_linking(stage: Stage, token: Token) -> bool:
    """Whether an adverb joins its clause to the one before ("meanwhile"), and measures nothing ("più di cento")."""
    above = stage.sentence.parent(token)
    if token.keys & stage.grammar.negators:
        return False
    return token.upos == "ADV" and (above is None or above.upos in ("VERB", "AUX", "ADJ"))


def _without_source(tokens: list[Token], vouching: Vouching) -> list[Token]:
    """The words behind a source that opens their sentence, or before one that ends it; else all."""
    inside = [i for i, t in enumerate(tokens) if vouching.span.start <= t.start < vouching.span.end]
    if not inside:
        return tokens
    if vouching.who is not None and vouching.who.span.end <= vouching.span.start:
        return tokens[inside[-1] + 1 :]
    if inside[0] == 0 or (tokens[0].upos in ("CCONJ", "ADV") and inside[0] <= 2):
        return tokens[inside[-1] + 1 :]
    ends = all(set(t.form) <= tree.EDGE_MARKS for t in tokens[inside[-1] + 1 :])
    return tokens[: inside[0]] if ends else tokens
