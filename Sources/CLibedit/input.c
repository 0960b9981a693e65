#define _GNU_SOURCE  // POSIX and wcwidth, which plain C23 hides

#include "editor.h"
#include "signals.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static void leave_our_modes(ce_editor *editor) {
  if (editor->line != NULL) el_set(editor->line, EL_PREP_TERM, 0);
  if (editor->on_terminal) tcsetattr(editor->input, TCSADRAIN, &editor->original);
}

static void enter_key_mode(ce_editor *editor) {
  struct termios raw = editor->unwatched;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr(editor->input, TCSADRAIN, &raw);
}

// A shell that had the terminal in between may have changed it: libedit must not trust its memory.
static void take_terminal_back(ce_editor *editor) {
  if (editor->watching) {
    enter_key_mode(editor);
  } else if (editor->line != NULL && editor->reading) {
    el_set(editor->line, EL_PREP_TERM, 0);
    el_set(editor->line, EL_PREP_TERM, 1);
    el_resize(editor->line);
    ce_erase_rows(editor, 0);
    ce_repaint(editor);
  }
}

static void stop(ce_editor *editor) {
  if (editor->reading) fputs("\r\n", editor->out);
  fflush(editor->out);
  leave_our_modes(editor);
  ce_stop_process();
  ce_take_continue();
  take_terminal_back(editor);
}

// Some terminals wrap lines anew when they change and some do not. The smaller of both distances
// never erases what is not ours.
static void resize(ce_editor *editor) {
  if (editor->line == NULL || !editor->reading) return;
  int before = 0, after = 0, rows = 0;
  el_get(editor->line, EL_GETTC, "co", &before);
  ce_size(editor, &after, &rows);
  int distance = ce_rows_above_cursor(editor, before);
  int rewrapped = ce_rows_above_cursor(editor, after);
  if (rewrapped < distance) distance = rewrapped;
  ce_erase_rows(editor, distance);
  el_resize(editor->line);
  ce_repaint(editor);
}

static int heed_signals(ce_editor *editor) {
  if (ce_terminating_signal() != 0) return CE_TERMINATED;
  if (ce_take_interrupt()) {
    editor->pending_count = 0;
    return CE_INTERRUPTED;
  }
  if (ce_take_stop()) stop(editor);
  if (ce_take_continue()) take_terminal_back(editor);
  if (ce_take_resize()) resize(editor);
  return CE_READY;
}

static long long now_in_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int ce_wait(ce_editor *editor, int milliseconds) {
  long long deadline = now_in_milliseconds() + milliseconds;
  for (;;) {
    int outcome = heed_signals(editor);
    if (outcome != CE_READY) return outcome;
    if (editor->pending_count > 0) return CE_READY;
    long long left = milliseconds < 0 ? -1 : deadline - now_in_milliseconds();
    if (milliseconds >= 0 && left < 0) left = 0;
    struct pollfd waited[2] = {
        {.fd = editor->input, .events = POLLIN}, {.fd = ce_wake_pipe_end(), .events = POLLIN}};
    int count = poll(waited, 2, (int)left);
    if (count < 0 && errno != EINTR) return CE_END;
    if (count == 0) return CE_TIMED_OUT;
    if (count < 0) continue;
    if (waited[1].revents != 0) {
      if (ce_drain_wake_pipe()) editor->wake(editor->context);
      continue;
    }
    return CE_READY;
  }
}

ssize_t ce_take_input(ce_editor *editor, unsigned char *buffer, size_t capacity) {
  if (editor->pending_count == 0) return read(editor->input, buffer, capacity);
  size_t count = editor->pending_count < capacity ? editor->pending_count : capacity;
  memcpy(buffer, editor->pending, count);
  editor->pending_count -= count;
  memmove(editor->pending, editor->pending + count, editor->pending_count);
  return (ssize_t)count;
}

