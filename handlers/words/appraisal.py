"""What a superior's rating looks like to the person who was rated."""

from __future__ import annotations

from datetime import date

from handlers.acting import with_title
from handlers.openings import ToReceived, ToReply, ToResult
from models.evaluations import Appraisal
from models.letters import OPENS, Button, Fact, Letter, Lines, Text, Words
from models.predikat import objection_until, proposed
from models.store import Store
from models.store.people import charges, people, posts
from models.store.rules import settings


def names(store: Store, appraisal: Appraisal) -> tuple[str | Text, str | None]:
    """Who rated, as what where that was in another's place, and who is above the superior on the
    day of the rating, where that is known."""
    by, day = appraisal.superior_id, appraisal.rated_on
    place = charges.acting_as(store, by, appraisal.person_id, day)
    rater = with_title(people.name_of(store, by), *(place or (None, None)))
    superior = posts.superior_of(store, appraisal.person_id, day) if place else by
    above = None if superior is None else posts.superior_of(store, superior, day)
    return rater, people.name_of(store, above) if above is not None else None


def rated(appraisal: Appraisal, rater: str | Text, quarter: Text) -> tuple[Words, ...]:
    """The rating itself: which quarter and version, the predikat, both ratings, why, by whom."""
    facts: dict[str, Fact] = {
        "quarter": quarter,
        "version": appraisal.version,
        "day": appraisal.rated_on,
    }
    given: list[Words] = [
        Text("hasil-predikat", {"predikat": Text(f"predikat-{appraisal.predikat}")}),
        Text("hasil-result", {"rating": Text(f"rating-{appraisal.result}")}),
        Text("hasil-conduct", {"rating": Text(f"rating-{appraisal.conduct}")}),
    ]
    usual = proposed(appraisal.result, appraisal.conduct)
    if usual != appraisal.predikat:
        given.append(Text("hasil-other", {"predikat": Text(f"predikat-{usual}")}))
    why = Text("hasil-reason", {"name": rater, "reason": appraisal.reason})
    return Text("hasil-title", facts), Lines(tuple(given)), why


def news(store: Store, appraisal: Appraisal, quarter: Text) -> Letter:
    """The letter to the rated person: all of it, and what they can do."""
    rater, above = names(store, appraisal)
    facts: dict[str, Fact] = {"name": rater, OPENS: ToResult(appraisal.quarter).tap}
    lead = Text("hasil-news" if appraisal.version == 1 else "hasil-news-again", facts)
    days = settings.objection_days(store, appraisal.rated_on)
    rights = Text("hasil-rights", {"above": above or Text("hasil-above-unknown"), "days": days})
    words = (lead, *rated(appraisal, rater, quarter), rights)
    return Letter(words, buttons(appraisal, newest=True))


def objection(
    appraisal: Appraisal, above: str | None, *, today: date, days: int
) -> tuple[Words, ...]:
    """Until when one may object, to whom and how; before receipt only what receipt begins.

    So many calendar days from confirmed receipt, to the superior of the one who rated: 14 by
    PP 30/2019, more where the office gives more.
    """
    named: dict[str, Fact] = {"above": above or Text("hasil-above-unknown")}
    if appraisal.received_on is None:
        return (Text("hasil-rights", {**named, "days": days}),)
    until = objection_until(appraisal.received_on, days=days)
    received = Text("hasil-received", {"day": appraisal.received_on})
    if today > until:
        return (Lines((received, Text("hasil-objection-over", {"until": until}))),)
    right = Text("predikat-objection", {"until": until})
    return Lines((received, right)), Text("hasil-objection-how", named)


def buttons(appraisal: Appraisal, *, newest: bool) -> tuple[tuple[Button, ...], ...]:
    """What can be done with a rating; of an older version one can only go to the others."""
    rows: list[tuple[Button, ...]] = []
    quarter, version = appraisal.quarter, appraisal.version
    if newest and appraisal.received_on is None:
        rows.append((ToReceived(quarter, version).button(Text("hasil-confirm")),))
    if newest:
        rows.append((ToReply(quarter).button_below(Text("hasil-reply")),))
    else:
        rows.append((ToResult(quarter).button(Text("hasil-newest")),))
    if version > 1:
        rows.append((ToResult(quarter, version - 1).button(Text("hasil-earlier")),))
    return tuple(rows)
