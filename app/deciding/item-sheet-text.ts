import type { Item } from '../adoption/adoption.ts'
import { words } from '../kernel/language.ts'

/** The words around the text of an item, on the wall and on the phones. */
export const itemSheetText = words({
  nl: {
    planOf: (year: string) => `Begeleidingsplan ${year}`,
    about: {
      plan: 'het geheel',
      principle: 'principe',
      goal: 'doel',
      effort: 'inzet',
      places: 'wie een plek heeft',
    } satisfies Record<Item['about'], string>,
    track: 'traject',
    tracksOf: (team: string) => `Trajecten van ${team}`,
    tracksOther: 'Trajecten van collega’s zonder leerteam',
    suggestions: 'voorstellen bij de tekst',
    proposal: 'Voorstel',
    by: (name: string) => `Voorstel van ${name}`,
    stillWriting: 'Hier wordt nog geschreven.',
    nothingWritten: 'Hier staat nog niets.',
    inRoom: 'Dit punt volg je in de zaal, op het digibord.',
    ofTwo: (coordinator: string) =>
      `Over de tekst van een traject besluiten de eigenaar en de ${coordinator} samen.`,
    gone: 'Dit staat niet meer in het plan.',
    noneWaiting: 'Er wacht geen voorstel meer.',
    suggestedBy: (field: string, name: string) => `${field} · voorstel van ${name}`,
    someone: 'een collega',
    ties: 'Visielijnen en dagen',
  },
  en: {
    planOf: (year) => `Guidance plan ${year}`,
    about: {
      plan: 'the whole',
      principle: 'principle',
      goal: 'goal',
      effort: 'effort',
      places: 'who has a place',
    },
    track: 'track',
    tracksOf: (team) => `Tracks of ${team}`,
    tracksOther: 'Tracks of colleagues without a learning team',
    suggestions: 'suggestions at the text',
    proposal: 'Proposal',
    by: (name) => `Proposal by ${name}`,
    stillWriting: 'This is still being written.',
    nothingWritten: 'Nothing stands here yet.',
    inRoom: 'You follow this item in the room, on the board.',
    ofTwo: (coordinator) => `The owner and the ${coordinator} decide on the text of a track together.`,
    gone: 'This is no longer in the plan.',
    noneWaiting: 'No suggestion waits any more.',
    suggestedBy: (field, name) => `${field} · suggested by ${name}`,
    someone: 'a colleague',
    ties: 'Vision lines and days',
  },
})
