"""A template on its way out: found, fit to be sent, its parameters filled in."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.records import PhoneButton
from bot.sandbox.whatsapp.messages.checks import only, part, rows, words
from bot.sandbox.whatsapp.messages.interactive import Content
from bot.sandbox.whatsapp.refusal import GraphError, invalid, missing, wrong
from bot.sandbox.whatsapp.templates.checks import PARAM
from bot.sandbox.whatsapp.templates.stored import Template, Templates

PAYLOAD, FILLED = 128, 1024
UNFIT = re.compile(r"[\n\r\t]| {5}")
STOPPED = {"PAUSED": 132015, "DISABLED": 132016}


def filled(templates: Templates, given: dict[str, Any]) -> Content:
    """What the phone shows of a template that is sent; raises Meta's refusals."""
    only(given, ("name", "language", "components"), of="template")
    name = words(given, "name", of="template", longest=512)
    language = part(given, "language", of="template")
    only(language, ("code", "policy"), of="template['language']")
    template = _usable(templates, name, words(language, "code", of="language", longest=8))
    components = rows(given, "components", of="template") if "components" in given else []
    for component in components:
        if component.get("type") not in ("body", "button"):
            raise wrong(f"Param template['components'] has a {component.get('type')!r}.")
    body = [component for component in components if component["type"] == "body"]
    if len(body) > 1:
        raise wrong("Param template['components'] has two bodies.")
    text = _text(template, _named(body[0]) if body else {})
    buttons = _buttons(template, [c for c in components if c["type"] == "button"])
    return {"text": text, "buttons": [[button] for button in buttons], "template": name}


def _usable(templates: Templates, name: str, language: str) -> Template:
    found = templates.named(name, language)
    if not found or found[0].status in ("PENDING", "REJECTED"):
        raise GraphError(132001, f"template name ({name}) does not exist in {language}", http=404)
    if code := STOPPED.get(found[0].status):
        raise GraphError(code, f"template ({name}) in {language} is {found[0].status.lower()}")
    return found[0]


def _named(component: dict[str, Any]) -> dict[str, str]:
    only(component, ("type", "parameters"), of="template['components']")
    of = "template['components']['parameters']"
    found: dict[str, str] = {}
    for given in rows(component, "parameters", of="template['components']"):
        only(given, ("type", "parameter_name", "text"), of=of)
        if given.get("type") != "text":
            raise wrong(f"Param {of}['type'] must be 'text'.")
        name = words(given, "parameter_name", of=of, longest=512)
        if name in found:
            raise wrong(f"Parameter {name} is given twice.")
        found[name] = words(given, "text", of=of, longest=FILLED)
    return found


def _text(template: Template, given: dict[str, str]) -> str:
    body = str(template.component("BODY")["text"])
    wanted = set(PARAM.findall(body))
    if len(given) != len(wanted):
        raise GraphError(
            132000,
            f"body: number of localizable_params ({len(given)}) does not match the expected"
            f" number of params ({len(wanted)})",
        )
    if strange := sorted(set(given) - wanted):
        raise GraphError(132012, f"body: parameter names {strange} are not in the template")
    for name, text in given.items():
        if UNFIT.search(text):
            raise GraphError(
                132012,
                f"body: Param {name} cannot have new-line/tab characters or more than 4"
                " consecutive spaces",
            )
    text = PARAM.sub(lambda found: given[found[1]], body)
    if len(text) > FILLED:
        raise GraphError(132005, f"body: {len(text)} characters, at most {FILLED} are allowed")
    return text


def _buttons(template: Template, given: list[dict[str, Any]]) -> list[PhoneButton]:
    texts = [button["text"] for button in template.component("BUTTONS").get("buttons", [])]
    payloads = dict(_payload(component, len(texts)) for component in given)
    if len(payloads) < len(given):
        raise wrong("Two components have one button's index.")
    return [PhoneButton(text, payloads.get(index, text)) for index, text in enumerate(texts)]


def _payload(component: dict[str, Any], count: int) -> tuple[int, str]:
    of = "template['components']['button']"
    only(component, ("type", "sub_type", "index", "parameters"), of=of)
    if component.get("sub_type") != "quick_reply":
        raise wrong(f"Param {of}['sub_type'] must be 'quick_reply'.")
    if "index" not in component:
        raise missing(f"{of}['index']")
    index = str(component["index"])
    if not index.isdecimal() or int(index) >= count:
        raise GraphError(132000, f"button: index {index}, but the template has {count} buttons")
    parameters = rows(component, "parameters", of=of)
    if len(parameters) != 1 or parameters[0].get("type") != "payload":
        raise invalid(f"Param {of}['parameters'] must be one parameter of type 'payload'.")
    return int(index), words(parameters[0], "payload", of=of, longest=PAYLOAD)
