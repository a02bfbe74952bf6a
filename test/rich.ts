import fc from 'fast-check'
import type { Block, RichText, Run } from '../app/kernel/rich.ts'

const SIGNS = [
  '*',
  '**',
  '***',
  '[',
  ']',
  '](',
  '](https://a.nl)',
  '[b](mailto:b@a.nl)',
  '\\',
  '\\\\',
  '- ',
  '-',
  '• ',
  '1. ',
  '2. ',
  '\n',
  '\n\n',
  '  ',
  ' ',
  'a',
  '7',
  'é',
  '.',
  '(',
  ')',
  '\u2028',
  '\r\n',
  '😀',
  '\ud800',
  '**b**',
]
const sign = fc.constantFrom(...SIGNS)
/** Texts of signs that mean something here, in any order. */
export const anySigns = fc.array(sign, { maxLength: 24 }).map((parts) => parts.join(''))
export const anyTypedText = fc.oneof(anySigns, fc.string({ unit: 'binary' }), fc.lorem())
const href = fc.constantFrom(
  'https://a.nl',
  'http://b.nl/c_(d)?e=[f]',
  'mailto:petra@a.nl',
  'javascript:alert(1)',
)
const run: fc.Arbitrary<Run> = fc.record(
  { text: anyTypedText, bold: fc.constant(true as const), italic: fc.constant(true as const), href },
  { requiredKeys: ['text'] },
)
const runs = fc.array(run, { maxLength: 5 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constantFrom('bullets' as const, 'numbers' as const),
    items: fc.array(runs, { maxLength: 3 }),
  }),
)
/** Long texts as an editor could hold them, and worse. */
export const anyRich: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 5 })
