import { serve } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { putForward } from '../../app/adoption/adoption-store.ts'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { ensureDemo } from '../../app/home/demo-school.ts'
import { offPath } from '../../app/home/digest-link-desk.ts'
import type { Day } from '../../app/kernel/day.ts'
import type { EntryId, PlanId } from '../../app/kernel/id.ts'
import { setMoments } from '../../app/plan/tie-store.ts'
import { routes } from '../../app/routes.ts'
import { makeShownLink } from '../../app/session/link-store.ts'
import { openSession } from '../../app/session/session-store.ts'
import { readAssets } from '../../app/ui/assets.ts'
import { proposeDay } from '../../app/year/proposal-store.ts'
import { amendedPlan } from '../amended-plan.ts'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../cast.ts'
import { testHouse } from '../house.ts'
import { readIn, wordFixture } from '../import-visit.ts'
import { addGoal, ownTrack, type PlanVisit, visitPlan } from '../plan-visit.ts'
import { asMember, cookieOf, visitor } from '../request.ts'
import {
  AFTER,
  adoptedPlan,
  CLOSES,
  done,
  EVERYONE,
  frameFor,
  planOf,
  say,
  WORDS,
  writtenPlan,
} from '../written-plan.ts'
import { lookedSchool } from './looked-school.ts'
import { type MeetingSchool, meetingSchool } from './meeting-house.ts'
import { questionSchool } from './question-school.ts'
import { trendSchool } from './trend-school.ts'
import { visitSchool } from './visit-school.ts'

/** Who looks, by the value of a session cookie; '' for a visitor. */
export type Who = `${keyof Schools}:${keyof Cast['people']}` | 'founder' | 'half' | 'nobody'

/** A plan in each state that a page can be in, each in a school of its own. */
type Schools = {
  /** A draft with a goal, Anouk's own track and a proposal on it. */
  readonly draft: PlanVisit & { readonly goal: EntryId; readonly track: EntryId }
  /** Put to the team: the whole and one goal, about which somebody objected. */
  readonly decided: {
    readonly cast: Cast
    readonly id: PlanId
    readonly open: string
    readonly objected: string
  }
  /** Adopted, with an amendment of a track that waits for a yes, and one of a goal before the team. */
  readonly amended: {
    readonly cast: Cast
    readonly id: PlanId
    readonly trackAmendment: string
    readonly goalAmendment: string
  }
  readonly adopted: { readonly cast: Cast; readonly id: PlanId; readonly goal: EntryId }
  /** A Word file that was read in, and one that has become a plan. */
  readonly imported: { readonly cast: Cast; readonly preview: string; readonly plan: string }
  readonly meeting: MeetingSchool
  /** Looking back on the year, in a meeting that is running. */
  readonly looked: Awaited<ReturnType<typeof lookedSchool>>
  /** Visits in each state: been, agreed, asked, and a swap that waits. */
  readonly looking: Awaited<ReturnType<typeof visitSchool>>
  /** Questions on every rung: own, asked, with the coordinator, closed. */
  readonly asking: Awaited<ReturnType<typeof questionSchool>>
  /** Results of years, with ambitions, data talks and analyses in each state. */
  readonly trending: Awaited<ReturnType<typeof trendSchool>>
  readonly demo: { readonly cast: null }
}

export type BarrierHouse = Schools & {
  readonly browser: Browser
  readonly url: string
  /** A server that no school has claimed yet. */
  readonly freshUrl: string
  readonly link: string
  /** The path in a letter that turns the letters off. */
  readonly digestOff: string
  cookie(who: Who): Promise<string>
}

const LATER = new Date(AFTER)

