import Market
import Theme

// The parts of each step.
extension StudioFields {
  var words: [StudioSection] {
    let columns = languages.map { locale in
      StudioRow(
        legend: edition.name(of: locale) ?? locale.tag,
        texts: [
          text(.title, "title-\(locale)", in: locale, most: limits.titleCharactersMax),
          text(
            .summary, "summary-\(locale)", in: locale, most: limits.summaryCharactersMax),
          text(
            .description, "description-\(locale)", in: locale,
            most: limits.descriptionCharactersMax, isLong: true),
        ])
    }
    let origin = choice(
      .origin, "origin",
      among: languages.map { option($0.tag, edition.name(of: $0) ?? $0.tag, in: "origin") })
    return [
      section(.words, .columns, columns),
      section(.language, .single, [StudioRow(choices: [origin])]),
    ]
  }

  var packages: [StudioSection] {
    [
      section(
        .packages, .packages, (0..<limits.packagesMax).map(package), most: limits.packagesMax),
      section(
        .features, .rows, rows("feature", limits.featuresMax, feature), most: limits.featuresMax),
      section(.extras, .rows, rows("extra", limits.extrasMax, extra), most: limits.extrasMax),
      section(
        .currency, .single, [StudioRow(choices: [choice(.currency, "currency", among: currencies)])]
      ),
    ]
  }

  private var currencies: [ChoiceOption] {
    edition.rules.fees.limits.keys.sorted { $0.code < $1.code }.map { asset in
      let name = CurrencyChoice(code: asset.code).map { edition.words(CurrencyName(currency: $0)) }
      return option(asset.code, name ?? asset.code, in: "currency")
    }
  }

  private func package(_ place: Int) -> StudioRow {
    let name = "package-\(place)"
    return StudioRow(
      legend: legend(.packages, place),
      texts: texts(
        .packageName, name + "-name", number: place + 1)
        + texts(
          .packageSummary, name + "-summary", number: place + 1)
        + [
          text(.price, name + "-price", number: place + 1, kind: .number),
          text(.days, name + "-days", number: place + 1, kind: .number),
        ],
      choices: [
        choice(
          .revisions, name + "-revisions", number: place + 1,
          among: revisions(in: name + "-revisions"))
      ])
  }

  private func revisions(in name: String) -> [ChoiceOption] {
    let counted = (0...limits.revisionsMax).map { option("\($0)", "\($0)", in: name) }
    guard limits.allowsUnlimitedRevisions else { return counted }
    let unlimited = edition.words(UnlimitedRevisions())
    return counted + [option(StudioValues.unlimited, unlimited, in: name)]
  }

  private func feature(_ place: Int) -> StudioRow {
    StudioRow(
      legend: legend(.features, place),
      texts: texts(
        .feature, "feature-\(place)-label", number: place + 1),
      boxes: (0..<limits.packagesMax).map {
        box(.inPackage, "feature-\(place)-in-\($0)", number: $0 + 1)
      })
  }

  private func extra(_ place: Int) -> StudioRow {
    let name = "extra-\(place)"
    return StudioRow(
      legend: legend(.extras, place),
      texts: texts(
        .extraTitle, name + "-title", number: place + 1)
        + [
          text(.extraPrice, name + "-price", number: place + 1, kind: .number),
          text(.extraDays, name + "-days", number: place + 1, kind: .number),
        ])
  }

  var asks: [StudioSection] {
    [
      section(
        .requirements, .rows,
        rows("requirement", limits.requirementsMax) { place in
          StudioRow(
            legend: legend(.requirements, place),
            texts: texts(
              .requirement, "requirement-\(place)-question", number: place + 1,
              most: limits.requirementCharactersMax),
            boxes: [box(.needed, "requirement-\(place)-needed", number: place + 1)])
        }, most: limits.requirementsMax),
      section(
        .questions, .rows,
        rows("faq", limits.faqMax) { place in
          StudioRow(
            legend: legend(.questions, place),
            texts: texts(
              .question, "faq-\(place)-question", number: place + 1)
              + texts(
                .answer, "faq-\(place)-answer", number: place + 1,
                most: limits.faqAnswerCharactersMax, isLong: true))
        }, most: limits.faqMax),
    ]
  }

