package import HTTP
package import Market
import Outside
package import Pages
import Store

/// One request on its way: who asks, in which language, and what for.
package struct Visit: Sendable {
  package let id: String
  package let request: Request
  let route: WebRoute
  /// What stands for the named steps of the path.
  let steps: [String: String]
  /// Who asks, as far as the machines in front can be believed.
  let address: String
  let isSecure: Bool
  package let edition: Edition
  package let printer: Printer
  package let now: Instant
  let chance: Chance
  /// Nil where no files are taken.
  let media: MediaPlaces?
  let guest: Guest
  private(set) var body = SentBody.nothing
  /// The form with its files, when it was sent as one that may have some.
  private(set) var parts: Multipart?
  package private(set) var actor = Actor.visitor
  private(set) var session: Session?
  /// A form is shown once more; what goes wrong with that is told without it.
  var isShownAgain = false

  init(
    id: String, request: Request, route: WebRoute, steps: [String: String], address: String,
    isSecure: Bool, edition: Edition, printer: Printer, now: Instant, chance: Chance,
    media: MediaPlaces?
  ) {
    (self.id, self.request, self.route, self.steps) = (id, request, route, steps)
    (self.address, self.isSecure, self.media) = (address, isSecure, media)
    (self.edition, self.printer, self.now, self.chance) = (edition, printer, now, chance)
    let cookie = Cookies(request)[Cookie.name(Guest.cookie, isSecure: isSecure)]
    // A program has no form, and is known by what it sends.
    guest = route.isAPI && cookie == nil ? .nobody : Guest(cookie, chance)
  }

  package var locale: Locale { edition.locale }

  /// Somebody who has signed in.
  mutating func recognise(_ session: Session, as actor: Actor) {
    (self.session, self.actor) = (session, actor)
  }

  /// Whether it may come in at all; then it is read.
  mutating func admit() throws(Trouble) {
    guard route.method.writes else { return }
    guard SameOrigin.holds(for: request, isSecure: isSecure) else {
      throw Trouble(.forbidden, saying: "The page of another site has asked.")
    }
    parts = try route.isAPI ? nil : SentBody.parts(of: request)
    body = try SentBody(of: request, to: route, parts)
    guard route.isAPI || hasGoodToken else { throw Trouble.stale }
  }

  /// Throws all that is wrong with what was sent.
  func read<Asked: Input>(_ type: Asked.Type) throws(Trouble) -> Asked {
    var fields = try fields()
    let asked = Asked(&fields)
    fields.refuseUnknown(besides: [Self.tokenField])
    guard fields.faults.isEmpty else { throw Trouble(fields.faults) }
    return asked
  }

  static let tokenField = "token"
  static let tokenNote = FieldNote(
    name: tokenField, place: .body, kind: .text(characters: 1...64), isRequired: true,
    about: "What the page carried.")

  private func fields() throws(Trouble) -> Fields {
    let source: Fields.Source =
      switch body {
      case .nothing: .form(route.method.writes ? FormFields([]) : try query())
      case .form(let form): .form(form)
      case .json(let members): .json(members)
      }
    return Fields(
      source, steps: steps, route.method.writes ? .body : .query, origins: origins)
  }

  /// Under which names this site is known, by its settings and to who asks.
  private var origins: [String] {
    let host = request.fields["Host"].map { ["http://\($0)", "https://\($0)"] } ?? []
    return [edition.site.origin.text] + host
  }

  private func query() throws(Trouble) -> FormFields {
    do {
      return try FormFields(query: request.query)
    } catch {
      throw Trouble(.badRequest)
    }
  }

  /// The number in the path, for a page that is shown once more; 0 for what is none.
  func id<Kind>(_ step: String) -> ID<Kind> { ID(Int64(steps[step] ?? "") ?? 0) }

  /// As it was typed, for a form that is shown once more.
  func typed(_ name: String) -> String {
    switch body {
    case .form(let form): form[name] ?? ""
    case .nothing where !route.method.writes: (try? query())?[name] ?? ""
    default: ""
    }
  }

  /// All that was typed; of what was sent more often, the first.
  var typedFields: [String: String] {
    guard case .form(let form) = body else { return [:] }
    return Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
  }

  func isTicked(_ name: String) -> Bool {
    if case .form(let form) = body { form[name] != nil } else { false }
  }

  /// For the form on a page that is made for this visit.
  func formToken() -> String { FormToken.make(for: guest, sessionSecret, chance) }

  private var hasGoodToken: Bool {
    FormToken.isGood(typed(Self.tokenField), for: guest, sessionSecret)
  }
}

