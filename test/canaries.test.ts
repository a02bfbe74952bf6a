import { describe, expect, it } from 'vitest'
import type { Db } from '../app/db/database.ts'
import type { PersonId, SchoolId } from '../app/kernel/id.ts'
import { routes } from '../app/routes.ts'
import { openSession } from '../app/session/session-store.ts'
import { CANARIES, plantCanaries, READERS, type Reader } from './canary-places.ts'
import { NOW, NOW_MOMENT, settleCast } from './cast.ts'
import { crawl, differing, type Fillings, pathsOf, patternsOf, type Seen, textOf } from './crawl.ts'
import { eachDatabase } from './database.ts'
import { testHouse } from './house.ts'
import { cookieOf, type Visitor, visitor } from './request.ts'

const OBJECTION = 'kanarie-bezwaar'
const CLOSES_AT = '2026-11-24T16:00'

async function worldOf(db: Db) {
  const failures: string[] = []
  const planted = await plantCanaries(db)
  const other = await settleCast(db, { name: 'School De Vlieger' })
  const app = routes(testHouse(db), { log: (line) => failures.push(line), logAll: false })
  const enter = async (schoolId: SchoolId, personId: PersonId) => {
    const who = { schoolId, personId, device: 'Firefox/Linux', way: 'code', shared: false } as const
    const token = await db.write({ schoolId }, async (sql) => {
      const { id, token: given } = await openSession(sql, who, NOW)
      // Everybody has shown that it is they: what keeps notes closed is whose they are.
      await sql.updateTable('session').set({ proved_at: NOW_MOMENT }).where('id', '=', id).execute()
      return given
    })
    return visitor(app, `session=${token}`)
  }
  const inside = new Map<Reader, Promise<Visitor>>()
  const as = (key: Reader) => {
    const visit = inside.get(key) ?? enter(planted.keeper.schoolId, planted.people[key])
    inside.set(key, visit)
    return visit
  }
  const stranger = () => enter(other.schoolId, other.people.karin)
  return { db, app, planted, as, stranger, failures }
}
type World = Awaited<ReturnType<typeof worldOf>>

/** Everything that a path of this school can name, as it lies in the database now. */
async function fillings({ db, planted }: World): Promise<Fillings> {
  const { keeper, plan, lastPlan, entries, importId, people } = planted
  return db.read(keeper, async (sql) => {
    const goals = await sql
      .selectFrom('entry')
      .select('id')
      .where('plan_id', '=', plan)
      .where('kind', '=', 'team-goal')
      .limit(1)
      .execute()
    const decisions = await sql.selectFrom('decision').select('id').where('scope_id', '=', plan).execute()
    const versions = await sql
      .selectFrom('plan_version')
      .select('number')
      .where('plan_id', 'in', [plan, lastPlan])
      .execute()
    const kept = await sql.selectFrom('snapshot').select('id').where('plan_id', '=', plan).execute()
    const meetings = await sql.selectFrom('meeting').select('id').execute()
    const visits = await sql.selectFrom('visit').select('id').execute()
    const items = await sql.selectFrom('meeting_item').select('id').execute()
    const moments = await sql.selectFrom('year_item').select('id').limit(2).execute()
    const pieces = await sql.selectFrom('piece').select('id').execute()
    const appointments = await sql.selectFrom('appointment').select('id').execute()
    const ambitions = await sql.selectFrom('ambition').select('id').execute()
    const amendments = await sql.selectFrom('amendment').select('id').where('plan_id', '=', plan).execute()
    return {
      meeting: meetings.map(({ id }) => id),
      visit: visits.map(({ id }) => id),
      moment: moments.map(({ id }) => id),
      item: items.map(({ id }) => id),
      code: [planted.joinCode],
      owner: items.slice(0, 1).map(({ id }) => id),
      amendment: amendments.map(({ id }) => id),
      snapshot: [...kept.map(({ id }) => id), ...versions.map(({ number }) => number)],
      plan: [plan, lastPlan],
      entry: [...entries, ...goals.map(({ id }) => id)],
      decision: decisions.map(({ id }) => id),
      piece: pieces.map(({ id }) => id),
      question: planted.questions,
      peers: planted.peers,
      appointment: appointments.map(({ id }) => id),
      number: [...new Set(versions.map(({ number }) => number))],
      time: ['mid', 'end'],
      format: ['json', 'docx', 'word'],
      person: [people.petra, people.anouk],
      personId: [people.petra],
      id: [importId],
      token: ['x'.repeat(43)],
      file: [`${planted.feed}.ics`],
      subject: ['Rekenen', 'target', 'at1F'],
      ambition: ambitions.map(({ id }) => id),
      talk: planted.talks,
      analysis: planted.analyses,
      // Files on their way in lie in memory, for who brought them alone; `trend-files.test.ts` follows one.
      incoming: [people.karin],
    }
  })
}

