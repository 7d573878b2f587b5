import HTTP
import Market
import Pages
import Testing

@testable import Web

struct RouteTableTests {
  @Test func `every line of the table can be read`() {
    for route in RouteTable.all.routes {
      #expect(route.summary.hasSuffix("."))
      for note in route.takes {
        #expect(!note.about.isEmpty)
        #expect(route.takes.count { $0.name == note.name } == 1)
        #expect(route.path.names.contains(note.name) == (note.place == .path))
      }
      // What is in the path is read, and by its name.
      let read = Set(route.takes.map(\.name))
      for name in route.path.names { #expect(read.contains(name), "\(route.path.text)") }
    }
  }

  @Test func `above what takes a form there is a page`() {
    let above: [String: String?] = [
      "/en/organisations/7/members/8/remove": "/en/organisations/7",
      "/en/settings/sessions/7/end?a=b": "/en/settings", "/en/sign-up/k/again": "/en/sign-up/k",
      "/en/sign-out": nil, "/api/v1/auth/login": nil, "/": nil, "//a/b": nil,
    ]
    for (path, page) in above { #expect(RouteTable.all.page(above: path) == page, "\(path)") }
  }

  @Test func `a route is told by what reads it`() throws {
    let route = try #require(
      RouteTable.all.routes.first { $0.path.text == "/api/v1/reports" && $0.method == .post })
    #expect(
      route.takes.map(\.name) == ["subject", "reason", "detail", "contact"])
    #expect(route.takes.map(\.isRequired) == [true, true, true, false])
    #expect(route.takes[1].kind == .oneOf(ReportReason.allCases.map(\.rawValue)))
    #expect(route.takes[2].kind == .text(characters: 1...1_000))
  }

  private static func route(_ method: WebRoute.Method, _ path: RoutePath) -> WebRoute {
    .api(method, path, "A test.", takes: Nothing.self, gives: .text) { _, _ in
      .answer(Answer(.ok, saying: ""))
    }
  }

  private let table = RouteTable([
    route(.get, "/"), route(.get, "/a"), route(.get, "/{x}"), route(.post, "/{x}"),
    route(.get, "/a/{y}"), route(.get, "/{x}/b"), route(.delete, "/a/{y}/c"),
  ])

  @Test(arguments: [
    ("GET", "/a", "GET /a"), ("HEAD", "/a", "GET /a"), ("GET", "/b", "GET /{x} x=b"),
    ("POST", "/b", "POST /{x} x=b"), ("POST", "/a", "others GET"), ("PUT", "/b", "others GET POST"),
    ("get", "/a", "others GET"), ("GET", "/a/b", "GET /a/{y} y=b"),
    ("GET", "/z/b", "GET /{x}/b x=z"), ("GET", "/z/c", "nothing"),
    ("DELETE", "/a/1/c", "DELETE /a/{y}/c y=1"), ("GET", "/a/1/d", "nothing"),
    ("GET", "/%61", "GET /a"), ("GET", "/%E9%9B%86", "GET /{x} x=集"),
    ("GET", "/b?x=1", "GET /{x} x=b"),
  ])
  func `the steps decide`(method: String, target: String, found: String) throws {
    let path = try #require(AskedPath(target))
    let told =
      switch table.find(method, path) {
      case .nothing: "nothing"
      case .others(let routes): "others " + routes.map(\.method.rawValue).joined(separator: " ")
      case .route(let route, let steps):
        ([route.method.rawValue, route.path.text] + steps.map { "\($0.key)=\($0.value)" })
          .joined(separator: " ")
      }
    #expect(told == found)
  }

  @Test(arguments: ["", "a", "//", "/a/", "//a", "/%2F", "/%ff", "/%00", "/%", "*"])
  func `what cannot be one of ours is nowhere`(target: String) {
    #expect(AskedPath(target) == nil)
  }

  @Test func `an address has so many steps at most`() {
    let steps = String(repeating: "/a", count: AskedPath.stepsMax)
    #expect(AskedPath(steps) != nil)
    #expect(AskedPath(steps + "/a") == nil)
  }
}
