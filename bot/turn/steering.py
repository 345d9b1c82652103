"""The ways through an open form: back, a correction, giving up, words that came too early."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.turn.filling import finish, go_to, hear, keep_so_far
from bot.turn.form import UNTOUCHED, Form, Open, form_of, kept_in, touched
from bot.turn.question_letter import QuestionView, corrections
from handlers.engine.conversation import Answered, Conversation, Ended, Kept
from handlers.engine.conversation import back as dropped_last
from handlers.engine.question import listed
from handlers.engine.said import Skipped, Typed
from handlers.openings import ToPeace
from models.dialogues import Dialogue, early_words, offered_words, with_gone_back
from models.letters import Letter, Lines, Text
from models.store.chat import dialogues
from models.wording import folded


def steer(form: Form, verb: str) -> None:
    """Go the way that the verb names: that of a button, or of a word that means the same."""
    if verb == "cancel":
        return cancel(form)
    opened = form.resolve()
    if opened is None:
        return None
    if verb in WAYS:
        return WAYS[verb](form, opened)
    page = verb.removeprefix("page-")
    shown = int(page) if page.isdecimal() and len(page) < 5 else 0
    return form.show(opened, QuestionView(about=form.about, page=shown, whole=True))


def back(form: Form, opened: Open) -> None:
    """Drop the last answer."""
    rewind(form, opened, dropped_last(opened.asking.kept))


def rewind(form: Form, opened: Open, kept: tuple[Kept, ...]) -> None:
    """Drop the answers after these, and take back what they had already counted."""
    shown = sum(one.question.shown(one.answer) for one in _dropped(opened, len(kept)))
    opened = _gone_back(opened, len(kept))
    conversation, facts = opened.conversation, opened.facts
    step = conversation.replay(facts, kept, early=opened.early)
    if isinstance(step, Ended):
        return finish(form, conversation, step.outcome)
    if conversation.as_you_go and not keep_so_far(form, opened, step):
        _undo(form, opened.dialogue, conversation, facts)
    return form.ask(opened, step, leads=(Text("files-again"),) if shown else ())


def _gone_back(opened: Open, left: int) -> Open:
    """The form in which what was typed after so many answers waits to be used again by one tap."""
    typed = [words for one in _dropped(opened, left) if (words := one.question.typed(one.answer))]
    if not typed:
        return opened
    return opened.changed(early=with_gone_back(opened.dialogue, typed))


def _dropped(opened: Open, left: int) -> list[Answered]:
    rows = opened.asking.answered
    return [one for one in rows if one.position >= left and one.answer is not None]


def go_on(form: Form, opened: Open) -> None:
    """Ask on after a look at the answers; what is kept may be changed for as long again."""
    if opened.conversation.as_you_go:
        keep_so_far(form, opened, opened.asking)
    form.ask(opened, opened.asking)


def skip(form: Form, opened: Open) -> None:
    """Leave an optional question unanswered."""
    hear(form, opened, Skipped())


def correct(form: Form, opened: Open) -> None:
    """Show the answers so far, each a way back to its question."""
    if opened.asking.answered:
        number = opened.dialogue.id
        form.say(corrections(opened.asking, dialogue=number, about=form.about))
    else:
        form.show(opened)


def hear_early(form: Form, opened: Open) -> None:
    """Take what was written too early as the answer after all."""
    _hear(form, opened, offered_words(opened.dialogue) or opened.question.suggestion)


def hear_before(form: Form, opened: Open) -> None:
    """Take the words that the question itself suggests."""
    _hear(form, opened, opened.question.suggestion)


def _hear(form: Form, opened: Open, words: str | None) -> None:
    if words:
        hear(form, opened, Typed(words))
    else:
        form.show(opened)


def cancel(form: Form) -> None:
    """Give the form up with all that is parked under it, and take back what it had already counted.

    Says what ends with it and what stays. Raises `CannotGoOn`.
    """
    dialogue = form.dialogue
    if dialogue is None:
        if _wants_peace(form):
            return go_to(form, ToPeace())
        return form.say(Letter((Text("cancel-nothing"),)))
    conversation, facts = form.look_up(dialogue)
    said = _undo(form, dialogue, conversation, facts)
    form.end(dialogue)
    here = form.person.address
    parked = [] if here.assisting else dialogues.parked(form.store, here.id)
    spares = conversation.spares
    below = [left for one in parked if (left := _let_go(form, one, spares=spares)) is not None]
    each = tuple(one for at, one in enumerate(below) if one not in below[:at])
    told = (said, Lines(each)) if each else (said,)
    return form.say(Letter(told, about=form.about))


def _let_go(form: Form, parked: Dialogue, *, spares: bool) -> Text | None:
    """End what is parked; what was to wait for days rests until it is opened again. What it has
    counted is told to stay, unless that is said already."""
    known = form_of(parked)
    title = {"title": Text(f"title-{parked.conversation}")}
    if known is not None and known.patience > UNTOUCHED:
        dialogues.rest(form.store, parked.id)
        return Text("cancel-stays", title)
    form.end(parked)
    if known is None:
        return None
    if not (known.as_you_go and touched(parked)):
        return Text("cancel-also", title)
    return None if spares else Text("cancel-counted", title)


def _wants_peace(form: Form) -> bool:
    """Whether, where nothing is being filled in, the word asks not to be written to any more."""
    said = form.heard.said
    return isinstance(said, Typed) and folded(said.text) in listed("word-stop", form.spell)


def _undo(
    form: Form, dialogue: Dialogue, conversation: Conversation[Any, Any, Any], facts: Any
) -> Text:
    """Take back what the answers in this dialogue have counted; the words that say so."""
    if conversation.undo is None:
        return Text(f"cancel-{conversation.name}", otherwise="cancel-done")
    ended = conversation.silence(facts, kept_in(dialogue), early=early_words(dialogue))
    outcome = ended.outcome if ended is not None else None
    return conversation.undo(form.store, form.person, facts, outcome, form.now)


WAYS: Mapping[str, Callable[[Form, Open], None]] = {
    "back": back,
    "skip": skip,
    "correct": correct,
    "change": correct,
    "early": hear_early,
    "before": hear_before,
}
"""The ways through the form that is open; giving it up, and leafing through pages, are others."""
