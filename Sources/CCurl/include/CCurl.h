#pragma once
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take anything, which Swift cannot give them.

CURLcode jishi_curl_set_number(CURL *handle, CURLoption option, long number);
CURLcode jishi_curl_set_text(CURL *handle, CURLoption option, const char *text);
CURLcode jishi_curl_set_pointer(CURL *handle, CURLoption option, void *pointer);
CURLcode jishi_curl_set_receiver(CURL *handle, CURLoption option, curl_write_callback receiver);
CURLcode jishi_curl_set_sender(CURL *handle, curl_read_callback sender);

/// How many bytes the sender has.
CURLcode jishi_curl_set_upload_size(CURL *handle, size_t count);

/// These bytes must stay where they are until the request is over. None at all are a body, too.
CURLcode jishi_curl_set_body(CURL *handle, const void *bytes, size_t count);

/// Zero before there is an answer.
long jishi_curl_status(CURL *handle);
