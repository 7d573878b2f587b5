import Market

/// The digest of a block: SHA-256 over the digest of the block before, the rows of this one, and
/// the block's own row, in a form that anybody can write down again.
///
/// Numbers are eight bytes, the highest first. A number that may be absent has a byte 0 or 1 before
/// it. A text is its length as a number and its bytes in UTF-8. Each row begins with a letter for its
/// kind. What changes later, the balances of accounts, is left out: it follows from the postings.
struct BlockDigest: ~Copyable, LedgerVisitor {
  /// Bytes go to OpenSSL in pieces about this long: a call for each number would cost more than
  /// hashing it.
  private static let pieceBytes = 16_384

  private var digest = SHA256()
  private var piece: [UInt8] = []

  init(after previous: [UInt8]) {
    piece.reserveCapacity(Self.pieceBytes + 1_024)
    piece += previous
  }

  mutating func see(_ account: AccountRecord) {
    begin("A")
    add(account.id)
    add(account.party)
    add(account.purpose)
    add(account.asset)
    add(account.scale)
    add(account.custodian)
    add(account.openedAt)
  }

  mutating func see(_ rate: RateRecord) {
    begin("R")
    add(rate.id)
    add(rate.base)
    add(rate.baseScale)
    add(rate.quote)
    add(rate.quoteScale)
    add(rate.numerator)
    add(rate.denominator)
    add(rate.source)
    add(rate.at)
  }

  mutating func see(_ transfer: TransferRecord) {
    begin("T")
    add(transfer.id)
    add(transfer.kind)
    add(transfer.pending)
    add(transfer.at)
    add(transfer.reason)
    add(transfer.noun)
    add(transfer.subject)
    add(transfer.round)
    add(transfer.rate)
  }

  mutating func see(_ posting: PostingRecord) {
    begin("P")
    add(posting.transfer)
    add(posting.account)
    add(posting.amount)
    add(posting.balance)
    add(posting.held)
    add(posting.previous)
  }

  consuming func finish(_ id: Int64, at: Int64, _ reach: LedgerBlock.Reach) -> [UInt8] {
    begin("B")
    for number in [id, at, reach.accounts, reach.transfers, reach.rates] {
      add(number)
    }
    flush()
    return digest.finish()
  }

  private mutating func begin(_ kind: Unicode.Scalar) {
    if piece.count >= Self.pieceBytes { flush() }
    piece.append(UInt8(ascii: kind))
  }

  private mutating func flush() {
    piece.withUnsafeBytes { digest.addBare($0) }
    piece.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { piece.append(contentsOf: $0) }
  }

  private mutating func add(_ number: Int64?) {
    piece.append(number == nil ? 0 : 1)
    if let number { add(number) }
  }

  private mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    piece.append(contentsOf: text.utf8)
  }
}
