import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRich } from '../../test/rich.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { writeRich } from '../kernel/rich.ts'
import { coverOf } from '../paper/font-cover.ts'
import { fontFiles } from '../paper/font-files.ts'
import { plainText } from '../paper/paper.ts'
import { shownJson } from '../paper/paper-shown.ts'
import { makeWord } from '../paper/paper-word.ts'
import { openTypesetter } from '../paper/typst.ts'
import { openZip } from '../paper/zip-in.ts'
import { minutesPaper } from './minutes-paper-view.ts'
import type { Part } from './minutes-part-view.ts'
import type { Story, StoryItem } from './minutes-story-view.ts'

const story = (items: readonly StoryItem[], rest: Partial<Story> = {}): Story => ({
  title: 'Notulen: Teamvergadering',
  under: 'De Regenboog, donderdag 26 november 2026',
  facts: [{ label: 'Waar', text: 'Teamkamer' }],
  thereSentence: '5 van de 6 collega’s met een stem waren erbij.',
  presence: [['Petra', 'in de zaal', 'kwam om 15.43 uur']],
  presenceLines: [],
  items,
  actions: [['Bram', 'Leeslijst maken', '3 december 2026']],
  carried: ['Het plan als geheel'],
  note: [],
  closing: ['Versie 1.0 van het begeleidingsplan is in deze vergadering verzegeld.'],
  corrections: [],
  ...rest,
})
const item = (parts: readonly Part[], rest: Partial<StoryItem> = {}): StoryItem => ({
  id: 'a',
  title: 'Principe 1',
  under: 'om te besluiten',
  parts,
  corrections: [],
  ...rest,
})
const paperOf = (told: Story) =>
  minutesPaper({
    story: told,
    school: 'De Regenboog',
    standing: 'concept',
    sha256: 'ab'.repeat(32),
    language: 'nl',
  })

async function wordOf(told: Story) {
  const zip = await openZip(Buffer.from(await makeWord(paperOf(told))))
  if (isRefusal(zip)) throw new Error(zip.refused)
  const xml = (await buffer(zip.read('word/document.xml'))).toString('utf8')
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:(?:t|delText) [^>]*>([^<]*)<\/w:(?:t|delText)>/g)]
        .map(([, text]) => text)
        .join(''),
    )
}

describe('minutes on paper', () => {
  it('tell what came and what went in words, beside drawing it', async () => {
    const before = 'We delen alles.'
    const after = 'We delen wat de ander helpt, klein en groot.'
    const lines = await wordOf(story([item([{ is: 'change', label: 'Ronde 2', before, after }])]))
    expect(lines).toContain('Erbij gekomen: “wat de ander helpt, klein en groot”')
    expect(lines).toContain('Weggehaald: “alles”')
  })

  it('hold who was there and who does what as tables, and each correction at its place and at the end', async () => {
    const correction = {
      title: 'Correctie 1',
      at: 'Bij: Principe 1',
      what: 'Youssef was er.',
      why: 'Waarom: niet gezien.',
      signed: 'Getekend door Anouk.',
    }
    const told = story([item([], { corrections: [correction] })], { corrections: [correction] })
    const lines = await wordOf(told)
    expect(lines).toEqual(expect.arrayContaining(['Naam', 'Petra', 'Wie', 'Bram', '3 december 2026']))
    expect(lines.filter((line) => line.includes('Youssef was er.'))).toHaveLength(2)
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  anyRich.map((rich) => plainText(writeRich(rich))),
  fc.constantFrom('', ' ', '\u202E', '- ', '#let x = 1', '*\\', '$x$', '</w:t>'),
)
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ is: fc.constant('rich' as const), label: fc.option(anyText), text: anyText }),
  fc.record({ is: fc.constant('change' as const), label: anyText, before: anyText, after: anyText }),
  fc.record({ is: fc.constant('line' as const), label: fc.option(anyText), text: anyText }),
  fc.record({
    is: fc.constant('points' as const),
    label: anyText,
    points: fc.array(anyText, { maxLength: 3 }),
  }),
  fc.record({ is: fc.constant('outcome' as const), label: anyText, text: anyText }),
)
const anyStory = fc
  .tuple(anyText, fc.array(fc.tuple(anyText, fc.array(anyPart, { maxLength: 4 })), { maxLength: 3 }), anyText)
  .map(([title, items, what]) =>
    story(
      items.map(([heading, parts]) => item(parts, { title: heading })),
      { title, actions: [['Bram', what, '']], note: [], carried: [what], closing: [what] },
    ),
  )

// The native build refuses what breaks PDF/UA-1; where it is missing no such check can be made.
it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'any minutes, however odd their texts, keep to PDF/UA-1',
  async () => {
    const typesetter = await openTypesetter('native')
    const covers = coverOf(fontFiles())
    fc.assert(
      fc.property(anyStory, (told) => {
        const pdf = Buffer.from(typesetter.typeset(shownJson(paperOf(told), covers))).toString('latin1')
        expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
      }),
      { numRuns: 100 },
    )
  },
  60_000,
)

it('any minutes become a Word file that can be opened', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (told) => {
      expect((await wordOf(told)).length).toBeGreaterThan(10)
    }),
    { numRuns: 30 },
  )
})
