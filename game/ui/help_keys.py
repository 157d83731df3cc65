"""The keyboard sheet: every key the window answers to, and what it does."""

from __future__ import annotations

from game.ui.i18n import translate

Sheet = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def sheet() -> Sheet:
    """Return (where, ((keys, what they do), …)) in the window's language."""
    return (
        (
            translate("Help", "到处都能用"),
            (
                ("F1", translate("Help", "这个界面怎么用")),
                ("Ctrl+/", translate("Help", "这张快捷键表")),
                ("Tab · Shift+Tab", translate("Help", "到下一个控件、上一个控件")),
                (translate("Help", "空格 · Enter"), translate("Help", "按下、勾选、打开")),
                (translate("Help", "方向键"), translate("Help", "在表格、清单、并排的按钮里移动")),
                ("Esc", translate("Help", "关掉浮层，退出填表")),
            ),
        ),
        (
            translate("Help", "推演中"),
            (
                ("Ctrl+1 … Ctrl+9 · Ctrl+0", translate("Help", "换桌面，从上往下数")),
                ("Ctrl+K", translate("Help", "查找地方、战令、问题、名词，或做一件事")),
                ("Ctrl+J", translate("Help", "打开或收起待办")),
                ("Ctrl+Z", translate("Help", "撤回上一步，精力和钱都退回")),
                ("Ctrl+Enter", translate("Help", "结束本回合；正在填表时是签发或办理")),
            ),
        ),
        (
            translate("Help", "地图"),
            (
                (translate("Help", "方向键"), translate("Help", "到相邻的地方")),
                ("Z", translate("Help", "选所在的战区，再按换下一个")),
                ("+ · −", translate("Help", "放大、缩小")),
                ("0", translate("Help", "看全图")),
            ),
        ),
        (
            translate("Help", "表格与填表"),
            (
                ("Ctrl+C", translate("Help", "复制选中的行，可以贴进 Excel")),
                ("Ctrl+Shift+S", translate("Help", "把台账上显示的行存为 Excel 文件")),
                (translate("Help", "Ctrl 或 Shift 加点击"), translate("Help", "选多行")),
                ("PageUp · PageDown", translate("Help", "日期一次走一周")),
                (translate("Help", "直接打字"), translate("Help", "在带搜索的选项里缩小范围")),
            ),
        ),
        (
            translate("Help", "编辑场景"),
            (
                ("Ctrl+S", translate("Help", "保存")),
                (translate("Help", "Ctrl+空格"), translate("Help", "这里可以写什么")),
                ("Alt+Enter", translate("Help", "改正光标处的问题，或新建所缺的编号")),
                ("F2 · F12", translate("Help", "给编号改名、到编号的定义处")),
                ("F8 · Shift+F8", translate("Help", "下一个、上一个问题")),
                ("Ctrl+F · F3 · Shift+F3", translate("Help", "查找和替换，下一处，上一处")),
                ("F6 · Shift+F6", translate("Help", "在提纲、正文、问题列表之间换")),
                ("Ctrl+I", translate("Help", "加一条情况：从常见的问题里挑")),
                ("F5", translate("Help", "试玩")),
                ("Ctrl+R", translate("Help", "从光标处或选中的情况试推")),
                ("← · → · ↑ · ↓", translate("Help", "时间轴上：移到别的回合、选一条；图上：走到旁边的一个")),
                ("Enter", translate("Help", "在时间轴和图上：看它的正文")),
            ),
        ),
        (
            translate("Help", "复盘"),
            (
                ("Ctrl+1 … Ctrl+4", translate("Help", "换到得分与依据、地图与回放、账面与真实、时间线")),
                ("← · →", translate("Help", "回放时一回合一回合地走")),
            ),
        ),
    )


def written() -> str:
    """Return the sheet as Markdown."""
    parts = []
    for where, keys in sheet():
        rows = "\n".join(f"| {key} | {does} |" for key, does in keys)
        parts.append(f"### {where}\n\n| {translate('Help', '按键')} | {translate('Help', '作用')} |\n|---|---|\n{rows}")
    return "\n\n".join(parts)
