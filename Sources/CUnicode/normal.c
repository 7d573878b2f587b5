#include "CUnicode.h"

#include <unicode/unorm2.h>

// One writing for texts that are the same to whoever reads them.

int jishi_composed(const uint16_t *text, int length, uint16_t *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFCInstance(&error);
  int32_t written = unorm2_normalize(form, text, length, to, capacity, &error);
  return U_FAILURE(error) || written > capacity ? -1 : written;
}
