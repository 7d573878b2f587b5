/// Money of one holder for one purpose, in one asset, at one custodian.
package struct LedgerAccount: Hashable, Sendable {
  package struct Key: Hashable, Sendable {
    package let holder: Holder
    package let purpose: Purpose
    package let asset: Asset
    package let custodian: Custodian

    package init(_ holder: Holder, _ purpose: Purpose, _ asset: Asset, at custodian: Custodian) {
      self.holder = holder
      self.purpose = purpose
      self.asset = asset
      self.custodian = custodian
    }
  }

  package let id: ID<LedgerAccount>
  package let key: Key
  /// The sum of all that was posted, in minor units.
  package let balance: Int64
  /// What of it is reserved for transfers that are still pending. Never below zero.
  package let held: Int64
  /// Where the account's history ends.
  package let lastTransfer: ID<LedgerTransfer>?

  package init(
    id: ID<LedgerAccount>, key: Key, balance: Int64 = 0, held: Int64 = 0,
    lastTransfer: ID<LedgerTransfer>? = nil
  ) {
    self.id = id
    self.key = key
    self.balance = balance
    self.held = held
    self.lastTransfer = lastTransfer
  }

  /// What can be spent. The rules see to it that this fits.
  package var available: Int64 { balance - held }
}

extension LedgerAccount: Entity {
  package static let noun = Noun.ledgerAccount
}

extension LedgerAccount.Key {
  /// Throws when the database could not keep such an account.
  package func checked() throws(LedgerError) -> Self {
    if case .party(let number) = holder, number < 1 { throw .unfit("the party \(number)") }
    _ = try asset.checked()
    return self
  }
}

extension Asset {
  package static let codeBytesMax = 16
  /// A scale beyond it would leave nothing of 64 bits: such tokens are kept in larger units.
  package static let scaleMax = 18

  package func checked() throws(LedgerError) -> Asset {
    let isCode = code.utf8.allSatisfy { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
    guard isCode, (1...Self.codeBytesMax).contains(code.utf8.count),
      (0...Self.scaleMax).contains(scale)
    else { throw .unfit("the asset \(code) with \(scale) decimals") }
    return self
  }
}
