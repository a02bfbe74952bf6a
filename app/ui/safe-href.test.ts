import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeHref, safePath } from './safe-href.ts'

describe('a safe link', () => {
  it.each([
    '/plan',
    '#doel-1',
    '?jaar=2026-2027',
    'https://www.lbbo.nl/x',
    'mailto:karin@regenboog.nl',
    'tel:0612345678',
    '',
  ])('lets %j through as it is', (link) => expect(safeHref(link)).toBe(link))

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://x/y',
    'file:///etc/passwd',
    'http://[',
    null,
    undefined,
  ])('refuses %j', (link) => expect(safeHref(link)).toBeNull())

  it('never lets a scheme through that could run something', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        expect(safeHref(`javascript:${rest}`)).toBeNull()
      }),
    )
  })
})

describe('a safe way back', () => {
  it.each([
    ['/plan?a=1#doel-1', '/plan?a=1#doel-1'],
    ['/', '/'],
    ['/a/../plan', '/plan'],
  ])('keeps %j on this site', (path, kept) => expect(safePath(path)).toBe(kept))

  it.each([
    '//elders.nl',
    '/\\elders.nl',
    '/\t/elders.nl',
    '/.//elders.nl',
    '/a/..//elders.nl',
    'https://elders.nl',
    'plan',
    '',
    null,
    undefined,
  ])('refuses %j', (path) => expect(safePath(path)).toBeNull())

  it('never leaves the site, whatever is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', 'a', '.', ':', '@', '?', '#') }),
        (text) => {
          const path = safePath(text)
          if (path !== null) expect(new URL(path, 'https://school.nl').host).toBe('school.nl')
        },
      ),
    )
  })
})
