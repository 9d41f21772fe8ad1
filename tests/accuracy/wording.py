"""Chinese wording of numbers, sums, days and citations."""

DIGITS = "零一二三四五六七八九"
CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def numeral(n):
    """1 to 999, as the text of a law counts its articles."""
    if n < 20:
        return DIGITS[n] if n < 10 else "十" + (DIGITS[n % 10] if n % 10 else "")
    if n < 100:
        return DIGITS[n // 10] + "十" + (DIGITS[n % 10] if n % 10 else "")
    rest = n % 100
    if not rest:
        return DIGITS[n // 100] + "百"
    tail = numeral(rest) if rest >= 20 else ("零" + DIGITS[rest] if rest < 10 else "一" + numeral(rest))
    return DIGITS[n // 100] + "百" + tail


def capitals(yuan):
    """100000 -> 壹拾万元整."""
    def below_ten_thousand(n):
        out, gap = "", False
        for unit, sign in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
            digit = n // unit % 10
            if digit:
                out += ("零" if gap and out else "") + CAPITALS[digit] + sign
                gap = False
            else:
                gap = True
        return out

    high, low = divmod(yuan, 10000)
    out = below_ten_thousand(high) + "万" if high else ""
    if low:
        out += ("零" if high and low < 1000 else "") + below_ten_thousand(low)
    return out + "元整"


def day(date):
    return f"{date.year}年{date.month}月{date.day}日"


def minute(moment):
    return f"{day(moment)}{moment.hour}时{moment.minute:02d}分"


def citation(basis):
    out = f"《{basis['law']}》第{numeral(basis['article'])}条"
    if basis.get("paragraph") and not basis.get("_single"):
        out += f"第{numeral(basis['paragraph'])}款"
    if basis.get("item"):
        out += f"第（{numeral(basis['item'])}）项"
    return out


def fine(yuan):
    return f"罚款人民币{capitals(yuan)}（¥{yuan}）"
