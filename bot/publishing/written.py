"""A publication in its folder: all of it at once, or nothing, and nothing of an earlier one."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from bot.imports.reading.tables import UnusableError, shown

MARK = "tilik.txt"
"""Tells a folder that Tilik has published from one that is somebody's own."""


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files beside the folder and put them into its place. Everybody may read them.

    Raises UnusableError where something else is there, or where it cannot be written.
    """
    place = folder.absolute()
    if place.is_symlink() or (place.exists() and not _is_ours(place)):
        raise UnusableError("publish-not-ours", folder=shown(folder))
    fresh, former = (place.with_name(f".{place.name}.{end}") for end in ("baru", "lama"))
    try:
        for rest in (fresh, former):
            shutil.rmtree(rest, ignore_errors=True)
        for name, words in {**files, MARK: "Tilik\n"}.items():
            _put(fresh, fresh / name, words)
        if place.exists():
            place.rename(former)
        fresh.rename(place)
        shutil.rmtree(former, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnusableError("export-refused", folder=shown(folder), reason=reason) from None


def _is_ours(place: Path) -> bool:
    return place.is_dir() and ((place / MARK).is_file() or not any(place.iterdir()))


def _put(fresh: Path, file: Path, words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    for folder in {fresh, file.parent}:
        folder.chmod(0o755)
    file.write_text(words, "utf-8", newline="")
    file.chmod(0o644)
