import { makeFeed } from '../app/calendar/feed-store.ts'
import type { Db, Sql } from '../app/db/database.ts'
import { ensureDemo } from '../app/home/demo-school.ts'
import type { Moment } from '../app/kernel/day.ts'
import {
  type EntryId,
  type ImportId,
  type MeetingId,
  newId,
  type PersonId,
  type PlanId,
  type SchoolId,
} from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { letIn } from '../app/note/note-reader-store.ts'
import { addNote } from '../app/note/note-store.ts'
import { entryOf } from '../app/plan/plan.ts'
import { readPlan } from '../app/plan/plan-store.ts'
import { keepSnapshot } from '../app/plan/snapshot-store.ts'
import { namePerson } from '../app/plan/tie-store.ts'
import { schoolsCalled } from '../app/school/school-store.ts'
import type { Keeper, Member } from '../app/session/actor.ts'
import { makeToken } from '../app/session/api-token-store.ts'
import { openSession } from '../app/session/session-store.ts'
import { MEETING_CANARIES, plantMeetings } from './canary-meeting.ts'
import { type PlantedQuestions, plantQuestions, QUESTION_CANARIES } from './canary-questions.ts'
import { plantPieces, SHELF_CANARIES } from './canary-shelf.ts'
import { plantSteps, STEP_CANARIES } from './canary-steps.ts'
import { plantTime, TIME_CANARIES } from './canary-time.ts'
import { type PlantedTrends, plantTrends, TREND_CANARIES } from './canary-trend.ts'
import { plantVisits, VISIT_CANARIES } from './canary-visits.ts'
import { NOW, NOW_MOMENT } from './cast.ts'
import { testNotesKey } from './house.ts'

/** Who crawls: everyone of the demo school who stands somewhere else to what was planted. */
export const READERS = ['karin', 'paul', 'anouk', 'wilma', 'sem', 'bram', 'petra', 'hanneke'] as const
export type Reader = (typeof READERS)[number]

/** A word that stands in one place of the database, and who of the readers may meet it anywhere. */
export type Canary = { readonly word: string; readonly for: readonly Reader[]; readonly seenBy?: Reader }

/** As docs/rights.md and docs/privacy.md have it. `seenBy`: who must meet it, so that a word planted in vain shows. */
export const CANARIES: readonly Canary[] = [
  { word: 'kanarie-niet-akkoord', for: ['wilma', 'karin', 'sem'], seenBy: 'wilma' },
  { word: 'kanarie-voorstel', for: ['karin', 'anouk'], seenBy: 'anouk' },
  { word: 'kanarie-briefje', for: ['karin', 'anouk'], seenBy: 'anouk' },
  { word: 'kanarie-beantwoord', for: ['karin', 'anouk'] },
  { word: 'kanarie-bedankt', for: ['karin', 'anouk'] },
  { word: 'kanarie-van-bram', for: ['bram', 'petra'], seenBy: 'petra' },
  { word: 'kanarie-wijziging', for: ['petra', 'karin', 'bram'], seenBy: 'petra' },
  { word: 'kanarie-daarom', for: ['petra', 'karin', 'bram'], seenBy: 'bram' },
  { word: 'kanarie-reactie', for: ['wilma', 'karin', 'sem'], seenBy: 'sem' },
  { word: 'kanarie-anders', for: ['wilma', 'karin', 'sem'], seenBy: 'wilma' },
  { word: 'kanarie-waarom', for: ['wilma', 'karin', 'sem'], seenBy: 'karin' },
  { word: 'kanarie-antwoord', for: ['wilma', 'karin', 'sem'], seenBy: 'wilma' },
  { word: 'kanarie-ingetrokken', for: [] },
  { word: 'kanarie-weggehaald', for: [] },
  { word: 'kanarie-vroeger', for: [] },
  // Petra did not stand behind this text then; she does behind what stands there now. Bram may propose on it.
  { word: 'kanarie-oude-versie', for: ['petra', 'karin', 'bram'], seenBy: 'petra' },
  { word: 'kanarie-van-daarnet', for: ['petra'], seenBy: 'petra' },
  { word: 'kanarie-voor-mij', for: ['bram', 'karin'], seenBy: 'bram' },
  { word: 'kanarie-terugblik', for: ['bram', 'karin'], seenBy: 'bram' },
  { word: 'kanarie-apparaat', for: [] },
  { word: 'kanarie-post', for: [] },
  { word: 'kanarie-adres', for: ['karin', 'hanneke', 'petra'], seenBy: 'karin' },
  { word: 'kanarie-bestand', for: ['karin'], seenBy: 'karin' },
  { word: 'kanarie-uit-word', for: ['karin'], seenBy: 'karin' },
  { word: 'kanarie-notitie', for: ['anouk', 'wilma'], seenBy: 'wilma' },
  { word: 'kanarie-mee', for: ['anouk', 'wilma'], seenBy: 'anouk' },
  { word: 'kanarie-sleutel', for: ['karin', 'hanneke'], seenBy: 'hanneke' },
  ...MEETING_CANARIES,
  ...STEP_CANARIES,
  ...VISIT_CANARIES,
  ...SHELF_CANARIES,
  ...TIME_CANARIES,
  ...QUESTION_CANARIES,
  ...TREND_CANARIES,
]

