import HTTP
import Pages

enum LiveRoutes {
  static let all = [socket]

  private static let socket = WebRoute(
    method: .get, path: "/ws",
    summary: "A WebSocket that tells what happens to the topics it subscribes to (jishi.v1).",
    audience: .anyone, takes: [], gives: .socket, limits: .reading,
    act: { visit in
      guard visit.request.wantsSocket else {
        throw Trouble(.badRequest, status: .upgradeRequired)
      }
      // A page of another site could listen as the person whose browser it is in.
      guard SameOrigin.holds(for: visit.request, isSecure: visit.isSecure) else {
        throw Trouble(.forbidden)
      }
      let offered = visit.request.fields["Sec-WebSocket-Protocol"] ?? ""
      let isSpoken = offered.split(separator: ",").contains {
        $0.filter { $0 != " " } == LiveWord.protocolName
      }
      guard isSpoken else {
        throw Trouble(.badRequest, saying: "The protocol \(LiveWord.protocolName) is spoken here.")
      }
      return .socket
    }, again: nil)
}
