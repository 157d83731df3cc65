"""The style sheet: what the palette cannot say. Widgets opt in by the dynamic properties `role`, `kind`, `card`."""

from __future__ import annotations

_SHEET = """
QToolTip {{ background: {surface}; color: {text}; border: {hair}px solid {edge}; padding: {s1}px; }}
QLabel[role="title"] {{ font-size: {title}px; font-weight: 700; color: {text}; }}
QLabel[role="heading"] {{ font-size: {heading}px; font-weight: 700; color: {text}; }}
QLabel[role="strong"] {{ font-weight: 700; color: {text}; }}
QLabel[role="number"] {{ font-size: {number}px; font-weight: 700; color: {text}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="small"] {{ font-size: {small}px; color: {muted}; }}
QLabel[role="accent"] {{ color: {accent}; font-weight: 700; }}
QLabel[role="ok"] {{ color: {ok}; }}
QLabel[role="warn"] {{ color: {warn}; }}
QLabel[role="overdue"] {{ color: {overdue}; }}
QLabel[role="late"] {{ font-size: {small}px; color: {overdue}; }}
QFrame[card="true"] {{ background: {surface}; border: {hair}px solid {line}; border-radius: {s2}px; }}
QFrame[card="flat"] {{ background: {sunken}; border: none; border-radius: {s2}px; }}
QFrame[card="accent"] {{ background: {accent_soft}; border: {hair}px solid {accent}; border-radius: {s2}px; }}
QFrame[card="warn"] {{ background: {warn_soft}; border: {hair}px solid {warn}; border-radius: {s2}px; }}
QFrame[card="overdue"] {{ background: {overdue_soft}; border: {hair}px solid {overdue}; border-radius: {s2}px; }}
QFrame[card="ok"] {{ background: {ok_soft}; border: {hair}px solid {ok}; border-radius: {s2}px; }}
QFrame[card="bar"] {{ background: {surface}; border: none; border-bottom: {hair}px solid {line}; }}
QFrame[card="foot"] {{ background: {surface}; border: none; border-top: {hair}px solid {line}; }}
QFrame[card="rail"] {{ background: {surface}; border: none; border-right: {hair}px solid {line}; }}
QFrame[card="side"] {{ background: {surface}; border: none; border-left: {hair}px solid {line}; }}
QFrame[rule="true"] {{ background: {line}; border: none; max-height: {hair}px; min-height: {hair}px; }}
QPushButton, QToolButton {{ background: {raised}; color: {text}; border: {hair}px solid {edge}; border-radius: {s1}px;
  padding: {s1}px {s3}px; min-height: {line_h}px; }}
QPushButton::menu-indicator {{ image: url({controls}/drop-{ink}.svg); width: {s3}px; height: {s3}px;
  subcontrol-origin: padding; subcontrol-position: right center; right: {s1}px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; background: {accent_soft}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {sunken}; }}
QPushButton:focus, QToolButton:focus {{ border: {bold}px solid {accent}; padding: {s1m}px {s3m}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; background: {sunken}; border-color: {line}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {accent_text}; border-color: {accent};
  font-weight: 700; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: {bold}px solid {text}; }}
QPushButton[kind="primary"]:disabled {{ background: {sunken}; color: {faint}; border-color: {line}; }}
QPushButton[kind="danger"] {{ color: {overdue}; border-color: {overdue}; }}
QPushButton[kind="danger"]:hover {{ background: {overdue_soft}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border: {hair}px solid transparent;
  color: {accent}; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {accent_soft}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border: {bold}px solid {accent}; }}
QPushButton[kind="quiet"]:disabled {{ color: {faint}; background: transparent; }}
QPushButton[kind="segment"] {{ border-radius: 0; border-color: {line}; color: {muted}; padding: {s1}px {s2}px; }}
QPushButton[kind="segment"]:checked {{ background: {accent_soft}; color: {accent}; border-color: {accent};
  font-weight: 700; }}
QPushButton[kind="chip"] {{ border-radius: {s2}px; padding: 0 {s2}px; border-color: {line}; }}
QPushButton[kind="chip"]:checked {{ background: {accent_soft}; color: {accent}; border-color: {accent}; }}
QPushButton[kind="nav"] {{ background: transparent; border: none; border-left: {mark}px solid transparent;
  border-radius: 0;
  text-align: left; padding: {nav_y}px {s3}px; color: {muted}; }}
QPushButton[kind="nav"]:hover {{ background: {sunken}; color: {text}; }}
QPushButton[kind="nav"]:checked {{ border-left: {mark}px solid {accent}; background: {accent_soft}; color: {accent};
  font-weight: 700; }}
QPushButton[kind="nav"]:focus {{ border: none; border-left: {mark}px solid {accent}; padding: {nav_y}px {s3}px;
  background: {sunken}; }}
QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QComboBox, QDateEdit {{ background: {surface}; color: {text};
  placeholder-text-color: {muted};
  border: {hair}px solid {edge}; border-radius: {s1}px; padding: {s1}px {s2}px;
  selection-background-color: {accent}; selection-color: {accent_text}; }}
QLineEdit, QSpinBox, QComboBox, QDateEdit {{ min-height: {field_h}px; padding-top: 0; padding-bottom: 0; }}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus,
  QComboBox:focus {{ border: {bold}px solid {accent}; padding: {s1m}px {s2m}px; }}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus {{ min-height: {field_hm}px; padding-top: 0;
  padding-bottom: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {field_h}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({controls}/drop-{ink}.svg); width: {s3}px;
  height: {s3}px; }}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{ border: none; background: transparent; min-height: 0;
  padding: 0 0 0 {s1}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: {field_h}px; }}
QSpinBox::up-arrow {{ image: url({controls}/rise-{ink}.svg); width: {s3}px; height: {s3}px; }}
QSpinBox::down-arrow {{ image: url({controls}/drop-{ink}.svg); width: {s3}px; height: {s3}px; }}
QLineEdit:disabled, QTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ background: {sunken};
  color: {faint}; border-color: {line}; }}
QLineEdit[bad="true"], QComboBox[bad="true"], QSpinBox[bad="true"],
  QPlainTextEdit[bad="true"] {{ border: {bold}px solid {overdue}; }}
QTextBrowser[plain="true"] {{ border: none; background: transparent; padding: 0; }}
QTextBrowser[plain="true"]:focus {{ border: none; padding: 0; }}
QAbstractItemView {{ background: {surface}; alternate-background-color: {window}; color: {text};
  border: {hair}px solid {line};
  selection-background-color: {accent_soft}; selection-color: {text}; outline: 0; }}
QTableView[plain="true"] {{ background: transparent; border: none; }}
QTableView {{ gridline-color: {line}; }}
QAbstractItemView::item:selected {{ background: {accent_soft}; }}
QTableView::item {{ padding: 0 {s1}px; }}
QTreeView::branch:has-children:closed {{ image: url({controls}/more-{ink}.svg); }}
QTreeView::branch:has-children:open {{ image: url({controls}/drop-{ink}.svg); }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QSlider:horizontal {{ min-height: {slider}px; }}
QSlider::groove:horizontal {{ height: {s1}px; background: {edge}; border-radius: {s1h}px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: {s1h}px; }}
QSlider::handle:horizontal {{ width: {s4}px; height: {s4}px; margin: -{handle}px 0; background: {accent};
  border: {bold}px solid {surface}; border-radius: {s2}px; }}
QSlider::handle:horizontal:focus {{ border-color: {text}; }}
QHeaderView {{ background: {sunken}; }}
QHeaderView::section {{ background: {sunken}; color: {muted}; border: none; border-right: {hair}px solid {line};
  border-bottom: {hair}px solid {line}; padding: {s1}px {s2}px; font-size: {small}px; font-weight: 700; }}
QHeaderView::up-arrow {{ image: url({controls}/rise-{ink}.svg); width: {s3}px; height: {s3}px; }}
QHeaderView::down-arrow {{ image: url({controls}/drop-{ink}.svg); width: {s3}px; height: {s3}px; }}
QComboBox QAbstractItemView {{ border: {hair}px solid {edge}; }}
QGroupBox {{ border: {hair}px solid {line}; border-radius: {s1}px; margin-top: {line_h}px; padding: {s2}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: {s2}px; color: {muted}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[page="true"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {s3}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {s3}px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: {s1}px; min-height: {s8}px; min-width: {s8}px;
  margin: {s1h}px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: {s2}px {s4}px; border: none;
  border-bottom: {bold}px solid transparent; }}
QPushButton[kind="nav"][tight="true"] {{ padding-top: 1px; padding-bottom: 1px; }}
QPushButton[kind="nav"][bare="true"] {{ padding-left: {s2}px; padding-right: {s2}px; text-align: center; }}
QTabBar[tight="true"]::tab {{ padding: {s2}px; }}
QTabBar::tab:selected {{ color: {accent}; border-bottom: {bold}px solid {accent}; font-weight: 700; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabWidget::pane {{ border: none; border-top: {hair}px solid {line}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: {hair}px; }}
QSplitter::handle:vertical {{ height: {hair}px; }}
QMenu {{ background: {surface}; color: {text}; border: {hair}px solid {edge}; padding: {s1}px; }}
QMenu::item {{ padding: {s1}px {s4}px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QListView::indicator, QCheckBox::indicator, QMenu::indicator {{ width: {s4}px; height: {s4}px;
  border: {hair}px solid {edge}; border-radius: {s1}px; background: {surface}; }}
QMenu::indicator {{ left: {s1}px; }}
QListView::indicator:checked, QCheckBox::indicator:checked, QMenu::indicator:checked {{ background: {accent};
  border-color: {accent}; image: url({controls}/tick-{tick}.svg); }}
QProgressBar {{ background: {sunken}; border: none; border-radius: {s1}px; text-align: center; color: {text}; }}
QProgressBar::chunk {{ background: {accent}; border-radius: {s1}px; }}
"""


