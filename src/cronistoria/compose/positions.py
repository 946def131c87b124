"""Position mentions -> position records: parties named, own words given to their speaker, PLOVER codes set.

A position in somebody's words belongs to the one who says them: named in the same sentence, or the speaker of the
statement around it. Positions that nobody is known to take are left out.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cronistoria.compose.bystanders import CONCERNED, may_take_part
from cronistoria.compose.context import Context
from cronistoria.compose.interlocutors import Interlocutors, is_office_of, is_only_named, is_told
from cronistoria.compose.position_parties import NO_PARTY, parties_at, struck_by
from cronistoria.compose.statements import without_label
from cronistoria.compose.syntax import possessives
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import load_position_words, position_nouns
from cronistoria.model.dates import Date
from cronistoria.model.mention import Phrase, PositionMention
from cronistoria.model.record import Condition, Contact, Plover, Position, PositionType, Statement
from cronistoria.model.sentence import Token

PLOVER: dict[PositionType, Plover] = {
    "demand": Plover("REQUEST"), "request": Plover("REQUEST"), "precondition": Plover("REQUEST"),
    "offer": Plover("AGREE"), "promise": Plover("AGREE"), "acceptance": Plover("AGREE"), "support": Plover("SUPPORT"),
    "threat": Plover("THREATEN"), "warning": Plover("THREATEN"),
    "refusal": Plover("REJECT"), "denial": Plover("REJECT"),
    "accusation": Plover("ACCUSE", "allege"), "condemnation": Plover("ACCUSE", "disapprove"),
    "objection": Plover("ACCUSE", "disapprove"),
}  # fmt: skip
UNKNOWN = ("organisation:", "person:")
DEMANDS: frozenset[PositionType] = frozenset({"demand", "request"})
AIMED: frozenset[PositionType] = frozenset(
    {"accusation", "condemnation", "support", "objection", "threat", "refusal", "promise", "offer"}
)
HARMING: frozenset[PositionType] = frozenset({"threat", "warning"})
COMMITTING: frozenset[PositionType] = frozenset({"threat", "promise", "offer", "refusal"})
TERMS: frozenset[PositionType] = frozenset({"threat", "precondition"})
POWERS = frozenset({"state", "organisation", "armed_group", "bloc"})
# what is put to somebody in a contact
SPOKEN: frozenset[PositionType] = DEMANDS | {"precondition", "threat", "warning", "offer", "promise"}


class Parties(msgspec.Struct, frozen=True):
    """Actor ids."""

    by: tuple[str, ...]
    to: tuple[str, ...]


def compose_positions(
    mentions: Sequence[PositionMention],
    context: Context,
    statements: Sequence[Statement],
    contacts: Sequence[Contact] = (),
) -> list[Position]:
    """One record for each position that somebody takes, in text order; in a contact it faces the other side."""
    records, others = [], Interlocutors(contacts, context)
    for read, around in zip(mentions, _around(mentions, statements), strict=True):
        mention = without_label(read, around, context)
        parties = _parties(mention, context, around)
        if parties is not None and not is_told(mention, parties.by, contacts):
            told, mention = mention.type, _as_own(mention, parties, context)
            aimed = parties.to if mention.type == told else _aimed_at(mention, parties, context)
            to = aimed or (others.facing(mention.sentence, mention.head, parties.by) if mention.type in SPOKEN else ())
            records.append(_record(mention, Parties(parties.by, to), context))
    return records


def _aimed_at(mention: PositionMention, parties: Parties, context: Context) -> tuple[str, ...]:
    """At whom a warning is aimed that turned out to be a threat or a refusal."""
    own = frozenset(parties.by) | _own(parties.by, context)
    return parties.to or tuple(a for a in _towards(mention, context, None, own) if a not in own)


def _as_own(mention: PositionMention, parties: Parties, context: Context) -> PositionMention:
    """A warning of harm that the own side is to do is a threat, of what it will not do a refusal."""
    doers = context.actors.resolve(mention.foretold, next(iter(parties.by), None)) if mention.foretold else ()
    own = _share_side(doers, parties.by, context) or (not doers and _is_own_house(mention.foretold, context))
    if mention.type != "warning" or not own:
        return mention
    return msgspec.structs.replace(mention, type=mention.own_type)


def _is_own_house(phrase: Phrase | None, context: Context) -> bool:
    """Whether a bare noun stands for the side of whoever speaks: "the bloc will"."""
    if phrase is None or phrase.dropped:
        return False
    sentence = context.sentences[phrase.sentence]
    head = sentence.tokens[phrase.head]
    houses = load_position_words(context.language).speech.houses
    return head.upos == "NOUN" and bool(head.keys & houses) and not any(sentence.children(head))


def _record(mention: PositionMention, parties: Parties, context: Context) -> Position:
    plover = PLOVER[mention.type]
    common = context.common(mention, "position", actors=parties.by, recipients=parties.to, plover=plover)
    condition, deadline = mention.condition, _deadline(mention, context)
    if deadline is not None and common["date"] is not None and common["date"].text == deadline.text:
        common["date"] = None
    return Position(
        **common,
        type=mention.type,
        content=mention.content,
        condition=Condition(condition.span, condition.sense) if condition else None,
        consequence=mention.consequence,
        deadline=deadline,
    )


def _deadline(mention: PositionMention, context: Context) -> Date | None:
    about = context.sentences[mention.sentence].tokens[mention.about]
    duty = (about.head,) if about.relation == "xcomp" else ()
    heads = dict.fromkeys((mention.about, mention.head, *duty))
    return next((d for h in heads if (d := context.dates.deadline_of(mention.sentence, h)) is not None), None)


# ---------------------------------------------------------------- parties


def _around(mentions: Sequence[PositionMention], statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """For each mention, in text order, the statements that its word stands in, the innermost first."""
    waiting = deque(sorted(statements, key=lambda s: s.content.start))
    begun: list[Statement] = []
    for mention in mentions:
        while waiting and waiting[0].content.start <= mention.trigger.start:
            begun.append(waiting.popleft())
        begun = [s for s in begun if s.content.end >= mention.trigger.end]
        around = [s for s in begun if s.content.contains(mention.trigger)]
        yield sorted(around, key=lambda s: s.content.end - s.content.start)


def _parties(mention: PositionMention, context: Context, around: Sequence[Statement]) -> Parties | None:
    """Who and towards whom; ``None`` if nobody takes the position, or not those of the side that it needs."""
    if mention.side == "untold":
        return _of_nobody(mention, context)
    speaker = _speaker(mention, context, around)
    own_words = mention.side != "any" or not mention.by
    labelled = bool(around) and around[0].speaker_label is not None
    housed = mention.side == "own" and speaker is None and _is_some_institution(mention.speaker, context)
    if own_words and speaker is None and not labelled and not housed:
        return None if around else _of_their_own(mention, context)
    by = _resolve(mention.by, context, speaker) if mention.by else (speaker,) if speaker else ()
    by = by or tuple(a for phrase in mention.by if _is_none(phrase, context) for a in _named_in(phrase, context))
    by = by or tuple(a for phrase in mention.by for a in _owners(phrase, context))
    quoted = bool(around) and around[0].form == "direct"
    if not by and speaker and mention.side == "own" and _may_be_own(mention.by, context, quoted=quoted):
        by = (speaker,)
    if around and by == (speaker,) and speaker == around[0].speaker:
        by = around[0].actors or by
    if mention.type in COMMITTING and all(_is_neutral(a, context) for a in by):
        by = _spoken_for(mention, context) or by
    towards = tuple(a for a in _towards(mention, context, speaker, frozenset(by) | _own(by, context)) if a not in by)
    own = _own(by, context)
    commits = mention.type in COMMITTING or mention.type == "warning"
    to = tuple(a for a in towards if a not in own and not (commits and is_office_of(a, own, context)))
    unspoken = mention.type == "accusation" and bool(mention.by) and all(p.dropped for p in mention.by)
    if unspoken and _is_told_of_some(mention, context):
        return _of_nobody(mention, context)
    if unspoken and set(by) & set(_resolve(mention.to, context, speaker)):
        return None
    if mention.order and not (mention.to and to and not _share_side(to, by, context)):
        return None
    if mention.type == "demand" and to and is_only_named(mention, to, context):
        return None
    if mention.type in DEMANDS and not to and _is_own_deed(mention, towards, context):
        return None
    if own_words and not to and around:
        to = tuple(a for a in around[0].audience if a not in by and may_take_part(a, context))
    if mention.side == "own" and not housed and not _share_side(by, (speaker, *(s.speaker for s in around)), context):
        return None
    if mention.side == "other" and all(_is_nobody_known(a, context) for a in to):
        return None
    if mention.side == "other" and (_is_neutral(speaker, context) or _share_side(to, (speaker,), context)):
        return None
    named = by or (own_words and not mention.by) or (to and _is_told_of_some(mention, context))
    return Parties(by, to) if named else None


def _of_nobody(mention: PositionMention, context: Context) -> Parties | None:
    """Who is accused where nobody says by whom; ``None`` for a group of no side."""
    accused = tuple(a for a in _resolve(mention.to, context, None) if not _is_neutral(a, context))
    return Parties((), accused) if accused else None


def _of_their_own(mention: PositionMention, context: Context) -> Parties | None:
    """Whose threat or term it is that a report tells in its own words: "Oslo will close the border unless they go"."""
    by = _resolve(mention.by, context, None)
    hinges = mention.condition is not None and mention.type in TERMS and mention.polarity == "affirmed"
    own = frozenset(by) | _own(by, context)
    to = tuple(a for a in _towards(mention, context, None, own) if a not in own)
    return Parties(by, to) if hinges and by and not any(_is_neutral(a, context) for a in by) else None


def _spoken_for(mention: PositionMention, context: Context) -> tuple[str, ...]:
    """The power of whose deeds somebody unnamed speaks: "Oslo will not pull out, a spokesman said"."""
    found = (a for index in sorted(_doing(mention, context)) for a in parties_at(mention, context, index))
    return tuple(a for a in dict.fromkeys(found) if context.actors.actor(a).kind in POWERS)


def _is_nobody_known(actor_id: str, context: Context) -> bool:
    """Whether only the text knows somebody, and not of which country ("jets of the type Rafale")."""
    return actor_id.startswith(UNKNOWN) and context.actors.actor(actor_id).country is None


def _owners(phrase: Phrase, context: Context) -> tuple[str, ...]:
    """The state whose office a phrase names that nobody knows ("Oslo's Lima Affairs Office")."""
    sentence = context.sentences[phrase.sentence]
    head = sentence.tokens[phrase.head]
    if phrase.dropped or head.upos != "PROPN":
        return ()
    owners = [c for c in sentence.children(head) if c.deprel == "nmod:poss"]
    found = (a for owner in owners for a in context.actors.ids_at(phrase.sentence, owner.index))
    return tuple(a for a in found if context.actors.actor(a).kind == "state")


def _is_none(phrase: Phrase, context: Context) -> bool:
    """Whether a phrase says of a group that none of it does something ("no minister of the junta")."""
    sentence, grammar = context.sentences[phrase.sentence], load_grammar(context.language)
    head = sentence.tokens[phrase.head]
    words = (head, *(c for c in sentence.children(head) if c.relation == "det"))
    return not phrase.dropped and any(word.keys & grammar.negative_determiners for word in words)


def _is_own_deed(mention: PositionMention, towards: Sequence[str], context: Context) -> bool:
    """Whether a side says what it has to do itself ("Oslo would have to respond")."""
    doers = {a for index in _doing(mention, context) for a in context.actors.ids_at(mention.sentence, index)}
    return bool(doers & set(towards))


def _is_told_of_some(mention: PositionMention, context: Context) -> bool:
    """Whether words say who takes the position, though nobody known, or a plural verb of nobody ("от Лимы требуют")."""
    heads = [context.sentences[p.sentence].tokens[p.head] for p in mention.by if not p.dropped]
    several = context.sentences[mention.sentence].tokens[mention.head].feats.get("Number") == "Plur" and not heads
    impersonal = several and bool(load_grammar(context.language).impersonal_sources)
    return impersonal or any(head.upos in ("NOUN", "PROPN") for head in heads)


def _is_some_institution(speaker: Phrase | None, context: Context) -> bool:
    """Whether an institution speaks that nobody is named to own: the one of whose deeds it speaks."""
    if speaker is None or speaker.dropped:
        return False
    head = context.sentences[speaker.sentence].tokens[speaker.head]
    return head.lemma.lower() in load_grammar(context.language).mouthpieces


def _may_be_own(phrases: Iterable[Phrase], context: Context, *, quoted: bool) -> bool:
    """Whether who does it is told by pronouns, by nothing, or by a noun for the own side ("they would").

    A possessive makes it one ("his country will"), as does a noun that houses those who speak ("the bloc will").
    """
    houses = load_position_words(context.language).speech.houses
    for phrase in phrases:
        sentence = context.sentences[phrase.sentence]
        head = sentence.tokens[phrase.head]
        if head.upos == "PRON" and "Dem" in head.feats.get("PronType", "").split(",") and not phrase.dropped:
            return False
        if quoted and phrase.dropped and head.feats.get("Person") == "3":
            return False
        if phrase.dropped or head.upos == "PRON" or (head.upos == "NOUN" and head.keys & houses):
            continue
        if not possessives(sentence, head):
            return False
    return True


def _speaker(mention: PositionMention, context: Context, around: Sequence[Statement]) -> str | None:
    """Whose words they are: told in the sentence, else the speaker of the statement around."""
    outer = around[0].speaker if around else None
    unsaid = mention.speaker is not None and mention.speaker.dropped and bool(around)
    told = _resolve((mention.speaker,), context, outer) if mention.speaker and not unsaid else ()
    return told[0] if told else outer


def _towards(mention: PositionMention, context: Context, speaker: str | None, own: frozenset[str]) -> tuple[str, ...]:
    """Those addressed: who took the position answered, else the phrases themselves, else names inside them.

    Where nobody is addressed, a condition that somebody is to fulfil addresses him, unless it is the ``own`` side, or
    an acceptance, which answers whoever asked.
    """
    if mention.answers:
        return _resolve(mention.answers, context, speaker)
    if not mention.to and mention.type in HARMING and (struck := struck_by(mention, context)):
        return struck
    hinge = mention.hinge if mention.type != "acceptance" else None
    phrases = mention.to or ((hinge,) if hinge else ())
    found = _resolve(phrases, context, speaker)
    within = () if found else (a for p in phrases for a in _named_in(p, context, mention.victims))
    found += tuple(a for a in within if mention.to or context.actors.actor(a).kind != "person")
    found = found if mention.to else tuple(a for a in found if a not in CONCERNED)
    about = context.sentences[mention.sentence].tokens[mention.about]
    nominal = about.upos in ("NOUN", "PROPN")
    if mention.type in AIMED or (mention.type in DEMANDS and nominal) or _is_of_offer(mention, about, context):
        return found if set(found) - own else _concerned(mention, context) or found
    if mention.type in DEMANDS and not found:
        return _bidden(mention, context)
    answered = mention.type == "acceptance" and nominal and about.lemma.lower() in position_nouns(context.language)
    return found or (_concerned(mention, context) if answered else ())


def _is_of_offer(mention: PositionMention, about: Token, context: Context) -> bool:
    """Whether somebody accepts what another proposes or asks ("accepted Roe's proposal")."""
    types = {entry.type for entry in position_nouns(context.language).get(about.lemma.lower(), ())}
    return mention.type == "acceptance" and about.upos == "NOUN" and bool(types & {"offer", "request", "demand"})


def _bidden(mention: PositionMention, context: Context) -> tuple[str, ...]:
    """Who is to do what a demand says, by the subject of its clause, if nobody known is addressed."""
    sentence = context.sentences[mention.sentence]
    about = sentence.tokens[mention.about]
    negators = load_grammar(context.language).negators
    if about.upos != "VERB" or any(c.keys & negators for c in sentence.children(about)):
        return ()
    active = (t for t in sentence.children(about) if t.deprel == "nsubj")
    found = [a for t in active for a in context.actors.ids_at(mention.sentence, t.index)]
    return tuple(a for a in dict.fromkeys(found) if context.actors.actor(a).kind not in NO_PARTY)


def _concerned(mention: PositionMention, context: Context) -> tuple[str, ...]:
    """The first party named in the content, with those coordinated; a person is no addressee of a demand for him."""
    tokens = context.sentences[mention.sentence].tokens
    within = [t for t in tokens if mention.content.start <= t.start and t.end <= mention.content.end]
    within = [t for t in within if t.index not in mention.victims]
    doers = _doing(mention, context) if mention.type in COMMITTING else frozenset()
    for token in within:
        found = parties_at(mention, context, token.index)
        if found and not (token.index in doers and _are_own(found, mention, context)):
            joined = [t for t in within if t.relation == "conj" and t.head == token.index]
            return (*found, *(a for t in joined for a in parties_at(mention, context, t.index)))
    return ()


def _are_own(parties: Sequence[str], mention: PositionMention, context: Context) -> bool:
    """Whether those who are to do something are the one who says so, or allies of nobody in particular."""
    told = (*mention.by, *((mention.speaker,) if mention.speaker else ()))
    own = _own([a for phrase in told for a in context.actors.resolve(phrase)], context)
    actors = [context.actors.actor(a) for a in parties]
    return all(a.id in own or (a.kind in ("group", "bloc") and a.country is None) for a in actors)


def _own(actors: Iterable[str], context: Context) -> frozenset[str]:
    """Some actors with the states, groups or bodies that they serve; those under arms serve no state."""
    known = tuple(actors)
    return frozenset((*known, *(body for a in known if (body := context.actors.body_of(a)))))


def _doing(mention: PositionMention, context: Context) -> frozenset[int]:
    """The words for whoever is to do what the content says: nobody is told of himself."""
    sentence = context.sentences[mention.sentence]
    found = [c for c in sentence.children(sentence.tokens[mention.about]) if c.relation == "nsubj"]
    for token in found:
        found += sentence.children(token)
    return frozenset(token.index for token in found)


def _resolve(phrases: Iterable[Phrase], context: Context, speaker: str | None) -> tuple[str, ...]:
    found = [actor for phrase in phrases for actor in context.actors.resolve(phrase, speaker)]
    return tuple(a for a in dict.fromkeys(found) if context.actors.actor(a).kind not in NO_PARTY)


def _named_in(phrase: Phrase, context: Context, victims: Sequence[int] = ()) -> tuple[str, ...]:
    """The actors named within a phrase ("the sanctions against Russia"), but for groups of nobody in particular.

    What stands in brackets only explains ("the part of Oslo (close to the rebels)").
    """
    if phrase.dropped:
        return ()
    tokens = context.sentences[phrase.sentence].tokens
    within = [t for t in tokens if phrase.span.start <= t.start and t.end <= phrase.span.end and t.index not in victims]
    opening = next((t.start for t in within if t.form == "("), phrase.span.end)
    closing = next((t.start for t in within if t.form == ")" and t.start > opening), phrase.span.end)
    within = [t for t in within if not opening < t.start < closing]
    found = [a for t in within for a in context.actors.ids_at(phrase.sentence, t.index)]
    parties = (a for a in dict.fromkeys(found) if context.actors.actor(a).kind not in NO_PARTY)
    return tuple(a for a in parties if not _is_neutral(a, context))


def _is_neutral(actor_id: str | None, context: Context) -> bool:
    """Whether a speaker only reports: witnesses, residents, a group of no side."""
    actor = context.actors.actor(actor_id) if actor_id else None
    return actor is None or (actor.kind == "group" and actor.country is None)


def _share_side(first: Iterable[str], second: Iterable[str | None], context: Context) -> bool:
    """Whether somebody of the first is, or serves the same power as, somebody of the second."""
    return bool({_power(a, context) for a in first} & {_power(a, context) for a in second if a})


def _power(actor_id: str, context: Context) -> str:
    return context.actors.actor(actor_id).country or actor_id
