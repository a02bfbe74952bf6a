import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { adoptionSheetOf } from '../adoption/adoption-sheet-view.ts'
import type { Db } from '../db/database.ts'
import type { PlanPaper } from '../form/plan-paper.ts'
import { dayOf } from '../kernel/day.ts'
import { type Language, termsFor } from '../kernel/language.ts'
import { parseSchoolYear, type SchoolYear } from '../kernel/school-year.ts'
import { closePress } from '../paper/paper-pdf.ts'
import { readPlans } from '../plan/plan-store.ts'
import { readSchool, schoolsCalled } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { exportCommandText } from './export-command-text.ts'
import { type Format, isFormat } from './export-form.ts'
import { makeFile } from './export-make.ts'
import { changesSinceAdopted } from './paper-changes-desk.ts'
import { readPaper } from './paper-source-store.ts'

type Asked = { school: string; year: SchoolYear; format: Format; out: string; changes: boolean }

/**
 * `export-plan --school NAME --year 2026-2027 --format docx|pdf|json --out FILE [--changes]`: writes the plan as the
 * team reads it, in Word and PDF where asked with what changed since it was adopted. Answers the exit code: 0 written, 2 refused with one line on standard error.
 */
export async function exportPlanCommand(
  args: string[],
  open: () => Promise<Db>,
  language: Language,
): Promise<number> {
  const text = exportCommandText(language)
  const asked = parseAsked(args)
  if (!asked) return refused(text.usage)
  const db = await open()
  try {
    const paper = await paperAsked(db, asked)
    if (paper === 'no-school') return refused(text.noSchool(asked.school))
    if (paper === null) return refused(text.noPlan(asked.school, asked.year))
    await writeFile(asked.out, await makeFile(paper, asked.format))
    return 0
  } catch (error) {
    if (isFileError(error)) return refused(text.notWritten(asked.out))
    throw error
  } finally {
    await closePress()
    await db.close()
  }
}

function parseAsked(args: string[]): Asked | null {
  const option = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args,
      options: { school: option, year: option, format: option, out: option, changes: { type: 'boolean' } },
    })
    const year = parseSchoolYear(values.year)
    if (!values.school || !year || !isFormat(values.format) || !values.out) return null
    const changes = values.changes === true && values.format !== 'json'
    return { school: values.school, year, format: values.format, out: values.out, changes }
  } catch {
    return null
  }
}

async function paperAsked(db: Db, asked: Asked): Promise<PlanPaper | 'no-school' | null> {
  const [found] = await schoolsCalled(db, asked.school)
  if (!found) return 'no-school'
  const keeper: Keeper = { kind: 'keeper', schoolId: found.id }
  const school = await readSchool(db, keeper)
  const plan = (await readPlans(db, keeper)).find((one) => one.schoolYear === asked.year)
  const terms = termsFor(school.language, school.coordinatorWord, school.teacherWord)
  const { language } = school
  const sheetOf = adoptionSheetOf(language)
  const wish = { schoolName: school.name, language, terms, today: dayOf(new Date()), sheetOf }
  const paper = plan ? await readPaper(db, keeper, plan.id, wish) : null
  const changes =
    plan && asked.changes ? await changesSinceAdopted(db, keeper, plan.id, { language, terms }) : null
  return paper && changes ? { ...paper, changes } : paper
}

function refused(line: string) {
  console.error(line)
  return 2
}

const isFileError = (error: unknown) =>
  error instanceof Error && 'syscall' in error && ['open', 'write'].includes(String(error.syscall))
