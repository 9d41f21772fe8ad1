"""Writes every text of a penalty file from its facts, so that a changed fact can be told again without a contradiction."""

import texts_papers
import texts_records
from wording import capitals, citation, day


def retell(rec):
    f = rec["_"]
    if not f.get("offence"):
        return rec
    party = rec["parties"][0]["name"]
    facts = what_happened(rec)
    basis = "；".join(citation(b) for b in (f["breach"], f["penal"])) if f.get("penal") else ""
    rec["source"]["description"] = source_text(rec)
    rec["offence"]["description"] = facts
    first = next((a for a in rec["approvals"] if a["step"] == "立案" and a["role"] == "承办人"), None)
    if first:
        first["opinion"] = f"当事人的行为涉嫌违反{citation(f['breach'])}的规定，建议立案调查。"
    texts_records.tell(rec)
    order = rec.get("correction_order", {})
    if order.get("number"):
        order["content"] = f"责令你（单位）于{day(order['due_on'])}前改正：{f['offence'].correct}。逾期不改正的，本机关将依法处理。"
        order["basis"] = "《中华人民共和国行政处罚法》第二十八条第一款" if f["era"] == "new" else "《中华人民共和国行政处罚法》第二十三条"
    if report := rec.get("investigation"):
        report.update(facts=facts, basis=basis, discretion_reason="、".join(rec["decision"]["discretion"]["reasons"]) if "discretion" in rec["decision"] else report["discretion_reason"])
        if "penalties" in rec["decision"]:
            report.update(proposed="建议给予：" + penalty_text(rec["decision"]["penalties"]),
                          proposed_fine=fine_of(rec["decision"]))
    if notice := rec.get("notice"):
        notice["text"] = notice_text(rec, party, facts)
    if talk := rec.get("discussion"):
        talk["conclusion"] = "参加人员逐一发表意见，讨论一致认为事实清楚、程序合法，同意给予：" + penalty_text(rec["decision"]["penalties"])
    if statement := rec.get("statement"):
        if statement.get("made_on"):
            statement["content"] = "认可违法事实，已经整改，希望考虑经营困难减少罚款数额。"
            statement["review_opinion"] = "经复核，当事人提出的整改情况在裁量时已作考虑，经营困难不属于法定从轻情节，维持拟处罚意见。"
    if rec["decision"].get("outcome") == "处罚" and "penalties" in rec["decision"]:
        rec["decision"]["text"] = decision_text(rec, facts)
    if closing := rec.get("closing"):
        closing["note"] = closing.get("note") if rec["_"].get("own_note") else closing_note(rec)
    tell_papers(rec, party, facts, basis)
    return rec


def what_happened(rec):
    """Day, place, person, conduct, result."""
    f, offence = rec["_"], rec["offence"]
    span = day(offence["began_on"]) + (f"至{day(offence['ended_on'])}" if offence["ended_on"] != offence["began_on"] else "")
    return (f"{span}，当事人{'、'.join(p['name'] for p in rec['parties'])}在{offence['place']}，{f['offence'].facts}。"
            "该行为未造成人员伤亡和其他危害后果。"
            + (f"涉案{rec['goods'][0]['name']}共{rec['goods'][0]['quantity']}{rec['goods'][0]['unit']}，"
               f"货值金额{rec['goods'][0]['value']}元。" if rec.get("goods") else "")
            + (f"违法所得共{f['income']}元。" if f.get("income") else ""))


def source_text(rec):
    channel = rec["source"]["channel"]
    return f"{day(rec['source']['found_on'])}，{channel}中发现{rec['offence']['place']}涉嫌{rec['_']['offence'].act}，登记后转承办机构核查。"


def fine_of(decision):
    return sum(p["amount"] for p in decision["penalties"] if p["kind"] == "罚款")


def penalty_text(penalties):
    words = []
    for number, p in enumerate(penalties, 1):
        kind = p["kind"]
        what = (f"罚款人民币{capitals(p['amount'])}（¥{p['amount']}）" if kind == "罚款" else
                f"没收违法所得人民币{capitals(p['amount'])}（¥{p['amount']}）" if kind == "没收违法所得" else
                f"没收{p['object']}" if kind == "没收非法财物" else kind)
        words.append(f"{number}.{what}" if len(penalties) > 1 else what)
    return "；".join(words)


def citations(bases, role):
    return "、".join(citation(b) for b in bases if b["role"] == role)


