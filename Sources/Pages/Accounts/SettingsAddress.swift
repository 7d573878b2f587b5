package import Market

/// The pages on which people decide about their own account, and what their forms are sent to.
package enum SettingsAddress: Hashable, Sendable {
  case overview, name, preferences, password, contact, security, factor, factorOff, codes, close
  case organisations
  /// Ends the session on one device, or all but this.
  case sessionEnd(String)
  case sessionsEnd
  /// In whose name one acts.
  case acting

  /// What of it is not ours.
  var name: String? {
    switch self {
    case .sessionEnd(let id): id
    default: nil
    }
  }

  func write(to path: inout PathWriter) {
    path.write("/settings")
    switch self {
    case .overview: break
    case .name: path.write("/name")
    case .preferences: path.write("/preferences")
    case .password: path.write("/password")
    case .contact: path.write("/contact")
    case .security: path.write("/security")
    case .factor: path.write("/factor")
    case .factorOff: path.write("/factor/off")
    case .codes: path.write("/codes")
    case .close: path.write("/close")
    case .organisations: path.write("/organisations")
    case .sessionEnd(let id):
      path.write("/sessions/")
      path.write(slug: id)
      path.write("/end")
    case .sessionsEnd: path.write("/sessions/end")
    case .acting: path.write("/acting")
    }
  }
}

/// The page of an organisation's members, and what its forms are sent to.
package enum OrganisationAddress: Hashable, Sendable {
  case page
  case invitations
  case withdrawal(String)
  /// Gives a member another role.
  case member(ID<Party>)
  case removal(ID<Party>)

  var name: String? { if case .withdrawal(let id) = self { id } else { nil } }

  func write(to path: inout PathWriter) {
    switch self {
    case .page: break
    case .invitations: path.write("/invitations")
    case .withdrawal(let id):
      path.write("/invitations/")
      path.write(slug: id)
      path.write("/withdraw")
    case .member(let party):
      path.write("/members/")
      path.write(party.number)
    case .removal(let party):
      path.write("/members/")
      path.write(party.number)
      path.write("/remove")
    }
  }
}