/** One house with every school that the pages are looked at in. */
export function barrierHouse(): () => BarrierHouse {
  let house: BarrierHouse
  const closing: (() => unknown)[] = []
  beforeAll(async () => {
    const fresh = await served()
    const main = await served()
    const browser = await chromium.launch({
      executablePath: process.env['TEST_CHROMIUM'] ?? '',
      args: ['--no-sandbox'],
    })
    closing.push(() => browser.close(), fresh.close, main.close)
    house = { browser, freshUrl: fresh.url, url: main.url, ...(await settle(main.db, main.app)) }
  })
  afterAll(async () => {
    for (const close of closing) await close()
  })
  return () => house
}

async function served() {
  const db = await openDatabase({ temporary: true })
  const app = routes(testHouse(db, { assets: readAssets(), now: () => LATER, mailIsOn: false }), {
    log: (line) => console.error(line),
    logAll: false,
  })
  const { url, stop } = await listen(app.fetch)
  const close = async () => {
    stop()
    await db.close()
  }
  return { db, app, url, close }
}

const listen = (fetch: Parameters<typeof serve>[0]['fetch']) =>
  new Promise<{ url: string; stop: () => void }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, stop: () => server.close() }),
    )
  })

async function settle(db: Db, app: ReturnType<typeof routes>) {
  await ensureDemo(db, NOW, testHouse(db).notesKeyFile)
  const founder = await found(app)
  const schools = {
    draft: await draft(db),
    decided: await decided(db),
    amended: await amended(db),
    adopted: await adopted(db),
    imported: await imported(db, app),
    meeting: await meetingSchool(db),
    looked: await lookedSchool(db),
    looking: await visitSchool(db),
    asking: await questionSchool(db),
    trending: await trendSchool(db),
    demo: { cast: null },
  } satisfies Schools
  const { cast } = schools.draft
  const link = done(await makeShownLink(db, cast.member('karin'), cast.people.eva, LATER)).token
  const cookies = new Map<Who, string>([
    ['founder', founder],
    ['nobody', ''],
    ['half', await sessionOf(db, cast, 'noor', 'second-factor')],
  ])
  const cookie = async (who: Who) => {
    const known = cookies.get(who)
    if (known !== undefined) return known
    const [school, key] = who.split(':') as [keyof Schools, keyof Cast['people']]
    const made =
      school === 'demo' ? await enterDemo(app, key) : await sessionOf(db, schools[school].cast, key)
    cookies.set(who, made)
    return made
  }
  const digestOff = await offPath(db, cast.people.anouk)
  return { ...schools, link, digestOff, cookie }
}

/** The first school of the server: one person, nothing else. */
async function found(app: ReturnType<typeof routes>) {
  const fields = {
    name: 'De Wilg',
    year: '2026-2027',
    coordinatorWord: 'ib',
    person: 'Mieke',
    email: 'mieke@wilg.example',
  }
  return cookieOf(await visitor(app).post('/setup', fields), 'session') ?? ''
}

const enterDemo = async (app: ReturnType<typeof routes>, who: string) =>
  cookieOf(await visitor(app).post('/demo/sign-in', { who }), 'session') ?? ''

async function sessionOf(
  db: Db,
  cast: Cast,
  key: keyof Cast['people'],
  waitsFor: 'second-factor' | null = null,
) {
  const opening = {
    schoolId: cast.schoolId,
    personId: cast.people[key],
    device: 'Chromium/Linux',
    way: 'code',
    shared: false,
    waitsFor,
  } as const
  return db.write(cast, async (sql) => {
    const { id, token } = await openSession(sql, opening, LATER)
    // With an own proof: so that private notes can be looked at too.
    await sql.updateTable('session').set({ proved_at: NOW_MOMENT }).where('id', '=', id).execute()
    return token
  })
}

async function draft(db: Db) {
  const visit = await visitPlan(db)
  const goal = await addGoal(visit, 'Elk kind leest elke dag in een boek naar keuze')
  const track = await ownTrack(visit, 'anouk', 'In elke les zien of elk kind mee kan.')
  await visit.karin.post(`${visit.href}/entry/${track}/proposal`, { 'text.approach': 'Samen kijken.' })
  await talkAbout(visit, track)
  for (const preset of ['1', '2', '3', '4', '7'])
    await visit.karin.post(`${visit.href}/principles`, { act: 'add', preset })
  return { ...visit, goal, track }
}

