import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOf, brokenIn, oneOf, partsOf, type Tree, treeOf } from '../../test/word/parts.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type LineChart, REFERENCE_LOOKS } from '../ui/chart.ts'
import { type Paper, plainText } from './paper.ts'
import { paperChart } from './paper-chart-make.ts'
import { makeWord } from './paper-word.ts'
import { readWordFile } from './word-file.ts'

const YEARS = ['2022', '2023', '2024', '2025', '2026']
const chartOf = (changes: Partial<LineChart> = {}): LineChart => ({
  id: 'standing',
  title: 'Een steeds groter deel haalt 1S/2F',
  told: 'Lijngrafiek. Van 45,1 % naar 52,6 %.',
  steps: YEARS.map((label) => ({ label, under: 'n 122' })),
  lines: [
    {
      name: 'Onze school',
      values: [45.081_967, 46.8, null, 51.2, 52.6],
      bands: YEARS.map((_, at) => ({ low: 40 + at, high: 60 })),
      few: [false, false, true, true, false],
    },
  ],
  behind: [],
  references: [
    { look: 'signal', name: 'Signaleringswaarde', values: [null, null, null, 43.5, 43.5] },
    { look: 'comparable', name: 'Vergelijkbare scholen', values: [null, null, null, 54.5, 57.2] },
    { look: 'national', name: 'Landelijk', values: YEARS.map(() => 57.5) },
    { look: 'ambition', name: 'Onze ambitie', values: YEARS.map(() => 58) },
  ],
  marks: [{ before: 2, text: 'vanaf hier doorstroomtoets', short: 'nieuw' }],
  scale: 'share',
  number: (value) => `${String(Math.round(10 * value) / 10).replace('.', ',')}\u00a0%`,
  ...changes,
})

const paperOf = (charts: readonly LineChart[], language: Language = 'nl'): Paper => ({
  title: 'Jaaranalyse',
  author: 'De Regenboog',
  language,
  head: '',
  foot: '',
  pageWords: { page: 'Pagina', of: 'van' },
  sheets: [
    {
      boxed: false,
      blocks: charts.flatMap((chart) => [
        {
          kind: 'picture',
          caption: plainText(chart.title),
          svg: '<svg/>',
          told: plainText(chart.told),
          chart: paperChart(chart, language),
        } as const,
        { kind: 'figures', caption: 'Op 1S/2F', head: ['Jaar', 'Samen'], rows: [] } as const,
      ]),
    },
  ],
})
const partsWith = async (chart: LineChart, language?: Language) =>
  partsOf(await makeWord(paperOf([chart], language)))
const chartPart = (parts: ReadonlyMap<string, string>, number = 1) =>
  treeOf(parts.get(`word/charts/chart${number}.xml`))

const valueIn = (tree: Tree, name: string) => oneOf(tree, name).values['val']
/** Number by step, as a chart keeps them. */
const pointsOf = (tree: Tree) =>
  Object.fromEntries(allOf(tree, 'c:pt').map(({ values, text }) => [values['idx'], text]))
const seriesOf = (tree: Tree) =>
  allOf(tree, 'c:ser').map((series) => ({
    name: oneOf(series, 'c:tx').children[0]?.children[1]?.text,
    steps: pointsOf(oneOf(series, 'c:cat')),
    points: pointsOf(oneOf(series, 'c:val')),
    count: valueIn(oneOf(series, 'c:numCache'), 'c:ptCount'),
    dash: valueIn(oneOf(series, 'c:spPr'), 'a:prstDash'),
    marker: valueIn(series, 'c:symbol'),
    labels: Object.fromEntries(
      allOf(series, 'c:dLbl').map((label) => [valueIn(label, 'c:idx'), oneOf(label, 'c:tx').text]),
    ),
    open: allOf(series, 'c:dPt').map((point) => valueIn(point, 'c:idx')),
  }))

