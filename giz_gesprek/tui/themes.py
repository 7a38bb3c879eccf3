"""Every colour of the app. Text has a contrast of at least 7:1, focus and borders of at least 3:1.

No state is told by colour alone: what is chosen also has a mark and another border.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

LIGHT: Final = Theme(
    name="giz-light",
    primary="#0b4f6c",
    secondary="#3b3f8f",
    accent="#8a3b12",
    foreground="#1c1b19",
    background="#fbf7ef",
    surface="#fbf7ef",
    panel="#f0e9da",
    success="#155c2e",
    warning="#6b4300",
    error="#8c1d18",
    boost="#f0e9da",
    dark=False,
    variables={
        "block-cursor-background": "#0b4f6c",
        "block-cursor-foreground": "#ffffff",
        "input-selection-background": "#0b4f6c 20%",
        "border": "#0b4f6c",
        "border-blurred": "#6f6a60",
        "button-foreground": "#1c1b19",
        "button-color-foreground": "#ffffff",
        "scrollbar": "#6f6a60",
        "scrollbar-background": "#f0e9da",
        "text-muted": "#4f4a42",
        "spoken": "#ffe08a",
    },
)

DARK: Final = Theme(
    name="giz-dark",
    primary="#8fd3f4",
    secondary="#c7c4ff",
    accent="#ffc48a",
    foreground="#f5f2ea",
    background="#14171a",
    surface="#14171a",
    panel="#22272c",
    success="#9be3b0",
    warning="#ffd98a",
    error="#ffb3ab",
    boost="#22272c",
    dark=True,
    variables={
        "block-cursor-background": "#8fd3f4",
        "block-cursor-foreground": "#14171a",
        "input-selection-background": "#8fd3f4 25%",
        "border": "#8fd3f4",
        "border-blurred": "#9aa3ab",
        "button-foreground": "#f5f2ea",
        "button-color-foreground": "#14171a",
        "scrollbar": "#9aa3ab",
        "scrollbar-background": "#22272c",
        "text-muted": "#c3c8cc",
        "spoken": "#4a3d00",
    },
)

THEMES: Final = (LIGHT, DARK)
