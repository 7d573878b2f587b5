import Testing

@testable import Theme

@Suite struct RendererTests {
  private func rendered(
    _ shelf: Shelf = Shelf(), _ build: (inout ProgramBuilder) -> Void
  ) throws -> String {
    var builder = ProgramBuilder()
    build(&builder)
    let template = Template<Shelf>(builder.program(for: Shelf.self, in: try .reading("en")))
    var output = Output()
    template.render(shelf, into: &output)
    return output.text
  }

  private func field(_ path: String...) -> Reference {
    var fields = Shelf.declared
    var reference = Reference(scope: 0, offset: 0)
    for name in path {
      guard let field = fields.first(where: { $0.name == name }) else { break }
      reference = reference.field(at: field.offset)
      switch field.kind {
      case .view(let view), .optional(.view(let view), _): fields = view.declared
      default: break
      }
    }
    return reference
  }

  @Test func `words and fields follow each other`() throws {
    let text = try rendered {
      $0.words("<h1>")
      $0.show(field("title"), as: .text)
      $0.words("</h1>")
      $0.words("<p>")
      $0.show(field("owner", "name"), as: .text)
    }
    #expect(text == "<h1>Teapots &amp; cups</h1><p>Lin")
  }

  @Test func `words that touch become one step`() throws {
    var builder = ProgramBuilder()
    builder.words("<a>")
    builder.words("b")
    builder.branch(on: field("isOpen"), .isSo, then: { $0.words("c") })
    builder.words("d")
    builder.words("e")
    let program = builder.program(for: Shelf.self, in: try .reading("en"))
    #expect(program.size.steps == 3)
    #expect(program.size.words == 7)
  }

  @Test(arguments: [true, false])
  func `a branch goes one way or the other`(isOpen: Bool) throws {
    var shelf = Shelf()
    shelf.isOpen = isOpen
    shelf.guest = isOpen ? Owner(name: "Wu") : nil
    let text = try rendered(shelf) { builder in
      builder.branch(
        on: field("isOpen"), .isSo, then: { $0.words("open") }, otherwise: { $0.words("shut") })
      builder.words(",")
      builder.branch(on: field("guest"), .isPresent(Owner?.self)) { [field] in
        $0.show(field("guest", "name"), as: .text)
      }
      builder.words(",")
      builder.branch(on: field("isOpen"), .isSo, then: { _ in }, otherwise: { $0.words("!") })
      builder.words(".")
    }
    #expect(text == (isOpen ? "open,Wu,." : "shut,,!."))
  }

  @Test func `loops stand in loops and count`() throws {
    let text = try rendered { builder in
      builder.loop(over: field("pots"), [Pot].self) { builder, pot, number in
        builder.show(Reference(scope: number, offset: 0), as: .plainNumber)
        builder.show(Reference(scope: pot, offset: Pot.declared[0].offset), as: .text)
        let words = Reference(scope: pot, offset: Pot.declared[1].offset)
        builder.branch(
          on: words, .hasAny([String].self),
          then: { builder in
            builder.loop(over: words, [String].self) { builder, word, inner in
              builder.words("/")
              builder.show(Reference(scope: number, offset: 0), as: .plainNumber)
              builder.show(Reference(scope: inner, offset: 0), as: .plainNumber)
              builder.show(Reference(scope: word, offset: 0), as: .text)
            }
          }, otherwise: { $0.words("-") })
        builder.words(";")
      }
    }
    #expect(text == "1Blue-;2Red/21round/22small;")
  }

  @Test(arguments: [Shelf.Delivery.unknown, .sent(Owner(name: "Wu", note: "<"))])
  func `a match takes the way of its case, with what the case carries`(place: Shelf.Delivery) throws
  {
    var shelf = Shelf()
    shelf.place = place
    let text = try rendered(shelf) { builder in
      builder.match(
        field("place"), Shelf.Delivery.self,
        positions: [
          (0, { builder, _ in builder.words("nowhere") }),
          (
            1,
            { builder, owner in
              builder.words("to ")
              builder.show(Reference(scope: owner, offset: Owner.declared[0].offset), as: .text)
            }
          ),
        ], other: nil)
      builder.match(
        field("state"), Shelf.State.self, positions: [(0, { builder, _ in builder.words("new") })],
        other: { $0.words(", old") })
      builder.words(".")
    }
    #expect(text == (place.position == 0 ? "nowhere, old." : "to Wu, old."))
  }

