"""简易程序: decided and handed over on the spot."""

import datetime

import closing
import opening
from days import plus
from opening import basis
from wording import capitals, citation, day

# (party, law, breach, penal, single, since, old cap / new cap, act, facts, trade, sector)
ACTS = [
    ("自然人", "中华人民共和国消防法", (28, 0, 0), (60, 2, 0), (True, False), datetime.date(2021, 4, 29), "占用疏散通道",
     "将电动自行车停放在楼梯间，占用疏散通道", "商贸", "其他", 10, 200),
    ("法人", "公路安全保护条例", (43, 0, 0), (69, 0, 0), (True, True), datetime.date(2011, 7, 1), "货物装载未采取防护措施致使脱落",
     "运输的砂石未采取覆盖措施，部分脱落在路面", "运输", "交通运输", 100, 3000),
    ("个体工商户", "城市道路管理条例", (27, 0, 7), (42, 0, 0), (True, True), datetime.date(2019, 3, 24), "擅自占用城市道路",
     "将货架摆放在店外人行道上约三平方米，未经批准", "日杂", "城市管理", 10, 50),
]


def simple(c):
    r = c.rng
    opening.first_day(c)
    old = c.facts["era"] == "old"
    acts = [a for a in ACTS if a[5] <= plus(c.today, -1) and (not c.options.get("party") or a[0] == c.options["party"])]
    party, law, breach, penal, single, _, act, facts, trade, sector, low, cap = r.choice(acts)
    c.begin(sector)
    c.add_party(party, trade, named=True)
    if old:
        cap = 1000 if party == "法人" else 50
    elif party == "个体工商户":
        cap = 50
    exact = c.want("highest", lambda: c.chance(0.4))
    spot = c.want("spot", lambda: c.chance(0.4))
    most = min(cap, (20 if old else 100)) if spot else cap
    fine = most if exact else max(low, most // 20 * 10)
    if spot and most < low:
        spot = c.facts["spot"] = False
        fine = low
    c.facts.update(total=fine, act=act)
    day_ = c.today
    rec, who = c.rec, c.party["_"]
    place = c.names.address()
    number = c.number("当罚")
    breach, penal = basis("违法依据", law, breach, single[0]), basis("处罚依据", law, penal, single[1])
    rec["case"] = {"number": number, "title": f"{c.party['name']}{act}案", "cause": act,
                   "item_code": f"{r.randrange(10**11, 10**12)}", "uid": f"CASE-{day_.year}-{c.serial:04d}",
                   "kind": "行政处罚", "procedure": "简易程序", "sector": sector, "region": c.names.county, "complex": False,
                   "public_interest": False, "life_or_finance_safety": False, "status": "已归档"}
    rec["source"] = {"channel": "日常检查", "found_on": day_, "received_on": day_, "supporting_paper": True,
                     "description": f"日常检查中当场发现{act}。"}
    happened = f"{day(day_)}，当事人{c.party['name']}在{place}，{facts}，未造成危害后果，当场改正"
    rec["offence"] = {"place": place, "began_on": day_, "ended_on": day_, "description": happened + "。"}
    site = c.record("现场笔录", day_, 10, 50, place, who["person"], who["relation"], who["position"], who["number"])
    site["media_number"] = f"YX{day_.year}-{c.serial}"
    rec["media"] = [{"number": site["media_number"], "action": "现场检查", "officer": c.officers[2],
                     "began_at": site["started_at"], "ended_at": site["ended_at"], "place": place, "filed": True}]
    certificates = "、".join(f"{o['name']}（执法证号{o['certificate_number']}）" for o in rec["officers"][:2])
    site["text"] = (f"执法人员{certificates}向在场的{who['person']}表明身份、出示执法证件，其核对后无异议。告知其有申请回避、陈述和申辩的权利，有配合检查的义务，其表示不申请回避。"
                    f"\n检查发现：{happened}。当场告知拟作出处罚的内容、事实、理由和依据，{who['person']}表示不陈述、不申辩。\n本笔录已交当事人阅读，核对无误，记录属实。")
    rec["evidence"] = [
        {"number": "1", "kind": "现场笔录", "name": "现场检查笔录", "collected_on": day_, "collectors": c.officers[:2],
         "provider": "执法人员制作", "provider_signed": True, "proves": "违法事实", "place": place, "_on": "现场笔录"},
        {"number": "2", "kind": "视听资料", "name": "现场照片", "collected_on": day_, "collectors": c.officers[:2],
         "provider": "执法人员拍摄", "provider_signed": True, "proves": "现场状况", "place": place, "_on": "现场照片"}]
    county = c.names.county
    first = day_ >= datetime.date(2024, 1, 1)
    pay_text = "当场收缴罚款并出具财政部门统一制发的专用票据" if spot else f"自收到本决定书之日起十五日内到{county}商业银行（账号0000 0000 0001）或者通过电子支付系统缴纳罚款，到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额"
    remedy = (f"如不服本决定，应当自收到本决定书之日起六十日内先向{county}人民政府申请行政复议，对复议决定不服的，再向{county}人民法院提起行政诉讼。" if first else
              f"如不服本决定，可以自收到本决定书之日起六十日内向{county}人民政府申请行政复议，或者六个月内向{county}人民法院提起行政诉讼。")
    rec["decision"] = {
        "number": number, "date": day_, "outcome": "处罚", "party_stated": True, "facts_stated": True,
        "evidence_stated": True, "response_to_statement": True, "performance_stated": True,
        "review_body": f"{county}人民政府", "review_days": 60, "court": f"{county}人民法院", "court_months": 6,
        "late_fee_stated": True, "sealed": True, "seal_name": rec["agency"]["name"],
        "issuer": rec["agency"]["name"], "party_name": c.party["name"], "party_address": c.party["address"],
        "fine_in_words": capitals(fine), "offence_types": [act], "correction_ordered": True,
        "approver": c.deputy, "approved_on": day_,
        "penalties": [{"kind": "罚款", "amount": fine, "party": c.party["name"]}], "legal_bases": [breach, penal],
        "discretion": {"standard": f"{county}{sector}行政处罚裁量基准（{day_.year - 1}年版）", "tier": "从轻", "reasons": ["当场改正"],
                       "evidence": ["1"], "edition_on": datetime.date(day_.year - 1, 1, 1), "range_min": 0,
                       "range_max": cap},
        "text": (f"当事人：{c.party['name']}，住址：{c.party['address']}，{c.party['id_kind']}：{c.party['id_number']}。\n"
                 f"{happened}。以上事实有1.现场检查笔录，{day(day_)}由执法人员制作，证明违法事实；2.现场照片，{day(day_)}由执法人员拍摄，证明现场状况。"
                 "当场告知了拟处罚的内容、事实、理由、依据和陈述、申辩的权利，当事人放弃陈述申辩。\n"
                 f"上述行为违反了{citation(breach)}的规定。依据{citation(penal)}，参照裁量基准从轻档次，考虑当场改正的情节，责令当场改正，"
                 f"决定给予罚款人民币{capitals(fine)}（¥{fine}）的行政处罚。\n{pay_text}。\n{remedy}\n处罚地点：{place}；处罚时间："
                 f"{day(day_)}{site['ended_at'].hour}时{site['ended_at'].minute:02d}分。\n"
                 f"执法人员：{'、'.join(c.officers[:2])}\n{rec['agency']['name']}（印章）\n{day(day_)}")}
    rec["statement"] = {"waived": True, "waived_on": day_}
    both = [("当事人", who["person"])] + [("执法人员", n) for n in c.officers[:2]]
    c.paper("现场笔录", "现场检查笔录", pages=2, signers=both + [("记录人", c.officers[2])])
    c.paper("现场照片", pages=1, signers=[("拍摄人", c.officers[2])])
    c.paper("身份证明", "居民身份证复印件" if party == "自然人" else "营业执照复印件", pages=1, signers=[("提供人", who["person"])])
    doc = c.outward("行政处罚决定书", "当罚", "当场行政处罚决定书", pages=2, signers=both)
    c.deliver(doc)
    c.served = day_
    rec["record_filing"] = {"required": True, "filed_on": c.cal.add(day_, 1), "authority": rec["agency"]["name"]}
    paid = day_ if spot else (c.cal.roll(plus(day_, 15)) if c.want("pay",
                                                                   lambda: "last day" if c.chance(0.3) else "once") == "last day" else min(c.cal.add(day_, r.randint(1, 6)), c.cal.roll(plus(day_, 15))))
    receipt = f"{r.randrange(10**9, 10**10)}"
    rec["payments"] = [{"paid_on": paid, "amount": fine, "channel": "当场收缴" if spot else "银行", "receipt_number": receipt,
                        "official_receipt": True}]
    if spot:
        rec["payments"][0].update(remitted_on=c.cal.add(day_, 2) if not old else c.cal.add(day_, 1),
                                  collected_on_spot_reason="罚款数额在法定的当场收缴限额以内")
    c.paper("缴款票据", "罚没款缴款票据", paid, receipt, pages=1)
    rec["correction_order"] = {"corrected": True, "proof": True, "rechecked_on": day_}
    c.today = max(paid, rec["payments"][0].get("remitted_on", paid))
    rec["publicity"] = {"required": True, "published_on": min(c.cal.add(day_, 3), c.cal.back(plus(day_, 7))),
                        "url": f"https://example.invalid/penalty/{day_.year}/{c.serial:04d}", "until": plus(day_, 1095)}
    closing.close(c, note=f"当场处罚决定书（{number}）已当场送达，处罚结果：罚款{fine}元，当事人于{day(paid)}缴纳罚款{fine}元（票据号{receipt}），违法行为已当场改正，"
                          "予以结案。")
    c.rec["documents"][-1]["text"] = rec["closing"]["note"]
    closing.archive(c, "JY")
