import { createHash } from 'node:crypto'
import { sql as raw } from 'kysely'
import { expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { AFTER, adoptedPlan as adopted, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, VersionId } from '../kernel/id.ts'
import { agreeTrack, withdrawAgreement, writeEntryText } from '../plan/entry-store.ts'
import { entryOf } from '../plan/plan.ts'
import { readRoster } from '../plan/roster-store.ts'
import { readChangedSince, sealBeside } from './beside-store.ts'
import { eraseTrack, readErasable } from './erase-store.ts'
import { readCheckedVersion, readSealedEntries, readVersions } from './seal-store.ts'

/** What the database itself has to refuse. */
const tampering = (entry: EntryId, version: VersionId) => [
  raw`update version_entry set content = 'anders' where entry_id = ${entry}`,
  raw`update version_entry set sha256 = 'anders' where entry_id = ${entry}`,
  raw`update version_entry set content = null where entry_id = ${entry}`,
  raw`update version_entry set content = null, sha256 = 'x', erased_at = 'nu', erased_why = 'zo' where entry_id = ${entry}`,
  raw`delete from version_entry where entry_id = ${entry}`,
  raw`delete from version_entry`,
  raw`update plan_version set frame = '{}' where id = ${version}`,
  raw`update plan_version set sha256 = 'x'`,
  raw`delete from plan_version where id = ${version}`,
]

const REPLACING = [
  raw`insert or replace into version_entry select version_id, entry_id, school_id, position, kind, person_id, 'anders',
    sha256, null, null, null from version_entry`,
  raw`insert or replace into plan_version select 'other', school_id, plan_id, number, kind, '{}', decision_record, sha256,
    sealed_at, sealed_by from plan_version`,
]

const OVERWRITING = [
  raw`insert into version_entry select * from version_entry
    on conflict (version_id, entry_id) do update set content = 'anders'`,
  raw`truncate version_entry`,
]

const LONG_AGO = { left_on: '2021-11-25' as Day }
const leave = (db: Db, made: Awaited<ReturnType<typeof adopted>>) =>
  db.write(made.cast, (sql) =>
    sql.updateTable('person').set(LONG_AGO).where('id', '=', made.cast.people.anouk).execute(),
  )

eachDatabase((open, dialect) => {
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

  it('gets a version beside it when a teacher agrees later, with the same decision; then the text stands', async () => {
    const db = await open()
    const { cast, id, anouk, bram, version } = await adopted(db)
    const karin = cast.member('karin')
    expect(await sealBeside(db, karin, id, 'De Regenboog', AFTER)).toMatchObject({
      refused: 'nothing-changed',
    })
    const plan = await planOf(db, cast, id)
    const write = async (key: 'anouk' | 'bram', text: string) => {
      const now = await planOf(db, cast, id)
      const track = entryOf(now, key === 'anouk' ? anouk : bram)!
      return writeEntryText(db, cast.member(key), now, track, 'goal', text, null, AFTER)
    }
    expect(await write('anouk', 'Een ander doel.')).toMatchObject({ because: 'by-amendment' })
    done(await write('bram', 'Een ander doel.'))
    expect(await readChangedSince(db, karin, plan, await readRoster(db, karin), version)).toEqual([])
    done(await agreeTrack(db, cast.member('bram'), plan, entryOf(await planOf(db, cast, id), bram)!, AFTER))
    const changed = await planOf(db, cast, id)
    const roster = await readRoster(db, karin)
    expect(await readChangedSince(db, karin, changed, roster, version)).toEqual([bram])
    const beside = done(await sealBeside(db, karin, id, 'De Regenboog', AFTER))
    expect(beside).toMatchObject({ number: '1.1', kind: 'beside', record: version.record })
    expect(await readChangedSince(db, karin, changed, roster, beside)).toEqual([])
    expect(await write('bram', 'Nog een ander doel.')).toMatchObject({ because: 'by-amendment' })
    const now = await planOf(db, cast, id)
    expect(await withdrawAgreement(db, cast.member('bram'), now, entryOf(now, bram)!)).toMatchObject({
      because: 'by-amendment',
    })
    for (const number of ['1.0', '1.1']) {
      expect((await readCheckedVersion(db, karin, id, number))?.check.isRight).toBe(true)
    }
  })

  it('is refused by the database itself to change or delete', async () => {
    const db = await open()
    const { cast, version, anouk } = await adopted(db)
    const attempts = [...tampering(anouk, version.id), ...(dialect === 'sqlite' ? REPLACING : OVERWRITING)]
    for (const attempt of attempts) {
      const act = db.write({ schoolId: cast.schoolId }, (sql) => attempt.execute(sql))
      await expect(act).rejects.toThrow(/sealed|permission denied/)
    }
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

  it('lets a text go only when its teacher left and the term has come', async () => {
    const db = await open()
    const made = await adopted(db)
    const { cast, anouk, goal } = made
    const karin = cast.member('karin')
    const dayBefore = '2026-11-24T08:00:00.000Z' as Moment
    expect(await eraseTrack(db, karin, anouk, 'Ze is weg.', AFTER)).toMatchObject({
      refused: 'term-not-come',
    })
    await leave(db, made)
    expect(await eraseTrack(db, karin, anouk, 'Ze is weg.', dayBefore)).toMatchObject({
      refused: 'term-not-come',
    })
    expect(await readErasable(db, karin, dayBefore)).toEqual([])
    expect(await readErasable(db, karin, AFTER)).toMatchObject([
      { entryId: anouk, name: 'Anouk', from: '2026-11-25' },
    ])
    expect(await eraseTrack(db, karin, anouk, '  ', AFTER)).toMatchObject({ refused: 'erase-reason-missing' })
    expect(await eraseTrack(db, karin, goal, 'Zomaar.', AFTER)).toMatchObject({ refused: 'not-a-track' })
  })

  it('still verifies after the text of a track was erased', async () => {
    const db = await open()
    const made = await adopted(db)
    const { cast, id, anouk } = made
    const karin = cast.member('karin')
    await leave(db, made)
    expect(await eraseTrack(db, karin, anouk, 'De bewaartermijn is voorbij.', AFTER)).toBeNull()
    expect(await eraseTrack(db, karin, anouk, 'Nog eens.', AFTER)).toMatchObject({
      refused: 'already-erased',
    })
    const checked = await readCheckedVersion(db, karin, id, '1.0')
    expect(checked?.check.isRight).toBe(true)
    const record = { at: AFTER, by: cast.people.karin, why: 'De bewaartermijn is voorbij.' }
    const erased = checked?.check.entries.find(({ entry }) => entry.id === anouk)
    expect(erased).toMatchObject({ is: 'erased', entry: { content: null, erased: record } })
    expect(JSON.stringify(await planOf(db, cast, id))).not.toContain('Doel van anouk')
    const past = await db.read(cast, (sql) =>
      sql.selectFrom('passage_past').select('text').where('owner_id', '=', anouk).execute(),
    )
    expect(past).toEqual([])
  })
})
