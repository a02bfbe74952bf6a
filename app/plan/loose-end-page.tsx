import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { readKept } from './import-store.ts'
import { importText } from './import-text.ts'
import { LOOSE_ENDS, type LooseEndKind } from './let-loose.ts'
import { letLoose, takeBack } from './let-loose-store.ts'
import { looseEndText } from './loose-end-text.ts'
import { AllLooseEnds, keyOf } from './loose-end-view.tsx'
import { type AtPlan, drawingFor, planAt, statusOf } from './plan-desk.tsx'
import { refusalSentence } from './plan-may-text.ts'
import type { PlanNo } from './plan-no.ts'

type Refused = { readonly end: string; readonly reason: string; readonly no: PlanNo }

async function page(c: Context<OnDesk>, at: AtPlan, refused: Refused | null) {
  const { language, terms } = at.reader
  const text = looseEndText(language)
  const d = await drawingFor(at)
  const kept = await readKept(at.desk.db, at.reader.actor, at.plan.id)
  const done = c.req.query('done')
  const told = done === 'let' ? text.wasLet : done === 'back' ? text.wasTakenBack : null
  const why = refused && { ...refused, text: refusalSentence(refused.no, language, terms) }
  return c.html(
    <Page
      shell={shellFrom(at.desk, told ? { kind: 'good', text: told } : null)}
      title={text.title}
      here="plan"
    >
      <PageHead title={text.title} under={text.toPlanYear(yearTitle(at.plan.schoolYear))} />
      <AllLooseEnds d={d} refused={why} />
      {kept && kept.kept.pieces.length > 0 && (
        <p class="mt">
          <ArrowLink href={`${at.href}/import`}>{importText(language).keptTitle}</ArrowLink>
        </p>
      )}
      <p class="mt">
        <BackLink href={at.href}>{text.toPlan}</BackLink>
      </p>
    </Page>,
    refused ? statusOf(refused.no) : 200,
  )
}

/** /plan/:plan/loose-ends: all of them; letting one go on purpose, and picking it up again. */
export const looseEndsPage = {
  get: async (c: Context<OnDesk>) => page(c, await planAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await c.req.formData()
    const { db, now } = at.desk
    const back = parseId<'let-loose'>(form.get('back'))
    const subject = String(form.get('subject') ?? '')
    const reason = String(form.get('reason') ?? '')
    const kind = LOOSE_ENDS.find((one) => one === form.get('kind'))
    const no = back
      ? await takeBack(db, at.reader.actor, at.plan, back, now)
      : await letGo(at, kind, subject, reason)
    if (no) return page(c, at, { end: kind ? keyOf({ kind, subjectId: subject }) : '', reason, no })
    return c.redirect(`${at.href}/loose-ends?done=${back ? 'back' : 'let'}`, 303)
  },
}

const letGo = async (
  { desk, reader, plan }: AtPlan,
  kind: LooseEndKind | undefined,
  subject: string,
  reason: string,
): Promise<PlanNo | null> =>
  kind ? letLoose(desk.db, reader.actor, plan, kind, subject, reason, desk.now) : { refused: 'kind-unknown' }
