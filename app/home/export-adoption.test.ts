import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { adoptedPlan, AFTER, planOf, writtenPlan } from '../../test/written-plan.ts'
import { chooseNext, writeEvaluationText } from '../evaluation/evaluation-store.ts'
import { entryOf } from '../plan/plan.ts'

eachDatabase((open) => {
  it('carries the adoption sheet and what the team may read of the evaluations', async () => {
    const db = await open()
    const { cast, id, goal, anouk, version } = await adoptedPlan(db)
    const plan = await planOf(db, cast, id)
    const place = (entry: typeof goal) => ({ plan, entry: entryOf(plan, entry)!, time: 'mid' as const })
    await writeEvaluationText(db, cast.member('karin'), place(goal), 'saw', 'Het begin is er.', null, AFTER)
    await chooseNext(db, cast.member('karin'), place(goal), { next: 'go-on', reached: 'partly' }, AFTER)
    await writeEvaluationText(db, cast.member('anouk'), place(anouk), 'saw', 'Alleen voor mij.', null, AFTER)
    const karin = await asMember(testApp(db, { now: () => new Date(AFTER) }), db, cast, 'karin')
    const paper = (await (await karin.get(`/plan/${id}/export/json`)).json()) as Record<string, unknown>
    expect(JSON.stringify(paper)).toContain(version.sha256)
    expect(JSON.stringify(paper)).toContain('Het begin is er.')
    expect(JSON.stringify(paper)).not.toContain('Alleen voor mij.')
    expect(paper).toMatchObject({ version: '1.0' })
  })

  it('is a concept without a sheet as long as the team has not decided', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const karin = await asMember(testApp(db), db, cast, 'karin')
    expect(await (await karin.get(`/plan/${id}/export/json`)).json()).toMatchObject({ version: null })
  })
})
