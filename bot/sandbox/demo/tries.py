"""What to try first: a complaint whole in three lines, and one line of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sandbox.demo.office import HEAD
from bot.sandbox.demo.people import CITIZENS, HEAD_CHAT, STAFF_CHATS
from bot.sandbox.demo.staff import HIRES
from bot.sandbox.page.serving import RESULTS
from bot.sandbox.records import Click, Try, WallPoster
from bot.texts import Texts
from handlers.staff import log, scores, visits
from handlers.supervisor import approvals, complaints, reviews, summary, team
from models.letters import Fact, Text
from models.people import LANGUAGES

SAYS_SARI, SAYS_DEWI, SAYS_RATNA = (
    Click(chat) for chat in (CITIZENS[0][0], STAFF_CHATS[0], HEAD_CHAT)
)
OPENED = {
    "complaints": complaints.CONVERSATION.name,
    "reviews": reviews.CONVERSATION.name,
    "serving": visits.CONVERSATION.name,
    "log": log.CONVERSATION.name,
    "scores": scores.CONVERSATION.name,
    "approve": approvals.CONVERSATION.name,
    "team": team.CONVERSATION.name,
    "summary": summary.CONVERSATION.name,
}
"""The conversations that are opened by their words."""
TAPPED = {
    "bad": "answer-overall-1",
    "skip": "button-skip",
    "slow": "short-waktu",
    "complain": "button-lapor-low",
    "send": "complaint-step-send",
    "listen": "button-listen",
    "take": "button-case-take",
    "prove": "button-case-prove",
    "no": "button-result-no",
    "yes": "button-result-yes",
    "over": "button-visit-over",
    "review": "button-review",
    "plan": "button-review-plan",
    "changed": "button-review-changed",
}
"""The buttons that are tapped on the way."""


def tries(texts: Texts, poster: WallPoster) -> list[Try]:
    """The lines in every language, with the words by which each language opens a conversation."""
    scans = Click(CITIZENS[0][0], scan=poster.code)
    lines = {
        "demo-try-complain": (scans, SAYS_SARI),
        "demo-try-answer": (SAYS_RATNA, SAYS_RATNA),
        "demo-try-change": (
            Click(move="jump-next"),
            Click(move="forward-10080"),
            *(SAYS_RATNA,) * 2,
        ),
        "demo-try-code": (SAYS_DEWI, Click(page=RESULTS)),
        "demo-try-work": (*(SAYS_DEWI,) * 2, *(SAYS_RATNA,) * 3),
    }
    return [_line(texts, text_id, clicks, poster) for text_id, clicks in lines.items()]


def _line(texts: Texts, text_id: str, clicks: Sequence[Click], poster: WallPoster) -> Try:
    names = (CITIZENS[0][1], HIRES[0].name, HEAD)
    called = zip(("citizen", "staff", "superior"), names, strict=True)
    facts: dict[str, Fact] = {key: name.split()[0] for key, name in called}
    facts |= {"poster": poster.service, **{key: Text(label) for key, label in TAPPED.items()}}
    words = {}
    for language in LANGUAGES:
        typed = {key: opening(texts, language, one) for key, one in OPENED.items()}
        words[language] = texts.plain(language, Text(text_id, {**facts, **typed}))
    return Try(words, clicks)


def opening(texts: Texts, language: str, conversation: str) -> str:
    """The first of the words that open a conversation."""
    return texts.plain(language, Text(f"open-{conversation}")).partition("|")[0].strip()
