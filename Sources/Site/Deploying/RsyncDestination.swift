import Outside

/// A folder to which rsync sends, of another machine or a daemon. What is sent at once comes into its
/// place at once, when all of it has arrived.
struct RsyncDestination: Destination {
  private static let options = [
    "--recursive", "--files-from=-", "--from0", "--timeout=60", "--chmod=D755,F644",
    "--omit-dir-times",
  ]

  /// As rsync takes it: `user@host:/srv/www`, or `rsync://host/module`.
  let place: String
  /// Where files get second names, so that they are what was planned whatever happens meanwhile.
  let way: String

  var address: String { "rsync:\(place)" }

  func open() throws {
    try begin()
    // It makes the last folder, if there is none, and sees whether it may write there.
    try run([], [])
  }

  private func begin() throws(SiteError) {
    if Folder.isFolder(way) { try Folder.remove(way) }
    try Folder.make(way)
  }

  func close() { try? Folder.remove(way) }

  func send(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    try begin()
    try lay(parcels)
    let paths = parcels.map(\.path)
    try run(["--checksum", "--delay-updates"], paths)
    let unlike = try differing(paths)
    for parcel in parcels where !unlike.contains(parcel.path) { try done(parcel) }
    if let first = unlike.first { throw DeployError.unlike(first) }
  }

  func send(_ text: String, named name: String) throws {
    try begin()
    try Folder.write(Array(text.utf8), to: "\(way)/\(name)")
    try run(["--checksum"], [name])
  }

  func remove(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    // What is not on its way is what is to go there, from folders that are.
    try begin()
    for folder in Set(parcels.map(\.folder)) { try Folder.make("\(way)/\(folder)") }
    try run(["--delete-missing-args", "--force"], parcels.map(\.path))
    for parcel in parcels { try done(parcel) }
  }

  func faulty(among parcels: [Parcel]) throws -> [Parcel] {
    try begin()
    try lay(parcels)
    let unlike = Set(try differing(parcels.map(\.path)))
    return parcels.filter { unlike.contains($0.path) }
  }

  /// Each is looked at by its second name, which stays with the bytes that were looked at.
  private func lay(_ parcels: [Parcel]) throws {
    let folder = try OpenFolder(way)
    for parcel in parcels {
      let place = try TreePath(relative: parcel.path)
      do throws(SiteError) {
        try folder.link(place, from: parcel.source.root)
      } catch {
        throw Moved(path: parcel.path)
      }
      let bytes = try folder.bytes(of: place) ?? []
      guard parcel.isMade(of: bytes) else { throw Moved(path: parcel.path) }
    }
  }

  /// Of these paths those that are not there as they are here.
  private func differing(_ paths: [String]) throws -> [String] {
    try run(["--checksum", "--dry-run", "--out-format=%i %n"], paths)
      .split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ", maxSplits: 1)
        // Such as `<f.st....`: which way, and what.
        guard words.count == 2, words[0].dropFirst().hasPrefix("f"), !words[0].hasPrefix(".") else {
          return nil
        }
        return String(words[1])
      }
  }

  @discardableResult
  private func run(_ options: [String], _ paths: [String]) throws -> String {
    var random = SystemRandomNumberGenerator()
    do throws(RsyncFailure) {
      return try Retry(sleep: wait).run(using: &random) { () throws(RsyncFailure) in
        let outcome = OtherProgram.run(
          ["rsync"] + Self.options + options + ["--", "\(way)/", place],
          saying: paths.joined(separator: "\0"))
        guard outcome.code == 0 else { throw RsyncFailure(outcome: outcome) }
        return outcome.output
      }
    } catch {
      throw DeployError.refused(error.sentence)
    }
  }
}

private struct RsyncFailure: Retriable {
  /// A connection that cannot be had, or that is lost.
  private static let passing: Set<Int32> = [5, 10, 12, 30, 35, 255]

  let outcome: OtherProgram.Outcome

  var isTransient: Bool { Self.passing.contains(outcome.code) }

  var sentence: String {
    let lines = outcome.complaints.split(separator: "\n").map(String.init)
    let last = lines.first { !$0.hasPrefix("rsync error") } ?? lines.first ?? "it says nothing more"
    switch outcome.code {
    case 127: return "rsync is not installed: it is the Debian package rsync."
    case 11 where outcome.complaints.contains("No space left"):
      return "The disk of the target is full: make room there and deploy again."
    case 255: return "The target cannot be reached: \(last)"
    default: return "rsync could not do it (code \(outcome.code)): \(last)"
    }
  }
}

extension Parcel {
  /// Empty for the root.
  fileprivate var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
}
