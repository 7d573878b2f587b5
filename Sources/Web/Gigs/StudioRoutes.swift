import HTTP
import Market
import Pages
import Store

/// Where sellers write what they offer: the list of it, and each step.
enum StudioRoutes {
  static let all =
    [gigs, new, open, details, writeDetails] + step(WordsAsked.self, about: "what is offered")
    + step(PackagesAsked.self, about: "packages and extras")
    + step(AsksAsked.self, about: "what buyers are asked, and ask")

  // MARK: All gigs

  private static let gigs = WebRoute.page(
    "/{locale}/studio", "The services of the member, or of the organisation he acts for.",
    for: .member, takes: LocaleAsked.self
  ) { visit, _ in visit.showGigs() }

  private static let newPath: RoutePath = "/{locale}/studio/gigs/new"

  private static let new = WebRoute.page(
    newPath, "The form to begin a service.", for: .member, takes: LocaleAsked.self
  ) { visit, _ in showNew(visit) }

  private static func showNew(_ visit: Visit, after trouble: Trouble? = nil) -> Step {
    visit.memberPage(after: trouble) { rows, _, _ in
      StudioNewPage(
        visit.state(after: trouble), chosen: visit.typed("category"),
        templates: try rows.gigTemplates(), refusal: trouble?.studioRefusal, in: visit.edition)
    }
  }

  private static let open = WebRoute.form(
    newPath, "Begins a service in a category, or with a template.", for: .member,
    takes: BeginningAsked.self
  ) { visit, trouble in
    showNew(visit, after: trouble)
  } act: { visit, asked in
    guard let session = visit.session, let seller = visit.seller(session) else {
      return visit.signInNeeded
    }
    let (actor, now) = (visit.actor, visit.now)
    return visit.change { tx in
      try tx.begin(asked, of: seller, by: actor, at: now)
    } then: {
      visit.redirect(to: .step($0.id, .words), done: .opened)
    }
  }

  // MARK: Steps

  /// The page of a step, and what its form is sent to.
  private static func step<Part: GigPart>(_ type: Part.Type, about what: String) -> [WebRoute] {
    let path = RoutePath(step: Part.step)
    return [
      WebRoute.page(
        path, "The step of a service in which \(what) is written.", for: .member,
        takes: StudioGigAsked.self
      ) { visit, asked in visit.showStep(Part.step, of: asked.gig) },
      WebRoute.form(
        path, "Keeps \(what), as a draft.", for: .member, takes: Part.self, limits: .studio
      ) { visit, trouble in
        visit.showStep(Part.step, after: trouble)
      } act: { visit, part in
        let (actor, now) = (visit.actor, visit.now)
        return .write { tx in
          try tx.revise(part.asked, by: actor, at: now) { _, content in part.write(to: &content) }
        } then: { _ in
          .answer(visit.redirect(after: Part.step, part.asked))
        }
      },
    ]
  }

  private static let details = WebRoute.page(
    RoutePath(step: .details), "The step of a service in which its category and tags are chosen.",
    for: .member, takes: StudioGigAsked.self
  ) { visit, asked in visit.showStep(.details, of: asked.gig) }

  private static let writeDetails = WebRoute.form(
    RoutePath(step: .details), "Keeps category, tags, attributes and address.", for: .member,
    takes: DetailsAsked.self, limits: .studio
  ) { visit, trouble in
    visit.showStep(.details, after: trouble)
  } act: { visit, details in
    let (actor, locale, now) = (visit.actor, visit.locale, visit.now)
    return .write { tx in
      try tx.write(details, in: locale, by: actor, at: now)
    } then: {
      .answer(visit.redirect(after: .details, details.asked))
    }
  }
}

extension RoutePath {
  fileprivate init(step: StudioStep) {
    self.init("/{locale}/studio/gigs/{gig}/\(step.rawValue)")
  }
}

extension RouteLimits {
  /// Who writes has it kept every few seconds, and three bytes of a character become nine.
  static let studio: RouteLimits = {
    var limits = RouteLimits(rate: Allowance(120, each: .seconds(60)))
    limits.bodyBytesMax = 524_288
    return limits
  }()
}

