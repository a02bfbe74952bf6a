import { expect, it } from 'vitest'
import { NOW_MOMENT as NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, entryNow, ownTrack, visitPlan } from '../../test/plan-visit.ts'
import type { Db } from '../db/database.ts'
import type { PlanId, SchoolId } from '../kernel/id.ts'
import { ownersOf, textOf } from './entry.ts'
import type { Phase } from './plan.ts'
import { movePhase, readPlan } from './plan-store.ts'

const HOSTILE = { accept: 'application/json' }

/** Moves a plan with its record, past the rules of moving. */
const putIn = async (db: Db, schoolId: SchoolId, id: PlanId, phase: Phase) => {
  const keeper = { kind: 'keeper', schoolId } as const
  const from = (await readPlan(db, keeper, id))?.phase ?? 'draft'
  const move = { id, from, to: phase, why: 'Proef', decisionId: null } as const
  await db.write(keeper, (sql) => movePhase(sql, keeper, move, NOW))
}

// Hostile requests: what no form on a page would send.
eachDatabase((open) => {
  it('a track never changes hands: not to the coordinator, not by its owner, and no goal becomes a person’s', async () => {
    const visit = await visitPlan(await open())
    const { karin, href, cast } = visit
    const track = await ownTrack(visit, 'anouk', 'Mijn eigen doel.')
    const goal = await addGoal(visit, 'Lezen')
    const anouk = await visit.as('anouk')
    const take = { personId: cast.people.karin, 'was.personId': '' }
    expect((await karin.post(`${href}/entry/${track}`, take, HOSTILE)).status).toBe(403)
    expect((await karin.post(`${href}/entry/${goal}`, take, HOSTILE)).status).toBe(403)
    const give = { personId: cast.people.bram, 'was.personId': '' }
    expect((await anouk.post(`${href}/entry/${track}`, give, HOSTILE)).status).toBe(403)
    expect(ownersOf(await entryNow(visit, track))).toEqual([cast.people.anouk])
    expect(ownersOf(await entryNow(visit, goal))).toEqual([])
  })

  it('the coordinator takes no duo partner and nobody invited off a track', async () => {
    const visit = await visitPlan(await open())
    const { karin, href, cast } = visit
    const track = await ownTrack(visit, 'anouk', 'Mijn eigen doel.')
    const anouk = await visit.as('anouk')
    const named = {
      'people.duo': cast.people.ineke,
      'was.people.duo': '',
      'people.invited': cast.people.bram,
      'was.people.invited': '',
    }
    expect((await anouk.post(`${href}/entry/${track}`, named)).status).toBe(303)
    for (const part of ['duo', 'invited']) {
      const off = { [`was.people.${part}`]: 'x' }
      expect([part, (await karin.post(`${href}/entry/${track}`, off, HOSTILE)).status]).toEqual([part, 403])
    }
    const { people } = await entryNow(visit, track)
    expect(people.map(({ part }) => part).sort()).toEqual(['duo', 'invited'])
  })

  it('while the team decides no accepted proposal changes a track; declining stays possible', async () => {
    const visit = await visitPlan(await open())
    const { karin, href, db, cast, plan } = visit
    const track = await ownTrack(visit, 'anouk', 'Mijn eigen doel.')
    const anouk = await visit.as('anouk')
    await karin.post(`${href}/entry/${track}/proposal`, { 'text.goal': 'Van Karin.', 'base.goal': '1' })
    const [proposal] = await db.read(cast, (sql) => sql.selectFrom('proposal').select('id').execute())
    await putIn(db, cast.schoolId, plan, 'decision')
    const answer = (outcome: string) =>
      anouk.post(`${href}/entry/${track}/proposal`, { outcome, proposal: proposal?.id ?? '' })
    expect((await answer('accepted')).status).toBe(403)
    expect((await answer('changed')).status).toBe(403)
    expect(textOf(await entryNow(visit, track), 'goal')).toBe('Mijn eigen doel.')
    expect((await answer('declined')).status).toBe(303)
  })

  it('an archived plan stays as it is, whoever asks', async () => {
    const visit = await visitPlan(await open())
    const { href, db, cast, plan } = visit
    const track = await ownTrack(visit, 'anouk', 'Mijn eigen doel.')
    const [anouk, petra] = [await visit.as('anouk'), await visit.as('petra')]
    await putIn(db, cast.schoolId, plan, 'archived')
    const entry = `${href}/entry/${track}`
    const named = { 'people.duo': cast.people.ineke, 'was.people.duo': '' }
    expect((await anouk.post(entry, named, HOSTILE)).status).toBe(403)
    expect((await anouk.post(`${entry}/agreed`, { agreed: 'yes' })).status).toBe(403)
    expect((await petra.post(`${href}/entry`, { kind: 'teacher-track', own: 'yes' })).status).toBe(403)
    const after = await visit.now()
    expect(after.entries).toHaveLength(1)
    expect(after.entries[0]).toMatchObject({ agreedAt: null, people: [] })
  })

  it('putting back makes no sixth principle, also not twice at the same time, and no second track', async () => {
    const visit = await visitPlan(await open())
    const { karin, href, db, cast } = visit
    for (const own of ['Een', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven']) {
      const there = (await visit.now()).principles
      const [first] = there
      if (there.length === 5) await karin.post(`${href}/principles`, { act: `remove ${first?.id}` })
      await karin.post(`${href}/principles`, { act: 'add', own })
    }
    await karin.post(`${href}/principles`, { act: `remove ${(await visit.now()).principles[0]?.id}` })
    const gone = await db.read(cast, (sql) =>
      sql.selectFrom('principle').select('id').where('removed_at', 'is not', null).execute(),
    )
    expect(gone).toHaveLength(3)
    await Promise.all(gone.map(({ id }) => karin.post(`${href}/principles`, { act: `restore ${id}` })))
    expect((await visit.now()).principles).toHaveLength(5)

    const track = await ownTrack(visit, 'sem', 'Begin.')
    await db.write(cast, (sql) =>
      sql.updateTable('entry').set({ removed_at: NOW }).where('id', '=', track).execute(),
    )
    await db.write(cast, (sql) =>
      sql
        .updateTable('plan')
        .set((set) => ({ revision: set('revision', '+', 1) }))
        .execute(),
    )
    await ownTrack(visit, 'sem', 'Opnieuw.')
    expect((await karin.post(`${href}/entry/${track}/place`, { move: 'restore' })).status).toBe(422)
    expect((await visit.now()).entries).toHaveLength(1)
  })
})
