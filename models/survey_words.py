"""How a survey's elements are called: in Tilik's words, or in the office's own, never as markup."""

from __future__ import annotations

from models.instruments import Instrument
from models.letters import Text, Verbatim


def title(survey: Instrument) -> Text | str:
    """What an office's own survey is called, as a fact of another text."""
    return survey.name or Text("survey-own")


def name(survey: Instrument, element: str) -> Text | str:
    """What the element is called, as a fact of another text."""
    own = survey.words.get(element)
    return own.name if own else Text(f"element-{element}")


def short(survey: Instrument, element: str) -> Text | Verbatim:
    """The element in a word or two, for a button."""
    own = survey.words.get(element)
    return Verbatim(own.short) if own else Text(f"short-{element}")


def question(survey: Instrument, element: str) -> Text | str:
    """What the questionnaire asks, as a fact of another text."""
    own = survey.words.get(element)
    return own.question if own else Text(f"question-{element}")


def answers(survey: Instrument, element: str) -> tuple[Text | Verbatim, ...]:
    """The four answers, worst first."""
    own = survey.words.get(element)
    if own:
        return tuple(map(Verbatim, own.answers))
    return tuple(Text(f"answer-{element}-{value}") for value in (1, 2, 3, 4))
