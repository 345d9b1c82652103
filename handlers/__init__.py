"""What Tilik talks about: the one list of conversations, by the name people know them by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.anyone import (
    amend,
    channels,
    erase,
    greet,
    guide,
    join,
    language,
    mydata,
    privacy,
    resume,
    stop,
    whoami,
)
from handlers.citizen import rate, survey
from handlers.office import days_off, doubts
from handlers.office import imports as office_imports
from handlers.office import people as office_people
from handlers.office import requests as office_requests
from handlers.office import settings as office_settings
from handlers.oversight import condition, trail
from handlers.staff import appraisal, evaluation, evidence, history, leave, log, scores, superior
from handlers.staff.appraisal import respond
from handlers.staff.evaluation.invitation import invitation
from handlers.supervisor import approvals, brief, summary, team
from handlers.supervisor import evaluation as evaluated
from handlers.supervisor.approvals import give_back
from handlers.supervisor.evaluation import appraise
from handlers.supervisor.team import thank
from handlers.topic import Several, Topic
from models.campaigns import Kind
from models.store.prompts.candidates import Composer

CONVERSATIONS: Mapping[str, Topic[Any, Any] | Several] = {
    conversation.name: conversation
    for conversation in (
        rate.CONVERSATION,
        survey.CONVERSATION,
        summary.CONVERSATION,
        log.CONVERSATION,
        history.CONVERSATION,
        evidence.CONVERSATION,
        leave.CONVERSATION,
        scores.CONVERSATION,
        evaluation.CONVERSATION,
        evaluated.CONVERSATION,
        appraise.CONVERSATION,
        team.CONVERSATION,
        approvals.CONVERSATION,
        give_back.CONVERSATION,
        thank.CONVERSATION,
        appraisal.CONVERSATION,
        respond.CONVERSATION,
        superior.CONVERSATION,
        doubts.CONVERSATION,
        office_people.CONVERSATION,
        days_off.CONVERSATION,
        office_imports.CONVERSATION,
        trail.CONVERSATION,
        condition.CONVERSATION,
        guide.CONVERSATION,
        language.CONVERSATION,
        whoami.CONVERSATION,
        join.CONVERSATION,
        channels.CONVERSATION,
        stop.CONVERSATION,
        resume.CONVERSATION,
        privacy.CONVERSATION,
        mydata.CONVERSATION,
        amend.CONVERSATION,
        erase.CONVERSATION,
        office_requests.CONVERSATION,
        office_settings.CONVERSATION,
        greet.CONVERSATION,
    )
}

VERBS = ("back", "cancel", "skip", "correct", "thanks")
"""What steers any form by a word, and what only wants a kind answer."""

INVITATIONS: Mapping[Kind, Composer] = {
    "open": invitation,
    "half": invitation,
    "last": invitation,
    "log": log.invitation,
    "short": brief.invitation,
    "long": brief.invitation,
    "quarter": brief.invitation,
}
"""What to say when Tilik speaks first, by the kind of prompt; the others are not planned."""
