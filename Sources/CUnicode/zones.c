#include "CUnicode.h"

#include <unicode/ucal.h>
#include <unicode/ustring.h>
#include <string.h>

// What the clocks of a place show.

int32_t jishi_zone_minutes(const char *zone, double milliseconds) {
  UErrorCode error = U_ZERO_ERROR;
  UChar name[64], known[64];
  UBool isKnown = 0;
  if (strlen(zone) > 63) return INT32_MIN;
  u_uastrcpy(name, zone);
  // Of a name that it does not know ICU would make Greenwich.
  ucal_getCanonicalTimeZoneID(name, -1, known, 64, &isKnown, &error);
  if (U_FAILURE(error) || !isKnown) return INT32_MIN;
  UCalendar *clock = ucal_open(name, -1, "en", UCAL_GREGORIAN, &error);
  ucal_setMillis(clock, milliseconds, &error);
  int32_t offset = ucal_get(clock, UCAL_ZONE_OFFSET, &error);
  offset += ucal_get(clock, UCAL_DST_OFFSET, &error);
  ucal_close(clock);
  return U_FAILURE(error) ? INT32_MIN : offset / 60000;
}
