import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { mails } from '../../test/mailbox.ts'
import { type App, asMember } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { leaseNext, settle } from '../post/mail-queue-store.ts'
import { queueMail } from '../post/mail-store.ts'

const PATH = '/settings/mail'

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  let app: App
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
    app = testApp(db)
  })

  /** A letter that was given up. */
  async function given(went: 'refused' | 'unsure', why: string, usefulUntil?: Date) {
    const letter = {
      schoolId: cast.schoolId,
      personId: null,
      kind: 'invitation',
      to: 'sem@regenboog.example',
      subject: 'Doe mee',
      body: 'Beste Sem',
      ...(usefulUntil && { usefulUntil: momentOf(usefulUntil) }),
    }
    const id = await db.write(cast, (_sql, tx) => queueMail(tx, letter, new Date(NOW.getTime() - 60_000)))
    const leased = (await leaseNext(db, new Date(NOW.getTime() - 60_000)))!
    await settle(db, leased, { went, why }, NOW)
    return String(id)
  }

  describe('post that did not arrive', () => {
    it('is shown to an administrator, with what the mail server said, as text', async () => {
      await given('refused', '550 <script>alert(1)</script>')
      const karin = await asMember(app, db, cast, 'karin')
      expect(await (await karin.get('/settings')).text()).toContain(`href="${PATH}"`)
      const page = await (await karin.get(PATH)).text()
      expect(page).toContain('Een uitnodiging aan sem@regenboog.example, 19 november 2026')
      expect(page).toContain('De mailserver weigert dit adres of dit bericht.')
      expect(page).toContain('550 &lt;script&gt;')
      expect(page).not.toContain('Beste Sem')
    })

    it('goes again when an administrator says so', async () => {
      const id = await given('unsure', 'stopped')
      const karin = await asMember(app, db, cast, 'karin')
      expect((await karin.post(PATH, { id, act: 'again' })).status).toBe(303)
      expect(await leaseNext(db, NOW)).toMatchObject({ id, attempts: 1, body: 'Beste Sem' })
      expect(await (await karin.get(PATH)).text()).toContain('Alle post is aangekomen.')
    })

    it('does not go again when it helps nobody any more, and can be let go', async () => {
      const id = await given('unsure', 'stopped', NOW)
      const karin = await asMember(app, db, cast, 'karin')
      expect(await (await karin.get(PATH)).text()).not.toContain('Stuur opnieuw')
      expect((await karin.post(PATH, { id, act: 'again' })).status).toBe(404)
      expect((await karin.post(PATH, { id, act: 'drop' })).status).toBe(303)
      expect(await mails(db)).toHaveLength(0)
    })

    it('is nothing for a teacher, nor for another school', async () => {
      const id = await given('refused', '550')
      const other = await settleCast(db, { name: 'De Vlieger' })
      const anouk = await asMember(app, db, cast, 'anouk')
      expect((await anouk.get(PATH)).status).toBe(403)
      expect((await anouk.post(PATH, { id, act: 'drop' })).status).toBe(403)
      const stranger = await asMember(app, db, other, 'karin')
      expect(await (await stranger.get(PATH)).text()).toContain('Alle post is aangekomen.')
      for (const act of ['again', 'drop']) expect((await stranger.post(PATH, { id, act })).status).toBe(404)
      expect(await mails(db)).toHaveLength(1)
    })
  })
})
