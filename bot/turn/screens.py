"""What is on the screen: a typed number chooses the row that the person reads it at, and the words
of a button are that button."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.channel import Tapped
from bot.outbound.labels import fitted
from bot.turn.form import Form
from bot.turn.question_letter import TYPED, is_folded
from handlers.engine.question import Spell
from handlers.engine.said import GivenFile
from handlers.listed import PROMPTS
from models.letters import Letter, Text
from models.screens import BACK, Refusal, Screens, Shown
from models.store.letters.letters import Envelope
from models.store.prompts.kinds import Prompt
from models.wording import plain

_TYPED = re.compile(r"(?:no(?:mor)?\.?|#)? ?(\d{1,3}) ?[.)]?", re.IGNORECASE)
_LABEL = re.compile(r"(\d{1,3})(?:[.)]?|[.)] .*)")
LONGEST_NUMBER = 20
"""Characters of a line that is a number and no more."""
TOGETHER = timedelta(seconds=10)
"""What somebody sends within that is one album; WhatsApp tells of each of its files alone."""


def number_in(text: str) -> int | None:
    """The number that the whole line is: 2, "2.", "no. 2", "nomor 2"."""
    line = " ".join(text.split()) if len(text) <= LONGEST_NUMBER else ""
    found = _TYPED.fullmatch(line)
    return None if found is None else int(found[1])


def rows_of(labels: Iterable[tuple[str, str]]) -> Mapping[int, str]:
    """What the buttons carry, by the number that stands on them; where none does, by the place
    among the answers that are offered, or among those that may be changed."""
    there = list(labels)
    named = ((_LABEL.fullmatch(" ".join(label.split())), tap) for label, tap in there)
    numbered = {int(found[1]): tap for found, tap in named if found is not None}
    changes = [tap for _, tap in there if tap.startswith("v.") and tap.endswith(".correct")]
    answers = [tap for _, tap in there if tap.startswith("a.")]
    return numbered or dict(enumerate(changes or answers, 1))


def meant(form: Form) -> Shown | None:
    """The message that a number or words are for, where it is not the open question: the one that
    is replied to, else what was shown last."""
    quoted = form.heard.quoted
    if quoted is None:
        return form.screens.last
    if (known := form.screens.by_message(quoted.message)) is not None:
        return replace(known, day=None)
    if not quoted.labels:
        return form.screens.last
    if _is_open(form, quoted.labels):
        return None
    return _quoted(quoted.labels)


def _is_open(form: Form, labels: Iterable[tuple[str, str]]) -> bool:
    """Whether it is the open question, as it was asked."""
    opened = form.open
    if opened is None:
        return False
    place = f".{opened.dialogue.id}.{opened.asking.position}."
    return any(tap[1:].startswith(place) for _, tap in labels)


def is_elsewhere(form: Form) -> bool:
    """Whether something was shown after the open question, which takes numbers or words itself."""
    shown = meant(form)
    others = shown is not None and any(not tap.startswith("a.") for tap in shown.rows.values())
    return shown is not None and (shown.kind != "" or others)


def _quoted(labels: Iterable[tuple[str, str]]) -> Shown:
    """What is quoted: rows, or the prompt for words whose button begins it for a day."""
    there = tuple(labels)
    taps = tuple(tap for _, tap in there)
    kind = next((one.kind for one in PROMPTS.every if opening_in(taps, one) is not None), "")
    return Shown(0, rows_of(there), kind, taps=taps, labels=_labels_of(there))


def _labels_of(labels: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What the buttons carry that open something or show more of the open question, by their words;
    not those that are a number."""
    there = list(labels)
    opening = [(label, tap) for label, tap in there if tap[:2] in ("o.", "n.")]
    named = {plain(label): tap for label, tap in there if _leads_on(label, tap)}
    back = [tap for label, tap in opening if label.startswith(BACK)]
    known = {words: tap for words, tap in named.items() if words and not words.isdecimal()}
    return {**known, BACK: back[-1]} if back else known


def _leads_on(label: str, tap: str) -> bool:
    """Whether it opens something, or shows other choices or answers: what leads back, leaves out or
    cancels is said with a word that is known everywhere."""
    way = tap.rpartition(".")[2] if tap.startswith("v.") else ""
    changes = way in ("change", "back") and not label.startswith(BACK)
    return tap[:2] in ("o.", "n.") or way.startswith("page-") or changes


