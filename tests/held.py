"""`python -m tests.held COMMENTS.csv [NAME ...]`: how many of new comments are held rightly.

The file has the columns `text` and `held` (1 or 0), as `held_comments.csv` has, in words of
somebody who has not seen the rules; the names are of who works there, or those of `test_held.py`.
It prints both shares and what was judged wrongly. A file that the rules were changed after is no
measure of them any more.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from models.comments.held import is_held
from models.comments.names import staff_names
from tests.test_held import NAMES


def main(file: Path, *names: str) -> None:
    """Print how the comments of a file are judged."""
    staff = staff_names(names or NAMES)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [(row["text"], row["held"] == "1") for row in csv.DictReader(lines)]
    for asked, said in ((True, "that blame somebody are held"), (False, "others are held")):
        every = [text for text, held in rows if held is asked]
        found = [text for text in every if is_held(text, staff)]
        print(f"{len(found)} of {len(every)} {said}")
        wrong = [text for text in every if (text in found) is not asked]
        print(*(f"    {text}" for text in wrong), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
