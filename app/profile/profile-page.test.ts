import { beforeEach, describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testHouse } from '../../test/house.ts'
import { type Key, profileOf } from '../../test/peer-room.ts'
import { type App, asMember, type Visitor, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { routes } from '../routes.ts'
import { topicsOf } from '../school/topic-store.ts'
import { emptyProfile } from './profile.ts'
import { profilesOf, readProfile, writeProfile } from './profile-store.ts'
import { forgetProfiles } from './profile-tidy-store.ts'

const HOSTILE = '<img src=x onerror=alert(1)>"\u0000\u202e'

eachDatabase((open, dialect) => {
  let db: Db
  let app: App
  let cast: Awaited<ReturnType<typeof settleCast>>
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
    app = routes(testHouse(db), { log: (line) => console.error(line), logAll: false })
  })
  const as = (key: Key) => asMember(app, db, cast, key)
  const pageOf = async (who: Visitor, path: string) => {
    const answer = await who.get(path)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const own = (key: Key) => readProfile(db, cast.member(key), cast.people[key])
  const leaves = (key: Key, day: string) =>
    db.write(cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: day as Day })
        .where('id', '=', cast.people[key])
        .execute(),
    )

  describe(`a profile (${dialect})`, () => {
    it('is written by its owner, read by colleagues and the principal, and emptied again', async () => {
      const lotte = await as('lotte')
      expect(await pageOf(lotte, '/profile')).toContain('Jouw profiel is nog leeg. Dat mag.')
      const sent = {
        act: 'save',
        helps: ['behaviour', 'class-climate'],
        learns: ['reading'],
        trainedTopic: ['behaviour', ''],
        trainedWords: ['master SEN', ''],
        ways: ['come-and-look', 'five-minutes'],
        often: 'twice-monthly',
        line: 'Vraag gerust, het liefst na drie uur.',
      }
      expect((await lotte.post('/profile', sent)).headers.get('location')).toBe('/profile?done=saved')
      expect(await own('lotte')).toMatchObject({
        helps: ['behaviour', 'class-climate'],
        learns: ['reading'],
        specialties: [{ topic: 'behaviour', words: 'master SEN' }],
        ways: ['five-minutes', 'come-and-look'],
        often: 'twice-monthly',
        showsVisits: false,
        showsQuestions: false,
      })
      for (const key of ['petra', 'paul', 'karin'] as const) {
        const page = await pageOf(await as(key), `/profile/${cast.people.lotte}`)
        for (const words of [
          'master SEN',
          'Sfeer in de groep',
          'Twee keer per maand',
          'na drie uur',
          'telt niet mee in een beoordeling',
        ])
          expect(page).toContain(words)
      }
      expect((await lotte.post('/profile', { act: 'clear' })).headers.get('location')).toBe(
        '/profile?done=cleared',
      )
      expect(await pageOf(await as('petra'), `/profile/${cast.people.lotte}`)).toContain(
        'Lotte heeft hier nog niets geschreven. Dat mag.',
      )
      expect(await profilesOf(db, cast.member('petra'))).toEqual([])
    })

    it('is found by topic, and who wrote nothing stands there like everybody', async () => {
      await profileOf(db, cast, 'lotte', {
        helps: ['behaviour'],
        specialties: [{ topic: 'behaviour', words: 'master SEN' }],
      })
      await profileOf(db, cast, 'kees', { helps: ['behaviour'], often: 'not-now' })
      await profileOf(db, cast, 'petra', { learns: ['behaviour'] })
      const anouk = await as('anouk')
      const page = await pageOf(anouk, '/profile/all?topic=behaviour')
      expect(page.indexOf('master SEN')).toBeGreaterThan(0)
      expect(page).toContain('nu even niet')
      expect(page.indexOf('Wil hier meer van weten')).toBeLessThan(page.indexOf('>Petra<'))
      expect(page).not.toContain('>Sem<')
      const all = await pageOf(anouk, '/profile/all')
      for (const { name } of await everybody()) expect(all).toContain(`>${name}<`)
      expect(await pageOf(anouk, `/profile/all?topic=${encodeURIComponent(HOSTILE)}`)).not.toContain('<img')
    })

    const everybody = () =>
      db.read(cast, (sql) =>
        sql.selectFrom('person').select('name').where('school_id', '=', cast.schoolId).execute(),
      )

    it('takes a new topic along into the list of the school, once', async () => {
      const petra = await as('petra')
      const sent = { act: 'save', often: '', newHelps: 'Muziek in de klas', newLearns: 'muziek in de klas' }
      expect((await petra.post('/profile', sent)).status).toBe(303)
      const added = (await topicsOf(db, cast.member('petra'))).filter(({ name }) => name !== null)
      expect(added.map(({ name }) => name)).toEqual(['Muziek in de klas'])
      expect(await own('petra')).toMatchObject({ helps: [added[0]!.key], learns: [added[0]!.key] })
      expect((await petra.post('/profile', { act: 'save', often: '', newHelps: 'rekenen' })).status).toBe(303)
      expect(await own('petra')).toMatchObject({ helps: ['maths'] })
    })

    it('says at the field what to do, keeps what was typed, and lets nothing hostile through', async () => {
      const petra = await as('petra')
      const many = (await topicsOf(db, cast.member('petra'))).map(({ key }) => key)
      for (const [wrong, says] of [
        [{ helps: many.slice(0, 11) }, 'Kies wat collega’s het meest aan je hebben.'],
        [{ learns: many.slice(0, 6) }, 'Kies waar je dit jaar mee begint.'],
        [{ helps: [HOSTILE] }, 'Dit onderwerp staat er niet meer.'],
        [{ ways: ['constructor'] }, 'Deze manier kennen we niet.'],
        [{ often: 'always' }, 'Kies er een uit de lijst.'],
        [{ line: 'x'.repeat(161) }, 'Deze zin is te lang.'],
        [{ trainedTopic: '', trainedWords: 'master SEN' }, 'Kies hier ook een onderwerp bij.'],
        [{ trainedTopic: ['maths', 'maths'], trainedWords: ['a', 'b'] }, 'Dit onderwerp staat er twee keer.'],
        [{ newLearns: 'x'.repeat(61) }, 'Deze naam is te lang.'],
      ] as const) {
        const answer = await petra.post('/profile', { act: 'save', often: '', line: 'na drie uur', ...wrong })
        expect(answer.status).toBe(422)
        const page = await answer.text()
        expect(page).toContain(says)
        if (!('line' in wrong)) expect(page).toContain('value="na drie uur"')
        expect(page).not.toContain('<img src=x')
      }
      expect(await profilesOf(db, cast.member('petra'))).toEqual([])
      expect((await petra.post('/profile', { act: 'save', often: '', line: HOSTILE })).status).toBe(303)
      expect(await pageOf(await as('kees'), `/profile/${cast.people.petra}`)).not.toContain('<img src=x')
    })

    it('is nobody else’s to write, and no program’s or other school’s to read', async () => {
      await profileOf(db, cast, 'lotte', { line: 'kanarie-profiel', helps: ['maths'] })
      const program = { kind: 'program', schoolId: cast.schoolId, tokenId: 'token' } as const
      expect(await profilesOf(db, program)).toEqual([])
      expect(await readProfile(db, program, cast.people.lotte)).toBeNull()
      const nothing = emptyProfile(cast.people.lotte)
      expect(await writeProfile(db, program, nothing, NOW_MOMENT)).toMatchObject({ refused: 'may-not' })
      expect(await writeProfile(db, cast.keeper, nothing, NOW_MOMENT)).toMatchObject({ refused: 'may-not' })
      const petra = await as('petra')
      expect((await petra.post(`/profile/${cast.people.lotte}`, { act: 'clear' })).status).toBe(404)
      const elsewhere = await asMember(app, db, await settleCast(db), 'petra')
      expect((await elsewhere.get(`/profile/${cast.people.lotte}`)).status).toBe(404)
      expect(await pageOf(elsewhere, '/profile/all')).not.toContain('kanarie-profiel')
      for (const path of ['/profile', '/profile/all', `/profile/${cast.people.lotte}`])
        expect((await visitor(app).get(path)).status).toBe(303)
      for (const odd of [newId(), 'x', '%00']) expect((await petra.get(`/profile/${odd}`)).status).toBe(404)
      expect(await own('lotte')).toMatchObject({ line: 'kanarie-profiel' })
    })

    it('is read no more once its owner left, and gone after a month', async () => {
      await profileOf(db, cast, 'lotte', { line: 'Vraag gerust', helps: ['maths'] })
      await leaves('lotte', '2026-11-18')
      expect(await profilesOf(db, cast.member('petra'))).toEqual([])
      expect(await readProfile(db, cast.member('petra'), cast.people.lotte)).toBeNull()
      const rows = () => db.read(cast, (sql) => sql.selectFrom('profile').selectAll().execute())
      await forgetProfiles(db, NOW)
      expect(await rows()).toHaveLength(1)
      await forgetProfiles(db, new Date('2026-12-20T08:00:00Z'))
      expect(await rows()).toEqual([])
      expect(await db.read(cast, (sql) => sql.selectFrom('profile_topic').selectAll().execute())).toEqual([])
    })

    it('keeps a topic that was put away where it stood', async () => {
      await profileOf(db, cast, 'lotte', { helps: ['gifted'] })
      await db.write(cast, (sql) =>
        sql
          .insertInto('topic')
          .values({
            id: newId<'topic'>(),
            school_id: cast.schoolId,
            built_in: 'gifted',
            name: '',
            added_at: NOW_MOMENT,
            added_by: null,
            retired_at: NOW_MOMENT,
          })
          .execute(),
      )
      const sent = { act: 'save', often: '', helps: ['gifted', 'maths'] }
      expect((await (await as('lotte')).post('/profile', sent)).status).toBe(303)
      expect(await own('lotte')).toMatchObject({ helps: ['gifted', 'maths'] })
      expect((await (await as('petra')).post('/profile', sent)).status).toBe(422)
    })
  })
})
