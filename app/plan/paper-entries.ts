import { longDay } from '../kernel/day.ts'
import {
  type Block,
  capital,
  labelRun,
  noteRun,
  plainText,
  type Run,
  textRun,
  threadRun,
  wordRun,
} from '../paper/paper.ts'
import type { PaperText } from './paper-text.ts'
import type {
  PaperEntry,
  PaperEvaluation,
  PaperGoal,
  PaperLearningTeamTrack,
  PaperTeacherTrack,
  PlanPaper,
} from './plan-paper.ts'

/** A label with its field, and what is said beside it. */
type Field = { field: string; label: string; text: string | null; beside?: string }
/** Fields that stand in one paragraph, as in Figuur 1. */
type Line = readonly Field[]

type Paragraph = Extract<Block, { kind: 'paragraph' }>

const LONG = 700

type Goals = { kind: 'general-goal' | 'team-goal'; goals: readonly PaperGoal[]; counted: number }

/** The part with the general goals, or with those of the team. */
export function goalSection(paper: PlanPaper, text: PaperText, { kind, goals }: Goals): Block {
  const heading = kind === 'general-goal' ? text.generalGoals : text.teamGoals
  return {
    kind: 'box',
    together: goals.length === 0,
    blocks: [
      { kind: 'heading', level: 2, capitals: true, runs: [wordRun(heading)] },
      ...(goals.length === 0 ? [{ kind: 'paragraph' as const, runs: [noteRun(text.nothingYet)] }] : []),
      ...goals.flatMap((goal, index) => goalBlocks(paper, text, goal, `rd:${kind}:${index}`)),
    ],
  }
}

function goalBlocks(paper: PlanPaper, text: PaperText, goal: PaperGoal, mark: string): Block[] {
  const title: Run = {
    as: 'strong-field',
    text: plain(goal.title),
    mark: `${mark}:title`,
    name: text.label.title,
  }
  const lines: Line[] = [
    ...(goal.startSituation === null
      ? []
      : [[field('startSituation', text.label.startSituation, goal.startSituation)]]),
    [
      field('approach', text.label.approach, goal.approach),
      field('executedBy', text.label.executedBy, goal.executedBy),
      field('coordinatorEffort', text.coordinatorEffort(paper.terms), goal.coordinatorEffort),
      evaluationField(paper, text, goal),
    ],
  ]
  return [
    { kind: 'heading', level: 3, numbered: true, runs: [title, ...threads(goal, text)] },
    ...lines.flatMap((line) => fieldParagraphs(line, mark)).map(underHeading),
    ...[...besides(goal, text), ...voice(goal, text), ...evaluations(goal, text)].map(underHeading),
  ]
}

const underHeading = (block: Paragraph): Paragraph => ({ ...block, entry: true })

const voice = (goal: PaperGoal, text: PaperText): Paragraph[] =>
  goal.pupilsAndParents === null
    ? []
    : [{ kind: 'paragraph', runs: [labelOf(text.voice), noteRun(plainText(goal.pupilsAndParents))] }]

/** The part of one teacher; the coordinator and the principal, who learn too, have one just so. */
export function teacherBox(
  paper: PlanPaper,
  text: PaperText,
  track: PaperTeacherTrack,
  index: number,
): Block {
  const mark = `rd:teacher-track:${index}`
  const role = capital(text.role(track.role, paper.terms))
  return trackBox(paper, text, track, mark, role, {
    field: 'teacherEffort',
    label: text.teacherEffort(track.role, paper.terms),
    text: track.teacherEffort,
  })
}

/** The part of one learning team. */
export function learningTeamBox(
  paper: PlanPaper,
  text: PaperText,
  track: PaperLearningTeamTrack,
  index: number,
): Block {
  return trackBox(paper, text, track, `rd:learning-team-track:${index}`, text.learningTeam, {
    field: 'memberEffort',
    label: text.label.memberEffort,
    text: track.memberEffort,
  })
}

type Track = PaperTeacherTrack | PaperLearningTeamTrack

function trackBox(
  paper: PlanPaper,
  text: PaperText,
  track: Track,
  mark: string,
  word: string,
  effort: Field,
): Block {
  const blocks: Block[] = [
    { kind: 'heading', level: 2, capitals: true, runs: nameRuns(track, mark, word, text) },
    ...trackLines(paper, text, track, effort).flatMap((line) => fieldParagraphs(line, mark)),
    ...besides(track, text),
    ...evaluations(track, text),
  ]
  return { kind: 'box', together: lengthOf(blocks) < 2 * LONG, blocks }
}

