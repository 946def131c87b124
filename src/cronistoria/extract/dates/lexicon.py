"""The words of time of one language as classes at positions: lexemes come in, units that the grammar reads go out.

Month and day names are taken from CLDR, all other words from the language's table. Built once a language and kept.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from babel import Locale

from cronistoria.extract.dates.engine import Found
from cronistoria.extract.dates.lexing import Lexeme, split_entry
from cronistoria.extract.dates.numerals import ROMAN, Segmenter, roman_number, shape_units
from cronistoria.languages.dates import DateSwitches, DateWords, load_date_words
from cronistoria.model.timex import Length, Point, Relation

Positions = list[dict[str, tuple[Found, ...]]]
_Entry = tuple[tuple[str, ...], str, object]

NOTHING: dict[str, tuple[Found, ...]] = {}
_LONGEST_INFLECTION = 3
PHASES = frozenset({"START", "MID", "END"})
NAMES = frozenset({"month", "month_short", "weekday", "weekday_short"})
VALUED = (
    "ordinals", "round_numbers", "quarter_hours", "repeated", "seasons", "parts", "part_words", "feasts",
    "decades", "phases", "references", "sets", "zones", "bounds", "bounds_after",
)  # fmt: skip
PLAIN = (
    "vague_numbers", "one", "half", "and_half", "decade_words", "year_words", "every", "per", "last", "latest", "next",
    "this", "that", "previous", "following", "before_after_unit", "after_after_unit", "ago",
    "hence_before", "hence_maybe", "ago_before", "later_before", "year_after", "hour_after", "half_to",
    "past_before", "to_before",
    "night_to", "month_words", "day_words", "day_article", "day_after", "all_of", "second_last",
    "second_next", "rate", "decade_after", "last_many", "next_many",
    "number_and", "that_after",
    "through_words",
    "hence_after", "earlier", "later", "before", "after", "beginning", "determiners", "of", "inside", "at_day",
    "at_clock", "hour_words", "oclock", "am", "pm", "past_hour", "to_hour", "start_words", "end_words", "between",
    "conjunction", "or_words", "phase_adverbs", "consecutive", "duration_words",
)  # fmt: skip
CLOCK_NAMES = ("noon", "midnight")
MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "|": "bar", ".": "dot", "(": "bar", "/": "slash"}


TELLING = frozenset({
    "month", "month_short", "weekday", "weekday_short", "unit_one", "unit_many", "deictic", "seasons", "parts",
    "part_words", "weekday_part", "length_word", "feasts", "references", "sets",
    "day_point", "day_month_number", "month_point", "year", "short_year",
    "decade", "decades", "clock_colon", "clock_dot", *CLOCK_NAMES,
})  # fmt: skip
BEFORE_HOURS = frozenset({"at_clock", "hour_words"})
HOURS = frozenset({"integer", "number_word"})
HALVES = frozenset({"am", "pm"})
DAYS = frozenset({"integer", "ordinal_number"})


class Lexicon:
    """What the words of one language mean to the grammar."""

    def __init__(self, language: str, words: DateWords) -> None:
        self.words = words
        self.switches: DateSwitches = words.switches
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._add_names(language)
        self._add_words()
        self._ambiguous = frozenset(words.ambiguous)
        self._segmenter = Segmenter(words)
        self._cuts_words = words.switches.glued_numbers or bool(words.length_endings)
        self._relations: dict[str, list[tuple[tuple[str, ...], Relation]]] = defaultdict(list)
        for entry, relation in words.relations.items():
            self._relations[split_entry(entry)[0]].append((split_entry(entry), relation))
        self._outside = frozenset(map(split_entry, words.outside))
        self._longest_outside = max(map(len, self._outside), default=0)
        self._blocked: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for forms in map(split_entry, words.blocked):
            self._blocked[forms[0]].append(forms)

    def units(self, lexemes: list[Lexeme]) -> Positions:
        """For each lexeme, the classes of the words that begin there, with their ends and values."""
        forms = [lexeme.form for lexeme in lexemes]
        blocked = self._blocked_positions(forms)
        return [
            self._units_at(lexemes, forms, i) if self._may_tell(lexeme) and i not in blocked else NOTHING
            for i, lexeme in enumerate(lexemes)
        ]

    def telling_runs(self, units: Positions) -> Iterator[tuple[int, int]]:
        """The runs ``[first, end)`` of known words that hold at least one that tells of time."""
        first, reach, tells, hours, number, article = 0, 0, False, False, False, False
        for index, here in enumerate(units):
            if not here and index >= reach:
                if tells:
                    yield first, index
                first, tells = index + 1, False
                continue
            reach = max(reach, *(end for found in here.values() for end, _ in found)) if here else reach
            tells = tells or not TELLING.isdisjoint(here) or (hours and not HOURS.isdisjoint(here))
            tells = tells or (number and not HALVES.isdisjoint(here)) or (article and not DAYS.isdisjoint(here))
            number = not HOURS.isdisjoint(here)
            article = "day_article" in here or (article and index < reach)
            hours = not BEFORE_HOURS.isdisjoint(here) or (hours and index < reach)
        if tells:
            yield first, len(units)

    def _units_at(self, lexemes: list[Lexeme], forms: list[str], index: int) -> dict[str, tuple[Found, ...]]:
        form = forms[index]
        found: dict[str, tuple[Found, ...]] = {}
        for entry, name, value in self._entries.get(form, ()):
            end = index + len(entry)
            if tuple(forms[index:end]) == entry and self._is_written_so(name, lexemes[index], form):
                found[name] = (*found.get(name, ()), (end, value))
        if form.isdigit() or form == "'":
            shape_units(lexemes, index, self.words, found)
        elif not found and self.switches.glued_numbers and (number := self._segmenter.number(form)):
            found["number_word"] = ((index + 1, number),)
        elif not found and self.switches.glued_numbers and (ordinal := self._ordinal(form)):
            found["ordinals"] = ((index + 1, ordinal),)
        if self.words.length_endings and (length := self._length_word(form)):
            found["length_word"] = ((index + 1, length),)
        if "unit_many" in found and "unit_one" not in found:
            found["unit_only_many"] = found["unit_many"]
        if mark := MARKS.get(form):
            found[mark] = ((index + 1, form),)
        if lexemes[index].capital and (roman := roman_number(form, self.words.ordinal_suffixes)):
            found["roman"] = ((index + 1, roman),)
        return found

    def _may_tell(self, lexeme: Lexeme) -> bool:
        """Whether a word begins an entry, or may be a number, a mark, or made of parts."""
        form = lexeme.form
        if form in self._entries or not form.isalpha():
            return True
        return self._cuts_words or (lexeme.capital and form[0] in ROMAN)

    def _ordinal(self, form: str) -> int | None:
        """The number of an ordinal that is written as one word: "neunundzwanzigsten"."""
        cut = (form.removesuffix(ending) for ending in self.words.ordinal_suffixes if form.endswith(ending))
        return next(filter(None, map(self._segmenter.number, cut)), None)

    def _length_word(self, form: str) -> Length | None:
        """The length that one word says: "dreitägig", "трёхдневный"."""
        for ending, unit in self.words.length_endings.items():
            before, found, after = form.partition(ending)
            number = self.words.cardinals.get(before) or self.words.number_stems.get(before)
            if found and len(after) <= _LONGEST_INFLECTION and number:
                return Length(parts=((number, unit),))
        return None

    def _is_written_so(self, name: str, lexeme: Lexeme, form: str) -> bool:
        return name not in NAMES or lexeme.capital or not self.switches.names_capitalised

    def is_ambiguous(self, form: str) -> bool:
        """Whether a name of a month or season is as well another word ("may", "march")."""
        return form in self._ambiguous

    def begin(self, lexemes: list[Lexeme], first: int, end: int) -> int:
        """Where an expression begins once the prepositions before it are left out."""
        while first < end - 1:
            for size in range(min(self._longest_outside, end - 1 - first), 0, -1):
                after = lexemes[first + size].form
                forms = tuple(lexeme.form for lexeme in lexemes[first : first + size])
                if forms in self._outside and (after.isalnum() or after == "'"):
                    first += size
                    break
            else:
                return first
        return first

    def relation_at(self, forms: list[str], index: int) -> tuple[int, Relation] | None:
        """The longest preposition of time that begins at a lexeme: the lexeme past it and its relation."""
        fitting = [
            (index + len(entry), relation)
            for entry, relation in self._relations.get(forms[index], ())
            if tuple(forms[index : index + len(entry)]) == entry
        ]
        return max(fitting, default=None)

    def _blocked_positions(self, forms: list[str]) -> frozenset[int]:
        blocked: set[int] = set()
        for index, form in enumerate(forms):
            for entry in self._blocked.get(form, ()):
                if tuple(forms[index : index + len(entry)]) == entry:
                    blocked.update(range(index, index + len(entry)))
        return frozenset(blocked)

    def _add(self, entry: str, name: str, value: object) -> None:
        forms = split_entry(entry)
        if (forms, name, value) not in self._entries[forms[0]]:
            self._entries[forms[0]].append((forms, name, value))

    def _add_names(self, language: str) -> None:
        locale = Locale.parse(language)
        for kind, names in (("month", locale.months), ("weekday", locale.days)):
            for context in ("format", "stand-alone"):
                for number, name in names[context]["wide"].items():
                    self._add(name, kind, number)
                for number, name in names[context]["abbreviated"].items():
                    bare = name.rstrip(".")
                    if len(bare) > 1 and bare not in names[context]["wide"].values():
                        self._add(bare, f"{kind}_short", number)
                        self._add(f"{bare}.", f"{kind}_short", number)
        for kind, table, whole in (
            ("month", self.words.months, locale.months), ("weekday", self.words.weekdays, locale.days),
        ):  # fmt: skip
            cldr = [name.lower() for context in whole.values() for name in context["wide"].values()]
            for name, number in table.items():
                short = name.endswith(".") or any(other.startswith(name) and other != name for other in cldr)
                self._add(name, f"{kind}_short" if short else kind, number)

    def _add_words(self) -> None:
        words = self.words
        for field in PLAIN:
            for entry in getattr(words, field):
                self._add(entry, field, entry)
        for field in VALUED:
            for entry, value in getattr(words, field).items():
                self._add(entry, value if value in CLOCK_NAMES else field, value)
        for entry, unit in words.length_words.items():
            self._add(entry, "length_word", Length(parts=((None, unit),)))
        for entry, amount in words.fractions.items():
            self._add(entry, "decimal", amount)
        for entry, number in words.cardinals.items():
            self._add(entry, "number_word", number)
        for name, unit_forms in words.units.items():
            for entry in unit_forms.singular:
                self._add(entry, "unit_one", name)
            for entry in unit_forms.plural:
                self._add(entry, "unit_many", name)
        for entry, text in words.deictic.items():
            self._add(entry, "deictic", read_deictic(text))
        if self.switches.glued_parts:
            self._add_glued_parts()

    def _add_glued_parts(self) -> None:
        """Weekdays and parts of the day written as one ("Donnerstagabend")."""
        weekdays = [(entry, v) for found in self._entries.values() for entry, kind, v in found if kind == "weekday"]
        for entry, weekday in weekdays:
            for part, value in self.words.parts.items():
                if len(entry) == 1 and part.isalpha():
                    self._add(entry[0] + part, "weekday_part", Point(weekday=weekday, part=value))  # type: ignore[arg-type]


def read_deictic(text: str) -> Point:
    """The point that a table value such as ``event +1 day MO`` stands for."""
    parts = text.split()
    anchor = "event" if parts[0] == "event" else "document"
    shift, unit, *part = parts[1:] if anchor == "event" else parts
    field = "phase" if part and part[0] in PHASES else "part"
    return Point(anchor=anchor, shift=int(shift), unit=unit, **{field: part[0] if part else None})  # type: ignore[arg-type]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language."""
    return Lexicon(language, load_date_words(language))
