"""What the Graph API says when it says no, in Meta's shape."""

from __future__ import annotations

from typing import Any

TITLES = {
    3: "API Method",
    4: "Application request limit reached",
    10: "Application does not have permission for this action",
    100: "Invalid parameter",
    190: "Invalid OAuth access token - Cannot parse access token",
    80007: "Rate limit issues",
    130429: "Rate limit hit",
    131000: "Something went wrong",
    131008: "Required parameter is missing",
    131009: "Parameter value is not valid",
    131016: "Service unavailable",
    131026: "Message undeliverable",
    131045: "Incorrect certificate",
    131047: "Re-engagement message",
    131048: "Spam rate limit hit",
    131049: "Message was not sent to maintain a healthy ecosystem engagement",
    131051: "Unsupported message type",
    131053: "Media upload error",
    131056: "(Business Account, Consumer Account) pair rate limit hit",
    132000: "Number of parameters does not match the expected number of params",
    132001: "Template name does not exist in the translation",
    132005: "Translated text too long",
    132012: "Parameter format does not match format in the created template",
    132015: "Template is paused",
    132016: "Template is disabled",
    2388024: "Content in this language already exists",
    2388040: "Character limit exceeded",
    2388047: "Message body or header format incorrect",
    2388293: "Parameter words ratio exceeds limit",
    2388299: "Leading or trailing params not allowed",
}
UNKNOWN = "Something went wrong"


class GraphError(Exception):
    """A call that is answered with an error: Meta's `code`, its `details`, and the HTTP status.

    `subcode` comes with the errors of templates.
    """

    def __init__(self, code: int, details: str, *, http: int = 400, subcode: int = 0) -> None:
        super().__init__(f"{code}: {details}")
        self.code = code
        self.details = details
        self.http = http
        self.subcode = subcode

    @property
    def title(self) -> str:
        return TITLES.get(self.code, UNKNOWN)

    def body(self, trace: int) -> dict[str, Any]:
        """The answer's JSON."""
        more: dict[str, Any] = {}
        if self.subcode:
            title = TITLES.get(self.subcode, UNKNOWN)
            more = {
                "error_subcode": self.subcode,
                "error_user_title": title,
                "error_user_msg": self.details,
                "is_transient": False,
            }
        return {
            "error": {
                "message": f"(#{self.code}) {self.title}",
                "type": "OAuthException",
                "code": self.code,
                "error_data": {"messaging_product": "whatsapp", "details": self.details},
                "fbtrace_id": f"Tilik{trace:08d}",
                **more,
            }
        }

    def in_status(self) -> dict[str, Any]:
        """The same as one of the errors of a `failed` status."""
        return {
            "code": self.code,
            "title": self.title,
            "message": self.title,
            "error_data": {"details": self.details},
        }


class AnswerLostError(Exception):
    """A call that was accepted, and whose answer never arrives."""


def missing(name: str) -> GraphError:
    return GraphError(131008, f"The parameter {name} is required.")


def wrong(details: str) -> GraphError:
    return GraphError(131009, details)


def invalid(details: str, *, subcode: int = 0) -> GraphError:
    return GraphError(100, details, subcode=subcode)


def unknown(object_id: Any) -> GraphError:
    """No object has this id: nothing is said about whether one ever had."""
    return invalid(
        f"Unsupported request. Object with ID '{object_id}' does not exist, cannot be loaded due"
        " to missing permissions, or does not support this operation."
    )


CLOSED = "Message failed to send because more than 24 hours have passed since the customer last replied to this number."  # noqa: E501
UNDELIVERABLE = "Message Undeliverable."
