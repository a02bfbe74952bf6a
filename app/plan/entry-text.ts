import { type Language, type Terms, words } from '../kernel/language.ts'
import type { Role } from '../session/actor.ts'
import type { EntryText } from './entry.ts'

/** The words of goals and tracks: the labels of Figuur 1, and what one chooses from. */
export const entryText = words({
  nl: {
    label: {
      title: 'Doel',
      startSituation: 'Beginsituatie',
      goal: 'Doelstelling',
      approach: 'Aanpak',
      executedBy: 'Uitvoering door',
      support: 'Ondersteuning',
      evaluation: 'Evaluatie',
      shareYieldWith: 'Opbrengst delen met',
      memberEffort: 'Inzet leerteamleden',
      thirdPartyEffort: 'Inzet derden',
      pupilsAndParents: 'Wat kinderen en ouders zeggen',
    },
    coordinatorEffort: (terms: Terms) => `Inzet ${terms.coordinator}`,
    teacherEffort: {
      teacher: (terms: Terms) => `Inzet ${terms.teacher}`,
      coordinator: () => 'Inzet voor het eigen leren',
      principal: () => 'Inzet schoolleider',
      other: () => 'Eigen inzet',
    },
    role: {
      coordinator: (terms: Terms) => terms.coordinator,
      teacher: (terms: Terms) => terms.teacher,
      principal: () => 'schoolleider',
      expert: () => 'expertleraar',
      staff: () => 'collega',
      administrator: () => 'beheerder',
    },
    group: (name: string) => name,
    goalShort: (number: string) => `doel ${number}`,
    evaluationOn: (day: string) => `evaluatie ${day}`,
    track: 'Traject',
    weight: {
      full: 'Volledig traject',
      'working-together': 'Samenwerken in één klas',
      'peer-visit': 'Bij elkaar kijken',
      light: 'Licht traject',
    },
    weightLabel: 'Hoe uitgebreid?',
    weightHint: 'Niet alle begeleiding hoeft even nadrukkelijk te zijn. Licht telt net zo goed mee.',
    domain: { care: 'Zorg', learning: 'Leren', trends: 'Trends', process: 'Proces' },
    domainLong: {
      care: 'Zorgregisseur',
      learning: 'Leercoördinator',
      trends: 'Trendanalist',
      process: 'Procesregie (waar de drie samenkomen)',
    },
    aim: { preventive: 'voorkomen', curative: 'herstellen' },
    aimLong: { preventive: 'Preventief: voorkomen', curative: 'Curatief: herstellen' },
    domainsLabel: 'Domein',
    aimLabel: 'Voorkomen of herstellen',
    tagsHint: 'Dit stellen we voor uit de woorden. Klopt het niet, verander het dan.',
    share: { share: 'Ik deel de opbrengst', 'not-share': 'Ik deel de opbrengst niet' },
    shareTeam: { share: 'We delen de opbrengst', 'not-share': 'We delen de opbrengst niet' },
    shareLabel: 'Deel je de opbrengst?',
    shareHint: 'Niet delen is ook een keuze.',
    shareOpen: 'Dat weet ik nog niet',
    notShared: 'De opbrengst blijft bij de eigenaar. Dat is een keuze.',
    occasion: { mid: 'tussenevaluatie', end: 'eindevaluatie', other: 'ander moment' },
    agreed: (name: string) => `${name} doet mee`,
    asked: (name: string) => `${name} is gevraagd`,
    declined: (name: string) => `${name} kan niet`,
    named: 'Namen uit het team',
    hours: (hours: string) => `${hours} uur dit jaar`,
  },
  en: {
    label: {
      title: 'Goal',
      startSituation: 'Start situation',
      goal: 'Goal',
      approach: 'Approach',
      executedBy: 'Carried out by',
      support: 'Support',
      evaluation: 'Evaluation',
      shareYieldWith: 'Share yield with',
      memberEffort: 'Effort of the members',
      thirdPartyEffort: 'Effort of third parties',
      pupilsAndParents: 'What pupils and parents say',
    },
    coordinatorEffort: (terms) => `Effort of the ${terms.coordinator}`,
    teacherEffort: {
      teacher: (terms) => `Effort of the ${terms.teacher}`,
      coordinator: () => 'Effort for one’s own learning',
      principal: () => 'Effort of the principal',
      other: () => 'Own effort',
    },
    role: {
      coordinator: (terms) => terms.coordinator,
      teacher: (terms) => terms.teacher,
      principal: () => 'principal',
      expert: () => 'expert teacher',
      staff: () => 'colleague',
      administrator: () => 'administrator',
    },
    group: (name) => name.replace(/^groep /, 'group '),
    goalShort: (number) => `goal ${number}`,
    evaluationOn: (day) => `evaluation ${day}`,
    track: 'Track',
    weight: {
      full: 'Full track',
      'working-together': 'Working together in one class',
      'peer-visit': 'Visiting each other',
      light: 'Light track',
    },
    weightLabel: 'How much of it?',
    weightHint: 'Not all support needs the same emphasis. Light counts just as much.',
    domain: { care: 'Care', learning: 'Learning', trends: 'Trends', process: 'Process' },
    domainLong: {
      care: 'Care director',
      learning: 'Learning coordinator',
      trends: 'Trend analyst',
      process: 'Process direction (where the three meet)',
    },
    aim: { preventive: 'preventing', curative: 'repairing' },
    aimLong: { preventive: 'Preventive', curative: 'Curative' },
    domainsLabel: 'Domain',
    aimLabel: 'Preventive or curative',
    tagsHint: 'We propose this from the words. If it is not right, change it.',
    share: { share: 'I share the yield', 'not-share': 'I do not share the yield' },
    shareTeam: { share: 'We share the yield', 'not-share': 'We do not share the yield' },
    shareLabel: 'Do you share the yield?',
    shareHint: 'Not sharing is a choice too.',
    shareOpen: 'I do not know yet',
    notShared: 'The yield stays with its owner. That is a choice.',
    occasion: { mid: 'mid-year evaluation', end: 'end evaluation', other: 'other moment' },
    agreed: (name) => `${name} joins in`,
    asked: (name) => `${name} has been asked`,
    declined: (name) => `${name} is not able to`,
    named: 'Names from the team',
    hours: (hours) => `${hours} hours this year`,
  },
})

export type EntryWords = ReturnType<typeof entryText>

/** Whose own effort it is, as the label of a track's owner says it. */
export type EffortOf = 'teacher' | 'coordinator' | 'principal' | 'other'

export function effortOf(roles: readonly Role[]): EffortOf {
  if (roles.includes('teacher') || roles.includes('expert') || roles.length === 0) return 'teacher'
  if (roles.includes('coordinator')) return 'coordinator'
  return roles.includes('principal') ? 'principal' : 'other'
}

export type FieldLabels = Readonly<Record<EntryText, string>>

const known = new Map<string, FieldLabels>()

/** The label of every field, in the words that the school chose; one object per language, words and owner. */
export function fieldLabels(language: Language, terms: Terms, owner: EffortOf): FieldLabels {
  const key = `${language} ${terms.coordinator} ${terms.teacher} ${owner}`
  const made = known.get(key)
  if (made) return made
  const text = entryText(language)
  const labels = {
    ...text.label,
    coordinatorEffort: text.coordinatorEffort(terms),
    teacherEffort: text.teacherEffort[owner](terms),
  }
  known.set(key, labels)
  return labels
}
