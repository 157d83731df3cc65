"""Desks die when they are closed: nothing connected to the bridge keeps them."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from uihelp import settle

from game.ui.desk.figures import FiguresDesk
from game.ui.desk.organisation import OrganisationDesk
from game.ui.desk.partners import PartnersDesk
from game.ui.desk.programmes import ProgrammesDesk
from game.ui.desk.report import ReportDesk


@pytest.mark.parametrize("cls", [FiguresDesk, OrganisationDesk, PartnersDesk, ProgrammesDesk, ReportDesk])
def test_a_closed_desk_is_gone(bridge, cls):
    """After it is deleted no desk is held by a slot, a column or a timer."""
    desk = cls(bridge)
    settle(desk)
    ghost = weakref.ref(desk)
    desk.deleteLater()
    del desk
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert ghost() is None
