import Testing

/// What the compiler cannot hold: the shape of the house. A list that grows here is a decision.
@Suite struct TidyTests {
  static let linesMax = 250

  /// Which of our own targets each may import; ARCHITECTURE.md has the reasons.
  static let arrows: [String: Set<String>] = [
    "Market": [],
    "Store": ["Market", "CSQLite", "CPostgres", "COpenSSL", "CSodium", "CUnicode"],
    "Theme": ["COpenSSL", "CMarkdown", "CUnicode", "CQR"],
    "Pages": ["Market", "Theme"],
    "Outside": ["Market", "COpenSSL", "CCurl"],
    "HTTP": ["CBeast"],
    "Web": ["Market", "Store", "Pages", "HTTP", "Outside", "CJSON"],
    "Site": ["Market", "Store", "Theme", "Pages", "Outside", "CDigest", "CDeflate", "CBrotli"],
    "Work": ["Market", "Store", "Pages", "Outside"],
    "jishi-media": ["Market", "CVips", "CCard", "CProcess"],
    "jishi": ["Market", "Store", "Theme", "Pages", "Outside", "Site", "Work", "HTTP", "Web"],
  ]

  static let nouns: Set<String> = [
    "Accounts", "Profiles", "Gigs", "Media", "Jobs", "Orders", "Ledger", "Payments", "Messaging",
    "Reviews",
    "Search", "Community", "Support", "Staff",
  ]

  /// Folders that are not nouns of the market: what each target is made of.
  static let folders: [String: Set<String>] = [
    "Market": ["Values", "Log", "Queue", "Rules", "Text"],
    "Store": [
      "Engine", "SQLite", "Postgres", "Transactions", "Schema", "Log", "Queue", "Keeping", "Rules",
    ],
    "Theme": [
      "Faults", "Views", "Rendering", "Templates", "Messages", "Formats", "Markdown", "Assets",
      "Pictures",
    ],
    "Pages": ["Site"],
    "Outside": ["HTTP", "Mail", "Programs", "Storage"],
    "HTTP": ["Files", "Serving"],
    "Web": ["Routes", "Reading", "Visits", "Guarding", "Answering", "Live"],
    "Site": [
      "Building", "Content", "Deploying", "Releases", "Tree", "Updating", "Verifying",
    ],
    "jishi": ["Commands", "Demo", "Serving"],
  ]

  @Test func `the tree is found`() {
    #expect(Tree.sources.count > 40)
    #expect(Tree.sources.map(\.path).contains("Sources/Market/Values/ID.swift"))
  }

  @Test(arguments: Tree.sources)
  func `a file imports only where an arrow leads`(file: SourceFile) throws {
    let ours = Set(Self.arrows.keys).union([
      "CSQLite", "CPostgres", "COpenSSL", "CMarkdown", "CUnicode", "CXML", "Proving",
      "CDigest", "CDeflate", "CBrotli", "CCurl", "CBeast", "CJSON", "CSodium", "CQR",
      "CGLib", "CVips", "CCard", "CProcess",
    ])
    let allowed = try #require(Self.arrows[file.target], "the target \(file.target) has no arrows")
    for name in file.imports where ours.contains(name) {
      #expect(allowed.contains(name), "\(file.path) imports \(name)")
    }
  }

  @Test(arguments: Tree.sources.filter { $0.target == "Market" })
  func `the market imports nothing at all`(file: SourceFile) {
    #expect(file.imports.isEmpty, "\(file.path) imports \(file.imports)")
  }

  @Test(arguments: Tree.sources)
  func `folders are nouns of the market, or parts of their target`(file: SourceFile) {
    let allowed = Self.nouns.union(Self.folders[file.target] ?? [])
    for folder in file.folders {
      #expect(allowed.contains(folder), "\(file.path): the folder \(folder) is neither")
    }
  }

  @Test(arguments: Tree.all.filter { !$0.path.contains("TidyTests") })
  func `nothing is forced`(file: SourceFile) {
    let marks = ["!", "fatalError", "unsafe"]
    let forced = /try!|\bas!|[\w\)\]>]!(?![=\w])|fatalError\(|unowned\(unsafe\)/
    for (number, line) in file.code
    where marks.contains(where: line.contains) && line.contains(forced) {
      Issue.record("\(file.path):\(number): \(line)")
    }
  }

  @Test(arguments: Tree.sources)
  func `files are short and no drawer is called Utils`(file: SourceFile) {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines <= Self.linesMax, "\(file.path) has \(lines) lines: perhaps two rooms")
    #expect(!file.path.contains(/(Util|Helper|Common|Misc|Core|Manager)s?\b/), "\(file.path)")
  }

  @Test(arguments: Tree.sources)
  func `a statement is a literal that names its columns`(file: SourceFile) {
    #expect(!file.text.contains(/select \*/), "\(file.path)")
    let mayGenerate = file.folders.first.map { ["Engine", "Search"].contains($0) } ?? false
    #expect(mayGenerate || !file.text.contains("SQL(generated:"), "\(file.path)")
  }

  @Test(arguments: Tree.sources)
  func `the clock is read in one place and nobody sleeps`(file: SourceFile) {
    let allowed = ["jishi/Clock.swift", "Transactions/Thread.swift", "SQLite/WriterLock.swift"]
    let words = ["time", "Date", "sleep"]
    guard !allowed.contains(where: file.path.hasSuffix) else { return }
    let reads = /clock_gettime|Date\(\)|Date\.now|gettimeofday|\btime\(nil\)/
    let sleeps = /\busleep\(|\bsleep\(\d|Thread\.sleep/
    // Seldom is there any of these words, and a look for words is quick.
    for (number, line) in file.code where words.contains(where: line.contains) {
      let isTimed = line.contains(reads) || line.contains(sleeps)
      #expect(!isTimed, "\(file.path):\(number): \(line)")
    }
  }

  @Test(arguments: Tree.all)
  func `nothing unfinished is left`(file: SourceFile) {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    let words = Set(file.text.split { !$0.isLetter }.map(String.init))
    for mark in marks { #expect(!words.contains(mark), "\(file.path) has a \(mark)") }
  }

  @Test(arguments: Tree.sources)
  func `what is unchecked says why`(file: SourceFile) {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (before, line) in zip(lines, lines.dropFirst())
    where line.contains("@unchecked") || line.contains("nonisolated(unsafe)") {
      #expect(before.contains("//"), "\(file.path): \(line)")
    }
  }
}

extension SourceFile: CustomTestStringConvertible {
  var testDescription: String { path }

  var imports: [String] {
    let importing = /^\s*(?:@\w+\s+)?(?:\w+\s+)?import\s+(\w+)/
    return code.compactMap { _, line in
      line.contains("import") ? line.firstMatch(of: importing).map { String($0.1) } : nil
    }
  }
}
