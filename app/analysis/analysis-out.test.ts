import { afterAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../../test/pdf-pages.ts'
import { allOf, brokenIn, oneOf, partsOf, treeOf } from '../../test/word/parts.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { LANGUAGES } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Block } from '../paper/paper.ts'
import { PdfPress } from '../paper/paper-pdf.ts'
import { makeWord } from '../paper/paper-word.ts'
import { readWordFile } from '../paper/word-file.ts'
import { type Analysis, LONGEST_WORDS, NO_WORDS, type PartWords } from './analysis.ts'
import { paperOf } from './analysis-out.ts'
import {
  EMPTY_PART,
  NUMBER_PARTS,
  PARTS,
  type PartName,
  type Report,
  type ReportChart,
  type ReportPart,
  type ReportTable,
} from './report.ts'

const press = new PdfPress()
afterAll(() => press.close())

const SUBJECTS = 10
const MOST_STORIES = 6
const SENTENCE = 'Rekenen, groep 8, doorstroomtoets, op 1S/2F 44,1 % in 2026: drie jaar op rij omhoog. '
/** The longest that is said of one year group. */
const RUN =
  'Begrijpend lezen, groep 8, doorstroomtoets, op 1F of hoger: vier jaar op rij omhoog, van 41,9 % in 2021–2022 naar 51,9 % in 2025–2026. Dat verschil kan toeval zijn. Weinig leerlingen: n 12 in 2021–2022.'
/** The longest that is told of one part of a talk. */
const SAID = `Mogelijk door: ${'We oefenen de tafels niet elke dag. '.repeat(4).slice(0, 80)}… (en nog 12)`

const WAS = 'was 261,9, n 44'
const table = (caption: string, rows: number, columns: number, was: string | null = WAS): ReportTable => ({
  caption,
  head: ['Vak', ...Array.from({ length: columns }, (_, at) => `Groep ${at + 3}`)],
  rows: Array.from({ length: rows }, (_, at) => ({
    name: `Technisch lezen ${at + 1}`,
    cells: Array.from({ length: columns }, () => ({ text: '262,4', n: 46, was })),
  })),
  note: SENTENCE.repeat(2),
})

const YEARS = ['2022', '2023', '2024', '2025', '2026']
const chart = (id: string): ReportChart => ({
  id,
  title: 'Een steeds groter deel haalt 1S/2F',
  told: 'Lijngrafiek. <Van> 45,1 % & naar "52,6 %".',
  steps: YEARS.map((label) => ({ label, under: 'n 122' })),
  lines: [
    {
      name: 'Onze school',
      values: [45.1, 46.8, 48.9, 51.2, 52.6],
      bands: YEARS.map(() => ({ low: 40, high: 60 })),
    },
  ],
  references: [
    { look: 'signal', name: 'Signaleringswaarde', values: YEARS.map(() => 43.5) },
    { look: 'ambition', name: 'Onze ambitie', values: YEARS.map(() => 58) },
  ],
  marks: [{ before: 2, text: 'vanaf hier doorstroomtoets', short: 'nieuwe toets' }],
})

const stories = (lines: number, said = SENTENCE) =>
  Array.from({ length: MOST_STORIES }, (_, at) => ({
    title: `${at + 1}. ${SENTENCE}`,
    under: 'Leerteam Rekenen',
    lines: Array.from({ length: lines }, () => said),
    href: '/trends/ambitions',
  }))

const part = (given: Partial<ReportPart>): ReportPart => ({ ...EMPTY_PART, ...given })

/** Every test that a school has, ten ambitions, ten talks and ten goals: more than one reads in an evening. */
const FULL: Report = {
  standing: part({
    sentences: [SENTENCE.repeat(3), SENTENCE.repeat(3)],
    charts: [chart('a'), chart('b')],
    tables: [table('Op 1S/2F', 5, 6, null), table('Op 1F', 5, 6, null)],
  }),
  subjects: part({
    sentences: Array.from({ length: 5 }, () => RUN),
    tables: [table('Doorstroomtoets', 3, 2), table('Eind', SUBJECTS, 6)],
  }),
  growth: part({ sentences: [SENTENCE], tables: [table('Groei', SUBJECTS, 6)] }),
  ambitions: part({ stories: stories(1) }),
  talks: part({ stories: stories(3, SAID).slice(0, 3) }),
  agreements: part({ stories: stories(2) }),
}
const EMPTY = Object.fromEntries(NUMBER_PARTS.map((name) => [name, EMPTY_PART])) as Report

const analysisOf = (report: Report, words: Partial<Record<PartName, Partial<PartWords>>> = {}): Analysis => {
  const version = { number: 1, takenAt: '2027-02-03T09:00:00.000Z' as Moment, sharedAt: null }
  return {
    id: newId<'analysis'>(),
    kind: 'year',
    schoolYear: '2025-2026' as SchoolYear,
    madeAt: version.takenAt,
    meetingId: null,
    versions: [version],
    version,
    reports: { nl: report, en: report },
    parts: Object.fromEntries(
      PARTS.map((name) => [name, { ...NO_WORDS, ...words[name] }]),
    ) as Analysis['parts'],
  }
}
const inEach = (given: Partial<PartWords>) => Object.fromEntries(PARTS.map((name) => [name, given]))
const paper = (analysis: Analysis) => paperOf({ analysis, language: 'nl', school: 'De Regenboog' })
const blocksOf = (analysis: Analysis): readonly Block[] =>
  paper(analysis).sheets.flatMap(({ blocks }) => blocks)
const headings = (analysis: Analysis) =>
  blocksOf(analysis).flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? block.runs.map(({ text }) => text) : [],
  )

