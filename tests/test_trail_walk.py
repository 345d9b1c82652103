"""Whoever reads what is somebody else's is told in the trail: every button there is, walked as
those who may read others. The town and its marks are those of the walk of rights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from handlers import CONVERSATIONS
from handlers.conversation import Conversation
from models.store import schema
from models.store.writer import sqlite_engine
from tests import test_rights_walk as town

READERS = ("Sinta", "Alma", "Beni", "Hani", "Pusat", "Audi", "Awas")
"""A superior, two heads, HR of a unit and of the whole office, an auditor, oversight."""
OF_ONE = ("rahasia", "jejak", "pesan")
"""The marks that tell of one person: their record, their trail, what they asked of the office."""


@dataclass
class Watched(town.Stage):
    """The town, where it is written down whom each look concerns."""

    concerned: set[int] = field(default_factory=set)
    read: dict[str, set[str]] = field(default_factory=dict)

    def presses(self, role: str, tap: str, *, choice: int = 0) -> town.Pressed:
        """Press, and see that whoever is read of is told."""
        self.concerned.clear()
        pressed = super().presses(role, tap, choice=choice)
        seen = {mark for mark in town.MARKS if mark.startswith(OF_ONE) and mark in pressed.words}
        others = {name for name in self.ids if any(mark.endswith(name) for mark in seen)} - {role}
        told = {name for name, number in self.ids.items() if number in self.concerned}
        assert others <= told, f"{role} reads of {others - told} at {tap}, and nobody is told"
        self.read.setdefault(role, set()).update(others)
        return pressed

    def watching(self) -> Mapping[str, Conversation[Any, Any]]:
        """The conversations, as the form asks them."""
        return {name: replace(one, look=self._seen(one)) for name, one in CONVERSATIONS.items()}

    def _seen(self, conversation: Conversation[Any, Any]) -> Callable[..., Any]:
        def look(*given: Any) -> Any:
            facts = conversation.look(*given)
            if conversation.concerns is not None:
                self.concerned.update(conversation.concerns(facts))
            return facts

        return look


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    engine = sqlite_engine(make_url(f"sqlite:///{tmp_path / 'walk.db'}"))
    with engine.connect() as store, store.begin() as transaction:
        schema.metadata.create_all(store)
        ids = town._peopled(store)
        was, kept = town._owned(store, town.RECORD), town._owned(store, town.KEPT)
        stage = Watched(store, ids, was, kept)
        monkeypatch.setattr(town, "CONVERSATIONS", stage.watching())
        yield stage
        transaction.rollback()
    engine.dispose()


def test_whoever_reads_of_somebody_else_is_told_in_the_trail(watched: Watched) -> None:
    for role in READERS:
        found: set[str] = set()
        ahead = [f"o.{name}." for name in CONVERSATIONS]
        while ahead:
            tap = ahead.pop()
            if tap not in found:
                found.add(tap)
                ahead += watched.presses(role, tap).taps
    assert watched.read["Sinta"] == {"Eko", "Erna"}
    assert (watched.read["Alma"], watched.read["Beni"]) == ({"Sinta"}, {"Fajar"})
