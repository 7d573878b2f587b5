#pragma once
#include <atomic>
#include <ctime>
#include <string>
#include <utility>

#include "CBeast.h"

struct jb_buffer {
  std::atomic<size_t> holders{1};
  std::string bytes;
};

namespace jb {

/// Holds a shared buffer.
class Shared {
 public:
  Shared() = default;
  explicit Shared(jb_buffer *buffer) : buffer_(buffer) {
    if (buffer_) jb_buffer_keep(buffer_);
  }
  Shared(const Shared &other) : Shared(other.buffer_) {}
  Shared(Shared &&other) noexcept : buffer_(std::exchange(other.buffer_, nullptr)) {}
  Shared &operator=(Shared other) noexcept {
    std::swap(buffer_, other.buffer_);
    return *this;
  }
  ~Shared() {
    if (buffer_) jb_buffer_drop(buffer_);
  }

  explicit operator bool() const { return buffer_ != nullptr; }
  const std::string &bytes() const { return buffer_->bytes; }

 private:
  jb_buffer *buffer_ = nullptr;
};

/// An answer on its way.
class Outgoing {
 public:
  Outgoing() = default;
  explicit Outgoing(const jb_answer &answer, void *owner, jb_release release)
      : status(answer.status),
        reason(text(answer.reason)),
        fields(text(answer.fields)),
        own(text(answer.body)),
        shared(answer.shared),
        file(answer.file),
        offset(answer.offset),
        length(answer.length),
        is_last(answer.is_last),
        owner_(owner),
        release_(release) {}
  Outgoing(Outgoing &&other) noexcept { *this = std::move(other); }
  Outgoing &operator=(Outgoing &&other) noexcept {
    if (this == &other) return *this;
    drop();
    status = other.status;
    reason = std::move(other.reason);
    fields = std::move(other.fields);
    own = std::move(other.own);
    shared = std::move(other.shared);
    file = std::exchange(other.file, -1);
    offset = other.offset;
    length = other.length;
    is_last = other.is_last;
    is_taken = other.is_taken;
    owner_ = std::exchange(other.owner_, nullptr);
    release_ = std::exchange(other.release_, nullptr);
    return *this;
  }
  ~Outgoing() { drop(); }

  uint16_t status = 0;
  std::string reason, fields, own;
  Shared shared;
  int file = -1;
  int64_t offset = 0, length = -1;
  bool is_last = false;
  /// It is what somebody who waits gets.
  bool is_taken = false;

  const std::string &bytes() const { return shared ? shared.bytes() : own; }

 private:
  void *owner_ = nullptr;
  jb_release release_ = nullptr;

  static std::string text(jb_text text) {
    return text.bytes ? std::string(text.bytes, text.count) : std::string();
  }

  void drop() {
    if (auto release = std::exchange(release_, nullptr)) release(owner_, is_taken);
  }
};

/// `Sun, 06 Nov 1994 08:49:37 GMT`, written once a second.
class DateText {
 public:
  const std::string &at(int64_t seconds) {
    if (seconds == seconds_) return text_;
    seconds_ = seconds;
    std::time_t time = seconds;
    std::tm parts{};
    gmtime_r(&time, &parts);
    static const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    snprintf(
      text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday],
      parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
      parts.tm_sec);
    text_ = text;
    return text_;
  }

 private:
  int64_t seconds_ = INT64_MIN;
  std::string text_;
};

}  // namespace jb
