/// All routes, found by their steps: a fixed step goes before one that stands for anything.
package struct RouteTable: Sendable {
  package let routes: [WebRoute]
  private let root: Node

  /// What is at an address.
  enum Found {
    case nothing
    /// Only these are answered there; one at least.
    case others([WebRoute])
    case route(WebRoute, steps: [String: String])
  }

  private struct Node: Sendable {
    var fixed: [String: Node] = [:]
    /// One at most, so that an address can be read in one way only.
    var named: [Node] = []
    var routes: [WebRoute.Method: WebRoute] = [:]

    mutating func add(_ route: WebRoute, at steps: ArraySlice<RoutePath.Step>) {
      switch steps.first {
      case nil:
        precondition(routes[route.method] == nil, "\(route.path.text) is there twice")
        routes[route.method] = route
      case .fixed(let step): fixed[step, default: Node()].add(route, at: steps.dropFirst())
      case .named:
        if named.isEmpty { named.append(Node()) }
        named[0].add(route, at: steps.dropFirst())
      }
    }

    func find(_ steps: ArraySlice<String>) -> Node? {
      guard let step = steps.first else { return routes.isEmpty ? nil : self }
      return fixed[step]?.find(steps.dropFirst()) ?? named.first?.find(steps.dropFirst())
    }
  }

  package init(_ routes: [WebRoute]) {
    self.routes = routes
    var root = Node()
    for route in routes { root.add(route, at: route.path.steps[...]) }
    self.root = root
  }

  func find(_ method: String, _ path: AskedPath) -> Found {
    guard let node = root.find(path.steps[...]) else { return .nothing }
    let asked = WebRoute.Method(rawValue: method == "HEAD" ? "GET" : method)
    guard let route = asked.flatMap({ node.routes[$0] }) else {
      return .others(WebRoute.Method.allCases.compactMap { node.routes[$0] })
    }
    var steps: [String: String] = [:]
    for (step, given) in zip(route.path.steps, path.steps) {
      if case .named(let name) = step { steps[name] = given }
    }
    return .route(route, steps: steps)
  }

  /// The nearest page above an address that only takes forms. A form that was refused is shown again at
  /// such an address, and whoever opens it anew wants to go on from there.
  func page(above target: String) -> String? {
    var path = target.prefix { $0 != "?" }
    while let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      path = path[..<slash]
      if let asked = AskedPath(String(path)), case .route(let route, _) = find("GET", asked),
        !route.isAPI
      {
        return String(path)
      }
    }
    return nil
  }
}
