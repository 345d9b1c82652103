"""What a button leads to: one of the form that is open, one that begins something, a stale one."""

from __future__ import annotations

from bot.turn import steering
from bot.turn.filling import begin, go_to, hear, take_up_again
from bot.turn.form import Form, Open
from bot.turn.question_letter import QuestionView, Tap, tap_read
from handlers import CONVERSATIONS
from handlers.citizen.lately import lately, receipt
from handlers.engine.said import Chosen
from handlers.openings import ToGreeting
from models.letters import Text


def tapped(form: Form, tap: str) -> Text | None:
    """Do what the button that carries this says; gives the words of the notice that ends the
    waiting, where there are any. Raises `CannotGoOn`."""
    way, _, rest = tap.partition(".")
    conversation, _, opening = rest.partition(".")
    if way in ("o", "n") and conversation in CONVERSATIONS:
        if way == "n":
            form.say_below()
        begin(form, conversation, opening)
        return None
    return _pressed(form, tap_read(tap))


def _pressed(form: Form, pressed: Tap | None) -> Text | None:
    """A button of a form: of the open question, of the list of answers, or out of date."""
    there = form.dialogue
    is_of_form = pressed is not None and there is not None and pressed.dialogue == there.id
    opened = form.resolve() if is_of_form else None
    number = None if pressed is None else pressed.dialogue
    if pressed is None or opened is None:
        return _stale(form, number)
    if pressed.verb == "v" and pressed.key in ("correct", "again"):
        _corrected(form, opened, pressed)
    elif pressed.position != opened.asking.position:
        return _stale(form, number)
    elif pressed.verb == "v":
        steering.steer(form, pressed.key)
    else:
        hear(form, opened, Chosen(pressed.key))
    return None


def _corrected(form: Form, opened: Open, pressed: Tap) -> None:
    asking = opened.asking
    if pressed.key == "correct" and pressed.position < asking.position:
        steering.rewind(form, opened, asking.kept[: pressed.position])
    else:
        steering.go_on(form, opened)


def _stale(form: Form, number: int | None) -> Text:
    """A button whose time is over: nothing changes, the open question is shown again; that of the
    form with this number, where it rests."""
    toast = Text("toast-stale")
    if form.dialogue is None and number is not None and take_up_again(form, number):
        return toast
    if form.dialogue is None:
        # After a doubled tap that message says by now what has become of the form.
        form.say_below()
        given = lately(form.store, form.person, form.now)
        if given is None:
            go_to(form, ToGreeting("stale"))
        else:
            form.say(receipt(given))
        return toast
    in_place = form.about if form.about == form.dialogue.home else None
    lead = (toast,) if form.heard.toast is None else ()
    form.ask_again(QuestionView(about=in_place, leads=lead))
    return toast
