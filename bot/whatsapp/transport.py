"""HTTP for pywa: its own calls go to the API that the settings name."""

from __future__ import annotations

import httpx

GRAPH = "graph.facebook.com"
PATIENCE = httpx.Timeout(20.0)
CONNECTIONS = httpx.Limits(max_connections=32, max_keepalive_connections=32)


def session(api: str) -> httpx.AsyncClient:
    """The client that pywa speaks through: what is meant for Meta's host goes to `api`, which is
    another one for the box of the demo and of the tests."""
    there = httpx.URL(api)

    async def turned(request: httpx.Request) -> None:
        if request.url.host == GRAPH:
            path = there.raw_path.rstrip(b"/") + request.url.raw_path
            request.url = request.url.copy_with(
                scheme=there.scheme, host=there.host, port=there.port, raw_path=path
            )
            request.headers["Host"] = there.netloc.decode()

    return httpx.AsyncClient(
        transport=httpx.AsyncHTTPTransport(verify=there.scheme == "https", limits=CONNECTIONS),
        timeout=PATIENCE,
        event_hooks={"request": [turned]},
    )