describe('an analysis on paper', () => {
  test('of a full school with words at every part fits four pages', async () => {
    const words = 'Dit zien we ook in de klas. '.repeat(40).slice(0, LONGEST_WORDS)
    const pdf = await press.make(paper(analysisOf(FULL, inEach({ words }))))
    expect(pagesOf(pdf)).toBeLessThanOrEqual(4)
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  }, 60_000)

  test('has no heading of a part that is empty or left out', async () => {
    expect(headings(analysisOf(EMPTY))).toEqual([])
    expect(headings(analysisOf(FULL))).toEqual([
      'Waar staan we?',
      'Vak voor vak',
      'Groei',
      'Onze ambities',
      'Datagesprekken',
      'Wat we afspraken',
    ])
    const some = analysisOf(
      { ...EMPTY, growth: FULL.growth },
      { closing: { words: 'Door.' }, growth: { isIn: false } },
    )
    expect(headings(some)).toEqual(['Wat we meenemen'])
    expect(headings(analysisOf(EMPTY, { talks: { words: 'Volgt in mei.' } }))).toEqual(['Datagesprekken'])
    expect(pagesOf(await press.make(paper(analysisOf(EMPTY))))).toBe(1)
  }, 60_000)

  test('says the day of its numbers, and that it was not shared', () => {
    const made = paper(analysisOf(FULL))
    expect(JSON.stringify(made.sheets)).toContain('Stand van 3 februari 2027')
    expect(made.head).toBe('Nog niet gedeeld')
  })

  test('draws its charts in PDF with words for who does not see them', () => {
    const pictures = blocksOf(analysisOf(FULL)).flatMap((block) => (block.kind === 'picture' ? [block] : []))
    expect(pictures).toHaveLength(2)
    expect(pictures[0]?.told).toContain('45,1 %')
    expect(pictures[0]?.svg).toMatch(/^<\?xml[^]*Draad Sans[^]*58[^]*<\/svg>\s*$/)
  })

  test('has the same charts in Word, above the same numbers, in both languages', async () => {
    for (const language of LANGUAGES) {
      const made = paperOf({ analysis: analysisOf(FULL), language, school: 'De Regenboog' })
      const parts = await partsOf(await makeWord(made))
      expect(brokenIn(parts)).toEqual([])
      const shown = language === 'nl' ? '45,1' : '45.1'
      for (const number of [1, 2]) {
        const tree = treeOf(parts.get(`word/charts/chart${number}.xml`))
        const series = allOf(tree, 'c:ser')
        expect(oneOf(tree, 'c:title').text).toBe('Een steeds groter deel haalt 1S/2F')
        expect(series.map((one) => oneOf(one, 'c:tx').text)).toEqual([
          expect.stringContaining('Onze school'),
          expect.stringContaining('Signaleringswaarde'),
          expect.stringContaining('Onze ambitie'),
        ])
        expect(allOf(series[0] ?? tree, 'c:dLbl').map(({ text }) => text)[0]).toContain(shown)
      }
      const told = allOf(treeOf(parts.get('word/document.xml')), 'wp:docPr').map(
        ({ values }) => values['descr'],
      )
      expect(told).toEqual(FULL.standing.charts.map((one) => one.told))
    }
  })

  test('in Word has its numbers in tables that our own reader knows', async () => {
    const read = await readWordFile(Buffer.from(await makeWord(paper(analysisOf(FULL)))))
    if (isRefusal(read)) throw new Error(read.refused)
    const text = JSON.stringify(read)
    for (const said of ['Jaaranalyse 2025–2026', 'Technisch lezen 10', '262,4', 'n 46', 'was 261,9, n 44'])
      expect(text).toContain(said)
    expect(text).not.toContain('Signaleringswaarde')
  })

  test('takes hostile words and names as text, in both languages', async () => {
    const hostile = '</text><script>alert(1)</script> #import "x" ]) \\ \u0000 \uD800 \u202E 😀 مرحبا & "'
    const report: Report = {
      ...EMPTY,
      standing: part({
        sentences: [hostile],
        charts: [
          { ...chart('x'), title: hostile, told: hostile, steps: [{ label: hostile, under: hostile }] },
        ],
        tables: [
          {
            caption: hostile,
            head: [hostile, hostile],
            rows: [{ name: hostile, cells: [{ text: hostile, n: 5, was: hostile }] }],
            note: hostile,
          },
        ],
      }),
      talks: part({
        stories: [{ title: hostile, under: hostile, lines: [hostile], href: 'javascript:alert(1)' }],
      }),
    }
    const analysis = analysisOf(report, inEach({ words: hostile }))
    for (const language of LANGUAGES) {
      const made = paperOf({ analysis, language, school: hostile })
      expect(pagesOf(await press.make(made))).toBeGreaterThan(0)
      expect((await makeWord(made)).length).toBeGreaterThan(1000)
    }
  }, 60_000)
})
