import { words } from '../kernel/language.ts'

/** The words of searching. */
export const searchText = words({
  nl: {
    title: 'Zoeken',
    label: 'Waar zoek je naar?',
    hint: 'Een woord of een naam. Een typfoutje mag.',
    act: 'Zoek',
    scope:
      'We zoeken in de plannen van alle jaren, op de plank, in de visie en bij de mensen. Je vindt alleen wat jij mag lezen.',
    people: 'Mensen',
    vision: 'Onze visie',
    plans: 'Plannen',
    track: (year: string) => `Traject ${year}`,
    noTrack: 'heeft nog geen traject',
    year: (year: string) => `In het plan van ${year}`,
    shelf: 'Op de plank',
    elsewhere: 'Elders',
    said: (where: string) => `Reactie bij ${where}`,
    none: (question: string) =>
      `Niets gevonden voor ‘${question}’. Probeer een ander woord, of een deel ervan.`,
    tooShort: 'Zo’n woord staat overal. Zoek op een woord dat meer zegt.',
    more: 'Er is nog meer gevonden. Met een woord erbij zoek je preciezer.',
    retired: 'geen visielijn meer',
  },
  en: {
    title: 'Search',
    label: 'What are you looking for?',
    hint: 'A word or a name. A typing error is fine.',
    act: 'Search',
    scope:
      'We search the plans of all years, the shelf, the vision and the people. You only find what you may read.',
    people: 'People',
    vision: 'Our vision',
    plans: 'Plans',
    track: (year) => `Track ${year}`,
    noTrack: 'has no track yet',
    year: (year) => `In the plan of ${year}`,
    shelf: 'On the shelf',
    elsewhere: 'Elsewhere',
    said: (where) => `Comment on ${where}`,
    none: (question) => `Nothing found for ‘${question}’. Try another word, or a part of it.`,
    tooShort: 'Such a word stands everywhere. Search for a word that says more.',
    more: 'More was found. Add a word to search more precisely.',
    retired: 'no vision line any more',
  },
})
