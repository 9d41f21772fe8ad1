"""Invented people, businesses, places and numbers. Check digits are right; region codes exist nowhere."""

import datetime

SURNAMES = "陈林黄何郭罗梁宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
GIVEN = "试例拟范习练样题"
ORDER = "一二三四五六七八九甲乙丙丁戊己庚辛"
COUNTIES = ["青石县", "云泊县", "松岭区", "临渡市", "白榆县", "南汀区", "石桥区", "丰岚县"]
TRADE = ["青禾", "临河", "松韵", "云帆", "白鹭", "渡口", "星汀", "岚山", "禾田", "石泉"]
STREETS = ["滨河路", "建设街", "工业大道", "桥南路", "青云街", "渡口路"]
USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def uscc(rng, prefix):
    body = prefix + "000000" + "MA" + "".join(rng.choice(USCC[:10]) for _ in range(7))
    total = sum(USCC.index(sign) * pow(3, i, 31) for i, sign in enumerate(body))
    return body + USCC[(31 - total % 31) % 31]


def identity(rng, birth, male):
    serial = rng.randrange(0, 500) * 2 + (1 if male else 0)
    body = f"000000{birth:%Y%m%d}{serial:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


class Names:
    """No two people of one file share a surname, so that no name is one character off another."""

    def __init__(self, rng):
        self.rng = rng
        self.left = list(SURNAMES)
        rng.shuffle(self.left)
        self.county = rng.choice(COUNTIES)

    def person(self):
        return self.left.pop() + self.rng.choice(GIVEN) + self.rng.choice(ORDER)

    def birth(self, year):
        return datetime.date(year - self.rng.randrange(25, 60), self.rng.randrange(1, 13), self.rng.randrange(1, 28))

    def address(self):
        r = self.rng
        return f"{self.county}{r.choice(STREETS)}{r.randrange(1, 200)}号{r.choice(['', '1幢', '2幢3单元401室', '附5号'])}"

    def phone(self):
        return f"000-{self.rng.randrange(10**7, 10**8)}"

    def company(self, trade):
        return f"{self.county}{self.rng.choice(TRADE)}{trade}有限公司"

    def shop(self, trade):
        return f"{self.county}{self.rng.choice(TRADE)}{trade}商行"

    def cooperative(self, trade):
        return f"{self.county}{self.rng.choice(TRADE)}{trade}专业合作联社"

    def certificate(self):
        return f"QS{self.rng.randrange(10**7, 10**8)}"
