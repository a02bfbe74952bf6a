import type { Day } from '../kernel/day.ts'
import type { Role } from '../session/actor.ts'

/** The fixed cast of the demo school, shared with the tests. Everybody here is made up. */

/** The moment at which the story stands still: Thursday 19 November 2026, 10.42 in Amsterdam. */
export const STORY_NOW = '2026-11-19T09:42:00.000Z'

export const DEMO_SCHOOL = {
  name: 'Basisschool De Regenboog',
  brin: null,
  language: 'nl',
  coordinatorWord: 'ib',
  teacherWord: 'leraar',
  hoursAWeek: 24,
  pupils: 304,
  schoolYear: '2026-2027',
} as const

export const DEMO_SECTIONS = [
  { key: 'onderbouw', name: 'Onderbouw' },
  { key: 'middenbouw', name: 'Middenbouw' },
  { key: 'bovenbouw', name: 'Bovenbouw' },
] as const
export type DemoSectionKey = (typeof DEMO_SECTIONS)[number]['key']

export const DEMO_GROUPS = [
  { key: '1/2a', name: 'groep 1/2 A', section: 'onderbouw' },
  { key: '1/2b', name: 'groep 1/2 B', section: 'onderbouw' },
  { key: '3', name: 'groep 3', section: 'middenbouw' },
  { key: '4', name: 'groep 4', section: 'middenbouw' },
  { key: '5', name: 'groep 5', section: 'middenbouw' },
  { key: '6', name: 'groep 6', section: 'bovenbouw' },
  { key: '7', name: 'groep 7', section: 'bovenbouw' },
  { key: '8', name: 'groep 8', section: 'bovenbouw' },
  { key: 'gym', name: 'gym', section: null },
  { key: 'taalklas', name: 'taalklas', section: null },
] as const satisfies readonly { key: string; name: string; section: DemoSectionKey | null }[]
export type DemoGroupKey = (typeof DEMO_GROUPS)[number]['key']

/** `about` is what stands in brackets behind the team's name on the plan. */
export const DEMO_LEARNING_TEAMS = [
  { key: 'rekenen', name: 'Leerteam Rekenen', about: 'groep 4 t/m 8' },
  { key: 'lezen', name: 'Leerteam Lezen', about: 'alle groepen' },
  { key: 'gedrag', name: 'Leerteam Gedrag', about: 'alle groepen' },
] as const
export type DemoLearningTeamKey = (typeof DEMO_LEARNING_TEAMS)[number]['key']

/** What everything hangs on; `short` is the label of the line where there is little room. */
export const DEMO_VISION_LINES = [
  { key: 'instructie', short: 'Goede instructie', text: 'Elk kind krijgt elke dag goede instructie.' },
  { key: 'lezen', short: 'Lezen en praten', text: 'We lezen, praten en schrijven de hele dag door.' },
  { key: 'leren', short: 'Leren van elkaar', text: 'We leren van en met elkaar, ook de volwassenen.' },
  { key: 'erbij', short: 'Iedereen hoort erbij', text: 'Iedereen hoort erbij en voelt zich veilig.' },
  { key: 'ouders', short: 'Samen met ouders', text: 'Ouders en school trekken samen op.' },
] as const
export type DemoVisionKey = (typeof DEMO_VISION_LINES)[number]['key']

export type DemoPerson = {
  readonly key: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly groups: readonly DemoGroupKey[]
  readonly learningTeams: readonly DemoLearningTeamKey[]
  /** The day on which this person accepted the invitation. */
  readonly joinedOn: Day
}

type Places = {
  groups?: readonly DemoGroupKey[]
  learningTeams?: readonly DemoLearningTeamKey[]
  joinedOn?: string
}

const person = <Key extends string>(key: Key, name: string, roles: readonly Role[], places: Places = {}) => ({
  key,
  name,
  email: `${key}@regenboog.example`,
  roles,
  groups: places.groups ?? [],
  learningTeams: places.learningTeams ?? [],
  joinedOn: (places.joinedOn ?? '2025-08-25') as Day,
})

const TEACHER = ['teacher'] as const

/** Coordinator, principal and sixteen teachers, the teachers in the order of the plan. */
export const DEMO_PEOPLE = [
  person('karin', 'Karin', ['coordinator', 'administrator'], { joinedOn: '2025-08-18' }),
  person('paul', 'Paul', ['principal'], { joinedOn: '2025-08-18' }),
  person('marjan', 'Marjan', TEACHER, { groups: ['1/2a'], learningTeams: ['gedrag'] }),
  person('fatima', 'Fatima', TEACHER, { groups: ['1/2b'], learningTeams: ['lezen'] }),
  person('anouk', 'Anouk', TEACHER, { groups: ['3'] }),
  person('ineke', 'Ineke', TEACHER, { groups: ['3'], learningTeams: ['lezen'] }),
  person('bram', 'Bram', TEACHER, { groups: ['4'], learningTeams: ['rekenen'] }),
  person('samira', 'Samira', TEACHER, { groups: ['4'], learningTeams: ['lezen'], joinedOn: '2026-08-17' }),
  person('lotte', 'Lotte', TEACHER, { groups: ['5'], learningTeams: ['gedrag'] }),
  person('daan', 'Daan', TEACHER, { groups: ['5'], learningTeams: ['gedrag'] }),
  person('petra', 'Petra', TEACHER, { groups: ['6'] }),
  person('wilma', 'Wilma', TEACHER, { groups: ['7'], learningTeams: ['rekenen'] }),
  person('youssef', 'Youssef', TEACHER, { groups: ['7'], learningTeams: ['rekenen'] }),
  person('kees', 'Kees', TEACHER, { groups: ['8'], learningTeams: ['rekenen'] }),
  person('noor', 'Noor', TEACHER, { groups: ['8'] }),
  person('hanneke', 'Hanneke', TEACHER, { groups: ['gym'], learningTeams: ['gedrag'] }),
  person('eva', 'Eva', TEACHER, { groups: ['taalklas'], learningTeams: ['lezen'] }),
  person('sem', 'Sem', TEACHER, { groups: ['6'], joinedOn: '2026-11-02' }),
] as const satisfies readonly DemoPerson[]
export type DemoPersonKey = (typeof DEMO_PEOPLE)[number]['key']
