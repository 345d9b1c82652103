"""HTML is read as Telegram reads it: bytes in complaints, UTF-16 units in entities."""

import pytest

from bot.sandbox.entities import shown, trimmed
from bot.sandbox.markup import parsed
from bot.sandbox.refusal import RefusalError


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
        ("<a =1>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href= ", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x,y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "&#xDFDF;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities,"
                " check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        parsed(source)
    assert refusal.value.words == f"Bad Request: can't parse entities: {words}"


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt; b &amp &nbsp; &", "a < b & &nbsp; &", []),
        ("&#65;&#x42;&#99999999;", "AB&#99999999;", []),
        ("😀<b>é</b>", "😀é", [entity("bold", 2, 1)]),
        ("<B>a<i>b</i></B>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<i>a</>b", "ab", [entity("italic", 0, 1)]),
        ("<b></b>a", "a", []),
        (
            '<a href="https://x.id?a=1&amp;b=2">x</a>',
            "x",
            [entity("text_link", 0, 1, url="https://x.id?a=1&b=2")],
        ),
        ("<a href='salah'>x</a>", "x", []),
        ("<a href='javascript:alert(1.0)'>x</a>", "x", []),
        ("<a>😀x.id</a>", "😀x.id", [entity("text_link", 0, 6, url="http://😀x.id")]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        (
            '<pre><code class="language-py">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="py")],
        ),
        ('<code class="language-py">x</code>', "x", [entity("code", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
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
        "<b>a<i>b</i></b>😀<u>c</u> &lt;script&gt;",
        '<a href="https://x.id/?a=1&amp;b=2">x</a>',
        "<b><i>x</i></b>",
    ],
)
def test_what_was_read_can_be_shown_again(html: str) -> None:
    assert shown(*parsed(html)) == html
