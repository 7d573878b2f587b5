#pragma once

// What we ask libvips about a picture that a stranger sent. Its own headers stay out of here: Swift
// would read all of GLib for them.

struct jishi_picture;

/// Once, before anything else. From then on only this loader of libvips can be had, such as
/// `jpegload`. 0, or -1: see `jishi_picture_complaint`.
int jishi_pictures_begin(const char *program, const char *loader);

/// Reads the header and no pixel. Formats that have pages show the first one, `scale` times as large.
/// NULL when it is not what the loader reads.
struct jishi_picture *jishi_picture_open(const char *path, const char *loader, double scale);
void jishi_picture_close(struct jishi_picture *picture);

int jishi_picture_width(const struct jishi_picture *picture);
int jishi_picture_height(const struct jishi_picture *picture);
int jishi_picture_pages(const struct jishi_picture *picture);
/// 0 for what is in the container of AVIF and is something else.
int jishi_picture_is_av1(const struct jishi_picture *picture);

/// Reads every pixel into memory: upright, in sRGB with 8 bits for each band, without what the file
/// says besides. -1 when anything of it is missing or broken.
int jishi_picture_decode(struct jishi_picture *picture);

/// Makes it this wide, which is not wider than it is.
int jishi_picture_narrow(struct jishi_picture *picture, int width);

int jishi_picture_write_webp(struct jishi_picture *picture, const char *path, int quality, int effort);
/// What can be seen through is white there.
int jishi_picture_write_jpeg(struct jishi_picture *picture, const char *path, int quality);
int jishi_picture_write_avif(struct jishi_picture *picture, const char *path, int quality, int effort);

/// Why the last call failed, as libvips says it.
const char *jishi_picture_complaint(void);
