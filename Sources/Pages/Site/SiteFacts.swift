/// What the operator says about the site, and what each of its pages shows.
package struct SiteFacts: Hashable, Sendable {
  package let origin: SiteOrigin
  package var owner: String?
  /// The number of the ICP record, which sites in mainland China must show.
  package var icp: String?
  /// The number of the record with the police there.
  package var police: String?
  package var licences: [String] = []

  package static let icpAddress = "https://beian.miit.gov.cn/"
  package static let policeAddress = "https://beian.mps.gov.cn/"

  package init(origin: SiteOrigin) { self.origin = origin }
}
