import Market
import Proving
import Testing

@Suite struct NotificationTests {
  static let all: [Notification.Subject] = {
    var random = Seeded(1)
    let place = Whereabouts(agent: "Mozilla/5.0 (X11; Linux)", address: "2001:db8::1")
    let at = Instant(milliseconds: 1_795_000_000_000)
    return [
      .code(.reset, code: "000123", challenge: PublicID(using: &random)), .known,
      .alert(.passwordChanged, of: ID(7), place, at: at), .newDevice(place, at: at),
      .alert(.factorOff, of: ID(7), Whereabouts(agent: "", address: ""), at: at),
      .invitation(PublicID(using: &random), from: "陈禾", to: "北岸 工作室", as: .manager), .nothing,
    ]
  }()

  @Test(arguments: all)
  func `what is written can be read`(subject: Notification.Subject) {
    let notification = Notification(subject, in: .chinese)
    #expect(Notification(notification.text) == notification)
  }

  @Test(arguments: [
    "", "zh-CN", "zh-CN\nwhat", "zh-CN\ncode\nreset\n1", "zh-CN\nnothing\n",
    "zh-CN\ncode\nreset\n000123\nnone", "?\nknown", "zh-CN\nalert\nx\n7\n1\na\nb",
    "zh-CN\nalert\nclosed\nx\n1\na\nb", "zh-CN\nalert\nclosed\n7\nx\na\nb",
  ])
  func `what was never written is not read`(text: String) {
    #expect(Notification(text) == nil)
  }

  @Test func `what calls itself something strange is shown harmlessly`() {
    let agent = "A\nB\u{202E}C" + String(repeating: "x", count: 400)
    let place = Whereabouts(agent: agent, address: "::1")
    #expect(place.agent.hasPrefix("ABCxxx"))
    #expect(place.agent.utf8.count == Whereabouts.agentBytesMax)
  }
}
