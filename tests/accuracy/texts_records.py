"""Texts of records: on the spot, of questioning, of a hearing."""

from wording import day, minute


def tell(rec):
    asked = set()
    for row in rec["transcripts"]:
        if row.get("_own"):
            continue
        if row["kind"] == "现场笔录":
            row["text"] = on_site(rec, row)
        elif row["kind"] == "询问笔录":
            row["text"] = questioning(rec, row, row["subject"] not in asked)
            asked.add(row["subject"])
        elif row["kind"] == "听证笔录":
            row["text"] = hearing(rec, row)


def certificates(rec):
    return "、".join(o["name"] + (f"（执法证号{o['certificate_number']}）" if o.get("certificate_number") else "") for o in rec["officers"][:2])


def on_site(rec, row):
    f = rec["_"]
    extra = "".join(f"现场对{g['name']}{g['quantity']}{g['unit']}（规格{g['specification']}）清点、登记，"
                    "当场告知当事人采取措施的理由、依据、依法享有的权利和救济途径，听取陈述和申辩，当事人没有异议。"
                    for g in rec.get("goods", ()) if g.get("measure_number"))
    sampling = "执法人员按照规定当场抽样并封样。" if rec.get("tests") else ""
    end = "本笔录已交当事人阅读，核对无误，记录属实。" if row["party_signed"] else f"本笔录已向{row['subject']}宣读，其认为记录无误，但{row['refusal_reason']}，见证人在场见证，执法人员全程录像。"
    return (f"{minute(row['started_at'])}，执法人员{certificates(rec)}到达{row['place']}，向在场的{row['subject']}表明身份、出示执法证件，"
            f"说明检查事由。{row['subject']}核对证件后表示无异议。"
            f"执法人员告知其有申请回避、陈述和申辩的权利，有配合检查、如实提供情况的义务。{row['subject']}表示不申请回避。\n"
            f"检查发现：{f['offence'].facts}。执法人员对上述情况逐一拍照、录像。{sampling}{extra}\n"
            f"检查于{minute(row['ended_at'])}结束。{end}")


def questioning(rec, row, first):
    f = rec["_"]
    rights = ("问：你有申请回避、陈述、申辩的权利，同时有如实回答询问、配合调查的义务，与本案无关的问题可以拒绝回答。是否申请回避？\n答：不申请。\n" if first else "")
    if row.get("_witness"):
        body = (f"问：请说说你看到的情况。\n答：{day(rec['source']['found_on'])}前后我路过{rec['offence']['place']}，"
                f"看到当事人那里{f['offence'].facts}，有一段时间了。\n"
                "问：你和当事人有没有利害关系？\n答：没有，我在附近经营，说的是看到的情况。\n")
    else:
        goods = rec.get("goods")
        body = (f"问：请介绍当事人的基本情况。\n答：{rec['parties'][0]['name']}，住址{rec['parties'][0]['address']}，"
                f"我是{row['subject_position']}。\n"
                f"问：执法人员检查时发现，{f['offence'].facts}。是否属实，从什么时候开始？\n答：属实，从{day(rec['offence']['began_on'])}开始。\n"
                "问：为什么这样做，有没有获利？\n答：管理上疏忽，没有故意，" + (f"收入{f['income']}元。" if f.get("income") else "没有另外的收入。") + "\n"
                + (f"问：涉案{goods[0]['name']}有多少？\n答：{goods[0]['quantity']}{goods[0]['unit']}，单据已提供。\n" if goods else "")
                + ("问：检测结果将书面告知你（单位），是否清楚？\n答：清楚，收到后如有异议会提出。\n" if rec.get("tests") else "")
                + "问：以前有没有因为同样的行为被处理过？\n答：没有，这是第一次。\n"
                f"问：送达文书的地址是否为{rec['parties'][0]['address']}？\n答：是，已填写送达地址确认书。\n")
    return (f"问：我们是{rec['agency']['name']}的执法人员{certificates(rec)}，现向你出示执法证件，请核对。\n答：看清楚了，没有异议。\n{rights}"
            f"问：请说明你的身份。\n答：{row['subject']}，证件号码{row['subject_id_number']}，与本案的关系是{row['subject_relation']}。\n{body}"
            f"问：以上所说是否属实，请核对笔录，有遗漏或者差错可以补充更正。\n答：以上笔录我已看过，核对无误，与我说的一致。\n{row['subject']}（签名） {day(row['signed_on'])}")


def hearing(rec, row):
    h = rec["hearing"]
    return (f"听证主持人{h['host']}宣布听证纪律，核对到场人员：当事人{rec['parties'][0]['name']}的代表{row['subject']}，"
            f"案件调查人员{'、'.join(rec['_']['officers'][:2])}，记录员{h['recorder']}。"
            "主持人告知当事人有申请回避、举证、质证、陈述、申辩和作最后陈述的权利，当事人表示不申请回避。\n"
            f"调查人员提出当事人的违法事实、证据和行政处罚建议，出示证据{len(rec['evidence'])}份，当事人逐份质证，对真实性没有异议。\n"
            "当事人申辩：已经整改，请求考虑经营困难。调查人员回应：整改情况在裁量时已作考虑。双方进行了辩论。\n"
            "当事人最后陈述：接受监督，请求从宽处理。\n以上笔录经到场人员核对无误，逐页签名。")
