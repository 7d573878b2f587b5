/// A template for one view in one language, ready to run: words, and the places where values go.
/// Includes, layouts, messages and addresses of assets are already inside.
package struct Program: Sendable {
  let ops: [Op]
  /// All the words, one after the other.
  let words: [UInt8]
  let ways: [Way]
  let optionals: [any Absentable.Type]
  let lists: [any Listed.Type]
  let choices: [any Choice.Type]
  /// The views that cases carry.
  let payloads: [ObjectIdentifier]
  /// How many scopes are open at most.
  let depth: Int
  let language: Language
  /// What the program is for; see `Template`.
  let view: ObjectIdentifier

  /// How much it weighs, in bytes of words and steps.
  package var size: (words: Int, steps: Int) { (words.count, ops.count) }
}

/// A program by the type of the view that it shows.
package struct Template<Page: View>: Sendable {
  let program: Program

  /// Traps when the program is for another view: that would read memory as what it is not.
  init(_ program: Program) {
    precondition(program.view == ObjectIdentifier(Page.self), "a program for another view")
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
