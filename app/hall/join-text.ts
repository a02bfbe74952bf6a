import { words } from '../kernel/language.ts'

/** Joining a meeting with its code. */
export const joinText = words({
  nl: {
    title: 'Doe mee met de vergadering',
    intro: 'De code staat op het digibord. Vraag hem anders aan wie voorzit.',
    code: 'Zes cijfers',
    go: 'Verder',
    signedIn: 'Heb je een eigen plek in Rode Draad?',
    signIn: 'Log in',
    signInAfter: 'Dan hoef je niet te wachten.',
    who: 'Wie ben je?',
    whoUnder: (meeting: string, school: string) => `${meeting} · ${school}`,
    pick: 'Kies je naam. De voorzitter of notulist laat je binnen.',
    names: 'Namen van het team',
    guest: 'Ik ben te gast',
    guestNote: 'Je kijkt mee. Een stem heb je niet.',
    guestName: 'Hoe heet je?',
    watch: 'Kijk mee',
    otherCode: 'Een andere code',
    problem: 'Dat lukte nog niet',
    wrong: 'Met deze code is nu geen vergadering open. Kijk nog eens op het digibord.',
    tooMany: (minutes: number) =>
      minutes > 1
        ? `Er zijn te veel codes geprobeerd. Probeer het over ${minutes} minuten opnieuw.`
        : 'Er zijn te veel codes geprobeerd. Probeer het over een minuut opnieuw.',
    refused: {
      'joining-over': 'Deze vergadering is niet (meer) open. Vraag wie voorzit om een nieuwe code.',
      'name-missing': 'Schrijf je naam op. Dan weet het team wie er meekijkt.',
      'name-unknown': 'Deze naam staat niet (meer) in de lijst. Kies je naam opnieuw.',
      'too-many-devices':
        'Er doen al heel veel apparaten mee. Vraag wie voorzit om er een paar af te melden.',
      'pass-gone': 'Dit apparaat doet niet meer mee. Kies je naam opnieuw.',
    },
    over: 'De vergadering is afgelopen. Dank je wel dat je erbij was.',
    notLetIn: 'Je bent niet binnengelaten. Koos je de naam van iemand anders? Kies dan opnieuw.',
  },
  en: {
    title: 'Take part in the meeting',
    intro: 'The code is on the big screen. Or ask whoever chairs.',
    code: 'Six digits',
    go: 'Go on',
    signedIn: 'Do you have a place of your own in Rode Draad?',
    signIn: 'Sign in',
    signInAfter: 'Then you need not wait.',
    who: 'Who are you?',
    whoUnder: (meeting, school) => `${meeting} · ${school}`,
    pick: 'Choose your name. The chair or the minute-taker lets you in.',
    names: 'Names of the team',
    guest: 'I am a guest',
    guestNote: 'You watch. You have no voice.',
    guestName: 'What is your name?',
    watch: 'Watch',
    otherCode: 'Another code',
    problem: 'That did not work yet',
    wrong: 'No meeting is open with this code now. Look at the big screen once more.',
    tooMany: (minutes) =>
      minutes > 1
        ? `Too many codes were tried. Try again in ${minutes} minutes.`
        : 'Too many codes were tried. Try again in a minute.',
    refused: {
      'joining-over': 'This meeting is not open (any more). Ask whoever chairs for a new code.',
      'name-missing': 'Write your name, so that the team knows who watches.',
      'name-unknown': 'This name is not (or no longer) in the list. Choose your name again.',
      'too-many-devices': 'Very many devices take part already. Ask whoever chairs to end a few.',
      'pass-gone': 'This device no longer takes part. Choose your name again.',
    },
    over: 'The meeting is over. Thank you for being there.',
    notLetIn: 'You were not let in. Did you choose somebody else’s name? Then choose again.',
  },
})
