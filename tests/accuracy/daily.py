"""按日连续处罚: ordered to correct, re-checked within thirty days and still unlawful, fined by the day after the first decision."""

import closing
import enforcing
from case import Retry
from days import plus
from telling import serve_on_all
from wording import capitals, citation, day


def daily(c):
    c.options.update(key=("挥发性有机物",), era="new", several=False, order="paper", measure=None)
    for name, value in (("pay", "once"), ("limit", "soon"), ("method", "直接送达"), ("tier", "从轻")):
        c.options.setdefault(name, value)
    enforcing.decided(c)
    rec, f = c.rec, c.facts
    order = rec["correction_order"]
    again = order["rechecked_on"]
    days, base = (again - order["date"]).days, f["fine"]
    if days > 30:
        raise Retry("re-checked too late")
    second = c.outward("责令改正通知书", "责改二", "责令改正通知书（第二次）", again, pages=1, _second=True)
    c.deliver(second, again)
    c.on(1, 3)
    told = c.outward("行政处罚告知书", "按告", "按日连续处罚事先告知书", pages=2)
    amount = days * base
    told["text"] = (f"{c.party['name']}：\n经{day(again)}复查，你单位拒不改正。依据《中华人民共和国大气污染防治法》第一百二十三条，参照裁量基准，"
                    f"本机关拟自{day(plus(order['date'], 1))}至{day(again)}按日连续处罚，"
                    f"计罚{days}日，罚款人民币{capitals(amount)}（¥{amount}）。你单位有权在收到本告知书之日起五个工作日内陈述、申辩，并可以在五个工作日内要求听证。\n"
                    f"{rec['agency']['name']}（印章）\n{day(c.today)}")
    told["_own"] = True
    c.deliver(told)
    c.today = c.cal.add(c.today, 6)
    decided = c.today
    c.approve("决定", decided, "建议实施按日连续处罚。", legal="经审核，同意。", head=c.head, heads_opinion="同意按日连续处罚。")
    doc = c.outward("按日连续处罚决定书", "按罚", day=decided, pages=2)
    doc["text"] = (f"当事人：{c.party['name']}，住址：{c.party['address']}。\n本机关{day(order['date'])}责令改正，"
                   f"{day(again)}复查时违法行为仍在继续，有复查笔录、现场照片为证，违反{citation(f['breach'])}的规定。依据《中华人民共和国大气污染防治法》第一百二十三条，"
                   f"自{day(plus(order['date'], 1))}起至{day(again)}止计罚{days}日，"
                   f"每日{base}元，决定罚款人民币{capitals(amount)}（¥{amount}）。当事人应当自收到本决定书之日起十五日内到{f['county']}商业银行（账号0000 0000 "
                   "0001）缴纳，到期不缴纳的，每日按罚款数额的百分之三加处罚款。"
                   f"如不服，可以自收到本决定书之日起六十日内向{f['county']}人民政府申请行政复议，或者六个月内向{f['county']}人民法院提起行政诉讼。\n"
                   f"{rec['agency']['name']}（印章）\n{day(decided)}")
    c.on(0, 3)
    row = serve_on_all(c, doc, c.today)
    rec["daily_fine"] = {"ordered_on": order["date"], "rechecked_on": again, "days": days, "base": base,
                         "amount": amount, "decided_on": decided}
    c.paper("复查笔录", "第二次复查笔录", c.cal.add(again, 8), pages=1,
            signers=[("当事人", c.party["_"]["person"])] + [("执法人员", n) for n in c.officers[:2]])
    served = c.served
    closing.pay(c)
    receipt = f"{c.rng.randrange(10**9, 10**10)}"
    paid = c.cal.add(row["served_on"], 4)
    rec["payments"].append({"paid_on": paid, "amount": amount, "channel": "银行", "receipt_number": receipt,
                            "official_receipt": True})
    c.paper("缴款票据", "按日连续处罚罚款缴款票据", paid, receipt, pages=1)
    c.today = max(c.today, paid)
    c.served = served
    closing.publish(c)
    closing.close(c)
    closing.archive(c)
