"""The certificate of a scenario: what the one it has says, and a new one made while the window stays alive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from game.authoring.certificate_size import games, seconds, tiny
from game.scenario.title_page import read_card
from game.session.folders import data_dir
from game.session.library import scenario_path
from game.ui.desk.form_fields import NumberSpin
from game.ui.errand import Errand, reason
from game.ui.errand_dialog import ErrandDialog
from game.ui.i18n import language, translate
from game.ui.icons import Icons
from game.ui.seal import Seal, seal_words, verdict_words
from game.ui.theme import Theme
from game.ui.widgets import Card, Page, Pill, button, clear, label, spaced
from game.ui.worker import Worker

RUNS = 30
_MOST_RUNS = 200
_LISTED = 12
_OUTRANKED = "="
"""In place of a path: the certificate that is there stays."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a certificate the window tells; the rest stands in its page."""

    verdict: str
    made: str
    scores: tuple[tuple[str, str, str, str, int], ...]
    """Policy, median, lower and upper quarter, runs."""
    open: tuple[tuple[bool, str, str, str], ...]
    """Each demand not met: whether it must be, its name, what was found, and what to do."""


def summary(certificate: Mapping[str, Any]) -> Facts:
    """Return what the window tells of a certificate; `KeyError`, `TypeError` or `ValueError` for one that is none."""
    from game.authoring.certificate.wording import worded

    names = {
        "integrated": translate("Certify", "统合"),
        "campaign": translate("Certify", "运动式"),
        "routine": translate("Certify", "常规科层"),
        "formalistic": translate("Certify", "形式"),
        "drawn": translate("Certify", "统合，选项抽签"),
    }
    told = worded(certificate, language())
    scores = certificate["scores"]
    return Facts(
        "trial" if certificate["interrupted"] else str(certificate["verdict"]),
        str(certificate["made"])[:10],
        tuple(
            (name, *_points(scores[policy]), int(scores[policy]["runs"]))
            for policy, name in names.items()
            if policy in scores
        ),
        tuple(
            (gate["weight"] == "must", str(gate["name"]), str(gate["found"]), str(gate["cure"]))
            for gate in told["gates"]
            if not gate["met"]
        ),
    )


def _points(spread: Mapping[str, Any]) -> tuple[str, str, str]:
    return f"{spread['median']:.1f}", f"{spread['p25']:.1f}", f"{spread['p75']:.1f}"


def _time(left: float) -> str:
    """Return a time to wait, as exactly as anybody needs it."""
    minutes = round(left / 60)
    if left < 60:
        return translate("Certify", "不到 1 分钟")
    if minutes < 60:
        return translate("Certify", "大约 {minutes} 分钟").format(minutes=minutes)
    return translate("Certify", "大约 {hours} 小时").format(hours=round(minutes / 60))


