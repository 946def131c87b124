"""Who: every party of a report resolved once, and asked for by phrase.

Names are read first, wherever they stand; then the text is read once in order, so that descriptions, pronouns and
unspoken subjects look back at what was told before (`discourse`, `identities`, `pronouns`, `phrases`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from cronistoria.compose.callings import Callings
from cronistoria.compose.company import Company
from cronistoria.compose.descriptions import COUNTERPARTS
from cronistoria.compose.discourse import Discourse
from cronistoria.compose.identification import Ground
from cronistoria.compose.identities import Identities
from cronistoria.compose.persons import Persons
from cronistoria.compose.phrases import Phrases
from cronistoria.compose.pronouns import Pronouns
from cronistoria.compose.recollection import Recollection
from cronistoria.compose.roster import Roster, looks_like_state
from cronistoria.compose.syntax import children, conjuncts, drops_subject, first_conjunct
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.actor import Actor
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.party import PartyMention
from cronistoria.model.record import Record
from cronistoria.model.sentence import Sentence, Token
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.world import World

UNSPOKEN_RANK = 2.9
STATES_ASKED = 12
NAME_REACH = 6


class ActorIndex:
    """The actors of one report, in order of first mention, and who any phrase stands for; by itself, of nobody."""

    actors: tuple[Actor, ...] = ()

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> tuple[str, ...]:
        """Actor ids that a phrase stands for, in text order; () if nobody known.

        Names, offices, demonyms inside ("le autorità siriane"), coordination ("Biden e Putin"), plural descriptions
        ("i due presidenti"), pronouns, relative pronouns and dropped subjects; ``speaker`` is who says "we" or "I".
        """
        return ()

    def ids_at(self, sentence: int, token: int) -> tuple[str, ...]:
        """Actor ids whose mention covers a word."""
        return ()

    def told_together(self, sentence: int, token: int) -> tuple[str, ...]:
        """Actor ids of those of two sides or more who were told of in one breath shortly before a word."""
        return ()

    def is_place(self, sentence: int, token: int) -> bool:
        """Whether a word names a place here, not its government."""
        return False

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id, of a state also where nobody names it; `KeyError` if there is none."""
        raise KeyError(actor_id)

    def body_of(self, actor_id: str) -> str | None:
        """The state, organisation or armed group that somebody belongs to; a body's own id."""
        return self.actor(actor_id).country

    def listed(self, records: Iterable[Record]) -> tuple[Actor, ...]:
        """The actors that are mentioned, then those whom records name without a mention ("we", the state visited)."""
        mentioned = {actor.id for actor in self.actors}
        named = dict.fromkeys(i for record in records for i in _named_in(record) if i not in mentioned)
        return (*self.actors, *(self.actor(i) for i in named))


class ReadActors(ActorIndex):
    """The actors of a report that has been read."""

    def __init__(self, discourse: Discourse, phrases: Phrases, recollection: Recollection) -> None:
        self._discourse, self._phrases, self._recollection = discourse, phrases, recollection
        finished = discourse.roster.finished()
        self._by_id = {actor.id: actor for actor in finished}
        self.actors = tuple(actor for actor in finished if actor.mentions)

    def body_of(self, actor_id: str) -> str | None:
        """As the report tells it: the leader of an armed group is of the group."""
        return self._discourse.roster.code_of(actor_id)

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> tuple[str, ...]:
        """See `ActorIndex.resolve`."""
        return self._phrases.resolve(phrase, speaker)

    def ids_at(self, sentence: int, token: int) -> tuple[str, ...]:
        """See `ActorIndex.ids_at`."""
        numbers = self._discourse.covering(sentence, token)
        return tuple(dict.fromkeys(i for number in numbers for i in self._discourse.ids[number]))

    def told_together(self, sentence: int, token: int) -> tuple[str, ...]:
        """See `ActorIndex.told_together`."""
        return self._recollection.told_together(sentence, token)

    def is_place(self, sentence: int, token: int) -> bool:
        """See `ActorIndex.is_place`."""
        numbers = self._discourse.covering(sentence, token)
        return bool(numbers) and self._discourse.mentions[numbers[0]].reading == "place"

    def actor(self, actor_id: str) -> Actor:
        """See `ActorIndex.actor`."""
        if actor_id in self._by_id:
            return self._by_id[actor_id]
        roster = self._discourse.roster
        return roster.actor(roster.body(actor_id) if looks_like_state(actor_id) else actor_id)


def name_actors(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[PartyMention, ...],
    *,
    reference: World,
    extra: tuple[ExtraActor, ...] = (),
) -> ActorIndex:
    """Resolves all mentions of a report; roles and countries are those at the report's date."""
    discourse = Discourse(document, sentences, mentions, load_grammar(document.language))
    discourse.roster = Roster(reference, extra)
    codes = Counter(code for mention in mentions for code in mention.codes)
    states = tuple(code for code, _ in codes.most_common(STATES_ASKED))
    discourse.persons = Persons(mentions, Ground(reference, document.published, frozenset(codes), states), extra)
    reader = Reader(discourse, reference)
    for sentence in sentences:
        reader.read(sentence)
    reader.finish()
    phrases = Phrases(discourse, reader.identities, reader.recollection, reader.pronouns)
    return ReadActors(discourse, phrases, reader.recollection)


