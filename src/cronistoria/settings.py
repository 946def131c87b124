"""What an entry point decides once and passes down; nothing below it reads the environment."""

from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """``size_limit``: bytes a report may have. ``threads``: threads of the analysis model in each process, 0 for the
    model's own choice. ``parser``: a name that `parse.parsers` knows.
    ``jobs``: processes that read many files. ``actors``: a TOML file of a user's own actors.
    """

    size_limit: int = 2_000_000
    threads: int = 0
    jobs: int = 1
    parser: str = "shipped"
    actors: Path | None = None
