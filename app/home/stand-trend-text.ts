import { type Terms, words } from '../kernel/language.ts'

/** Who writes and who reads what has to do with test results and what a team makes of them. */
export const trendStandText = words({
  nl: {
    results: {
      title: () => 'Toetsresultaten',
      writes: (terms: Terms) =>
        `De ${terms.coordinator} leest een bestand in. Namen, geboortedatum, herkomst en BSN komen er niet in; een leerlingnummer wordt een getal waar niemand een kind uit terugleest.`,
      reads: (terms: Terms) =>
        `Alleen als cijfers over groepen. Iedereen van het team ziet de jaargroepen, nooit minder dan vijf leerlingen. Een groep apart, en een kleine groep, ziet alleen de ${terms.coordinator}, op het eigen scherm. Nooit op volgorde van resultaat.`,
    },
    ambition: {
      title: () => 'Een ambitie',
      writes: (terms: Terms) => `Het leerteam, of de ${terms.coordinator}.`,
      reads: () => 'Iedereen van het team. Hij gaat over een groep kinderen, nooit over een collega.',
    },
    dataTalk: {
      title: () => 'Een datagesprek',
      writes: (terms: Terms) =>
        `Het leerteam en de ${terms.coordinator}. Wat jij zei, verander je zelf of haal je terug.`,
      reads: (terms: Terms) =>
        `Het leerteam en de ${terms.coordinator}, met voornamen erbij. Deelt het leerteam het, dan iedereen van het team, zonder namen. Nooit in een export, de zoekbalk of een programma.`,
    },
    analysis: {
      title: () => 'De analyse van een half jaar of een jaar',
      writes: (terms: Terms) =>
        `De ${terms.coordinator}. De cijfers zijn die van een dag en blijven zo staan.`,
      reads: (terms: Terms) => `De ${terms.coordinator}. Is hij gedeeld, dan iedereen van het team.`,
    },
  },
  en: {
    results: {
      title: () => 'Test results',
      writes: (terms) =>
        `The ${terms.coordinator} reads a file in. Names, date of birth, origin and BSN do not come in; a pupil’s number becomes one from which nobody reads a child back.`,
      reads: (terms) =>
        `Only as figures over groups. Everybody of the team sees the year groups, never fewer than five pupils. A class by itself, and a small group, is seen by the ${terms.coordinator} alone, on their own screen. Never in order of result.`,
    },
    ambition: {
      title: () => 'An ambition',
      writes: (terms) => `The learning team, or the ${terms.coordinator}.`,
      reads: () => 'Everybody of the team. It is about a group of children, never about a colleague.',
    },
    dataTalk: {
      title: () => 'A data talk',
      writes: (terms) =>
        `The learning team and the ${terms.coordinator}. What you said, you change or take back yourself.`,
      reads: (terms) =>
        `The learning team and the ${terms.coordinator}, with first names. When the learning team shares it, everybody of the team, without names. Never in an export, the search or a program.`,
    },
    analysis: {
      title: () => 'The analysis of a half-year or a year',
      writes: (terms) => `The ${terms.coordinator}. The numbers are those of one day and stay as they are.`,
      reads: (terms) => `The ${terms.coordinator}. Once it is shared, everybody of the team.`,
    },
  },
})
