"""How long the most hostile text of full length holds Tilik: every reader of foreign text."""

from __future__ import annotations

from argparse import Namespace

from benchmarks.tables import table
from tests.hostile import READERS, hostile, took

SHOWN = 8


def run(options: Namespace) -> None:
    """Give each reader all hostile texts of its longest length; print the slowest readers."""
    tries = 1 if options.small else 5
    slowest = []
    for name, reader in READERS.items():
        reader.read("x")  # what is loaded at the first reading is no part of any text's time
        worst = max(
            hostile(reader.longest), key=lambda text: took(reader.read, text, at_least=1_000)
        )
        best = min(took(reader.read, worst) for _ in range(tries))
        slowest.append((best / 1e6, name, reader, worst))
    slowest.sort(key=lambda one: -one[0])
    for title, aside in (("on the loop that serves everybody (aim 5 ms)", False), ("aside", True)):
        rows = [
            (name, f"{reader.longest:,}", f"{worst[:8]!r}", f"{ms:.2f} ms")
            for ms, name, reader, worst in slowest
            if reader.aside is aside
        ]
        table(
            f"The most hostile text of the longest length, best of {tries}, {title}",
            ("", "letters", "begins", "CPU"),
            rows[:SHOWN],
        )
