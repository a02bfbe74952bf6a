import type { AheadNo } from '../agenda/ahead-store.ts'
import { planningSentence } from '../agenda/meeting-trouble-view.ts'
import { longDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { parseRich, writeRich } from '../kernel/rich.ts'
import type { Reader } from '../session/actor.ts'
import { cleanWords } from '../writing/passage.ts'
import { putOnAgenda } from './agenda-store.ts'
import { type Analysis, dayOfVersion } from './analysis.ts'
import type { AtAnalysis } from './analysis-desk.ts'
import {
  type AnalysisNo,
  choosePart,
  discardAnalysis,
  shareVersion,
  takeAnew,
  type WhichVersion,
  type WordsClash,
  writeWords,
} from './analysis-store.ts'
import { analysisText } from './analysis-text.ts'
import { gatherReports } from './gather-desk.ts'
import { isPart } from './report.ts'
import { analysisTitle } from './report-words-view.ts'

export type Fields = Readonly<Record<string, string | undefined>>
export type AnalysesNo = AnalysisNo | AheadNo
/** What was done, by its name in `analysisText.done`. */
type Did = keyof ReturnType<typeof analysisText>['done']
type Answer = Did | WordsClash | AnalysesNo
type Act = (at: AtAnalysis, which: WhichVersion, form: Fields) => Promise<Answer>

const did = async (result: Promise<'done' | AnalysesNo>, done: Did): Promise<Answer> => {
  const answer = await result
  return isRefusal(answer) ? answer : done
}

const words: Act = async ({ desk, reader }, which, form) => {
  const part = form['part']
  if (!isPart(part)) return refuse('part-unknown')
  const base = Number(form['base'] ?? '')
  const typed = writeRich(parseRich(cleanWords(form['words'] ?? '')))
  const answer = await writeWords(desk.db, reader.actor, which, { part, words: typed, base })
  return answer === 'done' ? 'saved' : answer
}

const choose =
  (isIn: boolean): Act =>
  async ({ desk, reader }, which, form) => {
    const part = form['part']
    if (!isPart(part)) return refuse('part-unknown')
    return did(choosePart(desk.db, reader.actor, which, part, isIn), isIn ? 'in' : 'out')
  }

const share =
  (isShared: boolean): Act =>
  ({ desk, reader }, which) =>
    did(
      shareVersion(desk.db, reader.actor, which, isShared ? desk.now : null),
      isShared ? 'shared' : 'unshared',
    )

const anew: Act = async ({ desk, reader, analysis }, which) =>
  did(
    takeAnew(desk.db, reader.actor, which, await gatherReports(desk.db, reader.actor, analysis), desk.now),
    'anew',
  )

const agenda: Act = async ({ desk, reader }, which, form) => {
  const meetingId = parseId<'meeting'>(form['meeting'])
  if (meetingId === null) return refuse('meeting-gone')
  const given = { meetingId, words: (one: Analysis) => pointWords(one, reader.language) }
  return did(putOnAgenda(desk.db, reader.actor, which, given, desk.now), 'agenda')
}

/** What stands on the wall with the point: the day of the numbers, where the school stands, and the last words. */
function pointWords(analysis: Analysis, language: Language) {
  const text = analysisText(language)
  const { standing, closing } = analysis.parts
  const said = standing.isIn ? analysis.reports[language].standing.sentences : []
  const lines = [text.pointText(longDay(dayOfVersion(analysis.version), language)), ...said]
  const written = writeRich(lines.map((line) => ({ kind: 'paragraph', runs: [{ text: line }] })))
  return {
    title: analysisTitle(analysis, language),
    text: [written, closing.isIn ? closing.words : ''].filter((one) => one !== '').join('\n\n'),
  }
}

const ACTS: Readonly<Record<string, Act>> = {
  words,
  in: choose(true),
  out: choose(false),
  share: share(true),
  unshare: share(false),
  anew,
  agenda,
  discard: ({ desk, reader }, which) => did(discardAnalysis(desk.db, reader.actor, which), 'gone'),
}

/** Does what a form on the page of an analysis asks; null for what is no act. */
export async function actOnAnalysis(at: AtAnalysis, form: Fields): Promise<Answer | null> {
  const act = form['act'] ?? ''
  const asked = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
  if (!asked) return null
  return asked(at, { id: at.analysis.id, number: Number(form['version'] ?? '') }, form)
}

/** The sentence for every way in which an analysis says no: its own, else the meeting's. */
export function noSentence(no: AnalysesNo, { language }: Reader): string {
  const { refusal, because } = analysisText(language)
  const own: Partial<Record<string, string>> = no.refused === 'may-not' ? because : refusal
  const key = no.refused === 'may-not' ? no.because : no.refused
  return own[key] ?? planningSentence(no as Parameters<typeof planningSentence>[0], language)
}