export type Planted = {
  readonly keeper: Keeper
  readonly people: Readonly<Record<Reader, PersonId>>
  readonly plan: PlanId
  readonly lastPlan: PlanId
  readonly entries: readonly EntryId[]
  readonly importId: ImportId
  /** A program of the school. */
  readonly token: string
  /** What stands in the address of Karin's calendar of the team. */
  readonly feed: string
  /** By which one joins a meeting that runs. */
  readonly joinCode: string
  readonly running: MeetingId
} & PlantedQuestions &
  PlantedTrends

/** The demo school with a canary in every place that not everyone reads. */
export async function plantCanaries(db: Db): Promise<Planted> {
  await ensureDemo(db, NOW, testNotesKey())
  const [demo] = await schoolsCalled(db, 'demo')
  if (!demo) throw new Error('no demo school')
  const keeper: Keeper = { kind: 'keeper', schoolId: demo.id }
  const made = await makeToken(db, keeper, 'kanarie-sleutel', NOW_MOMENT)
  if (!('token' in made)) throw new Error(made.refused)
  const planted = await db.write(keeper, async (sql) => {
    const people = await peopleIn(sql, keeper)
    const [plan, lastPlan] = await plansIn(sql, keeper)
    const trackOf = (of: PlanId, who: PersonId) => trackIn(sql, of, who)
    const [wilma, anouk, petra] = [
      await trackOf(plan, people.wilma),
      await trackOf(plan, people.anouk),
      await trackOf(plan, people.petra),
    ]
    const bramLast = await trackOf(lastPlan, people.bram)
    const gone = await trackOf(plan, (await personCalled(sql, keeper, 'lotte')).id)
    await plantTexts(sql, keeper, { wilma, gone, petra })
    await plantSteps(sql, keeper, plan, { wilma, petra, gone }, people)
    await plantTime(sql, keeper, people.karin)
    await plantInvited(sql, keeper, wilma, people.sem)
    await plantInvited(sql, keeper, petra, people.bram)
    await plantVersions(sql, keeper, plan, { petra, wrote: people.petra })
    await plantTalk(sql, keeper, plan, { wilma, gone }, people)
    await plantProposals(sql, keeper, plan, { anouk, petra }, people)
    await plantAmendment(sql, keeper, plan, { petra, madeBy: people.petra })
    const looked = await plantEvaluation(sql, keeper, lastPlan, bramLast)
    await plantComment(sql, keeper, looked, people.karin, 'kanarie-terugblik')
    await plantAccount(sql, keeper, people)
    const importId = await plantImport(sql, keeper, people.karin)
    return { people, plan, lastPlan, importId, entries: [wilma, anouk, petra, bramLast, gone] }
  })
  await plantNotes(db, planted)
  await plantPieces(db, await provedMember(db, keeper.schoolId, planted.people.petra, 'petra'))
  const of = (key: Reader) => provedMember(db, keeper.schoolId, planted.people[key], key)
  await plantVisits(db, {
    bram: await of('bram'),
    petra: await of('petra'),
    hanneke: await of('hanneke'),
    sem: await of('sem'),
    wilma: await of('wilma'),
  })
  const asked = await plantQuestions(db, {
    wilma: await of('wilma'),
    bram: await of('bram'),
    petra: await of('petra'),
    sem: await of('sem'),
    anouk: await of('anouk'),
    hanneke: await of('hanneke'),
    karin: await of('karin'),
  })
  const talked = await plantTrends(db, {
    bram: await of('bram'),
    wilma: await of('wilma'),
    karin: await of('karin'),
  })
  const { code, running } = await plantMeetings(db, keeper, planted.people, planted.plan)
  const karin = await provedMember(db, keeper.schoolId, planted.people.karin, 'karin')
  const followed = await makeFeed(db, karin, 'team', NOW_MOMENT)
  if (isRefusal(followed)) throw new Error(followed.refused)
  return {
    keeper,
    token: made.token,
    feed: followed.token,
    joinCode: code,
    running,
    ...asked,
    ...talked,
    ...planted,
  }
}

