#include "CCurl.h"

CURLcode jishi_curl_set_number(CURL *handle, CURLoption option, long number) {
  return curl_easy_setopt(handle, option, number);
}

CURLcode jishi_curl_set_text(CURL *handle, CURLoption option, const char *text) {
  return curl_easy_setopt(handle, option, text);
}

CURLcode jishi_curl_set_pointer(CURL *handle, CURLoption option, void *pointer) {
  return curl_easy_setopt(handle, option, pointer);
}

CURLcode jishi_curl_set_receiver(CURL *handle, CURLoption option, curl_write_callback receiver) {
  return curl_easy_setopt(handle, option, receiver);
}

CURLcode jishi_curl_set_sender(CURL *handle, curl_read_callback sender) {
  return curl_easy_setopt(handle, CURLOPT_READFUNCTION, sender);
}

CURLcode jishi_curl_set_upload_size(CURL *handle, size_t count) {
  return curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)count);
}

CURLcode jishi_curl_set_body(CURL *handle, const void *bytes, size_t count) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  if (code != CURLE_OK) return code;
  // Without a pointer curl would read the body from standard input.
  return curl_easy_setopt(handle, CURLOPT_POSTFIELDS, bytes ? bytes : "");
}

long jishi_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}
