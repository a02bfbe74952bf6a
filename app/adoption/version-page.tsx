import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { EntryId } from '../kernel/id.ts'
import { entryOf } from '../plan/plan.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { mayErase } from './adoption-may.ts'
import { adoptionText } from './adoption-text.ts'
import { eraseAsked } from './erase-desk.ts'
import { readErasable } from './erase-store.ts'
import type { EraseTrouble } from './erase-view.tsx'
import { nameOfEntry } from './item-view.ts'
import { sealLine } from './seal.ts'
import { readCheckedVersion } from './seal-store.ts'
import { VersionView } from './version-view.tsx'

async function versionAt(c: Context<OnDesk>) {
  const at = await planAt(c)
  const found = await readCheckedVersion(at.desk.db, at.reader.actor, at.plan.id, c.req.param('number') ?? '')
  if (!found) throw new HTTPException(404)
  return { ...at, ...found }
}

/** /plan/:plan/version/:number: the fingerprints of a sealed version, computed anew. */
export const versionPage = {
  get: (c: Context<OnDesk>) => show(c, null),

  /** Erasing the text of somebody who left, whose term has come. */
  post: async (c: Context<OnDesk>) => {
    const { desk, reader, href, version } = await versionAt(c)
    const may = mayErase(reader.actor)
    if (!may.may) throw new HTTPException(403, { message: may.because })
    const trouble = await eraseAsked(c, desk, reader)
    if (trouble) return show(c, trouble)
    return c.redirect(`${href}/version/${version.number}?done=erased`, 303)
  },
}

async function show(c: Context<OnDesk>, trouble: EraseTrouble | null) {
  const { desk, reader, plan, href, version, check } = await versionAt(c)
  const text = adoptionText(reader.language)
  const title = check.isRight ? text.checkTitle(version.number) : text.checkWrong(version.number)
  const notice = trouble
    ? ({ kind: 'refusal', text: trouble.text } as const)
    : c.req.query('done') === 'erased'
      ? ({ kind: 'good', text: text.done.erased } as const)
      : null
  const nameOf = await namesIn({ desk, reader, plan, href })
  const mayGo = mayErase(reader.actor).may ? await readErasable(desk.db, reader.actor, desk.now) : []
  const here = new Set(check.entries.filter(({ is }) => is !== 'erased').map(({ entry }) => entry.id))
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      <PageHead title={title} under={text.checkSay} />
      <VersionView
        {...{ version, check, nameOf, reader, href, trouble }}
        mayGo={mayGo.filter(({ entryId }) => here.has(entryId))}
      />
    </Page>,
    trouble ? 422 : 200,
  )
}

async function namesIn({ desk, reader, plan }: AtPlan) {
  const roster = await readRoster(desk.db, reader.actor)
  return (id: string) => {
    const entry = entryOf(plan, id as EntryId)
    return entry ? nameOfEntry(entry, roster) : adoptionText(reader.language).removed
  }
}

/** /plan/:plan/version/:number/json: the sealed texts, byte for byte, to compute the fingerprints elsewhere. */
export async function versionFeed(c: Context<OnDesk>) {
  const { version, check } = await versionAt(c)
  const entries = check.entries.map(({ entry }) => entry)
  const body = {
    plan: version.planId,
    number: version.number,
    sealedAt: version.sealedAt,
    sha256: version.sha256,
    seal: sealLine({ ...version, entries }),
    frame: version.frame,
    record: version.record,
    entries: entries.map(({ id, kind, content, sha256, erased }) => ({
      id,
      kind,
      sha256,
      content,
      erased: erased && { at: erased.at, why: erased.why },
    })),
  }
  return c.body(JSON.stringify(body, null, 2), 200, {
    'content-type': 'application/json; charset=UTF-8',
    'content-disposition': `attachment; filename="begeleidingsplan-versie-${version.number}.json"`,
  })
}
