"""What imports say, in English: every sentence of theirs is known, and the author's own words stay."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from game.authoring.note_phrases import in_english, phrases

AUTHORING = Path(__file__).resolve().parents[2] / "game" / "authoring"
SOURCES = (
    *(f"events/{name}.py" for name in ("bring", "columns", "read", "wording")),
    *(f"{name}.py" for name in ("grid", "reading", "geojson", "bring", "lay", "rows", "facts", "frame", "notes")),
)
HAN = re.compile("[\u4e00-\u9fff]")


def sentences() -> set[str]:
    """Return the whole sentences that stand in the sources, with {} for what is put in."""
    found = set()
    for name in SOURCES:
        tree = ast.parse((AUTHORING / name).read_text(encoding="utf-8"))
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                said = "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                said = node.value
            else:
                continue
            if said.endswith("。") and HAN.search(said):
                found.add(said)
    return found


def test_every_sentence_is_known():
    """Whatever an import can say has its English; sentences put together from parts are known whole."""
    joined = {"{}不是 GeoJSON 的 FeatureCollection。", "{}，不是一块面。", "{}，改由程序编号。", "{}。"}
    joined |= {"{}的位置不在{}之内，{}。"}
    assert sorted(sentences() - set(phrases()) - joined) == []


def test_both_have_the_same_holes():
    """English names each thing of the Chinese sentence once."""
    for zh, en in phrases().items():
        holes = zh.count("{}")
        assert sorted(re.findall(r"(?<!\{)\{(\d)\}", en)) == [str(n) for n in range(holes)], zh


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("户数“二百”不是整数。", 'Households: "二百" is no whole number.'),
        ("没有叫“乡镇”的席位。", 'There is no seat called "乡镇".'),
        ("工作表“村”F17", 'sheet "村" F17'),
        ("第3个要素（甲溪镇）", "feature 3 (甲溪镇)"),
        ("与第2个要素（乙坪乡）重叠。", "It overlaps with feature 2 (乙坪乡)."),
        ("形状是“Point”，不是一块面。", 'Its shape is "Point", not an area.'),
        ("编号“A1”不合格，改由程序编号。", '"A1" cannot be an id; the program makes one.'),
        ("甲一村的位置不在甲溪镇之内，落在乙坪乡。", "The place of 甲一村 is not in 甲溪镇 but in 乙坪乡."),
        ("经度是空的，另一个坐标却写了。", "Longitude is empty, but the other coordinate is there."),
        ("B5", "B5"),
        ("从来没有人说过的话。", "从来没有人说过的话。"),
    ],
)
def test_sentences_are_said_in_english(zh, en):
    """Words of the program are turned, words of the author's are not."""
    assert in_english(zh) == en
