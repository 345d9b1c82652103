"""The process that draws: facts and words come in on stdin, pictures go out on stdout.

Both ways a message is four bytes of length (big-endian) and as many bytes: JSON in, a PNG out, or
the name of the error where nothing could be drawn. The process ends with its stdin, so also when
whoever started it was killed.
"""

from __future__ import annotations

import json
import sys
from typing import BinaryIO


def serve(asked: BinaryIO, drawn: BinaryIO) -> None:
    """Draw what is asked for, one picture after another, until nobody asks any more."""
    from bot.render.chart import elements

    while len(length := asked.read(4)) == 4:
        facts, words = json.loads(asked.read(int.from_bytes(length)))
        try:
            picture = elements(facts, words)
        except Exception as wrong:
            picture = type(wrong).__name__.encode()
        drawn.write(len(picture).to_bytes(4) + picture)
        drawn.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
