import { type Language, type Terms, words } from '../kernel/language.ts'
import { ROLES, type Role } from '../session/actor.ts'
import { roleWord } from '../session/role-text.ts'
import type { SchoolReason } from './school.ts'
import type { SchoolBecause } from './school-may.ts'

const refusedNl: Record<SchoolReason, string> = {
  'school-name-empty': 'Hoe heet jullie school? Vul de naam in.',
  'school-name-odd': 'Deze naam kunnen we niet gebruiken. Kort hem in tot 80 tekens, zonder < en >.',
  'brin-shape':
    'Een BRIN heeft twee cijfers en twee letters, zoals 12AB. Een vestiging heeft nog twee cijfers.',
  'year-unknown': 'Kies een van de twee schooljaren.',
  'hours-range': 'Schrijf de uren als getal, zoals 24 of 12,5. Leeg laten mag ook.',
  'pupils-range': 'Schrijf het aantal leerlingen als heel getal, zoals 304. Leeg laten mag ook.',
  'retention-range': 'Kies een heel aantal jaren van 1 tot en met 10.',
}

const refusedEn: Record<SchoolReason, string> = {
  'school-name-empty': 'What is your school called? Fill in the name.',
  'school-name-odd': 'We cannot use this name. Shorten it to 80 characters, without < and >.',
  'brin-shape': 'A BRIN has two digits and two letters, like 12AB. A branch has two digits more.',
  'year-unknown': 'Choose one of the two school years.',
  'hours-range': 'Write the hours as a number, like 24 or 12.5. You may also leave it empty.',
  'pupils-range': 'Write the number of pupils as a whole number, like 304. You may also leave it empty.',
  'retention-range': 'Choose a whole number of years from 1 to 10.',
}

type Sentence = string | ((terms: Terms) => string)

const becauseNl: Record<SchoolBecause, Sentence> = {
  'is-coordinator': 'omdat jij het plan bij elkaar houdt',
  'is-administrator': 'omdat jij beheerder bent',
  'is-principal': 'omdat de schoolleider de kaders geeft',
  'is-oneself': 'omdat het over jezelf gaat',
  'is-the-product': 'omdat het programma dit zelf doet',
  'coordinator-manages': ({ coordinator }) =>
    `Dit houdt de ${coordinator} of de beheerder bij. Zo weet iedereen wie het bijwerkt. Klopt er iets niet? Vraag het een van hen.`,
  'frames-are-the-principals': ({ coordinator }) => `De schoolleider en de ${coordinator} geven deze kaders.`,
  'administrator-alone': 'Dit doet alleen een beheerder, want er gaat een deur mee open.',
  'demo-stays-inside': 'Dit is de voorbeeldschool. Hier gaan geen mail en geen uitnodigingen de deur uit.',
  'has-left': 'Deze collega is niet meer op school.',
  'has-no-email': 'Er is nog geen e-mailadres. Vul het in, dan kun je uitnodigen.',
  'is-a-program': 'Een programma mag dit niet, alleen een mens.',
}

const becauseEn: Record<SchoolBecause, Sentence> = {
  'is-coordinator': 'because you keep the plan together',
  'is-administrator': 'because you are an administrator',
  'is-principal': 'because the principal gives the frames',
  'is-oneself': 'because it is about yourself',
  'is-the-product': 'because the program does this itself',
  'coordinator-manages': ({ coordinator }) =>
    `The ${coordinator} or the administrator keeps this up to date, so that everyone knows who does. Is something not right? Ask one of them.`,
  'frames-are-the-principals': ({ coordinator }) => `The principal and the ${coordinator} give these frames.`,
  'administrator-alone': 'Only an administrator does this, because it opens a door.',
  'demo-stays-inside': 'This is the example school. No mail and no invitations leave it.',
  'has-left': 'This colleague is no longer at the school.',
  'has-no-email': 'There is no e-mail address yet. Fill it in, then you can invite.',
  'is-a-program': 'A program may not do this, only a person.',
}

/** The school's own facts: labels, refusals and the reasons of who may. */
export const schoolText = words({
  nl: {
    refused: refusedNl,
    look: 'Kijk hier nog even naar:',
    name: 'Naam van de school',
    brin: 'BRIN',
    brinHint: 'Vier tekens, zoals 12AB. Alleen als je hem bij de hand hebt.',
    year: 'Voor welk schooljaar maken jullie het eerste plan hier?',
    yearRuns: 'van 1 augustus tot en met 31 juli',
    coordinatorWord: 'Hoe noemen jullie deze rol?',
    ib: 'intern begeleider (IB’er)',
    kc: 'kwaliteitscoördinator (KC’er)',
    teacherWord: 'En wie voor de groep staat?',
    leraar: 'leraar',
    leerkracht: 'leerkracht',
    save: 'Bewaar',
  },
  en: {
    refused: refusedEn,
    look: 'Please look at this again:',
    name: 'Name of the school',
    brin: 'BRIN (school code)',
    brinHint: 'Four characters, like 12AB. Only if you have it at hand.',
    year: 'For which school year do you make the first plan here?',
    yearRuns: 'from 1 August to 31 July',
    coordinatorWord: 'What do you call this role in Dutch?',
    ib: 'intern begeleider (IB’er)',
    kc: 'kwaliteitscoördinator (KC’er)',
    teacherWord: 'And who teaches a group?',
    leraar: 'leraar',
    leerkracht: 'leerkracht',
    save: 'Save',
  },
})

/** Roles in words, the one people know somebody by first. */
export const rolesInWords = (roles: readonly Role[], language: Language, terms: Terms) =>
  ROLES.filter((role) => roles.includes(role))
    .map((role) => roleWord(role, language, terms))
    .join(', ')

const because = { nl: becauseNl, en: becauseEn } as const

/** Why somebody may, or may not, in words. */
export function becauseInWords(reason: SchoolBecause, language: Language, terms: Terms): string {
  const sentence = because[language][reason]
  return typeof sentence === 'string' ? sentence : sentence(terms)
}
