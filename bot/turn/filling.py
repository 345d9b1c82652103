"""Filling in a form: begin it, answer it, finish it, take up the one that was parked under it."""

from __future__ import annotations

from typing import Any

from bot.channel import Tapped
from bot.turn.form import UNTOUCHED, Barred, CannotGoOn, Complete, Form, Open, sheet, touched
from bot.turn.question_letter import QuestionView, examples, near_choices, shown_of_search
from handlers.engine.conversation import (
    LONGEST_FORM,
    Asking,
    Conversation,
    Ended,
    EndlessForm,
    Onward,
)
from handlers.engine.opening import MOST_BYTES, Opening
from handlers.engine.question import NotUnderstood
from handlers.engine.questions import LONGEST_WORDS
from handlers.engine.said import GivenFile, Said, Typed
from handlers.engine.topic import Topic
from models.dialogues import Dialogue
from models.letters import Fact, Letter, Text, Verbatim, Words
from models.refused import Refused
from models.store.chat import dialogues

UNWRITTEN = 0
"""The number of a dialogue that is not written down yet."""
TOO_LONG_TO_LOSE = 12
"""Words that fit no question are worth keeping when they are longer than this."""


# -- beginning ----------------------------------------------------------------------------


def go_to(form: Form, opening: Opening) -> None:
    """Begin what this opens."""
    begin(form, opening.conversation, opening.written)


def begin(form: Form, name: str, opening: str) -> None:
    """Start a conversation. The form that is open is parked under it, or shown again."""
    words = opening[:MOST_BYTES]
    if _is_being_answered(form, name, words):
        return form.ask_again()
    try:
        found = _found(form, name, words)
        if isinstance(found, Open):
            return _opened(form, found)
        topic, outcome = found
        if isinstance(outcome, Onward):
            return begin(form, outcome.conversation, outcome.opening)
        form.say(form.keep(topic, outcome))
    except Refused as refusal:
        form.refuse(refusal)
    if not _looks_around(form):
        form.ask_again()
    return None


def begin_with(form: Form, name: str, said: Said, *, lead: Text | None = None) -> None:
    """Start a conversation whose first question was answered before it was asked."""
    try:
        found = _found(form, name, "")
    except Refused as refusal:
        return form.refuse(refusal)
    if isinstance(found, Open):
        hear(form, form.put_down(found), said, lead=lead)
    return None


def _is_being_answered(form: Form, name: str, words: str) -> bool:
    """Whether just this form is open and has answers: two of it would answer against each other."""
    now = form.dialogue
    return now is not None and (now.conversation, now.opening) == (name, words) and touched(now)


def _found(form: Form, name: str, words: str) -> Open | tuple[Topic[Any, Any], Any]:
    """What these words lead to: a form, not written down yet, or at once an outcome.

    Raises `Refused`.
    """
    topic, facts = form.look_at(name, words)
    if not isinstance(topic, Conversation):
        return topic, facts
    step = topic.replay(facts)
    if isinstance(step, Ended):
        return topic, step.outcome
    dialogue = Dialogue(UNWRITTEN, name, words, sheet(step.kept), form.now + UNTOUCHED)
    return Open(dialogue, topic, facts, step)


def _opened(form: Form, new: Open) -> None:
    """Ask the first question; or go on with this very form where it lies parked, since begun
    twice it would answer twice."""
    parked = None if new.conversation.as_you_go else _parked_as(form, new.dialogue)
    if parked is not None:
        form.put_aside()
        return _go_on_with(form, parked)
    about = form.about if isinstance(form.heard.said, Tapped) else None
    return form.show(form.put_down(new), QuestionView(about=about))


def _parked_as(form: Form, new: Dialogue) -> Dialogue | None:
    at = form.person.address.id
    return dialogues.parked_as(form.store, at, new.conversation, new.opening)


def _looks_around(form: Form) -> bool:
    """Whether what was tapped is answered in its place, or on a channel where nothing is taken
    away: then the open question still stands to be answered."""
    tapped = isinstance(form.heard.said, Tapped) and form.heard.toast is None
    return tapped or form.about is not None


# -- answering ----------------------------------------------------------------------------


def hear(form: Form, opened: Open, said: Said, *, lead: Text | None = None) -> None:
    """Take what was said as the answer to the open question; `lead` goes before the next."""
    conversation, facts, asking = opened.conversation, opened.facts, opened.asking
    message = form.heard.name if isinstance(form.heard.said, Typed | GivenFile) else None
    try:
        step = conversation.answer(facts, asking, said, spell=form.spell, message=message)
    except NotUnderstood as miss:
        return _missed(form, opened, said, miss)
    except EndlessForm:
        full = NotUnderstood(Text("form-full", {"most": LONGEST_FORM}))
        return _missed(form, opened, said, full)
    _leave_home(form, opened)
    if asking.question.kind == "write":
        # Words that came too early are offered where words are asked for, and only once.
        opened = opened.changed(early=None)
    if isinstance(step, Ended):
        return finish(form, conversation, step.outcome)
    if conversation.as_you_go:
        keep_so_far(form, opened, step)
    leads = (lead, _read_as(step, said))
    return form.ask(opened, step, leads=tuple(one for one in leads if one is not None))


