import { type Language, words } from '../kernel/language.ts'
import type { LearningTeamReason, LearningTeamRefusal } from './learning-team.ts'

const refusedNl: Record<LearningTeamReason, (name: string) => string> = {
  'learning-team-empty': () => 'Hoe heet dit leerteam? Vul een naam in.',
  'learning-team-odd': () => 'Deze naam kunnen we niet gebruiken. Kort hem in tot 60 tekens.',
  'learning-team-known': (name) => (name === '' ? 'Dit leerteam is er al.' : `${name} is er al.`),
  'learning-teams-many': () => 'Dertig leerteams is het meeste wat we kunnen tonen.',
  'member-unknown': (name) =>
    `We kennen ‘${name}’ niet in het team. Kijk of de naam klopt, of zet deze collega eerst in het team.`,
  'member-unclear': (name) => `Er is meer dan één ‘${name}’. Schrijf de hele naam.`,
}

const refusedEn: Record<LearningTeamReason, (name: string) => string> = {
  'learning-team-empty': () => 'What is this learning team called? Fill in a name.',
  'learning-team-odd': () => 'We cannot use this name. Shorten it to 60 characters.',
  'learning-team-known': (name) =>
    name === '' ? 'This learning team is there already.' : `${name} is there already.`,
  'learning-teams-many': () => 'Thirty learning teams is the most that we can show.',
  'member-unknown': (name) =>
    `We do not know “${name}” in the team. See whether the name is right, or add this colleague to the team first.`,
  'member-unclear': (name) => `There is more than one “${name}”. Write the whole name.`,
}

/** Learning teams: names, members, stopping. */
export const learningTeamText = words({
  nl: {
    refused: refusedNl,
    title: 'Leerteams',
    under: 'Een groepje collega’s dat samen iets beter maakt. Elk leerteam heeft een plek in het plan.',
    none: 'Er is nog geen leerteam. Begin met één.',
    add: 'Leerteam erbij',
    name: 'Naam',
    nameHint: 'Zoals ‘Rekenen’. Het woord leerteam zetten we ervoor.',
    members: 'Wie doen mee?',
    save: 'Bewaar',
    create: 'Maak dit leerteam',
    edit: (name: string) => `Verander ${name}`,
    nobody: 'nog niemand',
    stop: 'Dit leerteam stopt',
    stopWhat: 'De naam blijft staan in de plannen waar het bij hoorde.',
    stopped: 'Gestopt',
    stoppedOn: (day: string) => `gestopt op ${day}`,
    startAgain: 'Begin weer',
    saved: 'Bewaard.',
    back: 'Terug naar het team',
  },
  en: {
    refused: refusedEn,
    title: 'Learning teams',
    under:
      'A few colleagues who make something better together. Every learning team has a place in the plan.',
    none: 'There is no learning team yet. Begin with one.',
    add: 'One more learning team',
    name: 'Name',
    nameHint: 'Like “Rekenen”. We put the word leerteam before it.',
    members: 'Who take part?',
    save: 'Save',
    create: 'Make this learning team',
    edit: (name) => `Change ${name}`,
    nobody: 'nobody yet',
    stop: 'This learning team stops',
    stopWhat: 'The name stays in the plans that it was part of.',
    stopped: 'Stopped',
    stoppedOn: (day) => `stopped on ${day}`,
    startAgain: 'Start again',
    saved: 'Saved.',
    back: 'Back to the team',
  },
})

/** A refusal in words, with the name that it is about where there is one. */
export const learningTeamSentence = ({ refused, name = '' }: LearningTeamRefusal, language: Language) =>
  learningTeamText(language).refused[refused](name)
