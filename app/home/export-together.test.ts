import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import { decideNext } from '../evaluation/evaluation-decide-store.ts'
import { chooseTogether, writeLook } from '../evaluation/team-look-store.ts'
import { layOut } from '../form/paper-layout.ts'
import type { PlanPaper } from '../form/plan-paper.ts'
import { entryOf } from '../plan/plan.ts'

eachDatabase((open) => {
  it('takes what was said together to paper for the team, and to no reader outside it', async () => {
    const db = await open()
    const { cast, id, goal, principle } = await adoptedPlan(db)
    const karin = cast.member('karin')
    const plan = await planOf(db, cast, id)
    const place = { plan, time: 'mid' as const, leads: true }
    done(await writeLook(db, karin, place, 'coordinatorPart', 'Het **meekijken** hielp.', 0, AFTER))
    done(await writeLook(db, karin, place, 'conditions', 'Twee uur meer.\n\nEn rust.', 0, AFTER))
    done(await writeLook(db, cast.member('paul'), place, 'conditionsAnswer', 'Dat kan.', 0, AFTER))
    const drop = { kind: 'principle', subjectId: principle, choice: 'drop' } as const
    await chooseTogether(db, karin, plan, drop, true, AFTER)
    const outcome = { next: 'adjust', adjust: 'Eén stap tegelijk.', decidedIn: 'item', leads: true } as const
    await decideNext(db, karin, { plan, entry: entryOf(plan, goal)!, time: 'mid' }, outcome, AFTER)
    const app = testApp(db, { now: () => new Date(AFTER) })
    const visitor = await asMember(app, db, cast, 'anouk')
    const exported = async (readers: string) =>
      (await (await visitor.get(`/plan/${id}/export/json?readers=${readers}`)).json()) as PlanPaper
    const whole = await exported('full')
    expect(whole.together).toMatchObject([
      { moment: 'mid', coordinatorPart: 'Het **meekijken** hielp.', droppedPrinciples: ['We delen alles.'] },
    ])
    const sheets = JSON.stringify(layOut(whole))
    for (const said of [
      'Samen teruggekeken, halverwege',
      'meekijken',
      'Dat kan.',
      'Eén stap tegelijk.',
      'bijstellen (besloten door het team op 25 november 2026)',
    ])
      expect(sheets).toContain(said)
    for (const readers of ['initials', 'without-tracks'])
      expect(JSON.stringify(await exported(readers))).not.toContain('meekijken')
    const found = await (await visitor.get('/search?q=rust')).text()
    expect(found).toContain('Onder welke voorwaarden?')
    const word = await visitor.get(`/plan/${id}/export/docx?readers=full`)
    expect(word.status).toBe(200)
  })
})
