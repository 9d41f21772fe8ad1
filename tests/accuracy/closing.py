"""Payment, publication, closing and the archive."""

import datetime

from days import plus
from case import Retry

LAST_DAY = datetime.date(2026, 6, 30)  # of the audit; every file is finished by then


def pay(c):
    """In full by the fifteenth day, which moves to a working day; or in parts with approval."""
    rec, f = c.rec, c.facts
    total = f["total"] + f["income"] * len(rec["parties"])
    last = c.cal.roll(plus(c.served, 15))
    way = c.want("pay", lambda: c.rng.choice(("once", "once", "once", "last day", "instalment")))
    channel = c.rng.choice(("银行", "电子支付")) if f["era"] == "new" else "银行"
    parts = [(c.cal.add(c.served, c.rng.randint(1, 6)), total)]
    if way == "last day":
        parts = [(last, total)]
    elif way == "instalment":
        applied = c.cal.add(c.served, 3)
        approved = c.cal.add(applied, 2)
        due = c.cal.roll(plus(approved, 90))
        rec["instalment"] = {"applied_on": applied, "approved_on": approved, "due_on": due}
        c.approve("分期延期缴纳", approved, "当事人确有经济困难，建议准予分期缴纳。")
        c.paper("延期分期缴纳审批表", day=approved, pages=1, signers=[("承办人", c.officers[0]), ("负责人", c.deputy)])
        half = total // 2
        parts = [(c.cal.add(approved, 3), total - half), (due, half)]
    rec["payments"] = []
    for paid, amount in parts:
        receipt = f"{c.rng.randrange(10**9, 10**10)}"
        rec["payments"].append({"paid_on": min(paid, last) if way != "instalment" else paid, "amount": amount,
                                "channel": channel, "receipt_number": receipt, "official_receipt": True})
        c.paper("缴款票据", "罚没款缴款票据", rec["payments"][-1]["paid_on"], receipt, pages=1)
    c.today = max(c.today, rec["payments"][-1]["paid_on"])


def dispose_of_goods(c):
    """Confiscated goods are destroyed before a witness once the decision is served."""
    if not c.facts["confiscate"]:
        return
    day = c.cal.add(c.served, 3)
    item = c.rec["goods"][0]
    item.update(disposed_on=day, disposed_quantity=item["quantity"], disposal="没收后监督销毁", witness=c.names.person())
    c.paper("罚没物品处理记录", "罚没物品销毁记录", day, pages=1,
            signers=[("承办人", n) for n in c.officers[:2]] + [("见证人", item["witness"])])
    c.today = max(c.today, day)


def publish(c):
    rec = c.rec
    decided = rec["decision"]["date"]
    last = c.cal.add(decided, 20) if c.offence.sector == "市场监管" else c.cal.back(plus(decided, 7))
    day = last if c.want("published_last_day", lambda: c.chance(0.3)) else min(last, c.cal.add(decided, 4))
    rec["publicity"] = {"required": True, "published_on": day,
                        "url": f"https://example.invalid/penalty/{decided.year}/{c.serial:04d}",
                        "until": day.replace(year=day.year + 3) if (day.month, day.day) != (2, 29) else plus(day,
                                3 * 365)}
    c.today = max(c.today, day)


def prove_correction(c):
    """Where the decision itself orders the correction, a re-check before closing proves it."""
    rec = c.rec
    if rec.get("correction_order"):
        return
    day = c.cal.add(c.served, 5)
    rec["correction_order"] = {"rechecked_on": day, "corrected": True, "proof": True}
    c.paper("复查笔录", "整改复查笔录", day, pages=1,
            signers=[("当事人", c.party["_"]["person"])] + [("执法人员", n) for n in c.officers[:2]])
    c.today = max(c.today, day)


def close(c, manner="履行完毕", note=None):
    rec = c.rec
    c.on(0, 5)
    rec["closing"] = {"closed_on": c.today, "approver": c.deputy, "applied_on": c.today, "report_on": c.today,
                      "manner": manner, "note": note or ""}
    c.approve("结案", c.today, "当事人已履行处罚决定，违法行为已改正，建议结案。", heads_opinion="同意结案。")
    c.paper("结案审批表", pages=1, signers=[("承办人", c.officers[0]), ("承办机构负责人", c.chief), ("负责人", c.deputy)])


def archive(c, kind="CF"):
    rec = c.rec
    c.on(3, 20)
    day = c.today
    rec["archive"] = {"archived_on": day, "bound_on": day, "volumes": 1, "retention": "30年",
                      "file_number": f"{day.year}-{kind}-{c.serial:04d}",
                      "cover_complete": True, "notes_sheet": True, "notes_signed": True, "case_count": 1}
    c.paper("卷宗封面", rec["case"]["title"], day, pages=1)
    c.paper("卷内目录", day=day, pages=1)
    c.paper("备考表", "卷内备考表", day, pages=1, signers=[("立卷人", c.officers[0]), ("检查人", c.reviewer)])
    if day > LAST_DAY:
        raise Retry("not finished by the day of the audit")
    if c.facts.get("era") == "old" and day >= datetime.date(2021, 7, 15):
        raise Retry("not wholly under the old law")
