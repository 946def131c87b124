"""Whom a pronoun or an unspoken subject stands for.

Words come in with their person, number and gender; ids go out, or () where nothing that was told before fits: nobody is
guessed. A clause without a subject first asks the clause that it hangs on, then the sentences before.
"""

import msgspec

from cronistoria.compose.discourse import Discourse
from cronistoria.compose.referents import RANKS, SENTENCES_BACK, Wanted
from cronistoria.compose.syntax import (
    MOST_LEVELS,
    SUBJECTS,
    ancestors,
    antecedent,
    carrier_of,
    children,
    conjuncts,
    controller,
    drops_subject,
    governing_verb,
    is_said_of_nobody,
    predicate_of,
    tokens_below,
)
from cronistoria.model.actor import ActorKind
from cronistoria.model.sentence import Sentence, Token

PEOPLE: frozenset[ActorKind] = frozenset({"person", "office", "group"})
BODIES: frozenset[ActorKind] = frozenset({"state", "organisation", "armed_group", "bloc", "outlet", "group"})
LATTER_RANK = RANKS["nmod"]
SUBJECT_RANK = RANKS["nsubj:pass"] - 0.4
PERSONAL = ("Prs", "Art")  # parsers call "l'" before a verb an article at times
OBJECTS = ("obj", "iobj", "obl")
CLAUSE_MARKS = frozenset(":;—")
Ids = tuple[str, ...]


