import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { bringResults, fullSchool } from '../../test/full-school.ts'
import { worldIn } from '../../test/world.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Level, Result } from '../result/result.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-first-look-'))
const keyFile = join(folder, 'notes.key')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LEVELS: readonly Level[] = ['I', 'II', 'III', 'IV', 'V']

type Followed = { readonly pupils: number; readonly hasLevels?: boolean; readonly rises?: number }

/** What a file of the school's own tests holds: groups 3 to 7 at the middle of three years. */
const followed = (subject: string, { pupils, hasLevels = false, rises = 0 }: Followed): Result[] =>
  [2023, 2024, 2025].flatMap((year) =>
    [3, 4, 5, 6, 7].flatMap((yearGroup) =>
      Array.from(
        { length: pupils },
        (_, pupil): Result => ({
          pupil: `${year - yearGroup}${100 + pupil}`,
          schoolYear: `${year}-${year + 1}` as SchoolYear,
          takenOn: null,
          group: `${yearGroup}`,
          yearGroup,
          test: `${subject} LVS`,
          subject,
          moment: 'M',
          score: 100 + 20 * yearGroup + (pupil % 9) + rises * (year - 2023),
          level: hasLevels ? (LEVELS[pupil % 5] as Level) : null,
          reference: null,
          exempt: false,
        }),
      ),
    ),
  )

const words = (page: string) =>
  page
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')

/** What stands below 'Data: wat zien we?'. */
const dataOf = (page: string) =>
  words(/<ol class="vierd">[\s\S]*?<\/li>\s*<li[^>]*><h3>/.exec(page)?.[0] ?? '')

/** The links beneath 'In de groepen'. */
const groupsOf = (page: string) => /<h2[^>]*>In de groepen<\/h2>[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''

eachDatabase((open) => {
  describe('what there is to see of the tests of a school', () => {
    it('offers the team every subject of its year groups, also one that group 8 has a doorstroomtoets of', async () => {
      const world = await worldIn(open)
      const tested = fullSchool({ subjects: 0 })
      const own = ['Rekenen', 'Spelling'].flatMap((one) => followed(one, { pupils: 24, hasLevels: true }))
      await bringResults(world, [...tested, ...own, ...followed('Engels', { pupils: 3 })], keyFile)
      const team = groupsOf(await (await (await world.as('anouk')).get('/trends')).text())
      for (const subject of ['Rekenen', 'Spelling', 'Engels'])
        expect(team).toContain(`<a href="/trends/${subject}">${subject}</a>`)
      expect(team).not.toContain('/trends/Lezen')
      // Of three pupils in each year group nothing may be shown: it is said, and only there.
      expect(words(team)).toMatch(/Engels Dit tonen we niet: het gaat over minder dan vijf leerlingen/)
      expect(words(team).match(/Dit tonen we niet/g)).toHaveLength(1)
    })

    it('says what it sees of each subject, and why the standing of the school is not here, without a doorstroomtoets', async () => {
      const world = await worldIn(open)
      await bringResults(
        world,
        [
          ...followed('Rekenen', { pupils: 24, hasLevels: true }),
          ...followed('Spelling', { pupils: 24, rises: 2 }),
          ...followed('Engels', { pupils: 24 }),
          ...followed('Muziek', { pupils: 3 }),
        ],
        keyFile,
      )
      const anouk = await world.as('anouk')
      const page = await (await anouk.get('/trends')).text()
      expect(words(page)).toContain('Hoeveel leerlingen 1S/2F halen, staat hier nog niet.')
      const data = dataOf(page)
      expect(data).toContain(
        'Rekenen , groep 3 tot en met 7, midden: in 2025–2026 zit 62,5 % op niveau I, II of III (n 120).',
      )
      expect(data).toContain(
        'Spelling , groep 3, midden, gemiddelde: twee jaar op rij omhoog, van 163,6 in 2023–2024 naar 167,6 in 2025–2026.',
      )
      expect(data).toContain('Engels , cijfers van groep 3 tot en met 7.')
      expect(data).not.toContain('Muziek')
      expect(page).toContain('<a href="/trends/Spelling">Spelling</a>')
      await anouk.post('/language', { language: 'en', back: '/trends' })
      const english = await (await anouk.get('/trends')).text()
      expect(dataOf(english)).toContain(
        'Arithmetic , year groups 3 to 7, middle of the year: in 2025–2026, 62.5% are at level',
      )
      expect(words(english)).toContain('How many pupils reach 1S/2F is not here yet.')
    })

    it('begins with where the school stands, when it does', async () => {
      const world = await worldIn(open)
      await bringResults(world, fullSchool({ subjects: 1 }), keyFile)
      const data = dataOf(await (await (await world.as('anouk')).get('/trends')).text())
      expect(data).toMatch(
        /Wat zien we\? Groep 8, de drie vakken samen: [\d,]+ % op 1S\/2F in 2026 \(n 90\)\./,
      )
      expect(data).not.toContain('LVS')
    })
  })
})
