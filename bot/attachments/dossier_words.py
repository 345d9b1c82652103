"""What lies in lists in the copy of one's data, as it is read: evidence, answers, evaluations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from models.evaluations import read_rows

Say = Callable[..., str]
BETWEEN = " · "


def listed(
    say: Say, kind: Literal["evidence", "evaluation"], value: Sequence[Any] | Mapping[str, Any]
) -> str:
    """Evidence or an evaluation in words; `say` gives a text of the catalogue by its id."""
    if kind == "evaluation" and isinstance(value, Mapping):
        return BETWEEN.join(_evaluation(say, value))
    return ", ".join(_evidence(say, *one) for one in value)


def _evidence(say: Say, kind: str, file: str, name: str | None = None) -> str:
    """A link as it is; of a file what it is, and its name where it has one."""
    if kind == "link":
        return file
    what = say(f"export-{kind}")
    return f"{what} ({name})" if name else what


def _evaluation(say: Say, sheet: Mapping[str, Any]) -> Iterator[str]:
    for claim in read_rows(sheet["claims"]):
        claimed = " ".join(filter(None, (f"{claim.claimed:f}", claim.measure)))
        yield f"{claim.result}: {claimed}" + (f" ({claim.reason})" if claim.reason else "")
    for part in ("result", "conduct"):
        words = say(f"rating-{sheet[part]}")
        yield f"{say(f'dossier-{part}')}: {words}"
    if sheet["obstacles"]:
        yield say("evaluation-obstacles", words=sheet["obstacles"])
    if sheet["help"]:
        yield say("evaluation-help", words=sheet["help"])
    for key, words in sheet["values"].items():
        yield f"{say(f'value-{key}')}: {words}"


def leaves(value: Any) -> Iterator[str]:
    """What stands in the list at whatever depth."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif value is not None:
        yield str(value)
