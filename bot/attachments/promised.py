"""A file that a command has promised before it does anything, as codes that nowhere else are."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from bot.imports.reading.tables import UnusableError, shown

T = TypeVar("T")


@contextmanager
def promised(
    file: Path, drawn: Callable[[T], bytes], *, force: bool, ending: str = ".pdf"
) -> Iterator[Callable[[T], None]]:
    """A file that can be written: what is yielded draws into it, and the end puts it in place.

    Only its owner may read it. If the block fails, or draws nothing, no file is left, and one that
    was there stays as it was. Raises UnusableError, before the block if it can be known by then.
    """
    _check(file, force=force, ending=ending)
    try:
        number, name = tempfile.mkstemp(dir=file.parent, prefix=".tilik-", suffix=ending)
    except OSError as error:
        raise _refused(file, error) from None
    os.close(number)
    draft = Path(name)
    try:
        yield lambda what: _draw(draft, lambda: drawn(what), file=file)
    except BaseException:
        draft.unlink()
        raise
    if not draft.stat().st_size:
        draft.unlink()
        return
    try:
        draft.replace(file)
    except OSError as error:
        raise UnusableError(
            "codes-sheet-left", file=shown(file), reason=_why(error), left=shown(draft)
        ) from None


def _check(file: Path, *, force: bool, ending: str) -> None:
    if file.suffix.lower() != ending:
        raise UnusableError("codes-sheet-kind", file=shown(file), ending=ending)
    if file.is_dir():
        raise _refused(file, OSError(errno.EISDIR, os.strerror(errno.EISDIR)))
    if not force and os.path.lexists(file):
        raise UnusableError("codes-sheet-exists", file=shown(file))


def _draw(draft: Path, draws: Callable[[], bytes], *, file: Path) -> None:
    try:
        draft.write_bytes(draws())
    except OSError as error:
        raise _refused(file, error) from None


def _refused(file: Path, error: OSError) -> UnusableError:
    return UnusableError("sheet-template-refused", file=shown(file), reason=_why(error))


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
