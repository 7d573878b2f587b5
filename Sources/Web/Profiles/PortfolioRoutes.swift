import HTTP
import Market
import Pages
import Store

/// What a seller shows of his work: added, changed, moved and taken away piece by piece.
enum PortfolioRoutes {
  static let all = [list, add, addOne, one, change, move, remove]

  private static let list = WebRoute.page(
    "/{locale}/studio/profile/portfolio", "The works that the seller shows.", for: .member,
    takes: LocaleAsked.self
  ) { visit, _ in visit.showEntries(.portfolio) }

  private static let addPath: RoutePath = "/{locale}/studio/profile/portfolio/add"
  private static let onePath: RoutePath = "/{locale}/studio/profile/portfolio/{item}"

  private static let add = WebRoute.page(
    addPath, "The form for one more.", for: .member, takes: LocaleAsked.self
  ) { visit, _ in showNew(visit) }

  private static let addOne = WebRoute.form(
    addPath, "Adds one.", for: .member, takes: NewWorkAsked.self,
    again: { visit, trouble in showNew(visit, after: trouble) },
    act: { visit, asked in
      let (actor, now) = (visit.actor, visit.now)
      let work = try asked.work.work(in: visit.edition)
      return visit.presenting(at: .section(.portfolio), done: .entrySaved) { tx, party in
        _ = try visit.once(tx) { tx in
          "\(try tx.addPortfolioItem(of: party, work, by: actor, at: now))"
        }
      }
    })

  private static let one = WebRoute.page(
    onePath, "The form of one.", for: .member, takes: ItemAsked.self
  ) { visit, asked in show(visit, asked.item) }

  private static let change = WebRoute.form(
    onePath, "Changes one.", for: .member, takes: ChangedWorkAsked.self,
    again: { visit, trouble in
      show(visit, visit.id("item"), after: trouble)
    },
    act: { visit, asked in
      let (actor, now) = (visit.actor, visit.now)
      let work = try asked.work.work(in: visit.edition)
      return visit.presenting(at: .section(.portfolio), done: .entrySaved) { tx, party in
        let item = try tx.portfolioItem(asked.item, of: party)
        var work = work
        work.media = item.work.media
        try tx.editPortfolioItem(
          asked.item, work, from: asked.revision, by: actor, at: now)
      }
    })

  private static let move = WebRoute.form(
    "/{locale}/studio/profile/portfolio/{item}/move", "Moves one up or down.", for: .member,
    takes: MovedItemAsked.self,
    again: { visit, trouble in visit.showEntries(.portfolio, after: trouble) },
    act: { visit, asked in
      let (actor, now) = (visit.actor, visit.now)
      return visit.presenting(at: .section(.portfolio), done: .entryMoved) { tx, party in
        _ = try tx.portfolioItem(asked.item, of: party)
        try tx.movePortfolioItem(asked.item, up: asked.direction == .up, by: actor, at: now)
      }
    })

  private static let remove = WebRoute.form(
    "/{locale}/studio/profile/portfolio/{item}/remove", "Takes one away.", for: .member,
    takes: RemovedItemAsked.self,
    again: { visit, trouble in visit.showEntries(.portfolio, after: trouble) },
    act: { visit, asked in
      let (actor, now) = (visit.actor, visit.now)
      return visit.presenting(at: .section(.portfolio), done: .entryRemoved) { tx, party in
        _ = try tx.portfolioItem(asked.item, of: party)
        try tx.removePortfolioItem(asked.item, by: actor, at: now)
      }
    })

  private static func showNew(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.profilePage(after: trouble) { _, _, _ in
      let form = visit.form(at: .newItem, after: trouble, kept: [:], revision: 0)
      return ProfileFormPage(form, in: visit.edition)
    }
  }

  private static func show(
    _ visit: Visit, _ id: ID<PortfolioItem>, after trouble: Trouble? = nil
  ) -> Step {
    visit.profilePage(after: trouble) { rows, party, _ in
      guard let item = try rows.portfolio(of: party.id).first(where: { $0.id == id }) else {
        throw Trouble(.notFound)
      }
      let form = visit.form(
        at: .item(id), after: trouble, kept: item.work.draft(in: visit.edition),
        revision: item.revision)
      return ProfileFormPage(form, in: visit.edition)
    }
  }
}

extension Reading where Self: ~Copyable {
  /// Of another's there is nothing here.
  func portfolioItem(_ id: ID<PortfolioItem>, of party: ID<Party>) throws -> PortfolioItem {
    guard let item = try portfolio(of: party).first(where: { $0.id == id }) else {
      throw ProfileError.unknownItem(id)
    }
    return item
  }
}

private struct NewWorkAsked: Input {
  let work: WorkAsked

  init(_ fields: inout Fields) {
    fields.locale()
    // A new one has none, and its form is that of the others.
    _ = fields.revision()
    work = WorkAsked(&fields)
  }
}

private struct ItemAsked: Input {
  let item: ID<PortfolioItem>

  init(_ fields: inout Fields) {
    fields.locale()
    item = fields.id("item", "Which work.")
  }
}

private struct ChangedWorkAsked: Input {
  let item: ID<PortfolioItem>
  let revision: Int
  let work: WorkAsked

  init(_ fields: inout Fields) {
    item = ItemAsked(&fields).item
    revision = fields.revision()
    work = WorkAsked(&fields)
  }
}

private struct MovedItemAsked: Input {
  let item: ID<PortfolioItem>
  let direction: MoveDirection

  init(_ fields: inout Fields) {
    item = ItemAsked(&fields).item
    direction = fields.choice("to", "Where to.", of: MoveDirection.self) ?? .up
    // The list has it for entries that have no number of their own.
    _ = fields.text("revision", "Of the profile; not needed here.", characters: 0...20)
  }
}

private struct RemovedItemAsked: Input {
  let item: ID<PortfolioItem>

  init(_ fields: inout Fields) {
    item = ItemAsked(&fields).item
    _ = fields.text("revision", "Of the profile; not needed here.", characters: 0...20)
  }
}
