import type { Context } from 'hono'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { emptyProfile, isBlank } from './profile.ts'
import {
  type AtProfiles,
  atProfiles,
  choosable,
  ownProfile,
  rawIn,
  saveProfile,
  wrongOf,
} from './profile-desk.ts'
import { ProfileForm } from './profile-form-view.tsx'
import { type ProfileSheet, rawOf } from './profile-sheet.ts'
import { writeProfile } from './profile-store.ts'
import { profileText } from './profile-text.ts'
import { ProfileCard } from './profile-view.tsx'

/** /profile: what I say of myself, for colleagues. */
export const profilePage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atProfiles(c)
    const text = profileText(at.reader.language)
    const says = { saved: text.saved, cleared: text.cleared } as const
    const done = c.req.query('done') ?? ''
    const said = Object.hasOwn(says, done) ? says[done as keyof typeof says] : null
    return show(c, at, { notice: said === null ? null : { kind: 'good', text: said } })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await atProfiles(c)
    const form = await c.req.formData()
    if (form.get('act') === 'clear') return clear(c, at)
    const raw = rawIn(form)
    const no = await saveProfile(at, raw)
    if (no === null) return c.redirect('/profile?done=saved', 303)
    const status = no.refused === 'may-not' ? 403 : 422
    return show(c, await atProfiles(c), { tried: { raw, wrong: wrongOf(no, at.reader) }, status })
  },
}

async function clear(c: Context<OnDesk>, { desk, reader: { actor } }: AtProfiles) {
  await writeProfile(desk.db, actor, emptyProfile(actor.personId), desk.now)
  return c.redirect('/profile?done=cleared', 303)
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: Pick<ProfileSheet, 'raw' | 'wrong'>
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, at: AtProfiles, { notice = null, tried, status = 200 }: Show) {
  const { desk, names } = at
  const { language } = at.reader
  const text = profileText(language)
  const stands = await ownProfile(at)
  const kept = tried ?? { raw: rawOf(stands), wrong: null }
  const sheet = { language, names, topics: choosable(at, stands), stands, ...kept }
  const refused = tried?.wrong ? { kind: 'refusal' as const, text: text.notSaved } : null
  return c.html(
    <Page shell={shellFrom(desk, notice ?? refused)} title={text.title} here="questions">
      <PageHead title={isBlank(stands) ? text.headingBlank : text.heading} under={text.under} />
      <QuestionTabs here="profile" reader={at.reader} />
      <p class="rij">
        <ArrowLink href="/profile/all">{text.toAll}</ArrowLink>
        <ArrowLink href="/peers">{text.toPeers}</ArrowLink>
      </p>
      <div class="profielblad">
        <div>
          <ProfileForm {...{ sheet }} />
        </div>
        <aside aria-labelledby="k-zo">
          <h2 id="k-zo">{text.asOthers}</h2>
          <ProfileCard profile={stands} {...{ names, language }} blank={text.blankOwn} />
          <p class="noot">{text.readers}</p>
        </aside>
      </div>
    </Page>,
    status,
  )
}
