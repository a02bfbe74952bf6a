import type { Db } from '../db/database.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { fingerprint, type Passage, tidyText } from '../writing/passage.ts'
import { readPastTexts } from '../writing/passage-store.ts'
import type { Entry } from './entry.ts'
import type { EntryForm, SentText } from './entry-form.ts'
import { writeEntryText } from './entry-store.ts'
import { areSameDays, daysOf, tieChange } from './own-change.ts'
import { noted } from './own-change-desk.ts'
import type { AtPlan } from './plan-desk.tsx'
import type { PlanNo } from './plan-no.ts'
import { namePerson, setMoments, tieEntry, unnamePerson } from './tie-store.ts'

export type Outcome = {
  readonly clashes: Readonly<Record<string, Passage>>
  readonly nos: readonly { readonly field: string | null; readonly no: PlanNo }[]
}

/** Stores what changed in a card, piece by piece: what can be stored is, the rest comes back with why. */
export async function takeEntry(at: AtPlan, entry: Entry, form: EntryForm): Promise<Outcome> {
  const clashes: Record<string, Passage> = {}
  const nos: { field: string | null; no: PlanNo }[] = []
  for (const sent of form.texts) {
    const wrong = await takeText(at, entry, sent)
    if (wrong && 'collision' in wrong) clashes[sent.field] = wrong.collision
    else if (wrong) nos.push({ field: sent.field, no: wrong })
  }
  for (const no of [
    await takeTie(at, entry, form),
    await takeMoments(at, entry, form),
    ...(await takePeople(at, entry, form)),
  ]) {
    if (no) nos.push({ field: 'field' in no ? (no.field ?? null) : null, no })
  }
  return { clashes, nos }
}

/** One text; a field that was not touched is left alone, whoever wrote in it meanwhile. */
export async function takeText(at: AtPlan, entry: Entry, sent: SentText) {
  const { desk, reader, plan } = at
  const now = entry.texts[sent.field as keyof Entry['texts']]
  if (sent.keep === 'theirs' || (await isUntouched(at, entry.id, sent, now))) return null
  const text = sent.keep === 'both' && now ? `${now.text}\n\n${sent.text}` : sent.text
  const result = await writeEntryText(
    desk.db,
    reader.actor,
    plan,
    entry,
    sent.field,
    text,
    sent.base,
    desk.now,
  )
  if ('saved' in result) return null
  return 'collision' in result ? { collision: result.collision } : result
}

/** Whether this is the text as it stood at the revision from which the writer began. */
export async function isUntouched(
  { desk, reader }: Pick<AtPlan, 'desk' | 'reader'>,
  ownerId: string,
  sent: SentText,
  now: Passage | undefined | null,
) {
  const text = tidyText(sent.text)
  if (isRefusal(text)) return false
  if (text === (now?.text ?? '') || sent.was === fingerprint(text)) return true
  if (sent.base === null || !now || sent.base === now.revision) return false
  if (sent.base === 0) return text === ''
  const past = await desk.db.read(reader.actor, (sql) =>
    readPastTexts(sql, reader.actor, { ownerId, field: sent.field.split('.').at(-1) ?? sent.field }),
  )
  return past.some((one) => one.revision === sent.base && one.text === text)
}

function takeTie(at: AtPlan, entry: Entry, { tie }: EntryForm) {
  if (Object.keys(tie).length === 0) return null
  const change = tieChange(entry, tie)
  return noted(at, entry.id, change && { is: 'tied', ...change }, (tx) =>
    tieEntry(tx, at.reader.actor, at.plan, entry, tie),
  )
}

function takeMoments(at: AtPlan, entry: Entry, { moments }: EntryForm) {
  if (moments === null) return null
  const before = daysOf(entry)
  const act = areSameDays(before, moments) ? null : ({ is: 'days', before, after: moments } as const)
  return noted(at, entry.id, act, (tx) => setMoments(tx, at.reader.actor, at.plan, entry, moments))
}

async function takePeople(at: AtPlan, entry: Entry, { people }: EntryForm): Promise<(null | PlanNo)[]> {
  const { actor } = at.reader
  const nos: (null | PlanNo)[] = []
  for (const { part, ids } of people) {
    const named = entry.people.filter((one) => one.part === part).map(({ personId }) => personId)
    for (const personId of ids.filter((one) => !named.includes(one))) {
      const name = (tx: Db) => namePerson(tx, actor, at.plan, entry, personId, part, at.desk.now)
      nos.push(await noted(at, entry.id, { is: 'named', personId, part }, name))
    }
    for (const personId of named.filter((one) => !ids.includes(one))) {
      const unname = (tx: Db) => unnamePerson(tx, actor, at.plan, entry, personId, part)
      nos.push(await noted(at, entry.id, { is: 'unnamed', personId, part }, unname))
    }
  }
  return nos
}
