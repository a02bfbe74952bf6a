import { words } from '../kernel/language.ts'

/** What `export-plan` says on the console. */
export const exportCommandText = words({
  nl: {
    usage:
      'Zo gebruik je het: export-plan --school NAAM --year 2026-2027 --format docx|pdf|json --out BESTAND [--changes]',
    noSchool: (name: string) => `Er is geen school met de naam ${name}. De voorbeeldschool heet hier demo.`,
    noPlan: (name: string, year: string) => `${name} heeft geen plan voor ${year}.`,
    notWritten: (file: string) =>
      `Het bestand ${file} kon niet geschreven worden. Bestaat de map, en mag je daar schrijven?`,
  },
  en: {
    usage: 'Use: export-plan --school NAME --year 2026-2027 --format docx|pdf|json --out FILE [--changes]',
    noSchool: (name: string) => `There is no school called ${name}. The demo school is called demo here.`,
    noPlan: (name: string, year: string) => `${name} has no plan for ${year}.`,
    notWritten: (file: string) =>
      `The file ${file} could not be written. Does the folder exist, and may you write there?`,
  },
})
