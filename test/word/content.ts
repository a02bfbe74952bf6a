import type { GoalForm, LearningTeamTrackForm, PlanForm, TeacherTrackForm } from '../../app/form/plan-form.ts'
import { parseSchoolYear } from '../../app/kernel/school-year.ts'

/** Chance that can be repeated: the same seed gives the same plan. */
export type Chance = {
  next: () => number
  pick: <T>(list: readonly T[]) => T
  once: (share: number) => boolean
}

export function chance(seed: number): Chance {
  let state = seed * 2654435761 + 1
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)] as never,
    once: (share) => next() < share,
  }
}

const NAMES = [
  'Jorinde K.',
  'Kasper v.d. V.',
  'Mirthe Olde Riekerink',
  'Kim',
  'J. de Vries',
  'Fatima El Idrissi',
  'Anne-Wil van ’t Hof',
  'Sanae Bouhali',
  'Marit en Ilse',
  'Geertje Wubs',
  'Teun B.',
  'Noor',
  'Çağla Demir',
  'Evert-Jan ter Horst',
  'Bram S.',
  'Petra Luchtenveld-Aoun',
  'Lotte en Daan',
  'M. Jansen',
  'Youssef A.',
  'Wilma van den Berg',
  'O’Neill Patrick',
  'Hiske',
]
const TEAMS = [
  'Rekenen',
  'Taal en lezen',
  'Jonge kind',
  'Gedrag en rust',
  'Data en duiden',
  'Begrijpend lezen',
  'Burgerschap',
]
const PRINCIPLES = [
  'We werken in lijn met de visie van de school en zijn professionele partners.',
  'De leraar is de eerste die een oplossing bedenkt; de IB’er denkt mee.',
  'Preventief waar het kan, curatief waar het moet',
  'We leren van en met elkaar: in de klas en aan de hand van data.',
  'Het team is een orkest en niemand speelt solo.',
  'Gegevens zijn het begin van een gesprek, niet het eind',
  'Ondersteuning begint dicht bij de les.',
  'Wij zijn open over wat lukt en wat nog beter moet.',
]
const TITLES = [
  'Verdere implementatie van het EDI-model bij rekenen',
  'Een rijkere taalomgeving in alle groepen',
  'Doelgericht lesgeven in alle groepen',
  'Groepsbesprekingen gaan over het leren van de groep',
  'Leraren gaan twee keer per jaar bij een collega kijken.',
  'We stimuleren het professioneel aanspreken in het team.',
  'Feedback vragen wordt gewoon',
  'Elkaars lessen bezoeken',
  'Een doorgaande lijn voor verhoudingen van groep 5 t/m 8',
  'Basisondersteuning per groep zichtbaar maken',
]
const START = [
  'Zij werkt voor het eerst in groep 3 en heeft veel ervaring met kleuters.',
  'De M-toets laat drie jaar een lichte daling zien; de evaluatie van vorig jaar bevestigt dat.',
  'Hij is startende leraar in groep 7. Zijn doel: een rustige start van de dag.',
  'In de lesbezoeken van mei 2026 was het lesdoel bij elf van de achttien lessen te benoemen.',
  'Nieuw dit jaar. De aanpak van vorig jaar werkte: dat houden we vast.',
  'De leerkracht zegt daarover: ‘Ik praat te lang en dan weten ze het begin niet meer.’',
]
const GOAL = [
  'In maart speelt zij iedere ochtend ten minste twintig minuten gericht mee.',
  'Hoogstens drie instructieniveaus en geen leerling die meer dan een kwart van de tijd alleen werkt.',
  'Een vaste reeks van acht weken per groepje, met woorden die in de klas terugkomen',
  'Vier van de vijf lessen eindigen met een controle: wie heeft het begrepen?',
]
const APPROACH = [
  'Per thema kiest zij één hoek waarin zij de rol van de leerkracht bewust voorbereidt.',
  'Wisbordjes bij elke les\nDe laatste vijf minuten vast in het rooster\nEens per maand een les van Joost bekijken',
  'drie stappen: zelf proberen, collega vragen, dan pas de IB’er. Wie vastloopt, komt altijd direct.',
  'Filmen van twee lessen per maand, terugkijken met de coach.',
  'Themablokken van zes weken\nRijke teksten in plaats van werkbladen\nDenk hardop voordoen',
  'Samen voorbereiden; het doel van de les staat op het bord en de evaluatie doen de kinderen zelf.',
]
const WHO = [
  'Alle leraren',
  'Leraren groep 4 t/m 8',
  'het hele team, voorbereid door Fenna en de directeur.',
  'Leerteam rekenen',
  'Allen',
]
const SUPPORT = [
  'Coaching door de rekenspecialist',
  'Maatje: Geertje\nDriemaal per jaar een gesprek met de IB’er',
  'De intern begeleider denkt mee over de opbouw en is sparringpartner.',
  'IB’er',
  'Bodil (groep 1/2b) bereidt samen met haar voor.',
]
const EVALUATION = [
  'Februari (M-toetsen) en juni (E-toetsen)',
  'November, februari, juni',
  'Na elke ronde vijf minuten in de teamvergadering.',
  'in april: wat levert de kaart op en wie gebruikt hem?',
  'Juni',
  'Iedere zes weken, met beeldfragmenten die zij zelf kiest.',
]
const SHARE = [
  'Het team op de studiedag',
  'Leerteam lezen.',
  'de duo-partner en, als hij dat wil, de bovenbouw.',
  'Team',
  'Onderbouw en de opvang',
  'n.v.t.',
]
const EFFORT = [
  'Acht uur',
  'een uur voorbereiding per week, samen met Wietske.',
  '20 uur taakuren, opgenomen in het werkverdelingsplan.',
  'Drie observaties van 30 minuten en een gesprek daarover.',
  'Twee dagdelen',
  'Vier middagen.',
  'Neemt acht keer een groep over',
]
const THIRD = [
  'leesspecialist: twee dagdelen.',
  'Logopedist kijkt één keer mee',
  'Coach van het bestuur, twaalf uur.',
  null,
  'n.v.t.',
]

