#include "CCard.h"

#include <pango/pangocairo.h>
#include <string.h>

// The look is that of the pages: paper, ink, hairlines, one vermilion thing.

struct colour {
  double red, green, blue;
};

#define COLOUR(hex) \
  { ((hex) >> 16 & 0xFF) / 255.0, ((hex) >> 8 & 0xFF) / 255.0, ((hex) & 0xFF) / 255.0 }

static const struct colour paper = COLOUR(0xFBFAF7), ink = COLOUR(0x1D1B19),
                           ink_quiet = COLOUR(0x544F48), ink_faint = COLOUR(0x6B655C),
                           line = COLOUR(0xE3DED5), seal_red = COLOUR(0xC5341F),
                           white = COLOUR(0xFFFFFF);

// In pixels of a picture that is 1,200 wide.
enum {
  margin = 72,
  rule_top = 60,
  category_top = 92,
  title_top = 152,
  title_bottom = 440,
  title_lines = 3,
  foot_line = 460,
  foot_middle = 528,
  seal_side = 104,
  gap = 24,
};

// Sizes of a title, the first that fits within its place.
static const int title_sizes[] = {84, 72, 62};

// What is there is taken, from the left.
static const char *const serif_han = "Noto Serif CJK SC, Songti SC, Source Han Serif SC, serif";
static const char *const serif_latin =
  "Noto Serif, Source Serif 4, Noto Serif CJK SC, Source Han Serif SC, serif";
static const char *const sans_han = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, sans-serif";
static const char *const sans_latin = "Noto Sans, Noto Sans CJK SC, Source Han Sans SC, sans-serif";

struct drawing {
  cairo_t *cairo;
  PangoLanguage *language;
  const char *serif, *sans;
};

static void use(struct drawing *drawing, struct colour colour) {
  cairo_set_source_rgb(drawing->cairo, colour.red, colour.green, colour.blue);
}

static void fill(
  struct drawing *drawing, struct colour colour, double x, double y, double width, double height) {
  use(drawing, colour);
  cairo_rectangle(drawing->cairo, x, y, width, height);
  cairo_fill(drawing->cairo);
}

