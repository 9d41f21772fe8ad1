#include "intake/xml_error.h"

#include <libxml/xmlerror.h>

#include <string>

namespace anjuan {
namespace {

constexpr size_t kShownBytes = 120;

// Cut where a character begins, and without the line end that libxml2 puts behind a message.
std::string Shown(const char* text) {
  if (text == nullptr) return "";
  std::string out = text;
  while (!out.empty() && out.back() == '\n') out.pop_back();
  if (out.size() <= kShownBytes) return out;
  size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  return out.substr(0, end) + "…";
}

std::string CodePointName(int value) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (unsigned rest = static_cast<unsigned>(value); rest > 0 || out.size() < 4; rest >>= 4) {
    out.insert(out.begin(), kDigits[rest & 15]);
  }
  return "U+" + out;
}

}  // namespace

Text TextOf(const _xmlError& error) {
  const std::string message = Shown(error.message);
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return {TextId::kIntakeTagMismatch,
              {Shown(error.str1), std::to_string(error.int1), Shown(error.str2)}};
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return {TextId::kIntakeAttributeTwice, {Shown(error.str2 ? error.str2 : error.str1)}};
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_SPACE_REQUIRED:
    case XML_ERR_EQUAL_REQUIRED:
      return {TextId::kIntakeBadAttribute, {}};
    case XML_ERR_LT_IN_ATTRIBUTE:
      return {TextId::kIntakeLessInAttribute, {}};
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return {TextId::kIntakeBareAmpersand, {}};
    case XML_ERR_NAME_REQUIRED:
      if (message.find("EntityRef") != std::string::npos) {
        return {TextId::kIntakeBareAmpersand, {}};
      }
      return {TextId::kIntakeBareLess, {}};
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return {TextId::kIntakeUnknownEntity, {Shown(error.str1)}};
    case XML_ERR_INVALID_CHAR:
      if (message.find("CharRef") != std::string::npos) return {TextId::kIntakeBadReference, {}};
      return {TextId::kIntakeBadCharacter, {CodePointName(error.int1)}};
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_CHARREF:
      return {TextId::kIntakeBadReference, {}};
    case XML_ERR_DOCUMENT_END:
      return {TextId::kIntakeAfterRoot, {}};
    case XML_ERR_RESERVED_XML_NAME:
      return {TextId::kIntakeLateDeclaration, {}};
    case XML_ERR_XMLDECL_NOT_STARTED:
    case XML_ERR_XMLDECL_NOT_FINISHED:
    case XML_ERR_VERSION_MISSING:
    case XML_ERR_UNKNOWN_VERSION:
    case XML_ERR_ENCODING_NAME:
    case XML_ERR_STANDALONE_VALUE:
      return {TextId::kIntakeBadDeclaration, {}};
    default:
      return {TextId::kIntakeNotWellFormed, {message}};
  }
}

}  // namespace anjuan
