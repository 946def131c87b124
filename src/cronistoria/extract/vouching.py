"""On whose word something is told outside of statements: "according to", "Lo riferisce", "the news was confirmed by".

A sentence comes in, vouchings go out: who, the words that say so, and how far they reach.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.clipping import mark_behind
from cronistoria.extract.cue_rows import openings_of_sources, pairs_of, row_at
from cronistoria.extract.reporting import NOMINALS, Cue, Stage, end_of_name
from cronistoria.extract.speakers import can_speak, own_source, owner_of, speaker_of, subject_behind
from cronistoria.languages.names import adjectives_of_peoples
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

VouchingKind = Literal["according", "looks_back", "fact", "emerges"]
STOPS = frozenset(".;!?")
REACH = 10


class Vouching(msgspec.Struct, frozen=True, kw_only=True):
    """A source: ``head`` is the index of its cue; ``scope`` the words of its sentence that it vouches for.

    ``kind`` "looks_back": it vouches for the sentence before.
    """

    kind: VouchingKind
    head: int
    who: Phrase | None
    cue: str
    span: Span
    scope: Span


def vouchings(stage: Stage) -> tuple[Vouching, ...]:
    """The sources named in a sentence, in text order."""
    found = [
        *_according(stage),
        *_according_behind(stage),
        *_said_so(stage),
        *_by_adjective(stage),
        *_looking_back(stage),
        *_clefts(stage),
        *_facts(stage),
        *_emerging(stage),
    ]
    return tuple(sorted(found, key=lambda v: v.span.start))


def segment(stage: Stage, index: int) -> tuple[int, int]:
    """First and last word of the sentence around a word, also where the splitter went on."""
    tokens = stage.sentence.tokens
    first = last = index
    while first > 0 and not _breaks(stage, first - 1):
        first -= 1
    while last + 1 < len(tokens) and not _breaks(stage, last):
        last += 1
    return first, last


def _breaks(stage: Stage, index: int) -> bool:
    tokens = stage.sentence.tokens
    if tokens[index].form in STOPS:
        return True
    following = tokens[index + 1].start if index + 1 < len(tokens) else tokens[index].end
    return "\n" in stage.document.text[tokens[index].end : following]


def _scope(stage: Stage, index: int) -> Span:
    first, last = segment(stage, index)
    tokens = stage.sentence.tokens
    return stage.document.span(tokens[first].start, max(t.end for t in tokens[first : last + 1]))


def _according(stage: Stage) -> Iterator[Vouching]:
    tokens, openings = stage.sentence.tokens, openings_of_sources(stage.words)
    if stage.sentence.words.isdisjoint(openings):
        return
    taken = -1
    for index in range(len(tokens)):
        if index <= taken or tokens[index].keys.isdisjoint(openings):
            continue
        if own := _possessed(stage, index):
            taken = own.head + row_at(stage, index, stage.words.possessed) - 1
            yield own
            continue
        width = row_at(stage, index, stage.words.according)
        viewpoint = 0 if width else row_at(stage, index, stage.words.viewpoint)
        width = width or _telling_at(stage, index)
        if not width and not viewpoint:
            continue
        after = index + (width or viewpoint)
        opens = index == segment(stage, index)[0]
        source = own_source(stage, index, after - 1) or _source(stage, after, strict=bool(viewpoint), opens=opens)
        if source is None:
            continue
        who, last = source
        taken = last
        cue = " ".join(t.lower for t in tokens[index : index + (width or viewpoint)])
        span = stage.document.span(tokens[index].start, max(t.end for t in tokens[index : last + 1]))
        yield Vouching(kind="according", head=index, who=who, cue=cue, span=span, scope=_scope(stage, index))


def _possessed(stage: Stage, index: int) -> Vouching | None:
    """A source that a possessive names: "по его словам"."""
    width = row_at(stage, index, stage.words.possessed)
    if not width:
        return None
    here = stage.sentence.tokens[index : index + width]
    span = stage.document.span(here[0].start, here[-1].end)
    cue = " ".join(t.lower for t in here)
    owner = next((t for t in here if t.upos in ("DET", "PRON")), here[0])
    who = Phrase(stage.sentence.index, owner.index, stage.document.span(owner.start, owner.end))
    return Vouching(kind="according", head=index, who=who, cue=cue, span=span, scope=_scope(stage, index))


def _according_behind(stage: Stage) -> Iterator[Vouching]:
    """ "Medienberichten zufolge": a source before its adposition."""
    for token in stage.sentence.tokens:
        if token.lower not in stage.words.according_behind or token.index == 0:
            continue
        head = _nominal_before(stage, token.index)
        if head is None:
            continue
        first = min(t.index for t in tree.phrase_tokens(stage.sentence, head))
        own = own_source(stage, first, head.index)
        who = own[0] if own else owner_of(stage, head) or stage.phrase(head)
        span = stage.document.span(stage.sentence.tokens[first].start, token.end)
        scope = _scope(stage, token.index)
        yield Vouching(kind="according", head=token.index, who=who, cue=token.lower, span=span, scope=scope)


def _by_adjective(stage: Stage) -> Iterator[Vouching]:
    """ "Nach israelischen Angaben": the source is the adjective of the noun in "according to"."""
    tokens, pairs = stage.sentence.tokens, pairs_of(stage.words.according)
    openings, peoples = frozenset(first for first, _ in pairs), adjectives_of_peoples(stage.document.language)
    for first in tokens[:-2]:
        if first.keys.isdisjoint(openings):
            continue
        noun = next((t for t in tokens[first.index + 1 : first.index + 4] if t.upos == "NOUN"), None)
        if noun is None or pairs.isdisjoint((f, n) for f in first.keys for n in noun.keys):
            continue
        adjectives = tokens[first.index + 1 : noun.index]
        if not adjectives or not all(a.upos == "ADJ" for a in adjectives) or adjectives[-1].lower not in peoples:
            continue
        span = stage.document.span(first.start, noun.end)
        who = Phrase(stage.sentence.index, noun.index, stage.document.span(adjectives[0].start, noun.end))
        scope = _scope(stage, first.index)
        yield Vouching(kind="according", head=first.index, who=who, cue=span.text.lower(), span=span, scope=scope)


def _said_so(stage: Stage) -> Iterator[Vouching]:
    """ "…, so der Sprecher, …": a source without a verb between commas or at the end."""
    tokens = stage.sentence.tokens
    for token in tokens[1:-1]:
        if token.lower not in stage.words.said_so or tokens[token.index - 1].form != ",":
            continue
        source = _source(stage, token.index + 1, strict=False, opens=False)
        if source is None or source[0].span.end <= token.end:
            continue
        found, last = source
        who = Phrase(found.sentence, found.head, stage.document.span(tokens[token.index + 1].start, found.span.end))
        following = mark_behind(tokens[last + 1 :])
        if following == "," or following in STOPS:
            span = stage.document.span(token.start, max(t.end for t in tokens[token.index : last + 1]))
            scope = _scope(stage, token.index)
            yield Vouching(kind="according", head=token.index, who=who, cue=token.lower, span=span, scope=scope)


def _nominal_before(stage: Stage, index: int) -> Token | None:
    """The head of the nominal that ends right before a word."""
    last = stage.sentence.tokens[index - 1]
    for _ in range(REACH):
        above = stage.sentence.parent(last)
        inside = last.relation in ("flat", "appos", "nmod", "compound", "amod", "det", "punct")
        if above is None or above.index >= index or above.upos not in NOMINALS or not inside:
            break
        last = above
    return last if last.upos in NOMINALS else None


def _telling_at(stage: Stage, index: int) -> int:
    """How many words stand before a verb of telling here ("como ha informado X"), 0 if none do."""
    width = row_at(stage, index, stage.words.as_told)
    behind = stage.sentence.tokens[index + width : index + width + 2]
    verb = next((t for t in behind if t.upos == "VERB"), None)
    return width if verb is not None and verb.keys & stage.words.facts else 0


def _source(stage: Stage, index: int, *, strict: bool, opens: bool) -> tuple[Phrase, int] | None:
    """The source behind "according to" and its last word; with ``strict`` only a party at the opening of a clause."""
    tokens = stage.sentence.tokens
    if index >= len(tokens):
        return None
    if tokens[index].keys & stage.words.quoted_amount:
        return _teller(stage, index)
    if tokens[index].upos in ("VERB", "AUX") and not strict:
        return _teller(stage, index - 1)
    head = next((t for t in tokens[index : index + REACH] if t.upos in NOMINALS), None)
    if head is None or any(t.upos in ("VERB", "AUX", "PUNCT", "SCONJ") for t in tokens[index : head.index]):
        return None
    head = _top(stage, head, index)
    found = stage.phrase(head)
    last = end_of_name(stage, head)
    if head.feats.get("PronType") == "Rel" or head.lemma.lower() in stage.grammar.relatives:
        return _antecedent(stage, head)
    named = head.entity != "O" or any(t.entity[2:] in ("PER", "ORG") for t in tree.phrase_tokens(stage.sentence, head))
    human = named or bool(head.keys & (stage.words.persons | stage.words.outlets))
    if strict:
        return (found, last) if opens and human and _ends_viewpoint(stage, head, last) else None
    paper = bool(head.keys & (stage.words.papers | stage.words.news | stage.grammar.mouthpieces))
    return (owner_of(stage, head) or found, last) if human or paper else None


def _ends_viewpoint(stage: Stage, head: Token, last: int) -> bool:
    """Whether what follows is set off by a comma or opens a subject ("per Mosca, …", "per il ministro la mossa …")."""
    following = stage.sentence.tokens[last + 1 : last + 3]
    if not following:
        return False
    person = head.entity.endswith("PER") or bool(head.keys & stage.words.persons)
    return following[0].form == "," or (person and following[0].upos in ("DET", "PROPN"))


def _top(stage: Stage, head: Token, first: int) -> Token:
    for _ in range(REACH):
        above = stage.sentence.parent(head)
        near = above is not None and first <= above.index <= head.index + 3 and above.upos in NOMINALS
        if above is None or not near or head.relation not in ("flat", "compound", "amod", "nmod", "nummod", "appos"):
            return head
        head = above
    return head


def _teller(stage: Stage, index: int) -> tuple[Phrase, int] | None:
    """The subject of the verb in "secondo quanto riferisce X"."""
    tokens = stage.sentence.tokens
    verb = next((t for t in tokens[index + 1 : index + REACH] if t.upos == "VERB"), None)
    if verb is None:
        return None
    agents = _agents(stage, verb)
    own = [s for s in stage.sentence.children(verb) if s.relation == "nsubj" and s.feats.get("PronType") != "Rel"]
    own = [s for s in own if s.index != index]
    head = subject_behind(stage, verb) or next(iter(agents or own), None)
    if head is None:
        return None
    last = max(verb.index, max(t.index for t in tree.phrase_tokens(stage.sentence, head)))
    return stage.phrase(head), last


def _agents(stage: Stage, verb: Token) -> list[Token]:
    """Who does what a passive or participle says; of several those who can speak.

    A parser may have hung him on an adverbial behind the verb ("as told for long by Roe himself").
    """
    agents = tree.obliques(stage.sentence, verb, *sorted(stage.words.agent_cases))
    speaking = [a for a in agents if can_speak(stage, a)]
    if speaking or verb.feats.get("VerbForm") != "Part":
        return speaking or agents
    below = (t for t in tree.subtree(stage.sentence, verb) if t.index > verb.index and t.entity.startswith("B-"))
    named = [t for t in below if stage.words.agent_cases & set(tree.case_lemmas(stage.sentence, t))]
    return named[:1] or agents


def _antecedent(stage: Stage, relative: Token) -> tuple[Phrase, int] | None:
    """The noun before "secondo cui"."""
    for before in reversed(stage.sentence.tokens[max(relative.index - REACH, 0) : relative.index]):
        token = before
        if token.upos in ("VERB", "AUX"):
            return None
        if token.upos in ("NOUN", "PROPN"):
            persons = stage.words.persons | stage.words.outlets | stage.words.papers
            above = stage.sentence.parent(token)
            owned = above is not None and above.index < token.index and token.relation == "nmod"
            if above is not None and owned and above.keys & persons:
                token = above
            if token.entity[2:] in ("PER", "ORG") or token.keys & persons:
                return stage.phrase(token), relative.index
    return None


def _looking_back(stage: Stage) -> Iterator[Vouching]:
    """ "Lo riferisce X", "A dirlo è X", "The news was confirmed by X"."""
    for cue in stage.cues:
        first = segment(stage, cue.token.index)[0]
        if cue.token.index - first > REACH or not cue.token.keys & stage.words.facts:
            continue
        backs = _points_back(stage, cue, first)
        if backs is None:
            continue
        who = _teller_back(stage, cue, passive=backs == "news")
        if who is not None:
            span = _scope(stage, cue.token.index)
            yield Vouching(kind="looks_back", head=cue.token.index, who=who, cue=cue.lemma, span=span, scope=span)


def _clefts(stage: Stage) -> Iterator[Vouching]:
    """ "A dirlo è stato X": an infinitive with such a pronoun, a copula, and who it was."""
    for token in stage.sentence.tokens:
        pronoun = token.feats.get("VerbForm") == "Inf" and token.keys & stage.words.facts
        behind = stage.sentence.tokens[token.index + 1 : token.index + 2]
        if not pronoun or not behind or not behind[0].keys & stage.words.anaphors:
            continue
        first = segment(stage, token.index)[0]
        following = stage.sentence.tokens[token.index + 2 : token.index + REACH]
        head = next((t for t in following if t.upos in NOMINALS), None)
        opening = [t for t in following if head is not None and t.index < head.index]
        if head is None or token.index - first > 1 or not any(t.upos == "AUX" for t in opening):
            continue
        span = _scope(stage, token.index)
        who = stage.phrase(_top(stage, head, token.index))
        yield Vouching(kind="looks_back", head=token.index, who=who, cue=token.lemma.lower(), span=span, scope=span)


def _teller_back(stage: Stage, cue: Cue, *, passive: bool) -> Phrase | None:
    if passive:
        agents = tree.obliques(stage.sentence, cue.token, *sorted(stage.words.agent_cases))
        return stage.phrase(agents[0]) if agents else None
    behind = subject_behind(stage, cue.token)
    return stage.phrase(behind) if behind is not None else speaker_of(stage, cue)


def _points_back(stage: Stage, cue: Cue, first: int) -> str | None:
    """Whether a cue speaks of what was told before: by a pronoun as its object, or a noun such as "news"."""
    tokens = stage.sentence.tokens[first : cue.token.index]
    objects = [t for t in tokens if t.upos == "PRON" and t.keys & stage.words.anaphors and t.relation != "nsubj"]
    if objects and len(tokens) <= 4 and objects[0].index - first <= 1:
        return "pronoun"
    subject = next((t for t in tokens if t.upos == "NOUN"), None)
    news = subject is not None and subject.index - first <= 3 and bool(subject.keys & stage.words.news)
    return "news" if news and not any(t.upos == "VERB" for t in tokens) else None


def _facts(stage: Stage) -> Iterator[Vouching]:
    """Sources of a fact told as a noun: "una fonte ha confermato il bilancio", "confirmed by observers"."""
    for cue in stage.cues:
        if not cue.token.keys & stage.words.facts or cue.polarity == "negated":
            continue
        if reality.tense(stage.sentence, cue.token, stage.grammar) == "future":
            continue
        passive = tree.is_passive(stage.sentence, cue.token)
        agents = _agents(stage, cue.token)
        objects = tree.objects(stage.sentence, cue.token)
        who: Phrase | None = None
        bare = cue.token.feats.get("VerbForm") == "Part" and not tree.children_by(stage.sentence, cue.token, "aux")
        if agents and (passive or bare):
            who = stage.phrase(agents[0]) if can_speak(stage, agents[0]) else None
        elif not passive and not _is_conditional(stage, cue.token) and any(not can_speak(stage, o) for o in objects):
            who = speaker_of(stage, cue)
        if who is not None and not who.dropped:
            first, last = min(who.span.start, cue.span.start), max(who.span.end, cue.span.end)
            span = stage.document.span(first, last)
            yield Vouching(
                kind="fact",
                head=cue.token.index,
                who=who,
                cue=cue.lemma,
                span=span,
                scope=_scope_of_fact(stage, cue.token),
            )


def _scope_of_fact(stage: Stage, verb: Token) -> Span:
    """The sentence, for a relative clause only that ("met Roe, | who confirmed the visit")."""
    relative = verb.deprel == "acl:relcl"
    return tree.clause_span(stage.document, stage.sentence, verb) if relative else _scope(stage, verb.index)


def _is_conditional(stage: Stage, verb: Token) -> bool:
    """Whether a verb, or the one that it completes, stands in a condition ("if they go on supporting")."""
    above = stage.sentence.parent(verb) if verb.relation == "xcomp" else None
    heads = (verb, above) if above is not None else (verb,)
    return any(reality.is_conditional_clause(stage.sentence, head, stage.grammar) for head in heads)


def _emerging(stage: Stage) -> Iterator[Vouching]:
    """ "Da un rapporto di X emerge che"."""
    for token in stage.sentence.tokens:
        if token.upos != "VERB" or not token.keys & stage.words.emerges:
            continue
        sources = tree.obliques(stage.sentence, token, *sorted(stage.words.source_cases))
        known = stage.words.papers | stage.words.persons | stage.words.outlets | stage.words.news
        source = next((s for s in sources if s.keys & known or s.entity[2:] in ("PER", "ORG")), None)
        if source is None:
            continue
        who = owner_of(stage, source) or stage.phrase(source)
        first, last = min(who.span.start, token.start), max(who.span.end, token.end)
        span = stage.document.span(first, last)
        yield Vouching(
            kind="emerges",
            head=token.index,
            who=who,
            cue=token.lemma.lower(),
            span=span,
            scope=_scope(stage, token.index),
        )
