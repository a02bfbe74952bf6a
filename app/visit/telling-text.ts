import { words } from '../kernel/language.ts'
import type { TellingKind } from './telling.ts'

type Names = { readonly visitor: string; readonly host: string; readonly cover: string; readonly by: string }

/** The letters of a visit. Subjects tell the day, nobody's name and nothing that somebody wrote. */
export const tellingText = words({
  nl: {
    subject: {
      asked: (day: string) => `Mag een collega komen kijken? ${day}`,
      invited: (day: string) => `Een collega nodigt je uit om te komen kijken: ${day}`,
      'other-moment': (day: string) => `Ander moment voor een lesbezoek: ${day}`,
      agreed: (day: string) => `Lesbezoek afgesproken: ${day}`,
      moved: (day: string) => `Lesbezoek verzet naar ${day}`,
      'other-cover': (day: string) => `Lesbezoek ${day}: iemand anders neemt over`,
      'cover-asked': (day: string) => `Kun jij een groep overnemen? ${day}`,
      'cover-declined': (day: string) => `Overnemen ruilen lukt niet: ${day}`,
      'cover-gone': (day: string) => `Wie neemt je groep over? ${day}`,
      'cover-none': (day: string) => `Overnemen lukt deze collega niet: ${day}`,
      'cover-released': (day: string) => `Je hoeft geen groep over te nemen: ${day}`,
      declined: (day: string) => `Lesbezoek ${day} komt er niet`,
      stays: (day: string) => `Lesbezoek blijft zoals het was: ${day}`,
      withdrawn: (day: string) => `Vraag voor een lesbezoek ingetrokken: ${day}`,
      cancelled: (day: string) => `Lesbezoek gaat niet door: ${day}`,
      left: (day: string) => `Lesbezoek gaat niet door: ${day}`,
      'swap-asked': (day: string) => `Wil je van moment ruilen? ${day}`,
      'swap-host': (day: string) => `Past een ander moment voor een lesbezoek? Nu: ${day}`,
    } satisfies Record<TellingKind, (day: string) => string>,
    says: {
      asked: ({ visitor }: Names) =>
        `${visitor} wil graag bij jou komen kijken. Jij beslist: ja, een ander moment, of liever niet.`,
      invited: ({ host }: Names) =>
        `${host} vraagt of je komt kijken. Zeg ja, kies een ander moment, of laat het schieten.`,
      'other-moment': ({ by }: Names) => `${by} stelt een ander moment voor. Past het?`,
      agreed: ({ visitor, host }: Names) => `${visitor} gaat kijken bij ${host}. Het is afgesproken.`,
      moved: ({ visitor, host }: Names) => `Het bezoek van ${visitor} bij ${host} is verzet. Zo is het nu:`,
      'other-cover': ({ visitor, cover }: Names) =>
        `${cover} neemt nu de groep van ${visitor} over. Het moment blijft gelijk.`,
      'cover-asked': ({ by, visitor }: Names) =>
        `${by} kan de groep van ${visitor} toch niet overnemen en vraagt of jij het wilt doen.`,
      'cover-declined': ({ by, visitor }: Names) =>
        `${by} kan de groep van ${visitor} niet van je overnemen. Het blijft zoals het was.`,
      'cover-gone': ({ host }: Names) =>
        `Wie je groep zou overnemen, kan niet meer. Je bezoek bij ${host} staat nog. Vraag een collega, kies een ander moment, of ga zonder als er dan geen groep is.`,
      'cover-none': ({ by }: Names) => `${by} kan je groep niet overnemen. Vraag gerust iemand anders.`,
      'cover-released': ({ visitor }: Names) => `Je hoeft de groep van ${visitor} niet meer over te nemen.`,
      declined: ({ by }: Names) => `${by} zegt deze keer liever niet. Een ander moment vragen mag altijd.`,
      stays: ({ by }: Names) => `Het andere moment past ${by} niet. Het bezoek blijft zoals het was:`,
      withdrawn: ({ visitor, host }: Names) => `Het bezoek van ${visitor} bij ${host} hoeft niet meer.`,
      cancelled: ({ by, visitor, host }: Names) => `${by} zegt het bezoek van ${visitor} bij ${host} af.`,
      left: ({ visitor, host }: Names) =>
        `Het bezoek van ${visitor} bij ${host} gaat niet door: een van de collega’s werkt hier niet meer.`,
      'swap-asked': ({ visitor }: Names) =>
        `${visitor} vraagt of je van moment wilt ruilen. Kies een eigen bezoek om mee te ruilen, of zeg liever niet.`,
      'swap-host': ({ visitor }: Names) =>
        `${visitor}, die bij jou komt kijken, wil van moment ruilen met een collega. Past het nieuwe moment?`,
    } satisfies Record<TellingKind, (names: Names) => string>,
    saysYou: {
      agreedVisitor: ({ host }: Names) => `Jij gaat kijken bij ${host}. Het is afgesproken.`,
      agreedHost: ({ visitor }: Names) => `${visitor} komt bij jou kijken. Het is afgesproken.`,
      coverAsked: ({ by }: Names) =>
        `${by} zoekt iemand die de groep overneemt en vraagt of jij het wilt doen.`,
      cancelled: ({ visitor, host }: Names) => `Je zei het bezoek van ${visitor} bij ${host} af.`,
    },
    hello: (name: string) => `Dag ${name},`,
    when: (day: string, from: string, to: string) => `Wanneer: ${day}, van ${from} tot ${to} uur`,
    cover: (name: string) => `Wie neemt de groep over: ${name}`,
    noCover: 'De groep hoeft niet te worden overgenomen.',
    wrote: (name: string, text: string) => `${name} schrijft: ${text}`,
    look: (url: string) => `Bekijk het of geef antwoord: ${url}`,
    other: (url: string) => `Een ander moment vinden: ${url}`,
    calendar: 'In de bijlage zit de afspraak voor je agenda.',
    calendarCancel: 'De afspraak in je agenda vervalt.',
    title: {
      visitor: (_visitor: string, host: string) => `Kijken bij ${host}`,
      host: (visitor: string) => `${visitor} komt kijken`,
      cover: (visitor: string) => `Groep van ${visitor} overnemen`,
    },
    fileName: 'lesbezoek',
  },
  en: {
    subject: {
      asked: (day) => `May a colleague come and look? ${day}`,
      invited: (day) => `A colleague invites you to come and look: ${day}`,
      'other-moment': (day) => `Another moment for a lesson visit: ${day}`,
      agreed: (day) => `Lesson visit agreed: ${day}`,
      moved: (day) => `Lesson visit moved to ${day}`,
      'other-cover': (day) => `Lesson visit ${day}: somebody else takes the class over`,
      'cover-asked': (day) => `Can you take a class over? ${day}`,
      'cover-declined': (day) => `Swapping who takes over did not work: ${day}`,
      'cover-gone': (day) => `Who takes your class over? ${day}`,
      'cover-none': (day) => `This colleague can’t take over: ${day}`,
      'cover-released': (day) => `You need not take a class over: ${day}`,
      declined: (day) => `Lesson visit ${day} will not be`,
      stays: (day) => `Lesson visit stays as it was: ${day}`,
      withdrawn: (day) => `Question for a lesson visit taken back: ${day}`,
      cancelled: (day) => `Lesson visit called off: ${day}`,
      left: (day) => `Lesson visit called off: ${day}`,
      'swap-asked': (day) => `Would you swap moments? ${day}`,
      'swap-host': (day) => `Does another moment for a lesson visit suit you? Now: ${day}`,
    },
    says: {
      asked: ({ visitor }) =>
        `${visitor} would like to come and look at yours. You decide: yes, another moment, or rather not.`,
      invited: ({ host }) =>
        `${host} asks you to come and look. Say yes, choose another moment, or let it go.`,
      'other-moment': ({ by }) => `${by} proposes another moment. Does it suit you?`,
      agreed: ({ visitor, host }) => `${visitor} goes to look at ${host}’s. It is agreed.`,
      moved: ({ visitor, host }) => `The visit of ${visitor} to ${host} was moved. This is how it is now:`,
      'other-cover': ({ visitor, cover }) =>
        `${cover} now takes ${visitor}’s class over. The moment stays the same.`,
      'cover-asked': ({ by, visitor }) =>
        `${by} can’t take ${visitor}’s class over after all and asks whether you would.`,
      'cover-declined': ({ by, visitor }) =>
        `${by} can’t take ${visitor}’s class over for you. It stays as it was.`,
      'cover-gone': ({ host }) =>
        `Whoever would take your class over can’t any more. Your visit to ${host} still stands. Ask a colleague, choose another moment, or go without when there is no class then.`,
      'cover-none': ({ by }) => `${by} can’t take your class over. Do ask somebody else.`,
      'cover-released': ({ visitor }) => `You need not take ${visitor}’s class over any more.`,
      declined: ({ by }) => `${by} would rather not this time. You can always ask for another moment.`,
      stays: ({ by }) => `The other moment does not suit ${by}. The visit stays as it was:`,
      withdrawn: ({ visitor, host }) => `The visit of ${visitor} to ${host} is not needed any more.`,
      cancelled: ({ by, visitor, host }) => `${by} calls off the visit of ${visitor} to ${host}.`,
      left: ({ visitor, host }) =>
        `The visit of ${visitor} to ${host} does not go on: one of the colleagues works here no longer.`,
      'swap-asked': ({ visitor }) =>
        `${visitor} asks whether you would swap moments. Choose an own visit to swap with, or say rather not.`,
      'swap-host': ({ visitor }) =>
        `${visitor}, who comes to look at yours, wants to swap moments with a colleague. Does the new moment suit you?`,
    },
    saysYou: {
      agreedVisitor: ({ host }) => `You go to look at ${host}’s. It is agreed.`,
      agreedHost: ({ visitor }) => `${visitor} comes to look at yours. It is agreed.`,
      coverAsked: ({ by }) => `${by} looks for somebody to take the class over and asks whether you would.`,
      cancelled: ({ visitor, host }) => `You called off the visit of ${visitor} to ${host}.`,
    },
    hello: (name) => `Hello ${name},`,
    when: (day, from, to) => `When: ${day}, from ${from} to ${to}`,
    cover: (name) => `Who takes the class over: ${name}`,
    noCover: 'No class has to be taken over.',
    wrote: (name, text) => `${name} writes: ${text}`,
    look: (url) => `Look at it or answer: ${url}`,
    other: (url) => `Find another moment: ${url}`,
    calendar: 'The appointment for your calendar is attached.',
    calendarCancel: 'The appointment in your calendar goes away.',
    title: {
      visitor: (_visitor, host) => `Looking at ${host}’s`,
      host: (visitor) => `${visitor} comes to look`,
      cover: (visitor) => `Taking over ${visitor}’s class`,
    },
    fileName: 'lesson-visit',
  },
})
