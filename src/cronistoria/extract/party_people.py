"""The names of persons in a report: those that the model marks, and names that it missed or took for something else.

Sentences come in, persons go out. A word that the model marks as a person's once is a person's wherever the gazetteer
knows nothing else by it, unless the report uses it as a place; office-holders of the reference tables are known without
a mark by their full name, or by their surname behind a title.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from babel import Locale

from cronistoria.extract import tree
from cronistoria.extract.gazetteer import Gazetteer, Meaning
from cronistoria.extract.party_names import NameForms
from cronistoria.extract.party_runs import (
    Run,
    apart,
    capital_runs,
    crosses_line,
    end_of,
    goes_on,
    parted,
    start_of,
    trimmed,
)
from cronistoria.extract.party_view import Person, opens
from cronistoria.languages.dictionary import load_dictionary
from cronistoria.languages.forces import ForceWords, load_force_words
from cronistoria.languages.matching import Match, fold_atom, split_atoms
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from cronistoria.reference.places import load_places
from cronistoria.reference.world import load_world

SHORTEST_SURNAME, LONG_SURNAME = 4, 6
VESSEL_REACH = 4
SHORTEST_LETTERS = 3
LEADING = frozenset({"president", "prime_minister", "chancellor", "monarch", "foreign_minister", "secretary_general"})
NO_NAME = frozenset({"concept", "office", "branch", "person", "nobody"})


def is_of_vessel(sentence: Sentence, first: int, forces: ForceWords) -> bool:
    """Whether a name is that of the ship told of right before it ("the American carrier USS Ronald Reagan")."""
    before = [t for t in sentence.tokens[max(first - VESSEL_REACH, 0) : first] if t.form not in tree.QUOTATION_MARKS]
    if before and before[-1].lower in forces.services:
        return before[-1].head >= first or sentence.tokens[first].head == before[-1].index
    nearest = next((t for t in reversed(before) if t.upos != "ADJ"), None)
    if nearest is None or nearest.upos != "NOUN":
        return False
    if nearest.keys & forces.sites and nearest.index == first - 1:  # "aeroporto Ben Gurion"
        return sentence.tokens[first].head == nearest.index
    return bool(nearest.keys & forces.vessels) or _is_make(sentence.tokens[first], nearest, forces)


def _is_make(name: Token, noun: Token, forces: ForceWords) -> bool:
    """Whether a name that hangs on a noun of arms is their make ("18 Leopard tanks", "i missili Patriot")."""
    made = name.head == noun.index and name.relation in ("nmod", "flat", "compound", "appos", "amod")
    return made and bool(noun.keys & forces.arms)


class PeopleFinder:
    """Finds the persons of one report; what the model marked anywhere in it is known from the start.

    ``matches``: the entries of the gazetteer in each sentence.
    """

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> None:
        self._document, self._gazetteer = document, gazetteer
        self._forms = NameForms(document.language, sentences)
        self._dictionary = load_dictionary(document.language)
        self.matches = tuple(tuple(gazetteer.matches(document, sentence)) for sentence in sentences)
        self._calendar = _calendar_names(document.language)
        self._places = self._used_as_places(sentences)
        self._full = {
            fold_atom(sentence.tokens[entity.last].form)
            for sentence in sentences
            for entity in sentence.entities()
            if entity.type == "PER" and entity.first < entity.last
        }
        self._marked = [self._marked_runs(sentence) for sentence in sentences]
        pairs = zip(sentences, self._marked, strict=True)
        ends = [self._words(sentence, last, last)[-1] for sentence, runs in pairs for _, last in runs]
        self._surnames = {fold_atom(form) for form in ends if len(form) >= SHORTEST_SURNAME}

    def people(self, sentence: Sentence) -> list[Person]:
        """The persons named in a sentence, left to right."""
        matches, words = self.matches[sentence.index], self._gazetteer.words
        named = {i for m in matches if _is_name(m) for i in range(m.first, m.last + 1)}
        named |= {m.first for m in matches if m.first == m.last and _is_common(sentence.tokens[m.first], m)}
        titles = {i for m in matches if _is_title(sentence, m) for i in range(m.first, m.last + 1)}
        known = partial(self._is_office_holder, sentence)
        found = [(m.first, m.last) for m in matches if _means(m, "person")]
        full = [run for run in capital_runs(self._document, sentence, named | titles, words, known) if run[0] < run[1]]
        full = [run for run in full if len(self._marked_inside(sentence, run)) < 2 and not self._opens(sentence, run)]
        holders = (self._as_marked(sentence, run) for run in full if known(run))
        found += apart(holders, found)
        found += apart(self._marked[sentence.index], found)
        taken = named | titles | {i for first, last in found for i in range(first, last + 1)}
        rest = capital_runs(self._document, sentence, taken, words, known)
        found += [run for run in rest if self._is_known(sentence, run, titles)]
        named_so = [
            run for run in found if not is_of_vessel(sentence, run[0], load_force_words(self._document.language))
        ]
        return [self._person(sentence, first, last) for first, last in sorted(named_so)]

    def _opens(self, sentence: Sentence, run: Run) -> bool:
        """Whether a run opens with a common noun of the sentence before the name that is marked ("Послание | Си")."""
        inside = self._marked_inside(sentence, run)
        before = sentence.tokens[run[0] : inside[0][0]] if inside else ()
        return bool(before) and all(t.upos == "NOUN" and t.entity == "O" for t in before)

    def _marked_inside(self, sentence: Sentence, run: Run) -> list[Run]:
        return [m for m in self._marked[sentence.index] if run[0] <= m[0] and m[1] <= run[1]]

    def _as_marked(self, sentence: Sentence, run: Run) -> Run:
        """The longer name that the model marks from the same word on, if there is one."""
        longer = (marked for marked in self._marked[sentence.index] if marked[0] == run[0] and marked[1] > run[1])
        return next(longer, run)

    def _marked_runs(self, sentence: Sentence) -> list[Run]:
        matches = self.matches[sentence.index]
        taken = {i for m in matches if _is_name(m) for i in range(m.first, m.last + 1)}
        runs: list[Run] = []
        marked = [e for e in sentence.entities() if e.type == "PER"]
        stretches = [run for e in marked for run in parted(self._document, sentence, e.first, e.last)]
        for start, end in stretches:
            if runs and runs[-1][1] >= end:
                continue
            joined = runs and runs[-1][1] + 1 == start and goes_on(sentence, runs[-1], start)
            joined = joined and not crosses_line(self._document, sentence, start)
            first = runs.pop()[0] if joined else start_of(sentence, start)
            runs.append((first, self._end(sentence, (first, end), taken)))
        runs = [run for run in runs if not _is_body_of_state(run, matches)]
        runs = [self._without_opening(sentence, self._without_letters(sentence, run)) for run in runs]
        runs = [_without_owner(sentence, _without_title(run, matches), matches) for run in runs]
        runs = [self._without_days(sentence, run) for run in runs]
        kept = [run for run in (trimmed(sentence, r, self._gazetteer.words) for r in runs) if run]
        covered = [run for run in kept if any(_covers(m, run) and not _means(m, "person") for m in matches)]
        kept = [run for run in kept if run not in covered or self._is_called_in_full(sentence, run)]
        return [run for run in kept if not self._is_no_person(sentence, run)]

    def _without_opening(self, sentence: Sentence, run: Run) -> Run:
        """The run without a common word that opens the sentence with a capital ("Визит Пелоси")."""
        first, last = run
        if first == last or self._dictionary is None or not opens(sentence, first):
            return run
        form = sentence.tokens[first].form
        common = self._dictionary.knows(form) and not any(a.personal for a in self._dictionary.analyses(form))
        noun = all("NOUN" in a.upos and a.case for a in self._dictionary.analyses(form))
        return (first + 1, last) if common and (noun or self._dictionary.may_be_adverb(form)) else run

    def _without_letters(self, sentence: Sentence, run: Run) -> Run:
        """The run without the letters of a body before the name ("МЗС | Анн-Клер Лежандр")."""
        first, last = run
        before, name = sentence.tokens[first].form, sentence.tokens[min(first + 1, last)].form
        letters = len(before) >= SHORTEST_LETTERS and before.isupper() and not name.isupper()
        return (first + 1, last) if self._dictionary is not None and letters and first < last else run

    def _without_days(self, sentence: Sentence, run: Run) -> Run:
        """The run without a day or month in small letters behind the name ("Annan martedì era …")."""
        first, last = run
        while first < last and self._is_day(sentence.tokens[last]):
            last -= 1
        return first, last

    def _is_day(self, token: Token) -> bool:
        return token.form.islower() and fold_atom(token.form) in self._calendar

    def _is_called_in_full(self, sentence: Sentence, run: Run) -> bool:
        """Whether a word that is also something else's, to the letter ends a full name that the report has."""
        return run[0] == run[1] and fold_atom(sentence.tokens[run[0]].form) in self._full

    def _end(self, sentence: Sentence, run: Run, taken: set[int]) -> int:
        return end_of(self._document, sentence, run, taken, lambda r: self._is_office_holder(sentence, r))

    def _is_no_person(self, sentence: Sentence, run: Run) -> bool:
        """Whether what is marked is a day, a month, a known place of several words, a common noun, or a place here."""
        if run[0] != run[1]:
            return " ".join(self._words(sentence, *run)) in load_places()
        token = sentence.tokens[run[0]]
        word = fold_atom(token.form)
        called = token.upos == "NOUN" and any(c.upos == "DET" for c in tree.children_by(sentence, token, "det"))
        if word in self._calendar or (called and not self._is_office_holder(sentence, run)):
            return True
        elsewhere = word in self._places or self._is_place_name(sentence, token)
        return elsewhere and not self._is_office_holder(sentence, run)

    def _is_place_name(self, sentence: Sentence, token: Token) -> bool:
        """Whether a known place stands under an adposition and is no part of a full name that the report has."""
        placed = token.relation in ("nmod", "obl") and bool(tree.case_lemmas(sentence, token))
        return placed and token.form in load_places() and fold_atom(token.form) not in self._full

    def _used_as_places(self, sentences: tuple[Sentence, ...]) -> set[str]:
        """Capitalised words that stand as places at least half as often as the model takes them for persons."""
        persons, places = Counter[str](), Counter[str]()
        for sentence in sentences:
            for token in sentence.tokens:
                if token.form[:1].isupper() and token.upos in ("PROPN", "X"):
                    persons[fold_atom(token.form)] += token.entity == "B-PER"
                    places[fold_atom(token.form)] += self._stands_as_place(sentence, token)
        return {word for word, count in places.items() if count and 2 * count >= persons[word]}

    def _stands_as_place(self, sentence: Sentence, token: Token) -> bool:
        words = self._gazetteer.words
        above = sentence.parent(token)
        labelled = above is not None and above.lemma.lower() in words.reading.place_labels
        inside = set(tree.roles(sentence, token)) & words.reading.inside
        return token.entity.endswith("LOC") or labelled or bool(inside)

    def _is_known(self, sentence: Sentence, run: Run, titles: set[int]) -> bool:
        """A full name of the reference data, a surname behind a title, or a name that is marked elsewhere."""
        tokens = sentence.tokens[run[0] : run[1] + 1]
        if tokens[-1].upos in ("PROPN", "X") and fold_atom(self._words(sentence, run[1], run[1])[-1]) in self._surnames:
            return True
        if len(tokens) == 1 and not self._is_surname(sentence, tokens[0], titles):
            return False
        return self._is_office_holder(sentence, run)

    def _is_surname(self, sentence: Sentence, token: Token, titles: set[int]) -> bool:
        if len(token.form) < SHORTEST_SURNAME and token.entity == "O" and token.upos != "PROPN":
            return False
        if self._leads(sentence, token):
            return True
        likely = token.upos == "PROPN" or (token.upos == "ADJ" and token.relation == "nsubj")
        if not likely or len(token.form) < SHORTEST_SURNAME:
            return False
        if fold_atom(token.form) in self._calendar:
            return False
        beside = token.index - 1 in titles or token.entity.endswith("ORG") or token.relation == "nsubj"
        return beside or not opens(sentence, token.index)

    def _leads(self, sentence: Sentence, token: Token) -> bool:
        """Whether a surname is that of who leads a body or its diplomacy at the report's date."""
        at = self._document.published
        if at is None or at.start is None or at.end is None or fold_atom(token.form) in self._calendar:
            return False
        words = self._words(sentence, token.index, token.index)
        people = load_world().people(words)
        if token.upos != "PROPN":
            people = tuple(t for t in people if fold_atom(words[-1]) in map(fold_atom, split_atoms(t.name)))
        return any(t.office in LEADING and t.holds(at.start, at.end) for t in people)

    def _is_office_holder(self, sentence: Sentence, run: Run) -> bool:
        """Whether the reference data know the name in this spelling, not only in sound."""
        words = self._words(sentence, *run)
        asked = {fold_atom(atom) for word in words for atom in split_atoms(word)}
        if any(asked & {fold_atom(atom) for atom in split_atoms(t.name)} for t in load_world().people(words)):
            return True
        last = sentence.tokens[run[1]]
        sounds = last.upos == "PROPN" and last.entity != "O" and len(last.form) >= LONG_SURNAME
        return run[0] == run[1] and sounds and self._leads(sentence, last)

    def _words(self, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
        tokens = sentence.tokens[first : last + 1]
        written = tuple(self._document.text[tokens[0].start : max(t.end for t in tokens)].split())
        return self._forms.called(written, tokens, _case_bearer(sentence, first))

    def _person(self, sentence: Sentence, first: int, last: int) -> Person:
        tokens = sentence.tokens[first : last + 1]
        outside = [t for t in tokens if not first <= t.head <= last]
        head = (outside or [tokens[0]])[0]
        title = sentence.tokens[first - 1] if first else None
        if title is not None and head.head == title.index and title.lower in self._gazetteer.words.honorifics:
            head = title
        return Person(first, last, head.index, self._words(sentence, first, last))


def _case_bearer(sentence: Sentence, first: int) -> Token | None:
    """Another word in the case of a name: the title before it, or the name that it is coordinated with."""
    name = sentence.tokens[first]
    beside = sentence.parent(name) if name.deprel == "conj" else None
    if beside is not None and beside.entity.startswith("B-PER") and "Case" in beside.feats:
        return beside
    return _title_before(sentence, first)


def _title_before(sentence: Sentence, first: int) -> Token | None:
    """The noun for one person right before a name, which stands in the case of the name: "генерала | Абдурахмана"."""
    title = sentence.tokens[first - 1] if first else None
    if title is None or title.upos != "NOUN" or title.entity != "O" or title.feats.get("Animacy") != "Anim":
        return None
    joined = sentence.tokens[first].head == title.index and sentence.tokens[first].relation in ("appos", "flat")
    return title if joined and title.feats.get("Number") == "Sing" and "Case" in title.feats else None


def _calendar_names(language: str) -> frozenset[str]:
    """Months and weekdays, which a sentence may write with a capital."""
    locale = Locale(language)
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    return frozenset(fold_atom(name) for name in names)


def _without_title(run: Run, matches: Sequence[Match[Meaning]]) -> Run:
    """A name without the office that the model took for its first word ("König Harald")."""
    title = next((m for m in matches if m.first == run[0] and m.last < run[1] and _means(m, "office")), None)
    return run if title is None else (title.last + 1, run[1])


def _is_body_of_state(run: Run, matches: Sequence[Match[Meaning]]) -> bool:
    """Whether the model took a body and its state for a first name and a surname ("Хунта Малі")."""
    bodies = {m.last + 1 for m in matches if m.first == run[0] and _means(m, "concept")}
    return any(m.first in bodies and m.last == run[1] and _means(m, "state") for m in matches)


def _without_owner(sentence: Sentence, run: Run, matches: Sequence[Match[Meaning]]) -> Run:
    """A name without the state whose office stands before it, which the model took for its first word.

    Only a genitive tells: "Israel" may well be a first name.
    """
    state = next((m for m in matches if m.first == run[0] and m.last < run[1] and _means(m, "state")), None)
    if state is None or sentence.tokens[run[0]].feats.get("Case") != "Gen":
        return run
    titled = any(m.last == run[0] - 1 and _means(m, "office") for m in matches)
    return (state.last + 1, run[1]) if titled else run


def _means(match: Match[Meaning], kind: str) -> bool:
    return any(meaning.kind == kind for meaning in match.meanings)


def _is_name(match: Match[Meaning]) -> bool:
    return any(meaning.kind not in NO_NAME for meaning in match.meanings)


def _is_common(token: Token, match: Match[Meaning]) -> bool:
    """Whether a word for a body is no part of a name ("Генштабу | Валерієм Герасимовим")."""
    return token.upos == "NOUN" and not token.entity.endswith("PER") and _means(match, "concept")


def _is_title(sentence: Sentence, match: Match[Meaning]) -> bool:
    """Whether words are an office or, behind a small word, the branch of one ("ministra della Difesa")."""
    behind = match.first > 0 and sentence.tokens[match.first - 1].upos in ("ADP", "DET")
    return _means(match, "office") or (behind and _means(match, "branch"))


def _covers(match: Match[Meaning], run: Run) -> bool:
    return match.first <= run[0] and match.last >= run[1]
