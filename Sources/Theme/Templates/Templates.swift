/// The templates of a theme, made into programs: one for each page and language.
package struct Templates: Sendable {
  /// The files of the pages, in the order of their paths.
  package let pages: [CompiledPage]
  /// What any template uses, in pages or not.
  package let uses: TemplateUses

  package struct CompiledPage: Sendable {
    package let view: any View.Type
    /// The file of its template, as faults name it.
    package let path: String
    package let needs: TemplateNeeds
    /// By the tag of their language.
    package let programs: [String: Program]
  }

  /// Throws everything that is wrong with any of the files.
  package init(
    _ files: TemplateFiles, views: [any View.Type], messages: [LocaleMessages],
    assets: [String: String], icons: Set<String>? = nil
  ) throws(Faults) {
    var faults: [Fault] = []
    self.init(
      files, views: views, messages: messages, assets: assets, icons: icons, faults: &faults)
    if !faults.isEmpty { throw Faults(faults) }
  }

  /// Adds everything that is wrong to `faults`; if anything is, there are no pages. Nil for `icons`
  /// when nobody knows what may follow `icons.svg#`.
  package init(
    _ files: TemplateFiles, views: [any View.Type], messages: [LocaleMessages],
    assets: [String: String], icons: Set<String>? = nil, faults: inout [Fault]
  ) {
    let check = TemplateCheck(
      files, views: views, messages: messages, assets: assets, icons: icons)
    uses = check.uses
    var found = check.faults
    var pages: [CompiledPage] = []
    let parts = PartStamps()
    if found.isEmpty {
      for (_, template) in check.templates.sorted(by: { $0.key < $1.key })
      where template.role == .page {
        guard let view = template.view else { continue }
        var programs: [String: Program] = [:]
        var needs = TemplateNeeds()
        for locale in messages {
          let inliner = Inliner(
            template, templates: check.templates, in: locale, parts: parts)
          programs[locale.language.tag] = inliner.program(for: view)
          needs.add(inliner.needs)
          for fault in inliner.faults where !found.contains(fault) { found.append(fault) }
        }
        pages.append(
          CompiledPage(view: view, path: template.path, needs: needs, programs: programs))
      }
    }
    self.pages = found.isEmpty ? pages : []
    faults += found.sorted { ($0.place, $0.found) < ($1.place, $1.found) }
  }

  /// Nil when there is no such page or language.
  package func template<Page: View>(for page: Page.Type, in tag: String) -> Template<Page>? {
    let wanted = ObjectIdentifier(page)
    return pages.first { ObjectIdentifier($0.view) == wanted }?.programs[tag].map { Template($0) }
  }
}
