"""A small grammar engine: rules over classes of words, read at a position with all results remembered.

A rule is a string of symbols ("last number? unit"); ``?`` makes one optional, ``name=symbol`` names it; of ``begin``
and ``finish`` the positions are told too, as ``begin_at``. A symbol is a rule's name or a class of words. Each position
is read once for each rule, so the time grows with the text's length.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

Values = dict[str, Any]
Found = tuple[int, Any]
Units = Mapping[str, tuple[Found, ...]]
Action = Callable[[Values], Any]

SPANNED = frozenset({"begin", "finish"})


class Step(msgspec.Struct, frozen=True):
    """One symbol of a rule."""

    name: str
    symbol: str
    optional: bool


class Rule(msgspec.Struct, frozen=True):
    """A sequence of steps and what to make of their values; ``None`` from the action means no reading."""

    steps: tuple[Step, ...]
    action: Action


class Grammar:
    """Rules by name; earlier rules win over later ones that end at the same place."""

    def __init__(self, rules: Mapping[str, tuple[tuple[str, Action], ...]]) -> None:
        self.rules = {name: tuple(_compile(text, action) for text, action in group) for name, group in rules.items()}
        self._first: dict[str, frozenset[str]] = {}
        self._starts = {
            name: tuple((rule, self._starts_of(rule)) for rule in group) for name, group in self.rules.items()
        }
        self._fitting: dict[tuple[str, frozenset[str]], tuple[Rule, ...]] = {}

    def first(self, symbol: str) -> frozenset[str]:
        """The classes of words that a symbol can begin with."""
        if symbol not in self.rules:
            return frozenset({symbol})
        if symbol not in self._first:
            self._first[symbol] = frozenset()
            self._first[symbol] = frozenset().union(*(self._starts_of(rule) for rule in self.rules[symbol]))
        return self._first[symbol]

    def fitting(self, symbol: str, classes: frozenset[str]) -> tuple[Rule, ...]:
        """The rules of a symbol that may begin with words of these classes, in order."""
        key = (symbol, classes)
        if key not in self._fitting:
            self._fitting[key] = tuple(rule for rule, starts in self._starts[symbol] if not starts.isdisjoint(classes))
        return self._fitting[key]

    def _starts_of(self, rule: Rule) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for step in rule.steps:
            found |= self.first(step.symbol)
            if not step.optional:
                return found
        raise ValueError(f"a rule may not be empty: {rule.steps}")


class Reader:
    """Reads one stretch of words with a grammar; ``units[i]`` maps classes to (end, value) of the words at ``i``."""

    def __init__(self, grammar: Grammar, units: list[Units]) -> None:
        self._grammar, self._units = grammar, units
        self._classes = [frozenset(here) for here in units]
        self._memory: dict[tuple[str, int], tuple[Found, ...]] = {}

    def read(self, symbol: str, position: int) -> tuple[Found, ...]:
        """All (end, value) of a symbol at a position, one for each end."""
        if position >= len(self._units):
            return ()
        if symbol not in self._grammar.rules:
            return self._units[position].get(symbol, ())
        key = (symbol, position)
        if key not in self._memory:
            self._memory[key] = ()
            rules = self._grammar.fitting(symbol, self._classes[position])
            if rules:
                self._memory[key] = self._read_rules(rules, position)
        return self._memory[key]

    def _read_rules(self, rules: tuple[Rule, ...], position: int) -> tuple[Found, ...]:
        found: dict[int, Any] = {}
        for rule in rules:
            for end, values in self._follow(rule.steps, 0, position):
                if end not in found and (value := rule.action(values)) is not None:
                    found[end] = value
        return tuple(found.items())

    def _follow(self, steps: tuple[Step, ...], number: int, position: int) -> list[tuple[int, Values]]:
        if number == len(steps):
            return [(position, {})]
        step = steps[number]
        results = []
        for end, value in self.read(step.symbol, position):
            for last, values in self._follow(steps, number + 1, end):
                if step.name in SPANNED:
                    values = {f"{step.name}_at": (position, end), **values}
                results.append((last, {step.name: value, **values}))
        if step.optional:
            results += self._follow(steps, number + 1, position)
        return results


def _compile(text: str, action: Action) -> Rule:
    steps = []
    for word in text.split():
        name, _, symbol = word.rstrip("?").rpartition("=")
        steps.append(Step(name or symbol, symbol, word.endswith("?")))
    return Rule(tuple(steps), action)
