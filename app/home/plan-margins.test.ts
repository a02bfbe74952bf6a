import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { findPassage } from '../../test/passages.ts'
import { asMember } from '../../test/request.ts'
import {
  AFTER,
  adoptedPlan,
  CLOSES,
  done,
  frameFor,
  planOf,
  WORDS,
  writtenPlan,
} from '../../test/written-plan.ts'
import { putForward } from '../adoption/adoption-store.ts'
import { chooseNext, writeEvaluationText } from '../evaluation/evaluation-store.ts'
import { rollOver } from '../evaluation/roll-over-store.ts'
import { entryOf } from '../plan/plan.ts'

const words = {
  title: (year: string) => `Plan ${year}`,
  why: () => 'Een nieuw jaar.',
  note: () => 'Van vorig jaar.',
  adjust: (said: string) => said,
}

eachDatabase((open) => {
  it('shows the way to the decision, and what waits for whom', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const app = testApp(db)
    const karin = await asMember(app, db, cast, 'karin')
    const anouk = await asMember(app, db, cast, 'anouk')
    const petra = await asMember(app, db, cast, 'petra')
    expect(await (await karin.get(`/plan/${id}`)).text()).toContain('Leg voor aan het team')
    expect(await (await anouk.get(`/plan/${id}`)).text()).not.toContain('Leg voor aan het team')
    const asked = { parts: [], frame: frameFor(cast), closesAt: CLOSES, words: WORDS, why: 'Voorgelegd.' }
    done(await putForward(db, cast.member('karin'), id, asked, NOW_MOMENT))
    expect(await (await anouk.get(`/plan/${id}`)).text()).toContain('Eén tekst wacht op jouw antwoord.')
    expect(await (await petra.get(`/plan/${id}`)).text()).not.toContain('wacht op jouw antwoord')
  })

  it('lays last year’s evaluation beside what was carried over, as far as one may read it', async () => {
    const db = await open()
    const { cast, id, goal, anouk } = await adoptedPlan(db)
    const plan = await planOf(db, cast, id)
    const place = (entry: typeof goal) => ({ plan, entry: entryOf(plan, entry)!, time: 'end' as const })
    done(
      await writeEvaluationText(
        db,
        cast.member('karin'),
        place(goal),
        'learned',
        'Samen voorbereiden hielp.',
        null,
        AFTER,
      ),
    )
    done(await chooseNext(db, cast.member('karin'), place(goal), { next: 'go-on' }, AFTER))
    done(
      await writeEvaluationText(
        db,
        cast.member('anouk'),
        place(anouk),
        'learned',
        'Wachten helpt.',
        null,
        AFTER,
      ),
    )
    const fresh = done(await rollOver(db, cast.member('karin'), id, words, findPassage, AFTER))
    const app = testApp(db, { now: () => new Date(AFTER) })
    const pageOf = async (key: 'paul' | 'anouk') =>
      (await (await asMember(app, db, cast, key)).get(`/plan/${fresh}`)).text()
    expect(await pageOf('paul')).toContain('Samen voorbereiden hielp.')
    expect(await pageOf('paul')).not.toContain('Wachten helpt.')
    expect(await pageOf('anouk')).toContain('Wachten helpt.')
  })
})
