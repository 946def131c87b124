"""The words of time of one language as classes at positions: lexemes come in, units that the grammar reads go out.

Month and day names are taken from CLDR, all other words from the language's table. Built once a language and kept.
"""

from collections import defaultdict
from functools import cache, partial

from babel import Locale
from msgspec.structs import replace

from cronistoria.extract.dates.engine import Found, Units
from cronistoria.extract.dates.entries import Entries, Remembered
from cronistoria.extract.dates.lexing import Lexemes, split_entry, stands_alone
from cronistoria.extract.dates.numerals import ROMAN, roman_number, shape_units
from cronistoria.extract.dates.signs import DIGITS, KNOWN, SELF, listed_signs, sign_of
from cronistoria.extract.dates.word_parts import WordParts
from cronistoria.languages.dates import DateSwitches, DateWords, load_date_words
from cronistoria.model.timex import Length, Point, Relation
from cronistoria.reference.date_order import DateOrder

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
    "conjunction", "or_words", "phase_adverbs", "consecutive", "duration_words", "starting", "every_other",
    "quarter_letters", "half_letters", "at_ordinal", "halves",
)  # fmt: skip
CLOCK_NAMES = ("noon", "midnight")
MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "|": "bar", ".": "dot", "(": "bar", "/": "slash"}
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

QUARTERS, HALVES = 4, 2
NUMERAL_MARKS = frozenset("'h°ºª^")


class Words(Units):
    """Units with the size of the longest, and what they are signs of."""

    __slots__ = ("longest", "signs")

    def __init__(self, classes: dict[str, tuple[Found, ...]]) -> None:
        super().__init__(classes)
        signs, sizes = 0, [0]
        for name, found in classes.items():
            signs |= sign_of(name)
            sizes += [size for size, _ in found]
        self.signs, self.longest = signs, max(sizes)


Positions = list[Words]
NOTHING = Words({})


