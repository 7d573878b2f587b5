package import Market
package import Theme

/// All versions of a gig.
package struct StudioHistoryPage: View {
  package let frame: Frame
  package let title: Said?
  package let back: Link
  package let versions: [StudioVersionLine]

  package static let isDynamic = true
  package static let about = "The page of all that a service has said."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("title", \.title, "What the service is called."),
    Field("back", \.back, "Where it is written."),
    Field("versions", \.versions, "Its versions, the newest first."))
}

/// One version of a gig, to its seller.
package struct StudioVersionLine: View {
  package let number: Int
  package let isDraft: Bool
  package let isCurrent: Bool
  package let made: Moment
  package let author: String?
  package let page: Link?
  package let changes: Link?
  package let digest: String

  package static let about = "One version of a service, to its seller."
  package static let fields = Fields<Self>(
    Field("number", \.number, "Its number, from 1."),
    Field("isDraft", \.isDraft, "It is not published yet."),
    Field("isCurrent", \.isCurrent, "It is the one that visitors see."),
    Field("made", \.made, "When it was published; of a draft, when it was written last."),
    Field("author", \.author, "Who wrote it, if that is known."),
    Field("page", \.page, "The page that keeps it for ever, once there is one."),
    Field("changes", \.changes, "What it says differently from the one before it."),
    Field("digest", \.digest, "The beginning of the digest of all that it says."))
}

/// The versions of a gig, and who wrote them.
package struct StudioHistory: Sendable {
  package var draft: GigDraft
  /// The oldest first; the draft last, if there is one.
  package var versions: [GigVersion]
  package var authors: [ID<Account>: String]
  package var timezone: String

  package init(
    draft: GigDraft, versions: [GigVersion], authors: [ID<Account>: String], timezone: String
  ) {
    self.draft = draft
    self.versions = versions
    self.authors = authors
    self.timezone = timezone
  }
}

extension StudioHistoryPage {
  package init(_ history: StudioHistory, in edition: Edition) {
    let gig = history.draft.gig
    let first = history.versions.first?.number
    self.init(
      frame: edition.frame(.history, at: .studio(.history(gig.id))),
      title: edition.title(of: history.draft.content),
      back: edition.link(.studio(.step(gig.id, .words))),
      versions: history.versions.reversed().map { version in
        let isDraft = version.publishedAt == nil
        return StudioVersionLine(
          number: version.number, isDraft: isDraft, isCurrent: version.id == gig.version,
          made: edition.moment(version.publishedAt ?? version.madeAt, in: history.timezone),
          author: version.author.flatMap { history.authors[$0] },
          page: isDraft || !gig.isShown ? nil : edition.link(.gigVersion(version.id)),
          changes: version.number == first
            ? nil : edition.link(.studio(.changes(gig.id, version: version.number))),
          digest: String(version.digest.prefix(Self.digestCharacters)))
      })
  }

  private static let digestCharacters = 12
}

extension Edition {
  func title(of content: GigContent) -> Said? {
    said(content.texts, first: content.origin, \.title)
  }
}
