extension RouteTable {
  /// All that the endpoint answers besides files.
  package static let all = RouteTable(
    GigRoutes.all + CategoryRoutes.all + RateRoutes.all + ReportRoutes.all + LiveRoutes.all)
}
