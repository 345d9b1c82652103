"""`tilik skm`: the official score of an answer sheet, for a person or for a program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from bot.cli.skm.answer_sheet import (
    Answers,
    Column,
    Excluded,
    Means,
    SkippedRow,
    called,
    legible,
    read,
)
from bot.cli.skm.answer_words import number
from bot.cli.skm.headings import is_plain
from bot.cli.skm.surveys import check_is_official, survey_by
from bot.cli.terminal import Echo, Say, in_words
from bot.imports.reading.tables import Row, UnusableError, rows, shown
from models.instruments import Instrument
from models.refused import Refused
from models.scores import Element, Ikm, NotEnough, from_means, ikm, rounded

NAMED_CELLS = 20
"""So many excluded cells are named on paper, the rest is counted; --json names them all."""


@dataclass(frozen=True, slots=True)
class Report:
    """`figure` is by the weight asked for, `exact` always by 1/9."""

    file: str
    instrument: Instrument
    figure: Ikm
    exact: Ikm
    excluded: tuple[Excluded, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    columns: tuple[Column, ...] = ()
    unread: tuple[str, ...] = ()


def skm(
    file: Path,
    *,
    say: Say,
    echo: Echo,
    as_json: bool = False,
    weight: str | None = None,
    population: int | None = None,
    numbering: str | None = None,
    instrument: str | None = None,
) -> int:
    """Score a sheet (CSV or workbook) and print it; the exit code, 1 with a sentence on stderr.

    `weight` is as typed ("0.11" or "0,11"), above 0 and at most 1/9. `population` is how many
    people the service serves. `numbering` says which element U8 and U9 are, `instrument` by which
    survey it is scored: a key, or a file of one.
    """
    try:
        survey = survey_by(instrument, numbering)
        is_named = instrument is not None
        report = _report(file, survey, is_named, weight=weight, population=population)
    except Refused as no:
        echo(in_words(no.why, say), err=True)
        return 1
    echo(as_object(report) if as_json else as_page(report, say))
    return 0


def as_object(report: Report) -> str:
    """The report as one JSON object.

    `n` respondents (null for a sheet of means), `ikm`, `band`, `weight` (1/9 is the double nearest
    to it; null where a survey of one's own weighs its elements differently), `exact` (`ikm` and
    `band` by 1/9), `elements` in printed order (`key`, `n`, `mean` to four decimals, `score`,
    `band`), `lowest` three keys, `excluded` (`row`, `column`, `value`), `skipped` rows (`row`,
    `label`), `columns` (heading to key), `unread` headings, `target` (null without a population),
    `provisional`. Scores carry their two decimals exactly.
    """
    import orjson

    figure, exact = report.figure, report.exact
    page = {
        "instrument": report.instrument.key,
        "n": figure.n,
        "ikm": orjson.Fragment(str(figure.ikm)),
        "band": figure.band.letter,
        "weight": _share(report) if figure.weight is None else float(figure.weight),
        "exact": {"ikm": orjson.Fragment(str(exact.ikm)), "band": exact.band.letter},
        "elements": [
            {
                "key": element.key,
                "n": element.n,
                "mean": orjson.Fragment(str(rounded(element.mean, places=4))),
                "score": orjson.Fragment(str(element.score)),
                "band": element.band.letter,
            }
            for element in figure.elements
        ],
        "lowest": [element.key for element in figure.lowest],
        "excluded": report.excluded,
        "skipped": report.skipped,
        "columns": {column.name: column.element for column in report.columns},
        "unread": report.unread,
        "target": figure.target,
        "provisional": figure.provisional,
    }
    return orjson.dumps(page, option=orjson.OPT_INDENT_2).decode()


def _share(report: Report) -> float | None:
    """What each element weighs; None where an office lets them weigh differently."""
    return None if report.instrument.parts else 1 / len(report.figure.elements)


def as_page(report: Report, say: Say) -> str:
    """The report for a person: a table of the elements, the figures, what was left out."""
    parts = (
        [say("skm-title", file=report.file, survey=called(report.instrument))],
        _table(report, say),
        _figures(report, say),
        [say("skm-lowest"), *_lowest(report, say)],
        _left_out(report.excluded, say),
        _reading(report, say),
    )
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _report(
    file: Path, survey: Instrument, is_named: bool, *, weight: str | None, population: int | None
) -> Report:
    share = None if weight is None else _weight(weight, survey)
    if population is not None and population < 1:
        raise UnusableError("skm-bad-population", given=str(population))
    sheet = _read(rows(file), survey, is_named=is_named)
    return Report(
        file=shown(file),
        instrument=survey,
        figure=_scored(sheet, survey, population=population, weight=share),
        exact=_scored(sheet, survey, population=population, weight=None),
        **_how_read(sheet),
    )


def _read(table: Sequence[Row], survey: Instrument, *, is_named: bool) -> Answers | Means:
    """The sheet by this survey; where it was not named, refused if it is another's."""
    try:
        sheet = read(table, survey)
    except UnusableError:
        if not is_named:
            check_is_official(table)
        raise
    if not is_named and isinstance(sheet, Answers) and sheet.unread:
        check_is_official(table)
    return sheet