async function pathsNow(world: World, method: 'GET' | 'POST' = 'GET', more: Fillings = {}) {
  const fill = { ...(await fillings(world)), ...more }
  return patternsOf(world.app, method).flatMap((pattern) => pathsOf(pattern, fill))
}

/** Where a reader meets a word that is not for them. */
const leaks = (who: string, seen: readonly Seen[], words: readonly string[]) =>
  seen.flatMap(({ path, text }) =>
    words.filter((word) => text.includes(word)).map((word) => `${who} ${path}: ${word}`),
  )

const notFor = (reader: Reader) => CANARIES.filter((one) => !one.for.includes(reader)).map(({ word }) => word)
const EVERY_WORD = [...CANARIES.map(({ word }) => word), OBJECTION]

/** Every canary begins with the word that is looked for here. */
const SEARCHED = ['/search?q=kanarie', '/search?q=kanari', '/search?q=notitie']

async function crawlAll(world: World, readers: readonly Reader[] = READERS) {
  const paths = [...(await pathsNow(world)), ...SEARCHED]
  const found: Record<string, Seen[]> = {}
  for (const reader of readers) found[reader] = await crawl(await world.as(reader), paths)
  return found as Record<Reader, Seen[]>
}

const leaksOf = (found: Record<Reader, Seen[]>) =>
  READERS.flatMap((reader) => leaks(reader, found[reader], notFor(reader)))

/** A card asked for alone, as the script does. */
async function frames({ as, planted }: World, reader: Reader) {
  const member = await as(reader)
  const seen: Seen[] = []
  for (const entry of planted.entries)
    for (const question of ['', `?edit=${entry}`])
      seen.push(
        ...(await crawl(member, [`/plan/${planted.plan}${question}`], { 'turbo-frame': `f-${entry}` })),
      )
  return seen
}

async function putForward({ as, planted: { plan, people } }: World) {
  const voter = [people.karin, people.paul, people.anouk]
  const put = { act: 'put', rule: 'consent', quorum: '2', closesAt: CLOSES_AT, chair: people.karin, voter }
  const made = await (await as('karin')).post(`/plan/${plan}/decision`, put)
  expect(made.status).toBe(303)
}

async function decisionPath({ db, planted: { keeper, plan } }: World) {
  const decision = await db.read(keeper, (sql) =>
    sql.selectFrom('decision').select('id').where('scope_id', '=', plan).executeTakeFirstOrThrow(),
  )
  return `/plan/${plan}/decision/${decision.id}`
}

const speak = async (world: World, reader: Reader, answer: Record<string, string>) =>
  expect(
    (await (await world.as(reader)).post(await decisionPath(world), { act: 'speak', ...answer })).status,
  ).toBe(303)

/** Somebody with nothing but the code of a running meeting. */
async function guestOf({ app, planted }: World): Promise<Visitor> {
  const fields = { guest: 'yes', name: 'Tineke van de MR' }
  const answer = await visitor(app).post(`/join/${planted.joinCode}`, fields)
  return visitor(app, `meeting=${cookieOf(answer, 'meeting')}`)
}

const program = ({ app, planted }: World): Visitor => {
  const plain = visitor(app)
  const headers = { authorization: `Bearer ${planted.token}`, accept: 'application/json' }
  return { ...plain, get: (path) => plain.get(path, headers) }
}

