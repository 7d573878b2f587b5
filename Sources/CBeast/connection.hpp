#pragma once
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "loop.hpp"
#include "socket.hpp"

namespace jb {

/// One client: reads a request, waits for its answer, sends it, reads the next.
template <class Stream>
class Connection final : public Tenant,
                         public BodySink,
                         public std::enable_shared_from_this<Connection<Stream>> {
  static constexpr bool is_plain = std::is_same_v<Stream, Plain>;

 public:
  Connection(Loop &loop, Stream stream, Peer peer)
      : loop_(loop),
        limits_(loop.server.limits),
        stream_(std::move(stream)),
        peer_(std::move(peer)),
        reader_(limits_, *this) {}

  ~Connection() override {
    drop_file();
    if (!is_handed_on_) loop_.server.dismiss(peer_.address);
  }

  void start() {
    reader_.next();
    deadline_ = Clock::now() + millis(limits_.idle);
    if constexpr (is_plain) {
      arm();
    } else {
      deadline_ = Clock::now() + millis(limits_.head);
      stream_.async_handshake(
        net::ssl::stream_base::server,
        [self = this->shared_from_this()](error_code ec) {
          if (self->is_over()) return;
          if (ec) return self->close();
          self->is_greeted_ = true;
          self->deadline_ = Clock::now() + millis(self->limits_.idle);
          if (self->loop_.is_draining) self->drain(Clock::now());
          self->arm();
        });
    }
  }

  void look(Moment now) override {
    if (now < deadline_ || is_over()) return;
    switch (phase_) {
      case Phase::reading:
        // Nothing is under way that somebody waits for.
        if (reader_.is_empty()) return is_plain || !is_greeted_ ? close() : begin_leaving();
        return refuse(JB_TOO_SLOW);
      case Phase::waiting: return refuse(JB_UNAVAILABLE);
      default: return close();
    }
  }

  void drain(Moment now) override {
    if (phase_ == Phase::reading && reader_.is_empty())
      deadline_ = std::min(deadline_, now + millis(limits_.last_word));
  }

  void close() override {
    if (is_over()) return;
    if (phase_ == Phase::waiting) tell_gone();
    phase_ = Phase::over;
    error_code ignored;
    socket().close(ignored);
    loop_.leave(slot);
  }

  void answer(Outgoing &&answer) override {
    if (phase_ != Phase::waiting) return;
    out_ = std::move(answer);
    out_.is_taken = true;
    begin_answer();
    pump();
  }

  void open_socket(std::string protocol) override {
    if (phase_ != Phase::waiting || !reader_.message.wants_socket) return;
    phase_ = Phase::over;
    is_handed_on_ = true;
    auto socket = std::make_shared<Socket<Stream>>(loop_, std::move(stream_), std::move(peer_));
    loop_.replace(slot, socket);
    socket->start(id_, reader_.message, reader_.rest(), std::move(protocol));
  }

  bool take(std::string_view bytes) override {
    taken_ += bytes.size();
    if (taken_ > bytes_max_) return false;
    if (file_ < 0) {
      reader_.message.body += bytes;
      return true;
    }
    while (!bytes.empty()) {
      ssize_t count = ::write(file_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        has_no_room_ = true;
        return false;
      }
      bytes.remove_prefix(size_t(count));
    }
    return true;
  }

  bool has_room(uint64_t count) const override {
    return count <= bytes_max_ && taken_ <= bytes_max_ - count;
  }

 private:
  enum class Phase { reading, waiting, writing, leaving, over };

  /// After so many pieces the neighbours have their turn.
  static constexpr int pieces_per_turn = 16;

  Loop &loop_;
  const jb_limits &limits_;
  Stream stream_;
  Peer peer_;
  RequestReader reader_;
  Phase phase_ = Phase::reading;
  Moment deadline_;
  jb_id id_ = 0;
  uint32_t served_ = 0;
  bool is_pumping_ = false;
  bool is_gone_ = false, is_sending_ = false, is_greeted_ = is_plain;
  bool is_armed_ = false, is_watched_ = false, is_resting_ = false;
  bool is_last_ = false, is_handed_on_ = false, has_request_ = false;
  // The body.
  uint64_t bytes_max_ = 0, taken_ = 0;
  size_t since_chunk_ = 0;
  int file_ = -1;
  bool has_no_room_ = false;
  // The answer.
  Outgoing out_;
  std::string head_;
  size_t sent_ = 0;
  int64_t file_left_ = 0;
  bool is_head_only_ = false;
  size_t left_behind_ = 0;
  std::string buffer_;

  bool is_over() const { return phase_ == Phase::over; }

  Plain &socket() {
    if constexpr (is_plain)
      return stream_;
    else
      return stream_.next_layer();
  }

  void drop_file() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
  }

