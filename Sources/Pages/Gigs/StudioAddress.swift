package import Market
package import Theme

/// What a seller does about a gig, one step after the other, in any order.
package enum StudioStep: String, CaseIterable, Sendable {
  case words, packages, media, asks, details, preview
}

extension StudioStep: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }
  package var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What a button in the studio does at once.
package enum StudioDeed: String, CaseIterable, Sendable {
  case publish, pause, resume, archive, restore, duplicate
}

extension StudioDeed: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }
  package var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The pages on which sellers write what they offer, and what their forms are sent to.
package enum StudioAddress: Hashable, Sendable {
  case gigs
  case new
  case step(ID<Gig>, StudioStep)
  case deed(ID<Gig>, StudioDeed)
  /// The page of the gig as visitors will see it.
  case exact(ID<Gig>)
  /// The picture that is drawn for it, which the site has once it is published.
  case cover(ID<Gig>)
  /// A file that the seller sent, or a picture made of it, for his eyes: by what it is called under its
  /// key.
  case file(MediaKey, String)
  case history(ID<Gig>)
  /// What changed with a version.
  case changes(ID<Gig>, version: Int)

  func write(to path: inout PathWriter) {
    path.write("/studio")
    switch self {
    case .gigs: break
    case .new: path.write("/gigs/new")
    case .step(let gig, let step): Self.write(gig, step.rawValue, to: &path)
    case .deed(let gig, let deed): Self.write(gig, deed.rawValue, to: &path)
    case .exact(let gig): Self.write(gig, "page", to: &path)
    case .cover(let gig): Self.write(gig, "cover", to: &path)
    case .file(let key, let part): path.write("/media/\(key)/\(part)")
    case .history(let gig): Self.write(gig, "versions", to: &path)
    case .changes(let gig, let version):
      Self.write(gig, "versions", to: &path)
      path.write("/")
      path.write(Int64(version))
    }
  }

  private static func write(_ gig: ID<Gig>, _ step: String, to path: inout PathWriter) {
    path.write("/gigs/")
    path.write(gig.number)
    path.write("/")
    path.write(step)
  }
}

/// Where staff look at what sellers offer.
package enum ModerationAddress: Hashable, Sendable {
  case queue
  case gig(ID<Gig>)
  /// Its page, as visitors see it or would.
  case exact(ID<Gig>)
  case deed(ID<Gig>, ModerationDeed)

  func write(to path: inout PathWriter) {
    path.write("/staff/gigs")
    switch self {
    case .queue: break
    case .gig(let gig):
      path.write("/")
      path.write(gig.number)
    case .exact(let gig):
      path.write("/")
      path.write(gig.number)
      path.write("/page")
    case .deed(let gig, let deed):
      path.write("/")
      path.write(gig.number)
      path.write("/")
      path.write(deed.rawValue)
    }
  }
}

package enum ModerationDeed: String, CaseIterable, Sendable {
  case approve, reject
  case takeDown = "take-down"
  case reinstate
}

extension ModerationDeed: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase("\($0)") } }
  package var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
