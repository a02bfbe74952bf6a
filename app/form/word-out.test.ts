import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPaper, asReadBack, ediGoal, petraTrack, regenboogPaper } from '../../test/paper.ts'
import { anyRich } from '../../test/rich.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { parseRich, writeRich } from '../kernel/rich.ts'
import { plainText } from '../paper/paper.ts'
import { readWordFile } from '../paper/word-file.ts'
import { readWordMarks } from '../paper/word-marks.ts'
import { openZip } from '../paper/zip-in.ts'
import { formOf, type PlanPaper } from './plan-paper.ts'
import { readPlan } from './word-in-plan.ts'
import { planAsWord } from './word-out.ts'
import { readOwnWord } from './word-own-in.ts'
import { readOwnPlan } from './word-own-reading-in.ts'

const canonical = (text: string) => writeRich(parseRich(text))
const wordOf = async (paper: PlanPaper) => Buffer.from(await planAsWord(paper))

async function partOf(paper: PlanPaper, name: string): Promise<string> {
  const zip = await openZip(await wordOf(paper))
  if (isRefusal(zip)) throw new Error(zip.refused)
  return (await buffer(zip.read(name))).toString('utf8')
}

/** The texts of a document part, paragraph by paragraph. */
const paragraphsOf = (xml: string) =>
  xml.split('</w:p>').map((paragraph) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? null,
    text: [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]).join(''),
  }))

describe('the plan in Word', () => {
  test('parts, goals and tracks are headings that a person can go on with', async () => {
    const paragraphs = paragraphsOf(await partOf(regenboogPaper(), 'word/document.xml'))
    const headed = (style: string) => paragraphs.filter((one) => one.style === style).map((one) => one.text)
    expect(headed('Title')).toEqual(['Begeleidingsplan 2026-2027'])
    expect(headed('Heading1')).toEqual([
      'Uitgangspunten en principes',
      'Algemene doelen',
      'Schoolteam',
      'Leraar Petra (groep 6)',
      'Leerteam Lezen',
    ])
    expect(headed('Heading2').slice(0, 2)).toEqual([ediGoal.title, 'We kijken bij elkaar in de klas.'])
    expect(headed('PaperSheet')).toEqual(['Onze visie', 'Jaaroverzicht', 'Vaststelling'])
  })

  test('start situation and goal have labels of their own; an empty field is an open place', async () => {
    const texts = paragraphsOf(await partOf(regenboogPaper(), 'word/document.xml')).map((one) => one.text)
    expect(texts).toContain(`Beginsituatie: ${petraTrack.startSituation} Doelstelling: ${petraTrack.goal}`)
    expect(texts).toContain(
      'Inzet leraar: Twee uur per rapport. Inzet intern begeleider: Geen. Inzet derden: …..',
    )
  })

  test('head and foot say version and phase; a draft says concept', async () => {
    const adopted = regenboogPaper()
    expect(await partOf(adopted, 'word/header1.xml')).toContain('Versie 1.0, vastgesteld')
    expect(await partOf(adopted, 'word/footer1.xml')).toContain('versie 1.0, vastgesteld')
    expect(await partOf(adopted, 'word/footer1.xml')).toContain('NUMPAGES')
    const draft = regenboogPaper({ phase: 'draft', version: null, adoption: null })
    expect(await partOf(draft, 'word/header1.xml')).toContain('Concept')
    expect(await partOf(draft, 'word/document.xml')).not.toContain('Vaststelling')
  })

  test('the adoption sheet says who, how, what was objected and the seal', async () => {
    const xml = await partOf(regenboogPaper(), 'word/document.xml')
    for (const said of [
      '15 van 17',
      'Consent.',
      'Om 8.15 uur open lukt niet.',
      'Het werd 8.20 uur.',
      '0123456789abcdef',
    ]) {
      expect(xml).toContain(said)
    }
  })
})

