"""What is said after Tilik spoke first: for the prompt, not for a form that had asked before it."""

from __future__ import annotations

from bot.texts import Lexicon
from bot.turn.filling import begin, begin_with, hear
from bot.turn.form import Form, Open
from bot.turn.no_form import lead_of, says_yes, unasked
from bot.turn.question_letter import QuestionView, words_in
from bot.turn.screens import meant, opening_in
from bot.turn.tapping import tapped
from handlers.engine.said import GivenFile, Typed
from handlers.listed import PROMPTS
from models.calendar import local
from models.dialogues import with_early
from models.letters import Text
from models.store.prompts.kinds import Prompt
from models.store.rules.zones import clock_of
from models.wording import folded


def prompt_of(form: Form) -> Prompt | None:
    """The prompt that was asked last, or is replied to; None where something was asked since."""
    shown = meant(form)
    return None if shown is None else PROMPTS.by_kind.get(shown.kind)


def take_up(form: Form, said: Typed | GivenFile, words: Lexicon) -> None:
    """Take what was said for what was shown last, and not for what was asked before it.

    Raises `CannotGoOn`.
    """
    prompt, opened = prompt_of(form), form.resolve()
    if (tap := _agreed(form, said)) is not None:
        tapped(form, tap)
    elif prompt is None or prompt.takes is None:
        _ask_back(form, opened, said, words)
    elif not isinstance(said, Typed) or _tells(form, said.text, words):
        begin_with(form, prompt.takes, said, words=_of_its_day(form, prompt), lead=lead_of(said))
    elif said.text.endswith("?"):
        unasked(form, said, words)
    else:
        begin(form, prompt.takes.conversation, _of_its_day(form, prompt))


def _agreed(form: Form, said: Typed | GivenFile) -> str | None:
    """What the only button carries of what was shown last, where a plain yes is said to it."""
    shown = meant(form)
    if shown is None or len(shown.taps) != 1 or not says_yes(form, words_in(said)):
        return None
    return shown.taps[0]


def _of_its_day(form: Form, prompt: Prompt) -> str:
    """How it begins for the day that the prompt asks for. Who writes on a later day, and does not
    reply to it, tells of that day."""
    shown = meant(form)
    if shown is None or shown.day not in (None, local(form.now, clock_of(form.person)).date()):
        return ""
    return opening_in(shown.taps, prompt) or ""


def _tells(form: Form, text: str, words: Lexicon) -> bool:
    """Whether it says something, and not only yes, thanks or a number."""
    is_said = any(sign.isalpha() for sign in text) and not text.endswith("?")
    is_word = says_yes(form, text) or folded(text) in map(folded, words.verbs)
    return is_said and not is_word


def _ask_back(
    form: Form, opened: Open | None, said: Typed | GivenFile, words: Lexicon
) -> None:
    """That is only tapped: what was written may be for the question before it, which is asked again
    and offers it."""
    if opened is None:
        return unasked(form, said, words)
    tells = bool(words_in(said)) and _tells(form, words_in(said), words)
    if opened.question.gathers and isinstance(said, Typed) and tells:
        return hear(form, opened, said)
    if tells and not opened.question.gathers:
        early = with_early(opened.dialogue, form.heard.name, words_in(said))
        opened = opened.changed(early=early)
        form.write_down(opened)
    offers = tells and opened.question.kind == "write"
    lead = Text("asked-between" if offers else "asked-before")
    return form.show(opened, QuestionView(leads=(lead,)))
