package import Theme

/// One of a gig's packages.
package struct PackageLine: View {
  package let number: Int
  package let name: Said
  package let summary: Said?
  package let price: Amount
  package let deliveryDays: Int
  package let revisions: Int?
  package let isChosen: Bool

  package init(
    number: Int,
    name: Said,
    summary: Said? = nil,
    price: Amount,
    deliveryDays: Int,
    revisions: Int? = nil,
    isChosen: Bool = false
  ) {
    self.number = number
    self.name = name
    self.summary = summary
    self.price = price
    self.deliveryDays = deliveryDays
    self.revisions = revisions
    self.isChosen = isChosen
  }

  package static let about = "A package of a service."
  package static let fields = Fields<Self>(
    Field("number", \.number, "Its place, from 1."),
    Field("name", \.name, "What it is called."),
    Field("summary", \.summary, "What one gets, in a sentence."),
    Field("price", \.price, "What it costs."),
    Field("deliveryDays", \.deliveryDays, "Days until it is delivered."),
    Field("revisions", \.revisions, "How many revisions it has; missing when there is no limit."),
    Field("isChosen", \.isChosen, "It is the one that is chosen when the page opens."))
}

/// A line of the table that compares packages.
package struct FeatureLine: View {
  package let label: Said
  package let cells: [FeatureCell]

  package init(
    label: Said,
    cells: [FeatureCell]
  ) {
    self.label = label
    self.cells = cells
  }

  package static let about = "Something that packages have or lack."
  package static let fields = Fields<Self>(
    Field("label", \.label, "What it is."),
    Field("cells", \.cells, "One for each package, in their order."))
}

/// Whether one package has it.
package struct FeatureCell: View {
  package let isIn: Bool
  package let isChosen: Bool

  package init(
    isIn: Bool,
    isChosen: Bool
  ) {
    self.isIn = isIn
    self.isChosen = isChosen
  }

  package static let about = "Where a feature and a package meet."
  package static let fields = Fields<Self>(
    Field("isIn", \.isIn, "The package has it."),
    Field("isChosen", \.isChosen, "The package is the one that is chosen when the page opens."))
}
