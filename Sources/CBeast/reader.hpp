#pragma once
#include <boost/beast/http/basic_parser.hpp>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "CBeast.h"

namespace jb {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace net = boost::asio;
using error_code = boost::system::error_code;

inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
inline bool is_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

inline bool is_same(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  for (size_t at = 0; at < left.size(); ++at) {
    char one = left[at], other = right[at];
    if (one == other) continue;
    if ((one ^ other) != 0x20 || !is_letter(one)) return false;
  }
  return true;
}

/// Whether a list such as that of `Connection` has the word.
inline bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    size_t comma = std::min(list.find(','), list.size());
    std::string_view part = list.substr(0, comma);
    list.remove_prefix(std::min(comma + 1, list.size()));
    while (!part.empty() && (part.front() == ' ' || part.front() == '\t')) part.remove_prefix(1);
    while (!part.empty() && (part.back() == ' ' || part.back() == '\t')) part.remove_suffix(1);
    if (is_same(part, word)) return true;
  }
  return false;
}

/// What a request says, in one piece of memory that is used again for the next one.
struct Message {
  struct Span {
    uint32_t at, count;
  };
  struct Field {
    Span name, value;
  };

  std::string text;
  std::vector<Field> fields;
  Span method{}, target{};
  std::string body;
  int64_t length = 0;
  bool keeps_alive = true;
  bool wants_socket = false;
  bool expects = false;

  std::string_view view(Span span) const { return {text.data() + span.at, span.count}; }

  Span add(std::string_view bytes) {
    Span span{static_cast<uint32_t>(text.size()), static_cast<uint32_t>(bytes.size())};
    text += bytes;
    return span;
  }

  void clear() {
    text.clear();
    fields.clear();
    body.clear();
    method = target = {};
    length = 0;
    keeps_alive = true;
    wants_socket = expects = false;
  }

