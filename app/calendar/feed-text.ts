import { words } from '../kernel/language.ts'
import type { FeedKind } from './feed.ts'

/** What stands in a calendar that follows Rode Draad. */
export const feedText = words({
  nl: {
    name: {
      own: () => 'Rode Draad: van mij',
      team: (school: string) => `Rode Draad: ${school}`,
    } satisfies Record<FeedKind, (school: string) => string>,
    step: (what: string) => `Stap: ${what}`,
    gone: 'Gaat niet door',
  },
  en: {
    name: {
      own: () => 'Rode Draad: mine',
      team: (school) => `Rode Draad: ${school}`,
    },
    step: (what) => `Step: ${what}`,
    gone: 'Cancelled',
  },
})
