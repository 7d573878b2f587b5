#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A reader of JSON on Boost.JSON, which tells what it comes across in the order of the text. It takes
// what RFC 8259 has and nothing else.

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  JJ_NULL,
  JJ_FALSE,
  JJ_TRUE,
  /// A whole number that fits `integer`.
  JJ_INTEGER,
  /// Any other number, in `bytes` as it stands there.
  JJ_NUMBER,
  /// In UTF-8, without escapes.
  JJ_TEXT,
  /// Of the member that follows.
  JJ_NAME,
  JJ_LIST,
  JJ_LIST_END,
  JJ_OBJECT,
  JJ_OBJECT_END
} jj_kind;

/// The bytes are there until the callback returns.
typedef struct {
  jj_kind kind;
  const char *bytes;
  size_t count;
  int64_t integer;
} jj_piece;

/// False to read no further.
typedef bool (*jj_take)(void *context, jj_piece piece);

typedef enum {
  JJ_FINE,
  /// Also bytes that are not UTF-8, and an escape that is half of a pair.
  JJ_SYNTAX,
  /// The text ends too early.
  JJ_UNFINISHED,
  /// Something follows the value.
  JJ_MORE,
  JJ_TOO_DEEP,
  JJ_NUL,
  /// An exponent beyond anything.
  JJ_TOO_LARGE,
  JJ_STOPPED,
  JJ_NO_MEMORY
} jj_outcome;

/// `offset` is where reading ended. What was told before something wrong was found is of no use.
jj_outcome jj_read(
  const void *bytes, size_t count, size_t depth_max, void *context, jj_take take, size_t *offset);

#ifdef __cplusplus
}
#endif
