import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { PersonId, SchoolId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { isLetterKind, LETTER_KINDS, type LetterKind } from './letter-kind.ts'

/** Sole writer of digest and letter_off. */

export type Somebody = { readonly schoolId: SchoolId; readonly personId: PersonId }

/** Somebody who can have a letter: with an address, and has been in. */
export type Addressee = Somebody & {
  readonly name: string
  readonly address: string
  readonly language: Language
}

/** Who of a school has a letter coming on this day: wants it, and was not looked at today. */
export async function addressees(db: Db, schoolId: SchoolId, day: Day): Promise<Addressee[]> {
  const rows = await db.read({ schoolId }, (sql) =>
    reachable(sql, schoolId)
      .where('digest.off_at', 'is', null)
      .where((is) => is.or([is('person.left_on', 'is', null), is('person.left_on', '>', day)]))
      .where((is) => is.or([is('digest.told_on', 'is', null), is('digest.told_on', '<', day)]))
      .orderBy('person.id')
      .execute(),
  )
  return rows.map((row) => addresseeOf(row, schoolId))
}

/** One person who can have a letter, wanted or not. */
export async function addressee(db: Db, { schoolId, personId }: Somebody): Promise<Addressee | null> {
  const row = await db.read({ schoolId }, (sql) =>
    reachable(sql, schoolId).where('person.id', '=', personId).executeTakeFirst(),
  )
  return row ? addresseeOf(row, schoolId) : null
}

const reachable = (sql: Sql, schoolId: SchoolId) =>
  sql
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .innerJoin('school', 'school.id', 'person.school_id')
    .leftJoin('digest', 'digest.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'account.language',
      'school.language as schoolLanguage',
    ])
    .where('person.school_id', '=', schoolId)
    .where('person.email', 'is not', null)

type Row = {
  id: PersonId
  name: string
  email: string | null
  language: Language | null
  schoolLanguage: Language
}

const addresseeOf = ({ id, name, email, language, schoolLanguage }: Row, schoolId: SchoolId): Addressee => ({
  schoolId,
  personId: id,
  name,
  address: email ?? '',
  language: language ?? schoolLanguage,
})

export type DigestRow = {
  /** Wants no morning letter at all. */
  readonly off: boolean
  /** The kinds of line that this person wants no mail of. */
  readonly unwanted: ReadonlySet<LetterKind>
  readonly told: readonly string[]
  readonly toldOn: Day | null
}

/** What somebody was told last, inside the caller's transaction. */
export async function readDigest(sql: Sql, { schoolId, personId }: Somebody): Promise<DigestRow> {
  const row = await sql
    .selectFrom('digest')
    .selectAll()
    .where('person_id', '=', personId)
    .where('school_id', '=', schoolId)
    .executeTakeFirst()
  return {
    off: row?.off_at != null,
    unwanted: await unwantedOf(sql, { schoolId, personId }),
    told: row ? (JSON.parse(row.told) as string[]) : [],
    toldOn: row?.told_on ?? null,
  }
}

/** Writes down what somebody has been told, or that there was nothing to tell, inside the caller's transaction. */
export async function recordTold(
  sql: Sql,
  { schoolId, personId }: Somebody,
  told: readonly string[],
  day: Day,
): Promise<void> {
  const row = { told: JSON.stringify(told), told_on: day }
  await sql
    .insertInto('digest')
    .values({ person_id: personId, school_id: schoolId, off_at: null, ...row })
    .onConflict((clash) => clash.column('person_id').doUpdateSet(row))
    .execute()
}

async function unwantedOf(sql: Sql, { schoolId, personId }: Somebody): Promise<Set<LetterKind>> {
  const rows = await sql
    .selectFrom('letter_off')
    .select('kind')
    .where('person_id', '=', personId)
    .where('school_id', '=', schoolId)
    .execute()
  return new Set(rows.map(({ kind }) => kind).filter(isLetterKind))
}

/** The kinds of line that somebody gets by mail; none when the letter is off. */
export async function wantedLetters(db: Db, who: Somebody): Promise<LetterKind[]> {
  const { off, unwanted } = await db.read(who, (sql) => readDigest(sql, who))
  return off ? [] : LETTER_KINDS.filter((kind) => !unwanted.has(kind))
}

/** From now on by mail these kinds and no other; none of them: no letter at all, of whatever kind comes later. */
export async function chooseLetters(
  db: Db,
  who: Somebody,
  wanted: readonly LetterKind[],
  now: Moment,
): Promise<void> {
  await db.write(who, async (sql) => {
    await switchAll(sql, who, wanted.length === 0 ? now : null)
    await sql
      .deleteFrom('letter_off')
      .where('person_id', '=', who.personId)
      .where('school_id', '=', who.schoolId)
      .execute()
    const unwanted = wanted.length === 0 ? [] : LETTER_KINDS.filter((kind) => !wanted.includes(kind))
    for (const kind of unwanted) await switchOff(sql, who, kind, now)
  })
}

/** Turns one kind off, or the whole letter: what the link in a letter may do, and no more. */
export async function turnOffLetters(
  db: Db,
  who: Somebody,
  what: LetterKind | 'all',
  now: Moment,
): Promise<void> {
  await db.write(who, (sql) => (what === 'all' ? switchAll(sql, who, now) : switchOff(sql, who, what, now)))
}

const switchAll = (sql: Sql, who: Somebody, off_at: Moment | null) =>
  sql
    .insertInto('digest')
    .values({ person_id: who.personId, school_id: who.schoolId, off_at, told: '[]', told_on: null })
    .onConflict((clash) => clash.column('person_id').doUpdateSet({ off_at }))
    .execute()

const switchOff = (sql: Sql, who: Somebody, kind: LetterKind, off_at: Moment) =>
  sql
    .insertInto('letter_off')
    .values({ person_id: who.personId, school_id: who.schoolId, kind, off_at })
    .onConflict((clash) => clash.columns(['person_id', 'kind']).doNothing())
    .execute()

/** Whose letter this is: the person behind an address in a letter, before anybody has signed in. */
export async function personNamed(db: Db, personId: PersonId): Promise<(Somebody & { name: string }) | null> {
  const row = await db.read('server', (sql) =>
    sql
      .selectFrom('person')
      .innerJoin('school', 'school.id', 'person.school_id')
      .select(['person.id', 'person.name', 'person.school_id'])
      .where('person.id', '=', personId)
      .where('school.gone_at', 'is', null)
      .executeTakeFirst(),
  )
  return row ? { personId: row.id, schoolId: row.school_id, name: row.name } : null
}

/** What was kept for letters to who has left goes; who comes back begins as everybody does. */
export async function forgetLettersOfLeft(db: Db, schoolId: SchoolId, today: Day): Promise<void> {
  await db.write({ schoolId }, async (sql) => {
    const left = sql
      .selectFrom('person')
      .select('id')
      .where('school_id', '=', schoolId)
      .where('left_on', '<=', today)
    await sql.deleteFrom('digest').where('school_id', '=', schoolId).where('person_id', 'in', left).execute()
    await sql
      .deleteFrom('letter_off')
      .where('school_id', '=', schoolId)
      .where('person_id', 'in', left)
      .execute()
  })
}
