"""The settings: theme, text size, language, motion, what the window asks by itself, and where files are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.settings_folder import FolderRow
from game.ui.theme import Theme
from game.ui.widgets import Page, button, label, named, spaced

_SCALES = (100, 110, 125, 150, 175, 200)
_SECONDS = (4, 6, 10, 0)
_BELOW, _BESIDE = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_WIDTH = {_BELOW: 22, _BESIDE: 34}
"""Width where the screen has it, ems; the content may need more."""
_LEAST = 16
"""Least width, ems."""
_SHARE = 0.94
"""What the dialog takes of the screen at most: the rest is for its frame and for what belongs to the system."""
_ROUNDED = 2
"""What may be lost to the rounding of heights, pixels: a bar that scrolls by one would appear."""


class SettingsDialog(QDialog):
    """Emits `chosen` (Settings) when the user agrees."""

    chosen = Signal(object)

    def __init__(
        self, settings: Settings, theme: Theme, parent: QWidget | None = None, prompts: Prompts | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._prompts = prompts or Prompts(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("设置"))
        self.setObjectName("settings")
        self._build_ui(theme)

    def _build_ui(self, theme: Theme) -> None:
        self._theme = theme
        column = spaced(QVBoxLayout(self), theme, 6, 4)
        self._title = label(self.tr("设置"), "title")
        column.addWidget(self._title)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.space(4))
        form.setVerticalSpacing(theme.space(3))
        self.theme = self._combo(
            "settings.theme",
            self.tr("主题"),
            [
                (self.tr("跟随系统"), "system"),
                (self.tr("浅色"), "light"),
                (self.tr("深色"), "dark"),
                (self.tr("高对比"), "contrast"),
            ],
            self._settings.theme,
        )
        self.scale = self._combo(
            "settings.scale",
            self.tr("文字大小"),
            [(self.tr("{scale}%").format(scale=scale), scale) for scale in _SCALES],
            self._settings.scale,
        )
        self.lang = self._combo(
            "settings.lang", self.tr("语言"), [("中文", "zh"), ("English", "en")], self._settings.lang
        )
        self.seconds = self._combo(
            "settings.seconds",
            self.tr("提示停留"),
            [(self.tr("{count}秒").format(count=s) if s else self.tr("直到关闭"), s) for s in _SECONDS],
            self._settings.notice_seconds,
        )
        self.confirm = named(
            QCheckBox(self.tr("有急事未办时，结束回合前先问我")), "settings.confirm", self.tr("结束回合前询问")
        )
        self.confirm.setChecked(self._settings.confirm_end)
        self.motion = named(QCheckBox(self.tr("画面可以有动效")), "settings.motion", self.tr("动效"))
        self.motion.setToolTip(self.tr("关掉以后，引导直接跳到位，进度条不再流动，光标不再闪。"))
        self.motion.setChecked(self._settings.motion)
        self.guide = named(QCheckBox(self.tr("在入门场景中显示引导")), "settings.guide", self.tr("显示引导"))
        self.guide.setChecked(self._settings.guide)
        for words, field in (
            (self.tr("主题"), self.theme),
            (self.tr("文字大小"), self.scale),
            (self.tr("语言"), self.lang),
            (self.tr("提示停留"), self.seconds),
        ):
            form.addRow(words, field)
        # Where not even two halves beside each other have room it scrolls, and what is agreed to stays in sight
        self._page = Page(theme, 0, 3)
        column.addWidget(self._page, 1)
        self._halves = spaced(QBoxLayout(_BELOW), theme, 0, 3)
        self._halves.addLayout(form, 1)
        rest = self._rest = spaced(QVBoxLayout(), theme, 0, 3)
        for box in (self.motion, self.confirm, self.guide):
            rest.addWidget(box)
        self.folder = FolderRow(theme, self._prompts, self)
        self.folder.grown.connect(self._on_grown)
        rest.addWidget(self.folder)
        rest.addStretch(1)
        self._halves.addLayout(rest, 1)
        self._page.body.addLayout(self._halves)
        self._page.body.addStretch(1)
        row = spaced(QHBoxLayout(), theme, 0, 2)
        cancel = button(self.tr("取消"), name="settings.cancel")
        self.ok = button(self.tr("应用"), kind="primary", name="settings.ok")
        self.ok.setDefault(True)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(_LEAST))
        cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self._on_ok)

    def showEvent(self, event: QShowEvent) -> None:
        """Take room for every line: what wraps says only at a width how high it is."""
        super().showEvent(event)
        self.fit()

    def fit(self, room: QSize | None = None) -> None:
        """Become as large as the content, as far as a screen goes (the one it is on): below each other, or beside.

        The title, which the window's frame says as well, goes before anything has to scroll.
        """
        room = (room or self.screen().availableSize()) * _SHARE
        ways = ((_BELOW, True), (_BESIDE, True), (_BELOW, False), (_BESIDE, False))
        sizes = {way: self._needed(*way, room) for way in ways}
        whole = (way for way, size in sizes.items() if size == size.boundedTo(room))
        best = next(whole, (_BELOW, False))
        self._lay_out(*best)
        self.resize(sizes[best].boundedTo(room))

    def _lay_out(self, way: QBoxLayout.Direction, titled: bool) -> None:
        self._halves.setDirection(way)
        self._halves.setSpacing(self._theme.space(3 if way is _BELOW else 5))
        self._page.body.invalidate()  # which a layout within it does not tell
        self._title.setVisible(titled)
        self._rest.setSpacing(self._theme.space(3 if titled else 1))

    def _needed(self, way: QBoxLayout.Direction, titled: bool, room: QSize) -> QSize:
        """Return the size at which nothing scrolls; what wraps says only at a width how high it is."""
        self._lay_out(way, titled)
        page, layout = self._page, self.layout()
        if layout is None:
            return self.size()
        page.setMinimumWidth(0)
        layout.activate()
        edges = layout.contentsMargins()
        frame = edges.left() + edges.right()
        width = max(min(room.width(), self._theme.px(_WIDTH[way])), page.body.totalMinimumSize().width() + frame)
        rest = layout.totalMinimumSize().height() - page.minimumSizeHint().height()
        return QSize(width, rest + page.body.totalHeightForWidth(width - frame) + _ROUNDED)

    def _combo(self, name: str, accessible: str, choices: list[tuple[str, object]], current: object) -> QComboBox:
        box = named(QComboBox(), name, accessible)
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(current)))
        return box

    def _on_grown(self) -> None:
        if self.isVisible():
            self.fit()

    def _on_ok(self) -> None:
        self.chosen.emit(
            replace(
                self._settings,
                theme=self.theme.currentData(),
                scale=self.scale.currentData(),
                lang=self.lang.currentData(),
                notice_seconds=self.seconds.currentData(),
                motion=self.motion.isChecked(),
                confirm_end=self.confirm.isChecked(),
                guide=self.guide.isChecked(),
            )
        )
        self.accept()
