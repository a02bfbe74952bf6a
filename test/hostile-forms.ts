import type { Db } from '../app/db/database.ts'
import { ensureDemo } from '../app/home/demo-school.ts'
import { openSession } from '../app/session/session-store.ts'
import { NOW } from './cast.ts'
import { testApp, testNotesKey } from './house.ts'
import { type Visitor, visitor } from './request.ts'

/** What somebody can send that no form of ours would. */
const HOSTILE = [
  'nul\u0000hier',
  '\ud800 half',
  '"\'><script>alert(1)</script>',
  'x\r\nBcc: iedereen@school.nl\r\n\r\nBEGIN:VEVENT',
  'ë'.repeat(3_900),
  '99999999999999999999',
  '2026-02-30',
  '__proto__',
]

const ASKED = (
  'month year week day from uid entry offer with saved added q ' +
  'question about topic who done page answer ask term open ' +
  'show group moment measure class leaves share version side talk team subject refused'
).split(' ')
const VALUES = ['%00', '9999-12-31', '0001-01', '2026-13', '9998-9999', '-1', '__proto__']

export type Form = { readonly action: string; readonly fields: Readonly<Record<string, string>> }

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

/** The forms of a page with a value in every field, as somebody could send them. */
export function formsOf(page: string, here: string): Form[] {
  const forms = [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
  return forms.flatMap(([, head = '', body = '']) => {
    if (!/method="post"/.test(head)) return []
    const action = (attribute(head, 'action') ?? here).replaceAll('&amp;', '&')
    const tags = [...body.matchAll(/<(?:input|textarea|select|button)[^>]*>/g)].map(([tag]) => tag)
    const named = tags.flatMap((tag): [string, string][] => {
      const name = attribute(tag, 'name')
      return name ? [[name, attribute(tag, 'value') ?? 'Woorden']] : []
    })
    return /sign-out|\/language|\/look|\/account|demo/.test(action)
      ? []
      : [{ action, fields: Object.fromEntries(named.toReversed()) }]
  })
}

/** Ids and numbers left out: of forms that are alike one is enough. */
const alike = (text: string) => text.replaceAll(/[0-9a-f-]{36}|\d+/g, ':')

/**
 * Sends every form of these pages with something hostile in each field; of forms that are alike one. `more`: forms that
 * no page has before something was sent.
 */
export async function attack(who: Visitor, paths: readonly string[], more: readonly Form[] = []) {
  const [broken, tried] = [new Set<string>(), new Set<string>()]
  const pages = [...paths, null]
  for (const path of pages) {
    const forms = path === null ? more : formsOf(await (await who.get(path)).text(), path)
    for (const { action, fields } of forms)
      for (const name of Object.keys(fields)) {
        const form = alike(`${action} ${fields['act'] ?? ''} ${name}`)
        if (tried.has(form)) continue
        tried.add(form)
        for (const value of HOSTILE) {
          const { status } = await who.post(action, { ...fields, [name]: value })
          if (status >= 500) broken.add(`${status} ${form} ${JSON.stringify(value.slice(0, 20))}`)
        }
      }
  }
  return { broken: [...broken], tried: tried.size }
}

/** Asks these pages with something hostile behind every name that a page may be asked by. */
export async function ask(who: Visitor, paths: readonly string[]) {
  const broken: string[] = []
  for (const path of paths)
    for (const value of VALUES) {
      const asked = `${path}?${ASKED.map((name) => `${name}=${value}`).join('&')}`
      if ((await who.get(asked)).status >= 500) broken.push(asked)
    }
  return broken
}

/** The demo school, what its addresses can name, and somebody of it with a session. */
export async function demoOf(db: Db) {
  await ensureDemo(db, NOW, testNotesKey())
  const found = await db.read('server', async (sql) => ({
    people: await sql.selectFrom('person').select(['id', 'name', 'school_id']).execute(),
    steps: await sql.selectFrom('step').select(['entry_id', 'plan_id']).limit(4).execute(),
    visits: await sql.selectFrom('visit').select('id').execute(),
    items: await sql.selectFrom('year_item').select('id').limit(2).execute(),
    pieces: await sql.selectFrom('piece').select('id').execute(),
    questions: await sql
      .selectFrom('question')
      .select(['id', 'asker_id', 'rung'])
      .where('closed_at', 'is', null)
      .execute(),
    peers: await sql.selectFrom('peer_group').select('id').execute(),
    ambitions: await sql.selectFrom('ambition').select('id').execute(),
    talks: await sql.selectFrom('data_talk').select('id').execute(),
    analyses: await sql.selectFrom('analysis').select('id').execute(),
  }))
  const app = testApp(db)
  const enter = async (name: string) => {
    const { id, school_id } = found.people.find((one) => one.name.startsWith(name))!
    const who = {
      schoolId: school_id,
      personId: id,
      device: 'Firefox/Linux',
      way: 'code',
      shared: false,
    } as const
    const { token } = await db.write({ schoolId: school_id }, (sql) => openSession(sql, who, NOW))
    return visitor(app, `session=${token}`)
  }
  return { found, enter }
}

export type Found = Awaited<ReturnType<typeof demoOf>>['found']
