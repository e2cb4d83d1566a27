"""Drafts of screens, for prompts that ask for an interface: sign-in, phone screens, a dashboard."""

from random import Random

from PIL import Image, ImageDraw

from studio.demo.canvas import gradient
from studio.demo.dashboard import dashboard
from studio.demo.interface import BLACK, NAMES, WHITE, Box, Skin, panel, shadow, skin_of, write
from studio.demo.landscape import looking, mountains
from studio.demo.palette import Mood, Palette, brightness, mix


def screen(
    size: tuple[int, int], palette: Palette, moods: tuple[Mood, ...], prompt: str, rng: Random
) -> Image.Image:
    """The screen that the prompt's words fit best."""
    lowered, ratio = prompt.casefold(), size[0] / size[1]
    board = any(word in lowered for word in ("dashboard", "chart", "analytics", "仪表", "看板", "图表"))
    phone = any(word in lowered for word in ("app", "mobile", "phone", "手机", "应用"))
    login = any(word in lowered for word in ("login", "sign", "form", "登录", "登陆", "注册"))
    if 0.45 < ratio < 2.5 and not login:
        if board:
            return dashboard(size, palette, moods, rng)
        if phone:
            return phones(size, palette, moods, rng)
    return sign_in(size, palette, moods, rng)


def sign_in(size: tuple[int, int], palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """A card with a form, over a landscape."""
    picture = mountains(looking(size, rng), palette, moods, rng)
    skin = skin_of(palette, moods)
    width, height = size
    wide = min(width * 0.8, height * 0.6)
    tall = min(height * 0.82, wide * 1.28)
    free = width - wide
    left = free * (rng.choice((0.14, 0.5, 0.86)) if free > wide * 0.6 else 0.5)
    top = (height - tall) / 2
    shadow(picture, (left, top, left + wide, top + tall), tall * 0.03, 0.26)
    panel(picture, (left, top, left + wide, top + tall), tall * 0.045, skin.surface, 0.93)
    _form(picture, (left + wide * 0.11, top, left + wide * 0.89, top + tall), skin, rng)
    return picture


def _form(picture: Image.Image, box: Box, skin: Skin, rng: Random) -> None:
    left, top, right, bottom = box
    tall, wide = bottom - top, right - left
    dot = tall * 0.05
    panel(picture, (left, top + tall * 0.09, left + dot * 2, top + tall * 0.09 + dot * 2), dot, skin.accent)
    peak = [
        (left + dot * 0.45, top + tall * 0.09 + dot * 1.45),
        (left + dot, top + tall * 0.09 + dot * 0.55),
        (left + dot * 1.55, top + tall * 0.09 + dot * 1.45),
    ]
    ImageDraw.Draw(picture).polygon(peak, fill=skin.on_accent)
    name = rng.choice(NAMES)
    write(picture, (left + dot * 2.6, top + tall * 0.14), name, tall * 0.038, skin.ink, "lm")
    write(
        picture, (left, top + tall * 0.285), "Welcome back", min(tall * 0.072, wide * 0.125), skin.ink, "lm"
    )
    write(picture, (left, top + tall * 0.35), "Sign in to continue", tall * 0.034, skin.faint, "lm")
    for row, label in enumerate(("Email", "Password")):
        y = top + tall * (0.42 + 0.155 * row)
        write(picture, (left, y), label, tall * 0.029, skin.faint, "lm")
        panel(picture, (left, y + tall * 0.03, right, y + tall * 0.115), tall * 0.018, skin.raised)
        shown = f"hello@{name.lower()}.app" if row == 0 else "* * * * * * * *"
        write(picture, (left + wide * 0.05, y + tall * 0.074), shown, tall * 0.033, skin.ink, "lm")
    panel(picture, (left, top + tall * 0.755, right, top + tall * 0.85), tall * 0.02, skin.accent)
    write(picture, (left + wide / 2, top + tall * 0.802), "Sign in", tall * 0.038, skin.on_accent, "mm")
    write(picture, (left + wide / 2, top + tall * 0.915), "Create an account", tall * 0.03, skin.faint, "mm")


def phones(size: tuple[int, int], palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """One to three phones side by side on a plain ground."""
    width, height = size
    ground = mix(palette.horizon, palette.disk, 0.35)
    picture = gradient(size, ((0, ground), (1, mix(ground, palette.far, 0.4))))
    skin = skin_of(palette, moods)
    tall = min(height * 0.84, width * 0.62 * 2.05)
    wide = tall / 2.05
    count = max(1, min(3, int(width * 0.94 / (wide * 1.16))))
    pitch = wide * 1.18
    first = (width - pitch * (count - 1) - wide) / 2
    for number in range(count):
        drop = tall * 0.035 * (number % 2 if count > 1 else 0)
        top = (height - tall) / 2 + drop - (tall * 0.017 if count > 1 else 0)
        left = first + pitch * number
        body = (left, top, left + wide, top + tall)
        shadow(picture, body, tall * 0.025, 0.3)
        panel(picture, body, wide * 0.135, BLACK)
        edge = wide * 0.028
        inner = (left + edge, top + edge, left + wide - edge, top + tall - edge)
        _phone_page(picture, inner, palette, moods, skin, Random(rng.random() + number), number)
    return picture


def _phone_page(
    picture: Image.Image,
    box: Box,
    palette: Palette,
    moods: tuple[Mood, ...],
    skin: Skin,
    rng: Random,
    number: int,
) -> None:
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    panel(picture, box, wide * 0.115, skin.surface)
    share = (0.5, 0.3, 0.94)[number]
    hero = (max(8, round(wide)), max(8, round(tall * share)))
    scene = mountains(looking(hero, rng), palette, moods, rng)
    mask = Image.new("L", hero)
    square = share < 0.9
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, hero[0] - 1, hero[1] - 1),
        radius=wide * 0.115,
        fill=255,
        corners=(True, True, not square, not square),
    )
    picture.paste(scene, (round(left), round(top)), mask)
    words = WHITE if brightness(palette.top) < 150 else mix(palette.near, BLACK, 0.2)
    write(
        picture,
        (left + wide * 0.09, top + tall * 0.1),
        rng.choice(("Today", "Summit", "Valley")),
        wide * 0.075,
        words,
        "lm",
    )
    write(
        picture, (left + wide * 0.09, top + tall * 0.17), f"{rng.randint(-4, 24)}°", wide * 0.2, words, "lm"
    )
    if share > 0.9:
        y = top + tall * 0.83
        panel(picture, (left + wide * 0.1, y, right - wide * 0.1, y + tall * 0.075), wide * 0.05, skin.accent)
        write(picture, (left + wide / 2, y + tall * 0.0375), "Get started", wide * 0.06, skin.on_accent, "mm")
        return
    _rows(picture, (left, top + tall * share, right, bottom), tall, skin, rng)


