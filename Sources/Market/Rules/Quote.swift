/// What an order costs its buyer and brings its seller: shown before anybody pays, and kept with
/// the order.
package struct Quote: Hashable, Sendable {
  package let price: Money
  package let buyerFee: Money
  package let sellerFee: Money

  /// All in one asset, the fees neither negative nor more than the price.
  package init(price: Money, buyerFee: Money, sellerFee: Money) {
    precondition(price.minorUnits > 0, "a price is more than nothing")
    for fee in [buyerFee, sellerFee] {
      precondition(fee.asset == price.asset, "a fee is paid in the asset of the price")
      precondition((0...price.minorUnits).contains(fee.minorUnits), "a fee is a part of the price")
    }
    precondition(price.minorUnits <= .max - buyerFee.minorUnits, "what is paid fits 64 bits")
    self.price = price
    self.buyerFee = buyerFee
    self.sellerFee = sellerFee
  }

  /// What the buyer pays.
  package var total: Money {
    Money(minorUnits: price.minorUnits + buyerFee.minorUnits, price.asset)
  }

  /// What the seller earns.
  package var earnings: Money {
    Money(minorUnits: price.minorUnits - sellerFee.minorUnits, price.asset)
  }

  /// Who has what in the end when `part` of the price goes back to the buyer.
  ///
  /// The market keeps its fees only on what was sold: of the part that goes back the buyer's fee
  /// goes back too, and the seller pays none on it. So a full refund returns all that was paid.
  /// What cannot be split is the market's loss, never the buyer's or the seller's.
  package func refund(of part: Money) throws(RefundError) -> Refund {
    guard part.asset == price.asset else { throw .otherAsset(part.asset.code) }
    guard (0...price.minorUnits).contains(part.minorUnits) else { throw .outOfRange(part) }
    let kept = price.minorUnits - part.minorUnits
    let returned = buyerFee.part(part.minorUnits, of: price.minorUnits, rounding: .up)
    let charged = sellerFee.part(kept, of: price.minorUnits, rounding: .down)
    return Refund(
      buyer: Money(minorUnits: part.minorUnits + returned.minorUnits, price.asset),
      seller: Money(minorUnits: kept - charged.minorUnits, price.asset),
      platform: Money(
        minorUnits: buyerFee.minorUnits - returned.minorUnits + charged.minorUnits, price.asset))
  }
}

/// How what was paid is divided; the three sum to it.
package struct Refund: Hashable, Sendable {
  package let buyer: Money
  package let seller: Money
  package let platform: Money

  package init(buyer: Money, seller: Money, platform: Money) {
    self.buyer = buyer
    self.seller = seller
    self.platform = platform
  }
}

package enum RefundError: Error, Hashable {
  case otherAsset(String)
  /// Less than nothing, or more than the price.
  case outOfRange(Money)
}
