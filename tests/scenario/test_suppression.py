"""A warning can be silenced by the author with a reason; an error cannot; a comment that silences nothing is named."""


def codes(checked):
    return [finding.code for finding in checked.findings]


def test_a_warning_is_silenced_with_a_reason(small, check):
    text = small.replace("weight: 60", "weight: 50")
    assert codes(check(text)) == ["TH508"]
    silenced = check(text.replace("rubric:", "# 忽略 TH508: 留十分给点评\nrubric:"))
    assert codes(silenced) == []
    assert silenced.scenario is not None


def test_a_reason_is_required(small, check):
    text = small.replace("weight: 60", "weight: 50").replace("rubric:", "# 忽略 TH508\nrubric:")
    assert codes(check(text)) == ["TH593"]


def test_an_error_cannot_be_silenced(small, check):
    text = small.replace("minutes: 30", "# 忽略 TH204: 我就要\nminutes: 3000")
    assert codes(check(text)) == ["TH592", "TH204"]


def test_two_comments_may_stand_over_one_line(small, check):
    text = small.replace("weight: 60", "weight: 50").replace(
        "rubric:", "# 忽略 TH509: 用不上\n# 忽略 TH508：留分\nrubric:"
    )
    assert codes(check(text)) == ["TH591"]


def test_a_text_that_looks_like_a_comment_is_text(small, check):
    text = small.replace("      你看现场。", "      # 忽略 TH508: 正文\n      你看现场。")
    assert codes(check(text)) == []


def test_a_comment_is_not_called_idle_while_errors_hide_what_it_silences(small, check):
    text = small.replace("level: starter", "# 忽略 TH505: 看以后\nlevel: starter")
    assert codes(check(text)) == ["TH591"]
    broken = text.replace("weight: 60", "weight: sixty")
    found = codes(check(broken))
    assert found
    assert "TH591" not in found
