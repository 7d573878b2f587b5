import HTTP
import Market
import Pages

/// In which language somebody is answered.
enum Negotiation {
  /// The step of the address decides; where there is none, what the browser prefers. Nil for a language
  /// that the site does not have.
  static func edition(
    in printer: Printer, step: String?, _ request: Request
  ) -> Edition? {
    if let step { return printer.editions.first { $0.locale.tag.hasSameBytes(as: step) } }
    let tags = printer.editions.map(\.locale.tag)
    let best = AcceptedLanguages.best(of: tags, request.fields["Accept-Language"])
    return printer.editions.first { $0.locale.tag == best } ?? printer.editions.first
  }
}
