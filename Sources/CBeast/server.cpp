#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>

#include "connection.hpp"

namespace jb {

// Loops.

void Loop::start() {
  look();
  // Signals are for the threads of others.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  thread_ = std::thread([this] {
    here_ = this;
    io.run();
  });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Loop::look() {
  timer_.expires_after(look_pause);
  timer_.async_wait([this](error_code ec) {
    if (ec) return;
    Moment now = Clock::now();
    if (now >= end_) each([](Tenant &tenant) { tenant.close(); });
    each([now](Tenant &tenant) { tenant.look(now); });
    if (is_draining && tenants == 0) return io.stop();
    look();
  });
}

jb_id Loop::enter(std::shared_ptr<Tenant> tenant) {
  uint32_t slot;
  if (free_.empty()) {
    slot = uint32_t(slots_.size());
    slots_.emplace_back();
  } else {
    slot = free_.back();
    free_.pop_back();
  }
  tenant->slot = slot;
  slots_[slot].tenant = std::move(tenant);
  return id(slot);
}

jb_id Loop::renew(uint32_t slot) {
  ++slots_[slot].generation;
  return id(slot);
}

void Loop::replace(uint32_t slot, std::shared_ptr<Tenant> tenant) {
  tenant->slot = slot;
  slots_[slot].tenant = std::move(tenant);
}

void Loop::leave(uint32_t slot) {
  renew(slot);
  // Whoever calls is the tenant, and still needs itself.
  net::post(io, [tenant = std::move(slots_[slot].tenant)] {});
  slots_[slot].tenant = nullptr;
  free_.push_back(slot);
  --tenants;
}

std::shared_ptr<Tenant> Loop::find(jb_id wanted) const {
  uint32_t slot = slot_of(wanted);
  if (slot >= slots_.size() || id(slot) != wanted) return nullptr;
  return slots_[slot].tenant;
}

void Loop::drain(Moment end) {
  end_ = std::min(end_, end);
  is_draining = true;
  Moment now = Clock::now();
  each([now](Tenant &tenant) { tenant.drain(now); });
}

// Listeners.

namespace {

Peer peer_of(const sockaddr_storage &address, bool is_secure) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address.ss_family == AF_INET) {
    auto &four = reinterpret_cast<const sockaddr_in &>(address);
    inet_ntop(AF_INET, &four.sin_addr, text, sizeof text);
  } else if (address.ss_family == AF_INET6) {
    auto &six = reinterpret_cast<const sockaddr_in6 &>(address);
    inet_ntop(AF_INET6, &six.sin6_addr, text, sizeof text);
  }
  return {text, is_secure};
}

}  // namespace

void Listener::wait() {
  if (!socket_.is_open() || std::exchange(is_waiting_, true)) return;
  socket_.async_wait(net::posix::stream_descriptor::wait_read, [this](error_code ec) {
    is_waiting_ = false;
    if (ec) return;
    take();
  });
}

void Listener::take() {
  static constexpr int at_once = 64;
  for (int count = 0; count < at_once; ++count)
    if (!take_one()) return;
  wait();
}

bool Listener::take_one() {
  Server &server = loop_.server;
  if (server.connections >= server.limits.connections_max) {
    server.is_full = true;
    // One may have left in between.
    if (server.connections >= server.limits.connections_max || !server.is_full.exchange(false))
      return false;
  }
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  int socket = ::accept4(
    socket_.native_handle(), reinterpret_cast<sockaddr *>(&address), &size,
    SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket >= 0) {
    seat(socket, peer_of(address, tls_ != nullptr));
    return true;
  }
  switch (errno) {
    case EINTR:
    case ECONNABORTED: return true;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM: rest(); return false;
    default: wait(); return false;
  }
}

/// No handle is left: somebody will give one back.
void Listener::rest() {
  pause_.expires_after(Millis(100));
  pause_.async_wait([this](error_code) { wait(); });
}

void Listener::seat(int socket, Peer peer) {
  Server &server = loop_.server;
  ++server.connections;
  if (!server.admit(peer.address)) {
    ::close(socket);
    --server.connections;
    return;
  }
  int yes = 1;
  // Not for sockets of this machine, and no harm there.
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  auto least = server.loops.begin();
  for (auto place = least; place != server.loops.end(); ++place)
    if ((*place)->tenants < (*least)->tenants) least = place;
  Loop &loop = **least;
  ++loop.tenants;
  loop.run([tls = tls_, &loop, socket, peer = std::move(peer)]() mutable {
    net::generic::stream_protocol protocol(AF_UNSPEC, 0);
    Plain plain(loop.io.get_executor());
    error_code failed;
    plain.assign(protocol, socket, failed);
    if (failed) {
      ::close(socket);
      --loop.tenants;
      return loop.server.dismiss(peer.address);
    }
    auto enter = [&loop](auto connection) {
      loop.enter(connection);
      connection->start();
      if (loop.is_draining) connection->drain(Clock::now());
    };
    if (tls)
      enter(std::make_shared<Connection<Secure>>(
        loop, Secure(std::move(plain), *tls), std::move(peer)));
    else
      enter(std::make_shared<Connection<Plain>>(loop, std::move(plain), std::move(peer)));
  });
}

