#define _GNU_SOURCE  // POSIX and wcwidth, which plain C23 hides

#include "signals.h"
#include "CLibedit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int wake_pipe[2] = {-1, -1};

static volatile sig_atomic_t interrupted, terminating, resized, stopped, continued;

static void note(int number) {
  int before = errno;
  switch (number) {
  case SIGINT: interrupted = 1; break;
  case SIGWINCH: resized = 1; break;
  case SIGTSTP: stopped = 1; break;
  case SIGCONT: continued = 1; break;
  default: terminating = number;
  }
  // A full pipe is readable already, so a failed write loses nothing.
  ssize_t written = write(wake_pipe[1], "s", 1);
  (void)written;
  errno = before;
}

bool ce_make_wake_pipe(void) {
  if (wake_pipe[0] >= 0) return true;
  if (pipe(wake_pipe) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
  }
  return true;
}

bool ce_drain_wake_pipe(void) {
  char bytes[256];
  bool woken = false;
  ssize_t count;
  while ((count = read(wake_pipe[0], bytes, sizeof bytes)) > 0)
    for (ssize_t index = 0; index < count; index++)
      if (bytes[index] != 's') woken = true;
  return woken;
}

int ce_wake_pipe_end(void) { return wake_pipe[0]; }

int ce_wake_descriptor(void) { return wake_pipe[1]; }

static const int life_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
static const int reading_signals[] = {SIGQUIT};
static struct sigaction before_life[6], before_reading[1];

// A signal that was ignored (nohup, a background job) stays ignored.
static void install(const int *signals, struct sigaction *before, size_t count) {
  struct sigaction ours;
  memset(&ours, 0, sizeof ours);
  ours.sa_handler = note;
  sigfillset(&ours.sa_mask);
  for (size_t index = 0; index < count; index++) {
    sigaction(signals[index], NULL, &before[index]);
    if (before[index].sa_handler != SIG_IGN) sigaction(signals[index], &ours, NULL);
  }
}

static void restore(const int *signals, const struct sigaction *before, size_t count) {
  for (size_t index = 0; index < count; index++) sigaction(signals[index], &before[index], NULL);
}

void ce_install_life_signals(void) { install(life_signals, before_life, 6); }
void ce_restore_life_signals(void) { restore(life_signals, before_life, 6); }
void ce_install_reading_signals(void) { install(reading_signals, before_reading, 1); }
void ce_restore_reading_signals(void) { restore(reading_signals, before_reading, 1); }

static bool take(volatile sig_atomic_t *flag) {
  if (!*flag) return false;
  *flag = 0;
  return true;
}

bool ce_take_interrupt(void) { return take(&interrupted); }
bool ce_take_resize(void) { return take(&resized); }
bool ce_take_stop(void) { return take(&stopped); }
bool ce_take_continue(void) { return take(&continued); }
int ce_terminating_signal(void) { return terminating; }

void ce_stop_process(void) {
  struct sigaction standard, ours;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