/** Working notes at Anouk's track: hers, and one of Wilma, whom she named and let in. */
async function plantNotes(
  db: Db,
  { people, plan: planId, entries }: Pick<Planted, 'people' | 'plan' | 'entries'>,
) {
  const [demo] = await schoolsCalled(db, 'demo')
  if (!demo) throw new Error('no demo school')
  const member = async (key: Reader) => provedMember(db, demo.id, people[key], key)
  const [anouk, wilma] = [await member('anouk'), await member('wilma')]
  const here = async () => {
    const plan = await readPlan(db, anouk, planId)
    const entry = plan && entryOf(plan, entries[1] ?? null)
    if (!plan || !entry) throw new Error('no track')
    return { plan, entry, keyFile: testNotesKey() }
  }
  const at = await here()
  done(await namePerson(db, anouk, at.plan, at.entry, people.wilma, 'support', NOW_MOMENT))
  done(await letIn(db, anouk, at.plan, (await here()).entry, people.wilma, NOW_MOMENT))
  done(await addNote(db, anouk, await here(), 'kanarie-notitie', NOW_MOMENT))
  done(await addNote(db, wilma, await here(), 'kanarie-mee', NOW_MOMENT))
}

/** Somebody with a session that has an own proof. */
async function provedMember(db: Db, schoolId: SchoolId, personId: PersonId, name: string): Promise<Member> {
  const who = { schoolId, personId, device: 'Firefox/Linux', way: 'code', shared: false } as const
  const sessionId = await db.write({ schoolId }, async (sql) => {
    const { id } = await openSession(sql, who, NOW)
    await sql.updateTable('session').set({ proved_at: NOW_MOMENT }).where('id', '=', id).execute()
    return id
  })
  const common = { kind: 'member', roles: ['teacher'], learningTeams: [], demo: true } as const
  return { ...common, schoolId, personId, name, sessionId }
}

function done(answer: unknown) {
  if (isRefusal(answer)) throw new Error(`not planted: ${answer.refused}`)
}

const personCalled = (sql: Sql, { schoolId }: Keeper, key: string) =>
  sql
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('email', '=', `${key}@regenboog.example`)
    .executeTakeFirstOrThrow()

async function peopleIn(sql: Sql, keeper: Keeper) {
  const pairs: [Reader, PersonId][] = []
  for (const key of READERS) pairs.push([key, (await personCalled(sql, keeper, key)).id])
  return Object.fromEntries(pairs) as Record<Reader, PersonId>
}