class Pronouns:
    """Asks the discourse; keeps whom unspoken subjects stand for, so that a chain of them is followed once."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._unspoken: dict[tuple[int, int], Ids] = {}
        self._spoken: dict[tuple[int, int], tuple[Token, ...]] = {}

    def stands_for(self, sentence: Sentence, token: Token, speaker: str | None = None) -> Ids:
        """The ids of a pronoun, "the two" included; ``speaker`` is the first person."""
        feats, grammar = token.feats, self._discourse.grammar
        if {token.lemma.lower(), token.lower} & grammar.pair_words:
            return ()
        if feats.get("Person") == "1":
            return self.own(feats.get("Number"), speaker)
        if feats.get("Person") == "2" or feats.get("Reflex") == "Yes" or token.relation == "expl":
            return ()
        if self.is_relative(token):
            above = antecedent(sentence, token)
            return self._of_nominal(sentence, above) if above is not None else ()
        if feats.get("PronType") == "Dem" and feats.get("Number") == "Plur" and token.relation == "nsubj":
            return self.latter(sentence, token)
        if feats.get("PronType") in PERSONAL or (feats.get("Person") == "3" and feats.get("PronType") is None):
            return self._third(sentence, token, speaker)
        return ()

    def own(self, number: str | None, speaker: str | None) -> Ids:
        """The first person: the speaker, or the side that a speaker in office speaks for."""
        if speaker is None:
            return ()
        return (self._discourse.roster.side_of(speaker) if number == "Plur" else speaker,)

    def owner(self, sentence: Sentence, token: Token, speaker: str | None = None) -> Ids:
        """Whose something is by "his", "her" or "their"."""
        number, _, gender = self._discourse.grammar.third_possessives[token.lower].partition(" ")
        quoted = self._discourse.is_quoted(sentence.index, token.index)
        without = self._subjects_before(sentence, token) | frozenset({speaker} if speaker and quoted else ())
        wanted = Wanted(
            number=number, gender=gender or None, kinds=owning_kinds(number, gender), without=without, quoted=quoted,
        )  # fmt: skip
        return self._own_subject(sentence, token) or self._discourse.referents.find(wanted, sentence.index, token.index)

    def _own_subject(self, sentence: Sentence, token: Token) -> Ids:
        """The body that does something to what is its own in a clause of its own ("that Oslo move | its troops")."""
        owned, reflexive = sentence.parent(token), self._discourse.grammar.reflexive_possessives
        verb = sentence.parent(owned) if owned is not None and owned.relation in OBJECTS else None
        if reflexive or verb is None or verb.upos != "VERB" or verb.relation != "ccomp":
            return ()
        subjects = [s for s in children(sentence, verb, "nsubj") if s.index < token.index]
        ids = tuple(i for s in subjects for i in self._discourse.ids_of_head(sentence.index, s.index))
        return ids if len(ids) == 1 and self._discourse.roster.actor(ids[0]).kind in BODIES else ()

    def _subjects_before(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The subject of the clause, which is no owner where a language has a possessive for that."""
        clause = next((a for a in ancestors(sentence, token) if a.upos == "VERB"), None)
        if not self._discourse.grammar.reflexive_possessives or clause is None:
            return frozenset()
        marks = {t.index for t in sentence.tokens[: token.index] if t.form in CLAUSE_MARKS}
        last = max(marks, default=-1)
        subjects = [s for s in children(sentence, clause, "nsubj") if last < s.index < token.index]
        return frozenset(i for s in subjects for i in self._discourse.ids_of_head(sentence.index, s.index))

    def latter(self, sentence: Sentence, token: Token) -> Ids:
        """The one told of last ("quest'ultimo")."""
        number = token.feats.get("Number") or "Sing"
        for referent in self._discourse.referents.before(sentence.index, token.index, back=1):
            if referent.rank >= LATTER_RANK and (number == "Plur") == (
                len(referent.ids) > 1 or referent.number == "Plur"
            ):
                return referent.ids
        return ()

    def is_relative(self, token: Token) -> bool:
        """Whether a word is a relative pronoun."""
        relative = token.feats.get("PronType") == "Rel"
        return token.upos == "PRON" and (relative or token.lemma.lower() in self._discourse.grammar.relatives)

    def unspoken(self, sentence: Sentence, carrier: Token, speaker: str | None = None, level: int = 0) -> Ids:
        """The subject that a finite verb (or its auxiliary) does not name."""
        verb = predicate_of(sentence, carrier)
        carrier = carrier_of(sentence, verb)
        if carrier.feats.get("Person") == "1":
            return self.own(carrier.feats.get("Number"), speaker)
        if (
            carrier.feats.get("Person") == "2"
            or carrier.feats.get("Mood") == "Imp"
            or self._is_impersonal(sentence, verb)
        ):
            return ()
        place = (sentence.index, verb.index)
        found = self._unspoken.get(place) or self._third_unspoken(sentence, verb, carrier, level)
        if found:
            self._unspoken[place] = found
        outside = speaker if self._discourse.is_quoted(*place) else None
        if outside in found and controller(sentence, verb) is None:
            return self._before(sentence, verb, carrier, without=frozenset({speaker or ""}))
        return found

    def _is_impersonal(self, sentence: Sentence, verb: Token) -> bool:
        """Whether a verb has no subject by its form ("si dice") or its word ("bisogna", "è importante che")."""
        dependents = list(sentence.children(verb))
        if is_said_of_nobody(carrier_of(sentence, verb), dependents):
            return True
        below = {c.deprel for c in dependents} | {c.relation for c in dependents}
        carrier, impersonals = carrier_of(sentence, verb), self._discourse.grammar.impersonals
        if verb.feats.get("VerbForm") == "Inf" and carrier is not verb and carrier.lemma.lower() in impersonals:
            return True
        by_word = verb.lemma.lower() in impersonals
        clause = bool(below & {"ccomp", "csubj"})
        return bool(below & {"csubj", "expl:impers", "expl:pass"}) or (by_word and (clause or verb.upos == "VERB"))

    def _third_unspoken(self, sentence: Sentence, verb: Token, carrier: Token, level: int) -> Ids:
        if (source := self._impersonal_source(sentence, verb, carrier)) is not None:
            return source
        above = controller(sentence, verb)
        if above is not None and level < MOST_LEVELS and not self._is_said(sentence, above, verb):
            shared = self._subject_of(sentence, above, level + 1)
            if shared and self._agrees(shared, carrier):
                return shared
            if not shared and verb.relation == "conj" and self._spoken_subjects(sentence, above):
                return ()
        return self._before(sentence, verb, carrier, without=frozenset())

    def _impersonal_source(self, sentence: Sentence, verb: Token, carrier: Token) -> Ids | None:
        """The party in whose house a plural verb says something without a subject ("В Кремле заявили")."""
        adpositions = self._discourse.grammar.impersonal_sources
        if not adpositions or carrier.feats.get("Number") != "Plur":
            return None
        for place in children(sentence, verb, "obl"):
            cases = {c.lemma.lower() for c in children(sentence, place, "case")}
            words = conjuncts(sentence, place) if cases & adpositions else []
            ids = tuple(i for word in words for i in self._of_house(sentence, word))
            if ids:
                return tuple(dict.fromkeys(ids))
        return None

    def _of_house(self, sentence: Sentence, word: Token) -> Ids:
        """Who a house of power stands for, or else whose it is ("в минобороны | Армении")."""
        current: Token | None = word
        while current is not None:
            if ids := self._discourse.ids_of_head(sentence.index, current.index):
                return ids
            current = next(iter(children(sentence, current, "nmod")), None)
        return ()

    def _before(self, sentence: Sentence, verb: Token, carrier: Token, *, without: frozenset[str]) -> Ids:
        if not self._discourse.grammar.drops_subjects:
            return ()
        wanted = Wanted(
            number=carrier.feats.get("Number") or "Sing", gender=_gender_shown(sentence, verb, carrier),
            without=without | self._named_below(sentence, carrier, verb),
            least=SUBJECT_RANK, verb=verb.index, quoted=self._discourse.is_quoted(sentence.index, verb.index),
        )  # fmt: skip
        opening = self._opening(sentence, verb)
        found = self._discourse.referents.find(wanted, sentence.index, opening)
        return found if found or wanted.number != "Plur" else self._both(sentence, sentence.tokens[opening])

    def _opening(self, sentence: Sentence, verb: Token) -> int:
        """Where a clause begins, for who is named in words that its verb reports does not report them."""
        told = [c for c in children(sentence, verb, "ccomp", "parataxis") if c.index < verb.index]
        above = sentence.parent(verb)
        if above is not None and self._is_said(sentence, above, verb):
            told.append(above)
        return min((t.index for c in told for t in (c, *sentence.children(c))), default=verb.index)

    def _is_said(self, sentence: Sentence, words: Token, verb: Token) -> bool:
        """Whether a verb behind words in marks reports them, outside of the marks."""
        behind = verb.relation == "parataxis" and words.index < verb.index
        quoted = behind and self._discourse.is_quoted(sentence.index, words.index)
        return quoted and not self._discourse.is_quoted(sentence.index, verb.index)

    def _subject_of(self, sentence: Sentence, verb: Token, level: int) -> Ids:
        """The ids of a verb's subject, spoken or not."""
        words = self._spoken_subjects(sentence, verb)
        if words:
            return tuple(dict.fromkeys(i for word in words for i in self._of_nominal(sentence, word)))
        if verb.deprel == "acl:relcl":
            above = sentence.parent(verb)
            return self._of_nominal(sentence, above) if above is not None else ()
        if drops_subject(sentence, verb):
            return self.unspoken(sentence, verb, level=level)
        above = controller(sentence, verb) if level < MOST_LEVELS else None
        return self._subject_of(sentence, above, level + 1) if above is not None else ()

    def _spoken_subjects(self, sentence: Sentence, verb: Token) -> tuple[Token, ...]:
        """The words of a verb's first subject, looked for once: many clauses may share it."""
        place = (sentence.index, verb.index)
        if place not in self._spoken:
            first = next((c for c in sentence.children(verb) if c.relation in SUBJECTS), None)
            self._spoken[place] = tuple(conjuncts(sentence, first)) if first is not None else ()
        return self._spoken[place]

    def _of_nominal(self, sentence: Sentence, word: Token) -> Ids:
        """The ids of a noun or name, read already; a pronoun is asked for."""
        if word.upos == "PRON" and not self._discourse.headed(sentence.index, word.index):
            return self.stands_for(sentence, word)
        return self._discourse.ids_of_head(sentence.index, word.index)

    def _agrees(self, ids: Ids, carrier: Token) -> bool:
        number = carrier.feats.get("Number")
        kind = self._discourse.roster.actor(ids[0]).kind
        if len(ids) > 1:
            return number != "Sing"
        return number != "Plur" or kind not in ("person", "office")

    def _third(self, sentence: Sentence, token: Token, speaker: str | None) -> Ids:
        return self._met_meanwhile(sentence, token) or self._told_before(sentence, token, speaker)

    def _met_meanwhile(self, sentence: Sentence, token: Token) -> Ids:
        """Whom the main verb names beside its subject, for the object of a gerund ("rang Roe, warning him that").

        So for a verb coordinated with it that shares its subject ("rang Roe and warned him").
        """
        clause = sentence.parent(token)
        main = sentence.parent(clause) if clause is not None and clause.relation in ("advcl", "conj") else None
        if main is None or clause is None:
            return ()
        if clause.relation == "advcl" and clause.feats.get("VerbForm") not in ("Ger", "Part", None):
            return ()
        if token.relation not in ("obj", "iobj") or any(c.deprel == "nsubj" for c in sentence.children(clause)):
            return ()
        others = [c for c in children(sentence, main, "obj", "iobj", "obl") if c.index < clause.index]
        found = [self._discourse.ids_of_head(sentence.index, c.index) for c in others]
        people = [ids for ids in found if len(ids) == 1 and self._discourse.roster.actor(ids[0]).kind in PEOPLE]
        several = token.feats.get("Number") == "Plur"
        return people[-1] if people and not several else ()

    def _met_before(self, sentence: Sentence, token: Token) -> Ids:
        """The one person beside the same subject in the sentence before ("Roe rang Doe. | Roe urged him to")."""
        own = self._beside_object(sentence, token)
        if not own or not sentence.index or token.feats.get("Number") == "Plur":
            return ()
        before = self._discourse.sentences[sentence.index - 1]
        if not set(self._subject_of(before, before.root, 0)) & own:
            return ()
        others = [c for c in children(before, before.root, "obj", "iobj", "obl") if c.feats.get("Gender") != "Fem"]
        met = [i for c in others[:1] for i in self._discourse.ids_of_head(before.index, c.index)]
        return tuple(met) if len(met) == 1 and self._discourse.roster.actor(met[0]).kind in PEOPLE else ()

    def _told_before(self, sentence: Sentence, token: Token, speaker: str | None) -> Ids:
        quoted = self._discourse.is_quoted(sentence.index, token.index)
        without = self._beside_object(sentence, token) | frozenset({speaker} if speaker and quoted else ())
        wanted = Wanted(
            number=token.feats.get("Number"), gender=token.feats.get("Gender"), kinds=_kinds(token),
            sure=token.feats.get("Clitic") == "Yes" and token.feats.get("Gender") == "Fem",
            without=without | self._named_below(sentence, token), verb=governing_verb(sentence, token), quoted=quoted,
        )  # fmt: skip
        back = 1 if token.feats.get("Clitic") == "Yes" else SENTENCES_BACK
        found = self._met_before(sentence, token) if token.relation in ("obj", "iobj") else ()
        found = found or self._discourse.referents.find(wanted, sentence.index, token.index, back=back)
        if not found and token.relation == "nsubj" and token.feats.get("Number") == "Plur":
            return self._both(sentence, token)
        if found or wanted.kinds != PEOPLE or token.relation != "nsubj" or self._discourse.grammar.natural_gender:
            return found
        bodies = msgspec.structs.replace(wanted, kinds=BODIES)
        return self._discourse.referents.find(bodies, sentence.index, token.index, back=1)

    def _both(self, sentence: Sentence, token: Token) -> Ids:
        """The two people of whom the sentence before tells, the one as its subject ("Roe rang Doe. | They agreed").

        They are of two sides. A sentence between that tells of nobody does not part them from the word.
        """
        discourse = self._discourse
        before = [r for r in discourse.referents.before(sentence.index, token.index, back=2) if not r.quoted]
        last = next((r.sentence for r in before if r.sentence < sentence.index), None)
        if any(r.sentence == sentence.index for r in before) or last is None:
            return ()
        told = [r for r in reversed(before) if r.sentence == last]
        people = tuple(dict.fromkeys(i for r in told if r.kind in ("person", "office") for i in r.ids))
        leads = any(r.kind in ("person", "office") and r.rank >= RANKS["nsubj:pass"] for r in told)
        apart = len({discourse.roster.side_of(i) for i in people}) == len(people) == 2
        return people if leads and apart else ()

    def _named_below(self, sentence: Sentence, subject: Token, verb: Token | None = None) -> frozenset[str]:
        """The persons whom a clause names behind its subject, who is none of them: "he asked for Roe's resignation"."""
        verb = verb if verb is not None or subject.relation != "nsubj" else sentence.parent(subject)
        if verb is None:
            return frozenset()
        below = (t for t in tokens_below(sentence, verb) if t.index > subject.index)
        found = (i for t in below for i in self._named_by(sentence, t))
        return frozenset(i for i in found if self._discourse.roster.actor(i).kind == "person")

    def _named_by(self, sentence: Sentence, token: Token) -> Ids:
        """Whom a word names by a person's name."""
        numbers = self._discourse.headed(sentence.index, token.index)
        return next((self._discourse.ids[n] for n in numbers if self._discourse.mentions[n].name), ())

    def _beside_object(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The subject of the clause, which a pronoun beside it does not stand for ("he urged him")."""
        verb = sentence.parent(token) if token.relation in OBJECTS else None
        if verb is None or verb.upos != "VERB":
            return frozenset()
        return frozenset(self._subject_of(sentence, verb, 0))


def owning_kinds(number: str, gender: str) -> frozenset[ActorKind] | None:
    """What an owner may be by the number and gender that a possessive shows of it."""
    if gender == "Neut":
        return BODIES
    return PEOPLE if number == "Sing" and gender else None


def _kinds(token: Token) -> frozenset[ActorKind] | None:
    """Persons for a pronoun of a person's gender, bodies for a neuter where the language has one; all in the plural.

    A clitic may stand for a thing as well, so only persons are taken for it.
    """
    if token.feats.get("Clitic") == "Yes" or token.feats.get("PronType") == "Art":
        return frozenset({"person"})
    if token.feats.get("Number") == "Plur" or token.feats.get("Gender") is None:
        return None
    if token.feats.get("Gender") == "Neut":
        return BODIES - {"group"}
    personal = token.feats.get("PronType") == "Prs" or (token.upos == "PRON" and token.feats.get("Person") == "3")
    return PEOPLE if personal else None


def _gender_shown(sentence: Sentence, verb: Token, carrier: Token) -> str | None:
    """The gender of a subject by a finite past form, or by a participle that agrees: a feminine, or a passive."""
    if carrier.feats.get("VerbForm") == "Fin" and carrier.feats.get("Number") == "Sing" and carrier.feats.get("Gender"):
        return carrier.feats["Gender"]
    auxiliaries = children(sentence, verb, "aux")
    if verb.feats.get("VerbForm") != "Part" or not auxiliaries:
        return None
    agrees = verb.feats.get("Gender") == "Fem" or any(a.deprel == "aux:pass" for a in auxiliaries)
    return verb.feats.get("Gender") if agrees else None
