"""Labels, cards, pills, buttons and pages in the product's manner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from game.ui.icons import Icons
from game.ui.slots import weak_slot
from game.ui.theme import Theme

W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QLayout)
_PASSES = 4
"""How often frames within frames are laid out until a part that asks for another size has it."""
NO_LIMIT = 16_777_215
"""Qt's word for a width without limit."""
Kind = Literal["", "primary", "quiet", "danger", "segment", "chip", "nav"]


def named(widget: W, object_name: str, accessible: str = "", description: str = "") -> W:
    """Give a widget the name guides and tests know it by, and what a screen reader says."""
    if object_name:
        widget.setObjectName(object_name)
    if accessible:
        widget.setAccessibleName(accessible)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def spaced(layout: L, theme: Theme, margin: int = 0, gap: int = 2) -> L:
    """Set a layout's margins and gap in steps of the spacing grid."""
    edge = theme.space(margin) if margin else 0
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(theme.space(gap) if gap else 0)
    return layout


def put_away(widget: QWidget) -> None:
    """Hide a widget, also one that was not shown yet; the focus must not stay in it."""
    focus = QApplication.focusWidget()
    if focus is not None and (focus is widget or widget.isAncestorOf(focus)):
        focus.clearFocus()
    widget.hide()


def discard(widget: QWidget) -> None:
    """Put a widget away that its layout holds no more, and delete it a moment later.

    It keeps its parent until then: to leave a parent costs a new look at every style.
    """
    put_away(widget)
    widget.setObjectName("")
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Remove and delete everything a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)
        elif (inner := item.layout()) is not None:
            clear(inner)


def show_new(root: QWidget) -> None:
    """Show every widget below `root` that was made since the last time, all at once.

    A layout shows its new widgets by itself, but one at a time, and each settles every layout up to the window again:
    a page of a hundred new parts would be laid out a hundred times.
    """
    hidden, told = Qt.WidgetAttribute.WA_WState_Hidden, Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    new = [w for w in root.findChildren(QWidget) if w.testAttribute(hidden) and not w.testAttribute(told)]
    layouts: dict[QWidget, QLayout] = {}
    seen: set[QWidget] = set()
    for widget in new:
        above: QWidget | None = widget
        while above is not None and above not in seen:
            seen.add(above)
            if (layout := above.layout()) is not None and layout.isEnabled():
                layouts[above] = layout
                layout.setEnabled(False)
            above = above.parentWidget()
    try:
        for widget in reversed(new):  # what is inside first
            if not widget.isWindow():
                widget.setVisible(True)
    finally:
        for layout in layouts.values():
            layout.setEnabled(True)
            layout.invalidate()  # what was asked of new parts before they had their style counts no more