  /// What a large request took is given back.
  void shrink() {
    if (body.capacity() > 4'096) std::string().swap(body);
    if (text.capacity() > 4'096) std::string().swap(text);
  }
};

/// Where the bytes of a body go. False when there is no room for them.
struct BodySink {
  virtual bool take(std::string_view bytes) = 0;
  /// Whether so much more may come.
  virtual bool has_room(uint64_t count) const = 0;

 protected:
  ~BodySink() = default;
};

/// Beast's parser, which fills a message. What it forgives and RFC 9112 does not ask for is refused.
class Parser final : public http::basic_parser<true> {
 public:
  Parser(Message &message, BodySink &sink) : message_(message), sink_(sink) {
    eager(false);
    // Ours are looked after by the reader and the sink.
    header_limit(UINT32_MAX);
    body_limit(boost::none);
  }

  /// Why it failed, if not for a fault of Beast's finding.
  int why = 0;
  /// Set by the head of a piece of the body.
  bool has_piece_head = false;

 private:
  Message &message_;
  BodySink &sink_;
  bool is_in_head_ = true;
  bool has_length_ = false;
  bool has_coding_ = false;
  int hosts_ = 0;
  int version_ = 0;

  void refuse(int reason, error_code &ec) {
    why = reason;
    ec = http::error::bad_value;
  }

  void on_request_impl(
    http::verb, beast::string_view method, beast::string_view target, int version,
    error_code &ec) override {
    message_.method = message_.add({method.data(), method.size()});
    message_.target = message_.add({target.data(), target.size()});
    for (unsigned char byte : target)
      if (byte <= 0x20 || byte >= 0x7F) return refuse(JB_MALFORMED, ec);
    version_ = version;
    if (version == 10) message_.keeps_alive = false;
  }

  void on_field_impl(
    http::field field, beast::string_view name, beast::string_view value,
    error_code &ec) override {
    // Behind a body in pieces fields could take back what the head has said.
    if (!is_in_head_) return;
    std::string_view text(value.data(), value.size());
    switch (field) {
      case http::field::content_length:
        if (has_length_ || has_coding_ || !is_number(text)) return refuse(JB_MALFORMED, ec);
        has_length_ = true;
        break;
      case http::field::transfer_encoding:
        if (has_length_ || has_coding_ || !message_.keeps_alive) return refuse(JB_MALFORMED, ec);
        if (!is_same(text, "chunked")) return refuse(JB_UNKNOWN_CODING, ec);
        has_coding_ = true;
        break;
      case http::field::host:
        ++hosts_;
        for (char byte : text)
          if (!is_letter(byte) && !jb::is_digit(byte) && !std::strchr("-._:[]", byte))
            return refuse(JB_MALFORMED, ec);
        break;
      case http::field::expect:
        if (!is_same(text, "100-continue")) return refuse(JB_EXPECTATION, ec);
        message_.expects = true;
        break;
      default: break;
    }
    Message::Span name_span = message_.add({name.data(), name.size()});
    message_.fields.push_back({name_span, message_.add(text)});
  }

  static bool is_number(std::string_view text) {
    if (text.empty() || text.size() > 18) return false;
    for (char byte : text)
      if (!jb::is_digit(byte)) return false;
    return true;
  }

  void on_header_impl(error_code &ec) override {
    is_in_head_ = false;
    bool is_newer = version_ == 11;
    // The old version has no answer before the answer.
    if (!is_newer) message_.expects = false;
    if (hosts_ > 1 || (hosts_ == 0 && is_newer)) return refuse(JB_MALFORMED, ec);
    message_.length = has_coding_ ? -1 : content_length().value_or(0);
    if (lists_in("Connection", "close")) message_.keeps_alive = false;
    message_.wants_socket = is_newer && message_.view(message_.method) == "GET"
      && message_.length == 0 && lists_in("Connection", "upgrade")
      && lists_in("Upgrade", "websocket");
  }

  bool lists_in(std::string_view name, std::string_view word) const {
    for (auto &field : message_.fields)
      if (is_same(message_.view(field.name), name) && lists(message_.view(field.value), word))
        return true;
    return false;
  }

  void on_body_init_impl(boost::optional<std::uint64_t> const &, error_code &) override {}

  std::size_t on_body_impl(beast::string_view bytes, error_code &ec) override {
    if (!sink_.take({bytes.data(), bytes.size()})) refuse(JB_BODY_TOO_LARGE, ec);
    return bytes.size();
  }

  void on_chunk_header_impl(std::uint64_t size, beast::string_view, error_code &ec) override {
    has_piece_head = true;
    if (!sink_.has_room(size)) refuse(JB_BODY_TOO_LARGE, ec);
  }

  std::size_t on_chunk_body_impl(
    std::uint64_t, beast::string_view bytes, error_code &ec) override {
    return on_body_impl(bytes, ec);
  }

  void on_response_impl(int, beast::string_view, int, error_code &) override {}
  void on_finish_impl(error_code &) override {}
};

/// Makes requests of the bytes of a connection. Of what is ahead it holds no more than one head.
class RequestReader {
 public:
  enum class Step { more, head, done, refused };

  RequestReader(const jb_limits &limits, BodySink &sink) : limits_(limits), sink_(sink) {}

  Message message;
  int why = 0;

  bool is_empty() const { return buffer_.empty() && !parser_; }

  /// How many bytes can be taken now; none when so much has come before its time.
  size_t room() const {
    // With no room at all the end of a connection could not be told from a full one.
    size_t most = limits_.head_bytes_max + (parser_ ? body_piece : 1);
    return buffer_.size() < most ? most - buffer_.size() : 0;
  }

  void add(std::string_view bytes) { buffer_ += bytes; }

  /// Goes on with the next request, after the last one was done.
  void next() {
    parser_.reset();
    message.clear();
    wanted_ = 1;
  }

  /// Reads up to the end of the head, once; then to the end of the body.
  Step step() { return parser_ ? body() : head(); }

  /// Whether what is there is more than nothing, and less than a head.
  bool is_in_head() const { return !parser_; }

  /// What a quiet connection does not need.
  void shrink() {
    if (buffer_.empty()) std::string().swap(buffer_);
    message.shrink();
  }

  static constexpr size_t body_piece = 65'536;

  /// Of what comes behind the last request: on a socket it is for the socket.
  std::string_view rest() const { return buffer_; }

 private:
  const jb_limits &limits_;
  BodySink &sink_;
  std::string buffer_;
  std::optional<Parser> parser_;
  // Of a head that is not whole yet.
  size_t looked_ = 0, line_ = 0;
  bool is_first_ = true;
  // Of a body: fewer bytes are not worth another try.
  size_t wanted_ = 1;
  /// `0\r\n\r\n`: asked again with less, Beast's parser ends the program.
  static constexpr size_t end_of_pieces = 5;

  Step refuse(int reason) {
    why = reason;
    return Step::refused;
  }

  Step head() {
    size_t end = 0;
    if (Step step = look(end); step != Step::head) return step;
    std::string_view text(buffer_.data(), end);
    // One empty line before a request is forgiven; some old clients end a body with it.
    size_t skipped = text.substr(0, 2) == "\r\n" ? 2 : 0;
    if (int reason = line(text.substr(skipped)); reason != 0) return refuse(reason);
    parser_.emplace(message, sink_);
    error_code ec;
    size_t used = parser_->put(net::const_buffer(text.data() + skipped, end - skipped), ec);
    if (ec && ec != http::error::need_more)
      return refuse(parser_->why ? parser_->why : int(JB_MALFORMED));
    if (!parser_->is_header_done() || used != end - skipped) return refuse(JB_MALFORMED);
    buffer_.erase(0, end);
    looked_ = line_ = 0;
    is_first_ = true;
    return Step::head;
  }

  /// Looks at each line as it comes: each ends as it should, none goes on from the one before, and all
  /// are within the limits.
  Step look(size_t &end) {
    while (looked_ < buffer_.size()) {
      const char *start = buffer_.data() + looked_;
      size_t left = buffer_.size() - looked_;
      const char *found = static_cast<const char *>(std::memchr(start, '\n', left));
      size_t stop = found ? size_t(found - buffer_.data()) : buffer_.size();
      for (size_t at = looked_; at < stop; ++at) {
        char byte = buffer_[at];
        bool is_last_seen = at + 1 == buffer_.size();
        if (byte == 0 || (byte == '\r' && !is_last_seen && buffer_[at + 1] != '\n'))
          return refuse(JB_MALFORMED);
      }
      if (!found) {
        // A carriage return at the very end is looked at again with what follows it.
        looked_ = buffer_.back() == '\r' ? buffer_.size() - 1 : buffer_.size();
        if (Step step = size(buffer_.size()); step != Step::more) return step;
        if (int reason = begun(); reason != 0) return refuse(reason);
        return Step::more;
      }
      if (stop == 0 || buffer_[stop - 1] != '\r') return refuse(JB_MALFORMED);
      looked_ = stop + 1;
      bool is_empty = stop - 1 == line_;
      if (is_empty && is_first_) {
        if (line_ != 0) return refuse(JB_MALFORMED);
      } else if (is_empty) {
        if (looked_ > limits_.head_bytes_max) return refuse(JB_FIELDS_TOO_LARGE);
        end = looked_;
        return Step::head;
      } else {
        if (Step step = size(looked_); step != Step::more) return step;
        char first = buffer_[line_];
        if (first == ' ' || first == '\t') return refuse(JB_MALFORMED);
        is_first_ = false;
      }
      line_ = looked_;
    }
    return Step::more;
  }

  Step size(size_t until) {
    if (is_first_ && until - line_ > limits_.line_bytes_max) return refuse(JB_ADDRESS_TOO_LONG);
    if (until > limits_.head_bytes_max) return refuse(JB_FIELDS_TOO_LARGE);
    return Step::more;
  }

  /// A first line that cannot become one any more, such as TLS where there is none.
  int begun() const {
    if (!is_first_ || line_ >= buffer_.size()) return 0;
    for (size_t at = line_; at < buffer_.size(); ++at) {
      unsigned char byte = buffer_[at];
      if (byte != '\r' && (byte < 0x20 || byte >= 0x7F)) return JB_MALFORMED;
    }
    return 0;
  }

  /// What Beast cannot tell: how many fields there are, and a version that is one, but not ours.
  int line(std::string_view text) const {
    size_t lines = 0;
    for (char byte : text) lines += byte == '\n';
    std::string_view first = text.substr(0, text.find('\r'));
    size_t space = first.rfind(' ');
    if (space == std::string_view::npos) return JB_MALFORMED;
    std::string_view version = first.substr(space + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
      bool is_one = version.size() == 8 && version.substr(0, 5) == "HTTP/" && is_digit(version[5])
        && version[6] == '.' && is_digit(version[7]);
      return is_one ? JB_VERSION : JB_MALFORMED;
    }
    return lines > limits_.fields_max + 2 ? JB_FIELDS_TOO_LARGE : 0;
  }

  Step body() {
    size_t at = 0;
    Step step = body(at);
    // Once: for every piece of one byte all that follows would be moved.
    buffer_.erase(0, at);
    return step;
  }

  Step body(size_t &at) {
    while (!parser_->is_done()) {
      std::string_view rest = std::string_view(buffer_).substr(at);
      if (rest.size() < wanted_) return Step::more;
      wanted_ = 1;
      error_code ec;
      parser_->has_piece_head = false;
      size_t used = parser_->put(net::const_buffer(rest.data(), rest.size()), ec);
      at += used;
      if (parser_->has_piece_head || ec == http::error::need_more) {
        // The head of a piece of a body, or what follows the last one.
        size_t count = ec == http::error::need_more ? rest.size() : used;
        if (count > limits_.head_bytes_max) return refuse(JB_FIELDS_TOO_LARGE);
      }
      if (ec == http::error::need_more) {
        wanted_ = std::max(rest.size() + 1, end_of_pieces);
        return Step::more;
      }
      if (ec) return refuse(parser_->why ? parser_->why : int(JB_MALFORMED));
      if (parser_->has_piece_head && !is_clear(rest.substr(0, used)))
        return refuse(JB_MALFORMED);
    }
    return Step::done;
  }

  /// Beast lets anything stand in the quotes of an extension, and a field go on in the next line. Others
  /// might see the end of a line there.
  static bool is_clear(std::string_view lines) {
    char before = 0;
    for (char byte : lines) {
      bool is_blank = byte == ' ' || byte == '\t';
      if (before == '\n' && is_blank) return false;
      if (byte == '\n' ? before != '\r' : byte != '\r' && !is_blank && is_control(byte)) return false;
      before = byte;
    }
    return true;
  }

  static bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7F; }
};

}  // namespace jb
