import { words } from '../kernel/language.ts'
import type { FeedKind } from './feed.ts'
import type { FeedBecause } from './feed-may.ts'

/** 'Zet in mijn agenda'. */
export const calendarsText = words({
  nl: {
    title: 'Zet Rode Draad in je agenda',
    under: 'Eén keer instellen. Daarna staat alles vanzelf in de agenda op je telefoon of laptop.',
    kind: {
      own: {
        title: 'Van mij',
        what: 'Je stappen met een dag, je lesbezoeken (ook wat je vroeg en nog niet zeker is), de evaluaties van je trajecten en de teamvergaderingen.',
      },
      team: {
        title: 'Van het team',
        what: 'De jaarcirkel: toetsen, studiedagen, rapporten, evaluaties, vergaderingen en vakanties.',
      },
    } satisfies Record<FeedKind, { title: string; what: string }>,
    what: 'Mee gaan alleen: wanneer het is, een titel, de plek en een link. Notities en teksten van doelen en trajecten blijven hier.',
    titles:
      'De titel van een stap is wat je er zelf opschreef. Die staat dan ook bij Google, Microsoft of Apple. Schrijf er dus geen namen van kinderen in. In een titel kan wel de voornaam van een collega staan.',
    make: 'Maak een adres',
    again: 'Maak een nieuw adres',
    againNote: 'Het oude adres werkt dan niet meer.',
    stop: 'Stop dit adres',
    on: 'Staat aan',
    off: 'Staat nog niet aan',
    madeOn: (day: string) => `Gemaakt op ${day}`,
    seenOn: (day: string) => `voor het laatst opgehaald op ${day}`,
    notSeen: 'nog niet opgehaald',
    stopped: 'Dit adres is gestopt. In je agenda kun je het abonnement nu weghalen.',
    hereItIs: {
      own: 'Dit is je adres. Kopieer het nu: je ziet het maar één keer.',
      team: 'Dit is je adres voor de agenda van het team. Kopieer het nu: je ziet het maar één keer.',
    } satisfies Record<FeedKind, string>,
    secret:
      'Wie dit adres heeft, kan meelezen. Deel het niet. Kwijt, of bij de verkeerde terechtgekomen? Maak dan een nieuw adres.',
    onlyHere:
      'Dit adres werkt alleen op deze computer. Vraag wie Rode Draad beheert om het adres van de server in te stellen (BASE_URL).',
    address: 'Het adres voor je agenda',
    openApp: 'Open in de agenda van dit apparaat',
    openNote: 'Werkt met Apple Agenda en met Outlook op een computer.',
    howTitle: 'Zo zet je het in je agenda',
    how: {
      google: {
        name: 'Google Agenda',
        steps: [
          'Doe dit op een computer, op calendar.google.com.',
          'Klik links naast ‘Andere agenda’s’ op het plusje en kies ‘Via URL’.',
          'Plak het adres en klik op ‘Agenda toevoegen’. Daarna zie je hem ook op je telefoon.',
        ],
        note: 'Google haalt een paar keer per dag op wat er veranderd is. Soms duurt dat een dag.',
      },
      outlook: {
        name: 'Outlook',
        steps: [
          'Open je agenda in Outlook op internet (outlook.office.com) of in de nieuwe Outlook.',
          'Kies ‘Agenda toevoegen’ en dan ‘Abonneren via internet’.',
          'Plak het adres, geef de agenda een naam en klik op ‘Importeren’.',
        ],
        note: 'Outlook kijkt om de paar uur of er iets veranderd is.',
      },
      apple: {
        name: 'iPhone, iPad en Mac',
        steps: [
          'iPhone of iPad: Instellingen, Apps, Agenda, Agenda-accounts, Voeg account toe, Andere, Voeg agenda-abonnement toe.',
          'Mac: in Agenda kies je Archief en dan Nieuw agenda-abonnement.',
          'Plak het adres en bewaar.',
        ],
        note: 'Kies bij ‘Vernieuw automatisch’ voor ‘Elk uur’.',
      },
    },
    noPush: 'Wat je in je agenda verandert, verandert hier niet. Verzetten doe je in Rode Draad.',
    all: 'Alle adressen van het team stoppen',
    allNote: (count: number) =>
      count === 1
        ? 'Eén collega heeft een adres voor de agenda van het team. Is dat bij de verkeerde terechtgekomen? Dan kun je het hier stoppen.'
        : `${count} collega’s hebben een adres voor de agenda van het team. Is er een bij de verkeerde terechtgekomen? Dan kun je ze hier allemaal stoppen. Ieder maakt daarna zelf een nieuw adres.`,
    allAct: 'Stop ze allemaal',
    allStopped: (count: number) =>
      count === 1 ? 'Eén adres is gestopt.' : `${count} adressen zijn gestopt.`,
    toYear: 'Naar de jaarcirkel',
    because: {
      'own-calendar': 'Dit is je eigen agenda.',
      'team-reads': 'Het hele team leest de jaarcirkel.',
      'leads-the-school': 'Je leidt de school of het plan.',
      'members-only': 'Alleen wie is ingelogd maakt een adres.',
      'few-stop-all':
        'Alle adressen stoppen doet de directeur, de intern begeleider of de beheerder. Je eigen adres stop je hier zelf.',
    } satisfies Record<FeedBecause, string>,
    notDone: 'Dat is niet gebeurd.',
  },
  en: {
    title: 'Put Rode Draad in your calendar',
    under: 'Set it up once. From then on everything is in the calendar on your phone or laptop by itself.',
    kind: {
      own: {
        title: 'Mine',
        what: 'Your steps with a day, your lesson visits (also what you asked and is not certain yet), the evaluations of your tracks and the team meetings.',
      },
      team: {
        title: 'The team’s',
        what: 'The year circle: tests, study days, reports, evaluations, meetings and holidays.',
      },
    },
    what: 'Along go only: when it is, a title, the place and a link. Notes and the texts of goals and tracks stay here.',
    titles:
      'The title of a step is what you wrote there yourself. It is then with Google, Microsoft or Apple as well. So leave names of children out of it. A title can hold the first name of a colleague.',
    make: 'Make an address',
    again: 'Make a new address',
    againNote: 'The old address will no longer work.',
    stop: 'Stop this address',
    on: 'Switched on',
    off: 'Not switched on yet',
    madeOn: (day) => `Made on ${day}`,
    seenOn: (day) => `last read on ${day}`,
    notSeen: 'not read yet',
    stopped: 'This address has been stopped. You can now remove the subscription from your calendar.',
    hereItIs: {
      own: 'This is your address. Copy it now: you see it only once.',
      team: 'This is your address for the calendar of the team. Copy it now: you see it only once.',
    },
    secret:
      'Whoever has this address can read along. Do not share it. Lost it, or did it end up with the wrong person? Then make a new address.',
    onlyHere:
      'This address works on this computer only. Ask whoever runs Rode Draad to set the address of the server (BASE_URL).',
    address: 'The address for your calendar',
    openApp: 'Open in the calendar of this device',
    openNote: 'Works with Apple Calendar and with Outlook on a computer.',
    howTitle: 'How to put it in your calendar',
    how: {
      google: {
        name: 'Google Calendar',
        steps: [
          'Do this on a computer, at calendar.google.com.',
          'On the left, next to ‘Other calendars’, click the plus and choose ‘From URL’.',
          'Paste the address and click ‘Add calendar’. After that it is on your phone too.',
        ],
        note: 'Google looks for changes a few times a day. Sometimes that takes a day.',
      },
      outlook: {
        name: 'Outlook',
        steps: [
          'Open your calendar in Outlook on the web (outlook.office.com) or in the new Outlook.',
          'Choose ‘Add calendar’ and then ‘Subscribe from web’.',
          'Paste the address, give the calendar a name and click ‘Import’.',
        ],
        note: 'Outlook looks for changes every few hours.',
      },
      apple: {
        name: 'iPhone, iPad and Mac',
        steps: [
          'iPhone or iPad: Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, Add Subscribed Calendar.',
          'Mac: in Calendar choose File and then New Calendar Subscription.',
          'Paste the address and save.',
        ],
        note: 'For ‘Auto-refresh’ choose ‘Every hour’.',
      },
    },
    noPush: 'What you change in your calendar does not change here. Move things in Rode Draad.',
    all: 'Stop all addresses of the team',
    allNote: (count) =>
      count === 1
        ? 'One colleague has an address for the calendar of the team. Did it end up with the wrong person? Then you can stop it here.'
        : `${count} colleagues have an address for the calendar of the team. Did one end up with the wrong person? Then you can stop them all here. Everybody then makes a new address themselves.`,
    allAct: 'Stop them all',
    allStopped: (count) =>
      count === 1 ? 'One address has been stopped.' : `${count} addresses have been stopped.`,
    toYear: 'To the year circle',
    because: {
      'own-calendar': 'This is your own calendar.',
      'team-reads': 'The whole team reads the year circle.',
      'leads-the-school': 'You lead the school or the plan.',
      'members-only': 'Only who is signed in makes an address.',
      'few-stop-all':
        'The principal, the coordinator or the administrator stops all addresses. You stop your own address here.',
    },
    notDone: 'That has not been done.',
  },
})