def set_role(widget: QWidget, key: str, value: object) -> None:
    """Change a style property and let the style sheet see it."""
    if widget.property(key) != value:
        widget.setProperty(key, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; roles: title, heading, strong, number, muted, small, accent, ok, warn, overdue."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if wrap:
        made.setWordWrap(True)
        made.setMinimumWidth(1)
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class Elided(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is its tooltip."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("elides", True)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        """Change the text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few signs."""
        return QSize(self.fontMetrics().height() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def as_foot(theme: Theme, part: QFrame) -> QFrame:
    """Dress a part as the foot below a page that scrolls."""
    if (layout := part.layout()) is not None:
        spaced(layout, theme, 3, 2)
    part.setProperty("card", "foot")
    return part


def button(
    text: str,
    icons: Icons | None = None,
    icon: str = "",
    *,
    kind: Kind = "",
    name: str = "",
    tip: str = "",
    accessible: str = "",
) -> QPushButton:
    """Return a push button; an icon-only one needs `tip` or `accessible` for its name."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    if icons is not None and icon:
        made.setIcon(icons.icon(icon, "accent_text" if kind == "primary" else "accent" if kind == "quiet" else "text"))
        made.setIconSize(icons.size())
        made.setProperty("icon_name", icon)
    if tip:
        made.setToolTip(tip)
    made.setAutoDefault(False)
    return named(made, name, accessible or text or tip)


class Rule(QFrame):
    """A hairline between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", True)


class Card(QFrame):
    """A bordered part of a page with an optional heading and room for actions beside it.

    `tone`: true (plain), flat, accent, warn, overdue, ok, bar, side.
    """

    def __init__(self, theme: Theme, title: str = "", *, tone: str = "true", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", tone)
        outer = spaced(QVBoxLayout(self), theme, 3, 2)
        self.head = spaced(QHBoxLayout(), theme, 0, 2)
        outer.addLayout(self.head)
        # Its parent is there before it is made visible: shown without one it would be a window for a moment
        self.title = label(title, "heading", parent=self)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.title.setVisible(bool(title))
        self.body = spaced(QVBoxLayout(), theme, 0, 2)
        outer.addLayout(self.body, 1)
        self._outer = outer

    def set_tone(self, tone: str) -> None:
        """Change the card's ground."""
        set_role(self, "card", tone)


class Pill(QFrame):
    """A word with an icon on a soft ground. Tones: ok, warn, overdue, info, accent, muted."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        text: str = "",
        tone: str = "muted",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(2), theme.space(1) // 2, theme.space(2), theme.space(1) // 2)
        row.setSpacing(theme.space(1))
        self._look: tuple[str, str] | None = None
        self._folded = False
        self._picture = QLabel(self)
        self._words = label("")
        row.addWidget(self._picture)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone, icon)

    def set_state(self, text: str, tone: str = "muted", icon: str = "") -> None:
        """Change word, tone and icon together."""
        self._words.setText(text)
        self.setAccessibleName(text)
        if self._folded:
            self.setToolTip(text)
        if self._look == (tone, icon):  # a style sheet set anew is a look at every style again
            return
        self._look = (tone, icon)
        self._words.setFont(self._theme.font("small"))
        ground = {"muted": "sunken"}.get(tone, f"{tone}_soft")
        self._words.setStyleSheet(f"color: {self._theme.css(tone)}; font-size: {self._theme.sizes()['small']}px;")
        self.setStyleSheet(
            f"Pill {{ background: {self._theme.css(ground)}; border-radius: {self._theme.space(2)}px;"
            f" border: {self._theme.hair}px solid {self._theme.css('line' if tone == 'muted' else tone)}; }}"
        )
        self._picture.setVisible(bool(icon))
        if icon:
            self._picture.setPixmap(self._icons.pixmap(icon, tone, self._theme.px(0.75)))

    def words_width(self) -> int:
        """Return how many pixels the word takes beside the icon."""
        return self._words.sizeHint().width() + self._theme.space(1)

    def fold(self, *, on: bool) -> None:
        """Show the icon alone, with the word as its tooltip, or both again."""
        self._folded = on
        self._words.setVisible(not on)
        self.setToolTip(self._words.text() if on else "")


class Badge(QWidget):
    """A count in a small round field; nothing at all for zero."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._urgent = 0, False
        self.setVisible(False)

    def set_count(self, count: int, *, urgent: bool = False) -> None:
        """Show a count; urgent ones are filled and ringed."""
        self._count, self._urgent = count, urgent
        self.setVisible(count > 0)
        self.setAccessibleName(str(count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the digits."""
        side = self._theme.px(0.95)
        return QSize(max(side, side // 2 * (1 + len(self._text()))), side)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        side = self._theme.px(0.95)
        area = QRectF(area.left(), area.center().y() - side / 2, area.width(), side)
        ground, ink = ("overdue", "surface") if self._urgent else ("accent_soft", "accent")
        painter.setBrush(self._theme.color(ground))
        # Ringed, for on the row that is chosen the ground has the same colour
        painter.setPen(self._theme.color(ground if self._urgent else ink))
        painter.drawRoundedRect(area, side / 2, side / 2)
        painter.setPen(self._theme.color(ink))
        painter.setFont(self._theme.font("tiny", bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text())

    def _text(self) -> str:
        return str(self._count) if self._count < 100 else "99+"


class EmptyState(QWidget):
    """What a part shows when it has nothing: an icon, a word, and what to do."""

    def __init__(
        self, theme: Theme, icons: Icons, icon: str, title: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = spaced(QVBoxLayout(self), theme, 6, 2)
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap(icon, "faint", theme.px(2)))
        self.title = label(title, "heading", wrap=True)
        self.hint = label(hint, "muted", wrap=True)
        column.addStretch(1)
        for part in (picture, self.title, self.hint):
            column.addWidget(part)
            if isinstance(part, QLabel):
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def set_text(self, title: str, hint: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.hint.setText(hint)


class Page(QScrollArea):
    """A vertically scrolling page whose `body` layout takes the content."""

    def __init__(self, theme: Theme, margin: int = 4, gap: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget(self)
        self.inner.setProperty("page", True)
        self.body: QVBoxLayout = spaced(QVBoxLayout(self.inner), theme, margin, gap)
        self.setWidget(self.inner)

    def show_part(self, part: QWidget) -> None:
        """Bring a part into sight, its beginning first where it is higher than the page."""
        # What was opened a moment ago is laid out first: until then nobody knows where it stands
        show_new(self.inner)
        for _ in range(_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.ensureWidgetVisible(part)
        bar, edge = self.verticalScrollBar(), self.body.spacing()
        bar.setValue(min(bar.value(), part.mapTo(self.inner, QPoint()).y() - edge))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content as wide as the window: text wraps instead of running out."""
        # Before the area lays its content out: nothing would tell it of the wider limit while it is not yet visible
        self.inner.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)


class FirmPage(Page):
    """A page of rows that do not wrap: it scrolls downwards and never gets narrower than they are."""

    def minimumSizeHint(self) -> QSize:
        """Return the width of the content."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.inner.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when the content does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class SearchBox(QLineEdit):
    """A search field with its icon."""

    def __init__(self, icons: Icons, hint: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self._picture = QLabel(self)
        self._picture.setPixmap(icons.pixmap("search", "faint"))
        self._side = icons.size().width()
        self.setTextMargins(self._side + 4, 0, 0, 0)
        named(self, name, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the icon in the middle of the left edge."""
        super().resizeEvent(event)
        self._picture.setGeometry(self._side // 2, (self.height() - self._side) // 2, self._side, self._side)


class Segments(QWidget):
    """A row of exclusive buttons; `picked` carries the id of the one pressed."""

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        name: str = "",
        accessible: str = "",
        *,
        direction: QBoxLayout.Direction = QBoxLayout.Direction.LeftToRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = spaced(QBoxLayout(direction, self), theme, 0, 0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, text in choices:
            one = button(text, kind="segment", name=f"{name}.{key}" if name else "", accessible=text)
            one.setCheckable(True)
            one.clicked.connect(weak_slot(self._on_clicked, key))
            self._group.addButton(one)
            self._buttons[key] = one
            row.addWidget(one)
        if choices:
            self._buttons[choices[0][0]].setChecked(True)
        named(self, name, accessible)

    @property
    def current(self) -> str:
        """Id of the chosen one."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Change a button's word, for example to carry a count."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)

    def _on_clicked(self, key: str) -> None:
        self.picked.emit(key)
