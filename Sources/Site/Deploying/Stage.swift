import Pages

/// The order in which a target is changed: nothing is there before what it leads to, and nothing goes
/// before what leads to it.
enum Stage: Int, CaseIterable, Sendable {
  case assets
  /// Nobody leads to them yet, so they may lead to each other.
  case newPages
  case leaves
  case fronts
  /// With feeds and what tells search engines.
  case sitemaps
  case goneFronts
  case goneLeaves
  case goneAssets

  init(of path: String, _ record: ManifestRecord, isNew: Bool) {
    let isPage = path.withoutPackedEnding.hasSuffix(".html")
    let isLeaf = PageKey.isLeaf(record.owner)
    let tells =
      ["sitemaps/", "robots.txt", "sitemap.xml"].contains(where: path.hasPrefix)
      || path.withoutPackedEnding.hasSuffix("/feed.xml")
    self =
      switch (record.kind.isHere, isPage) {
      case (true, false): tells ? .sitemaps : .assets
      case (true, true): isNew ? .newPages : isLeaf ? .leaves : .fronts
      // What search engines are told goes with the lists.
      case (false, false): tells ? .goneFronts : .goneAssets
      case (false, true): isLeaf ? .goneLeaves : .goneFronts
      }
  }

  var isGone: Bool { rawValue >= Stage.goneFronts.rawValue }
}

extension String {
  /// Of the file that is packed in this one, if it is packed.
  var withoutPackedEnding: String {
    for form in [PackedForm.gzip, .brotli] where hasSuffix("\(form.ending)") {
      return String(dropLast(form.ending.utf8CodeUnitCount))
    }
    return self
  }
}