  // What happens without waiting.

  void pump() {
    if (is_pumping_) return;
    is_pumping_ = true;
    auto self = this->shared_from_this();
    while (go_on()) {}
    is_pumping_ = false;
    arm();
  }

  bool go_on() {
    switch (phase_) {
      case Phase::reading: return read_on();
      case Phase::writing: return is_plain && write_on();
      default: return false;
    }
  }

  bool read_on() {
    switch (reader_.step()) {
      case RequestReader::Step::more: return false;
      case RequestReader::Step::head: take_head(); break;
      case RequestReader::Step::done: take_request(); break;
      case RequestReader::Step::refused:
        refuse(jb_refusal(has_no_room_ ? int(JB_NO_ROOM) : reader_.why));
        break;
    }
    return true;
  }

  void take_head() {
    id_ = loop_.renew(slot);
    has_request_ = true;
    is_gone_ = false;
    bytes_max_ = taken_ = since_chunk_ = 0;
    auto &message = reader_.message;
    deadline_ = Clock::now() + millis(limits_.chunk);
    if (message.length == 0) return;
    // Whoever refuses it does so at once.
    phase_ = Phase::waiting;
    jb_request request = this->request();
    auto &callbacks = loop_.server.callbacks;
    jb_admission admission = callbacks.head(callbacks.context, &request);
    if (admission.sink == JB_REFUSED || phase_ != Phase::waiting) return;
    phase_ = Phase::reading;
    bytes_max_ = admission.bytes_max;
    if (message.length > 0 && uint64_t(message.length) > bytes_max_)
      return refuse(JB_BODY_TOO_LARGE);
    if (admission.sink == JB_FILE && !make_file(admission.folder)) return refuse(JB_NO_ROOM);
    if (message.expects && reader_.rest().empty()) invite();
  }

  /// It has no name, so it is gone with us, by whatever death.
  bool make_file(const char *folder) {
    file_ = ::open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    return file_ >= 0;
  }

  void invite() {
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    if constexpr (is_plain) {
      ssize_t count = ::send(socket().native_handle(), line.data(), line.size(), MSG_NOSIGNAL);
      // Half of it would be the beginning of the answer.
      if (count >= 0 && size_t(count) < line.size()) close();
    } else {
      is_sending_ = true;
      net::async_write(
        stream_, net::buffer(line.data(), line.size()),
        [self = this->shared_from_this()](error_code ec, size_t) {
          self->is_sending_ = false;
          if (self->is_over()) return;
          if (ec) return self->close();
          self->pump();
        });
    }
  }

  jb_request request() { return {id_, &reader_.message, &peer_, &file_}; }

  void take_request() {
    ++served_;
    ++loop_.server.requests;
    is_last_ = !reader_.message.keeps_alive || served_ >= limits_.requests_per_connection_max;
    phase_ = Phase::waiting;
    deadline_ = Clock::now() + millis(limits_.answer);
    if (file_ >= 0) (void)::lseek(file_, 0, SEEK_SET);
    jb_request request = this->request();
    auto &callbacks = loop_.server.callbacks;
    callbacks.request(callbacks.context, &request);
  }

  void refuse(jb_refusal why) {
    if (!has_request_) id_ = loop_.renew(slot);
    // A request that nobody has answered was read to its end.
    if (why != JB_UNAVAILABLE) is_last_ = true;
    phase_ = Phase::waiting;
    deadline_ = Clock::now() + millis(limits_.answer);
    jb_request request = this->request();
    auto &callbacks = loop_.server.callbacks;
    callbacks.refuse(callbacks.context, why, has_request_ ? &request : nullptr, id_);
    // Nobody has said anything.
    if (phase_ == Phase::waiting && !is_pumping_ && why == JB_UNAVAILABLE) close();
  }

  void tell_gone() {
    if (std::exchange(is_gone_, true)) return;
    auto &callbacks = loop_.server.callbacks;
    callbacks.gone(callbacks.context, id_);
  }

