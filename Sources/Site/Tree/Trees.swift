import Glibc

/// The trees of an output folder. Visitors see one of them, by a link: a link can be changed at once,
/// and a folder that is not empty cannot.
///
///     OUTPUT/site               a link to sites/4
///     OUTPUT/sites/4            a tree
///     OUTPUT/sites/4.manifest   what is in it
///     OUTPUT/sites/4.state      what it was made of
///     OUTPUT/sites/3            the one before
struct Trees: Sendable {
  /// Who reads a page of the tree before may still ask for what belongs to it.
  static let formerMax = 1
  /// Of what stands beside a tree.
  private static let endings = [
    ".manifest", ".manifest.new", ".state", ".state.new", ".staging", ".batch",
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

  /// Removes what builds left that failed or were killed, and what is too old. What cannot go stops
  /// nobody: the next one tries again.
  func removeOthers() {
    guard let numbers = try? numbers() else { return }
    let shown = numbers.first { shows(path($0)) }
    let older = numbers.filter { $0 < shown ?? 0 && Folder.isFolder(path($0)) }
    let former = older.suffix(Self.formerMax)
    for number in numbers where number != shown && !former.contains(number) {
      try? Folder.remove(path(number))
      for ending in Self.endings where unlink(path(number) + ending) != 0 {
        try? Folder.remove(path(number) + ending)
      }
    }
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
