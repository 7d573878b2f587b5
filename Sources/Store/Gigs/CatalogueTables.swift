extension Schema {
  static let theCatalogue = Migration(
    number: 7, name: "the catalogue, its listings and its addresses",
    statements: [
      """
      create table category (
        id ID, parent INT, slug TEXT not null, vertical TEXT not null, position INT not null,
        is_open INT not null)
      """,
      "create unique index category_slug on category (slug)",
      """
      create table category_text (
        category INT not null, locale TEXT not null, name TEXT not null, summary TEXT not null,
        primary key (category, locale))
      """,
      """
      create table category_choice (
        category INT not null, position INT not null, attribute TEXT not null, choice TEXT not null,
        primary key (category, position))
      """,
      // The label of an attribute itself stands under the empty choice.
      """
      create table category_label (
        category INT not null, attribute TEXT not null, choice TEXT not null, locale TEXT not null,
        label TEXT not null, primary key (category, attribute, choice, locale))
      """,
      "create table tag (id ID, slug TEXT not null)",
      "create unique index tag_slug on tag (slug)",
      """
      create table tag_text (
        tag INT not null, locale TEXT not null, name TEXT not null, folded TEXT not null,
        primary key (tag, locale))
      """,
      "create index tag_text_folded on tag_text (folded, locale)",
      """
      create table listing (
        noun TEXT not null, subject INT not null, slots INT not null, shown INT not null,
        seen INT not null, primary key (noun, subject), check (shown >= 0), check (slots >= shown))
      """,
      """
      create table listing_slot (
        noun TEXT not null, subject INT not null, slot INT not null, member INT not null,
        is_shown INT not null, primary key (noun, subject, slot))
      """,
      "create unique index listing_slot_member on listing_slot (member, noun, subject)",
      """
      create table front_place (
        noun TEXT not null, subject INT not null, position INT not null, member INT not null,
        primary key (noun, subject, position))
      """,
      "create index front_place_member on front_place (member, noun, subject)",
      """
      create table slug (
        noun TEXT not null, subject INT not null, locale TEXT not null, slug TEXT not null,
        is_chosen INT not null, primary key (noun, subject, locale))
      """,
      """
      create table slug_history (
        noun TEXT not null, subject INT not null, locale TEXT not null, slug TEXT not null,
        until INT not null, primary key (noun, subject, locale, slug))
      """,
    ])
}
