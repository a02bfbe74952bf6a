import { words } from '../kernel/language.ts'

/** What a page says when something did not work: what happened, and what to do now. */
export const errorText = words({
  nl: {
    400: {
      title: 'Dit konden we niet lezen',
      text: 'Er is niets veranderd. Ga terug en probeer het nog eens.',
    },
    403: {
      title: 'Hier kun je niet bij',
      text: 'Denk je dat het wel zou moeten? Vraag het je intern begeleider.',
    },
    404: {
      title: 'Hier hangt niets',
      text: 'Deze bladzijde bestaat niet, of is niet van jullie school. Misschien is iets verplaatst.',
    },
    413: {
      title: 'Dit is te groot voor ons',
      text: 'Een bestand mag 20 MB zijn. Foto’s eruit halen helpt vaak. Er is niets veranderd.',
    },
    429: {
      title: 'Even rustig aan',
      text: 'Er kwamen veel vragen achter elkaar. Wacht een minuut en probeer het dan opnieuw.',
    },
    500: {
      title: 'Hier raakte een draad in de knoop',
      text: 'Dat ligt aan ons, niet aan jou. Wat bewaard was, is er nog. Probeer het zo opnieuw.',
    },
    elsewhere: {
      title: 'Dit kwam van een ander adres',
      text: 'Daarom is er niets veranderd. Open de bladzijde opnieuw en probeer het nog eens.',
    },
    toToday: 'Naar Vandaag',
    toFront: 'Naar de eerste bladzijde',
  },
  en: {
    400: { title: 'We could not read this', text: 'Nothing has changed. Go back and try once more.' },
    403: {
      title: 'This is not open to you',
      text: 'Do you think it should be? Ask your support coordinator.',
    },
    404: {
      title: 'Nothing hangs here',
      text: 'This page does not exist, or is not of your school. Perhaps something was moved.',
    },
    413: {
      title: 'This is too big for us',
      text: 'A file may be 20 MB. Taking photos out often helps. Nothing has changed.',
    },
    429: {
      title: 'One moment please',
      text: 'Many requests came one after the other. Wait a minute, then try again.',
    },
    500: {
      title: 'A thread got tangled here',
      text: 'That is our doing, not yours. What was saved is still there. Try again in a moment.',
    },
    elsewhere: {
      title: 'This came from another address',
      text: 'That is why nothing has changed. Open the page again and try once more.',
    },
    toToday: 'To Today',
    toFront: 'To the first page',
  },
})

export type ErrorStatus = 400 | 403 | 404 | 413 | 429 | 500
