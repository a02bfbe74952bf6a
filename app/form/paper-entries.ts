import { plainOfRich } from '../kernel/rich.ts'
import { capital } from '../kernel/sentence.ts'
import { type Block, noteRun, plainText, type Run, wordRun } from '../paper/paper.ts'
import { besides, evaluations, threads, voice } from './paper-besides.ts'
import {
  evaluationField,
  type Field,
  field,
  fieldParagraphs,
  type Line,
  LONG,
  type Paragraph,
  plain,
  spoken,
} from './paper-fields.ts'
import type { PaperText } from './paper-text.ts'
import type { PaperGoal, PaperLearningTeamTrack, PaperTeacherTrack, PlanPaper } from './plan-paper.ts'

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
    ...spoken(goal.title),
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

const shareField = (text: PaperText, track: Track): Field => ({
  ...field('shareYieldWith', text.label.shareYieldWith, track.shareYieldWith),
  beside: track.share === 'keep' ? text.keeps : '',
})

const lengthOf = (blocks: readonly Block[]) =>
  blocks.reduce(
    (sum, block) =>
      sum +
      ('runs' in block ? block.runs.reduce((all, run) => all + (run.text?.length ?? 1), 0) : 0) +
      (block.kind === 'said' ? plainOfRich(block.rich).length : 0),
    0,
  )
