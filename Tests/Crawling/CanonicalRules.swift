/// Each page is known under one address, in each language it exists in.
extension BuiltSite {
  func canonicalFaults() -> [Fault] {
    pages.sorted.flatMap { page in
      canonicalReasons(page).map { Fault(page: page.address, rule: .canonical, reason: $0) }
        + twinFaults(page)
    }
  }

  private func canonicalReasons(_ page: Page) -> [String] {
    if page.kind == .missing, page.canonicals.isEmpty { return [] }
    guard page.canonicals.count == 1, let canonical = page.canonical else {
      return ["\(page.canonicals.count) canonical addresses"]
    }
    guard let target = self.page(at: canonical) else {
      return ["no whole address of a page: \(canonical)"]
    }
    if canonical != addresses.whole(target.address) { return ["written otherwise: \(canonical)"] }
    if let movesTo = page.movesTo { return stubReasons(page, to: movesTo, target) }
    if target.address == page.address { return [] }
    if target.canonical != canonical { return ["\(canonical) is not known under its own address"] }
    if target.isStub { return ["\(canonical) has moved"] }
    if page.isIndexed, !target.isIndexed { return ["\(canonical) may not be listed"] }
    let isTwin = target.subject == page.subject && target.tongue != page.tongue
    return isTwin ? [] : ["\(canonical) is another page"]
  }

  private func stubReasons(_ page: Page, to address: String, _ target: Page) -> [String] {
    guard case .inside(target.address, _) = addresses.target(address, on: page.address) else {
      return ["it moves to \(address), and is known as \(target.address)"]
    }
    return target.isStub ? ["\(target.address) has moved again"] : []
  }

  /// A page that is known as one in another language: what is not translated says so.
  private func twinFaults(_ page: Page) -> [Fault] {
    guard !page.isStub, let canonical = page.canonical, let target = self.page(at: canonical),
      target.address != page.address, let tongue = target.tongue, tongue != page.tongue
    else { return [] }
    var faults: [Fault] = []
    if !page.alternates.isEmpty {
      let reason = "it is known as \(target.address), and has alternates of its own"
      faults.append(Fault(page: page.address, rule: .hreflang, reason: reason))
    }
    if !page.innerLanguages.contains(tongue.tag) {
      let reason = "its text is in \(tongue.tag), and nothing is marked so"
      faults.append(Fault(page: page.address, rule: .language, reason: reason))
    }
    return faults
  }

  func alternateFaults() -> [Fault] {
    let twins = Dictionary(grouping: pages.values.filter(isListed), by: \.subject)
    return pages.sorted.flatMap { page in
      (alternateReasons(page) + missingTwins(page, twins[page.subject] ?? [])).map {
        Fault(page: page.address, rule: .hreflang, reason: $0)
      }
    }
  }

  private func alternateReasons(_ page: Page) -> [String] {
    guard !page.alternates.isEmpty else { return [] }
    if !page.isIndexed { return ["a page that may not be listed has alternates"] }
    var reasons: [String] = []
    let codes = page.alternates.map(\.hreflang)
    if Set(codes).count != codes.count { reasons.append("one language twice: \(codes)") }
    let own = page.tongue?.hreflang ?? "x-default"
    if !page.alternates.contains(Page.Alternate(hreflang: own, address: whole(page))) {
      reasons.append("it does not list itself as \(own)")
    }
    for alternate in page.alternates { reasons += self.reasons(against: alternate, of: page) }
    return reasons
  }

  private func reasons(against alternate: Page.Alternate, of page: Page) -> [String] {
    let (code, address) = (alternate.hreflang, alternate.address)
    guard let target = self.page(at: address) else { return ["\(code): \(address) is no page"] }
    var reasons: [String] = []
    if code != "x-default", !addresses.tongues.map(\.hreflang).contains(code) {
      reasons.append("\(code) is no language of the site")
    } else if code != "x-default", target.tongue?.hreflang != code {
      reasons.append("\(code): \(address) is in another language")
    }
    if !isListed(target) { reasons.append("\(code): \(address) is not listed as itself") }
    if Set(target.alternates) != Set(page.alternates) {
      reasons.append("\(code): \(address) has other alternates")
    }
    return reasons
  }

  private func missingTwins(_ page: Page, _ twins: [Page]) -> [String] {
    guard isListed(page) else { return [] }
    let listed = Set(page.alternates.map(\.address))
    return twins.filter { $0.address != page.address && !listed.contains(whole($0)) }
      .map { "it does not list \($0.address), the same in another language" }
  }
}
