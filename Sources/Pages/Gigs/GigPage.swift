package import Theme

/// The page of a gig.
package struct GigPage: View {
  package let frame: Frame
  package let product: Facts
  package let number: Int
  package let version: VersionLine?
  package let versionLink: Link?
  package let versionNumber: Int?
  package let versionDay: Day?
  package let title: Said
  package let summary: Said?
  package let description: HTML
  package let descriptionLanguage: Token?
  package let writtenIn: String?
  package let original: Link?
  package let pictures: [Picture]
  package let hasGallery: Bool
  package let attachments: [AttachmentLine]
  package let packages: [PackageLine]
  package let features: [FeatureLine]
  package let lowestPrice: Amount
  package let extras: [ExtraLine]
  package let requirements: [RequirementLine]
  package let questions: [QuestionLine]
  package let attributes: [AttributeLine]
  package let steps: [StepLine]
  package let promises: [Said]
  package let tags: [NamedLink]
  package let seller: SellerLine
  package let rating: Figure?
  package let reviewCount: Int
  package let orderCount: Int?
  package let starCounts: [StarCount]
  package let aspects: [AspectLine]
  package let reviews: [ReviewLine]
  package let moreReviews: Link?
  package let related: [GigCard]
  package let category: NamedLink
  package let cancelAfterHours: Int
  package let acceptAfterDays: Int
  package let order: Link?
  package let contact: Link?
  package let guide: Link?
  package let report: Link?

  package init(
    frame: Frame,
    number: Int,
    version: VersionLine? = nil,
    versionLink: Link? = nil, versionNumber: Int? = nil, versionDay: Day? = nil,
    title: Said,
    summary: Said? = nil,
    description: HTML,
    descriptionLanguage: Token? = nil,
    writtenIn: String? = nil,
    original: Link? = nil,
    pictures: [Picture],
    hasGallery: Bool = false,
    attachments: [AttachmentLine] = [],
    packages: [PackageLine],
    features: [FeatureLine] = [],
    lowestPrice: Amount,
    extras: [ExtraLine] = [],
    requirements: [RequirementLine] = [],
    questions: [QuestionLine] = [],
    attributes: [AttributeLine] = [],
    steps: [StepLine] = [], promises: [Said] = [],
    tags: [NamedLink] = [],
    seller: SellerLine,
    rating: Figure? = nil,
    reviewCount: Int = 0,
    orderCount: Int? = nil,
    starCounts: [StarCount] = [],
    aspects: [AspectLine] = [],
    reviews: [ReviewLine] = [],
    moreReviews: Link? = nil,
    related: [GigCard] = [],
    category: NamedLink, cancelAfterHours: Int, acceptAfterDays: Int,
    order: Link? = nil, contact: Link? = nil, guide: Link? = nil,
    report: Link? = nil
  ) {
    self.frame = frame
    self.number = number
    self.version = version
    self.versionLink = versionLink
    self.versionNumber = versionNumber
    self.versionDay = versionDay
    self.title = title
    self.summary = summary
    self.description = description
    self.descriptionLanguage = descriptionLanguage
    self.writtenIn = writtenIn
    self.original = original
    self.pictures = pictures
    self.hasGallery = hasGallery
    self.attachments = attachments
    self.packages = packages
    self.features = features
    self.lowestPrice = lowestPrice
    self.extras = extras
    self.requirements = requirements
    self.questions = questions
    self.attributes = attributes
    self.steps = steps
    self.promises = promises
    self.tags = tags
    self.seller = seller
    self.rating = rating
    self.reviewCount = reviewCount
    self.orderCount = orderCount
    self.starCounts = starCounts
    self.aspects = aspects
    self.reviews = reviews
    self.moreReviews = moreReviews
    self.related = related
    self.category = category
    self.cancelAfterHours = cancelAfterHours
    self.acceptAfterDays = acceptAfterDays
    self.order = order
    self.contact = contact
    self.guide = guide
    self.report = report
    product =
      GigFacts(
        page: frame.canonical, number: number, title: title.text, summary: summary?.text,
        category: category.name.text, pictures: pictures, seller: seller.who, rating: rating,
        reviewCount: reviewCount, packages: packages
      ).product
  }

  package static let about = "The page of a service."
  package static let fields = Fields<Self>(
    Field("frame", \.frame, "What stands around the page."),
    Field("product", \.product, "What search engines are told of the service."),
    Field("number", \.number, "The number by which the site knows the service."),
    Field(
      "version", \.version,
      "The version that this page keeps for ever; missing on the page of the service itself."),
    Field("versionLink", \.versionLink, "The page that keeps the version that is shown."),
    Field("versionNumber", \.versionNumber, "The number of that version, from 1."),
    Field("versionDay", \.versionDay, "When that version was published."),
    Field("title", \.title, "What is offered."),
    Field("summary", \.summary, "The same in a sentence."),
    Field("description", \.description, "All about it, in the seller's words."),
    Field(
      "descriptionLanguage", \.descriptionLanguage,
      "The tag of the description's language, if it is not the page's."),
    Field(
      "writtenIn", \.writtenIn,
      "The name of that language in the page's, when nobody has translated the words."),
    Field(
      "original", \.original, "The page with the original words, when a machine translated them."),
    Field("pictures", \.pictures, "The seller's pictures, or one cover."),
    Field("hasGallery", \.hasGallery, "There is more than one picture."),
    Field("attachments", \.attachments, "The seller's documents and videos."),
    Field("packages", \.packages, "The packages, from small to large."),
    Field(
      "features", \.features, "What the packages have, a line for each thing, to compare them."),
    Field("lowestPrice", \.lowestPrice, "What the cheapest package costs."),
    Field("extras", \.extras, "What can be added to a package."),
    Field("requirements", \.requirements, "What the seller asks before the work begins."),
    Field("questions", \.questions, "What buyers often ask."),
    Field("attributes", \.attributes, "What the category asks of each of its services."),
    Field("steps", \.steps, "How an order goes in this category, if that is laid down for it."),
    Field("promises", \.promises, "What the seller promises, of what the category asks."),
    Field("tags", \.tags, "Its tags, which lead to more services."),
    Field("seller", \.seller, "Who offers it."),
    Field("rating", \.rating, "The mean of the stars, once there are reviews."),
    Field("reviewCount", \.reviewCount, "How many reviews there are."),
    Field("orderCount", \.orderCount, "Orders that were completed; missing before the first."),
    Field(
      "starCounts", \.starCounts, "How often each number of stars was given, from five to one."),
    Field("aspects", \.aspects, "The mean of the stars for each aspect."),
    Field("reviews", \.reviews, "The newest reviews."),
    Field("moreReviews", \.moreReviews, "Where all the reviews are, if these are not all."),
    Field("related", \.related, "Similar services of other sellers."),
    Field("category", \.category, "Its category."),
    Field(
      "cancelAfterHours", \.cancelAfterHours,
      "Hours past the deadline after which the buyer may cancel and gets all the money back."),
    Field(
      "acceptAfterDays", \.acceptAfterDays,
      "Days without an answer after which a delivery counts as accepted."),
    Field(
      "order", \.order,
      "Where the form that begins an order is sent, with the fields `gig` and `package`."),
    Field("contact", \.contact, "Where one writes to the seller."),
    Field("guide", \.guide, "Where it is explained how one orders."),
    Field("report", \.report, "Where anybody reports the service to the staff."))
}
