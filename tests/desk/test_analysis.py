"""Reports read in a process of their own."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from cronistoria.desk.analysis import Aside, AtOnce, Pasted
from cronistoria.errors import BusyError, CronistoriaError, InputError, ModelError
from cronistoria.ingest.document import Given
from cronistoria.model.report import Report
from cronistoria.reader import Reader
from tests.sample import SilentAnalyser
from tests.store.made import made_report

GIVEN = Given()


def make_worker() -> Callable[[Pasted], Report]:
    return _work


def _work(pasted: Pasted) -> Report:
    match pasted.text:
        case "sleep":
            time.sleep(60)
        case "die":
            os._exit(1)
        case "bad":
            raise InputError("text: holds no text")
        case "defect":
            raise ZeroDivisionError
    return made_report(pasted.text)


@pytest.fixture(scope="module")
def aside() -> Iterator[Aside]:
    with closing(Aside(make_worker, waiting=2, seconds=20)) as analysis:
        yield analysis


def test_a_report_comes_back(aside: Aside) -> None:
    assert aside.submit(Pasted("Alba calls Borea.", GIVEN)).result(30).records


@pytest.mark.parametrize(
    ("text", "error", "reason"),
    [
        ("bad", InputError, "holds no text"),
        ("defect", CronistoriaError, "internal error.*ZeroDivisionError"),
        ("die", InputError, "was ended"),
    ],
)
def test_what_goes_wrong_is_told_and_the_next_is_read(
    aside: Aside, text: str, error: type[Exception], reason: str
) -> None:
    with pytest.raises(error, match=reason):
        aside.submit(Pasted(text, GIVEN)).result(30)
    assert aside.submit(Pasted("Alba calls Borea.", GIVEN)).result(30).records


def make_no_worker() -> Callable[[Pasted], Report]:
    raise ModelError("model: is damaged")


def test_what_cannot_be_loaded_is_told_every_time() -> None:
    with closing(Aside(make_no_worker)) as analysis:
        for _ in range(2):
            with pytest.raises(ModelError, match="is damaged"):
                analysis.submit(Pasted("Alba calls Borea.", GIVEN)).result(60)


def test_few_may_wait_and_none_takes_too_long() -> None:
    with closing(Aside(make_worker, waiting=1, seconds=0.2)) as analysis:
        jobs = [analysis.submit(Pasted("sleep", GIVEN))]
        with pytest.raises(BusyError) as busy:
            for _ in range(3):
                jobs.append(analysis.submit(Pasted("sleep", GIVEN)))
        assert busy.value.retry_after > 0
        with pytest.raises(InputError, match=r"takes more than 0\.2 seconds"):
            jobs[0].result(30)


def test_at_once() -> None:
    analysis = AtOnce(Reader(analyser=SilentAnalyser()))  # type: ignore[arg-type]
    assert analysis.submit(Pasted("Alba calls Borea.", Given(language="en"))).result().document.language == "en"
    with pytest.raises(InputError):
        analysis.submit(Pasted(" ", GIVEN)).result()
