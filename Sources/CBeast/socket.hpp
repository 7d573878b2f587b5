#pragma once
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <deque>

#include "loop.hpp"

namespace jb {

namespace websocket = boost::beast::websocket;

/// A connection on which both sides speak when they like.
template <class Stream>
class Socket final : public Tenant, public std::enable_shared_from_this<Socket<Stream>> {
 public:
  Socket(Loop &loop, Stream stream, Peer peer)
      : loop_(loop), stream_(std::move(stream)), peer_(std::move(peer)) {
    ++loop_.server.sockets;
  }

  ~Socket() override {
    --loop_.server.sockets;
    loop_.server.dismiss(peer_.address);
  }

  /// `early` is what came behind the request already.
  void start(jb_id id, const Message &request, std::string_view early, std::string protocol) {
    auto &limits = loop_.server.limits;
    id_ = id;
    websocket::permessage_deflate packing;
    // What is remembered from message to message would cost more than all the rest.
    packing.server_enable = true;
    packing.server_no_context_takeover = packing.client_no_context_takeover = true;
    packing.server_max_window_bits = packing.client_max_window_bits = 10;
    packing.compLevel = 6;
    packing.memLevel = 1;
    packing.msg_size_threshold = 256;
    stream_.set_option(packing);
    websocket::stream_base::timeout times{};
    times.handshake_timeout = millis(limits.head);
    times.idle_timeout = millis(limits.silence);
    times.keep_alive_pings = true;
    stream_.set_option(times);
    stream_.read_message_max(limits.message_bytes_max);
    stream_.auto_fragment(false);
    stream_.write_buffer_bytes(1'024);
    if (!protocol.empty())
      stream_.set_option(websocket::stream_base::decorator(
        [protocol](websocket::response_type &answer) {
          answer.set(http::field::sec_websocket_protocol, protocol);
        }));
    http::request<http::empty_body> asked{http::verb::get, "/", 11};
    for (auto &field : request.fields) {
      auto name = request.view(field.name), value = request.view(field.value);
      asked.insert(
        beast::string_view(name.data(), name.size()),
        beast::string_view(value.data(), value.size()));
    }
    // A socket may not speak before it was let in.
    if (!early.empty()) return close();
    stream_.async_accept(asked, [self = this->shared_from_this()](error_code ec) {
      if (self->is_over_) return;
      if (ec) return self->close();
      self->is_open_ = true;
      self->read();
      self->write();
    });
  }

  /// Who never reads would never see that he is to go.
  void look(Moment now) override {
    if (is_closing_ && now >= deadline_) close();
  }

  void drain(Moment) override { close_socket(websocket::close_code::going_away, {}); }

  void close() override {
    if (std::exchange(is_over_, true)) return;
    error_code ignored;
    beast::get_lowest_layer(stream_).close(ignored);
    auto &callbacks = loop_.server.callbacks;
    callbacks.closed(callbacks.context, id_);
    loop_.leave(slot);
  }

  void send(const Shared &message, bool is_text) override {
    if (is_over_ || is_closing_) return;
    waiting_bytes_ += message.bytes().size();
    // It would only wait longer and longer.
    if (waiting_bytes_ > loop_.server.limits.backlog_bytes_max) return close();
    waiting_.push_back({message, is_text});
    write();
  }

  void close_socket(uint16_t code, std::string reason) override {
    // One that is being opened is told as soon as it is.
    if (is_over_ || std::exchange(is_closing_, true)) return;
    deadline_ = Clock::now() + millis(loop_.server.limits.head);
    reason_ = websocket::close_reason(
      websocket::close_code(code), beast::string_view(reason.data(), std::min<size_t>(reason.size(), 120)));
    write();
  }

 private:
  struct Waiting {
    Shared message;
    bool is_text;
  };

  Loop &loop_;
  websocket::stream<Stream> stream_;
  Peer peer_;
  jb_id id_ = 0;
  beast::flat_buffer buffer_;
  std::deque<Waiting> waiting_;
  size_t waiting_bytes_ = 0;
  bool is_open_ = false, is_writing_ = false, is_closing_ = false, is_over_ = false;
  websocket::close_reason reason_;
  Moment deadline_ = Moment::max();

  void read() {
    stream_.async_read(
      buffer_, [self = this->shared_from_this()](error_code ec, size_t) {
        if (self->is_over_) return;
        if (ec) return self->close();
        auto bytes = self->buffer_.data();
        auto &callbacks = self->loop_.server.callbacks;
        callbacks.message(
          callbacks.context, self->id_, {static_cast<const char *>(bytes.data()), bytes.size()},
          self->stream_.got_text());
        self->buffer_.consume(bytes.size());
        if (self->buffer_.capacity() > 2'048) self->buffer_.shrink_to_fit();
        if (!self->is_over_) self->read();
      });
  }

  void write() {
    if (!is_open_ || is_writing_ || is_over_) return;
    if (waiting_.empty()) {
      if (!is_closing_) return;
      is_writing_ = true;
      return stream_.async_close(
        reason_, [self = this->shared_from_this()](error_code) { self->close(); });
    }
    is_writing_ = true;
    stream_.text(waiting_.front().is_text);
    auto &bytes = waiting_.front().message.bytes();
    stream_.async_write(
      net::buffer(bytes), [self = this->shared_from_this()](error_code ec, size_t) {
        self->is_writing_ = false;
        if (self->is_over_) return;
        if (ec) return self->close();
        self->waiting_bytes_ -= self->waiting_.front().message.bytes().size();
        self->waiting_.pop_front();
        self->write();
      });
  }
};

}  // namespace jb
