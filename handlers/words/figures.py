"""A quarter's figures in a line each: text ids and facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from models.figures import OWNS, Daily, Figures, Product
from models.instruments import ANSWERS
from models.letters import Fact, Text, Words
from models.quarter import Quarter
from models.release import LEAST
from models.scores import DailyIndex, Element, Ikm, NotEnough, compared
from models.store.ratings.quarantines import HeldBack
from models.survey_words import name, title


def quarter_name(quarter: Quarter) -> Text:
    """The quarter as people write it: Triwulan IV 2026."""
    return Text(f"quarter-{quarter.number}", {"year": str(quarter.year)})


def as_of(quarter: Quarter, closed: date | None) -> tuple[Text, ...]:
    """Up to which day what citizens said of the quarter has been looked through for release."""
    if closed is None:
        return ()
    return (Text("figures-as-of", {"day": min(closed, quarter.last_day)}),)


def official(figures: Figures) -> Text:
    """The official SKM, or how many answers are still missing."""
    if isinstance(figures.official, NotEnough):
        return _few("summary-official", figures.official, {})
    return Text(_target_words(figures.official, "summary-official"), _ikm_facts(figures.official))


def earlier(figures: Figures, product: Product) -> list[Words]:
    """The figure of the last quarter that has one, named as such; nothing where it has none."""
    facts: dict[str, Fact] = {"quarter": quarter_name(figures.quarter)}
    whole = figures.whole(product)
    if isinstance(whole, DailyIndex):
        return [Text("summary-earlier-daily", {**facts, "kind": product, **_daily_facts(whole)})]
    if not isinstance(whole, Ikm):
        return []
    text = "summary-earlier-own" if product in OWNS else _target_words(whole, "summary-earlier")
    return [Text(text, {**facts, **_ikm_facts(whole)})]


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


def daily(figures: Figures, kind: Daily) -> Text:
    """The indicative daily index of one kind of rating, or how many ratings are still missing."""
    index = figures.dailies[kind]
    if isinstance(index, NotEnough):
        return _few("summary-daily", index, {"kind": kind})
    return Text("summary-daily", {"kind": kind, **_daily_facts(index)})


def own(figures: Figures, place: Product) -> Text:
    """The figure of one of the office's own surveys, or how many answers are still missing; it must
    have one there."""
    facts: dict[str, Fact] = {"name": title(figures.asked(place))}
    found = figures.own[place]
    if isinstance(found, Ikm):
        return Text("summary-own", {**facts, **_ikm_facts(found)})
    return _few("summary-own", found, facts)


def _daily_facts(daily: DailyIndex) -> dict[str, Fact]:
    return {"index": daily.index, "n": daily.n}


def change(now: Figures, before: Figures | None, product: Product = "official") -> Text | None:
    """The figure of a survey beside the last quarter's, where both have one of the same survey."""
    if before is None or now.asked(product).key != before.asked(product).key:
        return None
    figure, former = now.whole(product), before.whole(product)
    moved = compared(figure, former) if figure and former else None
    if moved is None:
        return None
    way = "up" if moved.figure > 0 else "down" if moved.figure < 0 else "same"
    quarter = quarter_name(before.quarter)
    facts: dict[str, Fact] = {"points": abs(moved.figure), "quarter": quarter}
    return Text(f"summary-change-{way}", facts)


def lowest(figures: Figures, product: Product) -> list[Words]:
    """The lowest elements of a product; in the daily stream, each with the cause most named."""
    lines: list[Words] = []
    for element in figures.lowest(product):
        facts: dict[str, Fact] = {
            "element": name(figures.asked(product), element.key),
            "score": element.score,
            "n": element.n or 0,
        }
        cause = figures.cause_of(element.key, product)
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
    """One part's figure in a few words, and those of the office's own surveys where it has any."""
    said = _first_in_short(figures)
    for place, one in figures.own.items():
        if isinstance(one, Ikm):
            facts: dict[str, Fact] = {"figure": said, "name": title(figures.asked(place))}
            said = Text("figure-and-own", {**facts, **_ikm_facts(one)})
    return said


def _first_in_short(figures: Figures) -> Text:
    if isinstance(figures.official, Ikm):
        ikm = figures.official
        return Text("figure-official", {"ikm": ikm.ikm, "letter": ikm.band.letter, "n": ikm.n or 0})
    index = figures.dailies[figures.leads]
    if isinstance(index, DailyIndex):
        return Text("figure-daily", {"kind": figures.leads, **_daily_facts(index)})
    nearest = max(figures.official, index, key=lambda missing: missing.n)
    return _few("figure", nearest, {})


def _few(text_id: str, figure: NotEnough, facts: Mapping[str, Fact]) -> Text:
    """How many answers there are of how many; or that a score would tell of fewer elsewhere."""
    if figure.shields:
        return Text(f"{text_id}-shields", {**facts, "n": figure.n})
    return Text(f"{text_id}-not-enough", {**facts, "n": figure.n, "needed": figure.needed})


def spread(counts: Mapping[int, int]) -> dict[str, Fact]:
    """How often each of the four answers was given, as facts."""
    return {f"of{answer}": counts.get(answer, 0) for answer in ANSWERS}


def element_lines(figures: Figures, product: Product) -> list[Words]:
    """Each element of a product with its n and how often each answer was given, where it has
    enough."""
    survey = figures.asked(product)
    lines: list[Words] = []
    for key, element in zip(survey.elements, figures.elements(product), strict=False):
        facts: dict[str, Fact] = {"element": name(survey, key), "n": element.n or 0}
        if isinstance(element, Element):
            facts |= {"score": element.score, **spread(figures.counts(product, key))}
            lines.append(Text("figure-element", facts))
        else:
            lines.append(_few_of(element, facts))
    return lines


def _few_of(element: NotEnough, facts: dict[str, Fact]) -> Text:
    if element.shields:
        return Text("figure-element-shields", facts)
    return Text("figure-element-few", {**facts, "needed": element.needed})


def how_many(n: int) -> dict[str, Fact]:
    """So many ratings, or, of a few, only that they are fewer than are ever released."""
    return {"n": n if n >= LEAST else 0, "least": LEAST}


def batch_lines(found: Iterable[HeldBack]) -> list[Words]:
    """How many ratings are held, and why."""
    return [
        Text(f"batch-line-{one.state}", {"why": Text(f"batch-why-{one.why}"), **how_many(one.n)})
        for one in found
    ]
