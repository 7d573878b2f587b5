import Glibc
import Market
import Synchronization

/// So many in a span of time. Whoever has been quiet for the span may have all of them at once.
package struct Allowance: Sendable, Hashable {
  package let count: Int
  package let span: Duration

  package init(_ count: Int, each span: Duration) {
    precondition(count > 0, "a rate of none is a route that is closed")
    (self.count, self.span) = (count, span)
  }
}

/// Who has had how much lately, by address and by what it was. Nothing of it is kept for long: for each
/// there is one number, the moment at which all that was had is paid off.
final class RateLimits: Sendable {
  static let clientsMax = 100_000

  private struct Key: Hashable {
    let client: Client
    let what: String
  }

  /// An address of version 4, or the network of one of version 6: there everybody has billions.
  enum Client: Hashable {
    case four(UInt32)
    case six(UInt64)
    case other(String)

    init(_ address: String) {
      var (four, six) = (in_addr(), in6_addr())
      if inet_pton(AF_INET, address, &four) == 1 {
        self = .four(four.s_addr)
      } else if inet_pton(AF_INET6, address, &six) == 1 {
        // An address of version 4, written as one of version 6.
        let mapped = withUnsafeBytes(of: six) { bytes in
          bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            ? bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) : nil
        }
        if let mapped {
          self = .four(mapped)
          return
        }
        self = .six(withUnsafeBytes(of: six) { $0.loadUnaligned(as: UInt64.self) })
      } else {
        self = .other(address)
      }
    }
  }

  /// Microseconds: of a thousandth of a second several may be had.
  private let paid = Mutex<[Key: Int64]>([:])

  /// Nil when there is one more; else after how many seconds there will be.
  func wait(of address: String, for what: String, _ rate: Allowance, at now: Instant) -> Int? {
    let key = Key(client: Client(address), what: what)
    let now = now.milliseconds * 1_000
    let span = rate.span.milliseconds * 1_000
    let price = max(1, span / Int64(rate.count))
    return paid.withLock { paid in
      let until = max(paid[key] ?? 0, now) + price
      let early = until - now - span
      // A moment far ahead was written before somebody set the clock back.
      guard early <= 0 || early > span else { return Int((early + 999_999) / 1_000_000) }
      if paid.count >= Self.clientsMax, paid[key] == nil { Self.tidy(&paid, at: now) }
      paid[key] = min(until, now + span)
      return nil
    }
  }

  /// Those who have paid are forgotten; of too many others, those who soon will have.
  private static func tidy(_ paid: inout [Key: Int64], at now: Int64) {
    paid = paid.filter { $0.value > now }
    guard paid.count > clientsMax / 2 else { return }
    let middle = paid.values.sorted()[paid.count / 2]
    paid = paid.filter { $0.value > middle }
  }
}
