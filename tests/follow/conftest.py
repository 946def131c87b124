"""The site that misbehaves."""

from collections.abc import Iterator

import pytest

from tests.follow.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as place:
        yield place
