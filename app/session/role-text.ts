import { type Language, type Terms, words } from '../kernel/language.ts'
import type { Role } from './actor.ts'

/** The roles in words; coordinator and teacher as the school calls them. */
export const roleText = words({
  nl: {
    coordinator: (terms: Terms) => terms.coordinator,
    teacher: (terms: Terms) => terms.teacher,
    principal: 'schoolleider',
    expert: 'expertleraar',
    staff: 'medewerker',
    administrator: 'beheerder',
  },
  en: {
    coordinator: (terms) => terms.coordinator,
    teacher: (terms) => terms.teacher,
    principal: 'principal',
    expert: 'expert teacher',
    staff: 'staff member',
    administrator: 'administrator',
  },
})

/** One role in the words of a school. */
export function roleWord(role: Role, language: Language, terms: Terms): string {
  const word = roleText(language)[role]
  return typeof word === 'string' ? word : word(terms)
}

const HEAVIEST_FIRST: readonly Role[] = [
  'coordinator',
  'principal',
  'expert',
  'teacher',
  'staff',
  'administrator',
]

/** What somebody is called in the head of the page: one role, the one the others know them by. */
export function mainRoleWord(roles: readonly Role[], language: Language, terms: Terms): string {
  const role = HEAVIEST_FIRST.find((one) => roles.includes(one))
  return role ? roleWord(role, language, terms) : ''
}
