#ifndef CLIBEDIT_SIGNALS_H
#define CLIBEDIT_SIGNALS_H

#include <stdbool.h>

// Handlers only set flags and write to the wake pipe: in a process with threads a signal may be
// delivered to any of them, so an interrupted poll cannot be relied on.

// Makes the wake pipe, once in a process. False when there are no descriptors left.
bool ce_make_wake_pipe(void);

// Empties the wake pipe. True when somebody wrote to it, false when only signals did.
bool ce_drain_wake_pipe(void);
int ce_wake_pipe_end(void);

// INT, TERM, HUP, WINCH, TSTP and CONT are handled for the life of an editor.
void ce_install_life_signals(void);
void ce_restore_life_signals(void);

// QUIT is handled only while input is waited for: at other times Ctrl-\ ends what does not end.
void ce_install_reading_signals(void);
void ce_restore_reading_signals(void);

// Each says whether the signal has come since the last look, and forgets it.
bool ce_take_resize(void);
bool ce_take_stop(void);
bool ce_take_continue(void);

// Stops the process as Ctrl-Z would without a handler; comes back when it is continued.
void ce_stop_process(void);

#endif
