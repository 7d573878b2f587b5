#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A server for HTTP/1.1 and WebSocket on Boost.Beast. Some threads, each with its share of the
// connections; each calls back on its own, so callbacks must be quick. A request can be looked at only
// inside a callback that got it; it is answered from any thread by its id. An id that is over means
// nobody, and what is said to it is dropped.

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jb_server jb_server;
typedef struct jb_request jb_request;

/// Bytes that several may hold at once.
typedef struct jb_buffer jb_buffer;

/// A thread, a place there, and how often that place was taken before.
typedef uint64_t jb_id;

typedef struct {
  const char *bytes;
  size_t count;
} jb_text;

/// Times are milliseconds.
typedef struct {
  size_t line_bytes_max;
  size_t head_bytes_max;
  size_t fields_max;
  uint32_t requests_per_connection_max;
  uint32_t connections_max;
  uint32_t connections_per_peer_max;
  uint32_t idle;
  uint32_t head;
  /// For each so many bytes of a body or an answer.
  uint32_t chunk;
  size_t chunk_bytes;
  /// From the end of a request until it is answered.
  uint32_t answer;
  uint32_t farewell;
  size_t farewell_bytes_max;
  /// How long a connection on which nothing is asked stays after the server was told to stop.
  uint32_t last_word;
  size_t message_bytes_max;
  /// What waits to be sent to one socket.
  size_t backlog_bytes_max;
  /// A socket that says nothing for so long is asked whether it is there.
  uint32_t silence;
} jb_limits;

typedef enum { JB_MEMORY, JB_FILE, JB_REFUSED } jb_sink;

/// How the body of a request is to be taken: in memory, in a file without a name in that folder, or not
/// at all, since the request was answered by its head.
typedef struct {
  jb_sink sink;
  uint64_t bytes_max;
  const char *folder;
} jb_admission;

/// Why a request is answered without anybody having been asked. They are statuses of HTTP.
typedef enum {
  JB_MALFORMED = 400,
  JB_TOO_SLOW = 408,
  JB_BODY_TOO_LARGE = 413,
  JB_ADDRESS_TOO_LONG = 414,
  JB_EXPECTATION = 417,
  JB_FIELDS_TOO_LARGE = 431,
  JB_NO_ANSWER = 500,
  JB_UNKNOWN_CODING = 501,
  JB_UNAVAILABLE = 503,
  JB_VERSION = 505,
  JB_NO_ROOM = 507
} jb_refusal;

typedef struct {
  void *context;
  /// The head of a request with a body. Whoever returns `JB_REFUSED` has answered it.
  jb_admission (*head)(void *context, jb_request *request);
  void (*request)(void *context, jb_request *request);
  /// To be answered at once. There is no request when its head could not be read.
  void (*refuse)(void *context, jb_refusal why, jb_request *request, jb_id id);
  /// Whoever waited for the answer has left.
  void (*gone)(void *context, jb_id id);
  void (*message)(void *context, jb_id socket, jb_text message, bool is_text);
  void (*closed)(void *context, jb_id socket);
  /// Seconds since 1970.
  int64_t (*clock)(void *context);
} jb_callbacks;

/// A listening socket of ours, which the server closes. With `certificate` and `key`, files in PEM,
/// TLS is spoken there.
typedef struct {
  int socket;
  const char *certificate;
  const char *key;
} jb_listener;

/// Null when a certificate cannot be used; `complaint`, if any, is then to be freed.
jb_server *jb_make(
  const jb_listener *listeners, size_t count, uint32_t threads, jb_limits limits,
  jb_callbacks callbacks, char **complaint);

/// For connections that come from now on; those that are there keep the old one. False as above.
bool jb_use_certificate(
  jb_server *server, const char *certificate, const char *key, char **complaint);

/// From now on there are callbacks.
void jb_run(jb_server *server);

/// Takes no more connections, lets answers go that are on their way, and ends what is left after
/// `grace` milliseconds. Returns at once; may be called again with less.
void jb_stop(jb_server *server, uint32_t grace);

/// Waits until all threads have ended. What is said to the server from then on is dropped.
void jb_join(jb_server *server);

/// After it was joined, or instead of being run.
void jb_free(jb_server *server);

typedef struct {
  uint64_t connections;
  uint64_t sockets;
  uint64_t requests;
} jb_counts;

jb_counts jb_count(jb_server *server);

// A request.

jb_id jb_request_id(const jb_request *request);
jb_text jb_request_method(const jb_request *request);
jb_text jb_request_target(const jb_request *request);
size_t jb_request_fields(const jb_request *request);
jb_text jb_request_name(const jb_request *request, size_t field);
jb_text jb_request_value(const jb_request *request, size_t field);
/// All fields, each as `Name: value` with the end of a line.
size_t jb_request_lines_size(const jb_request *request);
void jb_request_write_lines(const jb_request *request, void *bytes);
/// Of the body as it was announced; -1 when it was not.
int64_t jb_request_length(const jb_request *request);
/// In memory.
jb_text jb_request_body(const jb_request *request);
/// The file with the body, which belongs to the caller from now on; -1 when there is none.
int jb_request_take_file(jb_request *request);
/// An address such as `127.0.0.1`; empty for a socket of this machine.
jb_text jb_request_peer(const jb_request *request);
bool jb_request_is_secure(const jb_request *request);
bool jb_request_wants_socket(const jb_request *request);

// Answers.

jb_buffer *jb_buffer_make(const void *bytes, size_t count);
void jb_buffer_keep(jb_buffer *buffer);
void jb_buffer_drop(jb_buffer *buffer);
jb_text jb_buffer_bytes(const jb_buffer *buffer);

typedef struct {
  uint16_t status;
  /// Words behind the status.
  jb_text reason;
  /// Whole lines, each with its end. Date, length and connection are added.
  jb_text fields;
  /// At most one of these. The file is read from `offset` on, and is not closed.
  jb_text body;
  jb_buffer *shared;
  int file;
  int64_t offset;
  /// Of the body; -1 when nothing is to be said of one.
  int64_t length;
  /// Nothing more is taken from this connection.
  bool is_last;
} jb_answer;

/// Called once the answer was sent, or is not: when it came too late, or not first, it was not taken.
typedef void (*jb_release)(void *owner, bool was_taken);

void jb_answer_request(
  jb_server *server, jb_id id, const jb_answer *answer, void *owner, jb_release release);

/// Makes a socket of the connection of a request that wants one; the id stays. `protocol` may be empty.
void jb_open_socket(jb_server *server, jb_id id, jb_text protocol);
/// Each gets the same bytes. Who has too much waiting is closed: `closed` may be called before this
/// returns.
void jb_send(jb_server *server, const jb_id *sockets, size_t count, jb_buffer *message, bool is_text);
void jb_close_socket(jb_server *server, jb_id socket, uint16_t code, jb_text reason);

// The reader of requests on its own, for tests and fuzzing.

typedef struct jb_reader jb_reader;

jb_reader *jb_reader_make(jb_limits limits);
void jb_reader_free(jb_reader *reader);
/// Zero, or why no more is read. `done` is called for each whole request with its body.
int jb_reader_put(
  jb_reader *reader, jb_text bytes, uint64_t body_bytes_max, void *context,
  void (*done)(void *context, jb_request *request));
bool jb_reader_is_empty(const jb_reader *reader);

#ifdef __cplusplus
}
#endif
