"""The composer of 战令: fields, beside or below them what they would mean, and a foot with the button that signs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.refusals import Refusal
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk import order_draft as draft
from game.ui.desk.form_actions import cost_of, why_not
from game.ui.desk.form_block import fields_of
from game.ui.desk.order_fields import OrderFields
from game.ui.desk.order_preview import OrderPreview
from game.ui.widgets import Page, RefusalBar, button, label, named, set_role, spaced

DEBOUNCE = 150
"""Milliseconds of rest after which a preview is asked for."""


class OrderComposer(QFrame):
    """Writes one order. `signed` carries the id of the order that was issued."""

    signed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        named(self, "order.compose", self.tr("拟战令"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE)
        self._timer.timeout.connect(self.show_preview)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, bridge = self.bridge.theme, self.bridge
        self.fields = OrderFields(bridge)
        self.preview = OrderPreview(bridge)
        self.refusal = RefusalBar(bridge, "order.refusal")
        self.sign = button(self.tr("签发战令"), bridge.icons, "send", kind="primary", name="order.sign")
        self.reset = button(self.tr("清空"), name="order.reset", accessible=self.tr("清空重拟"))
        self._why = label("", "small", wrap=True)
        self._hint = label(self.tr("Ctrl+回车签发"), "small")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        foot = self.foot = QFrame()
        column_foot = spaced(QVBoxLayout(foot), theme, 3, 2)
        column_foot.addWidget(self.refusal)
        column_foot.addWidget(self._why)
        line = spaced(QHBoxLayout(), theme, 0, 2)
        line.addWidget(self.sign, 1)
        line.addWidget(self.reset)
        column_foot.addLayout(line)
        column_foot.addWidget(self._hint)
        side = self._side = QWidget()
        column_side = spaced(QVBoxLayout(side), theme, 0, 0)
        self._beside = Page(theme, 3, 0)
        self._beside.body.addWidget(self.preview)
        self._beside.body.addStretch(1)
        column_side.addWidget(self._beside, 1)
        column_side.addWidget(foot)
        self._row = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme, 0, 0)
        # In large type the form keeps the room its words need; the frame around the desk scrolls to it
        self.fields.setMinimumWidth(theme.px(17) if theme.scale > 100 else theme.px(14))
        self.fields.setMinimumHeight(theme.px(7))
        self._row.addWidget(self.fields, 8)
        self._row.addWidget(side, 5)
        self._narrow = False

    def _connect(self) -> None:
        self.fields.changed.connect(self._timer.start)
        self.sign.clicked.connect(self.submit)
        self.reset.clicked.connect(self.clear_all)

    # Public methods

    @property
    def room(self) -> int:
        """Width in pixels from which what the order would mean stands beside the fields."""
        return self.fields.minimumWidth() + self._side.minimumSizeHint().width()

    def refresh(self, view: View) -> None:
        """Offer what a view has; what was written stays."""
        self.fields.refresh(view)
        self._shut()

    def start(self, target: str = "", place: str = "") -> None:
        """Begin an order for a problem, a paper or a place, with everything that can be guessed filled in."""
        self.fields.start(target, place)

    def clear_all(self) -> None:
        """Begin anew."""
        self._clear_errors()
        self.fields.start()

    def show_preview(self) -> None:
        """Ask what the order would do as it stands, and show it."""
        self._timer.stop()
        self._clear_errors()
        order = self.fields.draft()
        if not order.organs:
            self.preview.show_nothing(self.tr("先勾选承办单位：一般是当地乡镇加一个主管部门。"))
            return
        found = self.bridge.preview("issue_order", **order.args())
        if isinstance(found, Refusal):
            self.preview.show_nothing(self.tr("按现在这样签不出去，改好标红的一项再看。"))
            self.show_refusal(found)
        else:
            view, task = self.bridge.view, draft.find_task(self.bridge.view, order.task)
            self.preview.show_preview(found, alone=not draft.within_reach(view, task, order.place))

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why it was refused at the field it concerns, else above the button."""
        sentence, cure = self.bridge.explain(refusal)
        block = next(
            (self.fields.blocks[k] for k in fields_of(refusal.code, dict(refusal.params)) if k in self.fields.blocks),
            None,
        )
        if block is None:
            self.refusal.show_refusal(refusal)
        else:
            block.set_error(sentence, cure)

    def submit(self) -> None:
        """Sign the order."""
        if not self.sign.isEnabled():
            return
        self._timer.stop()
        self._clear_errors()
        order = self.fields.draft()
        if not order.organs:
            self.fields.blocks["organs"].set_error(self.tr("还没有承办单位。"), self.tr("请至少勾选一家。"))
            self.fields.organs.setFocus()
            return
        before = {o.id for o in self.bridge.view.orders}
        if self.bridge.submit("issue_order", **order.args()):
            fresh = [o.id for o in self.bridge.view.orders if o.id not in before]
            self.clear_all()
            self.signed.emit(fresh[-1] if fresh else "")
        elif (answer := self.bridge.last) is not None and answer.refusal is not None:
            self.show_refusal(answer.refusal)

    # Events

    def minimumSizeHint(self) -> QSize:
        """As narrow as either part: they can stand one below the other."""
        return QSize(
            max(self.fields.minimumWidth(), self._side.minimumSizeHint().width()), self._row.minimumSize().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set what the order would mean beside the fields, or below them on the same page; the foot is always seen."""
        super().resizeEvent(event)
        narrow = self.width() < self.room
        if narrow is not self._narrow:
            self._narrow = narrow
            self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
            self._row.setStretch(1, 0 if narrow else 5)
            # Before the stretch at the end of the fields, or alone on the page beside them
            (self.fields if narrow else self._beside).body.insertWidget(1 if narrow else 0, self.preview)
            self._beside.setVisible(not narrow)
            self._hint.setVisible(not narrow)
            set_role(self.foot, "card", "foot" if narrow else "")

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for signing while the composer has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _signs(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sign on Ctrl+Enter."""
        if _signs(event):
            self.submit()
        else:
            super().keyPressEvent(event)

    # Helpers

    def _shut(self) -> None:
        why = why_not(self.bridge, "issue_order")
        self.sign.setEnabled(not why)
        self.sign.setText(self.tr("签发战令（精力{count}）").format(count=cost_of("issue_order")))
        self.sign.setToolTip(why)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _clear_errors(self) -> None:
        self.refusal.clear()
        for block in self.fields.blocks.values():
            block.clear_error()


def _signs(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
