import type { Db, Sql } from '../db/database.ts'
import { parseId } from '../kernel/id.ts'
import { type Language, termsFor } from '../kernel/language.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor, Role } from '../session/actor.ts'
import type { PassageKeeper, PassageSight } from '../writing/passage-keeper-desk.ts'
import type { Place } from '../writing/passage-store.ts'
import { type EntryText, hasText, isGoal } from './entry.ts'
import { type EntryHead, type EntryName, loadEntryHead, loadEntryName } from './entry-head-load.ts'
import { touchEntry, writeEntryText } from './entry-store.ts'
import { effortOf, fieldLabels } from './entry-text.ts'
import { entryOf } from './plan.ts'
import { mayReadTexts, mayWriteText } from './plan-may.ts'
import { unless } from './plan-no.ts'
import { firstLine } from './plan-sheet.ts'
import { readPlan, touchPlan } from './plan-store.ts'
import { mayComment, mayDecline, maySuggest } from './suggest-may.ts'

/** The texts of goals and tracks. */
export const entryKeeper: PassageKeeper = {
  async find(db, actor, ownerId, field) {
    return db.read(actor, async (sql) => {
      const head = await headOf(sql, actor, ownerId, field)
      if (!head || !mayReadTexts(actor, head.entry).may) return null
      return sightOf(head, field as EntryText, actor, await loadEntryName(sql, actor, head.entry))
    })
  },

  async write(db, actor, place, text, base, now) {
    const entry = await entryAt(db, actor, place)
    if (!entry) return refuse('not-there')
    return writeEntryText(db, actor, entry.plan, entry.entry, place.field, text, base, now)
  },

  async wrote(tx, actor, place) {
    return tx.write(actor, async (sql) => {
      const head = await headOf(sql, actor, place.ownerId, place.field)
      if (!head) return refuse('not-there')
      const no = unless(mayWriteText(actor, head.plan, head.entry, place.field as EntryText))
      if (!no) await touchEntry(sql, actor, head.plan, head.entry)
      return no
    })
  },

  async talked(tx, actor, place) {
    await tx.write(actor, async (sql) => {
      const head = await headOf(sql, actor, place.ownerId, place.field)
      // The entry itself stays as it is: a program that read it may still change it.
      if (head) await touchPlan(sql, actor, head.plan)
    })
  },
}

async function headOf(sql: Sql, actor: Actor, ownerId: string, field: string) {
  if (!parseId(ownerId)) return null
  const head = await loadEntryHead(sql, actor, ownerId)
  return head && hasText(head.entry.kind, field) ? head : null
}

function sightOf({ plan, entry }: EntryHead, field: EntryText, actor: Actor, name: EntryName): PassageSight {
  return {
    place: { ownerId: entry.id, field, scopeId: plan.id },
    write: mayWriteText(actor, plan, entry, field),
    suggest: maySuggest(actor, plan, entry),
    decline: mayDecline(actor, plan, entry),
    comment: mayComment(actor, plan, entry),
    title: (language) =>
      titleOf(isGoal(entry) ? firstLine(name.title, 40) : name.name, field, name, language),
    href: `/plan/${plan.id}?shown=${entry.id}#e-${entry.id}`,
  }
}

function titleOf(whose: string, field: EntryText, name: EntryName, language: Language) {
  const terms = termsFor(language, name.coordinatorWord, name.teacherWord)
  const label = fieldLabels(language, terms, effortOf(name.ownerRoles as Role[]))[field]
  return whose ? `${whose} · ${label}` : label
}

/** The whole plan with the entry, for a write by the rules of the forms. */
async function entryAt(db: Db, actor: Actor, place: Place) {
  const id = parseId<'plan'>(place.scopeId)
  const plan = id && (await readPlan(db, actor, id))
  const entry = plan && entryOf(plan, parseId<'entry'>(place.ownerId))
  return plan && entry ? { plan, entry } : null
}
