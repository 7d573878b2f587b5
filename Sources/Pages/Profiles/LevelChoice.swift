package import Market
package import Theme

extension Level: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .new: 0
    case .one: 1
    case .two: 2
    case .top: 3
    }
  }
}
