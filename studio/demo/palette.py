"""The colours of a sample picture, steered by the words of its prompt, English or Chinese."""

import colorsys
import re
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]


def colour(text: str) -> Colour:
    """ "#rrggbb" as three bytes."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` 0 is the first colour, 1 the second."""
    a, b, c = (round(x + (y - x) * share) for x, y in zip(first, second, strict=True))
    return a, b, c


def brightness(value: Colour) -> float:
    """Perceived brightness, 0 to 255."""
    red, green, blue = value
    return 0.299 * red + 0.587 * green + 0.114 * blue


class Mood(StrEnum):
    """What a prompt's words say about light and colour; earlier members weigh more."""

    RED = "red"
    BLUE = "blue"
    GREEN = "green"
    PURPLE = "purple"
    PINK = "pink"
    GOLD = "gold"
    TEAL = "teal"
    MONO = "mono"
    NIGHT = "night"
    DAWN = "dawn"
    DUSK = "dusk"
    STORM = "storm"
    FOG = "fog"
    WINTER = "winter"
    AUTUMN = "autumn"
    SPRING = "spring"
    DAY = "day"
    WARM = "warm"
    COLD = "cold"
    DESERT = "desert"
    FOREST = "forest"
    SEA = "sea"


MOOD_WORDS: dict[Mood, str] = {
    Mood.RED: "red redder crimson scarlet ruby 红 赤 绯",
    Mood.BLUE: "blue bluer navy azure indigo cobalt 蓝 靛",
    Mood.GREEN: "green greener emerald lime mint olive 绿 翠",
    Mood.PURPLE: "purple violet lavender plum 紫 薰衣草",
    Mood.PINK: "pink rose coral magenta 粉 玫瑰",
    Mood.GOLD: "gold golden yellow amber honey 金 黄 琥珀",
    Mood.TEAL: "teal turquoise cyan aqua 青 湖蓝",
    Mood.MONO: "mono monochrome grey gray black white minimal ink 黑白 灰 水墨 极简",
    Mood.NIGHT: "night midnight moon moonlight stars starry dark darker 夜 月 星空 黑暗",
    Mood.DAWN: "dawn sunrise morning 黎明 日出 清晨 早晨 晨",
    Mood.DUSK: "dusk sunset evening twilight 黄昏 日落 傍晚 暮 夕阳",
    Mood.STORM: "storm stormy thunderstorm rainstorm rain rainy thunder lightning 暴 雨 雷 闪电",
    Mood.FOG: "fog foggy foggier mist misty haze hazy 雾 霭",
    Mood.WINTER: "winter snow snowy snowier ice icy frost arctic 冬 雪 冰",
    Mood.AUTUMN: "autumn fall maple harvest 秋 枫",
    Mood.SPRING: "spring blossom bloom cherry sakura 春 樱",
    Mood.DAY: "day noon bright brighter sunny summer daylight 白天 正午 晴 明亮 夏",
    Mood.WARM: "warm warmer hot cosy cozy sun sunlight fire 暖 热 太阳 火",
    Mood.COLD: "cold colder cool cooler chilly 冷 寒 凉",
    Mood.DESERT: "desert dune dunes sand canyon 沙漠 沙丘 戈壁 峡谷",
    Mood.FOREST: "forest woods jungle pine tree trees 森林 树 竹 松",
    Mood.SEA: "sea ocean beach coast wave waves lake harbour harbor island 海 洋 湖 岛 浪",
}


@dataclass(frozen=True, slots=True)
class Palette:
    """Sky from top to horizon, the disk of sun or moon, land from far to near."""

    top: Colour
    horizon: Colour
    disk: Colour
    far: Colour
    near: Colour

    def mixed(self, other: "Palette", share: float) -> "Palette":
        return Palette(
            top=mix(self.top, other.top, share),
            horizon=mix(self.horizon, other.horizon, share),
            disk=mix(self.disk, other.disk, share),
            far=mix(self.far, other.far, share),
            near=mix(self.near, other.near, share),
        )

    def varied(self, rng: Random) -> "Palette":
        """The same mood, a little to the side: count 4 gives four siblings, not four copies."""
        turn, depth = rng.uniform(-0.028, 0.028), rng.uniform(0.9, 1.08)
        return Palette(
            top=_turned(self.top, turn, depth),
            horizon=_turned(self.horizon, turn, 1.0),
            disk=self.disk,
            far=_turned(self.far, turn * 1.5, depth),
            near=_turned(self.near, turn * 1.5, depth),
        )

    @property
    def accent(self) -> Colour:
        """The liveliest of the colours, for a button or a chart."""
        return max((self.horizon, self.far, self.top, self.near), key=_liveliness)

    def ramp(self) -> tuple[Colour, ...]:
        """From dark to light, for re-grading a picture."""
        return tuple(sorted((self.near, self.far, self.top, self.horizon, self.disk), key=brightness))


