import { words } from '../kernel/language.ts'
import type { VisitPart } from '../visit/visit.ts'

type Names = (visitor: string, host: string) => string

/** A lesson visit that has been, in the story of a goal or track; what comes says the visit room. */
export const storyVisitsText = words({
  nl: {
    was: {
      visitor: (_visitor: string, host: string) => `Je keek bij ${host}`,
      host: (visitor: string) => `${visitor} kwam bij je kijken`,
      cover: (visitor: string) => `Je nam de groep van ${visitor} over`,
      'asked-to-cover': (visitor: string, host: string) => `${visitor} keek bij ${host}`,
    } satisfies Record<VisitPart, Names>,
  },
  en: {
    was: {
      visitor: (_visitor, host) => `You went to look at ${host}’s`,
      host: (visitor) => `${visitor} came to look`,
      cover: (visitor) => `You took ${visitor}’s class over`,
      'asked-to-cover': (visitor, host) => `${visitor} went to look at ${host}’s`,
    },
  },
})
