<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>ActForm</name>
    <message>
        <source>精力{count}</source>
        <translation>Attention {count}</translation>
    </message>
    <message>
        <source>{what},{cost}</source>
        <translation>{what}, {cost}</translation>
    </message>
    <message>
        <source>还没有填全。</source>
        <translation>Not everything is filled in yet.</translation>
    </message>
    <message>
        <source>只能看</source>
        <translation>View only</translation>
    </message>
    <message>
        <source>不归本岗位</source>
        <translation>Not yours</translation>
    </message>
    <message>
        <source>本阶段不开放</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>精力不够</source>
        <translation>Low attention</translation>
    </message>
    <message>
        <source>！</source>
        <translation>! </translation>
    </message>
    <message>
        <source>，共{count}处</source>
        <translation> ({count} in all)</translation>
    </message>
    <message>
        <source>{figure}{change}{many}</source>
        <translation>{figure} {change}{many}</translation>
    </message>
    <message>
        <source>{what}（{change}）</source>
        <translation>{what} ({change})</translation>
    </message>
    <message>
        <source>用精力{count}，还剩{left}</source>
        <translation>Takes attention {count}, {left} left</translation>
    </message>
    <message>
        <source>用{fund}{money}，还剩{left}</source>
        <translation>Takes {money} from {fund}, {left} left</translation>
    </message>
    <message>
        <source>占{hours}</source>
        <translation>Takes {hours}</translation>
    </message>
    <message>
        <source>已办：{what}</source>
        <translation>Done: {what}</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <source>{what}（精力{count}）</source>
        <translation>{what} (attention {count})</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>加一条情况…</source>
        <translation>Add an inject…</translation>
    </message>
    <message>
        <source>从常见的问题里挑一条写进场景（Ctrl+I）</source>
        <translation>Choose a typical problem and write it into the scenario (Ctrl+I)</translation>
    </message>
    <message>
        <source>正文现在读不成一个场景，先改掉语法错误再加。</source>
        <translation>The text cannot be read as a scenario now: mend the syntax first.</translation>
    </message>
    <message>
        <source>已写进“{id}”，照你县里的情形改吧。</source>
        <translation>“{id}” is written in; now make it fit your county.</translation>
    </message>
    <message>
        <source>已写好一个开头，请往下填。</source>
        <translation>A start has been written; please fill in the rest.</translation>
    </message>
    <message>
        <source>情况写在一对括号里，程序加不进去：请先把它们分行写。</source>
        <translation>The injects stand in brackets, where nothing can be added: write them line by line first.</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>{places}等{count}处</source>
        <translation>{places} and others, {count} in all</translation>
    </message>
    <message>
        <source>已经在发生</source>
        <translation>Already happening</translation>
    </message>
    <message>
        <source>最晚{date}</source>
        <translation>By {date} at the latest</translation>
    </message>
    <message>
        <source>{places}的数还是{days}天前的。账上平静，不等于下面平静；照旧数安排会落空。</source>
        <translation>The figures of {places} are up to {days} days old. Quiet on paper does not mean quiet on the ground; plans made on old figures will miss.</translation>
    </message>
    <message>
        <source>统计员</source>
        <translation>Statistician</translation>
    </message>
    <message>
        <source>{places}近四周几乎没人到过村。问题没上账，会一直长到检查组替你发现的那天。</source>
        <translation>Hardly anyone has been to the villages of {places} in the past four weeks. What is not on the ledger keeps growing until the inspectors find it for you.</translation>
    </message>
    <message>
        <source>督战队长</source>
        <translation>Supervision chief</translation>
    </message>
    <message>
        <source>{count}个已销号的问题到了该复查的日子，过了这时反弹最多，反弹了要从头再来。</source>
        <translation>Closed problems due for a second look: {count}. From here on rebounds are most likely, and a rebound means starting over.</translation>
    </message>
    <message>
        <source>{places}手上的活已经超过能干的时间，再来的任务只会报在纸上。</source>
        <translation>{places} have more work than hours; what is added now will be done on paper only.</translation>
    </message>
    <message>
        <source>{places}的人累垮了，出错、糊弄和请调都会多起来。</source>
        <translation>The people of {places} are worn out: expect more errors, more pretence and more requests to leave.</translation>
    </message>
    <message>
        <source>{places}压力太大，报上来的数开始往好里凑。</source>
        <translation>{places} are under too much pressure; their figures are starting to be touched up.</translation>
    </message>
    <message>
        <source>组织干部</source>
        <translation>Personnel officer</translation>
    </message>
    <message>
        <source>{count}道战令过了期没有下文，最久的{days}天。多拖一回合，纪律就松一截，下一道令更没人当真。</source>
        <translation>Orders past their deadline with nothing heard: {count}, the oldest by {days} days. Every turn of delay loosens discipline, and the next order is taken less seriously.</translation>
    </message>
    <message>
        <source>督查室</source>
        <translation>Inspection office</translation>
    </message>
    <message>
        <source>{count}道战令这一回合到期，报上来的还不到一半，到时不是拖就是假。</source>
        <translation>Orders due this turn with less than half reported: {count}. They will be late or false.</translation>
    </message>
    <message>
        <source>{count}笔钱{days}天没有动过。缺口还在长，审计时闲置的钱要收回。</source>
        <translation>Sums untouched for {days} days: {count}. The gaps keep growing, and the auditors will take idle money back.</translation>
    </message>
    <message>
        <source>财政局</source>
        <translation>Finance bureau</translation>
    </message>
    <message>
        <source>{count}份包干只有责任，没有人、钱、权。到期考核，多半是填出来的。</source>
        <translation>Contracts with a duty but no people, money or powers: {count}. At the end, most of what is assessed will have been made up on paper.</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>参谋提醒</source>
        <translation>Advisers</translation>
    </message>
    <message>
        <source>只说会出什么事、什么时候出；怎么办，你定。</source>
        <translation>They only say what harm is coming and when; what to do about it is up to you.</translation>
    </message>
    <message>
        <source>另有{count}条，办了前面的再看。</source>
        <translation>{count} more once these are dealt with.</translation>
    </message>
    <message>
        <source>就眼下看得到的，没有人要提醒你。看不到的，没人能提醒。</source>
        <translation>From what can be seen now, there is nothing to warn you of. What cannot be seen, nobody can warn of.</translation>
    </message>
    <message>
        <source>看依据：{harm}</source>
        <translation>See the evidence: {harm}</translation>
    </message>
    <message>
        <source>看依据</source>
        <translation>See the evidence</translation>
    </message>
</context>
<context>
    <name>AllotAct</name>
    <message>
        <source>钱随事走：拨到单位账上，它办事不用层层请示；拨了不用，就闲在那里。</source>
        <translation>Money follows the task: once it is in an organ&apos;s account it can act without asking again. Money allotted and not used simply lies idle.</translation>
    </message>
    <message>
        <source>从哪笔资金拨</source>
        <translation>From which fund</translation>
    </message>
    <message>
        <source>拨给哪家</source>
        <translation>To which organ</translation>
    </message>
    <message>
        <source>拨多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>从哪笔</source>
        <translation>From</translation>
    </message>
    <message>
        <source>拨给</source>
        <translation>To</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>选资金、单位，并填金额。</source>
        <translation>Choose a fund and an organ, and enter an amount.</translation>
    </message>
</context>
<context>
    <name>ApproachAct</name>
    <message>
        <source>请来谈</source>
        <translation>Invite to talks</translation>
    </message>
    <message>
        <source>施压签约</source>
        <translation>Press to sign</translation>
    </message>
    <message>
        <source>怎样去谈</source>
        <translation>How to approach them</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Manner</translation>
    </message>
    <message>
        <source>！当场就签，数字好看；但心里不情愿，信任会一路往下掉，钱和岗位到得慢，弄不好中途退出。</source>
        <translation>! Signed on the spot, and the figures look fine. But it is done unwillingly: trust keeps falling, money and jobs come slowly, and they may pull out halfway.</translation>
    </message>
    <message>
        <source>先坐下来谈，下一步再商定条件。慢一点，信任是涨的；对口帮扶领导小组在运转时效果更好。</source>
        <translation>Sit down first and agree terms later. Slower, but trust grows. It works better while the paired-assistance leading group is running.</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>第1回合一开始就收到</source>
        <translation>Received as turn 1 begins</translation>
    </message>
    <message>
        <source>第{turn}回合收到（第{there}天）</source>
        <translation>Received in turn {turn} (day {there})</translation>
    </message>
    <message>
        <source>第{day}天；第{turn}回合收到（第{there}天）</source>
        <translation>Day {day}; received in turn {turn} (day {there})</translation>
    </message>
    <message>
        <source>最早第{turn}回合收到（第{there}天）</source>
        <translation>Received in turn {turn} at the earliest (day {there})</translation>
    </message>
    <message>
        <source>收不到：推演到第{last}天就结束，最后一回合从第{first}天开始</source>
        <translation>Never received: the exercise ends on day {last}, and its last turn begins on day {first}</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>这一回合正在推进，请稍候。</source>
        <translation>This turn is still being worked out; please wait.</translation>
    </message>
</context>
<context>
    <name>BriefingPage</name>
    <message>
        <source>{date}开始，共{turns}个回合</source>
        <translation>begins {date}, {turns} turns</translation>
    </message>
    <message>
        <source>开始推演</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>简介</source>
        <translation>About</translation>
    </message>
    <message>
        <source>场景简介</source>
        <translation>About the scenario</translation>
    </message>
    <message>
        <source>你是：{who}</source>
        <translation>You are: {who}</translation>
    </message>
    <message>
        <source>席位说明</source>
        <translation>About the seat</translation>
    </message>
    <message>
        <source>只有你知道</source>
        <translation>For your eyes only</translation>
    </message>
    <message>
        <source>仅本席可见</source>
        <translation>For this seat only</translation>
    </message>
    <message>
        <source>· {text}</source>
        <translation>· {text}</translation>
    </message>
    <message>
        <source>你的目标</source>
        <translation>Your goals</translation>
    </message>
    <message>
        <source>一眼看县情</source>
        <translation>The county at a glance</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Townships</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>农村人口</source>
        <translation>Rural population</translation>
    </message>
    <message>
        <source>贫困村</source>
        <translation>Poor villages</translation>
    </message>
    <message>
        <source>这些是报上来的数字。真实情况要靠走访和督战去看。</source>
        <translation>These are reported figures. To learn the truth, visit and supervise.</translation>
    </message>
    <message>
        <source>手里有什么</source>
        <translation>What you have</translation>
    </message>
    <message>
        <source>每回合精力</source>
        <translation>Attention per turn</translation>
    </message>
    <message>
        <source>可用手段</source>
        <translation>Powers</translation>
    </message>
    <message>
        <source>阶段安排</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>{days}天：{brief}</source>
        <translation>{days} days: {brief}</translation>
    </message>
</context>
<context>
    <name>CatalogueDialog</name>
    <message>
        <source>加一条情况</source>
        <translation>Add an inject</translation>
    </message>
    <message>
        <source>从常见的问题里挑一条，连同病根、期望和拖延的后果一起写进场景，再改成你县里的样子。</source>
        <translation>Choose a typical problem: it is written into the scenario with its root, what is expected and what comes of delay. Then make it fit your county.</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>内容与去处</source>
        <translation>Content and destination</translation>
    </message>
    <message>
        <source>看问题清单，还是内容与去处</source>
        <translation>See the list of problems, or content and destination</translation>
    </message>
    <message>
        <source>写一条空白的</source>
        <translation>Write a blank one</translation>
    </message>
    <message>
        <source>只写一个开头，内容自己来</source>
        <translation>Only the beginning; the content is yours</translation>
    </message>
    <message>
        <source>不加了</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>写进场景</source>
        <translation>Write it in</translation>
    </message>
    <message>
        <source>领域</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>全部领域</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>找问题</source>
        <translation>Find a problem</translation>
    </message>
    <message>
        <source>找问题，或是谁发现的</source>
        <translation>Find a problem, or who finds it</translation>
    </message>
    <message>
        <source>谁发现</source>
        <translation>Found by</translation>
    </message>
    <message>
        <source>常见的问题</source>
        <translation>Typical problems</translation>
    </message>
    <message>
        <source>给谁、在哪、何时</source>
        <translation>To whom, where and when</translation>
    </message>
    <message>
        <source>没人上报，去看才发现</source>
        <translation>reported by nobody, found on a visit</translation>
    </message>
    <message>
        <source>来自{who}</source>
        <translation>from: {who}</translation>
    </message>
    <message>
        <source>某村</source>
        <translation>X Village</translation>
    </message>
    <message>
        <source>某乡</source>
        <translation>Y Township</translation>
    </message>
    <message>
        <source>来文</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>病根</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>真正管用</source>
        <translation>What truly helps</translation>
    </message>
    <message>
        <source>靠什么站住</source>
        <translation>What makes it hold</translation>
    </message>
    <message>
        <source>谁负责</source>
        <translation>Who leads</translation>
    </message>
    <message>
        <source>纸面整改</source>
        <translation>Cure on paper</translation>
    </message>
    <message>
        <source>拖下去</source>
        <translation>If nobody answers</translation>
    </message>
    <message>
        <source>容易犯的错</source>
        <translation>The mistake it invites</translation>
    </message>
    <message>
        <source>分量</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>落在哪里</source>
        <translation>Where it comes up</translation>
    </message>
    <message>
        <source>{count}户</source>
        <translation>{count} households</translation>
    </message>
    <message>
        <source>不涉及具体户</source>
        <translation>no household concerned</translation>
    </message>
    <message>
        <source>{count}万元</source>
        <translation>{count}0,000 yuan</translation>
    </message>
    <message>
        <source>{hours}工时、{money}，{days}天内整改</source>
        <translation>{hours} hours, {money}, to be mended within {days} days</translation>
    </message>
    <message>
        <source>不用钱</source>
        <translation>no money</translation>
    </message>
    <message>
        <source>严重程度{severity}，{households}，{rest}</source>
        <translation>Severity {severity}, {households}, {rest}</translation>
    </message>
</context>
<context>
    <name>CauseGraph</name>
    <message>
        <source>{figure}的因果图</source>
        <translation>Causes of {figure} as a graph</translation>
    </message>
</context>
<context>
    <name>Certify</name>
    <message>
        <source>统合</source>
        <translation>Integrated</translation>
    </message>
    <message>
        <source>运动式</source>
        <translation>Campaign-style</translation>
    </message>
    <message>
        <source>常规科层</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Formalistic</translation>
    </message>
    <message>
        <source>统合，选项抽签</source>
        <translation>Integrated, options by lot</translation>
    </message>
    <message>
        <source>不到 1 分钟</source>
        <translation>less than a minute</translation>
    </message>
    <message>
        <source>大约 {minutes} 分钟</source>
        <translation>about {minutes} minutes</translation>
    </message>
    <message>
        <source>大约 {hours} 小时</source>
        <translation>about {hours} hours</translation>
    </message>
    <message>
        <source>认证进度</source>
        <translation>Progress of certifying</translation>
    </message>
    <message>
        <source>停下只得一份试算，不写认证书</source>
        <translation>Stopping gives a trial only and writes no certificate</translation>
    </message>
</context>
<context>
    <name>CertifyDialog</name>
    <message>
        <source>认证：{title}</source>
        <translation>Certificate: {title}</translation>
    </message>
    <message>
        <source>每种打法几场</source>
        <translation>Runs per policy</translation>
    </message>
    <message>
        <source>开始认证</source>
        <translation>Certify</translation>
    </message>
    <message>
        <source>看全文</source>
        <translation>Full certificate</translation>
    </message>
    <message>
        <source>用浏览器打开整份认证书</source>
        <translation>Open the whole certificate in the browser</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>电脑正在一场一场地推演，可以随时停下。</source>
        <translation>The computer plays one run after the other; you can stop at any time.</translation>
    </message>
    <message>
        <source>认证书没能写入：{reason}</source>
        <translation>The certificate could not be written: {reason}</translation>
    </message>
    <message>
        <source>{done}/{total} 场，还剩{time}。</source>
        <translation>{done} of {total} runs, {time} to go.</translation>
    </message>
    <message>
        <source>一共约 {games} 场，用时{time}。</source>
        <translation>About {games} runs in all: {time}.</translation>
    </message>
    <message>
        <source>认证没有完成：{reason}</source>
        <translation>Certifying failed: {reason}</translation>
    </message>
    <message>
        <source>每种打法至少 20 场才算认证。</source>
        <translation>A certificate needs at least 20 runs per policy.</translation>
    </message>
    <message>
        <source>这一份只有 {seats} 个席位、{turns} 个回合，规模太小，多半分不出打法高下，认证通不过。这不是写错了，照样可以拿来练手；要认证，请加席位、加回合，或者从“三席桌面”写起。</source>
        <translation>Seats: {seats}; turns: {turns}. That is too small to tell good play from bad, and it will most likely not be certified. Nothing is written wrongly, and it can be played for practice all the same; to have it certified, add seats or turns, or start from “Table of three”.</translation>
    </message>
    <message>
        <source>每一道门槛都达到了。</source>
        <translation>Every gate is met.</translation>
    </message>
    <message>
        <source>这份认证书已经损坏，请重新认证。</source>
        <translation>This certificate is damaged; please certify again.</translation>
    </message>
    <message>
        <source>停下了：按已经推演完的各场试算，没有写认证书。</source>
        <translation>Stopped: a trial over the runs played so far; no certificate was written.</translation>
    </message>
    <message>
        <source>这是试算；原来的认证书还有效，没有替换它。</source>
        <translation>This is a trial; the certificate you have still holds and was left in place.</translation>
    </message>
    <message>
        <source>认证书已写好：{path}</source>
        <translation>The certificate is written: {path}</translation>
    </message>
    <message>
        <source>{date} 做的</source>
        <translation>Made {date}</translation>
    </message>
    <message>
        <source>认证由电脑把场景按四种打法各推演几十场，再抽签选几十场，看：会做的能不能赢、情况会不会发生、有没有不用想的选项、席位是否空等、导调忙不忙得过来。</source>
        <translation>To certify, the computer plays the scenario dozens of times by each of four policies, then dozens more with choices drawn by lot, and asks: does skill win, does everything happen, are any options no-brainers, do seats sit idle, can the instructor keep up?</translation>
    </message>
    <message>
        <source>{word}。{meaning}</source>
        <translation>{word}. {meaning}</translation>
    </message>
    <message>
        <source>场景、县域或推演的规则后来改动过，这份认证书不再作数，请重新认证。</source>
        <translation>The scenario, its county or the rules have changed since; this certificate no longer holds. Please certify again.</translation>
    </message>
    <message>
        <source>{policy}：{median} 分（一半的场次在 {low} 至 {high}，共 {runs} 场）</source>
        <translation>{policy}: {median} points (half of the runs from {low} to {high}, {runs} runs)</translation>
    </message>
    <message>
        <source>没有达到：{gate}</source>
        <translation>Not met: {gate}</translation>
    </message>
    <message>
        <source>可以更好：{gate}</source>
        <translation>Could be better: {gate}</translation>
    </message>
    <message>
        <source>办法：{cure}</source>
        <translation>What helps: {cure}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{where}：顺序变了</source>
        <translation>{where}: in another order</translation>
    </message>
    <message>
        <source>{where}：新加</source>
        <translation>{where}: added</translation>
    </message>
    <message>
        <source>{where} 写了 {new}</source>
        <translation>{where}: now {new}</translation>
    </message>
    <message>
        <source>{where}：删去</source>
        <translation>{where}: removed</translation>
    </message>
    <message>
        <source>{where} 不写了（原来是 {old}）</source>
        <translation>{where}: left out (was {old})</translation>
    </message>
    <message>
        <source>加 {what}</source>
        <translation>plus {what}</translation>
    </message>
    <message>
        <source>减 {what}</source>
        <translation>minus {what}</translation>
    </message>
    <message>
        <source>顺序变了</source>
        <translation>in another order</translation>
    </message>
    <message>
        <source>{where} 改了（{old}→{new} 字）</source>
        <translation>{where}: reworded ({old}→{new} characters)</translation>
    </message>
    <message>
        <source>{kind}“{title}”</source>
        <translation>{kind} “{title}”</translation>
    </message>
    <message>
        <source>{outer}的{item}</source>
        <translation>{outer}, {item}</translation>
    </message>
    <message>
        <source>{item}：{keys}</source>
        <translation>{item}: {keys}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>items: {count}</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>改动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>和上次保存的一样</source>
        <translation>The same as last saved</translation>
    </message>
    <message>
        <source>改了什么，这里会按情况、席位、阶段一条条说出来。</source>
        <translation>Your changes are listed here one by one, by inject, seat and phase.</translation>
    </message>
    <message>
        <source>上次保存的文字读不出来，只能逐行比较。</source>
        <translation>The last saved text cannot be read; it can only be compared line by line.</translation>
    </message>
    <message>
        <source>只动了注释或排版，意思没有变。</source>
        <translation>Only comments or layout changed; it means the same.</translation>
    </message>
    <message>
        <source>和上次保存的比，{count} 处不同；回车看正文。</source>
        <translation>Differences from the last save: {count}. Enter shows the text.</translation>
    </message>
</context>
<context>
    <name>CodeArea</name>
    <message>
        <source>场景正文</source>
        <translation>Scenario text</translation>
    </message>
    <message>
        <source>F6 转到下一部分，Ctrl+空格 补全，Alt+回车 改正</source>
        <translation>F6 next part, Ctrl+Space completes, Alt+Enter fixes</translation>
    </message>
</context>
<context>
    <name>CommandForm</name>
    <message>
        <source>办理</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{what}（精力{count}）</source>
        <translation>{what} (attention {count})</translation>
    </message>
    <message>
        <source>用去精力{count}，还剩{left}</source>
        <translation>Takes attention {count}, {left} left</translation>
    </message>
    <message>
        <source>动用{fund}{money}，还剩{left}</source>
        <translation>Draws {money} on {fund}, {left} left</translation>
    </message>
    <message>
        <source>{who}：{figure}{change}</source>
        <translation>{who}: {figure} {change}</translation>
    </message>
</context>
<context>
    <name>CommanderAct</name>
    <message>
        <source>一地一帅，责任到人；同一个人兼两处就顾不过来，临阵换将要重新磨合。</source>
        <translation>One place, one commander, and one person answerable. Someone with two commands can look after neither; a change in mid-battle takes time to bed in.</translation>
    </message>
    <message>
        <source>谁当指挥长</source>
        <translation>Who is to command</translation>
    </message>
    <message>
        <source>指挥长</source>
        <translation>Commander</translation>
    </message>
</context>
<context>
    <name>Complete</name>
    <message>
        <source>必填 · </source>
        <translation>required · </translation>
    </message>
    <message>
        <source>全县</source>
        <translation>the whole county</translation>
    </message>
    <message>
        <source>情况发生的地方</source>
        <translation>the place the inject happens in</translation>
    </message>
    <message>
        <source>那个地方所在的乡镇</source>
        <translation>the township of that place</translation>
    </message>
    <message>
        <source>作答席位所在的机构</source>
        <translation>the organ of the seat that answers</translation>
    </message>
    <message>
        <source>办结了</source>
        <translation>was dealt with</translation>
    </message>
    <message>
        <source>过期了</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>升级了</source>
        <translation>escalated</translation>
    </message>
    <message>
        <source>送达了</source>
        <translation>was delivered</translation>
    </message>
    <message>
        <source>那个地方所在的乡镇政府</source>
        <translation>the government of the township the place lies in</translation>
    </message>
    <message>
        <source>那个村的村委会</source>
        <translation>the committee of that village</translation>
    </message>
    <message>
        <source>{name}（{unit}）：{about}</source>
        <translation>{name} ({unit}): {about}</translation>
    </message>
    <message>
        <source>且</source>
        <translation>both hold</translation>
    </message>
    <message>
        <source>或</source>
        <translation>either holds</translation>
    </message>
    <message>
        <source>非</source>
        <translation>does not hold</translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message>
        <source>可以写的</source>
        <translation>What can go here</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>{one}，并且{other}</source>
        <translation>{one}, and {other}</translation>
    </message>
    <message>
        <source>{one}，或者{other}</source>
        <translation>{one}, or {other}</translation>
    </message>
    <message>
        <source>并非（{what}）</source>
        <translation>not ({what})</translation>
    </message>
    <message>
        <source>{what}等于{value}</source>
        <translation>{what}: exactly {value}</translation>
    </message>
    <message>
        <source>{what}不等于{value}</source>
        <translation>{what}: other than {value}</translation>
    </message>
    <message>
        <source>{what}不低于{value}</source>
        <translation>{what}: at least {value}</translation>
    </message>
    <message>
        <source>{what}不高于{value}</source>
        <translation>{what}: at most {value}</translation>
    </message>
    <message>
        <source>{what}高于{value}</source>
        <translation>{what}: above {value}</translation>
    </message>
    <message>
        <source>{what}低于{value}</source>
        <translation>{what}: below {value}</translation>
    </message>
    <message>
        <source>{what}不少于{value}</source>
        <translation>{what}: at least {value}</translation>
    </message>
    <message>
        <source>{what}不超过{value}</source>
        <translation>{what}: at most {value}</translation>
    </message>
    <message>
        <source>{what}多于{value}</source>
        <translation>{what}: more than {value}</translation>
    </message>
    <message>
        <source>{what}少于{value}</source>
        <translation>{what}: fewer than {value}</translation>
    </message>
    <message>
        <source>{count}天</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count}小时</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count}个</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count}道</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count}份</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count}次</source>
        <translation>{count}×</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>开局后的天数</source>
        <translation>days since the start</translation>
    </message>
    <message>
        <source>回合数</source>
        <translation>turns</translation>
    </message>
    <message>
        <source>{place}的{figure}</source>
        <translation>{figure} of {place}</translation>
    </message>
    <message>
        <source>本阶段的天数</source>
        <translation>days in this phase</translation>
    </message>
    <message>
        <source>下达“{command}”的次数</source>
        <translation>times “{command}” was given</translation>
    </message>
    <message>
        <source>“{what}”还没有办结</source>
        <translation>“{what}” is not resolved</translation>
    </message>
    <message>
        <source>“{what}”没有过期或升级</source>
        <translation>“{what}” has neither expired nor escalated</translation>
    </message>
    <message>
        <source>“{what}”还没有送达</source>
        <translation>“{what}” has not been delivered</translation>
    </message>
    <message>
        <source>“{what}”还没有成立</source>
        <translation>“{what}” has not been set up</translation>
    </message>
    <message>
        <source>不在“{what}”阶段</source>
        <translation>not in phase “{what}”</translation>
    </message>
    <message>
        <source>“{what}”选了“{option}”</source>
        <translation>“{option}” was chosen for “{what}”</translation>
    </message>
    <message>
        <source>“{what}”没有选“{option}”</source>
        <translation>“{option}” was not chosen for “{what}”</translation>
    </message>
    <message>
        <source>“{what}”已办结</source>
        <translation>“{what}” is resolved</translation>
    </message>
    <message>
        <source>“{what}”已过期或升级</source>
        <translation>“{what}” has expired or escalated</translation>
    </message>
    <message>
        <source>“{what}”已送达</source>
        <translation>“{what}” has been delivered</translation>
    </message>
    <message>
        <source>“{what}”已成立</source>
        <translation>“{what}” has been set up</translation>
    </message>
    <message>
        <source>处在“{what}”阶段</source>
        <translation>in phase “{what}”</translation>
    </message>
</context>
<context>
    <name>ContractSheet</name>
    <message>
        <source>优</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>良</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>差</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>包干详情</source>
        <translation>Contract details</translation>
    </message>
    <message>
        <source>再发一份</source>
        <translation>Offer another</translation>
    </message>
    <message>
        <source>有责无权</source>
        <translation>Bare responsibility</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>Course of events</translation>
    </message>
    <message>
        <source>它带来了什么</source>
        <translation>What it has brought about</translation>
    </message>
    <message>
        <source>{who}包{what}</source>
        <translation>{who} answers for {what}</translation>
    </message>
    <message>
        <source>{date}，{left}</source>
        <translation>{date}, {left}</translation>
    </message>
    <message>
        <source>包什么</source>
        <translation>Covers</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>没有写明</source>
        <translation>Not specified</translation>
    </message>
    <message>
        <source>发包</source>
        <translation>Offered by</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>考评</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>转手</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>{count}次，转得越多责任越薄</source>
        <translation>{count}×: responsibility wears thinner each time</translation>
    </message>
    <message>
        <source>没有给</source>
        <translation>None given</translation>
    </message>
    <message>
        <source>人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>/周</source>
        <translation>/wk</translation>
    </message>
    <message>
        <source>钱</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>权</source>
        <translation>Powers</translation>
    </message>
    <message>
        <source>下去过</source>
        <translation>Has been there</translation>
    </message>
    <message>
        <source>{count}次</source>
        <translation>{count}×</translation>
    </message>
    <message>
        <source>理由（会写进办理经过）</source>
        <translation>Reason (goes on the record)</translation>
    </message>
    <message>
        <source>应承：包{what}</source>
        <translation>Accept: {what}</translation>
    </message>
    <message>
        <source>应承</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>婉拒：包{what}</source>
        <translation>Decline: {what}</translation>
    </message>
    <message>
        <source>婉拒</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>依据（评优、评差必须有）</source>
        <translation>Evidence (required for Excellent and Poor)</translation>
    </message>
    <message>
        <source>考评：{what}</source>
        <translation>Assess: {what}</translation>
    </message>
    <message>
        <source>评定</source>
        <translation>Assess</translation>
    </message>
    <message>
        <source>{who}（席位）</source>
        <translation>{who} (seat)</translation>
    </message>
    <message>
        <source>移交给谁</source>
        <translation>Hand over to</translation>
    </message>
    <message>
        <source>移交：{what}</source>
        <translation>Hand over: {what}</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>终止：{what}</source>
        <translation>End: {what}</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>End</translation>
    </message>
    <message>
        <source>由发包的{who}来办</source>
        <translation>Only {who}, who offered it, can do this</translation>
    </message>
    <message>
        <source>“{state}”时不能办</source>
        <translation>Not possible while &quot;{state}&quot;</translation>
    </message>
    <message>
        <source>不能给自己的包干打分</source>
        <translation>You cannot grade your own contract</translation>
    </message>
    <message>
        <source>派督战去看</source>
        <translation>Send a visit</translation>
    </message>
    <message>
        <source>在地图上看</source>
        <translation>See on the map</translation>
    </message>
    <message>
        <source>问题：{title}（{state}）</source>
        <translation>Problem: {title} ({state})</translation>
    </message>
    <message>
        <source>督战：{place} {date}</source>
        <translation>Visit: {place} {date}</translation>
    </message>
    <message>
        <source>{order}（{state}）</source>
        <translation>{order} ({state})</translation>
    </message>
    <message>
        <source>等你答复。应承之前先看：责任和条件配不配。</source>
        <translation>Awaiting your answer. Before accepting, see whether the means match the duty.</translation>
    </message>
    <message>
        <source>等{who}答复。</source>
        <translation>Awaiting an answer from {who}.</translation>
    </message>
    <message>
        <source>已应承，从下一周起履约。</source>
        <translation>Accepted; it takes effect next week.</translation>
    </message>
    <message>
        <source>正在履约。发包人要去看、要考评，不能一包了之。</source>
        <translation>In force. Whoever offered it must go and look, and assess it: contracting out is not the end of it.</translation>
    </message>
    <message>
        <source>已考评，继续履约。</source>
        <translation>Assessed; it continues.</translation>
    </message>
    <message>
        <source>到期兑现。</source>
        <translation>Fulfilled at term.</translation>
    </message>
    <message>
        <source>到期没有兑现。</source>
        <translation>Not fulfilled at term.</translation>
    </message>
    <message>
        <source>已婉拒，这一片还是没人负责。</source>
        <translation>Declined; nobody answers for this area yet.</translation>
    </message>
    <message>
        <source>已移交别人。</source>
        <translation>Handed over to someone else.</translation>
    </message>
    <message>
        <source>已终止。</source>
        <translation>Ended.</translation>
    </message>