/** A comment, a suggestion that waits, one that was answered, and one that no longer fits. */
async function talkAbout(visit: PlanVisit, track: EntryId) {
  const { karin, href } = visit
  const talk = `${href}/entry/${track}/conversation`
  const passage = `${track}.goal`
  const suggest = (text: string) =>
    karin.post(talk, { act: 'suggest', passage, revision: '1', text, reason: 'Dat hielp Bram.' })
  await suggest('In elke les zien of elk kind het begrijpt.')
  const [, suggestion = ''] = /id="suggestion-([^"]+)"/.exec(await (await karin.get(talk)).text()) ?? []
  const anouk = await visit.as('anouk')
  await anouk.post(talk, { act: 'decline', suggestion, answer: 'Dank je.' })
  await suggest('Elke les zien of elk kind mee kan.')
  await suggest('In elke les horen of elk kind mee kan.')
  await anouk.post(`${href}/entry/${track}`, {
    'text.goal': 'In elke les merken of elk kind mee kan.',
    'base.goal': '1',
  })
  await karin.post(talk, { act: 'comment', passage, revision: '1', place: '0-7', text: 'Wat heb je nodig?' })
}

async function decided(db: Db) {
  const made = await writtenPlan(db)
  const { cast, id, goal } = made
  const item = { about: 'goal', subjectId: goal } as const
  const asked = { parts: [item], frame: frameFor(cast), closesAt: CLOSES, words: WORDS, why: 'Voorgelegd.' }
  done(
    await putForward(
      db,
      cast.member('karin'),
      id,
      { ...asked, closesAt: '2026-12-01T15:00:00.000Z' as typeof CLOSES },
      NOW_MOMENT,
    ),
  )
  const open = await say(db, cast, id, 'plan', { karin: EVERYONE.karin })
  const objected = await say(db, cast, id, 'goal', {
    ...EVERYONE,
    bram: { kind: 'objection', reason: 'Zo red ik het niet naast groep 4.' },
  })
  return { cast, id, open, objected }
}

async function amended(db: Db) {
  const { cast, id, trackAmendment, goalAmendment } = await amendedPlan(db)
  return { cast, id, trackAmendment, goalAmendment }
}

async function adopted(db: Db) {
  const { cast, id, goal, anouk } = await adoptedPlan(db, ({ id, cast, anouk }) =>
    lookBackOn(db, cast, id, anouk),
  )
  const plan = await planOf(db, cast, id)
  const track = plan.entries.find((one) => one.id === anouk)
  const move = { ...LOOK_BACK, from: LOOK_BACK.onDay, to: '2026-12-08' as Day }
  if (track) done(await proposeDay(db, cast.member('karin'), plan, track, move, AFTER))
  return { cast, id, goal }
}

const LOOK_BACK = { onDay: '2026-12-01' as Day, occasion: 'mid' as const }

/** Anouk looks back on the first of December; Karin asks whether it can be a week later. */
async function lookBackOn(db: Db, cast: Cast, id: PlanId, track: EntryId) {
  const plan = await planOf(db, cast, id)
  const entry = plan.entries.find((one) => one.id === track)
  if (entry) done(await setMoments(db, cast.keeper, plan, entry, [LOOK_BACK]))
}

async function imported(db: Db, app: ReturnType<typeof routes>) {
  const cast = await settleCast(db)
  const karin = await asMember(app, db, cast, 'karin', LATER)
  const taken = await readIn(karin, wordFixture('01-figuur1-ingevuld'))
  const plan = (await karin.post(taken, { act: 'take' })).headers.get('location')?.split(/[?#]/)[0] ?? ''
  return { cast, plan, preview: await readIn(karin, wordFixture('03-eigen-stijl-18-leerkrachten')) }
}
