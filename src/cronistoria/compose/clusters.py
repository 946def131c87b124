"""Names of one report that are of one person: a surname alone with the full name, slips and other spellings.

Lists of name words come in, clusters go out. Every name is looked up by its last word with one letter dropped, so the
work grows with the text and not with its square.
"""

from collections.abc import Sequence

import msgspec

from cronistoria.compose.spelling import given_names_fit, same_word, slips

Words = tuple[str, ...]
MOST_BEARERS = 40


class Cluster(msgspec.Struct):
    """Names of one person; ``names`` as they stand in the report, the fullest first."""

    words: list[Words]
    names: list[Sequence[str]]

    @property
    def fullest(self) -> Words:
        """The words of the name with most of them."""
        return max(self.words, key=len)


class Clusters:
    """The clusters of a report, grown name by name; full names first, surnames after them."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._by_last: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_name: dict[Words, tuple[int, ...]] = {}

    def add_full(self, words: Words, name: Sequence[str]) -> None:
        """Takes in a name of two words or more."""
        if words in self._by_name:
            return
        fitting = [i for i in self._near(words[-1]) if any(_same_person(words, w) for w in self.all[i].words)]
        self._join(fitting[0] if fitting else self._new(), words, name)

    def add_single(self, words: Words, name: Sequence[str], known: Sequence[Words] = ()) -> None:
        """Takes in a name of one word: it may be of several persons who bear it.

        ``known``: names of those whom the world knows by it, so that it is no slip for another name.
        """
        if words in self._by_name:
            return
        bearers = [i for i in self._near(words[0]) if len(self.all[i].words[0]) > 1]
        bearers = _exact_first(bearers or self._by_word.get(words[0], []), words[0], self.all)
        if known:
            lasts = {words[0], *(name[-1] for name in known)}
            bearers = [i for i in bearers if any(lasts & set(w) for w in self.all[i].words)]
        if not bearers:
            self._join(self._new(), words, name)
            return
        self._by_name[words] = tuple(bearers)
        if len(bearers) == 1:
            self.all[bearers[0]].words.append(words)
            self.all[bearers[0]].names.append(name)

    def add_patronymic(self, words: Words, name: Sequence[str]) -> None:
        """Takes in a given name with one after the father: whose given name it is, if only one has it."""
        given = words[:-1]
        numbers = self._by_word.get(given[0], [])
        fitting = [
            n for n in numbers if any(w[: len(given)] == given and len(w) > len(given) for w in self.all[n].words)
        ]
        if len(fitting) == 1:
            self._by_name[words] = (fitting[0],)
        else:
            self.add_full(words, name)

    def of(self, words: Words) -> tuple[int, ...]:
        """Numbers of the clusters that a name may belong to."""
        return self._by_name.get(words, ())

    def _new(self) -> int:
        self.all.append(Cluster([], []))
        return len(self.all) - 1

    def _join(self, number: int, words: Words, name: Sequence[str]) -> None:
        self.all[number].words.append(words)
        self.all[number].names.append(name)
        self._by_name[words] = (number,)
        for key in slips(words[-1]):
            _note(self._by_last, key, number)
        for word in words:
            _note(self._by_word, word, number)

    def _near(self, word: str) -> list[int]:
        """Clusters with a last word that is the same, a slip aside, oldest first."""
        numbers = {number for key in slips(word) for number in self._by_last.get(key, [])}
        return [n for n in sorted(numbers) if any(same_word(word, w[-1]) for w in self.all[n].words)]


def _note(table: dict[str, list[int]], key: str, number: int) -> None:
    numbers = table.setdefault(key, [])
    if len(numbers) < MOST_BEARERS and (not numbers or numbers[-1] != number):
        numbers.append(number)


def _same_person(first: Words, second: Words) -> bool:
    """Whether two names fit, with a slip in one place at most; a surname alone fits no other surname by a slip."""
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    if not given_names_fit(first[:-1], second[:-1]):
        return False
    return first[-1] == second[-1] or (same_word(first[-1], second[-1]) and bool(set(first[:-1]) & set(second[:-1])))


def _exact_first(numbers: list[int], word: str, clusters: list[Cluster]) -> list[int]:
    """Those of the clusters that hold the very word, all of them if none does."""
    exact = [n for n in numbers if any(word in words for words in clusters[n].words)]
    return exact or numbers
