import type { AheadNo } from '../agenda/ahead-store.ts'
import { planningSentence } from '../agenda/meeting-trouble-view.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { parseRich, writeRich } from '../kernel/rich.ts'
import type { Reader } from '../session/actor.ts'
import { cleanWords } from '../writing/passage.ts'
import { putOnAgenda } from './agenda-store.ts'
import type { Analysis } from './analysis.ts'
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
  const given = { meetingId, titleOf: (one: Analysis) => analysisTitle(one, reader.language) }
  return did(putOnAgenda(desk.db, reader.actor, which, given, desk.now), 'agenda')
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
