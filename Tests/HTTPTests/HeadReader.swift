import CBeast
import HTTP

/// The reader of requests without a connection.
final class HeadReader {
  struct Request: Equatable {
    let line: String
    let fields: [String]
    let body: String
  }

  private let reader: OpaquePointer
  private(set) var requests: [Request] = []
  /// Why nothing more is read, as a status.
  private(set) var refused: Int32 = 0

  init?() {
    let limits = Limits()
    var own = jb_limits()
    own.line_bytes_max = limits.lineBytesMax
    own.head_bytes_max = limits.headBytesMax
    own.fields_max = limits.fieldsMax
    guard let made = jb_reader_make(own) else { return nil }
    reader = made
  }

  deinit { jb_reader_free(reader) }

  var isEmpty: Bool { jb_reader_is_empty(reader) }

  func put(_ bytes: some Sequence<UInt8>) {
    guard refused == 0 else { return }
    Array(bytes).withUnsafeBytes { bytes in
      let text = jb_text(
        bytes: bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count: bytes.count)
      refused = jb_reader_put(
        reader, text, 65_536, Unmanaged.passUnretained(self).toOpaque()
      ) { context, asked in
        guard let context, let asked else { return }
        Unmanaged<HeadReader>.fromOpaque(context).takeUnretainedValue().add(asked)
      }
    }
  }

  private func add(_ asked: OpaquePointer) {
    requests.append(
      Request(
        line: "\(jb_request_method(asked).string) \(jb_request_target(asked).string)",
        fields: (0..<jb_request_fields(asked)).map {
          "\(jb_request_name(asked, $0).string): \(jb_request_value(asked, $0).string)"
        }, body: jb_request_body(asked).string))
  }
}

extension jb_text {
  fileprivate var string: String {
    String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
