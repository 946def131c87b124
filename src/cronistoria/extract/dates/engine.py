"""A small grammar engine: rules over classes of words, read at a position with all results remembered.

A rule is a string of symbols ("last number? unit"); ``?`` makes one optional, ``name=symbol`` names it; of ``begin``
and ``finish`` the positions are told too, as ``begin_at``. A symbol is a rule's name or a class of words. Each position
is read once for each rule, so the time grows with the text's length.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from operator import or_
from typing import Any

import msgspec
from msgspec.structs import replace

Values = dict[str, Any]
Found = tuple[int, Any]
Units = Mapping[str, tuple[Found, ...]]
Action = Callable[[Values], Any]

MOST_REMEMBERED = 100_000
SPANNED = frozenset({"begin", "finish"})


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

    ``begins`` are the classes that the rule can begin with; of each of ``needs`` one class must stand somewhere ahead.
    """

    steps: tuple[Step, ...]
    action: Action
    begins: int = 0
    needs: tuple[int, ...] = ()


class Grammar:
    """Rules by name; earlier rules win over later ones that end at the same place."""

    def __init__(self, rules: Mapping[str, tuple[tuple[str, Action], ...]]) -> None:
        plain = {name: tuple(_compile(text, action) for text, action in group) for name, group in rules.items()}
        symbols = sorted({step.symbol for group in plain.values() for rule in group for step in rule.steps})
        self.bits = {symbol: 1 << number for number, symbol in enumerate(s for s in symbols if s not in plain)}
        self._first = dict(self.bits)
        while (wider := {name: self._union(group) for name, group in plain.items()}) != {
            name: self._first.get(name, 0) for name in plain
        }:
            self._first |= wider
        self.rules = {name: tuple(map(self._with_bits, group)) for name, group in plain.items()}
        self._fitting: dict[tuple[int, int], dict[str, tuple[Rule, ...]]] = {}

    def first(self, symbol: str) -> int:
        """The classes of words that a symbol can begin with, as bits."""
        return self._first.get(symbol, 0)

    def mask(self, here: Units) -> int:
        """Classes as bits."""
        bits = 0
        for name in here:
            bits |= self.bits.get(name, 0)
        return bits

    def fitting(self, here: int, ahead: int) -> dict[str, tuple[Rule, ...]]:
        """The rules by symbol that words of the classes ``here`` may begin, where ``ahead`` are all that follow."""
        found = self._fitting.get((here, ahead))
        if found is None:
            if len(self._fitting) >= MOST_REMEMBERED:
                self._fitting.clear()
            found = self._fitting[here, ahead] = {
                symbol: fitting
                for symbol, rules in self.rules.items()
                if self._first[symbol] & here
                and (fitting := tuple(r for r in rules if r.begins & here and all(n & ahead for n in r.needs)))
            }
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
        return Rule(tuple(steps), rule.action, after, tuple(s.starts for s in steps if not s.optional))


class Reader:
    """Reads the words ``[first, end)``; ``units[i]`` maps classes to (size, value) of the words at ``i``."""

    def __init__(self, grammar: Grammar, units: list[Units], first: int, end: int) -> None:
        self._grammar, self._units, self._start, self._end = grammar, units, first, end
        self._here = [grammar.mask(units[position]) for position in range(first, end)]
        self._ahead = list(accumulate(reversed(self._here), or_))[::-1]
        self._memory: dict[tuple[str, int], tuple[Found, ...]] = {}
        self._rules: dict[int, dict[str, tuple[Rule, ...]]] = {}

    def read(self, symbol: str, position: int) -> tuple[Found, ...]:
        """All (end, value) of a rule's symbol at a position, one for each end."""
        key = (symbol, position)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = ()
            rules = self._rules_at(position).get(symbol)
            found = self._memory[key] = self._read_rules(rules, position) if rules else ()
        return found

    def _rules_at(self, position: int) -> dict[str, tuple[Rule, ...]]:
        rules = self._rules.get(position)
        if rules is None:
            place = position - self._start
            rules = self._rules[position] = self._grammar.fitting(self._here[place], self._ahead[place])
        return rules

    def may_begin(self, symbol: str, position: int) -> bool:
        """Whether the words at a position can begin a symbol."""
        return bool(self._grammar.first(symbol) & self._here[position - self._start])

    def _read_rules(self, rules: tuple[Rule, ...], position: int) -> tuple[Found, ...]:
        found: dict[int, Any] = {}
        for rule in rules:
            for end, values in self._follow(rule.steps, 0, position):
                if end not in found and (value := rule.action(values)) is not None:
                    found[end] = value
        return tuple(found.items())

    def _follow(self, steps: tuple[Step, ...], number: int, position: int) -> list[tuple[int, Values]]:
        """All ends of the steps from a number on, with their values; a later step of the same name wins."""
        step, following = steps[number], number + 1
        is_last = following == len(steps)
        results: list[tuple[int, Values]] = []
        if position < self._end and step.starts & self._here[position - self._start]:
            for end, value in self._read_step(step.symbol, position):
                if step.after and not (end < self._end and step.after & self._here[end - self._start]):
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


def _compile(text: str, action: Action) -> Rule:
    steps = []
    for word in text.split():
        name, _, symbol = word.rstrip("?").rpartition("=")
        steps.append(Step(name or symbol, symbol, word.endswith("?"), (name or symbol) in SPANNED))
    return Rule(tuple(steps), action)
