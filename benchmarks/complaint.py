"""What a turn of a complaint costs beside a turn of a rating with words: CPU, in one process."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from time import process_time

from benchmarks.tables import table
from bot.channel import Started
from tests.chatting import Chat
from tests.office import Office, open_office
from tests.played import empty_store

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
_SENDERS = count(6281000000000)
WORDS = "Antrean kacau sejak pagi, nomor tidak dipanggil urut."


def run(options: Namespace) -> None:
    """The better of three rounds of each, by turns."""
    many = 40 if options.small else 200
    with empty_store() as store:
        office = open_office(store, now=NOW)
        kinds = {"a rating with words": _rates, "a complaint": _complains}
        best = dict.fromkeys(kinds, float("inf"))
        for _ in range(3):
            for name, does in kinds.items():
                cost = _cost(lambda: Chat(store, _new(), NOW), office, does, many)
                best[name] = min(best[name], cost)
    rows = [(name, f"{1000 * cost:.2f} ms") for name, cost in best.items()]
    table(f"A turn in one process, best of 3 x {many} citizens", ("", "CPU"), rows)


def _new() -> str:
    return str(next(_SENDERS))


def _cost(
    chat: Callable[[], Chat], office: Office, does: Callable[[Chat, str], int], many: int
) -> float:
    """Seconds of CPU a turn, over so many dialogues of citizens who are new."""
    code, before, turns = office.counters[0].code, process_time(), 0
    for _ in range(many):
        citizen = chat()
        undone = citizen.store.begin_nested()  # else all of them complain of the same
        turns += does(citizen, code)
        undone.rollback()
    return (process_time() - before) / turns


def _rates(chat: Chat, code: str) -> int:
    chat.does(Started(code))
    chat.says("Kurang baik", "lewati", "lewati", WORDS)
    return 5


def _complains(chat: Chat, code: str) -> int:
    chat.does(Started(f"lapor-{code}"))
    chat.says(WORDS, "Perlu dibenahi", "Kirim")
    return 4
