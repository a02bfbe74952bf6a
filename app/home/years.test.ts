import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { chooseNext } from '../evaluation/evaluation-store.ts'
import type { EntryId, PlanId, VisionLineId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Entry } from '../plan/entry.ts'
import { addEntry, agreeTrack } from '../plan/entry-store.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { createPlan } from '../plan/plan-store.ts'
import { tieEntry } from '../plan/tie-store.ts'
import { retireVisionLine } from '../school/vision-store.ts'
import { chainsOf, type PlanYear, spanOf, yearsStory } from './years.ts'

const yearAt = (place: number) => `${2017 + place}-${2018 + place}` as SchoolYear
const bare = (id: string, carriedFrom: string | null, lines: readonly string[] = []) =>
  ({
    id,
    kind: 'team-goal',
    carriedFrom,
    visionLineIds: lines,
    parentId: null,
    texts: {},
  }) as unknown as Entry
const planAt = (place: number, entries: readonly Entry[]): PlanYear => ({
  plan: { id: `plan-${place}`, schoolYear: yearAt(place), entries, phase: 'archived' } as unknown as Plan,
  evaluations: [],
})

/** Some years in which each entry goes on with one of the year before, or begins anew. */
const someYears = fc
  .array(
    fc.array(fc.record({ from: fc.option(fc.nat({ max: 4 })), line: fc.nat({ max: 2 }) }), { maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  .map((years) =>
    years.map((entries, year) =>
      planAt(
        year,
        entries.map(({ from, line }, place) => {
          const before = from !== null && years[year - 1]?.[from] ? `e-${year - 1}-${from}` : null
          return bare(`e-${year}-${place}`, before, [`line-${line}`])
        }),
      ),
    ),
  )
const LINES = [0, 1, 2].map((place) => ({
  id: `line-${place}` as VisionLineId,
  text: `Lijn ${place}`,
  short: `Lijn ${place}`,
  retiredAt: place === 0 ? NOW_MOMENT : null,
}))

describe('several years', () => {
  it('put every entry in one chain, and what was carried over behind what it came from', () => {
    fc.assert(
      fc.property(someYears, (years) => {
        const chains = chainsOf(years)
        const all = years.flatMap(({ plan }) => plan.entries.map(({ id }) => id))
        expect(chains.flatMap((chain) => chain.flatMap((entry) => entry?.id ?? [])).toSorted()).toEqual(
          all.toSorted(),
        )
        for (const chain of chains)
          for (const [place, entry] of chain.entries())
            if (entry && chain.slice(0, place).some(Boolean))
              expect(entry.carriedFrom).toBe(chain[place - 1]?.id)
      }),
    )
  })

  it('tell of each line what hung on it in which year, retired lines last', () => {
    fc.assert(
      fc.property(someYears, (years) => {
        const story = yearsStory(years.toReversed(), LINES)
        expect(story.years).toEqual(years.map(({ plan }) => plan.schoolYear))
        expect(story.lines.map(({ line }) => line.id)).toEqual(['line-1', 'line-2', 'line-0'])
        for (const { line, goals } of story.lines) {
          const told = goals.flatMap(({ stages }) =>
            stages.filter((stage) => stage?.here).map((stage) => stage?.entry.id),
          )
          const hung = years.flatMap(({ plan }) =>
            plan.entries.filter(({ visionLineIds }) => visionLineIds.includes(line.id)).map(({ id }) => id),
          )
          expect(new Set(told)).toEqual(new Set(hung))
          expect(told).toHaveLength(hung.length)
          for (const strand of goals) expect(spanOf(strand).from).toBeLessThanOrEqual(spanOf(strand).to)
        }
      }),
    )
  })
})

/** A year's plan with a goal on a line, evaluated, and Anouk's track on it. */
async function seedYear(
  db: Db,
  cast: Cast,
  place: number,
  before: { goal: EntryId; plan: PlanId } | null,
  share: 'share' | 'not-share',
) {
  const { keeper } = cast
  const fresh = { schoolYear: yearAt(place), title: 'Plan', previousPlanId: before?.plan ?? null }
  const plan = done(await createPlan(db, keeper, fresh, NOW_MOMENT))
  const title = place > 7 ? 'Elk kind leest twee keer per dag.' : 'Elk kind leest elke dag.'
  const now = () => planOf(db, cast, plan)
  const goal = done(
    await addEntry(
      db,
      keeper,
      await now(),
      { kind: 'team-goal', texts: { title }, carriedFrom: before?.goal ?? null },
      NOW_MOMENT,
    ),
  )
  const { lezen, leren } = cast.visionLines
  const line = place === 5 ? leren : lezen
  done(await tieEntry(db, keeper, await now(), entryOf(await now(), goal)!, { visionLineIds: [line] }))
  const track = {
    kind: 'teacher-track',
    personId: cast.people.anouk,
    texts: { goal: `Voorlezen ${place}` },
  } as const
  const own = done(await addEntry(db, keeper, await now(), track, NOW_MOMENT))
  done(
    await tieEntry(db, keeper, await now(), entryOf(await now(), own)!, {
      parentId: goal,
      shareChoice: share,
    }),
  )
  done(await agreeTrack(db, cast.member('anouk'), await now(), entryOf(await now(), own)!, NOW_MOMENT))
  await setPhase(db, cast, plan, 'end-evaluation')
  const at = { plan: await now(), time: 'end' as const }
  const reached = place === 9 ? 'reached' : 'partly'
  done(
    await chooseNext(
      db,
      keeper,
      { ...at, entry: entryOf(at.plan, goal)! },
      { reached, next: 'go-on' },
      NOW_MOMENT,
    ),
  )
  done(await chooseNext(db, keeper, { ...at, entry: entryOf(at.plan, own)! }, { next: 'stop' }, NOW_MOMENT))
  await setPhase(db, cast, plan, 'archived')
  return { goal, plan }
}

/** The years of a story pass at once. */
const setPhase = (db: Db, cast: Cast, id: PlanId, phase: string) =>
  db.write(cast.keeper, async (sql) => {
    await sql
      .updateTable('plan')
      .set((set) => ({ phase, revision: set('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await sql.updateTable('phase_change').set({ to_phase: phase }).where('plan_id', '=', id).execute()
  })

eachDatabase((open) => {
  it('are told for ten years, of tracks only what a colleague shares', async () => {
    const db = await open()
    const cast = await settleCast(db)
    let before: Awaited<ReturnType<typeof seedYear>> | null = null
    for (let place = 0; place < 10; place += 1)
      before = await seedYear(db, cast, place, before, place === 3 ? 'not-share' : 'share')
    done(await retireVisionLine(db, cast.keeper, cast.visionLines.ouders, NOW_MOMENT))
    const app = testApp(db)
    const pageOf = async (key: 'anouk' | 'petra') =>
      (await (await asMember(app, db, cast, key)).get('/thread/years')).text()
    const page = await pageOf('petra')
    const lezen = page.slice(
      page.indexOf(`id="line-${cast.visionLines.lezen}"`),
      page.indexOf(`id="line-${cast.visionLines.leren}"`),
    )
    const goals = lezen.slice(0, lezen.indexOf('<details'))
    expect(goals.match(/<tr>/g)).toHaveLength(2)
    expect(goals).toContain('Elk kind leest twee keer per dag.')
    expect(goals).toContain('Eerder: Elk kind leest elke dag.')
    expect(goals.match(/Deels bereikt, gaat door/g)).toHaveLength(8)
    expect(goals.match(/Bereikt, gaat door/g)).toHaveLength(1)
    expect(goals).toContain('hing aan Leren van elkaar')
    expect(lezen.match(/[Ss]topt/g)).toHaveLength(8)
    expect((await pageOf('anouk')).match(/[Ss]topt/g)).toHaveLength(10)
    expect(page).toContain('Geen visielijn meer sinds 19 november 2026.')
    expect(page.indexOf(`id="line-${cast.visionLines.ouders}"`)).toBeGreaterThan(
      page.indexOf(`id="line-${cast.visionLines.erbij}"`),
    )
  })
})
