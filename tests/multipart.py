"""What the client of Meta's calls sends, as the boxes in memory take it."""

from __future__ import annotations

from email.parser import BytesParser
from typing import Any

import httpx
import orjson

from bot.sandbox.records import Upload


def form_of(request: httpx.Request, content: bytes) -> dict[str, Any]:
    """The fields of a call to Meta, its files too."""
    kind = request.headers.get("Content-Type", "")
    if not kind.startswith("multipart/"):
        return dict(orjson.loads(content)) if content else {}
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    form: dict[str, Any] = {}
    for part in BytesParser().parsebytes(head + content).get_payload():
        name, file = part.get_param("name", header="content-disposition"), part.get_filename()
        body = part.get_payload(decode=True)
        form[name] = Upload(file, part.get_content_type(), body) if file else body.decode()
    return form
