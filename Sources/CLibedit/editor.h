#ifndef CLIBEDIT_EDITOR_H
#define CLIBEDIT_EDITOR_H

#include "CLibedit.h"

#include <histedit.h>
#include <stdio.h>
#include <termios.h>

struct ce_editor {
  EditLine *line;    // NULL when lines are not edited
  History *history;  // NULL when lines are not edited
  FILE *in, *out;
  int input, output;
  bool linear;              // lines are edited without any escape sequence
  bool on_terminal;         // input is a terminal; `original` is how it was
  struct termios original;
  char *prompt;
  void *context;
  ce_wake_function wake;
  ce_complete_function complete;

  bool reading;   // inside ce_read_line or ce_read_bytes
  int outcome;    // why the reader gave up; CE_READY while it has not
  bool damaged;   // the reader has dropped bytes of this line

  int watching;             // depth of ce_watch_keys
  int key;                  // the byte of the key that was waited for, or 0
  bool typed_ahead;         // there was input before the watching began
  struct termios unwatched; // the terminal before the watching
  unsigned char pending[64];
  size_t pending_count;
};

// Waits until there is input, after it has dealt with signals and wakes. -1 waits for ever.
int ce_wait(ce_editor *editor, int milliseconds);

// One read, from what was typed ahead first: as read(2).
ssize_t ce_take_input(ce_editor *editor, unsigned char *buffer, size_t capacity);

// The reader that libedit is given.
int ce_read_character(EditLine *line, wchar_t *character);

// Writes out what the process has printed by standard output, and what the editor has.
void ce_flush_output(ce_editor *editor);

// Puts the cursor before the prompt and erases from there, so that a refresh paints afresh; where
// no escape sequence may be written, on a row of its own.
void ce_erase_line(ce_editor *editor);
// The same from a cursor that is so many rows below the prompt's first.
void ce_erase_rows(ce_editor *editor, int rows);
void ce_repaint(ce_editor *editor);

// The rows between the prompt's first and the cursor's, in a terminal that is so wide.
int ce_rows_above_cursor(ce_editor *editor, int columns);

#endif
