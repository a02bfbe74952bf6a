import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import { clearSchool } from '../db/clear-school.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import { removeEntry } from './entry-arrange-store.ts'
import { writeEntryText } from './entry-store.ts'
import { entryOf } from './plan.ts'
import { stateSightOf } from './plan-state-sight.ts'
import { movePlan } from './plan-store.ts'
import { readRemoved } from './removed-store.ts'
import { thinned, versionsEnd } from './snapshot.ts'
import { keepVersions } from './snapshot-fade-store.ts'
import { nameVersion } from './snapshot-name-store.ts'
import { eraseFromSnapshots, readSnapshotState, readSnapshots } from './snapshot-store.ts'

const DAY = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)
const momentLater = (days: number) => later(days).toISOString() as Moment

describe('versions kept by themselves', () => {
  const daily = (days: number) => Array.from({ length: days }, (_, back) => ({ at: momentLater(-back) }))

  it('stay one a day for a month, then one a week, then one a month', () => {
    const leaves = new Set(thinned(daily(400), NOW).map(({ at }) => at))
    const left = daily(400).filter(({ at }) => !leaves.has(at))
    expect(left.filter(({ at }) => at >= momentLater(-31))).toHaveLength(32)
    expect(left.length).toBeGreaterThan(32 + 20)
    expect(left.length).toBeLessThan(32 + 23 + 10)
  })

  it('thin out alike whether that is done every day or all at once', () => {
    const all = daily(300)
    let byDay: { at: Moment }[] = []
    for (const one of [...all].reverse()) {
      byDay = [...byDay, one]
      const leaves = thinned(byDay, new Date(one.at))
      byDay = byDay.filter((kept) => !leaves.includes(kept))
    }
    const atOnce = thinned(all, NOW)
    const left = all.filter((one) => !atOnce.includes(one))
    // never further apart than the plan says: what stayed day by day covers every span
    expect(byDay.length).toBeGreaterThanOrEqual(left.length - 1)
    expect(byDay.length).toBeLessThanOrEqual(left.length + 1)
  })

  it('never loses the newest, and keeps what it keeps', () => {
    const moments = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1 })
    fc.assert(
      fc.property(moments, (backs) => {
        const versions = backs.map((back) => ({ at: momentLater(-back) }))
        const leaves = thinned(versions, NOW)
        const left = versions.filter((one) => !leaves.includes(one))
        expect(left.map(({ at }) => at)).toContain(momentLater(-Math.min(...backs)))
        expect(thinned(left, NOW)).toEqual([])
      }),
    )
  })

  it('go with the school’s term after the end of the year', () => {
    expect(versionsEnd('2027-07-31' as Day, 5)).toBe('2032-07-31')
  })
})

const pieces = (db: Db, id: PlanId, { schoolId }: { schoolId: never }) =>
  db.read({ schoolId }, (sql) =>
    sql.selectFrom('snapshot_piece').selectAll().where('plan_id', '=', id).execute(),
  )

