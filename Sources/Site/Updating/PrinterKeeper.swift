import Market
package import Pages
package import Store
import Theme

/// Keeps what pages are printed with one by one as the files and the market are: the theme, the messages,
/// the market's own words, its catalogue and its rules.
package struct PrinterKeeper: Sendable {
  /// How often it is looked, and how long an editor must have been quiet.
  private static let look = Duration.milliseconds(200)
  private static let piece = 1_000

  private let materials: Materials
  private let output: String
  private let site: SiteFacts
  private let store: Store

  package init(
    _ materials: Materials, output: String, site: SiteFacts, at store: Store
  ) {
    (self.materials, self.output, self.site, self.store) = (materials, output, site, store)
  }

  /// Of the release that was brought back, if one was. Throws what is wrong with the files.
  package func load() async throws -> Printer {
    let materials = materials.inForce(in: output)
    let theme = try materials.load()
    let site = site
    return try await store.read { rows in
      let loaded = try Loaded(theme, content: materials.content, rows)
      let ground = try Ground(site, loaded, rows)
      return Printer(theme, ground.editions)
    }
  }

  /// Until it is cancelled; first with what is there now, since nobody may have watched for a moment.
  /// What is wrong with an edit is told; the former one stays in force.
  package func run(
    use: @escaping @Sendable (Printer) -> Void, tell: @escaping @Sendable (any Error) -> Void
  ) async throws {
    let watch = FolderWatch(materials.folders)
    var position: Position?
    var isDue = true
    while !Task.isCancelled {
      do {
        let news = try await isShaken(since: position)
        position = news.position
        isDue = watch.hasChanged() || news.isShaken || isDue
        if isDue {
          repeat { try await Task.sleep(for: Self.look) } while watch.hasChanged()
          use(try await load())
        }
        isDue = false
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        // Files wait for another edit; a database that is away comes back as it was.
        isDue = error is StoreError
        tell(error)
      }
      try await Task.sleep(for: Self.look)
    }
  }

  private func isShaken(
    since position: Position?
  ) async throws -> (isShaken: Bool, position: Position) {
    try await store.read { rows in
      guard let position else { return (false, try rows.position()) }
      let changes = try rows.changes(after: position, atMost: Self.piece)
      let isShaken = changes.contains { logged in
        logged.change.noun == .ruleVersion
          || logged.change.noun == .category && logged.change.after?.seen == nil
      }
      return (isShaken, changes.last?.position ?? position)
    }
  }
}
