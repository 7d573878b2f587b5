import Market
import Pages
import Testing

@testable import Web

/// Fields as they are read from a form, and from JSON.
struct FieldsTests {
  private func read<Value>(
    form: String, steps: [String: String] = [:], _ body: (inout Fields) -> Value
  ) throws -> (Value, [String]) {
    var fields = Fields(.form(try FormFields(query: form)), steps: steps, .body)
    let value = body(&fields)
    fields.refuseUnknown(besides: ["token"])
    return (value, fields.faults.map { "\($0.field) \($0.fault.code)" })
  }

  private func read<Value>(
    json: String, _ body: (inout Fields) -> Value
  ) throws -> (Value, [String]) {
    guard case .object(let members) = try JSON(reading: Array(json.utf8)) else {
      return try read(form: "", body)
    }
    var fields = Fields(.json(members), steps: [:], .body)
    let value = body(&fields)
    fields.refuseUnknown(besides: ["token"])
    return (value, fields.faults.map { "\($0.field) \($0.fault.code)" })
  }

  @Test(arguments: [
    ("a=x", "x", []), ("a=+x+", "x", []), ("a=%E3%80%80x%C2%A0", "x", []), ("", "", ["a missing"]),
    ("a=", "", ["a missing"]), ("a=+%0A", "", ["a missing"]), ("a=1234", "1234", []),
    ("a=12345", "", ["a too-long"]), ("a=集市集市", "集市集市", []), ("a=x%0Ay", "", ["a unfit"]),
    ("a=x%07", "", ["a unfit"]), ("a=%E2%80%AEx", "", ["a unfit"]),
    ("a=x&a=y", "x", ["a repeated"]),
    ("a=x&b=y", "x", ["b unknown"]), ("a=x&token=y", "x", []),
    ("A=x", "", ["a missing", "A unknown"]),
  ])
  func `a text has no blanks around it`(form: String, text: String, faults: [String]) throws {
    let (value, found) = try read(form: form) { $0.text("a", "A test.", characters: 1...4) }
    #expect(found == faults)
    if faults.isEmpty { #expect(value == text) }
  }

  @Test(arguments: [
    (#"{"a":"x"}"#, []), (#"{"a":null}"#, ["a missing"]), (#"{"a":7}"#, ["a wrong-kind"]),
    (#"{"a":true}"#, ["a wrong-kind"]), (#"{"a":["x"]}"#, ["a wrong-kind"]),
    (#"{"a":"x","\u00e1":1}"#, ["á unknown"]),
    (#"{"a\u0301":"x"}"#, ["a missing", "a\u{301} unknown"]),
  ])
  func `in JSON a text is a text`(json: String, faults: [String]) throws {
    let (_, found) = try read(json: json) { $0.text("a", "A test.", characters: 1...4) }
    #expect(found == faults)
  }

  @Test(arguments: [
    ("n=1", []), ("n=100", []), ("n=0", ["n out-of-range"]), ("n=101", ["n out-of-range"]),
    ("n=", ["n not-a-number"]), ("n=+1", ["n not-a-number"]), ("n=%2B1", ["n not-a-number"]),
    ("n=01", ["n not-a-number"]), ("n=1.0", ["n not-a-number"]), ("n=1e1", ["n not-a-number"]),
    ("n=٣", ["n not-a-number"]), ("n=99999999999999999999", ["n not-a-number"]),
  ])
  func `a number is written in one way`(form: String, faults: [String]) throws {
    let (_, found) = try read(form: form) { $0.number("n", "A test.", 1...100) }
    #expect(found == faults)
  }

  @Test(arguments: [
    (#"{"n":1}"#, []), (#"{"n":"1"}"#, ["n wrong-kind"]), (#"{"n":1.0}"#, ["n wrong-kind"]),
    (#"{"n":101}"#, ["n out-of-range"]), (#"{"n":1e2}"#, ["n wrong-kind"]),
  ])
  func `in JSON a number is a number`(json: String, faults: [String]) throws {
    let (_, found) = try read(json: json) { $0.number("n", "A test.", 1...100) }
    #expect(found == faults)
  }

  @Test func `a step of the path goes before what is sent`() throws {
    let (id, found) = try read(form: "n=7", steps: ["n": "42"]) { fields -> ID<Gig> in
      fields.id("n", "A test.")
    }
    #expect(id == ID(42))
    #expect(found.isEmpty)
  }

  @Test func `a box that is checked is there`() throws {
    #expect(try read(form: "f=on") { $0.flag("f", "A test.") } == (true, []))
    #expect(try read(form: "") { $0.flag("f", "A test.") } == (false, []))
    #expect(try read(json: #"{"f":false}"#) { $0.flag("f", "A test.") } == (false, []))
    #expect(try read(json: #"{"f":"on"}"#) { $0.flag("f", "A test.") }.1 == ["f wrong-kind"])
  }

  @Test func `the limits of a text are those of its characters`() throws {
    // One character of eleven scalars.
    let family = "👨‍👩‍👧‍👦"
    let (_, fine) = try read(form: "a=\(String(repeating: family, count: 4))") {
      $0.text("a", "A test.", characters: 1...4)
    }
    #expect(fine.isEmpty)
    let (_, long) = try read(form: "a=\(String(repeating: family, count: 5))") {
      $0.text("a", "A test.", characters: 1...4)
    }
    #expect(long == ["a too-long"])
    let (_, piled) = try read(form: "a=e\(String(repeating: "\u{301}", count: 40))") {
      $0.text("a", "A test.", characters: 1...4)
    }
    #expect(piled == ["a too-long"])
  }
}