  var details: [StudioSection] {
    let gig = form.draft.gig
    let usual = form.usualTags.compactMap { edition.said($0.names)?.text }
    var sections = [
      section(
        .place, .single,
        [
          StudioRow(choices: [
            choice(.category, "category", among: edition.categoryOptions(values["category"]))
          ])
        ]),
      section(
        .tags, .single, [StudioRow(texts: [text(.tags, "tags")])], most: limits.tagsMax,
        suggestions: usual),
    ]
    let attributes = (edition.catalogue[gig.category]?.attributes ?? []).map(attribute)
    if !attributes.isEmpty {
      sections.append(section(.attributes, .single, [StudioRow(choices: attributes)]))
    }
    if let vertical = edition.catalogue.vertical(of: gig.category), !vertical.promises.isEmpty {
      sections.append(
        section(.promises, .single, [StudioRow(boxes: vertical.promises.map(promise))]))
    }
    if gig.version != nil {
      let slugs = languages.filter { gig.slugs[$0] != nil }.map {
        text(.slug, "slug-\($0)", in: $0, most: Slug.bytesMax)
      }
      sections.append(section(.slugs, .columns, slugs.map { StudioRow(texts: [$0]) }))
    }
    return sections
  }

  private func promise(_ promise: Vertical.Promise) -> BoxField {
    let name = "promise-\(promise.name)"
    return BoxField(
      name: token(name), label: edition.said(promise.text)?.text ?? promise.name,
      isChecked: values.has(name), fault: fault(name))
  }

  private func attribute(_ attribute: CategoryAttribute) -> ChoiceField {
    let name = "attribute-\(attribute.name)"
    let nothing = option("", edition.words(NoChoice()), in: name)
    let choices = attribute.choices.map {
      option($0.name, edition.said($0.label)?.text ?? $0.name, in: name)
    }
    return ChoiceField(
      name: token(name),
      label: edition.said(attribute.label)?.text ?? attribute.name,
      fault: fault(name), isRequired: false, isList: true, options: [nothing] + choices)
  }

  private func section(
    _ part: StudioPart, _ layout: StudioSection.Layout, _ rows: [StudioRow], most: Int = 0,
    suggestions: [String] = []
  ) -> StudioSection {
    let lead = edition.words(StudioPartLead(part: part, max: most))
    return StudioSection(
      layout: layout, title: edition.words(StudioPartTitle(part: part)),
      lead: lead.isEmpty ? nil : lead, rows: rows, suggestions: suggestions)
  }

  private func legend(_ part: StudioPart, _ place: Int) -> String {
    edition.words(StudioRowLegend(part: part, number: place + 1))
  }

  /// Those that are written, and some to be written.
  private func rows(
    _ kind: String, _ most: Int, _ row: (Int) -> StudioRow
  ) -> [StudioRow] {
    (0..<min(most, values.rows(kind) + Self.emptyRows)).map(row)
  }

  private static let emptyRows = 2
}

extension Edition {
  /// All that take gigs; the one of this number is chosen.
  func categoryOptions(_ chosen: String) -> [ChoiceOption] {
    catalogue.groups.flatMap { group in
      catalogue.categories(of: group.category.id).map { entry in
        ChoiceOption(
          value: "\(entry.category.id.number)",
          label: words(
            CategoryIn(
              group: name(of: group.category).text, category: name(of: entry.category).text)),
          isChosen: chosen == "\(entry.category.id.number)")
      }
    }
  }
}

struct CategoryIn: Sentence {
  static let key = "studio.category"
  let group: String
  let category: String
  static let about = "A category with the group it stands in, in a list."
  static let fields = Fields<Self>(
    Field("group", \.group, "The name of the group."),
    Field("category", \.category, "The name of the category."))
}
