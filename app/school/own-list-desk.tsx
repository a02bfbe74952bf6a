import type { Context } from 'hono'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Actor, Reader } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import type { ListItem } from './own-list.ts'
import { mayOfferItem } from './own-list-may.ts'
import type { ListNo } from './own-list-store.ts'
import { builtInNames, type ListWords, ownListText } from './own-list-text.ts'
import { type ListSheet, OwnListView } from './own-list-view.tsx'
import { becauseInWords } from './school-text.ts'

/** One list of the school: where it is shown, what it says, and how it is read and changed. */
export type SchoolList<Key extends string> = {
  readonly path: string
  /** The place in the main navigation. */
  readonly here: string
  /** Where one goes back to. */
  readonly back: string
  readonly text: (language: Language) => ListWords
  /** The key that a form names; null for what can't be one. */
  readonly keyOf: (value: string | null) => Key | null
  readonly read: (db: Db, actor: Actor) => Promise<ListItem<Key>[]>
  readonly add: (
    db: Db,
    actor: Actor,
    raw: string,
    builtIn: readonly string[],
    now: Moment,
  ) => Promise<Key | ListNo>
  readonly offer: (db: Db, actor: Actor, key: Key, isOffered: boolean, now: Moment) => Promise<null | ListNo>
}

/** The page of a list: everybody adds to it; who manages the school puts away and back. */
export const ownListPage = <Key extends string>(list: SchoolList<Key>) => ({
  get: (c: Context<OnDesk>) => {
    const { language } = readerOf(c)
    const said = list.text(language)
    const says = { added: said.saved, away: said.isAway, back: ownListText(language).isBack } as const
    const done = c.req.query('done') ?? ''
    const text = Object.hasOwn(says, done) ? says[done as keyof typeof says] : null
    return show(c, list, { notice: text === null ? null : { kind: 'good', text } })
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const act = form.get('act')
    const done = act === 'add' ? await add(c, list, form) : await offer(c, list, form, act === 'back')
    if (!isRefusal(done)) return c.redirect(`${list.path}?done=${done}`, 303)
    const says = sentence(readerOf(c), list.text, done)
    const status = done.refused === 'may-not' ? 403 : 422
    if (act !== 'add' || status === 403)
      return show(c, list, { notice: { kind: 'refusal', text: says }, status })
    return show(c, list, { tried: { name: nameIn(form), says }, status })
  },
})

const nameIn = (form: FormData) => {
  const name = form.get('name')
  return typeof name === 'string' ? name.slice(0, 1_000) : ''
}

async function add<Key extends string>(
  c: Context<OnDesk>,
  list: SchoolList<Key>,
  form: FormData,
): Promise<'added' | ListNo> {
  const { db, now } = deskOf(c)
  const made = await list.add(db, readerOf(c).actor, nameIn(form), builtInNames(list.text), now)
  return typeof made === 'string' ? 'added' : made
}

async function offer<Key extends string>(
  c: Context<OnDesk>,
  list: SchoolList<Key>,
  form: FormData,
  isOffered: boolean,
): Promise<'back' | 'away' | ListNo> {
  const { db, now } = deskOf(c)
  const value = form.get('item')
  const key = list.keyOf(typeof value === 'string' ? value : null)
  if (key === null) return { refused: 'item-gone' }
  const no = await list.offer(db, readerOf(c).actor, key, isOffered, now)
  return no ?? (isOffered ? 'back' : 'away')
}

function sentence({ language, terms }: Reader, text: (language: Language) => ListWords, no: ListNo): string {
  if (no.refused !== 'may-not') return text(language).refusal[no.refused]
  if (no.because === 'anyone-of-team') return ownListText(language).notSaved
  return becauseInWords(no.because, language, terms)
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: ListSheet['tried']
  readonly status?: 200 | 403 | 422
}

async function show<Key extends string>(
  c: Context<OnDesk>,
  { path, here, back, text, read }: SchoolList<Key>,
  { notice = null, tried = null, status = 200 }: Show,
) {
  const [desk, { actor, language }] = [deskOf(c), readerOf(c)]
  const said = text(language)
  const items = await read(desk.db, actor)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={said.title} here={here}>
      <PageHead title={said.title} under={said.under} />
      <p class="rij">
        <BackLink href={back}>{said.back}</BackLink>
      </p>
      <OwnListView {...{ items, said, language, tried }} action={path} mayOffer={mayOfferItem(actor).may} />
    </Page>,
    status,
  )
}
