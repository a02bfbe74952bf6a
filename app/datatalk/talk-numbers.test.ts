import { describe, expect, it } from 'vitest'
import { GROUP_FIVE, levelsOf, madeAmbition, resultsRoom, scoresOf } from '../../test/ambition-room.ts'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { worldIn } from '../../test/world.ts'
import { done } from '../../test/written-plan.ts'
import type { Result } from '../result/result.ts'
import { addLine } from './talk-line-store.ts'
import { beginTalk } from './talk-write-store.ts'

const bring = resultsRoom()
const YEARS = [2023, 2024, 2025].map((year) => `${year}-${year + 1}`)
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

/** The middle of groups 3, 4, 5 and 6, higher every year; and the doorstroomtoets. */
const RESULTS: Result[] = YEARS.flatMap((year, at) => [
  ...[3, 4, 5, 6].flatMap((yearGroup) =>
    scoresOf(year, 70 + at).map((one, pupil) => ({
      ...one,
      pupil: `${year.slice(2, 4)}${yearGroup}${100 + pupil}`,
      group: String(yearGroup),
      yearGroup,
    })),
  ),
  ...levelsOf(year, 40, 20),
])

/** What a talk offers first, as it is read. */
const offeredIn = (page: string) =>
  words(page.slice(page.indexOf('id="aangeboden"'), page.indexOf('id="meer-aangeboden"')))

eachDatabase((open) => {
  async function talkIn() {
    const world = await worldIn(open)
    const { db, cast, as } = world
    await bring(db, cast, RESULTS)
    const team = cast.learningTeams.rekenen
    const talk = done(await beginTalk(db, cast.member('bram'), { team, subject: 'Rekenen' }, NOW_MOMENT))
    const bram = await as('bram')
    const path = `/trends/talks/${talk}`
    const claim = async (form: Record<string, string>) => {
      const answer = await bram.post(path, { act: 'claim', since: '', year: '2025-2026', ...form })
      const to = answer.headers.get('location')
      const page = await (to ? await bram.get(to) : answer).text()
      return { status: answer.status, page }
    }
    const read = async () => (await bram.get(path)).text()
    return { ...world, talk, path, bram, claim, read }
  }

  const MEAN = JSON.stringify({
    measure: 'mean',
    moment: 'M',
    of: 'section',
    subject: 'Rekenen',
    yearGroup: 5,
  })

  describe('what a talk asks of the numbers', () => {
    it('checks an own ambition at its own figure: true is laid in, untrue says what the numbers are', async () => {
      const { db, cast, claim, read } = await talkIn()
      const none = await claim({ about: MEAN, says: 'below ambition' })
      expect(words(none.page)).toContain('Bij dit cijfer loopt geen ambitie.')
      await madeAmbition(db, cast, { about: GROUP_FIVE, to: 78 })
      expect(await read()).toContain('value="below ambition"')
      const untrue = await claim({ about: MEAN, says: 'above ambition' })
      expect(untrue.status).toBe(422)
      expect(words(untrue.page)).toMatch(
        /Wel dit: Rekenen, groep 5, .* 72 in 2025–2026: onder onze ambitie \(78\)\./,
      )
      const so = await claim({ about: MEAN, says: 'below ambition' })
      expect(so.status).toBe(303)
      expect(words(so.page)).toContain('Het klopt, en het staat erbij.')
      expect(words(so.page)).toMatch(/Rekenen, groep 5, .* 72 in 2025–2026: onder onze ambitie \(78\)\./)
      expect(words(so.page)).not.toContain('Intussen zijn de cijfers anders')
      const line = await claim({ about: MEAN, says: 'below national' })
      expect(words(line.page)).toContain('Die lijn geldt voor groep 8, alle vakken samen.')
    })

    it('says at the year that a year is not compared with itself', async () => {
      const { claim } = await talkIn()
      const { status, page } = await claim({ about: MEAN, says: 'same', since: '2025-2026' })
      expect(status).toBe(422)
      expect(page).toMatch(/id="f-since-error"[^>]*>.*Kies om mee te vergelijken een jaar dat eerder is\./)
      const other = await claim({ about: MEAN, says: 'up', since: '2023-2024' })
      expect(other.status).toBe(303)
    })

    it('offers the year groups first that the talk is about, and asks about them first', async () => {
      const { db, cast, talk, read } = await talkIn()
      const aim = { part: 'aim', under: null, words: 'In M4 rekent ieder tot honderd.' } as const
      done(await addLine(db, cast.member('bram'), talk, aim, NOW_MOMENT))
      const page = await read()
      expect(offeredIn(page).indexOf('Rekenen, groep 4')).toBeGreaterThan(-1)
      for (const other of ['groep 3', 'groep 5', 'groep 6']) {
        const at = offeredIn(page).indexOf(other)
        if (at > -1) expect(at).toBeGreaterThan(offeredIn(page).indexOf('groep 4'))
      }
      const first = /<select[^>]*name="about"[^>]*><option value="([^"]*)"/.exec(page)?.[1] ?? ''
      expect(first).toContain('yearGroup&quot;:4')
    })
  })
})
