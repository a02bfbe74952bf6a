import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPaper, asReadBack, regenboogPaper } from '../../test/paper.ts'
import { anyRich } from '../../test/rich.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { writeRich } from '../kernel/rich.ts'
import { coverOf } from '../paper/font-cover.ts'
import { fontFiles } from '../paper/font-files.ts'
import type { SaidText } from '../paper/paper.ts'
import { shownJson } from '../paper/paper-shown.ts'
import { openTypesetter } from '../paper/typst.ts'
import { readWordMarks } from '../paper/word-marks.ts'
import { openZip } from '../paper/zip-in.ts'
import { changedText } from './paper-changes.ts'
import { layOut } from './paper-layout.ts'
import { formOf, type PaperChanges, type PlanPaper } from './plan-paper.ts'
import { planAsWord } from './word-out.ts'
import { readOwnWord } from './word-own-in.ts'

const NONE: PaperChanges = { since: 'versie 1.0', lines: [], before: new Map(), principles: [], gone: [] }

/** The team's paper in which the first goal was something else, a principle is new and a goal is gone. */
function changedPaper(): PlanPaper {
  const paper = regenboogPaper()
  const [goal] = paper.generalGoals
  const [track] = paper.teacherTracks
  if (!goal || !track) throw new Error('the paper of De Regenboog has a goal and a track')
  return {
    ...paper,
    changes: {
      since: 'Vastgesteld, versie 1.0 (26 november 2026)',
      lines: [{ name: 'Rekenen', what: 'Veranderd', says: ['Aanpak', 'Staat nu vooraan.'] }],
      before: new Map([
        [`${goal.id}:title`, 'Heel iets anders'],
        [`${goal.id}:approach`, 'Eerst zo.\n\n- een punt\n- **nog** een punt'],
        [`${track.id}:goal`, ''],
      ]),
      principles: paper.principles.map((_, place) => (place === 0 ? '' : null)),
      gone: [{ name: 'Schrijven', texts: [{ label: 'Aanpak', text: 'Elke dag *vijf* minuten.' }] }],
    },
  }
}

async function documentOf(paper: PlanPaper): Promise<string> {
  const zip = await openZip(Buffer.from(await planAsWord(paper)))
  if (isRefusal(zip)) throw new Error(zip.refused)
  return (await buffer(zip.read('word/document.xml'))).toString('utf8')
}

const letters = (text: string) => text.replaceAll(/\s+/g, '')
const without = (change: 'gone' | 'added', said: SaidText) =>
  letters(
    said
      .flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.items))
      .flat()
      .filter((run) => run.change !== change)
      .map(({ text }) => text)
      .join(''),
  )
const lettersOf = (text: string) => without('gone', changedText(text, text))

describe('a plan with what changed', () => {
  test('holds the words of both texts, whatever they are', () => {
    fc.assert(
      fc.property(anyRich, anyRich, (one, other) => {
        const [before, after] = [writeRich(one), writeRich(other)]
        const said = changedText(before, after)
        expect(without('added', said)).toBe(lettersOf(before))
        expect(without('gone', said)).toBe(lettersOf(after))
      }),
    )
  })

  test('has Word’s own tracked changes, and a list in words in front', async () => {
    const xml = await documentOf(changedPaper())
    expect(xml).toMatch(/<w:del [^>]*><w:r>(<w:rPr>.*?<\/w:rPr>)?<w:delText[^>]*>Heel/)
    expect(xml).toMatch(/<w:ins [^>]*>/)
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const words = xml.replaceAll(/<[^>]+>/g, '')
    expect(words.indexOf('Wat er veranderde')).toBeLessThan(words.indexOf('Uitgangspunten'))
    expect(words).toMatch(/Rekenen: ?Veranderd.*Aanpak.*Staat nu vooraan\./)
    expect(words).toContain('Wat er niet meer in staat')
  })

  test('is read back as the plan that it is now', async () => {
    const paper = changedPaper()
    const own = readOwnWord(await readWordMarks(Buffer.from(await planAsWord(paper))))
    expect(own?.form).toEqual(asReadBack(formOf(paper)))
  })

  test('says so when nothing changed, and nothing where it is not asked', async () => {
    const xml = await documentOf({ ...regenboogPaper(), changes: NONE })
    expect(xml).toContain('Er is niets veranderd.')
    expect(xml).not.toMatch(/<w:(ins|del) /)
    expect(await documentOf(regenboogPaper())).not.toContain('Wat er veranderde')
  })

  // The native build refuses what breaks PDF/UA-1; where it is missing no such check can be made.
  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'keeps to PDF/UA-1, with what changed in any plan',
    async () => {
      const typesetter = await openTypesetter('native')
      const covers = coverOf(fontFiles())
      const pdfOf = (paper: PlanPaper) =>
        Buffer.from(typesetter.typeset(shownJson(layOut(paper), covers))).toString('latin1')
      expect(pdfOf(changedPaper())).toContain('<pdfuaid:part>1</pdfuaid:part>')
      fc.assert(
        fc.property(anyPaper, anyRich, (paper, rich) => {
          const was = writeRich(rich)
          const entries = [...paper.generalGoals, ...paper.teacherTracks]
          const before = new Map(
            entries.flatMap(({ id }) => [[`${id}:approach`, was] as const, [`${id}:title`, was] as const]),
          )
          const principles = paper.principles.map(() => was)
          const pdf = pdfOf({
            ...paper,
            changes: {
              ...NONE,
              before,
              principles,
              gone: [{ name: was, texts: [{ label: 'x', text: was }] }],
            },
          })
          expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
        }),
        { numRuns: 60 },
      )
    },
    60_000,
  )
})
