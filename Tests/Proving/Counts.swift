import Foundation

/// A count from the environment for long runs, or an honest smaller one.
package func count(_ variable: String, or usual: Int) -> Int {
  ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usual
}
