#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int jishi_let_go(void) {
  // Kernels before 5.9 have no such call, and some containers do not let it pass.
  if (close_range(3, ~0U, 0) && errno != ENOSYS && errno != EPERM) return -1;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

static const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
static const uint64_t writing =
  LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
  LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
// What the first version of Landlock knows, and must be told of to refuse. It knows nothing of cutting
// files off and of their owners and modes: those calls are refused below.
static const uint64_t all =
  LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
  LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
  LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
  LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
  LANDLOCK_ACCESS_FS_MAKE_SYM;

/// What is not there needs no leave.
static void allow(int rules, const char *path, uint64_t access) {
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return;
  struct stat facts;
  if (fstat(place, &facts) == 0 && !S_ISDIR(facts.st_mode)) access &= ~LANDLOCK_ACCESS_FS_READ_DIR;
  struct landlock_path_beneath_attr leave = {.allowed_access = access, .parent_fd = place};
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &leave, 0);
  close(place);
}

int jishi_shut_in(const char *file, const char *folder) {
  static const char *const system[] = {
    "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig",
    "/dev/urandom", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu"};
  struct landlock_ruleset_attr attributes = {.handled_access_fs = all};
  int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (rules < 0) return -1;
  for (size_t i = 0; i < sizeof system / sizeof *system; i++) allow(rules, system[i], reading);
  if (file) allow(rules, file, LANDLOCK_ACCESS_FS_READ_FILE);
  if (folder) allow(rules, folder, writing);
  int code = (int)syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
  return code;
}

#if defined(__x86_64__)
#define OUR_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_MACHINE AUDIT_ARCH_AARCH64
#endif

#define REFUSED(name)                                       \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1),    \
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

int jishi_keep_quiet(void) {
#ifdef OUR_MACHINE
  // A list of what is refused, not of what is allowed: a newer libc that asks for something new
  // still works.
  struct sock_filter filter[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    // Calls by the numbers of another machine would pass the list.
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_MACHINE, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
    // So would those of x32, which all have this bit.
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x40000000, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
    REFUSED(execve), REFUSED(execveat), REFUSED(socket), REFUSED(socketpair), REFUSED(connect),
    REFUSED(bind), REFUSED(ptrace), REFUSED(process_vm_readv), REFUSED(process_vm_writev),
    REFUSED(kill), REFUSED(tkill), REFUSED(pidfd_open), REFUSED(io_uring_setup), REFUSED(bpf),
    REFUSED(perf_event_open), REFUSED(userfaultfd), REFUSED(keyctl), REFUSED(add_key),
    REFUSED(unshare), REFUSED(setns), REFUSED(mount), REFUSED(symlinkat), REFUSED(linkat),
    REFUSED(truncate), REFUSED(fchmod), REFUSED(fchmodat), REFUSED(fchown), REFUSED(fchownat),
    REFUSED(setxattr), REFUSED(lsetxattr), REFUSED(fsetxattr), REFUSED(utimensat),
#if defined(__x86_64__)
    // Older names, which newer machines never had.
    REFUSED(symlink), REFUSED(link), REFUSED(chmod), REFUSED(chown), REFUSED(lchown),
    REFUSED(utime), REFUSED(utimes), REFUSED(futimesat),
#endif
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#else
  return -1;
#endif
}
