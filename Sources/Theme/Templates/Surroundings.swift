/// What a template can refer to outside itself.
struct Surroundings {
  let directory: ViewDirectory
  let messages: [LocaleMessages]
  let assets: [String: String]
  /// Nil when they are not known.
  let icons: Set<String>?
  var parts: [String: Signature] = [:]
  var layouts: [String: LayoutShape] = [:]
}

/// The messages of one language, by key.
package struct LocaleMessages: Sendable {
  package let language: Language
  package let messages: [String: Message]

  package init(_ language: Language, _ messages: [String: Message]) {
    self.language = language
    self.messages = messages
  }
}

/// What a part is given.
struct Signature {
  /// The file of the part, as faults name it.
  let path: String
  /// Nil when it shows none, or when that is not known.
  let view: (any View.Type)?
  /// Its head is broken, so nobody can say what it needs.
  let isKnown: Bool
  let parameters: [Parameter]

  struct Parameter {
    let name: String
    /// Its number as a variable of the part.
    let id: Int
    let kind: Kind?
    let isOptional: Bool
  }
}

/// What a layout leaves open.
struct LayoutShape {
  /// The file of the layout, as faults name it.
  let path: String
  let view: (any View.Type)?
  /// Where in the markup the page stands; nil when the layout forgot it.
  var content: Markup?
  /// Where in the markup each slot is.
  var slots: [String: Markup] = [:]
}
