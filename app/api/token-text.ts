import { words } from '../kernel/language.ts'

/** What `token` says on the console. */
export const tokenText = words({
  nl: {
    usage: 'Zo gebruik je het: token --school NAAM (de voorbeeldschool heet demo)',
    noSchool: (name: string) => `Op deze server staat geen school die ${name} heet.`,
    moreSchools: (name: string) =>
      `Er zijn hier meer scholen die ${name} heten. Maak de sleutel bij de instellingen van de school.`,
    tokenName: 'Opdrachtregel',
  },
  en: {
    usage: 'Use: token --school NAME (the example school is called demo)',
    noSchool: (name: string) => `There is no school called ${name} on this server.`,
    moreSchools: (name: string) =>
      `More schools here are called ${name}. Make the token in the settings of the school.`,
    tokenName: 'Command line',
  },
})
