"""Theme, icons, settings, models, small widgets: what every screen stands on."""

from __future__ import annotations

import gc
import sys
import tomllib
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from uihelp import FakePlay, assert_named

from game.exercise.refusals import Refusal
from game.scenario.model import Stage
from game.ui import fonts
from game.ui import settings as settings_file
from game.ui.assets import assets_dir
from game.ui.bridge import Bridge
from game.ui.help import HelpDialog
from game.ui.icons import DOMAIN_ICONS, FORM_ICONS, NEED_ICONS, Icons
from game.ui.settings import Settings
from game.ui.settings_dialog import SettingsDialog
from game.ui.slots import weak_slot
from game.ui.theme import THEMES, Theme, contrast, load_colours
from game.ui.widgets import FlowLayout, MarkdownView, Meter, Pips, RefusalBar, Segments, Sparkline
from game.ui.worker import Worker

TEXT_ON = [
    ("text", "window"), ("text", "surface"), ("text", "sunken"), ("text", "accent_soft"), ("text", "paper"),
    ("text", "warn_soft"), ("text", "overdue_soft"), ("text", "ok_soft"), ("muted", "window"), ("muted", "surface"),
    ("muted", "sunken"), ("muted", "paper"), ("faint", "surface"), ("faint", "sunken"), ("accent", "surface"), ("accent", "window"),
    ("accent", "accent_soft"), ("accent_text", "accent"), ("accent_text", "accent_hover"), ("ok", "surface"), ("ok", "ok_soft"),
    ("warn", "surface"), ("warn", "window"), ("warn", "warn_soft"), ("overdue", "surface"), ("overdue", "window"), ("overdue", "overdue_soft"),
    ("info", "surface"), ("info", "info_soft"), ("seal", "paper"), ("surface", "overdue"),
    *((f"stage_{stage}", ground) for stage in Stage for ground in (f"stage_{stage}_soft", "surface", "window", "sunken")),
    *(("accent_text", f"stage_{stage}") for stage in Stage), *(("text", f"stage_{stage}_soft") for stage in Stage),
]  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(name, ink, ground):
    """Every text colour has a contrast of at least 4.5 to 1 on every ground it is used on."""
    named = load_colours(name).named

    assert contrast(named[ink], named[ground]) >= 4.5


def test_themes_name_the_same_colours():
    """No theme lacks a colour that another has."""
    keys = [set(load_colours(name).named) for name in THEMES]

    assert keys[0] == keys[1] == keys[2]


@pytest.mark.parametrize("name", THEMES)
def test_map_steps_grow_one_way(name):
    """The five steps of the map go from one end of brightness to the other without turning back."""
    from game.ui.theme import luminance

    named = load_colours(name).named
    steps = [luminance(named[f"ramp{n}"]) for n in range(5)]

    assert steps in (sorted(steps), sorted(steps, reverse=True))


def test_font_is_the_bundled_one(qapp):
    """No screen depends on what fonts a machine has."""
    assert fonts.family() == "Noto Sans SC"


def test_text_size_scales_every_measure(qapp):
    """Sizes derive from the font, so that 200 % doubles them."""
    small, large = Theme("light", 100), Theme("light", 200)

    assert abs(large.em - 2 * small.em) <= 2
    assert large.px(3) > small.px(3)
    assert large.wide(10) < large.px(10)


def test_scale_is_held_between_its_ends(qapp):
    """A text size from a strange file cannot make the window unusable."""
    assert Theme("light", 5000).scale == 200
    assert Theme("light", 1).scale == 100


def test_every_named_icon_exists_and_draws(icons: Icons):
    """Each icon a table names is in the folder and leaves ink."""
    names = set(icons.names())

    assert {*NEED_ICONS, *FORM_ICONS.values(), *DOMAIN_ICONS.values()} <= names
    for name in sorted(names):
        image = icons.pixmap(name).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())), name


def test_icons_are_cached_by_name_colour_and_size(icons: Icons):
    """Asking twice draws once; another colour draws anew."""
    first, again, other = icons.pixmap("map", "text"), icons.pixmap("map", "text"), icons.pixmap("map", "accent")

    assert first.cacheKey() == again.cacheKey()
    assert first.cacheKey() != other.cacheKey()


def test_icon_sources_are_recolourable():
    """Every icon is drawn in the one colour the factory replaces."""
    for path in (assets_dir() / "icons").glob("*.svg"):
        assert "#000000" in path.read_text(encoding="utf-8"), path.name


# Settings


def test_settings_survive_a_round(tmp_path: Path):
    """What is saved is read back, strange signs in paths included."""
    chosen = Settings(theme="dark", scale=150, recent=('C:\\推演\\"一".tonghe', "/tmp/x"), confirm_end=False)
    path = tmp_path / "deep" / "settings.toml"
    settings_file.save(chosen, path)

    assert settings_file.load(path) == (chosen, None)


