// Lessons and assets inside the binary: one table of names and bytes.
#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// One file: its path from the top of the project, and its bytes, which stay where they are.
struct cc_file {
  const char *name;
  const uint8_t *bytes;
  size_t length;
};

/// How many files there are.
size_t cc_count(void);

/// The file at `index`, in the order of their names. `index` is below `cc_count()`.
const struct cc_file *cc_file_at(size_t index);

#pragma clang assume_nonnull end
