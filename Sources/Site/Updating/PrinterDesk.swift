package import Pages
package import Store

/// Has at hand what letters are printed with. It looks for edits only when somebody asks, and not all
/// the time. While an edit has faults, the former materials stay in force; who keeps the site tells.
package actor PrinterDesk {
  private static let look = Duration.seconds(1)

  private let materials: Materials
  private let output: String
  private let site: SiteFacts
  private var watch: FolderWatch?
  private var latest: (printer: Printer, looked: ContinuousClock.Instant)?

  package init(_ materials: Materials, output: String, site: SiteFacts) {
    (self.materials, self.output, self.site) = (materials, output, site)
  }

  package func printer(at store: Store) async throws -> Printer {
    if let latest, !isEdited(since: latest.looked) { return latest.printer }
    let watch = watch ?? FolderWatch(materials.folders)
    self.watch = watch
    let keeper = PrinterKeeper(materials, output: output, site: site, at: store)
    do {
      let printer = try await keeper.load()
      latest = (printer, .now)
      return printer
    } catch {
      guard let former = latest?.printer else { throw error }
      latest = (former, .now)
      return former
    }
  }

  private func isEdited(since looked: ContinuousClock.Instant) -> Bool {
    guard .now - looked >= Self.look else { return false }
    let isEdited = watch?.hasChanged() ?? true
    if !isEdited, let printer = latest?.printer { latest = (printer, .now) }
    return isEdited
  }
}
