/// What keeps a site from being sent.
package enum DeployError: Error, Hashable {
  case noSite
  /// The target is in the folder of what is built, or the other way round.
  case within(String)
  /// Somebody else sends to the target.
  case busy(String)
  /// A file of the site is not what was built.
  case altered(String)
  /// The target has other bytes than were sent to it.
  case unlike(String)
  /// What the target says, or what stands in the way to it.
  case refused(String)
  /// The work was broken off.
  case stopped
}

extension DeployError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSite: "There is no site yet: run `jishi build` first."
    case .within(let path):
      "\(path) is in the folder of what is built, or holds it: a site is sent to another folder."
    case .busy(let name): "Somebody else is sending to \(name) already."
    case .altered(let path):
      "\(path) is not what was built, so it is not sent: `jishi verify` says what else was altered."
    case .unlike(let path):
      "\(path) comes back from the target otherwise than it was sent."
    case .refused(let sentence): sentence
    case .stopped: "It was asked to stop; the next time goes on from here."
    }
  }
}
