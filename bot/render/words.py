"""Every word of a picture, said in the reader's language before it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from bot.texts import Texts
from models.figures import DAILIES, ENOUGH
from models.instruments import bands_at
from models.letters import Picture, Text

Say: TypeAlias = Callable[..., str]


def words_of(picture: Picture, texts: Texts, language: str) -> dict[str, str]:
    """Every word of the picture in one language; raises `TextMissing`.

    What they are, the drawings themselves say (`chart.elements`, `person.person`,
    `coverage.coverage`).
    """

    def say(text_id: str, **facts: Any) -> str:
        return texts.plain(language, Text(text_id, facts))

    return KINDS[picture.kind](picture.facts, say)


def _elements(facts: Mapping[str, Any], say: Say) -> dict[str, str]:
    when = facts.get("as_of")
    as_of = [say("figures-as-of", day=date.fromisoformat(when))] if when else []
    words = {
        "title": str(facts["title"]),
        "figure": _figure(facts, say),
        "subtitle": "\n".join(
            (
                *_below_sample(facts, say),
                _product(facts, say),
                *as_of,
            )
        ),
        "none": say("chart-none"),
        "lowest": say("chart-end", score=25),
        "highest": say("chart-end", score=100),
    }
    for band in bands_at(facts.get("floors")):
        meaning = Text(f"band-{band.key}")
        words[f"band-{band.key}"] = say("chart-band", letter=band.letter, meaning=meaning)
        words[f"floor-{band.key}"] = say("chart-score", score=band.floor)
    for row in facts["rows"]:
        key, n = row["element"], row["n"]
        words[f"label-{key}"] = row.get("name") or say(f"element-{key}")
        if "score" in row:
            words[f"score-{key}"] = say("chart-score", score=Decimal(row["score"]))
            words[f"n-{key}"] = say("chart-n", n=n)
        elif row.get("shields"):
            words[f"n-{key}"] = say("chart-n", n=n)
        else:
            words[f"n-{key}"] = say("chart-n-of", n=n, needed=row.get("needed", ENOUGH))
    return words


def _figure(facts: Mapping[str, Any], say: Say) -> str:
    """The score of the whole, of how many answers."""
    figure = facts.get("figure")
    if figure is None:
        return ""
    if facts["kind"] in DAILIES:
        return say("chart-index", index=Decimal(figure["score"]), n=figure["n"])
    kind = "chart-ikm" if facts["kind"] == "official" else "chart-figure"
    return say(kind, ikm=Decimal(figure["score"]), letter=figure["letter"], n=figure["n"])


def _product(facts: Mapping[str, Any], say: Say) -> str:
    """Of what the picture is, and of when."""
    if facts["kind"] != "own":
        return say(f"chart-{facts['kind']}", quarter=_quarter(facts))
    name = facts["survey"] or Text("survey-own")
    return say("chart-own", name=name, quarter=_quarter(facts))


def _below_sample(facts: Mapping[str, Any], say: Say) -> list[str]:
    figure = facts.get("figure", {})
    if "target" not in figure:
        return []
    return [say("chart-provisional", n=figure["n"], target=figure["target"])]


def _person(facts: Mapping[str, Any], say: Say) -> dict[str, str]:
    words = {
        "title": str(facts["title"]),
        "subtitle": say("chart-person", quarter=_quarter(facts)),
        "none": say("chart-person-none"),
        **{f"mark-{mark}": say("chart-end", score=mark) for mark in (0, 50, 100)},
    }
    for row in facts["rows"]:
        key, n = row["part"], row["n"]
        words[f"label-{key}"] = say(f"score-{key}")
        if "value" in row:
            words[f"value-{key}"] = say("chart-score", score=Decimal(row["value"]))
            words[f"n-{key}"] = say(f"score-n-{key}", n=n)
        else:
            words[f"n-{key}"] = say("chart-n-of", n=n, needed=row["needed"])
    return words


def _coverage(facts: Mapping[str, Any], say: Say) -> dict[str, str]:
    words = {
        "title": say("coverage-title", name=facts["name"]),
        "subtitle": say("coverage-subtitle", quarter=_quarter(facts)),
    }
    for number, row in enumerate(facts["rows"]):
        first, last = (date.fromisoformat(row[end]) for end in ("first", "last"))
        month = Text(f"month-{last.month}")
        days = {"first": first.day, "last": last.day, "month": month}
        if first == last:
            words[f"week-{number}"] = say("coverage-week-of-a-day", first=first.day, month=month)
        elif first.month == last.month:
            words[f"week-{number}"] = say("coverage-week", **days)
        else:
            before = Text(f"month-{first.month}")
            words[f"week-{number}"] = say("coverage-week-across", **days, before=before)
        words[f"days-{number}"] = say("coverage-days", n=row["n"], count=row["of"])
    return words


def _quarter(facts: Mapping[str, Any]) -> Text:
    return Text(f"quarter-{facts['quarter']}", {"year": str(facts["year"])})


KINDS: Mapping[str, Callable[[Mapping[str, Any], Say], dict[str, str]]] = {
    "elements": _elements,
    "person": _person,
    "coverage": _coverage,
}
"""What each kind of picture says."""
