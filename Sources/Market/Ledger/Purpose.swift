/// What the money of an account is for. Together with whose it is, in which asset and at which
/// custodian, it makes the account.
package enum Purpose: String, CaseIterable, Sendable {
  /// The mirror of what lies at a custodian: below zero by as much as came in from there.
  case outside
  /// A party's own, to spend or withdraw.
  case wallet
  /// Paid for an order that is not finished.
  case escrow
  /// Earned, but not to be withdrawn before its time.
  case clearance
  /// What the house has earned.
  case fees
  /// Owed to a tax office.
  case tax
  /// The house's position in one asset against all others.
  case exchange
  /// Set aside to give away.
  case rewards

  package var mayBeNegative: Bool {
    switch self {
    case .outside, .exchange: true
    case .wallet, .escrow, .clearance, .fees, .tax, .rewards: false
    }
  }
}

/// Whose money it is.
package enum Holder: Hashable, Sendable {
  case house
  case party(Int64)

  /// As it is stored; parties count from one.
  package var number: Int64 {
    switch self {
    case .house: 0
    case .party(let number): number
    }
  }

  package init(number: Int64) { self = number == 0 ? .house : .party(number) }
}

/// Where the money really lies: frozen at one gateway is not money at another.
package struct Custodian: Hashable, Sendable {
  package static let sandbox = Custodian(unchecked: "sandbox")
  package static let wechat = Custodian(unchecked: "wechat")

  package static let bytesMax = 32

  package let name: String

  private init(unchecked name: String) { self.name = name }

  /// Nil unless it is one word: small letters, digits and hyphens.
  package init?(_ name: String) {
    guard name.isName(upTo: Self.bytesMax, besides: "-") else { return nil }
    self.name = name
  }
}

extension Custodian: CustomStringConvertible {
  package var description: String { name }
}

extension String {
  /// Whether it is made of small letters, digits and `others`, and not too long.
  func isName(upTo bytesMax: Int, besides others: StaticString) -> Bool {
    (1...bytesMax).contains(utf8.count)
      && utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || others.withUTF8Buffer { $0.contains(byte) }
      }
  }
}
