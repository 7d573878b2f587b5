import Glibc
import Market

@testable import Site

/// The bytes as a manifest. Since none that is made up has the right checksums, an odd first byte
/// makes records of what follows: a piece is a kind and a path, and the last one stands there as it
/// is.
enum ManifestFuzz {
  private static let file = "/dev/shm/jishi-fuzz-\(getpid()).manifest"

  static func read(_ bytes: [UInt8]) {
    let isMade = bytes.first.map { $0 % 2 == 1 } ?? false
    write(isMade ? made(of: Array(bytes.dropFirst())) : bytes)
    defer { unlink(file) }
    do throws(SiteError) {
      let manifest = try ManifestReader(file)
      try compare(manifest, try ManifestIndex(manifest))
    } catch {
      guard case .manifest(file, let reason) = error, !reason.isEmpty else {
        fail("another fault: \(error)")
      }
    }
  }

  /// The index has what is left when one record after the other is believed.
  private static func compare(
    _ manifest: ManifestReader, _ index: ManifestIndex
  ) throws(SiteError) {
    var files: [[UInt8]: (record: ManifestRecord, number: UInt32)] = [:]
    var number: UInt32 = 0
    try manifest.read { record, path throws(SiteError) in
      number += 1
      if !TreePath.isInside(path) { fail("a path that leads out") }
      files[Array(path)] = (record, number)
    }
    let here = files.filter { $0.value.record.kind.isHere }
    if index.count != here.count { fail("\(index.count) files, not \(here.count)") }
    for (path, last) in files {
      let digest = path.withUnsafeBytes { Digest($0, seed: index.seed) }
      guard let known = index.find(digest) else {
        if last.record.kind.isHere { fail("a file is not found") }
        continue
      }
      if last.record.kind == .gone { fail("a file that is gone is found") }
      let isLast =
        known.digest == last.record.digest && known.position == last.record.position
        && known.hasSize(last.record.size)
      if !isLast {
        fail("an earlier record counts")
      }
      if !index.mark(known, as: .kept) || index.mark(known, as: .kept) { fail("marked not once") }
      if !index.isKept(digest, record: last.number) { fail("another record is kept") }
    }
  }

  private static func made(of bytes: [UInt8]) -> [UInt8] {
    let pieces = pieces(bytes)
    var manifest = ManifestHead(seed: 42).encoded
    for piece in pieces.dropLast() {
      guard let first = piece.first else { continue }
      let path = piece.dropFirst().prefix(TreePath.bytesMax)
      let record = ManifestRecord(
        kind: first % 4 == 0 ? .gone : .here, size: Int(first) << 28,
        digest: Digest(left: UInt64(first), right: UInt64(path.count)),
        position: Position(Int64(first)), owner: UInt64(first))
      path.withUnsafeBytes { record.append(to: &manifest, path: $0) }
    }
    return manifest + (pieces.last ?? [])
  }

  private static func write(_ bytes: [UInt8]) {
    let number = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard number >= 0 else { fail("no room for a file in memory") }
    defer { close(number) }
    let count = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
    if count != bytes.count { fail("no room for a file in memory") }
  }
}
