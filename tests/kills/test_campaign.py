"""Campaigns under kills: nobody is prompted twice, and every send in doubt is listed."""

from __future__ import annotations

from pathlib import Path

from tests.kills.campaign import Campaign, Outcome, killed


def judged(outcome: Outcome, *, people: int, kills: int) -> None:
    assert not outcome.faults, "\n".join([*outcome.faults, outcome.log])
    assert sum(outcome.planned) == len(outcome.states) == people
    assert outcome.kills >= kills
    assert outcome.ends["sent"] >= people // 2


async def test_killed_again_and_again_one_post_prompts_nobody_twice(
    tmp_path: Path, whole: bool
) -> None:
    url = f"sqlite:///{tmp_path / 'tilik.db'}"
    people, kills = (250, 8) if whole else (120, 3)
    campaign = Campaign(people, kills, seed=5, rate=100)
    judged(await killed(url, tmp_path, campaign), people=people, kills=kills)


async def test_killed_again_and_again_two_posts_prompt_nobody_twice(
    postgresql: str, tmp_path: Path, whole: bool
) -> None:
    people, kills = (200, 6) if whole else (120, 3)
    campaign = Campaign(people, kills, seed=6, rate=100, posts=2, planners=5)
    judged(await killed(postgresql, tmp_path, campaign), people=people, kills=kills)