function trackLines(paper: PlanPaper, text: PaperText, track: Track, effort: Field): Line[] {
  return [
    [
      field('startSituation', text.label.startSituation, track.startSituation),
      field('goal', text.label.goal, track.goal),
    ],
    [
      field('approach', text.label.approach, track.approach),
      field('support', text.label.support, track.support),
      evaluationField(paper, text, track),
      shareField(text, track),
    ],
    [
      effort,
      field('coordinatorEffort', text.coordinatorEffort(paper.terms), track.coordinatorEffort),
      field('thirdPartyEffort', text.label.thirdPartyEffort, track.thirdPartyEffort),
    ],
  ]
}

/** 'Leraar Petra (groep 6)'; the word is left out where the name has it already. */
function nameRuns(track: Track, mark: string, word: string, text: PaperText): Run[] {
  const name = plain(track.name)
  const said = name?.toLowerCase().startsWith(word.toLowerCase()) ?? false
  return [
    ...(said ? [] : [wordRun(`${word} `)]),
    { as: 'field', text: name, mark: `${mark}:name`, name: text.label.name },
    ...(track.groups ? [noteRun(` (${plainText(track.groups)})`)] : []),
    ...threads(track, text),
  ]
}

const field = (name: string, label: string, text: string | null): Field => ({ field: name, label, text })

/** How, and the moments beside it that the text does not name itself. */
function evaluationField(
  paper: PlanPaper,
  text: PaperText,
  entry: PaperEntry & { evaluation: string | null },
): Field {
  const days = entry.evaluationDays.map((day) => longDay(day, paper.language))
  return { ...field('evaluation', text.label.evaluation, entry.evaluation), beside: days.join(', ') }
}

const shareField = (text: PaperText, track: Track): Field => ({
  ...field('shareYieldWith', text.label.shareYieldWith, track.shareYieldWith),
  beside: track.share === 'keep' ? text.keeps : '',
})

/** Run on in one paragraph as in Figuur 1, unless a text has several lines or much to say: then each for itself. */
function fieldParagraphs(line: Line, mark: string): Paragraph[] {
  const long = line.some(({ text }) => text !== null && (text.includes('\n') || text.length > LONG))
  const parts = long ? line.map((one) => [one]) : [line]
  return parts.map((part) => ({
    kind: 'paragraph',
    runs: part.flatMap((one, at) => fieldRuns(one, mark, at > 0)),
  }))
}

function fieldRuns(one: Field, mark: string, spaced: boolean): Run[] {
  return [
    ...(spaced ? [textRun(' ')] : []),
    labelOf(one.label),
    { as: 'field', text: plain(one.text), mark: `${mark}:${one.field}`, name: one.label },
    ...(one.beside ? [noteRun(` (${plainText(one.beside)})`)] : []),
  ]
}

const labelOf = (label: string): Run => labelRun(`${plainText(label)}: `)

/** What an entry hangs on: its vision lines, or the goal above it. */
function threads(entry: PaperEntry, text: PaperText): Run[] {
  const lines = entry.visionLines.map(plainText)
  const parent = entry.parentGoal ? [text.parentGoal(plainText(entry.parentGoal))] : []
  return [...lines, ...parent].map((line) => threadRun(line))
}

function besides(entry: PaperEntry, text: PaperText): Paragraph[] {
  const domains = entry.domains.map((domain) => text.domain[domain])
  const said = [...domains, ...(entry.direction ? [text.direction[entry.direction]] : [])]
  return said.length === 0 ? [] : [{ kind: 'paragraph', runs: [noteRun(`${capital(said.join(', '))}.`)] }]
}

const evaluations = (entry: PaperEntry, text: PaperText): Paragraph[] =>
  entry.evaluations.map((evaluation) => ({ kind: 'paragraph', runs: evaluationRuns(evaluation, text) }))

function evaluationRuns(evaluation: PaperEvaluation, text: PaperText): Run[] {
  const said: [string, string | null][] = [
    [text.saw, evaluation.saw],
    [text.learned, evaluation.learned],
    [text.nextStep, evaluation.next && text.next[evaluation.next]],
    [text.sharedWith, evaluation.sharedWith],
    [text.reachedLabel, evaluation.reached && text.reached[evaluation.reached]],
  ]
  const parts = said.flatMap(([label, what]) => (what ? [noteRun(`${label}: ${plainText(what)} `)] : []))
  return [
    labelOf(text.evaluated[evaluation.moment]),
    ...(parts.length > 0 ? parts : [noteRun(text.nothingYet)]),
  ]
}

const plain = (text: string | null) => (text === null ? null : plainText(text) || null)

const lengthOf = (blocks: readonly Block[]) =>
  blocks.reduce(
    (sum, block) =>
      sum + ('runs' in block ? block.runs.reduce((all, run) => all + (run.text?.length ?? 1), 0) : 0),
    0,
  )
