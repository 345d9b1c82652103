"""A quarter's figures in a line each: text ids and facts."""

from __future__ import annotations

from datetime import date

from models.figures import Figures
from models.letters import Fact, Text, Words
from models.quarter import Quarter
from models.scores import DailyIndex, Ikm, NotEnough, compared
from models.survey_words import name


def quarter_name(quarter: Quarter) -> Text:
    """The quarter as people write it: Triwulan IV 2026."""
    return Text(f"quarter-{quarter.number}", {"year": str(quarter.year)})


def as_of(quarter: Quarter, closed: date | None) -> tuple[Text, ...]:
    """Up to which day what citizens said of the quarter has been looked through for release."""
    if closed is None or closed < quarter.first_day:
        return (Text("figures-as-of-never"),)
    return (Text("figures-as-of", {"day": min(closed, quarter.last_day)}),)


def official(figures: Figures) -> Text:
    """The official SKM, or how many answers are still missing."""
    if isinstance(figures.official, NotEnough):
        return Text("summary-official-not-enough", _missing(figures.official))
    return Text(_target_words(figures.official, "summary-official"), _ikm_facts(figures.official))


def earlier(figures: Figures) -> Text:
    """The last quarter that has a figure, named as such."""
    facts: dict[str, Fact] = {"quarter": quarter_name(figures.quarter)}
    if isinstance(figures.official, Ikm):
        ikm = figures.official
        return Text(_target_words(ikm, "summary-earlier"), {**facts, **_ikm_facts(ikm)})
    if isinstance(figures.daily, NotEnough):
        return daily(figures)
    return Text("summary-earlier-daily", {**facts, **_daily_facts(figures.daily)})


def _target_words(ikm: Ikm, text_id: str) -> str:
    if ikm.target is None:
        return text_id
    return f"{text_id}-provisional" if ikm.provisional else f"{text_id}-target"


def _ikm_facts(ikm: Ikm) -> dict[str, Fact]:
    facts: dict[str, Fact] = {
        "ikm": ikm.ikm,
        "letter": ikm.band.letter,
        "band": Text(f"band-{ikm.band.key}"),
        "n": ikm.n or 0,
    }
    return facts if ikm.target is None else {**facts, "target": ikm.target}


def daily(figures: Figures) -> Text:
    """The indicative daily index, or how many ratings are still missing."""
    if isinstance(figures.daily, NotEnough):
        return Text("summary-daily-not-enough", _missing(figures.daily))
    return Text("summary-daily", _daily_facts(figures.daily))


def _daily_facts(daily: DailyIndex) -> dict[str, Fact]:
    return {"index": daily.index, "n": daily.n}


def change(now: Figures, before: Figures | None) -> Text | None:
    """The official figure beside the last quarter's, where both have one."""
    if before is None:
        return None
    moved = compared(now.official, before.official)
    if moved is None:
        return None
    way = "up" if moved.figure > 0 else "down" if moved.figure < 0 else "same"
    quarter = quarter_name(before.quarter)
    facts: dict[str, Fact] = {"points": abs(moved.figure), "quarter": quarter}
    return Text(f"summary-change-{way}", facts)


def lowest(figures: Figures) -> list[Words]:
    """The lowest elements, each with the cause that most have named."""
    lines: list[Words] = []
    for element in figures.lowest:
        facts: dict[str, Fact] = {
            "element": name(figures.survey, element.key),
            "score": element.score,
            "n": element.n or 0,
        }
        cause = figures.cause_of(element.key)
        if cause is None:
            lines.append(Text("summary-low", facts))
            continue
        number, named, total = cause
        causes = figures.survey.causes[element.key]
        key = next(known.key for known in causes if known.number == number)
        named_facts: dict[str, Fact] = {"cause": Text(f"cause-{element.key}-{key}")}
        facts |= named_facts | {"named": named, "total": total}
        lines.append(Text("summary-low-cause", facts))
    return lines


def in_short(figures: Figures) -> Text:
    """One part's figure in a few words."""
    if isinstance(figures.official, Ikm):
        ikm = figures.official
        return Text("figure-official", {"ikm": ikm.ikm, "letter": ikm.band.letter, "n": ikm.n or 0})
    if isinstance(figures.daily, DailyIndex):
        return Text("figure-daily", _daily_facts(figures.daily))
    nearest = max(figures.official, figures.daily, key=lambda missing: missing.n)
    return Text("figure-not-enough", _missing(nearest))


def _missing(figure: NotEnough) -> dict[str, Fact]:
    return {"n": figure.n, "needed": figure.needed}
