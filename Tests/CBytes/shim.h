#pragma once
#include <stddef.h>
#include <brotli/decode.h>
#include <zlib.h>

// glibc has it, and declares it only to programs that ask for the GNU additions.
void *memmem(const void *all, size_t allCount, const void *wanted, size_t wantedCount);
