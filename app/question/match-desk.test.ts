import { describe, expect, it } from 'vitest'
import type { Cast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { slot } from '../../test/visit-room.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { tellDay, tellWeek } from '../office/days-store.ts'
import { addEntry, agreeTrack } from '../plan/entry-store.ts'
import { entryOf } from '../plan/plan.ts'
import type { GivenProfile } from '../profile/profile-form.ts'
import { writeProfile } from '../profile/profile-store.ts'
import { offerMoments } from '../visit/offer-store.ts'
import { answerAsk, askThem } from './ask-store.ts'
import { callHeavy, takeBackHeavy } from './heavy-store.ts'
import type { Match } from './match.ts'
import { matchesFor } from './match-desk.ts'
import { mayHold } from './question-may.ts'
import { readQuestion } from './question-store.ts'
import { askQuestion, changeQuestion } from './question-write-store.ts'
import { withTopic } from './rung.ts'

type Key = keyof Cast['people']
/** Wednesday 25 November 2026. */
const TODAY = '2026-11-25' as Day
const NOTHING: GivenProfile = {
  helps: [],
  learns: [],
  specialties: [],
  ways: [],
  often: null,
  line: '',
  showsVisits: false,
  showsQuestions: false,
}
const told = { now: AFTER, tell: async () => {} }

/** An adopted plan in which Youssef works on maths; Anouk has a question about maths. */
async function school(db: Db) {
  const { cast } = await adoptedPlan(db, async ({ cast: who, id }) => {
    const youssef = who.member('youssef')
    const track = {
      kind: 'teacher-track',
      personId: youssef.personId,
      texts: { goal: 'Sterker worden in rekenen.' },
    } as const
    const entry = done(await addEntry(db, youssef, await planOf(db, who, id), track, AFTER))
    const plan = await planOf(db, who, id)
    const made = entryOf(plan, entry)
    if (made) done(await agreeTrack(db, youssef, plan, made, AFTER))
  })
  const profile = (key: Key, what: Partial<GivenProfile>) =>
    writeProfile(db, cast.member(key), { ...NOTHING, ...what }, AFTER)
  const question = async (by: Key, text = 'Hoe krijg ik bij rekenen iedereen mee?') => {
    const id = done(await askQuestion(db, cast.member(by), { text, about: 'lesson' }, AFTER))
    const found = async () => (await readQuestion(db, cast.member(by), id))!
    const offered = async () => matchesFor(db, cast.member(by), await found(), { now: AFTER, today: TODAY })
    return { id, found, offered }
  }
  const who = (matches: readonly Match[], key: Key) =>
    matches.find(({ person }) => person === cast.people[key])?.because.map(({ why }) => why)
  return { db, cast, profile, question, who }
}

eachDatabase((open) => {
  describe('what the matching looks at in a school', () => {
    it('reads profiles, tracks of this year, groups, days and free moments', async () => {
      const { db, cast, profile, question, who } = await school(await open())
      await profile('hanneke', { specialties: [{ topic: 'maths', words: 'master' }] })
      await profile('marjan', { helps: ['maths'], often: 'not-now' })
      await profile('lotte', { learns: ['maths'], often: 'any' })
      await tellWeek(db, cast.member('hanneke'), { 4: 'all' })
      const moment = { slots: [slot('2026-11-26T09:30')], words: '' }
      expect(await offerMoments(db, cast.member('lotte'), moment, AFTER)).toMatchObject({ added: 1 })
      const { offered } = await question('anouk')
      const found = await offered()
      expect(who(found, 'hanneke')).toEqual(['specialist', 'in-on'])
      expect(who(found, 'youssef')).toContain('works-on')
      expect(who(found, 'lotte')).toEqual(expect.arrayContaining(['learns', 'likes-to', 'free-at']))
      expect(who(found, 'marjan')).toBeUndefined()
      expect(who(found, 'anouk')).toBeUndefined()
      expect(who(found, 'karin')).toBeUndefined()
    })

    it('offers who is away these days as little as who left the school', async () => {
      const { db, cast, profile, question, who } = await school(await open())
      await profile('hanneke', { helps: ['maths'] })
      await profile('wilma', { helps: ['maths'] })
      const { offered } = await question('anouk')
      expect(who(await offered(), 'hanneke')).toContain('helps')
      await tellWeek(db, cast.member('hanneke'), { 4: 'all' })
      await tellDay(db, cast.member('hanneke'), { day: '2026-11-26' as Day, isIn: false }, TODAY)
      await db.write(cast.keeper, (sql) =>
        sql.updateTable('person').set({ left_on: TODAY }).where('id', '=', cast.people.wilma).execute(),
      )
      await db.write(cast.keeper, (sql) =>
        sql
          .updateTable('school')
          .set((is) => ({ revision: is('revision', '+', 1) }))
          .where('id', '=', cast.schoolId)
          .execute(),
      )
      const found = await offered()
      expect(who(found, 'hanneke')).toBeUndefined()
      expect(who(found, 'wilma')).toBeUndefined()
    })

    it('leaves in peace who asks for somebody to come, or did so today; by name they can be asked', async () => {
      const { db, cast, profile, question, who } = await school(await open())
      await profile('hanneke', { helps: ['maths'] })
      const { id, found, offered } = await question('anouk')
      expect(who(await offered(), 'hanneke')).toContain('helps')
      const [anouk, hanneke] = [cast.member('anouk'), cast.member('hanneke')]
      const call = done(await callHeavy(db, hanneke, { question: null, to: null }, told))
      expect(who(await offered(), 'hanneke')).toBeUndefined()
      expect(await takeBackHeavy(db, hanneke, { id: call, ...told })).toBe('done')
      expect(who(await offered(), 'hanneke')).toBeUndefined()
      const tomorrow = { now: AFTER, today: '2026-11-26' as Day }
      expect(who(await matchesFor(db, anouk, await found(), tomorrow), 'hanneke')).toContain('helps')
      expect(await askThem(db, anouk, { id, ...told }, [hanneke.personId])).toBe('done')
    })

    it('remembers who helped with such a question, by a topic that a person confirmed', async () => {
      const { db, cast, question, who } = await school(await open())
      const helped = async (by: Key, id: QuestionId) => {
        done(await askThem(db, cast.member(by), { id, ...told }, [cast.people.wilma]))
        done(
          await answerAsk(
            db,
            cast.member('wilma'),
            { id, ...told },
            { as: 'yes', words: '', startsAt: null },
          ),
        )
      }
      const before = await question('sem')
      await helped('sem', before.id)
      const now = await question('anouk')
      expect(who(await now.offered(), 'wilma') ?? []).not.toContain('helped-before')
      const sem = cast.member('sem')
      await changeQuestion(
        db,
        sem,
        { id: before.id, now: AFTER },
        (one) => mayHold(one, sem),
        (one) => withTopic(one, 'maths', sem.personId, AFTER),
      )
      expect(who(await now.offered(), 'wilma')).toContain('helped-before')
    })
  })
})
