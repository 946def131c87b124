"""A Ray cluster (extra ``ray``): the one at an address, or one that is started on this machine for the batch.

The folder of the batch must be the same path on all machines (a shared file system). Nothing is
reported to Ray's makers.
"""

import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from cronistoria.batch.engines import Deaths, MakeWorker
from cronistoria.batch.tasks import Done, Task, Worker
from cronistoria.errors import CronistoriaError

_AHEAD = 2
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}
_kept: dict[bytes, Worker] = {}


class Cluster:
    """A cluster's workers; so many tasks are under way that none of them waits for the next."""

    def __init__(self, ray: Any, make_worker: MakeWorker, jobs: int) -> None:
        self._ray, self._jobs = ray, jobs
        self._make_worker = pickle.dumps(make_worker)
        self._do = ray.remote(num_cpus=1, max_retries=0)(do_remotely)

    def run(self, tasks: Iterable[Task], /) -> Iterator[Done]:
        """Done wherever there is room."""
        coming, again, deaths = iter(tasks), list[Task](), Deaths()
        busy: dict[Any, Task] = {}
        while True:
            while len(busy) < self._jobs * _AHEAD and (task := again.pop() if again else next(coming, None)):
                busy[self._do.remote(self._make_worker, task)] = task
            if not busy:
                return
            (ready,), _ = self._ray.wait(list(busy), num_returns=1)
            task = busy.pop(ready)
            try:
                outcome = self._ray.get(ready)
            except self._ray.exceptions.RayTaskError as error:
                raise _cause(task, error) from error
            except self._ray.exceptions.RayError:
                deaths.note(task)
                again.append(task)
                continue
            yield outcome


@contextmanager
def hired_cluster(make_worker: MakeWorker, jobs: int | None, address: str | None) -> Iterator[Cluster]:
    """The workers of a cluster; one that was started for the block is shut down with it."""
    os.environ.update(_QUIET)
    try:
        ray: Any = import_module("ray")
    except ImportError as error:
        raise CronistoriaError("--engine ray needs Ray: pip install 'cronistoria[ray]'") from error
    quiet = {"include_dashboard": False, "num_cpus": jobs} if address is None else {}
    try:
        ray.init(address=address or "local", log_to_driver=False, logging_level="ERROR", **quiet)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise CronistoriaError(f"Ray at {address or 'this machine'}: {error}") from error
    try:
        yield Cluster(ray, make_worker, jobs or max(int(ray.cluster_resources().get("CPU", 1)), 1))
    finally:
        ray.shutdown()


def do_remotely(make_worker: bytes, task: Task) -> Done:
    """Does a task with the worker that its process keeps."""
    if make_worker not in _kept:
        _kept[make_worker] = pickle.loads(make_worker)()
    return _kept[make_worker](task)


def _cause(task: Task, error: Any) -> CronistoriaError:
    """What a task raised on purpose, or an error that names the task."""
    cause = error.cause
    if isinstance(cause, CronistoriaError):
        return cause
    return CronistoriaError(f"{task.name}: internal error, please report it: {type(cause).__name__}: {cause}")
