package import Market
package import Theme

/// Where a seller begins another gig.
package struct StudioNewPage: View {
  package let frame: Frame
  package let notice: Notice?
  package let form: FormAddress
  package let faults: FaultList
  package let templates: [StudioTemplateLine]
  package let groups: [StudioGroupLine]
  package let fault: String?
  package let back: Link

  package static let isDynamic = true
  package static let about = "The page on which a seller chooses what kind of service to offer."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("notice", \.notice, "What came of what was sent last."),
    Field("form", \.form, "Where the form is sent, with the field `category`."),
    Field("faults", \.faults, "What is wrong with what was sent."),
    Field("templates", \.templates, "What one can begin with; sent as `template` in its place."),
    Field("groups", \.groups, "The groups of the catalogue, with their categories."),
    Field("fault", \.fault, "What is wrong with the choice."),
    Field("back", \.back, "All services of the seller."))
}

/// A group of the catalogue, to choose a category from.
package struct StudioGroupLine: View {
  package let name: Said
  package let categories: [ChoiceOption]

  package static let about = "A group of the catalogue, to choose a category from."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What it is called."),
    Field("categories", \.categories, "What stands in it, by number."))
}

/// A service to begin with.
package struct StudioTemplateLine: View {
  package let value: String
  package let name: Said
  package let summary: Said?

  package static let about = "A service that is nearly written, to begin with."
  package static let fields = Fields<Self>(
    Field("value", \.value, "What is sent."), Field("name", \.name, "What it is called."),
    Field("summary", \.summary, "For whom it is."))
}

extension StudioNewPage {
  package init(
    _ state: FormState, chosen: String, templates: [GigTemplate],
    refusal: StudioRefusal? = nil, in edition: Edition
  ) {
    let fault = state.faults.first.map { edition.sentence(for: $0.fault) }
    let label = edition.words(StudioLabel(field: .category, number: 0))
    self.init(
      frame: edition.frame(.new, at: .studio(.new)),
      notice: Notice(nil, refusal, state, in: edition),
      form: edition.form(.studio(.new), state),
      faults: FaultList(
        fault.map { [FaultLine(label: label, fault: $0, link: Link(ours: "#field-category"))] }
          ?? []),
      templates: templates.map { template in
        StudioTemplateLine(
          value: template.name, name: edition.said(template.names) ?? Said(template.name),
          summary: edition.said(template.summaries))
      },
      groups: edition.catalogue.groups.map { group in
        StudioGroupLine(
          name: edition.name(of: group.category),
          categories: edition.catalogue.categories(of: group.category.id).map { entry in
            let number = "\(entry.category.id.number)"
            return ChoiceOption(
              value: number, label: edition.name(of: entry.category).text,
              isChosen: number == chosen)
          })
      }, fault: fault, back: edition.link(.studio(.gigs)))
  }
}
