/// A way of working that some categories share: what their gigs must say, what their sellers must
/// promise, and the steps that an order takes. It is data; only what is asked here is program.
package struct Vertical: Hashable, Sendable {
  /// Of categories that have no way of working of their own.
  package static let general = "general"
  package static let promiseCharactersMax = 200

  package let name: String
  package let names: Localized
  package let summaries: Localized
  /// So many questions at least must be put to the buyer before the work begins.
  package let requirementsMin: Int
  /// From the first talk to the end of an order.
  package internal(set) var steps: [Step]
  package internal(set) var promises: [Promise]

  package struct Step: Hashable, Sendable {
    package let name: String
    package let names: Localized
    /// What happens, and who does it.
    package let summaries: Localized

    package init(name: String, names: Localized, summaries: Localized) {
      self.name = name
      self.names = names
      self.summaries = summaries
    }
  }

  /// What a seller ticks before a gig is published, and buyers read on its page. Its name stands for
  /// its meaning: where that changes, another promise takes its place, and is ticked anew.
  package struct Promise: Hashable, Sendable {
    package let name: String
    package let text: Localized

    package init(name: String, text: Localized) {
      self.name = name
      self.text = text
    }
  }

  package init(
    name: String, names: Localized = [:], summaries: Localized = [:], requirementsMin: Int = 0,
    steps: [Step] = [], promises: [Promise] = []
  ) {
    self.name = name
    self.names = names
    self.summaries = summaries
    self.requirementsMin = requirementsMin
    self.steps = steps
    self.promises = promises
  }
}

extension Vertical.Promise {
  /// Nothing that a category asks has a name with a dot.
  private static let prefix = "promise."
  static let kept = "yes"

  /// Under which a gig has it among its attributes.
  static func key(_ name: String) -> String { prefix + name }

  /// Nil for an attribute that is no promise.
  static func name(ofKey key: String) -> String? {
    key.hasPrefix(prefix) ? String(key.dropFirst(prefix.count)) : nil
  }
}

extension Vertical {
  /// Out of the text of one.
  package init(_ sheet: Sheet) throws(SheetError) {
    var reader = VerticalReader()
    for section in sheet.sections { try reader.read(section, of: sheet) }
    guard reader.verticals.count == 1 else {
      throw SheetError(sheet.file, 1, "expected one [vertical …], found \(reader.verticals.count)")
    }
    self = reader.verticals[0]
  }

  /// The text that would make it again.
  package var sheetText: String {
    var text = "[vertical \(name)]\n" + names.lines("name") + summaries.lines("summary")
    text += "requirements = \(requirementsMin)\n"
    for step in steps {
      text += "\n[step \(step.name)]\n" + step.names.lines("name") + step.summaries.lines("summary")
    }
    for promise in promises {
      text += "\n[promise \(promise.name)]\n" + promise.text.lines("text")
    }
    return text
  }
}

extension GigContent {
  /// What its seller has ticked. It stands among the attributes, so it is part of the version, of
  /// its digest and of its file like every other choice.
  package var promises: Set<String> {
    get {
      Set(
        attributes.compactMap { key, choice in
          choice == Vertical.Promise.kept ? Vertical.Promise.name(ofKey: key) : nil
        })
    }
    set {
      attributes = attributes.filter { Vertical.Promise.name(ofKey: $0.key) == nil }
      for name in newValue { attributes[Vertical.Promise.key(name)] = Vertical.Promise.kept }
    }
  }
}