def _how_read(sheet: Answers | Means) -> dict[str, Any]:
    names = ("excluded", "skipped", "columns", "unread")
    return {name: getattr(sheet, name) for name in names} if isinstance(sheet, Answers) else {}


def _scored(
    sheet: Answers | Means, survey: Instrument, *, population: int | None, weight: Decimal | None
) -> Ikm:
    if isinstance(sheet, Means):
        return from_means(sheet.means, survey, population=population, weight=weight)
    figure = ikm(
        sheet.tallies,
        survey,
        respondents=sheet.respondents,
        population=population,
        weight=weight,
    )
    if isinstance(figure, NotEnough):
        raise UnusableError("skm-no-answers")
    return figure


def _weight(typed: str, survey: Instrument) -> Decimal:
    share = number(typed.strip())
    if share is None or not 0 < share <= Fraction(1, len(survey.elements)):
        raise UnusableError("skm-bad-weight", given=legible(typed), parts=len(survey.elements))
    return Decimal(typed.strip().replace(",", "."))


def _table(report: Report, say: Say) -> list[str]:
    head = ("number", "element", "n", "mean", "score", "band")
    lines = [tuple(say(f"skm-head-{name}") for name in head)]
    lines += [
        _line(report, element, say)
        for element in report.figure.elements
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(_cells(line, widths)).rstrip() for line in lines]


def _line(report: Report, element: Element, say: Say) -> tuple[str, ...]:
    return (
        say("skm-count", count=report.instrument.number(element.key)),
        _name(report, element.key, say),
        say("skm-unknown") if element.n is None else say("skm-count", count=element.n),
        say("skm-mean", mean=rounded(element.mean, places=3)),
        say("skm-score", score=element.score),
        element.band.letter,
    )


def _cells(line: Iterable[str], widths: Iterable[int]) -> Iterable[str]:
    for place, (cell, width) in enumerate(zip(line, widths, strict=True)):
        yield cell.ljust(width) if place in (1, 5) else cell.rjust(width)


def _figures(report: Report, say: Say) -> list[str]:
    figure, exact = report.figure, report.exact
    lines = [_figure("skm-ikm", exact, say, survey=called(report.instrument))]
    if figure.weight is not None:
        lines.append(_figure("skm-reconciled", figure, say, weight=figure.weight))
    n = figure.n
    lines.append(say("skm-respondents-unknown") if n is None else say("skm-respondents", n=n))
    if figure.target is not None:
        lines.append(_sample(n, figure.target, provisional=figure.provisional, say=say))
    return lines


def _figure(text: str, figure: Ikm, say: Say, **facts: Decimal | str) -> str:
    meaning = say(f"band-{figure.band.key}")
    return say(text, ikm=figure.ikm, letter=figure.band.letter, meaning=meaning, **facts)


def _sample(n: int | None, target: int, *, provisional: bool, say: Say) -> str:
    if n is None:
        return say("skm-target-unknown", target=target)
    return say("skm-target-missed" if provisional else "skm-target-reached", target=target, n=n)


def _lowest(report: Report, say: Say) -> list[str]:
    return [
        say("skm-lowest-element", element=_name(report, one.key, say), score=one.score)
        for one in report.figure.lowest
    ]


def _name(report: Report, element: str, say: Say) -> str:
    """What the element is called, by the office where it asks it in its own words."""
    own = report.instrument.words.get(element)
    return legible(own.name, 80) if own else say(f"element-{element}")


def _left_out(excluded: tuple[Excluded, ...], say: Say) -> list[str]:
    if not excluded:
        return []
    named = [
        say("skm-excluded-cell", row=str(x.row), column=legible(x.column), value=legible(x.value))
        for x in excluded[:NAMED_CELLS]
    ]
    more = len(excluded) - len(named)
    rest = [say("skm-excluded-more", count=more)] if more else []
    return [say("skm-excluded", count=len(excluded)), *named, *rest]


def _reading(report: Report, say: Say) -> list[str]:
    """How the sheet was read, where its headings leave a choice or something was passed over."""
    chosen = [
        say("skm-read-column", column=legible(one.name), element=_name(report, one.element, say))
        for one in report.columns
        if not is_plain(one.name, report.instrument)
    ]
    lettered = any(column.lettered for column in report.columns)
    rows = ", ".join(f"{one.row} ({legible(one.label)})" for one in report.skipped[:NAMED_CELLS])
    unread = ", ".join(map(legible, report.unread[:NAMED_CELLS]))
    return [
        *([say("skm-read"), *chosen] if chosen else []),
        *([say("skm-lettered")] if lettered else []),
        *([say("skm-unread", columns=unread)] if unread else []),
        *([say("skm-skipped", rows=rows)] if rows else []),
    ]