@pytest.mark.parametrize(
    "text",
    ["theme = [", 'scale = "big"', "format = 99", 'theme = "pink"', "recent = [1, 2]", "confirm_end = 1", "\x00"],
)
def test_bad_settings_are_set_aside_and_reset(tmp_path: Path, text: str):
    """A file that cannot be read is kept as a copy and the defaults come into force."""
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    settings, aside = settings_file.load(path)

    assert settings == Settings()
    assert aside is not None
    assert Path(aside).read_text(encoding="utf-8") == text
    assert not path.exists()


def test_unknown_keys_of_another_version_are_left_aside(tmp_path: Path):
    """Settings of a newer version do not reset the rest."""
    path = tmp_path / "settings.toml"
    path.write_text('format = 1\ntheme = "dark"\nnovelty = 3\n', encoding="utf-8")

    assert settings_file.load(path) == (Settings(theme="dark"), None)


def test_missing_settings_are_no_fault(tmp_path: Path):
    """The first start is not an error."""
    assert settings_file.load(tmp_path / "none.toml") == (Settings(), None)


def test_recent_sessions_keep_the_newest_first():
    """A session played again moves to the front, and the list does not grow for ever."""
    settings = Settings()
    for number in range(12):
        settings = settings_file.with_recent(settings, f"s{number}")
    settings = settings_file.with_recent(settings, "s9")

    assert settings.recent[0] == settings.last_session == "s9"
    assert len(settings.recent) == len(set(settings.recent)) == 8


def test_saved_settings_are_toml(tmp_path: Path):
    """People may read and mend the file."""
    path = tmp_path / "s.toml"
    settings_file.save(Settings(window="abc=="), path)

    assert tomllib.loads(path.read_text(encoding="utf-8"))["window"] == "abc=="


@pytest.mark.parametrize(("written", "read"), [(-5, 0), (7, 7), (100_000, 240)])
def test_a_limit_beyond_reason_is_brought_back(tmp_path: Path, written: int, read: int):
    """A limit of a turn that somebody wrote by hand is neither negative nor without end."""
    path = tmp_path / "settings.toml"
    path.write_text(f"format = 1\nturn_minutes = {written}\n", encoding="utf-8")

    assert settings_file.load(path) == (Settings(turn_minutes=read), None)


def test_settings_dialog_gives_what_was_chosen(qtbot, theme):
    """Agreeing hands over the settings with the changes made."""
    dialog = SettingsDialog(Settings(theme="light"), theme)
    dialog.scale.setCurrentIndex(dialog.scale.findData(150))
    dialog.confirm.setChecked(False)
    assert_named(dialog)
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.ok.click()

    assert caught.args[0] == Settings(theme="light", scale=150, confirm_end=False)


# Models and tables


def test_weak_slot_does_not_keep_its_owner(qtbot):
    """A button's slot does not keep the screen alive."""

    class Owner(QObject):
        hit = 0

        def take(self, step: int) -> None:
            self.hit += step

    push = QPushButton("x")
    qtbot.addWidget(push)
    owner = Owner()
    push.clicked.connect(weak_slot(owner.take, 2))
    push.click()
    ref, hit = weakref.ref(owner), owner.hit
    gc.disable()
    try:
        del owner
        gone = ref() is None
    finally:
        gc.enable()
    push.click()

    assert (hit, gone) == (2, True)


