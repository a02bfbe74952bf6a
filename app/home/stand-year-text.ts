import { type Terms, words } from '../kernel/language.ts'

/** Who writes and who reads what comes between adoption and evaluation. */
export const yearStandText = words({
  nl: {
    steps: {
      title: () => 'Kleine stappen in jouw traject, en wat je zag',
      writes: () => 'Jij. Wie je erbij vraagt, zegt zelf ja of nee.',
      reads: (terms: Terms) =>
        `De stap: wie je traject leest, en wie je erbij vraagt. Wat je zag: jij, de ${terms.coordinator} en wie meedeed; het team alleen als jij de opbrengst deelt.`,
    },
    visits: {
      title: () => 'Een bezoek, en wat daar gezien is',
      writes: () =>
        'Wie bezocht wordt, kiest waar jullie op letten. Wie komt kijken, stelt voor wat jullie bewaren. Wie bezocht werd, houdt het, verandert het of gooit het weg.',
      reads: (terms: Terms) =>
        `Dat het er is: de twee, en wie de groep overneemt. Wat gezien is: jullie tweeën. De ${terms.coordinator} of het team alleen als wie bezocht werd dat kiest; dat kan ook weer terug.`,
    },
    time: {
      title: (terms: Terms) => `De eigen tijd van de ${terms.coordinator}`,
      writes: (terms: Terms) => `Alleen de ${terms.coordinator}. Van leraren schrijft niemand tijd op.`,
      reads: (terms: Terms) =>
        `Alleen de ${terms.coordinator} zelf; ook niet een tweede, de schoolleider of het bestuur. Wie wil, deelt verhoudingen in een zin, nooit uren, en kan dat weer intrekken.`,
    },
    calendar: {
      title: () => 'Een adres om je agenda te volgen',
      writes: () => 'Jij maakt het, en je zet het stil wanneer je wilt.',
      reads: () =>
        'Wie het adres heeft. Erin staan alleen tijden, titels, de plek en een link: in dat van jou wat van jou is, in dat van het team wat iedereen van het team leest.',
    },
    shelf: {
      title: () => 'Een stuk voor de plank',
      writes: () => 'Jij.',
      reads: () =>
        'Jij alleen, tot jij het op de plank legt. Daarna iedereen van het team, tot jij het er weer afhaalt.',
    },
  },
  en: {
    steps: {
      title: () => 'Small steps in your track, and what you saw',
      writes: () => 'You. Whom you ask says yes or no.',
      reads: (terms: Terms) =>
        `The step: who reads your track, and whom you ask. What you saw: you, the ${terms.coordinator} and who joined in; the team only when you share the yield.`,
    },
    visits: {
      title: () => 'A visit, and what was seen there',
      writes: () =>
        'Who is visited chooses what to look at. Who comes to look proposes what to keep. Who was visited keeps it, changes it or throws it away.',
      reads: (terms: Terms) =>
        `That it takes place: the two, and who takes the class over. What was seen: you two. The ${terms.coordinator} or the team only if who was visited chooses so; that can be taken back.`,
    },
    time: {
      title: (terms: Terms) => `The ${terms.coordinator}’s own time`,
      writes: (terms: Terms) => `Only the ${terms.coordinator}. Nobody writes down the time of teachers.`,
      reads: (terms: Terms) =>
        `Only that ${terms.coordinator}; not a second one, the principal or the board either. Who wants to shares proportions in a sentence, never hours, and can take that back.`,
    },
    calendar: {
      title: () => 'An address by which a calendar follows yours',
      writes: () => 'You make it, and you stop it whenever you like.',
      reads: () =>
        'Who has the address. It holds only times, titles, the place and a link: your own what is yours, the team’s what everybody of the team reads.',
    },
    shelf: {
      title: () => 'A piece for the shelf',
      writes: () => 'You.',
      reads: () =>
        'Only you, until you put it on the shelf. Then everyone of the team, until you take it off again.',
    },
  },
})
