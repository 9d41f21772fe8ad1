"""Kinds of offence a file may be about: provisions and fine range (rules/laws), facts, goods, tests.

A range holds for the kinds of party named, and for acts from `since` to `until`. `breach` and `penal` are
(article, paragraph, item); `single` says that the article has one paragraph, which a citation then leaves out.
"""

import dataclasses
import datetime
import typing


@dataclasses.dataclass(frozen=True)
class Offence:
    key: str
    sector: str
    parties: tuple
    law: str
    breach: tuple
    penal: tuple
    fines: tuple
    since: datetime.date
    act: str            # as in the title of the case
    facts: str          # what was found, without party, place and day
    correct: str        # what is ordered
    until: datetime.date = datetime.date(2026, 6, 30)
    trade: str = "贸易"
    single: tuple = (False, False)
    goods: typing.Optional[tuple] = None      # (name, specification, unit, value of one)
    test: typing.Optional[tuple] = None       # (kind, item, method, instrument)
    income: int = 0
    gone: str = ""                            # the provision of a confiscation


def _day(text):
    return datetime.date.fromisoformat(text)


LEGAL, OTHER, SHOP, PERSON = "法人", "其他组织", "个体工商户", "自然人"
NEW = _day("2021-07-15")

OFFENCES = [
    Offence("特种设备", "市场监管", (LEGAL, OTHER), "中华人民共和国特种设备安全法", (40, 3, 0), (84, 0, 1), (30000, 300000),
            _day("2014-01-01"), "使用未经定期检验的叉车", "蓄电池叉车一台（车身编号JY-03）检验有效期届满后未申报定期检验，仍在库区装卸货物",
            "立即停止使用该叉车，取得检验合格报告前不得投入使用", trade="仓储", single=(False, True)),
    Offence("广告", "市场监管", (LEGAL, SHOP), "中华人民共和国广告法", (9, 0, 3), (57, 0, 1), (200000, 1000000),
            _day("2021-04-29"), "发布含有绝对化用语的广告", "在经营场所门头和宣传册上使用“全国最佳”字样介绍所售家具", "停止发布该广告并在相应范围内消除影响",
            trade="家具", single=(True, True)),
    Offence("食品标签", "市场监管", (LEGAL, SHOP), "中华人民共和国食品安全法", (67, 1, 0), (125, 1, 2), (5000, 50000),
            _day("2021-04-29"), "经营标签不符合规定的预包装食品", "货架上待售的预包装糕点没有标明生产日期和生产者名称", "停止销售上述食品并对库存食品标签逐一清查",
            until=_day("2025-11-30"), trade="食品", goods=("预包装糕点", "500克/盒", "盒", 18)),
    Offence("食品过期", "市场监管", (LEGAL, SHOP), "中华人民共和国食品安全法", (34, 0, 10), (124, 1, 5), (50000, 100000),
            _day("2021-04-29"), "经营超过保质期的食品", "冷柜内待售的酸奶已超过保质期六日，价签未撤除", "停止销售超过保质期的食品并建立临期食品检查制度",
            until=_day("2025-11-30"), trade="食品", single=(True, False), goods=("风味酸奶", "180克/杯", "杯", 6)),
    Offence("化妆品", "市场监管", (LEGAL, SHOP, OTHER), "化妆品监督管理条例", (38, 1, 0), (62, 1, 1), (10000, 30000),
            _day("2021-01-01"), "未建立化妆品进货查验记录制度", "经营的面膜、护手霜等化妆品没有进货查验记录，不能提供供货者资质和产品检验合格证明", "建立并执行进货查验记录制度",
            trade="日化"),
    Offence("挥发性有机物", "生态环境", (LEGAL,), "中华人民共和国大气污染防治法", (45, 0, 0), (108, 0, 1), (20000, 200000),
            _day("2018-10-26"), "喷漆作业未在密闭空间进行", "喷漆作业在敞开的车间内进行，配套的废气治理设施没有开启", "停止在敞开空间喷漆，生产时同步运行废气治理设施",
            trade="木业", single=(True, True)),
    Offence("水污染物", "生态环境", (LEGAL,), "中华人民共和国水污染防治法", (10, 0, 0), (83, 0, 2), (100000, 1000000),
            _day("2018-01-01"), "超标排放水污染物", "废水总排口正在排放废水，采样监测的化学需氧量超过排放标准规定的限值", "立即采取措施，确保水污染物达标排放",
            trade="纺织", single=(True, True), test=("监测", "化学需氧量、悬浮物", "HJ 828、GB/T 11901", "COD消解仪、电子天平")),
    Offence("油烟", "城市管理", (SHOP, LEGAL), "中华人民共和国大气污染防治法", (81, 1, 0), (118, 1, 0), (5000, 50000),
            _day("2018-10-26"), "不正常使用油烟净化设施", "后厨正在炒制菜品，油烟净化设施处于断电状态，油烟直接排向室外", "立即恢复油烟净化设施正常运行并定期清洗",
            trade="餐饮", test=("检测", "油烟浓度", "HJ 1077", "红外分光测油仪")),
    Offence("遗撒", "城市管理", (PERSON, LEGAL), "中华人民共和国大气污染防治法", (70, 1, 0), (116, 0, 0), (2000, 20000),
            _day("2018-10-26"), "运输散装物料未采取措施防止遗撒", "驾驶自卸货车运输砂土，车厢未密闭，沿途遗撒砂土约三十米", "立即清理遗撒的砂土，运输时采取密闭措施",
            trade="运输", single=(False, True)),
    Offence("物业场地", "住房城乡建设", (PERSON,), "物业管理条例", (50, 1, 0), (63, 2, 0), (1000, 10000),
            _day("2018-03-19"), "擅自占用物业管理区域内场地", "在小区公共绿地上砌筑围挡约十二平方米用于堆放物品，未经业主和物业服务企业同意", "拆除围挡，恢复场地原状",
            trade="物业"),
    Offence("物业单位", "住房城乡建设", (LEGAL, OTHER), "物业管理条例", (50, 1, 0), (63, 2, 0), (50000, 200000),
            _day("2018-03-19"), "擅自占用物业管理区域内场地", "在小区公共绿地上硬化地面约一百平方米作为收费停车场，未经业主同意", "停止占用，恢复场地原状",
            trade="物业"),
    Offence("燃气", "城市管理", (LEGAL, SHOP), "城镇燃气管理条例", (18, 0, 2), (46, 1, 2), (10000, 100000),
            _day("2016-02-06"), "向未取得许可证的单位提供用于经营的燃气", "向一家没有燃气经营许可证的配送点供应瓶装液化石油气二十瓶，供气单据与台账相符", "停止向未取得燃气经营许可证的单位供气",
            trade="燃气", single=(True, False)),
    Offence("改装", "交通运输", (LEGAL, PERSON), "中华人民共和国道路运输条例", (30, 0, 0), (69, 2, 0), (5000, 20000),
            _day("2023-07-20"), "擅自改装已取得车辆营运证的车辆", "已取得车辆营运证的货车加高货厢栏板，实测栏板高度与行驶证记载不符", "恢复车辆原状并经检测合格",
            trade="物流", single=(True, False)),
    Offence("防疫条件", "农业农村", (LEGAL, PERSON, OTHER), "中华人民共和国动物防疫法", (25, 1, 0), (98, 0, 1), (3000, 30000),
            _day("2021-05-01"), "未取得动物防疫条件合格证开办动物饲养场", "生猪存栏二百六十头，不能提供动物防疫条件合格证", "停止违法行为，申请办理动物防疫条件合格证",
            trade="养殖", single=(False, True)),
    Offence("种子档案", "农业农村", (SHOP, LEGAL), "中华人民共和国种子法", (36, 1, 0), (79, 0, 4), (2000, 20000),
            _day("2022-03-01"), "未按规定建立种子经营档案", "销售玉米、水稻种子，不能提供种子经营档案", "建立并保存种子经营档案", trade="农资",
            single=(False, True)),
    Offence("安全职责", "应急管理", (PERSON,), "中华人民共和国安全生产法", (21, 0, 5), (94, 1, 0), (20000, 50000),
            _day("2021-09-01"), "主要负责人未履行安全生产管理职责", "作为企业主要负责人，未组织建立并落实双重预防工作机制，未督促检查本单位安全生产工作",
            "履行主要负责人安全生产管理职责，组织隐患排查",
            single=(True, False)),
    Offence("消防通道", "其他", (LEGAL, SHOP), "中华人民共和国消防法", (16, 1, 2), (60, 1, 1), (5000, 50000),
            _day("2021-04-29"), "消防设施未保持完好有效", "室内消火栓无水，灭火器压力指示处于红区", "修复消火栓，更换失效灭火器，保持消防设施完好有效", trade="商贸"),
    Offence("医疗废物", "卫生健康", (LEGAL, OTHER), "医疗废物管理条例", (14, 1, 0), (47, 0, 1), (5000, 10000),
            _day("2011-01-08"), "在非贮存地点倾倒医疗废物", "用过的注射器、敷料等医疗废物倾倒在院内生活垃圾桶内", "立即清理并按规定分类收集、贮存医疗废物",
            trade="门诊部管理", single=(False, True)),
    Offence("旅行社宣传", "文化旅游", (LEGAL,), "中华人民共和国旅游法", (32, 0, 0), (97, 0, 1), (5000, 50000),
            _day("2018-10-26"), "旅行社进行虚假宣传", "宣传页介绍的线路包含两处实际不对外开放的景点，招徕旅游者十六人", "停止虚假宣传并向旅游者如实说明行程",
            trade="旅行社", single=(True, True)),
    Offence("娱乐场所", "文化旅游", (LEGAL, SHOP), "娱乐场所管理条例", (23, 0, 0), (48, 0, 0), (10000, 30000),
            _day("2020-11-29"), "娱乐场所接纳未成年人", "非节假日在营业区接纳未成年人二名，收取费用", "停止接纳未成年人，设置明显的限入标志",
            trade="文化娱乐", single=(True, True), income=2400, gone="违法所得"),
]


def candidates(act_day, decided, **want):
    """Offences in force from the act to the decision that fit `want` (key, sector, party, goods, test, income)."""
    out = []
    for o in OFFENCES:
        if not (o.since <= act_day and decided <= o.until):
            continue
        if want.get("key") and o.key not in want["key"]:
            continue
        if want.get("sector") and o.sector not in want["sector"]:
            continue
        if want.get("party") and want["party"] not in o.parties:
            continue
        if any(want.get(part) is not None and bool(getattr(o, part)) != want[part] for part in ("goods", "test",
                "income")):
            continue
        out.append(o)
    return out
