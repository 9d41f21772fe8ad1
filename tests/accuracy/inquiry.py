"""The investigation: records, evidence, tests, measures, the order to correct, the report."""

from days import plus
from opening import basis
import measures
import names


def inspect(c):
    """The on-site record, with its recording and photographs."""
    rec, who = c.rec, c.party["_"]
    first = c.facts["checked_first"] and c.rec["source"]["found_on"]
    if not first:
        c.on(1, 3)
    day = c.site_day = first or c.today
    refused = c.want("refused", lambda: c.chance(0.06))
    row = c.record("现场笔录", day, 10, 90, c.place, who["person"], who["relation"], who["position"], who["number"])
    if refused:
        row.update(party_signed=False, signed_pages=0, refusal_reason="对检查内容有异议，拒绝签名", witness=c.names.person())
    c.site = row
    recording = f"YX{day.year}-{c.serial}"
    row["media_number"] = recording
    rec["media"] = [{"number": recording, "action": "现场检查", "officer": c.officers[2], "began_at": row["started_at"],
                     "ended_at": row["ended_at"],
                     "place": c.place, "filed": True}]
    c.paper("现场笔录", "现场检查笔录", day, pages=2, signers=signing(c, row, "当事人"))
    c.paper("现场照片", day=day, pages=2, signers=[("拍摄人", c.officers[2])])


def signing(c, row, role):
    out = [(role, row["subject"])] if row["party_signed"] else []
    if row.get("witness"):
        out.append(("见证人", row["witness"]))
    return out + [("执法人员", n) for n in c.officers[:2]] + [("记录人", c.officers[2])]


def order_correction(c):
    rec, day = c.rec, c.today
    if c.want("order", lambda: c.rng.choice(("paper", "paper", "paper", "decision"))) == "decision":
        return
    days = c.rng.choice((5, 7, 10))
    due = c.cal.roll(plus(day, days))
    rec["correction_order"] = {"number": c.number("责改"), "date": day, "due_on": due, "corrected": True, "proof": True,
                               "rechecked_on": c.cal.add(due, 1)}
    c.deliver(c.outward("责令改正通知书", "责改", day=day, pages=1))


def question(c):
    who = c.party["_"]
    c.on(1, 4)
    day = c.today
    room = f"{c.rec['agency']['name']}询问室"
    row = c.record("询问笔录", day, 14, 100, room, who["person"], who["relation"], who["position"], who["number"], pages=3,
                   signed_pages=3)
    c.asked = row
    c.paper("询问笔录", f"{who['person']}询问笔录", day, pages=3, signers=signing(c, row, "被询问人"))
    if c.want("witness", lambda: c.chance(0.25)):
        name = c.names.person()
        start = 16
        second = c.record("询问笔录", day, start, 50, room, name, "证人", "附近商户", witness_number(c))
        second.update(_witness=True)
        c.facts["bystander"] = name
        c.paper("询问笔录", f"{name}询问笔录", day, pages=2, signers=signing(c, second, "被询问人"))
    person = c.party["kind"] == "自然人"
    c.paper("身份证明", "居民身份证复印件" if person else "营业执照复印件", day, pages=1, signers=[("提供人", who["person"])])
    if c.party.get("agent"):
        c.paper("授权委托书", day=min(c.facts["opened"], c.site_day), pages=1,
                signers=[("委托人", c.party["legal_representative"])])
    c.rec["address_confirmation"] = {"signed": True, "signed_on": day, "address": c.party["address"],
                                     "recipient": who["person"], "acknowledged": True,
                                     "electronic": False}
    c.paper("送达地址确认书", day=day, pages=1, signers=[("当事人", who["person"])])


def witness_number(c):

    return names.identity(c.rng, c.names.birth(c.today.year), False)


def test(c):
    """Sampling on the day of inspection, the report, and its notice to the party."""
    if not c.offence.test:
        return
    kind, item, method, instrument = c.offence.test
    sampled = c.site_day
    received = c.cal.add(sampled, 1)
    tested = c.cal.add(received, c.rng.randint(0, 2))
    issued = c.cal.add(tested, c.rng.randint(1, 4))
    told = c.cal.add(issued, c.rng.randint(0, 3))
    c.today = max(c.today, told)
    points = ["总排口"] if kind == "监测" else ["油烟排放口"]
    number = f"JC{issued.year}{c.rng.randrange(1000, 9999)}"
    c.rec["tests"] = [{
        "kind": kind, "number": number, "body": f"{c.names.county}环境检测技术有限公司",
        "body_qualification": f"CMA{c.rng.randrange(10**11, 10**12)}",
        "sampled_on": sampled, "sampling_record": True, "received_on": received, "tested_on": tested,
        "issued_on": issued, "told_on": told,
        "signed": True, "sealed": True, "instrument_valid_to": plus(tested, c.rng.choice((0, 200, 300))),
        "client": c.rec["agency"]["name"],
        "item": item, "method": method, "instrument": instrument, "points": points, "sampling_points": list(points),
        "conclusion": "所检项目的结果见附表，超过标准规定的限值，不符合要求。"}]
    c.paper("抽样取证凭证", day=sampled, pages=1,
            signers=[("当事人", c.party["_"]["person"])] + [("执法人员", n) for n in c.officers[:2]])
    writer, checker, signer = (c.names.person() for _ in range(3))
    c.paper("检测报告", f"{kind}报告", issued, number, pages=3, signers=[("编制人", writer), ("审核人", checker), ("签发人", signer)],
            sealed=True,
            seal_name=c.rec["tests"][0]["body"])
    c.deliver(c.outward("检测结果告知书", "检告", day=told, pages=1))


