#include "CUnicode.h"

#include <unicode/ucol.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>
#include <string.h>

// How a language writes: asked once, when a locale is loaded, and answered in UTF-8. What fills `to`
// returns how many bytes it wrote, or -1 when ICU does not know or the answer does not fit.

const int jishi_decimal = UNUM_DECIMAL;
const int jishi_percent = UNUM_PERCENT;
const int jishi_compact = UNUM_DECIMAL_COMPACT_SHORT;
const int jishi_money = UNUM_CURRENCY;

const int jishi_is_grouped = UNUM_GROUPING_USED;
const int jishi_group_size = UNUM_GROUPING_SIZE;
const int jishi_further_group_size = UNUM_SECONDARY_GROUPING_SIZE;

const int jishi_months = UDAT_MONTHS;
const int jishi_months_short = UDAT_SHORT_MONTHS;
const int jishi_months_alone = UDAT_STANDALONE_MONTHS;
const int jishi_months_alone_short = UDAT_STANDALONE_SHORT_MONTHS;
const int jishi_halves_of_day = UDAT_AM_PMS;

static int jishi_utf8(const UChar *text, int32_t length, int status, char *to, int capacity) {
  UErrorCode error = (UErrorCode)status;
  int32_t written = 0;
  if (U_FAILURE(error)) return -1;
  u_strToUTF8(to, capacity, &written, text, length, &error);
  return U_FAILURE(error) || written > capacity ? -1 : written;
}

int jishi_locale_of_tag(const char *tag, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t parsed = 0, length = uloc_forLanguageTag(tag, to, capacity, &parsed, &error);
  return U_FAILURE(error) || length >= capacity || parsed != (int32_t)strlen(tag) ? -1 : length;
}

int jishi_tag_of_locale(const char *locale, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = uloc_toLanguageTag(locale, to, capacity, 1, &error);
  return U_FAILURE(error) || length >= capacity ? -1 : length;
}

int jishi_locale_in_full(const char *locale, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = uloc_addLikelySubtags(locale, to, capacity, &error);
  return U_FAILURE(error) || length >= capacity ? -1 : length;
}

int jishi_locale_count(void) { return uloc_countAvailable(); }
const char *jishi_locale_at(int index) { return uloc_getAvailable(index); }

void *jishi_numbers_open(int style, const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *numbers = unum_open((UNumberFormatStyle)style, 0, 0, locale, 0, &error);
  if (U_FAILURE(error)) return 0;
  if (style != UNUM_DECIMAL_COMPACT_SHORT)
    unum_setAttribute(numbers, UNUM_MINIMUM_GROUPING_DIGITS, UNUM_MINIMUM_GROUPING_DIGITS_AUTO);
  return numbers;
}

void jishi_numbers_close(void *numbers) { unum_close((UNumberFormat *)numbers); }

int jishi_numbers_digit(void *numbers, int digit, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[8];
  // The other nine follow each other in the list of symbols, but not the zero.
  int symbol = digit ? UNUM_ONE_DIGIT_SYMBOL + digit - 1 : UNUM_ZERO_DIGIT_SYMBOL;
  int32_t length =
      unum_getSymbol((UNumberFormat *)numbers, (UNumberFormatSymbol)symbol, text, 8, &error);
  return jishi_utf8(text, length, error, to, capacity);
}

int jishi_numbers_attribute(void *numbers, int attribute) {
  return unum_getAttribute((UNumberFormat *)numbers, (UNumberFormatAttribute)attribute);
}

void jishi_numbers_set_decimals(void *numbers, int decimals) {
  unum_setAttribute((UNumberFormat *)numbers, UNUM_MAX_FRACTION_DIGITS, decimals);
  unum_setAttribute((UNumberFormat *)numbers, UNUM_MIN_FRACTION_DIGITS, decimals);
}

int jishi_numbers_set_currency(void *numbers, const char *code) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[8];
  u_uastrncpy(text, code, 7);
  text[7] = 0;
  unum_setTextAttribute((UNumberFormat *)numbers, UNUM_CURRENCY_CODE, text, -1, &error);
  return U_FAILURE(error) ? -1 : 0;
}

int jishi_numbers_write(void *numbers, const char *number, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[256];
  int32_t length = unum_formatDecimal(
      (UNumberFormat *)numbers, number, (int32_t)strlen(number), text, 256, 0, &error);
  return jishi_utf8(text, length, error, to, capacity);
}

