#pragma once
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/descriptor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "answer.hpp"
#include "request.hpp"

namespace jb {

using Clock = std::chrono::steady_clock;
using Moment = Clock::time_point;
using Millis = std::chrono::milliseconds;
using Executor = net::io_context::executor_type;
using Plain = net::basic_stream_socket<net::generic::stream_protocol, Executor>;
using Secure = net::ssl::stream<Plain>;

class Loop;
struct Server;

/// Whatever has a place in a loop: a connection, or a socket that was made of one.
class Tenant {
 public:
  virtual ~Tenant() = default;
  virtual void look(Moment now) = 0;
  virtual void drain(Moment now) = 0;
  virtual void close() = 0;
  virtual void answer(Outgoing &&) {}
  virtual void open_socket(std::string) {}
  virtual void send(const Shared &, bool) {}
  virtual void close_socket(uint16_t, std::string) {}

  uint32_t slot = 0;
};

/// One thread with its connections.
class Loop {
 public:
  Loop(Server &server, uint8_t number) : server(server), number(number), timer_(io) {}

  Server &server;
  const uint8_t number;
  net::io_context io{1};
  DateText date;
  std::atomic<uint32_t> tenants{0};
  /// What is read goes through here, so that who is quiet needs no memory.
  std::vector<char> scratch = std::vector<char>(RequestReader::body_piece);
  bool is_draining = false;

  void start();
  void join() {
    if (thread_.joinable()) thread_.join();
  }
  bool is_here() const { return here_ == this; }

  template <class Body>
  void run(Body &&body) {
    if (is_here()) {
      body();
    } else {
      net::post(io, std::forward<Body>(body));
    }
  }

  jb_id enter(std::shared_ptr<Tenant> tenant);
  /// Makes what was said about the place before mean nothing.
  jb_id renew(uint32_t slot);
  void replace(uint32_t slot, std::shared_ptr<Tenant> tenant);
  void leave(uint32_t slot);
  std::shared_ptr<Tenant> find(jb_id id) const;
  void drain(Moment end);

 private:
  struct Slot {
    std::shared_ptr<Tenant> tenant;
    uint32_t generation = 1;
  };

  static constexpr auto look_pause = Millis(50);

  inline static thread_local Loop *here_ = nullptr;

  std::thread thread_;
  net::steady_timer timer_;
  std::vector<Slot> slots_;
  std::vector<uint32_t> free_;
  Moment end_ = Moment::max();

  jb_id id(uint32_t slot) const {
    return jb_id(slots_[slot].generation) << 32 | jb_id(number) << 24 | slot;
  }
  void look();
  template <class Body>
  void each(Body body) {
    for (size_t at = 0; at < slots_.size(); ++at)
      if (auto tenant = slots_[at].tenant) body(*tenant);
  }
};

constexpr uint32_t slot_of(jb_id id) { return uint32_t(id) & 0xFFFFFF; }
constexpr uint8_t loop_of(jb_id id) { return uint8_t(id >> 24); }
constexpr uint32_t slots_max = 1 << 24;

/// Takes connections and hands each to the loop with the fewest. Belongs to the first loop.
class Listener {
 public:
  Listener(Loop &loop, int socket, std::shared_ptr<net::ssl::context> tls)
      : loop_(loop), socket_(loop.io, socket), pause_(loop.io), tls_(std::move(tls)) {}

  void wait();
  /// For those who come from now on, where TLS is spoken.
  void use(std::shared_ptr<net::ssl::context> tls) {
    if (tls_) tls_ = std::move(tls);
  }
  /// Those that wait to be taken are, and then nobody is.
  void close();

 private:
  Loop &loop_;
  net::posix::stream_descriptor socket_;
  net::steady_timer pause_;
  std::shared_ptr<net::ssl::context> tls_;
  bool is_waiting_ = false;

  void take();
  bool take_one();
  void seat(int socket, Peer peer);
  void rest();
};

struct Server {
  Server(const jb_limits &limits, const jb_callbacks &callbacks)
      : limits(limits), callbacks(callbacks) {}

  const jb_limits limits;
  const jb_callbacks callbacks;

 private:
  // Connections that go with the loops still give up their places.
  std::mutex mutex_;
  std::map<std::string, uint32_t> peers_;

 public:
  std::vector<std::unique_ptr<Loop>> loops;
  std::vector<std::unique_ptr<Listener>> listeners;
  std::atomic<uint32_t> connections{0};
  std::atomic<uint64_t> sockets{0}, requests{0};
  std::atomic<bool> is_full{false};
  /// Nobody listens any more.
  std::atomic<bool> is_closed{false};
  /// Loops are going; what is left in them goes with them.
  std::atomic<bool> is_over{false};

  /// False when the peer has enough connections already.
  bool admit(const std::string &peer) {
    if (peer.empty()) return true;
    std::lock_guard lock(mutex_);
    uint32_t &count = peers_[peer];
    if (count >= limits.connections_per_peer_max) return false;
    ++count;
    return true;
  }

  void dismiss(const std::string &peer) {
    if (!peer.empty()) {
      std::lock_guard lock(mutex_);
      auto place = peers_.find(peer);
      if (place != peers_.end() && --place->second == 0) peers_.erase(place);
    }
    --connections;
    if (is_over) return;
    if (!is_full.exchange(false)) return;
    net::post(loops[0]->io, [this] {
      for (auto &listener : listeners) listener->wait();
    });
  }

  void stop(uint32_t grace);
};

inline Millis millis(uint32_t count) { return Millis(count); }

}  // namespace jb

struct jb_server : jb::Server {
  using jb::Server::Server;
};
