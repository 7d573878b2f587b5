/// Reads numbers out of a sheet and gathers everything that is wrong with them, so that whoever
/// wrote it mends it in one go.
///
/// A text that was stored is read as long as somebody keeps it, by programs that its writer never
/// knew. So what such a program no longer asks for is passed over, what it asks for since has a
/// value from `before`, and what it allows may grow but not shrink.
package final class RuleReader {
  private let sheet: Sheet
  private let isStored: Bool
  private var sections: [RuleSection] = []
  private var faults: [SheetError] = []
  /// What is wrong with numbers together. It only counts when each is right on its own.
  private var contradictions: [SheetError] = []

  package init(_ sheet: Sheet, isStored: Bool = false) {
    self.sheet = sheet
    self.isStored = isStored
  }

  /// The section of this kind and name, which must be there once.
  package func section(_ kind: String, _ name: String = "") -> RuleSection {
    let found = sheet.sections.filter { $0.kind == kind && $0.name == name }
    for section in found.dropFirst() {
      let title = Self.title(section)
      faults.append(sheet.fault(section, "\(title) stands at line \(found[0].number) already"))
    }
    if found.isEmpty, !isStored {
      let title = Self.title(kind, name)
      faults.append(SheetError(sheet.file, 1, "the section \(title) is missing"))
    }
    return read(found.first, kind, name)
  }

  /// All sections of a kind, which are told apart by their names; at least one.
  package func sections(_ kind: String) -> [RuleSection] {
    var seen: Set<String> = []
    let found = sheet.sections(kind)
    if found.isEmpty {
      faults.append(
        SheetError(sheet.file, 1, "there is no section [\(kind) NAME], and one is needed"))
    }
    return found.compactMap { section in
      guard seen.insert(section.name).inserted else {
        faults.append(sheet.fault(section, "\(Self.title(section)) stands here a second time"))
        return nil
      }
      return read(section, kind, section.name)
    }
  }

  private func read(_ section: Sheet.Section?, _ kind: String, _ name: String) -> RuleSection {
    let read = RuleSection(section, kind, name, of: self, isStored: isStored)
    sections.append(read)
    return read
  }

  /// To be called when all has been read that can be: what is left over is unknown.
  package func finish() throws(SheetFaults) {
    for section in sheet.sections
    where !isStored
      && !sections.contains(where: { $0.kind == section.kind && $0.name == section.name })
    {
      faults.append(sheet.fault(section, "\(Self.title(section)) is not a section of the rules"))
    }
    if !isStored { for section in sections { section.reportUnknown() } }
    guard faults.isEmpty else { throw SheetFaults(faults) }
    guard contradictions.isEmpty else { throw SheetFaults(contradictions) }
  }

  fileprivate func report(_ line: Int, _ what: String) {
    faults.append(SheetError(sheet.file, line, what))
  }

  fileprivate func contradict(_ line: Int, _ what: String) {
    contradictions.append(SheetError(sheet.file, line, what))
  }

  private static func title(_ section: Sheet.Section) -> String {
    title(section.kind, section.name)
  }
  fileprivate static func title(_ kind: String, _ name: String) -> String {
    name.isEmpty ? "[\(kind)]" : "[\(kind) \(name)]"
  }
}

/// The lines of one section, each asked for by its key. Where something is wrong, a number that
/// would do stands in, so that reading goes on.
package final class RuleSection {
  package let kind: String
  package let name: String
  /// Nil when it is missing, which has been reported then.
  private let number: Int?
  private let isStored: Bool
  private unowned let reader: RuleReader
  private var lines: [String: (value: String, number: Int)] = [:]
  private var asked: [String] = []

  fileprivate init(
    _ section: Sheet.Section?, _ kind: String, _ name: String, of reader: RuleReader,
    isStored: Bool
  ) {
    self.kind = kind
    self.name = name
    self.reader = reader
    self.isStored = isStored
    number = section?.number ?? (isStored ? 1 : nil)
    for line in section?.lines ?? [] {
      guard let (key, value) = line.pair else {
        reader.report(line.number, "found “\(line.text)”, expected `key = value`")
        continue
      }
      if let first = lines[key] {
        reader.report(line.number, "“\(key)” stands at line \(first.number) already")
      } else {
        lines[key] = (value, line.number)
      }
    }
  }

  /// `before` is for a number that became a rule after the first release: what held until then,
  /// and so what an older text means that does not name it.
  package func whole(_ key: String, _ range: ClosedRange<Int>, before: Int? = nil) -> Int {
    let bounds = Int64(range.lowerBound)...Int64(range.upperBound)
    return Int(decimal(key, scale: 0, bounds, before: before.map(Int64.init), sort: "whole number"))
  }

  /// Written in percent with up to two decimals, kept in basis points.
  package func basisPoints(_ key: String, _ range: ClosedRange<Int> = 0...10_000) -> Int {
    let bounds = Int64(range.lowerBound)...Int64(range.upperBound)
    return Int(decimal(key, scale: 2, bounds, sort: "percentage"))
  }

  /// Written with up to `scale` decimals, kept in the smallest unit.
  package func decimal(
    _ key: String, scale: Int, _ range: ClosedRange<Int64>, before: Int64? = nil,
    sort: String = "number"
  ) -> Int64 {
    let low = range.lowerBound.decimal(scale: scale)
    let high = range.upperBound.decimal(scale: scale)
    return value(key, "a \(sort) from \(low) to \(high)", else: range.lowerBound, before: before) {
      Int64(decimal: $0, scale: scale).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  package func flag(_ key: String) -> Bool {
    value(key, "yes or no", else: false) { ["yes": true, "no": false][$0] }
  }

  package func value<Value>(
    _ key: String, _ expected: String, else standIn: Value, before: Value? = nil,
    read: (String) -> Value?
  ) -> Value {
    asked.append(key)
    guard let line = lines[key] else {
      if isStored, let before { return before }
      if let number {
        reader.report(number, "\(title) lacks “\(key)”: expected `\(key) = ` and \(expected)")
      }
      return standIn
    }
    guard let value = read(line.value) else {
      reader.report(line.number, "\(key): found “\(line.value)”, expected \(expected)")
      return standIn
    }
    return value
  }

  /// A rule about several numbers, told at the line of one of them.
  package func expect(_ holds: Bool, _ key: String, _ what: String) {
    guard !holds else { return }
    reader.contradict(
      lines[key]?.number ?? number ?? 1, "\(key): found “\(lines[key]?.value ?? "")”, \(what)")
  }

  fileprivate func reportUnknown() {
    for (key, line) in lines.sorted(by: { $0.value.number < $1.value.number })
    where !asked.contains(key) {
      let known = asked.joined(separator: ", ")
      reader.report(line.number, "found “\(key)”, expected one of \(known)")
    }
  }

  private var title: String { RuleReader.title(kind, name) }
}

/// All that is wrong with a sheet, in the order of its lines.
package struct SheetFaults: Error, Hashable, CustomStringConvertible {
  package let faults: [SheetError]

  package init(_ faults: [SheetError]) { self.faults = faults.sorted { $0.line < $1.line } }

  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
