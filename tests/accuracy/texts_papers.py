"""Texts of the papers of a penalty file, by kind."""

from wording import capitals, citation, day


def foot(rec, doc):
    return f"\n{rec['agency']['name']}\n{day(doc['date'])}"


def opening(rec, doc, party, facts, basis):
    return (f"案由：{rec['case']['cause']}。当事人：{party}，住址：{rec['parties'][0]['address']}。\n案情摘要："
            f"{day(rec['source']['found_on'])}，"
            f"{rec['source']['channel']}中发现，{facts}\n承办人意见：当事人的行为涉嫌违反{citation(rec['_']['breach'])}的规定，建议立案调查。")


def order(rec, doc, party, facts, basis):
    if doc.get("_second"):
        return (f"{party}：\n经{day(doc['date'])}复查，你单位{rec['_']['offence'].facts}，违法行为仍未改正，有复查笔录、现场照片为证。"
                f"上述行为违反{citation(rec['_']['breach'])}的规定。依据《中华人民共和国大气污染防治法》第一百二十三条，"
                "责令立即停止违法行为。本机关将在三十日内再次复查，拒不改正的，将依法继续实施按日连续处罚。" + foot(rec, doc))
    o = rec["correction_order"]
    return (f"{party}：\n经查，你（单位）在{rec['offence']['place']}，{rec['_']['offence'].facts}，有现场检查笔录、现场照片等证据为证。"
            f"上述行为违反{citation(rec['_']['breach'])}的规定。"
            f"依据{o.get('basis', '')}，{o.get('content', '')}\n如不服，可以自收到本通知书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。" + foot(rec, doc))


def measure(rec):
    return rec["measures"][0]


def items(rec):
    return "、".join(f"{g['name']}（{g['specification']}）{g['quantity']}{g['unit']}，{g['condition']}" for g in rec.get("goods", ()))


def seizing(rec, doc, party, facts, basis):
    m = measure(rec)
    return (f"{party}：\n经查，你（单位）在{rec['offence']['place']}，{rec['_']['offence'].facts}，有现场检查笔录等证据为证。{m['reason']}。"
            f"依据{m['basis']}和《中华人民共和国行政强制法》第二十四条，决定对下列物品予以{m['kind']}："
            f"{items(rec)}（详见清单）。{m['kind']}期限三十日，自{day(m['started_on'])}至{day(m['ends_on'])}。存放地点："
            f"{m['storage_place']}。{m['kind']}期间不得使用、损毁、擅自转移或者处置。"
            f"你（单位）有权陈述、申辩。如不服，可以自收到本决定书之日起六十日内向{rec['_']['county']}人民政府申请行政复议，或者六个月内向{rec['_']['county']}人民法院提起行政诉讼。" + foot(rec, doc))


def prolonging(rec, doc, party, facts, basis):
    m = measure(rec)
    return (f"{party}：\n因案情复杂，尚需核查货物来源，依据《中华人民共和国行政强制法》第二十五条，"
            f"决定将{m['number']}决定书的{m['kind']}期限延长至{day(m['extended_to'])}。"
            "如不服，可以自收到本通知书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。" + foot(rec, doc))


def releasing(rec, doc, party, facts, basis):
    m = measure(rec)
    return (f"{party}：\n本机关于{day(m['started_on'])}以{m['number']}决定书对{items(rec)}予以{m['kind']}。因已查明事实，"
            f"不再需要采取{m['kind']}措施，依据《中华人民共和国行政强制法》第二十八条第一款，"
            f"决定自{day(doc['date'])}起解除{m['kind']}，退还物品见清单。" + foot(rec, doc))


def preserving(rec, doc, party, facts, basis):
    m = measure(rec)
    return (f"{party}：\n因{m['reason']}，依据{m['basis']}，对下列物品先行登记保存：{items(rec)}。"
            f"保存期限自{day(m['started_on'])}至{day(m['ends_on'])}，保存地点：{m['storage_place']}。"
            "保存期间不得销毁或者转移。你（单位）有权陈述和申辩。" + foot(rec, doc))


def preserved(rec, doc, party, facts, basis):
    return f"{party}：\n对{measure(rec)['number']}通知书先行登记保存的{items(rec)}，经查证取证已毕，决定自{day(doc['date'])}起解除先行登记保存，全部退还。" + foot(rec, doc)


def told_result(rec, doc, party, facts, basis):
    t = rec["tests"][0]
    return f"{party}：\n本机关委托{t['body']}对你（单位）的样品进行{t['kind']}，报告编号{t['number']}，结果附后。如有异议，可以在收到之日起五日内提出复检或者重新鉴定的申请。" + foot(rec, doc)


def report(rec, doc, party, facts, basis):
    i = rec["investigation"]
    names = "、".join(e["name"] for e in rec["evidence"])
    return (f"一、当事人基本情况：{party}，住址{rec['parties'][0]['address']}。\n二、案件来源：{rec['source']['channel']}。\n三、调查经过："
            f"{day(rec['filing']['approved_on'])}立案，承办人{'、'.join(i['authors'])}进行现场检查、询问和取证。\n"
            f"四、违法事实：{facts}\n五、证据：{names}。\n六、法律依据：{basis}。\n七、裁量理由：参照裁量基准，考虑{i['discretion_reason']}的情节，裁量档次见建议。\n"
            f"八、处理建议：{i['proposed']}。")


def legal_review(rec, doc, party, facts, basis):
    return (f"{party}{rec['case']['cause']}一案，经审核：一、本机关具有管辖权，执法人员具备执法资格；二、事实清楚；三、证据确凿、充分；四、适用法律正确；五、程序合法；六、裁量适当；"
            "七、没有涉嫌犯罪需要移送的情形。审核意见：同意。"
            f"\n审核人：{doc['signatures'][0]['name'] if doc['signatures'] else ''}\n{day(doc['date'])}")


