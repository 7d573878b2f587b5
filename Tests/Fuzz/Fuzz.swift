import Glibc
import Theme

/// One of our readers, fed with bytes that a fuzzer makes up. Whatever they are, it answers or says
/// what is wrong; the address sanitizer watches. `scripts/fuzz` builds and runs it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  reader(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let reader: @Sendable ([UInt8]) -> Void = {
  switch getenv("JISHI_FUZZ").map({ String(cString: $0) }) {
  default: { _ in abort() }
  }
}()
