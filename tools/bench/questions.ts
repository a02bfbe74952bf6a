import type { Db } from '../../app/db/database.ts'
import { openDatabase, type Where } from '../../app/db/open.ts'
import { dayOf, momentOf } from '../../app/kernel/day.ts'
import { matchesFor } from '../../app/question/match-desk.ts'
import { questionsOf } from '../../app/question/question-store.ts'
import type { Line } from './line.ts'
import { growQuestions, type SchoolQuestions, teacherOf } from './school-questions.ts'
import { serve, signIn } from './served.ts'
import { spreadOf } from './spread.ts'

const ROUNDS = 60

/** The tray and the matching in a big school with many questions, on one database. */
export async function theQuestions(name: string, where: Where, env: NodeJS.ProcessEnv): Promise<Line[]> {
  const db = await openDatabase(where)
  const lines: Line[] = []
  try {
    const grown = await growQuestions(db)
    lines.push(await matchLine(name, db, grown))
  } finally {
    await db.close()
  }
  const server = await serve(env)
  try {
    const cookie = await signIn(server.url, 'karin')
    const tray = await timesOf(`${server.url}/questions/tray`, cookie)
    lines.push([`${name}: the tray, 2,000 questions that lie in it`, spreadWords(tray), '20 ms'])
    const together = await timesOf(`${server.url}/questions/together`, cookie)
    lines.push([`${name}: what comes back, of 2,000 questions`, spreadWords(together), ''])
    return lines
  } finally {
    await server.stop()
  }
}

const spreadWords = (times: readonly number[]) => {
  const { p50, p95 } = spreadOf(times)
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
}

/** Who is offered with a question, each time for another asker and topic: read and worked out, in this process. */
async function matchLine(name: string, db: Db, { keeper, people, asks }: SchoolQuestions): Promise<Line> {
  const times: number[] = []
  for (const person of people) {
    const asker = teacherOf(keeper, person)
    const [question] = (await questionsOf(db, asker)).filter((one) => one.asker === person)
    if (!question) throw new Error('somebody has no question')
    const now = momentOf(new Date())
    for (const _ of [1, 2]) {
      const began = performance.now()
      const found = await matchesFor(db, asker, question, { now, today: dayOf(new Date(now)) })
      times.push(performance.now() - began)
      if (found.length === 0) throw new Error('nobody was offered')
    }
  }
  const what = `${name}: who is offered, of ${people.length} colleagues after ${asks} asks`
  return [what, spreadWords(times.slice(people.length / 2)), '20 ms']
}

async function timesOf(url: string, cookie: string) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    const began = performance.now()
    const answer = await fetch(url, { headers: { cookie } })
    await answer.text()
    times.push(performance.now() - began)
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
  }
  return times.slice(ROUNDS)
}
