"""What is said about a doubted superior: to the personnel office, and to whom it concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from handlers.openings import ToDoubt, ToTeam
from models.letters import Fact, Letter, Text
from models.people import Colleague
from models.store.people.doubts import Doubt
from models.store.people.posts import Employee
from models.store.people.roll import FEWEST_DIGITS as SHOWN


def named(superior: Colleague | None) -> str | Text:
    """The superior's name, or that there is none."""
    return superior.name if superior else Text("doubt-nobody")


def told_apart(several: Sequence[Employee], superior: Colleague | None) -> list[Colleague]:
    """These as choices, without who is the superior by now; namesakes, of whom one may be the
    superior or among them, with the last figures of their nip."""
    many = Counter(one.name for one in several)
    if superior is not None and all(one.id != superior.id for one in several):
        many[superior.name] += 1
    return [
        Colleague(one.id, f"{one.name} (…{one.nip[-SHOWN:]})")
        if one.nip and many[one.name] > 1
        else Colleague(one.id, one.name)
        for one in several
        if superior is None or one.id != superior.id
    ]


def news(
    one: Doubt, name: str, superior: Colleague | None, proposed: Colleague | None
) -> Letter:
    """Who says so, who stands there, who it should be; one tap corrects it."""
    facts: dict[str, Fact] = {"name": name, "superior": named(superior)}
    stays = ToDoubt(one.id, "t", one.proposed_id or 0).button(stays_label(superior))
    if proposed is None:
        look = ToDoubt(one.id).button(Text("button-doubt-look"))
        return Letter((Text("doubt-news-open", facts),), ((look,), (stays,)))
    change = ToDoubt(one.id, "u", proposed.id).button(change_label(proposed))
    words = Text("doubt-news", {**facts, "proposed": proposed.name})
    return Letter((words,), ((change,), (stays,)))


def change_label(to: Colleague) -> Text:
    """What corrects it."""
    return Text("button-doubt-change", {"name": to.name})


def stays_label(superior: Colleague | None) -> Text:
    """What leaves it as it is."""
    return Text("button-doubt-keep", {"name": named(superior)})


def of_a_change(
    who: Colleague, old: Colleague | None, new: Colleague
) -> Iterator[tuple[int, Letter]]:
    """What the employee, the new superior and the old one read, each by number."""
    yield who.id, Letter((Text("doubt-changed", {"superior": new.name}),))
    team = ToTeam().button(Text("button-team"))
    yield new.id, Letter((Text("doubt-gained", {"name": who.name}),), ((team,),))
    if old is not None:
        yield old.id, Letter((Text("doubt-released", {"name": who.name}),))


def of_no_change(superior: Colleague | None, by: str) -> Letter:
    """What the employee reads where it stays, and with whom to talk."""
    return Letter((Text("doubt-confirmed", {"superior": named(superior), "by": by}),))
