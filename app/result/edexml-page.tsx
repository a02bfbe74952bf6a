import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, schoolYearOf, yearTitle } from '../kernel/school-year.ts'
import { bytePieces } from '../paper/byte-pieces.ts'
import { type BroughtNo, bringIn } from '../school/brought-store.ts'
import { MOST_PUPILS } from '../school/school.ts'
import { mustMay, schoolPage, typed } from '../school/school-desk.tsx'
import { mayGiveRole, mayManageSchool } from '../school/school-may.ts'
import { readSchool } from '../school/school-store.ts'
import { readTeam } from '../school/team-store.ts'
import type { Role } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Edexml } from './edexml.ts'
import { type CarriedEdexml, carriedEdexml, parseEdexml } from './edexml-carried.ts'
import { chosenOf, withChoices } from './edexml-choice.ts'
import { CannotReadEdexml, readEdexml } from './edexml-in.ts'
import { propose } from './edexml-propose.ts'
import { edexmlText } from './edexml-text.ts'
import { AskEdexml, ChooseEdexml } from './edexml-view.tsx'
import { importText } from './import-text.ts'

const PATH = '/team/import'

/** /team/import: groups and people from an EDEXML file; read, looked at beside the school, taken over. */
export const edexmlPage = {
  get: (c: Context<OnDesk>) => {
    mustMay(mayManageSchool(readerOf(c).actor))
    return ask(c, null)
  },

  post: async (c: Context<OnDesk>) => {
    mustMay(mayManageSchool(readerOf(c).actor))
    const form = await c.req.formData()
    return typed(form, 'act') === 'take' ? take(c, form) : read(c, form)
  },
}

function ask(c: Context<OnDesk>, error: string | null) {
  const { language } = deskOf(c)
  const text = edexmlText(language)
  return schoolPage(
    c,
    { title: text.title, notice: noticeOf(c) },
    <>
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        <BackLink href="/team">{text.back}</BackLink>
      </p>
      <AskEdexml language={language} error={error && `${text.notRead} ${error}`} />
    </>,
    error === null ? 200 : 422,
  )
}

const COUNTS = ['groups', 'renamed', 'added', 'completed'] as const

/** What was just done, from the address: only words of our own. */
function noticeOf(c: Context<OnDesk>): string | null {
  if (c.req.method !== 'GET' || c.req.query('done') !== 'taken') return null
  const text = edexmlText(deskOf(c).language)
  const parts = COUNTS.flatMap((name) => {
    const said = c.req.query(name) ?? ''
    const count = /^\d{1,4}$/.test(said) ? Number(said) : 0
    return count > 0 ? [text.doneParts[name](count)] : []
  })
  return parts.length === 0 ? text.doneNothing : text.done(parts.join(', '))
}

async function read(c: Context<OnDesk>, form: FormData) {
  const { language } = deskOf(c)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return ask(c, edexmlText(language).noFile)
  try {
    return choose(c, { file: await readEdexml(bytePieces(new Uint8Array(await file.arrayBuffer()))) })
  } catch (error) {
    if (error instanceof CannotReadEdexml) return ask(c, importText(language).edexml[error.why])
    throw error
  }
}

type Choosing = {
  readonly file: CarriedEdexml & Partial<Pick<Edexml, 'leftOut' | 'warnings'>>
  /** What was chosen before, when it was refused. */
  readonly form?: FormData
  readonly refused?: Exclude<BroughtNo['refused'], 'may-not'> | 'chosen-twice'
}

async function choose(c: Context<OnDesk>, { file, form, refused }: Choosing) {
  const { db } = deskOf(c)
  const { actor, language, terms } = readerOf(c)
  const text = edexmlText(language)
  const school = await readSchool(db, actor)
  const team = await readTeam(db, actor)
  const proposal = withChoices(propose(file, team), (name) => typed(form ?? null, name))
  const title = text.found(text.groupCount(file.groups.length), text.peopleCount(file.staff.length))
  return schoolPage(
    c,
    { title },
    <>
      <PageHead title={title} under={text.foundUnder(file.schoolYear && yearTitle(file.schoolYear))} />
      {refused && (
        <Notice kind="refusal" title={text.notTaken}>
          <p>{text.refused[refused]}</p>
        </Notice>
      )}
      {remarksOn(c, file, school.brin)}
      <ChooseEdexml
        {...{ proposal, team, language, terms }}
        hidden={{ file: carriedEdexml(file), revision: String(school.revision) }}
        pupils={{ inFile: file.pupils, now: school.pupils }}
      />
    </>,
    refused ? 422 : 200,
  )
}

/** What is good to know of the file as a whole: its school, its year, what was left out and what was odd. */
function remarksOn(c: Context<OnDesk>, file: Choosing['file'], own: string | null) {
  const { language, today } = deskOf(c)
  const text = edexmlText(language)
  const { schoolYear, brin, leftOut, warnings = [] } = file
  const now = schoolYearOf(today)
  const isOther = schoolYear !== null && schoolYear !== now && schoolYear !== nextYear(now)
  const isOtherBrin = own !== null && brin !== null && !brin.toUpperCase().startsWith(own.slice(0, 4))
  return (
    <>
      {isOther && <Notice title={text.otherYear(yearTitle(schoolYear))} />}
      {isOtherBrin && <Notice title={text.otherBrin(brin, own)} />}
      {leftOut && (
        <p class="noot">{leftOut.length > 0 ? text.leftOut(leftOut.join(', ')) : text.leftOutNone}</p>
      )}
      {warnings.length > 0 && (
        <Notice title={text.warnings}>
          <ul>
            {warnings.map(({ why, count }) => (
              <li>{text.warning[why](count)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

async function take(c: Context<OnDesk>, form: FormData) {
  const { db, now } = deskOf(c)
  const { actor } = readerOf(c)
  const file = parseEdexml(form.get('file'))
  if (file === null) return c.notFound()
  const proposal = withChoices(propose(file, await readTeam(db, actor)), (name) => typed(form, name))
  const chosen = chosenOf(proposal)
  if (isRefusal(chosen)) return choose(c, { file, form, refused: chosen.refused })
  const brought = { ...chosen, pupils: pupilsIn(form), revision: revisionIn(form) }
  const mayGive = (role: Role) => mayGiveRole(actor, role).may
  const done = await bringIn(db, actor, brought, { mayGive, now })
  if (!isRefusal(done)) {
    const counts = COUNTS.map((name) => `${name}=${done[name]}`).join('&')
    return c.redirect(`${PATH}?done=taken&${counts}`, 303)
  }
  if (done.refused === 'may-not') return mustMay({ may: false, because: done.because })
  return choose(c, { file, form, refused: done.refused })
}

/** Of which state of the school the form was made; none that a school has, when it does not say. */
const revisionIn = (form: FormData) =>
  /^\d{1,15}$/.test(typed(form, 'revision')) ? Number(typed(form, 'revision')) : -1

function pupilsIn(form: FormData): number | null {
  const said = typed(form, 'pupils')
  const count = /^\d{1,5}$/.test(said) ? Number(said) : 0
  return count > 0 && count <= MOST_PUPILS ? count : null
}
