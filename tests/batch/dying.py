"""Runs a batch and is killed on the way: ``python -m tests.batch.dying NUMBER ROOT INPUT...``.

Run by test_kill. NUMBER is the file at whose writing it dies, counted from 1.
"""

import os
import signal
import sys
from pathlib import Path

from tests.batch.made import make_plan, run


def main(number: int, root: Path, inputs: list[Path]) -> None:
    written = 0
    replace = Path.replace

    def dying(path: Path, target: Path) -> Path:
        nonlocal written
        written += 1
        if written == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(path, target)

    Path.replace = dying  # type: ignore[method-assign,assignment]
    run(make_plan(*inputs), root, resume=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
