package import Market
package import Pages
import Theme

// Pages that the endpoint makes, with any text in every place that has one.
extension Sample {
  /// `others` are more options.
  package static func reportPage(
    _ locale: Locale, of texts: Texts, among others: [Texts] = []
  ) -> ReportPage {
    ReportPage(
      around: FormFrame(
        frame: frame(locale, path: "/report", of: texts, isIndexed: false), faults: faults(texts)),
      subject: texts.named("subject"), subjectKind: .gig, subjectPath: texts("path"),
      reason: ChoiceField(
        name: "reason", label: texts("label"), hint: texts("hint"), fault: texts("fault"),
        options: ([texts] + others).map {
          ChoiceOption(value: $0("value"), label: $0("option"), isChosen: true)
        }),
      detail: TextField(
        name: "detail", label: texts("label"), value: texts("typed"), hint: texts("hint"),
        fault: texts("fault"), isLong: true, charactersMax: 1_000),
      contact: TextField(
        name: "contact", label: texts("label"), value: texts("typed"), hint: texts("hint"),
        fault: texts("fault"), isRequired: false, kind: .email),
      form: FormAddress(action: texts.link("form"), token: texts("form token")),
      guide: texts.link("guide"))
  }

  /// Once it was sent.
  package static func reportedPage(_ locale: Locale, of texts: Texts) -> ReportPage {
    ReportPage(
      around: FormFrame(
        frame: frame(locale, path: "/report", of: texts, isIndexed: false),
        notice: Notice(.done, texts("notice"))),
      subject: texts.named("subject"),
      reason: ChoiceField(name: "reason", label: "", options: []),
      detail: TextField(name: "detail", label: ""), contact: TextField(name: "contact", label: ""),
      form: FormAddress(action: texts.link("form"), token: ""),
      receipt: texts("receipt"))
  }

  package static func troublePage(_ locale: Locale, of texts: Texts) -> TroublePage {
    TroublePage(
      frame: frame(locale, path: "", of: texts, isIndexed: false), kind: .broken,
      id: texts("request"), retrySeconds: 30, back: texts.link("back"))
  }
}
