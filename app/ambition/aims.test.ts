import { describe, expect, it } from 'vitest'
import { GROUP_FIVE, madeAmbition, resultsRoom, schoolYear, scoresOf } from '../../test/ambition-room.ts'
import { eachDatabase } from '../../test/database.ts'
import { worldIn } from '../../test/world.ts'
import type { Result } from '../result/result.ts'
import { aimSentences } from '../trend/levels-chart-view.ts'
import { ambitionsOf } from './ambition-store.ts'
import { ambitionHref } from './ambition-view.tsx'

const bring = resultsRoom()

const AT_THREE = { ...GROUP_FIVE, measure: 'level', level: 'III' } as const
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

/** One in four of them at V. */
const withLevels = (year: string): Result[] =>
  scoresOf(year, 76).map((one, at) => ({ ...one, level: at % 4 === 0 ? 'V' : 'II' }))

eachDatabase((open) => {
  describe('an ambition of a share at a level', () => {
    it('stands in the bars of that scale as a line, beside them as a sentence, and in the picture', async () => {
      const world = await worldIn(open)
      const { db, cast, as } = world
      await bring(db, cast, withLevels('2024-2025'))
      await bring(db, cast, withLevels('2025-2026'))
      const id = await madeAmbition(db, cast, { about: AT_THREE, to: 80 })
      const anouk = await as('anouk')
      const page = await (await anouk.get('/trends/Rekenen?group=5&moment=M')).text()
      const said = 'Onze ambitie voor 2027–2028: minstens 80 % op niveau III of hoger.'
      expect(words(page)).toContain(said)
      expect(page).toContain(`<a href="${ambitionHref(id)}">Onze ambitie voor`)
      expect(page).toMatch(/<desc [^>]*>Staafgrafiek[^<]*Onze ambitie voor 2027–2028/)
      // Wide and narrow: through the bars of both years, not through what the maker meant.
      expect(page.match(/class="ref ambition"/g)).toHaveLength(4)
      const svg = await (await anouk.get('/trends/Rekenen/chart.svg?group=5&moment=M&of=levels')).text()
      expect(words(svg)).toContain('Onze ambitie: 80 % op III of hoger')
      expect(svg.match(/class="ref ambition"/g)).toHaveLength(2)
      // The mean has no such line, and the other moment none either.
      expect(await (await anouk.get('/trends/Rekenen/chart.svg?group=5&moment=M')).text()).not.toContain(
        'ref ambition"',
      )
      const karin = await (await (await as('karin')).get('/trends')).text()
      expect(words(karin)).toContain(`Groep 5: onze ambitie voor 2027–2028: minstens 80 %`)
      expect(await ambitionsOf(db, cast.member('anouk'))).toHaveLength(1)
    })

    it('is not laid beside another scale; in English it says the same', async () => {
      const world = await worldIn(open)
      const { db, cast, as } = world
      await bring(db, cast, withLevels('2024-2025'))
      await madeAmbition(db, cast, { about: AT_THREE, to: 80, by: schoolYear('2027-2028') })
      const anouk = await as('anouk')
      const before = words(await (await anouk.get('/trends/Rekenen?group=5&moment=M')).text())
      expect(before).toContain('Onze ambitie voor 2027–2028')
      await bring(db, cast, withLevels('2025-2026'), '2026')
      const after = words(await (await anouk.get('/trends/Rekenen?group=5&moment=M')).text())
      expect(after).not.toContain('Onze ambitie')
      const place = { subject: 'Rekenen', yearGroup: 5, moment: 'M', series: 1 } as const
      const aim = {
        about: 'level',
        ...place,
        level: 'III',
        value: 80,
        by: schoolYear('2027-2028'),
        href: '/',
      } as const
      expect(aimSentences([aim], 'en')).toEqual([
        'Our ambition for 2027–2028: at least 80% at level III or better.',
      ])
    })
  })
})
