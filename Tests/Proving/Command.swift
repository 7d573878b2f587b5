import Foundation

/// Another program, run to its end as a user would run it.
package struct Command {
  package let code: Int32
  package let output: String
  package let errors: String

  /// The program `name` of this package, as it was built beside the one that runs.
  package static func ours(_ name: String) -> String {
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return folder.deletingLastPathComponent().appendingPathComponent(name).path
  }

  package static func run(
    _ program: String, _ arguments: [String], in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Command {
    let child = try Child(program, arguments, in: folder, environment: environment)
    let output = child.readAll()
    return Command(code: child.wait(), output: output, errors: child.errors)
  }
}
