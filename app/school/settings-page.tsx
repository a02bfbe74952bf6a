import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { hasRole } from '../session/actor.ts'
import { listTokens, makeToken, revokeToken } from '../session/api-token-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { PageHead } from '../ui/head.tsx'
import { readMailStanding } from './mail-standing-store.ts'
import { parseFrames, parseRetention, parseSchoolFacts, type SchoolRefusal } from './school.ts'
import { found, mustMay, schoolPage, typed } from './school-desk.tsx'
import { mayGiveFrames, mayMakeTokens, mayManageSchool } from './school-may.ts'
import { changeSchool, readSchool } from './school-store.ts'
import { becauseInWords } from './school-text.ts'
import { Mail, NewToken, Tokens } from './settings-keys-view.tsx'
import { settingsText } from './settings-text.ts'
import {
  DemoReset,
  FramesForm,
  MoreLink,
  RetentionForm,
  SafeLink,
  SchoolForm,
  SettingsProblems,
  type SettingsValues,
  settingsOf,
} from './settings-view.tsx'

const PATH = '/settings'

type Trouble = {
  readonly refusals: readonly SchoolRefusal[]
  readonly values: Partial<SettingsValues>
  readonly tokenName?: boolean
}

async function page(c: Context<OnDesk>, trouble: Trouble | null = null) {
  const { actor, language, terms } = readerOf(c)
  mustMay(mayGiveFrames(actor))
  const { db } = deskOf(c)
  const school = await readSchool(db, actor)
  const text = settingsText(language)
  const refusals = trouble?.refusals ?? []
  const forms = { language, refusals, values: { ...settingsOf(school, language), ...trouble?.values } }
  const manages = mayManageSchool(actor).may
  return schoolPage(
    c,
    { title: text.title, here: 'settings', notice: noticeOf(c) },
    <>
      <PageHead title={text.title} under={text.under} />
      <SettingsProblems refusals={refusals} language={language} />
      {manages && <SchoolForm {...forms} />}
      <FramesForm {...forms} school={school} coordinator={terms.coordinator} />
      <SafeLink language={language} />
      {manages && <RetentionForm {...forms} />}
      {manages && (await tokensPart(c, trouble?.tokenName ?? false))}
      {manages && (
        <Mail
          language={language}
          mailIsOn={deskOf(c).house.mailIsOn}
          standing={await readMailStanding(db, actor)}
          mends={hasRole(actor, 'administrator')}
        />
      )}
      {school.demoSince !== null && <DemoReset language={language} />}
      {manages && <MoreLink language={language} />}
    </>,
    trouble ? 422 : 200,
  )
}

async function tokensPart(c: Context<OnDesk>, refused: boolean) {
  const { actor, language, terms } = readerOf(c)
  const may = mayMakeTokens(actor)
  const tokens = may.may ? await listTokens(deskOf(c).db, actor) : []
  return (
    <Tokens
      {...{ language, tokens, refused }}
      because={may.may ? null : becauseInWords(may.because, language, terms)}
    />
  )
}

function noticeOf(c: Context<OnDesk>) {
  const text = settingsText(deskOf(c).language)
  const done = c.req.query('done')
  if (done === 'revoked') return text.tokenEnded
  return done === 'saved' ? text.saved : null
}

type Act = (c: Context<OnDesk>, form: FormData) => Promise<Response>

const saved = (c: Context<OnDesk>) => c.redirect(`${PATH}?done=saved`, 303)

const school: Act = async (c, form) => {
  const { actor } = readerOf(c)
  mustMay(mayManageSchool(actor))
  const facts = parseSchoolFacts(form)
  if ('name' in facts) {
    await changeSchool(deskOf(c).db, actor, facts)
    return saved(c)
  }
  const values = {
    name: typed(form, 'name'),
    brin: typed(form, 'brin'),
    coordinatorWord: typed(form, 'coordinatorWord'),
    teacherWord: typed(form, 'teacherWord'),
  }
  return page(c, { refusals: facts, values })
}

const frames: Act = async (c, form) => {
  const { actor } = readerOf(c)
  mustMay(mayGiveFrames(actor))
  const given = parseFrames(form)
  if ('pupils' in given) {
    await changeSchool(deskOf(c).db, actor, given)
    return saved(c)
  }
  return page(c, { refusals: given, values: { hours: typed(form, 'hours'), pupils: typed(form, 'pupils') } })
}

const retention: Act = async (c, form) => {
  const { actor } = readerOf(c)
  mustMay(mayManageSchool(actor))
  const years = parseRetention(form.get('retention'))
  if (typeof years !== 'number')
    return page(c, { refusals: [years], values: { retention: typed(form, 'retention') } })
  await changeSchool(deskOf(c).db, actor, { retentionYears: years })
  return saved(c)
}

const token: Act = async (c, form) => {
  const { actor, language } = readerOf(c)
  mustMay(mayMakeTokens(actor))
  const { db, now } = deskOf(c)
  const made = await makeToken(db, actor, typed(form, 'tokenName'), now)
  if ('refused' in made) return page(c, { refusals: [], values: {}, tokenName: true })
  const title = settingsText(language).tokenReady
  c.header('cache-control', 'no-store')
  return schoolPage(
    c,
    { title, here: 'settings' },
    <>
      <PageHead title={title} />
      <NewToken language={language} token={made.token} />
    </>,
  )
}

const revoke: Act = async (c, form) => {
  const { actor } = readerOf(c)
  mustMay(mayMakeTokens(actor))
  const { db, now } = deskOf(c)
  const done = await revokeToken(db, actor, found(parseId<'api-token'>(form.get('token'))), now)
  return done ? c.redirect(`${PATH}?done=revoked`, 303) : c.notFound()
}

const ACTS: Readonly<Record<string, Act>> = { school, frames, retention, token, revoke }

/** /settings: the school, its words and frames, keeping, programs, mail. */
export const settingsPage = {
  get: (c: Context<OnDesk>) => page(c),

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const name = typed(form, 'act')
    return found(Object.hasOwn(ACTS, name) ? ACTS[name] : null)(c, form)
  },
}
