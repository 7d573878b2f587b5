import Market
import Testing

@testable import Pages

/// What an address leads to is read from it again.
@Suite struct AddressedThingTests {
  private static let things: [(PageAddress, AddressedThing)] = [
    (.gig(ID(42), [Locale.english: "a-seal-7"]), .gig(ID(42))), (.gig(ID(42), [:]), .gig(ID(42))),
    (.gigVersion(ID(5)), .gigVersion(ID(5))),
    (.seller(ID(3), [Locale.english: "ada"]), .seller(ID(3))),
    (.category("logo-2"), .category(slug: "logo-2", page: nil)),
    (.numbered(.category("logo-2"), 8), .category(slug: "logo-2", page: 8)),
    (.tag("ink"), .tag(slug: "ink", page: nil)),
    (.numbered(.tag("ink"), 2), .tag(slug: "ink", page: 2)),
    (.skill("go"), .skill(slug: "go", page: nil)),
    (.numbered(.skill("go"), 2), .skill(slug: "go", page: 2)), (.newest, .newest(page: nil)),
    (.numbered(.newest, 31), .newest(page: 31)),
  ]

  @Test(arguments: things)
  func `pages of rows say which`(address: PageAddress, thing: AddressedThing) {
    #expect(AddressedThing(path: address.path(in: .english)) == thing)
    #expect(AddressedThing(path: address.path(in: .chinese)) == thing)
  }

  @Test(arguments: [
    PageAddress.chooser, .home, .missing, .catalogue, .topics, .help, .article(.help, "fees"),
    .blog, .post("first"), .feed(.newest),
  ])
  func `pages that every site has do not`(address: PageAddress) {
    #expect(AddressedThing(path: address.path(in: .english)) == nil)
  }

  @Test(arguments: [
    "", "/", "/en/g", "/en/g/x", "/en/g/1/2", "/en/s/-", "/en/v/a", "/covers/1.svg",
  ])
  func `what is no address of ours leads nowhere`(path: String) {
    #expect(AddressedThing(path: path) == nil)
  }
}
