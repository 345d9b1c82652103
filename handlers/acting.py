"""Who acts in whose place, in words: Plh. Kepala Dinas."""

from __future__ import annotations

from collections.abc import Sequence

from models.letters import Fact, Text, Words
from models.people import Acting, ActingAs, Person
from models.rights import acting_for
from models.store.people.charges import Signer


def acting_title(label: ActingAs | None, title: str) -> Text | str:
    """The post that is held for a while, by its label."""
    return Text(f"acting-{label}", {"title": title}) if label else title


def with_title(name: str, label: ActingAs | None, title: str | None) -> Text | str:
    """A name, and as what they sign where that is not as themselves."""
    if title is None:
        return name
    return Text("acting-signed", {"name": name, "title": acting_title(label, title)})


def signed(person: Person, owner_id: int) -> Text | str:
    """What somebody reads who decided on their work: a name, and as what they did."""
    one = acting_for(person, owner_id)
    if one is None:
        return person.name or ""
    return with_title(person.name or "", one.label, one.title)


def stands(person: Person) -> list[Words]:
    """In whose places the person stands today, and until when; nothing where in nobody's."""
    return [_stands(one) for one in person.acting]


def _stands(one: Acting) -> Text:
    facts: dict[str, Fact] = {
        "title": acting_title(one.label, one.title),
        "name": one.superior.name,
        "open": "no" if one.until else "yes",
    }
    return Text("acting-stands", {**facts, "last": one.until} if one.until else facts)


def signers_words(signers: Sequence[Signer]) -> str | Text:
    """Their names, each as what they sign, of whom any will do: of those in whose place somebody
    acts only who does."""
    chosen = [one for one in signers if one.title is not None] or list(signers)
    first, *rest = (with_title(one.name, one.label, one.title) for one in chosen)
    for other in rest:
        first = Text("acting-or", {"first": first, "rest": other})
    return first
