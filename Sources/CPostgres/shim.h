#pragma once
#include <postgresql/libpq-fe.h>

// The codes of PQresultErrorField are character macros, which Swift does not import.
static const int jishi_pg_sqlstate = PG_DIAG_SQLSTATE;
static const int jishi_pg_message = PG_DIAG_MESSAGE_PRIMARY;
