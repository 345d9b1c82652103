"""The ways through an open form: back, a correction, giving up, words that came too early."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.turn.form import Form, kept_in
from bot.turn.question_letter import corrections
from handlers.engine.conversation import Asking, Conversation, Ended, Kept
from handlers.engine.conversation import back as dropped_last
from handlers.engine.question import folded
from handlers.engine.questions import LONGEST
from handlers.engine.said import Skipped, Typed
from handlers.openings import ToPeace
from models.letters import Letter, Text


def steer(form: Form, verb: str) -> None:
    """Go the way that the verb names: that of a button, or of a word that means the same."""
    if verb == "back":
        back(form)
    elif verb == "skip":
        form.hear(Skipped())
    elif verb == "early":
        hear_early(form)
    elif verb == "before":
        hear_before(form)
    elif verb == "correct":
        correct(form)
    elif verb == "cancel":
        cancel(form)
    else:
        page = verb.removeprefix("page-")
        shown = int(page) if page.isdecimal() and len(page) < 5 else 0
        form.ask_again(about=form.heard.about, page=shown)


def back(form: Form) -> None:
    """Drop the last answer."""
    rewind(form, dropped_last(form.asking().kept))


def rewind(form: Form, kept: tuple[Kept, ...]) -> None:
    """Drop the answers after these, and take back what they had already counted."""
    conversation, facts = form.facts()
    step = conversation.replay(facts, kept)
    if isinstance(step, Ended):
        return form.finish(conversation, step.outcome)
    if conversation.as_you_go and not form.keep_so_far(conversation, facts, step):
        _undo(form, conversation, facts)
    return form.ask(step)


def go_on(form: Form, step: Asking) -> None:
    """Ask on after a look at the answers; what is kept may be changed for as long again."""
    conversation, facts = form.facts()
    if conversation.as_you_go:
        form.keep_so_far(conversation, facts, step)
    form.ask(step)


def correct(form: Form) -> None:
    """Show the answers so far, each a way back to its question."""
    asking = form.asking()
    if asking.answered:
        form.say(corrections(asking, dialogue=form.dialogue.id, about=form.heard.about))
    else:
        form.ask_again()


def cancel(form: Form) -> None:
    """Give the form up, and take back what it had already counted."""
    if form.open is None:
        if _wants_peace(form):
            return form.go_to(ToPeace())
        return form.say(Letter((Text("cancel-nothing"),)))
    conversation, facts = form.facts()
    said = _undo(form, conversation, facts)
    form.end()
    form.say(Letter((said,), about=form.heard.about))
    return form.resume()


def _wants_peace(form: Form) -> bool:
    """Whether, where nothing is being filled in, the word asks not to be written to any more."""
    said = form.heard.said
    words = form.spell(Text("word-stop")).split("|")
    return isinstance(said, Typed) and folded(said.text) in map(folded, words)


def hear_early(form: Form) -> None:
    """Take what was written too early as the answer after all."""
    _hear(form, form.dialogue.early or form.asking().question.suggestion)


def hear_before(form: Form) -> None:
    """Take the words that the question itself suggests."""
    _hear(form, form.asking().question.suggestion)


def _hear(form: Form, words: str | None) -> None:
    if words:
        form.hear(Typed(words))
    else:
        form.ask_again()


def note_early(form: Form, words: str) -> None:
    """Keep words that may yet be an answer; they are offered where words are asked for."""
    form.open = replace(form.dialogue, early=words[:LONGEST])
    form.write_down()


def _undo(form: Form, conversation: Conversation[Any, Any, Any], facts: Any) -> Text:
    if conversation.undo is None:
        return Text("cancel-done")
    ended = conversation.silence(facts, kept_in(form.dialogue))
    outcome = ended.outcome if ended is not None else None
    return conversation.undo(form.store, form.person, facts, outcome, form.now)
