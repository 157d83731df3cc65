"""A folder and a file are two ways to write the same scenario."""

import pytest

from game.scenario.files import Files, decode


def section(text: str, name: str) -> str:
    """Cut one top-level list out of the sample, outdented."""
    lines = text.split("\n")
    first = lines.index(f"{name}:") + 1
    last = next((n for n in range(first, len(lines)) if lines[n] and not lines[n].startswith(" ")), len(lines))
    return "\n".join(line[2:] for line in lines[first:last]) + "\n"


def without(text: str, *names: str) -> str:
    for name in names:
        body = "".join(f"  {line}\n" if line else "\n" for line in section(text, name).rstrip("\n").split("\n"))
        text = text.replace(f"{name}:\n{body}", "")
    return text


@pytest.fixture
def folder(small, tmp_path):
    """Write the sample as a folder: seats in a file, injects one to a file, a brief as Markdown."""
    root = tmp_path / "small"
    (root / "injects").mkdir(parents=True)
    (root / "briefs").mkdir()
    seats = section(small, "seats").replace("  brief: |-\n    你看现场。\n    先看再说。\n", "")
    first, second = section(small, "injects").split("- id: forms")
    write(root / "scenario.yaml", without(small, "seats", "injects"))
    write(root / "seats.yaml", seats)
    write(root / "briefs" / "squad.md", "你看现场。\n先看再说。\n")
    write(root / "injects" / "01.yaml", first)
    single = ("  id: forms" + second).split("\n")
    write(root / "injects" / "02.yaml", "\n".join(line[2:] for line in single) + "\n")
    return root


def write(path, text):
    path.write_text(text, encoding="utf-8", newline="\n")


def test_folder_and_file_give_the_same_scenario(folder, small, check, look):
    checked = look(folder)
    assert checked.findings == ()
    assert checked.scenario == check(small).scenario
    assert sorted(checked.bundle) == [
        "briefs/squad.md",
        "injects/01.yaml",
        "injects/02.yaml",
        "scenario.yaml",
        "seats.yaml",
    ]


def test_a_bundle_gives_what_its_folder_gave(folder, look, check):
    """A session file keeps the texts; checking them again gives the same scenario."""
    checked = look(folder)
    again = check(checked.bundle)
    assert again == checked


def test_the_main_file_stands_for_its_folder(folder, look):
    assert look(folder / "scenario.yaml").scenario == look(folder).scenario


def test_a_single_file_may_have_any_name(small, tmp_path, look, check):
    write(tmp_path / "云岭.yaml", small)
    checked = look(tmp_path / "云岭.yaml")
    assert checked.scenario is not None
    assert list(checked.bundle) == ["云岭.yaml"]
    assert check(checked.bundle).scenario == checked.scenario


def test_findings_name_the_file_and_the_line_in_it(folder, look):
    path = folder / "injects" / "02.yaml"
    write(path, path.read_text(encoding="utf-8").replace("objective: burden", "objective: burdn"))
    (finding,) = look(folder).findings
    assert (finding.code, finding.file) == ("TH301", "injects/02.yaml")
    assert "objective: burdn" in finding.excerpt


def test_a_brief_without_a_seat_and_a_brief_written_twice(folder, look):
    write(folder / "briefs" / "squat.md", "谁？")
    write(folder / "briefs" / "director.md", "又一份。")
    assert [(f.code, f.file) for f in look(folder).findings] == [("TH308", "briefs/squat.md"), ("TH218", "seats.yaml")]


def test_a_file_that_is_not_used_is_named(folder, look):
    write(folder / "inject.yaml", "[]\n")
    (finding,) = look(folder).findings
    assert (finding.code, finding.suggestion) == ("TH217", "injects")


def test_what_cannot_be_read_is_said(tmp_path, look):
    assert [f.code for f in look(tmp_path / "nowhere").findings] == ["TH128"]
    assert [f.code for f in look(tmp_path).findings] == ["TH130"]


def test_too_many_files_are_said(folder, look):
    for number in range(420):
        write(folder / "injects" / f"x{number}.yaml", "[]\n")
    assert "TH131" in [f.code for f in look(folder).findings]


def test_encodings(folder, small, look):
    """UTF-8 with a mark, UTF-16 with a mark and CRLF are read; GBK is read and said; noise is refused."""
    path = folder / "seats.yaml"
    text = path.read_text(encoding="utf-8")
    want = look(folder).scenario
    for data in (text.encode("utf-8-sig"), text.encode("utf-16"), text.replace("\n", "\r\n").encode()):
        path.write_bytes(data)
        assert look(folder).findings == ()
        assert look(folder).scenario == want
    path.write_bytes(text.encode("gbk"))
    assert [f.code for f in look(folder).findings] == ["TH107"]
    path.write_bytes(b"seats\xff\xfe\x80\x81 \x00\x01")
    assert [(f.code, f.file) for f in look(folder).findings] == [("TH108", "seats.yaml")]


def test_decoding_names_the_line_of_the_first_bad_byte():
    files = Files()
    decode("好\n坏".encode() + b"\xff\xff\n", "x.yaml", files)
    assert files.faults[0][1].line == 2


def test_an_unreadable_file_is_said(folder, monkeypatch, look):
    from pathlib import Path

    def refuse(*_: object, **__: object):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [f.code for f in look(folder).findings] == ["TH129"]
