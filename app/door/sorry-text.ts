import { words } from '../kernel/language.ts'

type Sorry = { title: string; text: string }

const nl = {
  forbidden: {
    title: 'Deze bladzijde is niet voor jou',
    text: 'Je mag dit niet openen of veranderen. Vraag je intern begeleider als je denkt dat het wel zou moeten.',
  },
  missing: {
    title: 'Hier is niets',
    text: 'Deze bladzijde bestaat niet, of is niet van jouw school. Ga terug, of begin opnieuw bij Vandaag.',
  },
  tooBig: {
    title: 'Dit is te groot',
    text: 'Wat je stuurt is groter dan wij aannemen. Een bestand mag 20 MB zijn.',
  },
  elsewhere: {
    title: 'Dit kwam niet van onze eigen bladzijde',
    text: 'De wijziging kwam van een ander adres en is daarom niet bewaard. Open de bladzijde opnieuw en probeer het nog eens.',
  },
  unreadable: {
    title: 'Dit konden we niet lezen',
    text: 'De vraag van je browser was niet te lezen. Er is niets veranderd. Ga terug en probeer het nog eens.',
  },
  ours: {
    title: 'Er ging hier iets mis',
    text: 'Dat ligt aan ons, niet aan jou. Wat eerder bewaard was, staat er nog. Probeer het straks opnieuw.',
  },
} satisfies Record<string, Sorry>

export type SorryKind = keyof typeof nl

/** What went wrong, in words for whoever stands before it. */
export const sorryText = words<{ [Kind in SorryKind]: Sorry }>({
  nl,
  en: {
    forbidden: {
      title: 'This page is not for you',
      text: 'You may not open or change this. Ask your coordinator if you think you should.',
    },
    missing: {
      title: 'There is nothing here',
      text: 'This page does not exist, or belongs to another school. Go back, or start again at Today.',
    },
    tooBig: {
      title: 'This is too big',
      text: 'What you send is bigger than we accept. A file may be 20 MB.',
    },
    elsewhere: {
      title: 'This did not come from our own page',
      text: 'The change came from another address and has not been saved. Open the page again and try once more.',
    },
    unreadable: {
      title: 'We could not read this',
      text: "Your browser's request could not be read. Nothing has changed. Go back and try once more.",
    },
    ours: {
      title: 'Something went wrong here',
      text: 'That is our doing, not yours. What was saved before is still there. Try again in a moment.',
    },
  },
})