static PangoLayout *lay(
  struct drawing *drawing, const char *families, PangoWeight weight, int size, const char *text) {
  PangoLayout *layout = pango_cairo_create_layout(drawing->cairo);
  pango_context_set_language(pango_layout_get_context(layout), drawing->language);
  pango_layout_context_changed(layout);
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family(font, families);
  pango_font_description_set_weight(font, weight);
  pango_font_description_set_absolute_size(font, size * (double)PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_text(layout, text, -1);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void show(
  struct drawing *drawing, PangoLayout *layout, struct colour colour, double x, double y) {
  use(drawing, colour);
  cairo_move_to(drawing->cairo, x, y);
  pango_cairo_show_layout(drawing->cairo, layout);
}

/// One line with its middle at `middle`, not wider than `width`; it tells how wide it is.
static int say(
  struct drawing *drawing, const char *families, PangoWeight weight, int size, struct colour colour,
  const char *text, double x, double middle, int width, PangoAlignment side) {
  PangoLayout *layout = lay(drawing, families, weight, size, text);
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  pango_layout_set_width(layout, width * PANGO_SCALE);
  pango_layout_set_height(layout, -1);
  pango_layout_set_alignment(layout, side);
  PangoRectangle bounds;
  pango_layout_get_pixel_extents(layout, NULL, &bounds);
  show(drawing, layout, colour, x, middle - bounds.height / 2.0);
  g_object_unref(layout);
  return bounds.width;
}

static void draw_title(struct drawing *drawing, const char *text, int width) {
  int room = title_bottom - title_top, last = sizeof title_sizes / sizeof *title_sizes - 1;
  for (int i = 0; i <= last; i++) {
    PangoLayout *layout = lay(drawing, drawing->serif, PANGO_WEIGHT_BOLD, title_sizes[i], text);
    pango_layout_set_width(layout, width * PANGO_SCALE);
    pango_layout_set_height(layout, -title_lines);
    PangoRectangle bounds;
    // Fonts for Chinese ask for very tall lines; what people read at this size wants less.
    pango_layout_line_get_pixel_extents(pango_layout_get_line_readonly(layout, 0), NULL, &bounds);
    pango_layout_set_line_spacing(layout, 1.32f * (float)title_sizes[i] / (float)bounds.height);
    pango_layout_get_pixel_extents(layout, NULL, &bounds);
    int fits = bounds.height <= room && !pango_layout_is_ellipsized(layout);
    if (fits || i == last) {
      show(drawing, layout, ink, margin, title_top);
      i = last;
    }
    g_object_unref(layout);
  }
}

/// The edge of a seal that was cut by hand: each side bows a little.
static void carve(cairo_t *cairo, double x, double y, double side, double inset) {
  double near = inset, far = side - inset, middle = side / 2, bow = side * 0.012;
  cairo_save(cairo);
  cairo_translate(cairo, x, y);
  cairo_move_to(cairo, near + bow, near);
  cairo_curve_to(cairo, middle, near - bow, middle, near - bow, far - bow, near + bow / 2);
  cairo_curve_to(cairo, far + bow, middle, far + bow, middle, far, far - bow);
  cairo_curve_to(cairo, middle, far + bow, middle, far + bow, near, far - bow / 2);
  cairo_curve_to(cairo, near - bow, middle, near - bow, middle, near + bow, near);
  cairo_close_path(cairo);
  cairo_restore(cairo);
}

/// Its characters stand below one another, each as large as the place it has.
static void draw_seal(struct drawing *drawing, const char *text, double x, double y) {
  cairo_t *cairo = drawing->cairo;
  use(drawing, seal_red);
  carve(cairo, x, y, seal_side, 0);
  cairo_fill(cairo);
  use(drawing, white);
  cairo_set_line_width(cairo, seal_side * 0.022);
  carve(cairo, x, y, seal_side, seal_side * 0.07);
  cairo_stroke(cairo);
  long count = g_utf8_strlen(text, -1);
  if (count == 0) return;
  double room = seal_side * 0.76, each = room / (double)count;
  double top = y + (seal_side - room) / 2;
  for (long i = 0; i < count; i++) {
    const char *from = g_utf8_offset_to_pointer(text, i);
    char *one = g_strndup(from, (gsize)(g_utf8_next_char(from) - from));
    PangoLayout *layout = lay(drawing, drawing->serif, PANGO_WEIGHT_BOLD, 100, one);
    PangoRectangle glyph;
    pango_layout_get_extents(layout, &glyph, NULL);
    double width = glyph.width / (double)PANGO_SCALE, height = glyph.height / (double)PANGO_SCALE;
    if (width > 0 && height > 0) {
      // Two characters are wider than high there, as in seals of a name.
      double tall = each * 0.92 / height, wide = room * (count > 1 ? 0.72 : 1) / width;
      double across = count > 1 ? wide : MIN(tall, wide), down = count > 1 ? tall : across;
      cairo_save(cairo);
      cairo_translate(
        cairo, x + seal_side / 2.0 - width * across / 2,
        top + each * ((double)i + 0.5) - height * down / 2);
      cairo_scale(cairo, across, down);
      cairo_translate(
        cairo, -glyph.x / (double)PANGO_SCALE, -glyph.y / (double)PANGO_SCALE);
      cairo_move_to(cairo, 0, 0);
      pango_cairo_layout_path(cairo, layout);
      cairo_restore(cairo);
      cairo_fill(cairo);
    }
    g_object_unref(layout);
    g_free(one);
  }
}

int jishi_card_draw(
  const char *path, int width, int height, const char *language, const char *title,
  const char *seller, const char *category, const char *price, const char *market,
  const char *seal) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  int is_han = strncmp(language, "zh", 2) == 0 || strncmp(language, "ja", 2) == 0;
  struct drawing drawing = {
    .cairo = cairo_create(surface),
    .language = pango_language_from_string(language),
    .serif = is_han ? serif_han : serif_latin,
    .sans = is_han ? sans_han : sans_latin,
  };
  cairo_font_options_t *options = cairo_font_options_create();
  // Pictures are scaled by whoever shows them: no shades for one kind of screen.
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(drawing.cairo, options);
  cairo_font_options_destroy(options);

  int inner = width - 2 * margin;
  fill(&drawing, paper, 0, 0, width, height);
  // The double rule of a woodblock page.
  fill(&drawing, ink, margin, rule_top, inner, 4);
  fill(&drawing, ink, margin, rule_top + 8, inner, 1.5);
  say(
    &drawing, drawing.sans, PANGO_WEIGHT_NORMAL, 28, ink_faint, category, margin, category_top + 20,
    inner, PANGO_ALIGN_LEFT);
  draw_title(&drawing, title, inner);

  fill(&drawing, line, margin, foot_line, inner, 2);
  double seal_left = width - margin - seal_side;
  draw_seal(&drawing, seal, seal_left, foot_middle - seal_side / 2.0);
  int name_room = inner / 3;
  int name_width = say(
    &drawing, drawing.serif, PANGO_WEIGHT_BOLD, 34, ink, market, seal_left - gap - name_room,
    foot_middle, name_room, PANGO_ALIGN_RIGHT);
  int words = (int)(seal_left - gap - name_width - gap * 2 - margin);
  say(
    &drawing, drawing.sans, PANGO_WEIGHT_NORMAL, 30, ink_quiet, seller, margin,
    foot_middle - (*price ? 30 : 0), words, PANGO_ALIGN_LEFT);
  say(
    &drawing, drawing.serif, PANGO_WEIGHT_BOLD, 42, ink, price, margin,
    foot_middle + (*seller ? 27 : 0), words,
    PANGO_ALIGN_LEFT);

  cairo_status_t drawn = cairo_status(drawing.cairo);
  cairo_destroy(drawing.cairo);
  cairo_status_t written = cairo_surface_write_to_png(surface, path);
  cairo_surface_destroy(surface);
  if (drawn != CAIRO_STATUS_SUCCESS) return 1;
  return written == CAIRO_STATUS_SUCCESS ? 0 : 2;
}
