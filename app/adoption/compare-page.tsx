import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Language } from '../kernel/language.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { lookupOf } from '../plan/plan-sheet.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { comparePlans } from './compare.ts'
import type { Look } from './compare-card-view.tsx'
import { compareText } from './compare-text.ts'
import { Difference } from './compare-view.tsx'
import { optionsOf, rosterAt, stateAt, versionLines } from './snapshot-desk.ts'
import { snapshotText } from './snapshot-text.ts'
import { NOW_REF, type VersionLine } from './version-line.ts'

/** /plan/:plan/versions/compare?from=…&to=…: what changed between two versions, or since one. */
export const comparePage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const roster = await rosterAt(at)
    const versions = await versionLines(at, roster)
    const from = c.req.query('from') || (versions[0]?.ref ?? NOW_REF)
    const to = c.req.query('to') || NOW_REF
    const [before, after] = [await stateAt(at, from, roster), await stateAt(at, to, roster)]
    if (!before || !after) throw new HTTPException(404)
    const { language, terms } = at.reader
    const look: Look = c.req.query('look') === 'side' ? 'side' : 'one'
    const naming = { before, after, lookup: lookupOf(roster), language, terms }
    const text = compareText(language)
    const columns = { before: named(from, versions, language), after: named(to, versions, language) }
    return c.html(
      <Page shell={shellFrom(at.desk)} title={text.title} here="plan">
        <PageHead title={text.title} under={text.under(columns.before, columns.after)} />
        {isAmended(from, to, versions) && (
          <p class="rij niet-op-papier">
            <ArrowLink href={`${at.href}/amendments`}>{text.toAmendments}</ArrowLink>
          </p>
        )}
        <Choose {...{ at, versions, from, to, look }} />
        <Difference difference={comparePlans(before, after)} naming={naming} look={look} columns={columns} />
        <p class="mt niet-op-papier">
          <ArrowLink href={`${at.href}/versions`}>{text.toVersions}</ArrowLink>
        </p>
      </Page>,
    )
  },
}

/** By its name; of one that was kept by itself the day tells which. */
function named(ref: string, versions: readonly VersionLine[], language: Language) {
  const version = versions.find((one) => one.ref === ref)
  if (!version) return snapshotText(language).now
  return version.isAutomatic ? `${version.title}, ${version.says}` : version.title
}

/** Between two sealed versions, or one and now, everything that differs was amended: that page tells who agreed. */
function isAmended(from: string, to: string, versions: readonly VersionLine[]) {
  const sealed = versions.filter(({ isSealed }) => isSealed)
  const isFixed = (ref: string) => ref === NOW_REF || sealed.some((one) => one.ref === ref)
  return from !== to && sealed.length > 1 && isFixed(from) && isFixed(to)
}

type ChooseProps = { at: AtPlan; versions: readonly VersionLine[]; from: string; to: string; look: Look }

/** Two versions and how to read them; a form that asks, so that it has an address. */
function Choose({ at, versions, from, to, look }: ChooseProps) {
  const { language } = at.reader
  const text = compareText(language)
  const words = snapshotText(language)
  return (
    <form method="get" action={`${at.href}/versions/compare`} class="vergelijkkeuze niet-op-papier">
      <SelectField name="from" label={words.from} value={from} options={optionsOf(versions, language)} />
      <SelectField name="to" label={words.to} value={to} options={optionsOf(versions, language)} />
      <fieldset class="leeswijze">
        <legend>{text.look}</legend>
        {(['one', 'side'] as const).map((one) => (
          <label class="regel" for={`look-${one}`}>
            <input
              type="radio"
              name="look"
              value={one}
              id={`look-${one}`}
              checked={one === look ? true : undefined}
            />
            <span>{text[one]}</span>
          </label>
        ))}
      </fieldset>
      <Button kind="quiet">{words.compare}</Button>
    </form>
  )
}
