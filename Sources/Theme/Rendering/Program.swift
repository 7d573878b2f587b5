/// A template for one view in one language, ready to run: words, and the places where values go.
/// Includes, layouts, messages and addresses of assets are already inside. A class, so that running
/// it counts one reference and not all that it holds: threads that share it would wait for each
/// other's counting.
package final class Program: Sendable {
  package let ops: [Op]
  /// All the words, one after the other.
  package let words: [UInt8]
  package let ways: [Way]
  package let types: ProgramTypes
  /// How many scopes are open at most.
  package let depth: Int
  package let language: Language
  /// What the program is for; see `Template`.
  let view: ObjectIdentifier

  init(
    ops: [Op], words: [UInt8], ways: [Way], types: ProgramTypes, depth: Int, language: Language,
    view: ObjectIdentifier
  ) {
    self.ops = ops
    self.words = words
    self.ways = ways
    self.types = types
    self.depth = depth
    self.language = language
    self.view = view
  }

  func shows(_ view: any View.Type) -> Bool { self.view == ObjectIdentifier(view) }

  /// How much it weighs, in bytes of words and steps.
  package var size: (words: Int, steps: Int) { (words.count, ops.count) }
}

/// What the steps of a program know by number.
package struct ProgramTypes: Sendable {
  package internal(set) var optionals: [any Absentable.Type] = []
  package internal(set) var lists: [any Listed.Type] = []
  package internal(set) var choices: [any Choice.Type] = []
  /// The views that cases carry.
  var payloads: [ObjectIdentifier] = []
}

/// A program by the type of the view that it shows.
package struct Template<Page: View>: Sendable {
  let program: Program

  /// Traps when the program is for another view: that would read memory as what it is not.
  init(_ program: Program) {
    precondition(program.shows(Page.self), "a program for another view")
    self.program = program
  }

  /// Writes the page after what is in `output` already. It cannot fail, and it allocates nothing
  /// unless the page is larger than any before it.
  package func render(_ page: borrowing Page, into output: inout Output) {
    withUnsafePointer(to: page) {
      Renderer.run(program, on: UnsafeRawPointer($0), into: &output)
    }
  }
}

/// How a language is written: its numbers and dates, and which of its plural forms a number takes.
package struct Language: Sendable {
  package let tag: String
  package let formats: Formats
  package let plurals: PluralRules
}
