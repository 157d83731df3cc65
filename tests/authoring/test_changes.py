"""What changed between two versions: told by item and key, whatever happened to the lines."""

from __future__ import annotations

from game.authoring.changes import changes
from game.authoring.draft_tree import draft_tree
from game.authoring.patches import delete, duplicate, set_value, together
from game.authoring.stretches import apply
from game.authoring.turn_keys import turn
from game.resources import scenario_dir
from game.scenario.files import read_path


def found(old: dict[str, str], new: dict[str, str]):
    return changes(draft_tree(old), draft_tree(new))


def bundle() -> dict[str, str]:
    return dict(read_path(scenario_dir("hundred-days")).bundle)


def test_each_edit_is_one_change_with_its_place():
    """A number, a new key, an item gone, one copied: told apart, with the way there and the line in the newer text."""
    old = bundle()
    new = apply(
        old,
        together(
            old,
            lambda now: set_value(now, "injects[subsidy-unpaid].escalate.after", 28),
            lambda now: set_value(now, "injects[tap-video].trap", "急"),
            lambda now: delete(now, "injects[home-teaching]"),
            lambda now: duplicate(now, "injects[tap-video]", "tap-two"),
            lambda now: delete(now, "campaigns[hundred-days].phases[screen].exit"),
        ),
    )
    seen = {(c.kind, *c.keys): c for c in found(old, new)}
    assert set(seen) == {
        ("changed", "injects", "[subsidy-unpaid]", "escalate", "after"),
        ("added", "injects", "[tap-video]", "trap") if "trap" not in _inject(old, "tap-video")
        else ("changed", "injects", "[tap-video]", "trap"),
        ("removed", "injects", "[home-teaching]"),
        ("added", "injects", "[tap-two]"),
        ("removed", "campaigns", "[hundred-days]", "phases", "[screen]", "exit"),
    }  # fmt: skip
    one = seen["changed", "injects", "[subsidy-unpaid]", "escalate", "after"]
    assert (one.old, one.new, one.titles) == (21, 28, ("房修好了，钱没到",))
    file, line, column = one.place
    assert new[file].split("\n")[line - 1][column - 1 :] == "28"
    gone = seen["removed", "campaigns", "[hundred-days]", "phases", "[screen]", "exit"]
    assert gone.titles == ("百日攻坚", "拉网排查")


def _inject(texts: dict[str, str], ident: str) -> dict[str, object]:
    return next(one for one in draft_tree(texts).root.plain()["injects"] if one["id"] == ident)


def test_comments_layout_and_the_language_of_keys_are_no_change():
    """The same scenario in Chinese keys, with a comment and blank lines more, says the same."""
    old = bundle()
    new = old | dict(turn(old, "zh").bundle)
    new["scenario.yaml"] = "# 注\n\n" + new["scenario.yaml"]
    assert found(old, new) == ()


def test_another_order_is_said_once():
    """Items that only changed places are one change, not many."""
    old = {"scenario.yaml": "seats:\n  - {id: a, name: 甲}\n  - {id: b, name: 乙}\n"}
    new = {"scenario.yaml": "seats:\n  - {id: b, name: 乙}\n  - {id: a, name: 甲}\n"}
    (one,) = found(old, new)
    assert (one.kind, one.old, one.new) == ("order", ["a", "b"], ["b", "a"])
