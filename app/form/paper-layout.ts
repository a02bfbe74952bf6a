import { longDay } from '../kernel/day.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { capital } from '../kernel/sentence.ts'
import { type Block, type Paper, plainText, type Run, type Sheet, textRun, wordRun } from '../paper/paper.ts'
import { changesSheet, withChanges } from './paper-changes.ts'
import { goalSection, learningTeamBox, teacherBox } from './paper-entries.ts'
import { spoken } from './paper-fields.ts'
import { adoptionSheet, overviewSheet } from './paper-sheets.ts'
import { type PaperText, paperText } from './paper-text.ts'
import { togetherSheet } from './paper-together.ts'
import type { PlanPaper } from './plan-paper.ts'

/**
 * A plan as a document in the layout of Figuur 1: the form in a frame, then the year overview, then the adoption
 * sheet. The fields of the form carry marks (`rd:teacher-track:3:goal`), by which our own Word file is read back.
 */
export function layOut(paper: PlanPaper): Paper {
  const text = paperText(paper.language)
  return {
    title: oneLine(paper.title?.trim() || text.planTitle(paper.schoolYear)),
    author: oneLine(paper.schoolName),
    language: paper.language,
    head: headOf(paper, text),
    foot: plainText(`${text.planTitle(paper.schoolYear)} · ${paper.schoolName} · ${standing(paper, text)}`),
    pageWords: { page: text.page, of: text.of },
    sheets: [
      ...changesSheet(paper, text),
      withChanges(formSheet(paper, text), paper),
      ...overviewSheet(paper, text),
      ...togetherSheet(paper, text),
      ...adoptionSheet(paper, text),
    ],
  }
}

const oneLine = (text: string) => plainText(text).replace(/\s+/g, ' ')

/** 'versie 1.0, vastgesteld', 'concept' */
export const standing = (paper: PlanPaper, text: PaperText) =>
  [paper.version && text.version(plainText(paper.version)), text.phase[paper.phase]]
    .filter(Boolean)
    .join(', ')

const headOf = (paper: PlanPaper, text: PaperText) =>
  [capital(standing(paper, text)), text.names[paper.names]].filter(Boolean).join('. ')

function formSheet(paper: PlanPaper, text: PaperText): Sheet {
  const counted = paper.generalGoals.length
  return {
    boxed: true,
    blocks: [
      { kind: 'title', runs: [titleField(paper, text)] },
      { kind: 'lead', runs: leadRuns(paper, text) },
      principlesBox(paper, text),
      goalSection(paper, text, { kind: 'general-goal', goals: paper.generalGoals, counted: 0 }),
      goalSection(paper, text, { kind: 'team-goal', goals: paper.teamGoals, counted }),
      ...paper.teacherTracks.map((track, index) => teacherBox(paper, text, track, index)),
      ...paper.learningTeamTracks.map((track, index) => learningTeamBox(paper, text, track, index)),
    ],
  }
}

const titleField = (paper: PlanPaper, text: PaperText): Run => ({
  as: 'field',
  text: paper.title === null ? null : plainText(paper.title),
  mark: 'rd:plan:0:title',
  name: text.planTitle(paper.schoolYear),
  open: text.planTitle(paper.schoolYear),
})

function leadRuns(paper: PlanPaper, text: PaperText): Run[] {
  const year: Run = {
    as: 'field',
    text: yearTitle(paper.schoolYear),
    mark: 'rd:plan:0:schoolYear',
    name: text.schoolYear,
  }
  const names = text.names[paper.names]
  return [
    textRun(`${plainText(paper.schoolName)}. ${text.contract(paper.terms)} ${text.schoolYear} `),
    year,
    textRun(`. ${capital(standing(paper, text))}. ${text.madeOn(longDay(paper.madeOn, paper.language))}`),
    ...(names ? [textRun(` ${names}`)] : []),
  ]
}

function principlesBox(paper: PlanPaper, text: PaperText): Block {
  const items = paper.principles.map((principle, index): Run[] => [
    {
      as: 'field',
      ...spoken(principle),
      mark: `rd:principle:${index}:text`,
      name: text.label.principle,
    },
  ])
  return {
    kind: 'box',
    together: true,
    blocks: [
      { kind: 'heading', level: 2, capitals: true, runs: [wordRun(text.principles)] },
      items.length > 0
        ? { kind: 'list', counted: true, items }
        : { kind: 'paragraph', runs: [{ as: 'note', text: text.nothingYet }] },
    ],
  }
}
