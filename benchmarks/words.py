"""What the bots beside Tilik say: the same texts, in a file, for they import nothing of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from bot.texts import catalogue
from models.instruments import instrument
from models.letters import Text
from models.scores import OVERALL


def write_words(path: Path, codes: list[str], *, service: str, counter: str) -> None:
    """Write the rating conversation's Indonesian texts and the counters' codes as JSON."""
    elements = instrument().elements
    place = {"service": service, "counter": counter}
    path.write_bytes(
        orjson.dumps(
            {
                "codes": codes,
                "overall": _said("rate-overall", **place),
                "faces": _answers(OVERALL),
                "questions": {key: _said(f"question-{key}") for key in elements},
                "answers": {key: _answers(key) for key in elements},
                "cause": _said("rate-cause"),
                "causes": {
                    key: [_said(f"cause-{key}-{cause.key}") for cause in instrument().causes[key]]
                    for key in elements
                },
                "reason": _said("rate-reason"),
                "thanks": f"{_said('rate-thanks', **place)}\n{_said('rate-change-until')}",
                "skip": _said("button-skip"),
                "all": _said("button-all-nine"),
            }
        )
    )


def _answers(element: str) -> list[str]:
    return [_said(f"answer-{element}-{value}") for value in (1, 2, 3, 4)]


def _said(name: str, **facts: Any) -> str:
    return catalogue().marked("id", Text(name, facts))
