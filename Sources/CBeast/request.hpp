#pragma once
#include <utility>

#include "reader.hpp"

namespace jb {

/// Who is at the other end of a connection.
struct Peer {
  std::string address;
  bool is_secure = false;
};

}  // namespace jb

struct jb_request {
  jb_id id = 0;
  const jb::Message *message = nullptr;
  const jb::Peer *peer = nullptr;
  int *file = nullptr;
};
