"""`python -m tests.held [COMMENTS.csv NAME ...]`: how many of new comments are held rightly.

The file has the columns `text` and `held` (1 or 0), in words of somebody who has not seen the
rules; the names are of who works there. It prints both shares and what was judged wrongly. A file
that the rules were changed after is no measure of them any more: nothing is learned from
`held_measured.csv`, which is judged where none is named.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

from models.comments.held import is_held
from models.comments.names import staff_names

MEASURED = Path(__file__).with_name("held_measured.csv")
STAFF = (
    *("Joko Susilo", "Dewi Lestari", "Siti Aminah", "Ahmad Fauzi", "Rina Marlina"),
    *("Bambang Hartono", "Yuli Astuti", "Agus Salim", "Maria Ulfa", "Hendra Wijaya"),
)


def misjudged(file: Path, names: Iterable[str], *, blames: bool) -> tuple[int, list[str]]:
    """How many comments of the file blame somebody, or do not; and those judged wrongly."""
    staff = staff_names(names)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        every = [row["text"] for row in rows if (row["held"] == "1") is blames]
    return len(every), [text for text in every if is_held(text, staff) is not blames]


def main(file: Path = MEASURED, *names: str) -> None:
    """Print how the comments of a file are judged."""
    for blames, said in ((True, "that blame somebody are held"), (False, "others are shown")):
        count, wrong = misjudged(file, names or STAFF, blames=blames)
        print(f"{count - len(wrong)} of {count} {said}")
        print(*(f"    {text}" for text in wrong), sep="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]), *sys.argv[2:])
