import Market
import Store

/// How an operator names somebody. Accounts and parties are numbered apart, so a number alone is
/// always an account's: nobody is suspended because two numbers looked alike.
enum Who: Sendable {
  case account(ID<Account>)
  case party(ID<Party>)
  case contact(Contact, String)

  static let form = "WHO"
  static let explanation = """
    WHO is the number of an account, an e-mail address, a telephone number such as +8613800138000,
    or party:NUMBER. Organisations have no account: they are always party:NUMBER.
    """

  init(_ text: String) throws {
    if let number = Int64(text), !text.hasPrefix("+"), number > 0 {
      self = .account(ID(number))
    } else if let number = Self.number(in: text, after: "account:") {
      self = .account(ID(number))
    } else if let number = Self.number(in: text, after: "party:") {
      self = .party(ID(number))
    } else if let contact = try? Contact(email: text) {
      self = .contact(contact, text)
    } else if let contact = try? Contact(phone: text) {
      self = .contact(contact, text)
    } else {
      throw UsageError(
        "“\(text)” names nobody: give an account's number, party:NUMBER, an e-mail address, or a telephone number such as +8613800138000."
      )
    }
  }

  private static func number(in text: String, after label: String) -> Int64? {
    guard text.hasPrefix(label), let number = Int64(text.dropFirst(label.count)), number > 0 else {
      return nil
    }
    return number
  }
}

extension Reading where Self: ~Copyable {
  func account(_ who: Who) throws -> Account {
    switch who {
    case .account(let id): return try account(id)
    case .party(let id):
      let party = try party(id)
      guard let account = try account(of: party.id) else {
        throw UsageError("party:\(id) (\(party.name)) has no account; only persons have one.")
      }
      return account
    case .contact(let contact, let text):
      guard let account = try account(reachedAt: contact) else {
        throw UsageError("Nobody here has \(text); `jishi user` lists the accounts.")
      }
      return account
    }
  }

  func party(_ who: Who) throws -> Party {
    if case .party(let id) = who { return try party(id) }
    return try party(account(who).party)
  }
}
