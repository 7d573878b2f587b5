#include "request.hpp"

// What Swift calls, of requests and of the reader on its own. It stands alone, so that the fuzzer need
// not build the server.

using namespace jb;

namespace {

jb_text text(std::string_view view) { return {view.data(), view.size()}; }

}  // namespace

jb_id jb_request_id(const jb_request *request) { return request->id; }

jb_text jb_request_method(const jb_request *request) {
  return text(request->message->view(request->message->method));
}

jb_text jb_request_target(const jb_request *request) {
  return text(request->message->view(request->message->target));
}

size_t jb_request_fields(const jb_request *request) { return request->message->fields.size(); }

jb_text jb_request_name(const jb_request *request, size_t field) {
  return text(request->message->view(request->message->fields[field].name));
}

jb_text jb_request_value(const jb_request *request, size_t field) {
  return text(request->message->view(request->message->fields[field].value));
}

size_t jb_request_lines_size(const jb_request *request) {
  size_t size = 0;
  for (auto &field : request->message->fields) size += field.name.count + field.value.count + 4;
  return size;
}

void jb_request_write_lines(const jb_request *request, void *bytes) {
  char *place = static_cast<char *>(bytes);
  auto add = [&place](std::string_view text) {
    std::memcpy(place, text.data(), text.size());
    place += text.size();
  };
  for (auto &field : request->message->fields) {
    add(request->message->view(field.name));
    add(": ");
    add(request->message->view(field.value));
    add("\r\n");
  }
}

int64_t jb_request_length(const jb_request *request) { return request->message->length; }

jb_text jb_request_body(const jb_request *request) { return text(request->message->body); }

int jb_request_take_file(jb_request *request) {
  return request->file ? std::exchange(*request->file, -1) : -1;
}

jb_text jb_request_peer(const jb_request *request) {
  return request->peer ? text(request->peer->address) : jb_text{"", 0};
}

bool jb_request_is_secure(const jb_request *request) {
  return request->peer && request->peer->is_secure;
}

bool jb_request_wants_socket(const jb_request *request) {
  return request->message->wants_socket;
}

struct jb_reader final : BodySink {
  explicit jb_reader(jb_limits limits) : limits(limits), reader(this->limits, *this) {}

  jb_limits limits;
  RequestReader reader;
  uint64_t bytes_max = 0, taken = 0;

  bool take(std::string_view bytes) override {
    taken += bytes.size();
    if (taken > bytes_max) return false;
    reader.message.body += bytes;
    return true;
  }

  bool has_room(uint64_t count) const override {
    return count <= bytes_max && taken <= bytes_max - count;
  }
};

jb_reader *jb_reader_make(jb_limits limits) { return new jb_reader(limits); }

void jb_reader_free(jb_reader *reader) { delete reader; }

int jb_reader_put(
  jb_reader *reader, jb_text bytes, uint64_t body_bytes_max, void *context,
  void (*done)(void *context, jb_request *request)) {
  reader->bytes_max = body_bytes_max;
  std::string_view rest(bytes.bytes, bytes.count);
  auto &own = reader->reader;
  while (true) {
    std::string_view part = rest.substr(0, own.room());
    own.add(part);
    rest.remove_prefix(part.size());
    RequestReader::Step step;
    while ((step = own.step()) != RequestReader::Step::more) {
      if (step == RequestReader::Step::refused) return own.why;
      if (step == RequestReader::Step::head) {
        reader->taken = 0;
        if (own.message.length > 0 && uint64_t(own.message.length) > body_bytes_max)
          return JB_BODY_TOO_LARGE;
        continue;
      }
      jb_request request{0, &own.message, nullptr, nullptr};
      done(context, &request);
      own.next();
    }
    if (rest.empty()) return 0;
    if (part.empty()) return JB_FIELDS_TOO_LARGE;
  }
}

bool jb_reader_is_empty(const jb_reader *reader) { return reader->reader.is_empty(); }
