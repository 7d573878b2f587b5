import Market

@testable import Store

let jpy = Asset(code: "JPY", scale: 0)
let cny = Asset.cny
let eth = Asset(code: "ETH", scale: 9)

extension Transaction {
  func account(
    _ holder: Holder, _ purpose: Purpose, _ asset: Asset = cny, at custodian: Custodian = .sandbox
  ) throws -> ID<LedgerAccount> {
    try ledgerAccount(for: .init(holder, purpose, asset, at: custodian), at: now).id
  }

  /// A wallet with money in it.
  func wallet(_ party: Int64, _ amount: Int64, _ asset: Asset = cny) throws -> ID<LedgerAccount> {
    let outside = try account(.house, .outside, asset)
    let wallet = try account(.party(party), .wallet, asset)
    try transfer(
      Movement(amount, from: outside, to: wallet), because: Reason("fund", .outgoing, party),
      at: now)
    return wallet
  }
}

extension Ground {
  func audit(head: String? = nil) throws -> LedgerAudit {
    try LedgerAudit.examine(address, head: head)
  }
}
