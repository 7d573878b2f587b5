import Theme

/// What a program does, as a tree with the names of what it shows: from it the same can be said in
/// another language of templates.
struct Outline: Sendable {
  let program: Program
  let steps: [Step]

  init(_ program: Program, of view: any View.Type) {
    self.program = program
    var writer = OutlineWriter(program, view)
    steps = writer.steps(from: 0, to: program.ops.count)
  }

  indirect enum Step: Sendable {
    case words([UInt8])
    case show(Spot, Form)
    case branch(Spot, Question, then: [Step], otherwise: [Step])
    /// For each element, which is the thing of that scope.
    case loop(Spot, any Listed.Type, scope: Int, [Step])
    case choose(Spot, Chooser, [Branch])
    /// Needs nothing but that thing, which may be on other pages, too.
    case part(thing: Int, [Step])
  }

  enum Question: Sendable {
    case isSo
    case isPresent(any Absentable.Type)
    case hasAny(any Listed.Type)
  }

  enum Chooser: Sendable {
    case choice(any Choice.Type, scope: Int)
    case number
    case count(any Listed.Type)
    case token
  }

  /// One way to go on, and for what; nil for all else.
  struct Branch: Sendable {
    let fit: Way.Fit
    let name: String?
    let steps: [Step]
  }
}

/// Where a value lies, and what it is called in the thing that it belongs to: the page, or an
/// element of a loop.
struct Spot: Sendable, Hashable {
  let reference: Reference
  /// The scope of the thing.
  let thing: Int
  /// In small letters: Hugo makes names so.
  let name: String
  /// It is the same on every page of a language.
  let isShared: Bool
}
