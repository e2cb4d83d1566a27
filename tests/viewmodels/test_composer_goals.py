"""The group as a goal chooses it: what the person sees of that, and what is ordered then."""

from __future__ import annotations

import io
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.evidence import Evidence, Rate, Spread
from studio.domain.geometry import Resolution
from studio.domain.goal import Goal
from studio.domain.keys import KeySource, Secret
from studio.domain.money import Money
from studio.domain.recipe import DEMO_GATEWAY, Recipe, Sending
from studio.domain.sent import Ways
from studio.engine.events import GroupsResting, JobChanged, KeyState, VersionSaved
from studio.library.draft import Draft, read_draft, write_draft
from studio.settings import Settings
from studio.viewmodels.composer_goals import GoalChoice, Routed, choosable, goal_choices, routed
from studio.viewmodels.composer_sending import Past
from studio.viewmodels.session import Opening, SessionState
from tests.domain.making import version
from tests.support.scripted_gateway import ScriptedGateway, json_answer, picture_part, reply_of
from tests.support.window import Surroundings, page_model, run_in_window, surroundings, until

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from studio.domain.job import Job
    from studio.domain.version import Version
    from studio.viewmodels.composer import ComposerViewModel

CHEAP, UNREAD, SURE, SLOW, FULL = "官KEY-1.5折", "官KEY-2.5折", "官KEY-3.5折", "官KEY-4.5折", "官KEY-正价"
NAMES = tuple(group.name for group in page_model().groups)
LATER = datetime(2099, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


# What a goal comes to


def session(
    *keys: str, settings: Settings | None = None, resting: tuple[str, ...] = (), known: bool = True
) -> SessionState:
    states = tuple(KeyState(name, KeySource.KEYCHAIN if name in keys else None) for name in NAMES)
    return SessionState(
        settings or Settings(),
        page_model(),
        Opening.OPEN,
        keys=states,
        keys_known=known,
        resting=dict.fromkeys(resting, LATER),
    )


def own(saved: int, runs: int, p50: float = 14.0) -> Evidence:
    return Evidence(Rate(saved, runs), Spread(p50, p50, saved) if saved else None, paid=saved)


def come_to(
    goal: Goal,
    among: SessionState,
    known: Mapping[str, Evidence] | None,
    *,
    recipe: Recipe | None = None,
    past: Past | None = None,
    group: str = SURE,
) -> Routed:
    made = recipe or Recipe("a fox", resolution=Resolution.TWO_K)
    return routed(Draft(made, group, 1, goal=goal), goal, past=past, session=among, own=known)


def test_each_goal_chooses_among_those_with_a_key_and_says_why() -> None:
    every = session(*NAMES)
    cheapest = come_to(Goal.CHEAPEST, every, {})
    assert cheapest == Routed(CHEAP, "¥0.11, 102 s published, 62.5 % up as published")
    seen = come_to(Goal.FASTEST, every, {SURE: own(41, 41, 13.9)})
    assert seen == Routed(SURE, "¥0.25, usually 14 s, 41 of 41 yours succeeded")
    assert come_to(Goal.CHEAPEST, session(SLOW, FULL), {}).group == SLOW
    money = come_to(Goal.LEAST_MONEY, session(SURE, FULL), {})
    assert money.why.startswith("¥0.25, about ¥0.25 for each saved picture, 14 s published")


def test_until_keys_and_figures_are_known_the_group_stays_and_nothing_is_ordered() -> None:
    for waiting in (
        come_to(Goal.CHEAPEST, session(*NAMES, known=False), {}, group=FULL),
        come_to(Goal.CHEAPEST, session(*NAMES), None, group=FULL),
    ):
        assert waiting.group == FULL
        assert waiting.hindrance is not None
        assert waiting.hindrance.words.endswith("…")


def test_where_none_can_be_chosen_it_says_why_and_what_to_do() -> None:
    dear = Settings(ceiling=Money.parse("0.10"))
    for state, words in (
        (session(), "No group has a key"),
        (session(SURE, settings=dear), "costs more than ¥0.10 at 2K"),
        (session(SURE, resting=(SURE,)), "rests after several failures"),
    ):
        found = come_to(Goal.SUREST, state, {})
        assert found.group == ""
        assert found.hindrance is not None
        assert words in found.hindrance.words
        assert found.hindrance.wants_key == (words == "No group has a key")


def test_a_group_that_rests_is_passed_over() -> None:
    assert come_to(Goal.FASTEST, session(*NAMES, resting=(SURE,)), {}).group == SLOW


TALK = Recipe("no tail", resolution=Resolution.TWO_K, parent="root", sending=Sending.CONVERSATION)


def past(group: str) -> Past:
    return Past(version("root"), (), Ways(conversation=True, usual=Sending.CONVERSATION), group)


def test_a_conversation_goes_on_in_its_group_even_while_that_rests() -> None:
    state = session(CHEAP, SLOW, resting=(SLOW,))
    found = come_to(Goal.CHEAPEST, state, {}, recipe=TALK, past=past(SLOW))
    assert found.group == SLOW
    assert found.why.startswith("The conversation goes on in its group: ¥0.32, 54 s published")
    afresh = replace(TALK, sending=Sending.AFRESH)
    assert come_to(Goal.CHEAPEST, state, {}, recipe=afresh, past=past(SLOW)).group == CHEAP


def test_a_conversation_whose_group_cant_be_chosen_goes_where_the_goal_leads() -> None:
    state = session(CHEAP, SURE)
    for elsewhere in (SLOW, "gone from the catalog", ""):
        assert come_to(Goal.FASTEST, state, {}, recipe=TALK, past=past(elsewhere)).group == SURE
    waiting = come_to(Goal.FASTEST, state, {}, recipe=TALK, group=CHEAP)
    assert waiting.group == CHEAP
    assert waiting.hindrance is not None


def test_conversations_go_on_in_what_can_be_paid_for() -> None:
    state = session(CHEAP, SLOW, resting=(CHEAP,), settings=Settings(ceiling=Money.parse("0.25")))
    assert choosable(state, Resolution.TWO_K) == {CHEAP}
    assert choosable(state, Resolution.ONE_K) == {CHEAP, SLOW}


def test_every_goal_is_offered_with_what_it_would_choose() -> None:
    draft = Draft(Recipe("a fox"), SURE, 1)
    found = goal_choices(draft, session(CHEAP, SURE), own=None, now=None)
    assert [(one.name, one.group, one.price) for one in found] == [
        ("Cheapest", CHEAP, "¥0.07"),
        ("Fastest", SURE, "¥0.16"),
        ("Surest", SURE, "¥0.16"),
        ("Least money per saved picture", CHEAP, "¥0.07"),
    ]
    nothing = goal_choices(draft, session(), own=None, now=None)
    assert {(one.group, one.price, one.why) for one in nothing} == {("", "—", "")}
    held = Routed(SLOW, "for its conversation")
    used = goal_choices(replace(draft, goal=Goal.SUREST), session(CHEAP, SURE), own={}, now=held)
    assert used[2] == GoalChoice(Goal.SUREST, "Surest", SLOW, "¥0.21", "for its conversation")


# In the composer


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(out, "PNG")
    return out.getvalue()


class Bench:
    """A composer at a gateway that answers every call with a picture."""

    def __init__(self, folder: Path, *, settings: Settings | None = None, draft: Draft | None = None) -> None:
        self.around: Surroundings = surroundings(folder, settings=settings)
        self.composer: ComposerViewModel = self.around.composer(draft)
        self.placed: list[Job] = []
        self.ended: list[Job] = []
        self.versions: list[Version] = []
        self.composer.placed.connect(self.placed.extend)
        self.around.bridge.happened.connect(self._hear)

    def _hear(self, event: object) -> None:
        match event:
            case JobChanged(job) if job.ended:
                self.ended.append(job)
            case VersionSaved(version):
                self.versions.append(version)
            case _:
                pass

    @asynccontextmanager
    async def open(self, *keys: str) -> AsyncGenerator[None]:
        answer = json_answer(reply_of(picture_part(picture())))
        async with ScriptedGateway(answer) as gateway, self.around.engine():
            await self.around.session.use_gateway(gateway.address)
            for group in keys:
                await self.key(group)
            yield

    async def key(self, group: str) -> None:
        await self.around.session.store_key(group, Secret("sk-test"))
        await until(lambda: self.around.session.state.has_key(group))

    async def order(self, prompt: str = "a lake") -> Job:
        self.composer.edit_prompt(prompt)
        await until(lambda: self.composer.state.hindrance is None)
        before = len(self.ended)
        self.composer.submit()
        told = (self.ended, self.versions)
        await until(lambda: all(len(one) > before for one in told) and not self.composer.state.placing)
        return self.ended[-1]


def test_prices_estimate_and_button_follow_the_group_that_is_chosen(
    qapp: QApplication, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    composer = bench.composer

    async def story() -> None:
        async with bench.open(CHEAP, SLOW):
            composer.edit_prompt("a lake")
            composer.choose_goal(Goal.CHEAPEST)
            await until(lambda: composer.state.hindrance is None)
            state = composer.state
            assert (state.goal, state.group, state.label) == (Goal.CHEAPEST, CHEAP, "Generate 1 for ¥0.07")
            assert state.why == "¥0.07, 102 s published, 62.5 % up as published"
            assert [one.price for one in state.resolutions] == ["¥0.05", "¥0.07", "¥0.11", "¥0.16"]
            composer.choose_resolution(Resolution.FOUR_K)
            assert composer.state.why.startswith("¥0.16, ")
            composer.choose_goal(Goal.SUREST)
            assert (composer.state.group, composer.state.estimate.total) == (SLOW, "¥0.48")
            composer.choose_group(CHEAP)
            assert (composer.state.goal, composer.state.group, composer.state.why) == (None, CHEAP, "")

    run_in_window(qapp, story())


def test_what_is_ordered_is_what_the_button_says(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path)

    async def story() -> None:
        async with bench.open(SURE, SLOW):
            bench.composer.choose_goal(Goal.CHEAPEST)
            await bench.order()
            (job,) = bench.placed
            assert (job.order.group, job.order.price) == (SURE, Money.parse("0.16"))

    run_in_window(qapp, story())


def test_our_own_runs_change_the_choice(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    composer = bench.composer

    async def story() -> None:
        async with bench.open(UNREAD, SURE):
            composer.choose_goal(Goal.FASTEST)
            await until(lambda: composer.state.group == SURE)
            composer.choose_group(UNREAD)
            await bench.order()
            composer.choose_goal(Goal.FASTEST)
            # It is read some time after a job has ended, by itself.
            await until(lambda: composer.state.group == UNREAD)
            assert composer.state.why.endswith("1 of 1 yours succeeded")
            assert composer.state.label == "Generate 1 for ¥0.12"

    run_in_window(qapp, story())


def test_what_was_seen_at_one_gateway_says_nothing_of_another(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    evidence = bench.around.evidence

    async def story() -> None:
        async with bench.open(SURE):
            await bench.order()
            assert (await evidence.read())[SURE].success == Rate(1, 1)
            assert evidence.held is not None
            await bench.around.session.use_gateway("https://elsewhere.example")
            await until(lambda: evidence.held == {})

    run_in_window(qapp, story())


def test_a_question_is_taken_back_when_the_choice_changes(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path, settings=Settings(ask_above=Money.parse("0.00")))
    composer = bench.composer

    async def story() -> None:
        async with bench.open(SURE):
            composer.edit_prompt("a lake")
            composer.choose_goal(Goal.CHEAPEST)
            await until(lambda: composer.state.hindrance is None)
            composer.submit()
            assert composer.state.asks == "¥0.16"
            await bench.key(CHEAP)
            await until(lambda: composer.state.group == CHEAP)
            assert composer.state.asks == ""
            composer.confirm()
            assert not composer.state.placing
            assert composer.state.label == "Generate 1 for ¥0.07"

    run_in_window(qapp, story())
    assert not bench.placed


def test_a_rest_moves_the_choice_on_and_its_end_brings_it_back(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    composer, happened = bench.composer, bench.around.bridge.happened

    async def story() -> None:
        async with bench.open(SURE, SLOW):
            composer.choose_goal(Goal.FASTEST)
            await until(lambda: composer.state.why.startswith("¥0.16"))
            happened.emit(GroupsResting({SURE: LATER}))
            assert composer.state.group == SLOW
            happened.emit(GroupsResting({}))
            assert composer.state.group == SURE

    run_in_window(qapp, story())


def test_without_any_key_it_offers_to_add_one(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    composer = bench.composer

    async def story() -> None:
        async with bench.open():
            composer.edit_prompt("a lake")
            composer.choose_goal(Goal.CHEAPEST)
            await until(lambda: composer.state.group == "")
            state = composer.state
            assert (state.label, state.price) == ("Generate 1", None)
            assert {one.price for one in state.resolutions} == {"—"}
            assert state.hindrance is not None
            assert state.hindrance.wants_key
            await bench.key(FULL)
            await until(lambda: composer.state.hindrance is None)
            assert composer.state.group == FULL

    run_in_window(qapp, story())


def test_in_the_demo_a_goal_chooses_the_demos_own_group(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    composer = bench.composer

    async def story() -> None:
        async with bench.open(SLOW):
            composer.choose_goal(Goal.CHEAPEST)
            await until(lambda: composer.state.group == SLOW)
            await bench.around.session.use_gateway(DEMO_GATEWAY)
            composer.edit_prompt("a lake")
            await until(lambda: composer.state.hindrance is None)
            assert (composer.state.group, composer.state.goal) == ("Demo", Goal.CHEAPEST)
            assert composer.state.label == "Generate 1 for ¥0.00 (demo)"

    run_in_window(qapp, story())


def test_a_version_is_continued_in_its_group_with_its_conversation(
    qapp: QApplication, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    composer = bench.composer

    async def story() -> None:
        async with bench.open(CHEAP, SLOW):
            composer.choose_group(SLOW)
            await bench.order()
            composer.choose_goal(Goal.CHEAPEST)
            await until(lambda: composer.state.group == CHEAP)
            composer.continue_from(bench.versions[0])
            await until(lambda: composer.state.way is Sending.CONVERSATION)
            assert composer.state.group == SLOW
            assert composer.state.why.startswith("The conversation goes on in its group: ")
            await until(lambda: composer.state.sending.total)
            assert not composer.state.sending.doubt
            composer.choose_sending(Sending.AFRESH)
            assert composer.state.group == CHEAP
            composer.choose_sending(Sending.CONVERSATION)
            composer.start_afresh()
            assert (composer.state.group, composer.state.goal) == (CHEAP, Goal.CHEAPEST)

    run_in_window(qapp, story())


def test_what_made_a_version_is_used_with_its_group(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    composer = bench.composer

    async def story() -> None:
        async with bench.open(CHEAP, SLOW):
            composer.choose_group(SLOW)
            await bench.order()
            for use in (
                lambda: composer.use_settings(bench.versions[0]),
                lambda: composer.use_recipe(bench.versions[0].recipe, SLOW),
            ):
                composer.choose_goal(Goal.CHEAPEST)
                await until(lambda: composer.state.group == CHEAP)
                use()
                assert (composer.state.group, composer.state.goal) == (SLOW, None)

    run_in_window(qapp, story())


def test_the_goal_is_kept_over_a_restart(qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(tmp_path / "first")

    async def story() -> None:
        async with bench.open(SURE, SLOW):
            bench.composer.edit_prompt("a lake")
            bench.composer.choose_goal(Goal.CHEAPEST)
            await until(lambda: bench.composer.state.group == SURE)

    run_in_window(qapp, story())
    write_draft(tmp_path, bench.around.drafts[-1])
    again = Bench(tmp_path / "again", draft=read_draft(tmp_path))
    state = again.composer.state
    # What it chose last stands there until it can be told anew.
    assert (state.goal, state.group, state.label) == (Goal.CHEAPEST, SURE, "Generate 1 for ¥0.16")

    async def later() -> None:
        async with again.open(SURE, SLOW, CHEAP):
            await until(lambda: again.composer.state.hindrance is None)
            assert again.composer.state.group == CHEAP

    run_in_window(qapp, later())
