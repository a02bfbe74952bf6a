import { describe, expect, test } from 'vitest'
import { ediGoal, petraTrack, regenboogPaper } from '../../test/paper.ts'
import type { Day } from '../kernel/day.ts'
import { termsFor } from '../kernel/language.ts'
import type { Block, Run } from '../paper/paper.ts'
import { besidesBelow } from './paper-below.ts'
import { layOut } from './paper-layout.ts'
import { paperText } from './paper-text.ts'
import type { PlanPaper } from './plan-paper.ts'

const inside = (block: Block): Block[] => (block.kind === 'box' ? block.blocks.flatMap(inside) : [block])
const said = (runs: readonly Run[]) => runs.map((run) => run.text ?? '…').join('')
const linesOf = (paper: PlanPaper, below = false) => {
  const document = layOut(paper)
  const shown = below ? besidesBelow(document, paperText(paper.language)) : document
  return shown.sheets
    .flatMap(({ blocks }) => blocks.flatMap(inside))
    .flatMap((block) => ('runs' in block ? said(block.runs) : []))
}

describe('the form on paper', () => {
  test('short fields run on in one paragraph, a field with several lines stands by itself', () => {
    const approach = 'Eerst kijken.\nDan doen.'
    const lines = linesOf(regenboogPaper({ teacherTracks: [{ ...petraTrack, approach }] }))
    expect(lines).toContain(`Aanpak: ${approach}`)
    expect(lines).toContain('Ondersteuning: Kees.')
    expect(
      linesOf(regenboogPaper()).some((line) =>
        line.startsWith(`Aanpak: ${petraTrack.approach} Ondersteuning:`),
      ),
    ).toBe(true)
  })

  test('a moment stands beside the evaluation, unless its text says that day already', () => {
    const goal = {
      ...ediGoal,
      evaluationDays: ['2026-11-26' as Day, '2027-06-24' as Day],
      evaluation: 'Op 26 november, samen.',
    }
    const lines = linesOf(regenboogPaper({ generalGoals: [goal] }))
    expect(lines.some((line) => line.endsWith('Evaluatie: Op 26 november, samen. (24 juni 2027)'))).toBe(true)
  })

  test('the words of the school are used, and those of the coordinator who learns too', () => {
    const track = { ...petraTrack, name: 'Karin', role: 'coordinator' as const, groups: null }
    const lines = linesOf(
      regenboogPaper({ terms: termsFor('nl', 'kc', 'leerkracht'), teacherTracks: [petraTrack, track] }),
    )
    expect(lines).toContain('Leerkracht Petra (groep 6)Goede instructie')
    expect(lines).toContain('Kwaliteitscoördinator KarinGoede instructie')
    expect(
      lines.some((line) =>
        line.startsWith('Inzet leerkracht: Twee uur per rapport. Inzet kwaliteitscoördinator:'),
      ),
    ).toBe(true)
  })

  test('what was seen and learned stands under the entry', () => {
    const evaluations = [
      {
        moment: 'mid' as const,
        saw: 'Rust.',
        learned: 'Samen werkt.',
        next: 'go-on' as const,
        adjust: null,
        sharedWith: null,
        reached: 'partly' as const,
      },
    ]
    const lines = linesOf(regenboogPaper({ generalGoals: [{ ...ediGoal, evaluations }] }))
    expect(lines.map((line) => line.trim())).toContain(
      'Terugblik halverwege: Wat we zagen: Rust. Wat we leerden: Samen werkt. Hoe verder: doorgaan. Bereikt: deels.',
    )
  })

  test('for Word all that stands beside a field comes in a line below', () => {
    const lines = linesOf(regenboogPaper(), true)
    expect(lines).toContain(ediGoal.title)
    expect(lines.map((line) => line.trim())).toContain(
      'Hangt aan: Goede instructie. Daarbij: 26 november 2026. Leercoördinator, preventief.',
    )
  })
})
