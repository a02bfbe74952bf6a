import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type ImportId, parseId } from '../kernel/id.ts'
import { nextYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { type Choices, countsOf, draftOf, type PlanImport } from './import.ts'
import { nameRows } from './import-people.ts'
import type { ImportSheet, ImportYear } from './import-sheet.ts'
import { readImport, readImports } from './import-store.ts'
import { importText } from './import-text.ts'
import { ChooseFile, ImportPreview, importTitle } from './import-view.tsx'
import { mayArrange } from './plan-may.ts'
import { refusalSentence } from './plan-may-text.ts'
import { unless } from './plan-no.ts'
import { readPlans } from './plan-store.ts'
import { readRoster } from './roster-store.ts'

type Status = 200 | 403 | 413 | 415 | 422 | 429

/** The sentence for who does not arrange the plan; null for who does. */
export function arrangeRefusal({ actor, language, terms }: Reader): string | null {
  const no = unless(mayArrange(actor, { phase: 'draft' }))
  return no && refusalSentence(no, language, terms)
}

type Said = {
  readonly refused?: string | null
  readonly notice?: ShellNotice | null
  readonly status?: Status
}

/** The page on which one chooses a file, with what was read before and waits. */
export async function chooseAnswer(c: Context<OnDesk>, { refused, notice, status }: Said = {}) {
  const desk = deskOf(c)
  const { actor, language } = readerOf(c)
  const open = await readImports(desk.db, actor, desk.now)
  return c.html(
    <Page shell={shellFrom(desk, notice ?? null)} title={importText(language).chooseTitle} here="plan">
      <ChooseFile {...{ language, open }} refused={refused ?? null} />
    </Page>,
    status ?? 200,
  )
}

export type AtImport = { readonly desk: Desk; readonly reader: Reader; readonly read: PlanImport }

export function importIdIn(c: Context<OnDesk>): ImportId {
  const id = parseId<'import'>(c.req.param('id'))
  if (!id) throw new HTTPException(404)
  return id
}

/** What was read of the file that the address names; 404 for who is no coordinator of its school. */
export async function importAt(c: Context<OnDesk>): Promise<AtImport> {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const read = await readImport(desk.db, reader.actor, importIdIn(c), desk.now)
  if (!read) throw new HTTPException(404)
  return { desk, reader, read }
}

/** This school year and the two after it, with which of them has a plan. */
async function yearsFor({ desk, reader }: AtImport): Promise<ImportYear[]> {
  const plans = await readPlans(desk.db, reader.actor)
  const now = schoolYearOf(desk.today)
  const years = [now, nextYear(now), nextYear(nextYear(now))]
  return years.map((year) => ({ year, taken: plans.some(({ schoolYear }) => schoolYear === year) }))
}

/** As chosen while that is free; else this year when it has no plan, or the first year after it that has none. */
const yearOf = (years: readonly ImportYear[], chosen: SchoolYear | null, today: SchoolYear) =>
  years.find(({ year, taken }) => year === chosen && !taken)?.year ??
  years.find(({ taken }) => !taken)?.year ??
  today

/** Everything to look through, with these choices. */
export async function importSheet(at: AtImport, choices: Choices): Promise<ImportSheet> {
  const { desk, reader, read } = at
  const roster = await readRoster(desk.db, reader.actor)
  const draft = draftOf(read.reading, choices)
  const years = await yearsFor(at)
  return {
    id: read.id,
    language: reader.language,
    terms: reader.terms,
    fileName: read.fileName,
    draft,
    choices,
    rows: nameRows(draft, read.reading.names, choices, roster),
    roster,
    counts: countsOf(read.reading, choices),
    years,
    year: yearOf(years, choices.year, schoolYearOf(desk.today)),
  }
}

/** The page itself; it keeps its place when something is put somewhere else. */
export function previewAnswer(
  c: Context<OnDesk>,
  at: AtImport,
  sheet: ImportSheet,
  refused: string | null = null,
) {
  return c.html(
    <Page shell={shellFrom(at.desk)} title={importTitle(sheet)} here="plan" refresh="morph">
      <ImportPreview sheet={sheet} refused={refused} />
    </Page>,
    refused === null ? 200 : 422,
  )
}
