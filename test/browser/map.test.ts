import { describe, expect, it } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import { emptyProfile } from '../../app/profile/profile.ts'
import { writeProfile } from '../../app/profile/profile-store.ts'
import { addPeople } from '../../app/school/person-store.ts'
import { presentPeople } from '../../app/school/team.ts'
import { readTeam } from '../../app/school/team-store.ts'
import { BUILT_IN_TOPICS } from '../../app/school/topic.ts'
import { type Cast, NOW_MOMENT, settleCast } from '../cast.ts'
import { done } from '../written-plan.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'

const NEWCOMERS = 44

/** A large school in which most wrote what they can show and want to learn. */
async function largeTeam(db: Db) {
  const cast = await settleCast(db)
  const newcomers = Array.from({ length: NEWCOMERS }, (_, place) => ({
    line: place + 1,
    name: place % 7 === 0 ? `Wilhelmina-Jacoba Mommersteeg ${place}` : `Collega ${place}`,
    email: `collega${place}@example.org`,
    roles: '',
    groups: place % 3 === 0 ? 'groep 1/2 A, groep 7, groep 8' : '',
  }))
  done(await addPeople(db, cast.keeper, newcomers, { mayGive: () => true, now: NOW_MOMENT }))
  const team = presentPeople(await readTeam(db, cast.keeper))
  for (const [place, { id }] of team.entries()) {
    if (place % 4 === 3) continue
    const at = (step: number) => BUILT_IN_TOPICS[(place * 5 + step) % BUILT_IN_TOPICS.length]!
    const given = {
      ...emptyProfile(id),
      helps: [at(0), at(3)],
      learns: [at(7)],
      specialties: place % 9 === 0 ? [{ topic: at(0), words: 'master' }] : [],
    }
    expect(await writeProfile(db, { ...cast.member('sem'), personId: id }, given, NOW_MOMENT)).toBeNull()
  }
  return { db, cast, people: team.length }
}

describe.skipIf(!CHROMIUM)('the map of the team', () => {
  const house = servedHouse(largeTeam)
  const enter = (key: keyof Cast['people'], options = {}) => house().enter(key, '/team/map', options)

  it('has sixty colleagues on it, no words over other words, nothing beside the page', async () => {
    const { page, complaints, close } = await enter('karin', { viewport: { width: 1280, height: 900 } })
    await page.evaluate(() => document.fonts.ready)
    expect(await page.locator('.partituur a[data-n]').count()).toBe(house().visit.people)
    const beside = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beside).toBe(0)
    const over = await page.$$eval('.partituur a[data-n]', (rows) =>
      rows.flatMap((row) => {
        const [name, groups] = [...row.querySelectorAll('text')].map((one) => one.getBoundingClientRect())
        const [first] = [...row.querySelectorAll('line')].map((one) => one.getBoundingClientRect())
        const end = Math.max(name?.right ?? 0, groups?.right ?? 0)
        const meet = name && groups ? groups.left < name.right : false
        return meet || end > (first?.left ?? 0) ? [row.textContent] : []
      }),
    )
    expect(over).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('is walked with the keyboard, and a name leads to what that colleague wrote', async () => {
    const { page, close } = await enter('bram', { viewport: { width: 1280, height: 900 } })
    const anouk = page
      .locator('.partituur a[data-n]')
      .filter({ has: page.locator('text', { hasText: /^Anouk$/ }) })
    await anouk.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/profile\/[0-9a-f-]{36}$/)
    expect(await page.locator('h1').innerText()).toContain('Anouk')
    await close()
  })

  it('is a list of everybody on a phone, and of one topic without script', async () => {
    const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
    const { page, close } = await enter('sem', phone)
    expect(await page.locator('.kaart svg').isVisible()).toBe(false)
    expect(await page.locator('.kaartlijst .orkest > li').count()).toBe(house().visit.people)
    await page.selectOption('select[name="topic"]', 'reading')
    await page.click('.kaartkeus button[type="submit"], .kaartkeus .filterform button')
    await page.waitForURL(/topic=reading/)
    expect(await page.locator('.je-ziet').innerText()).toContain('Lezen')
    const shown = await page.locator('.kaartlijst .orkest > li').count()
    expect(shown > 0 && shown < house().visit.people).toBe(true)
    await close()
  })

  it('has the whole drawing on its first sheet of A3', async () => {
    const { page, close } = await enter('paul', { viewport: { width: 1280, height: 900 } })
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 1191])
    await page.emulateMedia({ media: 'print' })
    const svg = await page.locator('.kaart svg').boundingBox()
    const sheet = { width: (842 / 72) * 96 - 91, height: (1191 / 72) * 96 - 91 }
    expect(svg && svg.height < sheet.height).toBe(true)
    await close()
  })
})
