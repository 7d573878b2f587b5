/// How much a gig may hold.
package struct GigLimits: Hashable, Sendable {
  package let titleCharactersMax: Int
  package let summaryCharactersMax: Int
  package let descriptionCharactersMax: Int
  package let tagsMax: Int
  package let tagCharactersMax: Int
  package let packagesMin: Int
  package let packagesMax: Int
  package let packageNameCharactersMax: Int
  package let packageDescriptionCharactersMax: Int
  package let featuresMax: Int
  package let featureCharactersMax: Int
  package let extrasMax: Int
  package let extraNameCharactersMax: Int
  package let faqMax: Int
  package let faqQuestionCharactersMax: Int
  package let faqAnswerCharactersMax: Int
  package let requirementsMax: Int
  package let requirementCharactersMax: Int
  package let requirementAnswerCharactersMax: Int
  package let mediaMax: Int
  package let deliveryDaysMin: Int
  package let deliveryDaysMax: Int
  package let revisionsMax: Int
  /// Whether a package may also promise revisions without end.
  package let allowsUnlimitedRevisions: Bool

  init(_ section: RuleSection) {
    titleCharactersMax = section.whole("title-characters-max", 10...200)
    summaryCharactersMax = section.whole("summary-characters-max", 20...500)
    descriptionCharactersMax = section.whole("description-characters-max", 100...20_000)
    tagsMax = section.whole("tags-max", 0...50)
    tagCharactersMax = section.whole("tag-characters-max", 5...50)
    packagesMin = section.whole("packages-min", 1...10)
    packagesMax = section.whole("packages-max", 1...10)
    packageNameCharactersMax = section.whole("package-name-characters-max", 5...100)
    packageDescriptionCharactersMax = section.whole(
      "package-description-characters-max", 20...1_000)
    featuresMax = section.whole("features-max", 0...50)
    featureCharactersMax = section.whole("feature-characters-max", 5...200)
    extrasMax = section.whole("extras-max", 0...50)
    extraNameCharactersMax = section.whole("extra-name-characters-max", 5...200)
    faqMax = section.whole("faq-max", 0...50)
    faqQuestionCharactersMax = section.whole("faq-question-characters-max", 10...500)
    faqAnswerCharactersMax = section.whole("faq-answer-characters-max", 10...5_000)
    requirementsMax = section.whole("requirements-max", 0...50)
    requirementCharactersMax = section.whole("requirement-characters-max", 10...2_000)
    requirementAnswerCharactersMax = section.whole(
      "requirement-answer-characters-max", 10...20_000)
    mediaMax = section.whole("media-max", 0...50)
    deliveryDaysMin = section.whole("delivery-days-min", 1...365)
    deliveryDaysMax = section.whole("delivery-days-max", 1...365)
    revisionsMax = section.whole("revisions-max", 0...99)
    allowsUnlimitedRevisions = section.flag("unlimited-revisions")
    section.expect(
      packagesMin <= packagesMax, "packages-max", "expected at least packages-min, \(packagesMin)")
    section.expect(
      deliveryDaysMin <= deliveryDaysMax, "delivery-days-max",
      "expected at least delivery-days-min, \(deliveryDaysMin)")
    section.expect(
      summaryCharactersMax <= descriptionCharactersMax, "summary-characters-max",
      "expected at most description-characters-max, \(descriptionCharactersMax)")
  }
}

extension GigLimits {
  package var packages: ClosedRange<Int> { packagesMin...packagesMax }
  package var deliveryDays: ClosedRange<Int> { deliveryDaysMin...deliveryDaysMax }

  /// How often a package lets the buyer ask for changes; nil is without end.
  package func allows(revisions: Int?) -> Bool {
    revisions.map((0...revisionsMax).contains) ?? allowsUnlimitedRevisions
  }
}
