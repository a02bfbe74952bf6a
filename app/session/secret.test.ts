import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { askCode } from '../../test/mailbox.ts'
import { asMember } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { listTokens, makeToken, programByToken, revokeToken } from './api-token-store.ts'
import { invite } from './invite-desk.ts'
import { hashOf, newToken, seal, serverKey, unseal } from './secret-store.ts'
import { hasSetupCode, isSetupCode, makeSetupCode, useSetupCode } from './setup-code-store.ts'
import { tidyUp } from './tidy-job.ts'

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })

  describe('a token of a program', () => {
    const now = momentOf(NOW)
    it('works until it is revoked, for its own school', async () => {
      const made = await makeToken(db, cast.member('karin'), ' Rooster ', now)
      if ('refused' in made) throw new Error(made.refused)
      expect(await programByToken(db, made.token, now)).toEqual({
        kind: 'program',
        schoolId: cast.schoolId,
        tokenId: made.id,
      })
      expect(await listTokens(db, cast.keeper)).toMatchObject([
        { name: 'Rooster', createdBy: 'Karin', usedAt: now },
      ])
      const other = await settleCast(db, { name: 'De Vlieger' })
      expect(await listTokens(db, other.keeper)).toEqual([])
      expect(await revokeToken(db, other.keeper, made.id, now)).toBe(false)
      expect(await revokeToken(db, cast.keeper, made.id, now)).toBe(true)
      expect(await programByToken(db, made.token, now)).toBeNull()
    })

    it('needs a name, and is nothing else than a token', async () => {
      expect(await makeToken(db, cast.keeper, '  ', now)).toEqual({ refused: 'no-name', field: 'name' })
      for (const junk of ['', 'draad_', 'x'.repeat(10_000), `draad_${newToken()}`, hashOf('x')])
        expect(await programByToken(db, junk, now)).toBeNull()
    })
  })

  describe('the code of the first set-up', () => {
    it('is kept as a hash, may be typed loosely, and works once', async () => {
      expect(await hasSetupCode(db)).toBe(false)
      expect(await isSetupCode(db, '')).toBe(false)
      const code = await makeSetupCode(db)
      const kept = await db.read('open', (sql) => sql.selectFrom('server_setting').selectAll().execute())
      expect(JSON.stringify(kept)).not.toContain(code)
      const loose = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`
      expect(await isSetupCode(db, loose)).toBe(true)
      expect(await isSetupCode(db, code.slice(1))).toBe(false)
      expect(await db.write('open', (sql) => useSetupCode(sql, loose))).toBe(true)
      expect(await db.write('open', (sql) => useSetupCode(sql, loose))).toBe(false)
      expect(await hasSetupCode(db)).toBe(false)
    })

    it('ends when a newer one is made', async () => {
      const [first, second] = [await makeSetupCode(db), await makeSetupCode(db)]
      expect(await isSetupCode(db, first)).toBe(false)
      expect(await isSetupCode(db, second)).toBe(true)
    })
  })

  it('a sealed secret opens with the server’s key, for its owner, unharmed, and not otherwise', async () => {
    const key = await serverKey(db)
    expect(await serverKey(db)).toEqual(key)
    const sealed = seal(key, 'JBSWY3DPEHPK3PXP', 'anouk')
    expect(unseal(key, sealed, 'anouk')).toBe('JBSWY3DPEHPK3PXP')
    expect(unseal(key, sealed, 'bram')).toBeNull()
    expect(unseal(Buffer.alloc(32), sealed, 'anouk')).toBeNull()
    expect(unseal(key, (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1), 'anouk')).toBeNull()
    expect(unseal(key, '', 'anouk')).toBeNull()
  })

  it('what signing in leaves behind goes away, but not the links that a colleague made', async () => {
    const old = new Date(NOW.getTime() - 40 * 86_400_000)
    await invite(db, cast.member('karin'), cast.people.sem, 'http://localhost:3000', old)
    await askCode(testApp(db, { now: () => old }), 'noor@regenboog.example')
    await asMember(testApp(db), db, cast, 'anouk', new Date(NOW.getTime() - 80 * 86_400_000))
    await asMember(testApp(db), db, cast, 'bram', NOW)
    await tidyUp(db, NOW)
    const left = await db.read('server', async (sql) => ({
      codes: await sql.selectFrom('sign_in_code').select('kind').execute(),
      sessions: await sql.selectFrom('session').select('person_id').execute(),
      counts: await sql.selectFrom('throttle').selectAll().execute(),
    }))
    expect(left).toEqual({
      codes: [{ kind: 'invitation' }],
      sessions: [{ person_id: cast.people.bram }],
      counts: [],
    })
  })
})
