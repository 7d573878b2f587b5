import Market
import Testing

@testable import Pages

@Suite struct DeviceNameTests {
  static let agents: [(agent: String, browser: DeviceBrowser?, system: DeviceSystem?)] = [
    (AccountForms.edgeOnWindows, .edge, .windows),
    (AccountForms.weChatOnAndroid, .weChat, .android),
    (AccountForms.safariOnPhone, .safari, .iPhone),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
      .chrome, .windows
    ),
    (
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
      .safari, .mac
    ),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", .firefox, .linux),
    (
      "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
      .chrome, .chromeOS
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1",
      .chrome, .iPhone
    ),
    (
      "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 Language/zh_CN",
      .weChat, .iPad
    ),
    (
      "Mozilla/5.0 (Linux; U; Android 13; zh-cn; M2102K1C) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.2",
      .xiaomi, .android
    ),
    (
      "Mozilla/5.0 (Linux; Android 13; SM-S9180) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
      .samsung, .android
    ),
    (
      "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1 Mobile HuaweiBrowser/5.0",
      .huawei, .harmony
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.71 Safari/537.36 Core/1.94 QQBrowser/12.5",
      .qq, .windows
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 OPR/115.0",
      .opera, .windows
    ),
    ("curl/8.9.1", nil, nil), ("", nil, nil), ("茶", nil, nil),
  ]

  @Test(arguments: agents.indices)
  func `a device is known by what its browser says of itself`(index: Int) {
    let row = Self.agents[index]
    let device = DeviceName(agent: row.agent)
    #expect(device.browser == row.browser && device.system == row.system, "\(row.agent)")
    #expect(DeviceName(agent: row.agent.uppercased()) == device)
  }

  @Test func `a device has a name in each language`() throws {
    let chinese = try Made.edition(.chinese)
    let english = try Made.edition(.english)
    func names(_ agent: String) -> [String] {
      [chinese, english].map { $0.words(for: DeviceName(agent: agent)) }
    }
    #expect(names(AccountForms.weChatOnAndroid) == ["微信 · Android", "WeChat · Android"])
    #expect(names(AccountForms.safariOnPhone) == ["Safari · iPhone", "Safari · iPhone"])
    #expect(names("Chrome/1 Windows") == ["Chrome · Windows", "Chrome · Windows"])
    #expect(names("HarmonyOS") == ["鸿蒙", "HarmonyOS"])
    #expect(names("<b>") == ["未知设备", "Unknown device"])
  }

  @Test(arguments: Made.locales)
  func `no two browsers or systems have one name`(locale: Made.Locale) throws {
    let edition = try Made.edition(locale)
    let browsers = DeviceBrowser.allCases.map {
      edition.words(for: DeviceName(browser: $0, system: nil))
    }
    let systems = DeviceSystem.allCases.map {
      edition.words(for: DeviceName(browser: nil, system: $0))
    }
    #expect(Set(browsers).count == browsers.count && Set(systems).count == systems.count)
  }

  @Test func `what a stranger sends is read no further than needed`() {
    let far = String(repeating: " ", count: 2_000) + "Firefox/132.0"
    #expect(DeviceName(agent: far).browser == nil)
  }
}
