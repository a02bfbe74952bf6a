#!/usr/bin/env python3
"""Makes the four font files of the product from the variable fonts of Fontsource.

Needs fonttools and brotli (Debian: python3-fonttools, python3-brotli) and the two packages unpacked:

    npm pack @fontsource-variable/source-serif-4@5.3.1 @fontsource-variable/atkinson-hyperlegible-next@5.3.0
    python3 tools/subset-fonts.py FOLDER_WITH_THEIR_WOFF2_FILES browser/style/fonts

A page in Dutch or English fetches the two `normal` files; the two `names` files come only where a name asks for
them (unicode-range in tokens.css). Weights are narrowed to what the style sheets use, optical size is pinned.
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LATIN = [
    *range(0x20, 0x7F),
    *map(ord, '\u00a0¡£§©«°²³·»½¿×÷'),
    *(code for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7)),
    *map(ord, '\u2011–—‘’‚“”„•…‹›€−'),
]
# Turkish, Polish, Czech, Slovak, Croatian, Hungarian, Romanian, Lithuanian, Latvian, Sorbian and French names.
NAMES = [*map(ord, 'ĞğıİŞşĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžĐđŐőŰűĂăȘșȚțĀāĒēĪīŪūĖėĮįŲųĢģĶķĻļŅņŒœŸ')]

SERIF = {'wght': (400, 600), 'opsz': 20}
SANS = {'wght': (400, 600)}
FILES = [
    ('source-serif-4-latin-opsz-normal.woff2', 'source-serif-normal.woff2', SERIF, LATIN),
    ('source-serif-4-latin-ext-opsz-normal.woff2', 'source-serif-names.woff2', SERIF, NAMES),
    ('atkinson-hyperlegible-next-latin-wght-normal.woff2', 'atkinson-normal.woff2', SANS, LATIN),
    ('atkinson-hyperlegible-next-latin-ext-wght-normal.woff2', 'atkinson-names.woff2', SANS, NAMES),
]


def options():
    chosen = Options()
    chosen.flavor = 'woff2'
    chosen.layout_features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'tnum']
    chosen.hinting = False
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    chosen.notdef_outline = True
    return chosen


def make(source, target, axes, codes):
    font = TTFont(source)
    subsetter = Subsetter(options())
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font = instantiateVariableFont(font, axes)
    font.flavor = 'woff2'
    font.save(target)
    return target.stat().st_size


def main(sources, targets):
    total = 0
    for source, target, axes, codes in FILES:
        size = make(sources / source, targets / target, axes, codes)
        total += size
        print(f'{target} {size} bytes')
    print(f'together {total} bytes')


if __name__ == '__main__':
    main(Path(sys.argv[1]), Path(sys.argv[2]))
