package import Market
package import Theme

/// What publishing would do, before it is done.
package struct StudioPreview: Sendable {
  package var form: StudioForm
  /// As its page would be made.
  package var record: GigRecord
  /// What would be printed; nil when it cannot be published as it is.
  package var touched: Touched?

  package init(form: StudioForm, record: GigRecord, touched: Touched?) {
    self.form = form
    self.record = record
    self.touched = touched
  }
}

/// The last step: how it will look, what it will change, and the button.
package struct StudioPreviewPage: View {
  package let around: StudioFrame
  package let faults: [FaultLine]
  package let looks: [StudioLook]
  package let publish: FormAddress?
  package let revision: Int
  package let isPublished: Bool
  package let isPaused: Bool
  package let deeds: [StudioDeedLine]
  package let atOnce: [PrintedLine]
  package let soon: [PrintedLine]

  package static let isDynamic = true
  package static let about = "The page on which a seller looks at a service and publishes it."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the step."),
    Field("faults", \.faults, "What keeps it from being published, with where it is put right."),
    Field("looks", \.looks, "How it will look in each language."),
    Field("publish", \.publish, "Where publishing is sent, if there is something to publish."),
    Field("revision", \.revision, "For the hidden field `revision`."),
    Field("isPublished", \.isPublished, "Visitors see an earlier version of it."),
    Field("isPaused", \.isPaused, "Publishing also puts it back on offer."),
    Field("deeds", \.deeds, "What else can be done with it."),
    Field("atOnce", \.atOnce, "The pages that will be there or change at once."),
    Field("soon", \.soon, "Those that follow within a minute."))
}

/// A page as it will be in one language.
package struct StudioLook: View {
  package let language: Said
  package let page: Link
  package let address: String
  package let title: Said
  package let summary: Said
  package let isTranslated: Bool

  package static let about = "How a service will look in one language, on its page and in a search."
  package static let fields = Fields<Self>(
    Field("language", \.language, "The name of the language."),
    Field("page", \.page, "The page exactly as it will be."),
    Field("address", \.address, "What its address will be."),
    Field("title", \.title, "Its title as search engines show it."),
    Field("summary", \.summary, "What they show below."),
    Field("isTranslated", \.isTranslated, "It is written in this language."))
}

/// Pages of one kind that will be printed.
package struct PrintedLine: View {
  package let kind: PrintedKind
  package let name: Said?
  package let link: Link?
  package var count: Int

  package static let about = "Pages of one kind that publishing prints."
  package static let fields = Fields<Self>(
    Field("kind", \.kind, "Which kind."), Field("name", \.name, "What it is of, where one is."),
    Field("link", \.link, "The page, where there is one already."),
    Field("count", \.count, "How many there are of the kind, in all languages."))
}

package enum PrintedKind: Int, CaseIterable, Choice {
  case gig, seller, category, market, tag, skill, home, feed, sitemap, neighbours, other
}

extension StudioPreviewPage {
  package init(_ preview: StudioPreview, in edition: Edition, _ editions: [Edition]) {
    let (form, record) = (preview.form, preview.record)
    let gig = form.draft.gig
    let printed = PrintedLines(record, in: edition)
    self.init(
      around: StudioFrame(.preview, form, in: edition),
      faults: form.faults.map { FaultLine($0, of: form.draft, in: edition) },
      looks: editions.map {
        StudioLook(record, in: $0, seenFrom: edition, page: .studio(.exact(gig.id)))
      },
      publish: form.draft.isUnpublished && form.faults.isEmpty
        ? edition.form(.studio(.deed(gig.id, .publish)), form.state) : nil,
      revision: gig.revision, isPublished: gig.version != nil,
      isPaused: gig.isPaused,
      deeds: gig.possibleDeeds.map {
        StudioDeedLine(deed: $0, form: edition.form(.studio(.deed(gig.id, $0)), form.state))
      },
      atOnce: preview.touched.map { printed.lines(of: $0.atOnce) } ?? [],
      soon: preview.touched.map { printed.lines(of: $0.soon.subtracting($0.atOnce)) } ?? [])
  }
}

extension Gig {
  fileprivate var isPaused: Bool { if case .paused = state { true } else { false } }
}

extension FaultLine {
  fileprivate init(_ fault: GigFault, of draft: GigDraft, in edition: Edition) {
    let (step, name) = fault.field.place
    let path = PageAddress.studio(.step(draft.gig.id, step)).path(in: edition.locale)
    self.init(
      label: edition.place(of: fault),
      fault: edition.sentence(for: fault, asset: draft.content.asset),
      link: Link("\(path)#field-\(name)"))
  }
}

extension StudioLook {
  /// `page` is where the page can be seen as it will be.
  init(
    _ record: GigRecord, in edition: Edition, seenFrom reader: Edition, page exact: PageAddress
  ) {
    let page = GigPage(record, in: edition)
    let mark = { (text: String) in reader.said(text, in: edition.locale) }
    self.init(
      language: Said(reader.name(of: edition.locale) ?? edition.locale.tag),
      page: edition.link(exact),
      address: edition.site.origin.text
        + PageAddress.gig(record.gig, record.slugs).path(in: edition.locale),
      title: mark(page.frame.title), summary: mark(page.frame.description),
      isTranslated: record.content.texts.has(edition.locale))
  }
}
