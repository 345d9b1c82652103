"""The rating that was just given: what is written after it is added, while it may change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from handlers.citizen.survey import offered
from handlers.engine.question import Spell
from handlers.engine.questions import LONGEST_COMMENT
from handlers.openings import ToRating, ToSurvey
from handlers.today import tokens_of
from models.figures import Own
from models.letters import Button, Letter, Lines, Text, Words
from models.masking import masked
from models.people import Person
from models.ratings import DAILY, Rating
from models.scores import OVERALL
from models.services import Counter, Service
from models.store import Store
from models.store.office import services
from models.store.ratings import raters, ratings
from models.store.rules.measures import own_surveys_on
from models.wording import begins


@dataclass(frozen=True)
class Lately:
    """A rating that may still change, where it was given, and in which place the survey of the
    office's own stands that it answers."""

    rating: Rating
    counter: Counter
    service: Service
    own: Literal["", Own] = ""


def lately(store: Store, person: Person, now: datetime) -> Lately | None:
    """The last that was given in this chat; None where it can no longer change, and where the phone
    is handed to others."""
    if person.address.assisting:
        return None
    found = raters.fresh(store, tokens_of(store, person), now)
    if found is None:
        return None
    rating = ratings.by_id(store, found)
    places = services.counters_by_id(store, rating.counter_id)
    there = ((place, one) for place in places for one in place.services)
    here = next((both for both in there if both[1].id == rating.service_id), None)
    own = own_surveys_on(store, rating.day) if rating.instrument != DAILY else {}
    mine: list[Literal["", Own]] = [
        name for name, one in own.items() if one.key == rating.instrument
    ]
    return None if here is None else Lately(rating, *here, next(iter(mine), ""))


def tap_named(store: Store, given: Lately, words: str, spell: Spell) -> str | None:
    """What the button carries under its receipt that begins with these words."""
    rating, ((change,),) = given.rating, _change(given)
    buttons = (change, offered(store, given.counter, given.service, rating.day))
    return next((one.tap for one in buttons if begins(spell(one.label), words)), None)


def add_words(store: Store, given: Lately, words: str) -> Letter:
    """Add the words to its comment, and say so; where it gets too long, by how much."""
    before = given.rating.reason
    reason = "\n".join(filter(None, (before, masked(words))))
    if len(reason) > LONGEST_COMMENT:
        over = {"length": len(reason), "longest": LONGEST_COMMENT}
        return Letter((Text("words-too-long", over),))
    ratings.amend(store, given.rating.id, replace(given.rating, reason=reason))
    said: list[Words] = [Text("rate-words-added", {"service": given.service.name})]
    if masked(words) != words:
        said.append(Text("rate-masked"))
    return Letter((Lines(tuple(said)),), _change(given))


def receipt(given: Lately) -> Letter:
    """That it is kept, as which value, and how it is changed."""
    said: list[Words] = [Text("rate-kept", {"service": given.service.name})]
    if (overall := given.rating.answers.get(OVERALL)) is not None:
        said.append(Text("rate-told", {"answer": Text(f"answer-overall-{overall}")}))
    return Letter((Lines(tuple(said)),), _change(given))


def _change(given: Lately) -> tuple[tuple[Button, ...], ...]:
    return ((_anew(given).button(Text("button-change")),),)


def _anew(given: Lately) -> ToRating | ToSurvey:
    """What opens the same again."""
    here, kind = (given.counter.code, given.service.key), given.rating.instrument
    if kind == DAILY:
        return ToRating(*here)
    return ToSurvey(*here, given.own)
