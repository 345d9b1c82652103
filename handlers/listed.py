"""The one list: conversations (those that offer the others are added in `handlers/__init__`), and
the prompts by which Tilik speaks first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.anyone import (
    account,
    amend,
    channels,
    erase,
    language,
    mydata,
    privacy,
    stop,
    whoami,
)
from handlers.anyone.office import lines, standard
from handlers.citizen import (
    assist,
    complain,
    complained,
    counted,
    groups,
    listen,
    rate,
    survey,
    visit,
)
from handlers.engine.topic import Several, Topic
from handlers.office import days_off, doubts, posters, unjoined, vouching
from handlers.office import imports as office_imports
from handlers.office import people as office_people
from handlers.office import requests as office_requests
from handlers.office import settings as office_settings
from handlers.oversight import condition, held, seal, trail
from handlers.staff import (
    appraisal,
    evaluation,
    evidence,
    hearing,
    history,
    leave,
    log,
    scores,
    superior,
    visit_code,
    visits,
    voices,
)
from handlers.staff.appraisal import respond
from handlers.staff.evaluation import invitation
from handlers.supervisor import approvals, brief, complaints, owed, reviews, stops, summary, team
from handlers.supervisor import evaluation as evaluated
from handlers.supervisor.approvals import give_back
from handlers.supervisor.complaints import remind
from handlers.supervisor.evaluation import appraise
from handlers.supervisor.team import thank
from models.store.prompts.kinds import Prompts

LISTED: Sequence[Topic[Any, Any] | Several] = (
    rate.CONVERSATION,
    survey.CONVERSATION,
    groups.CONVERSATION,
    visit.CONVERSATION,
    assist.CONVERSATION,
    counted.CONVERSATION,
    complain.CONVERSATION,
    complained.CONVERSATION,
    listen.CONVERSATION,
    complaints.CONVERSATION,
    reviews.CONVERSATION,
    summary.CONVERSATION,
    log.CONVERSATION,
    history.CONVERSATION,
    evidence.CONVERSATION,
    leave.CONVERSATION,
    scores.CONVERSATION,
    evaluation.CONVERSATION,
    evaluated.CONVERSATION,
    appraise.CONVERSATION,
    owed.CONVERSATION,
    stops.CONVERSATION,
    team.CONVERSATION,
    approvals.CONVERSATION,
    give_back.CONVERSATION,
    thank.CONVERSATION,
    appraisal.CONVERSATION,
    respond.CONVERSATION,
    superior.CONVERSATION,
    hearing.CONVERSATION,
    visit_code.CONVERSATION,
    visits.CONVERSATION,
    voices.CONVERSATION,
    doubts.CONVERSATION,
    office_people.CONVERSATION,
    unjoined.CONVERSATION,
    posters.CONVERSATION,
    vouching.CONVERSATION,
    days_off.CONVERSATION,
    office_imports.CONVERSATION,
    held.CONVERSATION,
    seal.CONVERSATION,
    trail.CONVERSATION,
    condition.CONVERSATION,
    lines.CONVERSATION,
    standard.CONVERSATION,
    language.CONVERSATION,
    whoami.CONVERSATION,
    channels.CONVERSATION,
    account.CONVERSATION,
    stop.CONVERSATION,
    privacy.CONVERSATION,
    mydata.CONVERSATION,
    amend.CONVERSATION,
    erase.CONVERSATION,
    office_requests.CONVERSATION,
    office_settings.CONVERSATION,
)
PROMPTS = Prompts(
    (*invitation.PROMPTS, *log.PROMPTS, *brief.PROMPTS, remind.PROMPT, held.PROMPT),
    brief.together,
)
