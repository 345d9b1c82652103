"""Small files in `TILIK_HOME`, each read and written whole: what the database must not hold, or
what must be known where it is away."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def kept_in(file: Path) -> Any:
    """What the file holds (JSON); None where there is none, or what is there is not whole."""
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def keep_in(file: Path, page: Any) -> None:
    """Write the page in one step, its owner's alone to read; raises `OSError`."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(page), "utf-8")
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
