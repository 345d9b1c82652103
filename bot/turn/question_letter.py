"""The letter that asks the open question: its words, its choices in pages, the ways back and out.

A button says `a.DIALOGUE.POSITION.KEY` (an answer), `v.DIALOGUE.POSITION.VERB` (back, skip, a
page) or `o.CONVERSATION.OPENING` (begin something, in the place of this message; with `n.` below
it, so that a receipt stays to be read). Dialogue and position make a stale tap known as stale, and
make loops work. Everything stays within 64 bytes, the least that a channel carries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.channel import Traits
from handlers.engine.conversation import Answered, Asking
from handlers.engine.question import Choice, Question, Spell
from handlers.engine.questions import WORD
from handlers.engine.said import GivenFile, Said, Typed
from models.letters import Button, Letter, Lines, Text, Verbatim, Words
from models.wording import plain, within

PAGE, PAGERS = 10, 2
TYPED = ("amount", "day")
"""Where a number is no choice's number but the answer itself."""


@dataclass(frozen=True)
class Tap:
    """A tap on a button of a form, taken apart."""

    verb: str
    dialogue: int
    position: int
    key: str


def tap_read(tap: str) -> Tap | None:
    """The parts of a form's button; None where it is none (or was made up)."""
    verb, _, rest = tap.partition(".")
    parts = rest.split(".", 2)
    if verb not in ("a", "v") or len(parts) != 3:
        return None
    dialogue, position, key = parts
    if not (dialogue.isdecimal() and position.isdecimal() and len(position) < 5):
        return None
    return Tap(verb, int(dialogue), int(position), key)


@dataclass(frozen=True)
class QuestionView:
    """How the open question is shown this time.

    `leads` are said before it, `near` narrows its choices, `about` is the message in whose place
    it stands. `again`: it has been read already. `likely`: what is near is what may be meant, and
    the way to all the others is a button. `whole`: all choices of a card, also where few fit.
    """

    leads: Sequence[Words] = ()
    page: int = 0
    near: Sequence[Choice] | None = None
    about: str | None = None
    again: bool = False
    likely: bool = False
    whole: bool = False


PLAINLY = QuestionView()
ANYWHERE = Traits(
    "", edits=True, silent=True, keeps_files=True, tells=False, takes_back=True, widest=1000
)
"""A channel on which every choice can be shown."""


def asked(
    asking: Asking,
    view: QuestionView = PLAINLY,
    *,
    dialogue: int,
    early: str | None = None,
    traits: Traits = ANYWHERE,
) -> Letter:
    """The open question, with no more buttons than the channel can show at once.

    `early` is what the person wrote before it was asked for: one tap makes it the answer.
    """
    question = asking.question
    place = f"{dialogue}.{asking.position}"
    decides = is_folded(question, traits) and view.near is None and not view.whole
    offers = _offers(question.suggestion, early, place) if question.kind == "write" else []
    rows = _rows(asking, place, view, traits, offers=offers)
    return Letter(
        paragraphs=(*view.leads, _words(question, view)),
        buttons=tuple(_decisions(asking, place) if decides else rows),
        about=view.about,
        holds=Text(f"list-{question.name}", otherwise="list-answers"),
    )


def is_folded(question: Question[Any], traits: Traits) -> bool:
    """Whether it is a card of which only the choice that ends the form, and ways, are shown."""
    return traits.at_once is not None and bool(question.decisive)


def _words(question: Question[Any], view: QuestionView) -> Text:
    """What is asked; in short, where the long words still stand above."""
    if question.decisive and view.whole and view.near is None:
        return Text("card-change")
    if question.reminder is not None and view.again and view.about is None:
        return question.reminder
    return Text(question.name, question.facts)


def _decisions(asking: Asking, place: str) -> list[tuple[Button, ...]]:
    """The choice that ends the form, the way to all others, and the way out."""
    question = asking.question
    choice = next(one for one in question.choices if one.key == question.decisive)
    return [
        (Button(choice.label, f"a.{place}.{choice.key}"),),
        (Button(Text("button-changes"), f"v.{place}.{way_to_change(asking)}"),),
        (Button(Text("button-cancel"), f"v.{place}.cancel"),),
    ]


def way_to_change(asking: Asking) -> str:
    """The way from a card to what can be changed on it: its other choices, the answers, the one
    answer before."""
    if len(asking.question.choices) > 1:
        return "page-0"
    return "change" if len(asking.answered) > 1 else "back"


Rows = list[tuple[Button, ...]]


def _rows(asking: Asking, place: str, view: QuestionView, traits: Traits, *, offers: Rows) -> Rows:
    """The choices, a page of them, the words that are offered, and the ways around."""
    others = Button(Text("button-others"), f"v.{place}.page-0")
    ways = [(others,)] if view.likely else _ways(asking, place)
    most = traits.most_choices
    room = None if most is None else most - sum(len(row) for row in ways)
    return [*_choices(asking.question, place, view, room=room), *offers, *ways]


