package import Theme

/// What stars are given for, besides all in all.
package enum Aspect: Int, CaseIterable, Choice {
  case quality
  case communication
  case timeliness
}

/// What buyers think of one side of the work.
package struct AspectLine: View {
  package let aspect: Aspect
  package let mean: Figure
  package let share: Int

  package init(
    aspect: Aspect,
    mean: Figure,
    share: Int
  ) {
    self.aspect = aspect
    self.mean = mean
    self.share = share
  }

  package static let about = "The mean of the stars for one aspect."
  package static let fields = Fields<Self>(
    Field("aspect", \.aspect, "What the stars are for."),
    Field("mean", \.mean, "The mean, with one decimal."),
    Field("share", \.share, "The mean in hundredths of five stars, for a bar."))
}

/// How often one number of stars was given.
package struct StarCount: View {
  package let stars: Int
  package let count: Int
  package let share: Int

  package init(
    stars: Int,
    count: Int,
    share: Int
  ) {
    self.stars = stars
    self.count = count
    self.share = share
  }

  package static let about = "One bar of the histogram of stars."
  package static let fields = Fields<Self>(
    Field("stars", \.stars, "How many stars."),
    Field("count", \.count, "How many reviews gave them."),
    Field("share", \.share, "How many reviews of a hundred gave them, for a bar."))
}
