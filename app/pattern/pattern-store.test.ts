import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { newMeeting } from '../../test/meeting-visit.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import { readAllAmendments } from '../adoption/amendment-store.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { PlanId, QuestionId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { readScene } from '../meeting/scene-store.ts'
import { entryOf } from '../plan/plan.ts'
import { movePlan } from '../plan/plan-store.ts'
import { forgetOldQuestions } from '../question/question-tidy-store.ts'
import { confirmTopic } from '../question/question-topic-store.ts'
import { askQuestion, deleteQuestions, whenForgotten } from '../question/question-write-store.ts'
import { writeSentence } from '../question/sentence-store.ts'
import type { BuiltInTopic } from '../school/topic.ts'
import { putOnAgenda } from './agenda-store.ts'
import { makeGoal } from './goal-store.ts'
import { keepForNext, letRest, patternsOf } from './pattern-store.ts'
import {
  answerText,
  askTexts,
  forgetPatternTexts,
  ownTexts,
  shownTexts,
  textsAsked,
} from './pattern-text-store.ts'

type Key = keyof Cast['people']
const ASKERS: readonly Key[] = ['petra', 'anouk', 'bram', 'petra', 'youssef']
const YEAR = '2026-2027' as SchoolYear
const PARENTS = { topic: 'parents', year: YEAR, term: 1 } as const
const LATER = '2026-11-19T12:00:00.000Z' as Moment
const words = () => ({ title: 'Samen sterker in gesprekken', situation: 'Vijf vragen gingen hierover.' })

/** Questions on a topic, confirmed by who asked them; answers their ids. */
async function ask(db: Db, cast: Cast, keys: readonly Key[], topic: BuiltInTopic, now = NOW_MOMENT) {
  const ids: QuestionId[] = []
  for (const [at, key] of keys.entries()) {
    const given = { text: `Vraag ${at} van ${key} over ${topic}`, about: 'else' } as const
    const id = done(await askQuestion(db, cast.member(key), given, now))
    done(await confirmTopic(db, cast.member(key), id, topic, now))
    ids.push(id)
  }
  return ids
}

eachDatabase((open, dialect) => {
  describe(`what comes back in a school (${dialect})`, () => {
    let db: Db
    let cast: Cast
    beforeEach(async () => {
      db = await open()
    })

    const scene = async (key: Key = 'anouk', today: Day = TODAY) => {
      const seen = await patternsOf(db, cast.member(key), today)
      if (seen === null) throw new Error('a member of the school reads what comes back')
      return seen
    }
    const topics = async () => (await scene()).cards.map(({ count }) => [count.topic, count.number])

    it('is counted for the whole team, without a name, and for nobody of another school', async () => {
      cast = await settleCast(db)
      const other = await settleCast(db, { name: 'De Wilg' })
      await ask(db, cast, ASKERS, 'parents')
      await ask(db, cast, ['anouk', 'bram'], 'maths')
      expect(await topics()).toEqual([['parents', 5]])
      expect((await scene()).others).toEqual([])
      expect(JSON.stringify(await scene())).not.toContain(cast.people.petra)
      expect((await patternsOf(db, other.member('karin'), TODAY))?.cards).toEqual([])
      const program = { kind: 'program', schoolId: cast.schoolId, tokenId: 'token' } as const
      expect(await patternsOf(db, program, TODAY)).toBeNull()
    })

    it('counts no question of which nobody confirmed the topic', async () => {
      cast = await settleCast(db)
      const ids = await ask(db, cast, ASKERS, 'parents')
      const [first] = ids
      if (first) done(await confirmTopic(db, cast.member('petra'), first, null, LATER))
      expect(await topics()).toEqual([])
      expect((await scene()).others).toMatchObject([{ topic: 'parents', number: 4 }])
    })

    it('rests for its term when who coordinates says so, and comes back', async () => {
      cast = await settleCast(db)
      await ask(db, cast, ASKERS, 'parents')
      expect(await letRest(db, cast.member('anouk'), PARENTS, true, NOW_MOMENT)).toMatchObject({
        refused: 'may-not',
      })
      expect(
        await letRest(db, cast.member('karin'), { ...PARENTS, topic: 'maths' }, true, NOW_MOMENT),
      ).toEqual({
        refused: 'pattern-gone',
      })
      expect(await letRest(db, cast.member('karin'), PARENTS, true, NOW_MOMENT)).toBe('done')
      expect([await topics(), (await scene()).resting.length]).toEqual([[], 1])
      expect(await letRest(db, cast.member('karin'), PARENTS, false, LATER)).toBe('done')
      expect(await topics()).toEqual([['parents', 5]])
    })

    it('becomes a draft in a plan that is written, hanging on nothing, and only once', async () => {
      const made = await writtenPlan(db)
      cast = made.cast
      await ask(db, cast, ASKERS, 'parents')
      const given = { planId: made.id, words }
      expect(await makeGoal(db, cast.member('anouk'), PARENTS, given, NOW_MOMENT)).toMatchObject({
        refused: 'may-not',
      })
      const both = await Promise.all(
        [0, 1].map(() => makeGoal(db, cast.member('karin'), PARENTS, given, NOW_MOMENT)),
      )
      expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'goal-made' }])
      const goal = done(both.find((one) => !('refused' in one)))
      const entry = entryOf(await planOf(db, cast, made.id), goal?.entryId ?? null)
      expect(entry).toMatchObject({ kind: 'team-goal', ownAim: 'preventive', visionLineIds: [] })
      expect(entry?.texts.title?.text).toBe('Samen sterker in gesprekken')
      const seen = await scene()
      expect(seen.cards[0]?.goal?.goal?.entryId).toBe(goal?.entryId)
      expect(seen.effects).toMatchObject([{ effect: { says: 'too-soon' }, before: { number: 5 } }])
    })

    it('becomes a proposal in a plan that is adopted, by anybody of the team', async () => {
      const made = await adoptedPlan(db)
      cast = made.cast
      await ask(db, cast, ASKERS, 'parents')
      const goal = done(await makeGoal(db, cast.member('bram'), PARENTS, { planId: made.id, words }, AFTER))
      const plan = await planOf(db, cast, made.id)
      const amendment = (await readAllAmendments(db, cast.keeper, plan)).find(
        ({ id }) => id === goal.amendmentId,
      )
      expect(amendment).toMatchObject({
        kind: 'new',
        about: 'team-goal',
        why: 'Vijf vragen gingen hierover.',
      })
    })

    it('is kept where no plan takes a goal, and offered for the next one', async () => {
      const made = await writtenPlan(db)
      cast = made.cast
      await ask(db, cast, ASKERS, 'parents')
      const karin = cast.member('karin')
      const plan = await planOf(db, cast, made.id)
      done(await movePlan(db, karin, plan, 'decision', 'We beslissen.', NOW_MOMENT))
      const given = { planId: made.id, words }
      expect(await makeGoal(db, karin, PARENTS, given, NOW_MOMENT)).toEqual({ refused: 'no-place' })
      const nowhere = { ...given, planId: 'nowhere' as PlanId }
      expect(await makeGoal(db, karin, PARENTS, nowhere, NOW_MOMENT)).toEqual({ refused: 'no-place' })
      done(await keepForNext(db, karin, PARENTS, true, NOW_MOMENT))
      expect((await scene()).kept.map(({ count }) => count.topic)).toEqual(['parents'])
      expect((await scene('anouk', '2027-06-01' as Day)).kept).toHaveLength(1)
      done(await movePlan(db, karin, await planOf(db, cast, made.id), 'input', 'Toch niet.', LATER))
      done(await makeGoal(db, karin, PARENTS, given, LATER))
      expect((await scene()).kept).toEqual([])
    })

    it('goes on the agenda of a meeting that comes, as theme and number', async () => {
      const made = await writtenPlan(db)
      cast = made.cast
      await ask(db, cast, ASKERS, 'parents')
      const meeting = { title: 'Teamoverleg', startsAt: '2026-11-26T14:30:00.000Z' as Moment }
      const meetingId = done(
        await planMeeting(db, cast.member('karin'), newMeeting(cast, meeting), NOW_MOMENT),
      )
      const given = {
        meetingId,
        words: () => ({ title: 'Vijf vragen over gesprekken', text: 'Wat kunnen we?' }),
      }
      done(await putOnAgenda(db, cast.member('anouk'), PARENTS, given, NOW_MOMENT))
      expect(await putOnAgenda(db, cast.member('anouk'), PARENTS, given, NOW_MOMENT)).toEqual({
        refused: 'on-agenda',
      })
      const items = (await readScene(db, cast.keeper, meetingId))?.items ?? []
      expect(items.at(-1)).toMatchObject({ kind: 'free', title: 'Vijf vragen over gesprekken' })
      const past = '2026-11-27T08:00:00.000Z' as Moment
      done(await letRest(db, cast.member('karin'), PARENTS, false, past))
      const other = { ...given, meetingId: 'gone' as typeof meetingId }
      expect(await putOnAgenda(db, cast.member('anouk'), PARENTS, other, past)).toEqual({
        refused: 'meeting-gone',
      })
    })

    it('shows a sentence only with the yes of its asker, as it was then', async () => {
      cast = await settleCast(db)
      const [first, hers, his] = await ask(db, cast, ASKERS, 'parents')
      if (!first || !hers || !his) throw new Error('five were asked')
      const shown = async () => [...(await shownTexts(db, cast.member('paul'))).values()]
      expect(await askTexts(db, cast.member('anouk'), PARENTS, NOW_MOMENT)).toMatchObject({
        refused: 'may-not',
      })
      done(await askTexts(db, cast.member('karin'), PARENTS, NOW_MOMENT))
      expect(await askTexts(db, cast.member('karin'), PARENTS, LATER)).toEqual({ refused: 'texts-asked' })
      expect((await textsAsked(db, cast.member('petra'), NOW_MOMENT)).map(({ topic }) => topic)).toEqual([
        'parents',
        'parents',
      ])
      expect(await shown()).toEqual([{ asked: 5, sentences: [] }])
      expect(await answerText(db, cast.member('karin'), hers, 'yes', LATER)).toEqual({ refused: 'text-gone' })
      done(await answerText(db, cast.member('anouk'), hers, 'yes', LATER))
      done(await answerText(db, cast.member('bram'), his, 'no', LATER))
      expect(await shown()).toEqual([{ asked: 5, sentences: ['Vraag 1 van anouk over parents'] }])
      expect(await ownTexts(db, cast.member('bram'), LATER)).toMatchObject([{ is: 'no' }])

      const other = { text: 'Heel iets anders', base: null }
      await writeSentence(db, cast.member('anouk'), hers, 'text', other, LATER)
      expect(await shown()).toEqual([{ asked: 5, sentences: [] }])
      expect(await ownTexts(db, cast.member('anouk'), LATER)).toMatchObject([{ is: 'changed' }])
      done(await answerText(db, cast.member('anouk'), hers, 'yes', LATER))
      expect(await shown()).toEqual([{ asked: 5, sentences: ['Heel iets anders'] }])
      done(await confirmTopic(db, cast.member('anouk'), hers, 'maths', LATER))
      expect(await shown()).toEqual([{ asked: 5, sentences: [] }])
      expect(await answerText(db, cast.member('anouk'), first, 'yes', LATER)).toEqual({
        refused: 'text-gone',
      })
    })

    it('leaves an ask alone that was left alone, and forgets it with its question', async () => {
      cast = await settleCast(db)
      const [first] = await ask(db, cast, ASKERS, 'parents')
      done(await askTexts(db, cast.member('karin'), PARENTS, NOW_MOMENT))
      expect(await textsAsked(db, cast.member('petra'), '2026-12-20T12:00:00.000Z' as Moment)).toEqual([])
      whenForgotten(forgetPatternTexts)
      await db.write(cast.keeper, (sql) => deleteQuestions(sql, cast.keeper, first ? [first] : []))
      expect((await shownTexts(db, cast.member('paul'))).values().next().value).toMatchObject({ asked: 4 })
    })

    it('keeps its numbers when the questions are erased: before and after a goal, and last year beside this one', async () => {
      const made = await writtenPlan(db)
      cast = made.cast
      await ask(db, cast, ASKERS, 'parents')
      await ask(db, cast, ['anouk', 'bram', 'petra', 'anouk', 'bram'], 'maths')
      done(await makeGoal(db, cast.member('karin'), PARENTS, { planId: made.id, words }, NOW_MOMENT))
      await forgetOldQuestions(db, new Date('2028-01-10T08:00:00.000Z'))
      await forgetOldQuestions(db, new Date('2029-02-10T08:00:00.000Z'))
      await ask(db, cast, ASKERS, 'parents', '2027-11-04T09:00:00.000Z' as Moment)
      const next = await scene('anouk', '2027-11-18' as Day)
      expect(next.cards[0]?.count).toMatchObject({ topic: 'parents', number: 5, before: 5, pattern: 'alike' })
      expect(next.effects[0]).toMatchObject({ before: { number: 5 }, after: { number: 5 } })
    })
  })
})
