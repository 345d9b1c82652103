"""What WhatsApp's error codes mean for a letter (Cloud API, error codes; pywa's own names)."""

from __future__ import annotations

from models.store.letters.delivery_status import Why

MOUTH = frozenset({4, 80007, 130429, 131048})
"""The account speaks too fast, or too much: nobody is to be spoken to for a while."""
PERSON = frozenset({131056})
"""Too much was said to this one person."""
WEARY = frozenset({131049})
"""This person gets no more of what opens conversations for now: a day, says the documentation."""
ACCOUNT = frozenset(
    {
        *{0, 3, 10, 33, 190, 368, *range(200, 300)},
        *{130497, 131005, 131031, 131037, 131042, 131044, 131045, 131057, 131064},
        *{133010, 133016, 2494100},
    }
)
"""The office's account: its token, rights, number or payment. It can be put right, so no letter is
dropped for it."""
LATER = MOUTH | PERSON | WEARY | ACCOUNT | {1, 2, 131000, 131016}
"""Certainly not delivered, and worth another try."""
CLOSED = frozenset({131047})
"""More than 24 hours since the person wrote."""
TEMPLATE = frozenset(
    {130472, 131063, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016}
)
"""The template cannot go to this person like this; the letter itself could, in an open window."""
GONE = frozenset({131021, 131026, 131030, 131050})
"""Nobody there who can or wants to get it."""
NOT_THERE = 33
"""The subcode of an object (a phone number, say) that the token does not lead to."""


def why_of(code: int) -> Why:
    """The kind of failure; what is not known is our fault, or the account's."""
    if code in LATER:
        return "later"
    if code in CLOSED:
        return "closed"
    return "gone" if code in GONE else "wrong"
