"""What the help says of each screen: what it is for, how to read it, and what goes wrong there."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui import glossary, help_keys
from game.ui.i18n import translate

START, TERMS, KEYS = "start", "terms", "keys"


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the help."""

    id: str
    title: str
    text: str
    """Markdown."""


def topics(lang: str) -> tuple[Topic, ...]:
    """Return the pages in the window's language: the course of a turn, the screens, the words, the keys."""
    return (
        Topic(START, translate("Help", "怎么推演"), _start()),
        *_before(),
        *_desks(),
        Topic("review", translate("Help", "复盘"), _review()),
        Topic("editor", translate("Help", "编辑场景"), _editor()),
        Topic(TERMS, translate("Help", "名词"), terms_text(lang)),
        Topic(KEYS, translate("Help", "快捷键"), help_keys.written()),
    )


def terms_text(lang: str, wanted: str = "") -> str:
    """Return the glossary as Markdown, or those terms that hold the words wanted."""
    words = wanted.casefold().split()
    shown = [
        f"**{term.word(lang)}**  \n{term.text(lang)}"
        for term in glossary.terms()
        if all(word in f"{term.word(lang)} {' '.join(term.also)} {term.text(lang)}".casefold() for word in words)
    ]
    return "\n\n".join(shown) or translate("Help", "没有这个名词。")


def _start() -> str:
    return translate(
        "Help",
        "### 一个回合\n\n"
        "1. **读**：先看右上角“待办”和收文，弄清谁、在哪、多少户、几天。\n"
        "2. **派**：写一道能量得出的战令，或者把一片、一项包给一个人。\n"
        "3. **看**：派人到现场去看。报上来的是记录，看到的才是真。\n"
        "4. **核**：申请销号的先核查，核过再销号，过一阵回头看。\n"
        "5. **结束本回合**：县里过完这几天，回来看简报，再问“为什么”。\n\n"
        "### 心里要有数\n\n"
        "- 每道令、每次会、每张表、每次检查都占基层工时。派得越多，做成的不一定越多。\n"
        "- 牵头不清、数量含糊、要求的证据太弱，账上会好看，地上没变。\n"
        "- 精力每回合恢复一次，用不完不结转。\n"
        "- 每一步都自动存盘，随时可以关掉，下次从“继续上次推演”接着来。\n\n"
        "不懂的词，把鼠标停在上面就有解释；也可以按 Ctrl+K 查。",
    )


def _before() -> tuple[Topic, ...]:
    return (
        Topic(
            "home",
            translate("Help", "主页"),
            translate(
                "Help",
                "左边接着上次的推演；中间选场景；右边看它练什么、选席位，点“进入推演”。\n\n"
                "- 第一次用，选标着“入门”的一场：十几分钟，一步一步有人带。\n"
                "- 没人坐的席位由电脑扮演。\n"
                "- 同一个随机种子，开局的县一模一样，方便几组人比较。",
            ),
        ),
        Topic(
            "briefing",
            translate("Help", "任务书"),
            translate(
                "Help",
                "开局前读一遍：这一场讲什么、你是谁、目标是什么、手里有多少钱和精力、分几个阶段。\n\n"
                "- “只有你知道”的事别人看不到，用不用、什么时候说，由你定。\n"
                "- 县情是报上来的数字，不等于真实情况。",
            ),
        ),
    )


