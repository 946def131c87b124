"""A small grammar engine: rules over classes of words, read at a position with all results remembered.

A rule is a string of symbols ("last number? unit"); ``?`` makes one optional, ``name=symbol`` names it; of ``begin``
and ``finish`` the positions are told too, as ``begin_at``. A symbol is a rule's name or a class of words. Each position
is read once for each rule, so the time grows with the text's length.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

Values = dict[str, Any]
Found = tuple[int, Any]
Action = Callable[[Values], Any]


class HandOn(msgspec.Struct, frozen=True):
    """An action that hands on one of the values."""

    name: str

    def __call__(self, values: Values) -> Any:
        """The value of that name."""
        return values[self.name]


MOST_REMEMBERED = 100_000
SPANNED = frozenset({"begin", "finish"})


class Units(dict[str, tuple[Found, ...]]):
    """Classes of the words that begin at a place, with sizes and values; as bits once a grammar has asked for them."""

    __slots__ = ("bits",)

    def __init__(self, classes: Mapping[str, tuple[Found, ...]]) -> None:
        super().__init__(classes)
        self.bits: int | None = None


class Step(msgspec.Struct, frozen=True):
    """One symbol of a rule; ``starts`` are the classes of words that it can begin with, as bits.

    ``after`` are the classes that what follows it in the rule can begin with, 0 if nothing need follow.
    """

    name: str
    symbol: str
    optional: bool
    spanned: bool
    starts: int = 0
    after: int = 0


class Rule(msgspec.Struct, frozen=True):
    """A sequence of steps and what to make of their values; ``None`` from the action means no reading.

    ``begins`` are the classes that the rule can begin with, ``needs`` the symbols that it is not without, both as bits.
    ``handed``: the symbol whose values are handed on as they are, if that is all.
    """

    steps: tuple[Step, ...]
    action: Action
    begins: int = 0
    needs: int = 0
    handed: str | None = None


class Grammar:
    """Rules by name; earlier rules win over later ones that end at the same place."""

    def __init__(self, rules: Mapping[str, tuple[tuple[str, Action], ...]]) -> None:
        plain = {name: tuple(_compile(text, action) for text, action in group) for name, group in rules.items()}
        symbols = sorted({step.symbol for group in plain.values() for rule in group for step in rule.steps})
        classes = [symbol for symbol in symbols if symbol not in plain]
        self.bits = {symbol: 1 << number for number, symbol in enumerate(classes)}
        self._symbols = {symbol: 1 << number for number, symbol in enumerate((*classes, *plain))}
        self._first = dict(self.bits)
        while (wider := {name: self._union(group) for name, group in plain.items()}) != {
            name: self._first.get(name, 0) for name in plain
        }:
            self._first |= wider
        self.rules = {name: tuple(map(self._with_bits, group)) for name, group in plain.items()}
        self._closure = Closure(
            {self._symbols[name]: _least(rule.needs for rule in group) for name, group in self.rules.items()}
        )
        self._beginnings: dict[int, Beginning] = {}
        self._possible: dict[int, int] = {}

    def first(self, symbol: str) -> int:
        """The classes of words that a symbol can begin with, as bits."""
        return self._first.get(symbol, 0)

    def mask(self, here: Units) -> int:
        """Classes as bits; units belong to one grammar."""
        if here.bits is None:
            here.bits = 0
            for name in here:
                here.bits |= self.bits.get(name, 0)
        return here.bits

    def beginning(self, here: int) -> "Beginning":
        """The rules that words of the classes ``here`` may begin."""
        found = self._beginnings.get(here)
        if found is None:
            found = self._beginnings[here] = Beginning(self.rules, here)
        return found

    def possible(self, words: Iterable[int]) -> list[int]:
        """For each word, by its classes, the symbols that it and those before it can be read as, all as bits."""
        found: list[int] = []
        classes = possible = 0
        for here in words:
            if here & ~classes:
                classes |= here
                known = self._possible.get(classes)
                if known is None:
                    if len(self._possible) >= MOST_REMEMBERED:
                        self._possible.clear()
                    known = self._possible[classes] = self._closure.with_more(possible, here & ~possible)
                possible = known
            found.append(possible)
        return found

    def _union(self, group: tuple[Rule, ...]) -> int:
        bits = 0
        for rule in group:
            bits |= self._begins(rule)
        return bits

    def _begins(self, rule: Rule) -> int:
        bits = 0
        for step in rule.steps:
            bits |= self.first(step.symbol)
            if not step.optional:
                return bits
        raise ValueError(f"a rule may not be empty: {rule.steps}")

    def _with_bits(self, rule: Rule) -> Rule:
        steps: list[Step] = []
        after, may_end = 0, True
        for step in reversed(rule.steps):
            starts = self.first(step.symbol)
            steps.insert(0, replace(step, starts=starts, after=0 if may_end else after))
            after = starts | (after if step.optional else 0)
            may_end = may_end and step.optional
        needs = 0
        for step in steps:
            needs |= 0 if step.optional else self._symbols[step.symbol]
        return replace(rule, steps=tuple(steps), begins=after, needs=needs)


class Closure:
    """What can be made of symbols: each new one is followed to the rules that need it. Symbols and needs are bits."""

    def __init__(self, needs: Mapping[int, tuple[int, ...]]) -> None:
        leads: dict[int, int] = defaultdict(int)
        self._needing: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for made, sets in needs.items():
            for needed in sets:
                for bit in _each(needed):
                    if bit == needed:
                        leads[bit] |= made
                    else:
                        self._needing[bit].append((made, needed))
        self._leads = dict(leads)
        self._reached: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {}

    def with_more(self, known: int, new: int) -> int:
        """Known symbols and new ones, with all that can be made of them."""
        reached = [self._reached.get(bit) or self._reach(bit) for bit in _each(new)]
        for made, _ in reached:
            known |= made
        while reached:
            _, joining = reached.pop()
            for made, needs in joining:
                if needs & known == needs and not made & known:
                    further = self._reached.get(made) or self._reach(made)
                    known |= further[0]
                    reached.append(further)
        return known

    def _reach(self, bit: int) -> tuple[int, tuple[tuple[int, int], ...]]:
        """A symbol with all that it makes alone, and the rules that need one of them and more."""
        made, waiting = 0, bit
        joining: dict[tuple[int, int], None] = {}
        while waiting:
            one = waiting & -waiting
            made |= one
            waiting = (waiting | self._leads.get(one, 0)) & ~made
            joining |= dict.fromkeys(self._needing.get(one, ()))
        found = self._reached[bit] = made, tuple(rule for rule in joining if not rule[0] & made)
        return found


class Beginning(dict[str, tuple[Rule, ...]]):
    """The rules of each symbol that words of some classes can begin, sought when they are asked for."""

    __slots__ = ("_here", "_rules")

    def __init__(self, rules: Mapping[str, tuple[Rule, ...]], here: int) -> None:
        super().__init__()
        self._rules, self._here = rules, here

    def __missing__(self, symbol: str) -> tuple[Rule, ...]:
        here = self._here
        found = self[symbol] = tuple([rule for rule in self._rules[symbol] if rule.begins & here])
        return found


class Reader:
    """Reads the words ``[first, end)``; ``units[i]`` maps classes to (size, value) of the words at ``i``."""

    def __init__(self, grammar: Grammar, units: Sequence[Units], first: int, end: int) -> None:
        self._grammar, self._units, self._start, self._end = grammar, units, first, end
        self._here = list(map(grammar.mask, units[first:end]))
        self._beginnings = list(map(grammar.beginning, self._here))
        self._possible = grammar.possible(reversed(self._here))[::-1]
        self._memory: list[dict[str, tuple[Found, ...]]] = [{} for _ in self._here]

    def read(self, symbol: str, position: int) -> tuple[Found, ...]:
        """All (end, value) of a rule's symbol at a position, one for each end."""
        place = position - self._start
        memory = self._memory[place]
        found = memory.get(symbol)
        if found is None:
            found = memory[symbol] = ()
            if rules := self._beginnings[place][symbol]:
                found = memory[symbol] = self._read_rules(rules, position, ~self._possible[place])
        return found

    def may_begin(self, symbol: str, position: int) -> bool:
        """Whether the words at a position can begin a symbol."""
        return bool(self._grammar.first(symbol) & self._here[position - self._start])

    def _read_rules(self, rules: tuple[Rule, ...], position: int, lacking: int) -> tuple[Found, ...]:
        found: dict[int, Any] = {}
        for rule in rules:
            if rule.needs & lacking:
                continue
            if rule.handed is not None:
                for end, value in self._read_step(rule.handed, position):
                    if value is not None:
                        found.setdefault(end, value)
                continue
            for end, values in self._follow(rule.steps, 0, position):
                if end not in found and (value := rule.action(values)) is not None:
                    found[end] = value
        return tuple(found.items())

    def _follow(self, steps: tuple[Step, ...], number: int, position: int) -> list[tuple[int, Values]]:
        """All ends of the steps from a number on, with their values; a later step of the same name wins."""
        step, following = steps[number], number + 1
        is_last = following == len(steps)
        results: list[tuple[int, Values]] = []
        here, start, last = self._here, self._start, self._end
        if position < last and step.starts & here[position - start]:
            for end, value in self._read_step(step.symbol, position):
                if step.after and not (end < last and step.after & here[end - start]):
                    continue
                rest = [(end, {})] if is_last else self._follow(steps, following, end)
                for _, values in rest:
                    values.setdefault(step.name, value)
                    if step.spanned:
                        values.setdefault(f"{step.name}_at", (position, end))
                results += rest
        if step.optional:
            results += [(position, {})] if is_last else self._follow(steps, following, position)
        return results

    def _read_step(self, symbol: str, position: int) -> Sequence[Found]:
        words = self._units[position].get(symbol)
        if words is None:
            return self.read(symbol, position)
        return [(position + size, value) for size, value in words]


def _least(sets: Iterable[int]) -> tuple[int, ...]:
    """The sets of bits that hold no other of them, the smallest first."""
    kept: list[int] = []
    for bits in sorted(set(sets), key=lambda bits: (bits.bit_count(), bits)):
        if not any(smaller & bits == smaller for smaller in kept):
            kept.append(bits)
    return tuple(kept)


def _each(bits: int) -> Iterator[int]:
    """The bits of a set, one by one."""
    while bits:
        yield bits & -bits
        bits &= bits - 1


def _compile(text: str, action: Action) -> Rule:
    steps = []
    for word in text.split():
        name, _, symbol = word.rstrip("?").rpartition("=")
        steps.append(Step(name or symbol, symbol, word.endswith("?"), (name or symbol) in SPANNED))
    alone = len(steps) == 1 and not steps[0].optional and isinstance(action, HandOn) and action.name == steps[0].name
    return Rule(tuple(steps), action, handed=steps[0].symbol if alone else None)
