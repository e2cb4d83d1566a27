"""Prompts as people write them, in English and Chinese; a few that are long, right to left, or emoji."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.demo.drawing import Motif

if TYPE_CHECKING:
    from random import Random

LONGEST = 100_000
"""Letters of the longest prompts."""

SUBJECTS: dict[Motif, tuple[str, ...]] = {
    Motif.SCREEN: (
        "sign-in screen of a travel app",
        "analytics dashboard with three charts",
        "checkout form on a phone",
        "landing website of a ceramics studio",
        "settings screen of a camera app",
        "onboarding interface with large type",
    ),
    Motif.CITY: (
        "old town street after rain",
        "skyline of a port city",
        "tram stop under tall buildings",
        "night market between towers",
        "rooftops of the old city",
        "glass building at a crossing",
    ),
    Motif.SEA: (
        "lighthouse on a rocky coast",
        "fishing boat in a quiet harbour",
        "waves breaking at the pier",
        "island seen from a ferry ship",
        "empty beach with one red umbrella",
        "sailing boat far out at sea",
    ),
    Motif.DESERT: (
        "caravan crossing high dunes",
        "lone tree in the desert",
        "canyon with a dry river bed",
        "tent camp between sand dunes",
        "road vanishing in the sand",
        "abandoned petrol station in the desert",
    ),
    Motif.MOUNTAINS: (
        "mountain ridge above the clouds",
        "cabin in a pine forest valley",
        "glacier lake below three peaks",
        "terraced tea hills",
        "hiker on a narrow mountain path",
        "forest stream among mossy stones",
    ),
}
CHINESE_SUBJECTS: dict[Motif, tuple[str, ...]] = {
    Motif.SCREEN: ("旅行应用的登录界面", "带三张图表的数据看板", "手机上的支付表单", "陶艺工作室的网页首页"),
    Motif.CITY: ("雨后的老城街道", "港口城市的天际线", "高楼之间的夜市", "十字路口的玻璃建筑"),
    Motif.SEA: ("礁石海岸上的灯塔", "安静港湾里的渔船", "拍打码头的海浪", "渡轮上望见的小岛"),
    Motif.DESERT: ("穿越高大沙丘的驼队", "沙漠里的一棵孤树", "干涸河床的峡谷", "戈壁上的公路"),
    Motif.MOUNTAINS: ("云海之上的山脊", "松林山谷里的木屋", "三座雪峰下的冰川湖", "层层茶山梯田"),
}
LIGHTS = (
    "at dawn", "at dusk", "in thick fog", "by moonlight", "in warm evening light", "under a stormy sky",
    "in the first snow", "at noon, hard shadows", "in autumn colours", "on a cold winter morning",
)  # fmt: skip
CHINESE_LIGHTS = (
    "清晨",
    "黄昏",
    "浓雾",
    "月光",
    "暖色的夕阳",
    "暴雨将至",
    "初雪",
    "秋色",
    "冬日早晨",
    "星空",
)
STYLES = (
    "35 mm film, slight grain", "watercolour on rough paper", "flat vector illustration", "ink wash",
    "isometric, soft shadows", "product photograph, seamless background", "oil painting, visible strokes",
    "minimal poster with generous margins", "cinematic, anamorphic lens", "risograph in two colours",
    "pencil sketch", "long exposure",
)  # fmt: skip
CHINESE_STYLES = ("胶片质感", "水彩", "扁平插画", "水墨风格", "产品摄影", "极简海报", "油画笔触", "电影感")
EXTRAS = (
    "leave room for a headline at the top left", "no people, no text", "the horizon exactly in the middle",
    "keep the colours of the reference", "a single accent of yellow", "shot from a low angle",
    "shallow depth of field", "the logo on the packaging stays legible", "high detail in the foreground",
    "muted palette of grey and teal", "make the sky take two thirds", "same light as before, but calmer",
)  # fmt: skip
CHINESE_EXTRAS = (
    "左上角留出标题位置",
    "不要人物和文字",
    "保持参考图的颜色",
    "低角度拍摄",
    "前景细节丰富",
    "天空占三分之二",
)
OTHERS = (
    "منارة على شاطئ صخري عند الفجر، فيلم 35 مم",
    "עיר נמל בלילה, צבעי מים על נייר מחוספס",
    "🌊⛵️🌅 lighthouse 灯塔, 3 stickers 👩‍🎨🏳️‍🌈",
    "مقهى قديم in the old town 老城, mixed script \u200f١٢٣",
    "😀" * 40,
    "Ünïcödé with combining marks: e\u0301 o\u0302 a\u0308, and a tab\tin it",
)
MODEL_WORDS = (
    "Here is the picture you asked for.",
    "I kept the composition and softened the light.",
    "这是按您的要求生成的图片。",
)


def usual_prompt(motif: Motif, random: Random) -> str:
    """One to five sentences; every third in Chinese."""
    if random.random() < 0.35:
        parts = [
            random.choice(CHINESE_LIGHTS) + "的" + random.choice(CHINESE_SUBJECTS[motif]),
            random.choice(CHINESE_STYLES),
            *random.sample(CHINESE_EXTRAS, random.choice((0, 0, 1, 2))),
        ]
        return "，".join(parts)
    parts = [
        f"A {random.choice(SUBJECTS[motif])} {random.choice(LIGHTS)}",
        random.choice(STYLES),
        *random.sample(EXTRAS, random.choice((0, 1, 1, 2, 4))),
    ]
    text = ", ".join(parts)
    return f"{text}. {random.choice(CHINESE_SUBJECTS[motif])}" if random.random() < 0.03 else text


def long_prompt(motif: Motif, random: Random) -> str:
    """As long as they get."""
    pieces: list[str] = []
    length = 0
    while length < LONGEST:
        pieces.append(usual_prompt(motif, random))
        length += len(pieces[-1]) + 1
    return "\n".join(pieces)[:LONGEST]
