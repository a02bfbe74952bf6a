import type { Child } from 'hono/jsx'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language, termsFor } from '../kernel/language.ts'
import { mainNavigation, ownMenu } from '../ui/navigation.ts'
import type { Shell } from '../ui/shell.ts'
import { type ErrorStatus, errorText } from './error-text.ts'
import { ErrorView } from './error-view.tsx'
import { StandView } from './stand-view.tsx'
import { WelcomeView } from './welcome-view.tsx'

const visitor = (language: Language): Shell => ({
  language,
  nonce: 'n0nce',
  assets: { script: '/assets/main.js', style: '/assets/main.css', fonts: [] },
  nav: [],
  menu: [],
  who: null,
  school: null,
})

const anouk = (language: Language): Shell => ({
  ...visitor(language),
  nav: mainNavigation(language, { answers: false }),
  menu: ownMenu(language, { settings: false, time: false }),
  who: { name: 'Anouk', role: 'leraar, groep 3' },
  school: 'Basisschool De Regenboog',
})

/** Words that blame or that nobody says at school. */
const UNKIND =
  /\b(?:fout(?:en)?|verplicht(?:e)?|te laat|niet voldaan|achterstallig|gebruikers?|mandatory|overdue|users?)\b/i

/** A drawn page; a page may be a promise. */
const html = async (page: Child) => String(await Promise.resolve(<>{page}</>))

describe('the first page', () => {
  it.each(LANGUAGES)('has two doors in %s', async (language) => {
    const out = await html(<WelcomeView shell={visitor(language)} demo />)
    expect(out).toContain('action="/demo/sign-in"')
    for (const who of ['karin', 'anouk', 'bram', 'paul']) expect(out).toContain(`name="who" value="${who}"`)
    expect(out).toContain('href="/setup"')
    expect(out).toContain('href="/sign-in"')
    expect(out).not.toMatch(UNKIND)
  })

  it('has one door where the example school is not shown', async () => {
    const out = await html(<WelcomeView shell={visitor('nl')} demo={false} />)
    expect(out).not.toContain('/demo/')
    expect(out).not.toContain('Karin</b>')
    expect(out).toContain('href="/setup"')
  })

  it('offers the other language in its own words', async () => {
    const out = await html(<WelcomeView shell={visitor('nl')} demo />)
    expect(out).toMatch(/<button[^>]*name="language" value="en" lang="en"[^>]*>English</)
  })
})

describe('the ways through the house', () => {
  it.each(LANGUAGES)(
    'lead to five places from every page, and to the team from one’s own menu, in %s',
    (language) => {
      const { nav, menu } = anouk(language)
      expect(nav.map(({ href }) => href)).toEqual(['/', '/plan', '/thread', '/questions', '/trends'])
      expect(menu.flatMap((item) => ('href' in item ? [item.href] : []))[0]).toBe('/team')
    },
  )
})

const STATUSES: readonly ErrorStatus[] = [400, 403, 404, 413, 429, 500]

describe('a page for what did not work', () => {
  it.each(STATUSES)('says calmly what to do at %i', async (status) => {
    for (const language of LANGUAGES) {
      const words = errorText(language)[status]
      const out = await html(<ErrorView shell={visitor(language)} status={status} />)
      expect(out).toContain(words.title)
      expect(out).toContain(words.text)
      expect(out).not.toMatch(UNKIND)
      expect(out.replaceAll(/<[^>]*>/g, '')).not.toContain(String(status))
    }
  })

  it('gives the reason that the rights gave', async () => {
    const reason = 'Alleen Petra leest dit traject, tot zij erachter staat.'
    expect(await html(<ErrorView shell={anouk('nl')} status={403} reason={reason} />)).toContain(reason)
  })

  it('keeps the way around for who is signed in', async () => {
    expect(await html(<ErrorView shell={anouk('nl')} status={404} />)).toContain('href="/team"')
    expect(await html(<ErrorView shell={visitor('nl')} status={404} />)).not.toContain('href="/team"')
  })
})

describe('who reads what', () => {
  it.each(LANGUAGES)('is told in the words of the school, in %s', async (language) => {
    const terms = termsFor(language, 'kc', 'leerkracht')
    const out = await html(
      <StandView shell={anouk(language)} terms={terms} erasedAfterYears={1} letterHref={null} />,
    )
    expect(out).toContain(terms.coordinator)
    expect(out).not.toMatch(/intern begeleider|undefined|\[object|=>/)
    expect(out).not.toMatch(UNKIND)
  })

  it('offers the letter only to who may have it', async () => {
    const terms = termsFor('nl', 'ib', 'leraar')
    const page = (href: string | null) => (
      <StandView shell={anouk('nl')} terms={terms} erasedAfterYears={2} letterHref={href} />
    )
    expect(await html(page('/letter.docx'))).toContain('href="/letter.docx" data-turbo="false"')
    expect(await html(page(null))).not.toContain('letter')
  })
})
