#pragma once

/// Draws the picture that stands for a page where its address is shared: ink on paper and one seal.
/// All texts are UTF-8; an empty one leaves its place empty. `language` is a tag such as zh-CN, which
/// decides how characters are drawn that several languages share. PNG. 0, or what failed: 1 memory,
/// 2 the file.
int jishi_card_draw(
  const char *path, int width, int height, const char *language, const char *title,
  const char *seller, const char *category, const char *price, const char *market,
  const char *seal);
