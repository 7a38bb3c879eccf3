"""A frame for nobody: every widget draws its lines, and they are put together nowhere.

Without a terminal Textual lays the lines of all widgets together for each frame, and throws them
away: a tenth of the time of a test of a screen. What a test looks at is still put together for it:
by ``Compositor.render_strips``, or as a whole frame for a picture.
"""

from __future__ import annotations

from typing import Final

from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.screen import Screen

PUT_TOGETHER: Final = Compositor.render_update
"""What a test sets again that looks at frames themselves."""


def draw_for_nobody(
    compositor: Compositor,
    full: bool = False,
    screen_stack: list[Screen[object]] | None = None,
    simplify: bool = False,
) -> CompositorUpdate | None:
    """Let every widget draw that has to be painted; takes the place of ``render_update``."""
    visible_screen_stack.set(screen_stack or [])
    if full:
        return compositor.render_full_update(simplify=simplify)
    if not compositor._dirty_regions:
        return None
    crop = Region.from_union(list(compositor._dirty_regions)).intersection(compositor.size.region)
    compositor._dirty_regions.clear()
    for _drawn in compositor._get_renders(crop):
        pass
    return ChopsUpdate([], [], [])
