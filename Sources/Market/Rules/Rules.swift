/// Every number that the marketplace works by, in one version.
///
/// An order keeps the version it was placed under and settles by it, whatever is decided later. A
/// deadline that these rules give is the first moment at which time is up: what may be done until
/// a deadline may be done one millisecond before it and not at it, and what happens by silence
/// happens at it.
package struct Rules: Hashable, Sendable {
  /// In which sellers' earnings are measured, and prices are when nothing else is said.
  package let currency: Asset
  /// How long before it takes effect a change of the rules is published.
  package let noticeDays: Int
  package let gig: GigLimits
  package let levels: Levels
  package let fees: Fees
  package let order: OrderDeadlines
  package let contract: ContractRules
  package let hourly: HourlyRules
  package let dispute: DisputeRules
  package let review: ReviewRules
  package let message: MessageRules

  package static let textBytesMax = 200_000

  package init(text: String, file: String, isStored: Bool = false) throws(SheetFaults) {
    guard text.utf8.count <= Self.textBytesMax else {
      throw SheetFaults([
        SheetError(file, 1, "expected at most \(Self.textBytesMax) bytes, found \(text.utf8.count)")
      ])
    }
    let sheet: Sheet
    do throws(SheetError) {
      sheet = try Sheet(text, file: file)
    } catch {
      throw SheetFaults([error])
    }
    try self.init(sheet, isStored: isStored)
  }

  /// Every number must be there, known and sensible. A text that was checked when it was stored
  /// may lack what became a number later.
  package init(_ sheet: Sheet, isStored: Bool = false) throws(SheetFaults) {
    let reader = RuleReader(sheet, isStored: isStored)
    let market = reader.section("market")
    currency = market.value("currency", "the code of a currency, such as CNY", else: .cny) {
      Asset.currency($0)
    }
    noticeDays = market.whole("notice-days", 0...365)
    gig = GigLimits(reader.section("gig"))
    levels = Levels(reader, currency)
    fees = Fees(reader)
    order = OrderDeadlines(reader.section("order"))
    contract = ContractRules(reader.section("contract"))
    hourly = HourlyRules(reader.section("hourly"))
    dispute = DisputeRules(reader.section("dispute"))
    let reviews = reader.section("review")
    review = ReviewRules(reviews)
    message = MessageRules(reader.section("message"))
    market.expect(
      fees.limits[currency] != nil, "currency",
      "expected a section [asset \(currency.code)] with its prices")
    // Else a review could be due before anybody knows that the order is over.
    reviews.expect(
      review.windowDays > order.silentAcceptanceDays, "window-days",
      "expected more than the \(order.silentAcceptanceDays) days after which silence accepts")
    try reader.finish()
  }
}