extension Visit {
  /// All of the seller's gigs.
  func showGigs(after trouble: Trouble? = nil) -> Step {
    memberPage(after: trouble) { rows, file, session in
      let seller = seller(session) ?? file.party.id
      let profile = try rows.profile(seller)
      let list = StudioList(
        state: state(after: trouble), owner: try rows.party(seller),
        gigs: try rows.gigDrafts(of: seller),
        profile: profile.flatMap { $0.isShown ? .seller(seller, $0.slugs) : nil },
        completeness: Completeness(
          of: profile?.content ?? ProfileContent(texts: [:]),
          portfolio: try rows.portfolio(of: seller)),
        cap: try rows.gigCap(of: seller, at: now),
        done: trouble == nil ? flash?.studio : nil, refusal: trouble?.studioRefusal)
      return StudioPage(list, in: edition)
    }
  }

  func redirect(after step: StudioStep, _ asked: StepAsked) -> Answer {
    let all = StudioStep.allCases
    let next = asked.goesOn ? all[min(step.position + 1, all.count - 1)] : step
    return redirect(to: .step(asked.gig, next), done: .saved)
  }
}

extension Transaction {
  /// Keeps a part of a draft, unless it says already what was sent.
  @discardableResult
  func revise(
    _ asked: StepAsked, by actor: Actor, at now: Instant,
    _ write: (GigDraft, inout GigContent) throws -> Void
  ) throws -> Gig {
    let draft = try gigDraft(asked.gig)
    var content = draft.content
    try write(draft, &content)
    guard content != draft.content else {
      // Whether he may, and saw the newest, is asked all the same.
      return try draft.gig.revised(
        as: draft.gig.draft ?? ID(0), from: asked.revision, by: actor)
    }
    return try reviseGig(asked.gig, content, from: asked.revision, by: actor, at: now)
  }

  fileprivate func write(
    _ details: DetailsAsked, in locale: Locale, by actor: Actor, at now: Instant
  ) throws {
    // The rule first: words of who may not write here are not kept as tags.
    _ = try gig(details.asked.gig).revised(as: ID(0), from: details.asked.revision, by: actor)
    let tags = try details.tags.map { try tag(called: $0, in: locale, by: actor, at: now) }
    try revise(details.asked, by: actor, at: now) { draft, content in
      content.tags = tags.withoutDoubles
      let isMoved = details.category != draft.gig.category
      // The fields of another category are others.
      content.attributes = isMoved ? [:] : details.attributes
      content.promises = isMoved ? [] : details.promises
    }
    let gig = try gig(details.asked.gig)
    if details.category != gig.category {
      try moveGig(gig.id, to: details.category, by: actor, at: now)
    }
    for (locale, slug) in details.slugs.inOrder where gig.slugs[locale] != slug {
      try renameGig(gig.id, slug: slug, in: locale, by: actor, at: now)
    }
  }
}

extension Transaction {
  fileprivate func begin(
    _ asked: BeginningAsked, of seller: ID<Party>, by actor: Actor, at now: Instant
  ) throws -> ID<Gig> {
    guard let name = asked.template else {
      return try openGig(of: seller, in: asked.category, by: actor, at: now).id
    }
    guard let template = try gigTemplate(named: name),
      let category = try category(slug: template.category)
    else { throw Trouble("template", .notAChoice) }
    let gig = try openGig(of: seller, in: category.id, by: actor, at: now)
    var content = template.content
    content.tags = try template.tags.map { try tag($0, by: actor, at: now) }
    return try reviseGig(gig.id, content, from: gig.revision, by: actor, at: now).id
  }
}

/// A category, or a template that has one.
private struct BeginningAsked: Input {
  let category: ID<Category>
  let template: String?

  init(_ fields: inout Fields) {
    let name = fields.text("template", "The name of one to begin with.", characters: 0...80)
    template = name.isEmpty ? nil : name
    fields.locale()
    let about = "The number of a category that takes services."
    if template == nil {
      category = fields.id("category", about)
    } else {
      category = ID(fields.number("category", about, 1...Int64.max, else: 1))
    }
  }
}

struct CategoryAsked: Input {
  let category: ID<Category>

  init(_ fields: inout Fields) {
    fields.locale()
    category = fields.id("category", "The number of a category that takes services.")
  }
}
