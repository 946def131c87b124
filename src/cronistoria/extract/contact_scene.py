"""Where contacts are looked for: a sentence with the words of its language, and what all contact modules ask of it.

Triggers come in, phrases and facts go out; who the parties are is the question of the modules beside this one.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import neighbours, tree
from cronistoria.languages.actors import load_actors
from cronistoria.languages.contacts import ContactWords, contact_nouns, contact_verbs
from cronistoria.languages.dates import load_date_words
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.model.timex import TimexMention

PERSON = "B-PER"
LEADING = 5
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
NAMED = frozenset({"B-PER", "B-LOC", "B-ORG"})


class Scene(msgspec.Struct, frozen=True):
    """Where the questions are asked: a sentence with its time expressions and the words of its language."""

    document: Document
    sentence: Sentence
    words: ContactWords
    grammar: Grammar
    times: tuple[TimexMention, ...] = ()

    def phrases(self, tokens: list[Token]) -> list[Phrase]:
        """The phrases of head words; a relative pronoun gives its antecedent, a delegation who is named to lead it."""
        heads = [tree.antecedent(self.sentence, t) or t for t in tokens]
        heads = [self._leader(t) or t for t in heads]
        return [tree.phrase(self.document, self.sentence, t) for t in heads]

    def parties(self, tokens: list[Token]) -> list[Phrase]:
        """The phrases of head words, for a noun in the plural those of the several who are named behind it."""
        return [each for phrase in self.phrases(tokens) for each in self._each(phrase)]

    def is_possessive(self, token: Token) -> bool:
        """Whether a word tells whose something is; some treebanks call those of the third person determiners."""
        third = token.relation == "det" and token.lower in self.grammar.third_possessives
        return third or token.deprel in ("nmod:poss", "det:poss")

    def is_time(self, token: Token) -> bool:
        """Whether a word stands in a time expression ("the call on Sunday evening")."""
        return any(time.first <= token.index <= time.last for time in self.times)

    def doers(self, verb: Token) -> list[Phrase]:
        """Who does what a verb says, a controller of an infinitive included.

        A relative pronoun stands for all who are joined before it, unless its verb is in the singular.
        """
        found = [p for doer in tree.doers(self.document, self.sentence, verb) for p in self._each(doer)]
        if not found and (above := self._governor(verb)) is not None:
            return [tree.dropped_subject(self.document, self.sentence, above)]
        if verb.deprel != "acl:relcl" or len(found) != 1 or found[0].dropped:
            return found
        one = self.sentence.tokens[found[0].head]
        joined = tree.conjuncts(self.sentence, tree.first_conjunct(self.sentence, one))
        form = tree.finite_form(self.sentence, verb).feats
        tells = form.get("Tense") != "Past" or self.grammar.past_shows_number
        single = form.get("Number") == "Sing" and tells
        return found if single or len(joined) < 2 else self.phrases(joined)

    def _governor(self, verb: Token) -> Token | None:
        """The finite verb without a subject that an infinitive completes ("said that | intends | to meet")."""
        above = self.sentence.parent(verb) if verb.relation == "xcomp" else None
        if above is None or above.upos not in ("VERB", "AUX") or verb.feats.get("VerbForm") != "Inf":
            return None
        alone = tree.is_finite(self.sentence, above) and not tree.subjects(self.sentence, above)
        return above if alone and self.grammar.drops_subjects else None

    def _each(self, doer: Phrase) -> list[Phrase]:
        """The several who are named behind a noun for them all ("the other leaders - the Greek Roe and … - came")."""
        head = self.sentence.tokens[doer.head]
        if not doer.dropped and (leader := self._leader(head)) is not None:
            return [tree.phrase(self.document, self.sentence, leader)]
        beside = [] if doer.dropped else tree.children_by(self.sentence, head, "appos", "nmod")
        beside = [b for b in beside if b.relation == "appos" or self._is_named(b)]
        named = [t for apposition in beside for t in tree.conjuncts(self.sentence, apposition)]
        several = head.upos == "NOUN" and head.feats.get("Number") == "Plur" and len(named) > 1
        return self.phrases(named) if several else [doer]

    def _leader(self, delegation: Token) -> Token | None:
        """The person who is named right behind a delegation to lead it ("a delegation of Oslo | led by Roe")."""
        if not delegation.keys & self.words.delegations:
            return None
        inside = max(t.index for t in (delegation, *tree.children_by(self.sentence, delegation, "nmod", "amod")))
        behind = self.sentence.tokens[delegation.index + 1 : inside + LEADING]
        for word in (t for t in behind if t.keys & self.words.heading):
            below = tree.children_by(self.sentence, word, "obl", "nmod", "obj", "iobj")
            for nominal in (t for t in below if t.index > word.index):
                named = (nominal, *tree.children_by(self.sentence, nominal, "appos", "flat", "nmod"))
                if any(t.entity == PERSON for t in named):
                    return nominal
        return None

    def _is_named(self, token: Token) -> bool:
        """Whether a bare name of a person stands behind a comma."""
        before = self.sentence.tokens[token.index - 1].form if token.index else ""
        return token.entity == PERSON and before == "," and not tree.case_lemmas(self.sentence, token)


class Parties(msgspec.Struct):
    """The parties of one trigger; ``recipients`` are those visited or addressed; ``sides`` counts how it is told.

    ``holder``: somebody has or holds the contact; ``partner``: somebody is at the other end; ``go_betweens``: who
    mediates or takes part besides.
    """

    holders: list[Phrase] = []
    partners: list[Phrase] = []
    recipients: list[Phrase] = []
    go_betweens: list[Phrase] = []

    @property
    def all(self) -> tuple[Phrase, ...]:
        """Every phrase once, in the order of holders, partners and recipients."""
        return tuple(dict.fromkeys([*self.holders, *self.partners, *self.recipients]))


def means_of(words: ContactWords) -> frozenset[str]:
    """All words for channels."""
    return frozenset().union(*words.means.values())


def is_means(scene: Scene, token: Token) -> bool:
    """Whether a word is that for a channel, and no contact before or after which it is done ("after the call")."""
    if not token.keys & means_of(scene.words):
        return False
    relations = load_date_words(scene.document.language).relations.items()
    apart = {words for words, relation in relations if relation in ("after", "before")}
    return not apart & set(tree.roles(scene.sentence, token))


def invites(scene: Scene, verb: Token) -> bool:
    """Whether a verb asks somebody to come."""
    entries = contact_verbs(scene.document.language).get(verb.lemma.lower(), ())
    return any(entry.channel == "message" for entry in entries)


def is_reflexive(scene: Scene, verb: Token) -> bool:
    """Whether a verb has a reflexive or reciprocal pronoun."""
    near = tree.children_by(scene.sentence, verb, "expl", "obj", "iobj", "advmod")
    return any(is_reflexive_pronoun(scene, c) for c in near)


def is_reflexive_pronoun(scene: Scene, token: Token) -> bool:
    """Whether a word is one of the reflexive pronouns; "me" is none where somebody else does it ("mi ha chiamato")."""
    if token.upos not in ("PRON", "ADV") or not token.keys & scene.words.reflexives:
        return False
    verb, person = scene.sentence.parent(token), token.feats.get("Person")
    other = verb is not None and tree.finite_form(scene.sentence, verb).feats.get("Person", person) != person
    return person not in ("1", "2") or not other


def is_person(scene: Scene, token: Token) -> bool:
    """Whether a word names or describes a person."""
    titles = load_quote_words(scene.document.language).persons
    named = tree.children_by(scene.sentence, token, "flat", "appos", "nmod")
    known = token.lemma.lower() in titles or token.upos == "PRON" or any(t.lower in titles for t in named)
    return known or any(t.entity == "B-PER" for t in (token, *named))


def is_unit(scene: Scene, token: Token) -> bool:
    """Whether a word is a unit of time in which contacts are measured."""
    return token.lemma.lower() in scene.words.duration_units or token.lower in scene.words.duration_units


def is_indefinite(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun brings up something new ("after an emergency meeting")."""
    articles = tree.children_by(sentence, noun, "det")
    return noun.feats.get("Number") == "Sing" and any(a.feats.get("Definite") == "Ind" for a in articles)


