import { words } from '../kernel/language.ts'

/** What somebody is written at the old address, when another one was filled in for them. */
export const addressLetterText = words({
  nl: {
    subject: 'Je e-mailadres bij Rode Draad is veranderd',
    school: 'Je school',
    body: (name: string, who: string) =>
      [
        `Beste ${name},`,
        '',
        `${who} heeft voor jou een ander e-mailadres ingevuld. Codes om in te loggen gaan voortaan daarheen.`,
        'Weet je ervan? Dan is het goed.',
        '',
        'Weet je er niet van? Vraag het dan vandaag nog na op school.',
        '',
        'Rode Draad',
      ].join('\n'),
  },
  en: {
    subject: 'Your e-mail address at Rode Draad was changed',
    school: 'Your school',
    body: (name, who) =>
      [
        `Dear ${name},`,
        '',
        `${who} filled in another e-mail address for you. Codes to sign in go there from now on.`,
        'You know about it? Then all is well.',
        '',
        'You do not know about it? Then ask about it at school today.',
        '',
        'Rode Draad',
      ].join('\n'),
  },
})
