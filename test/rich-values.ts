import fc from 'fast-check'
import { type RichText, writeRich } from '../app/kernel/rich.ts'

const words = fc
  .array(
    fc.constantFrom(
      'taal',
      'lezen',
      'Bram',
      '12',
      '*',
      '[',
      '\\',
      '-',
      '1.',
      'é',
      '👩‍🏫',
      ' ',
      '  ',
      '\n',
      'groep',
      ':',
      ')',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))

const run = fc.record(
  {
    text: words,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constantFrom('https://example.org/a_(b)', 'mailto:karin@regenboog.example'),
  },
  { requiredKeys: ['text'] },
)
const runs = fc.array(run, { minLength: 1, maxLength: 4 })
const block = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constantFrom('bullets' as const, 'numbers' as const),
    items: fc.array(runs, { minLength: 1, maxLength: 4 }),
  }),
)

/** Any text that people could write in the editor. */
export const richTexts: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 5 })

/** Any text in its stored form. */
export const storedTexts = richTexts.map(writeRich)
