"""The document of `dataku`: made when its letter is sent, for the chat that has asked for it.

It is never stored. What has changed since the letter was written is in it as it is now; a chat that
has become somebody else's meanwhile gets words in its place.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal, TypeAlias

from bot.outbound.file_source import Fetched
from bot.render import paper
from bot.texts import Texts
from handlers.oversight.deeds import deed_words
from models.calendar import local
from models.evaluations import read_rows
from models.letters import Fact, Text
from models.people import LANGUAGES
from models.quarter import Quarter
from models.store import Store
from models.store.engine.database import Database
from models.store.oversight import dossier
from models.store.oversight.dossier import Row, Section
from models.store.people import duties
from models.store.personal import Copied
from models.store.rules.zones import WITHOUT_POST

Say = Callable[..., str]
BETWEEN = " · "
Lines: TypeAlias = Sequence[tuple[str, str]]
ATTACHED = "tilik.json"


class Dossiers:
    """Makes the documents, one at a time."""

    def __init__(self, database: Database, texts: Texts, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._texts = texts
        self._clock = clock
        self._turn = asyncio.Lock()

    async def make(self, words: str, language: str) -> Fetched | Text:
        """The document of `PERSON.ADDRESS`, if the address still is that person's."""
        person, _, address = words.partition(".")
        now = self._clock()
        found = await self._database.read(
            lambda store: _read(store, int(person), int(address), now)
        )
        if found is None:
            return Text("mine-gone")
        sections, zone = found
        async with self._turn:
            content = await asyncio.to_thread(self._drawn, sections, language, zone, now)
        return Fetched(content, "application/pdf")

    def _drawn(self, sections: Sequence[Section], language: str, zone: str, now: datetime) -> bytes:
        told = DossierWords(self._texts, language, zone)
        return drawn(
            Page(
                title=told.say("dossier-document"),
                lead=[told.say("dossier-lead"), told.say("dossier-made", at=told.value(now))],
                sections=[told.section(key, rows) for key, rows in sections],
                attached=as_json(sections),
                made_at=now,
                language=language,
            )
        )


@dataclass(frozen=True)
class Page:
    """What stands in the document: a title, a few sentences, and sections of entries, each a few
    labels with their values. `attached` goes inside as a file; `made_at` is when it is made."""

    title: str
    lead: Sequence[str]
    sections: Sequence[tuple[str, Sequence[Lines]]]
    attached: bytes
    made_at: datetime
    language: str


def drawn(page: Page) -> bytes:
    """The PDF."""
    facts = {
        "title": page.title,
        "lead": page.lead,
        "sections": [
            {"title": title, "entries": [BETWEEN.join(_told(entry)) for entry in entries]}
            for title, entries in page.sections
        ],
        "attached": {"name": ATTACHED, "content": page.attached.decode()},
        "language": page.language,
    }
    return paper.pdf("dossier", facts, made_at=page.made_at)


def _told(entry: Lines) -> Iterator[str]:
    return (f"{label}: {value}" if label else value for label, value in entry)


def as_json(sections: Sequence[Section]) -> bytes:
    """Everything for machines: days, times and moments as ISO 8601, moments in UTC."""
    page = json.dumps(dict(sections), ensure_ascii=False, indent=1, default=_written)
    return page.encode()


def _written(value: date | datetime | time) -> str:
    return value.isoformat()


def _read(
    store: Store, person: int, address: int, now: datetime
) -> tuple[list[Section], str] | None:
    if dossier.of_address(store, address) != person:
        return None
    post = duties.work_of(store, person, now)[0]
    return dossier.read(store, person), post.unit.zone if post else WITHOUT_POST


