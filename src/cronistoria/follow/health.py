"""Whether following is well, and its figures, on a small page of its own: ``/health`` as JSON, ``/metrics`` for
Prometheus.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cronistoria.errors import CronistoriaError, InputError
from cronistoria.follow.journal import Journal
from cronistoria.version import __version__


class Health:
    """``patience``: seconds without any answer from anywhere after which following counts as ill."""

    def __init__(self, journal: Journal, clock: Callable[[], float], patience: float) -> None:
        self._journal, self._clock, self._patience = journal, clock, patience

    def state(self) -> dict[str, Any]:
        """What ``/health`` says."""
        journal = self._journal
        silent = self._clock() - (journal.last_success or journal.started)
        return {
            "status": "ok" if silent <= self._patience else "silent",
            "version": __version__,
            "silent_seconds": round(silent, 1),
            "queued": journal.queued,
            "reports": dict(sorted(journal.reports.items())),
        }

    def metrics(self) -> bytes:
        """What ``/metrics`` says."""
        from prometheus_client import CollectorRegistry, generate_latest

        registry = CollectorRegistry()
        registry.register(self)
        return generate_latest(registry)

    def collect(self) -> Iterator[Any]:
        """The figures, as `prometheus_client` asks for them."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        journal = self._journal
        fetches = CounterMetricFamily("cronistoria_fetches", "Feeds and pages asked for", labels=["what", "fate"])
        for (kind, fate), number in sorted(journal.fetches.items()):
            fetches.add_metric([kind, fate], number)
        reports = CounterMetricFamily("cronistoria_reports", "Articles taken in", labels=["outcome"])
        for outcome, number in sorted(journal.reports.items()):
            reports.add_metric([outcome], number)
        yield fetches
        yield reports
        yield CounterMetricFamily("cronistoria_records", "Records read", value=journal.records)
        yield CounterMetricFamily("cronistoria_fetched_bytes", "Bytes of answers, unpacked", value=journal.bytes)
        yield GaugeMetricFamily("cronistoria_queued_articles", "Articles still to be read", value=journal.queued)
        if journal.last_success is not None:
            told = "When a server last answered, in seconds since 1970"
            yield GaugeMetricFamily("cronistoria_last_answer_timestamp_seconds", told, value=journal.last_success)


@contextmanager
def serving(health: Health, place: str) -> Iterator[str]:
    """Serves the page at ``HOST:PORT`` while the block runs; where it is. Raises `InputError`, `CronistoriaError`."""
    try:
        import prometheus_client  # noqa: F401
    except ImportError as error:
        raise CronistoriaError("--health needs prometheus-client: pip install 'cronistoria[web]'") from error
    host, _, port = place.rpartition(":")
    try:
        server = ThreadingHTTPServer((host.strip("[]") or "127.0.0.1", int(port)), _handler(health))
    except (OSError, OverflowError, ValueError) as error:
        raise InputError(f"--health {place}: {error}; expected HOST:PORT that is free") from error
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield "{}:{}".format(*server.server_address[:2])
    finally:
        server.shutdown()
        server.server_close()


def _handler(health: Health) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers GET."""

        timeout = 10

        def do_GET(self) -> None:  # the name that http.server calls
            """Health, figures, or nothing."""
            if self.path == "/health":
                state = health.state()
                self._answer(200 if state["status"] == "ok" else 503, "application/json", json.dumps(state).encode())
            elif self.path == "/metrics":
                self._answer(200, "text/plain; version=0.0.4; charset=utf-8", health.metrics())
            else:
                self._answer(404, "text/plain", b"/health, /metrics\n")

        def _answer(self, status: int, media: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *told: Any) -> None:
            """Nothing: the journal tells what matters."""

    return Handler
