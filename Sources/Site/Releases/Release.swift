package import Market

/// A site as it was made at one time, which can be brought back as long as it is kept. What a worker
/// updates since belongs to it.
package struct Release: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case build
    /// An edit, or a change of what all pages stand on.
    case worker
    /// The theme, the messages and the words of this release, over the market of each day.
    case rollback(Int)
    /// The files of this release. Nothing is changed in them but what must be taken down.
    case copy(Int)
  }

  private static let lead = "jishi release 1"

  package let number: Int
  package let made: Instant
  package let origin: Origin
  /// The name of the theme.
  package let theme: String
  package let files: Int

  /// Whether it is not to be changed before somebody builds, as long as visitors see it.
  package var isHeld: Bool { origin.isHeld }

  package var isFrozen: Bool { origin.isFrozen }

  /// A line for each thing.
  var bytes: [UInt8] {
    var lines = CheckedLines(Self.lead)
    lines.add("made", "\(made.milliseconds)")
    lines.add("origin", origin.text)
    lines.add("theme", theme)
    lines.add("files", "\(files)")
    return lines.bytes
  }
}

extension Release {
  /// Nil when there is none that can be read.
  init?(_ number: Int, of tree: String) {
    guard let bytes = try? Folder.bytes(of: Trees.release(of: tree)),
      let lines = CheckedLines(Self.lead, bytes),
      let made = lines["made"].flatMap({ Int64($0) }),
      let origin = lines["origin"].flatMap(Origin.init(text:)), let theme = lines["theme"],
      let files = lines["files"].flatMap({ Int($0) })
    else { return nil }
    self.init(
      number: number, made: Instant(milliseconds: made), origin: origin, theme: theme,
      files: files)
  }
}

extension Release.Origin {
  /// Whether somebody went back to a former release, and does not want it to be changed again before he
  /// builds.
  var isHeld: Bool { held != nil }

  /// Whether pages do not follow the market either.
  var isFrozen: Bool {
    if case .copy = self { return true }
    return false
  }

  /// Nil for one that is not.
  var held: Self? {
    switch self {
    case .build, .worker: nil
    case .rollback, .copy: self
    }
  }

  fileprivate var text: String {
    switch self {
    case .build: "build"
    case .worker: "worker"
    case .rollback(let number): "rollback \(number)"
    case .copy(let number): "copy \(number)"
    }
  }

  fileprivate init?(text: String) {
    let words = text.split(separator: " ")
    switch (words.first, words.dropFirst().first.flatMap { Int($0) }) {
    case ("build", nil): self = .build
    case ("worker", nil): self = .worker
    case ("rollback", let number?): self = .rollback(number)
    case ("copy", let number?): self = .copy(number)
    default: return nil
    }
  }
}

/// What is put down with a new tree, so that it can be brought back.
package struct NewRelease: Sendable {
  package var materials: Materials
  package var made: Instant
  package var origin: Release.Origin
  package var keeping: Keeping

  package init(
    _ materials: Materials, made: Instant, by origin: Release.Origin, _ keeping: Keeping
  ) {
    self.materials = materials
    self.made = made
    self.origin = origin
    self.keeping = keeping
  }

  @discardableResult
  func write(
    of tree: String, _ number: Int, files: Int, like former: String?
  ) throws(SiteError) -> Release {
    let release = Release(
      number: number, made: made, origin: origin, theme: materials.theme, files: files)
    try Archive.write(materials, of: tree, like: former)
    try Folder.write(release.bytes, to: Trees.release(of: tree))
    return release
  }
}

/// How many releases are kept, and how long. The one that visitors see and the one before it always
/// are.
package struct Keeping: Hashable, Sendable {
  package static let usual = Keeping(count: 5, days: 30)
  private static let millisecondsOfDay: Int64 = 86_400_000

  package let count: Int
  package let days: Int

  package init(count: Int, days: Int) { (self.count, self.days) = (count, days) }

  func isYoung(_ release: Release, at now: Instant) -> Bool {
    now.milliseconds - release.made.milliseconds <= Int64(days) * Self.millisecondsOfDay
  }
}
