import fc from 'fast-check'
import type { PlanForm } from '../app/form/plan-form.ts'
import {
  type AdoptionSheet,
  PAPER_PHASES,
  PAPER_ROLES,
  type PaperEntry,
  type PaperGoal,
  type PaperLearningTeamTrack,
  type PaperPerson,
  type PaperTeacherTrack,
  type PlanPaper,
} from '../app/form/plan-paper.ts'
import type { Day } from '../app/kernel/day.ts'
import { LANGUAGES, termsFor } from '../app/kernel/language.ts'
import { parseRich, writeRich } from '../app/kernel/rich.ts'
import type { SchoolYear } from '../app/kernel/school-year.ts'
import { plainText } from '../app/paper/paper.ts'

const entry = (id: string): PaperEntry => ({
  id,
  visionLines: ['Goede instructie'],
  parentGoal: null,
  evaluationDays: ['2026-11-26' as Day],
  domains: ['learning-coordinator'],
  direction: 'preventive',
  evaluations: [],
})

export const ediGoal: PaperGoal = {
  ...entry('goal-1'),
  title: 'We geven instructie in vaste, duidelijke stappen (EDI).',
  startSituation: null,
  approach: 'Elke bouw bereidt om de week samen een les voor.',
  executedBy: 'Alle leraren. Youssef trekt.',
  coordinatorEffort: 'Neemt elke week een uur een groep over.',
  evaluation: 'In de teamvergadering.',
  pupilsAndParents: null,
}

export const petraTrack: PaperTeacherTrack = {
  ...entry('track-petra'),
  role: 'teacher',
  groups: 'groep 6',
  share: 'share',
  name: 'Petra',
  startSituation: 'Het nieuwe rapport vraagt andere gesprekken met ouders.',
  goal: 'Een gesprek waarin het kind zelf vertelt.',
  approach: 'Oefenen met Kees, die het vorig jaar deed.',
  support: 'Kees.',
  evaluation: null,
  shareYieldWith: 'Groep 5 tot en met 8.',
  teacherEffort: 'Twee uur per rapport.',
  coordinatorEffort: 'Geen.',
  thirdPartyEffort: null,
}

export const readingTeam: PaperLearningTeamTrack = {
  ...entry('track-lezen'),
  groups: null,
  share: 'keep',
  name: 'Leerteam Lezen',
  startSituation: 'Kinderen pakken vaak een boek dat niet past.',
  goal: 'Elk kind kan zeggen waarom het dit boek koos.',
  approach: 'Boekenbak per groep.\nBoekpraatje op vrijdag.',
  support: null,
  evaluation: 'In de teamvergadering.',
  shareYieldWith: null,
  memberEffort: 'Een uur per twee weken.',
  coordinatorEffort: '4 uur dit jaar.',
  thirdPartyEffort: 'Bibliotheek: twee bezoeken.',
}

const PEOPLE: readonly PaperPerson[] = [
  { name: 'Karin de Wit', firstName: 'Karin', role: 'coordinator' },
  { name: 'Paul Smeets', firstName: 'Paul', role: 'principal' },
  { name: 'Petra Jansen', firstName: 'Petra', role: 'teacher' },
  { name: 'Kees Vos', firstName: 'Kees', role: 'teacher' },
  { name: 'Youssef el Amrani', firstName: 'Youssef', role: 'teacher' },
]

const ADOPTION: AdoptionSheet = {
  version: '1.0',
  day: '2026-08-27' as Day,
  present: ['Karin', 'Petra', 'Kees'],
  presentCount: 15,
  voices: 17,
  rule: 'Consent.',
  outcome: '15 keer consent, na één aangepaste tekst',
  objections: [
    {
      entryId: null,
      about: 'Bij doel 7',
      by: 'Kees',
      reason: 'Om 8.15 uur open lukt niet.',
      answer: 'Het werd 8.20 uur.',
    },
  ],
  sha256: '0123456789abcdef'.repeat(4),
}

/** De Regenboog's plan on paper: small, adopted, with one of everything. */
export const regenboogPaper = (changes: Partial<PlanPaper> = {}): PlanPaper => ({
  schoolName: 'Basisschool De Regenboog',
  schoolYear: '2026-2027' as SchoolYear,
  title: 'Begeleidingsplan 2026-2027',
  phase: 'adopted',
  names: 'full',
  version: '1.0',
  madeOn: '2026-11-19' as Day,
  language: 'nl',
  terms: termsFor('nl', 'ib', 'leraar'),
  people: PEOPLE,
  principles: ['We werken in lijn met onze visie.', 'We zijn professionele partners.'],
  visionLines: ['Goede instructie', 'Lezen en praten'],
  generalGoals: [ediGoal],
  teamGoals: [{ ...ediGoal, id: 'goal-2', title: 'We kijken bij elkaar in de klas.' }],
  teacherTracks: [petraTrack],
  learningTeamTracks: [readingTeam],
  yearOverview: [
    { day: '2026-11-26' as Day, period: null, what: 'Een groep overnemen voor Youssef', entryId: 'goal-1' },
    { day: null, period: 'oktober', what: 'Gesprek met Petra', entryId: 'track-petra' },
  ],
  adoption: ADOPTION,
  ...changes,
})

