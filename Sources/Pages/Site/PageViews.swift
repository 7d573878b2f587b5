package import Theme

/// Every kind of page, so that a theme can be checked for all of them. The rest of the views are
/// reached through these.
package let pageViews: [any View.Type] = [
  HomePage.self, CataloguePage.self, CategoryPage.self, TopicsPage.self, GigPage.self,
  SellerPage.self, SkillPage.self, SearchPage.self, HelpPage.self, ArticlePage.self, BlogPage.self,
  PostPage.self, ChooserPage.self, MovedPage.self, MissingPage.self,
  ReportPage.self, TroublePage.self,
  SignUpPage.self, CodePage.self, SignInPage.self, SecondStepPage.self, ResetPage.self,
  NewPasswordPage.self,
  SettingsPage.self, NamePage.self, PreferencesPage.self, PasswordPage.self, ContactPage.self,
  SecurityPage.self, FactorPage.self, CodesPage.self, CodesRenewPage.self, FactorOffPage.self,
  ProfilePage.self, ProfileFormPage.self, EntriesPage.self,
  ClosePage.self, OrganisationsPage.self, OrganisationPage.self, InvitationPage.self,
  LetterPage.self,
  StudioPage.self, StudioNewPage.self, StudioStepPage.self, StudioMediaPage.self,
  WorkFilesPage.self, StudioPreviewPage.self,
  StudioHistoryPage.self, StudioChangesPage.self, ModerationPage.self, ModeratedGigPage.self,
]

extension LoadedTheme {
  /// With all that the site shows and says.
  package init(
    forPagesOf name: String, in themes: String, locales folder: String
  ) throws(Faults) {
    try self.init(name, in: themes, locales: folder, showing: pageViews, saying: pageSentences)
  }
}
