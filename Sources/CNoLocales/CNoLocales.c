// ICU's table of locales, empty: the form that ICU itself gives a program without data.
//
// The program never asks for a locale, while Foundation, which GRDB and Yams bring along, would
// link 31 MB of them. A toolchain with another version of ICU looks for another name than this one:
// then nothing refers to it and the binary is larger, no more.
#include "CNoLocales.h"

const struct cn_icu_table icudt76_dat = {
    .header_size = 32,
    .magic = {0xda, 0x27},
    .info_size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .size_of_character = 2,
    .format = {'T', 'o', 'C', 'P'},
    .format_version = {1, 0, 0, 0},
};