const some = <T>(c: Chance, list: readonly T[], share = 0.92) => (c.once(share) ? c.pick(list) : null)

export const goal = (c: Chance, title: string): GoalForm => ({
  title,
  startSituation: some(c, START, 0.4),
  approach: some(c, APPROACH, 0.97),
  executedBy: some(c, WHO),
  coordinatorEffort: some(c, EFFORT),
  evaluation: some(c, EVALUATION, 0.97),
})

const trackFields = (c: Chance) => ({
  startSituation: some(c, START, 0.97),
  goal: some(c, GOAL, 0.95),
  approach: some(c, APPROACH),
  support: some(c, SUPPORT),
  evaluation: some(c, EVALUATION),
  shareYieldWith: some(c, SHARE),
})

const teacher = (c: Chance, name: string): TeacherTrackForm => ({
  name,
  ...trackFields(c),
  teacherEffort: some(c, EFFORT),
  coordinatorEffort: some(c, EFFORT),
  thirdPartyEffort: some(c, THIRD),
})

const team = (c: Chance, name: string): LearningTeamTrackForm => ({
  name,
  ...trackFields(c),
  memberEffort: some(c, EFFORT),
  coordinatorEffort: some(c, EFFORT),
  thirdPartyEffort: some(c, THIRD),
})

function shuffled<T>(c: Chance, list: readonly T[], count: number): T[] {
  const left = [...list]
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(c.next() * left.length), 1)[0] as T,
  )
}

/** A plan of a school that does not exist, with texts that look like labels here and there. */
export function randomPlan(c: Chance, teachers = 5): PlanForm {
  const titles = shuffled(c, TITLES, 5)
  const names = Array.from(
    { length: teachers },
    (_, at) => shuffled(c, NAMES, NAMES.length)[at % NAMES.length] as string,
  )
  return {
    title: c.pick(['Begeleidingsplan', 'Begeleidingsplan 2026-2027', 'BEGELEIDINGSPLAN VAN HET TEAM']),
    schoolYear: parseSchoolYear('2026-2027'),
    principles: shuffled(c, PRINCIPLES, 3 + Math.floor(c.next() * 4)),
    generalGoals: titles.slice(0, 3).map((title) => goal(c, title)),
    teamGoals: titles.slice(3).map((title) => goal(c, title)),
    teacherTracks: [...new Set(names)].map((name) => teacher(c, name)),
    learningTeamTracks: shuffled(c, TEAMS, 2).map((name) => team(c, name)),
  }
}