def _read_as(step: Asking, said: Said) -> Text | None:
    """As which value of a scale words were read: nothing is counted that nobody has seen."""
    row = step.answered[-1] if step.answered else None
    if row is None or row.question.kind != "scale" or not isinstance(said, Typed):
        return None
    return Text("answer-read", {"answer": _fact(row.question.told(row.answer))})


def _fact(words: Words | None) -> Fact:
    return words if isinstance(words, Text) else words.words if isinstance(words, Verbatim) else ""


def _leave_home(form: Form, opened: Open) -> None:
    """A typed answer goes on in a new message: the buttons it leaves behind are taken away."""
    home = opened.dialogue.home
    if home is not None and form.about is None:
        form.say(Letter((), about=home, kind="edit"))


def keep_so_far(form: Form, opened: Open, step: Asking) -> bool:
    """Keep what is answered, with what silence would add; False if that is no outcome yet.

    Raises `CannotGoOn` where the form may not go on.
    """
    ended = opened.conversation.silence(opened.facts, step.kept)
    if ended is None:
        return False
    try:
        form.keep(opened.conversation, ended.outcome)
        return True
    except Refused as refusal:
        raise Barred(refusal) from refusal


def _missed(form: Form, opened: Open, said: Said, miss: NotUnderstood) -> None:
    """A hint and the same question; the second time, examples and a way out."""
    if opened.question.reminder is not None:
        return _reminded(form, opened, said)
    text = said.text if isinstance(said, Typed) else ""
    early = text[:LONGEST_WORDS] if len(text) > TOO_LONG_TO_LOSE else opened.dialogue.early
    opened = opened.changed(misses=opened.dialogue.misses + 1, home=None, early=early)
    form.write_down(opened)
    likely = opened.question.likely(text, form.spell) if text else ()
    if likely:
        lead = Text("hint-likely", {"count": len(likely)})
        view = QuestionView(leads=(lead,), near=likely, likely=True)
        return form.show(opened, view, offers_early=False)
    near = near_choices(opened.question, text, form.spell) if text else []
    leads: tuple[Words, ...] = (miss.hint,)
    if near:
        shown = shown_of_search(opened.asking, form.traits.most_choices)
        count = {"count": len(near), "shown": shown}
        leads = (Text("hint-near-many" if len(near) > shown else "hint-near", count),)
    elif opened.dialogue.misses > 1:
        leads = (miss.hint, examples(opened.asking))
    return form.show(opened, QuestionView(leads=leads, near=near or None), offers_early=False)


def _reminded(form: Form, opened: Open, said: Said) -> None:
    """Keep a sentence for when the question is answered, and ask it again in short."""
    text = said.text if isinstance(said, Typed) and " " in said.text.strip() else ""
    if text:
        early = "\n".join(words for words in (opened.dialogue.early, text) if words)
        opened = opened.changed(early=early[:LONGEST_WORDS])
    opened = opened.changed(home=None)
    form.write_down(opened)
    file = (Text("unread-file"),) if isinstance(said, GivenFile) else ()
    leads = (Text("kept-unread"),) if text else file
    form.show(opened, QuestionView(leads=leads, again=True), offers_early=False)


# -- the end ------------------------------------------------------------------------------


def finish(form: Form, topic: Topic[Any, Any], outcome: Any) -> None:
    """The form has its outcome: keep it, say so, and take up what was parked."""
    if topic.introduces and form.dialogue is not None:
        form.unread = form.dialogue.early
    form.end(form.dialogue)
    if isinstance(outcome, Onward):
        return begin(form, outcome.conversation, outcome.opening)
    try:
        form.say(form.keep(topic, outcome))
    except Refused as refusal:
        form.refuse(refusal)
    return resume(form)


def close(form: Form, halt: CannotGoOn) -> None:
    """End the form that cannot go on, say why, and take up what was parked."""
    match halt:
        case Complete(topic=topic, outcome=outcome):
            finish(form, topic, outcome)
        case Barred(refusal=refusal):
            form.end(form.dialogue)
            form.refuse(refusal)
            resume(form)


def resume(form: Form) -> None:
    """Offer the form that was parked: its open question, with a word that says so."""
    parked = dialogues.last_parked(form.store, form.person.address.id)
    if parked is not None and form.dialogue is None:
        _go_on_with(form, parked)


def _go_on_with(form: Form, parked: Dialogue) -> None:
    """Take up this parked form, or the next one where it is out of date. Raises `CannotGoOn`."""
    form.take_up(parked)
    opened = form.resolve()
    if opened is None or _is_overtaken(form, opened):
        form.end(form.dialogue)
        return resume(form)
    return form.show(opened, QuestionView(leads=(Text("resume", {"title": opened.title}),)))


def _is_overtaken(form: Form, opened: Open) -> bool:
    """Whether what this form has counted was answered anew meanwhile; else it may go on."""
    conversation = opened.conversation
    ended = conversation.silence(opened.facts, opened.asking.kept)
    if conversation.overtaken is None or ended is None:
        return False
    if conversation.overtaken(form.store, form.person, ended.outcome):
        return True
    keep_so_far(form, opened, opened.asking)
    return False
