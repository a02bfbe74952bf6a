import { beforeAll, describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import { ensureDemo } from '../home/demo-school.ts'
import type { PersonId, SchoolId } from '../kernel/id.ts'
import { memberWithout } from '../session/session-store.ts'
import type { FeedEvent, FeedKind } from './feed.ts'
import { eventsFor } from './feed-desk.ts'

/** De Regenboog with all that the demo school holds: steps, visits, evaluations, meetings and a year. */
describe('what stands in a feed', () => {
  eachDatabase((open) => {
    let db: Db
    let people: { id: PersonId; school_id: SchoolId; name: string }[]
    const shownTo = new Map<PersonId, FeedEvent[]>()
    beforeAll(async () => {
      db = await open()
      await ensureDemo(db, NOW)
      people = await db.read('server', (sql) =>
        sql.selectFrom('person').select(['id', 'school_id', 'name']).execute(),
      )
      for (const { id, school_id } of people) {
        const found = await memberWithout(db, { schoolId: school_id, personId: id }, NOW)
        const at = { db, language: 'nl', now: NOW_MOMENT } as const
        shownTo.set(id, found ? await eventsFor('own', { ...at, actor: found.actor }) : [])
      }
    })

    async function titles(name: string, kind: FeedKind) {
      const person = people.find((one) => one.name === name)
      const found =
        person && (await memberWithout(db, { schoolId: person.school_id, personId: person.id }, NOW))
      if (!found) throw new Error(`nobody is called ${name}`)
      const events = await eventsFor(kind, { db, actor: found.actor, language: 'nl', now: NOW_MOMENT })
      return events.map(({ title }) => title)
    }

    it('the own one: own steps, visits and evaluations, and the meetings; nothing of a colleague alone', async () => {
      const anouk = await titles('Anouk', 'own')
      expect(anouk).toContain('Evaluatie Anouk')
      expect(anouk.some((title) => title.startsWith('Stap: '))).toBe(true)
      const bram = await titles('Bram', 'own')
      expect(bram).not.toContain('Evaluatie Anouk')
      expect(bram.filter((title) => title.startsWith('Stap: ') && anouk.includes(title))).toEqual([])
    })

    it('the team’s: the same for everybody, with holidays, and without anybody’s steps or visits', async () => {
      const team = await titles('Bram', 'team')
      expect(team).toContain('Kerstvakantie')
      expect(team.some((title) => title.startsWith('Stap: '))).toBe(false)
      expect(team.some((title) => / kijken$|^Je /.test(title))).toBe(false)
      expect(await titles('Karin', 'team')).toEqual(team)
    })

    it('the team’s: evaluations of one day and occasion are one thing, as they are on the sheet of the year', async () => {
      const mid = (await titles('Bram', 'team')).filter((title) => title.startsWith('Tussenevaluatie'))
      expect(mid).toContainEqual(expect.stringMatching(/^Tussenevaluatie: \d+ doelen en \d+ trajecten$/))
    })

    it('a visit that is asked stands as such with who asked and who takes over, with who is to answer not yet', async () => {
      const asked = await visitsIn(db, 'asked')
      expect(asked.length).toBeGreaterThan(0)
      for (const person of people) {
        const shown = asked.flatMap((visit) => {
          const found = shownTo.get(person.id)?.find(({ uid }) => uid === `${visit.id}@rode-draad`)
          return found ? [{ visit, found }] : []
        })
        expect(shown.map(({ visit }) => visit)).toEqual(
          asked.filter(({ asker, cover }) => asker === person.id || cover === person.id),
        )
        for (const { found } of shown) {
          expect(found.isTentative).toBe(true)
          expect(found.title).toMatch(/ \(nog niet zeker\)$/)
        }
      }
    })

    it('a visit that is agreed stands in the calendars of the three and nobody else’s', async () => {
      const agreed = await visitsIn(db, 'agreed')
      expect(agreed.length).toBeGreaterThan(0)
      for (const person of people) {
        const events = shownTo.get(person.id) ?? []
        const shown = agreed.filter(({ id }) => events.some(({ uid }) => uid === `${id}@rode-draad`))
        expect(shown).toEqual(agreed.filter((one) => [one.visitor, one.host, one.cover].includes(person.id)))
      }
    })

    it('a step that is done stays as done, one that was let go leaves', async () => {
      const steps = (await titles('Anouk', 'own')).filter((title) => title.startsWith('Stap: '))
      const what = steps[0]?.slice('Stap: '.length) ?? ''
      const end = (how: string) =>
        db.write('server', (sql) =>
          sql
            .updateTable('step')
            .set({ ended_as: how, ended_at: NOW_MOMENT })
            .where('what', '=', what)
            .execute(),
        )
      await end('done')
      expect((await titles('Anouk', 'own')).filter((title) => title.endsWith(what))).toEqual([
        `Gedaan: ${what}`,
      ])
      await end('let-go')
      expect((await titles('Anouk', 'own')).filter((title) => title.endsWith(what))).toEqual([])
    })
  })
})

const visitsIn = (db: Db, state: 'asked' | 'agreed') =>
  db.read('server', (sql) =>
    sql
      .selectFrom('visit')
      .leftJoin('visit_offer', 'visit_offer.id', 'visit.offer_id')
      .select(['visit.id', 'visitor_id as visitor', 'host_id as host', 'visit_offer.person_id as cover'])
      .select('asked_by as asker')
      .where('visit.state', '=', state)
      .where('visit.ends_at', '>', NOW_MOMENT)
      .execute(),
  )
