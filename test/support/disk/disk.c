// Stands between a program and its files (LD_PRELOAD): writes down each change of them, and makes some operations fail.
//   DISK_FOLDER  what is watched: this folder and its files, but for "-shm", which SQLite makes anew from the log.
//   DISK_LOG     where changes are written, in their order: struct change, the path, the bytes.
//   DISK_FAULTS  a mapped struct faults, which another process sets.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE = 1, TRUNCATE = 2, SYNC = 3, CREATE = 4, UNLINK = 5 };
enum { NONE = 0, READS = 1, WRITES = 2, SYNCS = 3 };

struct change { uint32_t kind, path_bytes; uint64_t offset, bytes; };
/** From the `countdown`-th operation of a kind on, `times` of them fail with `error`. */
struct faults { int32_t kind, countdown, times, error, failed; };

static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_pread)(int, void *, size_t, off64_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_truncate)(int, off64_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_open)(const char *, int, ...);

static const char *folder;
static size_t folder_bytes;
static int record = -1;
static struct faults *faults;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void prepare(void) {
  real_read = dlsym(RTLD_NEXT, "read");
  real_pread = dlsym(RTLD_NEXT, "pread64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_truncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_open = dlsym(RTLD_NEXT, "open64");
  const char *log = getenv("DISK_LOG"), *set = getenv("DISK_FAULTS");
  if (log) record = real_open(log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  if (set) {
    int fd = real_open(set, O_RDWR | O_CLOEXEC);
    faults = mmap(NULL, sizeof *faults, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (faults == MAP_FAILED) abort();
    close(fd);
  }
  if (log && record < 0) abort();
  folder = getenv("DISK_FOLDER");
  folder_bytes = folder ? strlen(folder) : 0;
}

static int watched(const char *path) {
  if (!folder_bytes || strncmp(path, folder, folder_bytes)) return 0;
  if (path[folder_bytes] && path[folder_bytes] != '/') return 0;
  size_t bytes = strlen(path);
  return bytes < 4 || strcmp(path + bytes - 4, "-shm");
}

/** The path of a file that is watched, in `path`; 0: it is not. */
static int path_of(int fd, char *path, size_t size) {
  pthread_once(&once, prepare);
  if (!folder_bytes) return 0;
  char link[32];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t bytes = readlink(link, path, size - 1);
  if (bytes < 0) return 0;
  path[bytes] = 0;
  return watched(path);
}

static void put(const void *bytes, size_t count) {
  const char *at = bytes;
  while (count) {
    ssize_t written = real_write(record, at, count);
    if (written < 0) abort();
    at += written;
    count -= written;
  }
}

static void note(uint32_t kind, const char *path, uint64_t offset, const void *data, uint64_t bytes) {
  if (record < 0) return;
  struct change change = {kind, strlen(path), offset, bytes};
  put(&change, sizeof change);
  put(path, change.path_bytes);
  if (data) put(data, bytes);
}

/** Whether this operation is one of those that fail; errno says how. */
static int fails(int kind) {
  if (!faults || __atomic_load_n(&faults->kind, __ATOMIC_SEQ_CST) != kind) return 0;
  if (__atomic_sub_fetch(&faults->countdown, 1, __ATOMIC_SEQ_CST) > 0) return 0;
  if (__atomic_sub_fetch(&faults->times, 1, __ATOMIC_SEQ_CST) < 0) return 0;
  __atomic_add_fetch(&faults->failed, 1, __ATOMIC_SEQ_CST);
  errno = faults->error;
  return 1;
}

ssize_t read(int fd, void *data, size_t bytes) {
  char path[4096];
  if (path_of(fd, path, sizeof path) && fails(READS)) return -1;
  return real_read(fd, data, bytes);
}

ssize_t pread64(int fd, void *data, size_t bytes, off64_t offset) {
  char path[4096];
  if (path_of(fd, path, sizeof path) && fails(READS)) return -1;
  return real_pread(fd, data, bytes, offset);
}

/** `offset` below 0: where the file stands. One that fails leaves half of its bytes. */
static ssize_t change(int fd, const void *data, size_t bytes, off64_t offset) {
  char path[4096];
  int is_watched = path_of(fd, path, sizeof path);
  if (!is_watched) return offset < 0 ? real_write(fd, data, bytes) : real_pwrite(fd, data, bytes, offset);
  pthread_mutex_lock(&lock);
  int failing = fails(WRITES), error = errno;
  off64_t at = offset < 0 ? lseek64(fd, 0, SEEK_CUR) : offset;
  size_t asked = failing ? bytes / 2 : bytes;
  ssize_t written = offset < 0 ? real_write(fd, data, asked) : real_pwrite(fd, data, asked, offset);
  if (!failing) error = errno;
  if (written > 0) note(WRITE, path, at, data, written);
  pthread_mutex_unlock(&lock);
  errno = error;
  return failing ? -1 : written;
}

ssize_t write(int fd, const void *data, size_t bytes) { return change(fd, data, bytes, -1); }
ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t offset) { return change(fd, data, bytes, offset); }

int ftruncate64(int fd, off64_t bytes) {
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return real_truncate(fd, bytes);
  pthread_mutex_lock(&lock);
  int answer = real_truncate(fd, bytes), error = errno;
  if (answer == 0) note(TRUNCATE, path, bytes, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return answer;
}

static int flush(int fd, int (**real)(int)) {
  char path[4096];
  if (!path_of(fd, path, sizeof path)) return (*real)(fd);
  if (fails(SYNCS)) return -1;
  pthread_mutex_lock(&lock);
  int answer = (*real)(fd), error = errno;
  if (answer == 0) note(SYNC, path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return answer;
}

int fsync(int fd) { return flush(fd, &real_fsync); }
int fdatasync(int fd) { return flush(fd, &real_fdatasync); }

int unlink(const char *path) {
  pthread_once(&once, prepare);
  if (!watched(path)) return real_unlink(path);
  pthread_mutex_lock(&lock);
  int answer = real_unlink(path), error = errno;
  if (answer == 0) note(UNLINK, path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return answer;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  pthread_once(&once, prepare);
  if (!(flags & O_CREAT) || !watched(path)) return real_open(path, flags, mode);
  pthread_mutex_lock(&lock);
  int is_new = access(path, F_OK) != 0;
  int fd = real_open(path, flags, mode), error = errno;
  if (fd >= 0 && is_new) note(CREATE, path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return fd;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open64(path, flags, mode);
}
