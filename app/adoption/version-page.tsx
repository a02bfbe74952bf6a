import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type EntryId, parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { entryOf, isAdopted } from '../plan/plan.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { fileAnswer } from '../session/file-desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { mayErase } from './adoption-may.ts'
import { adoptionText } from './adoption-text.ts'
import { eraseAsked } from './erase-desk.ts'
import { readErasable } from './erase-store.ts'
import type { EraseTrouble } from './erase-view.tsx'
import { heldIn } from './held-desk.ts'
import { inRoomText } from './in-room-text.ts'
import { nameOfEntry } from './item-view.ts'
import { confirmRead, readersOf } from './read-store.ts'
import { type Check, sealLine, type Version } from './seal.ts'
import { readCheckedVersion, readVersions } from './seal-store.ts'
import { sealedOn } from './seal-view.tsx'
import { recordFrom, wholeOf } from './sealed-record.ts'
import { sealedTitle } from './snapshot-desk.ts'
import { VersionView } from './version-view.tsx'

async function versionAt(c: Context<OnDesk>) {
  const at = await planAt(c)
  const found = await readCheckedVersion(at.desk.db, at.reader.actor, at.plan.id, c.req.param('number') ?? '')
  if (!found) throw new HTTPException(404)
  return { ...at, ...found }
}

/** /plan/:plan/version/:number: a sealed version to read, and its fingerprints, computed anew. */
export const versionPage = {
  get: (c: Context<OnDesk>) => show(c, null),

  /** Saying to have read it; and erasing the text of somebody who left, whose term has come. */
  post: async (c: Context<OnDesk>) => {
    const { desk, reader, href, version } = await versionAt(c)
    if ((await c.req.formData()).get('act') === 'read') {
      await confirmRead(desk.db, reader.actor, version.id, desk.now)
      return c.redirect(`${href}/version/${version.number}?done=read`, 303)
    }
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
  const isChecking = c.req.query('check') === 'yes'
  const title = titleOf({ version, check }, isChecking, reader.language)
  const notice = trouble ? ({ kind: 'refusal', text: trouble.text } as const) : toldNow(c, reader.language)
  const nameOf = await namesIn({ desk, reader, plan, href })
  const mayGo = mayErase(reader.actor).may ? await readErasable(desk.db, reader.actor, desk.now) : []
  const [newest] = await readVersions(desk.db, reader.actor, plan.id)
  const under = isChecking ? text.checkSay : capital(sealedOn(version.sealedAt, reader.language))
  const here = new Set(check.entries.filter(({ is }) => is !== 'erased').map(({ entry }) => entry.id))
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      <PageHead title={title} under={under} />
      <VersionView
        {...{ version, check, nameOf, reader, href, trouble, isChecking }}
        isNewest={(isAdopted(plan.phase) || plan.phase === 'archived') && newest?.number === version.number}
        {...(await aroundOf({ desk, reader, plan, href }, version))}
        mayGo={mayGo.filter(({ entryId }) => here.has(entryId))}
      />
    </Page>,
    trouble ? 422 : 200,
  )
}

/** The version itself, unless one came to check it or it is no longer what was sealed. */
function titleOf(
  { version, check }: { version: Version; check: Check },
  isChecking: boolean,
  language: Language,
) {
  const text = adoptionText(language)
  if (!check.isRight) return text.checkWrong(version.number)
  return isChecking ? text.checkTitle(version.number) : sealedTitle(version, language)
}

function toldNow(c: Context<OnDesk>, language: Language) {
  const done = c.req.query('done')
  if (done === 'erased') return { kind: 'good', text: adoptionText(language).done.erased } as const
  return done === 'read' ? ({ kind: 'good', text: inRoomText(language).readDone } as const) : null
}

/** Who read it, the meeting in which the team decided on it, and when the participation council was told. */
async function aroundOf({ desk, reader }: AtPlan, version: Version) {
  const { people } = await readRoster(desk.db, reader.actor)
  const ids = await readersOf(desk.db, reader.actor, version.id)
  const whole = wholeOf(recordFrom(version.record))
  const id = parseId<'decision'>(whole?.id)
  return {
    readers: ids.map(
      (id) => people.find((person) => person.id === id)?.name ?? adoptionText(reader.language).someone,
    ),
    hasRead: ids.includes(reader.actor.personId),
    held: await heldIn(desk, reader.actor, id && { id }),
  }
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
  const file = { name: `begeleidingsplan-versie-${version.number}`, ending: 'json' } as const
  return fileAnswer(c, file, JSON.stringify(body, null, 2))
}