  void begin_answer() {
    // Whatever else is said to this request comes too late.
    loop_.renew(slot);
    is_head_only_ = has_request_ && reader_.message.view(reader_.message.method) == "HEAD";
    // What of a body was not read would be taken for a request.
    bool is_read = has_request_ && (reader_.message.length == 0 || is_done_reading());
    // Without a length only the end of the connection says where the answer ends.
    bool is_endless = out_.length < 0 && out_.status >= 200 && out_.status != 204
      && out_.status != 304;
    is_last_ = is_last_ || out_.is_last || !is_read || is_endless || loop_.is_draining;
    auto &callbacks = loop_.server.callbacks;
    head_.clear();
    head_ += "HTTP/1.1 ";
    head_ += std::to_string(out_.status);
    head_ += ' ';
    head_ += out_.reason;
    head_ += "\r\nDate: ";
    head_ += loop_.date.at(callbacks.clock(callbacks.context));
    head_ += "\r\n";
    head_ += out_.fields;
    if (out_.length >= 0) {
      head_ += "Content-Length: ";
      head_ += std::to_string(out_.length);
      head_ += "\r\n";
    }
    if (is_last_) head_ += "Connection: close\r\n";
    head_ += "\r\n";
    sent_ = 0;
    file_left_ = !is_head_only_ && out_.file >= 0 ? std::max<int64_t>(out_.length, 0) : 0;
    phase_ = Phase::writing;
    deadline_ = Clock::now() + millis(limits_.chunk);
    since_chunk_ = 0;
  }

  bool is_done_reading() { return reader_.step() == RequestReader::Step::done; }

  std::string_view body() const {
    if (is_head_only_ || out_.file >= 0) return {};
    return out_.bytes();
  }