def opening_in(taps: Iterable[str], prompt: Prompt) -> str | None:
    """How the opening is written that a button of the prompt has for its day; None without one."""
    if prompt.takes is None:
        return None
    begins = f"o.{prompt.takes.conversation}."
    found = (tap.removeprefix(begins) for tap in taps if tap.startswith(f"{begins}@"))
    return next(found, None)


def has_rows(form: Form, letter: Letter) -> bool:
    """Whether its buttons are rows with their numbers."""
    taps = {button.tap for row in letter.buttons for button in row}
    return any(tap in taps and tap[:2] in ("o.", "n.") for tap in _rows(form, letter).values())


def _rows(form: Form, letter: Letter) -> Mapping[int, str]:
    """Its rows by the numbers that the channel shows: of long names it may number all, of a card of
    few buttons none."""
    opened = form.open
    if opened is not None and _asks(form, letter) and is_folded(opened.question, form.traits):
        return {}
    named = {tap: label for label, tap in _read(form, letter)}
    return rows_of(zip(fitted([*named.values()], form.traits.widest), named, strict=True))


def _read(form: Form, letter: Letter) -> list[tuple[str, str]]:
    """Its buttons as they are read, with what each carries."""
    buttons = [button for row in letter.buttons for button in row]
    return [(form.spell(button.label), button.tap) for button in buttons]


def told_buttons(envelope: Envelope, spell: Spell) -> Shown:
    """What may be typed of a letter to which no turn has led: what its buttons say."""
    every = [button for row in envelope.letter.buttons for button in row]
    labels = _labels_of((spell(button.label), button.tap) for button in every)
    return Shown(envelope.id, {}, labels={w: tap for w, tap in labels.items() if w != BACK})


def shown_after(form: Form, envelopes: Iterable[Envelope]) -> Screens:
    """What is on the screens once these letters of the turn have come.

    Of a citizen no longer than the form is open: a row names a counter.
    """
    if form.person.id is None and form.dialogue is None:
        return Screens(refused=_refused(form))
    now = _without_tapped(form)
    for envelope in envelopes:
        read = _read(form, envelope.letter)
        rows, labels = _rows(form, envelope.letter), _labels_of(read)
        if rows and not _is_whole(form, rows):
            now = now.showing(Shown(envelope.id, rows, labels=labels))
        elif here := _beside(labels, asks=_asks(form, envelope.letter)):
            now = now.showing(Shown(envelope.id, {}, labels=here))
        elif envelope.letter.buttons or _asks(form, envelope.letter):
            now = now.covered()
    kept = Screens() if form.person.id is None and not now.asked else now
    return replace(kept, refused=_refused(form))


def _without_tapped(form: Form) -> Screens:
    """What was on the screens; of a letter that was told nothing more once it was answered."""
    said, told = form.heard.said, form.screens.told
    done = told is not None and isinstance(said, Tapped) and said.tap in told.labels.values()
    return replace(form.screens, told=None) if done else form.screens


def _beside(labels: Mapping[str, str], *, asks: bool) -> Mapping[str, str]:
    """What is known by its words of a message; of the open question the ways through it alone."""
    return {words: tap for words, tap in labels.items() if not asks or tap.startswith("v.")}


def lose(form: Form, why: str) -> bool:
    """Note that the file just sent is not kept, and why; whether that is to be said: of several
    that come at once it is said of the first."""
    if not form.lost:
        form.lost = why
        return not _is_told(form, why)
    return True


def _is_told(form: Form, why: str) -> bool:
    told = form.screens.refused
    return told is not None and told.why == why and form.now - told.at < TOGETHER


def _refused(form: Form) -> Refusal | None:
    """What was said of the files that come one after another; a kept one among them is no end."""
    if not form.lost:
        return form.screens.refused if isinstance(form.heard.said, GivenFile) else None
    told = _is_told(form, form.lost)
    return form.screens.refused if told else Refusal(form.now, form.lost)


def _asks(form: Form, letter: Letter) -> bool:
    """Whether it has the open question in it."""
    name = form.open.question.name if form.open is not None else ""
    return any(isinstance(one, Text) and one.id == name for one in letter.paragraphs)


def _is_whole(form: Form, rows: Mapping[int, str]) -> bool:
    """Whether these are the answers of the open question, all of them: it knows their numbers."""
    opened = form.open
    if opened is None or not all(tap.startswith("a.") for tap in rows.values()):
        return False
    question = opened.question
    return question.kind in ("scale", "write", *TYPED) or len(rows) == len(question.choices)
