import Market

@testable import Pages

/// Forms as people send them.
enum SiteForms {
  static func subject(_ locale: Locale) -> ReportedPage {
    let gig = SiteRecords.gig
    return ReportedPage(
      titles: [.chinese: "茶饮店标志 <1>"], first: .chinese,
      path: PageAddress.gig(gig.gig, gig.slugs).path(in: locale))
  }

  static func empty(_ locale: Locale) -> ReportForm {
    let subject = subject(locale)
    return ReportForm(subject: subject, subjectPath: subject.path, token: "made-here")
  }

  /// Nobody knows what is meant.
  static let stray = ReportForm(
    subjectPath: "/en/g/gone-7", faults: [("subject", .notFound)], token: "made-here")

  static func faulty(_ locale: Locale) -> ReportForm {
    var form = empty(locale)
    form.detail = "\n</textarea><b>“不好”</b> & more\n"
    form.contact = "me@\"here\""
    form.state.faults = [
      ("contact", .unfit), ("reason", .missing), ("detail", .tooLong(max: 1_000)),
      ("detail", .unfit), ("subject", .repeated), ("colour", .unknown),
    ]
    return form
  }

  static func sent(_ locale: Locale) -> ReportForm {
    var form = empty(locale)
    form.receipt = "R-2611-0042"
    return form
  }
}
