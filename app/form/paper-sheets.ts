import { longDay } from '../kernel/day.ts'
import { plainOf } from '../kernel/rich.ts'
import { capital } from '../kernel/sentence.ts'
import { type Block, plainText, type Sheet, textRun } from '../paper/paper.ts'
import { aimSentence } from './aim-text.ts'
import type { PaperText } from './paper-text.ts'
import type { AdoptionSheet, PaperActivity, PaperMeeting, PaperObjection, PlanPaper } from './plan-paper.ts'

/** The vision, the aim for preventing and the coordinator's year; nothing when none of them is there. */
export function overviewSheet(paper: PlanPaper, text: PaperText): Sheet[] {
  const blocks = [...visionBlocks(paper, text), ...aimBlocks(paper, text), ...yearBlocks(paper, text)]
  return blocks.length === 0 ? [] : [{ boxed: false, blocks }]
}

function visionBlocks(paper: PlanPaper, text: PaperText): Block[] {
  if (paper.visionLines.length === 0) return []
  return [
    heading(text.vision),
    { kind: 'list', counted: false, items: paper.visionLines.map((line) => [textRun(plainText(line))]) },
  ]
}

function aimBlocks({ preventiveAim, language, terms }: PlanPaper, text: PaperText): Block[] {
  if (preventiveAim === undefined) return []
  const runs = [textRun(plainText(aimSentence(preventiveAim, language, terms)))]
  return [heading(text.preventiveAim), { kind: 'paragraph', runs }]
}

function yearBlocks(paper: PlanPaper, text: PaperText): Block[] {
  if (paper.yearOverview.length === 0) return []
  const purposes = purposesOf(paper, text)
  return [
    heading(text.yearOverview),
    { kind: 'paragraph', runs: [textRun(text.yearOverviewLead(paper.terms))] },
    {
      kind: 'table',
      head: [text.when, text.what, text.forWhat],
      rows: paper.yearOverview.map((line) => [
        whenOf(line, paper, text),
        plainText(plainOf(line.what)),
        plainText((line.entryId && purposes.get(line.entryId)) || ''),
      ]),
    },
  ]
}

function whenOf(line: PaperActivity, paper: PlanPaper, text: PaperText) {
  if (line.day) return longDay(line.day, paper.language)
  return line.period ? plainText(line.period) : text.noDay
}

/** What a line of the overview is for: a goal by its title, a track by whose it is. */
function purposesOf(paper: PlanPaper, text: PaperText): Map<string, string> {
  const goals = [...paper.generalGoals, ...paper.teamGoals].map(
    (goal) => [goal.id, plainOf(goal.title ?? '')] as const,
  )
  const tracks = [...paper.teacherTracks, ...paper.learningTeamTracks].map(
    (track) => [track.id, track.name ? text.trackOf(track.name) : ''] as const,
  )
  return new Map([...goals, ...tracks])
}

/** The page that says how the team decided; nothing as long as it did not. */
export function adoptionSheet(paper: PlanPaper, text: PaperText): Sheet[] {
  const sheet = paper.adoption
  if (!sheet) return []
  return [
    {
      boxed: false,
      blocks: [
        heading(text.adoption),
        {
          kind: 'quote',
          runs: [textRun(text.adoptedSentence(plainText(paper.schoolName), paper.schoolYear))],
        },
        subheading(text.howDecided),
        { kind: 'facts', rows: decisionRows(sheet, paper, text) },
        ...meetingBlocks(sheet.meeting ?? null, paper, text),
        subheading(text.objections),
        ...objectionBlocks(sheet.objections, text),
        ...presentBlocks(sheet, text),
        subheading(text.seal),
        { kind: 'paragraph', runs: [textRun(plainText(sheet.sha256))] },
        { kind: 'paragraph', runs: [textRun(text.sealNote)] },
        {
          kind: 'signatures',
          labels: [text.onBehalfOfTeam, capital(paper.terms.coordinator), text.principal],
        },
      ],
    },
  ]
}

const heading = (words: string): Block => ({ kind: 'heading', level: 2, runs: [textRun(words)] })
const subheading = (words: string): Block => ({ kind: 'heading', level: 3, runs: [textRun(words)] })

const decisionRows = (sheet: AdoptionSheet, paper: PlanPaper, text: PaperText) => [
  { label: text.decidedOn, text: longDay(sheet.day, paper.language) },
  { label: text.rule, text: plainText(sheet.rule) },
  {
    label: sheet.meeting ? text.tookPart : text.present,
    text: text.presentOf(sheet.presentCount, sheet.voices),
  },
  { label: text.outcome, text: plainText(sheet.outcome) },
  { label: text.versionLabel, text: text.versionNote(plainText(sheet.version)) },
]

/** The meeting in which it was decided: where, who led it, who was there and who was not. */
function meetingBlocks(meeting: PaperMeeting | null, paper: PlanPaper, text: PaperText): Block[] {
  if (meeting === null) return []
  const told = meeting.mrInformedOn === null ? '' : longDay(meeting.mrInformedOn, paper.language)
  const rows = [
    { label: text.meetingWhere, text: plainText([meeting.title, meeting.place].filter(Boolean).join(', ')) },
    { label: text.chair, text: plainText(meeting.chair ?? '') },
    { label: text.minuteTaker, text: plainText(meeting.minuteTaker ?? '') },
    { label: text.wereHere, text: namesOr(meeting.here, meeting.hereCount) },
    {
      label: text.wereAbsent,
      text: meeting.absentCount === 0 ? '' : namesOr(meeting.absent, meeting.absentCount),
    },
    { label: text.mrInformed, text: told },
  ]
  return [subheading(text.meeting), { kind: 'facts', rows: rows.filter((row) => row.text !== '') }]
}

const namesOr = (names: readonly string[], count: number) =>
  names.length === 0 ? String(count) : names.map(plainText).join(', ')

function objectionBlocks(objections: readonly PaperObjection[], text: PaperText): Block[] {
  if (objections.length === 0) return [{ kind: 'paragraph', runs: [textRun(text.noObjections)] }]
  return [{ kind: 'facts', rows: objections.map((objection) => objectionRow(objection, text)) }]
}

const objectionRow = (objection: PaperObjection, text: PaperText) => ({
  label: plainText(objection.about),
  text: [
    `“${plainText(objection.reason)}”${objection.by ? ` (${text.objectionBy(plainText(objection.by))})` : ''}`,
    plainText(objection.answer),
  ].join('\n'),
})

function presentBlocks(sheet: AdoptionSheet, text: PaperText): Block[] {
  if (sheet.present.length === 0) return []
  return [subheading(text.whoWasThere), { kind: 'names', names: sheet.present.map(plainText) }]
}
