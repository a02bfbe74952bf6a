import { words } from '../kernel/language.ts'

type Where = { port: number; host: string }

/** What the program says when it starts, stops, or can't. */
export const startText = words({
  nl: {
    ready: (url: string) => `Rode Draad staat klaar op ${url}`,
    setupCode: (code: string) => `De code om je school in te richten: ${code}`,
    stopping: 'Rode Draad sluit af …',
    portTaken: ({ port }: Where) =>
      `Poort ${port} is al in gebruik. Kies een andere, bijvoorbeeld: PORT=${port + 1} npm start`,
    portForbidden: ({ port }: Where) =>
      `Poort ${port} mag dit programma niet openen. Kies er een boven 1024: PORT=3000`,
    hostUnknown: ({ host }: Where) =>
      `Op HOST=${host} kan deze computer niet luisteren. Laat HOST weg of kies 127.0.0.1.`,
    port: 'PORT is geen poortnummer. Kies een getal tussen 1 en 65535, bijvoorbeeld PORT=3000.',
    host: 'HOST is geen adres. Kies bijvoorbeeld HOST=127.0.0.1 of HOST=0.0.0.0.',
    'database-url':
      'DATABASE_URL is geen PostgreSQL-adres. Zo ziet het eruit: postgres://naam:wachtwoord@server:5432/database',
    'base-url': 'BASE_URL is geen webadres zonder pad. Zo ziet het eruit: https://rodedraad.mijnschool.nl',
    'smtp-url': 'SMTP_URL is geen mailserver. Zo ziet het eruit: smtps://naam:wachtwoord@mail.mijnschool.nl',
    demo: 'DEMO kent twee standen: on en off.',
    log: 'LOG kent twee standen: problems en all.',
    'not-writable': (where: string) =>
      `In ${where} kan niet worden geschreven. Geef schrijfrechten of kies een andere map met DATA_DIR.`,
    served: (pid: string) =>
      `Deze gegevensmap is al in gebruik door een andere server (proces ${pid}). Stop die eerst, of kies een andere map met DATA_DIR.`,
    unreachable: (detail: string) => `De database van DATABASE_URL is niet te openen: ${detail}`,
    newer: (steps: string) =>
      `Deze gegevens zijn gemaakt met een nieuwere Rode Draad (${steps}). Gebruik die versie; er is niets veranderd.`,
    'not-a-database': (where: string) =>
      `${where} is geen database van Rode Draad. Zet een reservekopie terug of kies een andere map met DATA_DIR.`,
    'too-old-server':
      'DATABASE_URL wijst naar een PostgreSQL ouder dan versie 15. Kies versie 15 of nieuwer.',
  },
  en: {
    ready: (url: string) => `Rode Draad is ready at ${url}`,
    setupCode: (code: string) => `The code to set up your school: ${code}`,
    stopping: 'Rode Draad is closing …',
    portTaken: ({ port }: Where) =>
      `Port ${port} is in use already. Choose another, for example: PORT=${port + 1} npm start`,
    portForbidden: ({ port }: Where) =>
      `This program may not open port ${port}. Choose one above 1024: PORT=3000`,
    hostUnknown: ({ host }: Where) =>
      `This computer can't listen on HOST=${host}. Leave HOST out or choose 127.0.0.1.`,
    port: 'PORT is not a port number. Choose one from 1 to 65535, for example PORT=3000.',
    host: 'HOST is not an address. Choose for example HOST=127.0.0.1 or HOST=0.0.0.0.',
    'database-url':
      'DATABASE_URL is not a PostgreSQL address. It looks like: postgres://name:password@server:5432/database',
    'base-url': 'BASE_URL is not a web address without a path. It looks like: https://rodedraad.myschool.nl',
    'smtp-url': 'SMTP_URL is not a mail server. It looks like: smtps://name:password@mail.myschool.nl',
    demo: 'DEMO is on or off.',
    log: 'LOG is problems or all.',
    'not-writable': (where: string) =>
      `${where} can't be written in. Give write access or choose another folder with DATA_DIR.`,
    served: (pid: string) =>
      `This data folder is in use by another server (process ${pid}). Stop that one first, or choose another folder with DATA_DIR.`,
    unreachable: (detail: string) => `The database of DATABASE_URL can't be opened: ${detail}`,
    newer: (steps: string) =>
      `These data were made by a newer Rode Draad (${steps}). Use that version; nothing has been changed.`,
    'not-a-database': (where: string) =>
      `${where} is not a database of Rode Draad. Restore a backup or choose another folder with DATA_DIR.`,
    'too-old-server':
      'DATABASE_URL points at a PostgreSQL older than version 15. Choose version 15 or newer.',
  },
})
