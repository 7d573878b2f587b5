extension String: FieldValue { package static var kind: Kind { .text } }
extension Int: FieldValue { package static var kind: Kind { .number } }
extension Bool: FieldValue { package static var kind: Kind { .flag } }

/// What somebody wrote, in the language it is written in; nil when that is the page's.
package struct Said: FieldValue {
  package static var kind: Kind { .said }

  package let text: String
  package let lang: String?

  package init(_ text: String, lang: String? = nil) {
    self.text = text
    self.lang = lang
  }
}

/// A name of ours: the end of a class, an id or an anchor.
package struct Token: FieldValue, Hashable, ExpressibleByStringLiteral {
  package static var kind: Kind { .token }
  package static let bytesMax = 64

  package let text: String

  /// Nil unless it is made of ASCII letters, digits, hyphens and underscores.
  package init?(_ text: String) {
    let isFit = text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isFit, (1...Self.bytesMax).contains(text.utf8.count) else { return nil }
    self.text = text
  }

  package init(stringLiteral text: StaticString) {
    guard let token = Token(text.description) else { preconditionFailure("\(text) is no token") }
    self = token
  }
}

/// A number with a fixed count of decimals: 49 tenths are 4.9.
package struct Figure: FieldValue, Hashable {
  package static var kind: Kind { .figure }
  package static let scaleMax = 9

  package let units: Int
  package let scale: Int

  package init(_ units: Int, scale: Int) {
    precondition((0...Self.scaleMax).contains(scale))
    self.units = units
    self.scale = scale
  }
}

/// An amount of money: minor units, the code of the currency, and how many decimals it has.
package struct Amount: FieldValue, Hashable {
  package static var kind: Kind { .money }

  package let minorUnits: Int64
  package let currency: String
  package let scale: Int

  package init(minorUnits: Int64, currency: String, scale: Int) {
    precondition((0...Figure.scaleMax).contains(scale))
    self.minorUnits = minorUnits
    self.currency = currency
    self.scale = scale
  }
}

/// A day of the calendar, in the time zone of the site.
package struct Day: FieldValue, Hashable {
  package static var kind: Kind { .day }

  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    precondition((1...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day))
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A minute of a day, in the time zone of the site.
package struct Moment: FieldValue, Hashable {
  package static var kind: Kind { .moment }

  package let day: Day
  package let hour: Int
  package let minute: Int
  /// How far the site's clock is ahead of UTC.
  package let offsetMinutes: Int

  package init(_ day: Day, hour: Int, minute: Int, offsetMinutes: Int) {
    precondition((0...23).contains(hour) && (0...59).contains(minute))
    precondition((-18 * 60...18 * 60).contains(offsetMinutes))
    self.day = day
    self.hour = hour
    self.minute = minute
    self.offsetMinutes = offsetMinutes
  }
}
