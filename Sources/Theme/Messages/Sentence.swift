/// A message that the program itself says, as a text without markup: a title, a description, a crumb.
/// Its fields are what the message may use in any language; a translator may leave some of them out.
///
///     package struct NumberedTitle: Sentence {
///       package var title: String
///       package var number: Int
///
///       package static let key = "title.numbered"
///       package static let about = "The title of a page that is not the first."
///       package static let fields = Fields<Self>(
///         Field("title", \.title, "The title of the first page."),
///         Field("number", \.number, "Which page it is."))
///     }
package protocol Sentence: View {
  /// Of the message in `locales/`.
  static var key: String { get }
}

/// A sentence in one language, ready to be said.
package struct SentenceTemplate<Text: Sentence>: Sendable {
  private let template: Template<Text>

  init(_ program: Program) { template = Template(program) }

  /// Every character as it is: whoever puts the text into a page or into linked data escapes it there.
  package func text(_ sentence: borrowing Text) -> String {
    var output = Output(capacity: 256)
    template.render(sentence, into: &output)
    return output.text
  }
}
