/// Whoever follows links from the front page comes to every page.
extension BuiltSite {
  func reachFaults() -> [Fault] {
    var reached: Set<String> = ["/"]
    var waiting = ["/"]
    while let next = waiting.popLast() {
      guard let page = pages[next] else { continue }
      for reference in page.references where reference.use == .link || reference.use == .form {
        guard case .inside(let path, _) = addresses.target(reference.text, on: next),
          reached.insert(path).inserted
        else { continue }
        waiting.append(path)
      }
    }
    return pages.sorted.compactMap { page in
      guard !reached.contains(page.address), !isReachedFromElsewhere(page) else { return nil }
      return Fault(page: page.address, rule: .reach, reason: "no links lead here from /")
    }
  }

  /// Orders lead to the version that was ordered, and old addresses stand on other sites.
  private func isReachedFromElsewhere(_ page: Page) -> Bool {
    page.isStub || page.kind == .missing || page.kind == .version
  }

  func titleFaults() -> [Fault] {
    var first: [String: String] = [:]
    var faults: [Fault] = []
    for page in pages.sorted where isListed(page) {
      guard let title = page.titles.first else { continue }
      let key = "\(page.tongue?.tag ?? "") \(title)"
      if let other = first[key] {
        faults.append(
          Fault(page: page.address, rule: .titles, reason: "\(other) is called “\(title)” too"))
      }
      first[key] = first[key] ?? page.address
    }
    return faults
  }
}