class CertifyDialog(ErrandDialog):
    """Emits `certified` once a new certificate is written."""

    certified = Signal()

    def __init__(
        self,
        title: str,
        name: str | Path,
        bundle: Mapping[str, str],
        seal: Seal,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        worker: Worker | None = None,
    ) -> None:
        """`name` is the scenario's name in the library or its path, `bundle` its texts without errors."""
        super().__init__(
            "certify", "", theme, icons, parent, worker,
            progress=translate("Certify", "认证进度"),
            stop_tip=translate("Certify", "停下只得一份试算，不写认证书"),
        )  # fmt: skip
        self._name, self._bundle, self._seal = name, dict(bundle), seal
        self._card = read_card(scenario_path(name))
        self._begun = 0.0
        self.setWindowTitle(self.tr("认证：{title}").format(title=title))
        self._build_ui()
        self._show_seal()

    def _build_ui(self) -> None:
        theme, icons = self._theme, self._icons
        column = self._column()
        head = spaced(QHBoxLayout(), theme, 0, 2)
        self.pill = Pill(theme, icons)
        self.made = label("", "small")
        head.addWidget(self.pill)
        head.addWidget(self.made, 1)
        column.addLayout(head)
        self._page = Page(theme, 0, 2)
        column.addWidget(self._page, 1)
        column.addWidget(self.bar)
        column.addWidget(self.said)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        self.runs = NumberSpin("certify.runs", self.tr("每种打法几场"), 1, _MOST_RUNS)
        self.runs.setValue(RUNS)
        self._runs_word = label(self.tr("每种打法几场"), "small")
        self.start = button(self.tr("开始认证"), icons, "play", kind="primary", name="certify.start")
        self.full = button(self.tr("看全文"), icons, "open", name="certify.full", tip=self.tr("用浏览器打开整份认证书"))
        self.shut = button(self.tr("关闭"), name="certify.close")
        foot.addWidget(self._runs_word)
        foot.addWidget(self.runs)
        foot.addStretch(1)
        for part in (self.full, self.shut, self.stop, self.start):
            foot.addWidget(part)
        column.addLayout(foot)
        self.runs.valueChanged.connect(self._on_runs)
        self.start.clicked.connect(self.run)
        self.full.clicked.connect(self.show_full)
        self.shut.clicked.connect(self.reject)
        self._show_state()
        self._on_runs(self.runs.value())
        self._fit(38, 32)

    # Public methods

    def run(self) -> None:
        """Certify with as many runs as are chosen."""
        if self.busy:
            return
        self._begun = monotonic()
        bundle, runs, name, lang = self._bundle, self.runs.value(), self._name, language()

        def work(mine: Errand) -> tuple[dict[str, Any], str]:
            from game.authoring.certificate import certify, keep, outranked

            made = certify(bundle, runs=runs, jobs=0, progress=mine.tell, stop=lambda: mine.stopped)
            if made["interrupted"]:
                return made, ""
            if outranked(made, name):
                return made, _OUTRANKED
            try:
                return made, str(keep(made, name, lang)[0])
            except OSError as error:
                return made, f"!{reason(error)}"

        self._begin(self.tr("电脑正在一场一场地推演，可以随时停下。"), work, self._on_certified, steps=1)

    def show_full(self) -> None:
        """Open the whole certificate in the browser, drawn anew: a page that came with a package is not trusted."""
        from game.authoring.certificate.page import page

        certificate = self._seal.certificate
        try:
            place = data_dir() / "certificates" / "shown.html"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(page(certificate, language()), encoding="utf-8", newline="\n")
        except OSError as error:
            self.said.setText(self.tr("认证书没能写入：{reason}").format(reason=reason(error)))
        except Exception:  # noqa: BLE001 - the file comes from anywhere; whatever is wrong with it, it is no certificate
            self.said.setText(self.tr("这份认证书已经损坏，请重新认证。"))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    # Slots

    def _told(self, done: int, of: int) -> str:
        left = (monotonic() - self._begun) / max(1, done) * (of - done)  # by the games of this very scenario
        return self.tr("{done}/{total} 场，还剩{time}。").format(done=done, total=of, time=_time(left))

    def _on_runs(self, runs: int) -> None:
        """Say before anything is played how long it takes: nobody who is told of hours begins nine seconds of work."""
        card = self._card
        if card is None or self.busy:
            return
        time = _time(seconds(len(card.seats), card.turns, card.turn_days, runs))
        self.said.setText(self.tr("一共约 {games} 场，用时{time}。").format(games=games(runs), time=time))

    def _on_certified(self, found: tuple[dict[str, Any], str]) -> None:
        made, place = found
        self._show_state()
        verdict = "trial" if made["interrupted"] else str(made["verdict"])
        self._seal = Seal(verdict, made)
        self._show_seal()
        if made["interrupted"]:
            self.said.setText(self.tr("停下了：按已经推演完的各场试算，没有写认证书。"))
        elif place == _OUTRANKED:
            self.said.setText(self.tr("这是试算；原来的认证书还有效，没有替换它。"))
        elif place.startswith("!"):
            self.said.setText(self.tr("认证书没能写入：{reason}").format(reason=place[1:]))
        else:
            self.said.setText(self.tr("认证书已写好：{path}").format(path=place))
            self.certified.emit()

    def _failed(self, error: Exception) -> None:
        self._show_state()
        self.said.setText(self.tr("认证没有完成：{reason}").format(reason=reason(error)))

    # Helpers

    def _show_state(self) -> None:
        on = self.busy
        self.bar.setVisible(on)
        self.stop.setVisible(on)
        self.stop.setEnabled(on)
        self.start.setVisible(not on)
        self.runs.setEnabled(not on)
        self.full.setEnabled(not on and bool(self._seal.certificate))

    def _show_seal(self) -> None:
        seal, body = self._seal, self._page.body
        word, tone, icon = seal_words(seal)
        self.pill.set_state(word, tone, icon)
        self.full.setEnabled(bool(seal.certificate))
        clear(body)
        try:
            facts = summary(seal.certificate) if seal.certificate else None
        except (KeyError, TypeError, ValueError, AttributeError):
            facts = None
        self.made.setText(self.tr("{date} 做的").format(date=facts.made) if facts is not None else "")
        if facts is None:
            text = self.tr(
                "认证由电脑把场景按四种打法各推演几十场，再抽签选几十场，看：会做的能不能赢、情况会不会发生、"
                "有没有不用想的选项、席位是否空等、导调忙不忙得过来。"
            )
            body.addWidget(label(text, wrap=True))
            body.addWidget(label(self.tr("每种打法至少 20 场才算认证。"), "muted", wrap=True))
            self._warn_of_size()
        else:
            self._show_facts(facts)
        body.addStretch(1)

    def _warn_of_size(self) -> None:
        """Say of a scenario that is too small to be certified that it is, before somebody looks for a mistake in it."""
        card = self._card
        if card is None or not tiny(len(card.seats), card.turns):
            return
        told = self.tr(
            "这一份只有 {seats} 个席位、{turns} 个回合，规模太小，多半分不出打法高下，认证通不过。这不是写错了，"
            "照样可以拿来练手；要认证，请加席位、加回合，或者从“三席桌面”写起。"
        )
        body = self._page.body
        body.addWidget(label(told.format(seats=len(card.seats), turns=card.turns), "warn", wrap=True))

    def _show_facts(self, facts: Facts) -> None:
        body = self._page.body
        word, meaning = verdict_words(facts.verdict)
        body.addWidget(label(self.tr("{word}。{meaning}").format(word=word, meaning=meaning), "strong", wrap=True))
        if self._seal.word == "outdated":
            told = self.tr("场景、县域或推演的规则后来改动过，这份认证书不再作数，请重新认证。")
            body.addWidget(label(told, "warn", wrap=True))
        for name, median, low, high, runs in facts.scores:
            told = self.tr("{policy}：{median} 分（一半的场次在 {low} 至 {high}，共 {runs} 场）").format(
                policy=name, median=median, low=low, high=high, runs=runs
            )
            body.addWidget(label(told, wrap=True))
        for must, gate, found, cure in facts.open[:_LISTED]:
            title = self.tr("没有达到：{gate}") if must else self.tr("可以更好：{gate}")
            frame = Card(self._theme, tone="warn" if must else "true")
            frame.body.addWidget(label(title.format(gate=gate), "heading", wrap=True))
            frame.body.addWidget(label(found, wrap=True))
            if cure:
                frame.body.addWidget(label(self.tr("办法：{cure}").format(cure=cure), "muted", wrap=True))
            body.addWidget(frame)
        if not facts.open:
            body.addWidget(label(self.tr("每一道门槛都达到了。"), "ok", wrap=True))
