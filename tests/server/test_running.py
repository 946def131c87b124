"""The application in a real server, asked over the loopback."""

import threading
from collections.abc import Iterator
from queue import Queue
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from cronistoria.server.running import Server
from cronistoria.server.settings import ServerSettings
from tests.desk.made import made_desk


@pytest.fixture
def address() -> Iterator[str]:
    """Where a server listens that runs as long as the test."""
    told: Queue[str] = Queue()
    server = Server(made_desk(), ServerSettings(port=0), told.put)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield told.get(timeout=60)
    server.should_exit = True
    thread.join(30)


def test_it_serves_and_names_neither_itself_nor_its_version(address: str) -> None:
    with urlopen(f"{address}api/v1/totals") as answer:
        assert answer.status == 200 and "server" not in answer.headers
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{address}healthz", headers={"host": "evil.example"}))
    assert refused.value.code == 421
    refused.value.close()
