"""HTML is read as Telegram reads it: bytes in complaints, UTF-16 units in entities."""

import pytest

from bot.sandbox.telegram.markup import parsed, shown, trimmed
from bot.sandbox.telegram.refusal import RefusalError


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<p>a</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b x>", "Unclosed end tag at byte offset 4"),
        ("<b><u>a</u></b>", 'Unsupported start tag "u" at byte offset 3'),
        ('<a href="https://x.id">a</a>', 'Unsupported start tag "a" at byte offset 0'),
        ("<b class=x>a</b>", 'Unsupported start tag "b" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        parsed(source)
    assert refusal.value.words == f"Bad Request: can't parse entities: {words}"


def entity(kind: str, offset: int, length: int) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt; b &amp; &gt; &nbsp; &", "a < b & > &nbsp; &", []),
        ("😀<b>é</b>", "😀é", [entity("bold", 2, 1)]),
        ("<B>a<i>b</i></B>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<i>a</>b", "ab", [entity("italic", 0, 1)]),
        ("<b></b>a", "a", []),
    ],
)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[dict[str, object]]
) -> None:
    assert parsed(source) == (text, entities)


def test_white_space_at_the_ends_is_cut_and_entities_move_along() -> None:
    assert trimmed(*parsed("\n <b> a</b> b ")) == ("a b", [entity("bold", 0, 1)])


@pytest.mark.parametrize(
    "html",
    [
        "<b>a<i>b</i></b>😀<i>c</i> &lt;script&gt;",
        "<b><i>x</i></b>",
    ],
)
def test_what_was_read_can_be_shown_again(html: str) -> None:
    assert shown(*parsed(html)) == html
