"""New parts of a page are shown at once, and the page is laid out once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from game.ui.widgets import label, show_new


class Counting(QVBoxLayout):
    """Counts how often it is laid out."""

    times = 0

    def setGeometry(self, rect):
        """Count."""
        Counting.times += 1
        super().setGeometry(rect)


def test_new_widgets_are_laid_out_once(qtbot):
    """Thirty new lines settle the page a few times, not thirty; what was hidden on purpose stays hidden."""
    page = QWidget()
    qtbot.addWidget(page)
    column = Counting(page)
    page.show()
    qtbot.waitExposed(page)
    lines = [label(f"line {n}", wrap=True) for n in range(30)]
    for line in lines:
        column.addWidget(line)
    lines[7].hide()
    Counting.times = 0
    show_new(page)
    assert all(line.isVisible() for line in lines if line is not lines[7])
    qtbot.wait(20)
    assert Counting.times <= 3
    assert lines[7].isHidden()
    assert column.isEnabled()
    assert lines[0].geometry().bottom() <= lines[1].geometry().top()
