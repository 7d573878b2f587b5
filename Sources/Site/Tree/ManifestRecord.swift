import Market

/// What a manifest says of one file. A later record of the same path takes the place of an earlier
/// one, so a file can be told anew at the end.
///
/// Who replaces a file in a tree that is shown says first that it is gone, and says what it is when
/// it is there: then a manifest is right wherever that stops.
struct ManifestRecord {
  enum Kind: UInt8 {
    case here = 1
    /// Nothing is known of this path, whatever was said before.
    case gone
    /// It is here, and was not when the tree was changed: what leads to it comes later.
    case new

    var isHere: Bool { self != .gone }
  }

  /// Ahead of the path: a checksum of what follows it, the path's length, the kind, a zero, the size,
  /// the digest, the position, the owner.
  static let headBytes = 48
  /// With its path one is rather longer: who makes room by this has enough.
  static let bytesUsual = 80

  var kind: Kind
  var size: Int
  var digest: Digest
  /// The end of the log, as it was seen by who wrote these bytes first.
  var position: Position
  /// The number of the key that the file belongs to.
  var owner: UInt64

  func append(to buffer: inout [UInt8], path: UnsafeRawBufferPointer) {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.headBytes))
    buffer.append(contentsOf: path)
    buffer.withUnsafeMutableBytes { all in
      let record = UnsafeMutableRawBufferPointer(rebasing: all[start...])
      record.store(UInt16(path.count), at: 4)
      record.store(kind.rawValue, at: 6)
      record.store(UInt64(size), at: 8)
      record.store(digest.left, at: 16)
      record.store(digest.right, at: 24)
      record.store(position.number, at: 32)
      record.store(owner, at: 40)
      record.store(Self.checksum(UnsafeRawBufferPointer(record)), at: 0)
    }
  }

  private static func checksum(_ record: UnsafeRawBufferPointer) -> UInt32 {
    Digest(UnsafeRawBufferPointer(rebasing: record.dropFirst(4)), seed: 0).short
  }
}

extension ManifestRecord {
  enum Found {
    case record(ManifestRecord, path: UnsafeRawBufferPointer)
    /// More bytes are needed to tell.
    case part
    /// It would have as many bytes if it were one.
    case damaged(bytes: Int)
  }

  /// Those that these bytes consist of.
  static func each(
    in bytes: UnsafeRawBufferPointer,
    _ body: (ManifestRecord, _ path: UnsafeRawBufferPointer, _ place: Int) throws(SiteError) -> Void
  ) throws(SiteError) {
    var place = 0
    while case .record(let record, let path) = first(
      in: UnsafeRawBufferPointer(rebasing: bytes[place...]))
    {
      try body(record, path, place)
      place += headBytes + path.count
    }
  }

  /// What these bytes begin with.
  static func first(in bytes: UnsafeRawBufferPointer) -> Found {
    guard bytes.count >= headBytes else { return .part }
    let length = Int(bytes.load(at: 4, as: UInt16.self))
    guard (1...TreePath.bytesMax).contains(length) else { return .damaged(bytes: headBytes) }
    guard bytes.count >= headBytes + length else { return .part }
    let record = UnsafeRawBufferPointer(rebasing: bytes[..<(headBytes + length)])
    let path = UnsafeRawBufferPointer(rebasing: record[headBytes...])
    guard record.load(at: 0, as: UInt32.self) == checksum(record), record[7] == 0,
      let kind = Kind(rawValue: record[6]),
      let size = Int(exactly: record.load(at: 8, as: UInt64.self)), TreePath.isInside(path)
    else { return .damaged(bytes: record.count) }
    let digest = Digest(
      left: record.load(at: 16, as: UInt64.self), right: record.load(at: 24, as: UInt64.self))
    let position = Position(record.load(at: 32, as: Int64.self))
    let owner = record.load(at: 40, as: UInt64.self)
    return .record(
      ManifestRecord(kind: kind, size: size, digest: digest, position: position, owner: owner),
      path: path)
  }
}

extension UnsafeRawBufferPointer {
  func load<Number: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as type: Number.Type
  ) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}

extension UnsafeMutableRawBufferPointer {
  func store<Number: FixedWidthInteger & BitwiseCopyable>(
    _ number: Number, at offset: Int
  ) {
    storeBytes(of: number.littleEndian, toByteOffset: offset, as: Number.self)
  }
}
