"""The application in a server, from the first question to the last."""

from collections.abc import Callable

import uvicorn

from cronistoria.desk.desk import Desk
from cronistoria.server.app import make_app
from cronistoria.server.settings import ServerSettings

_KEEP_ALIVE_SECONDS, _MOST_CONNECTIONS, _SHUTDOWN_SECONDS = 30, 500, 5


def run(desk: Desk, settings: ServerSettings, tell: Callable[[str], object]) -> None:
    """Serves until interrupted; ``tell`` is given the address once it can be asked."""
    Server(desk, settings, tell).run()


class Server(uvicorn.Server):
    """Says where it listens; names neither itself nor its version to those who ask."""

    def __init__(self, desk: Desk, settings: ServerSettings, tell: Callable[[str], object]) -> None:
        configuration = uvicorn.Config(
            make_app(desk, settings), host=settings.host, port=settings.port, log_level="warning", access_log=False,
            server_header=False, timeout_keep_alive=_KEEP_ALIVE_SECONDS, limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_SHUTDOWN_SECONDS, proxy_headers=False,
        )  # fmt: skip
        super().__init__(configuration)
        self._tell = tell

    async def startup(self, *arguments: object, **options: object) -> None:
        """Opens the sockets."""
        await super().startup(*arguments, **options)  # type: ignore[arg-type]
        for server in self.servers:
            for socket in server.sockets:
                host, port = socket.getsockname()[:2]
                self._tell(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
