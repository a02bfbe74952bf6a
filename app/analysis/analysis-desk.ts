import type { Context } from 'hono'
import { meetingsAhead } from '../agenda/ahead-store.ts'
import { dayOf, weekDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { found } from '../school/school-desk.tsx'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { type Analysis, isNewest } from './analysis.ts'
import { mayWriteAnalysis } from './analysis-may.ts'
import { readAnalysis } from './analysis-read-store.ts'
import type { AnalysisSheet, Tried } from './analysis-sheet.ts'
import { differences } from './differ.ts'
import { gatherReports } from './gather-desk.ts'
import { withTalkWords } from './talk-words-desk.ts'

/** Who reads which analysis. */
export type AtAnalysis = { readonly desk: Desk; readonly reader: Reader; readonly analysis: Analysis }

/** The analysis of the address, in the version that it names; 404 when there is none for this reader. */
export async function analysisAt<Path extends string>(c: Context<OnDesk, Path>): Promise<AtAnalysis> {
  const [desk, reader] = [deskOf(c), readerOf(c)]
  const id = found(parseId<'analysis'>(c.req.param('analysis')))
  const asked = c.req.query('version')
  const number = asked === undefined ? null : Number(found(/^\d{1,4}$/.exec(asked))[0])
  const analysis = found(await readAnalysis(desk.db, reader.actor, id, number))
  return { desk, reader, analysis: await withTalkWords(desk.db, reader.actor, analysis) }
}

/** What its page is drawn from. */
export async function sheetAt(at: AtAnalysis, tried: Tried | null): Promise<AnalysisSheet> {
  const { reader, analysis } = at
  const mayWrite = isNewest(analysis) && mayWriteAnalysis(reader.actor).may
  return {
    analysis,
    school: reader.school.name,
    language: reader.language,
    mayWrite,
    differs: isNewest(analysis) ? await differsAt(at) : [],
    meetings: mayWrite && analysis.version.sharedAt !== null ? await meetingsAt(at) : [],
    tried,
  }
}

async function differsAt({ desk, reader, analysis }: AtAnalysis) {
  const { language, actor } = reader
  const now = await gatherReports(desk.db, actor, analysis)
  return differences(analysis.reports[language], now[language])
}

async function meetingsAt({ desk, reader }: AtAnalysis): Promise<AnalysisSheet['meetings']> {
  const ahead = await meetingsAhead(desk.db, reader.actor, desk.now)
  return ahead.map(({ id, title, startsAt }) => ({
    id,
    title,
    when: weekDay(dayOf(new Date(startsAt)), reader.language),
  }))
}
