import Foundation

/// A folder that is gone when nobody holds it any more.
package final class TemporaryFolder: Sendable {
  package let path: String

  /// Under the system's folder for such things, or elsewhere when the disk matters.
  package init(in parent: String = NSTemporaryDirectory()) throws {
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

  package func file(_ name: String) -> String {
    (path as NSString).appendingPathComponent(name)
  }
}