int jishi_currency_symbol(const char *code, const char *locale, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[8];
  u_uastrncpy(text, code, 7);
  text[7] = 0;
  int32_t length = 0;
  const UChar *symbol = ucurr_getName(text, locale, UCURR_SYMBOL_NAME, 0, &length, &error);
  return jishi_utf8(symbol, length, error, to, capacity);
}

void *jishi_currencies_open(void) {
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &error);
  return U_FAILURE(error) ? 0 : codes;
}

const char *jishi_currencies_next(void *codes) {
  UErrorCode error = U_ZERO_ERROR;
  return uenum_next((UEnumeration *)codes, 0, &error);
}

void jishi_currencies_close(void *codes) { uenum_close((UEnumeration *)codes); }

int jishi_pattern(const char *locale, const char *skeleton, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar fields[32], pattern[256];
  u_uastrncpy(fields, skeleton, 31);
  fields[31] = 0;
  UDateTimePatternGenerator *patterns = udatpg_open(locale, &error);
  int32_t length = udatpg_getBestPattern(patterns, fields, -1, pattern, 256, &error);
  udatpg_close(patterns);
  return jishi_utf8(pattern, length, error, to, capacity);
}

void *jishi_dates_open(const char *locale, const char *pattern) {
  UErrorCode error = U_ZERO_ERROR;
  UChar fields[256], zone[4];
  int32_t length = 0;
  u_strFromUTF8(fields, 256, &length, pattern, -1, &error);
  u_uastrcpy(zone, "UTC");
  UDateFormat *dates = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, fields, length, &error);
  return U_FAILURE(error) ? 0 : dates;
}

void jishi_dates_close(void *dates) { udat_close((UDateFormat *)dates); }

int jishi_dates_name(
    void *dates, int kind, int index, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[128];
  int32_t length = udat_getSymbols((UDateFormat *)dates, (UDateFormatSymbolType)kind, index, text, 128, &error);
  return jishi_utf8(text, length, error, to, capacity);
}

int jishi_dates_write(void *dates, double milliseconds, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[256];
  int32_t length = udat_format((UDateFormat *)dates, milliseconds, text, 256, 0, &error);
  return jishi_utf8(text, length, error, to, capacity);
}

void *jishi_lists_open(const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  UListFormatter *lists = ulistfmt_open(locale, &error);
  return U_FAILURE(error) ? 0 : lists;
}

void jishi_lists_close(void *lists) { ulistfmt_close((UListFormatter *)lists); }

int jishi_lists_write(
    void *lists, const uint16_t *items, const int32_t *lengths, int count, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UChar *starts[8];
  UChar text[512];
  if (count > 8) return -1;
  for (int index = 0; index < count; index++) {
    starts[index] = items;
    items += lengths[index];
  }
  int32_t length = ulistfmt_format((UListFormatter *)lists, starts, lengths, count, text, 512, &error);
  return jishi_utf8(text, length, error, to, capacity);
}

void *jishi_order_open(const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  UCollator *order = ucol_open(locale, &error);
  if (U_SUCCESS(error)) ucol_setAttribute(order, UCOL_NUMERIC_COLLATION, UCOL_ON, &error);
  return U_FAILURE(error) ? 0 : order;
}

void jishi_order_close(void *order) { ucol_close((UCollator *)order); }

int jishi_order_key(const void *order, const uint16_t *text, int length, uint8_t *to, int capacity) {
  return ucol_getSortKey((const UCollator *)order, text, length, to, capacity);
}

int jishi_locale_is_right_to_left(const char *locale) {
  return uloc_isRightToLeft(locale) ? 1 : 0;
}

int jishi_locale_name(const char *locale, const char *reader, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar name[256];
  int32_t length = uloc_getDisplayName(locale, reader, name, 256, &error);
  return jishi_utf8(name, length, error, to, capacity);
}

int jishi_language_name(const char *locale, const char *reader, char *to, int capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar name[256];
  UDisplayContext contexts[] = {UDISPCTX_DIALECT_NAMES, UDISPCTX_NO_SUBSTITUTE};
  ULocaleDisplayNames *names = uldn_openForContext(reader, contexts, 2, &error);
  int32_t length = uldn_localeDisplayName(names, locale, name, 256, &error);
  uldn_close(names);
  return length == 0 ? -1 : jishi_utf8(name, length, error, to, capacity);
}
