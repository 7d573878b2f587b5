package import Theme

/// A step of the studio: a form of some sections.
package struct StudioStepPage: View {
  package let around: StudioFrame
  package let step: StudioStep
  package let form: FormAddress
  package let revision: Int
  package let sections: [StudioSection]
  package let next: Link

  package static let isDynamic = true
  package static let about = "A page on which a seller writes a part of a service."
  package static let fields = Fields<Self>(
    Field("around", \.around, "What stands around the step."),
    Field("step", \.step, "Which step."),
    Field("form", \.form, "Where the form is sent."),
    Field("revision", \.revision, "For the hidden field `revision`: what the form was made of."),
    Field("sections", \.sections, "The parts of the form."),
    Field("next", \.next, "The step after this."))
}

/// Fields that belong together.
package struct StudioSection: View {
  /// How its rows lie: languages side by side, packages side by side, or one below the other.
  package enum Layout: Int, CaseIterable, Choice {
    case columns, packages, rows, single
  }

  package let layout: Layout
  package let title: String
  package let lead: String?
  package let rows: [StudioRow]
  package let suggestions: [String]

  package init(
    layout: Layout, title: String, lead: String?, rows: [StudioRow], suggestions: [String] = []
  ) {
    self.layout = layout
    self.title = title
    self.lead = lead
    self.rows = rows
    self.suggestions = suggestions
  }

  package static let about = "Fields of the studio that belong together."
  package static let fields = Fields<Self>(
    Field("layout", \.layout, "How its rows lie."),
    Field("title", \.title, "What it is about."),
    Field("lead", \.lead, "What to know before."),
    Field("rows", \.rows, "Groups of fields."),
    Field("suggestions", \.suggestions, "What others write there."))
}

/// A group of fields: a language, a package, a question.
package struct StudioRow: View {
  package let legend: String?
  package let texts: [TextField]
  package let choices: [ChoiceField]
  package let boxes: [BoxField]

  package init(
    legend: String? = nil, texts: [TextField] = [], choices: [ChoiceField] = [],
    boxes: [BoxField] = []
  ) {
    self.legend = legend
    self.texts = texts
    self.choices = choices
    self.boxes = boxes
  }

  var fields: [any FormField] { texts + choices + boxes }

  package static let about = "A few fields of the studio, such as those of one package."
  package static let fields = Fields<Self>(
    Field("legend", \.legend, "Which one it is."),
    Field("texts", \.texts, "Fields that take words."),
    Field("choices", \.choices, "Fields in which one is chosen."),
    Field("boxes", \.boxes, "Fields that are ticked or not."))
}
