"""The drawn views as pictures: all of them, not what happens to be in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from uihelp import settle

from game.scenario.findings import Fix
from game.ui.pictures import SHARPNESS

DRAWN = ("timeline", "graph", "states")


@pytest.fixture
def page(open_page, large, answers, monkeypatch, tmp_path):
    """The hundred days in a small window: every drawn view is larger than its room."""
    monkeypatch.setattr(answers, "save_file", lambda _p, _t, _f, name, done: done(tmp_path / name), raising=False)
    made = open_page(large)
    settle(made, 1280, 720)
    return made


def copied(view) -> QImage:
    view.pictures.copy()
    return QGuiApplication.clipboard().pixmap().toImage()


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_has_all_that_can_be_scrolled_to(page, name):
    """It is as large as the whole, the same wherever the view is scrolled to, and shows what is in sight alike."""
    page.show_view(name)
    settle(page, 1280, 720)
    view = page.views[name]
    canvas = view.picture
    canvas.current = ""
    made = copied(view)
    assert made.size() == canvas.whole() * SHARPNESS
    assert view.hint.text() == "图片已复制，可粘贴到文档里。"
    seen = canvas.viewport().size().boundedTo(canvas.whole())
    shown = canvas.viewport().grab().toImage().copy(QRect(canvas.rect().topLeft(), seen))
    plain = made.scaled(canvas.whole()).copy(QRect(canvas.rect().topLeft(), seen))
    for spot in ((seen.width() // 3, 3), (3, seen.height() // 3)):
        assert shown.pixelColor(*spot) == plain.pixelColor(*spot)
    canvas.horizontalScrollBar().setValue(canvas.horizontalScrollBar().maximum())
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    settle(page, 1280, 720)
    assert copied(view) == made


def test_the_whole_is_more_than_what_is_seen(page):
    """Otherwise the test above would say nothing: in a small window the plan of the hundred days is scrolled."""
    page.show_view("timeline")
    settle(page, 1280, 720)
    canvas = page.views["timeline"].picture
    assert canvas.verticalScrollBar().maximum() + canvas.horizontalScrollBar().maximum() > 0


def test_a_picture_is_saved_as_svg(page, tmp_path):
    """Under the name of its view."""
    page.show_view("graph")
    view = page.views["graph"]
    view.pictures.save_svg()
    assert "<svg" in (tmp_path / "分支图.svg").read_text(encoding="utf-8")
    assert "分支图.svg" in view.hint.text()


def test_a_deadline_is_the_same_in_both_kinds_of_files(page, tmp_path):
    """What an SVG cannot do, like clipping, is not used: drawn again it looks like the PNG."""
    page.show_view("timeline")
    settle(page, 1280, 720)
    view = page.views["timeline"]
    view.picture.current = ""
    view.pictures.save_svg()
    made, size = copied(view), view.picture.whole()
    drawn = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    QSvgRenderer(str(tmp_path / "时间轴.svg")).render(painter)
    painter.end()
    plain = made.scaled(size)
    boxes = [box.rect for box in view.picture.boxes]
    assert len(boxes) > 20
    for rect in boxes:
        spot = QPoint(round(rect.right()) - 4 + view.picture.side, round(rect.top()) + 3 + view.picture.head)
        one, other = plain.pixelColor(spot), drawn.pixelColor(spot)
        assert abs(one.lightness() - other.lightness()) < 12, rect


def test_an_empty_draft_has_no_picture(page):
    """Once every inject is gone the graph that was there before is not what is copied."""
    page.show_view("graph")
    assert page.views["graph"].pictures.isEnabled()
    for name, text in page.workbook.texts().items():
        if name.startswith("injects/"):
            lines = text.split("\n")
            page.workbook.apply([Fix(name, 1, 1, len(lines), len(lines[-1]) + 1, "[]")])
    page.checking.now()
    settle(page, 1280, 720)
    assert not page.views["graph"].pictures.isEnabled()


def test_where_nothing_is_drawn_there_is_no_picture(open_page, data_folder, answers):
    """The button is shut until the draft can be read for the first time, and open as long as its last picture stays."""
    path = data_folder / "scenarios" / "broken.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("format: [\n", encoding="utf-8")
    page = open_page(path)
    page.show_view("graph")
    assert not page.views["graph"].pictures.isEnabled()
    assert page.views["form"].pictures is None
    page.project.discard()
