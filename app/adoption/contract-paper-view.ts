import { dayOf, longDay } from '../kernel/day.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { capital } from '../kernel/sentence.ts'
import { type Block, type Paper, plainText, textRun } from '../paper/paper.ts'
import type { Plan } from '../plan/plan.ts'
import { cutAt, fitPoints } from './contract.ts'
import type { ContractSheet } from './contract-points-view.ts'
import { contractText } from './contract-text.ts'
import type { Wording } from './item-view.ts'
import { inGroups, type Version } from './seal.ts'

export type ContractPaper = {
  readonly sheet: ContractSheet
  readonly plan: Plan
  readonly schoolName: string
  /** Null: not adopted yet, or open again. */
  readonly version: Version | null
  readonly wording: Wording
}

/** Lines that the parts of one A4 page may take together. */
const LINES = { coordinator: 21, team: 16, principles: 11 }

/** The contract as a document of one page: long words are shortened, and it says where more stands. */
export function contractPaper({ sheet, plan, schoolName, version, wording }: ContractPaper): Paper {
  const { language, terms } = wording
  const text = contractText(language)
  const coordinator = fitPoints(sheet.contract.coordinator, LINES.coordinator, text.more)
  const team = fitPoints(sheet.contract.team, LINES.team, text.more)
  const principles = fitPoints(sheet.principles, LINES.principles, text.more)
  const isShortened = [coordinator, team, principles].some((part) => part.isShortened)
  const names = cutAt(sheet.coordinators.join(', '), 60)
  const blocks: Block[] = [
    { kind: 'title', runs: [textRun(text.pageTitle(yearTitle(plan.schoolYear)))] },
    { kind: 'lead', runs: [textRun(plainText(text.between(names, terms, cutAt(schoolName, 80))))] },
    ...part(text.ofCoordinator(terms), coordinator.points),
    ...part(text.ofTeam(terms), team.points),
    ...part(text.principles, principles.points),
    heading(text.facts),
    { kind: 'facts', rows: factRows(sheet, version, wording) },
    ...(isShortened ? [note(text.shortened)] : []),
    { kind: 'signatures', labels: [text.onBehalfOfTeam, capital(terms.coordinator), text.principal] },
  ]
  return {
    title: text.pageTitle(yearTitle(plan.schoolYear)),
    author: plainText(schoolName),
    language,
    head: plainText(cutAt(schoolName, 80)),
    foot: text.pageTitle(yearTitle(plan.schoolYear)),
    pageWords: { page: text.page, of: text.pageOf },
    sheets: [{ boxed: false, blocks }],
  }
}

const heading = (words: string): Block => ({ kind: 'heading', level: 2, quiet: true, runs: [textRun(words)] })
const note = (words: string): Block => ({ kind: 'paragraph', runs: [{ as: 'note', text: words }] })

const part = (title: string, points: readonly string[]): Block[] =>
  points.length === 0
    ? []
    : [
        heading(title),
        { kind: 'list', counted: false, items: points.map((point) => [textRun(plainText(point))]) },
      ]

function factRows({ facts }: ContractSheet, version: Version | null, { language }: Wording) {
  const text = contractText(language)
  const rows = facts.map(({ label, text: said }) => ({ label, text: plainText(said) }))
  if (version === null) return [...rows, { label: text.version, text: text.concept }]
  const day = longDay(dayOf(new Date(version.sealedAt)), language)
  return [
    ...rows,
    { label: text.version, text: text.sealed(version.number, day) },
    { label: text.fingerprint, text: inGroups(version.sha256).join(' ') },
  ]
}
