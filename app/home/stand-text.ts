import { type Terms, words } from '../kernel/language.ts'
import { questionStandText } from './stand-question-text.ts'
import { trendStandText } from './stand-trend-text.ts'
import { yearStandText } from './stand-year-text.ts'

type Say = (terms: Terms) => string
/** One kind of text: what it is, who writes it, who reads it; in the words that the school chose. */
export type Kind = { title: Say; writes: Say; reads: Say }

/** Who reads what, how long it stays and what it is never used for: in words that anybody can check. */
export const standText = words({
  nl: {
    title: 'Wie leest wat, en waar het nooit voor is',
    intro:
      'Dit doet Rode Draad met wat jij schrijft. Klopt er iets niet met wat je ziet? Zeg het, dan zoeken we het uit.',
    neverTitle: 'Waar het nooit voor is',
    never: {
      appraisal:
        'Niet voor een beoordeling. Wat hier staat, telt niet mee in een gesprek over functioneren en komt niet in een personeelsdossier.',
      scores:
        'Geen scores, geen ranglijst en geen overzicht per collega. Een traject evalueren we alleen in woorden.',
      pupils:
        'Geen tweede dossier van kinderen. Noem geen namen van kinderen: ‘een paar kinderen’ is genoeg. Toetsresultaten staan er zonder naam, als cijfers over groepen.',
      machine: 'Geen computer die over mensen oordeelt.',
      others: 'Niet voor anderen. We verkopen niets en sturen niets naar derden.',
    },
    kindsTitle: 'Wie schrijft en wie leest',
    writes: 'Schrijft',
    reads: 'Leest',
    kinds: {
      goals: {
        title: () => 'Visie, principes en doelen',
        writes: (terms) => `De ${terms.coordinator}. Het team besluit erover.`,
        reads: () => 'Iedereen van het team, in elke fase.',
      },
      effort: {
        title: (terms) => `Wat de ${terms.coordinator} doet`,
        writes: (terms) => `De ${terms.coordinator} zelf. Het team besluit erover.`,
        reads: () => 'Iedereen van het team, in elke fase.',
      },
      trackBefore: {
        title: () => 'Jouw traject, zolang jij er nog aan werkt',
        writes: () => 'Jij.',
        reads: (terms) =>
          `Jij, de ${terms.coordinator} en wie jij uitnodigt. Anderen zien alleen dat jij een plek hebt.`,
      },
      proposal: {
        title: () => 'Een voorstel voor jouw tekst',
        writes: () => 'Wie het voorstelt. Jij neemt over, verandert of slaat af.',
        reads: () => 'Jullie tweeën. Verder niemand, ook later niet.',
      },
      trackAfter: {
        title: () => 'Jouw traject, als jij erachter staat',
        writes: (terms) =>
          `Jij. Is het plan vastgesteld, dan verander je hem samen met de ${terms.coordinator}.`,
        reads: () => 'Iedereen van het team.',
      },
      amendment: {
        title: () => 'Een wijziging van jouw vastgestelde traject',
        writes: (terms) =>
          `Jij en de ${terms.coordinator}. Hij gaat in als jullie allebei ja zeggen tegen dezelfde tekst.`,
        reads: (terms) =>
          `Jij, de ${terms.coordinator} en wie jij uitnodigt, tot jullie allebei ja zeiden. De schoolleider alleen als jij vraagt om in te vallen, of als er geen andere ${terms.coordinator} is.`,
      },
      notes: {
        title: () => 'Werknotities bij jouw traject',
        writes: () => 'Jij, en wie jij binnenlaat van wie jou ondersteunt.',
        reads: (terms) =>
          `Dezelfde mensen, na een eigen passkey of code uit de eigen mail. Nooit de schoolleider. De beheerder en de ${terms.coordinator} alleen als jij ze zelf binnenlaat. Ze staan versleuteld; wie de server beheert, heeft database en sleutel en kan erbij.`,
      },
      learningTeam: {
        title: () => 'Het traject van een leerteam',
        writes: () => 'De leden van het leerteam.',
        reads: () => 'Iedereen van het team.',
      },
      evaluation: {
        title: () => 'Wat we zagen en leerden',
        writes: () => 'Van een traject: wie het traject heeft. Van een doel: het team, samen.',
        reads: () => 'Wie het traject of het doel mag lezen.',
      },
      ...yearStandText('nl'),
      ...questionStandText('nl'),
      ...trendStandText('nl'),
      voice: {
        title: () => 'Jouw antwoord bij een besluit',
        writes: () => 'Jij.',
        reads: () =>
          'Niemand, zolang de ronde open is. Daarna iedereen van het team, met je naam erbij. Op het digibord staan alleen aantallen.',
      },
      ballot: {
        title: () => 'Een stem zonder namen',
        writes: () => 'Jij. Daarna verandert hij niet meer.',
        reads: () =>
          'Niemand. Als de stemming sluit, zien jullie aantallen. Stemt iedereen hetzelfde, dan weet je toch wat ieder stemde. Wie de server beheert, kan er tijdens de stemming bij.',
      },
      brought: {
        title: () => 'Wat je in een vergadering inbrengt of vraagt',
        writes: () => 'Jij.',
        reads: () =>
          'Vooraf alleen jij. Als het punt aan de beurt is, staat het zonder je naam op het digibord. Wie leidt en wie notuleert, zien van wie het is. De notulen noemen je naam er niet bij.',
      },
      minutes: {
        title: () => 'De notulen',
        writes: () => 'Ze schrijven zichzelf; wie notuleert vult aan. De volgende vergadering stelt ze vast.',
        reads: () => 'Iedereen van het team.',
      },
      person: {
        title: () => 'Je naam, groepen en rol',
        writes: (terms) =>
          `De ${terms.coordinator} en de beheerder houden de teamlijst bij. Je naam verander je zelf.`,
        reads: (terms) =>
          `Iedereen van het team. Je e-mailadres zien alleen jij, de ${terms.coordinator} en de beheerder.`,
      },
    } satisfies Record<string, Kind>,
    withoutTitle: 'Wie niets extra’s leest',
    principal: 'De schoolleider leest wat het team leest. Meer niet.',
    administrator: 'De beheerder regelt wie mee mag doen en leest daardoor niets extra.',
    outside:
      'Ouders, kinderen, het bestuur en andere scholen lezen niets, tot jullie zelf iets delen. In de versie voor lezers buiten het team staan geen trajecten van collega’s. Een gast van een vergadering ziet in de zaal het digibord; op het eigen scherm staan geen trajecten. Een bestuur met meer scholen op één server kan per school de uitkomsten van de doorstroomtoets opvragen, nooit van minder dan vijf leerlingen; verder niets.',
    program:
      'Een programma met een sleutel van de school krijgt alleen tekst waar de schrijver achter staat.',
    keepsTitle: 'Hoe lang het blijft',
    plans: 'Een plan blijft staan, want het volgende plan bouwt erop voort.',
    leaving: 'Ga je weg, dan stopt je toegang. Je naam blijft in de oude plannen staan.',
    questions:
      'Een vraag wissen we een jaar na het afsluiten. Wat blijft, is een aantal: hoeveel vragen over dit onderwerp.',
    erasing: (years: number) =>
      `De tekst van je traject wissen we ${years === 1 ? 'een jaar' : `${years} jaar`} nadat je weg bent. Dat er iets gewist is, blijft te zien.`,
    logTitle: 'Wat we bijhouden',
    phases: 'Elke stap van het plan: wie, wanneer en waarom.',
    versions: 'Wat is vastgesteld, wordt verzegeld. Een wijziging komt er als nieuwe versie naast.',
    ways: 'Waar je bent ingelogd. Maakt de beheerder een inloglink voor jou, dan zie jij dat.',
    notReading:
      'Wie wat leest, houden we niet bij. Behalve bij werknotities: wie ze opende, ziet de leraar van dat traject, en niemand anders. Van een vraag bewaren we dat iemand hem las, niet wie: tot dan mag je hem weggooien.',
    letter: 'Brief voor de PMR (Word)',
    letterWhy:
      'De personeelsgeleding van de medezeggenschapsraad beslist mee over zo’n systeem. Deze brief legt het uit.',
  },
  en: {
    title: 'Who reads what, and what it is never for',
    intro:
      'This is what Rode Draad does with what you write. Does something differ from what you see? Say so, and we will find out.',
    neverTitle: 'What it is never for',
    never: {
      appraisal:
        'Not for appraisal. What stands here does not count in any performance interview and does not go into a personnel file.',
      scores: 'No scores, no ranking and no overview per colleague. A track is evaluated in words only.',
      pupils:
        'No second file on children. Name no children: “a few children” is enough. Test results stand there without names, as figures over groups.',
      machine: 'No computer that judges people.',
      others: 'Not for others. We sell nothing and send nothing to third parties.',
    },
    kindsTitle: 'Who writes and who reads',
    writes: 'Writes',
    reads: 'Reads',
    kinds: {
      goals: {
        title: () => 'Vision, principles and goals',
        writes: (terms) => `The ${terms.coordinator}. The team decides on them.`,
        reads: () => 'Everyone of the team, in every phase.',
      },
      effort: {
        title: (terms) => `What the ${terms.coordinator} does`,
        writes: (terms) => `The ${terms.coordinator}. The team decides on it.`,
        reads: () => 'Everyone of the team, in every phase.',
      },
      trackBefore: {
        title: () => 'Your track, while you are still working on it',
        writes: () => 'You.',
        reads: (terms) =>
          `You, the ${terms.coordinator} and whom you invite. Others see only that you have a place.`,
      },
      proposal: {
        title: () => 'A proposal for your text',
        writes: () => 'Whoever proposes it. You accept, change or decline.',
        reads: () => 'The two of you. Nobody else, not later either.',
      },
      trackAfter: {
        title: () => 'Your track, once you stand behind it',
        writes: (terms) =>
          `You. Once the plan is adopted you change it together with the ${terms.coordinator}.`,
        reads: () => 'Everyone of the team.',
      },
      amendment: {
        title: () => 'An amendment of your adopted track',
        writes: (terms) =>
          `You and the ${terms.coordinator}. It takes effect when you both say yes to the same text.`,
        reads: (terms) =>
          `You, the ${terms.coordinator} and whom you invite, until you both said yes. The principal only when you ask to stand in, or when there is no other ${terms.coordinator}.`,
      },
      notes: {
        title: () => 'Working notes with your track',
        writes: () => 'You, and whom you let in of those who support you.',
        reads: (terms) =>
          `The same people, after an own passkey or a code from their own mail. Never the principal. The administrator and the ${terms.coordinator} only if you let them in yourself. They are encrypted; who runs the server has database and key and could read them.`,
      },
      learningTeam: {
        title: () => 'The track of a learning team',
        writes: () => 'The members of the learning team.',
        reads: () => 'Everyone of the team.',
      },
      evaluation: {
        title: () => 'What we saw and learned',
        writes: () => 'Of a track: whose track it is. Of a goal: the team, together.',
        reads: () => 'Whoever may read the track or the goal.',
      },
      ...yearStandText('en'),
      ...questionStandText('en'),
      ...trendStandText('en'),
      voice: {
        title: () => 'Your answer to a decision',
        writes: () => 'You.',
        reads: () =>
          'Nobody, while the round is open. After that everybody of the team, with your name. The board shows counts alone.',
      },
      ballot: {
        title: () => 'A vote without names',
        writes: () => 'You. It does not change after that.',
        reads: () =>
          'Nobody. When the vote closes you see counts. When all vote alike one knows what each voted. Who runs the server can get at it while the vote is open.',
      },
      brought: {
        title: () => 'What you bring in or ask in a meeting',
        writes: () => 'You.',
        reads: () =>
          'Beforehand you alone. Once the item has its turn it stands on the board without your name. Who leads and who takes the minutes see whose it is. The minutes do not name you with it.',
      },
      minutes: {
        title: () => 'The minutes',
        writes: () =>
          'They write themselves; the minute-taker completes them. The next meeting confirms them.',
        reads: () => 'Everybody of the team.',
      },
      person: {
        title: () => 'Your name, groups and role',
        writes: (terms) =>
          `The ${terms.coordinator} and the administrator keep the team list. Your name you change yourself.`,
        reads: (terms) =>
          `Everyone of the team. Only you, the ${terms.coordinator} and the administrator see your e-mail address.`,
      },
    },
    withoutTitle: 'Who reads nothing more',
    principal: 'The principal reads what the team reads. No more.',
    administrator: 'The administrator arranges who may take part, and reads nothing more because of that.',
    outside:
      'Parents, children, the board and other schools read nothing, until you share something yourselves. The version for readers outside the team holds no tracks of colleagues. A guest of a meeting sees the board in the room; the own screen shows no tracks. A board with several schools on one server can ask per school for the outcome of the final test, never of fewer than five pupils; nothing else.',
    program: 'A program with a key of the school gets only text that its writer stands behind.',
    keepsTitle: 'How long it stays',
    plans: 'A plan stays, because the next one builds on it.',
    leaving: 'When you leave, your access ends. Your name stays in the old plans.',
    questions:
      'A question is erased a year after it was closed. What stays is a number: how many questions on this topic.',
    erasing: (years) =>
      `We erase the text of your track ${years === 1 ? 'one year' : `${years} years`} after you left. That something was erased stays visible.`,
    logTitle: 'What we keep a record of',
    phases: 'Every step of the plan: who, when and why.',
    versions: 'What has been adopted is sealed. A change comes beside it as a new version.',
    ways: 'Where you are signed in. When the administrator makes a sign-in link for you, you see that.',
    notReading:
      'Who reads what, we do not record. Except for working notes: who opened them is seen by the teacher of that track, and by nobody else. Of a question we keep that somebody read it, not who: until then you may throw it away.',
    letter: 'Letter for the PMR (Word)',
    letterWhy:
      'The staff part of the participation council has a say in a system like this. This letter explains it.',
  },
})
