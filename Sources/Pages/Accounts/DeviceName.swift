import Theme

/// What a device is called, from what its browser says of itself: “Chrome · Windows”. A guess
/// that helps people to know their own devices again, and nothing is decided by it.
package struct DeviceName: Hashable, Sendable {
  package let browser: DeviceBrowser?
  package let system: DeviceSystem?

  /// `agent` is the header User-Agent.
  package init(agent: String) {
    let agent = String(agent.prefix(Self.charactersMax)).lowercased()
    browser = Self.browsers.first { agent.contains($0.mark) }?.browser
    system = Self.systems.first { agent.contains($0.mark) }?.system
  }

  init(browser: DeviceBrowser?, system: DeviceSystem?) {
    self.browser = browser
    self.system = system
  }

  private static let charactersMax = 1_024

  /// In this order: nearly each of them claims to be those further down.
  private static let browsers: [(mark: String, browser: DeviceBrowser)] = [
    ("micromessenger", .weChat), ("alipayclient", .alipay), ("dingtalk", .dingTalk),
    ("qqbrowser", .qq), (" qq/", .qq), ("ucbrowser", .uc), ("quark/", .quark),
    ("baiduboxapp", .baidu), ("baidubrowser", .baidu), ("huaweibrowser", .huawei),
    ("miuibrowser", .xiaomi), ("vivobrowser", .vivo), ("heytapbrowser", .oppo),
    ("samsungbrowser", .samsung), ("edg/", .edge), ("edga/", .edge), ("edgios/", .edge),
    ("edge/", .edge), ("opr/", .opera), ("opios/", .opera), ("firefox/", .firefox),
    ("fxios/", .firefox), ("crios/", .chrome), ("chrome/", .chrome), ("chromium/", .chrome),
    ("safari/", .safari),
  ]

  private static let systems: [(mark: String, system: DeviceSystem)] = [
    ("openharmony", .harmony), ("harmonyos", .harmony), ("android", .android), ("ipad", .iPad),
    ("iphone", .iPhone), ("ipod", .iPhone), ("windows", .windows), ("mac os x", .mac),
    ("macintosh", .mac), ("cros ", .chromeOS), ("linux", .linux),
  ]

  /// It is carried about.
  package var isMobile: Bool {
    switch system {
    case .android, .harmony, .iPad, .iPhone: true
    case .windows, .mac, .chromeOS, .linux, nil: false
    }
  }
}

/// A browser, or an app with one inside.
package enum DeviceBrowser: Int, CaseIterable, Choice {
  case chrome, safari, firefox, edge, opera, samsung
  case weChat, alipay, dingTalk, qq, uc, quark, baidu, huawei, xiaomi, vivo, oppo

  /// As nearly every language writes it.
  fileprivate var name: String { "\(self)".capitalizedFirst }
}

package enum DeviceSystem: Int, CaseIterable, Choice {
  case windows, mac, iPhone, iPad, android, harmony, chromeOS, linux

  /// As nearly every language writes it.
  fileprivate var name: String {
    switch self {
    case .iPhone: "iPhone"
    case .iPad: "iPad"
    default: "\(self)".capitalizedFirst
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

struct DeviceBrowserName: Sentence {
  static let key = "device.browser"
  let browser: DeviceBrowser
  let name: String
  static let about = "The name of a browser."
  static let fields = Fields<Self>(
    Field("browser", \.browser, "Which one."),
    Field("name", \.name, "As nearly every language writes it."))
}

struct DeviceSystemName: Sentence {
  static let key = "device.system"
  let system: DeviceSystem
  let name: String
  static let about = "The name of what runs a device."
  static let fields = Fields<Self>(
    Field("system", \.system, "Which one."),
    Field("name", \.name, "As nearly every language writes it."))
}

struct DeviceUnknown: Sentence {
  static let key = "device.unknown"
  static let about = "A device that does not say what it is."
  static let fields = Fields<Self>()
}

extension Edition {
  package func words(for device: DeviceName) -> String {
    let parts = [
      device.browser.map { words(DeviceBrowserName(browser: $0, name: $0.name)) },
      device.system.map { words(DeviceSystemName(system: $0, name: $0.name)) },
    ].compactMap { $0 }
    return parts.isEmpty ? words(DeviceUnknown()) : parts.joined(separator: " · ")
  }
}
