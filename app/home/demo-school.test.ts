import { describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, cookieOf, visitor } from '../../test/request.ts'
import { tablesThatStay } from '../db/clear-school.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../kernel/id.ts'
import { schoolsCalled, schoolsOnServer } from '../school/school-store.ts'
import { readTeam } from '../school/team-store.ts'
import type { Keeper } from '../session/actor.ts'
import { LIMITS } from '../session/throttle.ts'
import { countOnce } from '../session/throttle-store.ts'
import { ensureDemo, resetDemo } from './demo-school.ts'

async function demoOf(db: Db): Promise<Keeper> {
  const [demo] = await schoolsCalled(db, 'demo')
  if (!demo) throw new Error('no demo school')
  return { kind: 'keeper', schoolId: demo.id }
}

async function sealSomething(db: Db, demo: Keeper) {
  await db.write(demo, async (sql) => {
    const plan = await sql
      .selectFrom('plan')
      .select('id')
      .where('school_id', '=', demo.schoolId)
      .executeTakeFirstOrThrow()
    const version = {
      id: newId<'version'>(),
      school_id: demo.schoolId,
      plan_id: plan.id,
      number: '9.9',
      kind: 'adopted',
      frame: '{}',
      decision_record: '{}',
      sha256: 'a'.repeat(64),
      sealed_at: NOW_MOMENT,
      sealed_by: null,
    }
    await sql.insertInto('plan_version').values(version).execute()
  })
}

describe('the demo school', () => {
  it('keeps what is sealed and what that refers to, nothing of people', () => {
    expect([...tablesThatStay()].sort()).toEqual([
      'minutes_correction',
      'minutes_sealed',
      'minutes_sealed_item',
      'plan',
      'plan_version',
      'school',
      'version_entry',
    ])
  })

  eachDatabase((open) => {
    it('is made once, with the whole cast in its groups and learning teams', async () => {
      const db = await open()
      await Promise.all([ensureDemo(db, NOW), ensureDemo(db, NOW)])
      expect(await schoolsOnServer(db)).toHaveLength(1)
      const team = await readTeam(db, await demoOf(db))
      expect(team.people).toHaveLength(18)
      const anouk = team.people.find((person) => person.name === 'Anouk')
      expect(anouk).toMatchObject({
        email: 'anouk@regenboog.example',
        roles: ['teacher'],
        joinedAt: '2025-08-25T07:00:00.000Z',
      })
      expect(team.groups.filter(({ id }) => anouk?.groups.includes(id)).map(({ name }) => name)).toEqual([
        'groep 3',
      ])
      expect(team.groups.find(({ name }) => name === 'groep 6')?.sectionId).toBe(team.sections[2]?.id)
      expect(team.learningTeams.map(({ name, members }) => [name, members.length])).toEqual([
        ['Leerteam Rekenen', 4],
        ['Leerteam Lezen', 4],
        ['Leerteam Gedrag', 4],
      ])
    })

    it('is made anew on reset: old sessions and people lead nowhere, other schools stay as they are', async () => {
      const db = await open()
      const real = await settleCast(db, { name: 'De Vlieger' })
      await ensureDemo(db, NOW)
      const app = testApp(db)
      const entered = await visitor(app).post('/demo/sign-in', { who: 'karin' })
      const cookie = entered.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      const old = await demoOf(db)
      const reset = await visitor(app, cookie).post('/demo/reset')
      expect(reset.status).toBe(303)
      expect(reset.headers.getSetCookie().join()).toContain('session=')
      expect((await demoOf(db)).schoolId).not.toBe(old.schoolId)
      expect((await visitor(app, cookie).get('/vision')).headers.get('location')).toBe(
        '/sign-in?to=%2Fvision',
      )
      expect((await readTeam(db, old)).people).toHaveLength(0)
      expect((await readTeam(db, real.keeper)).people).toHaveLength(18)
      expect((await schoolsOnServer(db)).map(({ name }) => name).sort()).toEqual([
        'Basisschool De Regenboog',
        'De Vlieger',
      ])
    })

    it('can be made anew again and again, also when a plan of it was sealed', async () => {
      const db = await open()
      await ensureDemo(db, NOW)
      await sealSomething(db, await demoOf(db))
      await resetDemo(db, NOW)
      await resetDemo(db, NOW)
      expect(await schoolsOnServer(db)).toHaveLength(1)
    })

    it('is made anew so many times an hour and not more, whoever asks', async () => {
      const db = await open()
      await ensureDemo(db, NOW)
      const app = testApp(db)
      for (let times = 0; times < LIMITS['demo-reset'].times; times++)
        await countOnce(db, 'demo-reset', 'demo', NOW)
      const entered = await visitor(app).post('/demo/sign-in', { who: 'karin' })
      const before = await demoOf(db)
      const karin = visitor(app, `session=${cookieOf(entered, 'session')}`)
      expect((await karin.post('/demo/reset')).status).toBe(429)
      expect(await demoOf(db)).toEqual(before)
    })

    it('is reset by who is in it, and by nobody else', async () => {
      const db = await open()
      const real = await settleCast(db, { name: 'De Vlieger' })
      await ensureDemo(db, NOW)
      const app = testApp(db)
      expect((await visitor(app).post('/demo/reset')).status).toBe(404)
      expect((await (await asMember(app, db, real, 'karin')).post('/demo/reset')).status).toBe(404)
      expect((await visitor(testApp(db, { demoIsOn: false })).post('/demo/reset')).status).toBe(404)
    })
  })
})
