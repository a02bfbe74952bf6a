import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import { chooseNext, writeEvaluationText } from '../evaluation/evaluation-store.ts'
import { agreeTrack } from '../plan/entry-store.ts'
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

  it('says that a track was agreed since the sealed version', async () => {
    const db = await open()
    const { cast, id, bram } = await adoptedPlan(db)
    const plan = await planOf(db, cast, id)
    done(await agreeTrack(db, cast.member('bram'), plan, entryOf(plan, bram)!, AFTER))
    const karin = await asMember(testApp(db, { now: () => new Date(AFTER) }), db, cast, 'karin')
    expect(await (await karin.get(`/plan/${id}/export/json`)).json()).toMatchObject({ version: '1.0+' })
    const page = await (await karin.get(`/plan/${id}/decision`)).text()
    expect(page).toContain('In deze trajecten is daarna geschreven: Bram.')
    expect((await karin.post(`/plan/${id}/decision`, { act: 'beside' })).status).toBe(303)
    expect(await (await karin.get(`/plan/${id}/export/json`)).json()).toMatchObject({ version: '1.1' })
    expect(await (await karin.get(`/plan/${id}/decision`)).text()).toContain('Versie 1.1 is verzegeld')
  })

  it('is a concept without a sheet as long as the team has not decided', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const karin = await asMember(testApp(db), db, cast, 'karin')
    expect(await (await karin.get(`/plan/${id}/export/json`)).json()).toMatchObject({ version: null })
  })
})
