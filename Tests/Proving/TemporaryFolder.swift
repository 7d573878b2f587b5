import Foundation
import Glibc

/// A folder that is gone when nobody holds it any more.
package final class TemporaryFolder: Sendable {
  package let path: String

  /// Where nobody waits for a disk, or elsewhere when the disk matters.
  package init(in parent: String = TemporaryFolder.quickPlace) throws {
    path = (parent as NSString).appendingPathComponent("jishi-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("A temporary folder stays behind: \(error)")
    }
  }

  /// In memory, if there is room for all that the tests keep at once and a program may run from
  /// there; else the system's folder for such things. What comes after a power cut is not tested.
  package static let quickPlace: String = {
    let memory = "/dev/shm"
    var room = statvfs()
    let noProgramsFlag: UInt = 8
    let isRoomy =
      statvfs(memory, &room) == 0 && room.f_bavail * room.f_frsize >= 8 << 30
      && room.f_flag & noProgramsFlag == 0 && access(memory, W_OK) == 0
    return isRoomy ? memory : NSTemporaryDirectory()
  }()

  package func file(_ name: String) -> String {
    (path as NSString).appendingPathComponent(name)
  }
}
