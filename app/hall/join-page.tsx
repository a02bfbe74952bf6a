import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { parseId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { type Joinable, joinableOf, meetingByCode } from '../meeting/join-store.ts'
import { parseJoinCode, passState } from '../meeting/pass.ts'
import { type Asking, askPass, keeperOf, type PassRefusal } from '../meeting/pass-store.ts'
import { readScene } from '../meeting/scene-store.ts'
import { passOf } from '../meeting/seat-desk.ts'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { giveCookie } from '../session/desk-cookie.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { networkBehind } from '../session/sign-in-desk.tsx'
import { atSteadyPace } from '../session/steady-pace.ts'
import type { Wait } from '../session/throttle.ts'
import { countOnce, waitFor } from '../session/throttle-store.ts'
import { Front } from '../ui/front.tsx'
import { joinText } from './join-text.ts'
import { CodeForm, NameChoice } from './join-view.tsx'

/** How long a browser keeps its pass: longer than any meeting, which ends it. */
const PASS_LASTS = 12 * 3600

const phoneOf = (meetingId: string) => `/meeting/${meetingId}/phone`

/** /join: the code, typed. */
export const joinPage = {
  get: async (c: Context<OnDesk>) => {
    const { db, reader, now, language } = deskOf(c)
    const text = joinText(language)
    const asksOther = c.req.query('other') === '1'
    const [only, ...more] = reader && !asksOther ? await joinableOf(db, reader.actor, now) : []
    if (only && more.length === 0) return c.redirect(phoneOf(only), 303)
    const former = asksOther ? null : await formerPass(c)
    if (former?.state === 'live') return c.redirect(phoneOf(former.meetingId), 303)
    const told = former && (former.state === 'over' ? text.over : text.notLetIn)
    return codePage(c, { told })
  },

  post: async (c: Context<OnDesk>) => {
    const { code } = await formFields(c)
    const found = await tryCode(c, code)
    if ('meeting' in found) return c.redirect(`/join/${found.meeting.joinCode}`, 303)
    return codePage(c, { typed: code, tried: found })
  },
}

/** /join/:code: behind the square on the board; who one is. */
export const joinByCodePage = {
  get: async (c: Context<OnDesk>) => {
    const found = await tryCode(c, c.req.param('code'))
    if ('wait' in found) return codePage(c, { tried: found, status: 404 })
    return (await alreadyIn(c, found)) ?? namesPage(c, found)
  },

  post: async (c: Context<OnDesk>) => {
    const fields = await formFields(c)
    const found = await tryCode(c, c.req.param('code'))
    if ('wait' in found) return codePage(c, { tried: found })
    const inside = await alreadyIn(c, found)
    if (inside) return inside
    const asking = askingOf(fields)
    const former = await passOf(c)
    const formerId = former?.meetingId === found.meeting.id ? former.id : null
    const { db, house, now } = deskOf(c)
    const token = asking ? await askPass(db, found.meeting, asking, formerId, now) : NO_NAME
    if (isRefusal(token)) return namesPage(c, found, token, fields['name'])
    giveCookie(c, house, 'meeting', token, PASS_LASTS)
    return c.redirect(phoneOf(found.meeting.id), 303)
  },
}

const NO_NAME = { refused: 'name-unknown', field: 'person' } as const

function askingOf(fields: Readonly<Record<string, string | undefined>>): Asking | null {
  if (fields['guest'] === 'yes') return { guest: fields['name'] ?? '' }
  const person = parseId<'person'>(fields['person'])
  return person && { person }
}

/** Who belongs to the school of this meeting needs no code, nor who was let in before. */
async function alreadyIn(c: Context<OnDesk>, { meeting }: Joinable) {
  const { reader } = deskOf(c)
  if (reader?.actor.schoolId === meeting.schoolId) return c.redirect(phoneOf(meeting.id), 303)
  const former = await formerPass(c)
  const isLive = former?.state === 'live' && former.meetingId === meeting.id
  return isLive ? c.redirect(phoneOf(meeting.id), 303) : null
}

/** The pass in this browser and what became of it; null: it has none. */
async function formerPass(c: Context<OnDesk>) {
  const { db, now } = deskOf(c)
  const found = await passOf(c)
  const scene = found && (await readScene(db, keeperOf(found.schoolId), found.meetingId))
  const pass = scene?.passes.find(({ id }) => id === found?.id)
  return scene && pass ? { meetingId: scene.meeting.id, state: passState(scene.meeting, pass, now) } : null
}

type Tried = { readonly wait: Wait }

/**
 * Counts each try before it looks. What opens nothing counts once more, for its network and for the whole server: a
 * team that joins is many right codes, somebody who guesses many wrong ones.
 */
async function tryCode(c: Context<OnDesk>, typed: string | undefined): Promise<Joinable | Tried> {
  const { db, house, now } = deskOf(c)
  const [clock, network] = [house.now(), networkBehind(c)]
  const wait =
    (await countOnce(db, 'join-from-network', network, clock)) ??
    (await waitFor(db, 'wrong-join-from-network', network, clock)) ??
    (await waitFor(db, 'wrong-join-code', 'all', clock))
  if (wait) return { wait }
  const code = parseJoinCode(typed)
  const found = await atSteadyPace(code ? meetingByCode(db, code, now) : Promise.resolve(null))
  if (found) return found
  await countOnce(db, 'wrong-join-from-network', network, clock)
  await countOnce(db, 'wrong-join-code', 'all', clock)
  return { wait: null }
}

type CodeShow = {
  readonly typed?: string | undefined
  readonly told?: string | null
  readonly tried?: Tried
  readonly status?: 404
}

function codePage(c: Context<OnDesk>, { typed = '', told = null, tried, status }: CodeShow) {
  const { language, reader } = deskOf(c)
  const text = joinText(language)
  if (tried?.wait) c.header('retry-after', String(tried.wait))
  const problem = tried ? (tried.wait ? text.tooMany(Math.ceil(tried.wait / 60)) : text.wrong) : null
  const signIn = reader ? null : '/sign-in?to=/join'
  return front(
    c,
    text.title,
    <CodeForm {...{ language, typed, problem, told, signIn }} />,
    tried ? (tried.wait ? 429 : (status ?? 422)) : 200,
  )
}

async function namesPage(
  c: Context<OnDesk>,
  { meeting, schoolName }: Joinable,
  no: Refusal<PassRefusal> | null = null,
  guestName = '',
) {
  const { db, language, reader } = deskOf(c)
  const text = joinText(language)
  const action = `/join/${meeting.joinCode}`
  const scene = await readScene(db, keeperOf(meeting.schoolId), meeting.id)
  const people = [...(scene?.people ?? [])]
    .filter(([, { hasLeft }]) => !hasLeft)
    .map(([id, { name }]) => ({ id, name }))
    .sort((one, other) => byName(one.name, other.name))
  const problem = no && { text: text.refused[no.refused], field: no.field ?? null }
  const signIn = reader ? null : `/sign-in?to=${action}`
  const view = (
    <NameChoice
      {...{ language, action, people, guestName, problem, signIn }}
      meeting={meeting.title}
      school={schoolName}
    />
  )
  return front(c, text.who, view, no ? 422 : 200)
}

const front = (c: Context<OnDesk>, title: string, view: Child, status: 200 | 404 | 422 | 429) =>
  c.html(
    <Front shell={shellFrom(deskOf(c))} title={title} withoutSignIn>
      {view}
    </Front>,
    status,
  )
