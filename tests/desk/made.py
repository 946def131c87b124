"""A desk over a small chronicle in memory, which reads nothing but finds a call in every text."""

from concurrent.futures import Future

from cronistoria.build.keeping import add_report
from cronistoria.desk.analysis import Pasted
from cronistoria.desk.desk import Desk
from cronistoria.errors import InputError
from cronistoria.model.report import Report
from cronistoria.store.memory import MemoryStore
from tests.store.made import made_report

NOW = "2031-05-09T10:00:00+00:00"
REPORTS = (
    made_report("Alba calls in Örebro Borea.", outlet="Post", called="03", place="Örebro"),
    made_report("Alba ruft an: Borea.", outlet="Blatt", language="de", called="05"),
    made_report("Cerva phones up Delta.", outlet=None),
)


class Calls:
    """An analysis that takes the first word of a text for the caller and the last for the called."""

    def submit(self, pasted: Pasted) -> "Future[Report]":
        done: Future[Report] = Future()
        if len(pasted.text.split()) < 3:
            done.set_exception(InputError("text: holds no report"))
        else:
            done.set_result(made_report(pasted.text, outlet=pasted.given.publisher, called="04"))
        return done

    def close(self) -> None:
        pass


def made_store() -> MemoryStore:
    """Three reports, merged."""
    store = MemoryStore()
    for report in REPORTS:
        add_report(store, report)
    return store


def made_desk(store: MemoryStore | None = None) -> Desk:
    return Desk(store or made_store(), Calls(), clock=lambda: NOW)