class Reader:
    """Reads a report once, sentence by sentence."""

    def __init__(self, discourse: Discourse, reference: World) -> None:
        self._discourse = discourse
        self.identities = Identities(discourse, reference)
        self.recollection = Recollection(discourse, self.identities)
        self.pronouns = Pronouns(discourse)
        self._company = Company(discourse, self.recollection)
        self._callings = Callings(discourse)
        self.identities.note_hints()
        discourse.persons.identify()

    def read(self, sentence: Sentence) -> None:
        """Names first, then what refers back, word by word; everybody is noted for what follows."""
        discourse = self._discourse
        for token in sentence.tokens:
            for number in discourse.headed(sentence.index, token.index):
                mention = discourse.mentions[number]
                discourse.ids[number] = self._apposed(sentence, mention) or self.identities.of(mention)
        for token in sentence.tokens:
            for number in discourse.headed(sentence.index, token.index):
                self._read_mention(number)
            self._read_word(sentence, token)
        for token in sentence.tokens:
            discourse.note_coordination(sentence.index, token.index)
        self._company.settle(sentence)

    def finish(self) -> None:
        """Settles what only the whole report tells."""
        self._company.finish()

    def _apposed(self, sentence: Sentence, mention: PartyMention) -> tuple[str, ...]:
        """Whom an office without a name of its own is said of in apposition: "Jo Roe, the envoy of the Union"."""
        token = sentence.tokens[mention.head]
        above = sentence.parent(token)
        office = (mention.office or mention.concept in COUNTERPARTS) and not mention.name
        bare = token.relation == "conj" and mention.plural and not children(sentence, token, "cc")
        if not office or not (token.relation == "appos" or bare) or above is None or above.index > token.index:
            return ()
        first = first_conjunct(sentence, above, "conj")
        named = conjuncts(sentence, first) if mention.plural else [above]
        found = (i for word in named for i in self._named_at(sentence, word))
        return tuple(i for i in dict.fromkeys(found) if self._discourse.roster.actor(i).kind == "person")

    def _named_at(self, sentence: Sentence, word: Token) -> tuple[str, ...]:
        """The person whose name, or title with a name, a word stands in."""
        for token in sentence.tokens[max(word.index - NAME_REACH, 0) : word.index + 1]:
            for number in self._discourse.headed(sentence.index, token.index):
                mention = self._discourse.mentions[number]
                if mention.name and mention.first <= word.index <= mention.last:
                    return self._discourse.ids[number]
        return ()

    def _read_mention(self, number: int) -> None:
        """Finds who is meant, enters the words on the roster, and keeps the gender that they show of a person."""
        discourse = self._discourse
        mention = discourse.mentions[number]
        sentence = discourse.sentences[mention.sentence]
        head = sentence.tokens[mention.head]
        ids = discourse.ids[number] or self._called(mention, head) or self.recollection.of(mention)
        discourse.ids[number] = ids
        self.recollection.remember(mention, ids)
        self._callings.learn(mention, ids)
        shown = (
            word.feats.get("Gender") for word in (*_agreeing(sentence, head), *children(sentence, head, "det"), head)
        )
        discourse.learn_gender(ids, next((gender for gender in shown if gender), None))
        for actor_id in ids:
            discourse.roster.mention(actor_id, mention.span, metonym=mention.role == "metonym")

    def _called(self, mention: PartyMention, head: Token) -> tuple[str, ...]:
        """The person whom a description without an office called so before."""
        one = mention.concept and not (mention.name or mention.office or mention.plural or mention.codes)
        return self._callings.of(self._discourse.sentences[mention.sentence], head) if one else ()

    def _read_word(self, sentence: Sentence, token: Token) -> None:
        """Notes the party of a word: of its mention, of a pronoun, or of a verb whose subject is not spoken."""
        discourse = self._discourse
        ids = discourse.ids_of_head(sentence.index, token.index)
        if not ids and token.upos == "PRON" and token.relation == "nsubj" and not self.pronouns.is_relative(token):
            ids = self.pronouns.stands_for(sentence, token)
            discourse.learn_gender(ids, token.feats.get("Gender"))
        if not ids and not discourse.covering(sentence.index, token.index):
            ids = self._callings.of(sentence, token)
            if ids:
                discourse.called[sentence.index, token.index] = ids
                discourse.roster.mention(ids[0], discourse.document.span(token.start, token.end), metonym=False)
        if ids:
            discourse.note(sentence.index, token.index, ids)
        elif discourse.grammar.drops_subjects and drops_subject(sentence, token):
            ids = self.pronouns.unspoken(sentence, token)
            if ids:
                discourse.note(sentence.index, token.index, ids, rank=UNSPOKEN_RANK)


def _agreeing(sentence: Sentence, head: Token) -> Iterator[Token]:
    """The words that show the gender of a person better than a title does: a finite past form ("премьер заявила")."""
    verb = sentence.parent(head) if head.relation == "nsubj" else None
    if verb is not None and verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Number") == "Sing":
        yield verb


def _named_in(record: Record) -> Iterable[str]:
    """All actor ids of a record."""
    yield from (*record.actors, *record.recipients)
    yield from (layer.source for layer in record.attribution if layer.source)
    yield from getattr(record, "participants", ())
    singles = (getattr(record, key, None) for key in ("speaker", "on_behalf_of", "via", "requested_by", "actor"))
    yield from (actor_id for actor_id in singles if actor_id)
    yield from getattr(record, "audience", ())
