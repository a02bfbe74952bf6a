import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { adoptionSheetOf } from '../adoption/adoption-sheet-view.ts'
import { PrintedPlan } from '../form/print-view.tsx'
import { parseId } from '../kernel/id.ts'
import { isOpen } from '../plan/plan.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { pressedAnswer } from '../session/file-desk.ts'
import { shellFrom } from '../session/shell.ts'
import { flushWriting } from '../writing/flush-desk.ts'
import { fileName, isFormat, paperFor, readersFrom } from './export-form.ts'
import { makeFile } from './export-make.ts'
import { exportText } from './export-text.ts'
import { ExportView } from './export-view.tsx'
import { adoptedVersion, changesSinceAdopted } from './paper-changes-desk.ts'
import { readPaper } from './paper-source-store.ts'

type At<Path extends string> = Context<OnDesk, Path>

/** `/plan/:plan/export`: for whom, and in which form. */
export async function exportPage(context: At<'/plan/:plan/export'>) {
  const paper = await paperHere(context)
  const planHref = `/plan/${context.req.param('plan')}`
  const isDraft = isOpen(paper.phase) || paper.phase === 'decision'
  const { db } = deskOf(context)
  const since = await adoptedVersion(db, readerOf(context).actor, parseId<'plan'>(context.req.param('plan')))
  const shell = shellFrom(deskOf(context))
  return context.html(
    <ExportView
      shell={shell}
      planHref={planHref}
      title={paper.title ?? ''}
      isDraft={isDraft}
      since={since?.number ?? null}
    />,
  )
}

/** `/plan/:plan/export/docx|pdf|json`: the file; a PDF that can't be made now is told on the page. */
export async function exportFeed(context: At<'/plan/:plan/export/:format'>) {
  const format = context.req.param('format')
  if (!isFormat(format)) throw new HTTPException(404)
  const readers = readersFrom(context.req.query('readers'))
  const paper = paperFor(readers, await paperHere(context, readers === 'full' && withChanges(context)))
  const file = { name: fileName(paper), ending: format }
  return pressedAnswer(
    context,
    file,
    () => makeFile(paper, format),
    exportText(deskOf(context).language).busy,
  )
}

/** `/plan/:plan/export/print`: the same on A4, as a page. */
export async function printPage(context: At<'/plan/:plan/export/print'>) {
  const paper = paperFor(readersFrom(context.req.query('readers')), await paperHere(context))
  const back = `/plan/${context.req.param('plan')}`
  return context.html(<PrintedPlan paper={paper} shell={shellFrom(deskOf(context))} back={back} />)
}

const withChanges = (context: At<'/plan/:plan/export'>) => context.req.query('changes') === 'yes'

async function paperHere(context: At<'/plan/:plan/export'>, tellsChanges = false) {
  const { db, today } = deskOf(context)
  const { actor, school, language, terms } = readerOf(context)
  const id = parseId<'plan'>(context.req.param('plan'))
  if (id) await flushWriting(db, id)
  const paper =
    id &&
    (await readPaper(db, actor, id, {
      schoolName: school.name,
      language,
      terms,
      today,
      sheetOf: adoptionSheetOf(language),
    }))
  if (!paper) throw new HTTPException(404)
  const changes = tellsChanges && id ? await changesSinceAdopted(db, actor, id, { language, terms }) : null
  return changes ? { ...paper, changes } : paper
}