def is_definite(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun means something told of before ("the call")."""
    articles = tree.children_by(sentence, noun, "det")
    return any(a.feats.get("Definite") == "Def" or a.feats.get("PronType") == "Dem" for a in articles)


def measure_of(scene: Scene, noun: Token) -> Token | None:
    """The unit of time or the round that a noun hangs on ("four hours of talks", not "the day after the talks")."""
    above = scene.sentence.parent(noun)
    if above is None or noun.relation != "nmod":
        return None
    apart = set(tree.case_lemmas(scene.sentence, noun)) & scene.words.settings
    measured = is_unit(scene, above) and not apart
    return above if measured or above.keys & scene.words.rounds else None


def by_cases(scene: Scene, head: Token, cases: frozenset[str]) -> list[Token]:
    """Nominals under one of the adpositions, by the tree or else by word order."""
    sentence = scene.sentence
    nominal = (t for t in tree.obliques(sentence, head, *cases) if t.upos in neighbours.NOMINALS or _is_people(t))
    found = list(nominal) if cases else []
    found = [t for t in found if not (_is_source(scene, t) or _is_request(scene, t) or scene.is_time(t))]
    hung = _hung_on_adjuncts(scene, head, cases) if head.upos == "VERB" else []
    if found:
        joined = [t for t in hung if _is_joined_to(sentence, t, found[0])]
        return neighbours.with_neighbours(sentence, [*joined, *found])
    if hung:
        return hung
    near = neighbours.nominals_after(sentence, head, cases) if cases else []
    return [t for t in near if not (_is_of_another(scene, head, t) or scene.is_time(t))]


def _is_people(token: Token) -> bool:
    """Whether an adjective is joined to a noun as another one ("israeliani e | palestinesi")."""
    return token.upos == "ADJ" and token.relation == "conj"


def _is_joined_to(sentence: Sentence, party: Token, other: Token) -> bool:
    """Whether a conjunction stands between a party and another behind it, and no verb."""
    between = [t.upos for t in sentence.tokens[party.index + 1 : other.index]]
    return "CCONJ" in between and "VERB" not in between


def _hung_on_adjuncts(scene: Scene, verb: Token, cases: frozenset[str]) -> list[Token]:
    """Those that a parser hung on a time, a means or a place ("met | in the capital | with the premier")."""
    found, others = [], contact_nouns(scene.document.language)
    for adjunct in tree.children_by(scene.sentence, verb, "obl"):
        means = is_unit(scene, adjunct) or is_means(scene, adjunct)
        if adjunct.lemma.lower() in others and not means:
            continue
        for party in tree.obliques(scene.sentence, adjunct, *cases):
            named = any(t.entity == PERSON for t in (party, *tree.children_by(scene.sentence, party, "appos", "flat")))
            if (means and party.entity in NAMED) or (named and adjunct.entity != PERSON and verb.index < adjunct.index):
                found.append(party)
    return found


def _is_source(scene: Scene, party: Token) -> bool:
    """Whether a nominal under several adpositions is who says so ("according to X")."""
    cases = tree.children_by(scene.sentence, party, "case")
    words = [t for case in cases for t in (case, *tree.children_by(scene.sentence, case, "fixed"))]
    phrase = " ".join(word.lower for word in words)
    return len(words) > 1 and phrase in load_quote_words(scene.document.language).according


def _is_request(scene: Scene, noun: Token) -> bool:
    """Whether a phrase says at whose request something was done ("at the request of the premier")."""
    return bool(
        noun.keys & scene.words.request_nouns and set(tree.roles(scene.sentence, noun)) & scene.words.request_cases
    )


def _is_of_another(scene: Scene, head: Token, party: Token) -> bool:
    """Whether the tree gives a party to another contact or to a place ("called X after the talks with Y")."""
    owner, language = scene.sentence.parent(party), scene.document.language
    others = contact_nouns(language).keys() | load_actors(language).placing.parts
    if owner is None or owner is head or owner.upos != "NOUN":
        return False
    topic = owner.index > head.index and bool(set(tree.roles(scene.sentence, owner)) & scene.words.topic_cases)
    return topic or owner.lemma.lower() in others


def gives_a_name(sentence: Sentence, verb: Token) -> bool:
    """Whether the object is called something ("called the test a threat", "lo ha chiamato un errore")."""
    verdicts = [c for c in tree.children_by(sentence, verb, "xcomp", "ccomp") if c.upos in NOMINAL]
    things = [c for c in sentence.children(verb) if c.deprel == "obj" and not c.entity.startswith("I-")]
    things = [c for c in things if not (c.upos == "PRON" and c.index == verb.index - 1)]
    return len(things) > 1 or (bool(things) and any(v.index > verb.index for v in verdicts))


def quotes_a_name(sentence: Sentence, verb: Token) -> bool:
    """Whether the object is a word in quotation marks, which somebody is called ("llamó "halcón" a Roe")."""
    things = tree.children_by(sentence, verb, "obj", "xcomp")
    return any(c.form in tree.QUOTATION_MARKS for t in things for c in sentence.children(t))


def with_people(sentences: Sequence[Sentence], parties: Sequence[PartyMention]) -> Iterator[Sentence]:
    """The sentences with persons marked as such who are known by name and whom the parser took for something else."""
    named: dict[int, set[int]] = {}
    for party in parties:
        if party.name and party.reading == "actor":
            named.setdefault(party.sentence, set()).add(party.head)
    for sentence in sentences:
        wrong = [t for t in sentence.tokens if t.index in named.get(sentence.index, ()) and t.upos in ("PROPN", "NOUN")]
        marked = {t.index: msgspec.structs.replace(t, entity=PERSON) for t in wrong if t.entity != PERSON}
        tokens = tuple(marked.get(t.index, t) for t in sentence.tokens)
        yield make_sentence(sentence.index, tokens) if marked else sentence