describe('hostile text in Word', () => {
  const read = async (approach: string) => {
    const own = readOwnWord(
      await readWordMarks(await wordOf(regenboogPaper({ teacherTracks: [{ ...petraTrack, approach }] }))),
    )
    return own?.form.teacherTracks[0]?.approach
  }

  test('control characters and halves of characters go, the rest stays as text', async () => {
    expect(await read('a\u0000b\u0007c \uD800 \uFFFE d\r\ne\vf')).toBe('abc \uFFFD \uFFFD d\ne f')
    expect(await read('</w:t></w:r><w:p/>&lt;]]>')).toBe('</w:t></w:r><w:p/>&lt;]]>')
    expect(await read('\u202Eomgekeerd مرحبا')).toBe('\u202Eomgekeerd مرحبا')
  })

  test('a text of 100 kB comes through whole', async () => {
    const long = `${'Een lange regel met woorden.\n'.repeat(3_500)}Einde.`
    expect(await read(long)).toBe(long)
  })
})

describe('our own Word file read back', () => {
  test('gives the same plan, field by field, whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (paper) => {
        const own = readOwnWord(await readWordMarks(await wordOf(paper)))
        expect(own?.form).toEqual(asReadBack(formOf(paper)))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('keeps bold, italic, lists and links', async () => {
    const approach =
      'We **oefenen** *samen*, zie [de **site**](https://regenboog.example/a?b=c&d=(e)).\n\n- kijken\n- praten\n  en lezen\n\n1. eerst\n2. dan\n\n1. opnieuw\n\n\\- geen punt'
    const paper = regenboogPaper({
      generalGoals: [{ ...ediGoal, title: 'Een ***doel*** van ons', approach }],
      teacherTracks: [{ ...petraTrack, approach, goal: 'Eén **vet** woord' }],
      principles: ['We delen:\n\n- **alles**'],
    })
    const own = readOwnWord(await readWordMarks(await wordOf(paper)))
    expect(own?.form.generalGoals[0]).toMatchObject({
      title: 'Een ***doel*** van ons',
      approach: canonical(approach),
    })
    expect(own?.form.teacherTracks[0]).toMatchObject({
      approach: canonical(approach),
      goal: 'Eén **vet** woord',
    })
    expect(own?.form.principles).toEqual(paper.principles)
  })

  test('gives any long text back in its one form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRich, { minLength: 2, maxLength: 2 }), async ([one = [], two = []]) => {
        const [approach, goal] = [writeRich(one), writeRich(two)].map(plainText).map(canonical)
        const paper = regenboogPaper({
          teacherTracks: [{ ...petraTrack, approach: approach || null, goal: goal || null }],
        })
        const own = readOwnWord(await readWordMarks(await wordOf(paper)))
        expect(own?.form.teacherTracks[0]).toMatchObject({ approach: approach || null, goal: goal || null })
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('tells where each field stood and whose track it is', async () => {
    const reading = await readOwnPlan(await wordOf(regenboogPaper()))
    expect(reading?.names.map(({ name, role }) => ({ name, role }))).toEqual([
      { name: 'Petra', role: 'teacher' },
      { name: 'Leerteam Lezen', role: 'team' },
    ])
    const piece = reading?.pieces.find(({ text }) => text === petraTrack.goal)
    expect(piece).toMatchObject({
      label: 'Doelstelling',
      under: 'Petra',
      at: { list: 'teacherTracks', index: 0, field: 'goal' },
    })
    expect(reading?.leftovers.some(({ text }) => text.includes('Om 8.15 uur open lukt niet.'))).toBe(true)
  })

  test('without its marks it is read by its labels, and gives the same plan', async () => {
    const paper = regenboogPaper({ teacherTracks: [{ ...petraTrack, groups: null }] })
    const document = await readWordFile(await wordOf(paper))
    if (isRefusal(document)) throw new Error(document.refused)
    const reading = readPlan(document)
    if (isRefusal(reading)) throw new Error(reading.refused)
    const [track] = reading.form.teacherTracks
    expect(reading.form.generalGoals[0]).toEqual(formOf(paper).generalGoals[0])
    expect(track).toEqual(formOf(paper).teacherTracks[0])
  })
})
