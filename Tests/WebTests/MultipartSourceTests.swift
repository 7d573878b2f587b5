import Glibc
import Proving
import Testing
import Web

@testable import HTTP

/// Forms in memory and on the disk are read alike, however little of them is looked at together.
@Suite struct MultipartSourceTests {
  static let boundary = "----XX"

  static func body(_ content: [UInt8]) -> [UInt8] {
    func head(_ name: String) -> [UInt8] {
      Array("--\(boundary)\r\nContent-Disposition: form-data; name=\(name)\r\n\r\n".utf8)
    }
    let end = Array("\r\n".utf8)
    return head("a") + content + end + head("b") + Array("x".utf8) + end
      + Array("--\(boundary)--\r\n".utf8)
  }

  let type: MediaType

  init() throws {
    type = try #require(MediaType("multipart/form-data; boundary=\(Self.boundary)"))
  }

  private func file(_ bytes: [UInt8]) throws -> SpooledFile {
    let handle = try emptyFile()
    try #require(write(handle, bytes, bytes.count) == bytes.count)
    return SpooledFile(handle)
  }

  /// Without a name.
  private func emptyFile() throws -> Int32 {
    let folder = try TemporaryFolder()
    let handle = open(folder.file("form"), O_RDWR | O_CREAT | O_EXCL, 0o600)
    try #require(handle >= 0)
    return handle
  }

  @Test func `a boundary is found wherever a buffer ends in it`() throws {
    // What a boundary begins with, again and again, so that each may be the true one.
    let teeth = Array("\r\n----X\r\r\n--".utf8)
    for length in 0..<200 {
      let content = (0..<length).map { teeth[$0 % teeth.count] }
      let bytes = Self.body(content)
      let file = try file(bytes)
      for size in [1, 20, 21, 32, 64, 100, 65_536] {
        let inMemory = try Multipart(HeldBytes(bytes), type: type, bufferBytes: size)
        let onDisk = try Multipart(file, type: type, bufferBytes: size)
        #expect(inMemory.parts.map(\.content.count) == [length, 1], "buffer of \(size)")
        #expect(onDisk.parts == inMemory.parts)
        #expect(try onDisk.text(of: onDisk.parts[1]) == "x")
      }
    }
  }

  @Test func `a file larger than memory takes none`() throws {
    let handle = try emptyFile()
    let size = Int64(2) << 30
    let body = Self.body([])
    let headEnd = try #require(body.firstRange(of: Array("\r\n\r\n".utf8))).upperBound
    // Nobody writes what stands between: it is a hole.
    #expect(pwrite(handle, body, headEnd, 0) == headEnd)
    let rest = Array(body[headEnd...])
    #expect(pwrite(handle, rest, rest.count, off_t(size)) == rest.count)
    let before = try resident()
    let form = try Multipart(SpooledFile(handle), type: type)
    #expect(form.parts.map { Int64($0.content.count) } == [size - Int64(headEnd), 1])
    #expect(try resident() - before < 64 << 20)
    #expect(throws: MultipartFault.textTooLong(at: Int64(headEnd))) {
      try form.text(of: form.parts[0])
    }
  }

  @Test func `a file that is cut while it is read is unreadable`() throws {
    let bytes = Self.body(Array("content".utf8))
    let file = try file(bytes)
    #expect(try Multipart(file, type: type).parts.count == 2)
    #expect(ftruncate(file.handle, 80) == 0)
    #expect(throws: MultipartFault.unreadable) { try Multipart(file, type: type) }
  }

  @Test func `a file that cannot be read is unreadable`() throws {
    let bytes = Self.body([])
    let file = try file(bytes)
    let deaf = SpooledFile(open("/proc/self/fd/\(file.handle)", O_WRONLY | O_CLOEXEC))
    #expect(deaf.size == bytes.count)
    #expect(throws: MultipartFault.unreadable) { try Multipart(deaf, type: type) }
  }

  /// Bytes of our memory that are there.
  private func resident() throws -> Int {
    let file = try #require(fopen("/proc/self/statm", "r"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    try #require(fgets(&line, 256, file) != nil)
    let text = String(decoding: line.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let pages = try #require(Int(text.split(separator: " ")[1]))
    return pages * Int(getpagesize())
  }
}
