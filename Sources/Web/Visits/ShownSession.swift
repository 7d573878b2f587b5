import HTTP
import Market
import Store

// What was sent to be known by: a browser's cookie, or a program's token.
extension Visit {
  /// What the browser or the program has shown of a session; whether it is one is yet to be seen.
  var sessionSecret: Secret? {
    if sessionKind == .api { return bearer.flatMap { Secret($0) } }
    let cookie = Cookies(request)[Cookie.name(SessionCookie.session, isSecure: isSecure)]
      .flatMap { Secret($0) }
    // What a browser sends along by itself must not be enough to change anything by JSON: a script of
    // ours says by what its page carries that it is one.
    guard route.isAPI, route.method.writes else { return cookie }
    let token = request.fields[Self.tokenLine] ?? ""
    return FormToken.isGood(token, for: guest, cookie) ? cookie : nil
  }

  static let tokenLine = "Form-Token"

  /// A program's token is no cookie, and what a browser keeps is no token. Programs read pages and
  /// files, too; a browser that a server before ours asks for a password is a browser still.
  var sessionKind: Session.Kind {
    let isProgram =
      route.isAPI
      ? request.fields["Authorization"] != nil : !route.method.writes && bearer != nil
    return isProgram ? .api : .browser
  }

  private var bearer: String? {
    let words = request.fields["Authorization"]?.split(separator: " ") ?? []
    guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
    return String(words[1])
  }
}
