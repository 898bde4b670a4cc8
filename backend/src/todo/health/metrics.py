"""Figures for Prometheus: requests, their latency, and the process."""

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Metrics:
    """One registry an app, so that two apps in a process do not add up. Others may add theirs to `registry`."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self.registry)
        self._requests = Counter(
            "http_requests", "Requests answered", ("method", "route", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "http_request_duration_seconds",
            "Time until the answer began",
            ("method", "route"),
            registry=self.registry,
            buckets=_BUCKETS,
        )
        self._tries = Counter("todo_model_tries", "Turns put to the model", ("outcome",), registry=self.registry)
        # Finding a child by its labels takes a lock and builds strings; routes and statuses are few.
        self._children: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answer. `route` is the template (`/api/tasks/{id}`), so that ids make no series of their own."""
        key = (method if method in _METHODS else "other", route, status)
        children = self._children.get(key)
        if children is None:
            children = (self._requests.labels(key[0], route, str(status)), self._seconds.labels(key[0], route))
            self._children[key] = children
        children[0].inc()
        children[1].observe(seconds)

    def model_tried(self, outcome: str) -> None:
        """Count a turn put to the model, or the check at the start: "answered", or the failure's code."""
        self._tries.labels(outcome).inc()

    def text(self) -> bytes:
        """All figures in the text format that Prometheus reads."""
        return generate_latest(self.registry)
