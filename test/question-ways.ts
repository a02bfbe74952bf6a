import { answerFor } from '../app/calendar/feed-answer-desk.ts'
import { feedByToken, makeFeed } from '../app/calendar/feed-store.ts'
import type { PlanId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { routes } from '../app/routes.ts'
import { makeToken } from '../app/session/api-token-store.ts'
import { crawl, type Fillings, pathsOf, patternsOf, type Seen } from './crawl.ts'
import { testHouse } from './house.ts'
import { mails } from './mailbox.ts'
import { LIVING, type Living, WORD_SHAPE } from './question-history.ts'
import { type Life, momentNow, nowOf } from './question-life.ts'
import { asMember, type Visitor, visitor } from './request.ts'

/** Every way in which somebody can come across words of a question. */

/** Everything around questions, whatever room: a page that is added later is asked too. */
const AROUND = /^\/(questions|office|profile|peers|team)(\/|$)/
/** What else puts rooms together, or lets things out. */
const BESIDES = [
  '/',
  '/for-you',
  '/steps',
  '/visits',
  '/visits/new',
  '/shelf',
  '/year',
  '/meetings',
  '/calendars',
  '/time',
  '/time/talk',
  '/settings',
  '/account',
  '/orchestra',
]

export function houseOf(life: Life) {
  const failures: string[] = []
  const house = testHouse(life.db, { now: () => nowOf(life) })
  const app = routes(house, { log: (line) => failures.push(line), logAll: false })
  return { app, failures }
}
type App = ReturnType<typeof houseOf>['app']

async function fillings({ db, cast, questions }: Life): Promise<Fillings> {
  const found = await db.read(cast, async (sql) => ({
    appointments: await sql.selectFrom('appointment').select('id').execute(),
    peers: await sql.selectFrom('peer_group').select('id').execute(),
  }))
  return {
    question: questions.map(({ id }) => id),
    person: [cast.people.anouk, cast.people.petra],
    appointment: found.appointments.map(({ id }) => id),
    peers: found.peers.map(({ id }) => id),
    topic: ['parents', 'maths'],
  }
}

/** The addresses of pages and files, for everybody the same. */
export async function pathsNow(life: Life, app: App, plan: PlanId): Promise<string[]> {
  const fill = await fillings(life)
  const around = patternsOf(app, 'GET').filter((pattern) => AROUND.test(pattern))
  return [
    ...around.flatMap((pattern) => pathsOf(pattern, fill)),
    ...BESIDES,
    ...['', '/thread', '/orchestra', '/loose-ends', '/export/json', '/export/print', '/places'].map(
      (rest) => `/plan/${plan}${rest}`,
    ),
    // What is asked for stands on the page: a part of the words, or words beside them.
    ...['draadwoord', 'draad', 'zeggen'].map((asked) => `/search?q=${asked}`),
    ...life.questions.flatMap(({ id }) => [`/visits/new?question=${id}`, `/office?about=${id}`]),
  ]
}

/** What somebody of the school sees on all of them. */
export async function seenBy(life: Life, app: App, who: Living, paths: readonly string[]): Promise<Seen[]> {
  return crawl(await asMember(app, life.db, life.cast, who, nowOf(life)), paths)
}

/** What a program of the school gets, and what leaves by itself: letters and calendars that are followed. */
export async function seenOutside(life: Life, app: App, plan: PlanId): Promise<Seen[]> {
  const made = await makeToken(life.db, life.cast.keeper, 'koppeling', momentNow(life))
  if (!('token' in made)) throw new Error(made.refused)
  const plain = visitor(app)
  const headers = { authorization: `Bearer ${made.token}`, accept: 'application/json' }
  const program: Visitor = { ...plain, get: (path) => plain.get(path, headers) }
  const api = patternsOf(app, 'GET').filter(
    (pattern) => pattern.startsWith('/api/') && !pattern.includes(':'),
  )
  const seen = await crawl(program, [...api, `/api/v1/plans/${plan}`, '/api/v1/questions'])
  const letters = (await mails(life.db)).map(({ subject, body, calendar }) => ({
    path: 'a letter',
    status: 200,
    text: [subject, body, calendar].join('\n'),
  }))
  return [...seen, ...letters, ...(await feedsOf(life))]
}

async function feedsOf(life: Life): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const who of LIVING) {
    const made = await makeFeed(life.db, life.cast.member(who), 'own', momentNow(life))
    const feed = isRefusal(made) ? null : await feedByToken(life.db, made.token)
    if (!feed) throw new Error(`no calendar of ${who}`)
    const answer = await answerFor(life.db, feed, 'https://regenboog.example', nowOf(life))
    seen.push({ path: `the calendar of ${who}`, status: 200, text: answer?.body ?? '' })
  }
  return seen
}

/** The words of questions in what was seen, each with where. */
export const wordsIn = (seen: readonly Seen[]) =>
  seen.flatMap(({ path, text }) => [...new Set(text.match(WORD_SHAPE) ?? [])].map((word) => ({ path, word })))
