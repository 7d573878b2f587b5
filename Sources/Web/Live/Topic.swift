import Market
import Store

/// What a socket can listen to: something of which the log tells.
enum Topic: Hashable, Sendable {
  case gig(ID<Gig>)
  case seller(ID<Party>)
  case category(ID<Category>)
  /// Whatever happens to any report.
  case reports

  /// `gig:42`, `seller:7`, `category:3`, `reports`.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let words = parts.map { String(decoding: $0, as: UTF8.self) }
    guard words.count <= 2 else { return nil }
    guard words.count == 2 else {
      guard text.hasSameBytes(as: "reports") else { return nil }
      self = .reports
      return
    }
    // One way to write a number, so that a topic has one name.
    guard let number = Int64(words[1]), number > 0, "\(number)".hasSameBytes(as: words[1]) else {
      return nil
    }
    switch words[0] {
    case "gig": self = .gig(ID(number))
    case "seller": self = .seller(ID(number))
    case "category": self = .category(ID(number))
    default: return nil
    }
  }

  /// Nil for what nobody can listen to.
  init?(of change: Change) {
    switch change.noun {
    case .gig: self = .gig(ID(change.subject))
    case .profile: self = .seller(ID(change.subject))
    case .category: self = .category(ID(change.subject))
    case .report: self = .reports
    default: return nil
    }
  }

  /// What the log tells of it by; all of a kind where there is no number.
  var source: (noun: Noun, subject: Int64?) {
    switch self {
    case .gig(let id): (.gig, id.number)
    case .seller(let id): (.profile, id.number)
    case .category(let id): (.category, id.number)
    case .reports: (.report, nil)
    }
  }

  var text: String {
    switch self {
    case .gig(let id): "gig:\(id)"
    case .seller(let id): "seller:\(id)"
    case .category(let id): "category:\(id)"
    case .reports: "reports"
    }
  }

  /// Whether it is there for all who can see it, so that it ends with what it is about.
  var isPublic: Bool { self != .reports }
}

extension Reading where Self: ~Copyable {
  /// Whether somebody may listen. What is hidden and what never was are the same to a visitor.
  func mayHear(_ topic: Topic, _ actor: Actor) throws -> Bool {
    switch topic {
    case .gig(let id): try isShown(.gig(id))
    case .seller(let id): try isShown(.seller(id))
    case .category(let id): try categories().first { $0.id == id }?.isOpen ?? false
    case .reports: actor.refusal(of: .moderate) == nil
    }
  }
}
