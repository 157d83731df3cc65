"""Pack a scenario as it stands, on the disk or in the editor: where to, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from game.authoring.packages import BadPackage, pack
from game.resources import list_scenarios
from game.scenario.check import Checked
from game.ui.errand import reason
from game.ui.i18n import translate
from game.ui.prompts import Prompts


def ask_pack(
    path: str | Path, checked: Checked, prompts: Prompts, window: QWidget, said: Callable[[str], None]
) -> None:
    """Ask where to, then pack a scenario with the texts that were checked; `said` gets what came of it.

    The system's dialog asks before a file that is there is overwritten.
    """
    title = translate("Packing", "打包场景")
    if checked.scenario is None:
        told = translate("Packing", "场景还有 {count} 处错误，打了包别人也装不上。请先改正。")
        prompts.tell(window, title, told.format(count=max(1, len(checked.errors))))
        return
    if checked.scenario.id in list_scenarios():  # a copy under its old id: the other side would refuse it
        told = translate("Packing", "编号“{id}”和自带的场景一样，别人装不上。请先改 scenario.yaml 里的 id。")
        prompts.tell(window, title, told.format(id=checked.scenario.id))
        return

    def chosen(target: Path) -> None:
        if target.suffix.lower() != ".zip":
            target = target.with_name(target.name + ".zip")
            if target.exists():  # nobody was asked about this one
                prompts.tell(window, title, translate("Packing", "{path} 已经有了，请换一个名字。").format(path=target))
                return
        try:
            names = pack(path, target, checked)
        except (OSError, BadPackage) as error:
            told = translate("Packing", "没有打成包：{reason}").format(reason=reason(error))
            prompts.tell(window, title, told)
            return
        told = translate("Packing", "已打包 {count} 个文件：{path}")
        said(told.format(count=len(names), path=target))

    pattern = translate("Packing", "场景包 (*.zip)")
    prompts.save_file(window, title, pattern, f"{checked.scenario.id}.zip", chosen)
