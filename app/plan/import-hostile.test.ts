import { beforeAll, describe, expect, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import {
  type ImportVisit,
  importRows,
  readIn,
  sendFile,
  visitImport,
  wordFixture,
} from '../../test/import-visit.ts'
import { docx, p } from '../../test/word/docx-out.ts'
import { hostileFiles } from '../../test/word/hostile.ts'

const STATUS: Record<string, number> = { 'too-large': 413, 'old-doc': 415, 'not-word': 415 }

/** The sentence beside the field, as the reader sees it. */
const sentenceIn = (page: string) =>
  /id="f-file-error"[^>]*>(?:<svg.*?<\/svg>)?<span>([^<]+)<\/span>/.exec(page)?.[1] ?? ''

eachDatabase((open, dialect) => {
  let visit: ImportVisit
  beforeAll(async () => {
    visit = await visitImport(await open())
  })

  describe('a file that is no plan or means harm: a sentence, a 4xx, and nothing stored', () => {
    // None of them comes as far as a database: once is enough.
    for (const { name, bytes, refused } of dialect === 'sqlite' ? hostileFiles() : []) {
      test(name, async () => {
        const answer = await sendFile(visit.karin, bytes)
        expect(answer.status).toBe(STATUS[refused] ?? 422)
        expect(sentenceIn(await answer.text())).toMatch(/\.$/)
        expect(await importRows(visit.db)).toEqual([])
      })
    }

    test.each(['04-geen-begeleidingsplan-ouderbrief', '05-leeg'])('%s', async (name) => {
      const answer = await sendFile(visit.karin, wordFixture(name))
      expect(answer.status).toBe(422)
      expect(sentenceIn(await answer.text())).toMatch(/^(We herkennen hier geen|In dit Word-bestand staat)/)
      expect(await importRows(visit.db)).toEqual([])
    })

    test('20 MB and one byte, and no end of bytes', async () => {
      const large = await sendFile(visit.karin, new Uint8Array(20 * 2 ** 20 + 1))
      expect(large.status).toBe(413)
      expect(sentenceIn(await large.text())).toContain('groter dan 20 MB')
      const endless = await sendFile(visit.karin, new Uint8Array(22 * 2 ** 20))
      expect(endless.status).toBe(413)
      expect(await endless.text()).toContain('20 MB')
      expect(await importRows(visit.db)).toEqual([])
    })

    test('cut off in the middle, no file at all, a form that is none', async () => {
      const whole = wordFixture('01-figuur1-ingevuld')
      expect((await sendFile(visit.karin, whole.subarray(0, whole.length / 2))).status).toBe(422)
      expect((await visit.karin.post('/plan/import', { file: 'plan.docx' })).status).toBe(422)
      const broken = { 'content-type': 'multipart/form-data; boundary=x' }
      expect((await visit.karin.post('/plan/import', { file: 'x' }, broken)).status).toBe(422)
      expect(await importRows(visit.db)).toEqual([])
    })

    test('the sentence is in the reader’s language', async () => {
      await visit.karin.post('/language', { language: 'en', back: '/' })
      const answer = await sendFile(visit.karin, wordFixture('05-leeg'))
      expect(sentenceIn(await answer.text())).toContain('There is no text in this Word file.')
      await visit.karin.post('/language', { language: 'nl', back: '/' })
    })
  })

  test('others are served while a bomb is read', async () => {
    const bomb = hostileFiles().find(({ refused }) => refused === 'too-long')
    let isRead = false
    const reading = sendFile(visit.karin, bomb?.bytes ?? new Uint8Array()).then((answer) => {
      isRead = true
      return answer
    })
    const anouk = await visit.as('anouk')
    expect((await anouk.get('/')).status).toBe(200)
    expect(isRead).toBe(false)
    expect((await reading).status).toBe(422)
  })

  test('script and markup in the text and in the name of the file come out as harmless text', async () => {
    const bytes = docx(
      [
        'Begeleidingsplan 2025-2026',
        'Algemene doelen',
        '1. <script>alert(1)</script>',
        'Aanpak: <img src=x onerror=alert(1)>',
        'Inzet intern begeleider: " autofocus onfocus=alert(1) x="',
        'Evaluatie: 24 juni',
        'Leraar <b>J.',
        'Beginsituatie: javascript:alert(1)',
        'Inzet leraar: een uur',
      ]
        .map((line) => p(line))
        .join(''),
    )
    const href = await readIn(visit.karin, bytes)
    const page = await (await visit.karin.get(href)).text()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toMatch(/<script>|<img|onfocus=alert\(1\) x="/)
    const named = await sendFile(visit.karin, bytes, '../../"><script>alert(1)</script>.docx')
    const other = await (await visit.karin.get(named.headers.get('location') ?? '')).text()
    expect(other).not.toContain('<script>alert')
  })
})
