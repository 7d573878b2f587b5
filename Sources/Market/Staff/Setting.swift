/// One version of a setting of the marketplace. A new value is a new version: what was in force
/// on any day stays known, and whatever pinned a version keeps it.
package struct Setting: Hashable, Sendable {
  package let name: String
  package let version: Int
  package let value: String
  package let at: Instant
  package let actor: String

  package init(name: String, version: Int, value: String, at: Instant, actor: String) {
    self.name = name
    self.version = version
    self.value = value
    self.at = at
    self.actor = actor
  }
}

extension Setting: Entity {
  package static let noun = Noun.setting
}
