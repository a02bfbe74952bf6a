import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { lookText } from '../evaluation/team-look.ts'
import { readTeamLooks } from '../evaluation/team-look-store.ts'
import type { Day } from '../kernel/day.ts'
import type { TimeEntryId } from '../kernel/id.ts'
import { writeAim } from '../plan/aim-store.ts'
import { budgetOf } from '../plan/budget.ts'
import { countOnce } from './count.ts'
import { isBelowAim, talkOf } from './talk.ts'
import { conditionLine } from './talk-sentence-view.ts'
import type { Activity } from './time.ts'
import { logTime } from './time-store.ts'

const DAY = '2026-11-09' as Day
const activity = (id: string, given: Partial<Activity>): Activity => ({
  id: id as TimeEntryId,
  subject: { what: 'care' },
  day: DAY,
  startedAt: null,
  minutes: 60,
  aim: 'curative',
  domains: [],
  source: 'tap',
  madeAt: NOW_MOMENT,
  ...given,
})

const WEEK = [
  activity('a', { aim: 'preventive', minutes: 120 }),
  activity('b', { subject: { what: 'ad-hoc', adHoc: 'take-class' }, minutes: 90 }),
  activity('c', { subject: { what: 'ad-hoc', adHoc: 'call-parents' }, minutes: 30 }),
  activity('d', { aim: null, minutes: 60 }),
]
const SHORT = budgetOf({ entries: [], careHours: 8, roomHours: 4 }, { hoursAWeek: 24, pupils: 304 })
const ENOUGH = budgetOf({ entries: [], careHours: 8, roomHours: 4 }, { hoursAWeek: 40, pupils: 304 })

describe('what is taken along to the yearly talk', () => {
  const talk = talkOf(DAY, DAY, countOnce(WEEK))!

  it('tells what came in between by kind, the most first, each minute once', () => {
    expect(talk.tally).toMatchObject({
      minutes: 300,
      adHoc: 120,
      preventive: 120,
      curative: 120,
      neither: 60,
    })
    expect(talk.kinds).toEqual([
      { kind: 'take-class', minutes: 90, part: 0.75 },
      { kind: 'call-parents', minutes: 30, part: 0.25 },
    ])
    expect(talk.share).toBe(0.5)
    expect(talkOf(DAY, DAY, [])).toBeNull()
  })

  it('proposes a sentence of proportions, and the hours of the school where they fall short', () => {
    expect(conditionLine(talk, 67, SHORT, 'nl')).toBe(
      'Ruim een derde van mijn tijd kwam tussendoor. Meestal was dat een groep overnemen. ' +
        'Naar voorkomen ging de helft, waar we twee derde afspraken. ' +
        'Er zijn 24 uur per week voor dit werk; de norm voor onze school is 38.',
    )
    expect(conditionLine(talk, null, ENOUGH, 'nl')).toBe(
      'Ruim een derde van mijn tijd kwam tussendoor. Meestal was dat een groep overnemen.',
    )
  })

  it('is below the agreement only when it clearly is', () => {
    expect(isBelowAim({ share: 0.5 }, 67)).toBe(true)
    expect(isBelowAim({ share: 0.64 }, 67)).toBe(false)
    expect(isBelowAim({ share: 0.9 }, 67)).toBe(false)
    expect(isBelowAim({ share: null }, 67)).toBe(false)
    expect(isBelowAim({ share: 0.1 }, null)).toBe(false)
  })
})

async function visit(db: Db, made: Awaited<ReturnType<typeof writtenPlan>>) {
  const karin = made.cast.member('karin')
  for (const one of WEEK) done(await logTime(db, karin, { ...one, once: one.id }, NOW_MOMENT))
  const app = testApp(db, { now: () => new Date(AFTER) })
  return (key: 'karin' | 'paul') => asMember(app, db, made.cast, key, new Date(AFTER))
}

eachDatabase((open) => {
  it('is a page of its owner alone, kept by no browser', async () => {
    const db = await open()
    const made = await adoptedPlan(db, async ({ cast, id }) =>
      writeAim(db, cast.member('karin'), await planOf(db, cast, id), 67),
    )
    const as = await visit(db, made)
    const answer = await (await as('karin')).get('/time/talk')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const page = (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(page).toContain('2 uur van 5 uur: ruim een derde van je tijd was niet gepland.')
    expect(page).toContain('een groep overnemen 1½ uur 75%')
    expect(page).toContain('Jullie spraken twee derde voorkomen af.')
    const paul = await as('paul')
    expect((await paul.get('/time/talk')).status).toBe(404)
    expect((await paul.post('/time/talk', { line: 'Van een ander.' })).status).toBe(404)
  })

  it('asks for no sentence as long as there is nothing to look back at', async () => {
    const db = await open()
    const karin = await (await visit(db, await writtenPlan(db)))('karin')
    const page = await (await karin.get('/time/talk')).text()
    expect(page).toContain('Bij de voorwaarden schrijven kan zodra het plan is vastgesteld.')
    expect(page).toContain('Over voorkomen is niets afgesproken.')
    expect((await karin.post('/time/talk', { line: 'Te vroeg.' })).status).toBe(422)
  })

  it('lays a sentence of her own with the conditions, behind what stands there', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const karin = await (await visit(db, made))('karin')
    const conditions = async () => {
      const [look] = await readTeamLooks(db, made.cast.keeper, await planOf(db, made.cast, made.id))
      return lookText(look, 'conditions')
    }
    expect((await karin.post('/time/talk', { line: '   ' })).status).toBe(422)
    expect((await karin.post('/time/talk', { line: 'x'.repeat(601) })).status).toBe(422)
    expect(await conditions()).toBe('')
    const first = await karin.post('/time/talk', { line: 'Een derde kwam tussendoor.' })
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toContain('/evaluation?time=mid')
    await karin.post('/time/talk', { line: 'Daarom vraag ik om meer ruimte.' })
    // The same form sent once more.
    expect((await karin.post('/time/talk', { line: 'Daarom vraag ik om meer ruimte.' })).status).toBe(303)
    expect(await conditions()).toBe('Een derde kwam tussendoor.\n\nDaarom vraag ik om meer ruimte.')
  })
})