async function plansIn(sql: Sql, { schoolId }: Keeper): Promise<[PlanId, PlanId]> {
  const rows = await sql
    .selectFrom('plan')
    .select('id')
    .where('school_id', '=', schoolId)
    .orderBy('school_year', 'desc')
    .execute()
  const [plan, last] = rows
  if (!plan || !last) throw new Error('the demo has two plans')
  return [plan.id, last.id]
}

const trackIn = async (sql: Sql, plan: PlanId, who: PersonId) =>
  (
    await sql
      .selectFrom('entry')
      .select('id')
      .where('plan_id', '=', plan)
      .where('person_id', '=', who)
      .executeTakeFirstOrThrow()
  ).id

const rewrite = (sql: Sql, owner: EntryId, text: string) =>
  sql.updateTable('passage').set({ text }).where('owner_id', '=', owner).execute()

type Tracks = { readonly wilma: EntryId; readonly gone: EntryId; readonly petra: EntryId }

async function plantTexts(sql: Sql, { schoolId }: Keeper, { wilma, gone, petra }: Tracks) {
  await rewrite(sql, wilma, 'kanarie-niet-akkoord')
  await sql.updateTable('entry').set({ agreed_at: null }).where('id', '=', wilma).execute()
  await rewrite(sql, gone, 'kanarie-weggehaald')
  await sql.updateTable('entry').set({ removed_at: NOW_MOMENT }).where('id', '=', gone).execute()
  const past = { school_id: schoolId, changed_at: NOW_MOMENT, changed_by: null, revision: 0 }
  await sql
    .insertInto('passage_past')
    .values({ owner_id: petra, field: 'goal', text: 'kanarie-vroeger', ...past })
    .execute()
}

/** A version in which Petra's track was not agreed, one of now, and what Petra wrote over in the last hour. */
async function plantVersions(
  sql: Sql,
  keeper: Keeper,
  plan: PlanId,
  { petra, wrote }: { petra: EntryId; wrote: PersonId },
) {
  const passage = sql.updateTable('passage').where('owner_id', '=', petra).where('field', '=', 'goal')
  const track = sql.updateTable('entry').where('id', '=', petra)
  await passage.set({ text: 'kanarie-oude-versie' }).execute()
  await track.set({ agreed_at: null }).execute()
  await keepSnapshot(sql, keeper, plan, { kind: 'concept', number: 1 }, NOW_MOMENT)
  await track.set({ agreed_at: NOW_MOMENT }).execute()
  await passage
    .set({ text: 'Rustig beginnen.', revision: 2, changed_at: NOW_MOMENT, changed_by: wrote })
    .execute()
  await keepSnapshot(sql, keeper, plan, { kind: 'concept', number: 2 }, NOW_MOMENT)
  const long = { changed_at: '2026-09-01T08:00:00.000Z' as Moment, changed_by: null, revision: 1 }
  await sql
    .insertInto('passage_past')
    .values({
      owner_id: petra,
      field: 'goal',
      text: 'kanarie-van-daarnet',
      school_id: keeper.schoolId,
      ...long,
    })
    .execute()
}

const plantInvited = (sql: Sql, { schoolId }: Keeper, entry: EntryId, person: PersonId) =>
  sql
    .insertInto('entry_person')
    .values({
      school_id: schoolId,
      entry_id: entry,
      person_id: person,
      part: 'invited',
      asked_at: NOW_MOMENT,
      agreed_at: NOW_MOMENT,
      declined_at: null,
    })
    .execute()