void Listener::close() {
  static constexpr int backlog_max = 4'096;
  for (int count = 0; count < backlog_max && socket_.is_open() && take_one(); ++count) {}
  error_code ignored;
  socket_.close(ignored);
  pause_.cancel();
}

void Server::stop(uint32_t grace) {
  Moment end = Clock::now() + millis(grace);
  auto drain = [this, end] {
    for (auto &loop : loops) net::post(loop->io, [&loop, end] { loop->drain(end); });
  };
  // The first loop may have ended already.
  if (is_closed) return drain();
  net::post(loops[0]->io, [this, drain] {
    for (auto &listener : listeners) listener->close();
    is_closed = true;
    drain();
  });
}

namespace {

std::shared_ptr<net::ssl::context> tls_of(const char *certificate, const char *key) {
  if (!certificate) return nullptr;
  auto context = std::make_shared<net::ssl::context>(net::ssl::context::tls_server);
  context->set_options(
    net::ssl::context::default_workarounds | net::ssl::context::no_tlsv1
    | net::ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
  context->use_certificate_chain_file(certificate);
  context->use_private_key_file(key, net::ssl::context::pem);
  return context;
}

}  // namespace

}  // namespace jb

// What Swift calls.

using namespace jb;

jb_server *jb_make(
  const jb_listener *listeners, size_t count, uint32_t threads, jb_limits limits,
  jb_callbacks callbacks, char **complaint) {
  auto server = std::make_unique<jb_server>(limits, callbacks);
  try {
    for (uint32_t number = 0; number < threads; ++number)
      server->loops.push_back(std::make_unique<Loop>(*server, uint8_t(number)));
    for (size_t at = 0; at < count; ++at)
      server->listeners.push_back(std::make_unique<Listener>(
        *server->loops[0], listeners[at].socket,
        tls_of(listeners[at].certificate, listeners[at].key)));
  } catch (const std::exception &error) {
    for (size_t at = server->listeners.size(); at < count; ++at) ::close(listeners[at].socket);
    *complaint = strdup(error.what());
    return nullptr;
  }
  return server.release();
}

bool jb_use_certificate(
  jb_server *server, const char *certificate, const char *key, char **complaint) {
  try {
    auto tls = tls_of(certificate, key);
    net::post(server->loops[0]->io, [server, tls] {
      for (auto &listener : server->listeners) listener->use(tls);
    });
    return true;
  } catch (const std::exception &error) {
    *complaint = strdup(error.what());
    return false;
  }
}

void jb_run(jb_server *server) {
  for (auto &listener : server->listeners) listener->wait();
  for (auto &loop : server->loops) loop->start();
}

void jb_stop(jb_server *server, uint32_t grace) { server->stop(grace); }

void jb_join(jb_server *server) {
  for (auto &loop : server->loops) loop->join();
}

void jb_free(jb_server *server) {
  server->is_over = true;
  delete server;
}

jb_counts jb_count(jb_server *server) {
  return {server->connections, server->sockets, server->requests};
}

namespace {

jb_text text(std::string_view view) { return {view.data(), view.size()}; }

void to(jb_server *server, jb_id id, auto body) {
  if (loop_of(id) >= server->loops.size()) return;
  Loop &loop = *server->loops[loop_of(id)];
  loop.run([&loop, id, body = std::move(body)]() mutable {
    if (auto tenant = loop.find(id)) body(*tenant);
  });
}

}  // namespace

jb_buffer *jb_buffer_make(const void *bytes, size_t count) {
  auto buffer = new jb_buffer;
  if (count > 0) buffer->bytes.assign(static_cast<const char *>(bytes), count);
  return buffer;
}

void jb_buffer_keep(jb_buffer *buffer) {
  buffer->holders.fetch_add(1, std::memory_order_relaxed);
}

void jb_buffer_drop(jb_buffer *buffer) {
  if (buffer->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete buffer;
}

jb_text jb_buffer_bytes(const jb_buffer *buffer) { return text(buffer->bytes); }

void jb_answer_request(
  jb_server *server, jb_id id, const jb_answer *answer, void *owner, jb_release release) {
  to(server, id, [out = Outgoing(*answer, owner, release)](Tenant &tenant) mutable {
    tenant.answer(std::move(out));
  });
}

void jb_open_socket(jb_server *server, jb_id id, jb_text protocol) {
  std::string name(protocol.bytes ? protocol.bytes : "", protocol.count);
  to(server, id, [name](Tenant &tenant) mutable { tenant.open_socket(std::move(name)); });
}

void jb_send(jb_server *server, const jb_id *sockets, size_t count, jb_buffer *message, bool is_text) {
  Shared shared(message);
  for (auto &loop : server->loops) {
    std::vector<jb_id> here;
    for (size_t at = 0; at < count; ++at)
      if (loop_of(sockets[at]) == loop->number) here.push_back(sockets[at]);
    if (here.empty()) continue;
    Loop *place = loop.get();
    place->run([place, here = std::move(here), shared, is_text] {
      for (jb_id id : here)
        if (auto tenant = place->find(id)) tenant->send(shared, is_text);
    });
  }
}

void jb_close_socket(jb_server *server, jb_id socket, uint16_t code, jb_text reason) {
  std::string why(reason.bytes ? reason.bytes : "", reason.count);
  to(server, socket, [code, why](Tenant &tenant) mutable {
    tenant.close_socket(code, std::move(why));
  });
}
