import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Db } from '../app/db/database.ts'
import { questionsWithCoordinators } from '../app/question/question-store.ts'
import { settleCast } from './cast.ts'
import { crawl } from './crawl.ts'
import { eachDatabase } from './database.ts'
import { liveThrough } from './question-acts.ts'
import { type Act, circleOf, histories, type Known, LIVING, type Living } from './question-history.ts'
import { beginLife, type Life, nowOf } from './question-life.ts'
import { houseOf, pathsNow, seenBy, seenOutside, wordsIn } from './question-ways.ts'
import { asMember } from './request.ts'
import { writtenPlan } from './written-plan.ts'

/** So many lives on each database; `FC_SEED` tries others. */
const LIVES = { sqlite: 9, postgres: 3 } as const

const MUST_HAPPEN = ['ask', 'yes', 'no', 'bring', 'answer', 'let-in', 'heavy', 'close'] as const

async function livedOn(db: Db, history: readonly Act[]) {
  const { cast, id: plan } = await writtenPlan(db)
  const life = await beginLife(db, cast)
  await liveThrough(life, history)
  return { life, plan, ...houseOf(life) }
}

/** The words that somebody of the school may not come across. */
const forbidden = (life: Life, who: Living | null) =>
  new Set(
    [...life.words].flatMap(([word, id]) => {
      const known = life.questions.find((one) => one.id === id)
      return known && who && circleOf(known).includes(who) ? [] : [word]
    }),
  )

const leaks = (life: Life, who: Living | null, seen: Parameters<typeof wordsIn>[0]) => {
  const not = forbidden(life, who)
  return wordsIn(seen).filter(({ word }) => not.has(word))
}

/** Every question that was not thrown away is there for its asker, with its sentence; what waits lies with Karin. */
async function nothingIsLost(life: Life, app: ReturnType<typeof houseOf>['app']) {
  const lying = await questionsWithCoordinators(life.db, life.cast.member('karin'), { limit: 500, offset: 0 })
  for (const known of life.questions) {
    const asker = await asMember(app, life.db, life.cast, known.asker, nowOf(life))
    const page = await asker.get(`/questions/${known.id}`)
    if (known.is === 'thrown-away') expect(page.status).toBe(404)
    else {
      const found = (await page.text()).includes(known.sentence)
      expect([page.status, found]).toEqual([200, true])
      expect(await (await asker.get('/questions')).text()).toContain(`/questions/${known.id}`)
    }
    expect(lying.some(({ id }) => id === known.id)).toBe(isLying(known))
  }
}

const isLying = ({ is, rung, isHeavy }: Known<unknown>) => is === 'running' && (rung === 3 || isHeavy)

eachDatabase((open, dialect) => {
  it('whatever happens, no question is lost and no word of one is met outside its circle', {
    timeout: 300_000,
  }, async () => {
    const went = new Map<string, number>()
    let met = 0
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const db = await open()
        const { life, plan, app, failures } = await livedOn(db, history)
        expect(life.wrongs).toEqual([])
        await nothingIsLost(life, app)
        const paths = await pathsNow(life, app, plan)
        for (const who of LIVING) {
          const seen = await seenBy(life, app, who, paths)
          expect([who, leaks(life, who, seen)]).toEqual([who, []])
          met += wordsIn(seen).length
        }
        expect(leaks(life, null, await seenOutside(life, app, plan))).toEqual([])
        const other = await settleCast(db, { name: 'De Vlieger' })
        const stranger = await asMember(app, db, other, 'karin', nowOf(life))
        expect(leaks(life, null, await crawl(stranger, paths))).toEqual([])
        expect(failures).toEqual([])
        for (const [doing, times] of life.went) went.set(doing, (went.get(doing) ?? 0) + times)
      }),
      { numRuns: LIVES[dialect], endOnFailure: true },
    )
    // A history in which nothing happens, or of which nobody reads anything, proves nothing.
    expect(met).toBeGreaterThan(LIVES[dialect] * 20)
    for (const doing of dialect === 'sqlite' ? MUST_HAPPEN : [])
      expect([doing, (went.get(doing) ?? 0) > 0]).toEqual([doing, true])
  })
})
