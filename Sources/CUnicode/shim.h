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
#include <unicode/upluralrules.h>
