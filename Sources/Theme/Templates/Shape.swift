/// What is written when a value is shown, as far as its place cares.
enum Shape: Equatable {
  /// Words for people; the name of the kind.
  case words(String)
  case token
  /// Digits, with a point and a minus at most.
  case plainNumber
  /// Other things that machines read: dates, amounts.
  case plain
  case link, asset, sources, path, html
  /// The address of a form that changes something.
  case formAction
  /// Nothing to be shown; the name of the kind.
  case unseen(String)

  var isName: Bool { self == .token || self == .plainNumber }

  /// Whether it can be shown between tags.
  var isShown: Bool {
    switch self {
    case .unseen, .sources, .path, .formAction: false
    default: true
    }
  }

  func described(_ name: String) -> String {
    switch self {
    case .words("a message"): "the message \"\(name)\""
    case .asset: "the asset \"\(name)\""
    case .words(let kind), .unseen(let kind): "“\(name)” of kind \(kind)"
    case .token: "“\(name)” of kind token"
    case .plainNumber, .plain: "“\(name)”"
    case .link: "“\(name)” of kind link"
    case .sources: "“\(name)” of kind sources"
    case .path: "“\(name)” of kind path"
    case .html: "“\(name)” of kind html"
    case .formAction: "“\(name)”, the address of a form,"
    }
  }

  /// Where it belongs, when it stands where it cannot.
  var instead: String {
    switch self {
    case .unseen("flag"): "flags in {% if %} only"
    case .unseen("facts"): "facts in {% jsonld %} only"
    case .unseen("form"): "its field action"
    case .unseen(let kind) where kind.hasPrefix("list of"): "lists in {% for %}"
    case .unseen: "one of its fields"
    case .sources: "sources in srcset only"
    case .path: "path in d of <path> only"
    case .html: "html between tags only"
    case .formAction: "it in action of <form method=\"post\">"
    default: "another kind"
    }
  }
}

extension Operand {
  /// Nil when the value is poisoned.
  var shape: Shape? {
    guard let kind else { return nil }
    switch (kind, writing) {
    case (.number, .plain), (.figure, .plain): return .plainNumber
    case (.form, .action): return .formAction
    case (_, .plain), (_, .iso), (_, .year), (_, .currency): return .plain
    case (.token, _), (.choice, _): return .token
    case (.link, _): return .link
    case (.sources, _): return .sources
    case (.path, _): return .path
    case (.html, _): return .html
    case (.list(.text, _), _): return .words("list of text")
    case (.flag, _), (.facts, _), (.form, _), (.view, _), (.optional, _), (.list, _):
      return .unseen(kind.name)
    default: return .words(kind.name)
    }
  }
}