  @Test(arguments: [(0, "none"), (1, "one"), (2, "2"), (1000, "1,000")])
  func `a plural takes exact numbers first, then the category`(count: Int, expected: String) throws
  {
    var shelf = Shelf()
    shelf.count = count
    let text = try rendered(shelf) { builder in
      builder.plural(
        field("count"), exact: [Case(0) { $0.words("none") }],
        categories: [Case(.one) { $0.words("one") }],
        other: { [field] in $0.show(field("count"), as: .number) })
    }
    #expect(text == expected)
  }

  @Test func `a select goes by the name of a token`() throws {
    let text = try rendered { builder in
      for names in [["small", "tall"], ["small", "tal"]] {
        builder.select(
          field("token"), names: names.map { name in Case(name) { $0.words(name) } },
          other: { $0.words("other") })
        builder.words(",")
      }
    }
    #expect(text == "tall,other,")
  }

  @Test func `values are written by their kind`() throws {
    let text = try rendered { builder in
      for (name, form) in [
        ("count", .number), ("count", .plainNumber), ("score", .figure), ("price", .price),
        ("price", .plainMoney), ("price", .currency), ("token", .token), ("names", .list),
        ("day", .isoDay), ("day", .year), ("link", .text),
      ] as [(String, Form)] {
        builder.show(field(name), as: form)
        builder.words("|")
      }
      builder.showCount(of: field("pots"), [Pot].self)
    }
    #expect(
      text
        == "1,234|1234|4.9|CN¥1,200|1200.00|CNY|tall|a&lt;b and c|2026-11-20|2026|"
        + "/en/g/tea-1?x=1&amp;y=2|2")
  }

  @Test func `a program meets only the view it was made for`() throws {
    let program = ProgramBuilder().program(for: Owner.self, in: try .reading("en"))
    #expect(program.shows(Owner.self))
    #expect(!program.shows(Shelf.self))
  }

  @Test func `what is in an optional lies where the optional lies`() {
    let owner: Owner? = Owner(name: "a long name that is not kept inside", note: "b")
    withUnsafePointer(to: owner) { place in
      let inside = UnsafeRawPointer(place).assumingMemoryBound(to: Owner.self).pointee
      #expect(inside.name == owner?.name)
      #expect(inside.note == owner?.note)
    }
    let none: Owner? = nil
    withUnsafePointer(to: owner) { #expect(Optional<Owner>.isPresent(at: $0)) }
    withUnsafePointer(to: none) { #expect(!Optional<Owner>.isPresent(at: $0)) }
    let link = Link("/x")
    withUnsafePointer(to: link) { place in
      #expect(UnsafeRawPointer(place).assumingMemoryBound(to: Link.self).pointee == link)
    }
  }
}

extension RendererTests {
  @Test func `the elements of a list lie where they lie in every list`() throws {
    func expectSame<Element>(_ list: [Element]) {
      let found = withUnsafePointer(to: list) { [Element].elements(at: $0) }
      list.withUnsafeBufferPointer {
        #expect(found.count == $0.count)
        #expect($0.isEmpty || found.first == UnsafeRawPointer($0.baseAddress))
      }
    }
    expectSame([Pot(name: "Blue"), Pot(name: "Red", words: ["round"])])
    expectSame([Pot]())
    expectSame([1, 2, 3])
    expectSame([true])
    expectSame(["a text that is too long to be kept inside"])
    expectSame([SIMD4<Float>(repeating: 1)])
  }
}

extension Language {
  static func reading(_ tag: String) throws -> Language {
    Language(tag: tag, formats: try Formats(tag: tag), plurals: PluralRules(tag: tag))
  }
}
