import { beforeEach, describe, expect, test } from 'vitest'
import { encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { evaluationIdOf, evaluationNamed } from '../plan/evaluation-id.ts'
import { entryOf } from '../plan/plan.ts'
import { fragmentOf } from '../writing/document.ts'
import { documentFrom, openDocument } from '../writing/document-store.ts'
import { storeDocument } from '../writing/together-store.ts'
import { evaluationPassageOwner } from './evaluation.ts'
import { evaluationKeeper } from './evaluation-keeper-desk.ts'
import { readAllEvaluations } from './evaluation-store.ts'

eachDatabase((open, dialect) => {
  let db: Db
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
  })
  const member = (key: Parameters<typeof made.cast.member>[0]) => made.cast.member(key)
  const owner = () => evaluationPassageOwner(made.anouk, 'mid')
  const find = (key: Parameters<typeof made.cast.member>[0]) =>
    evaluationKeeper.find(db, member(key), owner(), 'learned')

  describe(`the keeper of evaluations (${dialect})`, () => {
    test('knows the texts of an evaluation that nobody has begun yet', async () => {
      const sight = await find('anouk')
      expect(sight).toMatchObject({ write: { may: true }, place: { scopeId: `evaluation:${made.id}` } })
      expect(sight?.title('nl')).toBe('Anouk · Geleerd')
      expect(await readAllEvaluations(db, made.cast.keeper, made)).toEqual([])
    })

    test('lets read and write as the forms do', async () => {
      expect((await find('karin'))?.write).toEqual({ may: false, because: 'teacher-writes' })
      expect(await find('bram')).toBeNull()
      expect(await evaluationKeeper.find(db, member('anouk'), owner(), 'no-such-field')).toBeNull()
      expect(await evaluationKeeper.find(db, member('anouk'), made.anouk, 'learned')).toBeNull()
    })

    test('makes the evaluation with its first word, in the transaction that stores it', async () => {
      const anouk = member('anouk')
      const sight = await find('anouk')
      if (!sight) throw new Error('nothing to write in')
      const { place } = sight
      const doc = documentFrom((await openDocument(db, anouk, place, NOW_MOMENT)).state)
      const words = new XmlElement('paragraph')
      fragmentOf(doc).push([words])
      words.insert(0, [new XmlText('Kijken helpt.')])
      done(
        await db.write(anouk, async (_sql, tx) => {
          done(await storeDocument(tx, anouk, place, encodeStateAsUpdate(doc), NOW_MOMENT))
          return (await evaluationKeeper.wrote(tx, anouk, place, NOW_MOMENT)) ?? 'done'
        }),
      )
      const [evaluation] = await readAllEvaluations(db, made.cast.keeper, made)
      expect(evaluation).toMatchObject({ id: owner(), time: 'mid', by: anouk.personId })
      expect(evaluation?.texts.learned?.text).toBe('Kijken helpt.')
    })

    test('refuses inside the transaction who lost the right', async () => {
      const place = { ownerId: owner(), field: 'learned', scopeId: `evaluation:${made.id}` }
      const refused = await db.write(member('karin'), (_sql, tx) =>
        evaluationKeeper.wrote(tx, member('karin'), place, NOW_MOMENT),
      )
      expect(refused).toEqual({ refused: 'may-not', because: 'teacher-writes' })
    })

    test('writes by the rules of the forms', async () => {
      const place = { ownerId: owner(), field: 'learned', scopeId: `evaluation:${made.id}` }
      expect(
        await evaluationKeeper.write(db, member('anouk'), place, 'Samen.', null, NOW_MOMENT),
      ).toMatchObject({ saved: { text: 'Samen.' } })
      const plan = await planOf(db, made.cast, made.id)
      expect(entryOf(plan, made.anouk)).not.toBeNull()
      expect((await readAllEvaluations(db, made.cast.keeper, made))[0]?.id).toBe(owner())
    })
  })
})

describe('the id of an evaluation', () => {
  test('tells of which entry and time it is, and nothing else does', () => {
    const entry = '01a200b6-503e-7435-98d6-d1c2811ab5d4' as Parameters<typeof evaluationIdOf>[0]
    for (const time of ['mid', 'end'] as const)
      expect(evaluationNamed(evaluationIdOf(entry, time))).toEqual({ entryId: entry, time })
    expect(evaluationNamed(entry)).toBeNull()
    expect(evaluationPassageOwner(entry, 'mid', { id: entry as never })).toBe(entry)
  })
})
