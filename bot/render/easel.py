"""The process that draws: facts and words come in on stdin, pictures go out on stdout.

Both ways a message is four bytes of length (big-endian) and as many bytes: JSON in, a PNG out, or
the name of the error where nothing could be drawn. The process ends with its stdin, so also when
whoever started it was killed.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import suppress
from typing import BinaryIO


def serve(asked: BinaryIO, drawn: BinaryIO) -> None:
    """Draw what is asked for, one picture after another, until nobody asks any more."""
    gc.disable()  # a sixth of what it takes to load what draws
    from bot.render.chart import elements
    from bot.render.coverage import coverage
    from bot.render.person import person

    gc.freeze()
    gc.enable()
    kinds = {"elements": elements, "person": person, "coverage": coverage}
    while len(length := asked.read(4)) == 4:
        sheet = asked.read(int.from_bytes(length))
        if len(sheet) < int.from_bytes(length):
            return
        kind, facts, words = json.loads(sheet)
        try:
            picture = kinds[kind](facts, words)
        except Exception as wrong:
            picture = type(wrong).__name__.encode()
        drawn.write(len(picture).to_bytes(4) + picture)
        drawn.flush()


def main() -> None:
    """Serve on stdin and stdout, and go without a word when the other side has gone."""
    with suppress(BrokenPipeError), os.fdopen(os.dup(1), "wb") as drawn:
        os.dup2(2, 1)  # whatever a library may print must not get into the pictures
        serve(sys.stdin.buffer, drawn)


if __name__ == "__main__":
    main()
