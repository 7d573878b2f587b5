#pragma once
#include <sqlite3.h>

// Swift imports neither variadic C functions, nor macros that calculate, nor the
// SQLITE_TRANSIENT cast.

static const int jishi_sqlite_ioerr_fsync = SQLITE_IOERR_FSYNC;

static inline int jishi_sqlite_flag(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, (int *)0);
}

// Without memory statistics two threads do not meet at one global lock for every allocation.
static inline int jishi_sqlite_without_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static inline int jishi_sqlite_bind_text(
    sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 length) {
  // An empty text may have no address, which SQLite would take for null.
  return sqlite3_bind_text64(
      statement, index, text ? text : "", length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int jishi_sqlite_bind_bytes(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
  return length == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                     : sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}
