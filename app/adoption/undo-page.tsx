import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { undoFrom } from '../plan/own-change.ts'
import { readOwnChanges, readOwnTexts } from '../plan/own-change-store.ts'
import { type AtPlan, planAt, statusOf } from '../plan/plan-desk.tsx'
import { refusalSentence } from '../plan/plan-may-text.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { stateOf } from '../plan/plan-state.ts'
import { readRemoved } from '../plan/removed-store.ts'
import { mayPutTextBack, mayTurnBack } from '../plan/undo-may.ts'
import { undoText as putTextBack, type UndoNo, undoAct } from '../plan/undo-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { rosterAt } from './snapshot-desk.ts'
import { type Clash, ClashView } from './undo-clash-view.tsx'
import { undoText } from './undo-text.ts'
import { fieldName, type OwnWriting, subjectName, Undo, type UndoProps } from './undo-view.tsx'

/** /plan/:plan/undo: what the reader did in the last hour, and the way back. */
export const undoPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const isDone = c.req.query('done') === 'back'
    return show(c, at, isDone ? { kind: 'good', text: undoText(at.reader.language).done } : null)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await formFields(c)
    if (form['act'] === 'text') return backText(c, at, form)
    if (form['act'] === 'act') return backAct(c, at, form)
    throw new HTTPException(404)
  },
}

type Fields = Readonly<Record<string, string | undefined>>

async function backAct(c: Context<OnDesk>, at: AtPlan, form: Fields) {
  const { desk, reader, plan } = at
  const changes = await readOwnChanges(desk.db, reader.actor, plan, undoFrom(desk.now))
  const change = changes.find(({ id }) => id === form['change'])
  if (!change) throw new HTTPException(404)
  const no = await undoAct(desk.db, reader.actor, plan, change, desk.now)
  return no ? refused(c, at, no) : c.redirect(`${at.href}/undo?done=back`, 303)
}

async function backText(c: Context<OnDesk>, at: AtPlan, form: Fields) {
  const { desk, reader, plan } = at
  const texts = await readOwnTexts(desk.db, reader.actor, plan, undoFrom(desk.now))
  const mine = texts.find(
    (one) =>
      one.ownerId === form['owner'] &&
      one.field === form['field'] &&
      String(one.revision) === form['revision'],
  )
  const base = Number.parseInt(form['base'] ?? '', 10)
  if (!mine || Number.isNaN(base)) throw new HTTPException(404)
  const result = await putTextBack(desk.db, reader.actor, plan, mine, base, desk.now)
  if (isRefusal(result)) return refused(c, at, result)
  if ('saved' in result) return c.redirect(`${at.href}/undo?done=back`, 303)
  return show(c, at, null, 422, {
    ownerId: mine.ownerId,
    field: mine.field,
    revision: mine.revision,
    before: mine.before,
    now: result.collision.text,
    base: result.collision.revision,
    by: result.collision.changedBy,
  })
}

function refused(c: Context<OnDesk>, at: AtPlan, no: UndoNo) {
  const { language, terms } = at.reader
  const text =
    no.refused === 'changed-since' ? undoText(language).changedSince : refusalSentence(no, language, terms)
  return show(c, at, { kind: 'refusal', text }, no.refused === 'changed-since' ? 422 : statusOf(no))
}

async function show(
  c: Context<OnDesk>,
  at: AtPlan,
  notice: ShellNotice | null,
  status: 200 | 403 | 422 = 200,
  clash: (Omit<Clash, 'by' | 'name' | 'fieldName'> & { by: PersonId | null }) | null = null,
) {
  const { desk, reader, href } = at
  const text = undoText(reader.language)
  const sheet = await sheetOf(at)
  const byName = (id: PersonId | null) => (id && sheet.naming.lookup.people.get(id)?.name) || text.someone
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="plan">
      <PageHead title={text.title} under={text.under} />
      <p>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      {clash && (
        <ClashView
          clash={{
            ...clash,
            by: byName(clash.by),
            name: subjectName(clash.ownerId, sheet),
            fieldName: fieldName(clash, sheet),
          }}
          language={reader.language}
          href={href}
        />
      )}
      <Undo {...sheet} />
    </Page>,
    status,
  )
}

async function sheetOf(at: AtPlan): Promise<UndoProps> {
  const { desk, reader, plan, href } = at
  const { actor, language, terms } = reader
  const since = undoFrom(desk.now)
  const roster = await rosterAt(at)
  const lookup = lookupOf(roster)
  const state = stateOf(plan, roster.visionLines)
  const isThere = new Set<string>([...plan.entries, ...plan.principles].map(({ id }) => id))
  const texts = (await readOwnTexts(desk.db, actor, plan, since)).filter((one) => isThere.has(one.ownerId))
  return {
    plan,
    href,
    texts: texts.map(
      (one): OwnWriting => ({
        ...one,
        laterBy:
          one.later &&
          ((one.later.by && lookup.people.get(one.later.by)?.name) ?? undoText(language).someone),
      }),
    ),
    changes: await readOwnChanges(desk.db, actor, plan, since),
    removed: await readRemoved(desk.db, actor, plan),
    naming: { before: state, after: state, lookup, language, terms },
    whyNot: (id, of) => {
      const may = 'is' in of ? mayTurnBack(actor, plan, id, of) : mayPutTextBack(actor, plan, id, of.field)
      return may.may ? null : refusalSentence({ refused: 'may-not', because: may.because }, language, terms)
    },
  }
}
