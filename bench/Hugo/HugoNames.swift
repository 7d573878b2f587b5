import Theme

// What layouts and the data of pages call the same thing.

extension Spot {
  func key(_ form: Form) -> String {
    switch form {
    case .text, .token, .html, .facts, .number, .figure, .money, .day, .moment: name
    case .plainNumber, .plainFigure, .plainMoney, .plainCount: "\(name)_plain"
    case .compact, .compactCount: "\(name)_compact"
    case .isoDay, .isoMoment: "\(name)_iso"
    case .list: "\(name)_listed"
    case .count: "\(name)_count"
    case .sources: "\(name)_sources"
    case .price: "\(name)_price"
    case .currency: "\(name)_currency"
    case .month: "\(name)_month"
    case .year: "\(name)_year"
    case .formToken, .textAsIs, .listAsIs: preconditionFailure("nothing of a static page")
    }
  }

  /// Nil for the branch that is taken when no other is.
  func key(_ branch: Outline.Branch) -> String? {
    branch.name.map { "\(name)_is_\($0.lowercased().replacing("-", with: "_"))" }
  }

  /// What is there when this question is answered by yes: the value or the list that is shown then,
  /// or else a word for it.
  func key(_ question: Outline.Question, then: [Outline.Step]) -> String {
    for step in then {
      switch step {
      case .show(self, let form): return key(form)
      case .loop(self, _, _, _): return name
      default: break
      }
    }
    return switch question {
    case .isSo: name
    case .isPresent: "\(name)_there"
    case .hasAny: "\(name)_any"
    }
  }
}
