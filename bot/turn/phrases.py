"""What a line says beside commands and answers: a greeting, a yes to what waits, a joining code.

People greet, are polite around a command, ask about the office, and write a code as they found it
on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.texts import Lexicon
from models.services import CODE_LETTERS
from models.store.people.people import CODE_LENGTH
from models.store.ratings.visit_codes import LENGTH
from models.wording import TOPICS, folded, plain, squeezed

LONGEST_PHRASE = 80
"""Characters: what is longer says more than a phrase."""
LONGEST_QUESTION = 400
MOST_TOGETHER = 4
"""Words of one greeting: "om swastiastu", "salam sejahtera bagi kita"."""
PARTS = 3
"""In so many parts people write a joining code that they read from paper."""
PLAIN_HELLO = "hello"


def words_of(text: str) -> list[str]:
    """The words of a short line, as they compare; none of a longer one."""
    return plain(text).split() if len(text) <= LONGEST_PHRASE else []


def bare(text: str, lexicon: Lexicon) -> str:
    """The line without the courtesies around it and the signs at its end, as it compares; the line
    itself where nothing else is left."""
    words = words_of(text)
    while len(words) > 1 and words[-1] in lexicon.courtesies:
        words.pop()
    while len(words) > 1 and words[0] in lexicon.courtesies:
        words.pop(0)
    return " ".join(words) or text.casefold().strip()


def hail_of(text: str, lexicon: Lexicon) -> str | None:
    """The kind of greeting that the whole line is; of several the most particular one."""
    if (sign := lexicon.hails.get(folded(text))) is not None:
        return sign
    kinds = _hails(words_of(text), lexicon)
    return max(kinds, key=lambda kind: kind != PLAIN_HELLO) if kinds else None


def _hails(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The greetings that the words are, one after another; none where a word is left over."""
    found = list[str]()
    while words:
        if words[0] in lexicon.courtesies:
            words = words[1:]
            continue
        together = range(min(MOST_TOGETHER, len(words)), 0, -1)
        hails = ((n, lexicon.hails.get(squeezed("".join(words[:n])))) for n in together)
        taken, kind = next(((n, kind) for n, kind in hails if kind), (0, ""))
        if not taken:
            return []
        found.append(kind)
        words = words[taken:]
    return found


def approves_all(text: str, lexicon: Lexicon) -> bool:
    """Whether it is a superior's yes to what waits: "ya, setuju semua"."""
    words = [word for word in words_of(text) if word not in lexicon.courtesies]
    said = {lexicon.approving.get(word) for word in words}
    return "approve" in said and None not in said


def beside(text: str, conversation: str, lexicon: Lexicon) -> str:
    """What stands in a short line beside the name of the conversation and who says it, as it was
    written: "13-15 Januari" in "saya cuti 13-15 Januari"; nothing where it is not named."""
    words = text.split() if len(text) <= LONGEST_PHRASE else []
    names = [name for name, of in lexicon.openings.items() if of == conversation]
    left = list(words)
    for name in sorted(names, key=len, reverse=True):
        size = len(name.split())
        for at in range(len(left) - size, -1, -1):
            if plain(" ".join(left[at : at + size])) == name:
                del left[at : at + size]
    idle = lexicon.owning | lexicon.courtesies
    named = len(left) < len(words)
    return " ".join(word for word in left if folded(word) not in idle) if named else ""


def topic_of(text: str, lexicon: Lexicon) -> str | None:
    """What about the office the whole line names: "jam buka?"."""
    return lexicon.topics.get(bare(text, lexicon))


def topic_within(text: str, lexicon: Lexicon) -> str | None:
    """What about the office a sentence asks; a complaint before all else."""
    said = f" {plain(text[:LONGEST_QUESTION])} "
    found = {topic for words, topic in lexicon.topics.items() if f" {words} " in said}
    return next((topic for topic in TOPICS if topic in found), None)


def topic_beside(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """What about a service a short line asks, and the words that name it: "syarat KTP", "KTP
    syaratnya"; nothing where it begins and ends with no topic."""
    words = bare(text, lexicon).split()
    for count in range(min(len(words) - 1, MOST_TOGETHER), 0, -1):
        for asked, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if (topic := lexicon.topics.get(" ".join(asked))) is not None:
                return topic, " ".join(rest)
    return "", ""


def without_topics(text: str, lexicon: Lexicon) -> str:
    """A sentence without the words that ask about the office."""
    said = f" {plain(text[:LONGEST_QUESTION])} "
    for words in sorted(lexicon.topics, key=len, reverse=True):
        said = said.replace(f" {words} ", " ")
    return said


def single_use_codes(text: str) -> Iterator[str]:
    """What in a short line may be a joining code or a visit code: a word, or words side by side
    that are one."""
    words = text.upper().replace("!", " ").split() if len(text) <= LONGEST_PHRASE else []
    bare_words = ["".join(c for c in word if c.isalnum()) for word in words]
    for first in range(len(words)):
        for last in range(first + 1, min(first + PARTS, len(words)) + 1):
            code = "".join(bare_words[first:last])
            if len(code) in (CODE_LENGTH, LENGTH) and all(c in CODE_LETTERS for c in code):
                yield code


def looks_made(code: str) -> bool:
    """Whether it is no word of a language: letters and figures mixed."""
    return any(c.isdigit() for c in code) and any(c.isalpha() for c in code)