def _desks() -> tuple[Topic, ...]:
    return (
        Topic(
            "inbox",
            translate("Help", "收文"),
            translate(
                "Help",
                "送到你案头的文件和消息。圆点是没读的，带日期的要在那天以前办。\n\n"
                "- 读到最后一句：村名、户数、期限，写战令都用得上。\n"
                "- 有选项的文件要拿主意：每项写着要花什么、什么条件下能选。\n"
                "- “据此下战令”会把问题和地方替你填好。",
            ),
        ),
        Topic(
            "map",
            translate("Help", "地图"),
            translate(
                "Help",
                "颜色深浅是所选图层的数字，菱形是贫困村，三角是有超期问题的地方。\n\n"
                "- 点一个地方，右边是它的账面数、亲眼见过的数，和能办的事。点战区的名称，看全战区的合计。\n"
                "- “列表”里同样的内容：各战区和它的乡镇，再是村，最差的排在最前。点列头换着排，点第三下回来。\n"
                "- 看“数据截至”：旧数字上做不出新决定。",
            ),
        ),
        Topic(
            "order",
            translate("Help", "战令"),
            translate(
                "Help",
                "左边是在办的令，中间拟一道新的，右边先算一遍：清不清楚、工时够不够、要花什么。\n\n"
                "- 先选针对的问题，别的多半会自动填好。\n"
                "- 证据要求越弱，下面越容易拿台账交差。\n"
                "- 黄色的提醒不拦你签发，但说的都会发生。",
            ),
        ),
        Topic(
            "contract",
            translate("Help", "包干"),
            translate(
                "Help",
                "把一片地方或一个领域交给人，连同工时、资金和权限。\n\n"
                "- 先看上面没人包的地方和领域。\n"
                "- 只压责任不给手段，到期考评时多半只有好看的账。\n"
                "- 包出去以后仍要派督战去看。",
            ),
        ),
        Topic(
            "supervision",
            translate("Help", "督战"),
            translate(
                "Help",
                "问题台账和到现场的检查。每个问题走同一条路：发现、登记交办、整改、核查、销号、回头看。\n\n"
                "- “待我办”只列要你动手的；选一行，右边高亮的按钮就是下一步。\n"
                "- “申请销号”的百分之百是报上来的。到现场核，才认得出纸面整改，再“退回整改”。\n"
                "- 选中几行点“提示单”就发出一张；“提示单”一面里可以打印，也可以存为 PDF。\n"
                "- 查得太密，基层的工时都去迎检了。",
            ),
        ),
        Topic(
            "organisation",
            translate("Help", "组织"),
            translate(
                "Help",
                "县里的班子怎么搭。实线是在运转的，斜纹是筹建中的，虚线是还可以设立的。\n\n"
                "- 设一个指挥部或专班，摩擦会降；抽来的人，原单位就少了。\n"
                "- “上传下达”看令走到了哪里、报告是几天前的；连线越粗，摩擦越大。\n"
                "- 点卡片定负责人、抽人、定牵头；“全县安排”里开调度会、宣布头等大事、精简报表。",
            ),
        ),
        Topic(
            "partners",
            translate("Help", "伙伴"),
            translate(
                "Help",
                "县外的帮扶城市、企业和社会组织。\n\n"
                "- 接洽要花精力，谈成了带来钱、人和订单。\n"
                "- 没人对接就会散。农户分不分得到，要看利益联结。",
            ),
        ),
        Topic(
            "programmes",
            translate("Help", "项目"),
            translate(
                "Help",
                "花钱补缺口：先看缺什么，再定在哪里、办多少、用哪笔钱。\n\n"
                "- 每笔资金一条：花了的、为在建项目预留的、还剩的；专款只能办它管的事，闲置的会标出来。\n"
                "- “拨钱、调钱、停建”在另一面：拨到单位账上的钱，下面不用再层层请示。\n"
                "- 开了工的项目占着钱，建成才算数。",
            ),
        ),
        Topic(
            "figures",
            translate("Help", "数字"),
            translate(
                "Help",
                "每个数字现在多少、往哪走、离目标多远。选一行，右边回答“为什么”。\n\n"
                "- 原因按大小排，往坏和往好的分开；箭头带你去看来处。\n"
                "- 三角朝上朝下是升降，后面的“向好”“变差”才是好坏。\n"
                "- 没有账面来处的变化，要到复盘才看得见。",
            ),
        ),
        Topic(
            "report",
            translate("Help", "简报"),
            translate(
                "Help",
                "一回合下来最要紧的三件事、动了的数字、接下来等着你的事。\n\n"
                "- 从上往下读，每条都能点过去。\n"
                "- 平静的一回合也可能是没人去看。",
            ),
        ),
    )


