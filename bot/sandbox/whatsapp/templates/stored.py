"""The business's message templates: created, read by Meta, listed, edited, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.sandbox.whatsapp.refusal import invalid, unknown
from bot.sandbox.whatsapp.servers import WhatsAppServers
from bot.sandbox.whatsapp.templates.checks import category_checked, checked, components_checked

DUPLICATE = 2388024
EDITABLE = frozenset(("APPROVED", "REJECTED", "PAUSED"))
PAGE = 25
STATUS_FIELD = "message_template_status_update"
_DEFAULT = ("name", "parameter_format", "components", "language", "status", "category", "id")


@dataclass(frozen=True, slots=True)
class Template:
    """A template in one language; `status` is PENDING, APPROVED, REJECTED, PAUSED or DISABLED."""

    id: str
    name: str
    language: str
    category: str
    components: list[dict[str, Any]]
    parameter_format: str = "NAMED"
    status: str = "PENDING"
    rejected_reason: str = "NONE"

    def component(self, kind: str) -> dict[str, Any]:
        """The component of this type, empty if there is none."""
        found = (c for c in self.components if str(c.get("type")).upper() == kind)
        return next(found, {})

    def fields(self, names: str) -> dict[str, Any]:
        """The fields asked for (with commas between), and always the id."""
        wanted = [name.strip() for name in names.split(",") if name.strip()] or _DEFAULT
        if strange := [name for name in wanted if name not in self.__slots__]:
            raise invalid(f"Tried accessing nonexisting field ({strange[0]}).")
        return {name: getattr(self, name) for name in (*wanted, "id")}


class Templates:
    """All templates of the box, by id."""

    def __init__(self, box: WhatsAppServers) -> None:
        self.box = box
        self.by_id: dict[str, Template] = {}
        self.count = 0

    def named(self, name: Any, language: str | None = None) -> list[Template]:
        """Those of this name (None for all), in one language or in all."""
        return [
            template
            for template in self.by_id.values()
            if name in (None, template.name) and language in (None, template.language)
        ]

    # What the bot asks for.

    def create(self, given: dict[str, Any]) -> dict[str, Any]:
        checked(given)
        name, language = given["name"], given["language"]
        if self.named(name, language):
            raise invalid(f"There is already {language} content of {name}.", subcode=DUPLICATE)
        self.count += 1
        number = str(700_000_000_000_000 + self.count)
        made = Template(number, name, language, given["category"], given["components"])
        self.by_id[number] = made
        self._read_soon(made)
        return {"id": made.id, "status": made.status, "category": made.category}

    def edit(self, template: Template, given: dict[str, Any]) -> dict[str, Any]:
        if template.status not in EDITABLE:
            raise invalid(f"A template that is {template.status} cannot be edited.")
        category = given.get("category", template.category)
        category_checked(category)
        if category != template.category and template.status == "APPROVED":
            raise invalid("The category of an approved template cannot be edited.")
        if "components" in given:
            components_checked(given)
        made = replace(
            template,
            category=category,
            components=given.get("components", template.components),
            status="PENDING",
            rejected_reason="NONE",
        )
        self.by_id[template.id] = made
        self._read_soon(made)
        return {"success": True}

    def listed(self, query: dict[str, str]) -> dict[str, Any]:
        """One page; the cursor is the last id of a page."""
        after, limit = query.get("after", ""), query.get("limit") or str(PAGE)
        if not limit.isdigit() or int(limit) < 1:
            raise invalid("Param limit must be a positive number.")
        rest = [template for template in self.by_id.values() if template.id > after]
        page = rest[: int(limit)]
        answer: dict[str, Any] = {"data": [t.fields(query.get("fields", "")) for t in page]}
        if page:
            answer["paging"] = {"cursors": {"before": page[0].id, "after": page[-1].id}}
            if len(rest) > len(page):
                path = f"/v25.0/{self.box.business.business_id}/message_templates"
                answer["paging"]["next"] = f"{self.box.url}{path}?after={page[-1].id}"
        return answer

    def found(self, number: str) -> Template:
        if number not in self.by_id:
            raise unknown(number)
        return self.by_id[number]

    # What Meta does with them.

    def move(self, template: Template, status: str, reason: str = "NONE") -> None:
        """Give it this status, and tell the bot."""
        moved = replace(template, status=status, rejected_reason=reason)
        self.by_id[template.id] = moved
        change = {
            "event": status,
            "message_template_id": int(template.id),
            "message_template_name": template.name,
            "message_template_language": template.language,
            "message_template_category": template.category,
            "reason": reason,
        }
        self.box.delivery.push_change(STATUS_FIELD, change)
        self.box.changed()

    def moved(self, found: Sequence[Template], status: str, reason: str) -> None:
        if not found:
            raise AssertionError(f"No template of this name and language can become {status}.")
        for template in found:
            self.move(template, status, reason)

    def _read_soon(self, template: Template) -> None:
        self.box.changed()
        if self.box.auto_approve:
            self.move(template, "APPROVED")
