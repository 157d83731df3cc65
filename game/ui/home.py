"""The first page: continue, begin a new exercise, open a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QMenu, QVBoxLayout, QWidget

from game.session.folders import data_dir
from game.ui.home_detail import ScenarioDetail, seat_name
from game.ui.home_list import CARD, OfferDelegate, offer_column
from game.ui.home_tools import HomeTools, dropped_package
from game.ui.icons import Icons
from game.ui.motion import Busy
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.shelf import Shelf
from game.ui.slots import weak_slot
from game.ui.starting import SUFFIX, LibraryCheck, Offer, is_trial, offer, offers, recent_label
from game.ui.theme import Theme
from game.ui.widgets import Page, RecordTable, Rule, button, clear, label, named, spaced

_RECENT = 4
_REST = 150
"""Milliseconds between the list and its check."""
_LEFT, _RIGHT = (17, 11), (23, 19)
"""Widths of the side columns, with room and without."""
_LIST = (14, 8)
"""Width of the list between them that makes them give way, and its least, in lines."""
_LOW = 21
"""Height of the page, in lines, below which what only explains leaves its room to the list and to what can be done."""


class HomePage(QWidget):
    """Emits `begin` (Offer, seat, seed or None), `resume` (Path) and `asked` (settings, help, new, edit:<scenario>).

    `look` (Path) asks for a session as an instructor sees it.
    """

    begin = Signal(object, str, object)
    resume = Signal(object)
    look = Signal(object)
    asked = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, settings: Settings, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._settings, self._prompts = theme, icons, settings, prompts
        self._offers: list[Offer] = []
        self._waiting: list[str] = []
        self._check: LibraryCheck | None = None
        self._shelf = Shelf(data_dir() / "library.json")
        self._wanted = ""
        """Name of the scenario to choose once it is read."""
        self._anew = False
        """Whether the library is read while the list shows what was read before."""
        self.tools = HomeTools(theme, icons, prompts, self)
        self.setAcceptDrops(True)
        self.setObjectName("home")
        self._build_ui()
        self._connect()
        self.show_recent(settings)

    def _build_ui(self) -> None:
        theme, icons = self._theme, self._icons
        row = spaced(QHBoxLayout(self), theme, 0, 0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the side columns give way

        # Left: who we are, and what was played last
        left = QFrame(self)
        left.setProperty("card", "rail")
        column = self._rail = spaced(QVBoxLayout(left), theme, 6, 3)
        top = Page(theme, 0, 3)  # in large type on a small screen it scrolls, what can be done below stays
        brand = QLabel(self.tr("统合推演"))
        # In the largest type the body is large enough beside it
        size = theme.sizes()["number"] * (1.4 if theme.scale <= 150 else 1.1)
        brand.setStyleSheet(f"font-size: {round(size)}px; font-weight: 700;")
        top.body.addSpacing(theme.space(3))
        top.body.addWidget(brand)
        self._motto = label(self.tr("县域统合治理桌面推演：战令、包干、督战"), "muted", wrap=True)
        top.body.addWidget(self._motto)
        top.body.addSpacing(theme.space(3))
        self.continue_last = button(
            self.tr("继续上次推演"),
            icons,
            "play",
            kind="primary",
            name="home.continue",
            tip=self.tr("每一步都自动存盘"),
        )
        self.continue_last.setMinimumHeight(theme.px(2))
        self._last = label("", "small", wrap=True)
        top.body.addWidget(self.continue_last)
        top.body.addWidget(self._last)
        self._recent_title = label(self.tr("最近的推演"), "heading")
        self._none = label(
            self.tr(
                "第一次来？先选“入门”的一场，一步一步有人带。开始以后，这里会有一个按钮，接着上次往下走；每一步都自动存盘。"
            ),
            "muted",
            wrap=True,
        )
        top.body.addWidget(self._none)
        top.body.addWidget(self._recent_title)
        self._recent = spaced(QVBoxLayout(), theme, 0, 1)
        top.body.addLayout(self._recent)
        top.body.addStretch(1)
        column.addWidget(top, 1)
        column.addWidget(Rule(left))
        self.open_file = button(self.tr("打开推演文件"), icons, "open", kind="nav", name="home.open")
        self.look_in = button(
            self.tr("教员看盘"),
            icons,
            "class",
            kind="nav",
            name="home.look",
            tip=self.tr("给教员：看一场推演的账面和真实，只看不改"),
        )
        self.new = button(
            self.tr("新建场景"), icons, "edit", kind="nav", name="home.new", tip=self.tr("自己写一场：从模板开始")
        )
        self.install = button(
            self.tr("安装场景包"),
            icons,
            "plus",
            kind="nav",
            name="home.install",
            tip=self.tr("别人给的 .zip；拖进窗口也行"),
        )
        self._settings_button = button(self.tr("设置"), icons, "settings", kind="nav", name="home.settings")
        self._help = button(self.tr("帮助"), icons, "help", kind="nav", name="home.help", tip="F1")
        self._controls = (self.open_file, self.look_in, self.new, self.install, self._settings_button, self._help)
        controls = spaced(QVBoxLayout(), theme, 0, 0)
        for control in self._controls:
            controls.addWidget(control)
        column.addLayout(controls)
        self._left = left
        left.setFixedWidth(theme.wide(17))

        # Middle: the library
        middle = self._middle = spaced(QVBoxLayout(), theme, 6, 3)
        middle.addWidget(label(self.tr("新的推演"), "title"))
        self._how = label(self.tr("选一个场景，再选你坐的席位；其余席位由电脑扮演。"), "muted", wrap=True)
        middle.addWidget(self._how)
        self.list: RecordTable[Offer] = RecordTable(
            [offer_column(self.tr("场景"))],
            theme,
            icons,
            name="home.scenarios",
            accessible=self.tr("场景列表"),
            key=lambda i: i.name,
        )
        self.list.horizontalHeader().hide()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAlternatingRowColors(False)
        self.list.setProperty("plain", True)
        self.list.setItemDelegate(OfferDelegate(theme, icons, self.list))
        self.list.verticalHeader().setDefaultSectionSize(theme.px(CARD))
        middle.addWidget(self.list, 1)
        self.busy = named(Busy(theme, self), "home.busy", self.tr("正在准备"))
        self.state = label("", "muted", wrap=True)
        middle.addWidget(self.busy)
        middle.addWidget(self.state)

        # Right: the chosen one
        self.detail = ScenarioDetail(theme, icons, self._settings.lang)
        row.addWidget(left)
        row.addLayout(middle, 1)
        row.addWidget(self.detail)

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self._on_opened)
        self.detail.begun.connect(self._on_begun)
        self.continue_last.clicked.connect(self._on_continue)
        self.open_file.clicked.connect(self._on_open)
        self.look_in.clicked.connect(self._on_look)
        self._settings_button.clicked.connect(weak_slot(self._on_asked, "settings"))
        self._help.clicked.connect(weak_slot(self._on_asked, "help"))
        self.new.clicked.connect(weak_slot(self._on_asked, "new"))
        self.detail.edit_asked.connect(self._on_edit)
        self.detail.certify_asked.connect(self.tools.certify)
        self.detail.pack_asked.connect(self.tools.pack)
        self.detail.mend_asked.connect(self.tools.mend)
        self.install.clicked.connect(self.tools.ask_install)
        self.tools.said.connect(self.state.setText)
        self.tools.changed.connect(self.reload)

    def minimumSizeHint(self) -> QSize:
        """Return the room that is enough with the side columns at their narrowest."""
        theme = self._theme
        width = theme.wide(_LEFT[1]) + theme.wide(_RIGHT[1]) + theme.px(_LIST[1])
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the side columns give way before the list is squeezed, and what only explains before what can be done."""
        theme = self._theme
        narrow = self.width() < theme.wide(_LEFT[0]) + theme.wide(_RIGHT[0]) + theme.px(_LIST[0])
        edge = theme.space(4 if narrow else 6)
        words = max(control.sizeHint().width() for control in self._controls)
        self._left.setFixedWidth(max(theme.wide(_LEFT[narrow]), words + 2 * edge + theme.hair))
        self.detail.setFixedWidth(theme.wide(_RIGHT[narrow]))
        for words_only in (self._motto, self._how):
            words_only.setVisible(self.height() >= theme.px(_LOW))
        for column, steps in ((self._rail, 4), (self._middle, 3)):
            spaced(column, theme, steps if narrow else 6, 3)
        super().resizeEvent(event)

    # Public methods

    def load(self, *, at_once: bool = False) -> None:
        """Read the library's title pages, one at a time so that the window stays alive, then check each scenario."""
        self.stop()
        self._wanted = self.chosen  # who comes back finds what he was at
        self._anew = self.list.table_model.rowCount() > 0
        self._offers, self._waiting = [], list(offers())
        if not self._waiting:
            self.state.setText(self.tr("没有找到场景。请检查安装，或用“打开推演文件”继续已有推演。"))
        if at_once:
            self._offers, self._waiting = [offer(name) for name in self._waiting], []
            self.show_offers(self._offers)
        else:
            QTimer.singleShot(0, self, self._load_next)

    def reload(self, name: str) -> None:
        """Read the library anew and choose a scenario of it."""
        self._wanted = name
        self.load()

    @property
    def chosen(self) -> str:
        """The name of the scenario that is chosen, or that will be once it is read."""
        item = self.list.selected()
        return self._wanted or (item.name if item is not None else "")

    @property
    def loaded(self) -> bool:
        """Whether the list shows the whole library, checked or not."""
        return not self._waiting

    def stop(self) -> None:
        """Check no more scenarios; for a page that goes."""
        self._shelf.save()
        if self._check is not None:
            self._check.stop()
            self._check = None

    def show_offers(self, found: list[Offer]) -> None:
        """Show scenarios that have been read."""
        self._offers = found
        self.list.set_records(found)
        if self._wanted and any(item.name == self._wanted for item in found):
            self.list.select(self._wanted)
        if self.loaded:
            self._wanted = ""
        if self.list.selected() is None and self._wanted not in self._waiting:
            first = next((item for item in found if not item.fault), None)
            if first is not None:
                self.list.select(first.name)
        self.show_recent(self._settings)

    def show_recent(self, settings: Settings) -> None:
        """Show what was played before, as far as the files are still there."""
        self._settings = settings
        clear(self._recent)
        paths = self._played()
        self.continue_last.setVisible(bool(paths))
        self._last.setVisible(bool(paths))
        self._none.setVisible(not paths)
        self._recent_title.setVisible(len(paths) > 1)
        if paths:
            self._last.setText(self._words(paths[0]))
        for path in paths[1 : _RECENT + 1]:
            made = button(self._words(path), self._icons, "review", kind="nav", tip=str(path))
            made.clicked.connect(weak_slot(self._on_recent, path))
            self._recent.addWidget(made)

    def set_busy(self, text: str) -> None:
        """Show that something is being prepared; empty text ends it."""
        self.busy.setVisible(bool(text))
        self.state.setText(text)
        for control in (self._left, self.detail):
            control.setEnabled(not text)

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a package that is dragged onto the page."""
        if dropped_package(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what is in a package that was dropped."""
        package = dropped_package(event.mimeData())
        if package is not None:
            event.acceptProposedAction()
            self.tools.install(package)

    # Slots

    def _load_next(self) -> None:
        if not self._waiting:
            return
        name = self._waiting.pop(0)
        self._offers.append(Offer(name, self._shelf.card(name)))
        # Read anew, the list stays as it was until all are there: what is chosen must not go and come back
        if self.loaded or not self._anew:
            self.show_offers(list(self._offers))
        if self._waiting:
            QTimer.singleShot(0, self, self._load_next)
        else:  # what the person sees comes first
            QTimer.singleShot(_REST, self, self._start_check)

    def _start_check(self) -> None:
        self._shelf.save()
        self._check = LibraryCheck()
        self._check.checked.connect(self._on_checked)
        self._check.start([item.name for item in self._offers])

    def _on_checked(self, found: Offer) -> None:
        """Take what the checker says; a scenario that can be played looks as before, a broken one shows its fault."""
        before = next((item for item in self._offers if item.name == found.name), None)
        if before is None:
            return
        self._offers = [found if item is before else item for item in self._offers]
        self.list.set_records(self._offers)
        chosen = self.list.selected()
        if chosen is None or chosen.name != found.name:
            return
        if found.fault or found.card != before.card:
            self.detail.show_offer(found)
        else:
            self.detail.show_seal(found)

    def _on_picked(self, item: Offer | None) -> None:
        if item is not None and not self.loaded:
            self._wanted = item.name
        self.detail.show_offer(item)

    def _on_opened(self, _item: Offer) -> None:
        self.detail.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_begun(self, item: Offer, seat: str, seed: object) -> None:
        self.begin.emit(item, seat, seed)

    def _on_edit(self, item: Offer) -> None:
        self.asked.emit(f"edit:{item.name}")

    def _on_continue(self) -> None:
        for path in self._played()[:1]:
            self.resume.emit(path)

    def _on_recent(self, path: Path) -> None:
        self.resume.emit(path)

    def _on_open(self) -> None:
        pattern = self.tr("推演文件 (*{suffix})").format(suffix=SUFFIX)
        self._prompts.open_file(self, self.tr("打开推演文件"), pattern, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.resume.emit(path)

    def _on_look(self) -> None:
        """Offer what was played last, and any other file."""
        menu = named(QMenu(self), "home.look.menu", self.tr("看哪一场推演"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for path in self._played()[: _RECENT + 1]:
            words = self._words(path).replace("\n", " · ").replace("&", "&&")
            menu.addAction(words).triggered.connect(weak_slot(self._on_look_at, path))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self.tr("选推演文件…")).triggered.connect(weak_slot(self._on_look_for))
        menu.popup(self.look_in.mapToGlobal(self.look_in.rect().topRight()))

    def _on_look_at(self, path: Path) -> None:
        self.look.emit(path)

    def _on_look_for(self) -> None:
        pattern = self.tr("推演文件 (*{suffix})").format(suffix=SUFFIX)
        self._prompts.open_file(self, self.tr("教员看盘"), pattern, self._on_look_at)

    def _on_asked(self, what: str) -> None:
        self.asked.emit(what)

    # Helpers

    def _played(self) -> list[Path]:
        """Return what was played before and is still there, the last first."""
        return [Path(text) for text in self._settings.recent if Path(text).is_file()]

    def _words(self, path: Path) -> str:
        scenario, seat, when = recent_label(path)
        known = next((o.card for o in self._offers if o.card is not None and o.card.id == scenario), None)
        if known is None or when is None:
            return path.stem
        name = next((seat_name(s, self._settings.lang) for s in known.seats if s.id == seat), seat)
        title = self.tr("试推 · {title}").format(title=known.title) if is_trial(path) else known.title
        return self.tr("{title} · {seat}\n{when}").format(title=title, seat=name, when=f"{when:%Y-%m-%d %H:%M}")
