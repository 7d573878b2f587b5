import FoundationEssentials
import Glibc

/// How the program ends.
enum ExitCode: Int32 {
  case fine = 0
  case fault = 1
  case usage = 2
  case outside = 3
}

/// What a command found out: lines for people, or one JSON object of the same facts.
struct Report {
  enum Fact: Encodable {
    case text(String)
    case number(Int64)
    case decimal(Double)
    case flag(Bool)
    case list([Fact])
    case table([(String, Fact)])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .text(let text): try text.encode(to: encoder)
      case .number(let number): try number.encode(to: encoder)
      case .decimal(let number): try number.encode(to: encoder)
      case .flag(let flag): try flag.encode(to: encoder)
      case .list(let facts): try facts.encode(to: encoder)
      case .table(let facts):
        var container = encoder.container(keyedBy: Key.self)
        for (name, fact) in facts { try container.encode(fact, forKey: Key(stringValue: name)) }
      }
    }

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  let facts: [(String, Fact)]
  /// Without lines of its own a report shows its facts.
  let lines: [String]
  let code: ExitCode

  init(_ facts: [(String, Fact)], lines: [String]? = nil, code: ExitCode = .fine) {
    self.facts = facts
    self.lines = lines ?? facts.map { "\($0.0): \($0.1.shown)" }
    self.code = code
  }

  func print(asJSON: Bool) {
    let shown = asJSON ? [Self.json(facts)] : lines
    for line in shown { Swift.print(line) }
  }

  static func json(_ facts: [(String, Fact)]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(Fact.table(facts)), as: UTF8.self)
    } catch {
      preconditionFailure("texts, numbers and flags can be encoded: \(error)")
    }
  }
}

extension Report.Fact {
  fileprivate var shown: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .decimal(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let facts): facts.map(\.shown).joined(separator: ", ")
    case .table(let facts): facts.map { "\($0.0) \($0.1.shown)" }.joined(separator: ", ")
    }
  }
}

/// What went wrong, as one sentence on standard error.
struct Failure {
  let sentence: String
  let code: ExitCode

  func print(asJSON: Bool) {
    let text = asJSON ? Report.json([("error", .text(sentence))]) : "jishi: \(sentence)"
    writeError(text + "\n")
  }
}

extension Failure {
  /// Nil when nothing is lost.
  static func sentence(ofLost files: [String]) -> String? {
    guard let first = files.first else { return nil }
    let rest = files.count > 1 ? " and \(files.count - 1) more" : ""
    return "\(first)\(rest) should be on the site and is kept nowhere: see the setting `media`."
  }
}

/// Standard error in one go, past the buffers of C.
func writeError(_ text: String) { writeAtOnce(text, to: STDERR_FILENO) }

/// A line of a program that goes on: whoever reads along must not wait for a buffer to be full.
func writeLine(_ line: String) { writeAtOnce(line + "\n", to: STDOUT_FILENO) }

private func writeAtOnce(_ text: String, to file: Int32) {
  var text = text
  text.withUTF8 { _ = write(file, $0.baseAddress, $0.count) }
}
