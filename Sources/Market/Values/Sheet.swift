/// A text file of an operator: sections with lines, for what is data rather than program.
///
///     # A comment.
///     [kind name]
///     key = value
///
/// What the lines mean is for whoever reads the section; every line knows where it stands, so that
/// a fault can be shown to the person who wrote it.
package struct Sheet: Sendable {
  package struct Line: Hashable, Sendable {
    package let text: String
    package let number: Int

    package init(text: String, number: Int) {
      self.text = text
      self.number = number
    }
  }

  package struct Section: Sendable {
    package let kind: String
    package let name: String
    package let number: Int
    package let lines: [Line]
  }

  package let file: String
  package let sections: [Section]

  package init(_ text: String, file: String) throws(SheetError) {
    var sections: [Section] = []
    var heading: (kind: String, name: String, number: Int)?
    var lines: [Line] = []
    func close() {
      guard let heading else { return }
      sections.append(
        Section(
          kind: heading.kind, name: heading.name, number: heading.number, lines: lines))
    }
    let scalars = text.unicodeScalars
    for (index, raw) in scalars.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = String(Substring(raw).trimmed)
      let number = index + 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      if line.hasPrefix("[") {
        guard line.hasSuffix("]") else {
          throw SheetError(file, number, "the heading is not closed with ]")
        }
        let words = line.dropFirst().dropLast().split(separator: " ", maxSplits: 1)
        guard let kind = words.first else { throw SheetError(file, number, "the heading is empty") }
        close()
        heading = (String(kind), words.count > 1 ? String(words[1].trimmed) : "", number)
        lines = []
      } else {
        guard heading != nil else {
          throw SheetError(file, number, "a line stands before the first [heading]")
        }
        lines.append(Line(text: line, number: number))
      }
    }
    close()
    self.file = file
    self.sections = sections
  }

  package func sections(_ kind: String) -> [Section] { sections.filter { $0.kind == kind } }

  package func fault(_ line: Line, _ what: String) -> SheetError {
    SheetError(file, line.number, what)
  }

  package func fault(_ section: Section, _ what: String) -> SheetError {
    SheetError(file, section.number, what)
  }
}

extension Sheet.Line {
  /// What stands before and after the first ` = `; nil when there is none.
  package var pair: (key: String, value: String)? { halves(at: "=") }

  /// What stands on the two sides of the first sign that has room around it.
  package func halves(at sign: Unicode.Scalar) -> (key: String, value: String)? {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if scalars[index] == sign, index > scalars.startIndex,
        scalars[scalars.index(before: index)] == " ",
        next == scalars.endIndex || scalars[next] == " "
      {
        return (String(text[..<index].trimmed), String(text[next...].trimmed))
      }
      index = next
    }
    return nil
  }
}

/// What is wrong with a sheet, and where.
package struct SheetError: Error, Hashable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let what: String

  package init(_ file: String, _ line: Int, _ what: String) {
    self.file = file
    self.line = line
    self.what = what
  }

  package var description: String { "\(file):\(line): \(what)" }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\r" }
    let start = unicodeScalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return Substring(start[...last])
  }
}