@pytest.mark.parametrize("kind", ["settings", "help"])
def test_dialogs_die_on_close(qtbot, theme, kind):
    """A closed dialog is freed: nothing of it stays behind."""
    dialog = SettingsDialog(Settings(), theme) if kind == "settings" else HelpDialog(theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.open()
    ref = weakref.ref(dialog)
    dialog.close()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert ref() is None


def test_flow_breaks_lines_like_words(qtbot):
    """Items that do not fit beside each other stand below each other."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(4, holder)
    for _ in range(4):
        one = QWidget()
        one.setFixedSize(60, 20)
        flow.addWidget(one)
    QCoreApplication.processEvents()

    assert flow.heightForWidth(300) == 20
    assert flow.heightForWidth(130) == 44
    assert flow.heightForWidth(60) == 92


def test_small_drawings_say_their_value(qtbot, theme):
    """What is drawn is also said."""
    pips, meter, spark, segments = (
        Pips(theme),
        Meter(theme),
        Sparkline(theme),
        Segments(theme, [("a", "甲"), ("b", "乙")]),
    )
    pips.set_value(3, 14)
    meter.set_value(1200, 1000, "120%", limit=1000)
    spark.set_course([(0, 5), (7, 9)], 3, "上升")
    for widget in (pips, meter, spark, segments):
        qtbot.addWidget(widget)
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.resize(widget.sizeHint())
        widget.show()
    for widget in (pips, meter, spark):
        assert not widget.grab().isNull()

    assert (pips.accessibleName(), meter.accessibleName(), spark.accessibleName()) == ("3/14", "120%", "上升")
    with qtbot.waitSignal(segments.picked) as caught:
        segments.findChild(QPushButton).click()
    assert caught.args == ["a"]


def test_markdown_shows_no_html(qtbot, theme):
    """Raw HTML of an author stays text: no images, no styles."""
    view = MarkdownView(theme)
    qtbot.addWidget(view)
    view.set_markdown("一 <b>二</b> <img src='x.png'> **三**")

    assert "<b>" in view.toPlainText()
    assert "三" in view.toPlainText()


# Bridge


def test_refusal_is_told_and_the_view_stays(qtbot, bridge, fake):
    """A refused command is told by signal and answered with False."""
    fake.refuse = Refusal("no_attention")
    with qtbot.waitSignal(bridge.refused) as caught:
        done = bridge.submit("issue_order", task="x")

    assert (done, caught.args[0].code, fake.sent) == (False, "no_attention", [("issue_order", {"task": "x"})])


def test_refusal_bar_says_sentence_and_cure(qtbot, bridge):
    """A refusal is said in words, never as a code."""
    bar = RefusalBar(bridge, "x.refusal")
    qtbot.addWidget(bar)
    bar.show_refusal(Refusal("no_attention"))

    assert not bar.isHidden()
    assert "no_attention" not in bar.accessibleName()


def test_accepted_command_brings_a_new_view(qtbot, bridge, fake, rich_view):
    """After a command every screen gets the view anew."""
    fake.set_view(replace(rich_view, day=35))
    with qtbot.waitSignal(bridge.view_changed) as caught:
        assert bridge.submit("set_ready")

    assert caught.args[0].day == bridge.view.day == 35


class _Slow(FakePlay):
    """A play whose turn waits until it is let go."""

    def __init__(self, view, gate):
        super().__init__(view)
        self.gate = gate

    def advance(self):
        assert self.gate.wait(10)
        return super().advance()


def test_turn_does_not_hold_up_the_window(qtbot, theme, rich_view):
    """While a turn is computed the window lives, and commands are declined with a word."""
    import threading

    gate = threading.Event()
    bridge = Bridge(_Slow(rich_view, gate), theme, worker=Worker())
    said: list[str] = []
    bridge.notice.connect(said.append)
    bridge.advance()
    assert bridge.busy
    assert not bridge.submit("set_ready")
    assert bridge.preview("set_ready") == Refusal("busy")
    with qtbot.waitSignal(bridge.turn_done):
        gate.set()
    bridge.close()

    assert (bridge.busy, len(said)) == (False, 1)


def test_broken_turn_is_told(qtbot, bridge, fake):
    """A turn that breaks off leaves the window usable and says why."""
    fake.fault = RuntimeError("断了")
    with qtbot.waitSignal(bridge.failed) as caught:
        bridge.advance()

    assert str(caught.args[0]) == "断了"
    assert not bridge.busy


def test_names_read_well(bridge):
    """Days, money and shares read as the county writes them; unknown ids stay themselves."""
    names = bridge.names

    assert names.date(28) == "10月15日(第5周)"
    assert names.date(-1) == "—"
    assert names.money(123_450_000) == "123.5万元"
    assert names.money(1_200_000_000) == "1,200万元"
    assert names.money(50_000) == "500元"
    assert names.money(-50_000) == "-500元"
    assert names.bp(431) == "4.31%"
    assert names.permille(905) == "90.5%"
    assert names.until(25, 28) == "超期3天"
    assert names.place("village:qingshan-01", full=True) == "青杉乡" + names.place("village:qingshan-01")
    assert names.organ("bureau:water") == "水利局"
    assert names.organ("nothing:here") == "nothing:here"
    assert names.title("o1") == "战令第1号"


def test_emitting_for_a_long_time_is_safe(qtbot):
    """Thousands of emissions do not use up the interpreter's count of `True`."""
    ping = _Ping()
    for _ in range(5000):
        ping.hit.emit()

    assert sys.version_info >= (3, 12) or sys.getrefcount(True) > 1_000_000


class _Ping(QObject):
    hit = Signal()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_an_empty_meter_looks_empty(qtbot, qapp, name):
    """Nothing done is a hollow bar in every theme: the ground in it stands far from the colour that fills it."""
    theme = Theme(name, 100)
    theme.apply(qapp)
    meter = Meter(theme)
    qtbot.addWidget(meter)
    meter.resize(300, 24)

    def middle() -> str:
        return meter.grab().toImage().pixelColor(60, 12).name()

    meter.set_value(0, 1000, "0%")
    empty = middle()
    meter.set_value(1000, 1000, "100%")
    assert contrast(empty, middle()) >= 4
    assert contrast(empty, theme.css("surface")) < 1.5
