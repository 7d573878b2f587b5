/// What a new theme begins with: one sheet that changes a few of the names that the whole look is
/// made of, so that the first build shows a difference, and a page that says how to go on.
///
/// It has no copy of a template: a copy no longer follows when the default theme is mended.
package enum ThemeSkeleton {
  /// Paths within the theme, and the texts. The name is plain.
  package static func files(named name: String) -> [(path: String, text: String)] {
    precondition(ThemeFiles.isPlain(name), "\(name) cannot be the name of a theme")
    return [("README.md", readme(name)), ("styles/80-\(name).css", style(name))]
  }

  private static func readme(_ name: String) -> String {
    """
    # The theme \(name)

    It has only what it changes. All else comes from `themes/default`, by the same path.

    - Colours, sizes, typefaces: change `styles/80-\(name).css`.
    - The markup of a page or a part: copy its file from `themes/default` to the same path here,
      such as `parts/review.html`, and change the copy. From then on it is yours: what is mended in
      the default theme no longer reaches it.
    - An icon or an image: put a file with the same path here.
    - A sheet or a script of the default theme that you do not want: an empty file with the same path.

    `jishi theme check \(name)` says whether everything fits. `themes/README.md` explains what a
    theme can have, and `jishi theme fields VIEW` what a template can show.

    """
  }

  private static func style(_ name: String) -> String {
    """
    /* What \(name) changes.
       The files of styles/ are joined in the order of their names: of the default theme's only
       90-print.css, for paper, comes after this one. Colours, sizes and typefaces have names, all
       listed at the beginning of styles/10-tokens.css in the default theme. Give one another value
       here, and it changes wherever it is used. */

    :root {
      /* The accent: the main buttons and marks. White text stands on it, so keep it dark enough:
         a contrast of 4.5 to 1 or more. The logo and the icon of the browser's tab do not follow:
         they are a drawing, images/seal.svg. Put your own at the same path. */
      --seal: #2a5580;
      /* The same while the pointer is on it. */
      --seal-2: #1f4266;

      /* How round the corners of buttons and boxes are, and those of panels. */
      --r: 6px;
      --r2: 10px;
    }

    /* Who has a dark screen gets colours of its own. */
    @media (prefers-color-scheme: dark) {
      :root {
        --seal: #3a6ea3;
        --seal-2: #2f5a86;
      }
    }

    """
  }
}