class DossierWords:
    """What is held, in the words of one language, by the clock of one zone."""

    def __init__(self, texts: Texts, language: str, zone: str) -> None:
        self._texts = texts
        self._language = language
        self._zone = zone

    def say(self, text: str, **facts: Fact) -> str:
        """A text of the catalogue."""
        return self._texts.plain(self._language, Text(text, facts))

    def section(self, key: str, rows: Sequence[Row]) -> tuple[str, list[list[tuple[str, str]]]]:
        """A section's title and its entries; where there are none, that there are none."""
        title = self.say(f"dossier-in-{key}")
        if not rows:
            return title, [[("", self.say("dossier-none"))]]
        copied = dossier.sections()[key]
        return title, [list(self._entry(key, copied, row)) for row in rows]

    def _entry(self, key: str, copied: Copied, row: Row) -> Iterator[tuple[str, str]]:
        for name, value in row.items():
            tells = value not in ([], {}, copied.usual.get(name))
            if tells and name not in copied.machines:
                yield self._label(key, name.replace("_", "-")), self._read(copied, name, value)

    def _label(self, key: str, name: str) -> str:
        """What a value is called in this section, or everywhere."""
        own = f"dossier-{key}-{name}"
        return self.say(own if self._texts.has(self._language, own) else f"dossier-{name}")

    def _read(self, copied: Copied, name: str, value: Any) -> str:
        match copied.reads.get(name):
            case "language" if value in LANGUAGES:
                return self.say(f"language-{value}")
            case "quarter":
                quarter = Quarter.parse(value)
                return self.say(f"quarter-{quarter.number}", year=str(quarter.year))
            case "predikat":
                return self.say(f"predikat-{value}")
            case "rating":
                return self.say(f"rating-{value}")
            case "deed":
                return self._texts.plain(self._language, deed_words(value))
            case "money":
                return self.say("dossier-money", amount=value)
            case "evidence" | "evaluation" as kind:
                return listed(self.say, kind, value)
        return self.value(value)

    def value(self, value: Any) -> str:
        """One value in words, by its type; of a key those that it has."""
        match value:
            case bool():
                return self.say("dossier-yes" if value else "dossier-no")
            case datetime():
                there = local(value, self._zone)
                return f"{self._day(there.date())} {there:%H.%M}"
            case date():
                return self._day(value)
            case time():
                return f"{value:%H.%M}"
            case list() | dict():
                return ", ".join(leaves(value))
            case str() if self._texts.has(self._language, f"dossier-is-{value}"):
                return self.say(f"dossier-is-{value}")
        return str(value)

    def _day(self, day: date) -> str:
        return self.say("dossier-on", day=day)


def listed(
    say: Say, kind: Literal["evidence", "evaluation"], value: Sequence[Any] | Mapping[str, Any]
) -> str:
    """Evidence or an evaluation in words; `say` gives a text of the catalogue by its id."""
    if kind == "evaluation" and isinstance(value, Mapping):
        return BETWEEN.join(_evaluation(say, value))
    return ", ".join(_evidence(say, *one) for one in value)


def _evidence(say: Say, kind: str, file: str, name: str | None = None) -> str:
    """A link as it is; of a file what it is, and its name where it has one."""
    if kind == "link":
        return file
    what = say(f"export-{kind}")
    return f"{what} ({name})" if name else what


def _evaluation(say: Say, sheet: Mapping[str, Any]) -> Iterator[str]:
    for claim in read_rows(sheet["claims"]):
        claimed = " ".join(filter(None, (f"{claim.claimed:f}", claim.measure)))
        yield f"{claim.result}: {claimed}" + (f" ({claim.reason})" if claim.reason else "")
    for part in ("result", "conduct"):
        words = say(f"rating-{sheet[part]}")
        yield f"{say(f'dossier-{part}')}: {words}"
    if sheet["obstacles"]:
        yield say("evaluation-obstacles", words=sheet["obstacles"])
    if sheet["help"]:
        yield say("evaluation-help", words=sheet["help"])
    for key, words in sheet["values"].items():
        yield f"{say(f'value-{key}')}: {words}"


def leaves(value: Any) -> Iterator[str]:
    """What stands in the list at whatever depth."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif value is not None:
        yield str(value)
