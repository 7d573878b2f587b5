import Theme

// What layouts and the data of pages call the same thing; Hugo makes names small.

extension Spot {
  /// What is the same on every page of a language. A site of Hugo has it in its configuration.
  private static let shared: Set<String> = [
    "frame_browse", "frame_direction", "frame_footer", "frame_help", "frame_home", "frame_icp_link",
    "frame_icp_name", "frame_language", "frame_licences", "frame_openGraphLocale", "frame_owner",
    "frame_police_link", "frame_police_name", "frame_search", "frame_siteName",
  ]

  var isShared: Bool { thing == 0 && Self.shared.contains(name) }

  var small: String { name.lowercased() }

  var elements: String { "\(small)_all" }

  func key(_ form: Form) -> String {
    switch form {
    case .text, .token, .html, .facts, .number, .figure, .money, .day, .moment: small
    default: "\(small)_\(form)".prefix { $0 != "(" }.lowercased()
    }
  }

  /// Nil for the branch that is taken when no other is.
  func key(_ branch: Outline.Branch) -> String? {
    branch.name.map { "\(small)_is_\($0.lowercased().replacing("-", with: "_"))" }
  }

  /// What is there when this question is answered by yes: the value or the list that is shown then,
  /// or else a word for it.
  func key(_ question: Outline.Question, then: [Outline.Step]) -> String {
    for step in then {
      switch step {
      case .show(self, let form): return key(form)
      case .loop(self, _, _, _): return elements
      default: break
      }
    }
    return switch question {
    case .isSo: small
    case .isPresent: "\(small)_there"
    case .hasAny: "\(small)_any"
    }
  }
}
