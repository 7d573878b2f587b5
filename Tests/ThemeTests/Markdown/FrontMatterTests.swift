import Testing
import Theme

@Suite struct FrontMatterTests {
  private func read(_ text: String, optional: [String] = ["updated"]) throws(Faults) -> FrontMatter
  {
    try FrontMatter(
      SourceFile(path: "content/a.md", text), required: ["title", "description"], optional: optional
    )
  }

  private func faults(_ text: String) -> [String] {
    do throws(Faults) {
      _ = try read(text)
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test func `a head is fields with their places and the text below it`() throws {
    let page = try read("---\ntitle = 怎么退款\n# why\n\n  description=a = b  \n---\n# Hi\n---\n")
    #expect(page["title"]?.value == "怎么退款")
    #expect(page["title"]?.place == Place(file: "content/a.md", line: 2, column: 9))
    #expect(page["description"]?.value == "a = b")
    #expect(page["description"]?.place == Place(file: "content/a.md", line: 5, column: 15))
    #expect(page["updated"] == nil)
    #expect(page.body == "# Hi\n---\n")
    #expect(page.bodyLine == 7)
  }

  @Test func `lines may end as they do on Windows, and a body may be empty`() throws {
    let page = try read("\u{FEFF}---\r\ntitle = a\r\ndescription = b\r\n---\r\nc\r\n")
    #expect(page["title"]?.value == "a")
    #expect(page.body == "c\r\n")
    #expect(page.bodyLine == 5)
    #expect(try read("---\ntitle = a\ndescription = b\n---").body.isEmpty)
  }

  @Test func `all faults are told at once`() {
    #expect(
      faults("---\ntitle = a\n title = b\nauthor = c\nnothing\nupdated =\n= d\n---\n") == [
        "content/a.md:3:2: found the key “title” again, expected it once, as on line 2",
        "content/a.md:4:1: found the key “author”, expected a key that the page has; "
          + "available: title, description, updated",
        "content/a.md:5:1: found “nothing”, expected key = value",
        "content/a.md:6:10: found nothing, expected a value for “updated”",
        "content/a.md:7:1: found no key, expected a key that the page has; "
          + "available: title, description, updated",
        "content/a.md:8:1: found the end of the head, expected the key “description” before it",
      ])
  }

  @Test(arguments: [
    ("", "content/a.md:1:1: found nothing, expected “---”, which begins the head of the page"),
    ("# A", "content/a.md:1:1: found “# A”, expected “---”, which begins the head of the page"),
    (
      "---\ntitle = a\n",
      "content/a.md:3:1: found the end of the file, expected “---”, which ends the head"
    ),
    (
      "---\ntitle = a",
      "content/a.md:2:10: found the end of the file, expected “---”, which ends the head"
    ),
  ])
  func `a head begins and ends`(text: String, fault: String) {
    #expect(faults(text) == [fault])
  }

  @Test func `lines are counted as an editor does`() throws {
    let page = try read("---\ntitle = a\u{2028}b\n# \u{B}\u{C}\rc\ndescription = d\n---\ne")
    #expect(page["title"]?.value == "a\u{2028}b")
    #expect(page["description"]?.place.line == 4)
    #expect(page.bodyLine == 6)
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), (Array("---\n标题".utf8) + [0xE4, 0xBD], 2, 3),
      (Array("---\r\na".utf8) + [0x80], 2, 2),
    ] as [([UInt8], Int, Int)])
  func `bytes that are no text are told with their place`(bytes: [UInt8], line: Int, column: Int) {
    let expected = Fault(
      Place(file: "a.md", line: line, column: column), found: "bytes that are no UTF-8",
      expected: "a file in UTF-8")
    do throws(Faults) {
      _ = try FrontMatter(SourceFile(path: "a.md", bytes: bytes), required: [])
      Issue.record("it was read")
    } catch {
      #expect(error.all == [expected])
    }
  }
}
