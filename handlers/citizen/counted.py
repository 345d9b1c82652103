"""Bukti terhitung: a code by which a citizen finds that their rating is counted, and never how.

It is given while the rating may still change, since nothing ties the two together after that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Write
from handlers.openings import ToCounted
from handlers.today import tokens_of
from handlers.words.figures import quarter_name
from models.letters import Letter, Text
from models.people import Person
from models.refused import Refused
from models.services import bare_code, spelt_code
from models.store import Store
from models.store.people import people
from models.store.ratings import raters
from models.store.ratings.counted import codes


@dataclass(frozen=True)
class CountedPaper:
    """The code that somebody holds, or the number of the rating whose code is wanted."""

    code: str = ""
    rating: str = ""


def look(store: Store, person: Person, opening: ToCounted | None, now: datetime) -> CountedPaper:
    """The code in the opening, else the newest rating of this chat that may still change. Refused
    while too many wrong codes keep the door shut."""
    if opening and opening.code:
        if people.locked(person.address, now):
            raise Refused(Text("join-locked"))
        return CountedPaper(bare_code(opening.code))
    return CountedPaper(rating=raters.fresh(store, tokens_of(store, person), now) or "")


async def ask(paper: CountedPaper) -> CountedPaper | Onward:
    """The code, where neither it nor a rating is known."""
    if paper.code or paper.rating:
        return paper
    typed = await Write("counted-which", longest=40, passing=True)
    return Onward.to(ToCounted(bare_code(typed)[:12]))


def keep(store: Store, person: Person, paper: CountedPaper, now: datetime) -> Letter:
    """The code, or how its rating stands: never more than that. A wrong one counts as guessed."""
    if paper.rating:
        code = spelt_code(codes.given(store, paper.rating))
        return Letter((Text("counted-code", {"code": code}),))
    found = codes.found(store, paper.code)
    if found is None:
        shut = people.in_vain(store, person.address.id, now)
        return Letter((Text("join-locked" if shut else "counted-unknown"),))
    state, quarter = found
    facts = {"code": spelt_code(paper.code)}
    if state == "counted" and quarter:
        return Letter((Text("counted-yes", {**facts, "quarter": quarter_name(quarter)}),))
    return Letter((Text("counted-waiting" if state == "waiting" else "counted-broken", facts),))


CONVERSATION = Conversation(
    ToCounted,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=Offer(10, Text("guide-counted")),
        cost=Cost(3, 5, 3, answer="A2B3C4"),
    ),
)
