import { words } from '../kernel/language.ts'
import { type ProofRefusal, WAITING_DAYS } from './own-proof.ts'

const minutes = (seconds: number) => Math.max(1, Math.ceil(seconds / 60))

/** The words of showing that it is you. */
export const ownProofText = words({
  nl: {
    title: 'Laat even zien dat jij het bent',
    intro:
      'Werknotities gaan alleen open met je eigen passkey of een code uit je eigen mail. Dat hoeft één keer, tot je weer uitlogt. Een link die een beheerder maakte, is niet genoeg.',
    passkey: 'Gebruik mijn passkey',
    passkeyFailed: 'Dat lukte niet. Probeer het nog eens.',
    mailTitle: 'Met een code uit je mail',
    mailTo: (address: string) => `We sturen een code naar ${address}.`,
    send: 'Stuur mij een code',
    again: 'Stuur een nieuwe code',
    code: 'De code uit het bericht',
    codeHint: 'Zes cijfers. Een kwartier geldig, en alleen hier.',
    open: 'Ga verder',
    demo: (code: string) =>
      `In de voorbeeldschool gaat geen mail weg. Op je eigen school staat deze code in je mail, en nergens anders: ${code}`,
    demoNote:
      'In de voorbeeldschool is iedereen even Anouk. De code staat daarom op het scherm: zo zie je de stap, maar hij beschermt hier niets.',
    noMail:
      'Deze server verstuurt geen mail. Dan werkt alleen een passkey. Een code op het scherm van de server is niet alleen van jou.',
    noAddress: 'Bij jouw naam staat geen e-mailadres. Dan werkt alleen een passkey.',
    addressNew: (day: string) =>
      `Je e-mailadres is kort geleden veranderd. Een code per mail kan weer vanaf ${day}. Zo kan niemand jouw notities openen door eerst je adres te veranderen.`,
    noPasskey: 'Je hebt nog geen passkey.',
    passkeyFrom: (day: string) =>
      `Je passkey opent je notities vanaf ${day}. Hij is gemaakt nadat je met een link van een ander binnenkwam, of kort nadat je adres veranderde. Die ${WAITING_DAYS} dagen zijn er zodat jij het merkt als een ander hem maakte: kijk op je account.`,
    makePasskey: 'Voeg een passkey toe op je account',
    problems: 'Nog niet open',
    wait: (seconds: number) =>
      `Probeer het over ${minutes(seconds)} ${minutes(seconds) === 1 ? 'minuut' : 'minuten'} opnieuw.`,
    refused: {
      'wrong-code': 'Deze code klopt niet, of is al gebruikt. Kijk nog eens in het nieuwste bericht.',
      'too-many-tries': 'Er is vaak een code geprobeerd.',
      'too-many-requests': 'Er is vaak achter elkaar om een code gevraagd.',
      'no-mail': 'Een code per mail kan nu niet. Gebruik je passkey.',
      'passkey-unknown': 'Deze passkey opent je notities niet. Kies je eigen passkey, of vraag een code.',
    } satisfies Record<ProofRefusal, string>,
    subject: 'Je code om je werknotities te openen',
    letter: (code: string) =>
      [
        'Hallo,',
        '',
        `Je code is ${code.slice(0, 3)} ${code.slice(3)}`,
        '',
        'Typ de code in het scherm waarin je erom vroeg. Hij is een kwartier geldig en werkt alleen daar.',
        '',
        'Vroeg je hier niet om? Dan is iemand anders met jouw naam ingelogd. Zonder deze code gaan je',
        'werknotities niet open. Geef de code aan niemand door. Log in, kijk bij je account waar je bent',
        'ingelogd, en sluit wat je niet kent.',
        '',
        'Rode Draad',
      ].join('\n'),
  },
  en: {
    title: 'Please show that it is you',
    intro:
      'Working notes open only with your own passkey or a code from your own mail. Once each time you sign in. A link that an administrator made is not enough.',
    passkey: 'Use my passkey',
    passkeyFailed: 'That did not work. Try once more.',
    mailTitle: 'With a code from your mail',
    mailTo: (address) => `We send a code to ${address}.`,
    send: 'Send me a code',
    again: 'Send a new code',
    code: 'The code from the message',
    codeHint: 'Six digits. Good for a quarter of an hour, and only here.',
    open: 'Go on',
    demo: (code) =>
      `Nothing is mailed from the example school. In your own school this code is in your mail, and nowhere else: ${code}`,
    demoNote:
      'In the example school anybody can be Anouk for a while. That is why the code is on the screen: you see the step, but here it guards nothing.',
    noMail:
      "This server sends no mail. Then only a passkey works. A code on the server's screen is not yours alone.",
    noAddress: 'There is no e-mail address with your name. Then only a passkey works.',
    addressNew: (day) =>
      `Your e-mail address changed a short time ago. A code by mail works again from ${day}. So nobody can open your notes by changing your address first.`,
    noPasskey: 'You have no passkey yet.',
    passkeyFrom: (day) =>
      `Your passkey opens your notes from ${day}. It was made after you came in by a link of somebody else, or shortly after your address changed. Those ${WAITING_DAYS} days are there so that you notice when another made it: look at your account.`,
    makePasskey: 'Add a passkey on your account',
    problems: 'Not open yet',
    wait: (seconds) => `Try again in ${minutes(seconds)} ${minutes(seconds) === 1 ? 'minute' : 'minutes'}.`,
    refused: {
      'wrong-code': 'This code is not right, or has been used. Look again at the newest message.',
      'too-many-tries': 'A code was tried many times.',
      'too-many-requests': 'A code was asked for many times in a row.',
      'no-mail': 'A code by mail is not possible now. Use your passkey.',
      'passkey-unknown': 'This passkey does not open your notes. Choose your own passkey, or ask for a code.',
    } satisfies Record<ProofRefusal, string>,
    subject: 'Your code to open your working notes',
    letter: (code) =>
      [
        'Hello,',
        '',
        `Your code is ${code.slice(0, 3)} ${code.slice(3)}`,
        '',
        'Type the code in the screen in which you asked for it. It is good for a quarter of an hour, only there.',
        '',
        'Did you not ask for this? Then somebody else is signed in under your name. Without this code your',
        'working notes stay closed. Give the code to nobody. Sign in, look at your account where you are',
        'signed in, and end what you do not know.',
        '',
        'Rode Draad',
      ].join('\n'),
  },
})
