package struct Formats: Sendable {
  package struct Glue: Sendable {
    package func before(_ index: Int, of count: Int) -> StaticString { ", " }
  }
  package var listGlue: Glue { Glue() }
  package func write(number: Int, into output: inout Output) {}
  package func write(compact: Int, into output: inout Output) {}
  package func write(figure: Figure, into output: inout Output) {}
  package func write(money: borrowing Amount, into output: inout Output) {}
  package func write(price: borrowing Amount, into output: inout Output) {}
  package func write(day: Day, into output: inout Output) {}
  package func write(month: Day, into output: inout Output) {}
  package func writeISO(_ day: Day, into output: inout Output) {}
  package func write(moment: Moment, into output: inout Output) {}
  package func writeISO(_ moment: Moment, into output: inout Output) {}
}