// One byte a read, so that what follows the line stays with the terminal, whose Ctrl-C flushes it.
int ce_read_character(EditLine *line, wchar_t *character) {
  ce_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  mbstate_t state;
  memset(&state, 0, sizeof state);
  bool inside = false;
  for (;;) {
    editor->outcome = ce_wait(editor, -1);
    unsigned char byte = 0;
    ssize_t count = 0;
    if (editor->outcome == CE_READY) count = ce_take_input(editor, &byte, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) {
      if (editor->outcome == CE_READY) editor->outcome = CE_END;
      errno = EINTR;
      return editor->outcome == CE_END ? 0 : -1;
    }
    size_t length = mbrtowc(character, (const char *)&byte, 1, &state);
    if (length == (size_t)-1) {
      // The byte that breaks a sequence may begin the next one.
      editor->damaged = true;
      memset(&state, 0, sizeof state);
      if (!inside) continue;
      inside = false;
      length = mbrtowc(character, (const char *)&byte, 1, &state);
      if (length == (size_t)-1) {
        memset(&state, 0, sizeof state);
        continue;
      }
    }
    if (length != (size_t)-2) return 1;
    inside = true;
  }
}

int ce_read_bytes(
    ce_editor *editor, const char *prompt, unsigned char *buffer, size_t capacity,
    size_t *length) {
  ce_flush_output(editor);
  if (prompt[0] != '\0') {
    fputs(prompt, editor->out);
    fflush(editor->out);
  }
  free(editor->prompt);
  editor->prompt = strdup(prompt);
  editor->reading = true;
  if (editor->on_terminal) ce_install_reading_signals();
  int outcome;
  ssize_t count = -1;
  do {
    outcome = ce_wait(editor, -1);
    if (outcome == CE_READY) count = ce_take_input(editor, buffer, capacity);
  } while (outcome == CE_READY && count < 0 && (errno == EINTR || errno == EAGAIN));
  if (editor->on_terminal) ce_restore_reading_signals();
  editor->reading = false;
  if (outcome != CE_READY && prompt[0] != '\0') {
    fputc('\n', editor->out);
    fflush(editor->out);
  }
  if (outcome == CE_READY && count <= 0) outcome = CE_END;
  *length = outcome == CE_READY ? (size_t)count : 0;
  return outcome;
}

void ce_watch_keys(ce_editor *editor) {
  if (!editor->on_terminal || editor->watching++ > 0) return;
  ce_flush_output(editor);
  tcgetattr(editor->input, &editor->unwatched);
  ce_install_reading_signals();
  enter_key_mode(editor);
  struct pollfd input = {.fd = editor->input, .events = POLLIN};
  editor->typed_ahead = editor->pending_count > 0 || poll(&input, 1, 0) > 0;
}

void ce_unwatch_keys(ce_editor *editor) {
  if (!editor->on_terminal || --editor->watching > 0) return;
  tcsetattr(editor->input, TCSADRAIN, &editor->unwatched);
  ce_restore_reading_signals();
}

// A single byte, a single character, or a single escape sequence.
static bool is_one_key(const unsigned char *bytes, size_t count) {
  if (count == 1) return true;
  if (bytes[0] != 0x1b) {
    if (bytes[0] < 0xc0) return false;
    for (size_t index = 1; index < count; index++)
      if ((bytes[index] & 0xc0) != 0x80) return false;
    return true;
  }
  if (bytes[1] != '[' && bytes[1] != 'O') return count == 2;
  for (size_t index = 2; index < count; index++)
    if (bytes[index] >= 0x40 && bytes[index] <= 0x7e) return index == count - 1;
  return false;
}

int ce_key(ce_editor *editor) { return editor->key; }

int ce_wait_for_key(ce_editor *editor, int milliseconds) {
  editor->key = 0;
  if (editor->typed_ahead && ce_terminating_signal() == 0) return CE_READY;
  int outcome = ce_wait(editor, milliseconds);
  if (outcome != CE_READY) return outcome;
  unsigned char bytes[sizeof editor->pending];
  ssize_t count = read(editor->input, bytes, sizeof bytes);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return CE_TIMED_OUT;
  if (count <= 0) return CE_END;
  if (!is_one_key(bytes, (size_t)count)) {
    memcpy(editor->pending, bytes, (size_t)count);
    editor->pending_count = (size_t)count;
    editor->typed_ahead = true;
  } else if (count == 1) {
    editor->key = bytes[0];
  }
  return CE_READY;
}
