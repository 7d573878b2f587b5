#pragma once
#include <sqlite3.h>

// Swift imports neither variadic C functions, nor macros that calculate, nor the
// SQLITE_TRANSIENT cast.

static const int jishi_sqlite_ioerr_fsync = SQLITE_IOERR_FSYNC;

static inline int jishi_sqlite_flag(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, (int *)0);
}

// What the system said when a file could not be written. SQLite keeps it with the file: a commit
// that fails does not pass it on to the connection.
static inline int jishi_sqlite_system_errno(sqlite3 *database) {
  int found = sqlite3_system_errno(database);
  if (found != 0 || sqlite3_extended_errcode(database) != SQLITE_IOERR_WRITE) return found;
  sqlite3_file *log = 0;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (log && log->pMethods) log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &found);
  return found;
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
