import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { anyPaper, regenboogPaper } from '../../test/paper.ts'
import { closePress } from '../paper/paper-pdf.ts'
import type { Block, Paper, Run } from '../paper/paper.ts'
import { layOut } from './paper-layout.ts'
import { planAsPdf } from './pdf-out.ts'

afterAll(closePress)

const runsOf = (block: Block): readonly Run[] =>
  block.kind === 'box'
    ? block.blocks.flatMap(runsOf)
    : block.kind === 'list'
      ? block.items.flat()
      : 'runs' in block
        ? block.runs
        : []
const textOf = (paper: Paper) =>
  paper.sheets
    .flatMap((sheet) => sheet.blocks.flatMap(runsOf))
    .map((run) => run.text ?? '')
    .join(' ')

test('any plan, however odd its texts, becomes a tagged PDF', async () => {
  await fc.assert(
    fc.asyncProperty(anyPaper, async (paper) => {
      const pdf = Buffer.from(await planAsPdf(paper)).toString('latin1')
      expect(pdf).toContain('/StructTreeRoot')
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('the pages hold the form in the order of Figuur 1, then the overview, then the adoption sheet', () => {
  const text = textOf(layOut(regenboogPaper()))
  const order = [
    'Uitgangspunten en principes',
    'Algemene doelen',
    'Schoolteam',
    'Petra',
    'Leerteam Lezen',
    'Jaaroverzicht',
    'Vaststelling',
  ]
  const places = order.map((one) => text.indexOf(one))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((one, other) => one - other))
})

test('a draft says concept in head, foot and under the title', () => {
  const draft = layOut(regenboogPaper({ phase: 'draft', version: null, adoption: null }))
  expect(draft.head).toBe('Concept')
  expect(draft.foot).toContain('concept')
  expect(textOf(draft)).toContain('Concept. Gemaakt op 19 november 2026.')
})
