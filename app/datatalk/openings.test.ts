import { beforeEach, describe, expect, it } from 'vitest'
import { levelsOf, resultsRoom } from '../../test/ambition-room.ts'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { newMeeting } from '../../test/meeting-visit.ts'
import { asMember } from '../../test/request.ts'
import { type World, worldIn } from '../../test/world.ts'
import { done, writtenPlan } from '../../test/written-plan.ts'
import { noGoalPlace } from '../adoption/no-goal-place.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import type { Phase } from '../plan/plan.ts'
import { beginTalk } from './talk-write-store.ts'

const bring = resultsRoom()
const THREE_YEARS = [2023, 2024, 2025].flatMap((year) => levelsOf(`${year}-${year + 1}`, 40, 20))
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

const talkOf = async (db: Db, cast: Cast) => {
  const team = cast.learningTeams.rekenen
  return `/trends/talks/${done(await beginTalk(db, cast.member('bram'), { team, subject: 'Rekenen' }, NOW_MOMENT))}`
}

describe('why no plan takes a goal', () => {
  const THIS = '2026-2027' as SchoolYear
  const plan = (schoolYear: string, phase: Phase) => ({
    id: newId<'plan'>(),
    schoolYear: schoolYear as SchoolYear,
    title: '',
    phase,
    revision: 1,
  })

  it('is that there is none, that it is decided on, looked back on or closed; else there is a place', () => {
    const because = (...plans: ReturnType<typeof plan>[]) => {
      const why = noGoalPlace(plans, THIS)
      return why && [why.because, why.year]
    }
    expect(because()).toEqual(['no-plan', THIS])
    expect(because(plan('2025-2026', 'archived'))).toEqual(['no-plan', THIS])
    expect(because(plan(THIS, 'decision'))).toEqual(['in-decision', null])
    expect(because(plan(THIS, 'end-evaluation'))).toEqual(['looking-back', '2027-2028'])
    expect(because(plan(THIS, 'archived'))).toEqual(['archived', '2027-2028'])
    expect(because(plan(THIS, 'end-evaluation'), plan('2027-2028', 'decision'))).toEqual([
      'in-decision',
      null,
    ])
    for (const phase of ['draft', 'input', 'adopted', 'mid-evaluation'] as const)
      expect(because(plan(THIS, phase))).toBeNull()
  })
})

eachDatabase((open) => {
  describe('a talk in a school without a plan', () => {
    let world: World
    let path: string
    const read = async (who: 'bram' | 'karin' | 'paul', at = path) =>
      (await (await world.as(who)).get(at)).text()

    beforeEach(async () => {
      world = await worldIn(open)
      await bring(world.db, world.cast, THREE_YEARS)
      path = await talkOf(world.db, world.cast)
    })

    it('says so, with the way to a plan and a meeting for who may, and who can for the others', async () => {
      const karin = await read('karin')
      expect(words(karin)).toContain(
        'Er is nog geen plan voor 2026–2027. Een doel kan erbij zodra dat er is.',
      )
      expect(karin).toContain('href="/plan/new"')
      expect(words(karin)).toContain('Begin het plan van 2026–2027')
      expect(karin).toContain('href="/meetings/new"')
      const bram = await read('bram')
      expect(words(bram)).toContain('De intern begeleider begint het plan. Vraag het.')
      expect(words(bram)).toContain('De intern begeleider of de schoolleider plant er een. Vraag het.')
      expect(bram).not.toMatch(/href="\/(plan|meetings)\/new"/)
      expect(words(bram)).not.toContain('Zet het gesprek')
      expect((await (await world.as('karin')).get('/plan/new')).status).toBe(200)
      expect((await (await world.as('karin')).get('/meetings/new')).status).toBe(200)
    })

    it('says the same on the trends, without a button that leads nowhere', async () => {
      const karin = await read('karin', '/trends')
      expect(words(karin)).toContain('Er is nog geen plan voor 2026–2027.')
      expect(karin).toContain('href="/plan/new"')
      // Nobody wrote down that there is nothing.
      expect(words(karin)).toContain('Hier staat nog niets.')
      expect(words(karin)).not.toContain('Opgeschreven door')
      for (const who of ['karin', 'bram'] as const)
        expect(words(await read(who, '/trends'))).not.toContain('Maak er een doel van')
      expect(words(await read('bram', '/trends'))).toContain(
        'De intern begeleider begint het plan. Vraag het.',
      )
      const reader = await world.as('karin')
      await reader.post('/language', { language: 'en', back: '/' })
      for (const at of ['/trends', path]) {
        const english = words(await (await reader.get(at)).text())
        expect(english).toContain('There is no plan for 2026–2027 yet.')
        expect(english).not.toContain('Er is nog geen plan')
      }
    })

    it('names the meeting on whose agenda it stands, with the way there', async () => {
      const given = { title: 'Teamoverleg <b>', startsAt: '2026-11-26T14:30:00.000Z' as Moment }
      const { db, cast } = world
      const meeting = done(await planMeeting(db, cast.member('karin'), newMeeting(cast, given), NOW_MOMENT))
      const bram = await world.as('bram')
      expect(words(await read('bram'))).toContain('Zet het gesprek tot dan op de agenda.')
      expect((await bram.post(path, { act: 'agenda', meeting, share: 'yes' })).status).toBe(303)
      const page = await read('bram')
      expect(page).toContain(`<a href="/meeting/${meeting}">Teamoverleg &lt;b&gt;, donderdag 26 november`)
      expect(words(page)).toContain('Staat op de agenda van Teamoverleg')
    })
  })

  describe('a talk in a school with a plan in writing', () => {
    it('leads to the goal from the trends, and says in the talk who holds the pen', async () => {
      const db = await open()
      const { cast } = await writtenPlan(db)
      await bring(db, cast, THREE_YEARS)
      const path = await talkOf(db, cast)
      const app = testApp(db)
      const trendsOf = async (who: 'bram' | 'karin') =>
        words(await (await (await asMember(app, db, cast, who)).get('/trends')).text())
      expect(await trendsOf('karin')).toContain('Maak er een doel van')
      const text = await (await (await asMember(app, db, cast, 'bram')).get(path)).text()
      expect(words(text)).toContain('De intern begeleider zet een doel in het plan. Vraag het.')
      expect(words(text)).not.toContain('Er is nog geen plan')
    })
  })
})
