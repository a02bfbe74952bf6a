import type { PaperRole, PlanPaper } from '../form/plan-paper.ts'
import { withInitials, withoutTracks } from '../form/plan-readers.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { words } from '../kernel/language.ts'

export const READERS = ['full', 'initials', 'without-tracks'] as const
export type Readers = (typeof READERS)[number]
export const FORMATS = ['docx', 'pdf', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const isFormat = (value: unknown): value is Format => FORMATS.includes(value as Format)
export const readersFrom = (value: string | undefined): Readers =>
  READERS.find((one) => one === value) ?? 'full'

const insteadOfName = words({
  nl: { teacher: 'een collega', other: 'een collega', principal: 'de schoolleider' },
  en: { teacher: 'a colleague', other: 'a colleague', principal: 'the principal' },
})

/** The paper as these readers get it. */
export function paperFor(readers: Readers, paper: PlanPaper): PlanPaper {
  if (readers === 'initials') return withInitials(paper)
  return readers === 'without-tracks' ? withoutTracks(paper, nameless(paper.language, paper.terms)) : paper
}

const nameless = (language: Language, terms: Terms) => (role: PaperRole) =>
  role === 'coordinator'
    ? `${language === 'nl' ? 'de' : 'the'} ${terms.coordinator}`
    : insteadOfName(language)[role]

/** 'begeleidingsplan-2026-2027-concept' */
export function fileName(paper: PlanPaper) {
  const standing = paper.version ? `versie-${paper.version}` : 'concept'
  const readers =
    paper.names === 'full' ? '' : paper.names === 'initials' ? '-voorletters' : '-zonder-trajecten'
  const changes = paper.changes ? '-met-wijzigingen' : ''
  return `begeleidingsplan-${paper.schoolYear}-${standing}${readers}${changes}`
}