eachDatabase((open) => {
  it('is made at each move of phase, not at adoption, which is sealed', async () => {
    const db = await open()
    const { cast, id } = await adoptedPlan(db)
    const karin = cast.member('karin')
    const before = await readSnapshots(db, karin, id)
    expect(before.map(({ kind, phase }) => [kind, phase])).toEqual([
      ['phase', 'decision'],
      ['phase', 'input'],
    ])
    done(await movePlan(db, karin, await planOf(db, cast, id), 'mid-evaluation', 'Halverwege.', AFTER))
    expect((await readSnapshots(db, karin, id))[0]).toMatchObject({
      kind: 'phase',
      phase: 'mid-evaluation',
      at: AFTER,
    })
  })

  it('holds the plan as it stood, and stores what stays the same once', async () => {
    const db = await open()
    const { cast, id, goal } = await writtenPlan(db)
    const karin = cast.member('karin')
    const named = done(await nameVersion(db, karin, id, { kind: 'concept', name: '' }, NOW_MOMENT))
    const first = await pieces(db, id, cast as never)
    const plan = await planOf(db, cast, id)
    done(
      await writeEntryText(
        db,
        karin,
        plan,
        entryOf(plan, goal)!,
        'approach',
        'Heel anders.',
        null,
        NOW_MOMENT,
      ),
    )
    const next = done(await nameVersion(db, karin, id, { kind: 'concept', name: '' }, AFTER))
    expect(await pieces(db, id, cast as never)).toHaveLength(first.length + 1)
    const approach = async (version: typeof named) =>
      (await readSnapshotState(db, karin, id, version))?.entries.find((entry) => entry.id === goal)?.texts
        .approach
    expect(await approach(named)).toBe('Samen kijken')
    expect(await approach(next)).toBe('Heel anders.')
    const names = await readSnapshots(db, karin, id)
    expect(names.filter(({ kind }) => kind === 'concept').map(({ number }) => number)).toEqual([2, 1])
  })

  it('gets a name from the coordinator alone, short and not empty', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const own = (who: 'karin' | 'anouk', name: string) =>
      nameVersion(db, cast.member(who), id, { kind: 'own', name }, NOW_MOMENT)
    expect(await own('anouk', 'Van mij')).toMatchObject({ refused: 'may-not', because: 'only-coordinator' })
    expect(await own('karin', ' \u0000\n ')).toMatchObject({ refused: 'name-missing' })
    expect(await own('karin', 'x'.repeat(61))).toMatchObject({ refused: 'name-too-long' })
    done(await own('karin', ' Na de\nstudiedag '))
    expect((await readSnapshots(db, cast.member('karin'), id))[0]).toMatchObject({ name: 'Na de studiedag' })
  })

  it('is made once a day on which something changed, by the hourly chore', async () => {
    const db = await open()
    const { cast, id, goal } = await writtenPlan(db)
    const karin = cast.member('karin')
    const days = async () => (await readSnapshots(db, karin, id)).filter(({ kind }) => kind === 'day').length
    const write = async (text: string, at: Moment) => {
      const plan = await planOf(db, cast, id)
      done(await writeEntryText(db, karin, plan, entryOf(plan, goal)!, 'approach', text, null, at))
    }
    await keepVersions(db, later(1))
    expect(await days()).toBe(0)
    await write('Een', momentLater(1))
    for (const hour of [1, 1.04, 1.08]) await keepVersions(db, later(hour))
    expect(await days()).toBe(1)
    await write('Twee', momentLater(1.1))
    await keepVersions(db, later(1.15))
    expect(await days()).toBe(1)
    await keepVersions(db, later(2))
    expect(await days()).toBe(2)
    await keepVersions(db, later(3))
    expect(await days()).toBe(2)
  })

  it('is not made again for what left no trace', async () => {
    const db = await open()
    const { cast, id, goal } = await writtenPlan(db)
    const karin = cast.member('karin')
    const plan = await planOf(db, cast, id)
    const write = (text: string) =>
      writeEntryText(db, karin, plan, entryOf(plan, goal)!, 'approach', text, null, AFTER)
    done(await write('Heel even anders.'))
    done(await write('Samen kijken'))
    await keepVersions(db, later(2))
    expect((await readSnapshots(db, karin, id)).filter(({ kind }) => kind === 'day')).toEqual([])
  })

  it('stays small: of each day only what changed, and later nothing that no version names', async () => {
    const db = await open()
    const { cast, id, goal } = await writtenPlan(db)
    const karin = cast.member('karin')
    for (let day = 1; day <= 40; day += 1) {
      const plan = await planOf(db, cast, id)
      done(
        await writeEntryText(
          db,
          karin,
          plan,
          entryOf(plan, goal)!,
          'approach',
          `Dag ${day}`,
          null,
          momentLater(day),
        ),
      )
      await keepVersions(db, later(day))
    }
    const many = await pieces(db, id, cast as never)
    await keepVersions(db, later(500))
    const few = await pieces(db, id, cast as never)
    expect(many.length).toBeGreaterThan(35)
    expect(few.length).toBeLessThan(12)
    for (const { id: version } of await readSnapshots(db, karin, id))
      expect((await readSnapshotState(db, karin, id, version))?.entries).toHaveLength(3)
    await keepVersions(db, later(365 * 7))
    expect(await readSnapshots(db, karin, id)).toEqual([])
    expect(await pieces(db, id, cast as never)).toEqual([])
  })

  it('shows of a track at most what its reader might read then and may read now', async () => {
    const db = await open()
    const { cast, id, anouk, bram } = await writtenPlan(db)
    const version = done(
      await nameVersion(db, cast.member('karin'), id, { kind: 'final', name: '' }, NOW_MOMENT),
    )
    const state = (await readSnapshotState(db, cast.keeper, id, version))!
    const plan = await planOf(db, cast, id)
    const goals = (who: 'karin' | 'paul' | 'anouk' | 'bram', now = plan.entries) =>
      stateSightOf(state, now, cast.member(who)).entries.flatMap(({ texts }) => texts.goal ?? [])
    expect(goals('bram').sort()).toEqual(['Doel van anouk', 'Doel van bram'])
    expect(goals('karin').sort()).toEqual(['Doel van anouk', 'Doel van bram'])
    expect(goals('paul')).toEqual(['Doel van anouk'])
    // agreed by now, but not then
    const agreedNow = plan.entries.map((entry) =>
      entry.id === bram ? { ...entry, agreedAt: NOW_MOMENT } : entry,
    )
    expect(goals('paul', agreedNow)).toEqual(['Doel van anouk'])
    // agreed then, taken back since
    const takenBack = plan.entries.map((entry) => (entry.id === anouk ? { ...entry, agreedAt: null } : entry))
    expect(goals('paul', takenBack)).toEqual([])
    expect(goals('anouk', takenBack)).toEqual(['Doel van anouk'])
    const program = stateSightOf(state, plan.entries, {
      kind: 'program',
      schoolId: cast.schoolId,
      tokenId: 't',
    })
    expect(JSON.stringify(program)).not.toContain('Doel van bram')
  })

  it('holds nothing any more of what was erased', async () => {
    const db = await open()
    const { cast, id, anouk } = await writtenPlan(db)
    const version = done(
      await nameVersion(db, cast.member('karin'), id, { kind: 'final', name: '' }, NOW_MOMENT),
    )
    await db.write(cast, (sql) => eraseFromSnapshots(sql, cast.keeper, anouk))
    const state = await readSnapshotState(db, cast.member('anouk'), id, version)
    expect(state?.entries.find((entry) => entry.id === anouk)).toMatchObject({ texts: {}, erased: true })
    expect(JSON.stringify(await pieces(db, id, cast as never))).not.toContain('Doel van anouk')
  })

  it('goes when a school is emptied, and is nobody’s of another school', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const [version] = await readSnapshots(db, cast.member('karin'), id)
    const stranger = { kind: 'keeper', schoolId: cast.people.karin as never } as const
    expect(await readSnapshots(db, stranger, id)).toEqual([])
    expect(await readSnapshotState(db, stranger, id, version!.id)).toBeNull()
    await db.write('server', (sql) => clearSchool(sql, cast.schoolId))
    expect(await readSnapshots(db, cast.keeper, id)).toEqual([])
    expect(await pieces(db, id, cast as never)).toEqual([])
  })

  it('knows what was taken out of the plan, when and by whom', async () => {
    const db = await open()
    const { cast, id, goal } = await writtenPlan(db)
    const karin = cast.member('karin')
    const plan = await planOf(db, cast, id)
    done(await removeEntry(db, karin, plan, entryOf(plan, goal)!, AFTER))
    const [one, ...others] = await readRemoved(db, karin, plan)
    expect(others).toEqual([])
    expect(one).toMatchObject({ is: 'entry', id: goal, at: AFTER, by: cast.people.karin })
    expect(one?.is === 'entry' && one.entry.texts.title?.text).toBe('Rekenen')
  })
})
