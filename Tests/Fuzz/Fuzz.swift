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
  case "template": TemplateFuzz.read
  case "message": MessageFuzz.read
  case "frontmatter": FrontMatterFuzz.read
  case "markdown": MarkdownFuzz.read
  case "manifest": ManifestFuzz.read
  case "request": RequestFuzz.read
  case "json": JSONFuzz.read
  case "multipart": MultipartFuzz.read
  case "form": FormFuzz.read
  case "style": { AssetFuzz.read($0, as: "styles/a.css") }
  case "script": { AssetFuzz.read($0, as: "scripts/a.js") }
  case "icon": { AssetFuzz.read($0, as: "icons/a.svg") }
  default: { _ in fail("JISHI_FUZZ names no reader") }
  }
}()

/// What the fuzzer keeps: the bytes that led here did harm.
func fail(_ reason: String) -> Never {
  _ = Array("found: \(reason)\n".utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  abort()
}

/// Where an input is several files, this byte stands between them.
let border: UInt8 = 0x1E

func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
  bytes.split(separator: border, omittingEmptySubsequences: false).map { Array($0) }
}

/// Each fault is told with words, and at a place that one of the files has.
func check(_ faults: [Fault], in files: [SourceFile], besides others: Set<String> = []) {
  if faults.isEmpty { return }
  let known = Dictionary(files.map { ($0.path, Lines($0)) }) { first, _ in first }
  for fault in faults {
    if fault.found.isEmpty || fault.expected.isEmpty { fail("no words in \(fault)") }
    if let lines = known[fault.place.file] {
      lines.check(fault.place, "\(fault)")
    } else if !others.contains(fault.place.file) {
      fail("no such file: \(fault)")
    }
  }
}

/// How long the lines of a file are, in bytes: no column is behind them.
struct Lines {
  private let lengths: [Int]

  init(_ file: SourceFile) {
    lengths = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(\.count)
  }

  func check(_ place: Place, _ what: @autoclosure () -> String) {
    guard lengths.indices.contains(place.line - 1),
      (1...lengths[place.line - 1] + 1).contains(place.column)
    else { fail("a place that is not in the file: \(what())") }
  }
}
