import Foundation
import Pages
import Proving
import Testing

/// What is in a folder of the bucket of tests, as boto3 finds it.
struct StoredFiles {
  struct Item: Decodable, Equatable {
    let name: String
    /// Unpacked.
    let bytes: Data
    let type: String
    let cache: String
    let encoding: String
    /// When it was put there, whatever was there before.
    let modified: Double
  }

  let items: [String: Item]

  init(at moto: Moto, under folder: String) throws {
    let lines = try Self.python(moto, ["\(folder)/"]).split(separator: "\n")
    let items = try lines.map { try JSONDecoder().decode(Item.self, from: Data($0.utf8)) }
    self.items = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0) })
  }

  /// What is there as visitors ask for it.
  var site: [String: Data] { items.mapValues(\.bytes) }

  /// Those that somebody has put there since.
  func put(since before: StoredFiles) -> Set<String> {
    Set(items.filter { before.items[$0.key]?.modified != $0.value.modified }.keys)
  }

  /// Behind our back.
  static func change(_ name: String, to text: String?, at moto: Moto) throws {
    _ = try python(moto, [name, text ?? "--remove"])
  }

  private static func python(_ moto: Moto, _ words: [String]) throws -> String {
    let answer = try Command.run(
      Moto.python,
      [Moto.script("objects.py"), moto.endpoint, moto.keyID, moto.secret, Moto.bucket] + words)
    guard answer.code == 0 else { throw ProvingError.failed(answer.errors) }
    return answer.output
  }
}

extension Workshop {
  /// With targets in its settings.
  func write(targets: String, _ more: String = "") throws {
    try folder.write(
      "{ \"url\": \"\(Shop.site)\", \"mediaworker\": \"none\", \(more) \"targets\": { \(targets) } }",
      to: "site.json")
  }

  /// A folder of the bucket of tests.
  func targetInBucket(_ name: String, at moto: Moto, _ more: String = "") -> String {
    """
    "\(name)": { "to": "s3://\(Moto.bucket)/\(name)", "endpoint": "\(moto.endpoint)",
      "key": "\(moto.keyID)" \(more) }
    """
  }

  func deploy(
    _ words: String..., secret: String = "", for name: String = "cdn"
  ) throws -> Command {
    try Command.run(
      Command.ours("jishi"), ["deploy"] + words, in: folder.path,
      environment: ["JISHI_SECRET_\(name.uppercased().replacing("-", with: "_"))": secret])
  }

  /// Another look for all pages of gigs, another text, and other gigs.
  func renew() async throws {
    let page = "themes/default/pages/gig.html"
    let isOld = try folder.text(page).contains("<dl>")
    try folder.write(
      folder.text(page).replacing(
        isOld ? "<dl>" : "<dl class=\"other\">", with: isOld ? "<dl class=\"other\">" : "<dl>"),
      to: page)
    let seal = try await Fair.made().plan.seal
    try ran("gig", isOld ? "pause" : "resume", "\(seal)")
    try ran("build")
  }
}

extension BuiltSite {
  /// By the names that they have in a bucket.
  var objects: [String: Data] {
    let objects = files.compactMap { path, bytes -> (String, Data)? in
      let name = String(path.dropFirst())
      if name.hasSuffix(".gz") || name.hasSuffix(".br") { return nil }
      let isKept = ["index.html", "404.html"].contains(name) || !name.hasSuffix(".html")
      return (isKept ? name : String(name.dropLast(5)), bytes)
    }
    return Dictionary(uniqueKeysWithValues: objects)
  }

  /// Where a visitor is led to nowhere who goes from page to page.
  var deadLinks: [String] {
    var dead: [String] = []
    var seen: Set<String> = ["/index"]
    var next = ["/index"]
    while let page = next.popLast() {
      guard let file = files["\(page).html"] else { continue }
      let text = String(decoding: file, as: UTF8.self)
      let links = Set(text.matches(of: /(?:href|src)="(\/[^"#?]*)/).map { String($0.1) })
      for link in links where link != "/" && !PageAddress.isOfEndpoint(link) {
        if !has(link) { dead.append("\(page) leads to \(link)") }
        if seen.insert(link).inserted { next.append(link) }
      }
    }
    return dead.sorted()
  }
}