def notice_text(rec, party, facts):
    n, d, f = rec["notice"], rec["decision"], rec["_"]
    discretion = d["discretion"]
    hearing = f"有权在收到本告知书之日起{n.get('hearing_days')}个工作日内要求举行听证。逾期未提出的，视为放弃要求听证的权利。" if n["hearing_right_told"] else ""
    return (f"{'、'.join(p['name'] for p in rec['parties'])}：\n经查，{facts}\n"
            f"上述行为违反了{citations(n['legal_bases'], '违法依据')}的规定。依据{citations(n['legal_bases'], '处罚依据')}，"
            f"参照《{discretion['standard']}》，考虑到{'、'.join(discretion['reasons'])}的情节，"
            f"裁量档次为{discretion['tier']}，本机关拟作出如下行政处罚：{penalty_text(proposed(n, d))}。\n"
            f"你（单位）有权在收到本告知书之日起{n['statement_days']}个工作日内向本机关进行陈述和申辩。{hearing}\n"
            f"联系地址：{f['county']}政务服务中心3楼；联系人：{f['officers'][0]}；电话：{f['phone']}。\n{rec['agency']['name']}\n"
            f"{day(n['date'])}")


def decision_text(rec, facts):
    d, f = rec["decision"], rec["_"]
    head = "".join("；".join(f"{word}：{p[name]}" for word, name in (("当事人", "name"), ("住址", "address"), ("证件号码", "id_number"), ("负责人", "legal_representative"))
                            if p.get(name)) + "。" for p in rec["parties"])
    proof = "".join(f"{e['number']}.{e['name']}，{day(e['collected_on'])}由{e['provider']}提供，证明{e['proves']}；" for e in rec["evidence"])
    disc = d["discretion"]
    order = f"责令当事人改正违法行为（{f['offence'].correct}），并" if d["correction_ordered"] else ""
    return (f"{head}\n本机关于{day(rec['filing']['approved_on'])}立案调查。经查，{facts}\n以上事实有下列证据证实：{proof[:-1]}。\n"
            f"{told_text(rec)}\n"
            f"本机关认为，当事人的行为违反了{citations(d['legal_bases'], '违法依据')}的规定。参照《{disc['standard']}》“{disc['tier']}”档次，"
            f"综合{'、'.join(disc['reasons'])}的情节"
            + (f"，依据{citations(d['legal_bases'], '裁量依据')}减轻处罚" if disc["tier"] == "减轻" else "") +
            f"，依据{citations(d['legal_bases'], '处罚依据')}，{order}决定给予行政处罚：{penalty_text(d['penalties'])}。\n"
            f"当事人应当自收到本决定书之日起十五日内，持缴款通知书到{f['county']}商业银行（{f['county']}建设街1号，账号0000 0000 0001）或者通过电子支付系统缴纳罚款。"
            "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额，本机关可以依法申请人民法院强制执行。\n"
            f"如不服本决定，可以自收到本决定书之日起六十日内向{d['review_body']}申请行政复议，或者自收到本决定书之日起六个月内向{d['court']}提起行政诉讼。"
            f"本决定将依法向社会公示。\n{d['issuer']}（印章）\n{day(d['date'])}")


def proposed(notice, decision):
    """The penalties as the notice proposes them, where it differs from the decision."""
    rows = [dict(p) for p in decision["penalties"] if p["kind"] in notice["proposed_kinds"]]
    fines = [p for p in rows if p["kind"] == "罚款"]
    if len(fines) == 1:
        fines[0]["amount"] = notice["proposed_fine"]
    return rows


def told_text(rec):
    if "notice" not in rec:
        return ""
    n, s = rec["notice"], rec.get("statement", {})
    out = f"本机关于{day(n['served_on'])}向当事人送达《行政处罚事先告知书》，告知拟作出处罚的内容、事实、理由、依据和依法享有的权利。"
    if s.get("made_on"):
        out += f"当事人于{day(s['made_on'])}提出陈述申辩。{s['review_opinion']}对其意见不予采纳。"
    elif s.get("waived"):
        out += "当事人书面放弃陈述、申辩的权利。"
    else:
        out += "当事人在规定期限内没有提出陈述、申辩意见。"
    h = rec.get("hearing", {})
    if h.get("held_on"):
        out += f"当事人要求听证，本机关于{day(h['held_on'])}公开举行听证，听取了意见并制作听证笔录，听证中的意见经复核不予采纳。"
    elif h.get("waived"):
        out += "当事人书面放弃听证。"
    elif n["hearing_right_told"]:
        out += "当事人在规定期限内没有要求听证。"
    return out


def closing_note(rec):
    d = rec["decision"]
    paid = "、".join(f"{day(p['paid_on'])}缴纳{p['amount']}元（票据号{p['receipt_number']}）" for p in rec.get("payments", ()))
    return (f"本案于{day(rec['filing']['approved_on'])}立案，经调查、告知、审核，作出处罚决定书（{d['number']}）并送达当事人，"
            f"处罚结果：{penalty_text(d['penalties'])}。执行情况：当事人{paid}，违法行为已改正，符合结案条件。")


def tell_papers(rec, party, facts, basis):
    for doc in rec["documents"]:
        writer = texts_papers.WRITERS.get(doc["kind"])
        if writer and not doc.get("_own"):
            doc["text"] = writer(rec, doc, party, facts, basis)
