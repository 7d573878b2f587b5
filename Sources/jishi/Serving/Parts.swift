/// What of the program runs in one process.
enum Parts: String, CaseIterable {
  case files
  case endpoint
  case all

  init(_ only: String?) throws {
    guard let only else {
      self = .all
      return
    }
    guard let parts = Parts(rawValue: only), parts != .all else {
      throw UsageError("--only needs “files” or “endpoint”, not “\(only)”.")
    }
    self = parts
  }

  var hasEndpoint: Bool { self != .files }
  var hasWorkers: Bool { self == .all }
}
