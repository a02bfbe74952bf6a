import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRich } from '../../test/rich.ts'
import { parseRich, tidyRich, writeRich } from './rich.ts'
import { richOfRuns, runsOfRich } from './rich-lines.ts'

describe('a long text as runs in one piece', () => {
  it('has its points as lines', () => {
    const rich = parseRich('We **doen**:\n\n- kijken\n- praten\n  en lezen\n\n1. eerst')
    expect(
      runsOfRich(rich)
        .map(({ text }) => text)
        .join(''),
    ).toBe('We doen:\n\n- kijken\n- praten\n  en lezen\n\n1. eerst')
  })

  it('is read back as it was, whatever it is', () => {
    fc.assert(
      fc.property(anyRich, (rich) => {
        expect(richOfRuns(runsOfRich(rich))).toEqual(tidyRich(rich))
      }),
      { numRuns: 3000 },
    )
  })

  it('takes asterisks of somebody else as asterisks, and dashes as points', () => {
    expect(writeRich(richOfRuns([{ text: '- *a*\n- ' }, { text: 'b', bold: true }]))).toBe(
      '- \\*a\\*\n- **b**',
    )
  })
})