def hairline(unit: int) -> int:
    """Return the width of a border in whole pixels for a spacing unit."""
    return max(1, unit // 4)


def stylesheet(
    colours: dict[str, str], unit: int, line: int, sizes: dict[str, int], *, controls: str, black: bool
) -> str:
    """Return the application's style sheet for semantic colours, a spacing unit and type sizes in pixels.

    `controls` is the folder of the arrows of lists and number fields; `black` takes the black ones.
    """
    steps = {f"s{n}": unit * n for n in (1, 2, 3, 4, 8)}
    hair = hairline(unit)
    inner = {
        "hair": hair,
        "bold": hair * 2,
        "mark": hair * 3,
        "s1h": unit // 2,
        "handle": unit + unit // 2,
        "slider": unit * 4 + hair * 4,
        "s1m": max(0, unit - hair),
        "s2m": unit * 2 - hair,
        "s3m": unit * 3 - hair,
        "nav_y": unit + 4,  # grows slower than the type, so that the whole rail stays in sight
        "line_h": line,
        "field_h": line + unit * 2,
        "field_hm": line + unit * 2 - hair * 2,
    }
    # The tick stands on the accent: black where its text is dark, white where it is light
    dark_text = sum(int(colours["accent_text"][i : i + 2], 16) for i in (1, 3, 5)) < 3 * 128
    marks = {"controls": controls, "ink": "black" if black else "grey", "tick": "black" if dark_text else "white"}
    return _SHEET.format(**colours, **steps, **inner, **sizes, **marks)