def _review() -> str:
    return translate(
        "Help",
        "推演结束后看真实的情况。\n\n"
        "- **得分与依据**：每一条都写着依据，点一下就到那几件事。\n"
        "- **地图与回放**：拖动回合，地图和数字一起走；每一层可以换着看账面、真实和差距；"
        "点一个地方，旁边列出那里的两本账和账面上看不见的问题。\n"
        "- **账面与真实**：报上来的线与真实的线。\n"
        "- **时间线**：每条指令、谁下的、后来怎样；可以导出报告带走。\n\n"
        "教员不用等到结束：主页的“教员看盘”打开任何一个推演文件，同样能看地图、两条线和时间线，只是没有得分。只看，不改。",
    )


def _editor() -> str:
    steps = translate(
        "Help",
        "自己写一场推演，照这个次序做。左边是提纲，点哪里就到哪里。\n\n"
        "1. **新建**：在主页点“新建场景”，写标题，选一份开头。自带的场景点“做个副本来编辑”，原来的不动。\n"
        "2. **改标题和席位**：在“表单”里选“这场推演”改标题和简介，选席位改它的说明；“正文”里是同样的内容。\n"
        "3. **加情况**：“加一条情况…”（Ctrl+I）有一百二十二种常见问题，选好给谁、何时，连同病根和期望一起写进来。"
        "在“表单”里一格一格地改。已经有 Excel 清单的，用“工具”里的“导入事件清单…”。\n"
        "4. **看**：“时间轴”看哪个席位哪天来什么，拖动可以换回合；“分支图”看选了以后引到哪里，到不了的标红；"
        "“阶段图”看各阶段怎样接；“统计”看每个席位要读多少字；“改动”看上次保存以后改了什么。\n"
        "5. **试**：按 F5 用现在的文字开一场，旁边的小按钮选坐哪个席位，出来就回到编辑器。"
        "按 Ctrl+R 只试光标处的那条情况：电脑先推演到那天，看每个席位桌上有什么、每个选项引到哪里。\n"
        "6. **存**：按 Ctrl+S 才写进场景的文件。没保存的改动每隔片刻自动留存一版，关掉也不会丢；"
        "每一版都在“历史”里，可以比较和取回。\n"
        "7. **认证和打包**：“工具”里的“认证…”让电脑推演许多场，看过不过关、还差什么；“打包…”做成一个文件发给别人。",
    )
    writing = translate(
        "Help",
        "### 写的时候\n\n"
        "- 停笔片刻就检查一遍：红色波浪线是**错误**，橙色虚线是**警告**，点线是**建议**。有错误不能试，先改错误。\n"
        "- 有现成改法的，点“改正”或按 Alt+回车；笔误可以“改正全部有把握的”。改错了按 Ctrl+Z。\n"
        "- 不知道写什么，按 Ctrl+空格，每一条后面写着它的意思。\n"
        "- 编号按 F2 全部改名，按 F12 到定义处；写了还没有的编号，点“新建所缺”。",
    )
    tables = translate(
        "Help",
        "### 表格\n\n"
        "- “导入事件清单…”先列出每一行和它的问题，列认错了在左边改；点“导入”才进正文，可以撤销。\n"
        "- 同一处可以下载一份空白的事件清单：表头、两行示例和每列怎么填都有，填好再导入。\n"
        "- “导出事件清单…”把情况写成 Excel，改好可以再导入；清单装不下的内容会说明。\n"
        "- “导入县情…”用乡镇边界和村表做成场景自己的县。",
    )
    return f"{steps}\n\n{writing}\n\n{tables}"