  /// False when the client takes no more for now.
  bool write_on() {
    int handle = socket().native_handle();
    for (int piece = 0; piece < pieces_per_turn; ++piece) {
      size_t total = head_.size() + body().size();
      if (sent_ == total && file_left_ == 0) {
        finish_answer();
        return true;
      }
      ssize_t count;
      if (sent_ < total) {
        iovec parts[2];
        msghdr message{};
        message.msg_iov = parts;
        message.msg_iovlen = fill(parts);
        count = ::sendmsg(handle, &message, MSG_NOSIGNAL | (file_left_ > 0 ? MSG_MORE : 0));
        if (count > 0) sent_ += size_t(count);
      } else {
        off_t offset = out_.offset;
        size_t wanted = size_t(std::min<int64_t>(file_left_, RequestReader::body_piece));
        count = ::sendfile(handle, out_.file, &offset, wanted);
        // Nothing is left where something should be: somebody has cut the file short.
        if (count == 0) return end();
        if (count > 0) {
          out_.offset += count;
          file_left_ -= count;
        }
      }
      if (count < 0) {
        if (errno == EINTR) continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK) return false;
        return end();
      }
      note_progress(size_t(count));
    }
    is_resting_ = true;
    net::post(loop_.io, [self = this->shared_from_this()] {
      self->is_resting_ = false;
      self->pump();
    });
    return false;
  }

  bool end() {
    close();
    return false;
  }

  size_t fill(iovec *parts) {
    size_t count = 0;
    if (sent_ < head_.size())
      parts[count++] = {head_.data() + sent_, head_.size() - sent_};
    size_t past = sent_ > head_.size() ? sent_ - head_.size() : 0;
    std::string_view body = this->body();
    if (past < body.size())
      parts[count++] = {const_cast<char *>(body.data()) + past, body.size() - past};
    return count;
  }

  /// Who takes or brings a little now and then does not get more time for it.
  void note_progress(size_t count) {
    since_chunk_ += count;
    if (since_chunk_ < limits_.chunk_bytes) return;
    since_chunk_ = 0;
    deadline_ = Clock::now() + millis(limits_.chunk);
  }

  void finish_answer() {
    out_ = Outgoing();
    drop_file();
    if (is_last_) return begin_leaving();
    reader_.next();
    has_request_ = false;
    has_no_room_ = false;
    phase_ = Phase::reading;
    bool isIdle = reader_.is_empty();
    if (isIdle) reader_.shrink();
    deadline_ = Clock::now() + millis(isIdle ? limits_.idle : limits_.head);
    if (loop_.is_draining) drain(Clock::now());
  }

  /// Closed at once with something unread, the system would throw our answer away.
  void begin_leaving() {
    phase_ = Phase::leaving;
    deadline_ = Clock::now() + millis(limits_.farewell);
    if constexpr (is_plain) {
      ::shutdown(socket().native_handle(), SHUT_WR);
    } else {
      is_sending_ = true;
      stream_.async_shutdown([self = this->shared_from_this()](error_code) {
        if (self->is_over()) return;
        // What still comes is for nobody, but our answer must not be thrown away for it.
        ::shutdown(self->socket().native_handle(), SHUT_WR);
        self->is_armed_ = false;
        self->wait_to_read();
      });
    }
  }

  // What waits.

  void arm() {
    if (is_over() || is_resting_) return;
    if constexpr (is_plain) {
      switch (phase_) {
        case Phase::reading:
        case Phase::leaving: return wait_to_read();
        case Phase::waiting: return watch();
        case Phase::writing: return wait_to_write();
        default: return;
      }
    } else {
      switch (phase_) {
        case Phase::reading: return read_secure();
        case Phase::writing: return write_secure();
        default: return;
      }
    }
  }

  void wait_to_read() {
    if (std::exchange(is_armed_, true)) return;
    socket().async_wait(
      Plain::wait_read, [self = this->shared_from_this()](error_code ec) {
        self->is_armed_ = false;
        if (self->is_over() || ec == net::error::operation_aborted) return;
        self->receive();
      });
  }

  void receive() {
    if (phase_ != Phase::reading && phase_ != Phase::leaving) return arm();
    auto &scratch = loop_.scratch;
    size_t room = phase_ == Phase::leaving ? scratch.size() : std::min(scratch.size(), reader_.room());
    ssize_t count = ::recv(socket().native_handle(), scratch.data(), room, 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return arm();
    if (count <= 0) return close();
    if (phase_ == Phase::leaving) {
      left_behind_ += size_t(count);
      return left_behind_ > limits_.farewell_bytes_max ? close() : arm();
    }
    add({scratch.data(), size_t(count)});
  }

  void add(std::string_view bytes) {
    if (reader_.is_empty()) deadline_ = Clock::now() + millis(limits_.head);
    if (!reader_.is_in_head()) note_progress(bytes.size());
    reader_.add(bytes);
    pump();
  }

  /// Somebody who has said all he wants may still wait for his answer; he is only told of.
  void watch() {
    if (std::exchange(is_watched_, true)) return;
    socket().async_wait(
      Plain::wait_read, [self = this->shared_from_this(), id = id_](error_code ec) {
        self->is_watched_ = false;
        if (self->is_over() || ec) return;
        if (self->phase_ != Phase::waiting) return;
        if (self->id_ != id) return self->watch();
        char byte;
        ssize_t count =
          ::recv(self->socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        if (count > 0) return;
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return self->watch();
        self->is_last_ = true;
        self->tell_gone();
        if (count < 0) self->close();
      });
  }

  void wait_to_write() {
    if (std::exchange(is_armed_, true)) return;
    socket().async_wait(
      Plain::wait_write, [self = this->shared_from_this()](error_code ec) {
        self->is_armed_ = false;
        if (self->is_over() || ec == net::error::operation_aborted) return;
        self->pump();
      });
  }

  void read_secure() {
    if constexpr (!is_plain) {
      if (std::exchange(is_armed_, true)) return;
      buffer_.resize(reader_.is_empty() ? 4'096 : 16'384);
      stream_.async_read_some(
        net::buffer(buffer_),
        [self = this->shared_from_this()](error_code ec, size_t count) {
          self->is_armed_ = false;
          if (self->is_over()) return;
          if (self->phase_ == Phase::leaving) return;
          if (ec) return self->close();
          if (self->phase_ == Phase::reading) self->add({self->buffer_.data(), count});
        });
    }
  }

  void write_secure() {
    if constexpr (!is_plain) {
      if (is_sending_) return;
      size_t total = head_.size() + body().size();
      if (sent_ == total && file_left_ == 0) {
        finish_answer();
        if (phase_ == Phase::reading) pump();
        return;
      }
      is_sending_ = true;
      auto done = [self = this->shared_from_this()](error_code ec, size_t count) {
        self->is_sending_ = false;
        if (self->is_over()) return;
        if (ec) return self->close();
        self->sent_ += count;
        self->note_progress(count);
        self->arm();
      };
      if (sent_ < total) {
        iovec parts[2];
        size_t count = fill(parts);
        std::array<net::const_buffer, 2> buffers{};
        for (size_t at = 0; at < count; ++at)
          buffers[at] = net::const_buffer(parts[at].iov_base, parts[at].iov_len);
        return stream_.async_write_some(buffers, done);
      }
      // The next piece of the file takes the place of the head.
      head_.resize(size_t(std::min<int64_t>(file_left_, RequestReader::body_piece)));
      ssize_t count = ::pread(out_.file, head_.data(), head_.size(), out_.offset);
      is_sending_ = false;
      if (count <= 0) return close();
      head_.resize(size_t(count));
      out_.offset += count;
      file_left_ -= count;
      sent_ = 0;
      write_secure();
    }
  }
};

}  // namespace jb
