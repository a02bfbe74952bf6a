import { beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { asMember } from '../../test/request.ts'
import { type OpenHouse, openHouse, openText, until } from '../../test/writers.ts'
import { done, frameFor, planOf, WORDS, writtenPlan } from '../../test/written-plan.ts'
import { putForward } from '../adoption/adoption-store.ts'
import type { Db } from '../db/database.ts'
import { withdrawAgreement, writeEntryText } from '../plan/entry-store.ts'
import { entryOf } from '../plan/plan.ts'
import { movePlan } from '../plan/plan-store.ts'
import { namePerson } from '../plan/tie-store.ts'
import { openSession, revokeSession } from '../session/session-store.ts'
import { fragmentOf, textOf } from './document.ts'
import { flushWriting } from './flush-desk.ts'
import { erasePassages } from './passage-store.ts'

type Who = keyof Cast['people']
type Made = Awaited<ReturnType<typeof writtenPlan>>

/** A plan in input on a server of its own, and the ways to its texts. */
type Visit = Made & {
  readonly db: Db
  readonly house: OpenHouse
  /** The house's clock, which can be put forward. */
  readonly clock: { now: Date }
  cookieOf(who: Who): Promise<string>
  open(who: Who, name: string): ReturnType<typeof openText>
  stored(id: string, field: string): Promise<{ text: string; revision: number } | undefined>
}

async function visitWriting(db: Db): Promise<Visit> {
  const made = await writtenPlan(db)
  const clock = { now: NOW }
  const house = await openHouse(db, { now: () => clock.now })
  const cookieOf = async (who: Who) =>
    (await asMember({ request: () => new Response() }, db, made.cast, who)).cookie
  return {
    ...made,
    db,
    house,
    clock,
    cookieOf,
    open: async (who, name) => openText({ url: house.url, cookie: await cookieOf(who), name }),
    async stored(id, field) {
      const entry = entryOf(await planOf(db, made.cast, made.id), id as typeof made.goal)
      return (entry?.texts as Record<string, { text: string; revision: number }> | undefined)?.[field]
    },
  }
}

eachDatabase((open, dialect) => {
  let visit: Visit
  beforeEach(async () => {
    visit = await visitWriting(await open())
  })
  const approach = () => `${visit.goal}:approach`

  describe(`writing together (${dialect})`, () => {
    test('two people in one text see each other type, and what they wrote is stored', async () => {
      const karin = await visit.open('karin', approach())
      const again = await visit.open('karin', approach())
      expect(karin.text()).toBe('Samen kijken')
      karin.type(', elke week')
      await until('the words of a colleague', () => again.text() === 'Samen kijken, elke week')
      again.type(' opnieuw')
      expect(await again.store()).toMatchObject({ is: 'stored', revision: 2, says: 'Bewaard om 10.42 uur' })
      expect(await visit.stored(visit.goal, 'approach')).toMatchObject({
        text: 'Samen kijken, elke week opnieuw',
        revision: 2,
        changedBy: visit.cast.people.karin,
      })
      expect(karin.heard).toContainEqual({ is: 'revision', revision: 2 })
    })

    test('nobody asks for it, and it is stored all the same', async () => {
      const karin = await visit.open('karin', approach())
      karin.type('!')
      await until(
        'a second revision',
        async () => (await visit.stored(visit.goal, 'approach'))?.revision === 2,
      )
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe('Samen kijken!')
    })

    test('who goes away while typing leaves the words behind', async () => {
      const karin = await visit.open('karin', approach())
      karin.type('!')
      await until('the words to be sent', () => !karin.provider.hasUnsyncedChanges)
      karin.leave()
      await until(
        'a second revision',
        async () => (await visit.stored(visit.goal, 'approach'))?.revision === 2,
      )
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe('Samen kijken!')
    })

    test('two who open a text first get the same document', async () => {
      const name = `${visit.goal}:startSituation`
      const [one, other] = await Promise.all([visit.open('karin', name), visit.open('karin', name)])
      one.type('Nu')
      other.type('Nu')
      await until('both', () => one.text() === 'NuNu' && other.text() === 'NuNu')
      expect(fragmentOf(one.doc).length).toBe(1)
      expect(one.doc.getMap('meta').get('id')).toBe(other.doc.getMap('meta').get('id'))
    })

    test('words of another way in are in the open text at once, beside what is being typed', async () => {
      const karin = await visit.open('karin', approach())
      karin.type(', in de klas')
      const plan = await planOf(visit.db, visit.cast, visit.id)
      const entry = entryOf(plan, visit.goal)
      if (!entry) throw new Error('the goal is gone')
      const args = ['approach', '**Elke week** samen kijken', null, NOW_MOMENT] as const
      done(await writeEntryText(visit.db, visit.cast.member('karin'), plan, entry, ...args))
      await until('both texts', () => karin.text() === '**Elke week** samen kijken, in de klas')
      await karin.store()
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe(karin.text())
    })

    test('a text with more signs than fit is not stored, and its writer hears why', async () => {
      const karin = await visit.open('karin', approach())
      karin.type('a'.repeat(20_000))
      expect(await karin.store()).toMatchObject({ is: 'refused', says: expect.stringContaining('te lang') })
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe('Samen kijken')
      const words = (fragmentOf(karin.doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
      words.delete(20, words.length - 20)
      expect(await karin.store()).toMatchObject({ is: 'stored' })
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe('Samen kijkenaaaaaaaa')
    })

    test('a copy of another document is not merged in', async () => {
      const karin = await visit.open('karin', approach())
      const cookie = await visit.cookieOf('karin')
      const url = visit.house.url
      const stranger = await openText({ url, cookie, name: approach(), token: 'another-one' })
      expect(stranger.heard).toEqual([{ is: 'denied', says: 'other-document' }])
      const known = String(karin.doc.getMap('meta').get('id'))
      const same = await openText({ url, cookie, name: approach(), token: known })
      expect(same.text()).toBe('Samen kijken')
    })

    test('a text that is erased while it is open closes, and does not come back', async () => {
      const bram = await visit.open('bram', `${visit.bram}:goal`)
      bram.type('!')
      await bram.store()
      await visit.db.write(visit.cast.keeper, (sql) => erasePassages(sql, visit.cast.keeper, visit.bram))
      bram.type('?')
      expect(await bram.store()).toMatchObject({ is: 'refused' })
      expect(await visit.stored(visit.bram, 'goal')).toBeUndefined()
    })

    test('what is being typed is stored before a page or a program reads the plan', async () => {
      const karin = await visit.open('karin', approach())
      karin.type(' en luisteren')
      await until('the words to be there', () => !karin.provider.hasUnsyncedChanges)
      const headers = { cookie: await visit.cookieOf('paul') }
      const page = await fetch(`${visit.house.url}/plan/${visit.id}/export/json`, { headers })
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('Samen kijken en luisteren')
    })

    test('what is being typed is put to the team with the plan; later words are not, and their writer hears so', async () => {
      const karin = await visit.open('karin', approach())
      karin.type(' en luisteren')
      await until('the words to be there', () => !karin.provider.hasUnsyncedChanges)
      await flushWriting(visit.db, visit.id)
      const asked = { parts: [], frame: frameFor(visit.cast), closesAt: NOW_MOMENT, words: WORDS, why: 'Nu.' }
      done(await putForward(visit.db, visit.cast.member('karin'), visit.id, asked, NOW_MOMENT))
      karin.type(' te laat')
      const isTold = () => karin.heard.some(({ is }) => is === 'refused')
      await until('read-only', () => isTold() || karin.provider.authorizedScope === 'readonly')
      const fresh = await visit.open('karin', approach())
      expect(fresh.text()).toBe('Samen kijken en luisteren')
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe('Samen kijken en luisteren')
      if (!isTold()) expect(await karin.store()).toMatchObject({ is: 'refused' })
    })

    test('words that came in just before the plan moved are told to be unsaved, and are not kept alive', async () => {
      const karin = await visit.open('karin', approach())
      const reader = await visit.open('paul', approach())
      const plan = await planOf(visit.db, visit.cast, visit.id)
      karin.type(' te laat')
      await until('the words at a colleague', () => reader.text().endsWith('te laat'))
      await visit.db.write(visit.cast.keeper, (sql) =>
        sql.updateTable('plan').set({ phase: 'decision' }).where('id', '=', plan.id).execute(),
      )
      expect(await karin.store()).toMatchObject({ is: 'refused' })
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe('Samen kijken')
      const fresh = await visit.open('paul', approach())
      expect(fresh.text()).toBe('Samen kijken')
    })
  })

  describe(`the rights of the socket (${dialect})`, () => {
    const MATRIX = [
      ['karin', 'goal', 'approach', 'write'],
      ['karin', 'principle', 'text', 'write'],
      ['karin', 'principle', 'talk', 'write'],
      ['karin', 'anouk', 'goal', 'read'],
      ['karin', 'bram', 'goal', 'read'],
      ['karin', 'bram', 'coordinatorEffort', 'write'],
      ['anouk', 'goal', 'approach', 'read'],
      ['anouk', 'principle', 'text', 'read'],
      ['anouk', 'anouk', 'goal', 'write'],
      ['anouk', 'anouk', 'coordinatorEffort', 'write'],
      ['anouk', 'bram', 'goal', 'not-there'],
      ['bram', 'bram', 'goal', 'write'],
      ['bram', 'anouk', 'goal', 'read'],
      ['paul', 'goal', 'approach', 'read'],
      ['paul', 'bram', 'goal', 'not-there'],
      ['paul', 'goal', 'no-such-field', 'not-there'],
      ['paul', 'plan', 'title', 'not-there'],
    ] as const

    test.each(MATRIX)('%s in the text of %s (%s): %s', async (who, whose, field, right) => {
      const owner = { ...visit, plan: visit.id }[whose]
      const writer = await visit.open(who, `${owner}:${field}`)
      if (right === 'not-there') {
        expect(writer.heard).toEqual([{ is: 'denied', says: 'not-there' }])
        expect(writer.text()).toBe('')
        return
      }
      const before = writer.text()
      writer.type('X')
      const answer = await writer.store()
      const fresh = await visit.open(who, `${owner}:${field}`)
      expect({ is: answer.is, text: fresh.text() }).toEqual(
        right === 'write' ? { is: 'stored', text: `${before}X` } : { is: 'refused', text: before },
      )
    })

    test('who is not signed in, or of another school, gets nothing', async () => {
      const gone = await openText({
        url: visit.house.url,
        cookie: '',
        name: approach(),
      })
      expect(gone.heard).toContainEqual({ is: 'closed', n: 4401, says: 'signed-out' })
      const other = await settleCast(visit.db, { name: 'De Linde' })
      const { cookie } = await asMember({ request: () => new Response() }, visit.db, other, 'karin')
      const stranger = await openText({ url: visit.house.url, cookie, name: approach() })
      expect(stranger.heard).toEqual([{ is: 'denied', says: 'not-there' }])
    })

    test('a session that is ended closes the socket', async () => {
      const bram = await visit.open('bram', `${visit.bram}:goal`)
      const session = await visit.db.read('server', (sql) =>
        sql
          .selectFrom('session')
          .select('id')
          .where('person_id', '=', visit.cast.people.bram)
          .executeTakeFirstOrThrow(),
      )
      await revokeSession(visit.db, visit.cast.member('bram'), session.id, NOW)
      await until('the end', () => bram.heard.some(({ is }) => is === 'closed'))
      expect(bram.heard).toContainEqual({ is: 'closed', n: 4401, says: 'signed-out' })
    })

    test('who writes and loads no page stays signed in; who only has a text open does not', async () => {
      const signedIn = async (who: Who) => {
        const { schoolId, people } = visit.cast
        const opening = { schoolId, personId: people[who], device: 'x', way: 'code', shared: false } as const
        const { token, id } = await visit.db.write(visit.cast, (sql) => openSession(sql, opening, NOW))
        const name = approach()
        const writer = await openText({ url: visit.house.url, cookie: `session=${token}`, name })
        const ends = () =>
          visit.db.read('server', (sql) =>
            sql.selectFrom('session').select('expires_at').where('id', '=', id).executeTakeFirstOrThrow(),
          )
        return { writer, ends, before: await ends() }
      }
      const [karin, again] = [await signedIn('karin'), await signedIn('karin')]
      visit.clock.now = new Date(NOW.getTime() + 20 * 60_000)
      karin.writer.type('!')
      await karin.writer.store()
      visit.db.announce({ topic: 'person', schoolId: visit.cast.schoolId, id: visit.cast.schoolId })
      await until('a longer session', async () => (await karin.ends()).expires_at > karin.before.expires_at)
      expect(await again.ends()).toEqual(again.before)
    })

    test('a text that its teacher takes back closes for the team', async () => {
      const paul = await visit.open('paul', `${visit.anouk}:goal`)
      const plan = await planOf(visit.db, visit.cast, visit.id)
      const entry = entryOf(plan, visit.anouk)
      if (!entry) throw new Error('the track is gone')
      done(await withdrawAgreement(visit.db, visit.cast.member('anouk'), plan, entry))
      await until('the end', () => paul.heard.some(({ is }) => is === 'closed'))
      expect(paul.heard.at(-1)).toMatchObject({ says: 'not-there' })
    })

    test('who gets the pen of a track writes on without loading the page again', async () => {
      const paul = await visit.open('paul', `${visit.anouk}:goal`)
      expect(paul.provider.authorizedScope).toBe('readonly')
      const plan = await planOf(visit.db, visit.cast, visit.id)
      const entry = entryOf(plan, visit.anouk)
      if (!entry) throw new Error('the track is gone')
      const named = [entry, visit.cast.people.paul, 'duo', NOW_MOMENT] as const
      done(await namePerson(visit.db, visit.cast.member('anouk'), plan, ...named))
      await until('the pen', () => paul.provider.authorizedScope === 'read-write')
      paul.type('!')
      expect(await paul.store()).toMatchObject({ is: 'stored' })
    })

    test('a plan that moves on makes open texts read-only at once', async () => {
      const karin = await visit.open('karin', approach())
      const plan = await planOf(visit.db, visit.cast, visit.id)
      done(await movePlan(visit.db, visit.cast.member('karin'), plan, 'draft', 'Nog even.', NOW_MOMENT))
      karin.type('!')
      expect(await karin.store()).toMatchObject({ is: 'stored' })
      const draft = await planOf(visit.db, visit.cast, visit.id)
      done(await movePlan(visit.db, visit.cast.member('karin'), draft, 'input', 'Klaar.', NOW_MOMENT))
      const moved = await planOf(visit.db, visit.cast, visit.id)
      done(await movePlan(visit.db, visit.cast.member('karin'), moved, 'decision', 'Besluit.', NOW_MOMENT))
      await until('read-only', () => karin.provider.authorizedScope === 'readonly')
      expect(textOf(karin.doc)).toBe('Samen kijken!')
    })
  })
})
