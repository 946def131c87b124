"""Every question of docs/queries.md has the answer that stands there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cronistoria.batch.asking import Archive, open_archive
from cronistoria.cli.answers import shown
from tests.batch.crisis import write_crisis

PAGE = (Path(__file__).parents[2] / "docs/queries.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^## (.*?)\n.*?```sql\n(.*?)```\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    root = tmp_path_factory.mktemp("crisis")
    write_crisis(root)
    with open_archive(root, "500MB") as opened:
        yield opened


def test_there_are_ten() -> None:
    assert [title.split(".")[0] for title, _, _ in QUESTIONS] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize(("title", "query", "answer"), QUESTIONS, ids=[title for title, _, _ in QUESTIONS])
def test_the_answer_is_right(archive: Archive, title: str, query: str, answer: str) -> None:
    found = archive.ask(query)
    rows = [f"| {' | '.join(map(shown, row))} |" for row in found.rows]
    head = [f"| {' | '.join(found.columns)} |", f"|{'---|' * len(found.columns)}"]
    assert rows
    assert [*head, *rows] == answer.strip().splitlines()
