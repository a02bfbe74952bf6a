import type { Language } from '../kernel/language.ts'
import type { MenuItem, NavItem } from './shell.ts'
import { uiText } from './ui-text.ts'

/** The main navigation of the product, in the reader's language. `answers`: questions come to this reader. */
export function mainNavigation(language: Language, { answers }: { readonly answers: boolean }): NavItem[] {
  const text = uiText(language)
  return [
    { key: 'today', href: '/', label: text.today, icon: 'today' },
    { key: 'plan', href: '/plan', label: text.plan, icon: 'plan' },
    { key: 'thread', href: '/thread', label: text.thread, icon: 'thread' },
    {
      key: 'questions',
      href: answers ? '/questions/tray' : '/questions',
      label: text.questions,
      icon: 'question',
    },
    { key: 'trends', href: '/trends', label: text.trends, icon: 'chart' },
  ]
}

/** What of the menu is not for everybody. */
export type Has = {
  /** May change the school's settings. */
  readonly settings: boolean
  /** Keeps own time. */
  readonly time: boolean
}

/** The menu under one's own name: the team and the working year first, then what is of the account. */
export function ownMenu(language: Language, has: Has): MenuItem[] {
  const text = uiText(language)
  const settings: MenuItem = { href: '/settings', label: text.settings, icon: 'settings' }
  const time: MenuItem = { href: '/time', label: text.time, icon: 'clock' }
  return [
    { href: '/team', label: text.team, icon: 'team' },
    { href: '/year', label: text.yearCircle, icon: 'calendar' },
    { href: '/meetings', label: text.meetings, icon: 'board' },
    { href: '/steps', label: text.steps, icon: 'check' },
    { href: '/visits', label: text.visits, icon: 'door' },
    { href: '/shelf', label: text.shelf, icon: 'learning' },
    ...(has.time ? [time] : []),
    { href: '/profile', label: text.profile, icon: 'person', apart: true },
    { href: '/account', label: text.account, icon: 'lock' },
    ...(has.settings ? [settings] : []),
    { href: '/who-reads-what', label: text.whoReads, icon: 'reads' },
    languageItem(language),
    { theme: { light: text.light, dark: text.dark } },
    { post: '/sign-out', label: text.signOut, icon: 'leave' },
  ]
}

/** The switch to the other language. */
export function languageItem(language: Language): Extract<MenuItem, { post: string }> {
  const other = language === 'nl' ? 'en' : 'nl'
  return {
    post: '/language',
    name: 'language',
    value: other,
    label: uiText(language).otherLanguage,
    icon: 'language',
    lang: other,
  }
}
