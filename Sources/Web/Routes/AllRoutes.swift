extension RouteTable {
  /// All that the endpoint answers besides files.
  package static let all = RouteTable(
    GigRoutes.all + CategoryRoutes.all + RateRoutes.all + SearchRoutes.all + ReportRoutes.all
      + LiveRoutes.all
      + SignUpRoutes.all + SignInRoutes.all + ResetRoutes.all + AuthRoutes.all + MeRoutes.all
      + MeSettingsRoutes.all + SettingsRoutes.all + SecurityRoutes.all + FactorRoutes.all
      + FactorAPIRoutes.all + OrganisationRoutes.all + InvitationRoutes.all + StudioRoutes.all
      + StudioLookRoutes.all + StudioDeedRoutes.all + GigAPIRoutes.all + ModerationRoutes.all
      + MediaRoutes.all + StudioMediaRoutes.all + WorkFilesRoutes.all + ProfileRoutes.all
      + BackgroundRoutes.all + PortfolioRoutes.all + ProfileAPIRoutes.all)
}
