#pragma once
// Without its ICU, which libxml2 shows only in types that we do not use: a file could not import
// Foundation, which brings another.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
