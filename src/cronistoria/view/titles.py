"""Titles: one generated sentence for an entry, from its fields alone, in the reader's language.

No word of a report goes into a title except names of places; what words are about is said by the names of subjects.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cronistoria.languages.labels import Labels
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.sketch import COMING
from cronistoria.merge.subjects import subjects_of
from cronistoria.model.entry import Entry
from cronistoria.model.record import Contact, Deployment, Event, Position, Quantity
from cronistoria.reference.bodies import load_bodies
from cronistoria.view.naming import Naming

_MOST_SUBJECTS = 3
_FORMS = 2
_PLACE = re.compile(r"\{([\w:]+)\}")
_COUNTED = COMING - {"scheduled"}


class Titles:
    """Writes titles in one language."""

    def __init__(self, naming: Naming, labels: Labels) -> None:
        self._naming, self._words = naming, naming.labels
        self._labels = labels

    def title(self, chapter: Chapter) -> str:
        """The sentence for an entry."""
        entry = chapter.entry
        said = self._sentence(chapter)
        said = said[:1].upper() + said[1:]
        match chapter.tellings[0].record:
            case Contact():
                said = self._contact_details(said, chapter)
            case Position():
                said = self._position_details(said, chapter)
            case Deployment():
                said = self._quantity(chapter, said, self._words.amount, _forces(chapter))
            case Event():
                said = self._quantity(chapter, said, self._words.toll, _killed(chapter))
            case _:
                said = self._about(said, self._words.subjects, _subjects(chapter))
        if entry.place and not isinstance(chapter.tellings[0].record, Position):
            said = self._words.at.format(title=said, place=self.place(chapter))
        return self._reality(said, entry)

    def _sentence(self, chapter: Chapter) -> str:
        entry = chapter.entry
        who, whom = self._naming.main(entry.actors), self._naming.main(entry.recipients)
        if not who:
            return self._fill("unnamed_statement" if entry.kind == "statement" else "unknown", who, whom, chapter)
        key = self._key(chapter)
        return self._fill(key if key in self._words.sentences else "unknown", who, whom, chapter)

    def _key(self, chapter: Chapter) -> str:
        """Which sentence: an appointment's by its status, all others by their type."""
        record = chapter.tellings[-1].record
        if isinstance(record, Contact) and chapter.strand == "appointment":
            return record.status if record.status in COMING else "scheduled"
        return chapter.entry.type or chapter.entry.kind

    def _fill(self, key: str, who: Sequence[str], whom: Sequence[str], chapter: Chapter) -> str:
        naming, entry = self._naming, chapter.entry
        template = self._template(key, who)
        type_ = entry.type or entry.kind

        def value(match: re.Match[str]) -> str:
            """What stands in a place of the template."""
            preposition, _, rest = match[1].rpartition(":")
            match rest:
                case "whom" | "rest":
                    return naming.row(whom if rest == "whom" else who[1:], preposition)
                case "who":
                    return naming.row(who)
                case "first":
                    return naming.noun(who[0])
                case "word":
                    return self._word(entry)
                case _:
                    nouns = self._words.nouns if rest == "noun" else self._words.bare_nouns
                    return str(nouns.get(type_, ""))  # type: ignore[call-overload]  # other types have none

        return " ".join(_PLACE.sub(value, template).split())

    def _template(self, key: str, who: Sequence[str]) -> str:
        """The form that agrees: by how many there are or, of four forms, also by whether the first is a plural."""
        forms, naming = self._words.sentences[key], self._naming
        if len(forms) > _FORMS:
            return forms[int(len(who) > 1) + _FORMS * int(naming.is_plural(who[:1]))]
        return forms[int(len(who) > 1 if key in _COUNTED else naming.is_plural(who))]

    def _word(self, entry: Entry) -> str:
        """The name of the kind of thing, for what nobody is named in."""
        labels, type_ = self._labels, entry.type or ""
        for table in (labels.channel, labels.position, labels.posture, labels.event):
            if type_ in table:
                return str(table[type_])  # type: ignore[index]  # keys are words of the contract
        return self._words.headings["statements"]

    def _contact_details(self, said: str, chapter: Chapter) -> str:
        askers = Counter(
            r.requested_by for t in chapter.tellings if isinstance(r := t.record, Contact) and r.requested_by
        )
        sides = [d for d in chapter.entry.disagreements if d.field == "requested_by"]
        if askers and not sides and chapter.strand == "contact":
            asker = min(askers, key=lambda actor: (-askers[actor], actor))
            said = self._words.on_request.format(title=said, asker=self._naming.noun(asker, "of"))
        return said

    def _position_details(self, said: str, chapter: Chapter) -> str:
        said = self._about(said, self._words.subjects, _subjects(chapter))
        conditions = Counter(
            subject
            for sketch in chapter.sketches
            if isinstance(sketch.record, Position) and sketch.record.condition
            for subject in subjects_of(sketch.record.condition.span.text, sketch.language)
        )
        return self._about(said, self._words.condition, conditions)

    def _about(self, said: str, template: str, subjects: Counter[str]) -> str:
        named = {s: name for s in subjects if (name := self._words.subject.get(s.removeprefix("=")))}
        ordered = sorted(named, key=lambda s: (-subjects[s], named[s]))[:_MOST_SUBJECTS]
        return template.format(title=said, subjects=", ".join(named[s] for s in ordered)) if ordered else said

    def _quantity(self, chapter: Chapter, said: str, template: str, quantity: Quantity | None) -> str:
        disputed = {"quantity", "killed"} & {d.field for d in chapter.entry.disagreements}
        if quantity is None or disputed:
            return said
        return template.format(title=said, quantity=self._naming.speaker.quantity(quantity))

    def place(self, chapter: Chapter) -> str:
        """The place of an entry that has one, as reports in the language call it, with its country."""
        place = chapter.entry.place
        assert place is not None
        language = self._naming.speaker.language
        native = (t.record.place for t in chapter.tellings if t.source.language == language and t.record.place)
        told = next((p.span.text for p in native if p.name == place.name), place.name)
        known = self._naming.speaker.place(place.name)
        own = told if known == place.name else known
        country = self._naming.speaker.territory(place.country or "")
        state = load_bodies().get(place.country or "")
        if country and state and state.name == place.name:
            return country
        return " ".join(own.split()) if country in (None, own) else f"{' '.join(own.split())}, {country}"

    def _reality(self, said: str, entry: Entry) -> str:
        if entry.polarity == "negated":
            said = self._words.negated.format(title=said)
        modality = self._labels.modality[entry.modality]
        if modality and not (entry.kind == "contact" and entry.modality == "planned"):
            said = self._words.modality.format(title=said, modality=modality)
        return said


def _subjects(chapter: Chapter) -> Counter[str]:
    """Subjects of what is said, by how many tellings name them."""
    conditioned = frozenset[str]().union(*(s.subjects for s in chapter.sketches)) - chapter.content
    return Counter(s for sketch in chapter.sketches for s in sketch.subjects if s not in conditioned)


def _forces(chapter: Chapter) -> Quantity | None:
    return _first(r.quantity for t in chapter.tellings if isinstance(r := t.record, Deployment))


def _killed(chapter: Chapter) -> Quantity | None:
    records = (t.record for t in chapter.tellings)
    return _first(r.casualties.killed for r in records if isinstance(r, Event) and r.casualties)


def _first(quantities: Iterable[Quantity | None]) -> Quantity | None:
    """The first that gives a number."""
    return next((q for q in quantities if q and (q.min is not None or q.max is not None)), None)
