"""A rich view made by hand: every screen has something to show, nothing needs a running session."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from game.exercise.entities import (
    CampaignState,
    Cause,
    Contract,
    Fund,
    Inject,
    Message,
    Order,
    Organ,
    Partner,
    Problem,
    Programme,
    Seat,
    Slip,
    Step,
    Visit,
)
from game.exercise.views.shape import (
    FigureView,
    GuideView,
    InjectView,
    OptionView,
    PhaseView,
    PlaceView,
    ReportLine,
    SetupView,
    TaskView,
    TodoView,
    TownshipView,
    TurnReport,
    View,
    VillageView,
)

TODAY = 28
TOWNSHIPS = (
    ("qingshan", "青杉乡"), ("yunling", "云岭镇"), ("shihe", "石禾乡"),
    ("baiyan", "白岩乡"), ("shuangxi", "双溪镇"), ("huangping", "荒坪乡"),
)  # fmt: skip
_FIRST = "上中下前后东西南北新大小石水云松"
_LAST = ("坝", "寨", "坪", "沟", "岩", "井", "塘", "岭", "湾", "冲")


def _corner(column: int, row: int) -> tuple[int, int]:
    x = 90 + column * 273 + round(36 * math.sin(column * 2.1 + row * 1.7))
    y = 130 + row * 370 + round(46 * math.sin(column * 1.3 + row * 2.9 + 0.6))
    return x, y


def _edge(one: tuple[int, int], other: tuple[int, int], seed: float) -> list[tuple[int, int]]:
    """A bent border that both neighbours share point for point."""
    points = []
    for step in range(8):
        t = step / 8
        bend = math.sin(t * math.pi) * 16 * math.sin(t * 9 + seed)
        dx, dy = other[0] - one[0], other[1] - one[1]
        length = math.hypot(dx, dy)
        points.append((round(one[0] + dx * t - dy / length * bend), round(one[1] + dy * t + dx / length * bend)))
    return points


def _outline(column: int, row: int) -> tuple[tuple[int, int], ...]:
    a, b, c, d = _corner(column, row), _corner(column + 1, row), _corner(column + 1, row + 1), _corner(column, row + 1)
    top = _edge(a, b, column + row * 7)
    right = _edge(b, c, (column + 1) * 3 + row + 20)
    bottom = [*_edge(d, c, column + (row + 1) * 7)[1:], c][::-1]
    left = [*_edge(a, d, column * 3 + row + 20)[1:], d][::-1]
    return (*top, *right, *bottom, *left)


def _places() -> tuple[tuple[TownshipView, ...], tuple[VillageView, ...]]:
    townships, villages = [], []
    for number, (key, name) in enumerate(TOWNSHIPS):
        column, row = number % 3, number // 3
        corners = [_corner(column + i, row + j) for j in (0, 1) for i in (0, 1)]
        for k in range(16):
            u, v = (
                (k % 4 + 0.6 + 0.16 * math.sin(k * 5 + number)) / 4.2,
                (k // 4 + 0.55 + 0.2 * math.cos(k * 3 + number)) / 4.2,
            )
            x = (corners[0][0] * (1 - u) + corners[1][0] * u) * (1 - v) + (
                corners[2][0] * (1 - u) + corners[3][0] * u
            ) * v
            y = (corners[0][1] * (1 - u) + corners[1][1] * u) * (1 - v) + (
                corners[2][1] * (1 - u) + corners[3][1] * u
            ) * v
            water = (k * 7 + number * 5) % 23
            seen = 21 if (k + number) % 5 == 0 else -1
            villages.append(
                VillageView(
                    id=f"{key}-{k + 1:02d}", name=_FIRST[k] + _LAST[(k + number * 3) % 10] + "村", township=key,
                    x=round(x), y=round(y), poor=k % 3 != 0, persons=1200 + k * 83, incidence_bp=180 + (k * 97 + number * 211) % 900,
                    gaps=(0, water, (k * 3) % 9, k % 4, (k * 5) % 7, k % 3, (k * 11) % 31), approval=930 - (k * 13 + number * 7) % 120,
                    problems=(k * 3 + number) % 4, overdue=1 if (k + number) % 7 == 0 else 0, as_of=21 if k % 2 else 14,
                    seen_day=seen, seen_gaps=(0, water + 9, k % 5, 1, 2, 0, 12) if seen >= 0 else (),
                    contract="c1" if key == "qingshan" and k < 5 else "",
                )
            )  # fmt: skip
        townships.append(
            TownshipView(
                id=key, name=name, zone="north", outline=_outline(column, row), persons=31200 + number * 1800,
                incidence_bp=310 + number * 95, gaps=(12, 140 - number * 9, 66, 21, 40, 18, 260), approval=905 - number * 8,
                problems=9 + number * 3, overdue=number % 4, pressure=420 + number * 70, load=780 + number * 95,
                fatigue=260 + number * 60, friction=480 - number * 30, visited=(number * 170) % 700, as_of=21,
                commander="周明远" if number != 4 else "",
            )
        )  # fmt: skip
    return tuple(townships), tuple(villages)


def _seats() -> tuple[Seat, ...]:
    every = ("organise", "order", "contract", "supervise", "mobilise", "fund", "talk")
    return (
        Seat("hq-director", "hq_director", "总攻办主任", "county", every, "human", attention=9, attention_turn=14, gave={"issue_order": 3}),
        Seat("secretary", "secretary", "县委书记", "county", every, "bot"),
        Seat("north-commander", "zone_commander", "北部战区指挥长", "zone:north", ("order", "contract", "supervise", "talk"), "bot"),
        Seat("water-chief", "bureau_chief", "水利局局长", "bureau:water", ("order", "fund", "talk"), "bot"),
        Seat("squad-leader", "squad_leader", "督战队长", "squad:qingshan", ("supervise", "talk"), "bot"),
        Seat("first-secretary", "first_secretary", "驻村第一书记", "village:qingshan-03", ("mobilise", "talk"), "bot"),
    )  # fmt: skip


def _organs() -> tuple[Organ, ...]:
    rows = [
        Organ(f"township:{key}", "township", name + "党委政府", key, staff=44, pressure=420 + n * 70, load=820 + n * 90,
              fatigue=300 + n * 50, hours_field=600, hours_forms=510 + n * 30, hours_meetings=180, hours_received=120)
        for n, (key, name) in enumerate(TOWNSHIPS)
    ]  # fmt: skip
    rows += [Organ(f"squad:{key}", "squad", name + "督战分队", key, staff=6) for key, name in TOWNSHIPS]
    for key, name, staff in (
        ("water", "水利局", 30), ("finance", "财政局", 32), ("education", "教育局", 40), ("civil", "民政局", 26),
        ("health", "卫健局", 34), ("insurance", "医保局", 20), ("housing", "住建局", 28), ("transport", "交通局", 28),
        ("agriculture", "农业农村局", 44), ("labour", "人社局", 26), ("resettlement", "移民局", 20),
        ("publicity", "宣传部", 18), ("discipline", "纪委监委", 30), ("organisation", "组织部", 20), ("poverty", "扶贫办", 16),
    ):  # fmt: skip
        rows.append(
            Organ(f"bureau:{key}", "bureau", name, staff=staff, load=640, lead_for=("water",) if key == "water" else ())
        )
    rows += [
        Organ("leading-group", "hq", "脱贫攻坚领导小组", leader="secretary", staff=2),
        Organ("front-hq", "hq", "脱贫攻坚前线指挥部", leader="secretary", staff=8),
        Organ("hq", "hq", "总攻前线指挥部（总攻办）", leader="hq-director", staff=16, seconded=16),
        Organ("zone:north", "zone", "北部战区指挥部", "north", leader="north-commander", staff=5, seconded=5),
        Organ("post:qingshan", "post", "青杉乡指挥所", "qingshan", staff=3, ready_day=35),
    ]
    return tuple(rows)


def _setups() -> tuple[SetupView, ...]:
    rows = [
        SetupView("leading-group", "脱贫攻坚领导小组", "hq", 2, 1, 40, True, (), True),
        SetupView("hq", "总攻前线指挥部（总攻办）", "hq", 16, 2, 120, True, ("leading-group",), True),
        SetupView("group-water", "饮水安全组", "group", 4, 1, 10, False, ("hq",), True),
        SetupView("group-housing", "住房安全组", "group", 4, 1, 10, False, ("hq",), True),
        SetupView("zone:north", "北部战区指挥部", "zone", 5, 1, 60, True, ("front-hq",), True),
        SetupView("taskforce:water", "饮水专班", "taskforce", 4, 1, 100, False, (), True),
        SetupView("paired-assistance", "对口帮扶工作领导小组", "hq", 3, 1, 20, False, (), True),
    ]
    for key, name in TOWNSHIPS:
        rows.append(SetupView(f"post:{key}", name + "指挥所", "post", 3, 1, 60, key == "qingshan", (), True))
        rows.append(
            SetupView(f"warrooms:{key}", name + "村级作战室", "warrooms", 6, 1, 50, False, ("post",), key == "qingshan")
        )
    return tuple(rows)


def _tasks() -> tuple[TaskView, ...]:
    return (
        TaskView(
            "water_supply",
            "供水抢修与水源调度",
            "户",
            "water",
            5,
            2,
            3700,
            60,
            ("bureau:water",),
            ("water", "disaster"),
        ),
        TaskView("water_upkeep", "供水管护与水费议定", "村", "water", 30, 6, 2000, 4, ("bureau:water",), ("water",)),
        TaskView(
            "house_repair", "危房改造", "户", "housing", 12, 4, 21000, 12, ("bureau:housing",), ("housing", "disaster")
        ),
        TaskView("school_return", "劝返复学", "人", "education", 8, 2, 300, 20, ("bureau:education",), ("education",)),
        TaskView("clinic", "村卫生室达标", "村", "medical", 40, 20, 60000, 3, ("bureau:health",), ("medical",)),
        TaskView(
            "verify_households", "入户核实与动态管理", "户", "", 2, 0, 0, 150, ("bureau:poverty",), ("identification",)
        ),
    )


def _orders() -> tuple[Order, ...]:
    steps = (Step(14, 31, "issue", "hq-director"), Step(15, 33, "receive", "township:qingshan"))
    return (
        Order("o1", 1, "hq-director", ("township:qingshan", "bureau:water"), "bureau:water", "township:qingshan", "water_supply",
              120, 42, 14, money=44_400_000, fund="special", hours=40, evidence="household_check", text="十月底前水到户、人签字。",
              clarity=920, problem="q-dry-wells", state="executing", reported=66, spent=20_000_000, spent_hours=410, steps=steps),
        Order("o2", 2, "hq-director", ("township:yunling",), "", "township:yunling", "house_repair", 40, 35, 14, state="overdue",
              evidence="photos", clarity=640, reported=22, steps=steps),
        Order("o3", 3, "hq-director", ("township:shihe",), "", "village:shihe-04", "school_return", 12, 30, 21, state="reported",
              evidence="ledger", clarity=880, reported=12, steps=steps),
        Order("o4", 4, "secretary", ("township:baiyan", "township:shuangxi"), "", "county", "verify_households", 900, 56, 21,
              state="received", clarity=450, steps=steps[:1]),
        Order("o5", 5, "hq-director", ("bureau:health",), "", "township:huangping", "clinic", 3, 20, 0, state="accepted", closed=21,
              clarity=900, reported=3, steps=steps),
    )  # fmt: skip


def _problems() -> tuple[Problem, ...]:
    def one(key: str, title: str, domain: str, place: str, state: str, **more: Any) -> Problem:
        return Problem(key, domain, "iW1", title, place, place.rpartition("-")[0], more.pop("severity", 2),
                       more.pop("households", 34), more.pop("opened", 9), more.pop("source", "visit"), state=state, **more)  # fmt: skip

    return (
        one("q-dry-wells", "上坝村三口水井断流", "water", "qingshan-01", "rectifying", severity=3, households=66, owner="township:qingshan",
            person="north-commander", deadline=35, measure="打井并接管网", progress=550, slips=1, source="inject", inject="dry-wells"),
        one("q-a81f02cd", "危房台账与实际不符", "housing", "yunling-05", "found", households=18),
        one("q-77b0e14a", "三名适龄儿童辍学务工", "education", "shihe-04", "claimed", households=3, owner="township:shihe", deadline=30, progress=1000),
        one("q-10cc94d1", "安置点水电费拖欠引发矛盾", "relocation", "yunling-02", "overdue", severity=3, households=92, owner="bureau:resettlement",
            deadline=21, progress=300, rung=2),
        one("q-5e20bb07", "公益岗位重复领取补贴", "jobs", "baiyan-07", "verified", households=5, owner="bureau:labour", deadline=28, progress=1000,
            verified_by="squad:baiyan", depth=2),
        one("q-c3d4e5f6", "医保代缴未到账", "medical", "shuangxi-11", "assigned", households=41, owner="bureau:insurance", deadline=40),
        one("q-0badcafe", "合作社分红一年未兑现", "industry", "huangping-09", "rebounded", households=60, owner="bureau:agriculture", deadline=24,
            rebounds=1),
        one("q-98761234", "表册一周内重复报送四次", "burden", "qingshan-08", "closed", households=0, owner="hq", deadline=20, closed=19),
    )  # fmt: skip


def _inbox() -> tuple[InjectView, ...]:
    text = (
        "青杉乡上坝村、中寨村自**九月上旬**起无有效降雨，三口水井先后断流，"
        "群众到四公里外拉水。乡里已送水两次，**每户每天不足三十升**。\n\n"
        "- 涉及 66 户 271 人，其中监测户 9 户；\n- 村小学食堂停伙两天；\n- 乡里请求县里明确供水牵头单位。\n\n请于三日内答复处置意见。"
    )
    rows = (
        Inject("dry-wells", "delivered", "青杉乡两村水井断流的紧急报告", "report", "water", "青杉乡党委政府", text, ("hq-director",),
               "qingshan-01", "qingshan", 21, 28, 31, "q-dry-wells"),
        Inject("quota-push", "acknowledged", "关于加快危房改造进度的通报", "circular", "housing", "市脱贫攻坚指挥部",
               "各县（区）:\n\n近期调度发现，部分县**进度排名靠后**。请于本月底前**全部开工**，并每日报送进度表。", ("hq-director", "secretary"),
               "", "", 21, 25, 30, acknowledged=("hq-director",)),
        Inject("parent-call", "delivered", "家长来电：孩子不想回校", "call", "education", "石禾乡村民 李某",
               "我家老二在外头打工，学校老师来了三趟。他不愿意回，家里也缺钱，你们说怎么办？", ("hq-director",), "shihe-04", "shihe", 26, 27, -1),
        Inject("cadre-chat", "delivered", "工作群里的抱怨", "chat", "burden", "乡镇扶贫站长群",
               "今天又是四张表，口径还不一样。\n\n白天开会晚上填表，什么时候下村？", ("hq-director",), "", "", 24, 26, -1),
        Inject("news-story", "acknowledged", "《辣椒丰收却难卖》", "news", "industry", "省农村报", "记者在荒坪乡看到，成堆的辣椒摆在路边……",
               ("hq-director",), "", "huangping", 20, 22, -1, acknowledged=("hq-director",)),
        Inject("petition-1", "resolved", "关于分红未兑现的联名信", "petition", "industry", "荒坪乡六十户村民", "我们入股一年多，一分钱没见到。",
               ("hq-director",), "huangping-09", "huangping", 10, 12, 20, choice="meet", chosen_by="hq-director"),
        Inject("notice-eval", "delivered", "省级第三方评估工作预通知", "notice", "public", "省扶贫开发领导小组办公室",
               "评估组拟于十二月中旬进驻，随机抽取 24 至 26 个村。", ("hq-director",), "", "", 27, 28, -1),
        Inject("slip-up", "delivered", "督战提示单：安置点物业矛盾", "slip", "relocation", "省市县联合督战队",
               "云岭安置点反映强烈，整改已超期，请说明原因。", ("hq-director",), "", "yunling", 27, 28, 35, "q-10cc94d1"),
    )  # fmt: skip
    choices = (
        OptionView("taskforce", "由水利局牵头成立饮水专班，三天内接通应急管网", 2, 60_000_000, True),
        OptionView("trucks", "先由乡里继续送水，县里补助油料，等雨季过后再打井", 1, 12_000_000, True),
        OptionView("report-up", "向市里申请抗旱专款，款到再动工", 1, 0, False),
    )
    return tuple(
        InjectView(r, choices if r.id == "dry-wells" else (), r.reply_by - TODAY if r.reply_by >= 0 else -1, True)
        for r in rows
    )


def _figures() -> dict[str, FigureView]:
    def one(key: str, unit: str, good: int, values: tuple[int, ...], target: int | None = None) -> FigureView:
        course = tuple((7 * n, v) for n, v in enumerate(values))
        return FigureView(key, values[-1], unit, good, 21, course, target)

    return {
        f.id: f
        for f in (
            one("incidence_recorded_bp", "bp", -1, (486, 471, 455, 440, 431), 300),
            one("approval", "bp", 1, (8910, 8920, 8905, 8860, 8874), 9000),
            one("problems_open", "count", -1, (4, 7, 13, 19, 17)),
            one("problems_overdue", "count", -1, (0, 0, 1, 2, 3)),
            one("grassroots_hours", "hours", -1, (7200, 7600, 8100, 9050, 8800)),
            one("fatigue", "permille", -1, (240, 260, 301, 344, 352)),
            one("pressure", "permille", 0, (300, 420, 520, 560, 540)),
            one("friction", "permille", -1, (520, 500, 455, 430, 410)),
            one("load", "permille", -1, (860, 930, 1010, 1120, 1080)),
            one("funds_left", "fen", 0, (400_000_000, 380_000_000, 352_000_000, 320_000_000, 300_000_000)),
        )
    }


def rich_view(**changes: Any) -> View:
    """Return a view of the fifth week of a hundred-day campaign as the HQ director sees it."""
    townships, villages = _places()
    seats = _seats()
    phases = (
        PhaseView(
            "mobilise",
            "动员部署",
            "mobilisation",
            0,
            14,
            "past",
            ("organise", "talk", "fund"),
            "定目标、搭班子、配资源。",
        ),
        PhaseView("screen", "全面排查", "screening", 14, 14, "past", ("order", "supervise", "talk"), "逐户见底。"),
        PhaseView(
            "assault",
            "集中攻坚",
            "assault",
            28,
            42,
            "now",
            ("order", "contract", "supervise", "mobilise", "fund", "talk"),
            "缺什么补什么。",
        ),
        PhaseView("verify", "督战核查", "verification", 70, 21, "next", ("supervise", "order", "talk"), "看真不看账。"),
        PhaseView("consolidate", "总结巩固", "consolidation", 91, 14, "next", ("fund", "talk"), "防反弹。"),
    )
    todo = (
        TodoView("decide", "dry-wells", "青杉乡两村水井断流的紧急报告", 31, "harm.undecided", 2),
        TodoView("order_overdue", "o2", "危房改造", 35, "harm.order_overdue", 3),
        TodoView("order_reported", "o3", "劝返复学", -1, "harm.order_reported", 1),
        TodoView("problem_claimed", "q-77b0e14a", "三名适龄儿童辍学务工", -1, "harm.problem_claimed", 1),
        TodoView("problem_found", "q-a81f02cd", "危房台账与实际不符", -1, "harm.problem_found", 1),
        TodoView("read", "parent-call", "家长来电：孩子不想回校", -1, "harm.unread", 1),
    )
    view = View(
        viewer="hq-director", scenario_id="hundred-days", scenario_title="百日攻坚：北部战区", scenario_summary="账面已经很好看，水龙头一滴水也没有。", day=TODAY, last_day=105, turn=4, turns=15,
        turn_days=7, date="2018-10-15", session="running",
        campaign=CampaignState("hundred", "assault", "assault", 28, 70, 2), campaign_name="百日攻坚大决战", slogan="尽锐出战，一户不落",
        phases=phases, priority="water", seat=seats[0],
        brief="你是县委副书记兼总攻办主任。县委书记把**百日攻坚**的调度交给你：六个乡镇、四万五千户。\n\n你手里有战令、包干和督战三样工具，每一样都要花基层的时间。",
        facts=("云岭镇上报的危房改造进度可能有水分，住建局长私下提醒过你。", "市里对排名靠后的县会在十一月中旬约谈。"),
        goals=(("g1", "期末群众认可度不低于 90%"), ("g2", "基层填表时间比期初下降两成")),
        powers=("order", "contract", "supervise", "mobilise", "fund", "talk"), seats=seats, figures=_figures(),
        zones=(("north", "北部战区"),), places=tuple(PlaceView(t.id, t.name, t.zone) for t in townships),
            townships=townships, villages=villages, organs=_organs(), setups=_setups(), orders=_orders(),
        contracts=(
            Contract("c1", "north-commander", "hq-director", "area", "township:qingshan", "青杉乡饮水、住房问题清零", hours=24,
                     money=3_000_000, fund="special", powers=("order",), start=14, end=70, state="performing", visits=2),
            Contract("c2", "bureau:housing", "hq-director", "task", "housing", "危房改造扫尾", start=21, end=60, state="offered"),
            Contract("c3", "first-secretary", "north-commander", "area", "village:shihe-04", "控辍保学", start=0, end=20, state="assessed", grade="b"),
        ),
        problems=_problems(),
        visits=(
            Visit("v1", "squad:qingshan", "squad-leader", "visit", "qingshan", ("qingshan-01", "qingshan-05"), 21, False, 10, 2,
                  state="findings", findings=("q-dry-wells",)),
            Visit("v2", "squad:yunling", "hq-director", "look_back", "yunling", ("yunling-02",), 33, False, 8, 3, problems=("q-10cc94d1",)),
        ),
        slips=(Slip("s1", "slip", 1, "township:qingshan", "hq-director", ("q-dry-wells",), 22, 29, "请于下周一前报整改进度。"),),
        inbox=_inbox(),
        messages=(
            Message("m1", "secretary", ("hq-director",), 26, "水的事先稳住，周五前我要听方案。"),
            Message("m2", "hq-director", ("water-chief",), 26, "上坝村管网还差多少？今天给我个数。"),
            Message("m3", "water-chief", ("hq-director",), 27, "差 2.3 公里，管材够，缺开挖的人手。"),
            Message("m4", "instructor", ("hq-director",), 28, "第五周开始。请各席位先读收文再下令。", "broadcast"),
        ),
        programmes=(
            Programme("p1", "water_supply", "water", "township:qingshan", "bureau:water", "hq-director", "special", 120_000_000, 46_000_000,
                      180, 14, 8, reported=60),
            Programme("p2", "pepper", "livelihood", "township:huangping", "bureau:agriculture", "hq-director", "special", 80_000_000,
                      80_000_000, 300, 0, 6, reported=300, state="finished"),
        ),
        partners=(
            Partner("paired-city", "对口帮扶城市", "city", "engaged", 620, 300, money_cap=500_000_000, money_promised=200_000_000,
                    money_paid=80_000_000, jobs_cap=900, jobs_promised=300, jobs_filled=120, domains=("industry", "jobs")),
            Partner("pepper-co", "黔椒食品公司", "company", "talking", 480, money_cap=90_000_000, jobs_cap=120, domains=("industry",)),
            Partner("federation", "县工商联", "federation", "apart", 400, domains=("industry", "jobs")),
        ),
        funds=(
            Fund("special", "脱贫攻坚专项资金", 420_000_000, 64_000_000, 120_000_000, idle_since=21),
            Fund("paired", "对口帮扶资金", 80_000_000, earmark=("industry", "jobs")),
        ),
        causes=(
            (4, Cause("fatigue", "township:yunling", 42, "load", "o2", "cause.overload", "K14", 27)),
            (4, Cause("incidence_recorded_bp", "county", -9, "order", "o1", "cause.order_done", "K27", 27)),
        ),
        tasks=_tasks(), todo=todo,
        report=TurnReport(4, (
            ReportLine("report.problems.find", {"title": "危房台账与实际不符"}, 90, -1, "q-a81f02cd"),
            ReportLine("report.orders.report", {"title": "劝返复学"}, 60, 1, "o3"),
            ReportLine("report.problems.claim", {"title": "三名适龄儿童辍学务工"}, 50, 0, "q-77b0e14a"),
        )),
        guide=None, evaluation=None, score=None, over=False,
    )  # fmt: skip
    return replace(view, **changes)


def guided(point: str = "inbox.list") -> GuideView:
    """Return a guide step that points at a widget."""
    return GuideView(
        1, 6, "read", "先读收文", "左边第一项是收文。打开最上面那份紧急报告，看清**谁、在哪、多少户、几天**。", point
    )
