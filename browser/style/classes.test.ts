import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Classes that a script of somebody else puts on the page. */
const FROM_ELSEWHERE = new Set(['turbo-progress-bar', 'ProseMirror-separator'])

function sourcesUnder(folder: string, pattern: RegExp) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
}

/** Every class that a selector of a style sheet names. */
function styledClasses() {
  const rules = sourcesUnder('browser/style', /\.css$/).map((sheet) =>
    sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/url\([^)]*\)|"[^"]*"/g, ''),
  )
  const selectors = rules.flatMap((sheet) =>
    [...sheet.matchAll(/([^{};]+)\{/g)].map((found) => found[1] ?? ''),
  )
  return new Set(
    selectors.flatMap((selector) =>
      [...selector.matchAll(/\.(-?[a-z][\w-]*)/gi)].map((found) => found[1] ?? ''),
    ),
  )
}

/** Every word inside quotes in what makes pages: where a class could be named. */
function quotedWords() {
  const sources = [...sourcesUnder('app', /\.tsx?$/), ...sourcesUnder('browser', /\.ts$/)]
  const quoted = sources.flatMap((source) => source.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? [])
  return new Set(quoted.flatMap((text) => text.slice(1, -1).split(/[^\w-]+/)))
}

/** Every class that stands literally in a `class="…"`. */
function writtenClasses() {
  const sources = sourcesUnder('app', /\.tsx$/)
  const found = sources.flatMap((source) =>
    [...source.matchAll(/\bclass="([^"]*)"/g)].map((match) => match[1] ?? ''),
  )
  return new Set(found.flatMap((names) => names.split(/\s+/)).filter((name) => /^[\w-]+$/.test(name)))
}

describe('the style sheets', () => {
  it('style nothing that no page has', () => {
    const words = quotedWords()
    const unused = [...styledClasses()].filter((name) => !words.has(name) && !FROM_ELSEWHERE.has(name))
    expect(unused).toEqual([])
  })

  it('know every class that a page names', () => {
    const styled = styledClasses()
    expect([...writtenClasses()].filter((name) => !styled.has(name))).toEqual([])
  })

  it('stay within three hundred lines each', () => {
    for (const sheet of sourcesUnder('browser/style', /\.css$/))
      expect(sheet.split('\n').length).toBeLessThanOrEqual(300)
  })
})

describe('the fonts', () => {
  const fonts = readdirSync(join(ROOT, 'browser/style/fonts')).filter((file) => file.endsWith('.woff2'))

  it('are all named by the style sheets, and weigh at most 60 kB together', () => {
    const tokens = readFileSync(join(ROOT, 'browser/style/tokens.css'), 'utf8')
    for (const font of fonts) expect(tokens).toContain(font)
    const bytes = fonts.map((font) => readFileSync(join(ROOT, 'browser/style/fonts', font)).length)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000)
  })
})
