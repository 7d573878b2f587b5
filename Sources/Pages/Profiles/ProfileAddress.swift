package import Market

/// Where sellers write what others see of them, and what the forms there are sent to.
package enum ProfileAddress: Hashable, Sendable {
  /// The profile at a glance.
  case glance
  case hide, publish
  case section(ProfileSection)
  /// One more of a kind.
  case newProof(Qualification.Kind)
  /// The first is 1.
  case proof(Int)
  case proofMove(Int)
  case proofRemoval(Int)
  case newItem
  case item(ID<PortfolioItem>)
  /// Its pictures.
  case itemFiles(ID<PortfolioItem>)
  case itemMove(ID<PortfolioItem>)
  case itemRemoval(ID<PortfolioItem>)

  func write(to path: inout PathWriter) {
    path.write("/studio/profile")
    switch self {
    case .glance: break
    case .hide: path.write("/hide")
    case .publish: path.write("/publish")
    case .section(let section):
      path.write("/")
      path.write(section.name)
    case .newProof(let kind):
      path.write("/background/add/")
      path.write(kind.rawValue)
    case .proof(let place): Self.write("/background/", Int64(place), "", to: &path)
    case .proofMove(let place): Self.write("/background/", Int64(place), "/move", to: &path)
    case .proofRemoval(let place): Self.write("/background/", Int64(place), "/remove", to: &path)
    case .newItem: path.write("/portfolio/add")
    case .item(let id): Self.write("/portfolio/", id.number, "", to: &path)
    case .itemFiles(let id): Self.write("/portfolio/", id.number, "/files", to: &path)
    case .itemMove(let id): Self.write("/portfolio/", id.number, "/move", to: &path)
    case .itemRemoval(let id): Self.write("/portfolio/", id.number, "/remove", to: &path)
    }
  }

  private static func write(
    _ lead: StaticString, _ number: Int64, _ end: String, to path: inout PathWriter
  ) {
    path.write(lead)
    path.write(number)
    path.write(end)
  }
}

/// A part of a profile with a page of its own.
package enum ProfileSection: Int, CaseIterable, Sendable {
  case about, skills, languages, background, portfolio, terms, hours

  /// As it stands in addresses.
  package var name: String { "\(self)" }
}