def discussion(rec, doc, party, facts, basis):
    d = rec["discussion"]
    words = ("事实清楚，证据能够相互印证", "适用法律正确，条款准确", "程序合法，当事人的权利得到保障", "裁量与情节相当，罚款数额适当", "已督促改正，同意处理意见")
    views = "".join(f"{n}：{w}。" for n, w in zip(d["participants"], words))
    return (f"时间：{day(d['held_on'])}；地点：{d['place']}；主持人：{d['host']}；参加人：{'、'.join(d['participants'])}。\n承办人汇报案情后退场，"
            f"不参加表决。\n各人意见：{views}\n结论：{d['conclusion']}。")


def hearing_notice(rec, doc, party, facts, basis):
    h = rec["hearing"]
    return (f"{party}：\n本机关定于{day(h['held_on'])}9时在{rec['agency']['name']}听证室公开举行听证。听证主持人：{h['host']}；记录员："
            f"{h['recorder']}。你（单位）可以申请回避，可以亲自参加，也可以委托一至二人代理，"
            "请携带身份证明和有关证据，无正当理由不到场的，视为放弃听证。" + foot(rec, doc))


def hearing_report(rec, doc, party, facts, basis):
    h = rec["hearing"]
    return (f"一、案由：{rec['case']['cause']}。二、听证时间、地点：{day(h['held_on'])}，听证室。三、听证人员：主持人{h['host']}，记录员{h['recorder']}，"
            "当事人代表和调查人员到场。四、听证情况：调查人员提出违法事实、证据和处罚建议，"
            "当事人进行了陈述、申辩和质证。五、听证意见：事实清楚，证据充分，建议维持拟处罚意见。")


def address(rec, doc, party, facts, basis):
    a = rec["address_confirmation"]
    return f"送达地址：{a['address']}；代收人：{a['recipient']}。本人已阅读送达须知，保证上述地址准确有效，变更时及时书面告知；因提供的地址不准确导致文书未能送达的，自行承担法律后果。"


def decision_approval(rec, doc, party, facts, basis):
    return f"案由：{rec['case']['cause']}。当事人：{party}。事实：{facts}\n依据：{basis}。"


def closing(rec, doc, party, facts, basis):
    return f"案件名称：{rec['case']['title']}。办案经过和执行情况：{rec['closing']['note']}\n承办人意见：建议结案。负责人意见：同意结案。"


def reminder(rec, doc, party, facts, basis):
    d = rec["decision"]
    total = sum(p["amount"] for p in d["penalties"] if p.get("amount"))
    return (f"{party}：\n本机关作出的{d['number']}行政处罚决定书已送达，你（单位）逾期未履行罚款{total}元，加处罚款{total}元。"
            f"请自收到本催告书之日起十日内到{rec['_']['county']}商业银行缴纳上述款项（账号0000 0000 0001）。"
            "你（单位）有权陈述和申辩。逾期仍不履行的，本机关将依法申请人民法院强制执行。" + foot(rec, doc))


def surcharge(rec, doc, party, facts, basis):
    total = sum(p["amount"] for p in rec["decision"]["penalties"] if p.get("amount"))
    return (f"{party}：\n你（单位）逾期不缴纳{rec['decision']['number']}决定书所处罚款，依据《中华人民共和国行政处罚法》第七十二条第一款第（一）项，"
            "自逾期之日起每日按罚款数额的百分之三加处罚款，"
            f"加处罚款累计人民币{capitals(total)}，不超过罚款的数额。如不服，可以自收到本决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。" + foot(rec, doc))


def court(rec, doc, party, facts, basis):
    return (f"申请人：{rec['agency']['name']}；被申请人：{party}，住址{rec['parties'][0]['address']}。\n申请事项："
            f"强制执行{rec['decision']['number']}行政处罚决定书确定的罚款和加处罚款。\n事实和理由：{facts}决定书送达后，被申请人在法定期限内"
            "不申请行政复议、不提起行政诉讼，又不履行，经催告仍未履行。依据《中华人民共和国行政强制法》第五十三条、第五十四条，申请强制执行。\n附件：行政处罚决定书及作出决定的事实、理由和依据；当事人的意见及催告情况；"
            "申请强制执行标的情况。\n"
            f"此致 {rec['_']['county']}人民法院\n行政机关负责人签名，加盖印章" + foot(rec, doc))


def announcement(rec, doc, party, facts, basis):
    row = next((d for d in rec["deliveries"] if d.get("announced_on")), None)
    span = (row["served_on"] - row["announced_on"]).days if row else 30
    return f"{party}：\n因采用直接送达、邮寄送达等方式无法送达，现向你（单位）公告送达《行政处罚决定书》（{rec['decision']['number']}）。自公告之日起经过{'三十' if span == 30 else '六十'}日，即视为送达。" + foot(rec, doc)


WRITERS = {
    "立案审批表": opening, "责令改正通知书": order, "查封扣押决定书": seizing, "延长查封扣押期限通知书": prolonging, "解除查封扣押决定书": releasing,
    "先行登记保存通知书": preserving, "先行登记保存处理决定书": preserved, "检测结果告知书": told_result, "调查终结报告": report,
    "法制审核意见书": legal_review,
    "集体讨论记录": discussion, "听证通知书": hearing_notice, "听证报告": hearing_report, "送达地址确认书": address,
    "处罚决定审批表": decision_approval,
    "结案审批表": closing, "催告书": reminder, "加处罚款决定书": surcharge, "强制执行申请书": court, "公告": announcement,
}
