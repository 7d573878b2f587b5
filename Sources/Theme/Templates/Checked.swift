/// A template whose every name is known and whose every value may stand where it stands. It still
/// includes others, and its messages have no language yet.
struct CheckedTemplate: Sendable {
  let path: String
  let role: TemplateRole
  let view: (any View.Type)?
  var nodes: [CheckedNode] = []
  /// What it fills in its layout.
  var fills: [String: [CheckedNode]] = [:]
  var layout: CheckedLayout?
  /// The slots of the layout around it that its own pages fill.
  var passedOn: Set<String> = []
}

/// The layout that a template stands in, and where in its view the layout's view lies.
struct CheckedLayout: Sendable {
  let name: String
  let view: Operand
}

indirect enum CheckedNode: Sendable {
  case words([UInt8])
  case show(Operand)
  case asset(name: String, address: String)
  case message(CheckedMessage)
  case branch(CheckedTest, Operand, then: [CheckedNode], otherwise: [CheckedNode])
  case loop(Operand, element: Int, number: Int?, body: [CheckedNode], otherwise: [CheckedNode])
  case match(Operand, cases: [CheckedCase], otherwise: [CheckedNode]?)
  case include(String, bindings: [Int: Operand], place: Place)
  /// Where a layout has its page.
  case content
  /// Where a layout has what the page fills in, or else its own.
  case placeholder(String, [CheckedNode])
  /// Where an element around words of a message has those words.
  case wrapped
  case facts(Operand)
  /// The hidden field of the form that was opened at that place.
  case formToken(Operand, Place)
}

enum CheckedTest: Sendable {
  case isSo
  case isPresent
  case hasAny
}

struct CheckedCase: Sendable {
  let positions: [Int]
  let payload: Int?
  let body: [CheckedNode]
}

struct CheckedMessage: Sendable {
  let key: String
  let arguments: [String: Operand]
  let slots: [String: [CheckedNode]]
}

/// A value: where it comes from, what it is, and how it is to be written.
struct Operand: Sendable {
  var origin: Origin
  /// Nil when a fault was reported about it: then it fits everywhere, so that no other follows.
  var kind: Kind?
  var writing = Writing.own

  static let poisoned = Operand(origin: .nothing, kind: nil)

  enum Origin: Sendable {
    /// So many bytes into a variable, and so many names deep.
    case place(variable: Int, offset: Int, depth: Int)
    case count(variable: Int, offset: Int, list: any Listed.Type)
    case words(String)
    case number(Int)
    case flag(Bool)
    /// A parameter that was not given.
    case nothing
  }

  /// The field of a value that says how it is written.
  enum Writing: Sendable {
    case own, plain, compact, price, currency, iso, month, year, action
  }
}
