import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { anyPaper, ediGoal, petraTrack, regenboogPaper } from '../../test/paper.ts'
import { anyRich } from '../../test/rich.ts'
import { writeRich } from '../kernel/rich.ts'
import { coverOf } from '../paper/font-cover.ts'
import { fontFiles } from '../paper/font-files.ts'
import { type Block, type Paper, plainText, type Run } from '../paper/paper.ts'
import { closePress } from '../paper/paper-pdf.ts'
import { shownJson } from '../paper/paper-shown.ts'
import { openTypesetter } from '../paper/typst.ts'
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

// The native build refuses what breaks PDF/UA-1; where it is missing no such check can be made.
test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'any plan, however odd its texts, keeps to PDF/UA-1 at the first try',
  async () => {
    const typesetter = await openTypesetter('native')
    const covers = coverOf(fontFiles())
    fc.assert(
      fc.property(anyPaper, (paper) => {
        const pdf = Buffer.from(typesetter.typeset(shownJson(layOut(paper), covers))).toString('latin1')
        expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
      }),
      { numRuns: 200 },
    )
  },
  60_000,
)

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'long texts with any lists, looks and links keep to PDF/UA-1',
  async () => {
    const typesetter = await openTypesetter('native')
    const covers = coverOf(fontFiles())
    const written = anyRich.map((rich) => plainText(writeRich(rich)))
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 4, maxLength: 4 }),
        ([title = '', approach = '', goal = '', saw = '']) => {
          const evaluations = [
            {
              moment: 'mid' as const,
              saw,
              learned: goal,
              next: null,
              adjust: null,
              sharedWith: null,
              reached: null,
            },
          ]
          const paper = regenboogPaper({
            principles: [title],
            generalGoals: [{ ...ediGoal, title, approach, pupilsAndParents: saw, evaluations }],
            teacherTracks: [{ ...petraTrack, approach, goal, evaluations }],
          })
          const pdf = Buffer.from(typesetter.typeset(shownJson(layOut(paper), covers))).toString('latin1')
          expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
        },
      ),
      { numRuns: 60 },
    )
  },
  60_000,
)

test('lists and links are tagged; the address of a link is an address', async () => {
  const approach =
    'We doen:\n\n- **dit**, zie [de site](https://regenboog.example/a?b=c&d=e)\n- dat\n\n1. eerst'
  const pdf = Buffer.from(
    await planAsPdf(regenboogPaper({ teacherTracks: [{ ...petraTrack, approach }] })),
  ).toString('latin1')
  expect(pdf).toContain('(https://regenboog.example/a?b=c&d=e)')
  for (const tag of ['/Link', '/LI', '/Lbl', '/LBody']) expect(pdf).toContain(tag)
})

test('the plan comes out of the worker as a tagged PDF', async () => {
  const pdf = Buffer.from(await planAsPdf(regenboogPaper())).toString('latin1')
  expect(pdf).toContain('/StructTreeRoot')
})

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
