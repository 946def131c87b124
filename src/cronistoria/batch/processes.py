"""Several processes on this machine, each with a pipe of its own: who dies takes one task along, which is done again.

A process ends by itself when this one is gone, however that came about, since its pipe then closes.
"""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import cast

from cronistoria.batch.engines import Deaths, MakeWorker
from cronistoria.batch.tasks import Done, Task
from cronistoria.errors import CronistoriaError
from cronistoria.workers import defect

_PATIENCE = 5


class Processes:
    """So many processes, started when the first tasks come."""

    def __init__(self, make_worker: MakeWorker, jobs: int) -> None:
        self._make_worker, self._jobs = make_worker, jobs
        self._processes: dict[Connection, BaseProcess] = {}

    def run(self, tasks: Iterable[Task], /) -> Iterator[Done]:
        """Each free process takes the next task."""
        coming, again, deaths = iter(tasks), deque[Task](), Deaths()
        busy: dict[Connection, Task] = {}
        while True:
            while len(busy) < self._jobs and (task := again.popleft() if again else next(coming, None)):
                busy[self._hand_over(task, busy)] = task
            if not busy:
                return
            for ready in wait(list(busy)):
                connection = cast(Connection, ready)
                task = busy.pop(connection)
                try:
                    outcome = connection.recv()
                except (EOFError, OSError):
                    self._processes.pop(connection).join()
                    deaths.note(task)
                    again.append(task)
                    continue
                if isinstance(outcome, Exception):
                    raise outcome
                yield outcome

    def close(self) -> None:
        """Ends all processes, busy or not."""
        for connection, process in self._processes.items():
            connection.close()
            process.terminate()
        for process in self._processes.values():
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
        self._processes.clear()

    def _hand_over(self, task: Task, busy: dict[Connection, Task]) -> Connection:
        """Gives a task to a free process, or to a new one."""
        for connection in [known for known in self._processes if known not in busy]:
            with suppress(OSError):
                connection.send(task)
                return connection
            self._processes.pop(connection).join()
        connection = self._start()
        with suppress(OSError):  # a process that is dead already is found out when it is listened to
            connection.send(task)
        return connection

    def _start(self) -> Connection:
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self._make_worker), daemon=True)
        process.start()
        there.close()
        self._processes[here] = process
        return here


@contextmanager
def hired_processes(make_worker: MakeWorker, jobs: int) -> Iterator[Processes]:
    """Processes that are ended with the block; ``make_worker`` must be picklable."""
    processes = Processes(make_worker, jobs)
    try:
        yield processes
    finally:
        processes.close()


def _serve(connection: Connection, make_worker: MakeWorker) -> None:
    """What a process does: task after task, until nobody gives it one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    worker = None
    with suppress(EOFError, OSError):
        while True:
            task = connection.recv()
            try:
                worker = worker or make_worker()
                outcome: Done | Exception = worker(task)
            except CronistoriaError as error:
                outcome = error
            except Exception as error:
                outcome = CronistoriaError(f"{task.name}: internal error, please report it: {defect(error)}")
            connection.send(outcome)