def _rows(picture: Image.Image, box: Box, page: float, skin: Skin, rng: Random) -> None:
    """A list under the picture, and a bar of tabs at the foot."""
    left, top, right, bottom = box
    wide = right - left
    y, high = top + page * 0.025, page * 0.082
    while y + high < bottom - page * 0.1:
        panel(picture, (left + wide * 0.06, y, right - wide * 0.06, y + high), wide * 0.04, skin.raised)
        tone = mix(skin.accent, skin.surface, rng.uniform(0, 0.6))
        panel(
            picture,
            (left + wide * 0.1, y + high * 0.22, left + wide * 0.1 + high * 0.56, y + high * 0.78),
            high * 0.28,
            tone,
        )
        x = left + wide * 0.16 + high * 0.5
        panel(
            picture,
            (x, y + high * 0.28, x + wide * rng.uniform(0.2, 0.38), y + high * 0.42),
            high * 0.07,
            skin.ink,
            0.8,
        )
        panel(
            picture,
            (x, y + high * 0.58, x + wide * rng.uniform(0.15, 0.3), y + high * 0.7),
            high * 0.06,
            skin.faint,
            0.6,
        )
        write(
            picture,
            (right - wide * 0.11, y + high * 0.5),
            f"{rng.randint(3, 28)}°",
            wide * 0.055,
            skin.ink,
            "rm",
        )
        y += high * 1.18
    for tab in range(4):
        x = left + wide * (0.17 + 0.22 * tab)
        tone = skin.accent if tab == 0 else mix(skin.faint, skin.surface, 0.35)
        panel(
            picture,
            (x - wide * 0.028, bottom - page * 0.062, x + wide * 0.028, bottom - page * 0.062 + wide * 0.056),
            wide * 0.018,
            tone,
        )
