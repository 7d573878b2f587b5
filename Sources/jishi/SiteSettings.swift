import Pages
import Site

// Settings that say what the site is, and where it is served.
extension Config {
  var materials: Materials {
    Materials(theme: theme, themes: themes, locales: locales, content: content)
  }

  static func site(_ values: [String: Entry]) throws -> SiteFacts {
    let url = values["url"]?.value ?? ""
    guard let origin = SiteOrigin(url) else {
      throw UsageError(
        "url must be a scheme and a host in small letters, such as https://jishi.example, not “\(url)” (from \(values["url"]?.source ?? ""))."
      )
    }
    func text(_ name: String) -> String? {
      values[name].flatMap { $0.value.isEmpty ? nil : $0.value }
    }
    var site = SiteFacts(origin: origin)
    site.owner = text("owner")
    site.icp = text("icp")
    site.police = text("police")
    site.licences = (text("licences") ?? "").split(separator: ";").map { licence in
      String(licence.drop { $0 == " " })
    }
    return site
  }

  static func flag(_ entry: Entry?) throws -> Bool {
    switch entry?.value {
    case "yes": return true
    case "no": return false
    default:
      throw UsageError(
        "\(entry?.name ?? "") must be yes or no, not “\(entry?.value ?? "")” (from \(entry?.source ?? ""))."
      )
    }
  }

  static func number(_ entry: Entry?, _ range: ClosedRange<Int>) throws -> Int {
    guard let number = entry.flatMap({ Int($0.value) }), range.contains(number) else {
      throw UsageError(
        "\(entry?.name ?? "") must be a number from \(range.lowerBound) to \(range.upperBound), not “\(entry?.value ?? "")” (from \(entry?.source ?? ""))."
      )
    }
    return number
  }

  static func packing(_ entry: Entry?) throws -> Packing {
    switch entry?.value {
    case "none": return .none
    case "gzip": return .gzip
    case "brotli": return .gzipAndBrotli
    default:
      throw UsageError(
        "compress must be none, gzip or brotli, not “\(entry?.value ?? "")” (from \(entry?.source ?? ""))."
      )
    }
  }
}