eachDatabase((open, dialect) => {
  describe('what is not for everyone', () => {
    it('is on no page of anybody else: while the plan is written, decided and adopted', async () => {
      const world = await worldOf(await open())
      const written = await crawlAll(world)
      expect(leaksOf(written)).toEqual([])
      for (const { word, seenBy } of CANARIES)
        if (seenBy)
          expect([word, written[seenBy].some(({ text }) => text.includes(word))]).toEqual([word, true])

      await putForward(world)
      await speak(world, 'paul', { answer: 'consent' })
      await speak(world, 'anouk', { answer: 'consent' })
      const watching = ['karin', 'paul', 'bram'] as const
      const consented = await crawlAll(world, watching)
      await speak(world, 'anouk', { answer: 'objection', objection: OBJECTION })
      const objected = await crawlAll(world)
      expect(leaksOf(objected)).toEqual([])
      expect(leaks('anouk', objected.anouk, [OBJECTION])).not.toEqual([])
      for (const reader of watching)
        expect([reader, differing(objected[reader], consented[reader])]).toEqual([reader, []])

      await speak(world, 'anouk', { answer: 'consent' })
      await speak(world, 'karin', { answer: 'consent' })
      const karin = await world.as('karin')
      expect((await karin.post(await decisionPath(world), { act: 'close' })).status).toBe(303)
      expect((await karin.post(`/plan/${world.planted.plan}/decision`, { act: 'adopt' })).status).toBe(303)
      expect(leaksOf(await crawlAll(world))).toEqual([])
      expect(world.failures).toEqual([])
    }, 300_000)

    it('is in no frame, in no answer to a program, and in nothing for who is not of the school', async () => {
      const world = await worldOf(await open())
      await putForward(world)
      await speak(world, 'anouk', { answer: 'objection', objection: OBJECTION })
      for (const reader of ['bram', 'paul', 'hanneke'] as const)
        expect(leaks(reader, await frames(world, reader), notFor(reader))).toEqual([])
      const paths = await pathsNow(world)
      const api = paths.filter((path) => path.startsWith('/api/'))
      const asked = await crawl(program(world), api)
      expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThan(5)
      expect(leaks('program', asked, EVERY_WORD)).toEqual([])
      for (const [who, outside] of [
        ['stranger', await world.stranger()],
        ['visitor', visitor(world.app)],
      ] as const) {
        const seen = await crawl(outside, paths)
        expect(leaks(who, seen, EVERY_WORD)).toEqual([])
        const opened = seen.filter(({ path, status }) => status === 200 && /[0-9a-f]{8}-/.test(path))
        expect([who, opened.map(({ path }) => path)]).toEqual([who, []])
      }
      expect(world.failures).toEqual([])
    }, 300_000)

    it('is nowhere for a guest of a meeting, who watches the board and no more', async () => {
      const world = await worldOf(await open())
      const guest = await guestOf(world)
      const seen = await crawl(guest, await pathsNow(world))
      expect(leaks('guest', seen, EVERY_WORD)).toEqual([])
      const opened = seen.filter(({ path, status }) => status === 200 && /[0-9a-f]{8}-/.test(path))
      const room = `/meeting/${world.planted.running}`
      expect(opened.map(({ path }) => path).sort()).toEqual([
        `${room}/board`,
        `${room}/live`,
        `${room}/phone`,
      ])
      expect(world.failures).toEqual([])
    }, 300_000)
  })

  // What a post does with somebody's right is the same code on both databases: tried on one.
  if (dialect === 'postgres') return
  it('is in no answer to a post, whatever is sent where', async () => {
    const world = await worldOf(await open())
    await putForward(world)
    await speak(world, 'anouk', { answer: 'objection', objection: OBJECTION })
    const more = {
      field: ['goal', 'text', 'saw'],
      principle: [world.planted.plan],
      time: ['mid'],
    }
    const paths = (await pathsNow(world, 'POST', more)).filter(
      (path) => !/^\/(demo|sign-|api|language|setup$)/.test(path) && !path.endsWith('/agreed'),
    )
    const sent = { text: 'x', base: '0', 'text.goal': 'x', 'base.goal': '0', act: 'save', subject: 'x' }
    for (const reader of ['bram', 'hanneke', 'paul'] as const)
      for (const accept of ['text/html', 'application/json', 'text/vnd.turbo-stream.html, text/html'])
        expect(
          leaks(reader, await postAll(await world.as(reader), paths, sent, accept), notFor(reader)),
        ).toEqual([])
    expect(world.failures).toEqual([])
  }, 300_000)
})

async function postAll(
  member: Visitor,
  paths: readonly string[],
  sent: Record<string, string>,
  accept: string,
): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const path of paths) {
    const answer = await member.post(path, sent, { accept })
    seen.push({ path, status: answer.status, text: await textOf(answer) })
  }
  return seen
}