class Lexicon:
    """What the words of one language mean to the grammar."""

    def __init__(self, language: str, words: DateWords) -> None:
        self.words = words
        self.switches: DateSwitches = words.switches
        self._entries = Entries()
        self._add_names(language)
        self._add_words()
        self._months = frozenset(one.forms[0] for one in self._entries if one.name in ("month", "month_short"))
        self._signs = Remembered(self._sign)
        suffixes = *words.ordinal_suffixes, *words.decade_suffixes
        self._listed = dict.fromkeys((*self._entries.inner, *NUMERAL_MARKS, *MARKS, *FRACTIONS, *suffixes), KNOWN)
        for form, signs in listed_signs((one.forms, one.name) for one in self._entries):
            self._listed[form] = self._listed.get(form, 0) | signs
        self._needs_capital = words.switches.names_capitalised
        self._ambiguous = frozenset(words.ambiguous)
        self._letters = {
            **dict.fromkeys(words.quarter_letters, ("quarter", QUARTERS)),
            **dict.fromkeys(words.half_letters, ("half", HALVES)),
        }
        self._parts = WordParts(words)
        self._known = Remembered(self._classes)
        self._alone = Remembered(partial(self._known_alone, capital=False))
        self._alone_capital = Remembered(partial(self._known_alone, capital=True))
        self._numbers = Remembered(self._number)
        self._relations: dict[str, list[tuple[tuple[str, ...], Relation]]] = defaultdict(list)
        for entry, relation in words.relations.items():
            self._relations[split_entry(entry)[0]].append((split_entry(entry), relation))
        self._outside = frozenset(map(split_entry, words.outside))
        joining = (*words.of, *words.before, *words.after)
        self.event_cases = frozenset(entry.split()[0] for entry in joining).difference(words.inside)
        self._longest_outside = max(map(len, self._outside), default=0)
        self._blocked: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        for forms in map(split_entry, words.blocked):
            longest = max(forms, key=len)
            self._blocked[longest].append((forms.index(longest), forms))

    def signs(self, forms: list[str]) -> list[int]:
        """What each form is a sign of, as bits; 0 for an unknown one."""
        return list(map(self._signs.__getitem__, forms))

    def units(self, lexemes: Lexemes, known: list[tuple[int, int]]) -> Positions:
        """For each lexeme of the known runs, the classes of the words that begin there, with their sizes and values."""
        forms = lexemes.forms
        blocked = self._blocked_positions(forms)
        found = [NOTHING] * len(forms)
        for first, end in known:
            for index in range(first, end):
                if index not in blocked:
                    alone = self._alone_capital if lexemes.is_capital(index) else self._alone
                    found[index] = alone[forms[index]] or self._units_at(lexemes, index)
        return found

    def _known_alone(self, form: str, *, capital: bool) -> Words | None:
        """What a word is, where that does not depend on the words behind it."""
        if form in self._letters or form.isdecimal() or form == "'" or self._entries.opens(form):
            return None
        return self._known[(form,), capital]

    def _units_at(self, lexemes: Lexemes, index: int) -> Words:
        forms = lexemes.forms
        form = forms[index]
        if form.isdecimal() and not self._entries.opens(form) and stands_alone(lexemes, index):
            return self._numbers[form]
        known = self._known[self._entries.window(forms, index), lexemes.is_capital(index)]
        if form in self._letters:
            return self._lettered(lexemes, index) or known
        if not form.isdecimal() and not (form == "'" and lexemes.form(index + 1).isdecimal()):
            return known
        found = dict(known)
        shape_units(lexemes, index, self.words, found, dated=self._follows_month(forms, index))
        return Words(found)

    def _number(self, form: str) -> Words:
        """What digits are that stand alone."""
        found = dict(self._known[(form,), False])
        shape_units(Lexemes(form, [form], [0, 0, len(form)]), 0, self.words, found)
        return Words(found)

    def _follows_month(self, forms: list[str], index: int) -> bool:
        """Whether digits are joined to a month: "Dec-2018", "Sep-23-2020"."""
        dashes = [index - 1] if index < 4 or forms[index - 3] != "-" else [index - 1, index - 3]
        return any(at > 0 and forms[at] == "-" and forms[at - 1] in self._months for at in dashes)

    def _lettered(self, lexemes: Lexemes, index: int) -> Words | None:
        """A quarter or half of a year as a letter with a number: "Q3"."""
        after = lexemes.form(index + 1)
        unit, most = self._letters[lexemes.forms[index]]
        if not after.isdecimal() or lexemes.has_gap(index + 1) or not 1 <= int(after) <= most:
            return None
        number = int(after)
        point = Point(quarter=number) if unit == "quarter" else Point(half=number)
        return Words({"lettered": ((2, point),)})

    def _classes(self, key: tuple[tuple[str, ...], bool]) -> Words:
        """What a word is by the words from it on: classes with their sizes and values."""
        window, capital = key
        form = window[0]
        found: dict[str, tuple[Found, ...]] = {}
        for entry in self._entries.beginning(window):
            if capital or not self._needs_capital or entry.name not in NAMES:
                found[entry.name] = (*found.get(entry.name, ()), (len(entry.forms), entry.value))
        for name, value in self._parts.meanings(form):
            if name == "length_word" or not found:
                found[name] = ((1, value),)
        if "unit_many" in found and "unit_one" not in found:
            found["unit_only_many"] = found["unit_many"]
        if mark := MARKS.get(form):
            found[mark] = ((1, form),)
        if fraction := FRACTIONS.get(form):
            found["fraction"] = ((1, fraction),)
        if capital and form[0] in ROMAN and (roman := roman_number(form, self.words.ordinal_suffixes)):
            found["roman"] = ((1, roman),)
        return Words(found) if found else NOTHING

    def _sign(self, form: str) -> int:
        """What a word is a sign of, in any of its meanings; 0 for an unknown one."""
        if form.isdecimal():
            return DIGITS
        signs = self._listed.get(form, 0)
        if not signs & SELF:
            for name, _ in self._parts.meanings(form):
                signs |= sign_of(name)
        return signs or (KNOWN if form[0] in ROMAN and roman_number(form, self.words.ordinal_suffixes) else 0)

    def is_ambiguous(self, form: str) -> bool:
        """Whether a name of a month or season is as well another word ("may", "march")."""
        return form in self._ambiguous

    def begin(self, lexemes: Lexemes, first: int, end: int) -> int:
        """Where an expression begins once the prepositions before it are left out."""
        forms = lexemes.forms
        while first < end - 1:
            for size in range(min(self._longest_outside, end - 1 - first), 0, -1):
                after = forms[first + size]
                if tuple(forms[first : first + size]) in self._outside and (after.isalnum() or after == "'"):
                    first += size
                    break
            else:
                return first
        return first

    def relation_at(self, forms: list[str], index: int) -> tuple[int, Relation] | None:
        """The longest preposition of time that begins at a lexeme: the lexeme past it and its relation."""
        entries = self._relations.get(forms[index])
        if entries is None:
            return None
        fitting = [
            (index + len(entry), relation)
            for entry, relation in entries
            if tuple(forms[index : index + len(entry)]) == entry
        ]
        return max(fitting, default=None)

    def _blocked_positions(self, forms: list[str]) -> frozenset[int]:
        if self._blocked.keys().isdisjoint(forms):
            return frozenset()
        blocked: set[int] = set()
        for index in [index for index, form in enumerate(forms) if form in self._blocked]:
            for place, entry in self._blocked[forms[index]]:
                first, end = index - place, index - place + len(entry)
                if first >= 0 and tuple(forms[first:end]) == entry:
                    blocked.update(range(first, end))
        return frozenset(blocked)

    def _add(self, entry: str, name: str, value: object) -> None:
        self._entries.add(split_entry(entry), name, value)

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
        for entry, unit in words.half_words.items():
            self._add(entry, "length_word", Length(parts=((0.5, unit),)))
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
        weekdays = [(one.forms, one.value) for one in self._entries if one.name == "weekday"]
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
def load_lexicon(language: str, order: DateOrder | None = None) -> Lexicon:
    """The lexicon of a language, whose numeric dates are read in the order that a report has, if that is known."""
    words = load_date_words(language)
    if order is None:
        return Lexicon(language, words)
    return Lexicon(language, replace(words, switches=replace(words.switches, numeric_order=order, order_varies=False)))