def evidence(c):
    """The pieces, each with what it proves, and the list of them."""
    who, day, taken = c.party["_"], c.asked["started_at"].date(), c.officers[:2]
    copied = {"collectors": taken, "copy": True, "verified_against_original": True, "provider": who["person"],
              "provider_signed": True,
              "provider_identity_proof": True, "collected_on": day, "place": c.asked["place"]}
    pieces = [
        {"kind": "书证", "name": "身份或者主体资格证明复印件", "proves": "当事人的主体身份", **copied, "_on": "身份证明"},
        {"kind": "书证", "name": "经营活动记录", "proves": "违法行为的持续时间", **copied, "_on": "证据清单"}]
    if c.chance(0.5):
        pieces.append({"kind": "书证", "name": "进货票据或者合同", "proves": "涉案物品、场地的来源", **copied, "_on": "证据清单"})
    pieces += [
        {"kind": "视听资料", "name": "现场照片", "proves": "检查时的现场状况", "collected_on": c.site_day, "collectors": taken,
         "provider": "执法人员拍摄",
         "provider_signed": True, "place": c.place, "_on": "现场照片"},
        {"kind": "当事人陈述", "name": f"{who['person']}询问笔录", "proves": "违法行为的经过", "collected_on": day, "collectors": taken,
         "provider": who["person"], "provider_signed": True, "provider_identity_proof": True, "place": c.asked["place"],
         "_on": "询问笔录"},
        {"kind": "现场笔录", "name": "现场检查笔录", "proves": "现场状况和检查经过", "collected_on": c.site_day, "collectors": taken,
         "provider": "执法人员制作", "provider_signed": True, "place": c.place, "_on": "现场笔录"}]
    if name := c.facts.get("bystander"):
        pieces.append({"kind": "证人证言", "name": f"{name}询问笔录", "proves": "违法行为发生的事实", "collected_on": day,
                       "collectors": taken,
                       "provider": name, "provider_signed": True, "provider_identity_proof": True,
                       "place": c.asked["place"], "_on": "询问笔录"})
    if c.rec.get("tests"):
        test = c.rec["tests"][0]
        pieces.append({"kind": "鉴定意见", "name": f"{test['kind']}报告", "proves": "样品的检测结果",
                       "collected_on": test["issued_on"], "collectors": taken,
                       "provider": test["body"], "provider_signed": True, "place": c.rec["agency"]["name"],
                       "_on": "检测报告"})
    for number, piece in enumerate(pieces, 1):
        piece["number"] = str(number)
    c.rec["evidence"] = pieces
    c.facts["pieces"] = sum(p["_on"] == "证据清单" for p in pieces)
    c.paper("证据清单", "证据清单及证据材料", c.today, pages=1 + c.facts["pieces"], signers=[("承办人", n) for n in taken])


def report(c):
    offence = c.offence
    c.on(1, 3)
    c.rec["investigation"] = {
        "concluded_on": c.today, "report_on": c.today, "authors": c.officers[:2], "signed": True,
        "evidence_listed": True,
        "basis": "", "discretion_reason": "", "proposed": ""}
    c.approve("调查终结", c.today, "事实清楚，证据充分，建议给予行政处罚。")
    c.paper("调查终结报告", "案件调查终结报告", pages=3, signers=[("承办人", n) for n in c.officers[:2]])
    c.facts["breach"] = basis("违法依据", offence.law, offence.breach, offence.single[0])
    c.facts["penal"] = basis("处罚依据", offence.law, offence.penal, offence.single[1])


def investigate(c):
    inspect(c)
    measures.take(c)
    order_correction(c)
    question(c)
    test(c)
    evidence(c)
    measures.finish_preservation(c)
    recheck(c)
    report(c)


def recheck(c):
    order = c.rec.get("correction_order")
    if not order:
        return
    c.paper("复查笔录", "整改复查笔录", order["rechecked_on"], pages=1,
            signers=[("当事人", c.party["_"]["person"])] + [("执法人员", n) for n in c.officers[:2]])
    c.today = max(c.today, order["rechecked_on"])
