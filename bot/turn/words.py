"""Typed words: what steers, what names a conversation or a place, and what is an answer."""

from __future__ import annotations

from bot.texts import Lexicon
from bot.turn import steering
from bot.turn.form import Form, touched
from bot.turn.no_form import unasked
from handlers import VERBS
from handlers.anyone import join
from handlers.engine.question import NotUnderstood, heard_as
from handlers.engine.said import Typed
from handlers.openings import ToAmending, ToGreeting, ToRating, ToReceipt, ToSurvey
from models.services import as_code
from models.store.office import services
from models.store.people import people
from models.work import RECEIPT_PREFIX, as_receipt

JOIN = join.CONVERSATION.name
OF_PLACES = (ToRating.conversation, ToSurvey.conversation)
SHORT = 12
"""What is longer is no code and no name of a conversation."""


def typed(form: Form, text: str, words: Lexicon) -> None:
    """Words that steer come first, then a conversation's name, then a code, then an answer.

    Where free words are asked for, a conversation's bare name is kept beside: it may have
    been meant as an answer after all.
    """
    slash = text.startswith("/")
    word, _, rest = text.removeprefix("/").partition(" ")
    name = word.partition("@")[0].casefold() if slash else text.casefold()
    verb, opening = words.verbs.get(name), words.openings.get(name)
    joining = words.openings.get(word.casefold()) == JOIN
    if verb == "thanks" and form.open is None:
        form.go_to(ToGreeting("thanks"))
    elif verb == "cancel" or (verb in VERBS and verb != "thanks" and form.open):
        steering.steer(form, verb)
    elif verb == "correct" and form.open is None:
        form.go_to(ToAmending())
    elif joining and rest and _is_in(form, JOIN):
        form.hear(Typed(rest.strip()))
    elif joining and rest and (slash or not _is_writing(form) or _is_joining_code(rest)):
        form.begin(JOIN, rest.strip().lstrip("!"))
    elif rest and (place := _place(form, word, rest, words)):
        form.begin(*place)
    elif opening is not None:
        if not slash and _is_writing(form) and not _is_in(form, opening):
            steering.note_early(form, text)
        form.begin(opening, rest.strip() if slash else "")
    elif not _is_writing(form) and text.upper().startswith(RECEIPT_PREFIX) and as_receipt(text):
        form.go_to(ToReceipt(as_receipt(text) or ""))
    elif _rates(form, text):
        form.go_to(ToRating(as_code(text) or text))
    elif form.open is not None:
        form.hear(Typed(text))
    else:
        unasked(form, Typed(text), words)


def _is_joining_code(text: str) -> bool:
    """Whether a link has written it: kept as free words, a secret would be read by others."""
    code = text.strip()
    has_figures = any(sign.isdigit() for sign in code)
    return code.isalnum() and len(code) == people.CODE_LENGTH and has_figures


def _place(form: Form, word: str, rest: str, words: Lexicon) -> tuple[str, str] | None:
    """What `nilai K7Q2P` opens, or `survei K7Q2P-3`: the conversation, and the place.

    A poster's link writes just that. So where free words are asked for, it is one of them only if
    there is no such counter.
    """
    named = words.openings.get(word.casefold())
    given, dash, service = rest.strip().partition("-")
    code = as_code(given) if len(rest) <= SHORT else None
    if named not in OF_PLACES or code is None:
        return None
    if _is_writing(form) and services.counter_by_code(form.store, code) is None:
        return None
    return named, f"{code}{dash}{service}"


def _rates(form: Form, text: str) -> bool:
    """Whether the words are a counter's code, where nothing else can be meant."""
    code = as_code(text)
    if len(text) > SHORT or code is None:
        return False
    if form.open is not None and (touched(form.open) or _answers(form, text)):
        return False
    looks_like_one = form.open is None and not text.isalpha()
    return looks_like_one or services.counter_by_code(form.store, code) is not None


def _answers(form: Form, text: str) -> bool:
    """Whether the open question takes the words for an answer."""
    try:
        heard_as(form.asking().question, Typed(text), form.spell)
    except NotUnderstood:
        return False
    return True


def _is_in(form: Form, conversation: str) -> bool:
    return form.open is not None and form.open.conversation == conversation


def _is_writing(form: Form) -> bool:
    return form.open is not None and form.asking().question.kind == "write"
