#define _GNU_SOURCE  // POSIX and wcwidth, which plain C23 hides

#include "editor.h"
#include "signals.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

enum { escape_mark = 1, history_size = 10000 };

static ce_editor *editor_of(EditLine *line) {
  ce_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *line) { return editor_of(line)->prompt; }

static unsigned char complete(EditLine *line, int key) {
  (void)key;
  ce_editor *editor = editor_of(line);
  const LineInfo *now = el_line(line);
  bool helped = editor->complete(
      editor->context, now->buffer, (size_t)(now->lastchar - now->buffer),
      (size_t)(now->cursor - now->buffer));
  return helped ? CC_REFRESH : CC_ERROR;
}

// Without a UTF-8 locale libedit drops every byte beyond ASCII.
static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static void bind(EditLine *line, const char *keys, const char *function) {
  el_set(line, EL_BIND, keys, function, NULL);
}

// What only helps may be changed by ~/.editrc; what the product needs is bound after it.
static void bind_keys(EditLine *line) {
  el_set(line, EL_EDITOR, "emacs");
  bind(line, "\\e[1;5C", "em-next-word");
  bind(line, "\\e[1;5D", "ed-prev-word");
  bind(line, "\\e[3~", "ed-delete-next-char");
  bind(line, "\\e[H", "ed-move-to-beg");
  bind(line, "\\e[F", "ed-move-to-end");
  const char *home = getenv("HOME"), *named = getenv("EDITRC");
  if ((home != NULL && home[0] != '\0') || (named != NULL && named[0] != '\0'))
    el_source(line, NULL);
  el_set(line, EL_ADDFN, "cafe-complete", "Complete a word or list the candidates", complete);
  bind(line, "^I", "cafe-complete");
  bind(line, "^R", "em-inc-search-prev");
  // In vi's insert mode Escape is a key of its own, which nothing longer may begin with.
  const char *mode = NULL;
  if (el_get(line, EL_EDITOR, &mode) == 0 && mode != NULL && strcmp(mode, "vi") == 0) return;
  bind(line, "\\e[200~", "ed-ignore");
  bind(line, "\\e[201~", "ed-ignore");
}

static void open_line(ce_editor *editor, const char *program) {
  use_utf8();
  EditLine *line = el_init(program, editor->in, editor->out, stderr);
  if (line == NULL) return;
  char *erase_below = NULL;
  el_get(line, EL_GETTC, "cd", &erase_below);
  if (erase_below == NULL || erase_below[0] == '\0') editor->linear = true;
  // On such a terminal libedit gets along with backspaces.
  if (editor->linear) el_set(line, EL_TERMINAL, "dumb");
  HistEvent event;
  editor->line = line;
  editor->history = history_init();
  history(editor->history, &event, H_SETSIZE, (int)history_size);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(line, EL_CLIENTDATA, editor);
  el_set(line, EL_SIGNAL, 0);
  el_set(line, EL_HIST, history, editor->history);
  el_set(line, EL_PROMPT_ESC, prompt_of, escape_mark);
  el_set(line, EL_GETCFN, ce_read_character);
  bind_keys(line);
  // Between two lines the terminal is cooked, but typing ahead is not echoed: it appears where
  // it belongs, behind the next prompt, and a pasted block reads like one that was typed.
  el_set(line, EL_SETTY, "-x", "-echo", NULL);
}

ce_editor *ce_open(
    const char *program, int input, int output, bool editing, bool linear, void *context,
    ce_wake_function wake, ce_complete_function complete) {
  if (!ce_make_wake_pipe()) return NULL;
  ce_editor *editor = calloc(1, sizeof *editor);
  int in = dup(input), out = dup(output);
  if (editor == NULL || in < 0 || out < 0) {
    free(editor);
    close(in);
    close(out);
    return NULL;
  }
  editor->input = input;
  editor->output = output;
  editor->in = fdopen(in, "r");
  editor->out = fdopen(out, "w");
  editor->context = context;
  editor->wake = wake;
  editor->complete = complete;
  editor->prompt = strdup("");
  editor->linear = linear;
  editor->on_terminal = tcgetattr(input, &editor->original) == 0;
  if (editor->on_terminal) ce_install_life_signals();
  if (editing) open_line(editor, program);
  return editor;
}

void ce_close(ce_editor *editor) {
  if (editor->line != NULL) {
    el_set(editor->line, EL_PREP_TERM, 0);
    el_set(editor->line, EL_EDITMODE, 0);
    el_end(editor->line);
    history_end(editor->history);
  }
  if (editor->on_terminal) {
    tcsetattr(editor->input, TCSADRAIN, &editor->original);
    ce_restore_life_signals();
  }
  fclose(editor->in);
  fclose(editor->out);
  free(editor->prompt);
  free(editor);
}

bool ce_is_editing(const ce_editor *editor) { return editor->line != NULL; }

bool ce_is_linear(const ce_editor *editor) { return editor->linear; }

// Not fflush(NULL): that waits for every stream on which another thread waits for input.
void ce_flush_output(ce_editor *editor) {
  fflush(stdout);
  fflush(editor->out);
}

// A line that is given up stays on the screen whole, with what ended it behind it.
static void show_abandoned(ce_editor *editor, int count) {
  // After a search libedit has left the line already; its count says so.
  if (count == -1 && editor->linear) {
    fputs(editor->outcome == CE_INTERRUPTED ? "^C\n" : "\n", editor->out);
  } else if (count == -1) {
    const LineInfoW *now = el_wline(editor->line);
    ce_erase_line(editor);
    el_cursor(editor->line, (int)(now->lastchar - now->cursor));
    ce_repaint(editor);
    fputs(editor->outcome == CE_INTERRUPTED ? "^C\n" : "\n", editor->out);
  }
  fflush(editor->out);
}

