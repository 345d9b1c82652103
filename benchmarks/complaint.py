"""What a turn of a complaint costs beside a turn of a rating with words: CPU, in one process."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from sqlalchemy import Connection, delete
from sqlalchemy.engine import make_url

from benchmarks.tables import table
from bot.channel import Delivery, Started
from handlers.engine.said import Typed
from models.store import schema
from models.store.engine.sqlite import sqlite_engine
from tests.chatting import Chat
from tests.keyed import keys
from tests.office import open_office

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
_SENDERS = count(6281000000000)
WORDS = "Antrean kacau sejak pagi, nomor tidak dipanggil urut."
RATES = ("Kurang baik", "lewati", "lewati", WORDS)
COMPLAINS = (WORDS, "Kirim")
_FILED = (schema.reporters, schema.complaint_steps, schema.complaints)


def run(options: Namespace) -> None:
    """One of each by turns, so that what else the machine does falls on both; the median of all."""
    many = 60 if options.small else 300
    with _opened() as store:
        with store.begin():
            code = open_office(store, now=NOW).counters[0].code
        kinds = {"a rating with words": (code, RATES), "a complaint": (f"lapor-{code}", COMPLAINS)}
        costs: dict[str, list[float]] = {name: [] for name in kinds}
        for _ in range(many):
            for name, (link, said) in kinds.items():
                costs[name].append(_cost(store, [Started(link), *map(Typed, said)]))
            with store.begin():  # else all of them complain of the same
                for filed in _FILED:
                    store.execute(delete(filed))
    found = {name: median(cost) for name, cost in costs.items()}
    rows = [(name, f"{1000 * cost:.2f} ms") for name, cost in found.items()]
    table(f"A turn with its commit, median of {many} citizens each, by turns", ("", "CPU"), rows)
    rating, complaint = found.values()
    print(f"A complaint's turn costs {complaint / rating:.2f} of a rating's with words (aim: 1)")


@contextmanager
def _opened() -> Iterator[Connection]:
    with TemporaryDirectory(prefix="tilik-bench-") as folder:
        engine = sqlite_engine(make_url(f"sqlite:///{Path(folder) / 'tilik.db'}"), keys=keys)
        with engine.connect() as store:
            with store.begin():
                schema.metadata.create_all(store)
            yield store
        engine.dispose()


def _cost(store: Connection, deeds: Sequence[Delivery]) -> float:
    """Seconds of CPU a turn, over the dialogue of a citizen who is new."""
    citizen = Chat(store, str(next(_SENDERS)), NOW)
    before = process_time()
    for deed in deeds:
        with store.begin():
            citizen.does(deed)
    return (process_time() - before) / len(deeds)
