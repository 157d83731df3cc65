"""What the home page does with scenarios besides playing them: install a package, pack one, mend one, certify one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from game.ui.icons import Icons
from game.ui.loading import load
from game.ui.prompts import Prompts
from game.ui.slots import weak_slot
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.authoring.packages import Installed
    from game.ui.starting import Offer
    from game.ui.worker import Worker

PACKAGE = ".zip"


class HomeTools(QObject):
    """Signals: `said` (str) for the line of state, `changed` (a scenario's name) once the library must be read anew."""

    said = Signal(str)
    changed = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, prompts: Prompts, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._theme, self._icons, self._prompts = window, theme, icons, prompts
        self.worker: Worker | None = None
        """Does the work of the dialogs; a thread of their own where it is None."""

    def ask_install(self) -> None:
        """Ask for a package, then show what is in it."""
        pattern = self.tr("场景包 (*{suffix})").format(suffix=PACKAGE)
        self._prompts.open_file(self._window, self.tr("安装场景包"), pattern, self.install)

    def install(self, package: Path) -> None:
        """Show what is in a package and install it where that is wanted."""
        load()
        from game.ui.package_dialog import PackageDialog

        dialog = PackageDialog(package, self._theme, self._icons, self._window, worker=self.worker)
        dialog.installed.connect(self._on_installed)
        dialog.open()

    def pack(self, item: Offer) -> None:
        """Ask where to, then pack a scenario for others."""
        load()
        from game.session.library import load_scenario
        from game.ui.packing import ask_pack

        ask_pack(item.name, load_scenario(item.name), self._prompts, self._window, self.said.emit)

    def mend(self, item: Offer) -> None:
        """Show what of a broken scenario can be mended, and mend it where that is wanted."""
        load()
        from game.ui.mend_dialog import MendDialog

        dialog = MendDialog(item.name, self._theme, self._icons, self._window)
        dialog.mended.connect(self._on_mended)
        dialog.open()

    def certify(self, item: Offer) -> None:
        """Show the certificate of a scenario, and make a new one where that is wanted."""
        load()
        from game.session.library import load_scenario
        from game.ui.certify_dialog import CertifyDialog
        from game.ui.seal import Seal, seal_of

        bundle, seal = item.bundle, item.seal
        if not bundle:  # chosen by its title page
            checked = load_scenario(item.name)
            bundle, seal = dict(checked.bundle), seal_of(item.name, checked)
        title = item.card.title if item.card is not None else item.name
        dialog = CertifyDialog(
            title, item.name, bundle, seal or Seal(), self._theme, self._icons, self._window, worker=self.worker
        )
        dialog.certified.connect(weak_slot(self._on_certified, item.name))
        dialog.open()

    def _on_mended(self, name: str) -> None:
        self.changed.emit(name)
        self.said.emit(self.tr("已改正。"))

    def _on_certified(self, name: str) -> None:
        self.changed.emit(name)

    def _on_installed(self, found: Installed) -> None:
        scenario = found.checked.scenario
        title = scenario.title if scenario is not None else ""
        words = {
            "installed": self.tr("已安装“{title}”。"),
            "replaced": self.tr("已用这一份替换“{title}”。"),
            "same": self.tr("“{title}”已经装过，内容一样。"),
        }
        self.changed.emit(str(found.folder))
        self.said.emit(words.get(found.outcome, "").format(title=title))


def dropped_package(data: QMimeData) -> Path | None:
    """Return the one package that is dragged, None where it is anything else."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == PACKAGE and path.is_file() else None
