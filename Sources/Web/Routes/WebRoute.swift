package import HTTP
package import Store

/// One line of the table of all that the endpoint answers: what is asked, who may, what it takes, what it
/// gives, and its limits. All of it can be read by programs, so that nothing is described twice.
package struct WebRoute: Sendable {
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"

    /// It changes something.
    package var writes: Bool { self != .get }
  }

  package enum Audience: String, Sendable {
    case anyone
    /// Who has signed in.
    case member
  }

  /// What comes of it when all is well.
  package enum Gives: Sendable {
    case page
    /// Another page, which says how it went.
    case redirect
    case json(Shape)
    case socket
  }

  package let method: Method
  package let path: RoutePath
  package let summary: String
  package let audience: Audience
  package let takes: [FieldNote]
  package let gives: Gives
  package let limits: RouteLimits
  let act: @Sendable (Visit) throws -> Step
  /// Shows a form once more, with what was typed and what is wrong with it.
  let again: (@Sendable (Visit, Trouble) -> Step)?
  /// Behind the question mark; where nothing is said in it, a file has the address.
  var needed: String?

  var isSocket: Bool { if case .socket = gives { true } else { false } }

  /// It is asked by programs, which are told in JSON what is wrong.
  package var isAPI: Bool {
    isSocket || path.text.utf8.starts(with: "/api/".utf8)
  }
}

/// How much of it one may have.
package struct RouteLimits: Sendable {
  package var bodyBytesMax = 65_536
  /// For one address. Nil for what is only read: all of that together has one, by the settings.
  package var rate: Allowance?
  /// A password is looked at.
  var hashes = false
  /// What is sent goes to the disk as it comes, not into memory.
  var spools = false
  /// The body is a piece of a file, and nothing else.
  var takesPiece = false

  package static let reading = RouteLimits(rate: nil)
  package static let writing = RouteLimits(rate: Allowance(30, each: .seconds(60)))
}

extension WebRoute {
  /// A page for people.
  static func page<Asked: Input>(
    _ path: RoutePath, _ summary: String, for audience: Audience = .anyone, takes: Asked.Type,
    limits: RouteLimits = .reading, again: (@Sendable (Visit, Trouble) -> Step)? = nil,
    act: @escaping @Sendable (Visit, Asked) throws -> Step
  ) -> WebRoute {
    WebRoute(
      method: .get, path: path, summary: summary, audience: audience,
      takes: Asked.notes(on: path, .get), gives: .page, limits: limits,
      act: { visit in try act(visit, visit.read(Asked.self)) }, again: again)
  }

  /// Only where the field of this name says something; else the address is that of a file.
  func only(with name: String) -> WebRoute {
    var route = self
    route.needed = name
    return route
  }

  /// What is sent from such a page. `again` shows it once more when something is wrong with it.
  static func form<Asked: Input>(
    _ path: RoutePath, _ summary: String, for audience: Audience = .anyone, takes: Asked.Type,
    limits: RouteLimits = .writing, again: @escaping @Sendable (Visit, Trouble) -> Step,
    act: @escaping @Sendable (Visit, Asked) throws -> Step
  ) -> WebRoute {
    WebRoute(
      method: .post, path: path, summary: summary, audience: audience,
      takes: Asked.notes(on: path, .post) + [Visit.tokenNote], gives: .redirect, limits: limits,
      act: { visit in try act(visit, visit.read(Asked.self)) }, again: again)
  }

  static func api<Asked: Input>(
    _ method: Method, _ path: RoutePath, _ summary: String, for audience: Audience = .anyone,
    takes: Asked.Type, gives shape: Shape, limits: RouteLimits? = nil,
    act: @escaping @Sendable (Visit, Asked) throws -> Step
  ) -> WebRoute {
    WebRoute(
      method: method, path: path, summary: summary, audience: audience,
      takes: Asked.notes(on: path, method), gives: .json(shape),
      limits: limits ?? (method.writes ? .writing : .reading),
      act: { visit in try act(visit, visit.read(Asked.self)) }, again: nil)
  }
}

/// What a route does next. The thread that carries connections only decides; whoever reads rows or writes
/// them does so on the store's own threads, and a page is made there as well.
package indirect enum Step: Sendable {
  case answer(Answer)
  /// The connection becomes one that listens to topics.
  case socket
  case read(@Sendable (borrowing Snapshot) throws -> Step)
  /// Takes long without needing rows: a password is looked at.
  case hash(@Sendable () throws -> Step)
  /// Takes long for the sake of files.
  case file(@Sendable () throws -> Step)
  /// Calls back when it is safe on the disk, or refused.
  case write(@Sendable (Store, @escaping @Sendable (Result<Step, any Error>) -> Void) -> Void)

  /// One transaction, and what is done once it is safe on the disk.
  static func write<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction) throws -> Value,
    then next: @escaping @Sendable (Value) throws -> Step
  ) -> Step {
    .write { store, done in
      store.write(body) { outcome in
        done(Result { try next(outcome.get().value) })
      }
    }
  }
}
