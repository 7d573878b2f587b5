import HTTP
import Market
import Pages
import Store

/// Education, work and certificates of a seller: added, changed, moved and taken away one by one.
enum BackgroundRoutes {
  static let all = [list, add, addOne, one, change, move, remove]

  private static let list = WebRoute.page(
    "/{locale}/studio/profile/background", "Education, work and certificates.", for: .member,
    takes: LocaleAsked.self
  ) { visit, _ in visit.showEntries(.background) }

  private static let addPath: RoutePath = "/{locale}/studio/profile/background/add/{kind}"
  private static let onePath: RoutePath = "/{locale}/studio/profile/background/{entry}"

  private static let add = WebRoute.page(
    addPath, "The form for one more.", for: .member, takes: KindAsked.self
  ) { visit, asked in show(visit, new: asked.kind) }

  private static let addOne = WebRoute.form(
    addPath, "Adds one.", for: .member, takes: NewProofAsked.self,
    again: { visit, trouble in
      show(
        visit, new: Qualification.Kind(rawValue: visit.steps["kind"] ?? "") ?? .education,
        after: trouble)
    },
    act: { visit, asked in
      visit.saveProfile(
        from: asked.revision, at: .section(.background), done: .entrySaved
      ) { content, _ in
        content.proofs.append(asked.proof)
        if content.proofs.count > ProfileContent.proofsMax {
          throw ProfileError.unfit([.tooMany(.qualifications, max: ProfileContent.proofsMax)])
        }
      }
    })

  private static let one = WebRoute.page(
    onePath, "The form of one.", for: .member, takes: EntryAsked.self
  ) { visit, asked in show(visit, at: asked.entry) }

  private static let change = WebRoute.form(
    onePath, "Changes one.", for: .member, takes: ChangedProofAsked.self,
    again: { visit, trouble in
      show(visit, at: Int(visit.steps["entry"] ?? "") ?? 0, after: trouble)
    },
    act: { visit, asked in
      visit.saveProfile(
        from: asked.revision, at: .section(.background), done: .entrySaved
      ) { content, _ in
        let place = try content.place(of: asked.entry)
        var proof = asked.proof
        proof.kind = content.proofs[place].kind
        content.proofs[place] = proof
      }
    })

  private static let move = WebRoute.form(
    "/{locale}/studio/profile/background/{entry}/move", "Moves one up or down.", for: .member,
    takes: MovedEntryAsked.self,
    again: { visit, trouble in visit.showEntries(.background, after: trouble) },
    act: { visit, asked in
      visit.saveProfile(
        from: asked.revision, at: .section(.background), done: .entryMoved
      ) { content, _ in
        let place = try content.place(of: asked.entry)
        let other = asked.direction == .up ? place - 1 : place + 1
        if content.proofs.indices.contains(other) { content.proofs.swapAt(place, other) }
      }
    })

  private static let remove = WebRoute.form(
    "/{locale}/studio/profile/background/{entry}/remove", "Takes one away.", for: .member,
    takes: RemovedEntryAsked.self,
    again: { visit, trouble in visit.showEntries(.background, after: trouble) },
    act: { visit, asked in
      visit.saveProfile(
        from: asked.revision, at: .section(.background), done: .entryRemoved
      ) { content, _ in
        content.proofs.remove(at: try content.place(of: asked.entry))
      }
    })

  private static func show(
    _ visit: Visit, new kind: Qualification.Kind, after trouble: Trouble? = nil
  ) -> Step {
    visit.profilePage(after: trouble) { _, _, profile in
      let form = visit.form(
        at: .newProof(kind), after: trouble, kept: [:], revision: profile?.revision ?? 0,
        kind: kind)
      return ProfileFormPage(form, in: visit.edition)
    }
  }

  private static func show(_ visit: Visit, at entry: Int, after trouble: Trouble? = nil) -> Step {
    visit.profilePage(after: trouble) { _, _, profile in
      guard let profile, let place = try? profile.content.place(of: entry) else {
        throw Trouble(.notFound)
      }
      let proof = profile.content.proofs[place]
      let form = visit.form(
        at: .proof(entry), after: trouble, kept: proof.draft, revision: profile.revision,
        kind: proof.kind)
      return ProfileFormPage(form, in: visit.edition)
    }
  }
}

extension Visit {
  func showEntries(_ section: ProfileSection, after trouble: Trouble? = nil) -> Step {
    profilePage(after: trouble) { rows, party, profile in
      guard let profile else { throw Trouble(.notFound) }
      let form = EntriesForm(
        state: self.state(after: trouble), profile: profile,
        portfolio: section == .portfolio ? try rows.portfolio(of: party.id) : [],
        section: section)
      return EntriesPage(form, in: self.edition)
    }
  }
}

extension ProfileContent {
  /// Of the entry of this number; the first is 1.
  fileprivate func place(of entry: Int) throws(Trouble) -> Int {
    guard proofs.indices.contains(entry - 1) else { throw Trouble(.notFound) }
    return entry - 1
  }
}

enum MoveDirection: String, CaseIterable {
  case up, down
}

private struct KindAsked: Input {
  let kind: Qualification.Kind

  init(_ fields: inout Fields) {
    fields.locale()
    kind = fields.choice("kind", "What is added.", of: Qualification.Kind.self) ?? .education
  }
}

private struct NewProofAsked: Input {
  let kind: Qualification.Kind
  let revision: Int
  let proof: Qualification

  init(_ fields: inout Fields) {
    kind = KindAsked(&fields).kind
    revision = fields.revision()
    proof = fields.qualification(kind)
  }
}

private struct EntryAsked: Input {
  let entry: Int

  init(_ fields: inout Fields) {
    fields.locale()
    entry = Int(fields.number("entry", "Which one; the first is 1.", 1...Int64(Int32.max)))
  }
}

private struct ChangedProofAsked: Input {
  let entry: Int
  let revision: Int
  /// As if it were of the first kind: of which it is stands in the profile.
  let proof: Qualification

  init(_ fields: inout Fields) {
    entry = EntryAsked(&fields).entry
    revision = fields.revision()
    proof = fields.qualification(.education)
  }
}

private struct MovedEntryAsked: Input {
  let entry: Int
  let revision: Int
  let direction: MoveDirection

  init(_ fields: inout Fields) {
    entry = EntryAsked(&fields).entry
    revision = fields.revision()
    direction = fields.choice("to", "Where to.", of: MoveDirection.self) ?? .up
  }
}

private struct RemovedEntryAsked: Input {
  let entry: Int
  let revision: Int

  init(_ fields: inout Fields) {
    entry = EntryAsked(&fields).entry
    revision = fields.revision()
  }
}
