import Market
import Pages
import Store

/// Where a gig stands, for its seller.
enum GigStandingJSON {
  static let members: [Shape.Member] = [
    .init("gig", .integer, "Its number."),
    .init("category", .integer, "The number of its category."),
    .init("state", .oneOf(["draft", "published", "paused", "archived"]), "Where it stands."),
    .init(
      "moderation", .oneOf(["unseen", "approved", "rejected", "taken down"]),
      "What the staff think of it."),
    .init("reason", .optional(.text), "Why it was turned down or taken down."),
    .init("isShown", .flag, "Whether visitors see it."),
    .init("isUnpublished", .flag, "Whether something is written that visitors do not see."),
    .init("revision", .integer, "Counts its changes; whoever writes names the one he saw."),
  ]

  static let shape = Shape.object(members)

  static func facts(_ gig: Gig) -> [JSON.Member] {
    [
      JSON.Member("gig", .integer(gig.id.number)),
      JSON.Member("category", .integer(gig.category.number)),
      JSON.Member("state", .text(gig.state.name)),
      JSON.Member("moderation", .text(gig.moderation.name)),
      JSON.Member("reason", gig.moderation.reason.map { .text($0) } ?? .null),
      JSON.Member("isShown", .flag(gig.isShown)),
      JSON.Member("isUnpublished", .flag(gig.draft != nil || gig.version == nil)),
      JSON.Member("revision", .integer(Int64(gig.revision))),
    ]
  }

  static func json(_ gig: Gig) -> JSON { .object(facts(gig)) }
}

/// All that a gig is to say, in the form in which it is sent.
enum GigDraftJSON {
  static let shape = Shape.object(
    GigStandingJSON.members + [
      .init("origin", .text, "The language in which it was thought first."),
      .init("currency", .text, "The code of the currency of its prices."),
      .init("title", .named(.text), "What is offered, in each language."),
      .init("summary", .named(.text), "The same in a sentence or two."),
      .init("description", .named(.text), "All about it, in Markdown."),
      .init(
        "packages",
        .list(
          .object([
            .init("name", .named(.text), "What it is called."),
            .init("summary", .named(.text), "What it contains."),
            .init("price", .integer, "In minor units; 0 when none is written yet."),
            .init("days", .integer, "Days until delivery; 0 when none are written yet."),
            .init("revisions", .optional(.integer), "Null is as many as it takes."),
          ])), "The smallest first."),
      .init(
        "features",
        .list(
          .object([
            .init("label", .named(.text), "What the packages have or have not."),
            .init("packages", .list(.integer), "The places of those that have it, from 0."),
          ])), "Lines that compare the packages."),
      .init(
        "extras",
        .list(
          .object([
            .init("title", .named(.text), "What is added."),
            .init("price", .integer, "In minor units."),
            .init("days", .integer, "Days that it adds."),
          ])), "What can be added to a package."),
      .init(
        "requirements",
        .list(
          .object([
            .init("question", .named(.text), "What must be known."),
            .init("needed", .flag, "Whether it must be answered."),
          ])), "What the buyer is asked."),
      .init(
        "faqs",
        .list(
          .object([
            .init("question", .named(.text), "What is asked."),
            .init("answer", .named(.text), "What the seller answers."),
          ])), "What buyers often ask."),
      .init(
        "files",
        .list(
          .object([
            .init("key", .text, "The key of a file that was sent."),
            .init("caption", .named(.text), "What it shows."),
          ])), "Pictures, videos and documents, the cover first."),
      .init("tags", .list(.text), "By which it is found, in the language that is asked for."),
      .init("attribute", .named(.text), "One of the choices of each of the category's fields."),
      .init("promises", .list(.text), "The names of what the seller promises."),
      .init("faults", .list(.text), "What keeps it from being published, in sentences."),
    ])

  static func json(
    _ draft: GigDraft, _ tags: [Tag], _ faults: [GigFault], _ edition: Edition
  ) -> JSON {
    let content = draft.content
    let texts = { (part: (GigText) -> String) in
      JSON.texts(content.texts.map { ($0.key, part($0.value)) })
    }
    return .object(
      GigStandingJSON.facts(draft.gig) + [
        JSON.Member("origin", .text(content.origin.tag)),
        JSON.Member("currency", .text(content.asset.code)),
        JSON.Member("title", texts(\.title)), JSON.Member("summary", texts(\.summary)),
        JSON.Member("description", texts(\.description)),
        JSON.Member("packages", .list(content.packages.map(package))),
        JSON.Member("features", .list(content.features.map { feature($0, of: content) })),
        JSON.Member("extras", .list(content.extras.map(extra))),
        JSON.Member(
          "requirements",
          .list(
            content.requirements.map {
              ["question": .texts($0.question.inOrder), "needed": .flag($0.isNeeded)]
            })),
        JSON.Member(
          "faqs",
          .list(
            content.questions.map {
              ["question": .texts($0.question.inOrder), "answer": .texts($0.answer.inOrder)]
            })),
        JSON.Member(
          "files",
          .list(
            content.media.map { ["key": .text($0.file), "caption": .texts($0.caption.inOrder)] })),
        JSON.Member("tags", .list(tags.compactMap { edition.text($0.names) }.map { .text($0) })),
        JSON.Member(
          "attribute",
          .object(
            content.ownAttributes.sorted { $0.key < $1.key }.map {
              JSON.Member($0.key, .text($0.value))
            }
          )),
        JSON.Member("promises", .list(content.promises.sorted().map { .text($0) })),
        JSON.Member(
          "faults", .list(faults.map { .text(edition.told($0, of: content.asset)) })),
      ])
  }

  private static func package(_ package: GigPackage) -> JSON {
    [
      "name": .texts(package.name.inOrder), "summary": .texts(package.summary.inOrder),
      "price": .integer(package.price), "days": .integer(Int64(package.deliveryDays)),
      "revisions": package.revisions.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  private static func feature(_ feature: GigFeature, of content: GigContent) -> JSON {
    let places = content.packages.indices.filter { feature.packages.holds($0) }
    return [
      "label": .texts(feature.label.inOrder),
      "packages": .list(places.map { .integer(Int64($0)) }),
    ]
  }

  private static func extra(_ extra: GigExtra) -> JSON {
    [
      "title": .texts(extra.title.inOrder), "price": .integer(extra.price),
      "days": .integer(Int64(extra.deliveryDays)),
    ]
  }
}
