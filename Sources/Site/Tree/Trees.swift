import Glibc
import Market

/// The trees of an output folder. Visitors see one of them, by a link: a link can be changed at once,
/// and a folder that is not empty cannot.
///
///     OUTPUT/site               a link to sites/4
///     OUTPUT/sites/4            a tree
///     OUTPUT/sites/4.manifest   what is in it
///     OUTPUT/sites/4.state      what it was made of
///     OUTPUT/sites/4.release    when it was made, and why
///     OUTPUT/sites/4.materials  the theme, the messages and the words that it was made of
///     OUTPUT/sites/3            the one before
struct Trees: Sendable {
  /// Of what stands beside a tree.
  private static let endings = [
    ".manifest", ".manifest.new", ".state", ".state.new", ".staging", ".batch", ".release",
    ".materials",
  ]

  private let link: String
  private let folder: String

  init(in output: String) throws(SiteError) {
    link = "\(output)/site"
    folder = "\(output)/sites"
    try Folder.make(folder)
  }

  static func areThere(in output: String) -> Bool { Folder.isFolder("\(output)/sites") }

  static func manifest(of tree: String) -> String { tree + ".manifest" }
  static func state(of tree: String) -> String { tree + ".state" }
  static func staging(of tree: String) -> String { tree + ".staging" }
  static func batch(of tree: String) -> String { tree + ".batch" }
  static func release(of tree: String) -> String { tree + ".release" }
  static func materials(of tree: String) -> String { tree + ".materials" }

  func path(_ number: Int) -> String { "\(folder)/\(number)" }

  /// One that no tree ever had, as far as can be seen.
  func next() throws(SiteError) -> Int { (try numbers().max() ?? 0) + 1 }

  /// The one that visitors see, by whatever way the link leads to it.
  func shown() throws(SiteError) -> Int? {
    try numbers().first { shows(path($0)) }
  }

  func shows(_ tree: String) -> Bool { Folder.isSame(link, tree) }

  /// Shows visitors this one.
  func show(_ number: Int) throws(SiteError) {
    let next = "\(link).next"
    unlink(next)
    guard symlink("sites/\(number)", next) == 0, rename(next, link) == 0 else {
      let failure = Folder.failure(link)
      unlink(next)
      throw failure
    }
  }

  /// The releases that are kept, the newest first.
  func releases() throws(SiteError) -> [Release] {
    let shown = try shown() ?? .max
    return try numbers().reversed().filter { $0 <= shown }.compactMap(release)
  }

  func release(_ number: Int) -> Release? {
    Folder.isFolder(path(number)) ? Release(number, of: path(number)) : nil
  }

  /// The one that visitors see, if it is not to be changed before somebody builds.
  func held() -> Release? {
    guard let shown = try? shown(), let release = release(shown), release.origin.isHeld else {
      return nil
    }
    return release
  }

  /// The same for who would change it: one of which nobody can tell may be held.
  func holding() throws(SiteError) -> Release? {
    guard let shown = try shown(), release(shown) == nil else { return held() }
    let path = Self.release(of: path(shown))
    guard access(path, F_OK) != 0 else {
      throw .manifest(path: path, reason: "it is damaged, so the site may be held")
    }
    return nil
  }

  /// The one before the one that visitors see: who reads a page of it may still ask for what belongs
  /// to it.
  func former() throws(SiteError) -> Int? {
    let shown = try shown() ?? 0
    return try numbers().last { $0 < shown && Folder.isFolder(path($0)) }
  }

  /// Removes what builds left that failed or were killed, and releases that are kept no longer. What
  /// cannot go stops nobody: the next one tries again.
  func removeOthers(_ keeping: Keeping? = nil, at now: Instant? = nil) {
    guard let numbers = try? numbers() else { return }
    let kept = (try? kept(keeping, at: now)) ?? Set(numbers)
    for number in numbers where !kept.contains(number) {
      // Whoever is killed in the middle leaves nothing that looks whole.
      unlink(Self.release(of: path(number)))
      try? Folder.remove(path(number))
      for ending in Self.endings where unlink(path(number) + ending) != 0 {
        try? Folder.remove(path(number) + ending)
      }
    }
  }

  private func kept(_ keeping: Keeping?, at now: Instant?) throws(SiteError) -> Set<Int> {
    var kept = Set([try shown(), try former()].compactMap(\.self))
    guard let keeping, let now else { return kept.union(try releases().map(\.number)) }
    // One that was brought back is like the one that it came from.
    let originals = try releases().filter { !$0.isHeld }
    for release in originals.prefix(keeping.count) where keeping.isYoung(release, at: now) {
      kept.insert(release.number)
    }
    return kept
  }

  /// In their order, each once. What is called otherwise is not ours.
  private func numbers() throws(SiteError) -> [Int] {
    let numbers = try Folder.names(in: folder).compactMap { name -> Int? in
      let digits = name.prefix { $0 != "." }
      guard digits == name[...] || Self.endings.contains(String(name.dropFirst(digits.count)))
      else { return nil }
      let isOurs =
        digits.utf8.count <= 9
        && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return isOurs ? Int(digits) : nil
    }
    return Set(numbers).sorted()
  }
}
