"""What each feature looks at in a sketch: of two sketches that look alike to a feature it says the same of any third.

A thousand statements of one side have few speakers and few days, so that a feature is asked about few pairs of them.
"""

from collections.abc import Hashable

from cronistoria.merge.bounds import bounds_of
from cronistoria.merge.sketch import Sketch
from cronistoria.model.record import Contact, Deployment, Event


def days(sketch: Sketch) -> Hashable:
    """When it is; of the date what tells its zone."""
    date, window = sketch.record.date, sketch.window
    told = date and (date.precision, date.edtf, date.start, date.end)
    return window and (window.first, window.last, window.dated), told


def publication(sketch: Sketch) -> Hashable:
    """When it was told, and whether its day is known without."""
    window = sketch.window
    return sketch.published, window and (window.dated, window.fine)


def parties(sketch: Sketch) -> Hashable:
    """Who takes part."""
    return sketch.who, sketch.sides, sketch.persons


def doers(sketch: Sketch) -> Hashable:
    """Who does it or says it; of nobody who is named, what they are called."""
    return sketch.who, sketch.sides, sketch.persons, None if sketch.sides else _label(sketch)


def sides(sketch: Sketch) -> Hashable:
    """The states and bodies that do it."""
    return sketch.sides


def targets(sketch: Sketch) -> Hashable:
    """Whom it is for."""
    return sketch.whom, sketch.targets


def reality(sketch: Sketch) -> Hashable:
    """Whether it is told as something that took place."""
    return sketch.record.polarity, sketch.record.modality


def type_(sketch: Sketch) -> Hashable:
    """Of what type it is."""
    return sketch.type


def asking(sketch: Sketch) -> Hashable:
    """Who asked for it."""
    return isinstance(sketch.record, Contact) and sketch.record.requested_by


def duration(sketch: Sketch) -> Hashable:
    """How long it was."""
    return isinstance(sketch.record, Contact) and bounds_of(sketch.record.duration)


def place(sketch: Sketch) -> Hashable:
    """Where it was."""
    found = sketch.record.place
    return found and (found.name, found.country)


def quantity(sketch: Sketch) -> Hashable:
    """How many forces."""
    return isinstance(sketch.record, Deployment) and bounds_of(sketch.record.quantity)


def casualties(sketch: Sketch) -> Hashable:
    """How many died."""
    record = sketch.record
    return isinstance(record, Event) and record.casualties and bounds_of(record.casualties.killed)


def mode(sketch: Sketch) -> Hashable:
    """The mode of a PLOVER event."""
    return sketch.record.plover and sketch.record.plover.mode


def words(sketch: Sketch) -> Hashable:
    """What its words are about."""
    return sketch.subjects, sketch.language


def document(sketch: Sketch) -> Hashable:
    """The report, where its words stand."""
    return sketch.record.id


def _label(sketch: Sketch) -> str | None:
    return getattr(sketch.record, "speaker_label", None)
