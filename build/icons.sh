#!/bin/sh
# Renders the pictures of assets/ from their SVG sources; run it after drawing, and commit what it makes.
# Needs rsvg-convert (librsvg2-bin) and convert (imagemagick).
set -eu
cd "$(dirname "$0")/../assets"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A macOS template image is black with alpha; the menu bar gives it its colour.
echo '.ink { fill: #000 } .line { stroke: #000 }' >"$work/template.css"

for source in tray/*.svg; do
  name=${source%.svg}
  rsvg-convert -w 22 -o "$name.png" "$source"
  rsvg-convert -w 44 -o "$name@2x.png" "$source"
  rsvg-convert -w 22 -s "$work/template.css" -o "${name}Template.png" "$source"
  rsvg-convert -w 44 -s "$work/template.css" -o "${name}Template@2x.png" "$source"
  # Windows chooses the size that its scale asks for.
  for size in 16 20 24 32 48; do rsvg-convert -w "$size" -o "$work/$size.png" "$source"; done
  convert "$work/16.png" "$work/20.png" "$work/24.png" "$work/32.png" "$work/48.png" "$name.ico"
done

rsvg-convert -w 512 -o icons/icon.png icons/icon.svg
# The largest size of macOS.
rsvg-convert -w 1024 -o icons/icon-1024.png icons/icon.svg
