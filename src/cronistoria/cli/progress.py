"""How far a long command has come: a bar with rate and remaining time, on standard error if that is a terminal."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


class Progress:
    """Counts what is done of a number of files; silent where nobody watches. Once there is more than files were named,
    because some hold many, only the count is shown.
    """

    def __init__(self, total: int) -> None:
        self._total: int | None = total
        self._done = 0
        self._bar: Bar | None = _make_bar() if sys.stderr.isatty() else None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, amount: int = 1) -> None:
        """One more file is done, or several."""
        if self._bar is not None and self._task is not None:
            self._done += amount
            known = self._total if self._total is not None and self._done <= self._total else None
            self._bar.update(self._task, advance=amount, total=known)

    def begin(self, what: str, total: int | None = None, done: int = 0) -> None:
        """From now on something else, of so many if that is known, so many of which are done already."""
        if self._bar is not None and self._task is not None:
            self._total, self._done = total, done
            self._bar.remove_task(self._task)
            self._task = self._bar.add_task(what, total=total, completed=done)

    def tell(self, line: str) -> None:
        """A line on standard error, above the bar if there is one."""
        if self._bar is None:
            click.echo(line, err=True)
        else:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)


def _make_bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files per second."""

        def render(self, task: Task) -> Text:
            return Text("" if task.speed is None else f"{task.speed:.1f}/s")

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    return Bar(*columns, console=Console(stderr=True), transient=True)
