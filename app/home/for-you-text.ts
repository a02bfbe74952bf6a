import { words } from '../kernel/language.ts'

/** The words of the page with all that waits for somebody. */
export const forYouText = words({
  nl: {
    title: 'Voor jou',
    lead: 'Alles wat op jou wacht, op één plek. Wat je hebt gedaan, verdwijnt hier vanzelf.',
    nothing: 'Niets vraagt jou nu.',
    all: 'Alles wat op jou wacht',
    suggestion: {
      title: (name: string, about: string) => `${name} stelt iets voor bij ${about}`,
      note: 'Jij houdt daar de pen vast. Eén tik is genoeg.',
      act: 'Bekijk het voorstel',
    },
    reply: {
      title: (name: string, about: string) => `${name} antwoordde je bij ${about}`,
      note: 'Antwoord, of zeg dat je het gelezen hebt.',
      act: 'Lees het antwoord',
    },
    comment: {
      title: (name: string, about: string) => `${name} reageert op ${about}`,
      note: 'Antwoord, of zeg dat je het gelezen hebt.',
      act: 'Lees de reactie',
    },
  },
  en: {
    title: 'For you',
    lead: 'Everything that waits for you, in one place. What you have done goes from here by itself.',
    nothing: 'Nothing asks for you now.',
    all: 'Everything that waits for you',
    suggestion: {
      title: (name, about) => `${name} proposes something for ${about}`,
      note: 'You hold the pen there. One tap is enough.',
      act: 'See the proposal',
    },
    reply: {
      title: (name, about) => `${name} answered you about ${about}`,
      note: 'Answer, or say that you have read it.',
      act: 'Read the answer',
    },
    comment: {
      title: (name, about) => `${name} comments on ${about}`,
      note: 'Answer, or say that you have read it.',
      act: 'Read the comment',
    },
  },
})
