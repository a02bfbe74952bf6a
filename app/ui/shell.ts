import type { Language } from '../kernel/language.ts'
import type { IconName } from './icon-shapes.ts'

/** Where the built script, style sheet and fonts of the pages stand; paths from the root of the site. */
export type Assets = {
  script: string
  style: string
  /** the two font files that every page needs, to fetch them early */
  fonts: readonly string[]
}

/** One entry of the main navigation. `key` is what a page names as its place. */
export type NavItem = { key: string; href: string; label: string; icon: IconName }

/** One line of the menu under one's own name: a link, the theme switch, or a small form that posts one value. */
export type MenuItem =
  | {
      href: string
      label: string
      icon: IconName
      /** a line above it: something else begins here */
      apart?: boolean
    }
  | { theme: { light: string; dark: string } }
  | {
      post: string
      name?: string
      value?: string
      label: string
      icon: IconName
      /** the language of the label when it differs from the page's */
      lang?: Language
    }

/** What happened just now, told once at the top of the next page; `next`: where one goes on from there, or back. */
export type ShellNotice = { kind: NoticeKind; text: string; next?: { href: string; label: string } }
export type NoticeKind = 'good' | 'plain' | 'refusal'

/** All that the frame around a page needs: plain data, made once per request by the desk. */
export type Shell = {
  language: Language
  /** of the Content-Security-Policy */
  nonce: string
  assets: Assets
  nav: readonly NavItem[]
  menu: readonly MenuItem[]
  /** the person who reads, with the role in words; null when nobody is signed in */
  who: { name: string; role: string } | null
  /** the id of that person: what others left on this device goes */
  person?: string
  school: string | null
  /** '2026–2027' */
  year?: string | null
  notice?: ShellNotice | null
  /** the theme chosen in this browser (cookie `theme`); absent: as the system has it */
  theme?: Theme | null
  /** the path of this page, so that a change of language comes back here */
  path?: string
}

export type Theme = 'light' | 'dark'

/** The theme from the cookie; null for anything else. */
export const parseTheme = (value: unknown): Theme | null =>
  value === 'light' || value === 'dark' ? value : null
