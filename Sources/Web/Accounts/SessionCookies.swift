import HTTP
import Market
import Store

/// What a browser keeps of somebody who has signed in.
enum SessionCookie {
  static let session = "session"
  static let device = "device"
  /// Without meaning for us, and readable by scripts: pages that are the same for everybody ask who
  /// somebody is only where there may be an answer.
  static let hello = "hello"
  static let deviceLife = Duration.days(365)
}

// Somebody comes in, or goes.
extension Visit {
  /// What is drawn for him before it is known that he may come in.
  func arrival(_ kind: Session.Kind = .browser) -> Arrival {
    var chance = chance
    let secret = Secret(using: &chance)
    let device = device ?? Secret(using: &chance)
    return Arrival(kind, secret, device: device, place)
  }

  /// After a sign-in: all that could have been known to others before is new.
  func signedIn(_ arrival: Arrival, to path: String, saying flash: Flash? = nil) -> Answer {
    let age = Int(Session.lengthMax.components.seconds)
    let deviceAge = Int(SessionCookie.deviceLife.components.seconds)
    var answer = redirect(to: path, saying: flash)
    answer.fields.add(cookies: [
      cookie(SessionCookie.session, arrival.secret.text, maxAge: age),
      cookie(SessionCookie.device, arrival.device.text, maxAge: deviceAge),
      cookie(Guest.cookie, Guest(nil, chance).secret),
      hello("1", maxAge: age),
    ])
    return answer
  }

  func signedOut(to path: String, saying flash: Flash? = nil) -> Answer {
    var answer = redirect(to: path, saying: flash)
    answer.fields.add(cookies: [
      cookie(SessionCookie.session, "", maxAge: 0), cookie(Guest.cookie, Guest(nil, chance).secret),
      hello("", maxAge: 0),
    ])
    return answer
  }

  private func hello(_ value: String, maxAge: Int) -> String {
    "\(SessionCookie.hello)=\(value); Max-Age=\(maxAge); Path=/\(isSecure ? "; Secure" : ""); SameSite=Lax"
  }
}

extension FieldLines {
  fileprivate mutating func add(cookies: [String]) {
    for cookie in cookies { add("Set-Cookie", cookie) }
  }
}
