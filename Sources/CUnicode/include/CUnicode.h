#pragma once
#include <stdint.h>

// What we ask ICU. Its own headers stay out of here: Foundation has an ICU of its own, whose types
// have the same names and other cases, and a module that sees both does not compile. They also
// rename every function by version (unum_open is unum_open_72); these names stay.

extern const int jishi_decimal;
extern const int jishi_percent;
extern const int jishi_compact;
extern const int jishi_money;
extern const int jishi_is_grouped;
extern const int jishi_group_size;
extern const int jishi_further_group_size;
extern const int jishi_months;
extern const int jishi_months_short;
extern const int jishi_months_alone;
extern const int jishi_months_alone_short;
extern const int jishi_halves_of_day;

int jishi_locale_of_tag(const char *tag, char *to, int capacity);
int jishi_tag_of_locale(const char *locale, char *to, int capacity);

/// With the script and the region that people most likely mean: zh is zh_Hans_CN.
int jishi_locale_in_full(const char *locale, char *to, int capacity);
int jishi_locale_count(void);
const char *jishi_locale_at(int index);

/// 1 when its script runs from right to left.
int jishi_locale_is_right_to_left(const char *locale);

/// What it is called in the language of the reader: ja is 日本語 in ja.
int jishi_locale_name(const char *locale, const char *reader, char *to, int capacity);

/// The same by its everyday name: zh_Hant is Traditional Chinese in en, not Chinese (Traditional).
/// -1 when the language of the reader has no name for it.
int jishi_language_name(const char *locale, const char *reader, char *to, int capacity);

void *jishi_numbers_open(int style, const char *locale);
void jishi_numbers_close(void *numbers);
int jishi_numbers_digit(void *numbers, int digit, char *to, int capacity);
int jishi_numbers_attribute(void *numbers, int attribute);
void jishi_numbers_set_decimals(void *numbers, int decimals);

/// The code has three letters. Decimals must be set again after it.
int jishi_numbers_set_currency(void *numbers, const char *code);

/// A number such as -12.50, exactly as it is.
int jishi_numbers_write(void *numbers, const char *number, char *to, int capacity);
int jishi_currency_symbol(const char *code, const char *locale, char *to, int capacity);

/// The currencies that are money today.
void *jishi_currencies_open(void);
const char *jishi_currencies_next(void *codes);
void jishi_currencies_close(void *codes);

/// How a language puts the fields of a skeleton, such as yMMMMd, in order.
int jishi_pattern(const char *locale, const char *skeleton, char *to, int capacity);
void *jishi_dates_open(const char *locale, const char *pattern);
void jishi_dates_close(void *dates);
int jishi_dates_name(void *dates, int kind, int index, char *to, int capacity);
int jishi_dates_write(void *dates, double milliseconds, char *to, int capacity);
void *jishi_lists_open(const char *locale);
void jishi_lists_close(void *lists);

/// The items are lengths[0] units of UTF-16, then lengths[1] units after them, and so on; at most 8.
int jishi_lists_write(void *lists, const uint16_t *items, const int32_t *lengths, int count, char *to, int capacity);

/// Numbers inside words count as numbers: 10 comes after 9.
void *jishi_order_open(const char *locale);
void jishi_order_close(void *order);

/// How long the key is, whether or not it fits.
int jishi_order_key(const void *order, const uint16_t *text, int length, uint8_t *to, int capacity);
void *jishi_plurals_open(const char *tag);
void jishi_plurals_close(void *rules);

/// The name of the category in ASCII; -1 when there is none that fits, otherwise its length.
int jishi_plurals_select(const void *rules, double number, char *to, int capacity);
void *jishi_plurals_names_open(const void *rules);
const char *jishi_plurals_names_next(void *names);
void jishi_plurals_names_close(void *names);

/// In the form NFC: é is one letter, however it was typed. How many units of UTF-16 were written, which
/// are at most three times as many; -1 when they do not fit.
int jishi_composed(const uint16_t *text, int length, uint16_t *to, int capacity);

/// How many minutes the clocks of a zone of the IANA database are ahead of UTC at a time in
/// milliseconds since 1970; INT32_MIN when there is no such zone.
int32_t jishi_zone_minutes(const char *zone, double milliseconds);
