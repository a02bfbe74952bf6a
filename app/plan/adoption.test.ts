import { createHash } from 'node:crypto'
import { sql as raw } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import {
  AFTER,
  adoptedPlan as adopted,
  CLOSES,
  done,
  EVERYONE,
  frameFor,
  planOf,
  SEAL_WORDS,
  say,
  WORDS,
  writtenPlan as written,
} from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, PlanId, PrincipleId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { changeDecision } from '../round/round-store.ts'
import { settle, withdraw } from '../round/round-way.ts'
import { type Item, isStillSo, itemFrom, itemKey, parseItem, WHOLE, withoutParts } from './adoption.ts'
import { type PutForward, putForward, readAdoption, renewItem } from './adoption-store.ts'
import { writeEntryText } from './entry-store.ts'
import { eraseTrack, readErasable } from './erase-store.ts'
import { entryOf, type Plan } from './plan.ts'
import { movePlan } from './plan-store.ts'
import { writePrinciple } from './principle-store.ts'
import { adoptPlan, readCheckedVersion, readSealedEntries, readVersions } from './seal-store.ts'

const LATER = '2026-12-01T15:00:00.000Z' as Moment
const LAST = '2026-12-02T08:00:00.000Z' as Moment
const everyone = EVERYONE

const asking = (cast: Cast, parts: readonly Item[], closesAt = CLOSES): PutForward => ({
  parts,
  frame: frameFor(cast),
  closesAt,
  words: WORDS,
  why: 'Voorgelegd.',
})
const principleItem = (subjectId: PrincipleId): Item => ({ about: 'principle', subjectId })
const statesOf = async (db: Db, cast: Cast, id: PlanId, now: Moment) =>
  Object.fromEntries(
    (await readAdoption(db, cast.member('karin'), id, now))!.states.map((state) => [
      state.item.about,
      state.is,
    ]),
  )

describe('an item', () => {
  it('has one name, which gives it back', () => {
    const items: Item[] = [
      WHOLE,
      { about: 'effort', subjectId: null },
      { about: 'goal', subjectId: '01890000-0000-7000-8000-000000000001' as EntryId },
    ]
    for (const item of items) expect(parseItem(itemKey(item))).toEqual(item)
    for (const wrong of [
      '',
      'plan:x',
      'goal',
      'goal:1',
      'track:01890000-0000-7000-8000-000000000001',
      'places:',
    ])
      expect(parseItem(wrong)).toBeNull()
  })

  it('is read back from what the round keeps', () => {
    expect(itemFrom({ about: 'plan', subjectId: 'p', scopeId: 'p' })).toEqual(WHOLE)
    expect(itemFrom({ about: 'meeting', subjectId: 'p', scopeId: 'p' })).toBeNull()
  })

  it('is still so when somebody took a place, not when a word of it changed', () => {
    expect(isStillSo({ 'principle:1': 'a' }, { 'principle:1': 'a', 'place:2': 'sem' })).toBe(true)
    expect(isStillSo({ 'principle:1': 'a' }, { 'principle:1': 'b' })).toBe(false)
    expect(isStillSo({ 'principle:1': 'a' }, {})).toBe(false)
    expect(isStillSo({}, { 'principle:1': 'a' })).toBe(false)
    expect(
      withoutParts({ 'goal:1:title': 'a', 'effort:1': 'b', 'goal:11:title': 'c' }, [
        { about: 'goal', subjectId: '1' as EntryId },
      ]),
    ).toEqual({ 'goal:11:title': 'c' })
  })
})

