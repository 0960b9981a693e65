// cmark, the reference CommonMark parser, as a module.
#include <cmark.h>
