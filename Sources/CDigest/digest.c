#include "CDigest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

jishi_digest jishi_digest_of(const void *bytes, size_t count, uint64_t seed) {
  XXH128_hash_t digest = XXH3_128bits_withSeed(bytes, count, seed);
  return (jishi_digest){digest.high64, digest.low64};
}
