"""Templates as WhatsApp wants them: made of the catalogue, checked, compared with what it has.

A shape is what the Graph API takes when a template is created: named parameters, and quick replies
whose payloads each send says for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from bot.outbound.template_letter import EXAMPLE, PREFIX, TAP, remote_name
from bot.texts import Texts, ids_in
from models.letters import Fact, Text
from models.people import LANGUAGES

Shape: TypeAlias = Mapping[str, Any]
CATEGORY = "UTILITY"
LONGEST_BODY, LONGEST_REPLY, MOST_REPLIES = 1024, 25, 10
"""The platform's limits (WhatsApp Business Management API, templates and their components)."""
WORDS_EACH = 2
"""A body with x parameters has at least 2x + 1 words of its own."""
_NAME = re.compile(r"[a-z0-9_]{1,512}")
_PARAMETER = re.compile(r"\{\{([^{}]*)\}\}")
_PARAMETER_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SPACED = re.compile(r"\t| {5}|\n{3}")


def shapes(texts: Texts) -> list[Shape]:
    """Every template of the catalogue in every language, in the catalogue's order."""
    names = [name for name in ids_in(LANGUAGES[0]) if name.startswith(PREFIX)]
    return [shape_of(texts, name, language) for name in names for language in LANGUAGES]


def shape_of(texts: Texts, name: str, language: str) -> Shape:
    """A template of the catalogue, by its text id, as the Graph API wants it.

    Raises `TextMissing` for what the catalogue has not, or where the words need a parameter
    without an example.
    """
    parts = texts.parts(language, name)
    named = [part.removeprefix(EXAMPLE) for part in parts if part.startswith(EXAMPLE)]
    words = Text(name, {parameter: f"{{{{{parameter}}}}}" for parameter in named})
    body: dict[str, Any] = {"type": "BODY", "text": texts.plain(language, words)}
    if named:
        body["example"] = {
            "body_text_named_params": [
                {"param_name": one, "example": texts.part(language, words, EXAMPLE + one)}
                for one in named
            ]
        }
    taps = [texts.part(language, words, part) for part in parts if part.startswith(TAP)]
    replies = [{"type": "QUICK_REPLY", "text": tap} for tap in taps]
    return {
        "name": remote_name(name),
        "language": language,
        "category": CATEGORY,
        "parameter_format": "NAMED",
        "components": [body, *([{"type": "BUTTONS", "buttons": replies}] if replies else [])],
    }


def problems(shape: Shape) -> list[Text]:
    """What the platform would refuse about it, in sentences; none where it would take it."""
    body, parameters, replies = _body(shape), _parameters(shape), _replies(shape)
    found = [*_of_name(str(shape["name"])), *_of_body(body, parameters)]
    shown = _examples(shape)
    found += [
        Text("templates-wrong-example", {"parameter": one})
        for one in parameters
        if not shown.get(one, "").strip()
    ]
    found += [
        Text("templates-wrong-unused", {"parameter": one}) for one in shown if one not in parameters
    ]
    return [*found, *_of_replies(replies)]


def same_as(shape: Shape, remote: Mapping[str, Any]) -> bool:
    """Whether the platform's template is ours: its words, parameters and quick replies."""
    named = remote.get("parameter_format", "NAMED") == "NAMED"
    words = _plain(_body(shape)) == _plain(_body(remote))
    return named and words and _replies(shape) == _replies(remote)


def _of_name(name: str) -> Iterator[Text]:
    if not _NAME.fullmatch(name):
        yield Text("templates-wrong-name", {"name": name})


def _of_body(body: str, parameters: list[str]) -> Iterator[Text]:
    if len(body) > LONGEST_BODY:
        yield Text("templates-wrong-long", {"count": len(body), "most": LONGEST_BODY})
    bare = body.strip().strip(".,;:!?…”’)")
    if _PARAMETER.match(body.strip()) or bare.endswith("}}"):
        yield Text("templates-wrong-edge")
    if _SPACED.search(body):
        yield Text("templates-wrong-spaces")
    rest = _PARAMETER.sub("", body)
    strange = [one for one in parameters if not _PARAMETER_NAME.fullmatch(one)]
    if strange or "{{" in rest or "}}" in rest:
        yield Text("templates-wrong-parameter")
    if parameters and len(rest.split()) < WORDS_EACH * len(parameters) + 1:
        yield Text("templates-wrong-few")


def _of_replies(replies: list[str]) -> Iterator[Text]:
    if len(replies) > MOST_REPLIES:
        yield Text("templates-wrong-replies", {"count": len(replies), "most": MOST_REPLIES})
    if len(set(replies)) < len(replies):
        yield Text("templates-wrong-twice")
    for reply in replies:
        if not 0 < len(reply) <= LONGEST_REPLY:
            count = len(reply)
            facts: dict[str, Fact] = {"reply": reply, "count": count, "most": LONGEST_REPLY}
            yield Text("templates-wrong-reply", facts)


def _component(shape: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    there = (c for c in shape.get("components") or () if str(c.get("type")).upper() == kind)
    return next(there, {})


def _body(shape: Mapping[str, Any]) -> str:
    return str(_component(shape, "BODY").get("text") or "")


def _parameters(shape: Shape) -> list[str]:
    """Each once, in the order of the body."""
    return list(dict.fromkeys(_PARAMETER.findall(_body(shape))))


def _examples(shape: Shape) -> dict[str, str]:
    example = _component(shape, "BODY").get("example") or {}
    rows = example.get("body_text_named_params") or ()
    return {str(row.get("param_name")): str(row.get("example") or "") for row in rows}


def _replies(shape: Mapping[str, Any]) -> list[str]:
    buttons = _component(shape, "BUTTONS").get("buttons") or ()
    return [str(button.get("text")) for button in buttons]


def _plain(words: str) -> str:
    """Words as they count: platforms trim and turn line ends."""
    return "\n".join(line.rstrip() for line in words.strip().splitlines())
