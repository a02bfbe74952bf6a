import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { levelsOf, scoresOf } from '../../test/ambition-room.ts'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { bringIn, brought, check, csv, rowsOf, settled, taken } from '../../test/results-visit.ts'
import type { Db } from '../db/database.ts'
import { figuresOf, levelPupilsOf } from './figure-store.ts'
import type { Importing } from './import-job.ts'
import { importsOf, undoImport } from './import-store.ts'
import { stopIncoming } from './incoming-desk.ts'
import type { Result } from './result.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-stands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => stopIncoming())

const AS: Importing = { supplier: 'Cito', kind: 'sheet', keyFile: join(folder, 'notes.key'), now: NOW }

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })
  const bring = (results: readonly Result[], as: Partial<Importing> = {}) =>
    bringIn(db, cast, results, { ...AS, ...as })
  const all = async () => [await figuresOf(db, cast.keeper, {}), await levelPupilsOf(db, cast.keeper)]

  it('a level of the doorstroomtoets comes in once, under whatever norm, supplier or name', async () => {
    const rows = levelsOf('2025-2026', 20, 10)
    const first = await bring(rows)
    const before = await all()
    const renamed = rows.map((one) => ({ ...one, subject: `${one.subject} (IEP)`, test: 'Anders' }))
    const twice = { refused: 'level-twice', stands: { supplier: 'Cito', norm: '', test: rows[0]?.test } }
    expect(await bring(rows, { norm: '2026' })).toMatchObject(twice)
    expect(await bring(rows, { supplier: 'DIA', mayStandBeside: true })).toMatchObject(twice)
    expect(await bring(renamed)).toMatchObject(twice)
    expect(await all()).toEqual(before)
    expect(await importsOf(db, cast.keeper)).toHaveLength(1)
    // Other pupils may have done another one, and the same file again is the same.
    const others = rows.map((one) => ({ ...one, pupil: `9${one.pupil}` }))
    expect(await bring(others, { supplier: 'DIA' })).toMatchObject({ added: rows.length })
    expect(await bring(rows)).toMatchObject({ id: null, same: rows.length })
    if ('id' in first && first.id) await undoImport(db, cast.keeper, first.id, NOW)
    expect(await bring(rows, { norm: '2026' })).toMatchObject({ added: rows.length })
  })

  it('twice in one file under two names is refused too', async () => {
    const rows = levelsOf('2025-2026', 20, 10)
    const renamed = rows.map((one) => ({ ...one, test: 'Anders' }))
    expect(await bring([...rows, ...renamed])).toMatchObject({ refused: 'level-twice' })
    expect(await all()).toEqual([[], []])
  })

  it('another test with other norms is asked about, and may stand beside it', async () => {
    const rows = scoresOf('2025-2026', 70, 12, 'III')
    await bring(rows)
    expect(await bring(rows, { norm: '4.0' })).toMatchObject({ refused: 'other-norm', stands: { norm: '' } })
    expect(await bring(rows, { norm: '4.0', mayStandBeside: true })).toMatchObject({ added: rows.length })
    const later = scoresOf('2026-2027', 70, 12, 'III')
    expect(await bring(later, { norm: '5.0' })).toMatchObject({ added: later.length })
  })

  it('the page asks whether it is the same test, and takes what it is told', async () => {
    const karin = await asMember(testApp(db), db, cast, 'karin')
    await taken(karin, csv(...rowsOf(12)))
    const at = await brought(karin, csv(...rowsOf(12)))
    await check(karin, at, { norm: '4.0' })
    await settled(karin, at)
    await karin.post(at, { act: 'take' })
    const asked = await settled(karin, at)
    expect(asked).toContain('Is dit dezelfde toets?')
    expect(asked).toContain('Cito LVS, normversie 3.0')
    expect(await importsOf(db, cast.keeper)).toHaveLength(1)
    await karin.post(at, { act: 'beside' })
    expect(await settled(karin, at)).toContain('12 resultaten staan erin')
  })

  it('a supplier and norm that are cut in a sign of two halves come in a second time, as the same', async () => {
    const karin = await asMember(testApp(db), db, cast, 'karin')
    const once = async () => {
      const at = await brought(karin, csv(...rowsOf(6)))
      await check(karin, at, {
        supplier: '-',
        'supplier-other': `${'S'.repeat(59)}🦊`,
        norm: `${'N'.repeat(39)}🦊`,
      })
      await settled(karin, at)
      await karin.post(at, { act: 'take' })
      return settled(karin, at)
    }
    expect(await once()).toContain('6 resultaten staan erin')
    expect(await once()).toContain('Alles stond er al')
  })
})
