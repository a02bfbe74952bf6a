import type { Db, Sql } from '../../app/db/database.ts'
import { openDatabase, type Where } from '../../app/db/open.ts'
import { passagesBy } from '../../app/home/passage-keepers-desk.ts'
import { search } from '../../app/home/search-desk.ts'
import { newId, type PlanId } from '../../app/kernel/id.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { schoolsOnServer } from '../../app/school/school-store.ts'
import type { Keeper, Member } from '../../app/session/actor.ts'
import { indexTexts } from '../../app/writing/search-store.ts'
import { growDemoPlan } from './big-plan.ts'
import { spreadOf } from './spread.ts'

const YEARS = 10
const TRACKS = 60
const ROUNDS = 12
const QUESTIONS = [
  'instructie',
  'rekenen',
  'rekennen',
  'kinderen',
  'kinderen lezen',
  'instrcutie',
  'anouk',
  'woord',
  'groep 5',
]

export type SearchTimes = {
  readonly texts: number
  readonly first: number
  readonly p50: number
  readonly p95: number
}

/** Searching as a teacher in a school with ten years of plans, each of 60 tracks: milliseconds in this process. */
export async function searchTimes(where: Where): Promise<SearchTimes> {
  const db = await openDatabase(where)
  try {
    const planId = await growDemoPlan(db, TRACKS)
    const keeper = await keeperOf(db)
    // the demo school has last year's plan already
    for (let back = 2; back < YEARS; back += 1) await copyPlan(db, keeper, planId, back)
    await indexTexts(db, keeper)
    const teacher = await someTeacher(db, keeper)
    const first = await timed(db, teacher, 'instructie')
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const question of QUESTIONS) times.push(await timed(db, teacher, question))
    const { texts } = await db.read(keeper, (sql) =>
      sql
        .selectFrom('search_text')
        .select((of) => of.fn.countAll<number | string>().as('texts'))
        .executeTakeFirstOrThrow(),
    )
    return { texts: Number(texts), first, ...spreadOf(times) }
  } finally {
    await db.close()
  }
}

async function timed(db: Db, teacher: Member, question: string) {
  const began = performance.now()
  const found = await search(
    db,
    teacher,
    passagesBy(() => new Date()),
    'nl',
    question,
  )
  const took = performance.now() - began
  if (found.years.length + found.people.length === 0) throw new Error(`nothing found for ${question}`)
  return took
}

async function keeperOf(db: Db): Promise<Keeper> {
  const demo = (await schoolsOnServer(db)).find((school) => school.demo)
  if (!demo) throw new Error('no demo school')
  return { kind: 'keeper', schoolId: demo.id }
}

async function someTeacher(db: Db, keeper: Keeper): Promise<Member> {
  const { id, name } = await db.read(keeper, (sql) =>
    sql.selectFrom('person').select(['id', 'name']).where('name', 'like', 'Anouk%').executeTakeFirstOrThrow(),
  )
  const rest = { roles: ['teacher'], learningTeams: [], sessionId: newId<'session'>(), demo: true } as const
  return { kind: 'member', schoolId: keeper.schoolId, personId: id, name, ...rest }
}

/** The plan of so many years back, with the same tracks in words of that year. */
export async function copyPlan(db: Db, keeper: Keeper, from: PlanId, back: number) {
  await db.write(keeper, async (sql) => {
    const plan = await sql.selectFrom('plan').selectAll().where('id', '=', from).executeTakeFirstOrThrow()
    const year = Number(plan.school_year.slice(0, 4)) - back
    const schoolYear = `${year}-${year + 1}` as SchoolYear
    const id = newId<'plan'>()
    const title = plan.title.replace(/\d{4}/, String(year))
    await sql
      .insertInto('plan')
      .values({ ...plan, id, school_year: schoolYear, title, previous_plan_id: null })
      .execute()
    await copyEntries(sql, from, id, year)
  })
}

async function copyEntries(sql: Sql, from: PlanId, to: PlanId, year: number) {
  const entries = await sql.selectFrom('entry').selectAll().where('plan_id', '=', from).execute()
  for (const entry of entries) {
    const id = newId<'entry'>()
    await sql
      .insertInto('entry')
      .values({ ...entry, id, plan_id: to, parent_id: null, carried_from: null })
      .execute()
    const passages = await sql.selectFrom('passage').selectAll().where('owner_id', '=', entry.id).execute()
    for (const passage of passages) {
      const text = `${passage.text} Woord${year} van dit jaar. ${someWords(25)}`
      await sql
        .insertInto('passage')
        .values({ ...passage, owner_id: id, scope_id: to, text })
        .execute()
    }
  }
}

const SYLLABLES =
  'be ge ver re len de ten sa men wer ken le zen schrij ven in stru cie klas kin deren taal toets groep kijk'.split(
    ' ',
  )
let seed = 20261119

/** Words as a school of ten years has them: some 12,000 different ones, a few of them often. */
function someWords(count: number): string {
  return Array.from({ length: count }, () => wordOf(Math.floor(12_000 * next() ** 3))).join(' ')
}

const wordOf = (place: number): string =>
  [place % 23, Math.floor(place / 23) % 23, Math.floor(place / 529) % 23].map((at) => SYLLABLES[at]).join('')

/** Chance that is the same in every run. */
function next() {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}