</context>
<context>
    <name>ContractsDesk</name>
    <message>
        <source>谁包哪一片</source>
        <translation>Who answers for what</translation>
    </message>
    <message>
        <source>实心：有人包  斜线：待应承  空心：没人包  红框：有问题又没人包</source>
        <translation>Solid: covered  Hatched: on offer  Hollow: nobody  Red frame: problems and nobody</translation>
    </message>
    <message>
        <source>履约中</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>与我有关</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>看哪些包干</source>
        <translation>Which contracts to show</translation>
    </message>
    <message>
        <source>发包</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>包干清单</source>
        <translation>List of contracts</translation>
    </message>
    <message>
        <source>覆盖与清单</source>
        <translation>Coverage and list</translation>
    </message>
    <message>
        <source>发包与明细</source>
        <translation>Offer and details</translation>
    </message>
    <message>
        <source>看清单或明细</source>
        <translation>Look at the list or the details</translation>
    </message>
    <message>
        <source>包干</source>
        <translation>Contracts</translation>
    </message>
    <message>
        <source>{domain}由{who}包</source>
        <translation>{domain}: {who}</translation>
    </message>
    <message>
        <source>领域：{words}</source>
        <translation>Domains: {words}</translation>
    </message>
    <message>
        <source>还没有按领域包干</source>
        <translation>no domain contracted yet</translation>
    </message>
    <message>
        <source>{domain}没人包（问题{count}）</source>
        <translation>{domain}: nobody (problems: {count})</translation>
    </message>
    <message>
        <source>在约{live}份，有责无权{bare}份，{gaps}个村没人包</source>
        <translation>In force {live}, bare {bare}, villages uncovered {gaps}</translation>
    </message>
    <message>
        <source>有责无权</source>
        <translation>Bare</translation>
    </message>
    <message>
        <source>{hours}工时/周</source>
        <translation>{hours} h/wk</translation>
    </message>
    <message>
        <source>包什么</source>
        <translation>Covers</translation>
    </message>
    <message>
        <source>谁来包</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>考评</source>
        <translation>Grade</translation>
    </message>