def _offers(before: str | None, early: str | None, place: str) -> list[tuple[Button, ...]]:
    """Words that one tap makes the answer: what the question suggests, what came too early."""
    verbs = {words: verb for verb, words in (("early", early), ("before", before)) if words}
    return [
        (Button(Text("button-early", {"words": _short(Verbatim(words))}), f"v.{place}.{verb}"),)
        for words, verb in verbs.items()
    ]


def shown_of_search(asking: Asking, most: int | None) -> int:
    """How many choices of a search are shown at once, where `most` buttons can be."""
    ways = sum(len(row) for row in _ways(asking, ""))
    return PAGE if most is None else min(PAGE, most - ways)


def shown_first(asking: Asking, most: int | None) -> int:
    """How many of the choices stand on the first page, where `most` buttons can be."""
    ways = sum(len(row) for row in _ways(asking, ""))
    choices = asking.question.choices
    return min(len(choices), _page_size(choices, None if most is None else most - ways))


def _page_size(choices: Sequence[Choice], room: int | None, *, near: bool = False) -> int:
    """How many choices a page has, where there is room for so many buttons."""
    if room is None:
        return PAGE
    return min(PAGE, room if len(choices) <= room or near else room - PAGERS)


def words_in(said: Said) -> str:
    """The words that were typed, or that stand under a file."""
    match said:
        case Typed(text):
            return text
        case GivenFile(caption=str(caption)):
            return caption
        case _:
            return ""


def near_choices(question: Question[Any], text: str, spell: Spell) -> list[Choice]:
    """The choices whose label has the words in it, the last perhaps begun: a long list searched
    by typing. So few letters as "ya" are no search."""
    wanted = plain(text)
    if len(wanted) < WORD:
        return []
    return [one for one in question.choices if f" {wanted}" in f" {plain(spell(one.label))}"]


def corrections(asking: Asking, *, dialogue: int, about: str | None = None) -> Letter:
    """The answers so far, each a button that leads back to its question."""
    answered = [(row, row.question.told(row.answer)) for row in asking.answered if row.answer]
    told = [(row, _short(words)) for row, words in answered if words is not None]
    rows = tuple(
        (Button(Text("button-correct", {"answer": words}), _correct(dialogue, row)),)
        for row, words in told
    )
    lines = [
        Text("correct-line", {"number": number, "answer": words})
        for number, (_, words) in enumerate(told, 1)
    ]
    words, holds = (Text("correct-which"), Lines(tuple(lines))), Text("list-correct")
    letter = Letter(words, rows, about=about, holds=holds)
    return with_way_back(letter, asking, dialogue=dialogue)


def with_way_back(letter: Letter, asking: Asking, *, dialogue: int) -> Letter:
    """The letter with a button that asks the open question again."""
    onward = Button(Text("button-onward"), f"v.{dialogue}.{asking.position}.again")
    buttons = (*letter.buttons, (onward,))
    return replace(letter, buttons=buttons)


def examples(asking: Asking, shown: int, *, counted: bool = False) -> Text:
    """What an answer may look like, where so many choices are shown, and how to stop: nobody is
    led to give up answers that are `counted`, which would take them back."""
    question = asking.question
    if not question.choices or question.kind in TYPED:
        return Text(f"example-{question.kind}")
    return Text("example-counted" if counted else "example-pick", {"example": shown})


def _correct(dialogue: int, row: Answered) -> str:
    return f"v.{dialogue}.{row.position}.correct"


def _short(words: Words) -> Text | str:
    match words:
        case Text():
            return words
        case Verbatim(text):
            return within(text, 30)
        case Lines():
            return ""


def _choices(
    question: Question[object],
    place: str,
    view: QuestionView,
    *,
    room: int | None,
) -> list[tuple[Button, ...]]:
    """A page of the choices, with the ways to the pages beside it; of a search, the first page.

    `room` is for how many buttons, those ways among them.
    """
    choices = list(question.choices if view.near is None else view.near)
    size = _page_size(choices, room, near=view.near is not None)
    last = max(0, (len(choices) - 1) // size)
    page = min(max(view.page, 0), last)
    shown = [
        Button(choice.label, f"a.{place}.{choice.key}")
        for choice in choices[page * size : (page + 1) * size]
    ]
    columns = question.columns
    rows = [tuple(shown[i : i + columns]) for i in range(0, len(shown), columns)]
    if last and view.near is None:
        before = Button(Text("button-page-before"), f"v.{place}.page-{page - 1}")
        after = Button(Text("button-page-after"), f"v.{place}.page-{page + 1}")
        pages = ([before] if page else []) + ([after] if page < last else [])
        rows.append(tuple(pages))
    return rows


def _ways(asking: Asking, place: str) -> list[tuple[Button, ...]]:
    ways = []
    if asking.answered:
        ways.append(Button(Text("button-back"), f"v.{place}.back"))
    if asking.question.may_skip:
        ways.append(Button(Text("button-skip"), f"v.{place}.skip"))
    if asking.question.decisive:
        ways.append(Button(Text("button-cancel"), f"v.{place}.cancel"))
    beside = [(one,) for one in asking.question.beside]
    return [*beside, *([tuple(ways)] if ways else [])]
