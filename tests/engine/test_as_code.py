"""A recipe as code: what can't be sent isn't written down, and what would be sent is."""

import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest

from studio.domain.as_code import KEY_NAME, CodeLanguage
from studio.domain.errors import NotSendable, UnusableAddress, WrongRecipe
from studio.domain.recipe import Recipe
from studio.engine.as_code import code_of
from studio.settings import Settings
from tests.engine.workshop import GOOD, KEY, at_work, catalog, generate, wish

ADDRESS = "https://bananarouter.com"


def body_in(code: str) -> object:
    """The body as the code in Python has it."""
    for node in ast.parse(code).body:
        match node:
            case ast.Assign(targets=[ast.Name(id="body")], value=value):
                return ast.literal_eval(value)
            case _:
                pass
    raise AssertionError("no body")


async def test_it_is_the_body_that_is_sent(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        recipe = replace(wish().recipe, references=(), parent=None)
        code = await studio.as_code(recipe, CodeLanguage.PYTHON)
        alone = await code_of(recipe, CodeLanguage.PYTHON, address=gateway.address, route="a-model")
        assert gateway.received == []
        await generate(studio, replace(wish(), recipe=recipe))
        (received,) = gateway.received
        assert f"{gateway.address}{received.target}" in code
    assert code == alone
    assert body_in(code) == json.loads(received.body)
    assert KEY_NAME in code
    assert KEY.reveal() not in code


@pytest.mark.parametrize("language", CodeLanguage)
async def test_what_can_not_be_sent_is_not_written_down(language: CodeLanguage) -> None:
    with pytest.raises(WrongRecipe):
        await code_of(Recipe("  "), language, address=ADDRESS, route="a-model")
    with pytest.raises(NotSendable):
        await code_of(Recipe("x" * 20_000_001), language, address=ADDRESS, route="a-model")
    with pytest.raises(NotSendable):
        await code_of(Recipe("a fox", parent_job="not yet"), language, address=ADDRESS, route="a-model")


async def test_the_demo_has_no_address(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _told):
        await studio.choose(settings=Settings(gateway="demo"), model=catalog())
        with pytest.raises(UnusableAddress):
            await studio.as_code(wish().recipe, CodeLanguage.CURL)
