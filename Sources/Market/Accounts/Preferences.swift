/// How somebody wants the site to be for him. The language is part of the account.
package struct Preferences: Hashable, Sendable {
  package enum Channel: String, CaseIterable, Sendable {
    case mailOfOrders = "mail-orders"
    case mailOfMessages = "mail-messages"
    case mailOfNews = "mail-news"
    case sms
  }

  package static let zoneCharactersMax = 40

  package var currency: Asset
  /// By its name in the tz database, such as `Asia/Shanghai`.
  package var timeZone: String
  package var channels: Set<Channel>

  package init(currency: Asset, timeZone: String, channels: Set<Channel>) {
    self.currency = currency
    self.timeZone = timeZone
    self.channels = channels
  }

  package static let standard = Preferences(
    currency: .cny, timeZone: "Asia/Shanghai",
    channels: [.mailOfOrders, .mailOfMessages, .sms])
}