/** Texts that have broken readers before, and any text at all. */
const NASTY = [
  'Aanpak: x',
  'Evaluatie:',
  'LERAAR J.',
  'Leerteam Rekenen',
  '- een streepje\n- nog een',
  '• punt\n• punt',
  '1. eerst\n2. dan',
  'ALGEMENE DOELEN',
  'Inzet derden: …',
  '…',
  '…..',
  '-',
  'n.v.t.',
  'Petra (groep 6)',
  'a\tb',
  '  twee spaties  ervoor en erna  ',
  '“Aanhaling” en ‘enkele’ <b>&amp;</b>',
  '<script>alert(1)</script>',
  '#import "x.typ": *',
  '{counted-entries-0}',
  '\n',
  'مرحبا שלום',
  '👩‍👩‍👧',
]
export const anyText = fc
  .oneof(
    fc.constantFrom(...NASTY),
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.lorem({ maxCount: 6 }), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
  )
  .map(plainText)
  .filter((text) => text !== '')
const maybe = fc.option(anyText)

const anyEntry = fc.record({
  id: fc.uuid(),
  visionLines: fc.array(anyText, { maxLength: 2 }),
  parentGoal: maybe,
  evaluationDays: fc.constant(['2026-11-26' as Day]),
  domains: fc.constant(['trend-analyst' as const]),
  direction: fc.constantFrom('preventive' as const, 'curative' as const, null),
  evaluations: fc.array(
    fc.record({
      moment: fc.constantFrom('mid' as const, 'end' as const),
      saw: maybe,
      learned: maybe,
      next: fc.constantFrom('go-on' as const, 'stop' as const, null),
      adjust: maybe,
      sharedWith: maybe,
      reached: fc.constant(null),
    }),
    { maxLength: 1 },
  ),
})
const goalTexts = {
  title: maybe,
  startSituation: maybe,
  approach: maybe,
  executedBy: maybe,
  coordinatorEffort: maybe,
  evaluation: maybe,
}
const trackTexts = {
  name: maybe,
  startSituation: maybe,
  goal: maybe,
  approach: maybe,
  support: maybe,
  evaluation: maybe,
  shareYieldWith: maybe,
  coordinatorEffort: maybe,
  thirdPartyEffort: maybe,
  groups: maybe,
  share: fc.constantFrom('share' as const, 'keep' as const, null),
}
const anyGoal = fc
  .tuple(anyEntry, fc.record({ ...goalTexts, pupilsAndParents: maybe }))
  .map(([one, texts]) => ({ ...one, ...texts }))
const anyTeacherTrack = fc
  .tuple(anyEntry, fc.record({ ...trackTexts, teacherEffort: maybe, role: fc.constantFrom(...PAPER_ROLES) }))
  .map(([one, texts]) => ({ ...one, ...texts }))
const anyTeamTrack = fc
  .tuple(anyEntry, fc.record({ ...trackTexts, memberEffort: maybe }))
  .map(([one, texts]) => ({ ...one, ...texts }))

const anyTogether = fc.record({
  moment: fc.constantFrom('mid' as const, 'end' as const),
  coordinatorPart: maybe,
  planItself: maybe,
  conditions: maybe,
  conditionsAnswer: maybe,
  droppedPrinciples: fc.array(anyText, { maxLength: 2 }),
  becameGoals: fc.array(anyText, { maxLength: 2 }),
})

/** Any plan on paper, however odd its texts. */
export const anyPaper: fc.Arbitrary<PlanPaper> = fc
  .record({
    title: maybe,
    phase: fc.constantFrom(...PAPER_PHASES),
    language: fc.constantFrom(...LANGUAGES),
    coordinator: fc.constantFrom('ib' as const, 'kc' as const),
    teacher: fc.constantFrom('leraar' as const, 'leerkracht' as const),
    principles: fc.array(anyText, { maxLength: 4 }),
    visionLines: fc.array(anyText, { maxLength: 3 }),
    generalGoals: fc.array(anyGoal, { maxLength: 3 }),
    teamGoals: fc.array(anyGoal, { maxLength: 2 }),
    teacherTracks: fc.array(anyTeacherTrack, { maxLength: 4 }),
    learningTeamTracks: fc.array(anyTeamTrack, { maxLength: 2 }),
    adopted: fc.boolean(),
    together: fc.array(anyTogether, { maxLength: 2 }),
  })
  .map(({ coordinator, teacher, adopted, ...made }) => {
    const whole = regenboogPaper({ ...made, terms: termsFor(made.language, coordinator, teacher) })
    return adopted ? whole : { ...whole, version: null, adoption: null, yearOverview: [] }
  })

const inOneForm = (text: string | null) => (text === null ? null : writeRich(parseRich(text)) || null)

/** A form as our own Word file gives it back: long texts in their one written form. */
export function asReadBack(form: PlanForm): PlanForm {
  const entry = <Fields extends object>(fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, text]) => [field, field === 'name' ? text : inOneForm(text)]),
    ) as Fields
  return {
    ...form,
    principles: form.principles.flatMap((principle) => inOneForm(principle) ?? []),
    generalGoals: form.generalGoals.map(entry),
    teamGoals: form.teamGoals.map(entry),
    teacherTracks: form.teacherTracks.map(entry),
    learningTeamTracks: form.learningTeamTracks.map(entry),
  }
}
