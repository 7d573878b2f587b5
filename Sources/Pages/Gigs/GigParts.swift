import Market
import Theme

/// What the page of a gig and that of its version say alike, in one language.
struct GigParts {
  let title: Said
  let summary: Said?
  let description: Said
  let about: HTML
  let pictures: [Picture]
  let attachments: [AttachmentLine]
  let packages: [PackageLine]
  let features: [FeatureLine]
  let lowestPrice: Amount
  let extras: [ExtraLine]
  let requirements: [RequirementLine]
  let questions: [QuestionLine]
  let attributes: [AttributeLine]
  let steps: [StepLine]
  let promises: [Said]
  let tags: [NamedLink]
  let seller: SellerLine

  init(_ record: GigRecord, by composer: Composer) {
    let edition = composer.edition
    let texts = record.content.texts
    let origin = record.content.origin
    let lines = GigLines(record.content, edition)
    title = edition.title(record)
    summary = edition.summary(record)
    description = edition.said(texts, first: origin, \.description) ?? Said("")
    about = Markdown.html(description.text, for: .people, anchors: "about")
    let shown = edition.gallery(of: record, at: composer.place)
    pictures =
      shown.pictures.isEmpty
      ? [edition.cover(of: record, at: composer.place)] : shown.pictures
    attachments = shown.attachments
    packages = lines.packages
    features = lines.features
    lowestPrice = lines.amount(record.content.lowestPrice ?? 0)
    extras = lines.extras
    requirements = lines.requirements
    questions = lines.questions
    attributes = lines.attributes(in: record.category)
    steps = edition.steps(in: record.category)
    promises = lines.promises(in: record.category)
    tags = record.tags.compactMap { composer.namedLink($0) }
    seller = composer.line(record.seller)
  }

  /// They would be the same for both records.
  static func areSame(_ one: GigRecord, _ other: GigRecord) -> Bool {
    one.gig == other.gig && one.category == other.category && one.tags == other.tags
      && one.seller == other.seller && one.content == other.content && one.files == other.files
  }
}

/// What one version of a gig consists of, line by line.
private struct GigLines {
  let content: GigContent
  let edition: Edition

  init(_ content: GigContent, _ edition: Edition) {
    self.content = content
    self.edition = edition
  }

  private func said(_ text: Localized) -> Said? { edition.said(text, first: content.origin) }

  func amount(_ minorUnits: Int64) -> Amount {
    Amount(Money(minorUnits: minorUnits, content.asset))
  }

  /// The one in the middle, or the first of two.
  private var chosen: Int { (content.packages.count - 1) / 2 }

  var packages: [PackageLine] {
    content.packages.enumerated().map { place, package in
      PackageLine(
        number: place + 1, name: said(package.name) ?? Said("\(place + 1)"),
        summary: said(package.summary), price: amount(package.price),
        deliveryDays: package.deliveryDays, revisions: package.revisions,
        isChosen: place == chosen)
    }
  }

  var features: [FeatureLine] {
    content.features.compactMap { feature in
      said(feature.label).map { label in
        FeatureLine(
          label: label,
          cells: content.packages.indices.map {
            FeatureCell(isIn: feature.packages.holds($0), isChosen: $0 == chosen)
          })
      }
    }
  }

  var requirements: [RequirementLine] {
    content.requirements.compactMap { each in
      said(each.question).map { RequirementLine(question: $0, isNeeded: each.isNeeded) }
    }
  }

  var questions: [QuestionLine] {
    content.questions.compactMap { each in
      guard let question = said(each.question), let answer = said(each.answer) else { return nil }
      return QuestionLine(question: question, answer: answer)
    }
  }

  var extras: [ExtraLine] {
    content.extras.compactMap { extra in
      said(extra.title).map {
        ExtraLine(
          title: $0, price: amount(extra.price),
          deliveryDays: extra.deliveryDays > 0 ? extra.deliveryDays : nil)
      }
    }
  }

  /// In the order of the vertical; what it no longer asks for is not shown.
  func promises(in category: ID<Category>) -> [Said] {
    let made = content.promises
    let asked = edition.catalogue.vertical(of: category)?.promises ?? []
    return asked.filter { made.contains($0.name) }.compactMap { edition.said($0.text) }
  }

  /// In the order of the category; a choice that the category no longer has is not shown.
  func attributes(in category: ID<Category>) -> [AttributeLine] {
    guard let entry = edition.catalogue[category] else { return [] }
    return entry.attributes.compactMap { attribute in
      guard let name = content.attributes[attribute.name],
        let choice = attribute.choices.first(where: { $0.name == name }),
        let label = edition.said(attribute.label), let value = edition.said(choice.label)
      else { return nil }
      return AttributeLine(label: label, value: value)
    }
  }
}

extension Edition {
  fileprivate func gallery(of record: GigRecord, at place: PicturePlace) -> Gallery {
    let origin = record.content.origin
    let files = record.content.media.compactMap { media in
      record.files.first { $0.key.text == media.file }.map {
        (file: $0, caption: said(media.caption, first: origin))
      }
    }
    return Gallery(files, of: .gig(record.gig), in: self, at: place)
  }

  /// Who has no picture at all gets one that is drawn.
  fileprivate func cover(of record: GigRecord, at place: PicturePlace) -> Picture {
    guard case .studio(let gig) = place, gig == record.gig else {
      return picture(drawing(of: record), isFirst: true)
    }
    return Picture(
      link: link(.studio(.cover(gig))), width: CoverDrawing.width, height: CoverDrawing.height,
      isFirst: true)
  }

  /// Those of the way of working that a category has.
  fileprivate func steps(in category: ID<Category>) -> [StepLine] {
    (catalogue.vertical(of: category)?.steps ?? []).compactMap { step in
      said(step.names).map { StepLine(name: $0, summary: said(step.summaries)) }
    }
  }
}
