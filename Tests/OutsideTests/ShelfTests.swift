import Foundation
import Glibc
import Market
import Outside
import Proving
import Testing

/// In a folder, and at a storage service that checks each signature.
@Suite struct ShelfTests {
  enum Kind: CaseIterable { case folder, bucket }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func shelf(_ kind: Kind) throws -> Shelf {
    guard kind == .bucket else { return Shelf(.folder(folder.file("media"))) }
    let moto = try Moto.shared.get()
    let address = try BucketAddress(
      bucket: Moto.bucket, region: Moto.region, endpoint: moto.endpoint,
      prefix: "shelf-\(UUID().uuidString)")
    return Shelf(
      .bucket(
        address, AccessKey(id: moto.keyID, secret: moto.secret), clock: BucketTests.clock()))
  }

  private func file(_ bytes: [UInt8]) throws -> String {
    let path = folder.file("file-\(UUID().uuidString)")
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  private func part(_ key: String, _ name: String = Shelf.original) throws -> Shelf.Part {
    try #require(Shelf.Part(key, name))
  }

  @Test(arguments: Kind.allCases, [0, 1, 300_000])
  func `what is put there is there until it is removed`(kind: Kind, count: Int) throws {
    let shelf = try shelf(kind)
    var random = Seeded(UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let original = try part("abcdef")
    let target = folder.file("target")
    #expect(try shelf.read(original) == nil)
    #expect(try !shelf.get(original, into: target))
    try shelf.put(original, from: file([1, 2, 3]), type: "image/png")
    // In the place of what was there.
    try shelf.put(original, from: file(bytes), type: "image/png")
    try shelf.put(part("abcdef", "400.webp"), from: file([7]))
    try shelf.put(part("abzzzz"), from: file([8]))
    #expect(try shelf.read(original) == bytes)
    #expect(try shelf.get(original, into: target))
    #expect(try Data(contentsOf: URL(filePath: target)) == Data(bytes))
    var keys: [String] = []
    try shelf.list { keys += $0 }
    #expect(keys == ["abcdef", "abzzzz"])
    try shelf.remove("abcdef")
    try shelf.remove("abcdef")
    #expect(try shelf.read(original) == nil && shelf.read(part("abcdef", "400.webp")) == nil)
    #expect(try shelf.read(part("abzzzz")) == [8])
  }

  @Test func `a long listing is read to its end`() throws {
    let shelf = try shelf(.bucket)
    let path = try file([1])
    // More than a service tells at once.
    let moto = try Moto.shared.get()
    guard case .bucket(let address, _, _) = shelf.place else { return }
    let bucket = Bucket(
      address, key: AccessKey(id: moto.keyID, secret: moto.secret), clock: BucketTests.clock(),
      client: WebClient())
    for number in 0..<1_005 {
      let key = "k\(1_000 + number)"
      try bucket.put("k1/\(key)/original", [1], type: "x/y", cacheControl: "no-store")
    }
    try shelf.put(part("zz9"), from: path)
    var keys: [String] = []
    try shelf.list { keys += $0 }
    #expect(keys.count == 1_006 && keys.last == "zz9" && Set(keys).count == keys.count)
  }

  @Test func `no name leads elsewhere`() {
    for name in ["", ".", "..", "../x", "a/b", "A", "a b", "é", "\0", ".x", "x\n"] {
      #expect(Shelf.Part("abcdef", name) == nil, "\(name.debugDescription)")
      #expect(Shelf.Part(name, "original") == nil, "\(name.debugDescription)")
    }
    #expect(Shelf.Part("ab", "original") == nil)
    #expect(Shelf.Part("abc", "1600.jpg") != nil)
  }

  @Test func `a full disk is said to be full, and nothing is left behind`() throws {
    guard let disk = try SmallDisk(kibibytes: 512) else { return }
    let shelf = Shelf(.folder("\(disk.path)/media"))
    let (small, large) = (try file([1]), try file([UInt8](repeating: 7, count: 600_000)))
    try shelf.put(part("abcdef"), from: small)
    #expect(throws: StorageError.noRoom) { try shelf.put(part("abcdef"), from: large) }
    #expect(throws: StorageError.noRoom) { try shelf.put(part("cdefgh"), from: large) }
    #expect(try shelf.read(part("abcdef")) == [1])
    let left = FileManager.default.enumerator(atPath: disk.path)?.compactMap { $0 as? String }
    #expect(
      left?.filter { $0.contains("def") || $0.contains("cd/") }.sorted() == [
        "media/ab/abcdef", "media/ab/abcdef/original",
      ])
    try shelf.put(part("cdefgh"), from: small)
  }

  @Test func `a spool takes one piece at a time, and nothing of what does not fit`() throws {
    guard let disk = try SmallDisk(kibibytes: 512) else { return }
    let spool = Spool("\(disk.path)/arriving")
    #expect(try spool.length(of: "abcdef") == 0)
    do {
      let hold = try #require(try spool.hold("abcdef"))
      #expect(try spool.hold("abcdef") == nil)
      try hold.append(3, from: Self.source([1, 2, 3]))
      #expect(throws: StorageError.noRoom) {
        try hold.append(600_000, from: Self.source([UInt8](repeating: 7, count: 600_000)))
      }
      #expect(try hold.length == 3)
      // A piece that ends before it should is none.
      #expect(throws: StorageError.self) { try hold.append(5, from: Self.source([1, 2])) }
      try hold.append(2, from: Self.source([4, 5]))
      #expect(hold.head(9) == [1, 2, 3, 4, 5])
      #expect(
        try hold.digest() == "74f81fe167d99b4cb41d6d0ccda82278caee9f3e2f25d5e5a3936ff3dcec60d0")
    }
    #expect(try spool.length(of: "abcdef") == 5)
    try spool.remove("abcdef")
    #expect(try spool.length(of: "abcdef") == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: spool.folder) == [])
  }

  @Test func `what one is done with is free, though a process begun then has it open`() throws {
    let spool = Spool(folder.file("arriving"))
    var kept: [Int32] = []
    defer { for copy in kept { close(copy) } }
    do {
      let hold = try #require(try spool.hold("abcdef"))
      kept = Self.copies(of: hold.path)
    }
    #expect(kept.count == 1)
    try spool.remove("abcdef")
    #expect(try FileManager.default.contentsOfDirectory(atPath: spool.folder) == [])
  }

  /// As a process has them that was begun and is not yet another program.
  private static func copies(of path: String) -> [Int32] {
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    let ours = open.filter { number in
      let target = try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/fd/\(number)")
      return target == path
    }
    return ours.compactMap { Int32($0) }.map { dup($0) }
  }

  private static func source(
    _ bytes: [UInt8]
  ) -> (UnsafeMutableRawBufferPointer, Int64) -> Int? {
    { buffer, place in
      let part = bytes[min(Int(place), bytes.count)...].prefix(buffer.count)
      buffer.copyBytes(from: part)
      return part.count
    }
  }
}
