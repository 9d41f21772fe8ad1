"""Binds a file: orders its papers, numbers the pages, writes the list of contents from them."""

ORDER = """卷宗封面 卷内目录 许可申请书 申请材料清单 案件来源登记表 投诉举报材料 交办材料 立案审批表 补正告知书 受理通知书 不予受理通知书
许可延期通知书 特别程序告知书 利害关系人告知书 许可听证公告 核查记录 现场笔录 勘验笔录 现场照片 先行登记保存审批表 先行登记保存通知书
先行登记保存处理决定书 查封扣押审批表 查封扣押决定书 财物清单 延长查封扣押期限通知书 解除查封扣押决定书 退还物品清单 责令改正通知书 抽样取证凭证 检测报告
检测结果告知书 询问笔录 身份证明 名称变更证明 授权委托书 证据清单 送达地址确认书 复查笔录 延期审批表 调查终结报告 行政处罚告知书
放弃陈述申辩声明 陈述申辩笔录 陈述申辩复核意见书 放弃听证声明 听证申请书 听证通知书 听证笔录 听证报告 法制审核意见书 集体讨论记录
许可审批表 处罚决定审批表 行政处罚决定书 不予行政处罚决定书 许可决定书 不予许可决定书 委托送达函 公告 延期分期缴纳审批表 按日连续处罚决定书 加处罚款决定书
缴款票据 罚没物品处理记录 催告书 催告陈述意见 催告意见复核书 强制执行决定书 强制执行申请书 移送函 移送回执 立案通知书 监管记录 结案审批表 备考表""".split()
RANK = {kind: rank for rank, kind in enumerate(ORDER)}
UNPAGED = ("卷宗封面", "卷内目录", "备考表")


def bind(rec):
    docs = rec["documents"]

    def rank(doc):
        parent = doc.get("_of")
        if parent is not None and any(parent is d for d in docs):
            return (RANK[parent["kind"]], docs.index(parent), 1)
        of_kind = "行政处罚决定书" if doc["kind"] == "送达回证" else doc["kind"]
        return (RANK[of_kind], docs.index(doc), 0)

    docs[:] = sorted(docs, key=rank)
    page = 1
    for doc in docs:
        if doc["kind"] in UNPAGED:
            doc.pop("page_from", None)
            doc.pop("page_to", None)
            continue
        doc["page_from"], doc["page_to"] = page, page + doc["pages"] - 1
        page += doc["pages"]
    pages = {doc["kind"]: doc["page_from"] for doc in docs if "page_from" in doc}
    for offset, item in enumerate(rec.get("evidence", ())):
        item["page"] = pages.get(item.get("_on"), pages.get("证据清单", 1))
        if item.get("_on") == "证据清单" and "证据清单" in pages:
            item["page"] = pages["证据清单"] + min(offset + 1, rec["_"].get("pieces", 1))
    if archive := rec.get("archive"):
        archive["pages"] = page - 1
        archive["catalogue"] = [
            {"seq": seq, "title": doc["title"], "number": doc.get("number"), "date": doc["date"],
             "page_from": doc["page_from"], "page_to": doc["page_to"]}
            for seq, doc in enumerate((d for d in docs if "page_from" in d), 1)]
    return rec
