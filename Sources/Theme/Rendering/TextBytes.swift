extension String {
  /// Lends its bytes. A text has them in one piece but where it comes from another system, and this
  /// way to them needs no call, as that by way of a span does.
  @inline(__always) func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? utf8Span.span.withUnsafeBufferPointer(body)
  }
}
