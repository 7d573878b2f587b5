import Foundation

/// Every address on a page leads where it should.
extension BuiltSite {
  func linkFaults() -> [Fault] {
    var faults: [Fault] = []
    for page in pages.values {
      for reference in page.references { faults += self.faults(of: reference, on: page) }
      for alternate in page.alternates where addresses.inside(alternate.address) == nil {
        faults.append(
          Fault(page: page.address, rule: .hreflang, reason: "not whole: \(alternate.address)"))
      }
    }
    return faults + sheetFaults() + scriptFaults()
  }

  private func faults(of reference: Reference, on page: Page) -> [Fault] {
    let rule: Rule = reference.isPart ? .assets : .links
    func fault(_ rule: Rule, _ reason: String) -> [Fault] {
      [Fault(page: page.address, rule: rule, reason: reason)]
    }
    switch addresses.target(reference.text, on: page.address) {
    case .act, .empty: return []
    case .written: return fault(.inline, "written out: \(reference.text.prefix(60))")
    case .outside(let address):
      if reference.isPart { return fault(.assets, "of another host: \(address)") }
      return reference.use == .link ? relFaults(reference, on: page) : []
    case .inside(let path, let fragment):
      guard let reason = reasonAgainst(path, asPage: !reference.isPart) else {
        let isMissing = fragment.map { !has($0, in: path) } ?? false
        return isMissing ? fault(.fragments, "nothing is \(reference.text)") : []
      }
      return fault(rule, "\(reference.text): \(reason)")
    }
  }

  /// Why a link to a path is wrong, if it is.
  private func reasonAgainst(_ path: String, asPage: Bool) -> String? {
    if path.hasSuffix(".html") { return "an address has no ending" }
    if path.count > 1, path.hasSuffix("/") { return "an address has no slash at its end" }
    if !has(path) { return closed.contains(path) ? nil : "there is nothing" }
    if asPage, let page = pages[path], page.isStub { return "this page has moved" }
    return nil
  }

  private func relFaults(_ reference: Reference, on page: Page) -> [Fault] {
    let words = Set(reference.rel.split(separator: " "))
    var reasons: [String] = []
    let isOfPeople = ["g/", "s/", "v/"].contains(where: page.subject.hasPrefix)
    if isOfPeople, words.isDisjoint(with: ["nofollow", "ugc", "sponsored"]) {
      reasons.append("a link of people that search engines would follow: \(reference.text)")
    }
    if reference.hasNewWindow, !words.contains("noopener") {
      reasons.append("a new window without noopener: \(reference.text)")
    }
    if reference.text.hasPrefix("http://"), !isOfPeople {
      reasons.append("our own link to a place without TLS: \(reference.text)")
    }
    return reasons.map { Fault(page: page.address, rule: .rel, reason: $0) }
  }

  private func has(_ fragment: String, in path: String) -> Bool {
    if fragment.isEmpty { return false }
    if let page = pages[path] { return page.names.contains(fragment) }
    guard path.hasSuffix(".svg"), let bytes = files[path] else { return false }
    return bytes.has("id=\"\(fragment)\"")
  }

  private func sheetFaults() -> [Fault] {
    files.filter { $0.key.hasSuffix(".css") }.flatMap { name, bytes in
      partsOfSheet(name, bytes).compactMap { partFault($0, of: name) }
    }
  }

  private func scriptFaults() -> [Fault] {
    files.filter { $0.key.hasSuffix(".js") }.flatMap { name, bytes in
      partsOfScript(name, bytes).compactMap { partFault($0, of: name) }
    }
  }

  private func partFault(_ target: Target, of name: String) -> Fault? {
    switch target {
    case .inside(let path, _):
      has(path) ? nil : Fault(page: name, rule: .assets, reason: "\(path): there is nothing")
    case .outside(let address): Fault(page: name, rule: .assets, reason: "not ours: \(address)")
    case .act, .written, .empty: nil
    }
  }
}
