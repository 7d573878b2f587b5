#include "CJSON.h"

#include <boost/json/basic_parser_impl.hpp>
// The rest of Boost.JSON, which is all in its headers.
#include <boost/json/src.hpp>

#include <cstring>
#include <string>

namespace {

namespace json = boost::json;
using json::error_code;
using json::string_view;

/// Hands on what the parser of Boost finds. The text is there in one piece, so only what has escapes
/// comes in parts.
struct Teller {
  static constexpr std::size_t max_array_size = -1;
  static constexpr std::size_t max_object_size = -1;
  static constexpr std::size_t max_string_size = -1;
  static constexpr std::size_t max_key_size = -1;

  void *context;
  jj_take take;
  std::string parts;
  jj_outcome why = JJ_FINE;

  Teller(void *context, jj_take take) : context(context), take(take) {}

  bool stop(jj_outcome reason, error_code &ec) {
    why = reason;
    ec = json::error::exception;
    return false;
  }

  bool tell(jj_piece piece, error_code &ec) {
    return take(context, piece) || stop(JJ_STOPPED, ec);
  }

  bool tell(jj_kind kind, error_code &ec) { return tell({kind, nullptr, 0, 0}, ec); }

  bool add(string_view part) {
    parts.append(part.data(), part.size());
    return true;
  }

  bool tell_text(jj_kind kind, string_view last, error_code &ec) {
    if (!parts.empty()) {
      add(last);
      last = parts;
    }
    // No store keeps it, and C ends a text there.
    if (std::memchr(last.data(), 0, last.size())) return stop(JJ_NUL, ec);
    bool goes_on = tell({kind, last.data(), last.size(), 0}, ec);
    parts.clear();
    return goes_on;
  }

  bool on_document_begin(error_code &) { return true; }
  bool on_document_end(error_code &) { return true; }
  bool on_array_begin(error_code &ec) { return tell(JJ_LIST, ec); }
  bool on_array_end(std::size_t, error_code &ec) { return tell(JJ_LIST_END, ec); }
  bool on_object_begin(error_code &ec) { return tell(JJ_OBJECT, ec); }
  bool on_object_end(std::size_t, error_code &ec) { return tell(JJ_OBJECT_END, ec); }
  bool on_string_part(string_view part, std::size_t, error_code &) { return add(part); }
  bool on_string(string_view last, std::size_t, error_code &ec) {
    return tell_text(JJ_TEXT, last, ec);
  }
  bool on_key_part(string_view part, std::size_t, error_code &) { return add(part); }
  bool on_key(string_view last, std::size_t, error_code &ec) {
    return tell_text(JJ_NAME, last, ec);
  }
  bool on_number_part(string_view, error_code &) { return true; }
  bool on_int64(std::int64_t number, string_view, error_code &ec) {
    return tell({JJ_INTEGER, nullptr, 0, number}, ec);
  }
  bool on_uint64(std::uint64_t, string_view text, error_code &ec) { return on_double(0, text, ec); }
  bool on_double(double, string_view text, error_code &ec) {
    return tell({JJ_NUMBER, text.data(), text.size(), 0}, ec);
  }
  bool on_bool(bool flag, error_code &ec) { return tell(flag ? JJ_TRUE : JJ_FALSE, ec); }
  bool on_null(error_code &ec) { return tell(JJ_NULL, ec); }
  bool on_comment_part(string_view, error_code &) { return true; }
  bool on_comment(string_view, error_code &) { return true; }
};

jj_outcome outcome(const error_code &ec) {
  switch (json::error(ec.value())) {
    case json::error::incomplete: return JJ_UNFINISHED;
    case json::error::too_deep: return JJ_TOO_DEEP;
    case json::error::exponent_overflow: return JJ_TOO_LARGE;
    default: return JJ_SYNTAX;
  }
}

}  // namespace

jj_outcome jj_read(
  const void *bytes, size_t count, size_t depth_max, void *context, jj_take take,
  size_t *offset) {
  *offset = 0;
  try {
    json::parse_options options;
    options.max_depth = depth_max;
    json::basic_parser<Teller> parser(options, context, take);
    error_code ec;
    // An empty text may have no address.
    *offset = parser.write_some(false, bytes ? static_cast<const char *>(bytes) : "", count, ec);
    if (parser.handler().why != JJ_FINE) return parser.handler().why;
    if (ec) return outcome(ec);
    return *offset == count ? JJ_FINE : JJ_MORE;
  } catch (...) {
    // Only memory can be missing: the parser itself reports by codes.
    return JJ_NO_MEMORY;
  }
}