extension Request {
  /// The bytes of the body, wherever they are.
  var source: any ByteSource {
    switch body {
    case .none: HeldBytes([])
    case .bytes(let bytes): HeldBytes(bytes)
    case .file(let file): file
    }
  }

  /// What stands behind the question mark.
  var query: String {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return "" }
    return String(target[target.utf8.index(after: mark)...])
  }
}

extension WebRoute {
  /// Whether it answers, or a file has the address.
  func isMeant(by request: Request) -> Bool {
    guard let needed else { return true }
    // What cannot be read is told as everywhere.
    guard let query = try? FormFields(query: request.query) else { return true }
    return query[needed].map { !$0.isBlank } ?? false
  }
}

/// What was sent with a request, read as what it says it is.
enum SentBody: Sendable {
  case nothing
  case form(FormFields)
  case json([JSON.Member])

  /// A route of the API takes JSON, and a page takes a form: neither is taken for the other, since
  /// pages of other sites can send forms without asking.
  init(of request: Request, to route: WebRoute, _ parts: Multipart?) throws(Trouble) {
    guard route.method.writes else {
      self = .nothing
      return
    }
    let bytes: [UInt8] = if case .bytes(let bytes) = request.body { bytes } else { [] }
    let type = request.fields["Content-Type"].flatMap { MediaType($0) }
    switch (route.isAPI, type?.type) {
    case (true, "application/offset+octet-stream") where route.limits.takesPiece: self = .nothing
    case (true, _) where route.limits.takesPiece:
      throw Trouble(
        .badRequest, status: .unsupportedMediaType,
        saying: "A piece of a file is application/offset+octet-stream.")
    case (true, "application/json"): self = .json(try Self.members(bytes))
    case (true, nil) where bytes.isEmpty: self = .json([])
    case (false, "application/x-www-form-urlencoded"):
      do { self = .form(try FormFields(body: bytes)) } catch { throw Trouble(.badRequest) }
    case (false, "multipart/form-data"):
      guard let parts else { throw Trouble(.badRequest) }
      self = .form(try Self.fields(of: parts))
    case (false, nil) where bytes.isEmpty: self = .form(FormFields([]))
    default: throw Trouble(.badRequest, status: .unsupportedMediaType)
    }
  }

  /// A form that takes no files may be sent as one that does. Nil when it is not.
  static func parts(of request: Request) throws(Trouble) -> Multipart? {
    guard let type = request.fields["Content-Type"].flatMap({ MediaType($0) }),
      type.type == "multipart/form-data"
    else { return nil }
    do {
      return try Multipart(request.source, type: type)
    } catch {
      throw Trouble(.badRequest)
    }
  }

  private static func fields(of sent: Multipart) throws(Trouble) -> FormFields {
    do {
      return FormFields(
        try sent.parts.filter { $0.fileName == nil }
          .map { FormFields.Pair(name: $0.name, value: try sent.text(of: $0)) })
    } catch {
      throw Trouble(.badRequest)
    }
  }

  private static func members(_ bytes: [UInt8]) throws(Trouble) -> [JSON.Member] {
    let json: JSON
    do {
      json = try JSON(reading: bytes)
    } catch {
      throw Trouble(.badRequest, saying: "The body is no JSON that is taken here: \(error).")
    }
    guard case .object(let members) = json else {
      throw Trouble(.badRequest, saying: "An object of JSON is wanted.")
    }
    return members
  }
}
