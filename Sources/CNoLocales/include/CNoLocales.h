// The header of an ICU data package, with a table of contents that has no entry.
#pragma once

#include <stdint.h>

struct cn_icu_table {
  uint16_t header_size;
  uint8_t magic[2];
  uint16_t info_size;
  uint16_t reserved;
  uint8_t is_big_endian;
  uint8_t character_family;
  uint8_t size_of_character;
  uint8_t reserved_byte;
  uint8_t format[4];
  uint8_t format_version[4];
  uint8_t data_version[4];
  uint8_t padding[8];
  uint32_t entries;
  uint32_t reserved_word;
  int32_t no_entry[4];
} __attribute__((aligned(16)));

_Static_assert(sizeof(struct cn_icu_table) == 64, "a header of 32 bytes and an empty table");

extern const struct cn_icu_table icudt76_dat;
