"""Words that several view-models put together the same way: prompts, times, sizes, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from datetime import date, datetime

    from studio.domain.money import Money
    from studio.domain.recipe import Recipe

_SHORT = 48


def translate(context: str, text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate(context, text)


def first_words(text: str, limit: int = _SHORT) -> str:
    """The text on one line, cut after a whole word where it is longer than `limit` letters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit + 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else line[:limit]).rstrip(" ,.;:") + "…"


def prompt_words(recipe: Recipe, limit: int = _SHORT) -> str:
    """The beginning of the prompt, or that there is none."""
    return first_words(recipe.prompt, limit) or translate("wording", "No prompt")


def clock_time(moment: datetime) -> str:
    """Local hours and minutes: "14:03"."""
    return moment.astimezone().strftime("%H:%M")


def whole_time(moment: datetime) -> str:
    """Local day and time, as the language writes them short: "22 Nov 2026, 14:03"."""
    local = moment.astimezone()
    month = QLocale().monthName(local.month, QLocale.FormatType.ShortFormat)
    words = translate("wording", "{day} {month} {year}, {time}")
    return words.format(day=local.day, month=month, year=local.year, time=clock_time(moment))


def day_words(day: date) -> str:
    """A day, as the language writes it short: "22 Nov 2026"."""
    month = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    return translate("wording", "{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def cost_span(least: Money, most: Money) -> str:
    """What may be spent: "¥0.25", or "¥0.25 to ¥0.32" where dearer groups may be asked."""
    if most <= least:
        return str(least)
    return translate("wording", "{least} to {most}").format(least=least, most=most)


def seconds_words(seconds: float) -> str:
    """Seconds as a person reads them while waiting: "9 s", "2 min 5 s"."""
    whole = int(seconds)
    if whole < 120:
        return translate("wording", "{count} s").format(count=whole)
    return translate("wording", "{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)


def bytes_words(count: int) -> str:
    """A file's size, or that of many: "812 KB", "6.1 MB", "3.9 GB"."""
    if count < 999_500:
        return translate("wording", "{count} KB").format(count=max(1, round(count / 1000)))
    words, unit = translate("wording", "{count} MB"), 1_000_000
    if count >= 999_950_000:
        words, unit = translate("wording", "{count} GB"), 1_000_000_000
    return words.format(count=QLocale().toString(count / unit, "f", 1))


def share_words(share: float) -> str:
    """A share of one in whole percent: "98 %"; "100 %" only where nothing is missing."""
    return translate("wording", "{count} %").format(count=int(share * 100 + 1e-6))


def type_words(mime: str) -> str:
    """A picture's type as people call it: "PNG"."""
    return {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WebP"}.get(mime, mime)
