"""A new template, checked as Meta checks it before anybody reads it."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.whatsapp.messages.checks import only, part, rows
from bot.sandbox.whatsapp.refusal import invalid, missing

NAME = re.compile(r"[a-z0-9_]{1,512}")
PARAM = re.compile(r"\{\{([^{}]*)\}\}")
SPACED = re.compile(r"\t| {5}|\n{3}")
PARAM_NAME = re.compile(r"[a-z][a-z0-9_]*")
CATEGORIES = ("UTILITY", "MARKETING", "AUTHENTICATION")
LANGUAGES = ("id", "en")
BODY, QUICK_REPLY, MOST_REPLIES = 1024, 25, 10
TOO_LONG, WRONG_FORMAT, TOO_MANY_PARAMS, AT_THE_EDGE = 2388040, 2388047, 2388293, 2388299
_BODY = "components['BODY']"


def checked(given: dict[str, Any]) -> None:
    """Raise the refusal of a template that cannot be created."""
    only(given, ("name", "category", "language", "parameter_format", "components"), of="template")
    for name in ("name", "category", "language", "components"):
        if not given.get(name):
            raise missing(name)
    if not isinstance(given["name"], str) or not NAME.fullmatch(given["name"]):
        raise invalid("Param name must be 1 to 512 lower case letters, digits and underscores.")
    if given["language"] not in LANGUAGES:
        raise invalid(f"Param language must be one of {list(LANGUAGES)}.")
    if given.get("parameter_format", "POSITIONAL") != "NAMED":
        raise invalid("This box knows templates with parameter_format NAMED only.")
    category_checked(given["category"])
    components_checked(given)


def category_checked(category: Any) -> None:
    if category not in CATEGORIES:
        raise invalid(f"Param category must be one of {list(CATEGORIES)}.")


def components_checked(given: dict[str, Any]) -> None:
    """One BODY, and at most one BUTTONS: Tilik has no other parts."""
    found = rows(given, "components", of="template")
    kinds = [str(component.get("type")).upper() for component in found]
    if kinds.count("BODY") != 1:
        raise invalid("Param components must have one component of type BODY.")
    if len(set(kinds)) < len(kinds):
        raise invalid("Param components must not have two components of one type.")
    for kind, component in zip(kinds, found, strict=True):
        match kind:
            case "BODY":
                _body(component)
            case "BUTTONS":
                _buttons(component)
            case _:
                raise invalid(f"Param components has a component of unknown type {kind!r}.")


def _body(component: dict[str, Any]) -> None:
    only(component, ("type", "text", "example"), of=_BODY)
    text = _text(component, "BODY", BODY)
    if SPACED.search(text):
        raise invalid(
            "A body must not have tabs, five blanks or three new lines in a row.",
            subcode=WRONG_FORMAT,
        )
    names = PARAM.findall(text)
    rest = PARAM.sub("", text)
    if "{{" in rest or "}}" in rest:
        raise invalid("The braces of a parameter in the body do not match.", subcode=WRONG_FORMAT)
    if strange := [name for name in names if not PARAM_NAME.fullmatch(name)]:
        raise invalid(f"These are no names of parameters: {strange}.", subcode=WRONG_FORMAT)
    if PARAM.match(text.strip()) or re.search(r"\}\}\Z", text.strip()):
        raise invalid("A body must not begin or end with a parameter.", subcode=AT_THE_EDGE)
    # Meta: a body with x parameters has at least 2x + 1 words of its own.
    if names and len(rest.split()) < 2 * len(set(names)) + 1:
        raise invalid("Too many parameters for this few words.", subcode=TOO_MANY_PARAMS)
    _examples(component, set(names))


def _examples(component: dict[str, Any], names: set[str]) -> None:
    if not names:
        return
    example = part(component, "example", of=_BODY)
    given = rows(example, "body_text_named_params", of=f"{_BODY}['example']")
    shown = {row.get("param_name"): row.get("example") for row in given}
    if set(shown) != names or not all(isinstance(e, str) and e.strip() for e in shown.values()):
        raise invalid(
            "Param example['body_text_named_params'] must have one example for each of"
            f" {sorted(names)}, and no other.",
            subcode=WRONG_FORMAT,
        )


def _buttons(component: dict[str, Any]) -> None:
    found = rows(component, "buttons", of="components['BUTTONS']")
    if not 1 <= len(found) <= MOST_REPLIES:
        raise invalid(f"A template has 1 to {MOST_REPLIES} quick replies, not {len(found)}.")
    texts = []
    for button in found:
        if button.get("type") != "QUICK_REPLY":
            raise invalid("This box knows buttons of type QUICK_REPLY only.")
        only(button, ("type", "text"), of="components['BUTTONS']['buttons']")
        texts.append(_text(button, "BUTTONS", QUICK_REPLY))
    if len(set(texts)) < len(texts):
        raise invalid("Two quick replies must not have the same text.")


def _text(given: dict[str, Any], kind: str, longest: int) -> str:
    text = given.get("text")
    if not text or not isinstance(text, str) or not text.strip():
        raise missing(f"components['{kind}']['text']")
    if len(text) > longest:
        raise invalid(
            f"The text of a {kind} has {len(text)} characters; at most {longest} are allowed.",
            subcode=TOO_LONG,
        )
    return text
