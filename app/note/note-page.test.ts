import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type NoteVisit, visitNotes } from '../../test/note-visit.ts'
import { prove } from '../../test/own-proof.ts'
import { follow } from '../../test/plan-visit.ts'
import { visitor } from '../../test/request.ts'
import { openSession } from '../session/session-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-notes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SECRET = 'Ik durf nog niet voor de groep te oefenen.'

const idOn = (page: string) => /id="n-([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
const letIn = async ({ cast, notes }: NoteVisit, anouk: Awaited<ReturnType<NoteVisit['proved']>>) =>
  anouk.post(notes, { act: 'let-in', person: cast.people.karin })

eachDatabase((open, dialect) => {
  test('the teacher writes, lets Karin in, and sees that she opened them', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    const written = await follow(anouk, await anouk.post(visit.notes, { act: 'add', text: SECRET }))
    expect(written).toContain(`<p class="notitie">${SECRET}</p>`)
    expect(written).toContain('Je notitie is bewaard.')
    expect(written).toContain('Alleen jij.')
    const karin = await visit.proved('karin')
    expect((await karin.get(visit.notes)).status).toBe(404)
    const letting = await follow(anouk, await letIn(visit, anouk))
    expect(letting).toContain('Alleen jij en Karin.')
    expect(letting).toContain('Karin is ook beheerder. Dat opent hier niets')
    const hers = await (await karin.get(visit.notes)).text()
    expect(hers).toContain(SECRET)
    expect(hers).toContain('Alleen jij en Anouk. Anouk kan dat weer veranderen.')
    for (const words of ['Wie heeft dit geopend?', 'Wie schrijft mee?', 'value="let-in"'])
      expect(hers).not.toContain(words)
    const again = await (await anouk.get(visit.notes)).text()
    expect(again).toContain('Karin, 19 november 2026 om 10.42 uur')
    expect(again).toContain('Jij, 19 november 2026 om 10.42 uur (Firefox op Linux)')
    await anouk.post(visit.notes, { act: 'shut-out', person: visit.cast.people.karin })
    expect((await karin.get(visit.notes)).status).toBe(404)
  })

  test('a note is changed and thrown away with plain forms', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    const page = await follow(anouk, await anouk.post(visit.notes, { act: 'add', text: 'Een <b>begin</b>' }))
    expect(page).toContain('Een &lt;b&gt;begin&lt;/b&gt;')
    const id = idOn(page)
    const form = await (await anouk.get(`${visit.notes}?edit=${id}`)).text()
    expect(form).toContain('value="change"')
    const changed = await follow(
      anouk,
      await anouk.post(visit.notes, { act: 'change', note: id, base: '1', text: 'Nu beter' }),
    )
    expect(changed).toContain('Nu beter')
    const stale = await anouk.post(visit.notes, {
      act: 'change',
      note: id,
      base: '1',
      text: 'Mijn tweede venster',
    })
    expect(stale.status).toBe(422)
    const both = await stale.text()
    expect(both).toContain('Nu beter')
    expect(both).toContain('>Mijn tweede venster</textarea>')
    const asked = await (await anouk.get(`${visit.notes}?remove=${id}`)).text()
    expect(asked).toContain('Gooi voorgoed weg')
    const gone = await follow(anouk, await anouk.post(visit.notes, { act: 'remove', note: id }))
    expect(gone).not.toContain('Nu beter')
    expect(gone).toContain('Hier staat nog niets.')
    const late = await anouk.post(visit.notes, { act: 'change', note: id, base: '2', text: 'Niet kwijt' })
    expect([late.status, (await late.text()).includes('>Niet kwijt</textarea>')]).toEqual([422, true])
  })

  test('nothing of the page is kept on the device, and nothing is filled in', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    await anouk.post(visit.notes, { act: 'add', text: SECRET })
    const answers = [
      await anouk.get(visit.notes),
      await anouk.post(visit.notes, { act: 'add', text: ' ' }),
      await anouk.post(visit.notes, { act: 'add', text: 'meer' }),
    ]
    for (const answer of answers) expect(answer.headers.get('cache-control')).toBe('no-store')
    const page = await answers[0]!.text()
    const main = page.slice(page.indexOf('<main'))
    expect(page).toContain('name="turbo-cache-control" content="no-cache"')
    expect(main.match(/<textarea[^>]*>/g)?.every((field) => field.includes('autocomplete="off"'))).toBe(true)
    expect(
      main
        .match(/<form[^>]*class="formulier notitieform"[^>]*>/g)
        ?.every((form) => /data-turbo="false"/.test(form)),
    ).toBe(true)
    for (const keeper of ['auto-save', 'writing-card', 'kept-texts', 'data-save', 'data-draft'])
      expect(main).not.toContain(keeper)
  })

  test('a session asks for the own proof first; one that a link began, or that gave it back, too', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.as('anouk')
    const to = `/account/proof?to=${encodeURIComponent(visit.notes)}`
    expect((await anouk.get(visit.notes)).headers.get('location')).toBe(to)
    const who = { schoolId: visit.cast.schoolId, personId: visit.cast.people.anouk }
    const { token } = await visit.db.write(visit.cast, (sql) =>
      openSession(sql, { ...who, device: 'Chrome/Windows', way: 'shown', shared: false }, NOW),
    )
    const byLink = visitor(visit.app, `session=${token}`)
    expect((await byLink.get(visit.notes)).headers.get('location')).toBe(to)
    const typed = await byLink.post(visit.notes, { act: 'add', text: 'Van een ander' })
    expect(typed.status).toBe(422)
    const page = await typed.text()
    expect(page).toContain('>Van een ander</textarea>')
    for (const words of ['Wie heeft dit geopend?', 'class="notities"']) expect(page).not.toContain(words)
    const proof = await prove(visit.db, anouk, visit.notes)
    expect(proof.headers.get('location')).toBe(visit.notes)
    expect((await anouk.get(visit.notes)).status).toBe(200)
    const closed = await anouk.post(visit.notes, { act: 'close' })
    expect(closed.headers.get('location')).toBe(`${visit.href}#e-${visit.track}`)
    expect((await anouk.get(visit.notes)).headers.get('location')).toBe(to)
  })

  test('signing out takes the proof along, also when the same person comes in again', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    expect((await anouk.get(visit.notes)).status).toBe(200)
    await anouk.post('/sign-out')
    expect((await anouk.get(visit.notes)).headers.get('location')).toContain('/sign-in')
    expect((await (await visit.as('anouk')).get(visit.notes)).headers.get('location')).toContain(
      '/account/proof',
    )
  })

  test('there is no such page for anybody else, at no other entry, and nothing comes of a post', async () => {
    const visit = await visitNotes(await open())
    for (const key of ['karin', 'paul', 'bram', 'youssef'] as const) {
      const member = await visit.proved(key)
      expect([key, (await member.get(visit.notes)).status]).toEqual([key, 404])
      const posts: Record<string, string>[] = [
        { act: 'add', text: 'x' },
        { act: 'let-in', person: visit.cast.people[key] },
        { act: 'close' },
      ]
      for (const fields of posts)
        expect([key, (await member.post(visit.notes, fields)).status]).toEqual([key, 404])
    }
    expect((await visitor(visit.app).get(visit.notes)).headers.get('location')).toContain('/sign-in')
    const stored = await visit.db.read('server', async (sql) => [
      ...(await sql.selectFrom('note').select('id').execute()),
      ...(await sql.selectFrom('note_reader').select('person_id').execute()),
    ])
    expect(stored).toEqual([])
  })

  test('a principal is not let in; the page says why', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    expect(await (await anouk.get(visit.notes)).text()).toContain('Paul is schoolleider.')
    const answer = await anouk.post(visit.notes, { act: 'let-in', person: visit.cast.people.paul })
    expect(answer.status).toBe(422)
    expect((await (await visit.proved('paul')).get(visit.notes)).status).toBe(404)
  })

  test('who becomes principal, or leaves, is out and is no longer named among the readers', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    await letIn(visit, anouk)
    const karin = visit.cast.people.karin
    const principal = { school_id: visit.cast.schoolId, person_id: karin, role: 'principal' }
    await visit.db.write(visit.cast, (sql) => sql.insertInto('person_role').values(principal).execute())
    expect((await (await visit.proved('karin')).get(visit.notes)).status).toBe(404)
    await visit.db.write(visit.cast, (sql) =>
      sql
        .updateTable('school')
        .set((set) => ({ revision: set('revision', '+', 1) }))
        .execute(),
    )
    const page = await (await anouk.get(visit.notes)).text()
    expect(page).toContain('Alleen jij.')
    expect(page).toContain('Karin is schoolleider.')
  })

  test.each([
    ['no act', {}],
    ['an act of no kind', { act: 'constructor' }],
    ['a note of no kind', { act: 'remove', note: "' or 1=1 --" }],
    ['nobody', { act: 'let-in', person: '../../x' }],
  ])('with %s the answer is: not found', async (_, fields) => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    expect((await anouk.post(visit.notes, fields)).status).toBe(404)
  })

  test('a note that is too long comes back whole', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    const text = 'lang '.repeat(2500)
    const answer = await anouk.post(visit.notes, { act: 'add', text })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(text.slice(0, 12_000))
  })

  test('the card says who can open the notes, to them alone', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    const plan = async (key: Parameters<NoteVisit['as']>[0]) =>
      (await (await visit.as(key)).get(visit.href)).text()
    expect(await plan('anouk')).toContain('Werknotities: alleen jij<')
    await letIn(visit, anouk)
    expect(await plan('anouk')).toContain('Werknotities: alleen jij en Karin')
    expect(await plan('karin')).toContain('Werknotities van Anouk')
    for (const key of ['paul', 'bram', 'youssef'] as const)
      expect(await plan(key)).not.toContain('Werknotities')
  })

  test('in English too', async () => {
    const visit = await visitNotes(await open())
    const anouk = await visit.proved('anouk')
    await anouk.post('/language', { language: 'en', to: '/' })
    const page = await (await anouk.get(visit.notes)).text()
    expect(page).toContain('Who can read this?')
    expect(page).toContain('Only you.')
  })

  if (dialect === 'postgres') return
  test('without the key the page says so, typed text is not lost, and the plan goes on', async () => {
    const db = await open()
    const visit = await visitNotes(db)
    const notesKeyFile = join(folder, 'a', 'notes.key')
    const app = testApp(db, { notesKeyFile })
    const cookie = (await visit.proved('anouk')).cookie
    const anouk = visitor(app, cookie)
    await anouk.post(visit.notes, { act: 'add', text: SECRET })
    renameSync(notesKeyFile, `${notesKeyFile}.away`)
    const page = await anouk.get(visit.notes)
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('De sleutel van de notities ligt niet waar de server hem zoekt.')
    expect(text).not.toContain('value="add"')
    const typed = await anouk.post(visit.notes, { act: 'add', text: 'Net getypt' })
    expect([typed.status, (await typed.text()).includes('>Net getypt</textarea>')]).toEqual([422, true])
    expect((await anouk.get(visit.href)).status).toBe(200)
    const nowhere = visitor(testApp(db, { notesKeyFile: '/proc/nowhere/notes.key' }), cookie)
    expect((await nowhere.post(visit.notes, { act: 'add', text: 'x' })).status).toBe(422)
    renameSync(`${notesKeyFile}.away`, notesKeyFile)
    expect(await (await anouk.get(visit.notes)).text()).toContain(SECRET)
  })
})
