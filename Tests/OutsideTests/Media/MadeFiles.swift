import Foundation
import Glibc
import Market
import Outside
import Proving

/// Where files are made that strangers could send, and looked at by the real program.
final class MediaGround {
  let folder: TemporaryFolder
  let worker: MediaWorker
  private var count = 0

  init() throws {
    folder = try TemporaryFolder()
    worker = MediaWorker(program: Command.ours("jishi-media"))
  }

  func file(_ bytes: [UInt8]) throws -> String {
    count += 1
    let path = folder.file("sent-\(count)")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  func emptyFolder() throws -> String {
    count += 1
    let path = folder.file("made-\(count)")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return path
  }

  /// What was seen, and all that was written, by name.
  func look(
    at bytes: [UInt8], as format: MediaFormat
  ) throws -> (seen: LookedAt, files: [String: [UInt8]]) {
    let place = try emptyFolder()
    let seen = try worker.look(at: file(bytes), as: format, into: place)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: place) {
      files[name] = try Self.bytes(of: "\(place)/\(name)")
    }
    return (seen, files)
  }

  /// Why it is not taken; nil when it is.
  func fault(of bytes: [UInt8], as format: MediaFormat) throws -> MediaWorkerError? {
    let (path, place) = (try file(bytes), try emptyFolder())
    do throws(MediaWorkerError) {
      _ = try worker.look(at: path, as: format, into: place)
      return nil
    } catch {
      return error
    }
  }

  static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

extension [UInt8] {
  func holds(_ words: String) -> Bool { Data(self).range(of: Data(words.utf8)) != nil }

  /// The first half, as when a connection breaks.
  var torn: [UInt8] { Array(prefix(count / 2)) }
}

/// A PNG that is compressed well, whatever its size: colours that run from left to right.
enum MadePNG {
  enum Kind: Int {
    case grey8 = 0x0008
    case colour8 = 0x0208
    case colour16 = 0x0210
    case seeThrough8 = 0x0608
  }

  private static let script = """
    import sys, zlib, struct
    width, height, kind, claimed_width, claimed_height = map(int, sys.argv[1:])
    bands = {0: 1, 2: 3, 6: 4}[kind >> 8]
    size = (kind & 255) // 8
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    row = b"\\0" + b"".join(bytes([x * 255 // width]) * size * bands for x in range(width))
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", claimed_width, claimed_height, kind & 255, kind >> 8, 0, 0, 0)
    sys.stdout.buffer.write(b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", head)
        + chunk(b"IDAT", data) + chunk(b"IEND", b""))
    """

  /// `claiming` is what its header says, when that is not true.
  static func make(
    _ width: Int, _ height: Int, _ kind: Kind = .colour8, claiming claimed: (Int, Int)? = nil
  ) throws -> [UInt8] {
    let numbers = [width, height, kind.rawValue, claimed?.0 ?? width, claimed?.1 ?? height]
    let python = try Child("python3", ["-c", script] + numbers.map(String.init))
    var bytes: [UInt8] = []
    while true {
      let some = python.read()
      if some.isEmpty { break }
      bytes += some
    }
    guard python.wait() == 0 else { throw ProvingError.failed(python.errors) }
    return bytes
  }
}

/// Frames of one colour each, without compression.
enum MadeGIF {
  static func make(_ side: UInt8, frames: Int) -> [UInt8] {
    let size: [UInt8] = [side, 0, side, 0]
    // 128 shades of grey.
    var bytes = Array("GIF89a".utf8) + size + [0xF6, 0, 0]
    for shade in 0..<128 { bytes += [UInt8](repeating: UInt8(shade * 2), count: 3) }
    for frame in 0..<frames {
      bytes += [0x21, 0xF9, 4, 0, 10, 0, 0, 0]
      bytes += [0x2C, 0, 0, 0, 0] + size + [0, 7]
      var codes: [UInt8] = []
      for pixel in 0..<Int(side) * Int(side) {
        // So often the table is begun anew that codes never get longer than a byte.
        if pixel % 100 == 0 { codes.append(0x80) }
        codes.append(UInt8(frame * 20 % 128))
      }
      codes.append(0x81)
      for start in stride(from: 0, to: codes.count, by: 255) {
        let block = codes[start..<min(start + 255, codes.count)]
        bytes += [UInt8(block.count)] + block
      }
      bytes.append(0)
    }
    return bytes + [0x3B]
  }
}

/// Pages with a word on each.
enum MadePDF {
  static func make(pages: Int, action: String = "") -> [UInt8] {
    let kids = (0..<pages).map { "\($0 + 5) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R \(action) >>",
      "<< /Type /Pages /Count \(pages) /Kids [\(kids)] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Length 46 >>\nstream\nBT /F1 48 Tf 72 700 Td (A page of ours) Tj ET \nendstream",
    ]
    for _ in 0..<pages {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
          + " /Resources << /Font << /F1 3 0 R >> >> >>")
    }
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}

/// What cameras note in a JPEG.
enum MadeExif {
  static let place = "31 Secret Lane"

  /// Turned, with a description and where it was taken.
  static func put(into jpeg: [UInt8], orientation: UInt8) -> [UInt8] {
    func entry(_ tag: UInt16, _ type: UInt8, _ count: UInt8, _ value: [UInt8]) -> [UInt8] {
      [UInt8(tag >> 8), UInt8(tag & 0xFF), 0, type, 0, 0, 0, count] + value
    }
    let words = Array(place.utf8) + [0]
    let first: UInt8 = 8
    let position = first + 2 + 3 * 12 + 4
    let text = position + 2 + 12 + 4
    var body: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, first, 0, 3]
    body += entry(0x010E, 2, UInt8(words.count), [0, 0, 0, text])
    body += entry(0x0112, 3, 1, [0, orientation, 0, 0])
    body += entry(0x8825, 4, 1, [0, 0, 0, position]) + [0, 0, 0, 0]
    body += [0, 1] + entry(0x0001, 2, 2, [0x4E, 0, 0, 0]) + [0, 0, 0, 0] + words
    let segment = Array("Exif\0\0".utf8) + body
    return Array(jpeg[..<2]) + [0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment + jpeg[2...]
  }
}
