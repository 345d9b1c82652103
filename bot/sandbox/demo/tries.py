"""What to try first, in three lines: a citizen, a civil servant, a superior."""

from __future__ import annotations

from collections.abc import Mapping

from bot.sandbox.demo.office import HEAD
from bot.sandbox.demo.people import CITIZENS, HEAD_CHAT, STAFF_CHATS
from bot.sandbox.demo.staff import HIRES
from bot.sandbox.records import Try, WallPoster
from bot.texts import Texts
from handlers.staff import log, scores
from handlers.supervisor import approvals, summary, team
from models.letters import Fact, Text
from models.people import LANGUAGES

STAFF = {"log": log.CONVERSATION.name, "scores": scores.CONVERSATION.name}
SUPERIOR = {
    "approve": approvals.CONVERSATION.name,
    "team": team.CONVERSATION.name,
    "summary": summary.CONVERSATION.name,
}


def tries(texts: Texts, poster: WallPoster) -> list[Try]:
    """The lines in every language, with the words by which each language opens a conversation."""
    return [
        _line(texts, "demo-try-citizen", CITIZENS[0], {}, poster),
        _line(texts, "demo-try-staff", (STAFF_CHATS[0], HIRES[0].name.split()[0]), STAFF),
        _line(texts, "demo-try-superior", (HEAD_CHAT, HEAD.split()[0]), SUPERIOR),
    ]


def _line(
    texts: Texts,
    text_id: str,
    whose: tuple[int, str],
    opened: Mapping[str, str],
    poster: WallPoster | None = None,
) -> Try:
    phone, name = whose
    facts: dict[str, Fact] = {"name": name, **({"poster": poster.service} if poster else {})}
    words = {}
    for language in LANGUAGES:
        typed = {key: opening(texts, language, one) for key, one in opened.items()}
        words[language] = texts.plain(language, Text(text_id, {**facts, **typed}))
    return Try(phone, words, poster.code if poster else "")


def opening(texts: Texts, language: str, conversation: str) -> str:
    """The first of the words that open a conversation."""
    return texts.plain(language, Text(f"open-{conversation}")).partition("|")[0].strip()
