"""Texts that are too long: in parts, or shortened."""

from __future__ import annotations

from models.wording import within


def parts(text: str, longest: int) -> list[str]:
    """The text in parts, cut between paragraphs, lines or words in their second halves, else
    where it must be; none is blank."""
    found, text = list[str](), text.strip()
    while len(text) > longest:
        signs = (text.rfind(sign, longest // 2, longest + 1) for sign in ("\n\n", "\n", " "))
        at = next((at for at in signs if at > 0), longest)
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*found, text] if text else found


def cut(text: str, longest: int) -> str:
    """The text within the limit: whole words, and an ellipsis where it is longer."""
    return within(text, longest)
