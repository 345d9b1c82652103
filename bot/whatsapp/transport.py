"""HTTP for pywa: its own calls go to the API that the settings name."""

from __future__ import annotations

import httpx

GRAPH = "graph.facebook.com"
PATIENCE = httpx.Timeout(20.0)
CONNECTIONS = httpx.Limits(max_connections=32, max_keepalive_connections=32)


class Elsewhere(httpx.AsyncHTTPTransport):
    """What is meant for Meta's host goes to another one: the box of the demo and of the tests."""

    def __init__(self, api: str) -> None:
        super().__init__(verify=api.startswith("https:"), limits=CONNECTIONS)
        self._api = httpx.URL(api)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == GRAPH:
            there = self._api
            path = there.raw_path.rstrip(b"/") + request.url.raw_path
            request.url = request.url.copy_with(
                scheme=there.scheme, host=there.host, port=there.port, raw_path=path
            )
            request.headers["Host"] = there.netloc.decode()
        return await super().handle_async_request(request)


def session(api: str) -> httpx.AsyncClient:
    """The client that pywa speaks through."""
    return httpx.AsyncClient(transport=Elsewhere(api), timeout=PATIENCE)
