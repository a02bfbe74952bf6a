import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { lastDay } from '../kernel/school-year.ts'
import { restoreEntry } from '../plan/entry-arrange-store.ts'
import { noted } from '../plan/own-change-desk.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { refusalSentence } from '../plan/plan-may-text.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { restorePrinciple } from '../plan/principle-store.ts'
import { readRemoved } from '../plan/removed-store.ts'
import { isNamedKind } from '../plan/snapshot.ts'
import { nameVersion } from '../plan/snapshot-name-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { optionsOf, rosterAt, versionLines } from './snapshot-desk.ts'
import { type SnapshotRefusal, snapshotText } from './snapshot-text.ts'
import { Snapshots, type SnapshotsProps } from './snapshot-view.tsx'

/** /plan/:plan/versions: how the plan stood; name it as it is, compare two, put back what was taken out. */
export const snapshotsPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const text = snapshotText(at.reader.language)
    const done = c.req.query('done')
    const says = done === 'kept' ? text.kept : done === 'put-back' ? text.putBackDone : null
    return show(c, at, says === null ? null : { kind: 'good', text: says })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await formFields(c)
    if (form['act'] === 'name') return nameIt(c, at, form)
    if (form['act'] !== 'put-back') throw new HTTPException(404)
    const no = await putBack(at, form)
    if (!no) return c.redirect(`${at.href}/versions?done=put-back`, 303)
    const { language, terms } = at.reader
    const notice = { kind: 'refusal', text: refusalSentence(no, language, terms) } as const
    return show(c, at, notice, null, no.refused === 'may-not' ? 403 : 422)
  },
}

type Fields = Readonly<Record<string, string | undefined>>

async function nameIt(c: Context<OnDesk>, at: AtPlan, form: Fields) {
  const [kind, name] = [form['kind'], form['name'] ?? '']
  if (!isNamedKind(kind)) return refused(c, at, kind ?? '', name, 'kind-unknown')
  const made = await nameVersion(at.desk.db, at.reader.actor, at.plan.id, { kind, name }, at.desk.now)
  if (!isRefusal(made)) return c.redirect(`${at.href}/versions?done=kept`, 303)
  if (made.refused === 'may-not') throw new HTTPException(403, { message: made.because })
  return refused(c, at, kind, name, made.refused)
}

function refused(c: Context<OnDesk>, at: AtPlan, kind: string, name: string, no: SnapshotRefusal) {
  const notice = { kind: 'refusal', text: snapshotText(at.reader.language).refusal[no] } as const
  return show(c, at, notice, { kind, name, no }, 422)
}

/** Only within the school year: after it the text is gone. */
async function putBack(at: AtPlan, form: Fields): Promise<PlanNo | null> {
  const { desk, reader, plan } = at
  if (desk.today > lastDay(plan.schoolYear)) return { refused: 'stale' }
  const entry = form['is'] === 'entry' ? parseId<'entry'>(form['id']) : null
  if (entry) return noted(at, entry, { is: 'restored' }, (tx) => restoreEntry(tx, reader.actor, plan, entry))
  const principle = form['is'] === 'principle' ? parseId<'principle'>(form['id']) : null
  if (!principle) throw new HTTPException(404)
  return noted(at, principle, { is: 'restored' }, (tx) => restorePrinciple(tx, reader.actor, plan, principle))
}

async function show(
  c: Context<OnDesk>,
  at: AtPlan,
  notice: ShellNotice | null,
  tried: SnapshotsProps['tried'] = null,
  status: 200 | 403 | 422 = 200,
) {
  const { desk, reader, plan, href } = at
  const { language } = reader
  const text = snapshotText(language)
  const roster = await rosterAt(at)
  const versions = await versionLines(at, roster)
  const isOver = desk.today > lastDay(plan.schoolYear)
  const removed = isOver ? [] : await readRemoved(desk.db, reader.actor, plan)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="plan">
      <PageHead title={text.title} under={text.under} />
      <p>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      <Snapshots
        {...{ plan, versions, removed, reader, href, tried }}
        lookup={lookupOf(roster)}
        options={optionsOf(versions, language)}
      />
    </Page>,
    status,
  )
}
