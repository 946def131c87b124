"""Records as items: one function a kind, each from a record to what a reader sees of it."""

import msgspec

from cronistoria.export.outline import Evidence, Fact, Item
from cronistoria.export.phrases import Speaker, make_speaker
from cronistoria.export.places import TextPlaces, text_places
from cronistoria.model.dates import Date
from cronistoria.model.record import Contact, Deployment, Event, Position, Record, Statement
from cronistoria.model.report import Report
from cronistoria.model.span import Span

_LONGEST_EVIDENCE = 110
_LONGEST_CONTENT = 420
_ARROW = " → "
_DOT = " · "


class Teller(msgspec.Struct, frozen=True):
    """Tells the records of one report: how things are said, where words stand, and explanations by record id.

    ``native``: the labels are in the report's own language, so that places are called as the report calls them.
    """

    say: Speaker
    places: TextPlaces
    text: str
    explanations: dict[str, tuple[str, ...]]
    native: bool

    def item(self, record: Record) -> Item:
        """What a reader sees of a record."""
        match record:
            case Contact():
                return self._contact(record)
            case Statement():
                return self._statement(record)
            case Position():
                return self._position(record)
            case Deployment():
                return self._deployment(record)
            case Event():
                return self._event(record)

    def quoted(self, span: Span, limit: int = _LONGEST_CONTENT) -> str:
        """Words in the quotation marks of the labels, on one line, cut if they are long."""
        phrases = self.say.labels.phrases
        return f"{phrases.quote_open}{_cut(_flat(span.text).strip(_MARKS), limit)}{phrases.quote_close}"

    def deadline(self, position: Position) -> Item:
        """A position seen from its deadline."""
        item = self._position(msgspec.structs.replace(position, deadline=None))
        return msgspec.structs.replace(item, title=_DOT.join(filter(None, (self._when(position.deadline), item.title))))

    def _contact(self, record: Contact) -> Item:
        labels = self.say.labels
        forms = labels.status[record.status]
        status = forms[min(labels.channel_agreement.get(record.channel, 0), len(forms) - 1)]
        facts = labels.facts
        return self._item(
            record,
            _DOT.join(filter(None, (labels.channel[record.channel], status, self._when(record.date)))),
            Fact(None, self.say.parties(record.participants, full=True)),
            Fact(facts.requested_by, self.say.actor(record.requested_by) if record.requested_by else ""),
            Fact(facts.duration, self.say.duration(record.duration) if record.duration else ""),
            Fact(facts.place, self._place(record)),
            Fact(facts.topics, "; ".join(self.quoted(topic) for topic in record.topics)),
            Fact(facts.outcome, self.quoted(record.outcome) if record.outcome else ""),
        )

    def _statement(self, record: Statement) -> Item:
        labels = self.say.labels
        own_words = record.form != "indirect"
        item = self._item(
            record,
            self.quoted(record.content) if own_words else _cut(_flat(record.content.text), _LONGEST_CONTENT),
            Fact(labels.facts.via, self.say.actor(record.via) if record.via else ""),
            Fact(labels.facts.on_behalf_of, self.say.actor(record.on_behalf_of) if record.on_behalf_of else ""),
            Fact(labels.facts.audience, self.say.parties(record.audience)),
            Fact(labels.facts.date, self._when(record.date)),
        )
        form = () if record.form == "direct" else (labels.form[record.form],)
        place = self.evidence(record.content, record.content)
        return msgspec.structs.replace(item, marks=(*form, *item.marks), evidence=place, shows_words=False)

    def _position(self, record: Position) -> Item:
        labels = self.say.labels
        condition = record.condition
        hinge = _ARROW.join(self.quoted(s) for s in (condition.span if condition else None, record.consequence) if s)
        return self._item(
            record,
            _DOT.join(filter(None, (labels.position[record.type], self._who(record)))),
            Fact(None, self.quoted(record.content)),
            Fact(labels.condition[condition.sense] if condition else labels.facts.consequence, hinge),
            Fact(labels.facts.deadline, self._when(record.deadline)),
            Fact(labels.facts.date, self._when(record.date)),
        )

    def _deployment(self, record: Deployment) -> Item:
        labels = self.say.labels
        owner = self.say.actor(record.actor) if record.actor else ""
        many = self.say.quantity(record.quantity) if record.quantity else ""
        return self._item(
            record,
            _DOT.join(filter(None, (labels.posture[record.posture], owner, many, self._when(record.date)))),
            Fact(None, self.quoted(record.force)),
            Fact(labels.facts.place, self._place(record)),
            Fact(labels.facts.direction, record.direction or ""),
        )

    def _event(self, record: Event) -> Item:
        labels, code = self.say.labels, record.plover
        kind = labels.event.get(code.event, code.event) if code else ""
        mode = labels.mode.get(code.mode, code.mode) if code and code.mode else ""
        losses = record.casualties
        counted = (
            (labels.facts.killed, losses.killed if losses else None),
            (labels.facts.wounded, losses.wounded if losses else None),
            (labels.facts.missing, losses.missing if losses else None),
        )
        return self._item(
            record,
            _DOT.join(filter(None, (f"{kind} ({mode})" if mode else kind, self._who(record), self._when(record.date)))),
            Fact(labels.facts.place, self._place(record)),
            *(Fact(label, self.say.quantity(value) if value else "") for label, value in counted),
        )

    def _item(self, record: Record, title: str, *facts: Fact) -> Item:
        labels = self.say.labels
        told = " > ".join(layer.label for layer in record.attribution)
        marks = (labels.polarity[record.polarity], labels.modality[record.modality])
        return Item(
            title=title,
            marks=tuple(filter(None, marks)),
            facts=tuple(fact for fact in (*facts, Fact(labels.facts.attribution, _flat(told))) if fact.text),
            evidence=self._evidence_of(record),
            explanation=self.explanations.get(record.id, ()),
        )

    def evidence(self, whole: Span, core: Span) -> Evidence:
        """The words of ``whole`` nearest to ``core``, and where the core stands."""
        core = core if whole.contains(core) else whole
        return Evidence(_cut(self._around(whole, core), _LONGEST_CONTENT), core, self.places.place(core))

    def _evidence_of(self, record: Record) -> Evidence:
        """The words around the trigger, and the places where the record is told again."""
        first, *others = record.evidence or (record.trigger,)
        again = tuple(self.places.place(span) for span in others if not span.contains(record.trigger))
        return msgspec.structs.replace(self.evidence(first, record.trigger), more=again)

    def _around(self, whole: Span, core: Span) -> str:
        """The words of a span, on one line, cut to those nearest to its core."""
        spare = max(_LONGEST_EVIDENCE - (core.end - core.start), 0) // 2
        start, end = max(whole.start, core.start - spare), min(whole.end, core.end + spare)
        if start > whole.start:
            start = self.text.find(" ", start, core.start) + 1 or core.start
        if end < whole.end:
            end = max(self.text.rfind(" ", core.end, end), core.end)
        words = _flat(self.text[start:end])
        return ("… " if start > whole.start else "") + words + (" …" if end < whole.end else "")

    def _who(self, record: Record) -> str:
        return _ARROW.join(filter(None, (self.say.parties(record.actors), self.say.parties(record.recipients))))

    def _when(self, value: Date | None) -> str:
        return self.say.date(value) if value else ""

    def _place(self, record: Record) -> str:
        place = record.place
        if place is None:
            return ""
        name = _flat(place.span.text) if self.native else place.name
        country = self.say.territory(place.country) if place.country else None
        return name if country in (None, name) else f"{name} ({country})"


def make_teller(report: Report, language: str, explanations: dict[str, tuple[str, ...]] | None = None) -> Teller:
    """What tells a report's records in a language of labels."""
    text, native = report.document.text, report.document.language == language
    return Teller(make_speaker(report, language), text_places(text), text, explanations or {}, native)


_MARKS = "\"'«»“”„‟‘’ "


def _flat(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
