"""The business's message templates: created, read by Meta, listed, edited, deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.sandbox.whatsapp.media import unknown
from bot.sandbox.whatsapp.refusal import invalid, missing
from bot.sandbox.whatsapp.template_checks import category_checked, checked, components_checked

if TYPE_CHECKING:
    from bot.sandbox.whatsapp.box import WhatsAppBox

DUPLICATE, BEING_DELETED, NOT_FOUND, TOO_MANY = 2388024, 2388023, 2593002, 2388019
EDITABLE = frozenset(("APPROVED", "REJECTED", "PAUSED"))
NAME_RESTS = timedelta(days=30)
MOST, PAGE = 250, 25
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
    """All templates of the box, by id. `auto_approve` approves each one right away."""

    def __init__(self, box: WhatsAppBox) -> None:
        self.box = box
        self.by_id: dict[str, Template] = {}
        self.resting: dict[tuple[str, str], datetime] = {}
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
        if self.resting.get((name, language), self.box.clock()) > self.box.clock():
            raise invalid(f"{name} in {language} is being deleted.", subcode=BEING_DELETED)
        if len({template.name for template in self.by_id.values()} | {name}) > MOST:
            raise invalid(f"A business has at most {MOST} templates.", subcode=TOO_MANY)
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

    def delete(self, name: str, number: str | None) -> dict[str, Any]:
        """All languages of a name, or the one that the number says."""
        if not name:
            raise missing("name")
        found = [t for t in self.named(name) if number in (None, t.id)]
        if not found:
            raise invalid(f"There is no template {name}.", subcode=NOT_FOUND)
        for template in found:
            del self.by_id[template.id]
            self.resting[template.name, template.language] = self.box.clock() + NAME_RESTS
        return {"success": True}

    def listed(self, query: dict[str, str]) -> dict[str, Any]:
        """One page, of those that the filters leave; the cursor is the last id of a page."""
        filters = {key: query[key] for key in ("name", "status", "language") if key in query}
        found = [
            template
            for template in self.by_id.values()
            if all(getattr(template, key) == value for key, value in filters.items())
        ]
        after, limit = query.get("after", ""), query.get("limit") or str(PAGE)
        if not limit.isdigit() or int(limit) < 1:
            raise invalid("Param limit must be a positive number.")
        rest = [template for template in found if template.id > after]
        page = rest[: int(limit)]
        answer: dict[str, Any] = {"data": [t.fields(query.get("fields", "")) for t in page]}
        if page:
            answer["paging"] = {"cursors": {"before": page[0].id, "after": page[-1].id}}
            if len(rest) > len(page):
                path = f"/v25.0/{self.box.business_id}/message_templates"
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

    def moved(self, found: Iterator[Template] | list[Template], status: str, reason: str) -> None:
        chosen = list(found)
        if not chosen:
            raise AssertionError(f"No template of this name and language can become {status}.")
        for template in chosen:
            self.move(template, status, reason)

    def _read_soon(self, template: Template) -> None:
        self.box.changed()
        if self.box.auto_approve:
            self.move(template, "APPROVED")