async function plantProposals(
  sql: Sql,
  { schoolId }: Keeper,
  plan: PlanId,
  on: { readonly anouk: EntryId; readonly petra: EntryId },
  people: Planted['people'],
) {
  const waiting = { outcome: null, answered_at: null, answered_by: null, answer: null }
  const answered = {
    outcome: 'declined',
    answered_at: NOW_MOMENT,
    answered_by: people.anouk,
    answer: 'kanarie-bedankt',
  }
  const one = (
    entry: EntryId,
    by: PersonId,
    goal: string,
    note: string,
    rest: typeof waiting | typeof answered,
  ) =>
    sql
      .insertInto('proposal')
      .values({
        id: newId<'proposal'>(),
        school_id: schoolId,
        plan_id: plan,
        entry_id: entry,
        texts: JSON.stringify({ goal }),
        source: by === people.karin ? 'coordinator' : 'invited',
        note,
        made_by: by,
        made_at: NOW_MOMENT,
        ...rest,
      })
      .execute()
  await one(on.anouk, people.karin, 'kanarie-voorstel', 'kanarie-briefje', waiting)
  await one(on.anouk, people.karin, 'kanarie-beantwoord', 'kanarie-beantwoord', answered)
  await one(on.petra, people.bram, 'kanarie-van-bram', 'kanarie-van-bram', waiting)
}

/** A change of Petra's track that is not agreed yet: hers, the coordinator's, and Bram's, whom she invited. */
async function plantAmendment(
  sql: Sql,
  { schoolId }: Keeper,
  plan: PlanId,
  of: { readonly petra: EntryId; readonly madeBy: PersonId },
) {
  const id = newId<'amendment'>()
  const open = {
    ended: null,
    ended_at: null,
    ended_by: null,
    ended_words: null,
    version_number: null,
    decision_id: null,
    stand_in_why: null,
    stand_in_at: null,
    stand_in_by: null,
  }
  await sql
    .insertInto('amendment')
    .values({
      id,
      school_id: schoolId,
      plan_id: plan,
      kind: 'change',
      about: 'teacher-track',
      subject_id: of.petra,
      why: 'kanarie-daarom',
      base: '{}',
      ties: null,
      made_at: NOW_MOMENT,
      made_by: of.madeBy,
      ...open,
    })
    .execute()
  await sql
    .insertInto('passage')
    .values({
      owner_id: id,
      school_id: schoolId,
      scope_id: `amendment:${plan}`,
      field: 'goal',
      text: 'kanarie-wijziging',
      revision: 1,
      changed_at: NOW_MOMENT,
      changed_by: of.madeBy,
    })
    .execute()
}

const NO_WORDS = { quote: '', words_before: '', words_after: '' }
type Spoken = { readonly owner_id: string; readonly field: string; readonly scope_id: string }

async function plantComment(sql: Sql, { schoolId }: Keeper, place: Spoken, by: PersonId, text: string) {
  const thread = newId<'comment-thread'>()
  const open = { opened_at: NOW_MOMENT, opened_by: by, resolved_at: null, resolved_by: null }
  await sql
    .insertInto('comment_thread')
    .values({ id: thread, school_id: schoolId, ...place, ...NO_WORDS, ...open })
    .execute()
  const said = { written_at: NOW_MOMENT, written_by: by, changed_at: null, withdrawn_at: null }
  await sql
    .insertInto('comment')
    .values({ id: newId<'comment'>(), school_id: schoolId, thread_id: thread, text, ...said })
    .execute()
}

/** What is said about a text that its owner does not stand behind yet, and about one that was taken away. */
async function plantTalk(
  sql: Sql,
  keeper: Keeper,
  plan: PlanId,
  on: { readonly wilma: EntryId; readonly gone: EntryId },
  people: Planted['people'],
) {
  const { schoolId } = keeper
  const at = (entry: EntryId) => ({ owner_id: entry, field: 'goal', scope_id: plan })
  const place = (entry: EntryId) => ({ ...at(entry), ...NO_WORDS, school_id: schoolId })
  const say = (entry: EntryId, text: string) => plantComment(sql, keeper, at(entry), people.karin, text)
  const suggestOn = (entry: EntryId, replacement: string, answer: string | null) =>
    sql
      .insertInto('suggestion')
      .values({
        id: newId<'suggestion'>(),
        ...place(entry),
        revision: 1,
        replacement,
        reason: 'kanarie-waarom',
        made_by: people.karin,
        made_at: NOW_MOMENT,
        outcome: answer === null ? null : 'declined',
        answered_at: answer === null ? null : NOW_MOMENT,
        answered_by: answer ? people.wilma : null,
        answer,
      })
      .execute()
  await say(on.wilma, 'kanarie-reactie')
  await say(on.gone, 'kanarie-ingetrokken')
  await suggestOn(on.wilma, 'kanarie-anders', null)
  await suggestOn(on.wilma, 'kanarie-anders', 'kanarie-antwoord')
}

