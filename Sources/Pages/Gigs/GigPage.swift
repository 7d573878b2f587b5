import Theme
