"""The campaign's phases: when the next one opens, and when a campaign is over (K03, K13, K17)."""

from __future__ import annotations

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise.environment import holds
from game.exercise.reactions.steps import move
from game.exercise.state import State
from game.scenario.model import Campaign, Phase


def campaign_opens(state: State, draws: Draws) -> tuple[ev.Event, ...]:
    """Open the first phase as soon as the exercise runs."""
    del draws
    if state.session.state != "running" or state.campaign.campaign or state.turn > 0:
        return ()
    first = state.scenario.starting.campaign
    for campaign in state.scenario.campaigns:
        if first in (None, campaign.id):
            return _enter(state, campaign, 0)
    return ()


def phases(state: State, draws: Draws) -> list[ev.Event]:
    """Move the campaign on where its phase has run its days or met its exit condition."""
    del draws
    now = state.campaign
    if now.state == "closed":
        return []
    campaigns = state.scenario.campaigns
    place = next((i for i, c in enumerate(campaigns) if c.id == now.campaign), -1)
    if place < 0:
        return list(_enter(state, campaigns[0], 0))
    campaign = campaigns[place]
    phase = campaign.phases[now.index]
    met = phase.exit is not None and holds(state, phase.exit)
    if not met and state.day < now.ends:
        return []
    if now.index + 1 < len(campaign.phases):
        return list(_enter(state, campaign, now.index + 1))
    if place + 1 < len(campaigns):
        return list(_enter(state, campaigns[place + 1], 0))
    return list(move("campaign", campaign.id, now.state, "close"))


def _enter(state: State, campaign: Campaign, index: int) -> tuple[ev.Event, ...]:
    """Return the entry into a phase, or nothing while its entry condition does not hold."""
    phase: Phase = campaign.phases[index]
    if phase.enter is not None and state.turn > 0 and not holds(state, phase.enter):
        return ()
    return (
        ev.PhaseEntered(
            campaign=campaign.id,
            phase=phase.id,
            state=phase.stage.value,
            index=index,
            since=state.day,
            ends=state.day + phase.days,
        ),
    )
