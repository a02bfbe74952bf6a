import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { planAt } from '../plan/plan-desk.tsx'
import { lookupOf } from '../plan/plan-sheet.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { rosterAt, stateAt, versionLines } from './snapshot-desk.ts'
import { PlanAsItStood } from './snapshot-read-view.tsx'
import { snapshotText } from './snapshot-text.ts'
import { NOW_REF } from './version-line.ts'

/** /plan/:plan/versions/:snapshot: the plan as it stood, to read. */
export const snapshotReadPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const roster = await rosterAt(at)
    const ref = c.req.param('snapshot') ?? ''
    const version = (await versionLines(at, roster)).find((one) => one.ref === ref)
    const state = version && (await stateAt(at, ref, roster))
    if (!version || !state) throw new HTTPException(404)
    const { language, terms } = at.reader
    const text = snapshotText(language)
    return c.html(
      <Page shell={shellFrom(at.desk)} title={version.title} here="plan">
        <PageHead title={version.title} under={version.says} />
        <p class="rij niet-op-papier">
          <ArrowLink href={`${at.href}/versions/compare?from=${ref}&to=${NOW_REF}`}>{text.withNow}</ArrowLink>
          <ArrowLink href={`${at.href}/versions`}>{text.title}</ArrowLink>
        </p>
        <PlanAsItStood after={state} lookup={lookupOf(roster)} language={language} terms={terms} />
      </Page>,
    )
  },
}
