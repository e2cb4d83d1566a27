"""What was made elsewhere is called by its file's name, and its details say where it came from."""

from dataclasses import replace

from studio.domain.recipe import Recipe
from studio.domain.version import IMPORT_GATEWAY
from studio.viewmodels.detail_rows import version_rows
from studio.viewmodels.tile import price_words, version_name
from tests.domain.making import version


def test_it_goes_by_its_prompt_else_by_its_file() -> None:
    made = replace(version("a"), gateway=IMPORT_GATEWAY, group="", words="harbour.png", recipe=Recipe(""))
    assert version_name(made).startswith("harbour.png, ")
    assert version_name(replace(made, recipe=Recipe("a grey owl"))).startswith("a grey owl, ")
    assert price_words(made) == "Imported"


def test_details_say_its_origin_and_what_is_wrong_with_its_file() -> None:
    made = replace(version("a"), gateway=IMPORT_GATEWAY, group="", words="harbour.png")
    rows = {row.label: row.value for row in version_rows(made, problem="File missing")}
    assert rows["Origin"] == "Imported, made elsewhere"
    assert rows["Original file"] == "harbour.png"
    assert rows["File"] == "File missing"
    assert not {"Group", "Cost", "Request id", "It wrote"} & set(rows)
    assert "File" not in {row.label for row in version_rows(version("b"))}
