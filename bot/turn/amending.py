"""An earlier answer says something else by now: its message was edited, or more came to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeAlias

from bot.turn.filling import finish, is_overtaken, keep_so_far
from bot.turn.form import CannotGoOn, Form, Open, asked_at, asks_of, kept_in, sheet
from bot.turn.question_letter import QuestionView, words_in
from bot.turn.screens import lose
from handlers.engine.conversation import Answered, Asking, Ended
from handlers.engine.question import NotUnderstood, heard_as
from handlers.engine.said import GivenFile, Located, Typed
from models.dialogues import Dialogue, early_words, with_early, with_edited
from models.letters import Letter, Text
from models.rights import may_log
from models.store.chat import dialogues

AT_ONCE = timedelta(seconds=10)
"""How long after a question a file still belongs to those that were sent before it was read."""


def amend(form: Form, message: str, said: Typed | GivenFile) -> None:
    """Take what the message of this name says now for what it said, in the open form or in one
    that lies under it, and show the open question.

    What is none of theirs stays as it was, and that is said. Raises `CannotGoOn`.
    """
    opened = form.resolve()
    try:
        edited = None if opened is None else _edited(form, opened, message, said)
    except NotUnderstood as miss:
        return form.ask_again(QuestionView(leads=(miss.hint,)))
    if edited is not None:
        now, step = edited
        view = QuestionView(leads=(Text("answer-edited"),), about=now.dialogue.home)
        return _go_on(form, now, step, view)
    here = form.person.address
    below = [] if here.assisting else dialogues.parked(form.store, here.id, resting=True)
    told = (_amended_below(form, parked, message, said) for parked in below)
    late = Text("edit-late-staff" if may_log(form.person) else "edit-late")
    return _tell(form, next(filter(None, told), late))


Edit: TypeAlias = tuple[Open, "Asking | Ended[Any]"]


def _edited(form: Form, opened: Open, message: str, said: Typed | GivenFile) -> Edit | None:
    """The form with what the message says now: an answer, or words that no question has taken yet;
    None where the message is none of its. Raises `NotUnderstood`."""
    facts, asking = opened.facts, opened.asking
    row = _said_by(asking, message)
    if row is not None:
        value = row.question.edited(row.answer, said, form.spell)
        return opened, opened.conversation.amended(facts, asking, row, value, early=opened.early)
    early = with_edited(opened.dialogue, message, words_in(said))
    return None if early is None else (opened.changed(early=early), asking)


def _amended_below(
    form: Form, parked: Dialogue, message: str, said: Typed | GivenFile
) -> Text | None:
    """The same in a form that is parked, which stays there: what is to be said of it."""
    if message not in parked.answers + (parked.early or ""):
        return None
    try:
        conversation, facts = form.look_below(parked)
        step = conversation.replay(facts, kept_in(parked), early=early_words(parked))
        if isinstance(step, Ended):
            return None
        opened = Open(parked, conversation, facts, step)
        if is_overtaken(form, opened):
            return None
        edited = _edited(form, opened, message, said)
        return None if edited is None else _kept_below(form, *edited)
    except NotUnderstood:
        return Text("edited-not-below", {"title": Text(f"title-{parked.conversation}")})
    except CannotGoOn:
        return None


def _kept_below(form: Form, opened: Open, step: Asking | Ended[Any]) -> Text:
    """Write the edited form down where it lies. Raises `CannotGoOn`."""
    if opened.conversation.as_you_go:
        keep_so_far(form, opened, step)
    form.write_below(opened.changed(answers=sheet(step.kept)).dialogue)
    return Text("edited-below", {"title": opened.title})


def _tell(form: Form, words: Text) -> None:
    """Say this; the open question is shown under it."""
    if form.dialogue is None:
        return form.say(Letter((words,)))
    return form.ask_again(QuestionView(leads=(words,)))


def _said_by(asking: Asking, message: str) -> Answered | None:
    rows = (row for row in asking.answered if asking.kept[row.position].message == message)
    return next(rows, None)


def extended(form: Form, opened: Open, said: GivenFile | Located) -> bool:
    """Whether it is a file or a place that belongs to an earlier answer: whoever picks several
    files sends several messages. Those that come at once are kept without a word.

    Raises `CannotGoOn`.
    """
    if _is_answer(form, opened, said):
        return False
    rows = reversed(opened.asking.answered)
    return any(_joins(form, opened, row, said) for row in rows)


def _joins(form: Form, opened: Open, row: Answered, said: GivenFile | Located) -> bool:
    """Whether the file is a part of this answer."""
    try:
        value = row.question.extended(row.answer, said, form.spell)
    except NotUnderstood as why:
        return _is_too_much(form, opened, said, why)
    if (caption := words_in(said)) and row.question.kind != "write":
        words = with_early(opened.dialogue, form.heard.name, caption)
        opened = opened.changed(early=words)
    conversation, early = opened.conversation, opened.early
    step = conversation.amended(opened.facts, opened.asking, row, value, early=early)
    _go_on(form, opened, step, _told_of(form, opened))
    return True


def _is_too_much(
    form: Form, opened: Open, said: GivenFile | Located, why: NotUnderstood
) -> bool:
    """Whether it would belong there, and there is no room for it: that is said."""
    if why.hint.id.startswith("hint-"):
        return False
    form.drop_copy()
    if lose(form, why.hint.id) or words_in(said):
        form.show(opened, QuestionView(leads=(why.hint,)))
    return True


def _told_of(form: Form, opened: Open) -> QuestionView | None:
    """That the file is kept; nothing where several were sent at once."""
    is_soon = form.now - asked_at(opened) < AT_ONCE
    return None if is_soon else QuestionView(leads=(Text("file-added"),))


def _is_answer(form: Form, opened: Open, said: GivenFile | Located) -> bool:
    """Whether the open question takes the file, or says why it does not; not where it only asks for
    the words to one."""
    question, before = opened.question, opened.asking.answered
    again = bool(before) and type(before[-1].question) is type(question)
    if again and question.kind == "write" and not words_in(said):
        return False
    try:
        heard_as(question, said, form.spell)
    except NotUnderstood as why:
        return not why.hint.id.startswith("hint-")
    return True


def _go_on(
    form: Form, opened: Open, step: Asking | Ended[Any], view: QuestionView | None
) -> None:
    """Go on with what is changed in the answers; without a view, nothing is said."""
    conversation = opened.conversation
    if isinstance(step, Ended):
        return finish(form, conversation, step.outcome)
    if conversation.as_you_go:
        keep_so_far(form, opened, step)
    asks = asks_of(opened, step)
    on = replace(opened, asking=step).changed(answers=sheet(step.kept), asks=asks)
    form.write_down(on)
    return form.show(on, view) if view is not None else None
