import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { done } from '../../test/written-plan.ts'
import type { Moment } from '../kernel/day.ts'
import { mayHold } from '../question/question-may.ts'
import { readQuestion } from '../question/question-store.ts'
import { askQuestion, changeQuestion, throwAway } from '../question/question-write-store.ts'
import { stepTo } from '../question/rung.ts'

type Key = keyof Cast['people']
const later = (minutes: number) => new Date(Date.parse(NOW_MOMENT) + minutes * 60_000).toISOString() as Moment

eachDatabase((open) => {
  /** Eleven questions with the coordinators, one more than a page of the tray. */
  const world = async () => {
    const db = await open()
    const cast = await settleCast(db)
    const brought = async (key: Key, text: string, now: Moment) => {
      const member = cast.member(key)
      const id = done(await askQuestion(db, member, { text, about: 'group' }, now))
      const may = (question: Parameters<typeof mayHold>[0]) => mayHold(question, member)
      await changeQuestion(db, member, { id, now }, may, (question) => stepTo(question, 3, now))
      return id
    }
    const first = await brought('bram', 'Van Bram', NOW_MOMENT)
    for (let number = 1; number <= 9; number++) await brought('sem', `Van Sem ${number}`, later(number))
    const last = await brought('petra', 'Van Petra', later(10))
    const karin = await asMember(testApp(db), db, cast, 'karin')
    const read = async () => (await readQuestion(db, cast.member('petra'), last))?.readAt
    return { db, cast, karin, first, last, read }
  }

  describe('what a coordinator reads in the tray', () => {
    it('was read, also where it stands only to be laid together with another', async () => {
      const { db, cast, karin, first, last, read } = await world()
      expect(await (await karin.get('/questions/tray')).text()).not.toContain('Van Petra')
      expect(await read()).toBeNull()
      const joining = await karin.get(`/questions/tray?open=${first}&join=yes`)
      expect(await joining.text()).toContain('Van Petra')
      expect(await read()).not.toBeNull()
      expect(await throwAway(db, cast.member('petra'), last)).toMatchObject({ refused: 'may-not' })
    })

    it('is counted on a page past the last one too', async () => {
      const { karin } = await world()
      const past = await (await karin.get('/questions/tray?page=9')).text()
      expect(past).not.toContain('Er ligt niets bij jou.')
      expect(past).toContain('href="/questions/tray"')
    })
  })
})
