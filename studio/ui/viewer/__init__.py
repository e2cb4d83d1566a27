"""The viewer: one picture whole or from close by, over the gallery, alone on the screen, or in a window."""
