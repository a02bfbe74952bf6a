import { words } from '../kernel/language.ts'
import type { PeerLetter } from './peer-telling.ts'

type Names = {
  /** Of whom it speaks. */
  readonly who: string
  /** Who are in it besides the reader. */
  readonly others: string
}

/** The letters of learning together. Subjects tell nobody's name and nothing that somebody wrote. */
export const peerTellingText = words({
  nl: {
    subject: {
      asked: 'Een collega wil samen met jou leren',
      third: 'Mag er een derde bij?',
      yes: 'Je leert samen met een collega',
      no: 'Samen leren: deze collega kan nu niet',
      'taken-back': 'Samen leren: je hoeft niet meer te antwoorden',
      left: 'Samen leren: iemand is gestopt',
      closed: 'Samen leren: jullie hebben afgerond',
      moment: 'Samen leren: een moment staat',
      moved: 'Samen leren: een moment is verzet',
      'called-off': 'Samen leren: een moment gaat niet door',
    } satisfies Record<PeerLetter, string>,
    says: {
      asked: ({ who }: Names) =>
        `${who} vraagt of je een tijd samen wilt leren. Je leest waarover, en zegt ja of nu niet. Je hoeft niet te zeggen waarom.`,
      third: ({ who, others }: Names) =>
        `${others} wil ${who} erbij vragen. Dat gebeurt alleen als jij het ook goed vindt.`,
      yes: ({ who }: Names) => `${who} doet mee. Spreek samen een eerste moment af.`,
      no: ({ who }: Names) => `${who} kan nu niet. Vraag gerust een ander.`,
      'taken-back': () => 'Iemand vroeg je om samen te leren. Dat hoeft nu niet meer.',
      left: ({ who }: Names) => `${who} doet niet meer mee. Wat jullie bespraken blijft onder jullie.`,
      closed: () => 'Jullie hebben het samen leren afgerond. Schrijf voor jezelf op wat het je bracht.',
      moment: ({ others }: Names) => `Samen leren met ${others}. Het moment staat:`,
      moved: ({ others }: Names) => `Samen leren met ${others} is verzet. Zo is het nu:`,
      'called-off': ({ others }: Names) => `Samen leren met ${others} gaat op dit moment niet door:`,
    } satisfies Record<PeerLetter, (names: Names) => string>,
    hello: (name: string) => `Dag ${name},`,
    when: (day: string, from: string, to: string) => `${day}, ${from} tot ${to} uur`,
    look: (href: string) => `Bekijk het hier: ${href}`,
    calendar: 'Het moment zit als agenda-uitnodiging bij deze brief.',
    calendarCancel: 'Met deze brief gaat het moment uit je agenda.',
    title: (others: string) => `Samen leren met ${others}`,
    and: 'en',
    colleague: 'een collega',
  },
  en: {
    subject: {
      asked: 'A colleague would like to learn together with you',
      third: 'May a third one join?',
      yes: 'You learn together with a colleague',
      no: 'Learning together: this colleague can’t now',
      'taken-back': 'Learning together: you need not answer any more',
      left: 'Learning together: somebody stopped',
      closed: 'Learning together: you have finished',
      moment: 'Learning together: a moment is set',
      moved: 'Learning together: a moment has been moved',
      'called-off': 'Learning together: a moment does not go on',
    },
    says: {
      asked: ({ who }) =>
        `${who} asks whether you would like to learn together for a while. You read what about, and say yes or not now. You need not say why.`,
      third: ({ who, others }) =>
        `${others} would like to ask ${who} to join. That happens only when you agree.`,
      yes: ({ who }) => `${who} joins. Agree on a first moment together.`,
      no: ({ who }) => `${who} can’t now. Feel free to ask somebody else.`,
      'taken-back': () => 'Somebody asked you to learn together. That is no longer needed.',
      left: ({ who }) => `${who} no longer takes part. What you talked about stays among you.`,
      closed: () => 'You have finished learning together. Write for yourself what it brought you.',
      moment: ({ others }) => `Learning together with ${others}. The moment is set:`,
      moved: ({ others }) => `Learning together with ${others} has been moved. It is now:`,
      'called-off': ({ others }) => `Learning together with ${others} does not go on at this moment:`,
    },
    hello: (name) => `Hello ${name},`,
    when: (day, from, to) => `${day}, ${from} to ${to}`,
    look: (href) => `Look at it here: ${href}`,
    calendar: 'The moment comes with this letter as an invitation for your calendar.',
    calendarCancel: 'With this letter the moment leaves your calendar.',
    title: (others) => `Learning together with ${others}`,
    and: 'and',
    colleague: 'a colleague',
  },
})

/** 'Lotte', 'Lotte en Daan' */
export const joinNames = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
