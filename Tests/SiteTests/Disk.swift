import Foundation
import Proving

/// A disk in memory. A shell holds it, and gives it back when we are done or dead.
struct Disk {
  let path: String
  private let holder: Child

  init(kilobytes: Int) throws {
    path = "/tmp/jishi-disk-\(UInt32.random(in: 0...UInt32.max))"
    let script = """
      trap '' PIPE
      mkdir -p \(path)
      mount -t tmpfs -o size=\(kilobytes)k tmpfs \(path) || { rmdir \(path); exit 1; }
      echo ready
      read -r end
      umount \(path) 2>/dev/null || umount -l \(path)
      rmdir \(path)
      """
    holder = try Child("sh", ["-c", script])
    guard String(decoding: holder.read(), as: UTF8.self).hasPrefix("ready") else {
      throw ProvingError.failed("no disk: \(holder.errors)")
    }
  }

  func fill(_ name: String = "ballast", leaving kilobytes: Int) throws {
    _ = try Command.run("sh", ["-c", "cat /dev/zero > \(path)/\(name)"])
    _ = try Command.run("truncate", ["-s", "-\(kilobytes)K", "\(path)/\(name)"])
  }

  func trees() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/sites").sorted()
  }

  func free() throws { try FileManager.default.removeItem(atPath: "\(path)/ballast") }

  func remove() {
    holder.say("\n")
    holder.wait()
  }
}
