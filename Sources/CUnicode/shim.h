#pragma once
// ICU renames its functions by version (unum_open is unum_open_72); Swift sees them by these names,
// whatever the version.
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>
#include <unicode/uenum.h>
#include <unicode/upluralrules.h>

// Which words a number takes in a language.

static inline void *jishi_plurals_open(const char *tag) {
  UErrorCode error = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_open(tag, &error);
  return U_FAILURE(error) ? 0 : rules;
}

static inline void jishi_plurals_close(void *rules) { uplrules_close((UPluralRules *)rules); }

/// The name of the category in ASCII; -1 when there is none that fits, otherwise its length.
static inline int jishi_plurals_select(const void *rules, double number, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar name[16];
  int32_t length = uplrules_select((const UPluralRules *)rules, number, name, 16, &error);
  if (U_FAILURE(error) || length > 16 || length > capacity) return -1;
  for (int32_t index = 0; index < length; index++) to[index] = (char)name[index];
  return length;
}

static inline void *jishi_plurals_names_open(const void *rules) {
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration *names = uplrules_getKeywords((const UPluralRules *)rules, &error);
  return U_FAILURE(error) ? 0 : names;
}

static inline const char *jishi_plurals_names_next(void *names) {
  UErrorCode error = U_ZERO_ERROR;
  return uenum_next((UEnumeration *)names, 0, &error);
}

static inline void jishi_plurals_names_close(void *names) { uenum_close((UEnumeration *)names); }
// The end of which words a number takes.