/** What Bram learned last year and keeps to himself. */
async function plantEvaluation(sql: Sql, { schoolId }: Keeper, plan: PlanId, entry: EntryId) {
  await sql.updateTable('entry').set({ share_choice: 'not-share' }).where('id', '=', entry).execute()
  const known = await sql.selectFrom('evaluation').select('id').where('entry_id', '=', entry).execute()
  for (const { id } of known) await sql.deleteFrom('passage').where('owner_id', '=', id).execute()
  await sql.deleteFrom('evaluation').where('entry_id', '=', entry).execute()
  const id = newId<'evaluation'>()
  const row = { id, school_id: schoolId, plan_id: plan, entry_id: entry, evaluated_at: NOW_MOMENT }
  await sql
    .insertInto('evaluation')
    .values({ ...row, moment: 'end', next_step: 'go-on', reached: null, evaluated_by: null })
    .execute()
  const passage = { owner_id: id, school_id: schoolId, scope_id: `evaluation:${plan}`, revision: 1 }
  for (const field of ['saw', 'learned', 'sharedWith', 'adjust'])
    await sql
      .insertInto('passage')
      .values({ ...passage, field, text: 'kanarie-voor-mij', changed_at: NOW_MOMENT, changed_by: null })
      .execute()
  return { owner_id: id, field: 'saw', scope_id: passage.scope_id }
}

/** Petra's address, device and letter; and Hanneke, who is administrator alone. */
async function plantAccount(sql: Sql, { schoolId }: Keeper, people: Planted['people']) {
  const petra = { schoolId, personId: people.petra }
  await openSession(sql, { ...petra, device: 'kanarie-apparaat', way: 'code', shared: false }, NOW)
  await sql
    .updateTable('person')
    .set({ email: 'kanarie-adres@regenboog.example' })
    .where('id', '=', people.petra)
    .execute()
  await sql
    .updateTable('person_role')
    .set({ role: 'administrator' })
    .where('person_id', '=', people.hanneke)
    .execute()
  const times = { created_at: NOW_MOMENT, due_at: NOW_MOMENT, useful_until: null, leased_until: null }
  await sql
    .insertInto('mail')
    .values({
      id: newId<'mail'>(),
      school_id: schoolId,
      person_id: people.petra,
      kind: 'sign-in',
      to_address: 'kanarie-adres@regenboog.example',
      subject: 'kanarie-post',
      body: 'kanarie-post',
      once_key: null,
      attempts: 9,
      handed_at: null,
      sent_at: null,
      failed_at: NOW_MOMENT,
      last_error: 'refused: 550',
      ...times,
    })
    .execute()
}

/** A Word file that was read and not taken in yet. */
async function plantImport(sql: Sql, { schoolId }: Keeper, karin: PersonId) {
  const id = newId<'import'>()
  const lists = { principles: [], generalGoals: [], teamGoals: [], teacherTracks: [], learningTeamTracks: [] }
  const reading = {
    form: { title: null, schoolYear: null, ...lists },
    pieces: [],
    headings: [],
    leftovers: [{ text: 'kanarie-uit-word', under: null, block: 1, kind: 'text' }],
    doubts: [],
    names: [],
  }
  await sql
    .insertInto('plan_import')
    .values({
      id,
      school_id: schoolId,
      made_by: karin,
      file_name: 'kanarie-bestand.docx',
      reading: JSON.stringify(reading),
      choices: JSON.stringify({ placed: {}, cuts: {}, owners: {}, lines: {}, year: null }),
      created_at: NOW_MOMENT,
      taken_at: null,
      plan_id: null,
    })
    .execute()
  return id
}
