import CBytes
import Foundation

/// Nothing is missing that a page needs, and nothing lies about that no page needs.
extension BuiltSite {
  func partsOfSheet(_ name: String, _ bytes: [UInt8]) -> [Target] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.matches(of: /url\(\s*["']?([^"')]*)["']?\s*\)/).map {
      addresses.target(String($0.1), on: name)
    }
  }

  func partsOfScript(_ name: String, _ bytes: [UInt8]) -> [Target] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.matches(of: /(?:from|import)\s*\(?\s*["']([^"']+)["']/).map {
      addresses.target(String($0.1), on: name)
    }
  }

  func assetFaults() -> [Fault] {
    var used: Set<String> = []
    var shown: Set<String> = []
    for page in pages.values {
      for reference in page.references {
        guard case .inside(let path, _) = addresses.target(reference.text, on: page.address) else {
          continue
        }
        used.insert(path)
        if reference.use == .picture { shown.insert(path) }
      }
    }
    for (name, bytes) in files where name.hasSuffix(".css") || name.hasSuffix(".js") {
      let parts = name.hasSuffix(".css") ? partsOfSheet(name, bytes) : partsOfScript(name, bytes)
      for case .inside(let path, _) in parts { used.insert(path) }
    }
    return files.keys.compactMap { name in
      if name.hasPrefix("/covers/"), !shown.contains(name) {
        return Fault(page: name, rule: .unused, reason: "a cover that nothing shows")
      }
      guard !used.contains(name), !isAskedForByName(name), !isPackedForm(name),
        !isNamedInTemplate(name)
      else { return nil }
      return Fault(page: name, rule: .unused, reason: "nothing needs it")
    }
  }

  /// Pages that are made on request need it too, and are not here.
  private func isNamedInTemplate(_ name: String) -> Bool {
    guard let match = name.wholeMatch(of: /\/a\/(.+)-[0-9a-f]+\.(\w+)/) else { return false }
    return Self.namedInTemplates.contains("\(match.1).\(match.2)")
  }

  /// Of the themes in the folder that this runs in.
  private static let namedInTemplates: Set<String> = {
    let files = FileManager.default.enumerator(atPath: "themes")?.compactMap { $0 as? String }
    let templates = (files ?? []).filter { $0.hasSuffix(".html") }
    return Set(
      templates.flatMap { file in
        let text = (try? String(contentsOfFile: "themes/\(file)", encoding: .utf8)) ?? ""
        return text.matches(of: /asset "([^"]+)"/).map { String($0.1) }
      })
  }()

  /// Others know its name without a link.
  private func isAskedForByName(_ name: String) -> Bool {
    let isAtTop = name.dropFirst().firstIndex(of: "/") == nil
    return name.hasPrefix("/.well-known/") || name.hasPrefix("/sitemaps/")
      || isAtTop && (name.hasSuffix(".txt") || ["/sitemap.xml", "/favicon.ico"].contains(name))
  }

  /// A server sends it in the place of a text that is there.
  private func isPackedForm(_ name: String) -> Bool {
    let text = String(name.dropFirst().dropLast(3))
    return [".gz", ".br"].contains { name.hasSuffix($0) } && has(Self.address(of: text))
  }

  /// HTML, style and scripts of each gig, packed; the heaviest first.
  func gigWeights() -> [(page: String, bytes: Int)] {
    let sheets = files.filter { $0.key.hasSuffix(".css") || $0.key.hasSuffix(".js") }
    let packed = sheets.mapValues(packedSize)
    let gigs = pages.sorted.filter { $0.kind == .gig && !$0.isStub }
    let weights = gigs.map { page in
      (
        page: page.address,
        bytes: page.packed + loads(of: page).reduce(0) { $0 + (packed[$1] ?? 0) }
      )
    }
    return weights.sorted { $0.bytes > $1.bytes }
  }

  /// The sheets and scripts that a page loads, and those that they load.
  private func loads(of page: Page) -> Set<String> {
    var found: Set<String> = []
    var waiting: [Target] = page.references.filter { [.style, .script].contains($0.use) }
      .map { addresses.target($0.text, on: page.address) }
    while let next = waiting.popLast() {
      guard case .inside(let path, _) = next, found.insert(path).inserted,
        path.hasSuffix(".js"), let bytes = files[path]
      else { continue }
      waiting += partsOfScript(path, bytes)
    }
    return found
  }
}

/// How many bytes `gzip -9` makes of it: zlib's, in a longer frame.
func packedSize(_ bytes: [UInt8]) -> Int {
  var size = compressBound(uLong(bytes.count))
  var output = [UInt8](repeating: 0, count: Int(size))
  compress2(&output, &size, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
  let frameDifference = 12
  return Int(size) + frameDifference
}
