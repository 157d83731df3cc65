"""Certifying and packing from the editor: what is saved is certified, what is in the window is packed."""

from __future__ import annotations

import pytest
from uihelp import assert_named

from game.authoring.packages import preview
from game.authoring.patches import set_value
from game.scenario.findings import Fix
from game.session.library import load_scenario
from game.ui.certify_dialog import CertifyDialog
from game.ui.worker import Direct


@pytest.fixture
def page(open_page, small):
    made = open_page(small)
    made.tools.worker = Direct()
    yield made
    made.project.discard()


def test_certifying_asks_to_save_first(page, small, answers):
    """A certificate holds for what is on the disk: without leave to save nothing opens, with it the saved is certified."""
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 一\n")])
    certify = page.tools.menu.actions()[0]
    certify.trigger()
    assert answers.asked == ["先保存再认证"]
    assert page.findChildren(CertifyDialog) == []
    answers.yes = True
    certify.trigger()
    (dialog,) = page.findChildren(CertifyDialog)
    assert not page.workbook.dirty
    assert (small / "scenario.yaml").read_text(encoding="utf-8").startswith("# 一")
    assert dialog._bundle == load_scenario(small).bundle


def test_a_draft_with_errors_is_neither_certified_nor_packed(page, answers):
    """Both say that the errors must go first."""
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "titel: 坏\n")])
    page.tools.certify()
    assert "先改掉错误" in page.state.text()
    assert page.findChildren(CertifyDialog) == []
    page.tools.pack()
    assert "处错误" in answers.said[-1][1]


def test_the_draft_is_packed_as_it_stands(page, small, answers, monkeypatch, tmp_path):
    """What is not saved yet goes along; the files on the disk stay as they are."""
    target = tmp_path / "draft.zip"
    monkeypatch.setattr(answers, "save_file", lambda _p, _t, _f, _n, done: done(target), raising=False)
    before = (small / "scenario.yaml").read_bytes()
    page.tools.menu.actions()[1].trigger()
    assert "first-order" in answers.said[-1][1], "a copy under the shipped id could not be installed"
    assert page.workbook.apply(set_value(page.workbook.texts(), "id", "ours"))
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 一\n")])
    page.tools.menu.actions()[1].trigger()
    assert preview(target).checked.bundle["scenario.yaml"].startswith("# 一")
    assert (small / "scenario.yaml").read_bytes() == before
    assert "draft.zip" in page.state.text()
    assert_named(page)
