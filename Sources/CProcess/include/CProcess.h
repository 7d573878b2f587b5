#pragma once

// What a process says to Linux about itself before it reads what strangers sent. Swift cannot call
// what takes any number of arguments.

/// Keeps the standard files, and nothing else that whoever started this program had open. A program
/// that it becomes gets no right that it has not. 0, or -1.
int jishi_let_go(void);

/// From now on this process can read the files of the system (programs, libraries, fonts), `file` and
/// `folder`, and write in `folder`: nothing else, for it and all that it starts. Either may be NULL.
/// 0, or -1 when the kernel is built without that (Landlock).
int jishi_shut_in(const char *file, const char *folder);

/// From now on it starts no program, speaks over no socket, looks into no other process and changes
/// nothing of files that it cannot write: those calls fail. 0, or -1 when the kernel does not take it (seccomp).
int jishi_keep_quiet(void);
