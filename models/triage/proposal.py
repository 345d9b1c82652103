"""What free words of a citizen are about: where, which element and kind, how sure. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from models.triage.corrected import Learned, moved, moved_places, votes
from models.triage.ideas import signs
from models.triage.judging import NONE, Likely, elements, fields, kinds, said_words
from models.triage.places import KnownPlaces, Ranked, masked, named, places
from models.triage.spoken import spoken

Sureness: TypeAlias = Literal["sure", "choices", "asked"]
"""Shown to be confirmed; shown beside others to choose from; asked, as nothing is known, or as a
weighty matter must not be taken for another."""
MOST_CHOICES = 3
"""How many other values are offered, beside "another"."""
_SURE, _SURE_WEIGHTY, _LIKELY_WEIGHTY, _MAYBE_WEIGHTY = 0.98, 0.93, 0.3, 0.025
"""From which share on a value is sure; one that is weighty is; is named first, as to take it for
another costs more; and is worth asking."""
_FEW = 3
"""Words, below which no kind is sure."""
_LEAST_PLACE, _CLEARER = 1.0, 1.5
"""How clearly words must tell of a place, and how much more clearly than of the next to be sure."""
_MAYBE_FIELD = 0.12
"""From which share on the unit of a field of work is offered, though no word names it."""


@dataclass(frozen=True)
class Guess:
    """A value, how sure it is, and what else it may be, the likeliest first. Of a kind that is
    asked, the value is the likeliest. `share`: how likely it is, of a kind and an element."""

    value: str | None
    sure: Sureness
    others: Sequence[str] = ()
    share: float = 0.0


@dataclass(frozen=True)
class Proposal:
    """What free words are about; a card shows it, and lets each of it be changed."""

    unit: Guess
    service: Guess
    element: Guess
    kind: Guess


def proposed(at: KnownPlaces, text: str, *, learned: Learned | None = None) -> Proposal:
    """What the words are about; `learned`: what was corrected before.

    What is surely weighty is always the conduct of somebody.
    """
    words = spoken(text)
    mentions = named(at, words)
    ranked, services = places(at, words, mentions)
    found_before = votes(words, learned or {})
    found = masked(words, mentions)
    unit = _beside(_place(moved_places(ranked, at, found_before)), at, fields(said_words(found)))
    known = (*signs(found), *said_words(found))
    kind = _kind(moved(kinds(known), "kind", found_before), told=len(words) >= _FEW)
    about = elements(known, kind.value or "")
    element = _element(moved(about, "element", found_before))
    if (kind.value, kind.sure) == ("weighty", "sure"):
        element = Guess("perilaku", "sure", ())
    return Proposal(unit, _place(services.get(unit.value or "", ())), element, kind)


def _place(ranked: Sequence[Ranked]) -> Guess:
    others = [one.key for one in ranked[1 : 1 + MOST_CHOICES]]
    if not ranked or ranked[0].score < _LEAST_PLACE:
        return Guess(None, "asked", [one.key for one in ranked[:MOST_CHOICES]])
    next_best = ranked[1].score if len(ranked) > 1 else 0.0
    clear = ranked[0].score >= _CLEARER * next_best
    return Guess(ranked[0].key, "sure" if clear else "choices", others)


def _beside(named: Guess, at: KnownPlaces, likely: Sequence[Likely]) -> Guess:
    """The unit, with those of likely fields of work offered behind those that are named."""
    maybe = [one.value for one in likely if one.share >= _MAYBE_FIELD]
    homes = [at.homes[field] for field in maybe if field in at.homes]
    every = dict.fromkeys((*named.others, *homes))
    return replace(named, others=[one for one in every if one != named.value][:MOST_CHOICES])


def _kind(likely: Sequence[Likely], *, told: bool) -> Guess:
    first, *rest = sorted(likely, key=_comes_later)
    enough = _SURE_WEIGHTY if first.value == "weighty" else _SURE
    maybe = any(one.value == "weighty" and one.share >= _MAYBE_WEIGHTY for one in rest)
    others = [one.value for one in rest]
    if told and first.share >= enough and not maybe:
        return Guess(first.value, "sure", others, first.share)
    is_asked = not told or maybe or first.value == "weighty"
    return Guess(first.value, "asked" if is_asked else "choices", others, first.share)


def _comes_later(one: Likely) -> bool:
    """Whether a kind comes behind a weighty one that is likely enough; else none moves."""
    return one.value != "weighty" or one.share < _LIKELY_WEIGHTY


def _element(likely: Sequence[Likely]) -> Guess:
    first = likely[0]
    others = [one.value for one in likely[1:] if one.value != NONE][:MOST_CHOICES]
    if first.value == NONE:
        return Guess(None, "asked", others)
    sure: Sureness = "sure" if first.share >= _SURE else "choices"
    return Guess(first.value, sure, others, first.share)