eachDatabase((open, dialect) => {
  it('adopts a plan after an objection, a changed text and a renewed round', async () => {
    const db = await open()
    const { cast, id, principle } = await written(db)
    const karin = cast.member('karin')
    const part = principleItem(principle)
    expect(done(await putForward(db, karin, id, asking(cast, [part]), NOW_MOMENT))).toHaveLength(2)
    expect((await planOf(db, cast, id)).phase).toBe('decision')
    expect(await putForward(db, karin, id, asking(cast, [part]), NOW_MOMENT)).toMatchObject({
      refused: 'already-asked',
    })
    await say(db, cast, id, 'plan', everyone)
    const asked = await say(db, cast, id, 'principle', {
      ...everyone,
      bram: { kind: 'objection', reason: 'Niet alles is voor iedereen.' },
    })
    expect(await statesOf(db, cast, id, NOW_MOMENT)).toMatchObject({
      plan: 'open',
      principle: 'open',
      goal: 'not-asked',
    })
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ plan: 'stands', principle: 'undecided' })
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER)).toMatchObject({ refused: 'not-yet' })

    const anew = {
      changeNote: 'Iedereen kiest zelf.',
      closesAt: LATER,
      words: WORDS,
      why: 'Opnieuw.',
      change: null,
    }
    expect(await renewItem(db, karin, id, asked, anew, AFTER)).toMatchObject({ refused: 'text-not-changed' })
    const change = async (tx: Db, plan: Plan) => {
      const saved = await writePrinciple(
        tx,
        karin,
        { ...plan, phase: 'input' },
        plan.principles[0]!,
        'text',
        'Iedereen kiest zelf wat hij deelt.',
        null,
        AFTER,
      )
      return isRefusal(saved) ? saved : null
    }
    expect(await renewItem(db, karin, id, asked, { ...anew, change }, AFTER)).toBe('renewed')
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ plan: 'stands', principle: 'open' })
    await say(db, cast, id, 'principle', everyone, AFTER)
    const version = done(await adoptPlan(db, karin, id, SEAL_WORDS, LAST))
    expect(version).toMatchObject({ number: '1.0', sealedBy: cast.people.karin })
    const plan = await planOf(db, cast, id)
    expect(plan).toMatchObject({ phase: 'adopted' })
    expect(plan.changes.at(-1)).toMatchObject({
      from: 'decision',
      to: 'adopted',
      why: 'Versie 1.0',
      by: cast.people.karin,
    })
    expect(plan.changes.at(-1)?.decisionId).not.toBeNull()
    expect(version.record).toContain('Niet alles is voor iedereen.')
    expect(version.frame).toContain('Iedereen kiest zelf wat hij deelt.')
  })

  it('leaves nothing of a renewal that is refused', async () => {
    const db = await open()
    const { cast, id, principle } = await written(db)
    const karin = cast.member('karin')
    done(await putForward(db, karin, id, asking(cast, [principleItem(principle)]), NOW_MOMENT))
    const asked = await say(db, cast, id, 'principle', {
      ...everyone,
      bram: { kind: 'objection', reason: 'Nee.' },
    })
    const change = async (tx: Db, plan: Plan) => {
      const saved = await writePrinciple(
        tx,
        karin,
        { ...plan, phase: 'input' },
        plan.principles[0]!,
        'text',
        'Anders.',
        null,
        AFTER,
      )
      return isRefusal(saved) ? saved : null
    }
    const anew = { changeNote: '', closesAt: LATER, words: WORDS, why: 'Opnieuw.', change }
    expect(await renewItem(db, karin, id, asked, anew, AFTER)).toMatchObject({
      refused: 'change-note-missing',
    })
    expect((await planOf(db, cast, id)).principles[0]?.text.text).toBe('We delen alles.')
  })

  it('does not adopt what was dropped and is still there, nor a text that changed after the decision', async () => {
    const db = await open()
    const { cast, id, principle, goal } = await written(db)
    const karin = cast.member('karin')
    done(await putForward(db, karin, id, asking(cast, [principleItem(principle)]), NOW_MOMENT))
    await say(db, cast, id, 'plan', everyone)
    const asked = await say(db, cast, id, 'principle', {
      ...everyone,
      bram: { kind: 'objection', reason: 'Nee.' },
    })
    done(
      await changeDecision(db, karin, asked, AFTER, (decision) =>
        settle(decision, 'dropped', 'We laten het los.', cast.people.karin, AFTER),
      ),
    )
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ principle: 'dropped-but-there' })
    done(await movePlan(db, karin, await planOf(db, cast, id), 'input', 'Tekst aanpassen.', AFTER))
    const plan = await planOf(db, cast, id)
    done(await writeEntryText(db, karin, plan, entryOf(plan, goal)!, 'approach', 'Heel anders', null, AFTER))
    expect(await statesOf(db, cast, id, AFTER)).toMatchObject({ plan: 'changed-since' })
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER)).toMatchObject({ refused: 'not-in-decision' })
    done(await putForward(db, karin, id, asking(cast, [], LATER), AFTER))
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, LAST)).toMatchObject({ refused: 'not-yet' })
  })

  it('stands after the objector took the objection back', async () => {
    const db = await open()
    const { cast, id } = await written(db)
    done(await putForward(db, cast.member('karin'), id, asking(cast, []), NOW_MOMENT))
    const asked = await say(db, cast, id, 'plan', {
      ...everyone,
      anouk: { kind: 'objection', reason: 'Te vol.' },
    })
    expect(await adoptPlan(db, cast.member('karin'), id, SEAL_WORDS, AFTER)).toMatchObject({
      refused: 'not-yet',
    })
    done(
      await changeDecision(db, cast.member('anouk'), asked, AFTER, (decision) =>
        withdraw(decision, cast.people.anouk, AFTER),
      ),
    )
    done(await adoptPlan(db, cast.member('karin'), id, SEAL_WORDS, LAST))
  })

  it('seals every entry and the whole, and a text that is not agreed not at all', async () => {
    const db = await open()
    const { cast, id, version, anouk, bram } = await adopted(db)
    const entries = await readSealedEntries(db, cast.member('paul'), version.id)
    expect(entries).toHaveLength(3)
    for (const entry of entries)
      expect(createHash('sha256').update(entry.content!).digest('hex')).toBe(entry.sha256)
    expect(entries.find((entry) => entry.id === anouk)?.content).toContain('Doel van anouk')
    expect(entries.find((entry) => entry.id === bram)?.content).not.toContain('Doel van bram')
    const checked = await readCheckedVersion(db, cast.member('paul'), id, '1.0')
    expect(checked?.check).toMatchObject({ isRight: true, stored: version.sha256, computed: version.sha256 })
    expect(await readCheckedVersion(db, cast.member('paul'), id, '1.1')).toBeNull()
    const other = await settleCast(db, { name: 'De Vlieger' })
    expect(await readVersions(db, other.member('karin'), id)).toEqual([])
  })

  it('puts a later change beside it as 1.1', async () => {
    const db = await open()
    const { cast, id, goal } = await adopted(db)
    const karin = cast.member('karin')
    done(await movePlan(db, karin, await planOf(db, cast, id), 'input', 'Een doel aanpassen.', AFTER))
    const plan = await planOf(db, cast, id)
    done(
      await writeEntryText(
        db,
        karin,
        plan,
        entryOf(plan, goal)!,
        'approach',
        'Elke week samen kijken',
        null,
        AFTER,
      ),
    )
    done(await putForward(db, karin, id, asking(cast, [], LATER), AFTER))
    expect(await adoptPlan(db, karin, id, SEAL_WORDS, AFTER)).toMatchObject({ refused: 'not-yet' })
    await say(db, cast, id, 'plan', everyone, AFTER)
    expect(done(await adoptPlan(db, karin, id, SEAL_WORDS, LAST)).number).toBe('1.1')
    const numbers = (await readVersions(db, karin, id)).map((version) => version.number)
    expect(numbers).toEqual(['1.1', '1.0'])
    for (const number of numbers)
      expect((await readCheckedVersion(db, karin, id, number))?.check.isRight).toBe(true)
  })

  it('is refused by the database itself to change or delete', async () => {
    const db = await open()
    const { cast, version, anouk } = await adopted(db)
    const scope = { schoolId: cast.schoolId }
    const attempts = [
      raw`update version_entry set content = 'anders' where entry_id = ${anouk}`,
      raw`update version_entry set sha256 = 'anders' where entry_id = ${anouk}`,
      raw`update version_entry set content = null where entry_id = ${anouk}`,
      raw`update version_entry set content = null, sha256 = 'x', erased_at = 'nu', erased_why = 'zo' where entry_id = ${anouk}`,
      raw`delete from version_entry where entry_id = ${anouk}`,
      raw`delete from version_entry`,
      raw`update plan_version set frame = '{}' where id = ${version.id}`,
      raw`update plan_version set sha256 = 'x'`,
      raw`delete from plan_version where id = ${version.id}`,
      ...(dialect === 'sqlite'
        ? [
            raw`insert or replace into version_entry select version_id, entry_id, school_id, position, kind, person_id, 'anders', sha256, null, null, null from version_entry where entry_id = ${anouk}`,
            raw`insert or replace into plan_version select 'other', school_id, plan_id, number, kind, '{}', decision_record, sha256, sealed_at, sealed_by from plan_version`,
          ]
        : [
            raw`insert into version_entry select * from version_entry where entry_id = ${anouk} on conflict (version_id, entry_id) do update set content = 'anders'`,
            raw`truncate version_entry`,
          ]),
    ]
    for (const attempt of attempts)
      await expect(db.write(scope, (sql) => attempt.execute(sql))).rejects.toThrow(/sealed|permission denied/)
    expect((await readCheckedVersion(db, cast.keeper, version.planId, '1.0'))?.check.isRight).toBe(true)
  })

  it('shows it when rows were changed behind the back of the database', async () => {
    const db = await open()
    const { cast, id, version, anouk } = await adopted(db)
    const row = {
      version_id: version.id,
      entry_id: cast.schoolId as string as EntryId,
      school_id: cast.schoolId,
      position: 9,
      kind: 'general-goal',
    }
    const more = {
      person_id: null,
      content: '{}',
      sha256: 'x',
      erased_at: null,
      erased_by: null,
      erased_why: null,
    }
    await db.write(cast, (sql) =>
      sql
        .insertInto('version_entry')
        .values({ ...row, ...more })
        .execute(),
    )
    const checked = await readCheckedVersion(db, cast.keeper, id, '1.0')
    expect(checked?.check.isRight).toBe(false)
    expect(checked?.check.entries.find(({ entry }) => entry.id === anouk)?.is).toBe('same')
    expect(checked?.check.entries.at(-1)?.is).toBe('changed')
  })

  it('still verifies after the text of a track was erased, which waits for its term', async () => {
    const db = await open()
    const { cast, id, anouk, goal } = await adopted(db)
    const karin = cast.member('karin')
    expect(await eraseTrack(db, karin, anouk, 'Ze is weg.', AFTER)).toMatchObject({
      refused: 'term-not-come',
    })
    await db.write(cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: '2021-11-25' as Day })
        .where('id', '=', cast.people.anouk)
        .execute(),
    )
    expect(
      await eraseTrack(db, karin, anouk, 'Ze is weg.', '2026-11-24T08:00:00.000Z' as Moment),
    ).toMatchObject({ refused: 'term-not-come' })
    expect(await readErasable(db, karin, '2026-11-24T08:00:00.000Z' as Moment)).toEqual([])
    expect(await readErasable(db, karin, AFTER)).toMatchObject([
      { entryId: anouk, name: 'Anouk', from: '2026-11-25' },
    ])
    expect(await eraseTrack(db, karin, anouk, '  ', AFTER)).toMatchObject({ refused: 'erase-reason-missing' })
    expect(await eraseTrack(db, karin, goal, 'Zomaar.', AFTER)).toMatchObject({ refused: 'not-a-track' })
    expect(await eraseTrack(db, karin, anouk, 'De bewaartermijn is voorbij.', AFTER)).toBeNull()
    expect(await eraseTrack(db, karin, anouk, 'Nog eens.', AFTER)).toMatchObject({
      refused: 'already-erased',
    })
    const checked = await readCheckedVersion(db, karin, id, '1.0')
    expect(checked?.check.isRight).toBe(true)
    const erased = checked?.check.entries.find(({ entry }) => entry.id === anouk)
    expect(erased).toMatchObject({
      is: 'erased',
      entry: {
        content: null,
        erased: { at: AFTER, by: cast.people.karin, why: 'De bewaartermijn is voorbij.' },
      },
    })
    expect(JSON.stringify(await planOf(db, cast, id))).not.toContain('Doel van anouk')
    const passages = await db.read(cast, (sql) =>
      sql.selectFrom('passage_past').select('text').where('owner_id', '=', anouk).execute(),
    )
    expect(passages).toEqual([])
  })
})