int ce_read_line(ce_editor *editor, const char *prompt, const char **text, size_t *length) {
  *text = NULL;
  *length = 0;
  char *copy = strdup(prompt);
  if (copy != NULL) {
    free(editor->prompt);
    editor->prompt = copy;
  }
  ce_flush_output(editor);
  editor->outcome = CE_READY;
  editor->damaged = false;
  editor->reading = true;
  ce_install_reading_signals();
  // libedit would do so only after the prompt, and echo twice what is typed in between.
  el_set(editor->line, EL_PREP_TERM, 1);
  int count = 0;
  const char *line = el_gets(editor->line, &count);
  if (line == NULL) {
    if (editor->outcome == CE_READY) editor->outcome = CE_END;
    if (editor->outcome == CE_END) fputc('\n', editor->out);
    show_abandoned(editor, editor->outcome == CE_END ? 0 : count);
  }
  ce_restore_reading_signals();
  editor->reading = false;
  if (line == NULL) return editor->outcome;
  *text = line;
  *length = count < 0 ? 0 : (size_t)count;
  return editor->damaged ? CE_DAMAGED : CE_READY;
}

// The columns that libedit paints for a character: ^A for a control character, \U+1234 for one that
// cannot be shown.
static int painted_width(wchar_t character) {
  if (character < 0x20 || character == 0x7f) return 2;
  if (iswprint((wint_t)character)) {
    int width = wcwidth(character);
    return width < 0 ? 0 : width;
  }
  return character > 0xffff ? 8 : 7;
}

int ce_width(uint32_t scalar) { return painted_width((wchar_t)scalar); }

typedef struct {
  int columns, row, column;
} place;

static void paint(place *at, wchar_t character) {
  int width =
      character == L'\t' ? 8 - at->column % 8 : painted_width(character);
  if (at->column + width > at->columns) {
    at->row++;
    at->column = 0;
  }
  at->column += width;
  if (at->column >= at->columns) {
    at->row++;
    at->column = 0;
  }
}

static void paint_prompt(place *at, const char *prompt) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  bool escaped = false;
  size_t left = strlen(prompt);
  while (left > 0) {
    wchar_t character = 0;
    size_t length = mbrtowc(&character, prompt, left, &state);
    if (length == 0 || length > left) return;
    if (character == escape_mark) escaped = !escaped;
    else if (!escaped) paint(at, character);
    prompt += length;
    left -= length;
  }
}

int ce_rows_above_cursor(ce_editor *editor, int columns) {
  int unused = 0, rows = 0;
  ce_size(editor, &unused, &rows);
  place at = {.columns = columns, .row = 0, .column = 0};
  paint_prompt(&at, editor->prompt);
  const LineInfoW *now = el_wline(editor->line);
  for (const wchar_t *character = now->buffer; character < now->cursor; character++)
    paint(&at, *character);
  return at.row < rows ? at.row : rows - 1;
}

void ce_erase_line(ce_editor *editor) {
  int columns = 0, rows = 0;
  ce_size(editor, &columns, &rows);
  ce_erase_rows(editor, ce_rows_above_cursor(editor, columns));
}

void ce_erase_rows(ce_editor *editor, int rows) {
  if (editor->linear) {
    fputc('\n', editor->out);
    return;
  }
  if (rows > 0) fprintf(editor->out, "\033[%dA", rows);
  fputs("\r\033[J", editor->out);
}

void ce_repaint(ce_editor *editor) { el_set(editor->line, EL_REFRESH); }

void ce_print(ce_editor *editor, const char *text, size_t length) {
  bool above = editor->reading && editor->line != NULL;
  bool plainly = editor->reading && editor->line == NULL && editor->prompt[0] != '\0';
  ce_flush_output(editor);
  if (above) ce_erase_line(editor);
  if (plainly) fputc('\n', editor->out);
  fwrite(text, 1, length, editor->out);
  if (length > 0 && text[length - 1] != '\n') fputc('\n', editor->out);
  if (above) ce_repaint(editor);
  if (plainly) fputs(editor->prompt, editor->out);
  fflush(editor->out);
}

void ce_change_prompt(ce_editor *editor, const char *prompt) {
  char *copy = strdup(prompt);
  if (copy == NULL) return;
  bool painted = editor->reading && editor->line != NULL;
  if (painted) ce_erase_line(editor);
  free(editor->prompt);
  editor->prompt = copy;
  if (painted) ce_repaint(editor);
  fflush(editor->out);
}

bool ce_replace(ce_editor *editor, int move, int deleting, const char *text) {
  el_cursor(editor->line, move);
  el_deletestr(editor->line, deleting);
  return el_insertstr(editor->line, text) == 0;
}

void ce_add_history(ce_editor *editor, const char *line) {
  HistEvent event;
  if (editor->history != NULL) history(editor->history, &event, H_ENTER, line);
}

void ce_size(const ce_editor *editor, int *columns, int *rows) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  if (ioctl(editor->output, TIOCGWINSZ, &size) != 0) ioctl(editor->input, TIOCGWINSZ, &size);
  *columns = size.ws_col > 1 ? size.ws_col : 80;
  *rows = size.ws_row > 0 ? size.ws_row : 24;
}
