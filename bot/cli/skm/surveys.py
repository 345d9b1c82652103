"""By which questionnaire a sheet is scored: the official one, or one of the office's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.cli.skm.answer_sheet import FEWEST, legible
from bot.cli.skm.headings import Elements
from bot.imports.reading.frame import TITLE_ROWS
from bot.imports.reading.tables import Row, UnusableError, content
from models.instruments import Instrument, instrument, numberings


def survey_by(key: str | None, numbering: str | None) -> Instrument:
    """The survey with this key, or the one of a file (`.toml`); the official one where none is
    named. Raises `Refused` where there is none, or none in that numbering."""
    if key in (None, instrument().key):
        _check(numbering, numberings())
        return instrument(numbering=numbering)
    from models.questionnaires import made

    value = _of_file(Path(str(key))) if str(key).endswith(".toml") else _of_office(str(key))
    _check(numbering, tuple(value["numberings"]))
    return made(value, numbering)


def check_is_official(table: Sequence[Row]) -> None:
    """Refuse a sheet whose titles name elements that only a survey of the office's own has."""
    from models.questionnaires import made

    official = (None, *instrument().elements)
    for survey in map(made, _values()):
        elements = Elements(survey)
        for row in table[:TITLE_ROWS]:
            own = [cell for cell in row.cells if elements.named(cell) not in official]
            meant = [cell for cell in row.cells if elements.meaning(cell).column]
            if own and len(meant) >= FEWEST:
                columns = ", ".join(map(legible, own))
                raise UnusableError("skm-own-heads", columns=columns, key=survey.key)


def _check(numbering: str | None, known: tuple[str, ...]) -> None:
    if numbering is not None and numbering not in known:
        raise UnusableError("skm-bad-numbering", known=", ".join(known))


def _of_file(file: Path) -> Mapping[str, Any]:
    from models.questionnaires import read

    return read(content(file).decode("utf-8", "replace"))


def _of_office(key: str) -> Mapping[str, Any]:
    """The last version that the office has set."""
    values = _values()
    found = next((value for value in values if value["key"] == key), None)
    if found is None:
        known = dict.fromkeys((instrument().key, *(str(value["key"]) for value in values)))
        raise UnusableError("skm-no-survey", given=legible(key), known=", ".join(known))
    return found


def _values() -> list[Mapping[str, Any]]:
    """The surveys of its own that the office has set, the last first; none where there is no
    database: sheets are scored without one, too."""
    # Slow to load, and of use only to offices with a survey of their own.
    from bot.cli.command import read
    from bot.config import SettingsWrong, settings
    from models.refused import Refused
    from models.store.engine.database import StoreAway
    from models.store.rules.measures import every_own

    try:
        return read(settings().database, every_own)
    except (Refused, SettingsWrong, StoreAway):
        return []
