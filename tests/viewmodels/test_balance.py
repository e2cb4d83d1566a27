"""What the chosen group's key may still spend: whose it is, when it is asked for, and in which words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.keys import Secret
from studio.domain.published import Balance, ReadBalance
from studio.domain.recipe import DEMO_GATEWAY, Recipe
from studio.keychain import Keychain
from studio.library.draft import Draft
from studio.settings import Settings
from studio.viewmodels.balance import BalanceKeeper, balance_hint, balance_words
from studio.viewmodels.composer import ComposerViewModel
from tests.support.account_pages import STATUS, USAGE, by_path, status, usage
from tests.support.scripted_gateway import (
    Answer,
    Line,
    Received,
    ScriptedGateway,
    json_answer,
    picture_part,
    reply_of,
)
from tests.support.window import Surroundings, run_in_window, surroundings, until

CHEAP, SURE, KEYLESS = "官KEY-1.5折", "官KEY-3.5折", "官KEY-4.5折"
READ = datetime(2026, 11, 25, 6, 3, tzinfo=UTC)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301"
    "0100189ddb0000000049454e44ae426082"
)


@dataclass
class Desk:
    around: Surroundings
    composer: ComposerViewModel
    gateway: ScriptedGateway
    keeper: BalanceKeeper

    @property
    def shown(self) -> str:
        return balance_words(self.around.session.state.balance)

    @property
    def asked(self) -> list[str]:
        """The keys that the gateway was asked about."""
        calls = (call for call in self.gateway.received if call.target == USAGE)
        return [call.headers["authorization"].removeprefix("Bearer ") for call in calls]


def desk_of(folder: Path, gateway: ScriptedGateway, *, address: str = "") -> Desk:
    around = surroundings(folder, settings=Settings(gateway=address or gateway.address))
    composer = around.composer(Draft(recipe=Recipe("a fox"), group=SURE, count=1))
    keeper = BalanceKeeper(
        session=around.session,
        composer=composer,
        bridge=around.bridge,
        tasks=around.tasks,
        now=lambda: datetime.now(UTC),
    )
    return Desk(around, composer, gateway, keeper)


async def by_key(request: Received, line: Line) -> None:
    """Each key has as many yuan as it has letters after its dash."""
    yuan = len(request.headers["authorization"].partition("-")[2])
    await usage(total_available=yuan * 500_000 // 7)(request, line)


PAGES: dict[str, Answer] = {STATUS: status(), USAGE: by_key}


def test_it_is_of_the_chosen_groups_key_and_goes_with_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        async with ScriptedGateway(by_path(PAGES)) as gateway:
            desk = desk_of(tmp_path, gateway)
            async with desk.around.engine():
                assert not desk.shown
                await desk.around.session.store_key(SURE, Secret("sk-1234"))
                await until(lambda: desk.shown == "¥3.99")
                await desk.around.session.store_key(CHEAP, Secret("sk-12"))
                desk.composer.choose_group(CHEAP)
                assert not desk.shown
                await until(lambda: desk.shown == "¥1.99")
                desk.composer.choose_group(KEYLESS)
                assert not desk.shown
                desk.composer.choose_group(SURE)
                await until(lambda: desk.shown == "¥3.99")
                desk.composer.edit_prompt("a fox in the snow")
                await desk.around.session.store_key(SURE, Secret("sk-123456"))
                await until(lambda: desk.shown == "¥5.99")
                assert desk.asked == ["sk-1234", "sk-12", "sk-123456"]

    run_in_window(qapp, story())


def test_where_it_isnt_offered_nothing_is_shown_and_it_is_asked_once(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story() -> None:
        async with ScriptedGateway(by_path({STATUS: status()})) as gateway:
            desk = desk_of(tmp_path, gateway)
            async with desk.around.engine():
                await desk.around.session.store_key(SURE, Secret("sk-1234"))
                await until(lambda: desk.asked)
                await desk.around.session.store_key(SURE, Secret("sk-12345"))
                await desk.around.session.use_gateway(DEMO_GATEWAY)
                await desk.around.session.use_gateway(gateway.address)
                await until(lambda: desk.around.session.state.has_key(SURE))
            assert not desk.shown
            assert desk.asked == ["sk-1234"]
            assert not desk.around.said

    run_in_window(qapp, story())


def test_on_the_way_to_another_gateway_the_balance_of_the_one_before_isnt_shown_as_its(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story() -> None:
        other = by_path({STATUS: status(), USAGE: usage()})
        async with ScriptedGateway(by_path(PAGES)) as gateway, ScriptedGateway(other) as second:
            desk = desk_of(tmp_path, gateway)
            session = desk.around.session
            seen: list[tuple[str, str]] = []
            session.state_changed.connect(lambda: seen.append((session.state.settings.gateway, desk.shown)))
            async with desk.around.engine():
                await session.store_key(SURE, Secret("sk-1234"))
                await until(lambda: desk.shown == "¥3.99")
                await session.use_gateway(second.address)
                await session.store_key(SURE, Secret("sk-1234"))
                await until(lambda: desk.shown == "¥52.50")
            assert {words for address, words in seen if address == second.address} <= {"", "¥52.50"}

    run_in_window(qapp, story())


def test_the_demo_has_none(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        async with ScriptedGateway(by_path(PAGES)) as gateway:
            desk = desk_of(tmp_path, gateway, address=DEMO_GATEWAY)
            async with desk.around.engine():
                await until(lambda: desk.around.session.state.keys_known)
            assert not gateway.received

    run_in_window(qapp, story())


def test_jobs_that_end_ask_no_oftener_than_it_may_be_asked(qapp: QApplication, tmp_path: Path) -> None:
    picture = json_answer(reply_of(picture_part(PNG)))

    async def story() -> None:
        async with ScriptedGateway(by_path(PAGES, otherwise=picture)) as gateway:
            around_settings = Settings(gateway=gateway.address)
            around = surroundings(
                tmp_path, settings=around_settings, keychain=Keychain(environment=Secret("sk-1234"))
            )
            composer = around.composer(Draft(recipe=Recipe("a fox"), group=SURE, count=3))
            keeper = BalanceKeeper(
                session=around.session,
                composer=composer,
                bridge=around.bridge,
                tasks=around.tasks,
                now=lambda: datetime.now(UTC),
            )
            desk = Desk(around, composer, gateway, keeper)
            async with around.engine():
                await until(lambda: desk.shown == "¥3.99")
                composer.submit()
                await around.bridge.ask(lambda studio: studio.wait_idle())
            assert desk.asked == ["sk-1234"]

    run_in_window(qapp, story())


def read_balance(left: str | None, currency: str = "CNY", **changed: datetime) -> ReadBalance:
    balance = Balance(None if left is None else Decimal(left), Decimal("17.5"), currency, **changed)
    return ReadBalance(balance, READ, SURE)


@pytest.mark.parametrize(
    ("left", "currency", "words"),
    [
        ("12.4", "CNY", "¥12.40"),
        ("12.409", "CNY", "¥12.40"),
        ("1234567", "CNY", "¥1,234,567.00"),
        ("1.771", "USD", "$1.77"),
        ("-0.2", "CNY", "−¥0.20"),
        ("3", "EUR", "EUR 3.00"),
        (None, "CNY", ""),
    ],
)
def test_it_stands_in_its_own_currency_and_never_as_more_than_it_is(
    left: str | None, currency: str, words: str
) -> None:
    assert balance_words(read_balance(left, currency)) == words
    assert balance_words(None) == ""


def test_the_hint_says_whose_it_is_when_it_was_read_and_what_was_spent(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = surroundings(tmp_path).session.state
    local = READ.astimezone().strftime("%H:%M")
    lines = balance_hint(read_balance("12.4"), session).splitlines()
    assert lines == [f"Of the key for {SURE}, read at {local}.", "¥17.50 were spent with it so far."]
    expiring = read_balance("12.4", expires=datetime(2026, 12, 3, 12, tzinfo=UTC))
    assert balance_hint(expiring, session).splitlines()[-1] == "The key expires on 3 Dec 2026."


@pytest.mark.parametrize(
    ("told", "low"),
    [
        (read_balance("0.10"), True),
        (read_balance("0.16"), False),
        (read_balance("-1"), True),
        (read_balance("0.10", "USD"), False),
        (read_balance(None), False),
    ],
)
def test_a_low_balance_is_a_note_and_hinders_nothing(
    qapp: QApplication, tmp_path: Path, told: ReadBalance, *, low: bool
) -> None:
    around = surroundings(tmp_path)
    composer = around.composer(Draft(recipe=Recipe("a fox"), group=SURE, count=1))
    before = composer.state.hindrance
    around.session.show_balance(told)
    assert ("Balance is low: less than this order costs" in composer.state.estimate.notes) == low
    assert composer.state.hindrance == before
    composer.choose_group(CHEAP)
    assert not any("Balance" in note for note in composer.state.estimate.notes)
