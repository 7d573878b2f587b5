package import Theme

/// What can be ordered on top.
package struct ExtraLine: View {
  package let title: Said
  package let price: Amount
  package let deliveryDays: Int?

  package init(
    title: Said,
    price: Amount,
    deliveryDays: Int? = nil
  ) {
    self.title = title
    self.price = price
    self.deliveryDays = deliveryDays
  }

  package static let about = "Something that can be added to a package."
  package static let fields = Fields<Self>(
    Field("title", \.title, "What it is."),
    Field("price", \.price, "What it costs."),
    Field(
      "deliveryDays", \.deliveryDays,
      "Days by which it makes the delivery later; missing when it does not."))
}

/// What the seller asks before the work begins.
package struct RequirementLine: View {
  package let question: Said
  package let isNeeded: Bool

  package init(
    question: Said,
    isNeeded: Bool
  ) {
    self.question = question
    self.isNeeded = isNeeded
  }

  package static let about = "A question for the buyer."
  package static let fields = Fields<Self>(
    Field("question", \.question, "The question."),
    Field("isNeeded", \.isNeeded, "The work cannot begin without the answer."))
}

/// What buyers often ask.
package struct QuestionLine: View {
  package let question: Said
  package let answer: Said

  package init(
    question: Said,
    answer: Said
  ) {
    self.question = question
    self.answer = answer
  }

  package static let about = "A question with its answer."
  package static let fields = Fields<Self>(
    Field("question", \.question, "The question."),
    Field("answer", \.answer, "The answer."))
}

/// A field of the gig's category.
package struct AttributeLine: View {
  package let label: Said
  package let value: Said

  package init(
    label: Said,
    value: Said
  ) {
    self.label = label
    self.value = value
  }

  package static let about = "What one service says to something that its category asks of all."
  package static let fields = Fields<Self>(
    Field("label", \.label, "What the category asks, such as the style."),
    Field("value", \.value, "What it is for this service."))
}

/// A step of an order.
package struct StepLine: View {
  package let name: Said
  package let summary: Said?

  package init(
    name: Said,
    summary: Said? = nil
  ) {
    self.name = name
    self.summary = summary
  }

  package static let about = "A step that orders in some categories take."
  package static let fields = Fields<Self>(
    Field("name", \.name, "What the step is called."),
    Field("summary", \.summary, "What happens in it."))
}
