import HTTP
import Market
import Pages
import Store

/// The pictures of a work: sent, put in order, taken away.
enum WorkFilesRoutes {
  static let all = [show, write]

  private static let path: RoutePath = "/{locale}/studio/profile/portfolio/{item}/files"

  private static let show = WebRoute.page(
    path, "The pictures of a work.", for: .member, takes: WorkFilesShown.self
  ) { visit, asked in visit.showFiles(of: asked.item) }

  private static let write = WebRoute.form(
    path, "Takes files, and keeps which of them are shown.", for: .member,
    takes: WorkFilesAsked.self, limits: .files
  ) { visit, trouble in
    visit.showFiles(of: visit.id("item"), after: trouble)
  } act: { visit, asked in
    guard let party = visit.actingParty else { return visit.signInNeeded }
    return .read { rows in
      let item = try rows.portfolioItem(asked.item, of: party)
      // Before anything is taken in: whoever is too late must not send it twice.
      _ = try item.edited(
        item.work, of: rows.party(party), from: asked.revision, by: visit.actor)
      return try visit.receive(asked.chosen, of: party, atMost: PortfolioItem.mediaMax) {
        visit.keep(asked, $0, of: party)
      }
    }
  }
}

extension Visit {
  fileprivate func showFiles(
    of id: ID<PortfolioItem>, refused: [RefusedFile] = [], after trouble: Trouble? = nil
  ) -> Step {
    let status = trouble ?? (refused.isEmpty ? nil : Trouble(.badRequest, status: .unprocessable))
    return profilePage(after: status) { rows, party, _ in
      let item = try rows.portfolioItem(id, of: party.id)
      return WorkFilesPage(
        item, try rows.files(item.work.media.map(\.text), of: party.id), refused: refused,
        self.state(after: trouble), in: self.edition)
    }
  }

  fileprivate func keep(
    _ asked: WorkFilesAsked, _ received: ReceivedFiles, of party: ID<Party>
  ) -> Step {
    let (actor, now) = (actor, now)
    return .write { tx in
      var work = try tx.portfolioItem(asked.item, of: party).work
      let files = try tx.known(asked.chosen, received.keys, of: party).compactMap {
        MediaKey($0.file)
      }
      guard files != work.media else { return }
      work.media = files
      try tx.editPortfolioItem(asked.item, work, from: asked.revision, by: actor, at: now)
    } then: { _ in
      received.refused.isEmpty
        ? .answer(redirect(to: .itemFiles(asked.item), done: .entrySaved))
        : showFiles(of: asked.item, refused: received.refused)
    }
  }
}

private struct WorkFilesShown: Input {
  let item: ID<PortfolioItem>

  init(_ fields: inout Fields) {
    fields.locale()
    item = fields.id("item", "Which work.")
  }
}

private struct WorkFilesAsked: Input {
  let item: ID<PortfolioItem>
  let revision: Int
  let chosen: FilesChosen

  init(_ fields: inout Fields) {
    item = WorkFilesShown(&fields).item
    revision = fields.revision()
    chosen = FilesChosen(&fields)
    // Of the button, which says so on all pages that take files.
    _ = fields.text("go", "Not needed here.", characters: 0...10)
  }
}
