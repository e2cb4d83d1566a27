"""The window in Simplified Chinese: all of it is translated, and each translation fits its source."""

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.charge import Outcome
from studio.domain.money import Money
from studio.domain.words import describe_outcome
from studio.ui.kit import IconButton, SearchField
from studio.ui.language import Language, nearest
from studio.ui.theme import Theme

RESOURCES = Path(__file__).parents[2] / "resources"
STUDIO = Path(__file__).parents[2] / "studio"
WORDS = RESOURCES / "translations" / "proofroom_zh_CN.ts"
PLACEHOLDER = re.compile(r"\{[^}]*\}|%n")
SIGNS = ("&", "…", "¥", "→", "×", "\n")
FILTERS = (" (*)", " ({patterns})")
HALF_WIDTH = re.compile(r"[一-鿿][,.;:!?]|[,;!?][一-鿿]")


def messages() -> list[tuple[str, str, str]]:
    """Context, English, Chinese."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
        for context in ET.parse(WORDS).iter("context")  # noqa: S314 - the project's own file
        for message in context.iter("message")
    ]


def test_the_files_are_what_the_sources_say() -> None:
    assert translations.check(translations.FOLDER, "zh_CN") == []


def test_the_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["--help"]) == 2
    assert capsys.readouterr().out == "Usage: translations.py [--check]\n"


def test_a_new_text_and_a_missing_file_are_told(tmp_path: Path) -> None:
    (tmp_path / WORDS.name).write_bytes(
        WORDS.read_bytes().replace(b"<source>Command palette</source>", b"<source>Old</source>")
    )
    found = translations.check(tmp_path, "zh_CN")
    assert any("not what the sources say" in problem for problem in found)
    assert any(problem.endswith("no translation for: Command palette") for problem in found)
    assert any(problem.startswith("proofroom_zh_CN.qm is out of date") for problem in found)
    translations.update(tmp_path, "zh_CN")
    left = translations.check(tmp_path, "zh_CN")
    assert left
    assert all("has no translation for" in problem for problem in left)


def misfits(english: str, chinese: str) -> Iterator[str]:
    """What a translation lost or added that isn't a matter of language."""
    if sorted(PLACEHOLDER.findall(chinese)) != sorted(PLACEHOLDER.findall(english)):
        yield "placeholders"
    if any(chinese.count(sign) != english.count(sign) for sign in SIGNS):
        yield "signs"
    if english.endswith(".") != chinese.endswith("。") or english.endswith("?") != chinese.endswith("？"):
        yield "end of the sentence"
    if english.endswith(FILTERS) and not chinese.endswith(FILTERS):
        yield "brackets that Qt reads"
    if chinese != chinese.strip():
        yield "spaces around"
    if HALF_WIDTH.search(chinese):
        yield "punctuation that isn't Chinese"


def test_every_translation_keeps_what_its_source_holds() -> None:
    found = {english: list(misfits(english, chinese)) for _, english, chinese in messages()}
    assert {english: faults for english, faults in found.items() if faults} == {}


def test_one_word_has_one_translation() -> None:
    first: dict[str, str] = {}
    for context, english, chinese in messages():
        assert first.setdefault(english, chinese) == chinese, f"{context}: {english}"


def calls(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call with the class it stands in."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call):
            yield inside, node
        yield from calls(node, inside)


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def test_every_marked_text_is_found_by_the_extraction() -> None:
    """lupdate passes over what is no plain text, and puts text of something other than self elsewhere."""
    known = {(context, english) for context, english, _ in messages()}
    for file in STUDIO.rglob("*.py"):
        for owner, call in calls(ast.parse(file.read_text("utf-8"))):
            match called(call), call.args:
                case "tr", [ast.Constant(value=str(text)), *_]:
                    assert (owner, text) in known, f"{file.name}:{call.lineno}"
                case "tr", _:
                    pytest.fail(f"{file.name}:{call.lineno} translates what is no plain text")
                case "translate", [ast.Constant(value=str(context)), ast.Constant(value=str(text))]:
                    assert (context, text) in known, f"{file.name}:{call.lineno}"
                case "translate", [ast.Constant(value=str()), _]:
                    pytest.fail(f"{file.name}:{call.lineno} translates what is no plain text")
                case _:
                    pass


@pytest.mark.parametrize(
    ("preferred", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh_Hans_SG"], "zh_CN"),
        (["zh_CN"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], "en"),
        (["zh-HK"], "en"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE", "zh-CN"], "zh_CN"),
        (["fr-FR"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_nearest_language(preferred: list[str], language: str) -> None:
    assert nearest(preferred) == language


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[Language]:
    before = QLocale()
    language = Language(qapp, RESOURCES, "zh_CN")
    yield language
    for translator in language.translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_the_window_speaks_chinese(chinese: Language) -> None:
    assert chinese.name == "zh_CN"
    assert (
        QCoreApplication.translate("GallerySearch", "Search prompts, tags, sizes…")
        == "搜索提示词、标签、尺寸…"
    )
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().monthName(11, QLocale.FormatType.ShortFormat) == "11月"


def test_a_piece_keeps_its_words_in_another_shape(chinese: Language, theme: Theme, qtbot: QtBot) -> None:
    """Qt looks words up under the class they were written in, whoever inherits it."""

    class Finder(SearchField):
        pass

    del chinese
    finder = Finder(theme, name="Search", placeholder="")
    qtbot.addWidget(finder)
    names = [button.accessibleName() for button in finder.findChildren(IconButton)]
    assert "清除搜索" in names


def test_errors_read_as_one_text(chinese: Language) -> None:
    del chinese
    words = describe_outcome(
        Outcome.LOST, QCoreApplication.translate, reason="timeout", price=Money.from_fen(25)
    )
    assert str(words) == (
        "未能及时收到应答，调用结果未知。可能已扣费 ¥0.25。重新发送前，请先查看网关的账户日志。"
    )


def test_english_needs_no_file(qapp: QApplication) -> None:
    before = QLocale()
    language = Language(qapp, RESOURCES, "en")
    assert language.translators == []
    assert QLocale().language() is QLocale.Language.English
    QLocale.setDefault(before)
