"""What is said of a review: to who heads the place, and to who asked to be told of a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from handlers.openings import ToReview
from handlers.supervisor.reviews.standing import BeforeAndAfter
from models.instruments import instrument
from models.letters import Fact, Letter, Lines, Text, Words
from models.masking import masked
from models.reviews import LOW, WATCHED, ElementMean, Measured, Review, ReviewStanding
from models.survey_words import name
from models.wording import within

LONGEST_LINE = 200
NUMBERS = 5
"""So many complaints are named by their number."""
_CENT = Decimal("0.01")


def element_words(element: str) -> Text | str:
    """The element as people call it."""
    return name(instrument(), element)


def news(text_id: str, review: Review, place: str) -> Letter:
    """What who heads the unit is told: that it has opened, is due or late, or is another's now."""
    facts: dict[str, Fact] = {
        "element": element_words(review.element),
        "place": place,
        "due": review.due_on,
        "words": within(review.result or "", LONGEST_LINE),
    }
    return Letter((Text(text_id, facts),), ((ToReview(review.id).button(Text("button-review")),),))


def entrusted(review: Review, place: str, *, by: str) -> Letter:
    """What whoever sees to it is told: what is to be done, where, until when, and by whose word."""
    facts: dict[str, Fact] = {
        "by": by,
        "action": Text("review-is-training") if review.training else review.action or "",
        "element": element_words(review.element),
        "place": place,
        "due": review.due_on,
    }
    return Letter((Text("review-yours", facts),))


def said_of(found: ReviewStanding, element: str, numbers: Sequence[str]) -> Words:
    """What citizens said: the figure where it is shown, the causes, and complaints by number."""
    return Lines((Text("review-said"), *_lines(found, element, numbers)))


def _lines(found: ReviewStanding, element: str, numbers: Sequence[str]) -> Iterator[Words]:
    product = next((one for one in WATCHED if one in found.shown), None)
    if product is not None:
        counts = found.counts[product]
        n, low = sum(counts.values()), found.low(product)
        yield Text("review-low", {"low": low, "n": n, "value": LOW})
    causes = {one.number: one.key for one in instrument().causes[element]}
    for number, times in sorted(found.causes.items(), key=lambda one: (-one[1], one[0])):
        if number in causes:
            cause = Text(f"cause-{element}-{causes[number]}")
            yield Text("review-cause-line", {"cause": cause, "n": times})
    if numbers:
        shown = ", ".join(numbers[:NUMBERS])
        yield Text("review-complaints", {"numbers": shown, "count": len(numbers)})
    if product is None and not found.causes and not numbers:
        yield Text("review-nothing")


def state_lines(review: Review, who: str) -> Words:
    """How it stands: what is waited for, or what is to be done or was, by whom, until when."""
    facts: dict[str, Fact] = {"due": review.due_on, "opened": review.opened_on}
    lines: list[Words] = []
    if review.cause:
        lines.append(Text("review-plan-cause", {"cause": _cause_words(review)}))
    if review.action:
        lines.append(Text("review-plan-action", {"words": within(review.action, LONGEST_LINE)}))
    if review.training:
        lines.append(Text("review-training"))
    if who:
        lines.append(Text("review-plan-who", {"who": who}))
    if review.result:
        facts["words"] = within(review.result, LONGEST_LINE)
    if review.ended_on is not None:
        facts["day"] = review.ended_on
    lines.append(Text(f"review-state-{review.state}", facts))
    return Lines(tuple(lines))


def _cause_words(review: Review) -> Text | str:
    """A cause of the survey by its name, else what was written."""
    key = review.cause or ""
    known = {one.key for one in instrument().causes[review.element]}
    return Text(f"cause-{review.element}-{key}") if key in known else within(key, LONGEST_LINE)


def list_line(review: Review, place: str) -> Text:
    """A review in a line, for its button."""
    return Text("review-one", {"element": Text(f"short-{review.element}"), "place": place})


def change_letter(review: Review, place: str, words: str, figures: BeforeAndAfter) -> Letter:
    """What those read who asked to be told: their request, the change, the figure before and after.
    It asks for nothing."""
    facts: dict[str, Fact] = {
        "element": element_words(review.element),
        "place": place,
        "words": within(masked(words), LONGEST_LINE),
        "before": _figure(figures.before),
        "after": _figure(figures.after),
        "first": figures.first,
        "middle": figures.middle,
        "last": figures.last,
    }
    return Letter((Text("told-change", facts),))


def figures_lines(figures: BeforeAndAfter) -> Words:
    """The same for who heads the unit."""
    facts: dict[str, Fact] = {
        "before": _figure(figures.before),
        "after": _figure(figures.after),
        "first": figures.first,
        "middle": figures.middle,
        "last": figures.last,
    }
    return Text("review-figures", facts)


def _figure(found: Measured) -> Text:
    if isinstance(found, ElementMean):
        mean = (Decimal(found.mean.numerator) / found.mean.denominator).quantize(_CENT)
        return Text("change-mean", {"mean": mean, "n": found.n})
    if found.shields:
        return Text("change-shields")
    return Text("change-few", {"n": found.n, "needed": found.needed})


