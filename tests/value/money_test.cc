#include "value/money.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace anjuan;

namespace {

std::string Parsed(const std::string& text) {
  const std::optional<Money> money = ParseMoney(text);
  return money ? FormatMoney(*money) : "none";
}

}  // namespace

TEST_CASE("an amount is read in every form it is written in, exact to the fen") {
  struct Row {
    std::string text;
    std::string want;
  };
  const Row rows[] = {
      {"0", "0.00"},
      {"12000", "12000.00"},
      {"12000.5", "12000.50"},
      {"12000.50", "12000.50"},
      {"0.01", "0.01"},
      {"12,000", "12000.00"},
      {"12,000.5", "12000.50"},
      {"1,234,567.89", "1234567.89"},
      {"999", "999.00"},
      {"12000元", "12000.00"},
      {"12000.50元", "12000.50"},
      {"12000元整", "12000.00"},
      {"12000 元", "12000.00"},
      {"¥12000", "12000.00"},
      {"￥12000", "12000.00"},
      {"¥ 12,000.00", "12000.00"},
      {"人民币12000元", "12000.00"},
      {"人民币 12,000 元", "12000.00"},
      {"人民币￥12000", "12000.00"},
      {"RMB12000", "12000.00"},
      {"1.2万元", "12000.00"},
      {"1.2万", "12000.00"},
      {"0.000001万元", "0.01"},
      {"12.345678万元", "123456.78"},
      {"3亿元", "300000000.00"},
      {"1.0000000001亿元", "100000000.01"},
      {"3亿", "300000000.00"},
      {"１２０００．５０元", "12000.50"},
      {"１２，０００", "12000.00"},
      {" 12000\n", "12000.00"},
      {"\t12000元 ", "12000.00"},
      {"　12000　", "12000.00"},
      {"-5.05", "-5.05"},
      {"¥-5", "-5.00"},
      {"007", "7.00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Parsed(row.text) == row.want);
  }
}

TEST_CASE("what is no amount, or finer than a fen, is refused") {
  for (const std::string text : {"",
                                 " ",
                                 "元",
                                 "¥",
                                 "无",
                                 "-",
                                 ".",
                                 "12.",
                                 ".5",
                                 "1.2.3",
                                 "12000.505",
                                 "12000.500",
                                 "0.0000001万元",
                                 "1.00000000001亿元",
                                 "12,00",
                                 "1,2000",
                                 "1,23,456",
                                 ",123",
                                 "12,000,",
                                 "1,000.0,0",
                                 "1.000,00",
                                 "12 000",
                                 "1 2元",
                                 "1.2 3",
                                 "1e3",
                                 "0x10",
                                 "+5",
                                 "--5",
                                 "5-",
                                 "12000美元",
                                 "12000圆",
                                 "12元5角",
                                 "一万元",
                                 "壹万元整",
                                 "1万2千元",
                                 "1亿2000万元",
                                 "12000元元",
                                 "万元",
                                 "约12000元",
                                 "12000元以下",
                                 "5%",
                                 "12000\xFF"}) {
    CAPTURE(text);
    CHECK(Parsed(text) == "none");
  }
}

TEST_CASE("an amount that does not fit is refused, the greatest that does is kept") {
  CHECK(Parsed("92233720368547758.07") == "none");  // more digits than an amount has
  CHECK(Parsed("9999999999999999.99") == "9999999999999999.99");
  CHECK(Parsed("9999999999999999") == "9999999999999999.00");
  CHECK(Parsed("999999999999999999") == "none");
  CHECK(Parsed("92233720368547758") == "92233720368547758.00");
  CHECK(Parsed("92233720368547759") == "none");
  CHECK(Parsed("922337203亿元") == "92233720300000000.00");
  CHECK(Parsed("922337204亿元") == "none");
  CHECK(Parsed("9223372036854万元") == "92233720368540000.00");
  CHECK(Parsed("9223372036855万元") == "none");
  CHECK(Parsed(std::string(1000, '1')) == "none");
  CHECK(Parsed(std::string(81, ' ') + "1") == "none");
}

TEST_CASE("amounts print with two decimals, negative ones and the ends of the range too") {
  CHECK(FormatMoney(Money{0}) == "0.00");
  CHECK(FormatMoney(Money{5}) == "0.05");
  CHECK(FormatMoney(Money{-5}) == "-0.05");
  CHECK(FormatMoney(Money{1'200'000}) == "12000.00");
  CHECK(FormatMoney(Money{INT64_MAX}) == "92233720368547758.07");
  CHECK(FormatMoney(Money{INT64_MIN}) == "-92233720368547758.08");
}

TEST_CASE("amounts compare by value") {
  CHECK(*ParseMoney("1.2万元") == *ParseMoney("12,000.00"));
  CHECK(*ParseMoney("0.01") < *ParseMoney("0.02"));
}