def _turned(value: Colour, turn: float, depth: float) -> Colour:
    hue, light, strength = colorsys.rgb_to_hls(*(part / 255 for part in value))
    red, green, blue = colorsys.hls_to_rgb((hue + turn) % 1, min(1, light * depth), strength)
    return round(red * 255), round(green * 255), round(blue * 255)


def _liveliness(value: Colour) -> float:
    hue, strength, light = colorsys.rgb_to_hsv(*(part / 255 for part in value))
    del hue
    return strength * light


def _palette(line: str) -> Palette:
    return Palette(*(colour(text) for text in line.split()))


PALETTES: dict[Mood, Palette] = {
    Mood.RED: _palette("#7c1f2d #e8704f #ffe1bd #a83a3f #2a0f18"),
    Mood.BLUE: _palette("#2c5fa8 #b5d6ee #ffffff #6b9bc9 #10294d"),
    Mood.GREEN: _palette("#7fae5e #e3ecae #fffbd8 #7ba56b #14352a"),
    Mood.PURPLE: _palette("#5b3b8c #d9a3cf #fff0f4 #8f6bb0 #24153f"),
    Mood.PINK: _palette("#c76b98 #fcd3cf #fff6ea #cf8aa8 #4b2140"),
    Mood.GOLD: _palette("#c98a2b #fbe3a0 #fffbe6 #c79a4c #3d2712"),
    Mood.TEAL: _palette("#2b7f86 #c4e8dc #fdfff4 #5ba3a0 #0d3338"),
    Mood.MONO: _palette("#b9bcc0 #f1f0ec #ffffff #a5a9ae #23262b"),
    Mood.NIGHT: _palette("#0b1030 #3b4a86 #f4f1dc #33447c #070a1c"),
    Mood.DAWN: _palette("#6f8fc4 #fdd2b0 #fff4d6 #b79bb5 #2f3358"),
    Mood.DUSK: _palette("#3b2b66 #f58f5c #ffe2a6 #9a5578 #1b1533"),
    Mood.STORM: _palette("#2b333d #8d9aa2 #dfe6e4 #5d6b75 #12181e"),
    Mood.FOG: _palette("#a9b7bd #e9ebe6 #fffdf2 #b3c0c2 #4a5f66"),
    Mood.WINTER: _palette("#86a9cf #eef3f8 #ffffff #b9cfe3 #3b5878"),
    Mood.AUTUMN: _palette("#8aa0a8 #f6d9a2 #fff3cf #c97c3d #42201a"),
    Mood.SPRING: _palette("#9cc6e3 #fbe3e8 #fffaf0 #e2a5b8 #3f6b52"),
    Mood.DAY: _palette("#3f8fd8 #d6ecf7 #fffbe0 #84b3c9 #1f5147"),
    Mood.WARM: _palette("#d9774a #ffdca6 #fff6dc #cb7f5a #4a1f24"),
    Mood.COLD: _palette("#4a7396 #d3e3ea #fafdff #7f9fb5 #1b3146"),
    Mood.DESERT: _palette("#e0a878 #fbe6c2 #fff8e2 #d9965c #6b2f22"),
    Mood.FOREST: _palette("#8fb6a4 #eaf0d4 #fffbe0 #6f9a83 #12302a"),
    Mood.SEA: _palette("#5aa3c9 #fbe9cf #fff7e0 #5d98b3 #0e3a52"),
}


def hits(prompt: str, words: str) -> bool:
    """Whether one of the words, separated by blanks, occurs: English as a whole word, Chinese anywhere."""
    lowered = prompt.casefold()
    spelled = set(re.findall(r"[a-z]+", lowered))
    return any(word in spelled if word.isascii() else word in lowered for word in words.split())


def without(prompt: str, *words: str) -> str:
    """The prompt less these words, separated by blanks, wherever they occur as `hits` finds them."""
    for word in sorted(" ".join(words).split(), key=len, reverse=True):
        pattern = rf"(?<![a-z]){word}(?![a-z])" if word.isascii() else re.escape(word)
        prompt = re.sub(pattern, " ", prompt, flags=re.IGNORECASE)
    return prompt


def moods_of(prompt: str) -> tuple[Mood, ...]:
    """The moods the prompt names, the weightiest first; empty when it names none."""
    return tuple(mood for mood in Mood if hits(prompt, MOOD_WORDS[mood]))


def palette_for(moods: tuple[Mood, ...], rng: Random) -> Palette:
    """The named moods' colours, or ones of the generator's choice, never twice quite the same."""
    chosen = moods or (rng.choice(tuple(Mood)),)
    palette = PALETTES[chosen[0]]
    if len(chosen) > 1:
        palette = palette.mixed(PALETTES[chosen[1]], 0.3)
    return palette.varied(rng)
