import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import { dayOf, momentOf } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { appointmentsOf } from '../office/appointment-store.ts'
import { peersOf } from '../peer/peer-store.ts'
import { profilesOf } from '../profile/profile-store.ts'
import { heavyCalls } from '../question/heavy-store.ts'
import { questionsOf, questionsWithCoordinators } from '../question/question-store.ts'
import { schoolsCalled } from '../school/school-store.ts'
import type { Member } from '../session/actor.ts'
import { weekOf } from '../tray/small-ask.ts'
import { smallAsksOf } from '../tray/small-ask-store.ts'
import { trayCount } from '../tray/tray-store.ts'
import { ensureDemo } from './demo-school.ts'

async function demoOn(db: Db, moment: string) {
  const now = new Date(moment)
  await ensureDemo(db, now)
  const [demo] = await schoolsCalled(db, 'demo')
  const people = await db.read({ schoolId: demo!.id }, (sql) =>
    sql
      .selectFrom('person')
      .innerJoin('person_role', 'person_role.person_id', 'person.id')
      .select(['person.id', 'person.name', 'person_role.role'])
      .where('person.school_id', '=', demo!.id)
      .execute(),
  )
  const as = (name: string): Member => {
    const mine = people.filter((person) => person.name === name)
    return {
      kind: 'member',
      schoolId: demo!.id,
      personId: mine[0]!.id,
      name,
      roles: mine.map(({ role }) => role as Member['roles'][number]),
      learningTeams: [],
      sessionId: newId<'session'>(),
      demo: true,
    }
  }
  return { now, as }
}

eachDatabase((open) => {
  it('tells the story of the morning of 19 November: Sem asks, Petra waits, ten run without Karin', async () => {
    const db = await open()
    const { now, as } = await demoOn(db, '2026-11-19T09:42:00Z')
    const [karin, petra] = [as('Karin'), as('Petra')]
    const [call, ...more] = await heavyCalls(db, karin)
    expect(more).toEqual([])
    expect([call?.asker, call?.calledAt, call?.seen]).toEqual([
      as('Sem').personId,
      '2026-11-19T09:35:00.000Z',
      null,
    ])
    const { waiting, running } = await trayCount(db, karin)
    expect([waiting, running]).toEqual([1, 10])
    const [lying] = (await questionsWithCoordinators(db, karin)).filter(
      ({ asker }) => asker === petra.personId,
    )
    expect(lying?.text.text).toBe('De oudergesprekken lopen uit, ook met de nieuwe opzet.')
    expect([lying?.rung, lying?.rungAt, lying?.tie === null]).toEqual([3, '2026-11-18T14:40:00.000Z', false])
    const anouk = as('Anouk')
    const [anouks] = (await questionsOf(db, anouk)).filter(
      ({ asker, closed }) => asker === anouk.personId && closed === null,
    )
    expect([anouks?.rung, anouks?.rungs.map(({ saw }) => saw.text)]).toEqual([
      1,
      ['De meeste kinderen doen mee. Een paar kinderen kijken af en wachten.'],
    ])
    expect(await smallAsksOf(db, karin, ...weekOf(dayOf(now)))).toHaveLength(5)
    expect((await profilesOf(db, karin)).length).toBeGreaterThan(12)
    expect(await peersOf(db, as('Wilma'))).toHaveLength(1)
    const booked = await appointmentsOf(db, karin, karin.personId, { from: momentOf(now) })
    expect(booked.map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-19T14:20:00.000Z',
      '2026-11-24T14:00:00.000Z',
      '2026-11-24T14:20:00.000Z',
    ])
  })

  // The first morning of a year, a weekend, a holiday, the night before the first of January, the summer.
  it.each([
    '2026-08-24T06:10:00Z',
    '2026-11-22T20:00:00Z',
    '2026-12-23T11:00:00Z',
    '2026-12-31T23:30:00Z',
    '2027-07-20T09:00:00Z',
    '2028-02-29T07:05:00Z',
  ])('is made on whatever day: %s', async (moment) => {
    const db = await open()
    const { as } = await demoOn(db, moment)
    const { waiting, running } = await trayCount(db, as('Karin'))
    expect([waiting, running]).toEqual([1, 10])
    expect(await heavyCalls(db, as('Karin'))).toHaveLength(1)
  })
})