describe('a chart in Word', () => {
  test('is a part of its own that Word finds, without a workbook, however many there are', async () => {
    const parts = await partsOf(await makeWord(paperOf([chartOf(), chartOf({ marks: [] }), chartOf()])))
    expect(brokenIn(parts)).toEqual([])
    const names = [...parts.keys()].filter((name) => /chart|drawing|embed/.test(name))
    expect(names.sort()).toEqual([
      'word/charts/_rels/chart1.xml.rels',
      'word/charts/_rels/chart3.xml.rels',
      'word/charts/chart1.xml',
      'word/charts/chart2.xml',
      'word/charts/chart3.xml',
      'word/drawings/drawing1.xml',
      'word/drawings/drawing2.xml',
    ])
    expect(parts.get('word/charts/chart1.xml')).not.toContain('externalData')
    for (const lost of [
      'word/charts/chart2.xml',
      'word/drawings/drawing2.xml',
      'word/charts/_rels/chart3.xml.rels',
    ])
      expect(brokenIn(new Map([...parts].filter(([name]) => name !== lost)))).not.toEqual([])
    const types = parts.get('[Content_Types].xml')
    expect(types?.match(/drawingml\.chart\+xml/g)).toHaveLength(3)
    expect(types?.match(/drawingml\.chartshapes\+xml/g)).toHaveLength(2)
  })

  test('has the values that are shown, and a gap where there is none', async () => {
    const tree = chartPart(await partsWith(chartOf()))
    const [own, signal, comparable, ...rest] = seriesOf(tree)
    expect(own).toMatchObject({
      name: 'Onze school',
      steps: { 0: '2022\nn 122', 4: '2026\nn 122' },
      points: { 0: '45.1', 1: '46.8', 3: '51.2', 4: '52.6' },
      count: '5',
      labels: { 0: '45,1', 1: '46,8', 3: '51,2', 4: '52,6' },
      open: ['3'],
    })
    expect(own?.points).not.toHaveProperty('2')
    expect(signal).toMatchObject({ name: 'Signaleringswaarde', points: { 3: '43.5', 4: '43.5' } })
    expect(signal?.labels).toEqual({ 4: '43,5' })
    expect(comparable?.points).toEqual({ 3: '54.5', 4: '57.2' })
    expect(rest.map(({ name }) => name)).toEqual(['Landelijk', 'Onze ambitie'])
    expect(valueIn(tree, 'c:dispBlanksAs')).toBe('gap')
    expect(allOf(tree, 'c:smooth').every(({ values }) => values['val'] === '0')).toBe(true)
    expect(oneOf(tree, 'c:title').text).toBe('Een steeds groter deel haalt 1S/2F')
    expect([valueIn(tree, 'c:min'), valueIn(tree, 'c:max'), valueIn(tree, 'c:majorUnit')]).toEqual([
      '40',
      '60',
      '5',
    ])
  })

  test('tells its series apart without colour, and names them beside it', async () => {
    const tree = chartPart(await partsWith(chartOf()))
    const series = seriesOf(tree)
    expect(series).toHaveLength(1 + REFERENCE_LOOKS.length)
    expect(new Set(series.map(({ dash }) => dash)).size).toBe(series.length)
    expect(new Set(series.map(({ marker }) => marker)).size).toBe(series.length)
    expect(allOf(tree, 'c:legend')).toHaveLength(1)
  })

  test('puts numbers that would lie over each other below each other', async () => {
    const tree = chartPart(await partsWith(chartOf()))
    const shifts = allOf(tree, 'c:ser').map((series) =>
      Number(allOf(series, 'c:manualLayout').map((layout) => valueIn(layout, 'c:y'))[0] ?? 0),
    )
    const [, signal = 0, comparable = 0, national = 0, ambition = 0] = shifts
    expect([signal, ambition]).toEqual([0, 0])
    expect(national).toBeGreaterThan(0)
    expect(comparable).toBeGreaterThan(national)
  })

  test('holds nothing of a point that is not shown, nor more of a number than is shown', async () => {
    const hidden = { ...chartOf().lines[0], name: 'Onze school' }
    const chart = chartOf({
      lines: [
        {
          ...hidden,
          values: [45.081_967, 46.8, null, 51.2, 52.6],
          bands: YEARS.map((_, at) => (at === 2 ? { low: 44.443, high: 54.447 } : { low: 42.222, high: 58 })),
        },
      ],
      steps: YEARS.map((label, at) => ({ label, under: at === 2 ? '' : 'n 122' })),
    })
    const parts = await partsWith(chart)
    const all = [...parts.values()].join('\n')
    for (const number of ['44.4', '44,4', '54.4', '54,4', '45.08', '45,08', '42.22', '42,22'])
      expect(all).not.toContain(number)
    const bands = oneOf(chartPart(parts), 'c:errBars')
    expect(pointsOf(oneOf(bands, 'c:minus'))).toEqual({ 0: '2.9', 1: '4.6', 3: '9', 4: '10.4' })
    expect(pointsOf(oneOf(bands, 'c:plus'))).toEqual({ 0: '12.9', 1: '11.2', 3: '6.8', 4: '5.4' })
    expect(seriesOf(chartPart(parts))[0]?.steps['2']).toBe('2024')
  })

  test('says in its own words what it shows to who does not see it, and stays with its table', async () => {
    const document = treeOf((await partsWith(chartOf())).get('word/document.xml'))
    expect(oneOf(document, 'wp:docPr').values).toMatchObject({
      title: 'Een steeds groter deel haalt 1S/2F',
      descr: 'Lijngrafiek. Van 45,1 % naar 52,6 %.',
    })
    const [chart, caption] = oneOf(document, 'w:body').children
    expect(allOf(chart as Tree, 'c:chart')).toHaveLength(1)
    expect(allOf(chart as Tree, 'w:keepNext')).toHaveLength(1)
    expect(caption?.text).toBe('Op 1S/2F')
  })

  test('writes its numbers and names in the language of the document', async () => {
    const english = { number: (value: number) => `${Math.round(10 * value) / 10}\u00a0%` }
    const tree = chartPart(await partsWith(chartOf(english), 'en'))
    expect(seriesOf(tree)[0]?.labels).toMatchObject({ 0: '45.1', 4: '52.6' })
    expect(valueIn(tree, 'c:lang')).toBe('en-GB')
    expect(new Set(allOf(tree, 'a:rPr').map(({ values }) => values['lang']))).toEqual(new Set(['en-GB']))
    expect(valueIn(chartPart(await partsWith(chartOf())), 'c:lang')).toBe('nl-NL')
  })

  test('has an upright where something begins: all the way where the line breaks, else up to the line', async () => {
    const shapes = async (values: readonly (number | null)[]) => {
      const [line] = chartOf().lines
      const parts = await partsWith(chartOf({ lines: line ? [{ ...line, values }] : [] }))
      return treeOf(parts.get('word/drawings/drawing1.xml'))
    }
    const [broken, whole] = [await shapes([45, 46, null, 51, 52]), await shapes([45, 46, 48, 51, 52])]
    const fromTo = (tree: Tree) =>
      ['cdr:from', 'cdr:to'].map((end) => ({
        x: Number(oneOf(oneOf(tree, end), 'cdr:x').text),
        y: Number(oneOf(oneOf(tree, end), 'cdr:y').text),
      }))
    expect(valueIn(oneOf(broken, 'cdr:cxnSp'), 'a:prstDash')).toBe('dash')
    expect(valueIn(oneOf(whole, 'cdr:cxnSp'), 'a:prstDash')).toBe('solid')
    const [[above, below], [line]] = [fromTo(broken), fromTo(whole)]
    expect(above?.x).toBe(below?.x)
    expect(above?.y).toBeLessThan(line?.y ?? 0)
    expect(line?.y).toBeLessThan(below?.y ?? 0)
    expect(oneOf(broken, 'cdr:txBody').text).toBe('vanaf hier doorstroomtoets')
    // between the second and the third of five steps, in the plot
    const plot = oneOf(chartPart(await partsWith(chartOf())), 'c:plotArea')
    const at = Number(valueIn(plot, 'c:x')) + (2 / 5) * Number(valueIn(plot, 'c:w'))
    expect(above?.x).toBeCloseTo(at, 3)
  })

  test('takes odd signs as text', async () => {
    const odd = '</c:v><script>&amp;"\' {counted-items-0} \u0000\u001F \uD800 \u202E 😀 مرحبا'
    const chart = chartOf({
      title: odd,
      told: odd,
      steps: YEARS.map(() => ({ label: odd, under: odd })),
      lines: chartOf().lines.map((line) => ({ ...line, name: odd })),
      references: chartOf().references.map((line) => ({ ...line, name: odd })),
      marks: [{ before: 1, text: odd, short: odd }],
    })
    const parts = await partsWith(chart)
    expect(brokenIn(parts)).toEqual([])
    const tree = chartPart(parts)
    expect(oneOf(tree, 'c:title').text).toBe(plainText(odd))
    expect(seriesOf(tree).map(({ name }) => name)).toEqual(Array.from({ length: 5 }, () => plainText(odd)))
    const { descr } = oneOf(treeOf(parts.get('word/document.xml')), 'wp:docPr').values
    expect(descr?.replace('\u2060', '')).toBe(plainText(odd))
    expect(oneOf(treeOf(parts.get('word/drawings/drawing1.xml')), 'cdr:txBody').text).toBe(plainText(odd))
  })

  test('any chart becomes one, with a number for each point that is shown and no other', async () => {
    const value = fc.option(fc.double({ min: 0, max: 100, noNaN: true }))
    const steps = fc.integer({ min: 1, max: 30 })
    const any = steps.chain((count) =>
      fc.record({
        values: fc.array(value, { minLength: count, maxLength: count }),
        beside: fc.array(value, { minLength: count, maxLength: count }),
        before: fc.integer({ min: -1, max: count + 1 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(any, async ({ values, beside, before }) => {
        const chart = chartOf({
          steps: values.map((_, at) => ({ label: String(at), under: '' })),
          lines: [{ name: 'Onze school', values, bands: values.map(() => ({ low: 0, high: 100 })) }],
          references: [{ look: 'signal', name: 'Signaleringswaarde', values: beside }],
          marks: [{ before, text: 'nieuw', short: 'nieuw' }],
        })
        const parts = await partsWith(chart)
        expect(brokenIn(parts)).toEqual([])
        const shown = (all: typeof values) => all.flatMap((one, at) => (one === null ? [] : [String(at)]))
        const series = seriesOf(chartPart(parts))
        expect(series.map(({ points }) => Object.keys(points))).toEqual([shown(values), shown(beside)])
        expect(parts.has('word/drawings/drawing1.xml')).toBe(before > 0 && before < values.length)
      }),
      { numRuns: 40 },
    )
  })

  test('is passed by when the file is read back: what stands around it is all there', async () => {
    const read = await readWordFile(Buffer.from(await makeWord(paperOf([chartOf(), chartOf()]))))
    if (isRefusal(read)) throw new Error(read.refused)
    const text = JSON.stringify(read)
    expect(text.match(/Op 1S\/2F/g)).toHaveLength(2)
    expect(text).not.toContain('Signaleringswaarde')
  })
})
