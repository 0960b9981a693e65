#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libedit without its variadic functions, which Swift cannot call, and without its traps.
// One editor at a time in a process, on one thread; others may only use the wake descriptor.

typedef struct ce_editor ce_editor;

// How waiting for input ended. Macros, since Swift sees those as the Int32 that functions return.
#define CE_READY 0
#define CE_TIMED_OUT 1
#define CE_END 2
#define CE_INTERRUPTED 3  // SIGINT
#define CE_TERMINATED 4   // SIGTERM, SIGHUP or SIGQUIT: ce_terminating_signal says which
#define CE_DAMAGED 5      // a line was read, but bytes in it that were no UTF-8 have been dropped

// Called on the editor's thread after something was written to the wake descriptor.
typedef void (*ce_wake_function)(void *_Nonnull context);

// Called for TAB. The line is not terminated, and valid during the call only. False rings the bell.
typedef bool (*ce_complete_function)(
    void *_Nonnull context, const char *_Nonnull line, size_t length, size_t cursor);

// Opens the editor on two descriptors, which stay the caller's. With `editing`, sources ~/.editrc
// and binds our keys after it; `linear` edits without any escape sequence, as does a terminal that
// cannot erase. Hides: the locale that drops non-ASCII input, the signal handler of
// libedit that signals the whole group, a missing HOME.
ce_editor *_Nullable ce_open(
    const char *_Nonnull program, int input, int output, bool editing, bool linear,
    void *_Nonnull context,
    ce_wake_function _Nonnull wake, ce_complete_function _Nonnull complete);

// Whether no escape sequence may be written, in a prompt neither.
bool ce_is_linear(const ce_editor *_Nonnull editor);

// Gives terminal and signal handlers back as they were.
// Hides: el_end discards what was typed ahead.
void ce_close(ce_editor *_Nonnull editor);

// Whether lines are edited by libedit; otherwise only ce_read_bytes gives input.
bool ce_is_editing(const ce_editor *_Nonnull editor);

// Edits one line: CE_READY or CE_DAMAGED with the text, which belongs to the editor until its next
// call, or how it ended. The prompt is copied; \1 stands on both sides of each escape sequence.
// Hides: a Ctrl-C inside a search looks like an end of input; a stale errno.
int ce_read_line(
    ce_editor *_Nonnull editor, const char *_Nonnull prompt,
    const char *_Nullable *_Nonnull text, size_t *_Nonnull length);

// Reads what there is, without editing: CE_READY with a length, or how it ended.
// A prompt is printed first when it is not empty.
int ce_read_bytes(
    ce_editor *_Nonnull editor, const char *_Nonnull prompt,
    unsigned char *_Nonnull buffer, size_t capacity, size_t *_Nonnull length);

// Prints whole lines: above the line being edited, or just so when none is.
// Hides: a wrapped line would leave its first rows behind.
void ce_print(ce_editor *_Nonnull editor, const char *_Nonnull text, size_t length);

// Gives the line that is being edited another prompt, which is copied.
void ce_change_prompt(ce_editor *_Nonnull editor, const char *_Nonnull prompt);

// From a completion: moves the cursor by characters, deletes so many before it, inserts the text.
bool ce_replace(ce_editor *_Nonnull editor, int move, int deleting, const char *_Nonnull text);

// Adds a line to the history that arrow keys and Ctrl-R see.
void ce_add_history(ce_editor *_Nonnull editor, const char *_Nonnull line);

// Between these two calls keys are seen one by one and not echoed.
void ce_watch_keys(ce_editor *_Nonnull editor);
void ce_unwatch_keys(ce_editor *_Nonnull editor);

// Waits for a key and consumes it; text typed ahead counts as a key and stays for the next line.
int ce_wait_for_key(ce_editor *_Nonnull editor, int milliseconds);
// The byte of the key that was waited for last; 0 for text typed ahead and keys of several bytes.
int ce_key(ce_editor *_Nonnull editor);

// Whether SIGINT has come since the last look; forgets it.
bool ce_take_interrupt(void);

// The signal that asks the process to end, or 0. It is never forgotten.
int ce_terminating_signal(void);

// The descriptor to write a byte to from any thread; it lives as long as the process.
int ce_wake_descriptor(void);

// The terminal's size, 80 by 24 when it does not say.
void ce_size(const ce_editor *_Nonnull editor, int *_Nonnull columns, int *_Nonnull rows);

// The columns that libedit gives a character. Needs an editor that is editing.
int ce_width(uint32_t scalar);

#endif
