#include "CUnicode.h"

#include <unicode/uenum.h>
#include <unicode/upluralrules.h>

// Which words a number takes in a language.

void *jishi_plurals_open(const char *tag) {
  UErrorCode error = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_open(tag, &error);
  return U_FAILURE(error) ? 0 : rules;
}

void jishi_plurals_close(void *rules) { uplrules_close((UPluralRules *)rules); }

int jishi_plurals_select(const void *rules, double number, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar name[16];
  int32_t length = uplrules_select((const UPluralRules *)rules, number, name, 16, &error);
  if (U_FAILURE(error) || length > 16 || length > capacity) return -1;
  for (int32_t index = 0; index < length; index++) to[index] = (char)name[index];
  return length;
}

void *jishi_plurals_names_open(const void *rules) {
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration *names = uplrules_getKeywords((const UPluralRules *)rules, &error);
  return U_FAILURE(error) ? 0 : names;
}

const char *jishi_plurals_names_next(void *names) {
  UErrorCode error = U_ZERO_ERROR;
  return uenum_next((UEnumeration *)names, 0, &error);
}

void jishi_plurals_names_close(void *names) { uenum_close((UEnumeration *)names); }
