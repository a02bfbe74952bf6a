import { beforeEach, describe, expect, test } from 'vitest'
import { encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../kernel/id.ts'
import { fragmentOf } from '../writing/document.ts'
import { documentFrom, openDocument } from '../writing/document-store.ts'
import type { PassageKeeper } from '../writing/passage-keeper-desk.ts'
import { readPassage } from '../writing/passage-store.ts'
import { storeDocument } from '../writing/together-store.ts'
import { entryOf } from './plan.ts'
import { entryKeeper } from './plan-keeper-desk.ts'
import { movePlan } from './plan-store.ts'
import { principleKeeper } from './principle-keeper-desk.ts'
import { namePerson } from './tie-store.ts'

eachDatabase((open, dialect) => {
  let db: Db
  let made: Awaited<ReturnType<typeof writtenPlan>>
  beforeEach(async () => {
    db = await open()
    made = await writtenPlan(db)
  })
  type Who = keyof Cast['people']
  const member = (who: Who) => made.cast.member(who)
  const entry = (who: Who, id: string, field: string) => entryKeeper.find(db, member(who), id, field)
  const plan = () => planOf(db, made.cast, made.id)

  /** Somebody types at the end of a text in the editor, and the hub stores it. */
  async function typeTogether(
    keeper: PassageKeeper,
    who: Who,
    ownerId: string,
    field: string,
    words: string,
  ) {
    const actor = member(who)
    const place = { ownerId, field, scopeId: made.id }
    const doc = documentFrom((await openDocument(db, actor, place, NOW_MOMENT)).state)
    if (words === '') fragmentOf(doc).delete(0, fragmentOf(doc).length)
    else {
      const paragraph = new XmlElement('paragraph')
      fragmentOf(doc).push([paragraph])
      paragraph.insert(0, [new XmlText(words)])
    }
    return db.write(actor, async (_sql, tx) => {
      const stored = await storeDocument(tx, actor, place, encodeStateAsUpdate(doc), NOW_MOMENT)
      return (await keeper.wrote(tx, actor, place, NOW_MOMENT)) ?? stored
    })
  }

  describe(`the keeper of goals and tracks (${dialect})`, () => {
    test('says what a text is of, in both languages, and where it stands', async () => {
      const goal = await entry('paul', made.goal, 'coordinatorEffort')
      expect([goal?.title('nl'), goal?.title('en')]).toEqual([
        'Rekenen · Inzet intern begeleider',
        'Rekenen · Effort of the support coordinator',
      ])
      expect((await entry('paul', made.anouk, 'approach'))?.title('nl')).toBe('Anouk · Aanpak')
      expect(goal?.href).toBe(`/plan/${made.id}?shown=${made.goal}#e-${made.goal}`)
    })

    test('knows no text of another school, of another kind of entry, or of nothing', async () => {
      const other = await settleCast(db, { name: 'De Linde' })
      expect(await entryKeeper.find(db, other.member('karin'), made.goal, 'approach')).toBeNull()
      expect(await entry('karin', made.goal, 'memberEffort')).toBeNull()
      expect(await entry('karin', newId(), 'approach')).toBeNull()
      expect(await entry('karin', "' or 1=1", 'approach')).toBeNull()
    })

    test('a stored text raises the revision of its entry and plan, once', async () => {
      const before = await plan()
      done(await typeTogether(entryKeeper, 'karin', made.goal, 'approach', 'En meer.'))
      const after = await plan()
      expect(after.revision).toBe(before.revision + 1)
      expect(entryOf(after, made.goal)).toMatchObject({
        revision: (entryOf(before, made.goal)?.revision ?? 0) + 1,
        texts: { approach: { text: 'Samen kijken\n\nEn meer.' } },
      })
    })

    test('refuses in the same transaction who may not write, and nothing of it stays', async () => {
      const before = await plan()
      const refused = await typeTogether(entryKeeper, 'bram', made.anouk, 'goal', 'Van Bram.')
      expect(refused).toEqual({ refused: 'may-not', because: 'teacher-holds-pen' })
      expect(await plan()).toEqual(before)
    })

    test('asks the phase of this moment, not the one in which a text was opened', async () => {
      done(await movePlan(db, member('karin'), await plan(), 'decision', 'Besluit.', NOW_MOMENT))
      const refused = await typeTogether(entryKeeper, 'karin', made.goal, 'approach', 'Te laat.')
      expect(refused).toEqual({ refused: 'may-not', because: 'in-decision' })
    })

    const SUGGESTS = [
      ['anouk', 'goal', true],
      ['paul', 'goal', true],
      ['karin', 'anouk', true],
      ['bram', 'anouk', false],
      ['anouk', 'anouk', true],
    ] as const
    test.each(SUGGESTS)('in phase input %s may suggest on %s: %s', async (who, on, may) => {
      const field = on === 'goal' ? 'approach' : 'goal'
      expect((await entry(who, made[on], field))?.suggest.may).toBe(may)
    })

    test('whom the teacher invites may suggest on the track', async () => {
      const track = entryOf(await plan(), made.anouk)
      if (!track) throw new Error('the track is gone')
      const bram = made.cast.people.bram
      done(await namePerson(db, member('anouk'), await plan(), track, bram, 'invited', NOW_MOMENT))
      expect((await entry('bram', made.anouk, 'goal'))?.suggest.may).toBe(true)
    })

    test('writes by the rules of the forms', async () => {
      const place = { ownerId: made.goal, field: 'approach', scopeId: made.id }
      const write = (who: Who, base: number | null) =>
        entryKeeper.write(db, member(who), place, 'Anders', base, NOW_MOMENT)
      expect(await write('anouk', null)).toMatchObject({ refused: 'may-not' })
      expect(await write('karin', 7)).toMatchObject({ collision: { text: 'Samen kijken' } })
      expect(await write('karin', 1)).toMatchObject({ saved: { text: 'Anders', revision: 2 } })
    })
  })

  describe(`the keeper of principles (${dialect})`, () => {
    const text = () => db.read(member('karin'), (sql) => readPassage(sql, member('karin'), place()))
    const place = () => ({ ownerId: made.principle, field: 'text' })

    test('an empty principle is not stored', async () => {
      expect(await typeTogether(principleKeeper, 'karin', made.principle, 'text', '')).toMatchObject({
        refused: 'principle-empty',
      })
      expect((await text())?.text).toBe('We delen alles.')
    })

    test('while the team decides the note of the talk is written, the words are not', async () => {
      done(await movePlan(db, member('karin'), await plan(), 'decision', 'Besluit.', NOW_MOMENT))
      done(await typeTogether(principleKeeper, 'karin', made.principle, 'talk', 'Goed gesprek.'))
      expect((await plan()).principles[0]?.talk?.text).toBe('Goed gesprek.')
      expect(await typeTogether(principleKeeper, 'karin', made.principle, 'text', 'Anders.')).toMatchObject({
        refused: 'may-not',
      })
    })

    test('everybody of the team reads, and suggests while the plan takes input', async () => {
      const sight = await principleKeeper.find(db, member('bram'), made.principle, 'text')
      expect(sight).toMatchObject({ write: { may: false }, suggest: { may: true } })
      expect(sight?.title('nl')).toBe('Principe: We delen alles.')
      expect(await principleKeeper.find(db, member('bram'), made.principle, 'approach')).toBeNull()
    })
  })
})
