#include "CVips.h"

#include <stdio.h>
#include <string.h>
#include <vips/vips.h>

struct jishi_picture {
  VipsImage *image;
};

static void replace(struct jishi_picture *picture, VipsImage *image) {
  g_object_unref(picture->image);
  picture->image = image;
}

int jishi_pictures_begin(const char *program, const char *loader) {
  // No memory that can be written and executed: services forbid it, where the library would end the
  // process, and hostile bytes would like it.
  g_setenv("VIPS_NOVECTOR", "1", TRUE);
  if (VIPS_INIT(program)) return -1;
  // All that reads from files is shut, those that libvips adds some day too, and one is opened again.
  vips_block_untrusted_set(TRUE);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  GType type = vips_type_find("VipsForeignLoad", loader);
  if (type == 0) {
    vips_error("jishi", "there is no %s", loader);
    return -1;
  }
  vips_operation_block_set(g_type_name(type), FALSE);
  // A job is over before anything could be asked for twice.
  vips_cache_set_max(0);
  vips_concurrency_set(2);
  return 0;
}

struct jishi_picture *jishi_picture_open(const char *path, const char *loader, double scale) {
  VipsImage *image = NULL;
  int failed;
  if (strcmp(loader, "pdfload") == 0)
    failed = vips_call(loader, path, &image, "page", 0, "n", 1, "scale", scale, NULL);
  else
    failed = vips_call(
      loader, path, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
  if (failed) return NULL;
  struct jishi_picture *picture = g_new0(struct jishi_picture, 1);
  picture->image = image;
  return picture;
}

void jishi_picture_close(struct jishi_picture *picture) {
  g_object_unref(picture->image);
  g_free(picture);
}

int jishi_picture_width(const struct jishi_picture *picture) {
  return vips_image_get_width(picture->image);
}

int jishi_picture_height(const struct jishi_picture *picture) {
  return vips_image_get_page_height(picture->image);
}

int jishi_picture_pages(const struct jishi_picture *picture) {
  return vips_image_get_n_pages(picture->image);
}

int jishi_picture_is_av1(const struct jishi_picture *picture) {
  const char *name = NULL;
  if (!vips_image_get_typeof(picture->image, "heif-compression")) return 0;
  if (vips_image_get_string(picture->image, "heif-compression", &name)) return 0;
  return strcmp(name, "av1") == 0;
}

// Each step makes a picture of the one before, or fails.

static int to_srgb(VipsImage *from, VipsImage **to) {
  if (vips_image_get_typeof(from, VIPS_META_ICC_NAME)) {
    if (!vips_icc_transform(
          from, to, "srgb", "embedded", TRUE, "intent", VIPS_INTENT_PERCEPTUAL, "depth", 8, NULL))
      return 0;
    // A profile that says nothing sensible is as good as none.
    vips_error_clear();
  }
  return vips_colourspace(from, to, VIPS_INTERPRETATION_sRGB, NULL);
}

static int to_eight_bits(VipsImage *from, VipsImage **to) {
  if (from->BandFmt == VIPS_FORMAT_UCHAR) return vips_copy(from, to, NULL);
  return vips_cast_uchar(from, to, NULL);
}

static int into_memory(VipsImage *from, VipsImage **to) {
  return (*to = vips_image_copy_memory(from)) ? 0 : -1;
}

static int turned(VipsImage *from, VipsImage **to) {
  VipsImage *upright = NULL;
  if (vips_autorot(from, &upright, NULL)) return -1;
  int failed = into_memory(upright, to);
  g_object_unref(upright);
  return failed;
}

static void *forget(VipsImage *image, const char *field, GValue *value, void *unused) {
  (void)image, (void)value;
  GSList **fields = unused;
  *fields = g_slist_prepend(*fields, g_strdup(field));
  return NULL;
}

/// What the file says besides its pixels: where it was taken, by whom, with what.
static int bare(VipsImage *from, VipsImage **to) {
  if (vips_copy(from, to, NULL)) return -1;
  GSList *fields = NULL;
  vips_image_map(*to, (VipsImageMapFn)forget, &fields);
  // Those of the pixels themselves cannot be removed, and stay.
  for (GSList *field = fields; field; field = field->next) vips_image_remove(*to, field->data);
  g_slist_free_full(fields, g_free);
  return 0;
}

typedef int (*step)(VipsImage *from, VipsImage **to);

static int take(struct jishi_picture *picture, step step) {
  VipsImage *image = NULL;
  if (step(picture->image, &image)) return -1;
  replace(picture, image);
  return 0;
}

int jishi_picture_decode(struct jishi_picture *picture) {
  // Turning needs all of it; so do the renditions, and a fault at its end must be known before them.
  if (take(picture, to_srgb) || take(picture, to_eight_bits)) return -1;
  if (take(picture, into_memory)) return -1;
  int orientation = vips_image_get_orientation(picture->image);
  if (orientation > 1 && take(picture, turned)) return -1;
  return take(picture, bare);
}

int jishi_picture_narrow(struct jishi_picture *picture, int width) {
  if (width == picture->image->Xsize) return 0;
  VipsImage *narrow = NULL, *image = NULL;
  if (vips_thumbnail_image(
        picture->image, &narrow, width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN,
        "no_rotate", TRUE, NULL))
    return -1;
  int failed = into_memory(narrow, &image);
  g_object_unref(narrow);
  if (failed) return -1;
  replace(picture, image);
  return take(picture, bare);
}

/// libvips 8.14 puts an EXIF of its own into every WebP, whatever it is asked (its issue 3340). Takes out
/// what is no part of the picture; how many bytes remain.
static size_t without_notes(unsigned char *bytes, size_t count) {
  size_t kept = 12;
  for (size_t place = 12; place + 8 <= count;) {
    unsigned char *part = bytes + place;
    size_t size = part[4] | part[5] << 8 | part[6] << 16 | (size_t)part[7] << 24;
    size = MIN(8 + size + (size & 1), count - place);
    place += size;
    if (memcmp(part, "EXIF", 4) == 0 || memcmp(part, "XMP ", 4) == 0) continue;
    // Among the marks of what follows are those of both.
    if (memcmp(part, "VP8X", 4) == 0 && size > 8) part[8] &= (unsigned char)~0x0C;
    memmove(bytes + kept, part, size);
    kept += size;
  }
  for (int i = 0; i < 4; i++) bytes[4 + i] = (unsigned char)((kept - 8) >> (8 * i));
  return kept;
}

int jishi_picture_write_webp(
  struct jishi_picture *picture, const char *path, int quality, int effort) {
  void *bytes = NULL;
  size_t count = 0;
  if (vips_webpsave_buffer(
        picture->image, &bytes, &count, "Q", quality, "effort", effort, "smart_subsample", TRUE,
        "strip", TRUE, NULL))
    return -1;
  if (count >= 12) count = without_notes(bytes, count);
  FILE *file = fopen(path, "wb");
  int failed = !file || fwrite(bytes, 1, count, file) != count;
  if (file && fclose(file)) failed = 1;
  g_free(bytes);
  if (failed) vips_error("jishi", "%s cannot be written", path);
  return failed ? -1 : 0;
}

int jishi_picture_write_jpeg(struct jishi_picture *picture, const char *path, int quality) {
  VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
  int failed = vips_jpegsave(
    picture->image, path, "Q", quality, "interlace", TRUE, "optimize_coding", TRUE, "strip", TRUE,
    "background", white, NULL);
  vips_area_unref(VIPS_AREA(white));
  return failed;
}

int jishi_picture_write_avif(
  struct jishi_picture *picture, const char *path, int quality, int effort) {
  return vips_heifsave(
    picture->image, path, "Q", quality, "effort", effort, "bitdepth", 8, "compression",
    VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "strip", TRUE, NULL);
}

const char *jishi_picture_complaint(void) { return vips_error_buffer(); }