</context>
<context>
    <name>CountyDialog</name>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>村、安置点或项目</source>
        <translation>Village, site or fact</translation>
    </message>
    <message>
        <source>户数或数值</source>
        <translation>Households or value</translation>
    </message>
    <message>
        <source>导入县情</source>
        <translation>Import a county</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>选择乡镇边界（GeoJSON）</source>
        <translation>Choose the township borders (GeoJSON)</translation>
    </message>
    <message>
        <source>选择村表（xlsx 或 csv）</source>
        <translation>Choose the village table (xlsx or csv)</translation>
    </message>
    <message>
        <source>县的名称</source>
        <translation>Name of the county</translation>
    </message>
    <message>
        <source>不写就用文件里的</source>
        <translation>If left empty, the name in the files is used</translation>
    </message>
    <message>
        <source>乡镇边界（GeoJSON）</source>
        <translation>Township borders (GeoJSON)</translation>
    </message>
    <message>
        <source>村表（xlsx 或 csv）</source>
        <translation>Village table (xlsx or csv)</translation>
    </message>
    <message>
        <source>同时改 scenario.yaml 的 county：用这个县的全部乡镇</source>
        <translation>Also change county in scenario.yaml: play in all townships of this county</translation>
    </message>
    <message>
        <source>还没有选</source>
        <translation>Not chosen yet</translation>
    </message>
    <message>
        <source>先选好乡镇边界和村表两个文件。</source>
        <translation>First choose both files, the township borders and the village table.</translation>
    </message>
    <message>
        <source>要素 {number}</source>
        <translation>Feature {number}</translation>
    </message>
    <message>
        <source>选择乡镇边界</source>
        <translation>Choose the township borders</translation>
    </message>
    <message>
        <source>乡镇边界 (*.geojson *.json)</source>
        <translation>Township borders (*.geojson *.json)</translation>
    </message>
    <message>
        <source>选择村表</source>
        <translation>Choose the village table</translation>
    </message>
    <message>
        <source>村表 (*.xlsx *.csv)</source>
        <translation>Village table (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>{towns} 个乡镇，{rows} 行</source>
        <translation>Townships {towns}, rows {rows}</translation>
    </message>
    <message>
        <source>还有 {count} 处错误，不能导入：改好文件存盘，再按“再读一遍”。什么也没有写。</source>
        <translation>Errors left: {count}. It cannot be imported: fix the files, save them and press &quot;Read again&quot;. Nothing has been written.</translation>
    </message>
    <message>
        <source>放进正在编辑的场景（county.yaml），可以撤销，保存以后才到盘上。</source>
        <translation>It goes into the scenario being edited (county.yaml); you can undo it, and it reaches the disk when you save. </translation>
    </message>
    <message>
        <source>原来的 county.yaml 由它代替。</source>
        <translation>It replaces the county.yaml that is there. </translation>
    </message>
    <message>
        <source>放进以后场景有 {count} 处错误要改：席位、地点里写的乡镇和村要换成这个县的。</source>
        <translation>With it the scenario has errors to fix ({count}): the townships and villages that seats and places name must be those of this county.</translation>
    </message>
    <message>
        <source>导入这个县</source>
        <translation>Import this county</translation>
    </message>
</context>
<context>
    <name>CountyMap</name>
    <message>
        <source>地方</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>所属</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>数据截至</source>
        <translation>Data as of</translation>
    </message>
    <message>
        <source>发生率</source>
        <translation>Incidence</translation>
    </message>
    <message>
        <source>认可度</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>未销号</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>List</translation>
    </message>
    <message>
        <source>地图或列表</source>
        <translation>Map or list</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>找地方</source>
        <translation>Find a place</translation>
    </message>
    <message>
        <source>找战区、乡镇或村</source>
        <translation>Find a place</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>看全图</source>
        <translation>See the whole map</translation>
    </message>
    <message>
        <source>县域地图</source>
        <translation>Map of the county</translation>
    </message>
    <message>
        <source>战区、乡镇和村的列表</source>
        <translation>List of war zones, townships and villages</translation>
    </message>
    <message>
        <source>没有找到“{words}”</source>
        <translation>Nothing found for &quot;{words}&quot;</translation>
    </message>
    <message>
        <source>{layer}（色亮为多）</source>
        <translation>{layer} (brighter is more)</translation>
    </message>
    <message>
        <source>{layer}（色深为多）</source>
        <translation>{layer} (darker is more)</translation>
    </message>
    <message>
        <source>贫困村</source>
        <translation>Poor villages</translation>
    </message>
    <message>
        <source>其他村</source>
        <translation>Other villages</translation>
    </message>
    <message>
        <source>▲ 过了期限没销号</source>
        <translation>▲ past the deadline, not signed off</translation>
    </message>
    <message>
        <source>━ 战区界 · 点名称选战区</source>
        <translation>━ border between zones · click a zone&apos;s name to select it</translation>
    </message>
    <message>
        <source>村的颜色只在村与村之间比</source>
        <translation>Villages&apos; colours compare with villages only</translation>
    </message>
</context>
<context>
    <name>CoverTable</name>
    <message>
        <source>包保覆盖</source>
        <translation>Contract coverage</translation>
    </message>
    <message>
        <source>{who}包全乡镇</source>
        <translation>{who}: whole township</translation>
    </message>
    <message>
        <source>{all}个村都有人包</source>
        <translation>All {all} villages covered</translation>
    </message>
    <message>
        <source>{held}/{all}村有人包</source>
        <translation>{held}/{all} villages covered</translation>
    </message>
    <message>
        <source>{words}，{urgent}个问题村没人包</source>
        <translation>{words}, {urgent} with problems uncovered</translation>
    </message>
    <message>
        <source>发包</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>给{place}发包</source>
        <translation>Offer a contract for {place}</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>新的</source>
        <translation>new</translation>
    </message>
    <message>
        <source>来过{share}</source>
        <translation>came in {share}</translation>
    </message>
    <message>
        <source>等人来</source>
        <translation>by people</translation>
    </message>
    <message>
        <source>没来过</source>
        <translation>never came</translation>
    </message>
    <message>
        <source>认证推演：认证以后才加的，还没有推演过</source>
        <translation>Certificate: added since, not played yet</translation>
    </message>
    <message>
        <source>认证推演：由教员手动放出，电脑不放</source>
        <translation>Certificate: fired by hand, which bots never do</translation>
    </message>
    <message>
        <source>认证推演：等一道只有真人会下的指令（{command}），电脑推不到</source>
        <translation>Certificate: waits for a command that only people give ({command})</translation>
    </message>
    <message>
        <source>认证推演：{runs}场里一场也没有来过</source>
        <translation>Certificate: came in none of {runs} runs</translation>
    </message>
    <message>
        <source>选项抽签</source>
        <translation>options by lot</translation>
    </message>
    <message>
        <source>{policy}{share}</source>
        <translation>{policy} {share}</translation>
    </message>
    <message>
        <source>认证推演：{runs}场里来过{share}（{each}）</source>
        <translation>Certificate: came in {share} of {runs} runs ({each})</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>出了意外</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>程序遇到意外错误</source>
        <translation>The program met an unexpected error</translation>
    </message>
    <message>
        <source>推演已经存盘，没有丢失。可以继续；若反复出现，请把下面的内容复制给维护人员。</source>
        <translation>The exercise is saved and nothing is lost. You can carry on; if this keeps happening, copy the text below and send it to the maintainers.</translation>
    </message>
    <message>
        <source>已写入：{path}</source>
        <translation>Written to: {path}</translation>
    </message>
    <message>
        <source>错误内容</source>
        <translation>Details of the error</translation>
    </message>
    <message>
        <source>复制内容</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Carry on</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>CutFormsAct</name>
    <message>
        <source>减表就是放人下村。减过四成，县里就看不清下面的情况了。</source>
        <translation>Fewer forms free people to go to the villages. Beyond four tenths, the county can no longer see clearly what is happening below.</translation>
    </message>
    <message>
        <source>减掉几成</source>
        <translation>Cut by how much</translation>
    </message>
    <message>
        <source>减掉</source>
        <translation>Cut</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>{count}周</source>
        <translation>{count} wk</translation>
    </message>
    <message>
        <source>{what}定在{count}周后</source>
        <translation>{what}: in {count} wk</translation>
    </message>
</context>
<context>
    <name>DiaryList</name>
    <message>
        <source>{who}：{note}</source>
        <translation>{who}: {note}</translation>
    </message>
    <message>
        <source>还没有记录。</source>
        <translation>Nothing recorded yet.</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>有哪些不同</source>
        <translation>What is different</translation>
    </message>
    <message>
        <source>逐行的不同</source>
        <translation>Line by line</translation>
    </message>
</context>
<context>
    <name>DispatchAct</name>
    <message>
        <source>把相关单位叫到一张桌上当面定。每开一次都要占各家工时；上次没消化又开，只会更累。</source>
        <translation>Call the organs to one table and settle it face to face. Each meeting takes hours from all of them; another before the last has been digested only tires them.</translation>
    </message>
    <message>
        <source>哪些单位参加</source>
        <translation>Who attends</translation>
    </message>
    <message>
        <source>议题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>参会单位</source>
        <translation>Organs attending</translation>
    </message>
    <message>
        <source>综合调度</source>
        <translation>General dispatch</translation>
    </message>
    <message>
        <source>先勾选参会单位。</source>
        <translation>Tick the organs that are to attend first.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>学习目标</source>
        <translation>objective</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>seat</translation>
    </message>
    <message>
        <source>战役</source>
        <translation>campaign</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>phase</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>inject</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>option</translation>
    </message>
    <message>
        <source>帮扶方</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>fund</translation>
    </message>
    <message>
        <source>评分项</source>
        <translation>criterion</translation>
    </message>
    <message>
        <source>引导步骤</source>
        <translation>guide step</translation>
    </message>
    <message>
        <source>{errors} 错误 · {warnings} 警告 · {advice} 建议</source>
        <translation>Errors {errors} · warnings {warnings} · advice {advice}</translation>
    </message>
</context>
<context>
    <name>EditorDoor</name>
    <message>
        <source>这是你以前做的副本；要从头来，用主页的“新建场景”。</source>
        <translation>This is the copy you made before; to begin afresh use “New scenario” on the home page.</translation>
    </message>
    <message>
        <source>自带的场景不能直接改，这是给你做的副本：{path}</source>
        <translation>Scenarios of the library are not edited in place; this is a copy for you: {path}</translation>
    </message>
    <message>
        <source>写不进你的场景文件夹：{reason}</source>
        <translation>Your scenario folder cannot be written to: {reason}</translation>
    </message>
    <message>
        <source>打不开编辑器</source>
        <translation>The editor cannot open</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>回主页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>以前的版本，可以比较和取回</source>
        <translation>Earlier versions, to compare and bring back</translation>
    </message>
    <message>
        <source>编辑器的按键和做法（F1）</source>
        <translation>Editor keys and how-to (F1)</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>视图</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>这一行没有问题。</source>
        <translation>Nothing is wrong in this line.</translation>
    </message>
    <message>
        <source>编辑：{title}</source>
        <translation>Editing: {title}</translation>
    </message>
    <message>
        <source>没有改：文字已经变了，请再试一次。</source>
        <translation>Nothing was changed: the text has changed in the meantime; please try again.</translation>
    </message>
    <message>
        <source>已写进正文，Ctrl+Z 可以撤销。</source>
        <translation>Written into the text; Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>行 {line}，列 {column}</source>
        <translation>Line {line}, column {column}</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>{what}：{about}</source>
        <translation>{what}: {about}</translation>
    </message>
    <message>
        <source>{what}（{place}）</source>
        <translation>{what} ({place})</translation>
    </message>
</context>
<context>
    <name>ErrandDialog</name>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>正在停下…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>EvaluationCard</name>
    <message>
        <source>退出评估：通过</source>
        <translation>Exit evaluation: passed</translation>
    </message>
    <message>
        <source>退出评估：没有通过</source>
        <translation>Exit evaluation: failed</translation>
    </message>
    <message>
        <source>{date}，第三方抽查{villages}个村、{households}户。</source>
        <translation>On {date} a third party surveyed {households} homes in {villages} villages.</translation>
    </message>
    <message>
        <source>综合贫困发生率</source>
        <translation>Composite poverty incidence</translation>
    </message>
    <message>
        <source>错退率</source>
        <translation>Wrongful-exit rate</translation>
    </message>
    <message>
        <source>漏评率</source>
        <translation>Omission rate</translation>
    </message>
    <message>
        <source>群众认可度</source>
        <translation>Mass approval rate</translation>
    </message>
    <message>
        <source>要高于{limit}</source>
        <translation>must exceed {limit}</translation>
    </message>
    <message>
        <source>要低于{limit}</source>
        <translation>must be below {limit}</translation>
    </message>
    <message>
        <source>没过</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>过关</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>综合贫困发生率是推算的：账上还没脱贫的人，加上按抽查推算的错退、漏评。没有逐户查。</source>
        <translation>The composite rate is an estimate: people still on the register, plus wrong exits and omissions projected from the sample. Not every home was checked.</translation>
    </message>
    <message>
        <source>所以和真实情况会有出入，复盘时能看到。</source>
        <translation>So the truth may differ; the review will show it.</translation>
    </message>
    <message>
        <source>逐户算，当天的真实发生率也是{true}。</source>
        <translation>Counted home by home, the true rate that day was {true} too.</translation>
    </message>
    <message>
        <source>逐户算，当天的真实发生率是{true}，比评估高{away}个百分点：有的没被抽到，有的申诉时剔除了。</source>
        <translation>Counted home by home, the true rate that day was {true}, {away} points above the evaluation: some were not in the sample, others were withdrawn on appeal.</translation>
    </message>
    <message>
        <source>逐户算，当天的真实发生率是{true}，比评估低{away}个百分点：账上没脱贫的，有的其实已不贫困。</source>
        <translation>Counted home by home, the true rate that day was {true}, {away} points below the evaluation: some who are still on the register are no longer poor.</translation>
    </message>
    <message>
        <source>{how}{why}</source>
        <translation>{how} {why}</translation>
    </message>
    <message>
        <source>申诉举证后，{count}户的疑点被排除。</source>
        <translation>Households cleared on appeal with evidence: {count}.</translation>
    </message>
</context>
<context>
    <name>EventsDialog</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>接收方</source>
        <translation>To</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>导入事件清单：{file}</source>
        <translation>Import an event list: {file}</translation>
    </message>
    <message>
        <source>{count} 件情况</source>
        <translation>Events: {count}</translation>
    </message>
    <message>
        <source>导入 {count} 件情况</source>
        <translation>Import events ({count})</translation>
    </message>
    <message>
        <source>写进正在编辑的场景（{file}），可以撤销，保存以后才到盘上。</source>
        <translation>They go into the scenario being edited ({file}); you can undo it, and they reach the disk when you save. </translation>
    </message>
    <message>
        <source>警告不妨碍导入，写明了程序怎么取舍。</source>
        <translation>Warnings do not keep you from importing; they say what the program took instead.</translation>
    </message>
    <message>
        <source>还不知道哪一列是什么：在左边选，或把表头改成提示里的词。什么也没有写。</source>
        <translation>It is not clear yet which column is which: choose on the left, or change the headings to the suggested words. Nothing has been written.</translation>
    </message>
    <message>
        <source>还有 {count} 处错误，不能导入：改好清单存盘，再按“再读一遍”。什么也没有写。</source>
        <translation>Errors left: {count}. It cannot be imported: fix the list, save it and press &quot;Read again&quot;. Nothing has been written.</translation>
    </message>
    <message>
        <source>取列对照</source>
        <translation>Use a column file</translation>
    </message>
    <message>
        <source>列对照文件 (*.json)</source>
        <translation>Column file (*.json)</translation>
    </message>
    <message>
        <source>存列对照</source>
        <translation>Save the columns</translation>
    </message>
    <message>
        <source>不能写入 {path}：{reason}</source>
        <translation>Cannot write {path}: {reason}</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>转折点：影响最大的几件事</source>
        <translation>Turning points: what mattered most</translation>
    </message>
    <message>
        <source>还没有形成转折的事。推演过几周后，这里列出影响最大的几件事。</source>
        <translation>Nothing has turned the course yet. After a few weeks of play, the events that mattered most are listed here.</translation>
    </message>
    <message>
        <source>查找人、战令、问题……</source>
        <translation>Find a person, order, problem…</translation>
    </message>
    <message>
        <source>看那时的局面</source>
        <translation>Show the county at that time</translation>
    </message>
    <message>
        <source>县里</source>
        <translation>County</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>事情</source>
        <translation>What</translation>
    </message>
    <message>
        <source>指令号</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>查看：{what}</source>
        <translation>View: {what}</translation>
    </message>
</context>
<context>
    <name>ExplainAct</name>
    <message>
        <source>把政策讲明白，误会少、攀比少。</source>
        <translation>Explain the policy well and there are fewer misunderstandings and less envy.</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>{figure}走势，现为{value}</source>
        <translation>{figure}: trend, now {value}</translation>
    </message>
    <message>
        <source>为什么：{figure}</source>
        <translation>Why: {figure}</translation>
    </message>
</context>
<context>
    <name>FiguresDesk</name>
    <message>
        <source>看哪里的数字</source>
        <translation>Whose figures</translation>
    </message>
    <message>
        <source>上回合以来</source>
        <translation>Last turn</translation>
    </message>
    <message>
        <source>近四回合</source>
        <translation>Last four turns</translation>
    </message>
    <message>
        <source>开局以来</source>
        <translation>Since the start</translation>
    </message>
    <message>
        <source>看多长时间的原因</source>
        <translation>Period of the causes</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>比上回合</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>走势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>数字一览</source>
        <translation>All figures</translation>
    </message>
    <message>
        <source>还没有数字</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>第一批上报数字到了以后，这里逐项列出现值、比上回合的变化、走势和目标。</source>
        <translation>Once the first reports are in, each figure is shown here with its value, its change since last turn, its trend and its target.</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>看数字或为什么</source>
        <translation>See the figures or why they moved</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>本岗位范围</source>
        <translation>This seat&apos;s area</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>替换成</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>区分大小写</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous match (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next match (F3)</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>全部替换</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>收起（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>换了 {count} 处</source>
        <translation>Replaced: {count}</translation>
    </message>
    <message>
        <source>{count} 处</source>
        <translation>Matches: {count}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>{file} 第 {line} 行</source>
        <translation>{file}, line {line}</translation>
    </message>
    <message>
        <source>怎么改：{cure}</source>
        <translation>To fix: {cure}</translation>
    </message>
</context>
<context>
    <name>FindingsFold</name>
    <message>
        <source>{count} 条建议，不妨碍使用。</source>
        <translation>Suggestions: {count}; nothing that keeps it from being used.</translation>
    </message>
    <message>
        <source>{count} 处提醒，装得上，用之前看一看。</source>
        <translation>Remarks: {count}; it can be installed, look at them before you use it.</translation>
    </message>
    <message>
        <source>看看是哪些</source>
        <translation>See which</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>改正</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>按建议改这一处（Alt+回车）</source>
        <translation>Apply the suggested fix here (Alt+Enter)</translation>
    </message>
    <message>
        <source>新建所缺</source>
        <translation>Create what is missing</translation>
    </message>
    <message>
        <source>给没有的编号写一个开头</source>
        <translation>Start an entry for an id that does not exist yet</translation>
    </message>
    <message>
        <source>改正全部有把握的</source>
        <translation>Fix all safe ones</translation>
    </message>
    <message>
        <source>语法笔误和写成名称的编号，一次改完，可以撤销</source>
        <translation>YAML slips and names written in place of ids, all at once; can be undone</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>怎么改</source>
        <translation>How to fix</translation>
    </message>
    <message>
        <source>问题列表</source>
        <translation>List of findings</translation>
    </message>
    <message>
        <source>正在检查</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>第{line}行 {what}</source>
        <translation>line {line}, {what}</translation>
    </message>
    <message>
        <source>没有发现问题：0 错误 · 0 警告 · 0 建议</source>
        <translation>Nothing found: 0 errors · 0 warnings · 0 advice</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>数据文件夹：推演、复盘、设置都在这里</source>
        <translation>Data folder: exercises, reviews and settings are kept here</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation>Open the data folder</translation>
    </message>
    <message>
        <source>换一个…</source>
        <translation>Choose another…</translation>
    </message>
    <message>
        <source>换一个数据文件夹</source>
        <translation>Choose another data folder</translation>
    </message>
    <message>
        <source>用回系统的</source>
        <translation>Use the system&apos;s</translation>
    </message>
    <message>
        <source>用回系统的数据文件夹</source>
        <translation>Use the system&apos;s data folder again</translation>
    </message>
    <message>
        <source>由环境变量 TONGHE_DATA 指定，在这里不能改。</source>
        <translation>Set by the environment variable TONGHE_DATA; it cannot be changed here.</translation>
    </message>
    <message>
        <source>不能用这个文件夹：{reason}</source>
        <translation>This folder cannot be used: {reason}</translation>
    </message>
    <message>
        <source>下次启动起生效。已有的推演留在原处，可以用“打开推演文件”继续。</source>
        <translation>Takes effect at the next start. Existing exercises stay where they are; use “Open a file” to continue them.</translation>
    </message>
    <message>
        <source>选数据文件夹</source>
        <translation>Choose the data folder</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>是什么</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>何时来</source>
        <translation>When it comes</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>写什么</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>（第几天）</source>
        <translation>(day of the exercise)</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>分，满分1000</source>
        <translation>points of 1000</translation>
    </message>
    <message>
        <source>‰，每回合</source>
        <translation>‰ each turn</translation>
    </message>
    <message>
        <source>万元</source>
        <translation>ten thousands of yuan</translation>
    </message>
    <message>
        <source>点</source>
        <translation>points</translation>
    </message>
    <message>
        <source>选项{number}</source>
        <translation>Option {number}</translation>
    </message>
    <message>
        <source>要做的{number}</source>
        <translation>Expected {number}</translation>
    </message>
    <message>
        <source>没人答复就升级</source>
        <translation>Escalates when nobody replies</translation>
    </message>
    <message>
        <source>在正文里</source>
        <translation>In the text</translation>
    </message>
    <message>
        <source>到这一天</source>
        <translation>On this day</translation>
    </message>
    <message>
        <source>条件成立时</source>
        <translation>When a condition holds</translation>
    </message>
    <message>
        <source>接着另一条</source>
        <translation>After another inject</translation>
    </message>
    <message>
        <source>碰运气</source>
        <translation>By chance</translation>
    </message>
    <message>
        <source>教员手动</source>
        <translation>By the instructor</translation>
    </message>
    <message>
        <source>去正文里看</source>
        <translation>See the text</translation>
    </message>
    <message>
        <source>（不写）</source>
        <translation>(left out)</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>the whole county</translation>
    </message>
    <message>
        <source>{place}督战分队</source>
        <translation>Squad of {place}</translation>
    </message>
    <message>
        <source>这场推演</source>
        <translation>The exercise</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Title page</translation>
    </message>
    <message>
        <source>全程几分钟</source>
        <translation>Minutes in all</translation>
    </message>
    <message>
        <source>几个回合</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>一回合几天</source>
        <translation>Days a turn</translation>
    </message>
    <message>
        <source>一回合几分钟</source>
        <translation>Minutes a turn</translation>
    </message>
    <message>
        <source>回合</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>第{number}条</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>学习目标</source>
        <translation>objective</translation>
    </message>
    <message>
        <source>给教员和复盘</source>
        <translation>For the instructor and the review</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>seat</translation>
    </message>
    <message>
        <source>只交给这个席位</source>
        <translation>For this seat alone</translation>
    </message>
    <message>
        <source>岗位目标{number}</source>
        <translation>Goal {number}</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>找席位和情况</source>
        <translation>Find seats and injects</translation>
    </message>
    <message>
        <source>这场推演、席位和情况</source>
        <translation>The exercise, its seats and injects</translation>
    </message>
    <message>
        <source>新写</source>
        <translation>New</translation>
    </message>
    <message>
        <source>在最后加一条情况</source>
        <translation>Add an inject at the end</translation>
    </message>
    <message>
        <source>复制这一条</source>
        <translation>Duplicate this inject</translation>
    </message>
    <message>
        <source>删掉这一条（可以撤销）</source>
        <translation>Delete this one (can be undone)</translation>
    </message>
    <message>
        <source>看正文</source>
        <translation>Show the text</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>改完一栏就写进正文，注释和排版都不动。</source>
        <translation>Each field is written into the text as you leave it; comments and layout stay.</translation>
    </message>
    <message>
        <source>删掉：{what}</source>
        <translation>Delete: {what}</translation>
    </message>
    <message>
        <source>加一个选项</source>
        <translation>Add an option</translation>
    </message>
    <message>
        <source>加一件要做的</source>
        <translation>Add an expectation</translation>
    </message>
</context>
<context>
    <name>FundList</name>
    <message>
        <source>各项资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>共{given}，已花{spent}，预留{reserved}，还剩{left}</source>
        <translation>{given} in all, {spent} spent, {reserved} reserved, {left} left</translation>
    </message>
    <message>
        <source>已花</source>
        <translation>Spent</translation>
    </message>
    <message>
        <source>预留</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>资金下达后，这里逐笔列出给了多少、花了多少、预留多少、闲了多久。</source>
        <translation>Once funds arrive, each is shown here: how much was given, spent and reserved, and how long it has lain idle.</translation>
    </message>
    <message>
        <source>另有{count}笔资金不归本岗位看。</source>
        <translation>{count} more funds are outside this seat&apos;s view.</translation>
    </message>
    <message>
        <source>闲置{days}天</source>
        <translation>Days idle: {days}</translation>
    </message>
    <message>
        <source>剩{left}</source>
        <translation>{left} left</translation>
    </message>
    <message>
        <source>给{given} · 花{spent} · 留{reserved}</source>
        <translation>Given {given} · spent {spent} · reserved {reserved}</translation>
    </message>
    <message>
        <source>只能用于{what}</source>
        <translation>Only for {what}</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>分支图：情况从左到右，线是谁引出谁</source>
        <translation>Branch graph: injects from left to right, lines show what leads to what</translation>
    </message>
    <message>
        <source>到不了：没有什么会引出它</source>
        <translation>Out of reach: nothing ever starts it</translation>
    </message>
    <message>
        <source>由“{title}”引出：{how}</source>
        <translation>Follows “{title}”: {how}</translation>
    </message>
    <message>
        <source>引出“{title}”：{how}</source>
        <translation>Leads to “{title}”: {how}</translation>
    </message>
    <message>
        <source>单独来的，不引出别的：{count} 条</source>
        <translation>On their own, leading to nothing else: {count}</translation>
    </message>
    <message>
        <source>到不了</source>
        <translation>Out of reach</translation>
    </message>
    <message>
        <source>第{day}天</source>
        <translation>Day {day}</translation>
    </message>
    <message>
        <source>日子：{said}</source>
        <translation>Day: {said}</translation>
    </message>
    <message>
        <source>条件：{said}</source>
        <translation>Condition: {said}</translation>
    </message>
    <message>
        <source>接着：{said}</source>
        <translation>After: {said}</translation>
    </message>
    <message>
        <source>碰运气：每回合{chance}</source>
        <translation>Chance: {chance} a turn</translation>
    </message>
    <message>
        <source>教员手动</source>
        <translation>By the instructor</translation>
    </message>
    <message>
        <source>没有写何时来</source>
        <translation>No trigger written</translation>
    </message>
    <message>
        <source>条件里问到（{said}）</source>
        <translation>asked about in a condition ({said})</translation>
    </message>
    <message>
        <source>选了“{said}”</source>
        <translation>chose “{said}”</translation>
    </message>
    <message>
        <source>{said}，{days}天后</source>
        <translation>{said}, {days} days later</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>分支图</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>还没有情况</source>
        <translation>No injects yet</translation>
    </message>
    <message>
        <source>写两条情况，让后一条接着前一条来，这里就连成图。</source>
        <translation>Write two injects and let the second follow the first; then they are joined here.</translation>
    </message>
    <message>
        <source>{count} 条相连的情况；点一下看正文，方向键走，回车打开。</source>
        <translation>Linked injects: {count}. Click one to see its text; arrow keys move, Enter opens.</translation>
    </message>
    <message>
        <source>{count} 条到不了（红色虚线）。</source>
        <translation>{count} out of reach (dashed red). </translation>
    </message>
    <message>
        <source>未认证</source>
        <translation>Not certified</translation>
    </message>
    <message>
        <source>认证以后，底边标出每条来过几成。</source>
        <translation>Once certified, the foot of each box shows how often it came.</translation>
    </message>
    <message>
        <source>认证已过期</source>
        <translation>Certificate old</translation>
    </message>
    <message>
        <source>{count} 条没来过</source>
        <translation>{count} never came</translation>
    </message>
    <message>
        <source>认证过{runs}场</source>
        <translation>Certified, {runs} runs</translation>
    </message>
    <message>
        <source>底边的条：{day}认证的{runs}场里来过几成。</source>
        <translation>Bar at the foot: how often it came in the {runs} runs of {day}.</translation>
    </message>
    <message>
        <source>后来文字改过。</source>
        <translation>The text has changed since.</translation>
    </message>
</context>
<context>
    <name>Graphic</name>
    <message>
        <source>去改</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>到正文里第一处错误那里去</source>
        <translation>Go to the first error in the text</translation>
    </message>
    <message>
        <source>文字有错，这是上一次能读时的样子</source>
        <translation>The text has an error; this is how it last could be read</translation>
    </message>
    <message>
        <source>文字里有错，还画不出来</source>
        <translation>The text has an error and cannot be drawn yet</translation>
    </message>
    <message>
        <source>改好正文里的错误，这里就会画出来。</source>
        <translation>Fix the error in the text and it will be drawn here.</translation>
    </message>
    <message>
        <source>没有改：正文里有错，先改好再在这里改。</source>
        <translation>Not changed: the text has errors; mend them first, then go on here.</translation>
    </message>
    <message>
        <source>没有改：这一处写法特别，请在正文里改。</source>
        <translation>Not changed: this is written in an unusual way; please edit it in the text.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>引导</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>收起或展开引导</source>
        <translation>Fold or unfold the guide</translation>
    </message>
    <message>
        <source>引导正文</source>
        <translation>Text of the guide</translation>
    </message>
    <message>
        <source>带我去</source>
        <translation>Take me there</translation>
    </message>
    <message>
        <source>上一条</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一条</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{index}/{count}</source>
        <translation>{index}/{count}</translation>
    </message>
    <message>
        <source>第{beat}条，共{count}条</source>
        <translation>{beat} of {count}</translation>
    </message>
    <message>
        <source>指给我看</source>
        <translation>Show me</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>到处都能用</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>这个界面怎么用</source>
        <translation>How to use this screen</translation>
    </message>
    <message>
        <source>这张快捷键表</source>
        <translation>This list of keys</translation>
    </message>
    <message>
        <source>到下一个控件、上一个控件</source>
        <translation>Next control, previous control</translation>
    </message>
    <message>
        <source>空格 · Enter</source>
        <translation>Space · Enter</translation>
    </message>
    <message>
        <source>按下、勾选、打开</source>
        <translation>Press, tick, open</translation>
    </message>
    <message>
        <source>方向键</source>
        <translation>Arrow keys</translation>
    </message>
    <message>
        <source>在表格、清单、并排的按钮里移动</source>
        <translation>Move in tables, lists and rows of buttons</translation>
    </message>
    <message>
        <source>关掉浮层，退出填表</source>
        <translation>Close a pop-up, leave a form</translation>
    </message>
    <message>
        <source>推演中</source>
        <translation>In an exercise</translation>
    </message>
    <message>
        <source>换桌面，从上往下数</source>
        <translation>Change the desk, counted from the top</translation>
    </message>
    <message>
        <source>查找地方、战令、问题、名词，或做一件事</source>
        <translation>Find places, orders, problems and terms, or do something</translation>
    </message>
    <message>
        <source>打开或收起待办</source>
        <translation>Open or close the to-do list</translation>
    </message>
    <message>
        <source>撤回上一步，精力和钱都退回</source>
        <translation>Undo the last step; attention and money come back</translation>
    </message>
    <message>
        <source>结束本回合；正在填表时是签发或办理</source>
        <translation>End the turn; in a form, sign it or carry it out</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>到相邻的地方</source>
        <translation>To the neighbouring place</translation>
    </message>
    <message>
        <source>选所在的战区，再按换下一个</source>
        <translation>Select the war zone you are in; press again for the next</translation>
    </message>
    <message>
        <source>放大、缩小</source>
        <translation>Zoom in, zoom out</translation>
    </message>
    <message>
        <source>看全图</source>
        <translation>See the whole map</translation>
    </message>
    <message>
        <source>表格与填表</source>
        <translation>Tables and forms</translation>
    </message>
    <message>
        <source>复制选中的行，可以贴进 Excel</source>
        <translation>Copy the selected rows, ready to paste into Excel</translation>
    </message>
    <message>
        <source>把台账上显示的行存为 Excel 文件</source>
        <translation>Save the rows shown in the ledger as an Excel file</translation>
    </message>
    <message>
        <source>Ctrl 或 Shift 加点击</source>
        <translation>Ctrl or Shift and a click</translation>
    </message>
    <message>
        <source>选多行</source>
        <translation>Choose several rows</translation>
    </message>
    <message>
        <source>日期一次走一周</source>
        <translation>Move a date by a week</translation>
    </message>
    <message>
        <source>直接打字</source>
        <translation>Simply type</translation>
    </message>
    <message>
        <source>在带搜索的选项里缩小范围</source>
        <translation>Filter a list that can be searched</translation>
    </message>
    <message>
        <source>编辑场景</source>
        <translation>Editing scenarios</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ctrl+空格</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>这里可以写什么</source>
        <translation>What can go here</translation>
    </message>
    <message>
        <source>改正光标处的问题，或新建所缺的编号</source>
        <translation>Fix what is wrong at the cursor, or create the missing id</translation>
    </message>
    <message>
        <source>给编号改名、到编号的定义处</source>
        <translation>Rename an id, go to where it is defined</translation>
    </message>
    <message>
        <source>下一个、上一个问题</source>
        <translation>Next finding, finding before</translation>
    </message>
    <message>
        <source>查找和替换，下一处，上一处</source>
        <translation>Find and replace, next place, place before</translation>
    </message>
    <message>
        <source>在提纲、正文、问题列表之间换</source>
        <translation>Go between outline, text and findings</translation>
    </message>
    <message>
        <source>加一条情况：从常见的问题里挑</source>
        <translation>Add an inject: choose a typical problem</translation>
    </message>
    <message>
        <source>试玩</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>从光标处或选中的情况试推</source>
        <translation>Try from the inject at the cursor or the one chosen</translation>
    </message>
    <message>
        <source>时间轴上：移到别的回合、选一条；图上：走到旁边的一个</source>
        <translation>On the timeline: move to another turn, choose; on a graph: move to the next one</translation>
    </message>
    <message>
        <source>在时间轴和图上：看它的正文</source>
        <translation>On the timeline and the graphs: show its text</translation>
    </message>
    <message>
        <source>复盘</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>换到得分与依据、地图与回放、账面与真实、时间线</source>
        <translation>Go to score and evidence, map and replay, record and truth, timeline</translation>
    </message>
    <message>
        <source>回放时一回合一回合地走</source>
        <translation>In the replay, turn by turn</translation>
    </message>
    <message>
        <source>怎么推演</source>
        <translation>How to play</translation>
    </message>
    <message>
        <source>名词</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>没有这个名词。</source>
        <translation>There is no such term.</translation>
    </message>
    <message>
        <source>### 一个回合

1. **读**：先看右上角“待办”和收文，弄清谁、在哪、多少户、几天。
2. **派**：写一道能量得出的战令，或者把一片、一项包给一个人。
3. **看**：派人到现场去看。报上来的是记录，看到的才是真。
4. **核**：申请销号的先核查，核过再销号，过一阵回头看。
5. **结束本回合**：县里过完这几天，回来看简报，再问“为什么”。

### 心里要有数

- 每道令、每次会、每张表、每次检查都占基层工时。派得越多，做成的不一定越多。
- 牵头不清、数量含糊、要求的证据太弱，账上会好看，地上没变。
- 精力每回合恢复一次，用不完不结转。
- 每一步都自动存盘，随时可以关掉，下次从“继续上次推演”接着来。

不懂的词，把鼠标停在上面就有解释；也可以按 Ctrl+K 查。</source>
        <translation>### A turn

1. **Read**: look at “To do” at the top right and at the inbox: who, where, how many households, how many days.
2. **Assign**: write an order that can be measured, or contract an area or a field to one person.
3. **Look**: send people to see. What is reported is a record; what is seen is the truth.
4. **Check**: what is claimed is checked first, then signed off, and looked at again some time later.
5. **End the turn**: the county lives through these days; come back to the report and ask “why”.

### Keep in mind

- Every order, meeting, table and inspection takes hours from the grassroots. More orders do not mean more done.
- Where the lead is unclear, the amount vague or the evidence weak, the books look good and nothing changes on the ground.
- Attention comes back each turn; what is left over is lost.
- Every step is saved; close the program at any time and pick it up again with “Continue last exercise”.

Hover over a term you do not know and it is explained; Ctrl+K finds it too.</translation>
    </message>
    <message>
        <source>主页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>左边接着上次的推演；中间选场景；右边看它练什么、选席位，点“进入推演”。

- 第一次用，选标着“入门”的一场：十几分钟，一步一步有人带。
- 没人坐的席位由电脑扮演。
- 同一个随机种子，开局的县一模一样，方便几组人比较。</source>
        <translation>On the left, pick up your last exercise; in the middle, choose a scenario; on the right, see what it trains, choose a seat and press “Begin”.

- New here? Choose the introductory one: a quarter of an hour, guided step by step.
- The computer plays the seats nobody takes.
- The same random seed makes the same county, so that groups can be compared.</translation>
    </message>
    <message>
        <source>任务书</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>收文</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>送到你案头的文件和消息。圆点是没读的，带日期的要在那天以前办。

- 读到最后一句：村名、户数、期限，写战令都用得上。
- 有选项的文件要拿主意：每项写着要花什么、什么条件下能选。
- “据此下战令”会把问题和地方替你填好。</source>
        <translation>Papers and messages that reached you. A dot marks what is unread; whatever has a date must be done by then.

- Read to the last sentence: village, households and deadline are all needed for an order.
- A paper with choices needs a decision: each says what it costs and on what condition it is open.
- “Draft an order” fills in the problem and the place for you.</translation>
    </message>
    <message>
        <source>颜色深浅是所选图层的数字，菱形是贫困村，三角是有超期问题的地方。

- 点一个地方，右边是它的账面数、亲眼见过的数，和能办的事。点战区的名称，看全战区的合计。
- “列表”里同样的内容：各战区和它的乡镇，再是村，最差的排在最前。点列头换着排，点第三下回来。
- 看“数据截至”：旧数字上做不出新决定。</source>
        <translation>The shade shows the figure of the chosen layer; a diamond is a poor village, a triangle a place with an overdue problem.

- Click a place: on the right are its figures on record, what was seen there, and what can be done. Click the name of a war zone for its sums.
- “List” holds the same: each war zone with its townships, then the villages, the worst first. Click a heading to sort by it; a third click brings the order back.
- Mind “as of”: old figures make no new decisions.</translation>
    </message>
    <message>
        <source>战令</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>左边是在办的令，中间拟一道新的，右边先算一遍：清不清楚、工时够不够、要花什么。

- 先选针对的问题，别的多半会自动填好。
- 证据要求越弱，下面越容易拿台账交差。
- 黄色的提醒不拦你签发，但说的都会发生。</source>
        <translation>On the left the orders in force, in the middle a new one, on the right what it would do: how clear it is, whether there are hours enough, what it costs.

- Choose the problem first; most of the rest then fills itself in.
- The weaker the evidence asked for, the easier it is to report from the ledger.
- A yellow warning does not keep you from signing, but what it says will happen.</translation>
    </message>
    <message>
        <source>包干</source>
        <translation>Contracts</translation>
    </message>
    <message>
        <source>把一片地方或一个领域交给人，连同工时、资金和权限。

- 先看上面没人包的地方和领域。
- 只压责任不给手段，到期考评时多半只有好看的账。
- 包出去以后仍要派督战去看。</source>
        <translation>Hand an area or a field to somebody, with hours, money and powers.

- See first, at the top, which areas and fields nobody holds.
- Responsibility without means mostly ends in good-looking books.
- What is contracted still has to be looked at on site.</translation>
    </message>
    <message>
        <source>督战</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>问题台账和到现场的检查。每个问题走同一条路：发现、登记交办、整改、核查、销号、回头看。

- “待我办”只列要你动手的；选一行，右边高亮的按钮就是下一步。
- “申请销号”的百分之百是报上来的。到现场核，才认得出纸面整改，再“退回整改”。
- 选中几行点“提示单”就发出一张；“提示单”一面里可以打印，也可以存为 PDF。
- 查得太密，基层的工时都去迎检了。</source>
        <translation>The ledger of problems and the checks on site. Every problem takes the same path: found, registered, rectified, checked, signed off, looked at again.

- “For me” lists only what needs you; choose a row, and the button that stands out is the next step.
- The 100 % of a claim is what was reported. Only a check on site reveals paper rectification; then send it back.
- Choose rows and press “Slip” to send one; the face with the slips prints it or keeps it as PDF.
- Too many checks, and the grassroots spend their hours on receiving inspectors.</translation>
    </message>
    <message>
        <source>县里的班子怎么搭。实线是在运转的，斜纹是筹建中的，虚线是还可以设立的。

- 设一个指挥部或专班，摩擦会降；抽来的人，原单位就少了。
- “上传下达”看令走到了哪里、报告是几天前的；连线越粗，摩擦越大。
- 点卡片定负责人、抽人、定牵头；“全县安排”里开调度会、宣布头等大事、精简报表。</source>
        <translation>How the county is organised. Solid lines work, hatched ones are being set up, dashed ones could be.

- A headquarters or a task team lowers friction; the people seconded are missing where they came from.
- “Flow” shows how far orders have come and how many days old the reports are; the thicker a link, the more friction.
- Press a card to name its leader, second staff or settle who leads; “Whole county” holds dispatch meetings, declares a first priority and cuts forms.</translation>
    </message>
    <message>
        <source>花钱补缺口：先看缺什么，再定在哪里、办多少、用哪笔钱。

- 每笔资金一条：花了的、为在建项目预留的、还剩的；专款只能办它管的事，闲置的会标出来。
- “拨钱、调钱、停建”在另一面：拨到单位账上的钱，下面不用再层层请示。
- 开了工的项目占着钱，建成才算数。</source>
        <translation>Money spent on gaps: see what is missing, then decide where, how much and from which fund.

- Each fund has its bar: spent, reserved for programmes under way, left. Earmarked money serves its own purposes only; idle money is marked.
- “Allot, move, stop” is the other face: with money on its own account a body need not ask upward for every step.
- A programme that has begun ties up money; it counts only once it is finished.</translation>
    </message>
    <message>
        <source>自己写一场推演，照这个次序做。左边是提纲，点哪里就到哪里。

1. **新建**：在主页点“新建场景”，写标题，选一份开头。自带的场景点“做个副本来编辑”，原来的不动。
2. **改标题和席位**：在“表单”里选“这场推演”改标题和简介，选席位改它的说明；“正文”里是同样的内容。
3. **加情况**：“加一条情况…”（Ctrl+I）有一百二十二种常见问题，选好给谁、何时，连同病根和期望一起写进来。在“表单”里一格一格地改。已经有 Excel 清单的，用“工具”里的“导入事件清单…”。
4. **看**：“时间轴”看哪个席位哪天来什么，拖动可以换回合；“分支图”看选了以后引到哪里，到不了的标红；“阶段图”看各阶段怎样接；“统计”看每个席位要读多少字；“改动”看上次保存以后改了什么。
5. **试**：按 F5 用现在的文字开一场，旁边的小按钮选坐哪个席位，出来就回到编辑器。按 Ctrl+R 只试光标处的那条情况：电脑先推演到那天，看每个席位桌上有什么、每个选项引到哪里。
6. **存**：按 Ctrl+S 才写进场景的文件。没保存的改动每隔片刻自动留存一版，关掉也不会丢；每一版都在“历史”里，可以比较和取回。
7. **认证和打包**：“工具”里的“认证…”让电脑推演许多场，看过不过关、还差什么；“打包…”做成一个文件发给别人。</source>
        <translation>Writing an exercise of your own, in this order. The outline is on the left: click to go there.

1. **New**: press “New scenario” on the home page, write a title and choose a beginning. For a scenario of the library press “Make a copy to edit”; the original stays as it is.
2. **Title and seats**: in the “Form” choose “The exercise” for title and summary, and a seat for its brief; the “Text” says the same.
3. **Injects**: “Add an inject…” (Ctrl+I) lists 122 typical problems: say to whom and when, and it is written in with its root and what is expected. Edit it field by field in the “Form”. If you have a list in Excel, use “Import an event list…” under “Tools”.
4. **Look**: the “Timeline” shows what reaches which seat on which day, and dragging moves it to another turn; “Branches” shows where each choice leads, in red what is never reached; “Phases” how the phases follow each other; “Figures” how much each seat has to read; “Changes” what is new since the last save.
5. **Try**: F5 plays the text as it stands, the small button beside it picks the seat, and the way out leads back to the editor. Ctrl+R tries only the inject at the cursor: the bots play up to that day, then see what lies on each desk and where each option leads.
6. **Save**: only Ctrl+S writes the scenario&apos;s own files. Unsaved work is autosaved every few moments, so closing loses nothing; every version is in the “History”, to be compared and restored.
7. **Certify and pack**: under “Tools”, “Certificate…” lets the bots play it many times and says whether it passes and what it lacks; “Pack…” makes one file of it to send to others.</translation>
    </message>
    <message>
        <source>### 写的时候

- 停笔片刻就检查一遍：红色波浪线是**错误**，橙色虚线是**警告**，点线是**建议**。有错误不能试，先改错误。
- 有现成改法的，点“改正”或按 Alt+回车；笔误可以“改正全部有把握的”。改错了按 Ctrl+Z。
- 不知道写什么，按 Ctrl+空格，每一条后面写着它的意思。
- 编号按 F2 全部改名，按 F12 到定义处；写了还没有的编号，点“新建所缺”。</source>
        <translation>### While writing

- A moment after you stop typing the text is checked: a red wave is an **error**, an orange dashed line a **warning**, dots are **advice**. With errors it cannot be tried: fix them first.
- Where there is a ready-made fix press “Fix” or Alt+Enter; “Fix all safe ones” deals with slips. Ctrl+Z takes a fix back.
- Not sure what may stand here? Ctrl+Space lists it, with what each means.
- F2 renames an id everywhere, F12 goes to where it is defined; for an id that is not there yet press “Create what is missing”.</translation>
    </message>
    <message>
        <source>### 表格

- “导入事件清单…”先列出每一行和它的问题，列认错了在左边改；点“导入”才进正文，可以撤销。
- 同一处可以下载一份空白的事件清单：表头、两行示例和每列怎么填都有，填好再导入。
- “导出事件清单…”把情况写成 Excel，改好可以再导入；清单装不下的内容会说明。
- “导入县情…”用乡镇边界和村表做成场景自己的县。</source>
        <translation>### Tables

- “Import an event list…” first shows each row and what is wrong with it; where a column was taken wrongly, say so on the left; only “Import” puts it into the text, and it can be undone.
- In the same place you can have an empty event list: its headings, two sample rows, and how each column is filled in. Fill it in and import it.
- “Export the event list…” writes the injects as Excel, to be changed and imported again; what the list cannot hold is told.
- “Import a county…” makes a county of the scenario&apos;s own from township borders and a table of villages.</translation>
    </message>
    <message>
        <source>组织</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>开局前读一遍：这一场讲什么、你是谁、目标是什么、手里有多少钱和精力、分几个阶段。

- “只有你知道”的事别人看不到，用不用、什么时候说，由你定。
- 县情是报上来的数字，不等于真实情况。</source>
        <translation>Read this before you begin: what the exercise is about, who you are, your aims, the money and attention you have, and the stages.

- Nobody else sees what is “for your eyes only”; whether and when to share it is up to you.
- The figures of the county are what was reported, not the truth.</translation>
    </message>
    <message>
        <source>伙伴</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>县外的帮扶城市、企业和社会组织。

- 接洽要花精力，谈成了带来钱、人和订单。
- 没人对接就会散。农户分不分得到，要看利益联结。</source>
        <translation>Partner cities, companies and social organisations from outside.

- Approaching them costs attention; an agreement brings money, people and purchase orders.
- Without somebody to look after them they drift away. Whether households get a share depends on the benefit linkage.</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>每个数字现在多少、往哪走、离目标多远。选一行，右边回答“为什么”。

- 原因按大小排，往坏和往好的分开；箭头带你去看来处。
- 三角朝上朝下是升降，后面的“向好”“变差”才是好坏。
- 没有账面来处的变化，要到复盘才看得见。</source>
        <translation>What each figure is now, which way it goes and how far the target is. Choose a row, and the right side answers “why”.

- Causes stand by size, for the worse apart from for the better; the arrow leads to where each comes from.
- A triangle up or down is a rise or a fall; “better” and “worse” behind it say whether that is good.
- A change with no source on record is seen only in the review.</translation>
    </message>
    <message>
        <source>简报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>一回合下来最要紧的三件事、动了的数字、接下来等着你的事。

- 从上往下读，每条都能点过去。
- 平静的一回合也可能是没人去看。</source>
        <translation>The three things that matter most after a turn, the figures that moved, and what waits for you next.

- Read from the top; every line leads on.
- A quiet turn may also mean that nobody looked.</translation>
    </message>
    <message>
        <source>推演结束后看真实的情况。

- **得分与依据**：每一条都写着依据，点一下就到那几件事。
- **地图与回放**：拖动回合，地图和数字一起走；每一层可以换着看账面、真实和差距；点一个地方，旁边列出那里的两本账和账面上看不见的问题。
- **账面与真实**：报上来的线与真实的线。
- **时间线**：每条指令、谁下的、后来怎样；可以导出报告带走。

教员不用等到结束：主页的“教员看盘”打开任何一个推演文件，同样能看地图、两条线和时间线，只是没有得分。只看，不改。</source>
        <translation>After the exercise you see how things truly were.

- **Score and evidence**: every line says what it rests on; a press leads to those events.
- **Map and replay**: move through the turns, and map and figures move along; every layer shows the record, the truth or the difference; choose a place to see both books side by side, and the problems that the record does not show.
- **Record and truth**: the course as reported beside the true one.
- **Timeline**: every command, who gave it and what came of it; a report can be exported.

An instructor need not wait for the end: “Instructor” on the home page opens any exercise file and shows map, courses and timeline the same way, only without a score. It looks and changes nothing.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>帮助目录</source>
        <translation>Contents of the help</translation>
    </message>
    <message>
        <source>找一个名词</source>
        <translation>Find a term</translation>
    </message>
    <message>
        <source>帮助正文</source>
        <translation>Help text</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>打开时</source>
        <translation>when opened</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>自动留存</source>
        <translation>autosaved</translation>
    </message>
    <message>
        <source>别的程序写的</source>
        <translation>written by another program</translation>
    </message>
    <message>
        <source>没保存就离开</source>
        <translation>left without saving</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>以前的版本</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>选一个版本，右边是它和现在的不同：红的是它没有的，绿的是它才有的。</source>
        <translation>Choose a version; on the right is how it differs from the text now: red is what it lacks, green what only it has.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>来由</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>版本列表</source>
        <translation>List of versions</translation>
    </message>
    <message>
        <source>和现在的不同</source>
        <translation>How it differs from now</translation>
    </message>
    <message>
        <source>取回这个版本</source>
        <translation>Restore this version</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>还没有以前的版本。</source>
        <translation>There are no earlier versions yet.</translation>
    </message>
    <message>
        <source>这个版本的文件已经损坏，读不出来。</source>
        <translation>The file of this version is damaged and cannot be read.</translation>
    </message>
    <message>
        <source>和现在一样。</source>
        <translation>The same as now.</translation>
    </message>
</context>
<context>
    <name>HomeList</name>
    <message>
        <source>有错误，暂不能开始</source>
        <translation>Has errors; cannot be played</translation>
    </message>
    <message>
        <source>正在检查</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <source>入门</source>
        <translation>Introductory</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>进阶</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>我的 · </source>
        <translation>mine · </translation>
    </message>
    <message>
        <source>{level} · 约{minutes}分钟 · {seats}个席位</source>
        <translation>{level} · ~{minutes} min · seats: {seats}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>统合推演</source>
        <translation>Tonghe</translation>
    </message>
    <message>
        <source>县域统合治理桌面推演：战令、包干、督战</source>
        <translation>County-level integrated governance at the table: orders, contracts, supervision</translation>
    </message>
    <message>
        <source>继续上次推演</source>
        <translation>Continue last exercise</translation>
    </message>
    <message>
        <source>每一步都自动存盘</source>
        <translation>Every step is saved</translation>
    </message>
    <message>
        <source>最近的推演</source>
        <translation>Recent exercises</translation>
    </message>
    <message>
        <source>第一次来？先选“入门”的一场，一步一步有人带。开始以后，这里会有一个按钮，接着上次往下走；每一步都自动存盘。</source>
        <translation>New here? Begin with the starter: it takes you by the hand. Once you have begun, a button here picks up where you left; every step is saved.</translation>
    </message>
    <message>
        <source>打开推演文件</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>教员看盘</source>
        <translation>Instructor</translation>
    </message>
    <message>
        <source>给教员：看一场推演的账面和真实，只看不改</source>
        <translation>For instructors: an exercise&apos;s record beside the truth; looking changes nothing</translation>
    </message>
    <message>
        <source>新建场景</source>
        <translation>New scenario</translation>
    </message>
    <message>
        <source>自己写一场：从模板开始</source>
        <translation>Write your own, starting from a template</translation>
    </message>
    <message>
        <source>安装场景包</source>
        <translation>Install package</translation>
    </message>
    <message>
        <source>别人给的 .zip；拖进窗口也行</source>
        <translation>A .zip from somebody else; you can also drag it here</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>新的推演</source>
        <translation>New exercise</translation>
    </message>
    <message>
        <source>选一个场景，再选你坐的席位；其余席位由电脑扮演。</source>
        <translation>Choose a scenario and the seat you take; the computer plays the others.</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>场景列表</source>
        <translation>List of scenarios</translation>
    </message>
    <message>
        <source>正在准备</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>没有找到场景。请检查安装，或用“打开推演文件”继续已有推演。</source>
        <translation>No scenarios were found. Check the installation, or use &quot;Open a file&quot; to continue an earlier exercise.</translation>
    </message>
    <message>
        <source>推演文件 (*{suffix})</source>
        <translation>Exercise files (*{suffix})</translation>
    </message>
    <message>
        <source>看哪一场推演</source>
        <translation>Which exercise to look at</translation>
    </message>
    <message>
        <source>选推演文件…</source>
        <translation>Choose an exercise file…</translation>
    </message>
    <message>
        <source>试推 · {title}</source>
        <translation>Trial · {title}</translation>
    </message>
    <message>
        <source>{title} · {seat}
{when}</source>
        <translation>{title} · {seat}
{when}</translation>
    </message>
</context>
<context>
    <name>HomeTools</name>
    <message>
        <source>场景包 (*{suffix})</source>
        <translation>Scenario package (*{suffix})</translation>
    </message>
    <message>
        <source>安装场景包</source>
        <translation>Install package</translation>
    </message>
    <message>
        <source>已改正。</source>
        <translation>Mended.</translation>
    </message>
    <message>
        <source>已安装“{title}”。</source>
        <translation>“{title}” is installed.</translation>
    </message>
    <message>
        <source>已用这一份替换“{title}”。</source>
        <translation>“{title}” is replaced by this one.</translation>
    </message>
    <message>
        <source>“{title}”已经装过，内容一样。</source>
        <translation>“{title}” is installed already, word for word.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{cure}哪一列是什么，在左边选。</source>
        <translation>{cure} Which column is which is chosen on the left.</translation>
    </message>
    <message>
        <source>是不是想写“{meant}”？{cure}</source>
        <translation>Did you mean &quot;{meant}&quot;? {cure}</translation>
    </message>
    <message>
        <source>这一行没有问题。</source>
        <translation>Nothing is wrong with this row.</translation>
    </message>
    <message>
        <source>{severity} {file} {place}：{message}
怎么改：{cure}</source>
        <translation>{severity} {file} {place}: {message}
How to fix: {cure}</translation>
    </message>
    <message>
        <source>{errors} 处错误，{warnings} 处警告</source>
        <translation>Errors: {errors}, warnings: {warnings}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>正在读</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>怎么改</source>
        <translation>How to fix</translation>
    </message>
    <message>
        <source>每一行和它的问题</source>
        <translation>Every row and what is wrong with it</translation>
    </message>
    <message>
        <source>选中的一行有什么问题、怎么改</source>
        <translation>What is wrong with the selected row, and how to fix it</translation>
    </message>
    <message>
        <source>再读一遍</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>在别处改好、存盘以后按这里</source>
        <translation>Press this after fixing and saving the file in another program</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>还没有读。</source>
        <translation>Not read yet.</translation>
    </message>
    <message>
        <source>整个文件</source>
        <translation>Whole file</translation>
    </message>
    <message>
        <source>正在读。</source>
        <translation>Reading.</translation>
    </message>
    <message>
        <source>{what}：{notes}</source>
        <translation>{what}; {notes}</translation>
    </message>
    <message>
        <source>没有读成：{reason}</source>
        <translation>It could not be read: {reason}</translation>
    </message>
    <message>
        <source>选一行，这里写它的全部问题和改法。</source>
        <translation>Select a row to see everything that is wrong with it and how to fix it.</translation>
    </message>
    <message>
        <source>这一行：{cells}</source>
        <translation>This row: {cells}</translation>
    </message>
    <message>
        <source>没有问题</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>InboxDesk</name>
    <message>
        <source>收文</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>收文或消息</source>
        <translation>Papers or messages</translation>
    </message>
    <message>
        <source>搜标题、来文单位、地点</source>
        <translation>Search title, sender, place</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>待答复</source>
        <translation>To answer</translation>
    </message>
    <message>
        <source>只看待答复的或全部</source>
        <translation>Only what is to be answered, or all</translation>
    </message>
    <message>
        <source>收文列表</source>
        <translation>List of papers</translation>
    </message>
    <message>
        <source>没有符合的收文。</source>
        <translation>No matching papers.</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>看清单或正文</source>
        <translation>Look at the list or the paper</translation>
    </message>
    <message>
        <source>待答复 {count}</source>
        <translation>To answer {count}</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>消息 {count}</source>
        <translation>Messages {count}</translation>
    </message>
</context>
<context>
    <name>InboxOverview</name>
    <message>
        <source>上级、乡镇和群众的来文会出现在这里。</source>
        <translation>Papers from above, from townships and from the public appear here.</translation>
    </message>
    <message>
        <source>还没有收文</source>
        <translation>No papers yet</translation>
    </message>
    <message>
        <source>今天的收文</source>
        <translation>Papers today</translation>
    </message>
    <message>
        <source>{unread}份未读，{due}份限期答复。</source>
        <translation>{unread} unread, {due} to answer by a date.</translation>
    </message>
    <message>
        <source>还有这些事在等你</source>
        <translation>Also waiting for you</translation>
    </message>
    <message>
        <source>还有{count}件，见右上角“待办”。</source>
        <translation>{count} more; see &quot;To do&quot; at the top right.</translation>
    </message>
    <message>
        <source>本阶段：{name}</source>
        <translation>This phase: {name}</translation>
    </message>
    <message>
        <source>{sender} · {where}</source>
        <translation>{sender} · {where}</translation>
    </message>
    <message>
        <source>打开：{title}</source>
        <translation>Open: {title}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{kind}：{title}</source>
        <translation>{kind}: {title}</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>去处理：{title}</source>
        <translation>Go to: {title}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>已存成副本：{path}</source>
        <translation>Saved as a copy: {path}</translation>
    </message>
    <message>
        <source>有没保存的改动</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>“{title}”还没有保存。</source>
        <translation>“{title}” is not saved yet.</translation>
    </message>
    <message>
        <source>保存再离开</source>
        <translation>Save and leave</translation>
    </message>
    <message>
        <source>不保存</source>
        <translation>Leave unsaved</translation>
    </message>
    <message>
        <source>不保存的话，这些改动仍留在“历史”里，以后可以取回。</source>
        <translation>Unsaved changes stay in the “History” and can be restored later.</translation>
    </message>
    <message>
        <source>没有历史</source>
        <translation>No history</translation>
    </message>
    <message>
        <source>存放历史的文件夹打不开：{reason}</source>
        <translation>The folder of the history cannot be opened: {reason}</translation>
    </message>
    <message>
        <source>已取回这个版本，还没有保存；Ctrl+Z 可以撤销。</source>
        <translation>This version has been restored but not saved; Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>取不回来</source>
        <translation>Cannot be restored</translation>
    </message>
    <message>
        <source>这个版本的文件已经损坏，现在的文字没有动。</source>
        <translation>The file of this version is damaged; the text now was not touched.</translation>
    </message>
    <message>
        <source>这个场景读不出来</source>
        <translation>This scenario cannot be read</translation>
    </message>
    <message>
        <source>里面没有可以编辑的文件。</source>
        <translation>There is no file in it that could be edited.</translation>
    </message>
    <message>
        <source>有的文件读起来有问题</source>
        <translation>Some files could not be read properly</translation>
    </message>
    <message>
        <source>上次有没保存的改动</source>
        <translation>Unsaved changes from last time</translation>
    </message>
    <message>
        <source>{when} 留下的改动没有保存过。要接着改吗？</source>
        <translation>The changes of {when} were never saved. Continue with them?</translation>
    </message>
    <message>
        <source>接着改</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>不接着改</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>不接着改的话，它仍留在“历史”里。</source>
        <translation>If not, they stay in the “History”.</translation>
    </message>
    <message>
        <source>文件在别处改过</source>
        <translation>Changed elsewhere</translation>
    </message>
    <message>
        <source>{names} 打开以后被别的程序改过。</source>
        <translation>{names}: another program changed this since it was opened.</translation>
    </message>
    <message>
        <source>用这里的覆盖</source>
        <translation>Overwrite with this text</translation>
    </message>
    <message>
        <source>别处的那一份已经放进“历史”，不会丢。</source>
        <translation>The other version is in the “History” already and will not be lost.</translation>
    </message>
    <message>
        <source>已保存，上一版在“历史”里。</source>
        <translation>Saved; the version before is in the “History”.</translation>
    </message>
    <message>
        <source>没有存下来</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>写不进去：{reason}。文字还在窗口里，请先不要关。</source>
        <translation>It cannot be written: {reason}. The text is still in the window; please do not close it yet.</translation>
    </message>
    <message>
        <source>没有存下来：{reason}。文字还在窗口里。</source>
        <translation>Not saved: {reason}. The text is still in the window.</translation>
    </message>
    <message>
        <source>这个文件夹只能读，改了存不回去：{path}</source>
        <translation>This folder is read-only, changes cannot be saved there: {path}</translation>
    </message>
    <message>
        <source>存不进去</source>
        <translation>It cannot be saved there</translation>
    </message>
    <message>
        <source>存成我的副本</source>
        <translation>Save as a copy of mine</translation>
    </message>
    <message>
        <source>副本放在你自己的场景文件夹里，原来的不动。</source>
        <translation>The copy goes to your own scenario folder; the original stays as it is.</translation>
    </message>
    <message>
        <source>已自动留存一版。</source>
        <translation>A version was saved automatically.</translation>
    </message>
    <message>
        <source>自动留存不成</source>
        <translation>Autosave does not work</translation>
    </message>
    <message>
        <source>留存版本的文件夹写不进去：{reason}。请及时按 Ctrl+S 保存。</source>
        <translation>The folder of versions cannot be written to: {reason}. Please save often with Ctrl+S.</translation>
    </message>
</context>
<context>
    <name>LabourAct</name>
    <message>
        <source>有接收单位的，一年稳稳挣；自己出去闯的，不少人很快又回来。</source>
        <translation>With an employer to go to, they earn steadily all year; of those who set off on their own, many are soon back.</translation>
    </message>
    <message>
        <source>从哪里组织</source>
        <translation>From where</translation>
    </message>
    <message>
        <source>多少人</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>人</source>
        <translation> people</translation>
    </message>
    <message>
        <source>到哪家</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>从哪里</source>
        <translation>From</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>{name}（还能接{count}人）</source>
        <translation>{name} (can take {count} more)</translation>
    </message>
    <message>
        <source>没有接收单位，自己出去找</source>
        <translation>No employer; they find work themselves</translation>
    </message>
</context>
<context>
    <name>LeadAct</name>
    <message>
        <source>一件事一家牵头。牵头单位要懂这一行；牵头超过两个领域就顾不过来。</source>
        <translation>One matter, one lead. The lead should know the trade; one that leads more than two domains cannot keep up.</translation>
    </message>
    <message>
        <source>牵头哪个领域</source>
        <translation>Lead in which domain</translation>
    </message>
    <message>
        <source>领域</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>{domain}（现由{organ}）</source>
        <translation>{domain} (now {organ})</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>待我办</source>
        <translation>For me</translation>
    </message>
    <message>
        <source>未销号</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Signed off</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>看哪些问题</source>
        <translation>Which problems to show</translation>
    </message>
    <message>
        <source>按领域筛选</source>
        <translation>Filter by domain</translation>
    </message>
    <message>
        <source>按乡镇筛选</source>
        <translation>Filter by township</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>搜问题、地点、单位</source>
        <translation>Search problem, place, organ</translation>
    </message>
    <message>
        <source>选择显示哪些列</source>
        <translation>Choose columns</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制选中的行，可粘贴到 Excel（Ctrl+C）</source>
        <translation>Copy the selected rows, to paste into Excel (Ctrl+C)</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>问题台账</source>
        <translation>Problem ledger</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>把显示的行存为 Excel 文件（Ctrl+Shift+S）</source>
        <translation>Save the rows shown as an Excel file (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>选中的问题</source>
        <translation>Problem chosen</translation>
    </message>
    <message>
        <source>看台账或选中的问题</source>
        <translation>Look at the ledger or the problem chosen</translation>
    </message>
    <message>
        <source>全部领域</source>
        <translation>All domains</translation>
    </message>
    <message>
        <source>全部乡镇</source>
        <translation>All townships</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>No grouping</translation>
    </message>
    <message>
        <source>按乡镇分组</source>
        <translation>By township</translation>
    </message>
    <message>
        <source>按责任单位分组</source>
        <translation>By owner</translation>
    </message>
    <message>
        <source>已复制{count}行，可直接粘贴到 Excel。</source>
        <translation>Copied rows: {count}. Paste them straight into Excel.</translation>
    </message>
    <message>
        <source>没有导出：{reason}</source>
        <translation>Not exported: {reason}</translation>
    </message>
    <message>
        <source>已把{count}行导出到 {file}</source>
        <translation>Rows exported: {count}, to {file}</translation>
    </message>
    <message>
        <source>问题台账 {date}</source>
        <translation>Ledger {date}</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export the ledger</translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name} {count}</translation>
    </message>
    <message>
        <source>待我办 {count}</source>
        <translation>For me {count}</translation>
    </message>
    <message>
        <source>未销号 {count}</source>
        <translation>Open {count}</translation>
    </message>
    <message>
        <source>超期 {count}</source>
        <translation>Overdue {count}</translation>
    </message>
    <message>
        <source>已销号 {count}</source>
        <translation>Signed off {count}</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>筛选 {count}</source>
        <translation>Filter {count}</translation>
    </message>
    <message>
        <source>显示{shown}行。累计发现{found}个，销号{done}个，反弹过{back}个。按住 Ctrl 或 Shift 选多行。</source>
        <translation>Rows shown: {shown}. So far {found} found, {done} signed off, {back} rebounded. Hold Ctrl or Shift to select several.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>领域</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>严重</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>还剩</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>反弹</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>措施</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>发生日</source>
        <translation>Arose</translation>
    </message>
    <message>
        <source>户数</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>提示次数</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>督责</source>
        <translation>Ladder</translation>
    </message>
    <message>
        <source>回头看</source>
        <translation>Look-back</translation>
    </message>
    <message>
        <source>核查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>来文</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>督战</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>自查</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>看材料</source>
        <translation>Papers only</translation>
    </message>
    <message>
        <source>到现场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>深查</source>
        <translation>In depth</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>好消息</source>
        <translation>Good news</translation>
    </message>
    <message>
        <source>要当心</source>
        <translation>Watch out</translation>
    </message>
    <message>
        <source>要知道</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>去看：{what}</source>
        <translation>Look at: {what}</translation>
    </message>
    <message>
        <source>去看，去办</source>
        <translation>Look and act</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>去办：{what}</source>
        <translation>Act on: {what}</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>万</source>
        <translation>k</translation>
    </message>
</context>
<context>
    <name>LoansAct</name>
    <message>
        <source>担保金撬动贷款，好处落不落到户，看合作企业的利益联结；企业靠不住，钱就烂在里面。</source>
        <translation>A guarantee levers loans. Whether households gain depends on the firm&apos;s benefit linkage; with an unreliable firm the money goes bad.</translation>
    </message>
    <message>
        <source>投到哪里</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>用哪笔资金</source>
        <translation>From which fund</translation>
    </message>
    <message>
        <source>担保金</source>
        <translation>Guarantee</translation>
    </message>
    <message>
        <source>用哪笔钱</source>
        <translation>Which fund</translation>
    </message>
    <message>
        <source>选资金并填担保金。</source>
        <translation>Choose a fund and enter the guarantee.</translation>
    </message>
</context>
<context>
    <name>LookBackPage</name>
    <message>
        <source>回头看清单</source>
        <translation>Look-back list</translation>
    </message>
    <message>
        <source>销了号的，还要回头看</source>
        <translation>Signed off, and still to be looked back at</translation>
    </message>
    <message>
        <source>每回合该回头看几个；点一下只看那一回合的</source>
        <translation>How many second looks each turn brings; press one to see only its own</translation>
    </message>
    <message>
        <source>问题销号以后才谈得上回头看。</source>
        <translation>Look-backs come only after a problem is signed off.</translation>
    </message>
    <message>
        <source>还没有销号的问题</source>
        <translation>No problem signed off yet</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>选中的问题</source>
        <translation>Problem chosen</translation>
    </message>
    <message>
        <source>看清单或选中的问题</source>
        <translation>Look at the list or the problem chosen</translation>
    </message>
    <message>
        <source>该回头看{due}个，已排{planned}个，反弹{back}个。只看过材料就销号的排在前面。</source>
        <translation>Due for a look-back {due}, planned {planned}, rebounded {back}. Those signed off on papers alone come first.</translation>
    </message>
    <message>
        <source>这一回合</source>
        <translation>This turn</translation>
    </message>
    <message>
        <source>{when} {count}个</source>
        <translation>{when}: {count}</translation>
    </message>
    <message>
        <source>选了{count}个</source>
        <translation>Selected: {count}</translation>
    </message>
    <message>
        <source>{place} · {owner} · {date}销号</source>
        <translation>{place} · {owner} · signed off {date}</translation>
    </message>
    <message>
        <source>按乡镇分开派人，一个乡镇一次。</source>
        <translation>Send people township by township, one visit each.</translation>
    </message>
    <message>
        <source>“{title}”已经反弹，要重新交办</source>
        <translation>&quot;{title}&quot; has rebounded and must be assigned anew</translation>
    </message>
    <message>
        <source>“{title}”已排在{date}</source>
        <translation>&quot;{title}&quot; is already planned for {date}</translation>
    </message>
    <message>
        <source>安排回头看</source>
        <translation>Plan a look-back</translation>
    </message>
    <message>
        <source>看台账</source>
        <translation>See ledger</translation>
    </message>
    <message>
        <source>已反弹</source>
        <translation>Rebounded</translation>
    </message>
    <message>
        <source>该看了</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>已排定</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>看过了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>刚销号</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>没查</source>
        <translation>Unchecked</translation>
    </message>
    <message>
        <source>看材料</source>
        <translation>Papers only</translation>
    </message>
    <message>
        <source>到现场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>深查</source>
        <translation>In depth</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>销号日</source>
        <translation>Signed off</translation>
    </message>
    <message>
        <source>销号前核查</source>
        <translation>Check before</translation>
    </message>
    <message>
        <source>回头看</source>
        <translation>Look-back</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>推演结束</source>
        <translation>The exercise is over</translation>
    </message>
    <message>
        <source>点右上角“复盘”，看得分、当时所见与实际情况。</source>
        <translation>Choose &quot;Review&quot; at the top right to see the score, and what was seen at the time beside what was true.</translation>
    </message>
    <message>
        <source>这一回合没有走完</source>
        <translation>The turn was not finished</translation>
    </message>
    <message>
        <source>已确认的操作都已存盘。原因：{reason}</source>
        <translation>All confirmed actions are saved. Reason: {reason}</translation>
    </message>
    <message>
        <source>时间一到，本回合自动结束，没办的事按“不办”处理。</source>
        <translation>When time is up the turn ends by itself, and what is left undone counts as not done.</translation>
    </message>
    <message>
        <source>本回合还剩{seconds}秒</source>
        <translation>{seconds} s left in this turn</translation>
    </message>
    <message>
        <source>时间到，本回合自动结束。</source>
        <translation>Time is up: the turn ends by itself.</translation>
    </message>
    <message>
        <source>桌面</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>结束本回合</source>
        <translation>End the turn</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>看待办</source>
        <translation>Show to-do list</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>撤回上一步</source>
        <translation>Undo the last step</translation>
    </message>
    <message>
        <source>名词</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>已撤回上一步。</source>
        <translation>The last step was undone.</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>县域地图</source>
        <translation>Map of the county</translation>
    </message>
    <message>
        <source>方向键换地方，Z 选战区，加减键缩放，0 看全图；同样的内容见列表。</source>
        <translation>Arrow keys change place, Z selects the war zone, plus and minus zoom, 0 shows the whole map; the list has the same content.</translation>
    </message>
    <message>
        <source>{count}个乡镇</source>
        <translation>{count} townships</translation>
    </message>
    <message>
        <source>最近有人到村：{date}</source>
        <translation>Last seen on site: {date}</translation>
    </message>
    <message>
        <source>{layer}：{value}</source>
        <translation>{layer}: {value}</translation>
    </message>
    <message>
        <source>数据截至：{date}</source>
        <translation>Data as of: {date}</translation>
    </message>
</context>
<context>
    <name>MapDesk</name>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>县域</source>
        <translation>County</translation>
    </message>
    <message>
        <source>选中的地方</source>
        <translation>Selected place</translation>
    </message>
    <message>
        <source>看县域还是选中的地方</source>
        <translation>Show the county or the selected place</translation>
    </message>
</context>
<context>
    <name>MapLayers</name>
    <message>
        <source>{days}天</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>账面贫困发生率</source>
        <translation>Incidence</translation>
    </message>
    <message>
        <source>未销号问题</source>
        <translation>Open problems</translation>
    </message>
    <message>
        <source>群众认可度</source>
        <translation>Mass approval</translation>
    </message>
    <message>
        <source>压力</source>
        <translation>Pressure</translation>
    </message>
    <message>
        <source>工作负荷</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>疲劳</source>
        <translation>Fatigue</translation>
    </message>
    <message>
        <source>四周内到访的村</source>
        <translation>Visited (4 wk)</translation>
    </message>
    <message>
        <source>信息滞后</source>
        <translation>Age of data</translation>
    </message>
    <message>
        <source>{need}缺口（户）</source>
        <translation>{need} gaps</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>哪一列是什么</source>
        <translation>Which column is which</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>{column}（必须有）</source>
        <translation>{column} (required)</translation>
    </message>
    <message>
        <source>取列对照…</source>
        <translation>Use file…</translation>
    </message>
    <message>
        <source>用以前存下的列对照文件</source>
        <translation>Use a column file saved before</translation>
    </message>
    <message>
        <source>存列对照…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>存成文件，下次或在命令行里再用</source>
        <translation>Save it as a file, to be used next time or on the command line</translation>
    </message>
    <message>
        <source>（只有一张表）</source>
        <translation>(the only one)</translation>
    </message>
    <message>
        <source>{heading}（表里没有）</source>
        <translation>{heading} (not in the sheet)</translation>
    </message>
    <message>
        <source>没有这一列</source>
        <translation>No such column</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>发出方</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>接收方</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>预期行动</source>
        <translation>Expected action</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Time to reply</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>干扰</source>
        <translation>Noise</translation>
    </message>
</context>
<context>
    <name>MassesAct</name>
    <message>
        <source>哪里</source>
        <translation>Where</translation>
    </message>
</context>
<context>
    <name>MeetingAct</name>
    <message>
        <source>讲群众真正关心的事，能争取人心；照本宣科打对折，老开同样的会没人来。</source>
        <translation>Speak to what people truly care about and you win them over. Reading from a script counts for half, and nobody comes to the same meeting time after time.</translation>
    </message>
    <message>
        <source>讲什么</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>{domain}（群众有反映）</source>
        <translation>{domain} (raised by residents)</translation>
    </message>
    <message>
        <source>一般宣讲</source>
        <translation>General talk</translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message>
        <source>{name}：改存成 UTF-8 编码</source>
        <translation>{name}: saved as UTF-8</translation>
    </message>
    <message>
        <source>代改场景</source>
        <translation>Mend the scenario</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>照此改正</source>
        <translation>Mend it so</translation>
    </message>
    <message>
        <source>没有能放心代改的地方。请打开编辑器，照着检查出来的问题改。</source>
        <translation>Nothing can be mended with certainty. Open the editor and go by what the check found.</translation>
    </message>
    <message>
        <source>能放心代改 {count} 处，意思不变；改了以后还有 {left} 处错误，要在编辑器里改。</source>
        <translation>Safe to mend without a change of meaning: {count}; errors left for the editor: {left}.</translation>
    </message>
    <message>
        <source>能放心代改 {count} 处，意思不变；改了以后就能推演。</source>
        <translation>Safe to mend without a change of meaning: {count}. After that it can be played.</translation>
    </message>
    <message>
        <source>没有写成：{reason}。请检查磁盘与权限。</source>
        <translation>Not written: {reason}. Please check the disk and permissions.</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>这一处没有现成的改法，请看“怎么改”。</source>
        <translation>There is no ready-made fix here; see “What to do”.</translation>
    </message>
    <message>
        <source>已改正，Ctrl+Z 可以撤销。</source>
        <translation>Fixed; Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>这一处缺的内容要自己写，没有现成的开头。</source>
        <translation>What is missing here has to be written by hand.</translation>
    </message>
    <message>
        <source>已写好一个开头，请往下填。</source>
        <translation>A start has been written; please fill in the rest.</translation>
    </message>
    <message>
        <source>这里不是编号。</source>
        <translation>There is no id here.</translation>
    </message>
    <message>
        <source>没有找到“{id}”的定义。</source>
        <translation>“{id}” is defined nowhere.</translation>
    </message>
    <message>
        <source>先把光标放在一个编号上，再按 F2。</source>
        <translation>Put the cursor on an id first, then press F2.</translation>
    </message>
    <message>
        <source>{kind}“{id}”，共 {count} 处，一起改成：</source>
        <translation>{kind} “{id}” (places: {count}) becomes:</translation>
    </message>
    <message>
        <source>改编号</source>
        <translation>Rename an id</translation>
    </message>
    <message>
        <source>全部改</source>
        <translation>Rename all</translation>
    </message>
    <message>
        <source>编号用小写字母开头，只含小写字母、数字、- 和 _，最多 48 个。</source>
        <translation>An id begins with a small letter and has only small letters, digits, - and _, at most 48.</translation>
    </message>
    <message>
        <source>已经有{kind}叫“{id}”了。</source>
        <translation>There is a {kind} named “{id}” already.</translation>
    </message>
    <message>
        <source>改了 {count} 处。</source>
        <translation>Places renamed: {count}.</translation>
    </message>
    <message>
        <source>另有 {count} 处写在多行文字里，要手改。</source>
        <translation> In texts of several lines, to be changed by hand: {count}.</translation>
    </message>
    <message>
        <source>没有改：文字已经变了，请再试一次。</source>
        <translation>Nothing was changed: the text has changed in the meantime; please try again.</translation>
    </message>
    <message>
        <source>没有可以放心代改的地方。</source>
        <translation>Nothing here can be fixed safely.</translation>
    </message>
    <message>
        <source>一次改正了 {count} 处，Ctrl+Z 可以撤销。</source>
        <translation>Fixed in one go: {count}. Ctrl+Z undoes it.</translation>
    </message>
</context>
<context>
    <name>MessagesPane</name>
    <message>
        <source>全体通知</source>
        <translation>To everyone</translation>
    </message>
    <message>
        <source>往来</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>往来消息</source>
        <translation>Exchange of messages</translation>
    </message>
    <message>
        <source>发给谁</source>
        <translation>To</translation>
    </message>
    <message>
        <source>消息内容</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>写一句话，不费精力</source>
        <translation>Write a line; it takes no attention</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>还没有往来消息</source>
        <translation>No messages yet</translation>
    </message>
    <message>
        <source>在下面选一个席位，写一句话。</source>
        <translation>Choose a seat below and write a line.</translation>
    </message>
</context>
<context>
    <name>MoneySpin</name>
    <message>
        <source>{amount}万元</source>
        <translation>¥{amount}0k</translation>
    </message>
</context>
<context>
    <name>MoveAct</name>
    <message>
        <source>专款只能在同样用途里调；把别家的包干资金调走，人家心里有数。</source>
        <translation>Earmarked money moves only between like purposes; take money from someone&apos;s contract and they will remember it.</translation>
    </message>
    <message>
        <source>从哪笔调出</source>
        <translation>From which fund</translation>
    </message>
    <message>
        <source>调到哪笔</source>
        <translation>To which fund</translation>
    </message>
    <message>
        <source>调多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>调剂理由</source>
        <translation>Reason for the move</translation>
    </message>
    <message>
        <source>写一句理由</source>
        <translation>Write one sentence</translation>
    </message>
    <message>
        <source>调出</source>
        <translation>From</translation>
    </message>
    <message>
        <source>调入</source>
        <translation>To</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>选好两笔资金，并填金额。</source>
        <translation>Choose both funds and enter an amount.</translation>
    </message>
</context>
<context>
    <name>NameBook</name>
    <message>
        <source>导教</source>
        <translation>Instructor</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>{count}{unit}</source>
        <translation>{count} {unit}</translation>
    </message>
    <message>
        <source>{need}缺口</source>
        <translation>{need} gaps</translation>
    </message>
    <message>
        <source>超期{days}天</source>
        <translation>{days} days late</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>还有{days}天</source>
        <translation>{days} days left</translation>
    </message>
    <message>
        <source>{sign}{amount}元</source>
        <translation>{sign}¥{amount}</translation>
    </message>
    <message>
        <source>{sign}{amount}万元</source>
        <translation>{sign}¥{amount}0k</translation>
    </message>
    <message>
        <source>{count}人</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>{count}户</source>
        <translation>{count} households</translation>
    </message>
    <message>
        <source>{count}工时</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>no change</translation>
    </message>
    <message>
        <source>{count}个点</source>
        <translation>{count} pts</translation>
    </message>
    <message>
        <source>战令第{number}号</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>包干：{object}</source>
        <translation>Contract: {object}</translation>
    </message>
    <message>
        <source>项目：{task}</source>
        <translation>Programme: {task}</translation>
    </message>
    <message>
        <source>{place}督战</source>
        <translation>Visit to {place}</translation>
    </message>
    <message>
        <source>提示单第{number}号</source>
        <translation>Slip {number}</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Ctrl+{number}</source>
        <translation>Ctrl+{number}</translation>
    </message>
    <message>
        <source>查找与命令</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>{title}，{count}件待处理</source>
        <translation>{title}, {count} waiting</translation>
    </message>
</context>
<context>
    <name>NewScenarioDialog</name>
    <message>
        <source>新建场景</source>
        <translation>New scenario</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>给场景起个名字，例如：云岭镇饮水攻坚</source>
        <translation>Name the scenario, e.g. Clean water for Yunling</translation>
    </message>
    <message>
        <source>从哪一份开始</source>
        <translation>Where to begin</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>用中文的键写</source>
        <translation>Write Chinese keys</translation>
    </message>
    <message>
        <source>正文里写“标题”“席位”，不写 title、seats</source>
        <translation>The text has Chinese keys in place of title, seats and the like</translation>
    </message>
    <message>
        <source>编号（文件夹的名字）</source>
        <translation>Id (name of the folder)</translation>
    </message>
    <message>
        <source>一页起步：一个席位、四周，一件要办的事，一件要拿主意的事（练手用，规模小，认证通不过）</source>
        <translation>One page: one seat, four weeks, one thing to get done and one to decide (for practice; too small to be certified)</translation>
    </message>
    <message>
        <source>空白：一个席位、一条情况</source>
        <translation>Blank: one seat, one inject</translation>
    </message>
    <message>
        <source>已经有这个编号的场景了。</source>
        <translation>There is a scenario with that id already.</translation>
    </message>
    <message>
        <source>三席桌面：县长、乡镇指挥长、督战队长，六周，事事要商量着定</source>
        <translation>Table of three: magistrate, commander and squad leader, six weeks, everything settled together</translation>
    </message>
    <message>
        <source>分阶段战役：四个席位、五个阶段、十二周，最后退出评估</source>
        <translation>Campaign in phases: four seats, five phases, twelve weeks, with the exit evaluation at the end</translation>
    </message>
    <message>
        <source>照着“{title}”</source>
        <translation>Based on “{title}”</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>不建了</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>未命名的场景</source>
        <translation>Untitled scenario</translation>
    </message>
    <message>
        <source>{title}（副本）</source>
        <translation>{title} (copy)</translation>
    </message>
    <message>
        <source>先写一个标题。</source>
        <translation>Write a title first.</translation>
    </message>
    <message>
        <source>标题最多 {count} 个字。</source>
        <translation>A title has no more than {count} characters.</translation>
    </message>
    <message>
        <source>编号用小写字母开头，只含小写字母、数字、- 和 _，最多 48 个。</source>
        <translation>An id begins with a small letter and has only small letters, digits, - and _, at most 48.</translation>
    </message>
</context>
<context>
    <name>NewsRow</name>
    <message>
        <source>去看：{what}</source>
        <translation>Go to: {what}</translation>
    </message>
</context>
<context>
    <name>OfferPanel</name>
    <message>
        <source>发包</source>
        <translation>Offer a contract</translation>
    </message>
    <message>
        <source>包片区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>包领域</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>包片区还是包领域</source>
        <translation>Contract an area or a domain</translation>
    </message>
    <message>
        <source>责任、人、钱、权一起交，才包得住。只给责任不给条件，就是有责无权。</source>
        <translation>Responsibility holds only with people, money and powers. Responsibility with no means is bare responsibility.</translation>
    </message>
    <message>
        <source>{who}（席位）</source>
        <translation>{who} (seat)</translation>
    </message>
    <message>
        <source>{place}（全乡镇）</source>
        <translation>{place} (whole township)</translation>
    </message>
    <message>
        <source>{place}（全乡镇，已有人包）</source>
        <translation>{place} (whole township, already covered)</translation>
    </message>
    <message>
        <source>{zone}（全战区）</source>
        <translation>{zone} (whole war zone)</translation>
    </message>
    <message>
        <source>{fund}（余{left}）</source>
        <translation>{fund} ({left} left)</translation>
    </message>
    <message>
        <source> 工时/周</source>
        <translation> h/wk</translation>
    </message>
    <message>
        <source>包什么</source>
        <translation>What it covers</translation>
    </message>
    <message>
        <source>谁来包（席位要本人应承，单位当场生效）</source>
        <translation>Who answers for it (a seat must accept; an organ is bound at once)</translation>
    </message>
    <message>
        <source>包到哪天</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>责任内容</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>人：每周多少工时</source>
        <translation>People: hours a week</translation>
    </message>
    <message>
        <source>钱：给多少</source>
        <translation>Money: how much</translation>
    </message>
    <message>
        <source>钱从哪里出</source>
        <translation>Money: from which fund</translation>
    </message>
    <message>
        <source>权：授哪几项（只能授自己有的）</source>
        <translation>Powers lent (only those you hold)</translation>
    </message>
    <message>
        <source>{date}前，{what}的问题清零、不反弹。</source>
        <translation>By {date}, no open problem in {what}, and none that rebounds.</translation>
    </message>
    <message>
        <source>{date}前，{what}方面的问题清零、不反弹。</source>
        <translation>By {date}, no open problem in the domain of {what}, and none that rebounds.</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>钱</source>
        <translation>money</translation>
    </message>
    <message>
        <source>权</source>
        <translation>powers</translation>
    </message>
    <message>
        <source>已配：{given}</source>
        <translation>Provided: {given}</translation>
    </message>
    <message>
        <source>人、钱、权都没有配：这样发出去就是有责无权。</source>
        <translation>No people, money or powers: offered like this, it is bare responsibility.</translation>
    </message>
</context>
<context>
    <name>OrderBoard</name>
    <message>
        <source>战令看板</source>
        <translation>Order board</translation>
    </message>
    <message>
        <source>{state} {count}</source>
        <translation>{state} {count}</translation>
    </message>
    <message>
        <source>另有{count}道，见清单</source>
        <translation>{count} more in the list</translation>
    </message>
    <message>
        <source>在右边拟一道：选问题、定任务、点承办单位，签发即生效。</source>
        <translation>Draft one on the right: choose the problem, set the task, name the organs. Signing puts it in force.</translation>
    </message>
    <message>
        <source>还没有战令</source>
        <translation>No orders yet</translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <source>{place} · {task} {amount}</source>
        <translation>{place} · {task}: {amount}</translation>
    </message>
    <message>
        <source>报进度{done}/{all}</source>
        <translation>Reported {done}/{all}</translation>
    </message>
</context>
<context>
    <name>OrderComposer</name>
    <message>
        <source>拟战令</source>
        <translation>Draft an order</translation>
    </message>
    <message>
        <source>签发战令</source>
        <translation>Sign the order</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>清空重拟</source>
        <translation>Clear and start again</translation>
    </message>
    <message>
        <source>Ctrl+回车签发</source>
        <translation>Ctrl+Enter to sign</translation>
    </message>
    <message>
        <source>先勾选承办单位：一般是当地乡镇加一个主管部门。</source>
        <translation>First tick the organs to carry it out: usually the local township and the bureau in charge.</translation>
    </message>
    <message>
        <source>按现在这样签不出去，改好标红的一项再看。</source>
        <translation>As it stands this cannot be signed; fix what is marked red.</translation>
    </message>
    <message>
        <source>还没有承办单位。</source>
        <translation>No organ chosen yet.</translation>
    </message>
    <message>
        <source>请至少勾选一家。</source>
        <translation>Tick at least one.</translation>
    </message>
    <message>
        <source>签发战令（精力{count}）</source>
        <translation>Sign the order (attention {count})</translation>
    </message>
</context>
<context>
    <name>OrderFields</name>
    <message>
        <source>针对的问题或来文</source>
        <translation>Problem or paper it answers</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>找单位</source>
        <translation>Find an organ</translation>
    </message>
    <message>
        <source>按名称找承办单位</source>
        <translation>Find an organ by name</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Carried out by</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>完成期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>安排资金</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>资金来源</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>每周支援工时</source>
        <translation>Hours of support a week</translation>
    </message>
    <message>
        <source> 工时/周</source>
        <translation> h/wk</translation>
    </message>
    <message>
        <source>凭什么算完成</source>
        <translation>What counts as done</translation>
    </message>
    <message>
        <source>令文</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>按各项重拟</source>
        <translation>Redraft from the fields</translation>
    </message>
    <message>
        <source>针对的问题或来文（可不选）</source>
        <translation>Problem or paper it answers (optional)</translation>
    </message>
    <message>
        <source>承办单位（可多选）</source>
        <translation>Carried out by (several allowed)</translation>
    </message>
    <message>
        <source>县里每周支援工时</source>
        <translation>County&apos;s support, hours a week</translation>
    </message>
    <message>
        <source>令文（随各项自动起草，可改）</source>
        <translation>Wording (drafted as you choose; may be edited)</translation>
    </message>
    <message>
        <source>不针对具体问题</source>
        <translation>No particular problem</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>来文</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>{word}：{title}（{place}）</source>
        <translation>{word}: {title} ({place})</translation>
    </message>
    <message>
        <source>台账（最省事，最容易作假）</source>
        <translation>Ledger (easily faked)</translation>
    </message>
    <message>
        <source>现场照片</source>
        <translation>Photos on site</translation>
    </message>
    <message>
        <source>入户核查</source>
        <translation>Household check</translation>
    </message>
    <message>
        <source>第三方核查</source>
        <translation>Third-party check</translation>
    </message>
    <message>
        <source>不作要求</source>
        <translation>Nothing required</translation>
    </message>
    <message>
        <source>{task}（{domain}）</source>
        <translation>{task} ({domain})</translation>
    </message>
    <message>
        <source>当地</source>
        <translation>local</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>in charge</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>township</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>other</translation>
    </message>
    <message>
        <source>{organ} · {group}</source>
        <translation>{organ} · {group}</translation>
    </message>
    <message>
        <source>不定牵头</source>
        <translation>No lead</translation>
    </message>
    <message>
        <source>{fund}（余{left}）</source>
        <translation>{fund} ({left} left)</translation>
    </message>
    <message>
        <source>一{unit}约{hours}工时</source>
        <translation>About {hours} h per {unit}</translation>
    </message>
    <message>
        <source>{cost}、{money}</source>
        <translation>{cost}, {money}</translation>
    </message>
    <message>
        <source>一个乡镇一周最多{amount}</source>
        <translation>a township manages at most {amount} a week</translation>
    </message>
    <message>
        <source>期限内最多办{amount}</source>
        <translation>Time allows {amount}</translation>
    </message>
    <message>
        <source>{doers}：{lead}{date}前在{place}完成{task}{amount}。{money}{proof}</source>
        <translation>{doers}: {lead}by {date}, in {place}: {task}, {amount}. {money}{proof}</translation>
    </message>
    <message>
        <source>{cost}；{able}</source>
        <translation>{cost}; {able}</translation>
    </message>
    <message>
        <source>上报缺口{count}</source>
        <translation>Reported gap: {count}</translation>
    </message>
    <message>
        <source>问题涉及{count}</source>
        <translation>Problem: {count}</translation>
    </message>
    <message>
        <source>标准{money}</source>
        <translation>Standard {money}</translation>
    </message>
    <message>
        <source>由{lead}牵头，</source>
        <translation>led by {lead}, </translation>
    </message>
    <message>
        <source>完成情况记入台账。</source>
        <translation>Completion is entered in the ledger.</translation>
    </message>
    <message>
        <source>逐处拍照留证后报结。</source>
        <translation>Photograph every item before reporting done.</translation>
    </message>
    <message>
        <source>逐户上门核查、户主签字后报结。</source>
        <translation>Check each home and have the head of household sign before reporting done.</translation>
    </message>
    <message>
        <source>由第三方核查后报结。</source>
        <translation>A third party checks before it is reported done.</translation>
    </message>
    <message>
        <source>安排资金{money}。</source>
        <translation>Money provided: {money}. </translation>
    </message>
</context>
<context>
    <name>OrderPreview</name>
    <message>
        <source>签发前的预估</source>
        <translation>Estimate before signing</translation>
    </message>
    <message>
        <source>令写得清不清</source>
        <translation>Is the order clear?</translation>
    </message>
    <message>
        <source>每周要谁出多少工时</source>
        <translation>Hours a week, and whose</translation>
    </message>
    <message>
        <source>你叫不动主管部门，没有懂行的人搭手，要多花些工时，这里已经算进去了。</source>
        <translation>You cannot call on the bureau in charge. With nobody who knows the trade it takes more hours; they are counted in here.</translation>
    </message>
    <message>
        <source>要留神</source>
        <translation>Watch out</translation>
    </message>
    <message>
        <source>代价</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>填好任务和承办单位，这里会算出要谁出多少工时、写得清不清、和哪道令打架。</source>
        <translation>Once task and organs are filled in, this shows who must give how many hours, how clear the order is and which orders it collides with.</translation>
    </message>
    <message>
        <source>清楚</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>欠清楚</source>
        <translation>Not quite clear</translation>
    </message>
    <message>
        <source>含糊</source>
        <translation>Vague</translation>
    </message>
    <message>
        <source>{word} {share}</source>
        <translation>{word} {share}</translation>
    </message>
    <message>
        <source>{what}（减{lost}）</source>
        <translation>{what} (−{lost})</translation>
    </message>
    <message>
        <source>谁来办、办多少、到哪天、凭什么算，都写清了。</source>
        <translation>Who, how much, by when and by what proof: all stated.</translation>
    </message>
    <message>
        <source>要{asked}/空{free}</source>
        <translation>asks {asked} / free {free}</translation>
    </message>
    <message>
        <source>不够</source>
        <translation>Too few</translation>
    </message>
    <message>
        <source>够</source>
        <translation>Enough</translation>
    </message>
    <message>
        <source>空余工时不够</source>
        <translation>Not enough free hours</translation>
    </message>
    <message>
        <source>空余工时够</source>
        <translation>Enough free hours</translation>
    </message>
    <message>
        <source>{order}：{what}</source>
        <translation>{order}: {what}</translation>
    </message>
    <message>
        <source>精力{count}，签后还剩{left}</source>
        <translation>Attention {count}, {left} left after signing</translation>
    </message>
    <message>
        <source>{fund}列支{money}，还剩{left}</source>
        <translation>{money} from {fund}, {left} left</translation>
    </message>
    <message>
        <source>{count}家单位压力上升，最多+{most}（{who}）</source>
        <translation>Organs under more pressure: {count}, at most +{most} ({who})</translation>
    </message>
</context>
<context>
    <name>OrderSheet</name>
    <message>
        <source>战令详情</source>
        <translation>Order details</translation>
    </message>
    <message>
        <source>再拟一道</source>
        <translation>Draft another</translation>
    </message>
    <message>
        <source>令文</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>Course of events</translation>
    </message>
    <message>
        <source>它带来了什么</source>
        <translation>What it has brought about</translation>
    </message>
    <message>
        <source>{place} · {task} {amount}</source>
        <translation>{place} · {task}: {amount}</translation>
    </message>
    <message>
        <source>上报完成{done}/{all}，核实了才算数</source>
        <translation>Reported {done}/{all}; it counts once checked</translation>
    </message>
    <message>
        <source>{date}，{left}</source>
        <translation>{date}, {left}</translation>
    </message>
    <message>
        <source>{money}（{fund}），已用{spent}</source>
        <translation>{money} ({fund}), {spent} spent</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>{who} {date}</source>
        <translation>{who} {date}</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>未定牵头</source>
        <translation>No lead named</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Organs</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>没有安排</source>
        <translation>None</translation>
    </message>
    <message>
        <source>支援</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>/周</source>
        <translation>/wk</translation>
    </message>
    <message>
        <source>凭据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>清楚程度</source>
        <translation>Clarity</translation>
    </message>
    <message>
        <source>延期{extended}次，退回{returned}次</source>
        <translation>extended {extended}×, returned {returned}×</translation>
    </message>
    <message>
        <source>反复</source>
        <translation>Back and forth</translation>
    </message>
    <message>
        <source>已用工时</source>
        <translation>Hours spent</translation>
    </message>
    <message>
        <source>没有写令文。</source>
        <translation>No wording.</translation>
    </message>
    <message>
        <source>理由（会写进办理经过）</source>
        <translation>Reason (goes on the record)</translation>
    </message>
    <message>
        <source>验收{title}</source>
        <translation>Accept {title}</translation>
    </message>
    <message>
        <source>验收</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>退回{title}重做</source>
        <translation>Return {title}</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>新的期限</source>
        <translation>New deadline</translation>
    </message>
    <message>
        <source>给{title}延期</source>
        <translation>Extend {title}</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>撤销{title}</source>
        <translation>Revoke {title}</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>这道令由{who}签发，归签发人处理</source>
        <translation>Signed by {who}, who has to deal with it</translation>
    </message>
    <message>
        <source>报结以后才能办</source>
        <translation>Only once it is reported done</translation>
    </message>
    <message>
        <source>已报结或办结，不用延期</source>
        <translation>Reported or done; no need to extend</translation>
    </message>
    <message>
        <source>已报结或办结，不能撤销</source>
        <translation>Reported or done; cannot be revoked</translation>
    </message>
    <message>
        <source>派督战去看</source>
        <translation>Send a visit</translation>
    </message>
    <message>
        <source>已签发，正往下传达。下一步由承办单位签收。</source>
        <translation>Signed and on its way down. Next, the organs receive it.</translation>
    </message>
    <message>
        <source>承办单位已签收，下一周开始执行。</source>
        <translation>Received; work begins next week.</translation>
    </message>
    <message>
        <source>正在执行。可以派督战去看真进度，别只看报上来的数。</source>
        <translation>Being carried out. Send a visit to see the true progress; do not go by reports alone.</translation>
    </message>
    <message>
        <source>承办单位已报结，等你验收。验收前最好有人到现场看过。</source>
        <translation>Reported done; awaiting your acceptance. Better to have someone see it on site first.</translation>
    </message>
    <message>
        <source>已退回重做，等承办单位再报。</source>
        <translation>Returned; awaiting a new report.</translation>
    </message>
    <message>
        <source>已超期。延期、撤销，或者去现场看卡在哪里。</source>
        <translation>Overdue. Extend it, revoke it, or go and see where it is stuck.</translation>
    </message>
    <message>
        <source>已验收办结。</source>
        <translation>Accepted and done.</translation>
    </message>
    <message>
        <source>已撤销，资金和人力已收回。</source>
        <translation>Revoked; money and people are back.</translation>
    </message>
    <message>
        <source>不作要求</source>
        <translation>Nothing required</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>现场照片</source>
        <translation>Photos on site</translation>
    </message>
    <message>
        <source>入户核查</source>
        <translation>Household check</translation>
    </message>
    <message>
        <source>第三方核查</source>
        <translation>Third-party check</translation>
    </message>
    <message>
        <source>针对：{title}</source>
        <translation>Answers: {title}</translation>
    </message>
    <message>
        <source>在地图上看</source>
        <translation>See on the map</translation>
    </message>
</context>
<context>
    <name>OrderTimeline</name>
    <message>
        <source>战令时间轴</source>
        <translation>Timeline of orders</translation>
    </message>
    <message>
        <source>{first}至{last}，竖线是今天</source>
        <translation>{first} to {last}; the vertical line is today</translation>
    </message>
    <message>
        <source>{issued}签发，{deadline}到期，报完成{done}/{all}</source>
        <translation>signed {issued}, due {deadline}, reported {done}/{all}</translation>
    </message>
    <message>
        <source>{text}（{phase}阶段）</source>
        <translation>{text} (phase {phase})</translation>
    </message>
    <message>
        <source>战令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What</translation>
    </message>
</context>
<context>
    <name>OrdersDesk</name>
    <message>
        <source>看板</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>时间轴</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>看板、清单或时间轴</source>
        <translation>Board, list or timeline</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>我签的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>看哪些战令</source>
        <translation>Which orders to show</translation>
    </message>
    <message>
        <source>搜任务、地点、单位</source>
        <translation>Search task, place, organ</translation>
    </message>
    <message>
        <source>拟一道战令</source>
        <translation>Draft an order</translation>
    </message>
    <message>
        <source>号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>报完成</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>还剩</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>战令清单</source>
        <translation>List of orders</translation>
    </message>
    <message>
        <source>看全部战令</source>
        <translation>All orders</translation>
    </message>
    <message>
        <source>战令</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>在办{force}道：超期{late}、退回{back}、待验收{wait}</source>
        <translation>In force {force}: overdue {late}, returned {back}, to accept {wait}</translation>
    </message>
</context>
<context>
    <name>OrganCard</name>
    <message>
        <source>筹建中，{date}可用</source>
        <translation>Being set up, ready {date}</translation>
    </message>
    <message>
        <source>{count}人</source>
        <translation>{count} staff</translation>
    </message>
    <message>
        <source>没有负责人</source>
        <translation>No leader</translation>
    </message>
    <message>
        <source>{date}起可设</source>
        <translation>Possible from {date}</translation>
    </message>
    <message>
        <source>先要有{organ}</source>
        <translation>Needs {organ} first</translation>
    </message>
    <message>
        <source>条件不够</source>
        <translation>Conditions not met</translation>
    </message>
    <message>
        <source>摩擦▼{gain}·抽{staff}人</source>
        <translation>friction ▼{gain} · −{staff}</translation>
    </message>
</context>
<context>
    <name>OrganChart</name>
    <message>
        <source>县级指挥</source>
        <translation>County command</translation>
    </message>
    <message>
        <source>总攻办工作组</source>
        <translation>Working groups of the HQ</translation>
    </message>
    <message>
        <source>战区指挥部</source>
        <translation>War-zone commands</translation>
    </message>
    <message>
        <source>乡镇：党委政府 → 指挥所 → 村级作战室 → 组级战斗队</source>
        <translation>Townships: government → command post → village war rooms → combat teams</translation>
    </message>
    <message>
        <source>专班</source>
        <translation>Task forces</translation>
    </message>
    <message>
        <source>县直部门</source>
        <translation>County bureaus</translation>
    </message>
    <message>
        <source>督战分队</source>
        <translation>Supervision squads</translation>
    </message>
    <message>
        <source>组织架构图</source>
        <translation>Chart of the organisation</translation>
    </message>
</context>
<context>
    <name>OrganFlow</name>
    <message>
        <source>↓{orders}</source>
        <translation>↓{orders}</translation>
    </message>
    <message>
        <source>↓{orders}(超{late})</source>
        <translation>↓{orders} ({late} late)</translation>
    </message>
    <message>
        <source>↑{days}天</source>
        <translation>↑{days}d</translation>
    </message>
    <message>
        <source>摩擦{share}%</source>
        <translation>friction {share}%</translation>
    </message>
</context>
<context>
    <name>OrganSheet</name>
    <message>
        <source>机构详情</source>
        <translation>Organ details</translation>
    </message>
    <message>
        <source>能做什么</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>全县能做什么</source>
        <translation>For the whole county</translation>
    </message>
    <message>
        <source>全县组织架构</source>
        <translation>The county&apos;s organisation</translation>
    </message>
    <message>
        <source>实线是在运转的，斜纹是筹建中的，虚线是还可以设立的。点一张卡片看详情和能做的事。</source>
        <translation>Solid: working; hatched: being set up; dashed: could be set up. Click a card for its details and what you can do.</translation>
    </message>
    <message>
        <source>还没有宣布</source>
        <translation>None declared yet</translation>
    </message>
    <message>
        <source>已建立</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>{count}个指挥机构</source>
        <translation>{count} command organs</translation>
    </message>
    <message>
        <source>筹建中</source>
        <translation>Being set up</translation>
    </message>
    <message>
        <source>{count}个</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>还可设立</source>
        <translation>Could be set up</translation>
    </message>
    <message>
        <source>头等大事</source>
        <translation>Top priority</translation>
    </message>
    <message>
        <source>可以设立</source>
        <translation>Can be set up</translation>
    </message>
    <message>
        <source>条件还不够</source>
        <translation>Conditions not met</translation>
    </message>
    <message>
        <source>设立之后会怎样</source>
        <translation>What it would bring</translation>
    </message>
    <message>
        <source>{date}起可以设立</source>
        <translation>May be set up from {date}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{weeks}周后，即{date}</source>
        <translation>in {weeks} wk, on {date}</translation>
    </message>
    <message>
        <source>条块摩擦</source>
        <translation>Line–area friction</translation>
    </message>
    <message>
        <source>运转后下降{share}</source>
        <translation>down {share} once it works</translation>
    </message>
    <message>
        <source>要抽调</source>
        <translation>Seconded</translation>
    </message>
    <message>
        <source>{count}人，由各部门和乡镇出</source>
        <translation>{count} staff, from bureaus and townships</translation>
    </message>
    <message>
        <source>何时可用</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>前提</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>上级部署</source>
        <translation>Superiors allow it</translation>
    </message>
    <message>
        <source>在运转</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>没有负责人</source>
        <translation>No leader</translation>
    </message>
    <message>
        <source>未由席位担任</source>
        <translation>Not held by a seat</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>{count}人</source>
        <translation>{count} staff</translation>
    </message>
    <message>
        <source>借入{n}人</source>
        <translation>{n} borrowed</translation>
    </message>
    <message>
        <source>借出{n}人</source>
        <translation>{n} lent</translation>
    </message>
    <message>
        <source>人手</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Leads in</translation>
    </message>
    <message>
        <source>轮休</source>
        <translation>Rest in turns</translation>
    </message>
    <message>
        <source>还有{weeks}周</source>
        <translation>{weeks} wk left</translation>
    </message>
    <message>
        <source>报表已减</source>
        <translation>Forms cut</translation>
    </message>
    <message>
        <source>作用</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>运转时条块摩擦降{share}</source>
        <translation>lowers line–area friction by {share} while it works</translation>
    </message>
    <message>
        <source>填表</source>
        <translation>forms</translation>
    </message>
    <message>
        <source>开会</source>
        <translation>meetings</translation>
    </message>
    <message>
        <source>迎检</source>
        <translation>inspections</translation>
    </message>
    <message>
        <source>一线</source>
        <translation>field</translation>
    </message>
    <message>
        <source>上周工时去向：{parts}</source>
        <translation>Hours last week: {parts}</translation>
    </message>
    <message>
        <source>上回合以来为什么变</source>
        <translation>What changed it since last turn</translation>
    </message>
    <message>
        <source>看全部原因</source>
        <translation>See all causes</translation>
    </message>
</context>
<context>
    <name>OrganisationDesk</name>
    <message>
        <source>架构图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>List</translation>
    </message>
    <message>
        <source>架构图或列表</source>
        <translation>Chart or list</translation>
    </message>
    <message>
        <source>全县安排</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>调度会、头等大事、精简报表</source>
        <translation>Dispatch meeting, top priority, fewer forms</translation>
    </message>
    <message>
        <source>找机构</source>
        <translation>Find an organ</translation>
    </message>
    <message>
        <source>↓在办战令  ↑报告是几天前的  连线越粗摩擦越大</source>
        <translation>↓ orders in force  ↑ age of the report  thicker line: more friction</translation>
    </message>
    <message>
        <source>━ 在运转   ▨ 筹建中   ┅ 可设立</source>
        <translation>━ working   ▨ being set up   ┅ possible</translation>
    </message>
    <message>
        <source>还没有机构</source>
        <translation>No organs yet</translation>
    </message>
    <message>
        <source>谁负责</source>
        <translation>Who leads</translation>
    </message>
    <message>
        <source>上传下达</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>卡片上写负责人，还是令往下、报往上和摩擦</source>
        <translation>Cards show who leads, or orders down, reports up and friction</translation>
    </message>
    <message>
        <source>组织架构图</source>
        <translation>Chart of the organisation</translation>
    </message>
    <message>
        <source>推演开始后，这里从上到下画出县级指挥机构、战区、乡镇和县直部门，哪些在运转，哪些还可以设立。</source>
        <translation>Once play begins, this draws the county&apos;s command, the war zones, townships and bureaus from top to bottom: what works and what could be set up.</translation>
    </message>
    <message>
        <source>架构</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>能做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>看架构或能做什么</source>
        <translation>Look at the chart or at what can be done</translation>
    </message>
    <message>
        <source>在运转</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>筹建中</source>
        <translation>Being set up</translation>
    </message>
    <message>
        <source>可设立</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>缺前提</source>
        <translation>Lacks conditions</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Organ</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>人手</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>压力</source>
        <translation>Pressure</translation>
    </message>
    <message>
        <source>负荷</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>疲劳</source>
        <translation>Fatigue</translation>
    </message>
    <message>
        <source>机构列表</source>
        <translation>List of organs</translation>
    </message>
    <message>
        <source>组织</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>文件和提纲</source>
        <translation>Files and outline</translation>
    </message>
    <message>
        <source>{kind} {id} {title}</source>
        <translation>{kind} {id} {title}</translation>
    </message>
    <message>
        <source>{name} ●</source>
        <translation>{name} ●</translation>
    </message>
    <message>
        <source>{name}，没有保存</source>
        <translation>{name}, not saved</translation>
    </message>
</context>
<context>
    <name>OverlayChart</name>
    <message>
        <source>真实</source>
        <translation>Truth</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>OverlayPanel</name>
    <message>
        <source>账面与真实</source>
        <translation>Record and truth</translation>
    </message>
    <message>
        <source>虚线是报上来的账面，实线是县里真实的情况。两条线分开的地方，就是纸面上的成绩。</source>
        <translation>The dashed line is the record as reported, the solid line is how the county truly was. Where they part, success was on paper.</translation>
    </message>
    <message>
        <source>推进一回合之后，这里画出每项数字的两条线。</source>
        <translation>After a turn this shows both lines of every figure.</translation>
    </message>
    <message>
        <source>还没有数据</source>
        <translation>No data yet</translation>
    </message>
    <message>
        <source>贫困发生率</source>
        <translation>Poverty incidence</translation>
    </message>
    <message>
        <source>账面 {shown} · 真实 {true}</source>
        <translation>Record {shown} · truth {true}</translation>
    </message>
    <message>
        <source>{name}：账面由 {a} 到 {b}，真实由 {c} 到 {d}</source>
        <translation>{name}: record from {a} to {b}, truth from {c} to {d}</translation>
    </message>
    <message>
        <source>{name}（账面与真实）</source>
        <translation>{name} (record and truth)</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>安装场景包</source>
        <translation>Install package</translation>
    </message>
    <message>
        <source>正在查看</source>
        <translation>Looking</translation>
    </message>
    <message>
        <source>不装了</source>
        <translation>Do not install</translation>
    </message>
    <message>
        <source>安装</source>
        <translation>Install</translation>
    </message>
    <message>
        <source>场景有 {count} 处错误，不能安装。请把下面的话告诉作者。</source>
        <translation>The scenario has errors ({count}) and cannot be installed. Please pass on what follows to its author.</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>你已经有一个编号相同、内容不同的场景。装了就把它替换掉，取不回来。</source>
        <translation>You have another scenario of the same id. Installing replaces it for good.</translation>
    </message>
    <message>
        <source>这个场景已经装过，内容一样。</source>
        <translation>This scenario is installed already, word for word.</translation>
    </message>
    <message>
        <source>有 {count} 个文件不是场景的内容，不取出：{names}</source>
        <translation>Files that are not part of a scenario are left out ({count}): {names}</translation>
    </message>
    <message>
        <source>检查过了，没有问题。</source>
        <translation>Checked; nothing is wrong.</translation>
    </message>
    <message>
        <source>替换我的那一个</source>
        <translation>Replace mine</translation>
    </message>
    <message>
        <source>不能写入你的场景文件夹（{reason}）。请检查磁盘与权限。</source>
        <translation>Your scenario folder cannot be written ({reason}). Check the disk and its permissions.</translation>
    </message>
    <message>
        <source>我的 {old}，这一份 {new}</source>
        <translation>mine {old}, this one {new}</translation>
    </message>
    <message>
        <source>换了以后有这些不同</source>
        <translation>What replacing it would change</translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>打包场景</source>
        <translation>Pack a scenario</translation>
    </message>
    <message>
        <source>场景还有 {count} 处错误，打了包别人也装不上。请先改正。</source>
        <translation>The scenario has errors ({count}); nobody could install the package. Please fix them first.</translation>
    </message>
    <message>
        <source>编号“{id}”和自带的场景一样，别人装不上。请先改 scenario.yaml 里的 id。</source>
        <translation>The id “{id}” is that of a shipped scenario, so nobody could install it. First change the id in scenario.yaml.</translation>
    </message>
    <message>
        <source>{path} 已经有了，请换一个名字。</source>
        <translation>{path} is there already; please choose another name.</translation>
    </message>
    <message>
        <source>没有打成包：{reason}</source>
        <translation>No package was made: {reason}</translation>
    </message>
    <message>
        <source>已打包 {count} 个文件：{path}</source>
        <translation>Files packed: {count}, in {path}</translation>
    </message>
    <message>
        <source>场景包 (*.zip)</source>
        <translation>Scenario package (*.zip)</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>找席位桌面、乡镇村、战令、问题，或要做的事</source>
        <translation>Find a desk, place, order or problem, or something to do</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 前往 · Esc 关闭</source>
        <translation>↑ ↓ choose · Enter go · Esc close</translation>
    </message>
    <message>
        <source>战区</source>
        <translation>War zone</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>战令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>收文</source>
        <translation>Paper</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>据此下战令</source>
        <translation>Draft an order</translation>
    </message>
    <message>
        <source>看台账</source>
        <translation>See ledger</translation>
    </message>
    <message>
        <source>看地点</source>
        <translation>See place</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Text of the reply</translation>
    </message>
    <message>
        <source>说清楚：谁牵头、办什么、几天办完、怎么验收。</source>
        <translation>Be clear: who leads, what is done, in how many days, how it is accepted.</translation>
    </message>
    <message>
        <source>答复（精力1）</source>
        <translation>Reply (attention 1)</translation>
    </message>
    <message>
        <source>{until} · {date}前</source>
        <translation>{until} · by {date}</translation>
    </message>
    <message>
        <source>已作决定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>请作决定</source>
        <translation>Decision required</translation>
    </message>
    <message>
        <source>精力{count}</source>
        <translation>Attention {count}</translation>
    </message>
    <message>
        <source>代价：{cost}</source>
        <translation>Cost: {cost}</translation>
    </message>
    <message>
        <source>不费精力和资金</source>
        <translation>No attention or money</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>条件不具备</source>
        <translation>Conditions not met</translation>
    </message>
    <message>
        <source>选这个</source>
        <translation>Choose this</translation>
    </message>
    <message>
        <source>选这个：{text}</source>
        <translation>Choose this: {text}</translation>
    </message>
    <message>
        <source>{who}答复：{text}</source>
        <translation>{who} replied: {text}</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>{name}:</source>
        <translation>{name}:</translation>
    </message>
    <message>
        <source>来电人：{sender}    时间：{date}</source>
        <translation>Caller: {sender}    Time: {date}</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>县里</source>
        <translation>County</translation>
    </message>
</context>
<context>
    <name>PartnerAct</name>
    <message>
        <source>先在左边点一个帮扶伙伴。</source>
        <translation>First click a partner on the left.</translation>
    </message>
</context>
<context>
    <name>PartnerCard</name>
    <message>
        <source>信任</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>到账{paid} / 承诺{promised}</source>
        <translation>Received {paid} / promised {promised}</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>到岗{filled} / 承诺{promised}人</source>
        <translation>Filled {filled} / promised {promised} jobs</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>利益联结：收益的{share}归农户</source>
        <translation>Benefit linkage: {share} of the gain goes to households</translation>
    </message>
    <message>
        <source>没有利益联结，是一次性给的</source>
        <translation>No benefit linkage; a one-off gift</translation>
    </message>
    <message>
        <source>能帮：{domains}</source>
        <translation>Can help with: {domains}</translation>
    </message>
    <message>
        <source>！失约{count}次</source>
        <translation>! Promises broken: {count}</translation>
    </message>
    <message>
        <source>信任{word}</source>
        <translation>trust: {word}</translation>
    </message>
    <message>
        <source>还没接上头</source>
        <translation>No contact yet</translation>
    </message>
    <message>
        <source>在洽谈</source>
        <translation>In talks</translation>
    </message>
    <message>
        <source>已合作</source>
        <translation>Engaged</translation>
    </message>
    <message>
        <source>已退出</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>{value} 不信任</source>
        <translation>{value} distrustful</translation>
    </message>
    <message>
        <source>{value} 观望</source>
        <translation>{value} wary</translation>
    </message>
    <message>
        <source>{value} 信得过</source>
        <translation>{value} trusting</translation>
    </message>
    <message>
        <source>{value} 尚可</source>
        <translation>{value} fair</translation>
    </message>
</context>
<context>
    <name>PartnersDesk</name>
    <message>
        <source>帮扶伙伴</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>还没有帮扶伙伴</source>
        <translation>No partners yet</translation>
    </message>
    <message>
        <source>对口帮扶城市、工商联、企业和合作社出现后，这里能看到信任、承诺与兑现，并去谈条件。</source>
        <translation>When paired cities, the federation of industry and commerce, firms and co-operatives appear, their trust, promises and deliveries are shown here, and terms can be agreed.</translation>
    </message>
    <message>
        <source>能做什么</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>群众工作</source>
        <translation>Working with people</translation>
    </message>
    <message>
        <source>伙伴</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>看伙伴或能做什么</source>
        <translation>Look at the partners or at what can be done</translation>
    </message>
    <message>
        <source>{count}家已合作，承诺{promised}，到账{paid}；岗位承诺{jobs}个，到岗{filled}人。</source>
        <translation>Engaged {count}; promised {promised}, received {paid}; jobs promised {jobs}, filled {filled}.</translation>
    </message>
    <message>
        <source>有伙伴之后，在这里邀请、商定条件、送人务工、担保贷款。</source>
        <translation>Once there are partners: invite them, agree terms, send workers, guarantee loans.</translation>
    </message>
    <message>
        <source>{money}、{jobs}个岗位</source>
        <translation>{money}, jobs: {jobs}</translation>
    </message>
    <message>
        <source>{count}回，失约{broken}回</source>
        <translation>{count}, promises broken: {broken}</translation>
    </message>
    <message>
        <source>家底</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>谈过</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>{name}的信任为什么变</source>
        <translation>Why {name}&apos;s trust changed</translation>
    </message>
    <message>
        <source>{date} 信任{change}：{why}</source>
        <translation>{date} trust {change}: {why}</translation>
    </message>
</context>
<context>
    <name>PhaseRibbon</name>
    <message>
        <source>✓ 前面{count}段</source>
        <translation>✓ {count} earlier</translation>
    </message>
    <message>
        <source>后面还有{count}段</source>
        <translation>{count} more to come</translation>
    </message>
    <message>
        <source>✓ {name}</source>
        <translation>✓ {name}</translation>
    </message>
    <message>
        <source>现在：{name} · 还有{days}天</source>
        <translation>Now: {name} · days left: {days}</translation>
    </message>
    <message>
        <source>可用：{groups}</source>
        <translation>Open: {groups}</translation>
    </message>
    <message>
        <source>{date}起，{days}天</source>
        <translation>from {date}, {days} days</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>各阶段</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>{phase}：{first}至{last}</source>
        <translation>{phase}: {first} to {last}</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>复制或保存图片：{title}</source>
        <translation>Copy or save the picture: {title}</translation>
    </message>
    <message>
        <source>复制图片</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>存为 PNG…</source>
        <translation>Save as PNG…</translation>
    </message>
    <message>
        <source>存为 SVG…</source>
        <translation>Save as SVG…</translation>
    </message>
    <message>
        <source>图片已复制，可粘贴到文档里。</source>
        <translation>Picture copied; paste it into a document.</translation>
    </message>
    <message>
        <source>保存图片</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>图片没有存成：{reason}</source>
        <translation>Picture not saved: {reason}</translation>
    </message>
    <message>
        <source>图片已存到 {file}</source>
        <translation>Picture saved to {file}</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>{what}：村</source>
        <translation>{what}: village</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>全乡镇</source>
        <translation>Whole township</translation>
    </message>
</context>
<context>
    <name>PlaceSheet</name>
    <message>
        <source>下战令</source>
        <translation>Draft order</translation>
    </message>
    <message>
        <source>包干</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>派督战</source>
        <translation>Send a visit</translation>
    </message>
    <message>
        <source>下乡走访</source>
        <translation>Field visit</translation>
    </message>
    <message>
        <source>亲自去看，精力3</source>
        <translation>Go and see for yourself; attention 3</translation>
    </message>
    <message>
        <source>要情况</source>
        <translation>Ask for report</translation>
    </message>
    <message>
        <source>让乡里写一份报告，精力1，占基层工时</source>
        <translation>Have the township write a report; attention 1 and grassroots hours</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>点地图上的战区名、乡镇或村，看它的数字、问题和包干人。</source>
        <translation>Click a war zone&apos;s name, a township or a village on the map to see its figures, its problems and who answers for it.</translation>
    </message>
    <message>
        <source>点地图上的乡镇或村，看它的数字、问题和包干人。</source>
        <translation>Click a township or a village on the map to see its figures, its problems and who answers for it.</translation>
    </message>
    <message>
        <source>{value}（{change}）</source>
        <translation>{value} ({change})</translation>
    </message>
    <message>
        <source>未销号问题最多的乡镇</source>
        <translation>Townships with the most open problems</translation>
    </message>
    <message>
        <source>{name} · {problems}个未销号</source>
        <translation>{name} · {problems} open</translation>
    </message>
    <message>
        <source>最久没人去看的乡镇</source>
        <translation>Townships nobody has looked at longest</translation>
    </message>
    <message>
        <source>{name} · 四周内到过{share}的村</source>
        <translation>{name} · {share} of its villages seen in four weeks</translation>
    </message>
    <message>
        <source>无人负责</source>
        <translation>Nobody in charge</translation>
    </message>
    <message>
        <source>指挥长：{who}</source>
        <translation>Commander: {who}</translation>
    </message>
    <message>
        <source>农村人口</source>
        <translation>Rural population</translation>
    </message>
    <message>
        <source>账面贫困发生率</source>
        <translation>Recorded incidence</translation>
    </message>
    <message>
        <source>群众认可度</source>
        <translation>Mass approval</translation>
    </message>
    <message>
        <source>四周内到访的村</source>
        <translation>Visited in 4 weeks</translation>
    </message>
    <message>
        <source>看{zone}</source>
        <translation>See {zone}</translation>
    </message>
    <message>
        <source>{count}个乡镇</source>
        <translation>{count} townships</translation>
    </message>
    <message>
        <source>各乡镇，发生率高的在前</source>
        <translation>Townships, highest incidence first</translation>
    </message>
    <message>
        <source>{name} · {incidence} · {problems}个未销号</source>
        <translation>{name} · {incidence} · {problems} open</translation>
    </message>
    <message>
        <source>乡镇平均</source>
        <translation>Mean of the townships</translation>
    </message>
    <message>
        <source>压力</source>
        <translation>Pressure</translation>
    </message>
    <message>
        <source>负荷</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>疲劳</source>
        <translation>Fatigue</translation>
    </message>
    <message>
        <source>条块摩擦</source>
        <translation>Line–area friction</translation>
    </message>
    <message>
        <source>贫困村</source>
        <translation>Poor village</translation>
    </message>
    <message>
        <source>非贫困村</source>
        <translation>Not a poor village</translation>
    </message>
    <message>
        <source>还没有人去看过</source>
        <translation>Nobody has been to see it</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>最近到村</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>看{township}</source>
        <translation>See {township}</translation>
    </message>
    <message>
        <source>走势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>{figure}由{first}（{date}）到{last}</source>
        <translation>{figure} from {first} ({date}) to {last}</translation>
    </message>
    <message>
        <source>看这些数字为什么变</source>
        <translation>See why these figures moved</translation>
    </message>
    <message>
        <source>数据截至{date}</source>
        <translation>Data as of {date}</translation>
    </message>
    <message>
        <source>缺什么（户）</source>
        <translation>What is missing (households)</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>实见</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>“实见”是按走访抽看的几户推算的：没碰上，不等于没有。</source>
        <translation>“Seen” is estimated from the few homes looked at on the visit: what was not met with may still be there.</translation>
    </message>
    <message>
        <source>未销号问题 {count}</source>
        <translation>Open problems {count}</translation>
    </message>
    <message>
        <source>台账上没有。没有上账不等于没有问题。</source>
        <translation>None in the ledger. That does not mean there are none.</translation>
    </message>
    <message>
        <source>没有人包干。</source>
        <translation>Nobody answers for it.</translation>
    </message>
    <message>
        <source>{who} · {state} · 到{date}</source>
        <translation>{who} · {state} · until {date}</translation>
    </message>
    <message>
        <source>去看：{text}</source>
        <translation>Look at: {text}</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>已办：{what}</source>
        <translation>Done: {what}</translation>
    </message>
</context>
<context>
    <name>PlotPage</name>
    <message>
        <source>走势图</source>
        <translation>Trend chart</translation>
    </message>
    <message>
        <source>左右方向键逐回合看数，滚轮缩放，拖动平移，0 看全程。</source>
        <translation>Left and right go from turn to turn, the wheel zooms, dragging moves, 0 shows all.</translation>
    </message>
    <message>
        <source>回到数字一览</source>
        <translation>Back to the figures</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>目标 {value}</source>
        <translation>Target {value}</translation>
    </message>
    <message>
        <source>{date}：{value}</source>
        <translation>{date}: {value}</translation>
    </message>
</context>
<context>
    <name>PrintButton</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>打印{title}</source>
        <translation>Print: {title}</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>已送去打印：{title}</source>
        <translation>Sent to the printer: {title}</translation>
    </message>
    <message>
        <source>没有打印成。可以先存为 PDF，再从别处打印。</source>
        <translation>Not printed. You can save it as PDF and print it from elsewhere.</translation>
    </message>
    <message>
        <source>没有存成：{reason}</source>
        <translation>Not saved: {reason}</translation>
    </message>
    <message>
        <source>已存到 {file}</source>
        <translation>Saved to {file}</translation>
    </message>
</context>
<context>
    <name>PriorityAct</name>
    <message>
        <source>领导的注意力就是资源。四周之内换第二个，谁也不知道先干什么。</source>
        <translation>A leader&apos;s attention is a resource. Change it within four weeks and nobody knows what comes first.</translation>
    </message>
    <message>
        <source>当前头等大事</source>
        <translation>Current top priority</translation>
    </message>
    <message>
        <source>头等大事</source>
        <translation>Top priority</translation>
    </message>
</context>
<context>
    <name>ProblemForms</name>
    <message>
        <source>主管部门</source>
        <translation>in charge</translation>
    </message>
    <message>
        <source>属地</source>
        <translation>local</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>other</translation>
    </message>
    <message>
        <source>{organ} · {rank}</source>
        <translation>{organ} · {rank}</translation>
    </message>
    <message>
        <source>不定到人</source>
        <translation>No person named</translation>
    </message>
    <message>
        <source>责任单位（交错单位治不了根）</source>
        <translation>Owner (the wrong owner cannot cure it)</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>整改时限（太紧只会补材料）</source>
        <translation>Deadline (too tight, and you get paperwork)</translation>
    </message>
    <message>
        <source>整改措施</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>登记交办：{title}</source>
        <translation>Register and assign: {title}</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>怎么查</source>
        <translation>How to check</translation>
    </message>
    <message>
        <source>派哪支分队（看材料不用派）</source>
        <translation>Which squad (none needed for papers)</translation>
    </message>
    <message>
        <source>核查：{title}</source>
        <translation>Verify: {title}</translation>
    </message>
    <message>
        <source>看材料当场就过，但真假整改分不清；到现场三天内出结果。</source>
        <translation>Papers pass at once but cannot tell a true cure from a paper one; a site check takes up to three days.</translation>
    </message>
    <message>
        <source>去核查</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>复核通过的才能销号。只看过材料的，销了还可能反弹。</source>
        <translation>Only a verified problem can be signed off. Checked on papers alone, it may rebound.</translation>
    </message>
    <message>
        <source>销号：{title}</source>
        <translation>Sign off: {title}</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>退回理由（会写进台账）</source>
        <translation>Reason for the return (goes in the ledger)</translation>
    </message>
    <message>
        <source>没有人到现场看过就退回，容易结怨。</source>
        <translation>Sent back without anyone having looked on site, it breeds resentment.</translation>
    </message>
    <message>
        <source>退回整改：{title}</source>
        <translation>Return for rectification: {title}</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>第{number}级 {rung}</source>
        <translation>Rung {number}: {rung}</translation>
    </message>
    <message>
        <source>对谁</source>
        <translation>On whom</translation>
    </message>
    <message>
        <source>用哪一级（一级一级来）</source>
        <translation>Which rung (one at a time)</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>{title}整改不力</source>
        <translation>{title}: poor rectification</translation>
    </message>
    <message>
        <source>轻而及时最管用；第四级起，下面会藏问题。</source>
        <translation>Light and prompt works best; from rung 4 up, people below start to hide problems.</translation>
    </message>
    <message>
        <source>督责提级：{title}</source>
        <translation>Up the ladder: {title}</translation>
    </message>
    <message>
        <source>提级</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>以上问题请逐条核实、限期整改，并把结果报总攻办。</source>
        <translation>Please verify the problems above one by one, put them right by the date set and report the result to the HQ.</translation>
    </message>
    <message>
        <source>发给哪个单位</source>
        <translation>To which organ</translation>
    </message>
    <message>
        <source>回复期限</source>
        <translation>Reply by</translation>
    </message>
    <message>
        <source>提示内容</source>
        <translation>Text of the slip</translation>
    </message>
    <message>
        <source>发提示单：{count}个问题</source>
        <translation>Issue a slip (problems: {count})</translation>
    </message>
    <message>
        <source>所选问题不归同一个单位，请分开发。</source>
        <translation>The problems chosen belong to different owners; issue separate slips.</translation>
    </message>
    <message>
        <source>发提示单</source>
        <translation>Issue slip</translation>
    </message>
    <message>
        <source>发给哪位领导</source>
        <translation>To which leader</translation>
    </message>
    <message>
        <source>希望哪天前过问</source>
        <translation>Look into it by</translation>
    </message>
    <message>
        <source>以上问题久拖未决，请过问。</source>
        <translation>The problems above have dragged on; please look into them.</translation>
    </message>
    <message>
        <source>发提示函：{count}个问题</source>
        <translation>Send a reminder letter (problems: {count})</translation>
    </message>
    <message>
        <source>提示函往上走：提醒对该地负责的领导。一位领导的注意力只有一份。</source>
        <translation>A reminder letter goes upward, to the leader responsible for the place. A leader&apos;s attention is not endless.</translation>
    </message>
    <message>
        <source>发提示函</source>
        <translation>Send letter</translation>
    </message>
    <message>
        <source>各乡镇自己的分队</source>
        <translation>Each township&apos;s own squad</translation>
    </message>
    <message>
        <source>哪天去</source>
        <translation>Which day</translation>
    </message>
    <message>
        <source>谁去</source>
        <translation>Who goes</translation>
    </message>
    <message>
        <source>回头看：{count}个已销号问题</source>
        <translation>Look-back: {count} signed-off problems</translation>
    </message>
    <message>
        <source>安排回头看</source>
        <translation>Plan look-back</translation>
    </message>
    <message>
        <source>看材料：当场出结果</source>
        <translation>Papers only: result at once</translation>
    </message>
    <message>
        <source>到现场：看材料也入户</source>
        <translation>On site: papers and homes</translation>
    </message>
    <message>
        <source>深查：夜访，干部回避</source>
        <translation>In depth: by night, without local cadres</translation>
    </message>
</context>
<context>
    <name>ProblemSheet</name>
    <message>
        <source>问题详情</source>
        <translation>Problem details</translation>
    </message>
    <message>
        <source>台账是空的</source>
        <translation>The ledger is empty</translation>
    </message>
    <message>
        <source>还没有发现问题。派督战下去看，问题才会上账。</source>
        <translation>No problems found yet. Send visits; only then do problems reach the ledger.</translation>
    </message>
    <message>
        <source>在地图上看</source>
        <translation>See on the map</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>Course of events</translation>
    </message>
    <message>
        <source>先选一行</source>
        <translation>Select a row</translation>
    </message>
    <message>
        <source>选中一行看详情和下一步；按住 Ctrl 可选多行。</source>
        <translation>Select a row for details and the next step; hold Ctrl to select several.</translation>
    </message>
    <message>
        <source>选了{count}行</source>
        <translation>Rows selected: {count}</translation>
    </message>
    <message>
        <source>可以合发一张提示单、一封提示函，或一起安排回头看。</source>
        <translation>They can share one slip or one reminder letter, or be looked back at together.</translation>
    </message>
    <message>
        <source>在地图上看{place}</source>
        <translation>See {place} on the map</translation>
    </message>
    <message>
        <source>反弹{count}次</source>
        <translation>rebounded: {count}</translation>
    </message>
    <message>
        <source>上报进度{share}，核查了才算数</source>
        <translation>Reported {share}; checks decide</translation>
    </message>
    <message>
        <source>{date}，{left}</source>
        <translation>{date}, {left}</translation>
    </message>
    <message>
        <source>只看过材料</source>
        <translation>Papers only</translation>
    </message>
    <message>
        <source>到过现场</source>
        <translation>Seen on site</translation>
    </message>
    <message>
        <source>深查过</source>
        <translation>Checked in depth</translation>
    </message>
    <message>
        <source>没查过</source>
        <translation>Unchecked</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>涉及</source>
        <translation>Affects</translation>
    </message>
    <message>
        <source>严重程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>还没定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>没定到人</source>
        <translation>Nobody named</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>没定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>措施</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>没写</source>
        <translation>None given</translation>
    </message>
    <message>
        <source>核查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>未提级</source>
        <translation>Not on the ladder</translation>
    </message>
    <message>
        <source>提示{slips}次，退回{back}次，{rung}</source>
        <translation>slips {slips}, returned {back}, {rung}</translation>
    </message>
    <message>
        <source>督责</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>回头看</source>
        <translation>Look-back</translation>
    </message>
    <message>
        <source>登记交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>提示单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>提示函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>退回整改</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>督责提级</source>
        <translation>Ladder</translation>
    </message>
    <message>
        <source>拟战令</source>
        <translation>Draft order</translation>
    </message>
    <message>
        <source>“{state}”时还不能办</source>
        <translation>Not possible while &quot;{state}&quot;</translation>
    </message>
    <message>
        <source>已排进督战，等结果</source>
        <translation>Part of a planned visit; awaiting its result</translation>
    </message>
    <message>
        <source>核查已经排定，过了这几天就有结果。</source>
        <translation>A check is planned; the result comes within days.</translation>
    </message>
    <message>
        <source>下一步：登记交办，定责任单位、责任人、时限。</source>
        <translation>Next: register and assign it, with owner, person and deadline.</translation>
    </message>
    <message>
        <source>下一步：交办到责任单位。</source>
        <translation>Next: assign it to an owner.</translation>
    </message>
    <message>
        <source>已交办，等责任单位动起来；发提示单能让它快一点。</source>
        <translation>Assigned; the owner has yet to move. A slip speeds it up.</translation>
    </message>
    <message>
        <source>正在整改。到期前可以派督战去看真进度。</source>
        <translation>Being rectified. A visit before the deadline shows the true progress.</translation>
    </message>
    <message>
        <source>责任单位申请销号。下一步：核查，最好到现场。</source>
        <translation>The owner claims sign-off. Next: verify, preferably on site.</translation>
    </message>
    <message>
        <source>复核通过。下一步：销号；看着不对就退回。</source>
        <translation>Verified. Next: sign off, or return it if something looks wrong.</translation>
    </message>
    <message>
        <source>已销号。过一阵回头看，防止反弹。</source>
        <translation>Signed off. Plan a look-back later so that it does not rebound.</translation>
    </message>
    <message>
        <source>反弹了。下一步：重新交办，换个治本的办法。</source>
        <translation>Rebounded. Next: assign it again, with a cure that goes to the root.</translation>
    </message>
    <message>
        <source>已升级，上面在看。下一步：马上交办。</source>
        <translation>Escalated; superiors are watching. Next: assign it at once.</translation>
    </message>
    <message>
        <source>已超期。下一步：发提示单，再不动就提级。</source>
        <translation>Overdue. Next: issue a slip; if nothing moves, go up the ladder.</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>较重</source>
        <translation>Serious</translation>
    </message>
    <message>
        <source>严重</source>
        <translation>Grave</translation>
    </message>
</context>
<context>
    <name>ProgrammesDesk</name>
    <message>
        <source>在建</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>完工</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>停建</source>
        <translation>Halted</translation>
    </message>
    <message>
        <source>失败</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>项目与资金</source>
        <translation>Programmes and funds</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>还没有项目</source>
        <translation>No programmes yet</translation>
    </message>
    <message>
        <source>项目启动后，这里能看到任务、地点、投资、花销、上报进度和销路。右边先选缺什么。</source>
        <translation>Once programmes start, their task, place, money, spending, reported progress and buyers are shown here. Start on the right: what is missing?</translation>
    </message>
    <message>
        <source>能做什么</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>启动项目</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>拨钱、调钱、停建</source>
        <translation>Allot, move, stop</translation>
    </message>
    <message>
        <source>做哪件事</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>资金与项目</source>
        <translation>Funds and programmes</translation>
    </message>
    <message>
        <source>看资金与项目或能做什么</source>
        <translation>Look at funds and programmes or at what can be done</translation>
    </message>
    <message>
        <source>！没有销路</source>
        <translation>! no buyer</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>上报进度</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>投资</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>已花</source>
        <translation>Spent</translation>
    </message>
    <message>
        <source>销路</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>项目表</source>
        <translation>List of programmes</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>再看看</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>这台电脑没有装打印机。可以先存为 PDF，再从别处打印。</source>
        <translation>This computer has no printer. You can save it as PDF and print it from elsewhere.</translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message>
        <source>回放</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>选中的地方</source>
        <translation>Selected place</translation>
    </message>
    <message>
        <source>这一回合</source>
        <translation>This turn</translation>
    </message>
    <message>
        <source>看选中的地方还是这一回合</source>
        <translation>The place selected or this turn</translation>
    </message>
    <message>
        <source>县域</source>
        <translation>County</translation>
    </message>
    <message>
        <source>地方与数字</source>
        <translation>Place and figures</translation>
    </message>
    <message>
        <source>看县域，还是地方与数字</source>
        <translation>See the county, or place and figures</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>第几周</source>
        <translation>Which week</translation>
    </message>
    <message>
        <source>正在翻到这一周…</source>
        <translation>Turning to this week…</translation>
    </message>
    <message>
        <source>贫困发生率（账面）</source>
        <translation>Poverty incidence (record)</translation>
    </message>
    <message>
        <source>认可度（账面）</source>
        <translation>Approval (record)</translation>
    </message>
    <message>
        <source>这一层没有账面与真实之分</source>
        <translation>Record and truth are the same on this layer</translation>
    </message>
    <message>
        <source>真实</source>
        <translation>Truth</translation>
    </message>
    <message>
        <source>差距</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>地图显示哪一面</source>
        <translation>What the map shows</translation>
    </message>
    <message>
        <source>上一回合</source>
        <translation>Previous turn</translation>
    </message>
    <message>
        <source>下一回合</source>
        <translation>Next turn</translation>
    </message>
    <message>
        <source>这一回合的数字</source>
        <translation>Figures of this turn</translation>
    </message>
    <message>
        <source>这一回合发生的事</source>
        <translation>Events of this turn</translation>
    </message>
    <message>
        <source>县里</source>
        <translation>County</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>事情</source>
        <translation>What</translation>
    </message>
    <message>
        <source>贫困发生率（真实）</source>
        <translation>Incidence (truth)</translation>
    </message>
    <message>
        <source>未结问题</source>
        <translation>Open problems</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Signed off</translation>
    </message>
    <message>
        <source>干部疲劳</source>
        <translation>Cadre fatigue</translation>
    </message>
    <message>
        <source>形式主义（真实）</source>
        <translation>Formalism (truth)</translation>
    </message>
    <message>
        <source>基层被占工时</source>
        <translation>Grassroots hours taken</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ReportDesk</name>
    <message>
        <source>回合简报</source>
        <translation>Turn report</translation>
    </message>
    <message>
        <source>打开复盘</source>
        <translation>Open review</translation>
    </message>
    <message>
        <source>其余情况</source>
        <translation>Everything else</translation>
    </message>
    <message>
        <source>先读收文、看地图、下第一道战令，再点右上角“结束本回合”。一回合过完，这里会告诉你最要紧的三件事、动了的数字和接下来等着办的事。</source>
        <translation>Read the inbox, look at the map, give a first order, then press “End the turn” at the top right. When the turn is over, this tells you the three things that matter most, the figures that moved and what is waiting for you next.</translation>
    </message>
    <message>
        <source>这一回合平平静静，没有要紧的事。平静也可能是没人去看。</source>
        <translation>A quiet turn with nothing urgent. Quiet may also mean that nobody looked.</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>动了的数字</source>
        <translation>Figures that moved</translation>
    </message>
    <message>
        <source>接下来等着你的</source>
        <translation>What is waiting for you</translation>
    </message>
    <message>
        <source>第一回合还没有结束</source>
        <translation>The first turn is not over yet</translation>
    </message>
    <message>
        <source>简报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>第{turn}回合简报</source>
        <translation>Report of turn {turn}</translation>
    </message>
    <message>
        <source>▼ 要当心</source>
        <translation>▼ Watch out</translation>
    </message>
    <message>
        <source>▲ 好消息</source>
        <translation>▲ Good news</translation>
    </message>
    <message>
        <source>● 要知道</source>
        <translation>● Note</translation>
    </message>
    <message>
        <source>没有别的了。</source>
        <translation>Nothing else.</translation>
    </message>
    <message>
        <source>数字都没有动。</source>
        <translation>No figure moved.</translation>
    </message>
    <message>
        <source>还有{count}件，见右上角“待办”。</source>
        <translation>{count} more; see &quot;To do&quot; at the top right.</translation>
    </message>
    <message>
        <source>推演已经结束。打开复盘，看得分、依据和每一回合的真实情况。</source>
        <translation>The exercise is over. Open the review for the score, its evidence and the true state of every turn.</translation>
    </message>
    <message>
        <source>没有等着你办的事。可以下去走走，看看账上没有的。</source>
        <translation>Nothing is waiting for you. Go out and look for what is not in the books.</translation>
    </message>
    <message>
        <source>全部{count}条</source>
        <translation>All {count}</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>另有{count}件：{kind}</source>
        <translation>{count} more: {kind}</translation>
    </message>
    <message>
        <source>主要因为：{why}</source>
        <translation>Mainly because: {why}</translation>
    </message>
    <message>
        <source>记录里没有哪件事推着它这样走，是日常工作慢慢起的变化。</source>
        <translation>Nothing on record moved it this way; it is the slow effect of everyday work.</translation>
    </message>
    <message>
        <source>点“去看”，看是哪些事让它变的。</source>
        <translation>Choose &quot;Look&quot; to see what moved it.</translation>
    </message>
    <message>
        <source>销了号又冒出来，说明当时没治到根上，群众最寒心。</source>
        <translation>Signed off and back again: the root was not cured, and nothing disappoints people more.</translation>
    </message>
    <message>
        <source>销号不等于不反弹，过几周安排一次回头看。</source>
        <translation>Signed off does not mean cured for good; plan a look-back in a few weeks.</translation>
    </message>
    <message>
        <source>退回重做要再占一轮工时，看看是不是要求没说清。</source>
        <translation>Doing it again takes another round of hours; see whether the order said clearly what was wanted.</translation>
    </message>
    <message>
        <source>没人接就是没人管，换个人选，或把人、钱、权配齐再谈。</source>
        <translation>Not taken up means nobody is in charge. Ask someone else, or add people, money and powers and talk again.</translation>
    </message>
    <message>
        <source>责任区没有真变化，要么加力，要么换将。</source>
        <translation>The area has not truly changed: reinforce it or change the holder.</translation>
    </message>
    <message>
        <source>说到做到的要记功，经验可以推给别的乡镇。</source>
        <translation>Give credit where a promise was kept; what worked here may help other townships.</translation>
    </message>
    <message>
        <source>责任上肩了，下一步看他有没有下去。</source>
        <translation>Responsibility is taken; now see whether they go there.</translation>
    </message>
    <message>
        <source>督出来的问题要入台账、定责任人，不然白跑一趟。</source>
        <translation>Enter what was found in the ledger and name who is responsible, or the visit was for nothing.</translation>
    </message>
    <message>
        <source>回头看是防反弹最管用的一招。</source>
        <translation>Nothing prevents rebounds better than a look-back.</translation>
    </message>
    <message>
        <source>没有按期办，已经捅到上一级，越拖越被动。</source>
        <translation>Not done in time, it has reached the level above; delay only makes it worse.</translation>
    </message>
    <message>
        <source>没人管的事按最坏的一种处理，并记入复盘。</source>
        <translation>What nobody deals with goes the worst way, and is kept for the review.</translation>
    </message>
    <message>
        <source>办结了，留意后续有没有连带的事。</source>
        <translation>Settled; watch for anything that follows from it.</translation>
    </message>
</context>
<context>
    <name>ReviewDoor</name>
    <message>
        <source>教员看盘会把账面和真实的情况都摆出来。</source>
        <translation>The instructor&apos;s look shows the record and the truth.</translation>
    </message>
    <message>
        <source>还要接着推演的学员，看了就练不出来了。只看，不改：推演停在原处。</source>
        <translation>A trainee who is to play on learns nothing after seeing it. Looking changes nothing: the exercise stays where it is.</translation>
    </message>
    <message>
        <source>教员看盘</source>
        <translation>Instructor&apos;s look</translation>
    </message>
    <message>
        <source>打开看盘</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>正在打开推演…</source>
        <translation>Opening the exercise…</translation>
    </message>
    <message>
        <source>这个文件打不开。</source>
        <translation>This file cannot be opened.</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>推演文件有损坏</source>
        <translation>The exercise file is damaged</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>复盘</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>教员看盘</source>
        <translation>Instructor&apos;s look</translation>
    </message>
    <message>
        <source>地图与回放</source>
        <translation>Map and replay</translation>
    </message>
    <message>
        <source>账面与真实</source>
        <translation>Record and truth</translation>
    </message>
    <message>
        <source>看哪一部分</source>
        <translation>Which part to see</translation>
    </message>
    <message>
        <source>回到桌面</source>
        <translation>Back to the desks</translation>
    </message>
    <message>
        <source>复盘 · {title}</source>
        <translation>Review · {title}</translation>
    </message>
    <message>
        <source>教员看盘 · {title}</source>
        <translation>Instructor&apos;s look · {title}</translation>
    </message>
    <message>
        <source>第{turn}回合，共{turns}回合</source>
        <translation>Turn {turn} of {turns}</translation>
    </message>
    <message>
        <source>退出评估通过</source>
        <translation>Exit evaluation passed</translation>
    </message>
    <message>
        <source>退出评估未通过</source>
        <translation>Exit evaluation failed</translation>
    </message>
    <message>
        <source>导出报告</source>
        <translation>Export report</translation>
    </message>
    <message>
        <source>写出网页报告和逐条记录</source>
        <translation>Write the report as a web page, with every record</translation>
    </message>
    <message>
        <source>得分与依据</source>
        <translation>Score and evidence</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>导出复盘报告</source>
        <translation>Export the review</translation>
    </message>
    <message>
        <source>网页 (*.html)</source>
        <translation>Web page (*.html)</translation>
    </message>
    <message>
        <source>写不进这个文件夹：{reason}。请换一个文件夹再导出。</source>
        <translation>Cannot write to this folder: {reason}. Choose another folder and export again.</translation>
    </message>
    <message>
        <source>没有导出</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>已导出</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>报告已写到：
{files}</source>
        <translation>The report was written to:
{files}</translation>
    </message>
</context>
<context>
    <name>RotateAct</name>
    <message>
        <source>轮休期间人手少一些，疲劳一周周降下来。人累垮了，再多战令也落不了地。</source>
        <translation>While they rest in turns there are fewer hands, and fatigue falls week by week. With people worn out, no number of orders gets done.</translation>
    </message>
    <message>
        <source>轮休几周</source>
        <translation>For how many weeks</translation>
    </message>
    <message>
        <source>周</source>
        <translation> weeks</translation>
    </message>
    <message>
        <source>轮休</source>
        <translation>Rest in turns</translation>
    </message>
</context>
<context>
    <name>ScenarioDetail</name>
    <message>
        <source>你坐哪个席位</source>
        <translation>The seat you take</translation>
    </message>
    <message>
        <source>高级：指定随机种子</source>
        <translation>Advanced: set the random seed</translation>
    </message>
    <message>
        <source>随机种子</source>
        <translation>Random seed</translation>
    </message>
    <message>
        <source>留空则由电脑抽取；同一种子、同样操作，结果相同</source>
        <translation>Leave empty for the computer to draw one; the same seed and the same acts give the same result</translation>
    </message>
    <message>
        <source>进入推演</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>编辑这个场景</source>
        <translation>Edit this scenario</translation>
    </message>
    <message>
        <source>打包</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>做成一个 .zip，发给别人安装</source>
        <translation>Make a .zip for others to install</translation>
    </message>
    <message>
        <source>认证…</source>
        <translation>Certificate…</translation>
    </message>
    <message>
        <source>看认证书，或由电脑推演几十场重新认证</source>
        <translation>See the certificate, or have the computer play some dozens of runs for a new one</translation>
    </message>
    <message>
        <source>做个副本来编辑</source>
        <translation>Make a copy to edit</translation>
    </message>
    <message>
        <source>这个场景有错误，暂时不能开始</source>
        <translation>This scenario has errors and cannot be played yet</translation>
    </message>
    <message>
        <source>请把这段话交给场景作者，或选别的场景。</source>
        <translation>Give this text to the scenario&apos;s author, or choose another scenario.</translation>
    </message>
    <message>
        <source>看看能不能代改…</source>
        <translation>Try mending…</translation>
    </message>
    <message>
        <source>先在左边选一个场景</source>
        <translation>Choose a scenario on the left</translation>
    </message>
    <message>
        <source>场景简介</source>
        <translation>About the scenario</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>约{minutes}分钟</source>
        <translation>about {minutes} min</translation>
    </message>
    <message>
        <source>进程</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>{date}起，{count}个回合，每回合{days}天</source>
        <translation>from {date}, {count} turns of {days} days</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>练什么</source>
        <translation>What it trains</translation>
    </message>
    <message>
        <source>· {text}</source>
        <translation>· {text}</translation>
    </message>
    <message>
        <source>能用：{powers}。每回合{attention}点精力。</source>
        <translation>Powers: {powers}. Attention {attention} a turn.</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>成效</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>组织统合</source>
        <translation>Organisational integration</translation>
    </message>
    <message>
        <source>行动统合</source>
        <translation>Action integration</translation>
    </message>
    <message>
        <source>督战统合</source>
        <translation>Supervision integration</translation>
    </message>
    <message>
        <source>基层负担</source>
        <translation>Grassroots burden</translation>
    </message>
    <message>
        <source>群众与伙伴</source>
        <translation>People and partners</translation>
    </message>
    <message>
        <source>岗位任务</source>
        <translation>Goals of the post</translation>
    </message>
    <message>
        <source>得分与依据</source>
        <translation>Score and evidence</translation>
    </message>
    <message>
        <source>全场得分，满分 100。每一项都能点开它依据的事。</source>
        <translation>Overall score, out of 100. Every line opens the events it rests on.</translation>
    </message>
    <message>
        <source>{seat}的得分</source>
        <translation>{seat}: score</translation>
    </message>
    <message>
        <source>{group}：{points} / {weight} 分</source>
        <translation>{group}: {points} / {weight}</translation>
    </message>
    <message>
        <source>{points} / {weight} 分</source>
        <translation>{points} / {weight}</translation>
    </message>
    <message>
        <source>实得 {value}，零分线 {zero}，满分线 {full}</source>
        <translation>value {value}; no points at {zero}, full points at {full}</translation>
    </message>
    <message>
        <source>{seat} {points} / {weight} 分</source>
        <translation>{seat} {points} / {weight}</translation>
    </message>
    <message>
        <source>查看依据：{title}</source>
        <translation>See the evidence: {title}</translation>
    </message>
    <message>
        <source>由全县期末数据直接算出</source>
        <translation>Calculated directly from the county&apos;s final data</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} days</translation>
    </message>
</context>
<context>
    <name>Seal</name>
    <message>
        <source>已认证</source>
        <translation>Certified</translation>
    </message>
    <message>
        <source>有保留</source>
        <translation>With reservations</translation>
    </message>
    <message>
        <source>认证未通过</source>
        <translation>Gates not met</translation>
    </message>
    <message>
        <source>只有试算</source>
        <translation>Trial only</translation>
    </message>
    <message>
        <source>认证已过期</source>
        <translation>Certificate old</translation>
    </message>
    <message>
        <source>未认证</source>
        <translation>Not certified</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>全部门槛都达到了，可以放心拿去上课。</source>
        <translation>Every gate is met; ready for class.</translation>
    </message>
    <message>
        <source>有保留地通过</source>
        <translation>Passed with reservations</translation>
    </message>
    <message>
        <source>必须达到的都达到了；还有几项可以改得更好。</source>
        <translation>Everything that must be met is met; some points could be better.</translation>
    </message>
    <message>
        <source>未通过</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>有必须达到的没有达到，改好后再认证一次。</source>
        <translation>Something that must be met is not; fix it and certify again.</translation>
    </message>
    <message>
        <source>试算</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>推演的场数不够，只供参考，不算认证。</source>
        <translation>Too few runs: for guidance only, no certificate.</translation>
    </message>
</context>
<context>
    <name>SecondAct</name>
    <message>
        <source>借人要还情：哪家出人，哪家手上的事就慢。一家最多借出一半人手。</source>
        <translation>Borrowed people are a debt: whoever lends them falls behind. No organ lends more than half of its own.</translation>
    </message>
    <message>
        <source>从哪家抽调</source>
        <translation>From which organ</translation>
    </message>
    <message>
        <source>抽调几人</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>人</source>
        <translation> people</translation>
    </message>
    <message>
        <source>从哪家抽</source>
        <translation>From</translation>
    </message>
    <message>
        <source>抽几人</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>{name}（{staff}人）</source>
        <translation>{name} (staff {staff})</translation>
    </message>
</context>
<context>
    <name>SetUpAct</name>
    <message>
        <source>负责人</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>暂不指定（只顶一半用）</source>
        <translation>None yet (works at half strength)</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>设成还是增减</source>
        <translation>Set or change</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>不改这一项</source>
        <translation>Leave this figure alone</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>change by</translation>
    </message>
    <message>
        <source>设成</source>
        <translation>set to</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All of them</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>The whole county</translation>
    </message>
    <message>
        <source>{least} 到 {most}，单位：{unit}。</source>
        <translation>{least} to {most}, in {unit}.</translation>
    </message>
    <message>
        <source>超出范围：要在 {least} 与 {most} 之间，单位：{unit}。</source>
        <translation>Out of bounds: it must be between {least} and {most}, in {unit}.</translation>
    </message>
    <message>
        <source>农户和工时的指标过几周才变，只能增减。</source>
        <translation> Figures of households and hours follow over some weeks: they can only be changed.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>{scale}%</source>
        <translation>{scale}%</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>提示停留</source>
        <translation>Notices stay for</translation>
    </message>
    <message>
        <source>{count}秒</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>直到关闭</source>
        <translation>until closed</translation>
    </message>
    <message>
        <source>有急事未办时，结束回合前先问我</source>
        <translation>Ask when urgent work is left open</translation>
    </message>
    <message>
        <source>结束回合前询问</source>
        <translation>Ask before ending the turn</translation>
    </message>
    <message>
        <source>画面可以有动效</source>
        <translation>Allow animations</translation>
    </message>
    <message>
        <source>动效</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>关掉以后，引导直接跳到位，进度条不再流动，光标不再闪。</source>
        <translation>Without it the guide jumps into place, the progress bar stands still and the cursor does not blink.</translation>
    </message>
    <message>
        <source>在入门场景中显示引导</source>
        <translation>Guide in introductory scenarios</translation>
    </message>
    <message>
        <source>显示引导</source>
        <translation>Show the guide</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>统合推演</source>
        <translation>Tonghe</translation>
    </message>
    <message>
        <source>正在准备县情，请稍候…</source>
        <translation>Preparing the county, please wait…</translation>
    </message>
    <message>
        <source>正在打开推演…</source>
        <translation>Opening the exercise…</translation>
    </message>
    <message>
        <source>推演文件有损坏</source>
        <translation>The exercise file is damaged</translation>
    </message>
    <message>
        <source>不能开始</source>
        <translation>Cannot start</translation>
    </message>
    <message>
        <source>设置没有存下来</source>
        <translation>The settings were not saved</translation>
    </message>
    <message>
        <source>设置文件读不出来</source>
        <translation>The settings cannot be read</translation>
    </message>
    <message>
        <source>设置文件读不出来，已改用默认设置。原文件留在：{path}</source>
        <translation>The settings cannot be read; defaults are in use. The original is kept at: {path}</translation>
    </message>
    <message>
        <source>数据文件夹打不开</source>
        <translation>The data folder cannot be opened</translation>
    </message>
    <message>
        <source>选定的数据文件夹打不开：{path}。这一次先用系统的文件夹，可在“设置”里改。</source>
        <translation>The chosen data folder cannot be opened: {path}. The system&apos;s own serves this time; change it in Settings.</translation>
    </message>
    <message>
        <source>场景不能开始</source>
        <translation>The scenario cannot start</translation>
    </message>
</context>
<context>
    <name>SlipPaper</name>
    <message>
        <source>督战提示函</source>
        <translation>Supervision reminder letter</translation>
    </message>
    <message>
        <source>督战提示单</source>
        <translation>Supervision slip</translation>
    </message>
    <message>
        <source>第{number}号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>{who}：</source>
        <translation>{who}:</translation>
    </message>
    <message>
        <source>经督战，你处存在下列{count}个问题：</source>
        <translation>Supervision found the following problems in your unit ({count}):</translation>
    </message>
    <message>
        <source>下列{count}个问题久拖未决，请过问：</source>
        <translation>The following problems ({count}) have dragged on; please look into them:</translation>
    </message>
    <message>
        <source>{index}. {title}（{place}，{households}）；责任单位：{owner}；现状：{state}。</source>
        <translation>{index}. {title} ({place}, {households}); owner: {owner}; state: {state}.</translation>
    </message>
    <message>
        <source>请于{date}前回复。</source>
        <translation>Please reply by {date}.</translation>
    </message>
    <message>
        <source>{date}已回复</source>
        <translation>Replied on {date}</translation>
    </message>
    <message>
        <source>还没回复，{left}</source>
        <translation>No reply yet, {left}</translation>
    </message>
    <message>
        <source>存根：{state}</source>
        <translation>Counterfoil: {state}</translation>
    </message>
    <message>
        <source>沿此线裁下存根</source>
        <translation>cut off the counterfoil here</translation>
    </message>
    <message>
        <source>存根</source>
        <translation>Counterfoil</translation>
    </message>
    <message>
        <source>收单人：{line}  收到日期：{line}</source>
        <translation>Received by: {line}  on: {line}</translation>
    </message>
</context>
<context>
    <name>SlipsPage</name>
    <message>
        <source>提示单清单</source>
        <translation>List of slips</translation>
    </message>
    <message>
        <source>在台账里选中问题，点“提示单”就会印出一张。</source>
        <translation>Select problems in the ledger and choose &quot;Slip&quot; to print one.</translation>
    </message>
    <message>
        <source>还没有提示单</source>
        <translation>No slips yet</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>看清单或提示单</source>
        <translation>Look at the list or the slip</translation>
    </message>
    <message>
        <source>到台账选问题发提示单</source>
        <translation>Choose problems in the ledger</translation>
    </message>
    <message>
        <source>询问会</source>
        <translation>Inquiry</translation>
    </message>
    <message>
        <source>发出{all}份，待回复{wait}份，超期{late}份。</source>
        <translation>Issued {all}, awaiting reply {wait}, overdue {late}.</translation>
    </message>
    <message>
        <source>请哪些乡镇来</source>
        <translation>Which townships</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>不限题目</source>
        <translation>Any topic</translation>
    </message>
    <message>
        <source>当面问包保领导和承包单位。偶尔一次压实责任，开勤了大家只会备稿子。</source>
        <translation>Leaders and contract holders are questioned face to face. Now and then it presses home responsibility; too often, and people only rehearse.</translation>
    </message>
    <message>
        <source>召开询问会</source>
        <translation>Hold an inquiry</translation>
    </message>
    <message>
        <source>召开</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>看台账：{title}</source>
        <translation>See ledger: {title}</translation>
    </message>
    <message>
        <source>提示函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>提示单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>已回复</source>
        <translation>Replied</translation>
    </message>
    <message>
        <source>待回复</source>
        <translation>Awaiting</translation>
    </message>
    <message>
        <source>超期未回</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>发给</source>
        <translation>To</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>发出</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
</context>
<context>
    <name>StartAct</name>
    <message>
        <source>先看哪里缺什么，再定补什么。上报的缺口不一定是真缺口，拿不准先派人去看。</source>
        <translation>See what is missing first, then decide what to fill. A reported gap is not always a real one; if in doubt, send someone to look.</translation>
    </message>
    <message>
        <source>项目放在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>干什么</source>
        <translation>What work</translation>
    </message>
    <message>
        <source>干多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>投多少钱</source>
        <translation>How much money</translation>
    </message>
    <message>
        <source>用哪笔资金</source>
        <translation>From which fund</translation>
    </message>
    <message>
        <source>谁来办</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>几周完成</source>
        <translation>Weeks to finish</translation>
    </message>
    <message>
        <source>周</source>
        <translation> weeks</translation>
    </message>
    <message>
        <source>销路（谁来收）</source>
        <translation>Buyer (who takes the product)</translation>
    </message>
    <message>
        <source>超出政策标准兑现</source>
        <translation>Deliver above the policy standard</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>What&apos;s missing</translation>
    </message>
    <message>
        <source>补什么</source>
        <translation>What to fill</translation>
    </message>
    <message>
        <source>数量与工期</source>
        <translation>Amount, time</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>用哪笔</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>销路</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>选好任务、资金和承办单位。</source>
        <translation>Choose task, fund and organ.</translation>
    </message>
    <message>
        <source>{need} {count}户</source>
        <translation>{need} {count}</translation>
    </message>
    <message>
        <source>{need}，上报缺{count}</source>
        <translation>{need}, reported gap {count}</translation>
    </message>
    <message>
        <source>还没有落实</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>{organ}（本行）</source>
        <translation>{organ} (its own field)</translation>
    </message>
    <message>
        <source>！没有销路的产业，种出来是丰收，卖不掉是窟窿。先去“伙伴”谈好谁来收。</source>
        <translation>! Produce with no buyer: a fine harvest that cannot be sold is only a loss. Find a buyer under &quot;Partners&quot; first.</translation>
    </message>
    <message>
        <source>！超标准兑现，这个村叫好，邻村攀比，日后难以一视同仁。</source>
        <translation>! Above the standard this village cheers, its neighbours compare, and equal treatment becomes hard.</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>阶段图：阶段从上到下，中间是进出条件</source>
        <translation>Phases from top to bottom, with the conditions between them</translation>
    </message>
    <message>
        <source>{name}（{id}）
{stage}，计划{days}天，第{first}天起</source>
        <translation>{name} ({id})
{stage}, planned for {days} days from day {first}</translation>
    </message>
    <message>
        <source>进入条件：{said}；不成立就留在上一阶段</source>
        <translation>Opens when: {said}; until then the phase before goes on</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>the end</translation>
    </message>
    <message>
        <source>转入下一阶段</source>
        <translation>on to the next phase</translation>
    </message>
    <message>
        <source>{said}，或满{days}天：{end}</source>
        <translation>{said}, or after {days} days: {end}</translation>
    </message>
    <message>
        <source>满{days}天：{end}</source>
        <translation>After {days} days: {end}</translation>
    </message>
    <message>
        <source>{stage} · {days}天</source>
        <translation>{stage} · {days} days</translation>
    </message>
</context>
<context>
    <name>StatesView</name>
    <message>
        <source>阶段图</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>还没有阶段</source>
        <translation>No phases yet</translation>
    </message>
    <message>
        <source>在正文里写一个战役和它的阶段，这里就画出来。</source>
        <translation>Write a campaign and its phases in the text; then they are drawn here.</translation>
    </message>
    <message>
        <source>{count} 个阶段，计划共{days}天；点一下看正文，上下键走，回车打开。</source>
        <translation>Phases: {count}, {days} days as planned. Click one to see its text; up and down move, Enter opens.</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>{count} 分钟</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>StatisticsView</name>
    <message>
        <source>每个席位要读多少</source>
        <translation>What each seat has to read</translation>
    </message>
    <message>
        <source>按每分钟{signs}字算，只算送到这个席位的文字。</source>
        <translation>At {signs} Chinese characters a minute; only what is sent to that seat counts.</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>seat</translation>
    </message>
    <message>
        <source>说明字数</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>情况条数</source>
        <translation>Injects</translation>
    </message>
    <message>
        <source>情况字数</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>读完要</source>
        <translation>To read</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>phase</translation>
    </message>
    <message>
        <source>每个阶段来多少情况</source>
        <translation>Injects in each phase</translation>
    </message>
    <message>
        <source>回合</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>每个回合来多少情况</source>
        <translation>Injects in each turn</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>inject</translation>
    </message>
    <message>
        <source>另有 {count} 条不定日子：看条件、接着别的情况、碰运气或教员手动。</source>
        <translation>{count} more have no day of their own: on a condition, after another inject, by chance or by hand.</translation>
    </message>
    <message>
        <source>有 {count} 条在最后一回合之后：{ids}</source>
        <translation>{count} come after the last turn: {ids}</translation>
    </message>
</context>
<context>
    <name>StopAct</name>
    <message>
        <source>停下来，没花的钱退回；可群众记得开了头没收尾的工程。</source>
        <translation>Stopped, unspent money comes back; but people remember works begun and not finished.</translation>
    </message>
    <message>
        <source>停建理由</source>
        <translation>Reason for stopping</translation>
    </message>
    <message>
        <source>写一句理由</source>
        <translation>Write one sentence</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>先在项目表里点一个在建的项目。</source>
        <translation>First click a programme under way in the list.</translation>
    </message>
</context>
<context>
    <name>SupervisionDesk</name>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>督战</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>提示单</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>回头看</source>
        <translation>Look-backs</translation>
    </message>
    <message>
        <source>督战各页</source>
        <translation>Pages of supervision</translation>
    </message>
    <message>
        <source>台账 {count}</source>
        <translation>Ledger {count}</translation>
    </message>
    <message>
        <source>督战 {count}</source>
        <translation>Visits {count}</translation>
    </message>
    <message>
        <source>提示单 {count}</source>
        <translation>Slips {count}</translation>
    </message>
    <message>
        <source>回头看 {count}</source>
        <translation>Look-backs {count}</translation>
    </message>
    <message>
        <source>发现 → 登记交办 → 整改 → 核查 → 销号 → 回头看</source>
        <translation>Find → register and assign → rectify → verify → sign off → look back</translation>
    </message>
    <message>
        <source>到现场去，看真不看账</source>
        <translation>Go and see: facts, not paperwork</translation>
    </message>
    <message>
        <source>提醒在前，追责在后</source>
        <translation>Remind first, hold to account later</translation>
    </message>
    <message>
        <source>知道有人回头看，整改才实在</source>
        <translation>Cures last when people know someone will look back</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>导入事件清单…</source>
        <translation>Import an event list…</translation>
    </message>
    <message>
        <source>下载空白事件清单…</source>
        <translation>Download an empty event list…</translation>
    </message>
    <message>
        <source>导出事件清单…</source>
        <translation>Export an event list…</translation>
    </message>
    <message>
        <source>导入县情…</source>
        <translation>Import a county…</translation>
    </message>
    <message>
        <source>导出县情…</source>
        <translation>Export county…</translation>
    </message>
    <message>
        <source>先改掉错误再导入：{counts}</source>
        <translation>Fix the errors before importing: {counts}</translation>
    </message>
    <message>
        <source>导入事件清单</source>
        <translation>Import an event list</translation>
    </message>
    <message>
        <source>事件清单 (*.xlsx *.csv)</source>
        <translation>Event list (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>先改掉错误再导出：{counts}</source>
        <translation>Fix the errors before exporting: {counts}</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>导出事件清单</source>
        <translation>Export an event list</translation>
    </message>
    <message>
        <source>先改掉错误再下载：{counts}</source>
        <translation>Fix the errors before downloading: {counts}</translation>
    </message>
    <message>
        <source>下载空白事件清单</source>
        <translation>Download an empty event list</translation>
    </message>
    <message>
        <source>这个场景的县域现在读不出来，先改好 county 那一段。</source>
        <translation>The county of this scenario cannot be read now: mend its county first.</translation>
    </message>
    <message>
        <source>把县情写进哪个文件夹</source>
        <translation>Folder to write the county into</translation>
    </message>
    <message>
        <source>文件夹里已经有 {files}，请换一个文件夹。</source>
        <translation>The folder already holds {files}. Choose another.</translation>
    </message>
    <message>
        <source>导出县情</source>
        <translation>Export county</translation>
    </message>
    <message>
        <source>已写出地图和村表：{files}。改好后用“导入县情…”取回。</source>
        <translation>Map and tables are written: {files}. Once changed, “Import county…” takes them back.</translation>
    </message>
    <message>
        <source>{path} 已经有了，请换一个名字。</source>
        <translation>{path} is there already; choose another name.</translation>
    </message>
    <message>
        <source>情况已加进 {file}，还没有保存；Ctrl+Z 可以撤销。</source>
        <translation>The events are in {file}, not saved yet; Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>县情已放进 {file}，还没有保存；Ctrl+Z 可以撤销。</source>
        <translation>The county is in {file}, not saved yet; Ctrl+Z undoes it. </translation>
    </message>
    <message>
        <source>scenario.yaml 的 county 里，townships 写这个县的乡镇编号，不写就是全县。</source>
        <translation>Under county in scenario.yaml, townships lists ids of this county; left out, all of it is played.</translation>
    </message>
    <message>
        <source>已写出 {count} 件情况：{path}</source>
        <translation>Injects written: {count}, to {path}</translation>
    </message>
    <message>
        <source>{part} {count} 件</source>
        <translation>{part} {count}</translation>
    </message>
    <message>
        <source>没有写出来：{reason}。请换一个可以写入的地方。</source>
        <translation>It could not be written: {reason}. Choose a place that can be written to.</translation>
    </message>
    <message>
        <source>已写出空白事件清单：{path}。填好后用“导入事件清单…”取回。</source>
        <translation>Empty event list written: {path}. Fill it in, then take it back with &quot;Import an event list…&quot;.</translation>
    </message>
    <message>
        <source>写出事件清单</source>
        <translation>Write an event list</translation>
    </message>
    <message>
        <source>没有改：文字已经变了，请再试一次。</source>
        <translation>Nothing was changed: the text has changed in the meantime; please try again.</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>problems</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>options</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>effects</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>escalation</translation>
    </message>
    <message>
        <source>别的写法</source>
        <translation>variants</translation>
    </message>
    <message>
        <source>陷阱</source>
        <translation>traps</translation>
    </message>
    <message>
        <source>清单里没有这些内容，仍以场景文件为准：{parts}。</source>
        <translation>The list has no room for these; the scenario&apos;s files keep them: {parts}.</translation>
    </message>
</context>
<context>
    <name>TermsAct</name>
    <message>
        <source>农户分得太少留不住，企业无利可图走得快。两成到五成，双方都有账可算。</source>
        <translation>Too little for households and they leave; too little for the firm and it leaves sooner. Between two and five tenths both sides gain.</translation>
    </message>
    <message>
        <source>收益归农户的比例</source>
        <translation>Households&apos; share of the gain</translation>
    </message>
    <message>
        <source>出资</source>
        <translation>Contribution</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>个</source>
        <translation> jobs</translation>
    </message>
    <message>
        <source>归农户</source>
        <translation>To households</translation>
    </message>
    <message>
        <source>家底：最多{money}、{jobs}个岗位；信任越高，肯拿出来的越多。</source>
        <translation>Means: at most {money} and {jobs} jobs; the more trust, the more they are willing to give.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>情况时间轴：行是席位，列是回合</source>
        <translation>Timeline of injects: one row per seat, one column per turn</translation>
    </message>
    <message>
        <source>不定日子</source>
        <translation>No fixed day</translation>
    </message>
    <message>
        <source>{days}天内答复，到第{turn}回合</source>
        <translation>To be answered within {days} days, by turn {turn}</translation>
    </message>
    <message>
        <source>第{turn}回合升级</source>
        <translation>Escalates in turn {turn}</translation>
    </message>
    <message>
        <source>送：{seats}</source>
        <translation>To: {seats}</translation>
    </message>
    <message>
        <source>接着“{id}”，最早第{turn}回合</source>
        <translation>After “{id}”, turn {turn} at the earliest</translation>
    </message>
    <message>
        <source>接着“{id}”，那一条没有定日子</source>
        <translation>After “{id}”, which has no fixed day</translation>
    </message>
    <message>
        <source>看条件：{said}</source>
        <translation>On a condition: {said}</translation>
    </message>
    <message>
        <source>碰运气：每回合{said}</source>
        <translation>By chance: {said} a turn</translation>
    </message>
    <message>
        <source>教员手动发</source>
        <translation>Sent by the instructor</translation>
    </message>
    <message>
        <source>没有写何时来</source>
        <translation>No trigger written</translation>
    </message>
    <message>
        <source>{seat}，第{turn}回合：{count}条，要读{minutes}分钟</source>
        <translation>{seat}, turn {turn}: injects {count}, {minutes} min to read</translation>
    </message>
    <message>
        <source>第{turn}回合</source>
        <translation>Turn {turn}</translation>
    </message>
    <message>
        <source>回合</source>
        <translation>Turn</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>时间轴</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>还没有情况</source>
        <translation>No injects yet</translation>
    </message>
    <message>
        <source>点左下角的“加一条情况…”写一条，这里就会按席位和回合排出来。</source>
        <translation>Add one with “Add an inject…” at the lower left and it will stand here by seat and turn.</translation>
    </message>
    <message>
        <source>拖动或按左右键移到别的回合，上下键选，回车看正文。</source>
        <translation>Drag, or press left and right, to move to another turn; up and down choose, Enter shows the text. </translation>
    </message>
    <message>
        <source>有 {count} 格一回合来得太多（×）。</source>
        <translation>Places where too much comes at once (×): {count}.</translation>
    </message>
    <message>
        <source>实框按日子来，带三角的接着别的来，虚框看条件；框长到答复期限，红线是升级的那天。</source>
        <translation>Solid boxes come on a day, those with a triangle after another, dashed ones on a condition; a box reaches to its deadline, a red line is the day it escalates.</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>关闭提示</source>
        <translation>Close the notice</translation>
    </message>
</context>
<context>
    <name>TodoPanel</name>
    <message>
        <source>待办清单</source>
        <translation>To-do list</translation>
    </message>
    <message>
        <source>等着我的事</source>
        <translation>What waits for me</translation>
    </message>
    <message>
        <source>关闭待办清单</source>
        <translation>Close the to-do list</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>仍然结束</source>
        <translation>End it anyway</translation>
    </message>
    <message>
        <source>先去处理</source>
        <translation>Handle first</translation>
    </message>
    <message>
        <source>每回合限时</source>
        <translation>Time limit of a turn</translation>
    </message>
    <message>
        <source>时间一到，回合自动结束，没办的事按“不办”处理。</source>
        <translation>When time is up the turn ends by itself, and what is left undone counts as not done.</translation>
    </message>
    <message>
        <source>{minutes}分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>不限时</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>没有事情在等你</source>
        <translation>Nothing is waiting for you</translation>
    </message>
    <message>
        <source>可以主动下令、督战或走访，也可以结束本回合。</source>
        <translation>Sign orders, supervise or visit on your own initiative, or end the turn.</translation>
    </message>
    <message>
        <source>还有{count}件，再看{most}件</source>
        <translation>{count} more, show {most}</translation>
    </message>
    <message>
        <source>还有 {count} 件急事没有处理。现在结束本回合，下面写明的后果会发生。</source>
        <translation>Urgent matters open: {count}. End the turn now and what is written below will happen.</translation>
    </message>
    <message>
        <source>不办：{harm}</source>
        <translation>Otherwise: {harm}</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>去处理：{title}</source>
        <translation>Go to: {title}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>工具</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>认证、打包、试推、导入和导出表格</source>
        <translation>Certify, pack, try out, import and export tables</translation>
    </message>
    <message>
        <source>认证…</source>
        <translation>Certificate…</translation>
    </message>
    <message>
        <source>打包…</source>
        <translation>Pack…</translation>
    </message>
    <message>
        <source>先保存再认证</source>
        <translation>Save before certifying</translation>
    </message>
    <message>
        <source>认证书只对存盘的文字有效，现在有没保存的改动。</source>
        <translation>A certificate holds for the saved text only, and there are unsaved changes.</translation>
    </message>
    <message>
        <source>保存并认证</source>
        <translation>Save and certify</translation>
    </message>
    <message>
        <source>先改掉错误再认证：{counts}</source>
        <translation>Fix the errors before certifying: {counts}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>等着我的事</source>
        <translation>What waits for me</translation>
    </message>
    <message>
        <source>撤回上一步</source>
        <translation>Undo the last step</translation>
    </message>
    <message>
        <source>结束本回合</source>
        <translation>End the turn</translation>
    </message>
    <message>
        <source>Ctrl+Enter:县里过一回合</source>
        <translation>Ctrl+Enter: run the county through one turn</translation>
    </message>
    <message>
        <source>复盘</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>正在推进</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>席位：{seat}</source>
        <translation>Seat: {seat}</translation>
    </message>
    <message>
        <source>第{year}年，共{years}年 · 回合{turn}/{turns}</source>
        <translation>Year {year} of {years} · turn {turn}/{turns}</translation>
    </message>
    <message>
        <source>第{week}周，共{weeks}周 · 回合{turn}/{turns}</source>
        <translation>Week {week} of {weeks} · turn {turn}/{turns}</translation>
    </message>
    <message>
        <source>精力 {left}/{all}</source>
        <translation>Attention {left}/{all}</translation>
    </message>
    <message>
        <source>本回合还能分出的精力。发令、开会、下乡都要花精力，回合结束后恢复。</source>
        <translation>Attention you can still give this turn. Orders, meetings and field visits take it; it is restored when the turn ends.</translation>
    </message>
    <message>
        <source>待办 {count}</source>
        <translation>To do {count}</translation>
    </message>
    <message>
        <source>待办已清</source>
        <translation>To do: clear</translation>
    </message>
    <message>
        <source>待办 {count} · 急 {urgent}</source>
        <translation>To do {count} · urgent {urgent}</translation>
    </message>
    <message>
        <source>撤回上一步：{what}</source>
        <translation>Undo: {what}</translation>
    </message>
    <message>
        <source>{words}（Ctrl+Z）。精力和钱都退回。</source>
        <translation>{words} (Ctrl+Z). Attention and money come back.</translation>
    </message>
    <message>
        <source>正在推进…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>{text} {minutes}:{seconds}</source>
        <translation>{text} {minutes}:{seconds}</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>统合</source>
        <translation>Integrated</translation>
    </message>
    <message>
        <source>运动式</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>常规科层</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Formalistic</translation>
    </message>
    <message>
        <source>千分之</source>
        <translation>thousandths</translation>
    </message>
    <message>
        <source>万元</source>
        <translation>ten thousands of yuan</translation>
    </message>
    <message>
        <source>工时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>户缺口</source>
        <translation>households in need</translation>
    </message>
    <message>
        <source>{amount}万元</source>
        <translation>¥{amount}0k</translation>
    </message>
    <message>
        <source>电脑自己打</source>
        <translation>What the bots do</translation>
    </message>
    <message>
        <source>选“{text}”</source>
        <translation>Choose &apos;{text}&apos;</translation>
    </message>
</context>
<context>
    <name>TrialCourse</name>
    <message>
        <source>后来发生的</source>
        <translation>What happened afterwards</translation>
    </message>
    <message>
        <source>第{turn}回合，到第{day}天</source>
        <translation>Turn {turn}, to day {day}</translation>
    </message>
    <message>
        <source>没有什么发生。</source>
        <translation>Nothing happened.</translation>
    </message>
    <message>
        <source>{who}：{what}</source>
        <translation>{who}: {what}</translation>
    </message>
    <message>
        <source>指令：{commands}</source>
        <translation>Commands: {commands}</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>从一件情况试推</source>
        <translation>Try from an inject on</translation>
    </message>
    <message>
        <source>场景里还没有情况，先写一条。</source>
        <translation>The scenario has no injects yet. Write one first.</translation>
    </message>
    <message>
        <source>文字里有错，还推演不了。先改正：</source>
        <translation>The text has errors and cannot be played yet. Fix these first:</translation>
    </message>
    <message>
        <source>{file} 第{line}行</source>
        <translation>{file} line {line}</translation>
    </message>
    <message>
        <source>还有 {count} 处。</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>试推进度</source>
        <translation>Progress of the trial</translation>
    </message>
    <message>
        <source>改设置</source>
        <translation>Change settings</translation>
    </message>
    <message>
        <source>改了再试一遍</source>
        <translation>Change the setup and try again</translation>
    </message>
    <message>
        <source>坐哪个席位接着玩</source>
        <translation>Seat to play on at</translation>
    </message>
    <message>
        <source>接着玩</source>
        <translation>Play on</translation>
    </message>
    <message>
        <source>从情况送达的那天起，坐这个席位推演下去；存成一场单独的推演</source>
        <translation>Play on at this seat from the day the inject arrives; kept as an exercise of its own</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>看第一处</source>
        <translation>Show the first</translation>
    </message>
    <message>
        <source>开始试推</source>
        <translation>Begin the trial</translation>
    </message>
    <message>
        <source>电脑正在推演到这件情况，可以随时停下。</source>
        <translation>The bots are playing up to this inject; you can stop at any time.</translation>
    </message>
    <message>
        <source>正在存成一场推演…</source>
        <translation>Keeping it as an exercise…</translation>
    </message>
    <message>
        <source>推演了 {done}/{total} 个回合，可以随时停下。</source>
        <translation>{done}/{total} turns played; you can stop at any time.</translation>
    </message>
    <message>
        <source>停下了，什么也没有留下。</source>
        <translation>Stopped; nothing was kept.</translation>
    </message>
    <message>
        <source>试推没有成功：{reason}</source>
        <translation>The trial failed: {reason}</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>从哪件情况</source>
        <translation>From which inject</translation>
    </message>
    <message>
        <source>{title}（{id}）</source>
        <translation>{title} ({id})</translation>
    </message>
    <message>
        <source>从第几天</source>
        <translation>From which day</translation>
    </message>
    <message>
        <source>它自己到的那天</source>
        <translation>The day it comes by itself</translation>
    </message>
    <message>
        <source>电脑怎么打</source>
        <translation>How the bots play</translation>
    </message>
    <message>
        <source>种子</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>往后几个回合</source>
        <translation>Turns to follow</translation>
    </message>
    <message>
        <source>送达以前先改动的指标</source>
        <translation>Figures to set before it arrives</translation>
    </message>
    <message>
        <source>由导调的“调整数值”改动，和课堂上一样留痕；不加就照推演到那天的样子。</source>
        <translation>Set by the instructor&apos;s &quot;Adjust&quot;, on record as in class; without any, they stay as play left them.</translation>
    </message>
    <message>
        <source>加一项指标</source>
        <translation>Add a figure</translation>
    </message>
</context>
<context>
    <name>TrialResult</name>
    <message>
        <source>来件</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>各席位桌上</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>后来</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <source>指标变化</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>精力 {attention}，待办 {count} 件</source>
        <translation>Attention {attention}, papers waiting: {count}</translation>
    </message>
    <message>
        <source>还有 {days} 天</source>
        <translation>Days left: {days}</translation>
    </message>
    <message>
        <source>不要求选择：签阅，再下战令、上报或交办。</source>
        <translation>No choice is required: acknowledge it, then order, report or assign.</translation>
    </message>
    <message>
        <source>可以选：{text}</source>
        <translation>Can choose: {text}</translation>
    </message>
    <message>
        <source>现在选不了：{text}</source>
        <translation>Cannot choose now: {text}</translation>
    </message>
    <message>
        <source>没有待办的情况。</source>
        <translation>No papers are waiting.</translation>
    </message>
    <message>
        <source>第{day}天（第{turn}回合），{policy}打法，种子 {seed}</source>
        <translation>Day {day} (turn {turn}), {policy} bots, seed {seed}</translation>
    </message>
    <message>
        <source>自行送达。</source>
        <translation>It came by itself.</translation>
    </message>
    <message>
        <source>由导调投放。</source>
        <translation>Fired by the instructor.</translation>
    </message>
    <message>
        <source>触发条件此时已经成立。</source>
        <translation> Its condition holds by now.</translation>
    </message>
    <message>
        <source>触发条件此时并不成立。</source>
        <translation> Its condition does not hold now.</translation>
    </message>
    <message>
        <source>已设定 {what} = {value}，{count} 处有改动</source>
        <translation>Set: {what} = {value}, places changed: {count}</translation>
    </message>
    <message>
        <source>来件人</source>
        <translation>From</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>To</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Arrives</translation>
    </message>
    <message>
        <source>第{day}天</source>
        <translation>Day {day}</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>{text}（精力 {attention}，{money}）</source>
        <translation>{text} (attention {attention}, {money})</translation>
    </message>
    <message>
        <source>看哪个席位的桌上</source>
        <translation>Whose desk to look at</translation>
    </message>
    <message>
        <source>选了什么</source>
        <translation>What is chosen</translation>
    </message>
    <message>
        <source>指标：之前和各种选择之后</source>
        <translation>Figures: before, and after each choice</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>这件情况</source>
        <translation>This inject</translation>
    </message>
    <message>
        <source>情况的文字</source>
        <translation>Text of the inject</translation>
    </message>
    <message>
        <source>到第{day}天：这件情况{state}，总分 {score}。</source>
        <translation>By day {day}: this inject is {state}, score {score}.</translation>
    </message>
    <message>
        <source>电脑选了“{text}”。</source>
        <translation> The bots chose &apos;{text}&apos;.</translation>
    </message>
</context>
<context>
    <name>TruthLayers</name>
    <message>
        <source>贫困发生率</source>
        <translation>Poverty incidence</translation>
    </message>
    <message>
        <source>没解决的问题</source>
        <translation>Unsolved problems</translation>
    </message>
    <message>
        <source>形式主义（真实）</source>
        <translation>Formalism (truth)</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>真实</source>
        <translation>Truth</translation>
    </message>
    <message>
        <source>真实减账面</source>
        <translation>Truth minus record</translation>
    </message>
    <message>
        <source>{layer}：账面</source>
        <translation>{layer}: record</translation>
    </message>
    <message>
        <source>{layer}：真实</source>
        <translation>{layer}: truth</translation>
    </message>
    <message>
        <source>{layer}：真实减账面；颜色越重，账面说得越好</source>
        <translation>{layer}: truth minus record; the stronger the colour, the more the record flatters</translation>
    </message>
</context>
<context>
    <name>TruthSheet</name>
    <message>
        <source>选中的地方：账面与真实</source>
        <translation>The place selected: record and truth</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>The whole county</translation>
    </message>
    <message>
        <source>点地图上的战区名、乡镇或村，看那里的账面与真实。</source>
        <translation>Choose a zone&apos;s name, a township or a village on the map to see its record beside the truth.</translation>
    </message>
    <message>
        <source>贫困村</source>
        <translation>Poor village</translation>
    </message>
    <message>
        <source>非贫困村</source>
        <translation>Not a poor village</translation>
    </message>
    <message>
        <source>账面数据截至{date}</source>
        <translation>Record as of {date}</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>真实</source>
        <translation>Truth</translation>
    </message>
    <message>
        <source>差</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>▲ 账面说得比真实好</source>
        <translation>▲ The record flatters</translation>
    </message>
    <message>
        <source>错退</source>
        <translation>Wrongly lifted</translation>
    </message>
    <message>
        <source>漏评</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>形式主义（真实）</source>
        <translation>Formalism (truth)</translation>
    </message>
    <message>
        <source>账面上看不见的问题 {count}</source>
        <translation>Problems the record does not show: {count}</translation>
    </message>
    <message>
        <source>没有。</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>没人发现</source>
        <translation>Found by nobody</translation>
    </message>
    <message>
        <source>纸面销号</source>
        <translation>Signed off on paper</translation>
    </message>
    <message>
        <source>病根：{root}</source>
        <translation>Root: {root}</translation>
    </message>
    <message>
        <source>另有{count}件</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>Trying</name>
    <message>
        <source>试玩</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>用现在的文字开一场（F5）</source>
        <translation>Play the text as it stands (F5)</translation>
    </message>
    <message>
        <source>坐哪个席位试玩</source>
        <translation>Seat to play</translation>
    </message>
    <message>
        <source>从这里试推…</source>
        <translation>Try from here…</translation>
    </message>
    <message>
        <source>先改掉错误再试玩：{counts}</source>
        <translation>Fix the errors first: {counts}</translation>
    </message>
    <message>
        <source>先改掉错误再试玩</source>
        <translation>Fix the errors first</translation>
    </message>
</context>
<context>
    <name>TypeWords</name>
    <message>
        <source>战令</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>包干</source>
        <translation>Contracts</translation>
    </message>
    <message>
        <source>督战</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>部门会商</source>
        <translation>bureaus in council</translation>
    </message>
    <message>
        <source>市场与合同</source>
        <translation>markets and contracts</translation>
    </message>
    <message>
        <source>发动群众</source>
        <translation>the people themselves</translation>
    </message>
    <message>
        <source>依纪依法</source>
        <translation>discipline and law</translation>
    </message>
    <message>
        <source>所在乡镇</source>
        <translation>the township</translation>
    </message>
    <message>
        <source>村里</source>
        <translation>the village</translation>
    </message>
    <message>
        <source>总攻办</source>
        <translation>the headquarters</translation>
    </message>
    <message>
        <source>贫困发生率最高的村</source>
        <translation>The village with the highest incidence</translation>
    </message>
    <message>
        <source>干部最疲劳的地方</source>
        <translation>Where cadres are most tired</translation>
    </message>
    <message>
        <source>认可度最低的村</source>
        <translation>The village with the lowest approval</translation>
    </message>
    <message>
        <source>{need}缺口最大的村</source>
        <translation>The village with the largest gap: {need}</translation>
    </message>
    <message>
        <source>随便一个村</source>
        <translation>Any village</translation>
    </message>
    <message>
        <source>人最多的村</source>
        <translation>The largest village</translation>
    </message>
    <message>
        <source>最久没人去的村</source>
        <translation>The village visited longest ago</translation>
    </message>
    <message>
        <source>压力最大的地方</source>
        <translation>Where the pressure is highest</translation>
    </message>
</context>
<context>
    <name>VisitsAct</name>
    <message>
        <source>干部进门坐一坐，听一听。占的是乡镇的工时，户数别贪多。</source>
        <translation>Cadres call at homes, sit down and listen. It takes township hours; do not aim for too many.</translation>
    </message>
    <message>
        <source>走访多少户</source>
        <translation>How many households</translation>
    </message>
    <message>
        <source>户</source>
        <translation> households</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Visits</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>各乡镇督战情况</source>
        <translation>Supervision by township</translation>
    </message>
    <message>
        <source>督战清单</source>
        <translation>List of visits</translation>
    </message>
    <message>
        <source>哪里多久没人去看了</source>
        <translation>Where nobody has been for a while</translation>
    </message>
    <message>
        <source>督战安排和结果</source>
        <translation>Visits planned and made</translation>
    </message>
    <message>
        <source>安排督战</source>
        <translation>Plan a visit</translation>
    </message>
    <message>
        <source>不打招呼才看得到真的；看得深费分队工时，去得密拖累基层。</source>
        <translation>Only unannounced visits see the truth; deep ones take squad hours, and frequent ones burden the grassroots.</translation>
    </message>
    <message>
        <source>去过哪里</source>
        <translation>Where they went</translation>
    </message>
    <message>
        <source>看去过哪里或安排督战</source>
        <translation>Look at where they went or plan a visit</translation>
    </message>
    <message>
        <source>{never}个乡镇还没人去过</source>
        <translation>Townships nobody has been to: {never}</translation>
    </message>
    <message>
        <source>每个乡镇都有人去过</source>
        <translation>Every township has been visited</translation>
    </message>
    <message>
        <source>{lead}，{soon}次督战已排定。点一行，右边就按它来排。</source>
        <translation>{lead}; visits planned: {soon}. Click a row and the form follows it.</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>去哪个乡镇</source>
        <translation>Which township</translation>
    </message>
    <message>
        <source>派哪支分队</source>
        <translation>Which squad</translation>
    </message>
    <message>
        <source>哪天去</source>
        <translation>Which day</translation>
    </message>
    <message>
        <source>看哪些村（最久没看的排在前面）</source>
        <translation>Which villages (those seen longest ago first)</translation>
    </message>
    <message>
        <source>看多深</source>
        <translation>How deep</translation>
    </message>
    <message>
        <source>每村入户</source>
        <translation>Homes per village</translation>
    </message>
    <message>
        <source> 户</source>
        <translation> homes</translation>
    </message>
    <message>
        <source>重点看什么</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>提前通知（会有准备，占工时）</source>
        <translation>Announce it (takes hours)</translation>
    </message>
    <message>
        <source>排定督战</source>
        <translation>Plan the visit</translation>
    </message>
    <message>
        <source>{village} · {seen}{problems}</source>
        <translation>{village} · {seen}{problems}</translation>
    </message>
    <message>
        <source>没人看过</source>
        <translation>never seen</translation>
    </message>
    <message>
        <source> · 问题{count}</source>
        <translation> · problems {count}</translation>
    </message>
    <message>
        <source>{date}看过</source>
        <translation>seen {date}</translation>
    </message>
    <message>
        <source>这次要{need}工时，分队那一周还有{free}工时</source>
        <translation>Takes {need} h; the squad has {free} h free that week</translation>
    </message>
    <message>
        <source>前后两周内这个乡镇已有{count}次督战，再去会挤占基层。</source>
        <translation>Visits to this township within two weeks either way: {count}; another crowds out its work.</translation>
    </message>
    <message>
        <source>点一次督战，看去了哪些村、发现了什么。</source>
        <translation>Click a visit to see which villages it went to and what it found.</translation>
    </message>
    <message>
        <source>全乡镇</source>
        <translation>Whole township</translation>
    </message>
    <message>
        <source>{date} {squad}：{villages}</source>
        <translation>{date} {squad}: {villages}</translation>
    </message>
    <message>
        <source>还没去，到日子自动出发。</source>
        <translation>Not made yet; they set out on the day.</translation>
    </message>
    <message>
        <source>发现：{title}</source>
        <translation>Found: {title}</translation>
    </message>
    <message>
        <source>纸面整改：{title}</source>
        <translation>Cured on paper: {title}</translation>
    </message>
    <message>
        <source>核查：{title}</source>
        <translation>Checked: {title}</translation>
    </message>
    <message>
        <source>没有发现问题。看得浅也会看不出来。</source>
        <translation>No problems found. A shallow look may not show them.</translation>
    </message>
    <message>
        <source>从没去过</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>没排</source>
        <translation>None</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{days}天前</source>
        <translation>{days} days ago</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>最近一次</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>四周内看过的村</source>
        <translation>Villages seen in 4 weeks</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>下一次</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>督战</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>核查</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>回头看</source>
        <translation>Look-back</translation>
    </message>
    <message>
        <source>下乡</source>
        <translation>Field visit</translation>
    </message>
    <message>
        <source>看材料</source>
        <translation>Papers only</translation>
    </message>
    <message>
        <source>到现场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>深查</source>
        <translation>In depth</translation>
    </message>
    <message>
        <source>打招呼</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>不打招呼</source>
        <translation>None</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>分队</source>
        <translation>Squad</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>深度</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>发现</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>去办：{what}</source>
        <translation>Act on: {what}</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>去看</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>回编辑器</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>回主页</source>
        <translation>Home</translation>
    </message>
</context>
<context>
    <name>WhereForm</name>
    <message>
        <source>练哪个目标</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>出在哪个乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>全县，由电脑挑村</source>
        <translation>Whole county, the village is picked</translation>
    </message>
    <message>
        <source>第几天到</source>
        <translation>Day of arrival</translation>
    </message>
    <message>
        <source>由教员手动放出</source>
        <translation>Fired by hand</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>送给谁</source>
        <translation>To</translation>
    </message>
    <message>
        <source>场景里还没有席位：先写一个席位，情况才有人收。</source>
        <translation>The scenario has no seat yet: write one first, so that somebody receives it.</translation>
    </message>
    <message>
        <source>场景里还没有学习目标：先写一个目标，情况才知道练什么。</source>
        <translation>The scenario has no objective yet: write one first, so that it is clear what is trained.</translation>
    </message>
    <message>
        <source>至少送给一个席位。</source>
        <translation>Send it to one seat at least.</translation>
    </message>
    <message>
        <source>编号用小写字母开头，只含小写字母、数字、- 和 _，最多 48 个。</source>
        <translation>An id begins with a small letter and has only small letters, digits, - and _, at most 48.</translation>
    </message>
    <message>
        <source>已经有一条情况叫“{id}”了。</source>
        <translation>There is an inject “{id}” already.</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>下面没有一件事推它这样走，是日常工作慢慢起的变化。</source>
        <translation>None of these moved it this way; it is the slow effect of everyday work.</translation>
    </message>
    <message>
        <source>数字的走势和原因</source>
        <translation>Trend and causes of a figure</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>因果图</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>清单或因果图</source>
        <translation>List or graph</translation>
    </message>
    <message>
        <source>放大走势</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>为什么变了？</source>
        <translation>Why did it change?</translation>
    </message>
    <message>
        <source>点左边任何一个数字，这里按大小列出是哪些事让它变的，点“去看”回到那件事。</source>
        <translation>Click any figure on the left to see, by weight, what changed it; the arrow takes you to the event itself.</translation>
    </message>
    <message>
        <source>{figure}：{value}</source>
        <translation>{figure}: {value}</translation>
    </message>
    <message>
        <source>上一回合以来</source>
        <translation>Since last turn</translation>
    </message>
    <message>
        <source>近四个回合</source>
        <translation>In the last four turns</translation>
    </message>
    <message>
        <source>开局以来</source>
        <translation>Since the start</translation>
    </message>
    <message>
        <source>比上回合 {change}</source>
        <translation>Against last turn {change}</translation>
    </message>
    <message>
        <source>还没有可比的上一回合</source>
        <translation>no earlier turn to compare with</translation>
    </message>
    <message>
        <source>截至{date}</source>
        <translation>as of {date}</translation>
    </message>
    <message>
        <source>{figure}由{first}到{last}</source>
        <translation>{figure} from {first} to {last}</translation>
    </message>
    <message>
        <source>目标 {value}</source>
        <translation>Target {value}</translation>
    </message>
    <message>
        <source>{since}，是这些事让它变的</source>
        <translation>{since}, this is what changed it</translation>
    </message>
    <message>
        <source>▲ 往好的方向</source>
        <translation>▲ For the better</translation>
    </message>
    <message>
        <source>▼ 往坏的方向</source>
        <translation>▼ For the worse</translation>
    </message>
    <message>
        <source>● 有升有降，不论好坏</source>
        <translation>● Up or down, neither good nor bad</translation>
    </message>
    <message>
        <source>这段时间没有记到让它变动的事。可把时间放宽到“开局以来”，或换一个范围看。</source>
        <translation>Nothing recorded moved it in this time. Widen the period to &quot;Since the start&quot;, or look at another area.</translation>
    </message>
    <message>
        <source>去看这件事</source>
        <translation>Go to this matter</translation>
    </message>
    <message>
        <source>去看：{what}</source>
        <translation>Go to: {what}</translation>
    </message>
    <message>
        <source>另有{count}件更小的事</source>
        <translation>{count} smaller causes</translation>
    </message>
    <message>
        <source>{places}等{count}处</source>
        <translation>{places} and others, {count} in all</translation>
    </message>
    <message>
        <source>{first}至{last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>影响已记，数字暂不动</source>
        <translation>Recorded; the figure has yet to move</translation>
    </message>
    <message>
        <source>{sign}不足{unit}</source>
        <translation>{sign} under {unit}</translation>
    </message>
    <message>
        <source>另有{count}件，见清单</source>
        <translation>{count} more in the list</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>外出务工人数</source>
        <translation>workers away from home</translation>
    </message>
    <message>
        <source>达成的合作</source>
        <translation>partnerships agreed</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>funds</translation>
    </message>
    <message>
        <source>账面贫困发生率</source>
        <translation>recorded incidence</translation>
    </message>
    <message>
        <source>{count}个百分点</source>
        <translation>{count} points</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>no change</translation>
    </message>
    <message>
        <source>向好</source>
        <translation>better</translation>
    </message>
    <message>
        <source>变差</source>
        <translation>worse</translation>
    </message>
    <message>
        <source>还没有走势</source>
        <translation>no trend yet</translation>
    </message>
    <message>
        <source>由{first}到{last}</source>
        <translation>from {first} to {last}</translation>
    </message>
    <message>
        <source>专班</source>
        <translation>Task force</translation>
    </message>
    <message>
        <source>{domain}专班</source>
        <translation>{domain} task force</translation>
    </message>
    <message>
        <source>有关事项</source>
        <translation>a related matter</translation>
    </message>
    <message>
        <source>{fund}（剩{left}）</source>
        <translation>{fund} ({left} left)</translation>
    </message>
    <message>
        <source>劲头不足</source>
        <translation>slack</translation>
    </message>
    <message>
        <source>紧而有力</source>
        <translation>firm</translation>
    </message>
    <message>
        <source>过紧</source>
        <translation>too tight</translation>
    </message>
    <message>
        <source>高压</source>
        <translation>extreme</translation>
    </message>
    <message>
        <source>有余力</source>
        <translation>light</translation>
    </message>
    <message>
        <source>满负荷</source>
        <translation>full</translation>
    </message>
    <message>
        <source>超负荷</source>
        <translation>heavy</translation>
    </message>
    <message>
        <source>严重超载</source>
        <translation>swamped</translation>
    </message>
    <message>
        <source>精神尚好</source>
        <translation>fresh</translation>
    </message>
    <message>
        <source>疲惫</source>
        <translation>weary</translation>
    </message>
    <message>
        <source>透支</source>
        <translation>exhausted</translation>
    </message>
    <message>
        <source>顺畅</source>
        <translation>smooth</translation>
    </message>
    <message>
        <source>有磕碰</source>
        <translation>uneven</translation>
    </message>
    <message>
        <source>各管各</source>
        <translation>split</translation>
    </message>
</context>
</TS>
