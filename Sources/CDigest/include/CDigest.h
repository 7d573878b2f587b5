#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t left, right;
} jishi_digest;

/// XXH3 of 128 bits. Who does not know the seed cannot look for bytes that have the same.
jishi_digest jishi_digest_of(const void *bytes, size_t count, uint64_t seed);
