import { get, type IncomingMessage } from 'node:http'
import { openDatabase } from '../../app/db/open.ts'
import type { MeetingId, PersonId } from '../../app/kernel/id.ts'
import { openSession } from '../../app/session/session-store.ts'
import type { Cast } from '../cast.ts'
import { newItem, VOTERS, visitMeeting } from '../meeting-visit.ts'
import { formForward, formThat } from '../page-forms.ts'

export type Voter = (typeof VOTERS)[number]

/** A meeting on disk, to be served by a program of its own; a session of each who has a voice, and of many phones. */
export type OnDisk = {
  readonly cast: Cast
  readonly meeting: MeetingId
  readonly cookies: Readonly<Record<Voter, string>>
  /** Sessions of Anouk, each its own phone. */
  readonly phones: readonly string[]
}

export async function meetingOnDisk(dataDir: string, phones = 0): Promise<OnDisk> {
  const db = await openDatabase({ dataDir })
  const item = newItem('proposal', null, {
    title: 'Bij elkaar kijken',
    text: 'We kijken drie keer per jaar bij elkaar.',
  })
  const { cast, meeting } = await visitMeeting(db, { items: [item] })
  const sessionOf = async (personId: PersonId) => {
    const opening = { schoolId: cast.schoolId, personId, device: 'x', way: 'code', shared: false } as const
    const { token } = await db.write(cast, (sql) => openSession(sql, opening, new Date()))
    return `session=${token}`
  }
  const made = await Promise.all(VOTERS.map(async (key) => [key, await sessionOf(cast.people[key])] as const))
  const many: string[] = []
  for (let phone = 0; phone < phones; phone += 1) many.push(await sessionOf(cast.people.anouk))
  await db.close()
  return { cast, meeting, cookies: Object.fromEntries(made) as OnDisk['cookies'], phones: many }
}

/** Whoever is at a page of the meeting, with this cookie. */
export function visitorAt(url: string, { meeting }: OnDisk, cookie: string) {
  const href = `/meeting/${meeting}`
  const ask = async (path: string, fields?: Record<string, string>) => {
    const answer = await fetch(url + href + path, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html', ...(fields ? { origin: url } : {}) },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    return { status: answer.status, page: await answer.text() }
  }
  const lead = async (find: (page: string) => Record<string, string> | null) => {
    const fields = find((await ask('/board')).page)
    return fields ? (await ask('/act', fields)).status : null
  }
  return {
    ask,
    /** Presses what the board offers for this act; the status, null when it offers none. */
    lead: (act: string) => lead((page) => formThat(page, act)),
    forward: () => lead(formForward),
    /** Answers with a concern in these words; the status of what came of it, null when no round is open. */
    async speak(text: string) {
      const fields = formThat((await ask('/phone')).page, 'speak')
      if (!fields) return null
      return (await ask('/phone', { ...fields, answer: 'concern', concern: text })).status
    },
    feed: () => openFeed(`${url}${href}/live`, cookie),
  }
}

/** Karin opens the meeting and its first round. */
export async function openTheRound(url: string, school: OnDisk) {
  const karin = visitorAt(url, school, school.cookies.karin)
  await karin.lead('open')
  for (let step = 0; step < 8 && (await karin.lead('round-open')) === null; step += 1) await karin.forward()
}

export type Feed = {
  readonly status: number
  readonly said: string[]
  /** Resolves when the line is over: true where the server came to its end, false where it was cut. */
  readonly over: Promise<boolean>
  leave(): void
}

/** A feed over a line of its own. */
export function openFeed(url: string, cookie: string): Promise<Feed> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { cookie }, agent: false }, (line: IncomingMessage) => {
      const said: string[] = []
      line.on('data', (chunk: Buffer) => said.push(...chunk.toString().trim().split('\n\n')))
      line.on('error', () => undefined)
      const over = new Promise<boolean>((ended) => line.once('close', () => ended(line.complete)))
      resolve({ status: line.statusCode ?? 0, said, over, leave: () => line.destroy() })
    })
    asked.on('error', reject)
  })
}
