/// A gig that a seller of a category can begin with, and make his own.
package struct GigTemplate: Hashable, Sendable {
  package let name: String
  /// The name of the category in addresses.
  package let category: String
  package let names: Localized
  /// For whom it is, or what it is good for.
  package let summaries: Localized
  /// Without tags, which the market knows by number.
  package let content: GigContent
  package let tags: [Localized]

  /// Out of a file that is like one of a gig, but for `[template NAME]` in the place of `[gig]`.
  package init(_ sheet: Sheet) throws(SheetFaults) {
    var reader = GigReader(sheet, head: Self.head)
    for section in sheet.sections { reader.read(section) }
    for name in reader.attributes.keys where Vertical.Promise.name(ofKey: name) != nil {
      reader.faults.append(
        sheet.fault(.attribute(name), "only a seller can promise something: “\(name)”"))
    }
    (content, tags) = (try reader.content(), reader.tags)
    (name, category) = (sheet.sections(Self.head).first?.name ?? "", reader.category)
    (names, summaries) = (reader.names, reader.summaries)
  }

  static let head = "template"

  /// The file that would make it again.
  package var sheetText: String {
    """
    [template \(name)]
    \(names.lines("name"))\(summaries.lines("summary"))category = \(category)
    origin = \(content.origin)
    currency = \(content.asset.code)

    """ + content.sheetText(tags)
  }

  /// What its category does not have, or asks and does not find. How much a gig may hold is for the
  /// rules of the day.
  func faults(under attributes: [CategoryAttribute]) -> [GigFault] {
    content.faults(under: .standard, attributes: attributes, vertical: nil).filter {
      switch $0 {
      case .missing(.attribute), .unknown(.attribute): true
      default: false
      }
    }
  }
}

extension GigTemplate {
  /// In its descriptions, what a seller is to write stands in brackets.
  fileprivate var blanks: [String] {
    content.texts.values.flatMap { text in
      let parts = text.description.split(separator: "【", omittingEmptySubsequences: false)
      return parts.dropFirst().compactMap { part in
        part.firstIndex(of: "】").map { "【\(part[...$0])" }
      }
    }
  }
}

extension GigContent {
  /// What these templates left for the seller to write, and nobody wrote.
  /// They are asked for only where there may be any.
  package func blanksLeft(by templates: @autoclosure () throws -> [GigTemplate]) rethrows
    -> [GigFault]
  {
    let suspects = locales.filter { texts[$0]?.description.contains("【") ?? false }
    guard !suspects.isEmpty else { return [] }
    let blanks = try templates().flatMap(\.blanks)
    return suspects.filter { locale in
      texts[locale].map { text in blanks.contains { text.description.contains($0) } } ?? false
    }.map { .notFilled(.description($0)) }
  }
}
