"""Style sheets that are parsed once.

Textual parses all of them anew for every screen that brings one of its own, and for every change of
colours: its own memory of what it parsed is dropped with each. Here it is kept for as long as the
program runs. Stands on two methods of Textual, one of which it calls its own (``_parse_rules``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.css.model import RuleSet
    from textual.css.styles import RulesMap
    from textual.css.types import CSSLocation
    from textual.dom import DOMNode

_PARSED: Final[LRUCache[tuple[object, ...], list[RuleSet]]] = LRUCache(1024)
"""A hundred sheets of our widgets and screens, in each of the themes."""


class StylesheetParsedOnce(Stylesheet):
    """As Textual's, but each sheet is parsed once for the same colours."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._colours = frozenset(self._variables.items())
        self._known: dict[tuple[object, ...], RulesMap] = {}

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours."""
        super().set_variables(variables)
        self._colours = frozenset(variables.items())

    def reparse(self) -> None:
        """Take the sheets as they are now, with the colours of now."""
        self.parse()

    def update_nodes(self, nodes: Iterable[DOMNode], animate: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Style these nodes; what was known of others can depend on them."""
        self._known.clear()
        super().update_nodes(nodes, animate=animate)

    def restyle(self, node: DOMNode) -> None:
        """Style one node whose classes alone are others now, and nothing that is in it."""
        self.apply(node, cache=self._known)

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,  # noqa: FBT001, FBT002 - as Textual declares it
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        key = (css, read_from, is_default_rules, tie_breaker, scope, self._colours)
        if (known := _PARSED.get(key)) is not None:
            return known
        rules = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
        _PARSED[key] = rules
        return rules


class StyledAlone(Widget):
    """A widget that comes in another light: no rule asks of what is inside how it is lit."""

    def update_node_styles(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Style the widget alone, without a transition."""
        sheet = self.app.stylesheet
        if isinstance(sheet, StylesheetParsedOnce):
            sheet.restyle(self)
        else:
            super().update_node_styles(animate)
